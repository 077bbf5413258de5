import { diffArrays } from 'diff';

/** A stretch in which two sequences differ: from where to where in each. */
export interface Hunk {
  readonly before: readonly [from: number, to: number];
  readonly after: readonly [from: number, to: number];
}

/** Myers takes the length of the text times the number of differences: beyond these a text is compared by its sentences, and what is written anew is so as a whole. */
const MOST_EDITS = 1000;

/** The stretches in which two sequences differ, in order (E. W. Myers, An O(ND) Difference Algorithm, 1986); undefined where there are more than can be told. */
function hunksOf(before: readonly string[], after: readonly string[]): readonly Hunk[] | undefined {
  const parts = diffArrays([...before], [...after], { maxEditLength: MOST_EDITS });
  if (parts === undefined) return undefined;
  const hunks: Hunk[] = [];
  let [b, a] = [0, 0];
  let [startB, startA] = [0, 0];
  const close = (): void => {
    if (b > startB || a > startA) hunks.push({ before: [startB, b], after: [startA, a] });
  };
  for (const { added, removed, count } of parts) {
    if (removed) b += count;
    else if (added) a += count;
    else {
      close();
      b += count;
      a += count;
      [startB, startA] = [b, a];
    }
  }
  close();
  return hunks;
}

/** The stretches in which two lists differ. */
export function differences(before: readonly string[], after: readonly string[]): readonly Hunk[] {
  const [start, beforeEnd, afterEnd] = unlikeMiddle(before, after);
  const [b, a] = [before.slice(start, beforeEnd), after.slice(start, afterEnd)];
  if (b.length === 0 && a.length === 0) return [];
  const whole: Hunk = { before: [0, b.length], after: [0, a.length] };
  const found = b.length === 0 || a.length === 0 ? [whole] : (hunksOf(b, a) ?? bySentences(b, a) ?? [whole]);
  return found.map((hunk) => shifted(hunk, start, start));
}

/** Where two lists begin to differ, and where in each they no longer do. */
function unlikeMiddle(before: readonly string[], after: readonly string[]): readonly [number, number, number] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let [b, a] = [before.length, after.length];
  while (b > start && a > start && before[b - 1] === after[a - 1]) [b, a] = [b - 1, a - 1];
  return [start, b, a];
}

/** Much of the text is new: the sentences that are the same part it, and what lies between them is compared word by word where that can be told. */
function bySentences(before: readonly string[], after: readonly string[]): readonly Hunk[] | undefined {
  const [b, a] = [sentencesIn(before), sentencesIn(after)];
  const hunks = hunksOf(b.texts, a.texts);
  return hunks?.flatMap(({ before: [b0, b1], after: [a0, a1] }) => {
    const [fromB, toB, fromA, toA] = [b.starts[b0] ?? 0, b.starts[b1] ?? 0, a.starts[a0] ?? 0, a.starts[a1] ?? 0];
    const within = hunksOf(before.slice(fromB, toB), after.slice(fromA, toA));
    return (
      within?.map((hunk) => shifted(hunk, fromB, fromA)) ?? [{ before: [fromB, toB], after: [fromA, toA] } as Hunk]
    );
  });
}

interface Sentences {
  readonly texts: readonly string[];
  /** Where each begins, and at the end the length of the text. */
  readonly starts: readonly number[];
}

function sentencesIn(words: readonly string[]): Sentences {
  const starts = [0];
  for (const [i, word] of words.entries()) if (/[.?!:;]$/.test(word)) starts.push(i + 1);
  if (starts.at(-1) !== words.length) starts.push(words.length);
  return { starts, texts: starts.slice(0, -1).map((start, i) => words.slice(start, starts[i + 1]).join(' ')) };
}

function shifted({ before, after }: Hunk, b: number, a: number): Hunk {
  return { before: [before[0] + b, before[1] + b], after: [after[0] + a, after[1] + a] };
}

/** How much two lists of words have in common, whatever their order: 0 to 1 (Dice’s coefficient). */
export function likeness(one: readonly string[], other: readonly string[]): number {
  if (one.length + other.length === 0) return 1;
  const counts = new Map<string, number>();
  for (const word of one) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of other) {
    const left = counts.get(word) ?? 0;
    if (left === 0) continue;
    counts.set(word, left - 1);
    common++;
  }
  return (2 * common) / (one.length + other.length);
}

/** The members of a longest rising subsequence of numbers that are all different; O(n log n). */
export function risingMembers(numbers: readonly number[]): ReadonlySet<number> {
  const tails: number[] = [];
  const previous = new Map<number, number | undefined>();
  for (const number of numbers) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tails[middle] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    previous.set(number, tails[low - 1]);
    tails[low] = number;
  }
  const members = new Set<number>();
  for (let at = tails.at(-1); at !== undefined; at = previous.get(at)) members.add(at);
  return members;
}
