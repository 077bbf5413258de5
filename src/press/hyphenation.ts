import hyphen from 'hyphen/en-us/index.js';

/** The fewest letters left before a break and carried over after it, as TeX has them for American English. */
const BEFORE = 2;
const AFTER = 3;
const SHORTEST = 6;

/** What may stand around a word without keeping it from being divided. */
const wordPattern = /^([^\p{L}\p{N}]*)([\p{Ll}]+)([^\p{L}\p{N}]*)$/u;

/**
 * Where words may be divided, by Liang's patterns for American English. Only words wholly in small letters are divided: names, abbreviations,
 * cryptonyms and file numbers stay whole.
 */
export class Hyphenation {
  readonly #known = new Map<string, readonly string[]>();

  /** The parts of a word between which a hyphen may be set; one part when the word stays whole. */
  parts(word: string): readonly string[] {
    if (word.length < SHORTEST) return [word];
    let parts = this.#known.get(word);
    if (parts === undefined) {
      parts = divide(word);
      this.#known.set(word, parts);
    }
    return parts;
  }
}

function divide(word: string): readonly string[] {
  const match = wordPattern.exec(word);
  const letters = match?.[2];
  if (match === null || letters === undefined || letters.length < SHORTEST) return [word];
  const raw = hyphen.hyphenateSync(letters, { hyphenChar: '\u00ad' }).split('\u00ad');
  const parts: string[] = [];
  let open = '';
  let left = letters.length;
  for (const piece of raw) {
    open += piece;
    left -= piece.length;
    if (open.length >= BEFORE && left >= AFTER) {
      parts.push(open);
      open = '';
    }
  }
  if (open !== '') parts.push(open);
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (parts.length === 1) return [word];
  return [(match[1] ?? '') + first, ...parts.slice(1, -1), last + (match[3] ?? '')];
}
