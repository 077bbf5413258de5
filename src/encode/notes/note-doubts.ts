import { isSourceNote } from '../../grammar/source-prefix.js';
import { firstFrom } from '../../model/list.js';
import { excerpt, type Finding, finding, quoted } from '../facts/finding.js';
import type { DoubtfulHyphen } from '../page/parted-words.js';
import type { Line } from '../page/segment.js';
import { NO_CALL } from './body-candidates.js';
import { type Candidate, LOOKS_LIKE_CALL } from './call-candidates.js';
import type { Matched } from './calls.js';
import { markersOf } from './list-markers.js';
import { isOfPoints } from './note-lists.js';
import type { NotedText, TakenNotes } from './noted-text.js';
import { unreadLists } from './unread-lists.js';

const EXCERPT = 60;

/** What is doubtful in the reading of the notes. */
export function noteDoubts<T extends Line>(lines: readonly T[], taken: TakenNotes<T>): readonly Finding[] {
  return [
    ...uncalled(taken.matched),
    ...taken.open.map(({ at, words }) => finding('EN140', { words }, at)),
    ...callsWithoutNote(lines, taken),
    ...guessedCalls(lines, taken),
    ...orderOfCalls(lines, taken),
    ...labelsOfLists(lines, taken),
    ...linesLikeNotes(lines, taken),
    ...pointsLikeNotes(lines, taken),
  ];
}

/** Page marks and the numbers of pages that were left in the text. */
export function pageDoubts({ marks, folios }: Pick<NotedText, 'marks' | 'folios'>): readonly Finding[] {
  return [
    ...marks.map(({ n, at }) => finding('EN077', { n }, at)),
    ...folios.map(({ text, start }) => finding('EN084', { text }, start)),
  ];
}

/** Hyphens at the ends of lines whose reading is in doubt. */
export function hyphenDoubts(hyphens: readonly DoubtfulHyphen[]): readonly Finding[] {
  return hyphens.map(({ word, joins, at }) =>
    finding(joins ? 'EN078' : 'EN079', { word, whole: word.replace('-', '') }, at),
  );
}

/** What the manifest says of digits that are no call. */
function noCall(label: string): string {
  return `calls: { ${quoted(label)}: ${NO_CALL} }`;
}

function uncalled(matched: readonly Matched[]): readonly Finding[] {
  return matched
    .filter(({ call }) => call === undefined)
    .map(({ label, note }) => {
      const [line] = note.lines;
      const facts = { label, text: (line?.text ?? '').slice(0, EXCERPT) };
      return finding('EN002', facts, line?.start ?? 0, `calls: { ${quoted(label)}: "the words before it" }`);
    });
}

/** How much a place must look like a call to miss its note: by signs of its own, or at the end of a line of its own. */
const MISSED = 8;
const MISSED_AT_END = 2;

/** A heading, a dateline or a name is at most so long; of a text without notes, calls are looked for in the first lines so. */
const SHORT = 300;

/** In a text with notes only so many lines, its heading and its dateline, are looked at for calls that have none. */
const OPENING = 4;

