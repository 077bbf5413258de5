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

/** Whether a text is a date, or date and time, of ISO 8601 as TEI's `@when` has it, and one that the calendar has. */
export function isCalendarDate(iso: string): boolean {
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
 * Whether two ISO 8601 texts say the same as far as both go: seconds that are zero and zones count only where both have them.
 * `1964-11-19` and `1964-11-19T14:00:00` agree; `1964-11` and `1964-12-01` do not.
 */
export function agree(a: string, b: string): boolean {
  const [dateA = '', timeA] = a.split('T');
  const [dateB = '', timeB] = b.split('T');
  const length = Math.min(dateA.length, dateB.length);
  if (dateA.slice(0, length) !== dateB.slice(0, length)) return false;
  return timeA === undefined || timeB === undefined || timeA.slice(0, 5) === timeB.slice(0, 5);
}
