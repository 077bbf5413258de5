import type { Correspondent, DatelineReading, HeadingReading } from '../model/header.js';
import type { Span } from '../model/position.js';
import { readCorrespondents } from './correspondents.js';
import { findDate } from './date.js';
import { isPlace, unevenDateline } from './dateline.js';
import { genreOf } from './heading-genre.js';
import { isOfficeWord } from './names.js';
import { spaced } from './spaces.js';

/** `73. `, `[73.]`, `No. 21` (also glued to the words: `No. 21Memorandum`), `d72A`-like letters. */
const NUMBER = /^\s*\[?\s*(?:(\d{1,4}[A-Za-z]?)\.(?=\s|\p{Lu}|$|\])|No\.\s*(\d{1,4})\.?(?=\s|\p{Lu}|$))\s*\]?\s*/u;

/** Where an embedded dateline's place starts: after the last comma but one, as long as the parts read as places. */
function placeBefore(text: string, start: number, end: number): Span | undefined {
  let from = end;
  for (let parts = 0; parts < 2; parts++) {
    const comma = text.lastIndexOf(',', from - 1);
    if (comma < start) break;
    const words = text.slice(comma + 1, from).trim();
    if (!isPlace(words) || words.includes('(') || /\bto\b/.test(words)) break;
    // An office is no place unless it stands alone before the place: `Department of State, Washington`.
    if (
      words
        .split(/\s+/)
        .some(
          (word) => isOfficeWord(word) && !/^(?:City|States|Department|State|House|Near|Union|University)$/.test(word),
        )
    )
      break;
    if (parts > 0 && /^(?:Department of State|White House|The White House|Prepared)/.test(words)) break;
    from = comma;
  }
  if (from === end) return undefined;
  const leading = /^[,\s]*/.exec(text.slice(from, end))?.[0].length ?? 0;
  return { start: from + leading, end };
}

/** The dateline that families of the later fifties and the electronic volumes print in the heading itself. */
function embedded(text: string, start: number): DatelineReading | undefined {
  if (!/\d{4}|undated/i.test(text.slice(start))) return undefined;
  const date = findDate(text.slice(start), true);
  if (date === undefined || (date.when === undefined && date.from === undefined && !date.undated)) return undefined;
  const at = { start: start + date.span.start, end: start + date.span.end };
  // The dateline ends the heading; a date further in is of something that the heading names.
  if (
    /[^\s.,\])?*]/.test(text.slice(at.end).replace(/\s*\[[^\]]*\]/, '')) ||
    !/[,\s[]\s*$/.test(text.slice(start, at.start))
  )
    return undefined;
  const before = /[\s,[]*$/.exec(text.slice(start, at.start));
  const place = placeBefore(text, start, at.start - (before?.[0].length ?? 0));
  if (/\b(?:of|on|dated|and)\s*$/i.test(text.slice(start, at.start)))
    return /\b(?:news|press) conference (?:of|on)\s*$/i.test(text.slice(start, at.start))
      ? { date: { ...date, span: at } }
      : undefined;
  return { ...(place === undefined ? {} : { place }), date: { ...date, span: at } };
}

/** The number that a heading prints (`73` of `73. Letter From …`). */
export function printedNumber(text: string): string | undefined {
  const m = NUMBER.exec(text);
  return m?.[1] ?? m?.[2];
}

/** The genre as the second line of a heading: `The Department of State to the British Embassy / Aide-Mémoire`. */
const SECOND_LINE = /\s+(aide[- ]m[ée]moire|memorandum|note verbale|pro[- ]?memoria)\s*$/i;

/** Headings of the series have up to a thousand characters; of what is longer, sender and receiver are not read. */
const LONGEST_HEADING = 4000;

/** The words of a genre stand within so many characters from its beginning. */
const LONGEST_GENRE = 300;

/** Whether a heading is too long to be one, so that its sender and receiver are not looked for. */
export function isTooLong(heading: string): boolean {
  return heading.length > LONGEST_HEADING;
}

/** Where the receipt begins that the confidential print sets behind the heading: `.—(Received May 4.)`; else the end. */
function receiptIn(text: string): number {
  const at = text.search(/\.?\s?(?:[—–]|--)\s?\((?:received|recd|communicated|telegraphic|despatched)\b/i);
  return at < 0 ? text.length : at;
}

function readEven(text: string): HeadingReading {
  if (isTooLong(text)) {
    const beginning = text.slice(0, LONGEST_GENRE);
    const genre = genreOf(beginning.slice(NUMBER.exec(beginning)?.[0].length ?? 0).trim());
    const number = printedNumber(beginning);
    return {
      ...(number === undefined ? {} : { number }),
      ...(genre === undefined ? {} : { genre }),
      correspondents: [],
    };
  }
  const start = NUMBER.exec(text)?.[0].length ?? 0;
  const number = printedNumber(text);
  const dateline = embedded(text, start);
  const whole = dateline?.place?.start ?? dateline?.date?.span.start ?? receiptIn(text);
  const words = text.slice(start, whole);
  const line = SECOND_LINE.exec(words);
  const end = start + (line?.index ?? words.length);
  const leading = genreOf(words.trim());
  const genre = leading ?? genreOf(line?.[1] ?? '');
  const correspondents: readonly Correspondent[] = readCorrespondents(text, start, end, leading);
  return {
    ...(number === undefined ? {} : { number }),
    ...(genre === undefined ? {} : { genre }),
    correspondents,
    ...(dateline === undefined ? {} : { dateline }),
  };
}

/**
 * Reads the heading of a document, without its note calls: the printed number, the genre, the correspondents, and the dateline where
 * the heading ends with one (`Memorandum of Conversation, Washington, September 26, 1975, 11:30 a.m.–noon`). Spans are offsets in
 * `text`. Never throws.
 */
export function readHeading(text: string): HeadingReading {
  const even = spaced(text);
  const reading = readEven(even.text);
  if (even.text === text) return reading;
  return {
    ...reading,
    correspondents: reading.correspondents.map((found) => ({ ...found, span: even.original(found.span) })),
    ...(reading.dateline === undefined ? {} : { dateline: unevenDateline(reading.dateline, even) }),
  };
}
