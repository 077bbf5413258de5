import { withoutEnd } from '../../../grammar/spaces.js';
import type { Line } from '../../page/segment.js';
import { isSignature } from '../../regions/constructs/closer.js';
import { partsOf } from './captions.js';

/** A line of dashes. */
export function isRule(text: string): boolean {
  return /^[-=_–—*]{3,}$/.test(text);
}

const LONGEST_HEADING = 70;

/** Whether a line is a heading that a rule of dashes underlines, or one of its rules. */
export function isHeading(lines: readonly Line[], at: number): boolean {
  const { text = '' } = lines[at] ?? {};
  if (isRule(text)) {
    const isUnder = isHeadingText(lines[at - 1]) && (lines[at]?.blankBefore ?? 0) === 0 && !goesBefore(lines, at - 1);
    const isOver =
      isHeadingText(lines[at + 1]) && (lines[at + 1]?.blankBefore ?? 0) === 0 && isRule(lines[at + 2]?.text ?? '');
    return isUnder || isOver;
  }
  const below = lines[at + 1];
  // A name above a note of the communications centre signs the text.
  if (isApart(lines, at)) return !(isNameLine(lines[at]?.text ?? '') && AFTER_NAME.test(below?.text ?? ''));
  return isHeadingText(lines[at]) && isRule(below?.text ?? '') && below?.blankBefore === 0 && !goesBefore(lines, at);
}

