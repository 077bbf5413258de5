const NUMERALS: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** A number from 1 as a small roman numeral. */
export function roman(n: number): string {
  let rest = n;
  let out = '';
  for (const [value, numeral] of NUMERALS)
    while (rest >= value) {
      out += numeral;
      rest -= value;
    }
  return out;
}

/** The number of a roman numeral in its usual form, in small letters or capitals; undefined for what is none (`iiii`). */
export function arabic(numeral: string): number | undefined {
  let rest = numeral.toLowerCase();
  let n = 0;
  for (const [value, sign] of NUMERALS)
    while (rest.startsWith(sign)) {
      n += value;
      rest = rest.slice(sign.length);
    }
  return rest === '' && n > 0 && roman(n) === numeral.toLowerCase() ? n : undefined;
}
