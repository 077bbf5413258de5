import type { DateReading } from '../model/header.js';
import { newStyle } from './calendars.js';
import { dateAbroad } from './date-abroad.js';
import { century, DAY, type Days, FIGURE_FIRST, iso, MONTH, MONTH_FIRST, month } from './date-forms.js';
import { readTime, type TimeReading } from './time.js';

/** A date that is followed by a question mark, or holds a correction with one. */
const IN_DOUBT = /\[\s?\d{1,2}\s?\?\s?\]|\d\s?[[(]?\?/;

/** `March 14, 1917 (O.S.)`: the day is of the old calendar. */
const OLD_STYLE = /^,?\s*[([]?(?:O\.\s?S\.|Old Style|old style)[)\]]?/;

/** A military date-time group: `110900Z JAN 86`, `110900Z Jan 1986`. */
const GROUP = new RegExp(`\\b(\\d\\d)(\\d\\d)(\\d\\d)\\s?Z\\s+(${MONTH})\\s+((?:19|20)?\\d\\d)\\b`, 'iy');
/** Month and day without a year: a date whose year the line does not say. */
const YEARLESS = new RegExp(`\\b(?:${MONTH}\\s+${DAY}|${DAY}\\s+${MONTH})(?![\\w/])`, 'iy');
const UNDATED = /\bundated\b/iy;
/** Where a date may start: a month's name, a number, or `undated`. */
const START = new RegExp(`\\b(?:${MONTH}(?![a-z])|\\d{1,4}|undated)`, 'gi');

/** Days and a time of day together, as the values of `@when` or `@from` and `@to` (TEI P5, att.datable.w3c). */
function joined(days: Days, time: TimeReading | undefined): Pick<DateReading, 'when' | 'from' | 'to'> {
  const whole = days.from.length === 10;
  if (time === undefined || !whole)
    return days.to === undefined ? { when: days.from } : { from: days.from, to: days.to };
  const zone = time.zone ?? '';
  const last = days.to ?? days.from;
  const start = `${days.from}T${time.from}:00${zone}`;
  if (time.to !== undefined) return { from: start, to: `${last}T${time.to}:00${zone}` };
  // With a range of days, the one time printed is that of the last day.
  return days.to === undefined ? { when: start } : { from: days.from, to: `${last}T${time.from}:00${zone}` };
}

function readGroup(words: string, start: number): DateReading | undefined {
  GROUP.lastIndex = start;
  const m = GROUP.exec(words);
  if (m === null) return undefined;
  const day = iso(century(m[5]), month(m[4]), Number(m[1]));
  if (day === undefined || Number(m[2]) > 23 || Number(m[3]) > 59) return undefined;
  return { when: `${day}T${m[2]}:${m[3]}:00Z`, span: { start, end: GROUP.lastIndex } };
}

function isFigure(code: number): boolean {
  return code >= 48 && code <= 57;
}

function readDays(words: string, start: number): DateReading | undefined {
  for (const form of isFigure(words.charCodeAt(start)) ? FIGURE_FIRST : MONTH_FIRST) {
    form.pattern.lastIndex = start;
    const m = form.pattern.exec(words);
    const days = m === null ? undefined : form.read(m);
    if (days === undefined) continue;
    const style =
      days.to === undefined && days.oldStyle === undefined ? OLD_STYLE.exec(words.slice(form.pattern.lastIndex)) : null;
    const end = form.pattern.lastIndex + (style?.[0].length ?? 0);
    const time = readTime(words, end);
    const day = style === null || days.from.length < 10 ? undefined : newStyle(days.from);
    if (day !== undefined) {
      const converted = { from: day, oldStyle: days.from };
      return { ...joined(converted, time), oldStyle: days.from, span: { start, end: time?.end ?? end } };
    }
    return {
      ...joined(days, time),
      ...(days.oldStyle === undefined ? {} : { oldStyle: days.oldStyle }),
      ...(days.alternatives === undefined ? {} : { alternatives: days.alternatives }),
      ...(IN_DOUBT.test(words.slice(start, end + 4)) ? { isDoubted: true } : {}),
      span: { start, end: time?.end ?? end },
    };
  }
  return readAbroad(words, start);
}

/** A date in another language: `3 mars 1919`, `3. März 1963`. */
function readAbroad(words: string, start: number): DateReading | undefined {
  const date = dateAbroad(words, start);
  if (date === undefined) return undefined;
  const { year, month: number, day, lastDay, otherMonth, time, end } = date;
  const from = iso(year, number, day);
  const to = lastDay === undefined ? undefined : iso(year, number, lastDay);
  if (from === undefined || (lastDay !== undefined && (to === undefined || to <= from))) return undefined;
  const other = otherMonth === undefined ? undefined : iso(year, otherMonth, day);
  return {
    ...joined({ from, ...(to === undefined ? {} : { to }) }, time === undefined ? undefined : { from: time, end }),
    ...(other === undefined ? {} : { alternatives: [other] }),
    span: { start, end },
  };
}

/** A date that starts exactly at `start`. */
function readDateAt(words: string, start: number): DateReading | undefined {
  UNDATED.lastIndex = start;
  if (UNDATED.test(words)) return { undated: true, span: { start, end: UNDATED.lastIndex } };
  return readGroup(words, start) ?? readDays(words, start);
}

/** The first date of some words with single spaces; the last one where `last` is set (a heading ends with its date). */
export function findDate(words: string, last: boolean): DateReading | undefined {
  let found: DateReading | undefined;
  START.lastIndex = 0;
  for (let m = START.exec(words); m !== null; m = START.exec(words)) {
    const reading = readDateAt(words, m.index);
    if (reading === undefined) continue;
    if (!last) return reading;
    found = reading;
    START.lastIndex = Math.max(reading.span.end, START.lastIndex);
  }
  return found ?? yearless(words);
}

function yearless(words: string): DateReading | undefined {
  START.lastIndex = 0;
  for (let m = START.exec(words); m !== null; m = START.exec(words)) {
    YEARLESS.lastIndex = m.index;
    if (!YEARLESS.test(words)) continue;
    const time = readTime(words, YEARLESS.lastIndex);
    return { span: { start: m.index, end: time?.end ?? YEARLESS.lastIndex } };
  }
  return undefined;
}
