import { isSourceNote } from '../../grammar/source-prefix.js';
import { type Candidate, LOOKS_LIKE_CALL } from './call-candidates.js';
import { OCCASIONAL } from './call-forms.js';
import type { Endnote } from './endnote.js';

/** A note with the call that it belongs to. */
export interface Matched {
  readonly note: Endnote;
  /** The number that the text or the list prints. */
  readonly label: string;
  readonly call?: Candidate;
}

const MISSING = -2.5;
const JUMP = -1.5;
const RESTART = -3;

/** How many notes a label may be thought to call; keeps the search linear on texts that are nothing but digits. */
const MAX_STATES = 32;

interface Path {
  readonly score: number;
  readonly candidate: Candidate;
  readonly before: Path | undefined;
  /** The note that the candidate calls. */
  readonly note: number;
}

/**
 * Gives each note its call. Where the list prints the calls' own labels, the heaviest chain of candidates goes through them in order. Where it
 * counts anew, notes and calls are matched by order and count, not by value: the printed numbers run on from document to document in the older
 * volumes. Of all chains the one is taken that calls most notes and looks most like calls; ways to print a call that are more often something
 * else (`(1)`, `1/`) are looked at only where the others leave notes without calls. Time grows with the candidates, not with their pairs.
 * @param countsAnew whether the numbers of the list may be its own
 */
export function matchCalls(
  notes: readonly Endnote[],
  candidates: readonly Candidate[],
  countsAnew = notes.some((note) => note.label === undefined),
): readonly Matched[] {
  let best = matchBy(
    notes,
    candidates.filter(({ style }) => !RARE.has(style)),
    countsAnew,
  );
  for (const style of OCCASIONAL) {
    if (callsIn(best) === notes.length) break;
    const own = candidates.filter((candidate) => candidate.style === style);
    const other = own.length === 0 ? [] : matchBy(notes, own, countsAnew);
    // Numbers stand apart anywhere: they are calls only together, where hardly anything else is.
    const isEnough =
      style !== 'apart' || (callsIn(best) * 2 < notes.length && other.every(({ call }) => call !== undefined));
    if (isEnough && callsIn(other) > callsIn(best)) best = other;
  }
  return withoutGuesses(best);
}

const RARE: ReadonlySet<string> = new Set(OCCASIONAL);

/** How many notes have a call that is one by its looks. */
export function callsIn(matched: readonly Matched[]): number {
  return matched.filter(({ call }) => (call?.weight ?? 0) >= LOOKS_LIKE_CALL).length;
}

function matchBy(notes: readonly Endnote[], candidates: readonly Candidate[], countsAnew: boolean): readonly Matched[] {
  const counted = countsAnew ? countedCalls(notes, candidates) : [];
  if (countsAnew && callsIn(counted) === notes.length) return counted;
  const isLabelled = notes.every(({ label }) => label !== undefined);
  const byLabels = isLabelled ? withStrays(matched(notes, byLabel(notes, candidates)), candidates) : [];
  return countsAnew && callsIn(byLabels) <= callsIn(counted) ? counted : byLabels;
}

/** A note of a list that counts anew has the number of its call. */
function countedCalls(notes: readonly Endnote[], candidates: readonly Candidate[]): readonly Matched[] {
  const numbers = candidates.filter(({ label }) => !/^[a-z]/.test(label));
  return matched(notes, byCount(notes, numbers)).map((one) =>
    one.call === undefined ? one : { ...one, label: one.call.label },
  );
}

function matched(notes: readonly Endnote[], chain: Path | undefined): readonly Matched[] {
  const calls = new Map<number, Candidate>();
  for (let path = chain; path !== undefined; path = path.before) calls.set(path.note, path.candidate);
  return notes.map((note, index) => {
    const call = calls.get(index);
    const label = note.label ?? call?.label ?? String(index + 1);
    return call === undefined ? { note, label } : { note, label, call };
  });
}

