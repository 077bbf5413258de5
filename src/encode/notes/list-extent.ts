import type { Line } from '../page/segment.js';
import type { Endnote, NoteLine } from './endnote.js';
import { RETURNING, returns, withoutReturn } from './list-markers.js';
import { NOTES_HEADING, RULE, type Run, SIGN_RULE } from './note-runs.js';
import { partedNotes } from './run-on.js';

/** Where a list of notes stands. */
export interface Extent {
  /** Its first line, the rule and the heading above it included. */
  readonly from: number;
  /** The first line after it. */
  readonly to: number;
  /** For each note its first line and the first that is not of it; between two notes there may be text. */
  readonly notes: readonly { readonly from: number; readonly to: number }[];
  /** A heading, a rule stands above it. */
  readonly isHeaded: boolean;
  readonly isRuled: boolean;
  /** How many lines at its end close it and are of no note: `</ol>`. */
  readonly closing: number;
  /** Text stands between its notes, each below the paragraph that calls it. */
  readonly isScattered: boolean;
}

/** Which calls a text seems to have. */
export interface Calling {
  /** Whether a line seems to call notes, as lines of the text do and those of notes do not. */
  isCalling(line: number): boolean;
  /** Whether a line seems to call the note of a label. */
  calls(line: number, label: string): boolean;
}

/** The last note goes on for at most so many lines. */
const MAX_TAIL = 60;
/** Further in than the markers by so much, a line goes on with a note. */
const HANGING = 2;
/** Further in than this, what stands below an empty line is a heading. */
const FURTHEST = 12;
/** `3.  Contracts have been let`: a point of the text. */
const POINT = /^\d{1,3}\.\s+\p{Lu}/u;

/**
 * The lines of a run of marked lines, if it is a list.
 * @param bound the line at which the page ends, or the text
 */
export function extentOf(lines: readonly Line[], run: Run, bound: number, { isCalling, calls }: Calling): Extent {
  const first = run.entries[0]?.line ?? 0;
  const last = run.entries.at(-1)?.line ?? 0;
  let from = first;
  let isHeaded = false;
  let isRuled = false;
  for (; from > 0; from--) {
    const text = lines[from - 1]?.text ?? '';
    if (!isHeaded && NOTES_HEADING.test(text)) isHeaded = true;
    else if (!isRuled && RULE.test(text)) isRuled = true;
    else break;
  }
  const lastOf = (marked: number, limit: number): number => {
    let to = marked + 1;
    while (to < limit && to - marked <= MAX_TAIL && goesOn(lines, run, marked, to)) to++;
    return to;
  };
  const own = lastOf(last, bound);
  const isBetween = run.entries.map(({ line }, index) => {
    const next = run.entries[index + 1];
    return next !== undefined && isParted(run, lastOf(line, next.line), next, calls);
  });
  const areScattered = isBetween.includes(true);
  const to = isHeaded && isOfLast(lines, own, bound, isCalling) ? bound : own;
  // Another paragraph of the last note, where nothing else stands below the list
  const isLast =
    !areScattered &&
    !isOfAnother(run, lines[to]?.text ?? '') &&
    bound - to === 1 &&
    bound === lines.length &&
    run.style.countsAnew !== true &&
    !hasEnd(run) &&
    !isCalling(to);
  const notes = run.entries.map(({ line }, index) => {
    const next = run.entries[index + 1]?.line;
    if (next === undefined) return { from: line, to: isLast ? bound : to };
    return {
      from: line,
      to: isBetween[index] === true || isScattered(lines, run, line, next) ? lastOf(line, next) : next,
    };
  });
  const closing = !isLast && to < bound && CLOSING.test(lines[to]?.text ?? '') ? 1 : 0;
  return { from, to: isLast ? bound : to + closing, closing, notes, isHeaded, isRuled, isScattered: areScattered };
}

/** What closes a list in the markup of a page. */
const CLOSING = /^<\/(?:ol|ul|dl|div|section)>$/;

/** Whether a line parts the notes of a list, or closes it. */
export function isRuleOfList(text: string): boolean {
  return CLOSING.test(text) || SIGN_RULE.test(text);
}

/** Under a heading all that stands below the last note is of it, but where it seems to be text. */
function isOfLast(lines: readonly Line[], from: number, to: number, isCalling: (line: number) => boolean): boolean {
  for (let line = from; line < to && line - from <= MAX_TAIL; line++) {
    const { text = '' } = lines[line] ?? {};
    if (isCalling(line) || RULE.test(text) || NOTES_HEADING.test(text)) return false;
  }
  return to - from <= MAX_TAIL;
}

/** The lines of a list: its rule and heading, and its notes. */
export function linesOf({ from, to, closing, notes }: Extent): readonly number[] {
  const found: number[] = [];
  for (let line = from; line < (notes[0]?.from ?? from); line++) found.push(line);
  for (const note of notes) for (let line = note.from; line < note.to; line++) found.push(line);
  for (let line = to - closing; line < to; line++) found.push(line);
  return found;
}

/** Whether the notes of a run say themselves where they end. */
function hasEnd({ style }: Run): boolean {
  return style === RETURNING || style.tail !== undefined;
}

