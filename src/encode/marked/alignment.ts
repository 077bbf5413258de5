import { firstFrom } from '../../model/list.js';

/** The characters of a text node beside those of the raw text from which they come: blanks of one may be fewer, and the raw text may have characters that are left out. */
export class Alignment {
  /** Where the stretch ends in the raw text. */
  readonly end: number;
  readonly #start: number;
  /** The place in the raw text of each character; undefined where they stand side by side. */
  readonly #places: readonly number[] | undefined;

  constructor(raw: string, text: string, start: number) {
    this.#start = start;
    if (raw.startsWith(text, start)) {
      this.end = start + text.length;
      return;
    }
    const places: number[] = [];
    let at = start;
    for (let index = 0; index < text.length; index++) {
      const sign = text[index] ?? '';
      if (sign.trim() === '') {
        places.push(at);
        while (at < raw.length && raw[at]?.trim() === '') at++;
        continue;
      }
      // A hyphen at the end of a line, the mark of a page: left out of the text.
      const limit = Math.min(raw.length, at + FURTHEST);
      let found = at;
      while (found < limit && raw[found] !== sign) found++;
      if (found < limit) at = found;
      places.push(at);
      at++;
    }
    this.#places = places;
    this.end = at;
  }

  inRaw(index: number): number {
    return this.#places === undefined ? this.#start + index : (this.#places[index] ?? this.end);
  }

  /** The place in the text of an offset of the raw text. */
  inText(offset: number): number {
    if (this.#places === undefined) return Math.max(0, Math.min(offset, this.end) - this.#start);
    return firstFrom(this.#places, (place) => place >= offset);
  }
}

const FURTHEST = 200;