/** A note that is called out of order still has its call, where only one place looks like it. */
function withStrays(found: readonly Matched[], candidates: readonly Candidate[]): readonly Matched[] {
  if (found.every(({ call }) => call !== undefined)) return found;
  const used = new Set(found.map(({ call }) => call));
  const free = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    if (candidate.weight < SURE || used.has(candidate)) continue;
    const known = free.get(candidate.label);
    if (known === undefined) free.set(candidate.label, [candidate]);
    else known.push(candidate);
  }
  return found.map((one) => {
    const [call, ...others] = one.call === undefined ? (free.get(one.label) ?? []) : [];
    if (call === undefined || others.length > 0) return one;
    free.delete(one.label);
    return { ...one, call };
  });
}

/** Looks so much like a call that it is one out of its order as well. */
const SURE = 1.5;

/** Below this weight a place is hardly a call: `G2`, `km²`, the day of a date. */
const HARDLY = 0.28;

/** Places that hardly look like a call are calls only where most of the notes have calls that do. */
function withoutGuesses(found: readonly Matched[]): readonly Matched[] {
  const isGuessed = ({ call }: Matched): boolean => call !== undefined && call.weight < HARDLY;
  if (!found.some(isGuessed) || callsIn(found) * 2 > found.length) return found;
  return found.map((one, index) =>
    isGuessed(one) ? { note: one.note, label: one.note.label ?? String(index + 1) } : one,
  );
}

/** The source note is called in the heading. */
const OF_HEADING = 1.5;

/** The list prints the calls' own labels: the heaviest chain of candidates that goes through them in order. */
function byLabel(notes: readonly Endnote[], candidates: readonly Candidate[]): Path | undefined {
  const places = new Map<string, number[]>();
  for (const [index, { label = '' }] of notes.entries()) {
    const alike = places.get(label);
    if (alike === undefined) places.set(label, [index]);
    else alike.push(index);
  }
  const seen = new Map<string, number>();
  const best = new PrefixMaximum(notes.length);
  const beginsWithSource = isSourceNote(notes[0]?.lines[0]?.text ?? '');
  for (const candidate of candidates) {
    const alike = places.get(candidate.label);
    if (alike === undefined) continue;
    const before = seen.get(candidate.label) ?? 0;
    seen.set(candidate.label, before + 1);
    // From the last place on, so that a label which occurs twice is not reached by way of itself.
    for (const note of around(alike, before).toReversed()) {
      const path = best.below(note);
      const bonus = beginsWithSource && note === 0 && candidate.line < 2 ? OF_HEADING : 0;
      best.set(note, { score: (path?.score ?? 0) + candidate.weight + bonus, candidate, before: path, note });
    }
  }
  return best.below(notes.length);
}

/** Of the notes with one label those that its call may call which comes after so many others of it: all, or where they are many those in about the same place among them. */
function around(notes: readonly number[], before: number): readonly number[] {
  if (notes.length <= MAX_STATES) return notes;
  const from = Math.max(0, Math.min(before, notes.length) - MAX_STATES / 2);
  return notes.slice(from, from + MAX_STATES);
}

/** The heaviest path that ends at a note below a bound, in O(log notes): a Fenwick tree of maxima. */
class PrefixMaximum {
  readonly #tree: (Path | undefined)[];

  constructor(size: number) {
    this.#tree = new Array<Path | undefined>(size + 1).fill(undefined);
  }

