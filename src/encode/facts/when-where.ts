import type { DateReading } from '../../model/header.js';
import type { Span } from '../../model/position.js';
import { readTypedDate, readTypedDateline } from './typed-date.js';

/** What the value of a label tells of a day, an hour and a place. */
export interface WhenWhere {
  readonly date?: DateReading;
  /** The hours as they are typed: `3:10 p.m. - 3:52 p.m.` */
  readonly time?: string;
  readonly place?: Span;
}

const CLOCK = '(?:noon|midnight|\\d{1,2}(?:[:.]\\d\\d)?(?:\\s?[ap]\\.?\\s?m\\b\\.?)?)';
const HOURS = new RegExp(
  `(?<![\\d/-])(?:\\d{1,2}[:.]\\d\\d(?:\\s?[ap]\\.?\\s?m\\b\\.?)?|\\d{1,2}\\s?[ap]\\.?\\s?m\\b\\.?)(?:\\s?(?:[-–—]+|to|until)\\s?${CLOCK})?|\\b\\d{4}\\s(?:hours|hrs\\.?)|\\b(?:noon|midnight)\\b(?:\\s?(?:[-–—]+|to|until)\\s?${CLOCK})?`,
  'i',
);
const DAY = /^(?:on\s+)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|at|on|in|from)?$/i;

/**
 * Reads the value of a label that tells of day, hour and place together, in any order: `DATE, TIME`, `Time and Place`, `Date & Place`. A place is what day
 * and hour leave, where the label names one.
 */
export function whenAndWhere(text: string, label: string): WhenWhere {
  const dateline = readTypedDateline(text);
  const date = dateline?.date ?? readTypedDate(text);
  const rest = date === undefined ? text : blanked(text, date.span);
  const hours = HOURS.exec(rest);
  const left = hours === null ? rest : blanked(rest, { start: hours.index, end: hours.index + hours[0].length });
  const place = /place|location|venue/i.test(label) ? longestLeft(left) : dateline?.place;
  return {
    ...(date === undefined ? {} : { date }),
    ...(hours === null ? {} : { time: hours[0].trim() }),
    ...(place === undefined ? {} : { place }),
  };
}

/** A sign of the private area of Unicode, which no text has. */
const FILLED = '\uE000';
const PIECE = /[^\uE000;]+/g;

/** Fills a stretch with a sign that no text has, so that all else keeps its place. */
function blanked(text: string, { start, end }: Span): string {
  return text.slice(0, start) + FILLED.repeat(end - start) + text.slice(end);
}

function longestLeft(text: string): Span | undefined {
  let best: Span | undefined;
  for (const piece of text.matchAll(PIECE)) {
    const words = piece[0].replace(/^[\s,:()–—-]+|[\s,:(–—-]+$/g, '');
    if (words === '' || DAY.test(words) || !/\p{L}{2}/u.test(words)) continue;
    const start = piece.index + piece[0].indexOf(words);
    const trimmed = words.replace(/,?\s*\(?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/i, '');
    const bare = trimmed.replace(/^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?|at|in)\s+/i, '');
    const span = { start: start + trimmed.length - bare.length, end: start + trimmed.length };
    if (best === undefined || span.end - span.start > best.end - best.start) best = span;
  }
  return best;
}

/** Whether a line says that a body met (`The Council convened at 3:30 p.m. in …`): the room that it names is no town. */
export function isConvening(text: string): boolean {
  return /\b(?:convened|met|opened|began|assembled|commenced|called to order)\b/i.test(text);
}

/** The hour that a line names: `3:30 p.m.`. */
export function hourOf(text: string): string | undefined {
  return /(?<!\d)\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?\s?m\.?(?=\W|$)/i.exec(text)?.[0];
}

/** Where a title says that a talk was held: `… HELD AT THE FOREIGN OFFICE ON 17 FEBRUARY 1971`. */
export function heldAt(title: string): string | undefined {
  return /\b(?:held|meeting|conversation|discussion) (?:at|in) (?:the )?(.{3,80}?)(?:,? on (?=.{0,12}\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|,? at \d|$)/i.exec(
    title,
  )?.[1];
}