/** `Department of State1`, `refers.2`, `Rusk*`: digits that no word ends with. */
const LEFT = /(?:\p{Ll}[.,;:!?”"’)\]]{0,2}|\d{4}[.,]\]?)(?:\d{1,2}|[*†‡]{1,3}|[¹²³⁴-⁹]{1,2})$/u;

/** Places that print as calls and that no note answers: by their signs, or left at the end of a heading, a date, a name or a sentence. */
function callsWithoutNote<T extends Line>(lines: readonly T[], taken: TakenNotes<T>): readonly Finding[] {
  const body = new Set(taken.body.slice(0, taken.matched.length > 0 ? OPENING : undefined));
  const counted = taken.matched.length > 0 ? new Set<Candidate>() : countedCalls(taken.candidates);
  const isMissed = (candidate: Candidate): boolean => {
    const { line, span, weight, style } = candidate;
    if (weight >= MISSED || counted.has(candidate)) return true;
    const own = lines[line];
    if (own === undefined || weight < MISSED_AT_END || style === 'letter' || !body.has(own)) return false;
    return own.text.length <= SHORT && span.end === own.text.length && LEFT.test(own.text);
  };
  const used = new Map<number, Candidate[]>();
  for (const { call } of taken.matched) {
    if (call === undefined) continue;
    const known = used.get(call.line);
    if (known === undefined) used.set(call.line, [call]);
    else known.push(call);
  }
  for (const own of used.values()) own.sort((a, b) => a.span.start - b.span.start);
  const isUsed = ({ line, span }: Candidate): boolean => {
    // The calls of a line stand one after the other.
    const calls = used.get(line) ?? [];
    const call = calls[firstFrom(calls, (one) => one.span.end > span.start)];
    return call !== undefined && call.span.start < span.end;
  };
  return taken.candidates
    .filter((candidate) => isMissed(candidate) && candidate.style !== 'supplied' && !isUsed(candidate))
    .map(({ label, line, span }) => finding('EN003', { label }, (lines[line]?.start ?? 0) + span.start, noCall(label)));
}

/** Ways to print a call that nothing else has where they count up from 1. */
const COUNTING: ReadonlySet<string> = new Set([
  'bracket',
  'word',
  'brace',
  'caret',
  'bold',
  'slashes',
  'half-parenthesis',
]);

/** Of a text without notes the places that are printed alike, look like calls and count from 1 to 2 and further. */
function countedCalls(candidates: readonly Candidate[]): ReadonlySet<Candidate> {
  const chains = new Map<string, Candidate[]>();
  for (const one of candidates) {
    if (!COUNTING.has(one.style) || one.weight < MISSED_AT_END) continue;
    const chain = chains.get(one.style) ?? [];
    chains.set(one.style, chain);
    if (one.label === String(chain.length + 1)) chain.push(one);
  }
  return new Set([...chains.values()].filter((chain) => chain.length > 1).flat());
}

/** Calls that look little like calls: digits that split a number, or follow a capital; two calls at one place are calls all the same. */
function guessedCalls<T extends Line>(
  lines: readonly T[],
  { matched, candidates }: Pick<TakenNotes<T>, 'matched' | 'candidates'>,
): readonly Finding[] {
  const places = candidatesByLabel(candidates);
  const edges = new Map<string, number>();
  for (const { call } of matched) {
    for (const edge of call === undefined ? [] : [call.span.start, call.span.end]) {
      const key = `${call?.line} ${edge}`;
      edges.set(key, (edges.get(key) ?? 0) + 1);
    }
  }
  const isPaired = ({ line, span }: Candidate): boolean =>
    (edges.get(`${line} ${span.start}`) ?? 0) > 1 || (edges.get(`${line} ${span.end}`) ?? 0) > 1;
  return matched.flatMap(({ label, call }, index) => {
    if (call === undefined || call.weight >= LOOKS_LIKE_CALL || isPaired(call)) return [];
    const others = places.get(call.label) ?? [];
    if (call.weight >= LIKELY && isOnlyPlace(others, matched[index - 1]?.call, matched[index + 1]?.call)) return [];
    const { text = '', start = 0 } = lines[call.line] ?? {};
    const words = text.slice(Math.max(0, call.span.start - 20), call.span.end);
    return [finding('EN070', { label, words }, start + call.span.start, noCall(label))];
  });
}

/** From this weight on a place between the calls before and after it needs no second look, where there is no other for its note. */
const LIKELY = 0.5;

/** Whether of some places only one stands between the calls of the notes before and after. */
function isOnlyPlace(
  places: readonly Candidate[],
  before: Candidate | undefined,
  after: Candidate | undefined,
): boolean {
  if (before === undefined || after === undefined) return false;
  const next = firstFrom(places, (place) => isBefore(before, place));
  const isWithin = (place: Candidate | undefined): boolean => place !== undefined && isBefore(place, after);
  return isWithin(places[next]) && !isWithin(places[next + 1]);
}

function candidatesByLabel(candidates: readonly Candidate[]): ReadonlyMap<string, readonly Candidate[]> {
  const places = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const alike = places.get(candidate.label);
    if (alike === undefined) places.set(candidate.label, [candidate]);
    else alike.push(candidate);
  }
  return places;
}

/** Notes that the text calls in another order than the list has them. */
function orderOfCalls<T extends Line>(lines: readonly T[], { lists }: TakenNotes<T>): readonly Finding[] {
  const doubts: Finding[] = [];
  for (const { matched } of lists) {
    let before: Matched | undefined;
    for (const one of matched) {
      if (one.call === undefined) continue;
      if (before?.call !== undefined && isBefore(one.call, before.call)) {
        const at = (lines[one.call.line]?.start ?? 0) + one.call.span.start;
        doubts.push(finding('EN071', { label: one.label, before: before.label }, at, noCall(one.label)));
      } else before = one;
    }
  }
  return doubts;
}

function isBefore(a: Candidate, b: Candidate): boolean {
  return a.line < b.line || (a.line === b.line && a.span.start < b.span.start);
}

/** Lists that have a number twice, or leave one out. */
function labelsOfLists<T extends Line>(lines: readonly T[], { lists }: TakenNotes<T>): readonly Finding[] {
  return lists.flatMap(({ run }) =>
    run.entries.flatMap(({ step, marker, line }, index) => {
      const { label = '' } = marker;
      const at = lines[line]?.start ?? 0;
      if (step === 'again') return [finding('EN072', { label }, at)];
      const before = run.entries[index - 1]?.marker.label ?? '';
      return step === 'gap' && /^\d/.test(label) ? [finding('EN073', { label, before }, at)] : [];
    }),
  );
}

/** What is marked as notes are, and was left in the text: where notes stand, or with the words of a source note. */
function linesLikeNotes<T extends Line>(
  lines: readonly T[],
  { refused, matched, body }: TakenNotes<T>,
): readonly Finding[] {
  const found = new Map<number, Finding>();
  const add = ({ text, start }: Line, label: string): void => {
    const entry = `calls: { ${quoted(label)}: "the words before it" }`;
    found.set(start, finding('EN074', { text: excerpt(text), label }, start, entry));
  };
  for (const { run, extent, matched: own } of refused) {
    const [first] = run.entries;
    const line = lines[first?.line ?? 0];
    const calls = own.filter(({ call }) => (call?.weight ?? 0) >= LOOKS_LIKE_CALL).length;
    const isLike = isOfPoints(run)
      ? calls === own.length && calls > 1 && matched.length === 0 && run.goesOnWith === undefined
      : extent.isRuled || calls > 0 || run.style.name === 'sign';
    if (isLike && line !== undefined) add(line, first?.marker.label ?? '1');
  }
  for (const line of body) if (isMarkedSource(line.text)) add(line, markersOf(line.text)[0]?.label ?? '1');
  for (const { line, sign } of unreadLists(body)) {
    if (!found.has(line.start)) found.set(line.start, finding('EN083', { text: excerpt(line.text), sign }, line.start));
  }
  return [...found.values()];
}

/** Points that were read as notes because the text has as many calls: nothing else shows that they are. */
function pointsLikeNotes<T extends Line>(lines: readonly T[], { lists }: TakenNotes<T>): readonly Finding[] {
  return lists.flatMap(({ run, extent, isMarked }) => {
    const line = lines[run.entries[0]?.line ?? 0];
    const isParted = run.entries.some((entry) => (lines[entry.line]?.blankBefore ?? 0) === 0);
    if (isMarked || isParted || !isOfPoints(run) || extent.isRuled || line === undefined) return [];
    const label = run.entries[0]?.marker.label ?? '1';
    return [finding('EN076', { text: excerpt(line.text) }, line.start, noCall(label))];
  });
}

/** `1 Source: …` in the text. */
function isMarkedSource(text: string): boolean {
  return (
    /source/i.test(text.slice(0, EXCERPT)) && markersOf(text).some(({ length }) => isSourceNote(text.slice(length)))
  );
}
