import type { SearchableDocument } from '../model/searchable.js';
import { eachWord, folded } from './words.js';

/** What stands in the stream where a paragraph ends: no phrase goes on over it. */
export const GAP = -1;

/** All words of a volume in their order, and where each word occurs. */
export interface Occurrences {
  /** The words in the order of their letters. */
  readonly terms: readonly string[];
  /** The word at each place of the volume, as its number in `terms`, or {@link GAP}. */
  readonly stream: Int32Array;
  /** The places of all words, one word after the other. */
  readonly places: Int32Array;
  /** Where in `places` those of each word begin; one more at the end. */
  readonly starts: Int32Array;
  /** The first place of each document; one more at the end. */
  readonly documents: Int32Array;
}

/** Reads the words of all documents. A volume of 3.3 MB has half a million: they are held as numbers. */
export function occurrencesIn(documents: readonly SearchableDocument[]): Occurrences {
  const reading = new Stream();
  const starts = new Int32Array(documents.length + 1);
  documents.forEach((document, i) => {
    starts[i] = reading.length;
    for (const block of document.text) reading.block(block);
    for (const block of document.notes) reading.block(block);
  });
  starts[documents.length] = reading.length;
  return { ...reading.sorted(), documents: starts };
}

class Stream {
  #numbers = new Int32Array(1 << 16);
  #length = 0;
  /** The number of each word as it is compared, and of each spelling that has been met. */
  readonly #terms = new Map<string, number>();
  readonly #spellings = new Map<string, number>();
  #block = '';
  readonly #add = (start: number, end: number): void => {
    const spelling = this.#block.slice(start, end);
    const number = this.#spellings.get(spelling) ?? this.#numberOf(spelling);
    if (number !== GAP) this.#push(number);
  };

  get length(): number {
    return this.#length;
  }

  block(text: string): void {
    this.#block = text;
    eachWord(text, this.#add);
    this.#push(GAP);
  }

  #push(number: number): void {
    if (this.#length === this.#numbers.length) {
      const grown = new Int32Array(this.#numbers.length * 2);
      grown.set(this.#numbers);
      this.#numbers = grown;
    }
    this.#numbers[this.#length++] = number;
  }

  #numberOf(spelling: string): number {
    const word = folded(spelling);
    const number = word === '' ? GAP : (this.#terms.get(word) ?? this.#terms.size);
    if (number === this.#terms.size) this.#terms.set(word, number);
    this.#spellings.set(spelling, number);
    return number;
  }

  /** The stream with the words numbered in the order of their letters, and the places by word (sorting by counting). */
  sorted(): Omit<Occurrences, 'documents'> {
    const terms = [...this.#terms.keys()].sort();
    const ranks = new Int32Array(terms.length);
    terms.forEach((term, rank) => {
      ranks[this.#terms.get(term) ?? 0] = rank;
    });
    const stream = this.#numbers.subarray(0, this.#length);
    const starts = new Int32Array(terms.length + 1);
    for (let at = 0; at < stream.length; at++) {
      const number = stream[at] ?? GAP;
      if (number === GAP) continue;
      const rank = ranks[number] ?? 0;
      stream[at] = rank;
      starts[rank + 1] = (starts[rank + 1] ?? 0) + 1;
    }
    for (let rank = 0; rank < terms.length; rank++) starts[rank + 1] = (starts[rank + 1] ?? 0) + (starts[rank] ?? 0);
    const places = new Int32Array(starts[terms.length] ?? 0);
    const next = starts.slice();
    for (let at = 0; at < stream.length; at++) {
      const rank = stream[at] ?? GAP;
      if (rank === GAP) continue;
      const place = next[rank] ?? 0;
      places[place] = at;
      next[rank] = place + 1;
    }
    return { terms, stream, places, starts };
  }
}
