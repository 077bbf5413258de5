import { type FacetName, facetNames } from '../model/searchable.js';
import { dayNumber } from './days.js';
import type { IndexReader } from './index-reader.js';
import { risen } from './numbers.js';
import { type Counts, Phrases } from './phrases.js';
import { type Query, readQuery, type Slot, soughtIn } from './query.js';
import { stopWordsOf } from './stop-words.js';

/** The keys that are chosen of each facet: a document must have one of them. */
export type Choices = Readonly<Partial<Record<FacetName, readonly string[]>>>;

/** What a reader asks for. */
export interface SearchRequest {
  readonly words: string;
  /** Whether other forms of the words count (`negotiated` for `negotiation`). */
  readonly forms?: boolean;
  /** ISO 8601 days: only documents that can have been written from the one to the other. */
  readonly from?: string;
  readonly to?: string;
  readonly chosen?: Choices;
  readonly sort?: 'relevance' | 'date';
}

/** What is found. */
export interface Found {
  /** The numbers of the documents in the order in which they are shown. */
  readonly documents: readonly number[];
  /** Frequent words that were not sought. */
  readonly ignored: readonly string[];
  /** What is to be marked in the documents, and whether a word is one that a slot seeks. */
  readonly sought: readonly (readonly Slot[])[];
  matches(slot: Slot, word: string): boolean;
  /** How many of the documents have each value of a facet; other values of the same facet that are chosen do not count. */
  countsOf(facet: FacetName): Promise<readonly FacetCount[]>;
}

export interface FacetCount {
  readonly key: string;
  readonly label: string;
  readonly count: number;
}

/** How fast more occurrences count less, and how much the length of a document counts (Okapi BM25, with its usual values). */
const SATURATION = 1.2;
const LENGTH = 0.75;

/** Answers a request from an index. */
export async function search(index: IndexReader, request: SearchRequest): Promise<Found> {
  const stopWords = stopWordsOf(index.directory.language);
  const { query, ignored } = readQuery(request.words, stopWords);
  const phrases = new Phrases(index, stopWords, request.forms === true);
  const scores = new Float64Array(index.directory.documents);
  const matching = await new Evaluation(index, phrases, scores).run(query);
  const days = await index.days();
  if (request.from !== undefined || request.to !== undefined) {
    const from = dayNumber(request.from ?? '') ?? Number.NEGATIVE_INFINITY;
    const to = dayNumber(request.to ?? '') ?? Number.POSITIVE_INFINITY;
    matching.forEach((_, document) => {
      const day = days[document];
      if (day === undefined || day.to < from || day.from > to) matching[document] = 0;
    });
  }
  const chosen = await chosenOf(index, request.chosen ?? {});
  const documents: number[] = [];
  matching.forEach((is, document) => {
    if (is === 1 && isWithin(chosen, document)) documents.push(document);
  });
  const score = (document: number): number => scores[document] ?? 0;
  const day = (document: number): number => days[document]?.from ?? Number.POSITIVE_INFINITY;
  documents.sort((a, b) => (request.sort === 'date' ? compare(day(a), day(b)) : score(b) - score(a)) || a - b);
  return {
    documents,
    ignored,
    sought: soughtIn(query),
    matches: (slot, word) => phrases.matches(slot, word),
    async countsOf(facet) {
      const others = chosen.filter(([name]) => name !== facet);
      const { values } = await index.column(facet);
      return values.map(({ key, label, documents: own }) => ({
        key,
        label,
        count: risen(own).filter((document) => matching[document] === 1 && isWithin(others, document)).length,
      }));
    },
  };
}

function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The documents that each facet with a choice leaves. */
type Chosen = readonly (readonly [facet: FacetName, documents: ReadonlySet<number>])[];

async function chosenOf(index: IndexReader, chosen: Choices): Promise<Chosen> {
  const found: [FacetName, ReadonlySet<number>][] = [];
  for (const facet of facetNames) {
    const keys = new Set(chosen[facet] ?? []);
    if (keys.size === 0) continue;
    // A facet that no document has a value of leaves none.
    const { values } = index.directory.facets.includes(facet) ? await index.column(facet) : { values: [] };
    found.push([facet, new Set(values.filter(({ key }) => keys.has(key)).flatMap((value) => risen(value.documents)))]);
  }
  return found;
}

function isWithin(chosen: Chosen, document: number): boolean {
  return chosen.every(([, documents]) => documents.has(document));
}

/** Which documents a query is true of, and how well each answers it. */
class Evaluation {
  readonly #index: IndexReader;
  readonly #phrases: Phrases;
  readonly #scores: Float64Array;

  constructor(index: IndexReader, phrases: Phrases, scores: Float64Array) {
    this.#index = index;
    this.#phrases = phrases;
    this.#scores = scores;
  }

  /** @returns 1 for each document that the query is true of */
  run(query: Query): Promise<Uint8Array> {
    return this.#of(query, true);
  }

  async #of(query: Query, isSought: boolean): Promise<Uint8Array> {
    const { documents } = this.#index.directory;
    if (query.type === 'all') return new Uint8Array(documents).fill(1);
    if (query.type === 'not') return (await this.#of(query.query, false)).map((is) => 1 - is);
    if (query.type === 'phrase') {
      const counts = await this.#phrases.find(query.slots);
      if (isSought) this.#score(counts);
      const found = new Uint8Array(documents);
      for (const document of counts.keys()) found[document] = 1;
      return found;
    }
    const all: Uint8Array[] = [];
    for (const part of query.queries) all.push(await this.#of(part, isSought));
    const [first = new Uint8Array(documents), ...others] = all;
    const isAnd = query.type === 'and';
    for (const other of others)
      other.forEach((is, document) => {
        if (is === (isAnd ? 0 : 1)) first[document] = is;
      });
    return first;
  }

  #score(counts: Counts): void {
    const { starts, directory } = this.#index;
    const middle = (starts.at(-1) ?? 0) / Math.max(1, directory.documents);
    const rarity = Math.log(1 + (directory.documents - counts.size + 0.5) / (counts.size + 0.5));
    for (const [document, count] of counts) {
      const length = ((starts[document + 1] ?? 0) - (starts[document] ?? 0)) / middle;
      const weight = (count * (SATURATION + 1)) / (count + SATURATION * (1 - LENGTH + LENGTH * length));
      this.#scores[document] = (this.#scores[document] ?? 0) + rarity * weight;
    }
  }
}
