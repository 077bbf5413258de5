import type { Span } from '../model/position.js';

/** A text with single spaces, and the way back from its offsets to those of the original. */
export interface Spaced {
  readonly text: string;
  /** The span of the original that a span of `text` stands for. */
  original(span: Span): Span;
}

/** Whether a character is one that `\s` of a regular expression matches, by its UTF-16 code unit. */
export function isSpaceCode(code: number): boolean {
  if (code > 32 && code < 0xa0) return false;
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
  return code === 0xa0 || code === 0xfeff || (code >= 0x1680 && code <= 0x3000 && RARE_SPACES.has(code));
}

const RARE_SPACES: ReadonlySet<number> = new Set([
  0x1680,
  ...Array.from({ length: 11 }, (_, i) => 0x2000 + i),
  0x2028,
  0x2029,
  0x202f,
  0x205f,
  0x3000,
]);

const UNEVEN = /\s{2}|[^\S ]/;

/**
 * Makes every run of white space one space, as the grammar's patterns expect it: line ends and indentation mean nothing in notes,
 * headings and datelines. (It also keeps the patterns linear, which have several optional spaces in a row.)
 */
export function spaced(raw: string): Spaced {
  if (!UNEVEN.test(raw)) return { text: raw, original: (span) => span };
  const offsets: number[] = [];
  let text = '';
  let isAfterSpace = false;
  for (let i = 0; i < raw.length; i++) {
    const isSpace = isSpaceCode(raw.charCodeAt(i));
    if (isSpace && isAfterSpace) continue;
    isAfterSpace = isSpace;
    text += isSpace ? ' ' : raw[i];
    offsets.push(i);
  }
  const end = (offset: number): number => (offset === 0 ? 0 : (offsets[offset - 1] ?? raw.length - 1) + 1);
  return {
    text,
    original: (span) => ({
      start: offsets[span.start] ?? raw.length,
      end: Math.max(end(span.end), offsets[span.start] ?? 0),
    }),
  };
}

/** The words of a text, as `split(/\s+/)` parts them; where single blanks stand between them, as in most, no pattern is needed. */
export function wordsOf(text: string): readonly string[] {
  return text.split(UNEVEN.test(text) ? /\s+/ : ' ');
}

/**
 * A text without the signs at its end that a pattern of one character names. (A pattern that repeats such a sign up to the end is tried at every place of a run, which takes the square
 * of its length.)
 */
export function withoutEnd(text: string, sign: RegExp): string {
  let { length } = text;
  while (length > 0 && sign.test(text[length - 1] ?? '')) length--;
  return text.slice(0, length);
}

/**
 * White space as one space; the spaces that wrapping has left inside brackets and before punctuation taken out. The point of a file number
 * (`CCS .092 Japan`) is no punctuation.
 */
export function closedUp(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/([([]) | (?=[)\],;:]|\.(?!\w))/g, '$1')
    .trim();
}
