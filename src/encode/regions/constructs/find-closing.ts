import { readDateline } from '../../../grammar/dateline.js';
import type { Strand } from '../../page/strand.js';
import { addresseeStart } from './addressee.js';
import {
  columnsOf,
  endsText,
  FOR_NAME,
  INITIALS,
  isClose,
  isFileAtFoot,
  isLong,
  isName,
  isOffice,
  isSignature,
  isTitleLine,
  MAX_NAME,
  ON_BEHALF,
} from './closer.js';
import { withoutStop } from './signature-mark.js';

/** `Attachment: As stated.`, `Enclosures:`, `cc: …` under a signature. */
const ENCLOSURES =
  /^(?:Attachments?|Enclosures?|Encls?|cc|Copies to|Drafted|Drafted by|Clearances?|Tabs?)\.?\s*:|^(?:Enclosures?|Attachments?|Encls?\.?)$/i;

const MOST_ROWS = 6;

/** Where signatures in columns begin: rows of as many short columns each, one of them names. */
function columnsStart(text: (at: number) => string, from: number, end: number): number | undefined {
  const count = columnsOf(text(end - 1)).length;
  let start = end;
  while (start > from && end - start < MOST_ROWS && count > 1 && columnsOf(text(start - 1)).length === count) start--;
  for (let at = start; at < end; at++) {
    const cells = columnsOf(text(at)).map((cell) => text(at).slice(cell.start, cell.end));
    if (cells.every((cell) => isName(cell))) return start;
  }
  return undefined;
}

/** What the lines at the end of a document or of an attachment are. */
export interface Closing {
  /** The first line of the closing. */
  readonly start: number;
  /** Lines on enclosures and copies from here on. */
  readonly enclosures?: number;
  readonly signature?: {
    readonly from: number;
    readonly to: number;
    readonly cert?: 'low';
    readonly isInColumns?: boolean;
  };
  /** Where the signature of a message begins that this one quotes to its end: above its own signature. */
  readonly quoted?: number;
  readonly dateline?: number;
  /** The address at the foot begins here. */
  readonly addressee?: number;
}

/** The last strand is the signature, with how sure that is; or there is none. */
export type KnownSignature = { readonly at: number; readonly cert?: 'low' } | 'none';

/** The closing of a part whose signature is known; it may stand in another part of the document. */
export function knownClosing(signature: KnownSignature, end: number): Closing {
  if (signature === 'none' || signature.at !== end - 1) return { start: end };
  const { at, cert } = signature;
  return { start: at, signature: { from: at, to: end, ...(cert === undefined ? {} : { cert }) } };
}

/** Finds the closing of the lines from `from` to `end`: complimentary close, signature with its title, a dateline below. */
export function findClosing(strands: readonly Strand[], from: number, end: number): Closing {
  const text = (at: number): string => (at >= from && at < end ? (strands[at]?.text ?? '') : '');
  const enclosures = findEnclosures(strands, from, end);
  const addressee = addresseeAt(text, from, enclosures ?? end);
  let at = addressee ?? enclosures ?? end;
  const hasDateline = at - 1 > from && text(at - 1).length < 100 && readDateline(text(at - 1)) !== undefined;
  if (hasDateline) at--;
  const signature = signatureAbove(text, from, at);
  const isFile = enclosures === end - 1 && isFileAtFoot(text(enclosures));
  const isBare = signature === undefined && !hasDateline && addressee === undefined;
  if (enclosures !== undefined && isBare && !isFile) return { start: end };
  const quoted = signature === undefined ? undefined : quotedSignature(text, from, signature.parties);
  let start = quoted ?? signature?.parties ?? at;
  while (start - 1 > from && isClose(text(start - 1))) start--;
  return {
    start,
    ...(enclosures === undefined ? {} : { enclosures }),
    ...(signature === undefined ? {} : { signature: signature.lines }),
    ...(quoted === undefined ? {} : { quoted }),
    ...(hasDateline ? { dateline: at } : {}),
    ...(addressee === undefined ? {} : { addressee }),
  };
}

/** Where the address at the foot begins: under a signature, or after a postscript. */
function addresseeAt(text: (at: number) => string, from: number, end: number): number | undefined {
  const foot = addresseeStart(text, from, end);
  if (foot === undefined) return undefined;
  const isUnder = findSignature(text, from, foot) !== undefined || from === 0 || endsText(text(foot - 1));
  return isUnder ? foot : undefined;
}

