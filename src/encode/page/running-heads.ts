import { readHeading } from '../../grammar/heading.js';
import type { Span } from '../../model/position.js';
import type { Line } from './segment.js';

/**
 * The heads and feet of printed pages, as texts taken from a book or its PDF have them among their lines: `180   FOREIGN RELATIONS, 1941, VOLUME I`,
 * `THE PORTS   181`, a number alone. They are known by what makes them: the numbers count up, the titles come again, verso and recto print
 * them on opposite sides, the sentence goes on below them.
 */
export interface RunningHead {
  /** The number that is printed, if one is. */
  readonly n: string | undefined;
  /** Where the number stands in the raw text, with the dashes or brackets round it. */
  readonly mark: Span;
  /** The words beside it, and their offset in the raw text. */
  readonly title: { readonly text: string; readonly start: number } | undefined;
}

/** Lines of a text without the heads of its pages. */
export interface PagedLines {
  /** The line below a head begins a page. */
  readonly lines: readonly Line[];
  /** The heads above a line, by the offset of the line. */
  readonly above: ReadonlyMap<number, readonly RunningHead[]>;
  /** Those below the last line. */
  readonly trailing: readonly RunningHead[];
  /** Lines that look like heads of pages, and of which nothing else says so. */
  readonly doubtful: readonly Line[];
}

interface Candidate extends RunningHead {
  readonly index: number;
  readonly number: number | undefined;
  /** The title without its number, spaces and case; empty for a number alone. */
  readonly key: string;
  readonly side: 'left' | 'right' | 'alone' | 'none';
  readonly isCapitals: boolean;
  readonly isSure: boolean;
}

