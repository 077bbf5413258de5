/** A day as milliseconds from 1970; undefined where the ISO 8601 text has no day, or where the calendar has no such day. */
export function dayOf(iso: string | undefined): number | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T|Z|[+-]\d\d:\d\d|$)/.exec(iso?.trim() ?? '');
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const time = Date.UTC(year, month - 1, day);
  return isDay(year, month, day) ? time : undefined;
}

/** Whether a month of a year has such a day. Years are counted as in the Gregorian calendar, also before it (ISO 8601). */
function isDay(year: number, month: number, day: number): boolean {
  // The calendar repeats itself every 400 years; Date.UTC takes the years up to 99 for those of the 20th century.
  const back = new Date(Date.UTC(2000 + (year % 400), month - 1, day));
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === day;
}

/** `--05-28`, `--05` and `---28`: a month and day, a month, a day, of no year (XML Schema part 2, §3.2.12 to §3.2.14). */
function isPartOfYear(month: string | undefined, day: string | undefined): boolean {
  // A leap year has every day that a month can have.
  return day === undefined
    ? Number(month) >= 1 && Number(month) <= 12
    : isDay(2000, Number(month ?? '01'), Number(day));
}

const ZONE = '(?:Z|[+-]\\d\\d:\\d\\d)?';
const PART_OF_YEAR = new RegExp(`^(?:--(\\d\\d)(?:-(\\d\\d))?|---(\\d\\d))${ZONE}$`);
const DATE = new RegExp(
  `^(-?\\d{4,})(?:-(\\d\\d)(?:-(\\d\\d)(?:T(\\d\\d):(\\d\\d)(?::(\\d\\d)(?:\\.\\d+)?)?)?)?)?${ZONE}$`,
);

/** Whether a text is a date, or date and time, of ISO 8601 as TEI's `@when` has it (XML Schema part 2, §3.2.7 to §3.2.14), and one that the calendar has. */
export function isCalendarDate(text: string): boolean {
  const iso = text.trim();
  const part = PART_OF_YEAR.exec(iso);
  if (part !== null) return isPartOfYear(part[1], part[2] ?? part[3]);
  const match = DATE.exec(iso);
  if (match === null || Number(match[1]) === 0) return false;
  const [, year, month = '01', day = '01', hour = '0', minute = '0', second = '0'] = match;
  const isMonth = Number(month) >= 1 && Number(month) <= 12;
  return (
    isMonth &&
    isDay(Number(year), Number(month), Number(day)) &&
    Number(hour) <= 24 &&
    Number(minute) < 60 &&
    Number(second) < 60
  );
}