/** Whether a line stands between two empty lines and is short, without a stop, and in capitals or headline style. */
function isApart(lines: readonly Line[], at: number): boolean {
  const { text = '', blankBefore = 0 } = lines[at] ?? {};
  const below = lines[at + 1];
  if (blankBefore === 0 || below === undefined || below.blankBefore === 0 || text.length > LONGEST_APART) return false;
  if (
    /[.,;:?!"”)]$|\d{3}|^\(?\w{1,2}[.)]\s|^-|^(?:BEGIN|END|QUOTE|UNQUOTE|TEXT)\b/i.test(text) ||
    !isHeadingText(lines[at])
  )
    return false;
  const words = text.split(/\s+/);
  if (text === text.toUpperCase()) return words.length <= 8 && below.text.length > 40;
  return (
    words.length <= 6 &&
    words.every((word) => /^(?:\p{Lu}|\(|(?:a|an|and|as|at|by|for|in|of|on|or|the|to|vs?|with)$)/u.test(word))
  );
}

const LONGEST_APART = 60;

/** Whether a line goes on with the text right above it. */
function goesBefore(lines: readonly Line[], at: number): boolean {
  const above = lines[at - 1];
  return (
    (lines[at]?.blankBefore ?? 0) === 0 && above !== undefined && !isRule(above.text) && !/[.?!:)"”]$/.test(above.text)
  );
}

function isHeadingText(line: Line | undefined): boolean {
  if (line === undefined || line.text.length > LONGEST_HEADING || isRule(line.text)) return false;
  return /\p{L}{3}/u.test(line.text) && !/\S\s{3,}\S/.test(line.text) && !/^\(?\d{1,2}[.)]\s/.test(line.text);
}

const FEWEST_ATTRIBUTES = 3;

/** Where the attributes begin that an archive prints below a message (`Draft Date: 06 JUL 1976`), a line each; `end` where there are none. */
export function attributesStart(lines: readonly Line[], from: number, end: number): number {
  let start = end;
  let count = 0;
  for (let at = end - 1; at >= from; at--) {
    const text = lines[at]?.text ?? '';
    if (/^[A-Z][A-Za-z/]*(?: [A-Za-z/]+){0,4}:(?:\s|$)/.test(text) && /^[^:]*[a-z]/.test(text)) {
      start = at;
      count++;
    } else if (count > 0 && (lines[at + 1]?.blankBefore ?? 0) > 0) break;
    else if (text.length > 80) break;
  }
  return count >= FEWEST_ATTRIBUTES && isRunOf(lines, start, end, count) ? start : end;
}

/** Whether most lines of a stretch are attributes: a paragraph can begin with a word and a colon too. */
function isRunOf(lines: readonly Line[], start: number, end: number, count: number): boolean {
  return count * 2 > end - start && lines.slice(start, end).every(({ text }) => text.length < 300);
}

/** What can follow on a signature before the end: notes of the communications centre, downgrading groups. */
const AFTER_NAME =
  /^(?:NOTE\b|\(?#|\*|CORRECTION\b|GP-?\s?\d|GROUP \d|DECL|DRAFTED|APPROVED|CLEARED|XGDS|GDS|ADV(?:ANCE)?\b|SECTION\b)/;
const NO_NAME =
  /\b(?:THE|OF|AND|TO|IN|ON|FOR|END|CONSIDERED|REGARDS|UNQUOTE|QUOTE|COMMENT|SUMMARY|TEXT|PARA|FYI|BT|MESSAGE|ENCLOSURE|ATTACHMENT|APPROVED|NONE|UNCLASSIFIED|SECRET|CONFIDENTIAL|WE|HE|IT|IS|ARE|NOT|MINIMIZE)\b/;
const MAX_BELOW = 4;

/** Words after which a sentence goes on. */
const OPEN = /\b(?:THE|A|AN|OF|TO|IN|ON|AT|BY|FOR|FROM|WITH|AND|OR|THAT|WHICH|AS|IS|ARE|WAS|WERE|WILL|VIA)$|[,(]$/;

/** Where a signature stands, and how sure that is; `offset` is where it begins in its line. */
export interface FoundSignature {
  readonly at: number;
  readonly offset: number;
  readonly isDoubtful: boolean;
}

/**
 * The name under the last line of a text: one to three words in capitals, or one with a capital, on a line of its own or after the last sentence.
 * @param isText whether a line is of the text, and of no page
 */
export function findSignature(
  lines: readonly Line[],
  from: number,
  end: number,
  isText: (at: number) => boolean,
): FoundSignature | undefined {
  let below = 0;
  for (let at = end - 1; at >= from && below <= MAX_BELOW; at--) {
    if (!isText(at)) continue;
    const text = lines[at]?.text ?? '';
    // A caption repeated below the name is none.
    if (isNameLine(text) && partsOf(text) === undefined) return signatureAt(lines, at, { from, end, isText });
    const inLine =
      /(?:[.?!]["”]?\s{1,4}|\bUNQUOTE\.?\s+)(?=([A-Z][A-Z'’-]{2,20}(?: [A-Z][A-Z'’-]{3,20})?)\s*[#*]*$)/.exec(text);
    if (inLine !== null && below === 0 && isNameLine(inLine[1] ?? '')) {
      const offset = inLine.index + inLine[0].length;
      // An abbreviation has a full stop too: `AT 10 A.M. PARIS`.
      return { at, offset, isDoubtful: /\b[A-Z]\.\s+$|\b(?:NO|MR|DR|ST|AMB|GEN)\.\s+$/.test(text.slice(0, offset)) };
    }
    if (!AFTER_NAME.test(text) && partsOf(text) === undefined && !isOfNote(lines, at)) return undefined;
    below++;
  }
  return undefined;
}

/** A word that has as much room on the line above was not parted from it. */
const MUCH_ROOM = 10;

function signatureAt(
  lines: readonly Line[],
  at: number,
  { from, end, isText }: { readonly from: number; readonly end: number; readonly isText: (at: number) => boolean },
): FoundSignature | undefined {
  let above = at - 1;
  while (above >= from && !isText(above)) above--;
  if (above < from) return undefined;
  const before = lines[above]?.text ?? '';
  if (/[.?!:;"”')\]#*]$/.test(before) || /^END\b/.test(before) || isClearanceLine(before))
    return { at, offset: 0, isDoubtful: false };
  // A word that is parted is no name's either.
  if (OPEN.test(before) || /\p{L}-$/u.test(before)) return undefined;
  // Telegrams leave out the last full stop; a word that had room on the line above is no part of it.
  const room = width(lines, from, end) - before.length - (lines[at]?.text.length ?? 0) - 1;
  return { at, offset: 0, isDoubtful: room < MUCH_ROOM };
}

/** The longest typed line. */
function width(lines: readonly Line[], from: number, end: number): number {
  let widest = 0;
  for (let at = from; at < end; at++) {
    const { length } = lines[at]?.text ?? '';
    if (length <= 80 && length > widest) widest = length;
  }
  return widest;
}

function isClearanceLine(text: string): boolean {
  return /^(?:DRAFTED|APPROVED|CLEARED|CLEARANCES?)(?: BY)?\s*:/i.test(text);
}

/** A further line of a note that stands below a name. */
function isOfNote(lines: readonly Line[], at: number): boolean {
  return (lines[at]?.blankBefore ?? 0) === 0 && AFTER_NAME.test(lines[at - 1]?.text ?? '');
}

/** Whether a line can be the name of who signs a cable: a surname, `VON STADEN`, `KISSINGER##`. */
export function isNameLine(text: string): boolean {
  const marked = withoutEnd(text, /[#*]/);
  const bare = marked === text ? text : marked.trimEnd();
  if (bare.length > 32 || !/^\p{Lu}/u.test(bare) || /\p{L}{3,}\.\s/u.test(bare)) return false;
  const isCapitals = bare === bare.toUpperCase();
  const words = bare.split(/\s+/).length;
  if (isCapitals ? words > 3 || NO_NAME.test(bare) : words > 2) return false;
  return isSignature(bare);
}
