import type { FacetName } from '../model/searchable.js';
import type { Card, Directory, FacetColumn } from './directory.js';
import type { AskedNumber, NumberedPlace, NumberedPlaces } from './numbered.js';
import { Numbers, risen } from './numbers.js';
import type { ListKind } from './shards.js';
import { DOCUMENT_END } from './text-chunks.js';

/** Gives a part of the index by its name (`words-3`). */
export type Load = (name: string) => Promise<string>;

/** An entry of a list: its name, and its numbers as text. */
export interface Entry {
  readonly name: string;
  readonly numbers: string;
}

/** Reads the parts of an index as they are wanted, each once. */
export class IndexReader {
  readonly directory: Directory;
  /** The first place of each document, and the end. */
  readonly starts: readonly number[];
  readonly #load: Load;
  readonly #lists = new Map<string, Promise<readonly Entry[]>>();
  readonly #parts = new Map<string, Promise<string>>();
  readonly #columns = new Map<FacetName, Promise<FacetColumn>>();

  private constructor(directory: Directory, load: Load) {
    this.directory = directory;
    this.starts = risen(directory.starts);
    this.#load = load;
  }

  static async open(load: Load): Promise<IndexReader> {
    return new IndexReader(JSON.parse(await load('directory')) as Directory, load);
  }

  /** The entries of a list whose names lie from one to another, both included. */
  async entries(kind: ListKind, from: string, to: string): Promise<readonly Entry[]> {
    const firsts = this.directory[kind];
    const found: Entry[] = [];
    for (let shard = Math.max(0, lastUpTo(firsts, from)); shard < firsts.length && (firsts[shard] ?? '') <= to; shard++)
      for (const entry of await this.#list(`${kind}-${shard + 1}`))
        if (entry.name >= from && entry.name <= to) found.push(entry);
    return found;
  }

  /** The numbers of one entry; empty where there is none of the name. */
  async numbers(kind: ListKind, name: string): Promise<string> {
    return (await this.entries(kind, name, name))[0]?.numbers ?? '';
  }

  column(name: FacetName): Promise<FacetColumn> {
    const known =
      this.#columns.get(name) ?? this.#part(`facet-${name}`).then((text) => JSON.parse(text) as FacetColumn);
    this.#columns.set(name, known);
    return known;
  }

  /** For each document its first and last day as numbers; undefined for one without a date. */
  async days(): Promise<readonly ({ readonly from: number; readonly to: number } | undefined)[]> {
    const numbers = new Numbers(await this.#part('dates'));
    return Array.from({ length: this.directory.documents }, () => {
      const length = numbers.next();
      if (length === 0) return undefined;
      const from = numbers.next();
      return { from, to: from + length - 1 };
    });
  }

  /** The documents and the pages of the source with a number: documents first, and no more than are wanted. */
  async placesWith({ kind, number }: AskedNumber, limit: number): Promise<readonly NumberedPlace[]> {
    if (!this.directory.isNumbered) return [];
    const { documents, pages } = JSON.parse(await this.#part('numbered')) as NumberedPlaces;
    const asked = kind === 'page' ? [] : documents.filter(([own]) => own === number).slice(0, limit);
    const cards = await Promise.all(asked.map(([, document]) => this.card(document)));
    return [
      ...cards.flatMap((card) =>
        card === undefined ? [] : [{ page: card.page, title: inVolume(documentTitle(card), card) }],
      ),
      ...(kind === 'document' ? [] : pages)
        .filter(([own]) => own === number)
        .map(([, page, title]) => ({ page, title })),
    ].slice(0, limit);
  }

  async card(document: number): Promise<Card | undefined> {
    const size = this.directory.cards;
    const cards = JSON.parse(await this.#part(`cards-${Math.floor(document / size) + 1}`)) as readonly Card[];
    return cards[document % size];
  }

  /** The pieces of a document's text, one after the other. */
  async *text(document: number): AsyncGenerator<string> {
    const { chunks } = this.directory;
    let before = 0;
    for (let chunk = 0; chunk < chunks.length; chunk++) {
      const count = chunks[chunk] ?? 0;
      if (document >= before && document < before + count) {
        yield (await this.#part(`text-${chunk + 1}`)).split(DOCUMENT_END)[document - before] ?? '';
        for (let next = chunk + 1; chunks[next] === 0; next++) yield this.#part(`text-${next + 1}`);
        return;
      }
      before += count;
    }
  }

  #part(name: string): Promise<string> {
    const known = this.#parts.get(name) ?? this.#load(name);
    this.#parts.set(name, known);
    return known;
  }

  #list(name: string): Promise<readonly Entry[]> {
    const known = this.#lists.get(name) ?? this.#load(name).then(entriesIn);
    this.#lists.set(name, known);
    return known;
  }
}

/** With the name of the volume, where there are several: each may have a document of that number. */
function inVolume(title: string, { volume }: Card): string {
  return volume === undefined ? title : `${title} · ${volume}`;
}

/** A document by its number and its title, without the number twice. */
function documentTitle({ number = '', title }: Card): string {
  return title.startsWith(number) ? `Document ${title}` : `Document ${number}. ${title}`;
}

/** The entries of a file (`shards.ts`). */
function entriesIn(text: string): readonly Entry[] {
  const found: Entry[] = [];
  let last = '';
  for (let at = 0; at < text.length; ) {
    const colon = text.indexOf(':', at);
    const end = text.indexOf(';', colon);
    const head = new Numbers(text, at);
    const shared = head.next();
    last = last.slice(0, shared) + text.slice(head.at, colon);
    found.push({ name: last, numbers: text.slice(colon + 1, end) });
    at = end + 1;
  }
  return found;
}

/** The number of the last name that does not come behind another, by halves; -1 where all do. */
function lastUpTo(names: readonly string[], name: string): number {
  let [low, high] = [0, names.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((names[middle] ?? '') <= name) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
