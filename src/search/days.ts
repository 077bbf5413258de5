const DAY = 86_400_000;

/** Days are counted from the first of the year 1, so that none is below 0. */
const ORIGIN = Date.UTC(1970, 0, 1) / DAY - Date.parse('0001-01-01T00:00:00Z') / DAY;

/** The number of a day of the Gregorian calendar (ISO 8601); undefined for what is none, and for days before the year 1. */
export function dayNumber(iso: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(iso)) return undefined;
  const time = Date.parse(`${iso}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso) return undefined;
  const number = time / DAY + ORIGIN;
  return number < 0 ? undefined : number;
}
