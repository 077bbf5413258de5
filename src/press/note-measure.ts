import type { Slug } from './slug.js';

/** White between text and notes, with the rule in it; and between two notes. In points. */
export const NOTE_SEPARATION = 13;
export const NOTE_GAP = 1;
/** The fewest lines of a divided note on each of the two pages. */
const LEAST_NOTE_LINES = 2;

/** A note as it is set: where each of its slugs begins and ends, in points from the top of the note. */
export interface NoteMeasure {
  readonly id: string;
  readonly slugs: readonly Slug[];
  readonly tops: readonly number[];
  readonly bottoms: readonly number[];
}

/** A note, or what is left of it from the slug `from` on, waiting for a page. */
export interface WaitingNote {
  readonly of: NoteMeasure;
  readonly from: number;
}

/** @param columns how many columns it shares its page's foot with: of so many lines, it takes that part of the page's depth. */
export function measureNote(id: string, slugs: readonly Slug[], columns = 1): NoteMeasure {
  const tops: number[] = [];
  const bottoms: number[] = [];
  let y = 0;
  for (const [i, slug] of slugs.entries()) {
    if (i > 0) y += slug.gap;
    tops.push(y);
    y += slug.height;
    bottoms.push(y);
  }
  if (columns === 1) return { id, slugs, tops, bottoms };
  return { id, slugs, tops: tops.map((top) => top / columns), bottoms: bottoms.map((bottom) => bottom / columns) };
}

/** The height of what waits, up to the slug `to`; the white above its first slug is not set. */
export function heightOf({ of, from }: WaitingNote, to = of.slugs.length): number {
  return to <= from ? 0 : (of.bottoms[to - 1] ?? 0) - (of.tops[from] ?? 0);
}

/**
 * Where a note is divided so that its first part fits into `room`: at least two lines on either page, no first or last line of a paragraph alone,
 * and a word divided only where nothing else is. Undefined where it cannot be.
 */
export function divisionOf(note: WaitingNote, room: number): number | undefined {
  const { of, from } = note;
  let at = of.slugs.length - LEAST_NOTE_LINES;
  while (at > from && heightOf(note, at) > room + 0.01) at--;
  let hyphen: number | undefined;
  for (; at >= from + LEAST_NOTE_LINES; at--) {
    const before = of.slugs[at]?.breakBefore ?? 'free';
    if (before === 'free') return at;
    if (before !== 'never') hyphen ??= at;
  }
  return hyphen;
}

/** What is left of notes when as much of them as fits into `room` has been set: of each in turn, whole or divided. */
export function fillOf(notes: readonly WaitingNote[], room: number): WaitingNote[] {
  let free = room - NOTE_SEPARATION;
  for (const [i, note] of notes.entries()) {
    const height = heightOf(note);
    if (height > free + 0.01) {
      const least = i === 0 ? note.from + 1 : undefined;
      const at = divisionOf(note, free) ?? least;
      // One slug alone that is taller than the page: it is set, and the page is too full.
      const rest = at === undefined || at >= note.of.slugs.length ? [] : [{ of: note.of, from: at }];
      return [...(at === undefined ? [note] : rest), ...notes.slice(i + 1)];
    }
    free -= height + NOTE_GAP;
  }
  return [];
}

/**
 * What is left of notes when every one of them has at least begun within `room`: where one line calls notes that are together taller than a page, each is divided
 * rather than begun on another page than that of its call.
 */
export function begunOf(notes: readonly WaitingNote[], room: number): WaitingNote[] {
  let free = room - NOTE_SEPARATION;
  let reserved = notes.reduce((sum, note) => sum + heightOf(note, leastOf(note)) + NOTE_GAP, 0);
  const left: WaitingNote[] = [];
  for (const note of notes) {
    const least = leastOf(note);
    reserved -= heightOf(note, least) + NOTE_GAP;
    const to = heightOf(note) <= free - reserved ? note.of.slugs.length : (divisionOf(note, free - reserved) ?? least);
    free -= heightOf(note, to) + NOTE_GAP;
    if (to < note.of.slugs.length) left.push({ of: note.of, from: to });
  }
  return left;
}

/** The first place where a note may be divided; its end where it may not. */
function leastOf({ of, from }: WaitingNote): number {
  for (let at = from + LEAST_NOTE_LINES; at <= of.slugs.length - LEAST_NOTE_LINES; at++)
    if (of.slugs[at]?.breakBefore !== 'never') return at;
  return of.slugs.length;
}

/** Whether the same notes wait, and as much of each. */
export function sameNotes(a: readonly WaitingNote[], b: readonly WaitingNote[]): boolean {
  return a.length === b.length && a.every((note, i) => note.of === b[i]?.of && note.from === b[i]?.from);
}