  below(note: number): Path | undefined {
    let found: Path | undefined;
    for (let i = note; i > 0; i -= i & -i) found = heavier(this.#tree[i], found);
    return found;
  }

  set(note: number, path: Path): void {
    for (let i = note + 1; i < this.#tree.length; i += i & -i) this.#tree[i] = heavier(path, this.#tree[i]);
  }
}

function heavier(a: Path | undefined, b: Path | undefined): Path | undefined {
  return a !== undefined && (b === undefined || a.score > b.score) ? a : b;
}

/** The list counts anew: the heaviest chain of exactly as many candidates as there are notes, whose labels count up. */
function byCount(notes: readonly Endnote[], candidates: readonly Candidate[]): Path | undefined {
  const chains = new Chains(notes.length, isSourceNote(notes[0]?.lines[0]?.text ?? ''));
  for (const candidate of candidates) chains.add(candidate);
  return chains.best;
}

/** The chains of candidates so far, by the label that they end with and the note that it calls. */
class Chains {
  best: Path | undefined;
  readonly #count: number;
  readonly #beginsWithSource: boolean;
  readonly #ending = new Map<string, Map<number, Path>>();

  constructor(count: number, beginsWithSource: boolean) {
    this.#count = count;
    this.#beginsWithSource = beginsWithSource;
  }

  /** Prolongs every chain that the candidate can follow, and begins one with it. */
  add(candidate: Candidate): void {
    const [, digits = '', letter = ''] = /^(\d*)(\D*)$/.exec(candidate.label) ?? [];
    const number = digits === '' ? 0 : Number(digits);
    const reached = new Map<number, Path>();
    const reach = (before: Path | undefined, note: number, score: number): void => {
      if (note >= this.#count || (reached.get(note)?.score ?? Number.NEGATIVE_INFINITY) >= score) return;
      reached.set(note, { score, candidate, before, note });
    };
    reach(undefined, 0, candidate.weight + startWeight(number, letter, candidate, this.#beginsWithSource));
    for (const step of predecessors(number, letter)) {
      for (const path of this.#ending.get(step.label)?.values() ?? []) {
        reach(path, path.note + step.notes, path.score + candidate.weight + step.score);
      }
    }
    if (number === 1 && letter === '' && this.best !== undefined) {
      reach(this.best, this.best.note + 1, this.best.score + candidate.weight + RESTART);
    }
    this.#keep(candidate.label, reached);
  }

  #keep(label: string, reached: ReadonlyMap<number, Path>): void {
    const known = this.#ending.get(label) ?? new Map<number, Path>();
    this.#ending.set(label, known);
    for (const [note, path] of reached) {
      if (known.size >= MAX_STATES && !known.has(note) && !dropWorse(known, path)) continue;
      if (path.score > (known.get(note)?.score ?? Number.NEGATIVE_INFINITY)) known.set(note, path);
      if (this.best === undefined || this.#value(path) > this.#value(this.best)) this.best = path;
    }
  }

  /** What a chain is worth if it ends here: each note that it leaves without a call costs. */
  #value(path: Path): number {
    return path.score + MISSING * (this.#count - 1 - path.note);
  }
}

/** Makes room for a path where a lighter one is known; whether it did. */
function dropWorse(known: Map<number, Path>, path: Path): boolean {
  let lightest: Path = path;
  for (const other of known.values()) if (other.score < lightest.score) lightest = other;
  return lightest !== path && known.delete(lightest.note);
}

/** Notes begin at 1 or 0 in most volumes; elsewhere with the first number after the document before. */
function startWeight(number: number, letter: string, candidate: Candidate, beginsWithSource: boolean): number {
  if (letter !== '') return -2;
  const sure = Math.min(1, candidate.weight);
  if (number === 1) return sure * (beginsWithSource && candidate.line < 2 ? 1.2 : 0.3);
  if (number === 0) return beginsWithSource && candidate.line < 2 ? sure : -1;
  return candidate.weight >= 1 ? -0.5 : -1.5;
}

/** Labels that a label may follow: how many notes further it is, and what the step costs. */
function predecessors(
  number: number,
  letter: string,
): readonly { readonly label: string; readonly notes: number; readonly score: number }[] {
  if (letter === 'a') return [{ label: String(number), notes: 1, score: 0 }];
  if (letter !== '') {
    return [{ label: number + String.fromCharCode((letter.codePointAt(0) ?? 0) - 1), notes: 1, score: 0 }];
  }
  const before = ['', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((suffix) => ({
    label: `${number - 1}${suffix}`,
    notes: 1,
    score: 0,
  }));
  return [
    ...before,
    { label: String(number), notes: 1, score: JUMP }, // called again, and printed again
    { label: String(number - 2), notes: 1, score: JUMP },
    { label: String(number - 2), notes: 2, score: MISSING },
    { label: String(number - 3), notes: 3, score: 2 * MISSING },
  ];
}
