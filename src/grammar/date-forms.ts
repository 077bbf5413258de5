import { sameDayInBoth } from './calendars.js';

/**
 * The months as they are printed, by their first three letters; a full stop or the rest of the name may follow.
 */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

export const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
export const DAY = '(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?';
/** `12 [13]`: the day with the editor's correction; a correction in doubt (`14 [15?]`) leaves the printed day. */
const CORRECTION = '(?:\\s?\\[\\s?(?:(\\d{1,2})|\\d{1,2}\\s?\\?)\\s?\\])?';
const YEAR = '(1[6-9]\\d\\d|20\\d\\d)';
/** Between month and day and the year: `, `, ` `, `[, `; a comma may lack its space. */
const GAP = '\\s*[,.]?\\s?\\[?,?\\s*';
/** Between the two ends of a range. */
const TO = '\\s*(?:[-–—/]|and|to|through|,|&)\\s*';

/** The kinds of dates, most specific first. Groups are numbered as `parts` below takes them. */
const FORMS: readonly { readonly pattern: RegExp; readonly read: (m: RegExpExecArray) => Days | undefined }[] = [
  {
    // September 30–October 2, 1955; December 30, 1955–January 2, 1956
    pattern: new RegExp(`\\b(${MONTH})\\s+(${DAY})(?:${GAP}${YEAR})?${TO}(${MONTH})\\s+(${DAY})${GAP}${YEAR}\\b`, 'iy'),
    read: (m) => range(m[3] ?? yearOfStart(m[6], m[1], m[4]), m[1], m[2], m[6], m[4], m[5], m[0].includes('/')),
  },
  {
    // 30 September–2 October 1955; 30 December 1955–2 January 1956
    pattern: new RegExp(`\\b(${DAY})\\s+(${MONTH})(?:${GAP}${YEAR})?${TO}(${DAY})\\s+(${MONTH})${GAP}${YEAR}\\b`, 'iy'),
    read: (m) => range(m[3] ?? yearOfStart(m[6], m[2], m[5]), m[2], m[1], m[6], m[5], m[4], m[0].includes('/')),
  },
  {
    // March 14 (27), 1917: the day in both calendars
    pattern: new RegExp(`\\b(${MONTH})\\s+(${DAY})\\s*\\((${DAY})\\)${GAP}${YEAR}\\b`, 'iy'),
    read: (m) => {
      const days = range(m[4], m[1], m[2], m[4], m[1], m[3], true);
      return days?.oldStyle === undefined ? undefined : days;
    },
  },
  {
    // January 7–9, 1965; November 23/24, 1955; March 3 and 4, 1950
    pattern: new RegExp(`\\b(${MONTH})\\s+(${DAY})${TO}(${DAY})${GAP}${YEAR}\\b`, 'iy'),
    read: (m) => range(m[4], m[1], m[2], m[4], m[1], m[3], m[0].includes('/')),
  },
  {
    // November 19, 1964; August 12 [13], 1955; April 1 1963
    pattern: new RegExp(`\\b(${MONTH})\\s*(${DAY})${CORRECTION}${GAP}${YEAR}\\b`, 'iy'),
    read: (m) => single(m[4], m[1], m[3] ?? m[2]),
  },
  {
    // 7–9 January 1965
    pattern: new RegExp(`\\b(${DAY})${TO}(${DAY})\\s+(${MONTH})${GAP}${YEAR}\\b`, 'iy'),
    read: (m) => range(m[4], m[3], m[1], m[4], m[3], m[2], m[0].includes('/')),
  },
  {
    // 4th September 1944; 27 April, 1915; the 4th of September, 1944; 14-Jan-1986
    pattern: new RegExp(
      `\\b(${DAY})${CORRECTION}(?:\\s+(?:day\\s+)?(?:of\\s+)?|-)(${MONTH})(?:${GAP}|-)${YEAR}\\b`,
      'iy',
    ),
    read: (m) => single(m[4], m[3], m[2] ?? m[1]),
  },
  {
    // 1986-01-14
    pattern: /\b((?:1[6-9]|20)\d\d)-(\d\d)-(\d\d)\b/y,
    read: (m) => numbers(m[1], m[2], m[3]),
  },
  {
    // 1/14/86 and 01/14/1986, in the American order; 14.1.1986 in the European one
    pattern: /\b(\d{1,2})([/.-])(\d{1,2})\2((?:1[6-9]|20)?\d\d)\b(?!\.?\d)/y,
    read: (m) => (m[2] === '.' ? inFigures(m[4], m[3], m[1]) : inFigures(m[4], m[1], m[3])),
  },
  {
    // 14 Jan 86; 14-Jan-86; 8 January '75
    pattern: new RegExp(
      `\\b(${DAY})(?:\\s+|-)(${MONTH})(?:\\s+|-)['’]?(\\d\\d)\\b(?![:\\d]|\\s*[ap]\\.?\\s?m\\b)`,
      'iy',
    ),
    read: (m) => inShortYear(m[3], (year) => single(year, m[2], m[1])),
  },
  {
    // September–October 1968
    pattern: new RegExp(`\\b(${MONTH})${TO}(${MONTH}),?\\s+${YEAR}\\b`, 'iy'),
    read: (m) => range(m[3], m[1], undefined, m[3], m[2], undefined),
  },
  {
    // June 1977; June, 1977
    pattern: new RegExp(`\\b(${MONTH}),?\\s+${YEAR}\\b`, 'iy'),
    read: (m) => single(m[2], m[1], undefined),
  },
];

