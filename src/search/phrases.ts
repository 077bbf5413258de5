import type { IndexReader } from './index-reader.js';
import { Numbers, risen } from './numbers.js';
import type { Slot } from './query.js';
import { commonBeginning, stemOf } from './stem.js';

/** Behind every name that begins with what stands before it. */
const LAST = '\uffff';

/** How often each document has what is sought, in the order of the documents. */
export type Counts = ReadonlyMap<number, number>;

/** Finds words and phrases in an index. */
export class Phrases {
  readonly #index: IndexReader;
  readonly #stopWords: ReadonlySet<string>;
  readonly #hasForms: boolean;
  readonly #words = new Map<string, Promise<readonly string[]>>();

  /** @param hasForms whether the other forms of a word count as well (English) */
  constructor(index: IndexReader, stopWords: ReadonlySet<string>, hasForms: boolean) {
    this.#index = index;
    this.#stopWords = stopWords;
    this.#hasForms = hasForms;
  }

  /** The documents that have the words of a phrase, one after the other in a paragraph. */
  async find(slots: readonly Slot[]): Promise<Counts> {
    const [first] = slots;
    if (first === undefined) return new Map();
    return slots.length === 1 ? this.#documentsOf(first) : this.#counted(await this.#placesOf(slots));
  }

  /** Whether a word of a text is one that a slot seeks. */
  matches(slot: Slot, word: string): boolean {
    if (slot.isBeginning) return word.startsWith(slot.word) && !this.#stopWords.has(word);
    if (word === slot.word) return true;
    return this.#isOpen(slot) && !this.#stopWords.has(word) && stemOf(word) === stemOf(slot.word);
  }

  /** Whether a slot is for several words. */
  #isOpen({ word, isBeginning }: Slot): boolean {
    return isBeginning || (this.#hasForms && !this.#stopWords.has(word));
  }

  async #documentsOf(slot: Slot): Promise<Counts> {
    const counts = new Map<number, number>();
    for (const word of await this.#wordsOf(slot)) {
      const numbers = new Numbers(await this.#index.numbers('words', word));
      let document = 0;
      while (!numbers.isAtEnd) {
        const step = numbers.next();
        document += Math.floor(step / 2);
        counts.set(document, (counts.get(document) ?? 0) + (step % 2 === 1 ? 1 : numbers.next()));
      }
    }
    return counts;
  }

  /** The words of the index that a slot is for, without those that have no list of documents. */
  #wordsOf(slot: Slot): Promise<readonly string[]> {
    const name = `${slot.word}${slot.isBeginning ? '*' : ''}`;
    const known = this.#words.get(name) ?? this.#expanded(slot);
    this.#words.set(name, known);
    return known;
  }

  async #expanded(slot: Slot): Promise<readonly string[]> {
    if (!this.#isOpen(slot)) return [slot.word];
    const beginning = slot.isBeginning ? slot.word : commonBeginning(stemOf(slot.word));
    const entries = await this.#index.entries('words', beginning, beginning + LAST);
    return entries.map(({ name }) => name).filter((word) => this.matches(slot, word));
  }

  /**
   * The places where a phrase begins. A frequent word stands in the index with the word that follows, so that `of america` is one short list; one at the
   * end of a phrase needs all its places.
   */
  async #placesOf(slots: readonly Slot[]): Promise<readonly number[]> {
    const lists: (() => Promise<readonly number[]>)[] = [];
    for (let at = 0; at < slots.length; at++) {
      const [slot, next] = [slots[at], slots[at + 1]];
      if (slot === undefined) continue;
      const offset = at;
      if (!this.#isStopWord(slot)) lists.push(async () => this.#shifted('places', await this.#wordsOf(slot), offset));
      else if (next === undefined) {
        const before = slots[at - 1];
        // The frequent word before has been looked at with this one.
        if (before === undefined || !this.#isStopWord(before)) lists.push(() => this.#allOf(slot.word, offset));
      } else {
        lists.push(async () => {
          const following = this.#isStopWord(next) ? [next.word] : await this.#wordsOf(next);
          return this.#shifted(
            'pairs',
            following.map((word) => `${slot.word} ${word}`),
            offset,
          );
        });
        // What follows has been looked at with it.
        if (!this.#isStopWord(next)) at++;
      }
    }
    let places: readonly number[] | undefined;
    for (const list of lists) {
      const found: readonly number[] = await list();
      places = places === undefined ? found : common(places, found);
      if (places.length === 0) return [];
    }
    return places ?? [];
  }

  #isStopWord({ word, isBeginning }: Slot): boolean {
    return !isBeginning && this.#stopWords.has(word);
  }

  /** The places of all names of a list, each by as much before as the word stands in its phrase. */
  async #shifted(kind: 'places' | 'pairs', names: readonly string[], offset: number): Promise<readonly number[]> {
    const lists: number[][] = [];
    for (const name of names) lists.push(risen(await this.#index.numbers(kind, name)));
    return merged(lists, offset);
  }

  async #allOf(word: string, offset: number): Promise<readonly number[]> {
    const entries = await this.#index.entries('pairs', `${word} `, `${word} ${LAST}`);
    return merged(
      entries.map(({ numbers }) => risen(numbers)),
      offset,
    );
  }

  #counted(places: readonly number[]): Counts {
    const { starts } = this.#index;
    const counts = new Map<number, number>();
    let document = 0;
    for (const place of places) {
      while ((starts[document + 1] ?? Number.POSITIVE_INFINITY) <= place) document++;
      counts.set(document, (counts.get(document) ?? 0) + 1);
    }
    return counts;
  }
}

function merged(lists: readonly (readonly number[])[], offset: number): readonly number[] {
  const all = lists.flat().map((place) => place - offset);
  return lists.length > 1 ? all.sort((a, b) => a - b) : all;
}

/** What two rising lists have in common. */
function common(first: readonly number[], second: readonly number[]): readonly number[] {
  const found: number[] = [];
  let at = 0;
  for (const number of first) {
    while (at < second.length && (second[at] ?? 0) < number) at++;
    if (second[at] === number) found.push(number);
  }
  return found;
}
