const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** A date in its parts; the month is a word. Undefined for what is no ISO date. */
export interface DateParts {
  readonly year: string;
  readonly month?: string;
  readonly day?: number;
}

/** The parts of an ISO 8601 date of any precision, with or without a time. */
export function datePartsOf(iso: string): DateParts | undefined {
  const [, year, month, day] = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(iso) ?? [];
  if (year === undefined) return undefined;
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  if (name === undefined) return { year };
  return day === undefined ? { year, month: name } : { year, month: name, day: Number(day) };
}

/** An ISO date (of any precision) as the series prints dates: `November 19, 1964`; nothing for what is no date. */
export function printedDate(iso: string): string {
  const parts = datePartsOf(iso);
  if (parts === undefined) return '';
  const { year, month, day } = parts;
  if (month === undefined) return year;
  return day === undefined ? `${month} ${year}` : `${month} ${day}, ${year}`;
}

/** Two dates, what they share said once: `January 3–5, 1964`, `January 30–February 2, 1964`. */
export function printedDates(from: string, to: string): string {
  if (from === to) return printedDate(from);
  const [first, last] = [printedDate(from), printedDate(to)];
  const [a, b] = [from.slice(0, 10).split('-'), to.slice(0, 10).split('-')];
  if (a.length !== 3 || b.length !== 3 || a[0] !== b[0]) return [first, last].filter((date) => date !== '').join('–');
  const day = first.replace(/,.*$/, '');
  return a[1] === b[1] ? `${day}–${last.replace(/^\S+\s/, '')}` : `${day}–${last}`;
}
