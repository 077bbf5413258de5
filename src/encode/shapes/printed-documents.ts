import { readDateline } from '../../grammar/dateline.js';
import { isFileNumber, isHeading } from '../../grammar/file-line.js';
import { printedNumber, readHeading } from '../../grammar/heading.js';
import type { Span } from '../../model/position.js';
import { withoutPageMarks } from '../page/page-marks.js';
import type { Line } from '../page/segment.js';
import { headLines, numberAlone } from '../regions/constructs/head-lines.js';

/** A document of a printed text: its lines, and the rule that parts it from the next. */
export interface PrintedDocument {
  readonly lines: readonly Line[];
  /** Lines of signs between two documents: no words of either. */
  readonly rules: readonly Span[];
  /** Lines that read as the heading of another document, with a number, and begin none. */
  readonly headings: readonly Line[];
}

const RULE = /^(?:[-–—_=*#~·•]\s*){3,}$/;
const NUMBERED = /^\[?\d{1,4}[A-Za-z]?\.\]?\s+\p{Lu}/u;
const EDITORIAL_NOTE = /^\[?\d{1,4}[A-Za-z]?\.\]?\s+Editorial Note\b.{0,12}$/;
const LONGEST_HEADING = 400;
/** The dateline stands among so many lines below the heading. */
const LINES_TO_DATELINE = 5;
const LONGEST_DATELINE = 140;
/** Numbers of documents grow by so much at most: an editor may leave some out. */
const LARGEST_STEP = 40;

/** The call at the end of a line, which the reader of headings and dates does not know. */
const CALL = /(?:\[\^?[\w*†‡]{1,3}\]|[¹²³⁴-⁹]{1,2}|(?<=[\p{L}.)\]])\d{1,2}|(?<=\d{4})\d{1,2})$/u;

/**
 * Cuts a printed text into its documents: a heading with a greater number begins one, or a file number with a heading below it, where a dateline
 * follows. One pass.
 */
export function printedDocuments(lines: readonly Line[]): readonly PrintedDocument[] {
  const texts = lines.map((line) => withoutPageMarks(line.text));
  const first = headLines((line) => texts[line] ?? '', Math.min(texts.length, LINES_TO_DATELINE));
  const isOfFiles = first.files.length > 0;
  let number = numberIn(texts[first.number ?? -1]) ?? numberIn(texts[first.heading]);
  const starts = [0];
  const headings: number[] = [];
  for (let at = first.heading + 1; at < texts.length; at++) {
    const text = texts[at] ?? '';
    const own = numberIn(text);
    // What stands right below a heading is no other document's, but can be the heading itself.
    const isNext =
      at > first.heading + 1 &&
      own !== undefined &&
      number !== undefined &&
      own > number &&
      own <= number + LARGEST_STEP;
    if (own !== undefined && isNumberedHeading(texts, at)) {
      if (isNext && (EDITORIAL_NOTE.test(text) || isDated(texts, at))) {
        starts.push(isFileNumber(texts[at - 1] ?? '') ? at - 1 : at);
        number = own;
        at++;
      } else if (isDoubtful(text)) headings.push(at);
    } else if (isOfFiles && number === undefined && isDecimal(text) && opensDocument(texts, at + 1)) {
      starts.push(at);
      at++;
    }
  }
  return starts.map((start, index) => documentOf(lines, start, starts[index + 1] ?? lines.length, headings));
}

function documentOf(lines: readonly Line[], start: number, end: number, headings: readonly number[]): PrintedDocument {
  let last = end;
  while (last - 1 > start && RULE.test(lines[last - 1]?.text ?? '')) last--;
  return {
    lines: lines.slice(start, last),
    rules: lines.slice(last, end).map((line) => ({ start: line.start, end: line.start + line.text.length })),
    headings: headings.flatMap((at) => (at >= start && at < end ? (lines[at] ?? []) : [])),
  };
}

function numberIn(text: string | undefined): number | undefined {
  const words =
    text === undefined || text.length > LONGEST_HEADING ? undefined : (numberAlone(text) ?? printedNumber(text));
  return words === undefined ? undefined : Number.parseInt(words, 10);
}

const LONGEST_DOUBTFUL = 240;

/** The number, the genre and both sides of a heading, in letters as print has them: more than an item of a list. */
function isDoubtful(text: string): boolean {
  if (text.length > LONGEST_DOUBTFUL || !/\p{Ll}/u.test(text)) return false;
  const { genre, correspondents, number } = readHeading(bare(text));
  return number !== undefined && genre !== undefined && correspondents.length > 1;
}

/** A file number with a stroke; the names of files alone begin no document. */
function isDecimal(text: string): boolean {
  return text.includes('/') && /^\W?\d/.test(text) && isFileNumber(text);
}

function bare(text: string): string {
  return text.replace(CALL, '');
}

/** A number with the words of a heading after it, or alone above them. */
function isNumberedHeading(texts: readonly string[], at: number): boolean {
  const text = texts[at] ?? '';
  if (numberAlone(text) !== undefined) return /^\[?N/.test(text) && opensDocument(texts, at + 1);
  if (!NUMBERED.test(text) || /[.;:]$/.test(bare(text))) return false;
  const { genre, correspondents } = readHeading(bare(text));
  return EDITORIAL_NOTE.test(text) || genre !== undefined || correspondents.length > 1;
}

/** Whether the heading of a document stands at a line, its dateline below. */
function opensDocument(texts: readonly string[], at: number): boolean {
  const text = bare(texts[at] ?? '');
  return isHeading(text) && readHeading(text).correspondents.length > 1 && isDated(texts, at);
}

function isDated(texts: readonly string[], at: number): boolean {
  if (readHeading(bare(texts[at] ?? '')).dateline !== undefined) return true;
  return texts.slice(at + 1, at + 1 + LINES_TO_DATELINE).some((text) => {
    if (text.length > LONGEST_DATELINE) return false;
    const columns = text.split(/\s{3,}|\t/);
    return [text, ...(columns.length > 1 ? columns : [])].some(
      (part) => (readDateline(part) ?? readDateline(bare(part)))?.date !== undefined,
    );
  });
}