/** The signature that ends before a line, and where the parties begin for which it signs. */
function signatureAbove(
  text: (at: number) => string,
  from: number,
  end: number,
): { readonly lines: NonNullable<Closing['signature']>; readonly parties: number } | undefined {
  const columns = columnsStart(text, from, end);
  if (columns !== undefined) {
    const parties = ON_BEHALF.test(text(columns - 1)) ? firstParty(text, from, columns - 1) : columns;
    return { lines: { from: columns, to: end, isInColumns: true }, parties };
  }
  const signature = findSignature(text, from, end);
  if (signature === undefined) return undefined;
  if (!ON_BEHALF.test(text(signature.from - 1))) return { lines: signature, parties: signature.from };
  const parties = firstParty(text, from, signature.from - 1);
  // The line that names the party is not of the signature.
  return { lines: { ...signature, from: parties + 1 }, parties };
}

/** `End text.`, under the last words of a message that another one transmits. */
const END_OF_MESSAGE = /^End (?:of )?(?:text|quote|message|verbatim text|letter)\.?$/i;

/**
 * Where a telegram that quotes a letter to its end has the signature of the letter, above the name of who sends the telegram: `John F. Kennedy”`,
 * or a name under a complimentary close with `End text.` below it.
 */
function quotedSignature(text: (at: number) => string, from: number, own: number): number | undefined {
  const last = END_OF_MESSAGE.test(text(own - 1)) ? own - 2 : own - 1;
  if (last <= from) return undefined;
  const line = text(last);
  const unquoted = line.replace(/[”"]$/, '');
  const isEnd = unquoted !== line ? endsText(text(last - 1)) : last < own - 1 && isClose(text(last - 1));
  return isEnd && isName(withoutStop(unquoted)) ? last : undefined;
}

/** Where the first of several parties begins that sign one under another: `For …:`, the name, its title. */
function firstParty(text: (at: number) => string, from: number, start: number): number {
  let first = start;
  for (;;) {
    const above = findSignature(text, from, first);
    if (above === undefined || above.to !== first || !ON_BEHALF.test(text(above.from - 1))) return first;
    first = above.from - 1;
  }
}

/** Enclosures and copies are named on at most so many lines. */
const MAX_ENCLOSURES = 8;

/** Where the lines on enclosures and copies begin at the end; those that have no label of their own stand under one that has. */
function findEnclosures(strands: readonly Strand[], from: number, end: number): number | undefined {
  let found: number | undefined;
  for (let at = end - 1; at > from && end - at <= MAX_ENCLOSURES; at--) {
    const { text = '', indent = 0 } = strands[at] ?? {};
    if (ENCLOSURES.test(text) || INITIALS.test(text) || isFileAtFoot(text)) found = at;
    else if (text.length > MAX_NAME || /[.?!,:]$/.test(text) || (isSignature(text) && indent === 0)) break;
  }
  return found;
}

function findSignature(
  text: (at: number) => string,
  from: number,
  end: number,
): { readonly from: number; readonly to: number } | undefined {
  for (const titles of [0, 1]) {
    const at = end - 1 - titles;
    if (at < from || (titles === 1 && !isTitleLine(text(end - 1)))) continue;
    const stead = FOR_NAME.exec(text(at))?.[0].length;
    if (stead !== undefined && isSignature(text(at).slice(stead))) {
      // Above it stands the hand of who signed, as far as OCR could read it.
      return { from: at - 1 > from && /^\S{2,20}$/.test(text(at - 1)) ? at - 1 : at, to: end };
    }
    const before = text(at - 1);
    // Under a close a name may end in a stop: `Clark E. Harlan.`
    if (!isSignature(isClose(before) ? withoutStop(text(at)) : text(at))) continue;
    if (at === from || canStandAbove(before, text(at))) return { from: at, to: end };
    if (at - 1 > from && isPair(before, text(at), text(at - 2))) return { from: at - 1, to: end };
  }
  return undefined;
}

/** Whether a name can follow on a line: the end of the text, the party that signs, an office, a paragraph without its stop. */
function canStandAbove(before: string, name: string): boolean {
  return endsText(before) || ON_BEHALF.test(before) || isOffice(before) || (isLong(before) && !/\bof\b/i.test(name));
}

/** Two lines of a signature: two names in full, or the hand above the typed name (`John`, `John J. Muccio`) under the close. */
function isPair(upper: string, lower: string, above: string): boolean {
  if (!isName(lower)) return false;
  return isName(upper) ? endsText(above) : isSignature(upper) && isClose(above);
}
