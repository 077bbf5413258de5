import { isOfficeWord, trailingName } from '../../../grammar/names.js';
import { byCodeUnits } from '../../../model/list.js';
import type { PivotElement } from '../../../model/pivot.js';
import { type Fact, foldedWords } from '../../document-facts.js';
import { FreeNames } from '../../free-names.js';
import type { Page } from '../../pages.js';
import { isElement, textOf } from '../../tree.js';
import { nameOf } from '../contents.js';
import type { Site } from '../site.js';

/** What documents can be found by besides their dates: a name for it, and the facts of a header that it is made of. */
export interface Facet {
  /** Of its index (`people.html`) and its pages (`person-rusk.html`). */
  readonly index: string;
  readonly each: string;
  readonly title: string;
  /** Facts of the header, with the words for the part that the value has in the document. */
  readonly facts: readonly (readonly [fact: string, role: string])[];
}

export const FACETS: readonly Facet[] = [
  {
    index: 'people',
    each: 'person',
    title: 'People',
    facts: [
      ['from', 'Sent'],
      ['to', 'Received'],
      ['drafted', 'Drafted'],
    ],
  },
  { index: 'places', each: 'place', title: 'Places', facts: [['place', '']] },
  { index: 'kinds', each: 'kind', title: 'Kinds', facts: [['genre', '']] },
  { index: 'classifications', each: 'classification', title: 'Classification', facts: [['classification', '']] },
  { index: 'sources', each: 'source', title: 'Sources', facts: [['repository', '']] },
];

/** The facet that each fact is of; where it is of several, the first. */
const FACET_OF: ReadonlyMap<string, Facet> = new Map(
  FACETS.toReversed().flatMap((facet) => facet.facts.map(([name]) => [name, facet] as const)),
);

/** Facts that name who had a part in a document. */
const PARTIES = ['from', 'to', 'drafted'];

/** A value of a facet, in one spelling, with its documents. */
export interface FoundValue {
  readonly key: string;
  /** The name of its page, without folder and ending. */
  readonly name: string;
  readonly label: string;
  /** The words by which it stands in its order. */
  readonly order: string;
  readonly isOffice: boolean;
  /** Other spellings of the source. */
  readonly spellings: readonly string[];
  /** The documents of each part that it has in them, in reading order. */
  readonly roles: ReadonlyMap<string, readonly Page[]>;
  /** The entry in the volume's list of persons. */
  readonly entry?: string;
  /** How many documents there are, each counted once. */
  readonly count: number;
}

interface Gathered {
  readonly key: string;
  readonly spellings: Map<string, number>;
  readonly roles: Map<string, Page[]>;
  readonly pages: Set<Page>;
  isOffice: boolean;
  entry?: string;
}

/** The values of each facet that the volume's documents have. */
export class FoundBy {
  readonly #values = new Map<Facet, readonly FoundValue[]>();
  readonly #names = new Map<string, FoundValue>();
  /** The values of facts that were asked for. */
  readonly #told = new Map<string, FoundValue | undefined>();
  readonly #entries = new Map<string, string>();
  /** Names of persons without an entry that are those of one entry alone: the same person. */
  readonly #entryOf = new Map<string, string | undefined>();

  constructor(site: Site) {
    this.#readEntries(site);
    const names = new FreeNames();
    for (const facet of FACETS) this.#values.set(facet, this.#gather(site, facet, names));
  }

  valuesOf(facet: Facet): readonly FoundValue[] {
    return this.#values.get(facet) ?? [];
  }