/** Whether a line is the last of a note that says where it ends. */
function isEnd({ style }: Run, text: string): boolean {
  return style === RETURNING ? returns(text) : style.tail?.test(text) === true;
}

/** Whether what stands between a note and the next calls that: then it is text, each note below the paragraph that calls it. */
function isParted(run: Run, end: number, next: Run['entries'][number], calls: Calling['calls']): boolean {
  const { label = '' } = next.marker;
  if (run.style.countsAnew === true && run.style.isOfPoints !== true) return false;
  for (let line = end; line < next.line; line++) if (calls(line, label)) return true;
  return false;
}

/** Whether text stands between two notes, which may be where nothing else is marked so: each note below the paragraph that calls it. */
function isScattered(lines: readonly Line[], run: Run, from: number, to: number): boolean {
  if (run.style.telling !== 'alone' || to - from === 1) return false;
  return hasEnd(run) || lines.slice(from + 1, to).some(({ text }) => /\[\^[^\]]+\](?!:)/.test(text));
}

/** The head of a printed page, its number set apart. */
export const RUNNING_HEAD = /^\d{1,4}\s{3,}\S.*[^.]$|\S\s{3,}\d{1,4}$/;

/** `† Not found.` below numbered notes: the first of another list. */
const SIGNED_NOTE = /^[*†‡§¶‖]{1,3}\s*[\p{Lu}“"‘']/u;

/** Whether a line is marked as a note with a sign. */
export function isSigned(text: string): boolean {
  return SIGNED_NOTE.test(text);
}

function isOfAnother({ entries }: Run, text: string): boolean {
  return isSigned(text) && /^[\p{L}\p{N}]/u.test(entries[0]?.marker.label ?? '*');
}

/** Whether a line goes on with the note that begins at `marked`: it stands right below, or hangs further in. */
function goesOn(lines: readonly Line[], run: Run, marked: number, at: number): boolean {
  const line = lines[at];
  const head = lines[marked];
  if (
    line === undefined ||
    head === undefined ||
    RULE.test(line.text) ||
    SIGN_RULE.test(line.text) ||
    RUNNING_HEAD.test(line.text)
  )
    return false;
  if (isOfAnother(run, line.text) || isEnd(run, lines[at - 1]?.text ?? '')) return false;
  // Where nothing else is marked so, a marked line begins another note.
  if (run.style.telling === 'alone' && run.style.pattern.test(line.text)) return false;
  if (line.blankBefore === 0 && at === marked + 1 && isOnlyMarker(run, head.text)) return true;
  // Another paragraph hangs; a heading in the middle of the sheet and a numbered point are of the text.
  if (line.blankBefore > 0)
    return line.indent >= head.indent + HANGING && line.indent <= head.indent + FURTHEST && !POINT.test(line.text);
  // Lines of one note each are paragraphs: what stands below them is not of them, unless it hangs.
  return line.indent >= head.indent + HANGING || isWrapped(lines, head, at);
}

/** Whether the marker of a note stands alone above it. */
function isOnlyMarker({ style }: Run, text: string): boolean {
  return text.length <= LONGEST_MARKER && style.pattern.exec(text)?.[0].length === text.length;
}

const LONGEST_MARKER = 20;

/** A line goes on with the one above where that is full, or breaks off inside a sentence. */
function isWrapped(lines: readonly Line[], head: Line, at: number): boolean {
  const before = lines[at - 1];
  const line = lines[at];
  if (before === undefined || line === undefined) return false;
  const isOpen = !/[.?!:)\]”"’]$/.test(before.text);
  return (
    isOpen || (before.text.length >= FULL && before.text.length <= LONGEST_TYPED && head.text.length <= LONGEST_TYPED)
  );
}

/** From this length on a typed line is full; longer than the second, a line is a paragraph. */
const FULL = 50;
const LONGEST_TYPED = 110;

/** The notes of a list, its markers, tails and arrows left out. */
export function notesOf(lines: readonly Line[], run: Run, extent: Extent): readonly Endnote[] {
  const isLabelled = run.entries.every(({ marker }) => marker.label !== undefined);
  const notes = run.entries.map(({ marker }, index) => {
    const { from, to: end } = extent.notes[index] ?? { from: 0, to: 0 };
    // A rule of signs parts the note from the next.
    let to = end;
    while (to - 1 > from && SIGN_RULE.test(lines[to - 1]?.text ?? '')) to--;
    const own = lines.slice(from, to).map((line, at): NoteLine => {
      const skipped = at === 0 ? marker.length : 0;
      const words = withoutReturn(line.text.slice(skipped));
      return {
        text: at === to - from - 1 && run.style.tail !== undefined ? words.replace(run.style.tail, '') : words,
        start: line.start + skipped,
        line: { start: line.start, end: line.start + line.text.length },
        ...(at > 0 && line.blankBefore > 0 ? { startsParagraph: true } : {}),
      };
    });
    return { ...(isLabelled && marker.label !== undefined ? { label: marker.label } : {}), lines: own };
  });
  return isLabelled ? partedNotes(notes, run) : notes;
}
