import type { DatelineReading, DateReading } from '../model/header.js';
import type { Span } from '../model/position.js';
import { findDate } from './date.js';
import { isSpaceCode, type Spaced, spaced } from './spaces.js';

/** A dateline is short; nothing longer is tried. */
const LONGEST = 260;
const LONGEST_PLACE = 110;

/** What may stand before the place: an opening bracket, the marks of emphasis, the label of a typescript's date line. */
const BEFORE =
  /^[\s[(*_~“"]*(?:(?:date|dated|dispatched|despatched|abgegangen)\s*:\s*)?(?:(?:(?:signed|done|made|given|dated|written|held) (?:at|in)|held(?= on\b)|fait à|gegeben zu|hecho en|dado en|fatto a)\s+)?/i;
/** What stands between place and date: commas, brackets, dashes, the article of the date (`den 3. März`, `le 3 mars`), the day of the week. */
const BETWEEN = /[\s,;:.[\](]*(?:(?<!\p{L})(?:this|the|den|der|le|am|a|il|li|el|em|dne|dnia|il giorno|[дв]ня)\s+)?$/iu;
const WEEKDAY =
  /[\s,]*(?:\bon\s+)?\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)\.?(?=[\s,]*$)|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)[\s,.]*$/i;
/** A place: capitalised words, with the small words that stand in names of places. */
const PLACE_WORD =
  /^(?:[\p{Lu}\d(“"'’].*|of|the|de|del|de la|la|las|los|el|du|des|da|di|do|am|an|der|den|auf|bei|sur|y|e|in|at|near|and|en|route|via|aboard|on|board|to|from|between|not|declassified|undisclosed|[Cc]\/o)$/u;
const REDACTED_PLACE = /^\[[^\]]*not declassified\]$/i;
/** Words that begin a sentence, a receipt or the item of a list and never a place. */
const NOT_A_PLACE =
  /^(?:received|on|since|during|by|after|before|until|from|dear|your|re|reference|subject|in reply|telegram|copy|approved|drafted|see|source|ref|dated?|the following|as of|published|released|memorandum|letter|no|end|returned|meeting|summary|number|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|^\p{L}\.\s+\p{L}{3}/iu;
/** What is dated and is no place: `Cabinet Meeting, October 7, 1970`, `Decisions Taken at the Meeting of 9 June`. */
const DATED_THING =
  /\b(?:meeting|telegram|summary|decisions?|text|session|agreement|pact|letter|note|speech|conversation|ceremony|report)\b|(?:\b(?:of|on|at|in|for|from|to|the|and|between|by)|[–—-])$/i;
/** The precedence before a date-time group: `P R 182127Z OCT 74`. */
const PRECEDENCES = /^(?:[FEYZOPR]\s?)+$/;
/** The end of a sentence inside what should be a place: a stop after a word of four small letters, or a colon. */
const SENTENCE = /[\p{Ll}]{4,}\.\s+\p{Lu}|[:;?!]/u;
/** What may stand after the date: its stop and brackets, a part of the day. */
const AFTER = /^[\s.,)\]?*_~”"]*(?:(?:early |late )?(?:morning|forenoon|afternoon|evening|night)[\s.\])]*)?/i;
/** An hour in words: `at half past five in the afternoon`, `three o'clock`. */
const IN_WORDS =
  /^[\s,]*(?:at\s)?(?:(?:half past|(?:a\s)?quarter (?:past|to|of|before|after))\s\p{L}+|\p{L}+(?:[ -]thirty)?(?:\so['’]clock)|noon|midnight|midday)(?:\s(?:in the|this) (?:morning|afternoon|evening)|\sat night)?[\s.]*$/iu;
/** What may part the place behind a date from it: `December 1, 1964, 12:15 p.m. - Cabinet Room`. */
const PARTS_PLACE = /^[\s;,–—-]+/;
/** A remark of the typist behind date and hour: `(from home)`. */
const REMARK = /^[\s,;]*\([^()\d]{2,40}\)[\s.]*$/;
const RECEIVED = /^[\s([]*(?:Received|Rec['’]d|Recd)\b[^\n]*$/i;

function trimmed(text: string, start: number, end: number): Span {
  let a = start;
  let b = end;
  while (a < b && isSpaceCode(text.charCodeAt(a))) a++;
  while (b > a && isSpaceCode(text.charCodeAt(b - 1))) b--;
  return { start: a, end: b };
}

/** Whether some words can be the place of a dateline. */
export function isPlace(words: string): boolean {
  if (REDACTED_PLACE.test(words)) return true;
  if (words.length === 0 || words.length > LONGEST_PLACE || !/^[\p{Lu}“"'’]/u.test(words)) return false;
  if (NOT_A_PLACE.test(words) || SENTENCE.test(words) || DATED_THING.test(words)) return false;
  const parts = words.split(/[\s,]+/);
  return parts.length <= 14 && parts.every((part) => part === '' || PLACE_WORD.test(part));
}

/** The place before a date, `'none'` where nothing is printed there, undefined where what stands there is no place. */
function placeBefore(line: string, end: number): Span | 'none' | undefined {
  const start = BEFORE.exec(line.slice(0, end))?.[0].length ?? 0;
  // An opening bracket belongs to the place where it closes inside it: `[place not declassified]`.
  const bracket = line.indexOf('[');
  const redacted = bracket >= 0 && bracket < start && /^\[[^\]]*not declassified\]/i.test(line.slice(bracket));
  let before = line.slice(redacted ? bracket : start, end);
  const from = redacted ? bracket : start;
  let length = redacted ? before.indexOf(']') + 1 : 0;
  if (!redacted || BETWEEN.exec(before.slice(length))?.[0].length !== before.length - length) {
    if (WEEKDAY.test(before.replace(BETWEEN, ' '))) before = before.replace(BETWEEN, ' ').replace(WEEKDAY, '');
    length = before.length - (BETWEEN.exec(before)?.[0].length ?? 0);
    // `Niagara Falls, N. Y.,`: the stop of an abbreviation belongs to the place.
    if (/(?:^|[\s.,])(?:\p{Lu}|\p{Lu}\p{Ll}{1,4})$/u.test(before.slice(0, length)) && before[length] === '.') length++;
    // `USS Augusta (at sea)`: a bracket that opened inside the place closes in it.
    if (before[length] === ')' || (before[length] === ']' && before.slice(0, length).includes('['))) length++;
  }
  const span = trimmed(line, from, from + length);
  if (span.end <= span.start || PRECEDENCES.test(line.slice(span.start, span.end))) return 'none';
  return isPlace(line.slice(span.start, span.end)) ? span : undefined;
}

function receivedIn(line: string, start: number): DateReading | undefined {
  const date = findDate(line.slice(start), false);
  const span = trimmed(line, start, line.length);
  if (date === undefined) return { span };
  const { span: _relative, ...values } = date;
  return { ...values, span };
}

/** What follows the date: nothing more, a receipt, or the place where none stood before the date. */
function after(line: string, end: number, place: Span | 'none'): DatelineReading | undefined {
  const rest = end + (AFTER.exec(line.slice(end))?.[0].length ?? 0);
  if (rest === line.length) return place === 'none' ? {} : { place };
  const tail = line.slice(rest);
  if (RECEIVED.test(tail)) {
    const received = receivedIn(line, rest);
    return { ...(place === 'none' ? {} : { place }), ...(received === undefined ? {} : { received }) };
  }
  if (REMARK.test(tail) || IN_WORDS.test(tail)) return place === 'none' ? {} : { place };
  if (place !== 'none') return undefined;
  const from = rest + (PARTS_PLACE.exec(tail)?.[0].length ?? 0);
  const words = trimmed(line, from, rest + tail.replace(/[\s.)\]]+$/, '').length);
  return isPlace(line.slice(words.start, words.end)) ? { place: words } : undefined;
}

/** A semicolon or a dash between the day and the hour, which a comma parts elsewhere: as many characters, so that places stay. */
const BEFORE_TIME =
  /(?<=\d)(?:;|\s[-–—])(?=\s(?:\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?\s?m\b|\d{4}\s?(?:hours|hrs)\b|noon\b))/giu;

/** The hour behind a day in brackets: `October 19, 1970 (6:20 p.m.)`. */
const TIME_IN_BRACKETS = /(?<=\d)\s\((\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?\s?m\.?|\d{4}\s?(?:hours|hrs)\.?)\)/iu;

function withComma(line: string): string {
  const open = line.replace(TIME_IN_BRACKETS, (_, time: string) => `, ${time} `);
  return open.replace(BEFORE_TIME, (signs) => (signs.length === 1 ? ',' : ', '));
}

/** `10:45 p.m., Friday, April 18, 1973`: the time first, as logs and transcripts have it. */
const TIME_FIRST =
  /^(\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?\s?m\.?|\d{4}\s?(?:hours|hrs\.?)|(?:12\s)?noon)[\s,—–-]+(?:\p{L}+day,?\s+)?(?=\S)(.+?)[\s.]*$/iu;

function readTimeFirst(line: string): DatelineReading | undefined {
  const [, time, day] = TIME_FIRST.exec(line) ?? [];
  if (time === undefined || day === undefined) return undefined;
  const swapped = `${day}, ${time}`;
  const date = findDate(swapped, false);
  if (date?.when?.includes('T') !== true || date.span.start > 0 || date.span.end < swapped.length) return undefined;
  return { date: { ...date, span: { start: 0, end: line.trimEnd().length } } };
}

function readEven(line: string): DatelineReading | undefined {
  const timeFirst = readTimeFirst(line);
  if (timeFirst !== undefined) return timeFirst;
  const date = findDate(line, false);
  if (date === undefined) return undefined;
  const place = placeBefore(line, date.span.start);
  if (place === undefined) return undefined;
  const found = after(line, date.span.end, place);
  if (found === undefined) return undefined;
  // A month and day alone are a dateline only after a place: `May 5.` may be anything.
  if (date.when === undefined && date.from === undefined && date.undated === undefined && found.place === undefined)
    return undefined;
  return { ...found, date: trimmedDate(line, date) };
}

/** The stop after `p.m.` belongs to the date; a closing bracket does only with its opening one. */
function trimmedDate(line: string, date: DateReading): DateReading {
  const words = line.slice(date.span.start, date.span.end);
  if (words.endsWith(']') && !words.includes('['))
    return { ...date, span: { start: date.span.start, end: date.span.end - 1 } };
  return date;
}

/** A dateline's reading with the spans of the text before its spaces were made single. */
export function unevenDateline(reading: DatelineReading, { original }: Spaced): DatelineReading {
  const { place, date, received } = reading;
  return {
    ...(place === undefined ? {} : { place: original(place) }),
    ...(date === undefined ? {} : { date: { ...date, span: original(date.span) } }),
    ...(received === undefined ? {} : { received: { ...received, span: original(received.span) } }),
  };
}

/**
 * Reads a line as a dateline (`Washington, November 19, 1964, 0137Z.`, `[Washington,] undated`, `110900Z JAN 86`); undefined where
 * it is none: the line must be nothing but place, date and perhaps a receipt. Spans are offsets in the line; the place is without
 * the editor's brackets around it, the date without the stop that ends the line. Never throws.
 */
export function readDateline(line: string): DatelineReading | undefined {
  if (line.length > LONGEST || !/\d|undated/i.test(line)) return undefined;
  const even = spaced(withComma(line));
  const reading = readEven(even.text);
  return reading === undefined || even.text === line ? reading : unevenDateline(reading, even);
}

/**
 * Reads the first date in some printed words, with time and zone where they stand (`4th September 1944`, `January 7–9, 1965`,
 * `December 28, 1967, 0137Z`, `110900Z JAN 86`).
 *
 * The result is in the precision of the text (ISO 8601 as TEI's `att.datable.w3c` takes it): a local time has no zone, `Z` stays; a
 * bracketed correction counts (`August 12 [13], 1955`); midnight is 00:00 of the day printed, as the FRUS volumes have it. A month
 * and day without a year give a span and no value: the year is never invented. Undefined where there is no date. Never throws.
 */
export function readDate(words: string): DateReading | undefined {
  const even = spaced(words);
  const date = findDate(even.text, false);
  return date === undefined ? undefined : { ...date, span: even.original(date.span) };
}
