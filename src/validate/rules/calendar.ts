/** Dates as numbers, for comparing. */

export const oneDay = 86_400_000;

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** The name of the weekday of a day, in lower case. */
export function weekdayOf(day: number): string {
  return weekdays[new Date(day).getUTCDay()] ?? '';
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
