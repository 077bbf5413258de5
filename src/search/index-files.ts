import type { FileSet } from '../model/file-set.js';
import { type FacetName, facetNames, type SearchableDocument, type SearchableVolume } from '../model/searchable.js';
import { dayNumber } from './days.js';
import type { Card, Directory, FacetColumn } from './directory.js';
import { numberedPlaces } from './numbered.js';
import { rising, written } from './numbers.js';
import { GAP, type Occurrences, occurrencesIn } from './occurrences.js';
import { ShardWriter } from './shards.js';
import { stopWordsOf } from './stop-words.js';
import { textChunks } from './text-chunks.js';

/** How many documents' titles a file holds. */
const CARDS = 50;

/** How much more a word in a heading counts than one in the text. */
const HEADING = 3;

/** The folder of the index in the edition, and the script that reads it. */
export const INDEX_FOLDER = 'search/';

/**
 * The index of one volume, or of several as one: scripts that hand a string to the reader, each alone, so that a page that was opened from a disk can load
 * them. Numbers of documents and of places count from the first document.
 * @param volumes of one language, since that says which words are sought in phrases alone; where they differ, no word is
 */
export function indexFiles(volumes: readonly SearchableVolume[]): FileSet {
  const documents = volumes.flatMap((volume) => volume.documents);
  const isSeries = volumes.length > 1;
  const files = indexOf(documents, languageOf(volumes), isSeries);
  const numbered = isSeries ? [] : [['numbered', JSON.stringify(numberedPlaces(volumes))] as const];
  return new Map(
    [...files, ...numbered].map(([name, text]) => [`${INDEX_FOLDER}${name}.js`, script(name, text)] as const),
  );
}

/** The language of all; empty where they have several. */
function languageOf(volumes: readonly SearchableVolume[]): string {
  const [first = '', ...others] = new Set(volumes.map(({ language }) => language.split('-')[0]));
  return others.length === 0 ? first : '';
}

/** Parts that hold nothing that a string would have to escape (`shards.ts`). */
const PLAIN = /^(?:words|places|pairs)-/;

/** A part of the index as a script. A string of JSON is one of JavaScript (ECMAScript 2019). */
function script(name: string, text: string): string {
  return `chancerySearch("${name}",${PLAIN.test(name) ? `"${text}"` : JSON.stringify(text)})\n`;
}

/** The parts of an index by their names, as text. */
export function indexOf(
  documents: readonly SearchableDocument[],
  language: string,
  isSeries = false,
): ReadonlyMap<string, string> {
  const found = occurrencesIn(documents);
  const parts = new Map<string, string>();
  const lists = wordLists(found, documents, stopWordsOf(language), parts);
  const chunks = textChunks(documents);
  chunks.texts.forEach((text, i) => {
    parts.set(`text-${i + 1}`, text);
  });
  for (let from = 0; from < documents.length; from += CARDS)
    parts.set(`cards-${from / CARDS + 1}`, JSON.stringify(documents.slice(from, from + CARDS).map(cardOf)));
  const facets = facetNames.filter((name) => name !== 'volume' || isSeries);
  const columns = facets
    .map((name) => [name, columnOf(name, documents)] as const)
    .filter(([, { values }]) => values.length > 0);
  for (const [name, column] of columns) parts.set(`facet-${name}`, JSON.stringify(column));
  const days = documents.flatMap(({ date }) => (date === undefined ? [] : [date.from, date.to])).sort();
  parts.set('dates', dateColumn(documents));
  const directory: Directory = {
    language,
    documents: documents.length,
    cards: CARDS,
    starts: rising(found.documents),
    chunks: chunks.counts,
    ...lists,
    facets: columns.map(([name]) => name),
    isNumbered: !isSeries,
    ...(days.length === 0 ? {} : { days: { first: days[0] ?? '', last: days.at(-1) ?? '' } }),
  };
  return new Map([['directory', JSON.stringify(directory)], ...parts]);
}

/** The lists of all words: where a word is frequent beyond use, its places by the word that follows it instead of its documents. */
function wordLists(
  found: Occurrences,
  documents: readonly SearchableDocument[],
  stopWords: ReadonlySet<string>,
  parts: Map<string, string>,
): Pick<Directory, 'words' | 'places' | 'pairs'> {
  const words = new ShardWriter('words', parts);
  const places = new ShardWriter('places', parts);
  const pairs = new ShardWriter('pairs', parts);
  const documentAt = documentsByPlace(found.documents);
  const headingEnds = headings(found, documents);
  found.terms.forEach((term, rank) => {
    const own = found.places.subarray(found.starts[rank], found.starts[rank + 1]);
    if (stopWords.has(term)) {
      writePairs(pairs, term, own, found);
      return;
    }
    words.begin(term);
    writeDocuments(words, own, documentAt, headingEnds);
    words.end();
    places.begin(term);
    let last = 0;
    for (const place of own) {
      places.bytes.number(place - last);
      last = place;
    }
    places.end();
  });
  for (const list of [words, places, pairs]) list.finish();
  return { words: words.firsts, places: places.firsts, pairs: pairs.firsts };
}

