import type { Span } from '../../model/position.js';
import type { Line } from '../page/segment.js';

/** A note as it stands at the end of the raw text. */
export interface Endnote {
  /** The number or sign that the list prints, where it is the call's own; a renumbered list gives none. */
  readonly label?: string;
  /** The note's lines without label and return arrow; nearly always one. */
  readonly lines: readonly NoteLine[];
}

export interface NoteLine {
  readonly text: string;
  /** The offset of `text` in the raw text. */
  readonly start: number;
  /** The whole line with its label and arrow, as offsets in the raw text. */
  readonly line: Span;
}

export interface Endnotes {
  readonly notes: readonly Endnote[];
  /** The lines before the notes. */
  readonly body: readonly Line[];
  /** Whether the list can be nothing else (a renumbered list may be a numbered list of the text). */
  readonly isCertain: boolean;
}

interface NoteStyle {
  readonly pattern: RegExp;
  /** The list prints the calls' own numbers. */
  readonly isLabelled: boolean;
  /** The list counts from 1 without a gap. */
  readonly isCounted: boolean;
  readonly isCertain: boolean;
  /** What the first note begins with, where the pattern alone tells no list of notes from a list of the text. */
  readonly first?: RegExp;
}

const LABEL = String.raw`\d{1,4}[a-z]?|[*†‡§¶#]{1,4}|[a-z]`;

/** How notes are listed at the end of a text, the surest first. Group 1 is the label; the match's end is where the note's text starts. */
const STYLES: readonly NoteStyle[] = [
  // Markdown: `[^2a]: Minister Counselor …`
  { pattern: new RegExp(String.raw`^\[\^(${LABEL})\]:\s*`), isLabelled: true, isCounted: false, isCertain: true },
  // The text that browsers and readers extract from the web site: `- Not printed.↩`
  { pattern: /^(?:[-*•]|\d{1,4}\.)\s+(?=.*↩\uFE0E?$)/, isLabelled: false, isCounted: false, isCertain: true },
  // The same without the arrow, which no 8-bit encoding has: only the source note shows that the list is one of notes.
  { pattern: /^[-*•]\s+/, isLabelled: false, isCounted: false, isCertain: true, first: /^[-*•]\s+Source: / },
  // `[37] Ante, p. 132.`
  { pattern: new RegExp(String.raw`^\[(${LABEL})\]\s+`), isLabelled: true, isCounted: false, isCertain: true },
  // Copied from the web site: `  1. Not printed.`, counted anew
  { pattern: /^(\d{1,4})\.\s+/, isLabelled: false, isCounted: true, isCertain: false },
];

/** What follows a note's text and is not of it. */
const RETURN = /\s*↩\uFE0E?$/;

/**
 * Parts the lines of a text into its body and the notes that are listed at its end. A line of the list that does not begin a note
 * goes on with the note before it.
 */
export function takeEndnotes(lines: readonly Line[]): Endnotes {
  for (const style of STYLES) {
    const first = firstOfList(lines, style);
    if (first !== undefined) return readList(lines, first, style);
  }
  return { notes: [], body: lines, isCertain: true };
}

/** Longest run of lines between two notes that is taken for the rest of the first. */
const MAX_CONTINUATION = 6;

function firstOfList(lines: readonly Line[], style: NoteStyle): number | undefined {
  let first: number | undefined;
  let expected: number | undefined;
  for (let i = lines.length - 1; i >= 0; i--) {
    const match = style.pattern.exec(lines[i]?.text ?? '');
    if (match === null) {
      // Below the last note nothing but its own continuation can stand, and a list of notes is closed.
      if ((first ?? lines.length) - i > (first === undefined ? 1 : MAX_CONTINUATION))
        return finish(first, expected, style);
      if (first === undefined && style.isCounted) return undefined;
      continue;
    }
    if (style.isCounted) {
      const number = Number(match[1]);
      if (expected !== undefined && number !== expected - 1) return finish(first, expected, style);
      expected = number;
    }
    first = i;
    if (expected === 1 || style.first?.test(match.input)) return first;
  }
  return finish(first, expected, style);
}

function finish(first: number | undefined, expected: number | undefined, style: NoteStyle): number | undefined {
  return style.first !== undefined || (style.isCounted && expected !== 1) ? undefined : first;
}

function readList(lines: readonly Line[], first: number, style: NoteStyle): Endnotes {
  const notes: { label?: string; lines: NoteLine[] }[] = [];
  for (const line of lines.slice(first)) {
    const match = style.pattern.exec(line.text);
    const marker = match?.[0].length ?? 0;
    const text: NoteLine = {
      text: line.text.slice(marker).replace(RETURN, ''),
      start: line.start + marker,
      line: { start: line.start, end: line.start + line.text.length },
    };
    if (match === null) notes.at(-1)?.lines.push(text);
    else notes.push({ ...(style.isLabelled && match[1] !== undefined ? { label: match[1] } : {}), lines: [text] });
  }
  // Copied lists are indented, and paragraphs are not.
  const isIndented =
    lines.slice(first).every((line) => line.indent >= 2) && lines.slice(0, first).every((line) => line.indent < 2);
  return { notes, body: lines.slice(0, first), isCertain: style.isCertain || isIndented };
}