/** Those that begin with the name of a month, and those that begin with a figure. */
const beginsWithMonth = ({ pattern }: (typeof FORMS)[number]): boolean => pattern.source.startsWith(`\\b(${MONTH})`);
export const MONTH_FIRST = FORMS.filter(beginsWithMonth);
export const FIGURE_FIRST = FORMS.filter((form) => !beginsWithMonth(form));

/** Whole days, as ISO 8601; `to` for a range. */
export interface Days {
  readonly from: string;
  readonly to?: string;
  /** The day in the old calendar, where the words give both. */
  readonly oldStyle?: string;
  /** What else the words can mean. */
  readonly alternatives?: readonly string[];
}

export function month(word: string | undefined): number {
  return MONTHS.indexOf((word ?? '').slice(0, 3).toLowerCase()) + 1;
}

/** The first year of two digits that is of the twentieth century: no document is of the future. */
const FIRST_SHORT_YEAR = 30;

/** A year of two digits in full. */
export function century(year: string | undefined): string {
  const digits = year ?? '';
  if (digits.length !== 2) return digits;
  return Number(digits) >= FIRST_SHORT_YEAR ? `19${digits}` : `20${digits}`;
}

/** A date with a year of two digits, which can be of either century where it is a low one. */
function inShortYear(year: string | undefined, read: (year: string) => Days | undefined): Days | undefined {
  const days = read(century(year));
  if (days === undefined || year?.length !== 2 || Number(year) >= FIRST_SHORT_YEAR) return days;
  const other = read(`19${year}`)?.from;
  return other === undefined ? days : { ...days, alternatives: [...(days.alternatives ?? []), other] };
}

/** A date in figures, month first where it can be; where the other order makes a date as well, that is an alternative. */
function inFigures(year: string | undefined, first: string | undefined, second: string | undefined): Days | undefined {
  return inShortYear(year, (full) => {
    const [american, european] = [numbers(full, first, second), numbers(full, second, first)];
    if (american === undefined || european === undefined || american.from === european.from)
      return american ?? european;
    return { ...american, alternatives: [european.from] };
  });
}

const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** `YYYY-MM-DD` where there is such a day, else undefined. */
export function iso(year: string | undefined, monthNumber: number, day: number): string | undefined {
  if (!year || monthNumber < 1 || monthNumber > 12) return undefined;
  const leap = (Number(year) % 4 === 0 && Number(year) % 100 !== 0) || Number(year) % 400 === 0;
  const length = monthNumber === 2 && !leap ? 28 : (LENGTHS[monthNumber - 1] ?? 0);
  if (day < 1 || day > length) return undefined;
  return `${year}-${two(monthNumber)}-${two(day)}`;
}

function two(n: number): string {
  return n < 10 ? `0${n}` : `${n}`;
}

function single(year: string | undefined, monthName: string | undefined, day: string | undefined): Days | undefined {
  const number = month(monthName);
  if (day === undefined) return number > 0 ? { from: `${year}-${two(number)}` } : undefined;
  const from = iso(year, number, Number.parseInt(day, 10));
  return from === undefined ? undefined : { from };
}

/** Of a range over the turn of the year that prints its year once (`December 30–January 2, 1956`), the year of its start. */
function yearOfStart(
  year: string | undefined,
  startMonth: string | undefined,
  endMonth: string | undefined,
): string | undefined {
  return month(startMonth) > month(endMonth) ? `${Number(year) - 1}` : year;
}

function range(
  year1: string | undefined,
  month1: string | undefined,
  day1: string | undefined,
  year2: string | undefined,
  month2: string | undefined,
  day2: string | undefined,
  hasStroke = false,
): Days | undefined {
  const from = single(year1, month1, day1)?.from;
  const to = single(year2, month2, day2)?.from;
  const both = hasStroke && from !== undefined && to !== undefined ? sameDayInBoth(from, to) : undefined;
  if (both !== undefined) return { from: both.day, oldStyle: both.oldStyle };
  return from === undefined || to === undefined || to <= from ? undefined : { from, to };
}

function numbers(year: string | undefined, monthDigits: string | undefined, day: string | undefined): Days | undefined {
  const from = iso(year, Number(monthDigits), Number(day));
  return from === undefined ? undefined : { from };
}
