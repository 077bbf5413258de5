import type { Span } from '../../model/position.js';
import { type Finding, finding } from '../facts/finding.js';
import { type DropKind, type Dropped, kindOf } from './declared.js';

/** From how many stretches on a kind can be unusually frequent. */
const FEWEST = 12;

/** The share of the words of a text that stretches of a kind seldom exceed. */
const USUAL: Readonly<Partial<Record<DropKind, number>>> = {
  call: 0.1,
  'page mark': 0.05,
  'line-end hyphen': 0.08,
  bullet: 0.25,
  'emphasis mark': 0.35,
  'heading mark': 0.1,
};

/** Markers of notes and calls are at most so long. */
const LONGEST_MARK = 40;

const EXCERPT = 60;

/**
 * What is doubtful in what was left out of a text: a stretch whose characters fit no kind, or not the one that is declared, and a kind that is
 * unusually frequent.
 */
export function dropDoubts(raw: string, extent: Span, dropped: readonly Dropped[]): readonly Finding[] {
  const doubts: Finding[] = [];
  const kinds = new Map<DropKind, { count: number; readonly first: number }>();
  for (const one of dropped) {
    if (one.end <= one.start) continue;
    const text = raw.slice(one.start, one.end);
    if (text.trim() === '') continue;
    const kind = kindOf(raw, one);
    const known = kinds.get(kind);
    if (known === undefined) kinds.set(kind, { count: 1, first: one.start });
    else known.count++;
    if (isStrange(kind, text)) doubts.push(finding('EN080', { text: text.trim().slice(0, EXCERPT) }, one.start));
  }
  const frequent = [...kinds].filter(([, { count }]) => count >= FEWEST);
  const words = frequent.length === 0 ? 0 : wordsIn(raw, extent);
  for (const [kind, { count, first }] of frequent) {
    if (count > words * (USUAL[kind] ?? 1)) {
      doubts.push(finding('EN081', { count, kind, words }, first));
    }
  }
  return doubts;
}

/** Whether a stretch may hold words of the text. */
function isStrange(kind: DropKind, text: string): boolean {
  if (kind === 'other stretch') return /[\p{L}\p{N}]/u.test(text);
  return (kind === 'call' || kind === 'note marker') && text.length > LONGEST_MARK;
}

/** How many words a stretch of the raw text has: the beginnings of runs of what is no white space. */
function wordsIn(raw: string, { start, end }: Span): number {
  let count = 0;
  let isIn = false;
  for (let at = start; at < end; at++) {
    const isBlank = raw.charCodeAt(at) <= BLANK;
    if (isIn && isBlank) count++;
    isIn = !isBlank;
  }
  return count + (isIn ? 1 : 0);
}

const BLANK = 32;
