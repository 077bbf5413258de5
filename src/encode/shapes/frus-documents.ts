import { readDateline } from '../../grammar/dateline.js';
import { printedNumber, readHeading } from '../../grammar/heading.js';
import { withoutPageMarks } from '../page/page-marks.js';
import type { Line } from '../page/segment.js';
import { isFileNumber } from '../regions/constructs/file-number.js';

/** One document of a file: its lines, and the lines below it that part it from the next. */
export interface FileDocument {
  readonly lines: readonly Line[];
  readonly partings: readonly Line[];
  /** Its heading alone shows that it begins here: it has no dateline. */
  readonly isDoubtful: boolean;
}

/** A line that parts two documents: a rule, or a row of stars. */
const PARTING = /^(?:(?:[-–—_=~]\s?){3,}|(?:[*•]\s?){3,}|#{3,})$/;

/** A heading is at most so long. */
const LONGEST = 400;
/** The dateline stands among so many lines below the heading. */
const BELOW = 3;

/**
 * Cuts a file into its documents, where it holds several in the manner of the series: each with the heading that prints the next number, or the
 * file number and the heading of the older volumes, and a dateline below it. A numbered paragraph has no dateline, and a note of a list that
 * begins like a heading none either.
 */
export function cutDocuments(lines: readonly Line[]): readonly FileDocument[] {
  const starts: { readonly at: number; readonly isDoubtful: boolean }[] = [{ at: 0, isDoubtful: false }];
  let number = numberAt(lines, 0);
  for (let at = 2; at < lines.length; at++) {
    if (at - (starts.at(-1)?.at ?? 0) < 2) continue;
    const heading = isFileNumber(textAt(lines, at)) ? at + 1 : at;
    const own = numberAt(lines, at);
    const follows = own === undefined ? heading > at && number === undefined : isNext(number, own);
    const found = follows ? headingAt(lines, heading, own, heading > at) : undefined;
    if (found === undefined) continue;
    starts.push({ at, isDoubtful: found === 'doubtful' });
    number = own ?? number;
  }
  return starts.map(({ at, isDoubtful }, index) => ({
    ...withoutPartings(lines.slice(at, starts[index + 1]?.at ?? lines.length)),
    isDoubtful,
  }));
}

function textAt(lines: readonly Line[], at: number): string {
  return withoutPageMarks(lines[at]?.text ?? '');
}

/** The number that the heading of the document that begins at a line prints. */
function numberAt(lines: readonly Line[], at: number): number | undefined {
  const text = textAt(lines, at);
  const number = printedNumber(isFileNumber(text) ? textAt(lines, at + 1) : text);
  return number === undefined ? undefined : Number.parseInt(number, 10);
}

/** A file can leave documents out, but not many; where it begins with none, its first number is the next. */
function isNext(before: number | undefined, number: number): boolean {
  return before !== undefined && number > before && number - before <= MOST_LEFT_OUT;
}

const MOST_LEFT_OUT = 50;

/** Whether a line is the heading of a document; undefined where it is none. */
function headingAt(
  lines: readonly Line[],
  at: number,
  number: number | undefined,
  hasFileNumber: boolean,
): 'sure' | 'doubtful' | undefined {
  const text = textAt(lines, at);
  if (text.length > LONGEST || text === '') return undefined;
  const { genre, correspondents, dateline } = readHeading(text);
  if (genre === undefined && correspondents.length < 2) return undefined;
  if (genre === 'editorial-note') return number === undefined ? undefined : 'sure';
  if (dateline?.date !== undefined && (lines[at]?.blankBefore ?? 0) > 0) return 'sure';
  if (hasDateline(lines, at)) return 'sure';
  if (hasFileNumber && textAt(lines, at - 1).includes('/') && correspondents.length > 1) return 'sure';
  // Without a dateline the heading must be one by all else: a heading is no sentence, and does not count with the lines around it.
  return genre !== undefined && /[^.;:,?!]$/.test(text) && !isCounted(lines, at, number) ? 'doubtful' : undefined;
}

/** Whether a dateline stands below a heading, with no other heading between. */
function hasDateline(lines: readonly Line[], at: number): boolean {
  for (let below = at + 1; below <= at + BELOW; below++) {
    const text = textAt(lines, below);
    if (isDateline(text)) return true;
    if (printedNumber(text) !== undefined && readHeading(text).genre !== undefined) return false;
  }
  return false;
}

function isDateline(text: string): boolean {
  if (text.length > LONGEST_DATELINE) return false;
  return readDateline(text)?.date !== undefined || readDateline(text.replace(CALL, ''))?.date !== undefined;
}

/** A call that stands at the end of a dateline. */
const CALL = /(?:\[\^?\w{1,3}\]|\(\d{1,2}\)|\d{1,2}|[*†‡¹²³⁴-⁹]+)$/;

/** Whether a numbered line counts with a line right above or below it: `1. …`, `2. Telegram From …`. */
function isCounted(lines: readonly Line[], at: number, number: number | undefined): boolean {
  if (number === undefined) return false;
  const numberOf = (index: number): number =>
    Number(/^\[?(\d{1,4})[.)\]]/.exec(textAt(lines, index))?.[1] ?? Number.NaN);
  return numberOf(at - 1) === number - 1 || numberOf(at + 1) === number + 1;
}

const LONGEST_DATELINE = 120;

function withoutPartings(lines: readonly Line[]): Pick<FileDocument, 'lines' | 'partings'> {
  let end = lines.length;
  while (end > 1 && PARTING.test(lines[end - 1]?.text ?? '')) end--;
  return { lines: lines.slice(0, end), partings: lines.slice(end) };
}
