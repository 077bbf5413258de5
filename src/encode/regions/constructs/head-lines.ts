import { readDateline } from '../../../grammar/dateline.js';
import { isFileLine, isHeading } from '../../../grammar/file-line.js';
import { readHeading } from '../../../grammar/heading.js';
import { isMarkingLine } from './marking-line.js';

/** The lines that stand above the text of a document of a printed series, as their places. */
export interface HeadLines {
  /** Where the paper is kept: file numbers and the signatures of record offices. */
  readonly files: readonly number[];
  /** The number of the document on a line of its own. */
  readonly number?: number;
  readonly heading: number;
  /** How many lines below the heading go on with it: `to the Secretary of State`. */
  readonly more: number;
  /** The lines above it that are the same heading in another language. */
  readonly otherTongue?: { readonly from: number; readonly to: number };
}

/** `42`, `[73.]`, `No. 42`, `Doc. 12`, `Nr. 37`: the number of a document alone on its line. */
const NUMBER_LINE =
  /^\[?(?:No\.?|Nr\.?|N[º°]\.?|Doc(?:ument)?\.?(?: No\.)?|Dokument(?: Nr\.)?)?\s*(\d{1,4}[A-Za-z]?)\s*\.?\]?$/;

/** Longest heading below a number that stands alone; what is longer is text. */
const LONGEST_HEADING = 400;
const MOST_FILES = 2;
const LONGEST_HALF = 160;
/** A heading goes on over so many lines at most. */
const MOST_MORE = 3;
const LONGEST_REFERENCE = 80;

/** Words that the lower lines of a heading begin with, in the languages of the series. */
const LOWER = /^(?:to|and|au|aux|à|al|alla|an den|an die) [^.?!:;]{2,140}\.?$/iu;
/** What the upper line of a heading ends with where it goes on below. */
const OPEN = /(?:,|\b(?:of|to|from|the|on|and|in|for|with|by|at))$/i;

/** The beginning of a heading whose lower lines are those of another language. */
const OTHER_TONGUE =
  /^(?:Le|La|Les|L['’])\s?\p{L}.*|^(?:Extrait|Mémorandum|Note|Télégramme|Projet|Décret|Procès-verbal)\b.*/u;
const OTHER_LOWER = /^(?:au|aux|à|pour|d['’]une|de la|du)\s/u;

/** The number of a document that a line consists of. */
export function numberAlone(text: string): string | undefined {
  return NUMBER_LINE.exec(text)?.[1];
}

/** How many lines below one go on with it as a heading. */
function moreBelow(textAt: (line: number) => string, at: number, count: number): number {
  let heading = textAt(at);
  let more = 0;
  while (more < MOST_MORE && at + more + 1 < count) {
    const upper = textAt(at + more);
    const lower = textAt(at + more + 1);
    const whole = `${heading} ${lower}`;
    if (upper.length > LONGEST_HALF || lower.length > LONGEST_HALF || !goesOn(heading, upper, lower, whole)) break;
    heading = whole;
    more++;
  }
  return more;
}

function goesOn(heading: string, upper: string, lower: string, whole: string): boolean {
  if (lower === '' || (!LOWER.test(lower) && !OPEN.test(upper))) return false;
  if (/\s{3,}|\t/.test(lower) || isMarkingLine(lower) || isFileLine(lower, '')) return false;
  const isDate = readDateline(lower)?.date !== undefined;
  // `The President's News Conference of / October 3, 1962`
  if (isDate) return /\b(?:of|on)$/i.test(upper);
  if (/[.;:?!]$/.test(upper) && !/\b\p{Lu}\.$/u.test(upper)) return false;
  const isCapital = /^[\p{Lu}“"(]/u.test(lower);
  if (!LOWER.test(lower)) return OPEN.test(upper) && (isCapital || /^\p{Ll}/u.test(lower)) && isHeading(whole);
  return parties(whole) > 1 && parties(heading) < 2;
}

/** How many sides a heading names. */
function parties(heading: string): number {
  return new Set(readHeading(heading.replace(CALL, '')).correspondents.map(({ type }) => type)).size;
}

/** The call at the end of a heading. */
const CALL = /(?:\[\^?[\w*†‡]{1,3}\]|[¹²³⁴-⁹]{1,2}|(?<=[\p{L}.)\]])\d{1,2})$/u;

function isReferenceAt(textAt: (line: number) => string, at: number, isNumbered: boolean): boolean {
  const isAbove = numberAlone(textAt(at + 1)) !== undefined;
  if (!isNumbered && !isAbove) return false;
  const below = isAbove ? at + 2 : at + 1;
  return isReference(textAt(at), textAt(below), textAt(below + 1));
}

/** Whether a line above a heading says where a paper is kept, in whatever form: short, with figures, no words of prose and no heading. */
function isReference(text: string, below: string, further: string): boolean {
  if (text.length > LONGEST_REFERENCE || !/\d/.test(text) || /[.?!:;,]$/.test(text) || /\t|\s{6,}\p{L}+,/u.test(text))
    return false;
  if (readDateline(text)?.date !== undefined || isHeading(text)) return false;
  return parties(below) > 1 || parties(`${below} ${further}`) > 1;
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
    else if (files.length < MOST_FILES && isReferenceAt(textAt, at, number !== undefined)) files.push(at);
    else break;
  }
  const own = moreBelow(textAt, at, count);
  // The heading in the other language of the series, and below it the same in English
  let english = at + 1;
  while (english < count && OTHER_LOWER.test(textAt(english))) english++;
  const isTwofold = OTHER_TONGUE.test(textAt(at)) && english < count;
  const inEnglish = isTwofold ? moreBelow(textAt, english, count) : 0;
  const isDoubled = isTwofold && inEnglish > 0 && parties(joined(textAt, english, inEnglish)) > 1;
  return {
    files,
    heading: isDoubled ? english : at,
    more: isDoubled ? inEnglish : own,
    ...(isDoubled ? { otherTongue: { from: at, to: english } } : {}),
    ...(number === undefined ? {} : { number }),
  };
}

function joined(textAt: (line: number) => string, at: number, more: number): string {
  return Array.from({ length: more + 1 }, (_, line) => textAt(at + line)).join(' ');
}
