import { dateTimeGroup } from '../../../../grammar/date-time-group.js';
import { readDate } from '../../../../grammar/dateline.js';
import type { DateReading } from '../../../../model/header.js';
import { isTimeStamp } from '../cable-line.js';

/** The hour before its day: `5.20 p.m. 14th May, 1951`, `18.30 hours 12th August 1950`. */
const HOUR_FIRST =
  /^(?:.{0,30}?\s)?((?:\d{1,2}(?:[.:]\d{1,2})?\s?[ap]\.?\s?m\.?|\d{2}[.:]?\d{2}\s?(?:hours|hrs\.?|Z|G\.?M\.?T\.?)))[,\s]+(?=\d|[A-Z])(.{5,30})$/i;

/** The date that a value of a form begins with, with the hour where one is printed; spans are offsets in the value. */
export function formDate(value: string): DateReading | undefined {
  const group = dateTimeGroup(value);
  if (group !== undefined) {
    const { when, start, end, isCorrected } = group;
    return { when, span: { start, end }, ...(isCorrected === true ? { isCorrected } : {}) };
  }
  const stamped = isTimeStamp(value) ? stampDate(value) : undefined;
  if (stamped !== undefined) return stamped;
  const [, hour, day] = HOUR_FIRST.exec(value) ?? [];
  if (hour !== undefined && day !== undefined) {
    const clock = hour.replace(/^(\d{2})\.(\d{2})(?=\s?h)/i, '$1$2');
    const swapped = readDate(`${day.replace(/[.\s]+$/, '')}, ${clock}`);
    if (swapped?.when !== undefined)
      return { ...swapped, span: { start: value.indexOf(hour), end: value.trimEnd().length } };
  }
  return readDate(value);
}

/** The instant that the stamp of a clock shows: `1952 JAN 30  PM 7 21`, `Nov 19  4 32 PM '66`; the year stands first or last. */
function stampDate(value: string): DateReading | undefined {
  const [, month = '', day = ''] = /([A-Z]{3})\.?\s+(\d{1,2})\b/i.exec(value) ?? [];
  const year = /^(?:19|['’])?(\d{2})\s|(?:19|['’]|\s)(\d{2})$/.exec(value);
  const clock = /(\d{1,2})[ :.](\d{2})\s*([AP])\.?M|([AP])M\s+(\d{1,2})[ :.](\d{2})|\s(\d{2})(\d{2})(Z?)(?:\s|$)/i.exec(
    value.replace(/^\d{4}/, '    '),
  );
  const number = MONTHS.indexOf(month.toUpperCase()) + 1;
  if (number === 0 || year === null || clock === null) return undefined;
  const half = (clock[3] ?? clock[4])?.toUpperCase();
  const hour = Number(clock[1] ?? clock[5] ?? clock[7]);
  const minute = clock[2] ?? clock[6] ?? clock[8] ?? '';
  const full = half === undefined ? hour : (hour % 12) + (half === 'P' ? 12 : 0);
  if (full > 23 || Number(minute) > 59 || Number(day) > 31) return undefined;
  const two = (figure: number): string => String(figure).padStart(2, '0');
  const when = `19${year[1] ?? year[2]}-${two(number)}-${two(Number(day))}T${two(full)}:${minute}:00${clock[9] === 'Z' ? 'Z' : ''}`;
  return { when, span: { start: 0, end: value.trimEnd().length } };
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/** Month and day of a date that has no year. */
function dayOf(words: string): { readonly month: number; readonly day: number; readonly hour?: string } | undefined {
  const match = /([A-Za-z]{3})[A-Za-z]*\.?\s+(\d{1,2})\b|(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3})[A-Za-z]*/.exec(
    words,
  );
  const month = MONTHS.indexOf((match?.[1] ?? match?.[4] ?? '').toUpperCase()) + 1;
  const day = Number(match?.[2] ?? match?.[3]);
  if (match === null || month === 0 || !(day >= 1 && day <= 31)) return undefined;
  return { month, day };
}

/** A telegram arrives within so many days. */
const LONGEST_WAY = 12;

/**
 * The date of sending, whose year the form prints only with the date of receipt; undefined where the two are not of one voyage.
 * @param words the date without a year: `March 12, 11 a.m.`
 * @param received the day of receipt (ISO 8601)
 */
export function withYearOf(words: string, received: string): string | undefined {
  const sent = dayOf(words);
  const year = Number(received.slice(0, 4));
  if (sent === undefined || Number.isNaN(year)) return undefined;
  const arrival = Date.parse(received.slice(0, 10));
  for (const own of [year, year - 1]) {
    const departure = Date.UTC(own, sent.month - 1, sent.day);
    const days = (arrival - departure) / 86_400_000;
    // West of the date line a telegram arrives on the day before.
    if (days >= -1 && days <= LONGEST_WAY) {
      const date = readDate(words.replace(/^(\D*\d{1,2}(?:st|nd|rd|th)?(?:\s+[A-Za-z]+)?)/, `$1, ${own}`));
      return date?.when ?? new Date(departure).toISOString().slice(0, 10);
    }
  }
  return undefined;
}

/** The longest line that holds nothing but a date. */
const LONGEST_DATED = 45;

/** Whether a cell holds nothing but a date, or the stamp of a clock. */
export function isDated(text: string): boolean {
  if (text.length > LONGEST_DATED || !/\d/.test(text)) return false;
  if (isTimeStamp(text) || dateTimeGroup(text) !== undefined) return true;
  const date = formDate(text);
  if (date === undefined) return false;
  const rest = text.slice(0, date.span.start) + text.slice(date.span.end);
  return !/[\p{L}\d]/u.test(rest.replace(/\b(?:at|hours|hrs|local|time)\b/gi, ''));
}

const LONE_HOUR = /^(?:\d{1,2}(?:[:.]\d{2})?\s?[ap]\.?\s?m\.?|noon|midnight)$/i;

/** Whether a cell holds nothing but an hour. */
export function isLoneHour(text: string): boolean {
  return LONE_HOUR.test(text);
}
