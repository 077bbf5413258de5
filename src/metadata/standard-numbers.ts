import { bareDoi } from '../model/identifier.js';

/** The ISBN of thirteen digits that an ISBN means (ISO 2108); undefined where the check digit is wrong, or the words are no ISBN. */
export function isbn13(words: string): string | undefined {
  const digits = words.replace(/[\s\u2010-\u2015-]/g, '').toUpperCase();
  if (/^\d{13}$/.test(digits)) return digits === withCheck13(digits.slice(0, 12)) ? digits : undefined;
  if (!/^\d{9}[\dX]$/.test(digits)) return undefined;
  const sum = [...digits].reduce((total, digit, i) => total + (digit === 'X' ? 10 : Number(digit)) * (10 - i), 0);
  return sum % 11 === 0 ? withCheck13(`978${digits.slice(0, 9)}`) : undefined;
}

function withCheck13(twelve: string): string {
  const sum = [...twelve].reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3), 0);
  return `${twelve}${(10 - (sum % 10)) % 10}`;
}

/** A DOI without the address before it (ISO 26324); undefined for what has not the form of one. */
export function doiOf(words: string): string | undefined {
  const doi = bareDoi(words);
  return /^10\.\d{4,9}(?:\.\d+)*\/\S+$/.test(doi) ? doi : undefined;
}

/** An ISSN in its two groups (ISO 3297); undefined where the check digit is wrong. */
export function issnOf(words: string): string | undefined {
  const digits = words.replace(/[\s-]/g, '').toUpperCase();
  if (!/^\d{7}[\dX]$/.test(digits)) return undefined;
  const sum = [...digits].reduce((total, digit, i) => total + (digit === 'X' ? 10 : Number(digit)) * (8 - i), 0);
  return sum % 11 === 0 ? `${digits.slice(0, 4)}-${digits.slice(4)}` : undefined;
}

/** A web address that programs can read; undefined for any other words. */
export function webAddress(words: string): string | undefined {
  return /^https?:\/\//i.test(words) && !/\s/.test(words) && URL.canParse(words) ? words : undefined;
}
