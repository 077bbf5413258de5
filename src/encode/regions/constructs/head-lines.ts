import { isFileLine } from '../../../grammar/file-line.js';
import { readHeading } from '../../../grammar/heading.js';

/** The lines that stand above the text of a document of a printed series, as their places. */
export interface HeadLines {
  /** Where the paper is kept: file numbers and the signatures of record offices. */
  readonly files: readonly number[];
  /** The number of the document on a line of its own. */
  readonly number?: number;
  readonly heading: number;
  /** How many lines below the heading go on with it: `to the Secretary of State`. */
  readonly more: number;
}

/** `42`, `[73.]`, `No. 42`, `Doc. 12`, `Nr. 37`: the number of a document alone on its line. */
const NUMBER_LINE =
  /^\[?(?:No\.?|Nr\.?|N[º°]\.?|Doc(?:ument)?\.?(?: No\.)?|Dokument(?: Nr\.)?)?\s*(\d{1,4}[A-Za-z]?)\s*\.?\]?$/;

/** Longest heading below a number that stands alone; what is longer is text. */
const LONGEST_HEADING = 400;
const MOST_FILES = 2;
const LONGEST_HALF = 160;

/** The lower half of a heading that is printed on two lines. */
const CONTINUATION = /^to \p{L}[^.?!:;]{2,140}$/u;

/** Whether a line is the sender of a heading whose receiver stands on the next. */
function isUpperHalf(upper: string, lower: string): boolean {
  if (upper.length > LONGEST_HALF || /[.,;:?!]$/.test(upper)) return false;
  return readHeading(`${upper} ${lower}`).correspondents.length > 1 && readHeading(upper).correspondents.length < 2;
}

/** The number of a document that a line consists of. */
export function numberAlone(text: string): string | undefined {
  return NUMBER_LINE.exec(text)?.[1];
}

/**
 * Which of the first lines are file numbers, the number of the document, and its heading; in the series they stand in either order.
 * @param textAt the text of a line, empty beyond the last
 */
export function headLines(textAt: (line: number) => string, count: number): HeadLines {
  const files: number[] = [];
  let number: number | undefined;
  let at = 0;
  for (; at + 1 < count; at++) {
    const text = textAt(at);
    const below = textAt(at + 1);
    const next = numberAlone(below) === undefined ? below : textAt(at + 2);
    if (number === undefined && numberAlone(text) !== undefined && below.length <= LONGEST_HEADING) number = at;
    else if (files.length < MOST_FILES && isFileLine(text, next)) files.push(at);
    else break;
  }
  const isSplit = at + 1 < count && CONTINUATION.test(textAt(at + 1)) && isUpperHalf(textAt(at), textAt(at + 1));
  return { files, heading: at, more: isSplit ? 1 : 0, ...(number === undefined ? {} : { number }) };
}
