/** Four digits that are a year. */
export const YEAR = /^(?:1[6-9]|20)\d\d$/;

const MONTH = /(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? $/;

/** How far digits that end a longer run can be a call, `rest` being the number that they leave. */
export function splitWeight(text: string, index: number, rest: string): number {
  const before = text.slice(Math.max(0, index - 12), index);
  if (index === 0) return 0.05; // the number of a telegram or of a paragraph
  // `at 9:301`: the minutes have two digits.
  if (/(?:^|\D)\d{1,2}:$/.test(before)) return /^[0-5]\d$/.test(rest) ? 1 : 0;
  if (/\/$/.test(before)) return 0.3; // NSC 6018/1 and call 7
  if (!/[\s(,\u2013-]$/.test(before)) return 0.2;
  if (YEAR.test(rest)) return 1.2;
  if (/^(?:1[6-9]\d\d|20[01]\d)(?!\d)/.test(text.slice(index, index + 5))) return 0.05; // the digits are a year
  if (MONTH.test(before)) {
    const isDay = Number(text.slice(index, index + rest.length + 1)) <= 31 && rest.length === 1;
    return Number(rest) > 31 ? 0.3 : isDay ? 0.05 : 1;
  }
  if (/^(?:1[6-9]|20)\d\d\d/.test(rest)) return 0.2; // more digits of the call itself, after a year
  return [0, 0.15, 0.3, 0.5][rest.length] ?? 0.9;
}