const LONGEST = 110;
const LEFT = /^(\d{1,4})(\s{2,}|\t+|\s(?=[^\p{Ll}]+$))(\p{Lu}.*)$/u;
const RIGHT = /^(\p{Lu}.*?)(\s{2,}|\t+|(?<=^[^\p{Ll}]+)\s)(\d{1,4})$/u;
const ALONE = /^[-–—([\s]{0,3}(\d{1,4})[-–—)\]\s]{0,3}$/;
/** `FOREIGN RELATIONS, 1941, VOLUME I`, `Foreign Relations, 1964–1968, Volume XIV` */
const OF_SERIES = /^foreign relations,? \d{4}/i;
/** Between two heads stand so many lines of a page at least. */
const SHORTEST_PAGE = 3;
/** A line that no sentence has ended, and one in the middle of a sentence. */
const OPEN = /[\p{L}\p{N},;–—-]$/u;
const REST = /^[(“]?\p{Ll}/u;
const LONG = 40;

/** Takes the heads of printed pages out of the lines of a text. One pass, and one over what looks like a head. */
export function pagedLines(lines: readonly Line[]): PagedLines {
  const candidates = lines.flatMap((line, index) => candidateOf(line, index, lines) ?? []);
  const heads = new Map(headsAmong(candidates).map((head) => [head.index, head]));
  const doubtful = candidates
    .filter((one) => !heads.has(one.index) && one.isCapitals && one.side !== 'none' && (one.number ?? 0) > 9)
    .filter((one) => /\s{3,}|\t/.test(lines[one.index]?.text ?? ''))
    .flatMap(({ index }) => lines[index] ?? []);
  const above = new Map<number, readonly RunningHead[]>();
  const kept: Line[] = [];
  let pending: RunningHead[] = [];
  for (const [index, line] of lines.entries()) {
    const head = heads.get(index);
    if (head !== undefined) {
      pending.push(head);
      continue;
    }
    if (pending.length > 0) above.set(line.start, pending);
    kept.push(pending.length === 0 ? line : { ...line, pageBefore: true });
    pending = [];
  }
  // A text of nothing but heads is no text.
  return kept.length === 0
    ? { lines, above: new Map(), trailing: [], doubtful: [] }
    : { lines: kept, above, trailing: pending, doubtful };
}

function candidateOf(line: Line, index: number, lines: readonly Line[]): Candidate | undefined {
  const { text, start } = line;
  if (text.length > LONGEST) return undefined;
  const alone = ALONE.exec(text);
  if (alone !== null) {
    const n = alone[1] ?? '';
    const mark = { start, end: start + text.length };
    const isApart = isEdge(lines, index);
    return !isApart
      ? undefined
      : {
          n,
          mark,
          number: Number(n),
          title: undefined,
          index,
          key: '',
          side: 'alone',
          isCapitals: false,
          isSure: isSure(lines, index),
        };
  }
  const left = LEFT.exec(text);
  const right = left === null ? RIGHT.exec(text) : null;
  const n = left?.[1] ?? right?.[3];
  const title = left?.[3] ?? right?.[1] ?? text;
  const isOfSeries = OF_SERIES.test(title);
  if (n === undefined && !isOfSeries) return undefined;
  if (/[.?!;:]$/.test(title) || /\s{3,}\S+\s{3,}/.test(title) || (!isOfSeries && isOfDocument(title))) return undefined;
  const numberAt = start + (left === null ? text.length - (n?.length ?? 0) : 0);
  const offset = left === null ? 0 : text.length - title.length;
  return {
    n,
    mark: { start: numberAt, end: numberAt + (n?.length ?? 0) },
    number: n === undefined ? undefined : Number(n),
    title: { text: title, start: start + offset },
    index,
    key: title.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase(),
    side: left !== null ? 'left' : right !== null ? 'right' : 'none',
    isCapitals: !/\p{Ll}/u.test(title) && /\p{L}{3}/u.test(title),
    isSure: isOfSeries || (/\p{L}{3}/u.test(title) && isSure(lines, index)),
  };
}

/** Whether nothing but the head of a page can stand at a line: a page begins with it, or a sentence goes on over it. */
function isSure(lines: readonly Line[], index: number): boolean {
  return lines[index]?.pageBefore === true || isWithinSentence(lines, index);
}

/** `142   CABLEGRAM TO EMBASSY IN JAKARTA`: the number and the heading of a document. */
function isOfDocument(title: string): boolean {
  const { genre, correspondents } = readHeading(title);
  return genre !== undefined || correspondents.length > 1;
}

/** Whether nothing of its paragraph stands right above or below a line. */
function isEdge(lines: readonly Line[], index: number): boolean {
  const [line, next] = [lines[index], lines[index + 1]];
  if (line === undefined) return false;
  return (
    (line.blankBefore > 0 || line.pageBefore || index === 0) &&
    (next === undefined || next.blankBefore > 0 || next.pageBefore)
  );
}

/** What parts the notes of a page from its text, how its notes begin, and how many lines they may be. */
const RULE = /^(?:[_—–-]\s?){3,}$/;
const NOTE = /^(?:[*†‡§]{1,3}|[([]?\d{1,3}[)\].]?)\s?\p{Lu}/u;
const MOST_NOTES = 20;

/** Whether the sentence above a line, and above the notes at the foot of its page, goes on below it. */
function isWithinSentence(lines: readonly Line[], index: number): boolean {
  if (!REST.test(lines[index + 1]?.text ?? '')) return false;
  const breaksOff = (at: number): boolean => {
    const { text = '' } = lines[at] ?? {};
    return text.length >= LONG && OPEN.test(text);
  };
  for (let at = index - 1; at >= 0 && at > index - MOST_NOTES; at--) {
    const { text = '' } = lines[at] ?? {};
    if (RULE.test(text) || NOTE.test(text)) {
      if (breaksOff(at - 1)) return true;
    } else if (at === index - 1 && breaksOff(at)) return true;
  }
  return false;
}

/** Of what looks like a head, what is one. */
function headsAmong(candidates: readonly Candidate[]): readonly Candidate[] {
  const byKey = new Map<string, Candidate[]>();
  for (const one of candidates) {
    if (one.key === '') continue;
    const alike = byKey.get(one.key) ?? [];
    byKey.set(one.key, alike);
    alike.push(one);
  }
  const found = new Set(candidates.filter(({ isSure, side }) => isSure && side !== 'alone'));
  // A title that comes again with greater numbers, a page or more further on.
  for (const alike of byKey.values()) {
    for (const [index, one] of alike.entries()) {
      const before = alike[index - 1];
      if (before !== undefined && isLater(before, one)) found.add(before).add(one);
    }
  }
  // `180  TITLE`, then `TITLE  181`: the two sides of an opening.
  const titled = candidates.filter(({ side, isCapitals }) => isCapitals && (side === 'left' || side === 'right'));
  for (const [index, one] of titled.entries()) {
    const before = titled[index - 1];
    if (before === undefined || before.side === one.side || !isLater(before, one)) continue;
    if (one.number === (before.number ?? 0) + 1) found.add(before).add(one);
  }
  return withFitting(candidates, found);
}

function isLater(before: Candidate, one: Candidate): boolean {
  return (one.number ?? 0) > (before.number ?? 0) && one.index - before.index > SHORTEST_PAGE;
}

/** With the heads that are sure, what fits between them: the next number alone, or beside other words; and numbers alone that count up within sentences. */
function withFitting(candidates: readonly Candidate[], found: ReadonlySet<Candidate>): readonly Candidate[] {
  const alone = candidates.filter(({ side }) => side === 'alone');
  const isCounted = alone.some(
    (one, index) => one.isSure && (follows(alone[index - 1], one) || follows(one, alone[index + 1])),
  );
  if (found.size === 0 && !isCounted) return [];
  const heads: Candidate[] = [];
  for (const [index, one] of candidates.entries()) {
    if (found.has(one)) {
      heads.push(one);
      continue;
    }
    if (one.number === undefined) continue;
    const next = candidates[index + 1];
    const isNextHead = next !== undefined && (found.has(next) || (isCounted && next.side === 'alone'));
    const isAfter = follows(heads.at(-1), one);
    const isBefore = isNextHead && follows(one, next);
    // Words in small letters can be of a table: their number stands between two.
    const isEnough = one.isCapitals || one.side === 'alone' ? isAfter || isBefore : isAfter && isBefore;
    if (isEnough) heads.push(one);
  }
  return heads;
}

/** Whether the page after another begins with a head. */
function follows(before: Candidate | undefined, one: Candidate | undefined): boolean {
  return (
    before?.number !== undefined && one?.number === before.number + 1 && one.index - before.index > SHORTEST_PAGE - 1
  );
}
