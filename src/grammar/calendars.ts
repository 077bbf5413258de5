/** The last year in which a state that FRUS reports from (Greece) still counted by the Julian calendar. */
const LAST_JULIAN_YEAR = 1923;
const FIRST_GREGORIAN_YEAR = 1582;
const ONE_DAY = 86_400_000;

function timeOf(iso: string): number {
  return Date.parse(`${iso.slice(0, 10)}T00:00:00Z`);
}

/** How many days the Julian calendar is behind on a Gregorian day (ISO 8601); undefined where nobody counted by it. */
export function julianLag(iso: string): number | undefined {
  const year = Number(iso.slice(0, 4));
  if (iso.length < 10 || year < FIRST_GREGORIAN_YEAR || year > LAST_JULIAN_YEAR) return undefined;
  // The lag grows by a day in March of the centuries that are leap years in the Julian calendar alone.
  const counted = iso.slice(5) < '03-01' ? year - 1 : year;
  const century = Math.floor(counted / 100);
  return century - Math.floor(century / 4) - 2;
}

/** Whether two days (ISO 8601) are one, named first or last in the old calendar: the new one, which is the later, and the old; else undefined. */
export function sameDayInBoth(a: string, b: string): { readonly day: string; readonly oldStyle: string } | undefined {
  const [oldStyle, day] = a < b ? [a, b] : [b, a];
  const lag = julianLag(day);
  return lag !== undefined && timeOf(day) - timeOf(oldStyle) === lag * ONE_DAY ? { day, oldStyle } : undefined;
}

/** The Gregorian day of a Julian one (ISO 8601); undefined where nobody counted by it. */
export function newStyle(oldStyle: string): string | undefined {
  const lag = julianLag(oldStyle);
  return lag === undefined ? undefined : new Date(timeOf(oldStyle) + lag * ONE_DAY).toISOString().slice(0, 10);
}
