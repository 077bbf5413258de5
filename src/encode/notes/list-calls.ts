import { firstFrom } from '../../model/list.js';
import type { Span } from '../../model/position.js';
import type { Candidate } from './call-candidates.js';
import { type Matched, matchCalls } from './calls.js';
import type { Echo } from './composed-markers.js';
import type { Endnote } from './endnote.js';
import { type Calling, type Extent, linesOf } from './list-extent.js';
import type { Run } from './note-runs.js';

/** Which places of a text may be calls of a list. */

/** Above this weight a call can be taken for nothing else. */
export const CLEARLY_CALL = 1.4;

/** A line with a place that looks so much like a call is of the text. */
const CALLING = 2;

/** The candidates, and the places that repeat the marker of the list, but for those in its own lines. */
export function withEchoes(
  candidates: readonly Candidate[],
  echoes: readonly Candidate[] | undefined,
  extent: Extent,
  scope: Span,
): readonly Candidate[] {
  if (echoes === undefined || echoes.length === 0) return candidates;
  const own = new Set(linesOf(extent));
  const added = candidatesIn(echoes, scope).filter(({ line }) => !own.has(line));
  return [...candidates, ...added].sort((a, b) => a.line - b.line || a.span.start - b.span.start);
}

/** The ways to mark lists whose calls may repeat the markers. */
export function echoedIn(runs: readonly Run[]): ReadonlyMap<string, Echo> {
  const found = new Map<string, Echo>();
  for (const { style, entries } of runs) {
    const isNumber =
      /^\d/.test(entries[0]?.marker.label ?? '') &&
      !style.name.includes('composed') &&
      !style.name.endsWith('half-bracket');
    if (style.echo !== undefined && entries.length > 1 && !isNumber) found.set(style.name, style.echo);
  }
  return found;
}

/** Which lines call notes by their looks, and of what label. */
export function callingOf(
  candidates: readonly Candidate[],
  echoes: ReadonlyMap<string, readonly Candidate[]>,
): Calling {
  const calling = new Set<number>();
  const labels = new Set<string>();
  for (const own of [candidates, ...echoes.values()]) {
    for (const { line, label, weight } of own) {
      if (weight >= CALLING) calling.add(line);
      if (weight > CLEARLY_CALL) labels.add(`${line} ${label}`);
    }
  }
  return { isCalling: (line) => calling.has(line), calls: (line, label) => labels.has(`${line} ${label}`) };
}

/** The calls of a list amid the text, or of one marked with strokes, are printed as its markers are. */
export function matchAlike(
  { style }: Run,
  notes: readonly Endnote[],
  candidates: readonly Candidate[],
): readonly Matched[] | undefined {
  if (style.name !== 'slash' && style.echo === undefined) return undefined;
  const alike = candidates.filter((one) => one.style === style.name || one.style === 'echo');
  if (alike.length === 0) return undefined;
  const matched = matchCalls(notes, alike, false);
  return areCalledAlike(style, matched) ? matched : undefined;
}

/** Whether all notes of a list are called, in the way in which the list is marked. */
export function areCalledAlike({ name }: Run['style'], matched: readonly Matched[]): boolean {
  return matched.every(
    ({ call }) => call !== undefined && call.weight > CLEARLY_CALL && (call.style === name || call.style === 'echo'),
  );
}

/** The candidates on some lines, found in O(log candidates); the last of them where there are more than `most`. */
export function candidatesIn(
  candidates: readonly Candidate[],
  { start, end }: Span,
  most = Number.POSITIVE_INFINITY,
): readonly Candidate[] {
  const first = (line: number): number => firstFrom(candidates, (candidate) => candidate.line >= line);
  const to = first(end);
  return candidates.slice(Math.max(first(start), to - most), to);
}
