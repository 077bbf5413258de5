const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** An ISO date (of any precision) as the series prints dates: `November 19, 1964`. */
export function printedDate(iso: string): string {
  const [, year = '', month, day] = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(iso) ?? [];
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  if (name === undefined) return year;
  return day === undefined ? `${name} ${year}` : `${name} ${Number(day)}, ${year}`;
}
