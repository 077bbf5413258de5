/** Dates as numbers, for comparing. */

/** A day as milliseconds from 1970; undefined where the ISO 8601 text has no day, or where the calendar has no such day. */
export function dayOf(iso: string | undefined): number | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T|$)/.exec(iso ?? '');
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const time = Date.UTC(year, month - 1, day);
  const back = new Date(time);
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === day ? time : undefined;
}

export const oneDay = 86_400_000;

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** The name of the weekday of a day, in lower case. */
export function weekdayOf(day: number): string {
  return weekdays[new Date(day).getUTCDay()] ?? '';
}

/** `--05-28`, `--05` and `---28`: a month and day, a month, a day, of no year (XML Schema part 2, §3.2.12 to §3.2.14). */
function isPartOfYear(month: string | undefined, day: string | undefined): boolean {
  // A leap year has every day that a month can have.
  return day === undefined
    ? Number(month) >= 1 && Number(month) <= 12
    : dayOf(`2000-${month ?? '01'}-${day}`) !== undefined;
}

/** Whether a text is a date, or date and time, of ISO 8601 as TEI's `@when` has it, and one that the calendar has. */
export function isCalendarDate(iso: string): boolean {
  const part = /^(?:--(\d\d)(?:-(\d\d))?|---(\d\d))(?:Z|[+-]\d\d:\d\d)?$/.exec(iso);
  if (part !== null) return isPartOfYear(part[1], part[2] ?? part[3]);
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?)?)?$/.exec(
    iso,
  );
  if (match === null) return false;
  const [, , month, day, hour = '0', minute = '0', second = '0'] = match;
  if (day !== undefined && dayOf(iso.slice(0, 10)) === undefined) return false;
  const isMonth = month === undefined || (Number(month) >= 1 && Number(month) <= 12);
  return isMonth && Number(hour) <= 24 && Number(minute) < 60 && Number(second) < 60;
}

/**
 * Whether two ISO 8601 texts say the same as far as both go: seconds that are zero count only where both have them; with zones, the instant counts.
 * `1964-11-19` and `1964-11-19T14:00:00` agree, and so do `--11-19` and `1964-11-19`; `1964-11` and `1964-12-01` do not.
 */
export function agree(a: string, b: string): boolean {
  const [instantA, instantB] = [instantOf(a), instantOf(b)];
  if (instantA !== undefined && instantA === instantB) return true;
  const [dateA = '', timeA] = a.split('T');
  const [dateB = '', timeB] = b.split('T');
  const [partsA, partsB] = [partsOf(dateA), partsOf(dateB)];
  const differs = (['year', 'month', 'day'] as const).some((part) => {
    const [x, y] = [partsA[part], partsB[part]];
    return x !== undefined && y !== undefined && x !== y;
  });
  if (differs) return false;
  return timeA === undefined || timeB === undefined || timeA.slice(0, 5) === timeB.slice(0, 5);
}

interface DateParts {
  readonly year?: string | undefined;
  readonly month?: string | undefined;
  readonly day?: string | undefined;
}

function partsOf(date: string): DateParts {
  const groups =
    /^(?:(?<year>\d{4})(?:-(?<month>\d\d)(?:-(?<day>\d\d))?)?|--(?<month2>\d\d)(?:-(?<day2>\d\d))?|---(?<day3>\d\d))/.exec(
      date,
    )?.groups;
  if (groups === undefined) return { year: date };
  return {
    year: groups['year'],
    month: groups['month'] ?? groups['month2'],
    day: groups['day'] ?? groups['day2'] ?? groups['day3'],
  };
}

/** The instant of a time with its zone. */
function instantOf(iso: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:\d\d)$/.test(iso)) return undefined;
  const time = Date.parse(iso);
  return Number.isNaN(time) ? undefined : time;
}
