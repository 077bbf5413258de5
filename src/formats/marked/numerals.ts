import { roman } from '../../model/roman-numeral.js';

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
