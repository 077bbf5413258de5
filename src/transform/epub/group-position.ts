import { arabic } from '../../model/roman-numeral.js';

/** `Volume XIV`, `Vol. 2`, `Volume VII, Part 1`, `14`: the words of title pages in English, German and French. */
const NUMBER =
  /^(?:volumes?|vol\.?|band|bd\.?|tome|t\.)?\s*(\d+|[ivxlcdm]+)(?:,?\s*(?:part|pt\.?|teil|partie|parts?)\s*(\d+|[ivxlcdm]+))?$/i;

/**
 * The position of a volume in its series (EPUB 3.3, D.3.5: numbers with points between them), as the number on its title page gives it: `7.1` for
 * `Volume VII, Part 1`.
 *
 * @returns undefined where the number is of another form, so that no volume is put at a place that is not its own
 */
export function groupPosition(number: string): string | undefined {
  const [, volume, part] = NUMBER.exec(number.replace(/\s+/g, ' ').trim()) ?? [];
  const digits = (numeral: string): string | undefined =>
    /^\d+$/.test(numeral) ? String(Number(numeral)) : arabic(numeral)?.toString();
  const first = volume === undefined ? undefined : digits(volume);
  if (first === undefined || part === undefined) return first;
  const second = digits(part);
  return second === undefined ? undefined : `${first}.${second}`;
}
