import { isSignatureOfFile } from '../../../grammar/file-line.js';
import { readHeading } from '../../../grammar/heading.js';
import { readSourceNote } from '../../../grammar/source-note.js';
import type { Facts } from '../context.js';
import { isMarkingLine } from './marking-line.js';

/** A line of an opening that is neither dateline nor marking nor salutation: what it is (`seg/@type`), and what it tells. */
export interface PrintedLine {
  readonly type: 'number' | 'file' | 'genre' | 'received' | 'distribution' | 'marking';
  readonly genre?: string;
  readonly source?: NonNullable<Facts['source']>;
  readonly marking?: string;
}

/**
 * The number of a despatch: `No. 1312`, `Serial No. 7`, `No. 88.]`, `No. 118 Telegraphic [WU 1072/46]`, `No. 337 of October 4`. Groups: what kind of message it is, the
 * file in brackets.
 */
const NUMBER =
  /^\[?(?:(?:Serial|Circular|Telegram|Despatch|Airgram|Letter)\s+)?(?:No[.s]?\s*|(?<=Telegram |Despatch |Letter ))[\w–/-]{1,12}[.,]?(?:\s+of\s+\p{Lu}?[\p{L}\d]+\.?\s+\p{Lu}?[\p{L}\d]+\.?(?:,?\s+\d{4})?)?(?:[\s.,(]+(Telegraphic|Telegram|Saving|Extender|Despatch)(?::?\s+by (?:bag|air|post|cable))?\)?)?(?:\s+(?:Secret|Confidential|Immediate|Priority))*(?:\s+([[(][^\])]{3,40}[\])]))?\s*\]?$/iu;

/** `Received October 5—2:15 a.m.`, `(Received 14 March, 9.5 p.m.)`, `Despatched 6.40 p.m.`, `Ankunft: 4. Oktober` on a line of its own. */
const RECEIVED =
  /^[[(]?(?:Received|Rec['’]d|Recd|Arrived|Despatched(?!:)|Dispatched(?!:)|Desp\.|Sent|Transmitted|Ankunft|Eingegangen|Eingang|Reçu)\b[:\s].{0,80}$/i;

/** `Repeated to Washington, Paris, Saving to Moscow.`, `Addressed to …`: who else got it. */
const DISTRIBUTION =
  /^(?:Repeated|Addressed|Rptd|Copied|Also sent|Sent also|Repeat(?:ed)? (?:for information|saving)) (?:to|for)\b.{3,140}$/i;

const LONGEST_GENRE = 48;
/** None of these is longer, whatever it has. */
const LONGEST = 500;

/** Reads a line, or one column of it; undefined where it is nothing of these. */
export function printedLine(text: string): PrintedLine | undefined {
  const number = text.length <= 110 ? NUMBER.exec(text) : null;
  if (number !== null) {
    const [, kind, file] = number;
    return {
      type: 'number',
      ...(/^tele/i.test(kind ?? text) ? { genre: 'telegram' } : {}),
      ...(file === undefined ? {} : { source: sourceOf(file) }),
    };
  }
  if (text.length > LONGEST) return undefined;
  if (RECEIVED.test(text) && /\d/.test(text)) return { type: 'received' };
  if (DISTRIBUTION.test(text)) return { type: 'distribution' };
  if (isSignatureOfFile(text)) return { type: 'file', source: sourceOf(text) };
  // `II A 4–82.21/94.19–214/63 geheim`: the file and the marking in one line
  const [, file = '', marking = ''] = /^(\S.*?\d[\w)]*)\s+(\p{L}[\p{L} ]*)$/u.exec(text) ?? [];
  if (isSignatureOfFile(file) && isMarkingLine(marking)) return { type: 'file', source: sourceOf(file), marking };
  return undefined;
}

/** The kind of message on a line of its own: `Telegram`, `Telegraphic`, `Cipher telegram.`, `Aide-mémoire`. */
export function genreAlone(text: string): string | undefined {
  if (text.length > LONGEST_GENRE || /[:;,]$/.test(text)) return undefined;
  const words = text.replace(/[[\]().]/g, '').trim();
  if (/^(?:Telegraphic|Cipher|Cypher)\b/i.test(words)) return 'telegram';
  if (words.split(/\s+/).length > 3 || words.toUpperCase() === words) return undefined;
  // `[Extract.]` says nothing of the kind of the document.
  if (/^(?:extracts?|translation|copy|paraphrase)\b/i.test(words)) return undefined;
  const { genre, correspondents } = readHeading(words);
  return correspondents.length === 0 ? genre : undefined;
}

function sourceOf(text: string): NonNullable<Facts['source']> {
  // Round brackets around the whole say no more than square ones.
  return { text, reading: readSourceNote(text.replace(/^\(([^[\]()]+)\)$/, '[$1]')) };
}

/** An office on a line of its own above the place: `Legation of the United States,`, `MINISTRY OF FOREIGN AFFAIRS,`, `Hotel Crillon,`. */
const OFFICE =
  /\b(?:legation|embassy|department|ministry|consulate|office|headquarters|mission|hotel|house|palace|foreign affairs|commission|delegation|agency|ministerium|ministère|ministerio|ministero|ambassade|botschaft|u\.?\s?s\.?\s?s\.|steamer|flagship)\b/i;
const LONGEST_OFFICE = 80;

/** Whether a line is an office that a dateline below it goes on with. */
export function isOfficeAbove(text: string): boolean {
  return text.length <= LONGEST_OFFICE && OFFICE.test(text) && /^[\p{Lu}“"]/u.test(text) && !/[.:;?!]$/.test(text);
}
