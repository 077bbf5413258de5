/** Higher numbers stand as figures. */
const MOST = 1000;

/** A number as a list prints it: figures, letters or Roman numerals. */
export function numeral(number: number, type: string): string {
  if (number < 1 || number > MOST) return String(number);
  if (type === 'a' || type === 'A') return cased(letters(number), type);
  if (type === 'i' || type === 'I') return cased(roman(number), type);
  return String(number);
}

function cased(words: string, type: string): string {
  return type === type.toUpperCase() ? words.toUpperCase() : words;
}

function letters(number: number): string {
  const last = String.fromCharCode(97 + ((number - 1) % 26));
  return number > 26 ? letters(Math.floor((number - 1) / 26)) + last : last;
}

function roman(number: number): string {
  const units: readonly (readonly [number, string])[] = [
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
  let [rest, words] = [number, ''];
  for (const [value, sign] of units) for (; rest >= value; rest -= value) words += sign;
  return words;
}