  /** The value that a fact of a document's record is one of. */
  valueOf(name: string, fact: Fact): FoundValue | undefined {
    const facet = FACET_OF.get(name);
    if (facet === undefined) return undefined;
    const { words, category = '', party = '', entry = '' } = fact;
    const told = `${name}\n${category}\n${party}\n${entry}\n${words}`;
    // A volume tells the same facts of many documents, and each several times.
    if (!this.#told.has(told)) this.#told.set(told, this.#names.get(`${facet.index} ${this.#keyOf(name, fact)}`));
    return this.#told.get(told);
  }

  #readEntries(site: Site): void {
    for (const page of site.documents) {
      const { facts } = site.factsOf(page);
      for (const name of PARTIES) for (const fact of facts.get(name) ?? []) this.#noteEntry(fact);
    }
    if (this.#entries.size === 0) return;
    for (const page of site.volume.pages)
      if (page.kind !== 'document' && page.content.attributes['data-type'] === 'persons')
        this.#labelEntries(page.content);
    // `McGeorge Bundy` is the entry `Bundy, McGeorge`.
    for (const [entry, label] of this.#entries) {
      const [, surname, given] = /^([^,]+), ([^,]+)/.exec(label) ?? [];
      const key = foldedWords(`${given} ${surname}`);
      if (surname !== undefined && !this.#entryOf.has(key)) this.#entryOf.set(key, entry);
    }
  }

  #noteEntry({ entry, words }: Fact): void {
    if (entry === undefined) return;
    this.#entries.set(entry, '');
    const key = personKey(words);
    this.#entryOf.set(key, this.#entryOf.has(key) && this.#entryOf.get(key) !== entry ? undefined : entry);
  }

  /** What the list of persons calls those who are named in headers. */
  #labelEntries(node: PivotElement): void {
    const { id, class: kind } = node.attributes;
    if (id !== undefined && kind === 'persName' && this.#entries.has(id)) this.#entries.set(id, textOf(node, 'title'));
    for (const child of node.children) if (isElement(child)) this.#labelEntries(child);
  }

  #gather(site: Site, facet: Facet, names: FreeNames): readonly FoundValue[] {
    const all = new Map<string, Gathered>();
    for (const page of site.documents) {
      for (const [name, role] of facet.facts) {
        for (const fact of factsOf(site, page, name)) this.#add(all, facet, page, name, role, fact);
      }
    }
    const values = [...all.values()].map((one) => this.#valueOf(facet, one, names));
    for (const value of values) this.#names.set(`${facet.index} ${value.key}`, value);
    return values.sort((a, b) => byCodeUnits(a.order, b.order));
  }

  #add(all: Map<string, Gathered>, facet: Facet, page: Page, name: string, role: string, fact: Fact): void {
    const key = this.#keyOf(name, fact);
    if (key === '') return;
    const one: Gathered = all.get(key) ?? {
      key,
      spellings: new Map(),
      roles: new Map(),
      pages: new Set(),
      isOffice: false,
    };
    all.set(key, one);
    one.spellings.set(fact.words, (one.spellings.get(fact.words) ?? 0) + 1);
    const pages = one.roles.get(role) ?? [];
    if (pages.at(-1) !== page) pages.push(page);
    one.roles.set(role, pages);
    one.pages.add(page);
    one.isOffice ||= facet.index === 'people' && isOfficeOf(fact);
    if (key.startsWith('#')) one.entry = key.slice(1);
  }

  #keyOf(name: string, fact: Fact): string {
    if (fact.category !== undefined) return fact.category;
    if (name === 'place') return foldedWords(fact.words.replace(/[[\]]/g, ''));
    if (!/^(?:from|to|drafted)$/.test(name) || isOfficeOf(fact)) return foldedWords(fact.words);
    const words = personKey(fact.words);
    const entry = fact.entry ?? this.#entryOf.get(words);
    return entry === undefined ? words : `#${entry}`;
  }

  #valueOf(facet: Facet, { key, spellings, roles, pages, isOffice, entry }: Gathered, names: FreeNames): FoundValue {
    const [[most] = ['']] = [...spellings].sort((a, b) => b[1] - a[1]);
    const own = entry === undefined ? '' : (this.#entries.get(entry) ?? '');
    const label = own === '' ? labelOf(facet, key, most) : own.replace(/[,:;\s]+$/, '');
    return {
      key,
      name: names.take(`${facet.each}-${lettersOf(label)}`),
      label,
      order: isOffice || facet.index !== 'people' ? foldedWords(label) : bySurname(label),
      isOffice,
      spellings: [...spellings.keys()].filter((words) => words !== label),
      roles,
      ...(entry === undefined || own === '' ? {} : { entry }),
      count: pages.size,
    };
  }
}

/** The facts of a name. A document that names its file alone, as the older volumes do, is found by that among those without a repository. */
function factsOf(site: Site, page: Page, name: string): readonly Fact[] {
  const { facts } = site.factsOf(page);
  const own = facts.get(name);
  if (own !== undefined || name !== 'repository' || !facts.has('file')) return own ?? [];
  return [{ words: 'Repository not named' }];
}

function labelOf({ index }: Facet, key: string, words: string): string {
  if (index === 'classifications') return nameOf('classification', key, words);
  if (index === 'kinds') return nameOf('genre', key, words);
  return index === 'places' ? words.replace(/[[\]]/g, '') : words;
}

const PERSON_IN_OFFICE = /^(?:President|Prime Minister|Chancellor|Colonel|General|Senator) \p{Lu}[\p{L}’'-]+$/u;

/** An office; but `President Wilson` is a person, however a volume marks him. */
function isOfficeOf({ party, words }: Fact): boolean {
  return party === 'office' && !PERSON_IN_OFFICE.test(words);
}

/** A name without titles: `Colonel E. M. House` and `E. M. House` are one. */
function personKey(words: string): string {
  const bare = words.replace(/[,.]?\s*(?:\[sic\])?$/, '');
  const name = trailingName(bare);
  const isTitled =
    name !== undefined && name.start > 0 && bare.slice(0, name.start).trim().split(/\s+/).every(isOfficeWord);
  return foldedWords(isTitled ? bare.slice(name.start) : bare);
}

const SUFFIX = /,?\s+(?:Jr|Sr|I{2,3}|IV|[23]d)\.?$/;

/** The words of a name with the surname first, where it is not so already. */
function bySurname(label: string): string {
  if (/^[^\s,]+(?: [^\s,]+)?,/.test(label) && !SUFFIX.test(label)) return foldedWords(label);
  const words = label.replace(SUFFIX, '').split(/\s+/);
  return foldedWords([words.at(-1) ?? '', ...words.slice(0, -1)].join(' '));
}

/** Letters of an address that needs no escapes. */
function lettersOf(label: string): string {
  return (
    foldedWords(label)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'other'
  );
}
