/**
 * Lists of numbers as text: each number in groups of five bits, the lowest first, a letter a group (as source maps have them). Such text needs no escape in a
 * script and is decoded without one.
 */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The group of each letter, by its code. */
const GROUPS = new Uint8Array(128);
for (let i = 0; i < LETTERS.length; i++) GROUPS[LETTERS.charCodeAt(i)] = i;

/** Codes of the letters by group. */
export const LETTER_CODES = Uint8Array.from(LETTERS, (letter) => letter.charCodeAt(0));

/** A whole number from 0 as text. */
export function written(number: number): string {
  let text = '';
  let rest = number;
  while (rest >= 32) {
    text += LETTERS[32 + (rest % 32)];
    rest = Math.floor(rest / 32);
  }
  return text + LETTERS[rest];
}

/** The numbers of a text, one after the other. */
export class Numbers {
  readonly #text: string;
  #at: number;

  constructor(text: string, from = 0) {
    this.#text = text;
    this.#at = from;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  /** Where the next number begins. */
  get at(): number {
    return this.#at;
  }

  next(): number {
    let value = 0;
    let weight = 1;
    for (;;) {
      const group = GROUPS[this.#text.charCodeAt(this.#at++)] ?? 0;
      value += (group & 31) * weight;
      if (group < 32 || this.#at >= this.#text.length) return value;
      weight *= 32;
    }
  }
}

/** Numbers that never fall, as the differences between them. */
export function rising(numbers: Iterable<number>): string {
  let text = '';
  let last = 0;
  for (const number of numbers) {
    text += written(number - last);
    last = number;
  }
  return text;
}

/** The numbers of a text that {@link rising} has written. */
export function risen(text: string): number[] {
  const numbers = new Numbers(text);
  const found: number[] = [];
  let last = 0;
  while (!numbers.isAtEnd) {
    last += numbers.next();
    found.push(last);
  }
  return found;
}