/** For each document with the word the step from the one before, doubled; one more where it counts once only, else its count follows. */
function writeDocuments(
  { bytes }: ShardWriter,
  places: Int32Array,
  documentAt: Int32Array,
  headingEnds: Int32Array,
): void {
  let before = 0;
  for (let i = 0; i < places.length; ) {
    const document = documentAt[places[i] ?? 0] ?? 0;
    const headingEnd = headingEnds[document] ?? 0;
    let count = 0;
    for (; i < places.length && documentAt[places[i] ?? 0] === document; i++)
      count += (places[i] ?? 0) < headingEnd ? HEADING : 1;
    bytes.number((document - before) * 2 + (count === 1 ? 1 : 0));
    if (count !== 1) bytes.number(count);
    before = document;
  }
}

/** The places of a frequent word by the word that follows in its paragraph, and those where none does. */
function writePairs(pairs: ShardWriter, term: string, places: Int32Array, { stream, terms }: Occurrences): void {
  // The word that follows, and the place, in one number that sorts by both.
  const weight = stream.length + 1;
  const keys = new Float64Array(places.length);
  for (let i = 0; i < places.length; i++) {
    const place = places[i] ?? 0;
    keys[i] = ((stream[place + 1] ?? GAP) + 1) * weight + place;
  }
  keys.sort();
  let following = -1;
  let last = 0;
  for (const key of keys) {
    const next = Math.floor(key / weight);
    const place = key - next * weight;
    if (next !== following) {
      if (following >= 0) pairs.end();
      pairs.begin(`${term} ${next === 0 ? '' : terms[next - 1]}`);
      following = next;
      last = 0;
    }
    pairs.bytes.number(place - last);
    last = place;
  }
  if (following >= 0) pairs.end();
}

function documentsByPlace(starts: Int32Array): Int32Array {
  const found = new Int32Array(starts.at(-1) ?? 0);
  for (let document = 0; document + 1 < starts.length; document++)
    found.fill(document, starts[document], starts[document + 1]);
  return found;
}

/** The place behind the heading of each document. */
function headings({ stream, documents: starts }: Occurrences, documents: readonly SearchableDocument[]): Int32Array {
  return Int32Array.from(documents, ({ text }, i) => {
    const start = starts[i] ?? 0;
    return text.length === 0 ? start : stream.indexOf(GAP, start);
  });
}

function cardOf({ page, title, number, dateline, summary, volume }: SearchableDocument): Card {
  return {
    page,
    title,
    ...(number === undefined ? {} : { number }),
    ...(dateline === undefined ? {} : { dateline }),
    ...(summary === undefined ? {} : { summary }),
    ...(volume === undefined ? {} : { volume }),
  };
}

/** The documents of each value of a facet. A value is shown in the spelling that most documents have. */
function columnOf(name: FacetName, documents: readonly SearchableDocument[]): FacetColumn {
  interface Value {
    readonly labels: Map<string, number>;
    readonly documents: number[];
  }
  const values = new Map<string, Value>();
  documents.forEach(({ facets }, document) => {
    for (const { key, label } of facets[name] ?? []) {
      const value: Value = values.get(key) ?? { labels: new Map(), documents: [] };
      values.set(key, value);
      value.labels.set(label, (value.labels.get(label) ?? 0) + 1);
      if (value.documents.at(-1) !== document) value.documents.push(document);
    }
  });
  return {
    values: [...values].map(([key, { labels, documents: own }]) => {
      const label = [...labels].sort(([, a], [, b]) => b - a)[0]?.[0] ?? key;
      return { key, label, documents: rising(own) };
    }),
  };
}

/** For each document the length of its span in days and one more, then the day on which it begins; 0 for one without a date. */
function dateColumn(documents: readonly SearchableDocument[]): string {
  return documents
    .map(({ date }) => {
      const [from, to] = [dayNumber(date?.from ?? ''), dayNumber(date?.to ?? '')];
      if (from === undefined || to === undefined || to < from) return written(0);
      return written(to - from + 1) + written(from);
    })
    .join('');
}
