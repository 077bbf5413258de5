import { julianLag } from '../../grammar/calendars.js';
import { readDate } from '../../grammar/dateline.js';
import { dayOf, isCalendarDate } from '../../grammar/iso-date.js';
import type { DateReading } from '../../model/header.js';
import { ancestor, type TeiElement, textOf } from '../tree.js';
import { agree, oneDay, weekdayOf } from './calendar.js';
import type { Rule, RuleContext } from './rule.js';

/** Dates: real days, in the right order, and the same as the printed words. */
export const dates: Rule = {
  codes: ['VA500', 'VA501', 'VA502', 'VA503', 'VA504', 'VA508', 'VA510'],
  scope: 'part',
  check(context) {
    for (const name of ['date', 'time']) {
      for (const element of context.tree.named(name)) checkValues(element, context);
    }
    for (const element of context.tree.named('date')) {
      if (element.document !== undefined && ancestor(element, 'teiHeader') === undefined) checkWords(element, context);
    }
    checkWeekdays(context);
    checkDays(context);
  },
};

const valued = ['when', 'from', 'to', 'notBefore', 'notAfter'] as const;

function checkValues(element: TeiElement, { report }: RuleContext): void {
  const { attributes } = element;
  if (element.name === 'date') {
    for (const attribute of valued) {
      const value = attributes[attribute];
      if (value !== undefined && !isCalendarDate(value)) report('VA501', { element, attribute }, { value });
    }
  }
  for (const [start, end] of [
    ['from', 'to'],
    ['notBefore', 'notAfter'],
  ] as const) {
    const [a, b] = [attributes[start], attributes[end]];
    if (a !== undefined && b !== undefined && isAfter(a, b) && element.name === 'date') {
      report('VA504', { element, attribute: end }, { from: a, to: b });
    }
  }
}

const ZONED = /T.*(?:Z|[+-]\d\d:\d\d)$/;

/** Whether one ISO 8601 text is later than another, as far as both go; a month and day without a year is neither. */
function isAfter(a: string, b: string): boolean {
  if (a.startsWith('-') || b.startsWith('-')) return false;
  if (ZONED.test(a) && ZONED.test(b)) return Date.parse(a) > Date.parse(b);
  // With one zone alone, the hours cannot be compared, nor whether it is the same day.
  if (ZONED.test(a) !== ZONED.test(b) && a.includes('T') && b.includes('T')) {
    return (dayOf(a) ?? 0) - (dayOf(b) ?? 0) > oneDay;
  }
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) > b.slice(0, length);
}

function checkWords(element: TeiElement, context: RuleContext): void {
  const { attributes } = element;
  const words = textOf(element, false);
  const reading = readDate(words);
  const values = valued.map((name) => attributes[name]).filter((value) => value !== undefined);
  if (reading === undefined || reading.undated === true) return;
  if (values.length === 0) {
    reportMissing(element, words, reading, context);
    return;
  }
  if (isOldStyle(element, words, reading, context)) return;
  const { when, from, to } = attributes;
  // Of “August 12 [13]”, a correction by the editors, a range may hold both days.
  if (words.includes('[') && from !== undefined && to === (reading.when ?? reading.to)) return;
  compare(element, 'when', when, reading.when ?? reading.from, words, context);
  compare(element, 'from', from, reading.from ?? reading.when, words, context);
  compare(element, 'to', to, reading.to ?? sameDay(reading.when), words, context);
}

/** A range of hours in one day: its words name the day once. */
function sameDay(when: string | undefined): string | undefined {
  return when?.split('T')[0];
}

function compare(
  element: TeiElement,
  attribute: string,
  value: string | undefined,
  read: string | undefined,
  words: string,
  { report }: RuleContext,
): void {
  if (value === undefined || read === undefined || !isCalendarDate(value) || agree(value, read)) return;
  report('VA500', { element, attribute }, { attribute, value, words, read });
}

function reportMissing(element: TeiElement, words: string, reading: DateReading, { tree, report }: RuleContext): void {
  const { when, from, to } = reading;
  const value = when === undefined ? `from="${from}" to="${to}"` : `when="${when}"`;
  if (when === undefined && (from === undefined || to === undefined)) return;
  const start = element.start + '<date'.length;
  const isPlain = tree.source.slice(element.start, start) === '<date';
  report('VA503', element, { words, value }, isPlain ? [{ start, end: start, replacement: ` ${value}` }] : undefined);
}

/** `March 14/27, 1917`: the day in the Julian and the Gregorian calendar; @when is the Gregorian one, the later. */
function isOldStyle(element: TeiElement, words: string, reading: DateReading, { report }: RuleContext): boolean {
  const { when, from, to } = element.attributes;
  const { oldStyle } = reading;
  if (oldStyle === undefined) return false;
  if (when !== undefined && agree(when, oldStyle)) {
    report('VA508', { element, attribute: 'when' }, { words, value: when });
    return true;
  }
  // A range from the one to the other says both, though the day is one.
  return from !== undefined && to !== undefined && agree(from, oldStyle) && agree(to, reading.when ?? '');
}

const named =
  /\b(Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday),?\s+(?:the\s+)?((?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d{1,2},\s+\d{4}|\d{1,2}\s+(?:January|February|March|April|May|June|July|August|September|October|November|December),?\s+\d{4})\b/g;

/** Wherever a weekday stands with a full date, it must be that day's. */
function checkWeekdays({ tree, report }: RuleContext): void {
  for (const node of tree.texts) {
    if (!node.text.includes('day')) continue;
    for (const match of node.text.matchAll(named)) {
      const [whole, weekday = '', words = ''] = match;
      const day = dayOf(readDate(words.replace(/\s+/g, ' '))?.when);
      if (day === undefined || weekdayOf(day) === weekday.toLowerCase()) continue;
      // Where the old calendar was still in use, the weekday may be that of its day.
      const lag = julianLag(new Date(day).toISOString().slice(0, 10));
      if (lag !== undefined && weekdayOf(day + lag * oneDay) === weekday.toLowerCase()) continue;
      const where = { text: node, from: match.index, to: match.index + whole.length };
      report('VA502', where, { weekday, words: words.replace(/\s+/g, ' '), real: capital(weekdayOf(day)) });
    }
  }
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
/** Full dates of days that not every month has. Above 31, a number before a month is another number: `documents 61 and 62 May 1964`. */
const lateDates = new RegExp(
  `\\b(?<month>${months.join('|')})\\s+(?<day>29|[3-9]\\d),\\s+(?<year>\\d{4})\\b|\\b(?<day2>29|3[01])\\s+(?<month2>${months.join('|')}),?\\s+(?<year2>1[6-9]\\d\\d|20\\d\\d)\\b`,
  'g',
);

/** What stands in every such date, and in few other texts. */
const lateDay = /\b(?:29|[3-9]\d)[,\s]/;

/** Wherever a full date is printed, its month has that day. */
function checkDays({ tree, report }: RuleContext): void {
  for (const node of tree.texts) {
    if (!lateDay.test(node.text)) continue;
    for (const match of node.text.matchAll(lateDates)) {
      const { month, month2, day, day2, year, year2 } = match.groups ?? {};
      const name = month ?? month2 ?? '';
      const printed = Number(day ?? day2);
      const days = new Date(Date.UTC(Number(year ?? year2), months.indexOf(name) + 1, 0)).getUTCDate();
      if (printed <= days) continue;
      const where = { text: node, from: match.index, to: match.index + match[0].length };
      report('VA510', where, { words: match[0].replace(/\s+/g, ' '), month: `${name} ${year ?? year2}`, days });
    }
  }
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
