/** Texts as they are compared: evened, so that only what the spaces between words say is left of them. */
import { MAY_PART } from '../model/may-part.js';

/** Runs of what parts words in an evened text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is MAY_PART
export const SPACES: RegExp = /[ \u0001]+/g;

// biome-ignore lint/suspicious/noControlCharactersInRegex: MAY_PART is one
const AFTER_MAY_PART = /\u0001[ \t\r\n\u0001]+/g;
const RUNS = /[\t\r\n][ \t\r\n]*| [ \t\r\n]+/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: MAY_PART is one
const BESIDE_MARKS = /[ \u0001](?:(?=[).,;:\]—–”’])|(?<=[([—–“‘][ \u0001]))/g;

/**
 * One space for each run of spaces, none beside parentheses and dashes or before punctuation: what the spaces between words say, without what
 * typesetting changes about them. A control character that HTML forbids is read as the character that replaces it.
 */
export function even(text: string): string {
  return withoutEnds(
    text
      // A run with a MAY_PART in it is one. Fixed replacements, since a function called for each of the many runs takes several times as long.
      .replace(AFTER_MAY_PART, MAY_PART)
      .replace(RUNS, ' ')
      .replaceAll(` ${MAY_PART}`, MAY_PART)
      .replace(BESIDE_MARKS, '')
      .replace(/[\u0080-\u009f]/g, '\ufffd'),
  );
}

/** The text without what parts words at its start and end. */
function withoutEnds(text: string): string {
  const parts = (at: number): boolean => text[at] === ' ' || text[at] === MAY_PART;
  let [from, to] = [0, text.length];
  while (from < to && parts(from)) from++;
  while (to > from && parts(to - 1)) to--;
  return text.slice(from, to);
}

/** The words of an evened text, in order. */
export function wordsOf(text: string): readonly string[] {
  return text.split(SPACES).filter((word) => word !== '');
}
