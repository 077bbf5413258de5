import type { PivotElement } from '../../model/pivot.js';
import type { Page, PagedVolume } from '../pages.js';
import { isElement, titleWords } from '../tree.js';
import { PARAGRAPH } from './paragraphs.js';

/** An entry of one of the volume's own lists of persons and terms, to which names in the text lead. */
export interface Entry {
  readonly id: string;
  readonly kind: 'person' | 'term';
  /** The name or term as the list prints it. */
  readonly name: string;
  /** What the list says of it. */
  readonly words: string;
  /** The page of the list. */
  readonly page: Page;
}

/** A place of a page where an entry is named. */
export interface Place {
  /** The id of the paragraph or note; of the page itself for a heading or what stands outside paragraphs. */
  readonly id: string;
  readonly kind: 'text' | 'paragraph' | 'note';
  /** The number of the paragraph or note. */
  readonly number: string;
}

/** A name in the source note of a document, by which its header was made, that leads to an entry. */
export interface Naming {
  readonly entry: string;
  readonly words: string;
}

/** The persons of a page, and those of its source note with the words that name them. */
export interface NamedPersons {
  readonly all: Set<string>;
  readonly inSource: Naming[];
}

/** Where an entry is named: by page, in the order of the volume, each place once. */
export type Places = ReadonlyMap<Page, readonly Place[]>;

/** All entries and where they are named. */
export interface Occurrences {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly of: ReadonlyMap<string, Places>;
  readonly namesIn: ReadonlyMap<Page, NamedPersons>;
}

/** The links of the pivot whose words are a name or term: what they lead to is certain, since the editors have tied them. */
const NAMES: ReadonlySet<string> = new Set(['persName', 'gloss', 'name', 'rs']);

/** Finds the entries of the volume's lists, and every place of the text whose name or term leads to one; the lists themselves are no such places. */
export function occurrencesIn({ pages, pageOf }: PagedVolume): Occurrences {
  const entries = new Map<string, Entry>();
  for (const page of pages) if (page.kind !== 'document') entriesIn(page.content, undefined, page, entries);
  const of = new Map<string, Map<Page, Place[]>>();
  const namesIn = new Map<Page, NamedPersons>();
  if (entries.size === 0) return { entries, of, namesIn };
  const lists = new Set([...entries.values()].map(({ page }) => page));
  for (const page of pages) {
    if (lists.has(page) || isIndex(page) || pageOf.get(page.id) !== page) continue;
    const names: NamedPersons = { all: new Set(), inSource: [] };
    new NameWalk(page, entries, of, names).run();
    if (names.all.size > 0) namesIn.set(page, names);
  }
  return { entries, of, namesIn };
}

/** An index tells where things are, as these pages do. */
function isIndex({ content: { attributes } }: Page): boolean {
  return attributes['data-type'] === 'index' || attributes['data-kind'] === 'titlepage' || attributes['id'] === 'index';
}

const BLOCKS: ReadonlySet<string> = new Set(['li', 'p', 'tr', 'dd', 'dt', 'div']);

function entriesIn(
  element: PivotElement,
  block: PivotElement | undefined,
  page: Page,
  found: Map<string, Entry>,
): void {
  const { id, class: kind } = element.attributes;
  if (id !== undefined && !found.has(id)) {
    const isPerson = kind === 'persName' && element.name === 'span';
    if (isPerson || (kind === 'term' && element.name === 'dfn')) {
      const name = titleWords(element).replace(/[\s,;:.]+$/, (end) => (end.startsWith('.') ? '.' : ''));
      const words = titleWords(block ?? element).replace(/^[\s,;:]+/, '');
      const rest = words.startsWith(name) ? words.slice(name.length).replace(/^[\s,;:—–]+/, '') : words;
      if (name !== '') found.set(id, { id, kind: isPerson ? 'person' : 'term', name, words: rest, page });
    }
  }
  const within = BLOCKS.has(element.name) ? element : block;
  for (const child of element.children) if (isElement(child)) entriesIn(child, within, page, found);
}

/** Finds the names of a page, with the paragraph or note that each stands in. */
class NameWalk {
  readonly #page: Page;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #of: Map<string, Map<Page, Place[]>>;
  readonly #names: NamedPersons;
  readonly #start: Place;
  #isInSource = false;

  constructor(
    page: Page,
    entries: ReadonlyMap<string, Entry>,
    of: Map<string, Map<Page, Place[]>>,
    names: NamedPersons,
  ) {
    this.#page = page;
    this.#entries = entries;
    this.#of = of;
    this.#names = names;
    this.#start = { id: page.id, kind: 'text', number: '' };
  }

  run(): void {
    this.#walk(this.#page.content, this.#start);
  }

  #walk(element: PivotElement, place: Place): void {
    const { class: kind, href } = element.attributes;
    if (element.name === 'a' && href?.startsWith('#') && NAMES.has(kind ?? ''))
      this.#name(element, href.slice(1), place);
    for (const child of element.children) {
      if (!isElement(child)) continue;
      const { attributes } = child;
      if (attributes['class'] === 'note') this.#note(child);
      else this.#walk(child, attributes[PARAGRAPH] === undefined ? place : paragraph(attributes));
    }
  }

  #note(note: PivotElement): void {
    const { id = this.#page.id, 'data-n': number = '', 'data-type': type } = note.attributes;
    this.#isInSource = type === 'source';
    this.#walk(note, { id, kind: 'note', number });
    this.#isInSource = false;
  }

  #name(element: PivotElement, entry: string, place: Place): void {
    const kind = this.#entries.get(entry)?.kind;
    if (kind === undefined) return;
    let pages = this.#of.get(entry);
    if (pages === undefined) {
      pages = new Map();
      this.#of.set(entry, pages);
    }
    const places = pages.get(this.#page);
    if (places === undefined) pages.set(this.#page, [place]);
    else if (places.at(-1)?.id !== place.id && !places.some(({ id }) => id === place.id)) places.push(place);
    if (kind !== 'person') return;
    this.#names.all.add(entry);
    if (this.#isInSource) this.#names.inSource.push({ entry, words: titleWords(element) });
  }
}

function paragraph({ id = '', [PARAGRAPH]: number = '' }: PivotElement['attributes']): Place {
  return { id, kind: 'paragraph', number };
}
