import { byCodeUnits } from '../../../model/list.js';
import { type Fact, foldedWords } from '../../document-facts.js';
import { FreeNames } from '../../free-names.js';
import type { Page } from '../../pages.js';
import { nameOf } from '../contents.js';
import { bySurname, isOfficeOf, personKey } from '../person-names.js';
import type { Register } from '../register.js';
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

/** Everybody: who has a part in documents, in the volume's list of persons or not, and who of that list is only named. */
export const PEOPLE: Facet = {
  index: 'people',
  each: 'person',
  title: 'People',
  facts: [
    ['from', 'Sent'],
    ['to', 'Received'],
    ['drafted', 'Drafted'],
  ],
};

export const FACETS: readonly Facet[] = [
  PEOPLE,
  { index: 'places', each: 'place', title: 'Places', facts: [['place', '']] },
  { index: 'kinds', each: 'kind', title: 'Kinds', facts: [['genre', '']] },
  { index: 'classifications', each: 'classification', title: 'Classification', facts: [['classification', '']] },
  { index: 'sources', each: 'source', title: 'Sources', facts: [['repository', '']] },
];

/** The facet that each fact is of; where it is of several, the first. */
const FACET_OF: ReadonlyMap<string, Facet> = new Map(
  FACETS.toReversed().flatMap((facet) => facet.facts.map(([name]) => [name, facet] as const)),
);

/** A value of a facet, in one spelling, with its documents. */
export interface FoundValue {
  readonly key: string;
  /** Its page, as a path from the home page: one in `browse`, or that of the person in the register. */
  readonly path: string;
  /** The page in `browse` that a person of the register had in earlier editions. */
  readonly formerPath?: string;
  readonly label: string;
  /** The words by which it stands in its order. */
  readonly order: string;
  readonly isOffice: boolean;
  /** Other spellings of the source. */
  readonly spellings: readonly string[];
  /** The documents of each part that it has in them, in reading order. */
  readonly roles: ReadonlyMap<string, readonly Page[]>;
  /** The entry in the volume's list of persons, by which the register has a page for it. */
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
  readonly #register: Register;

  constructor(site: Site) {
    this.#register = site.register;
    const names = new FreeNames();
    for (const facet of FACETS) this.#values.set(facet, this.#gather(site, facet, names));
  }

  valuesOf(facet: Facet): readonly FoundValue[] {
    return this.#values.get(facet) ?? [];
  }

  /** The value that a fact of a document's record is one of. */
  valueOf(page: Page, name: string, fact: Fact): FoundValue | undefined {
    const facet = FACET_OF.get(name);
    return facet && this.#names.get(`${facet.index} ${this.#keyOf(page, name, fact)}`);
  }

  #gather(site: Site, facet: Facet, names: FreeNames): readonly FoundValue[] {
    const all = new Map<string, Gathered>();
    for (const page of site.documents) {
      for (const [name, role] of facet.facts) {
        for (const fact of factsOf(site, page, name)) this.#add(all, facet, page, name, role, fact);
      }
    }
    if (facet.index === 'people') this.#addNamed(all);
    const values = [...all.values()].map((one) => this.#valueOf(facet, one, names));
    for (const value of values) this.#names.set(`${facet.index} ${value.key}`, value);
    return values.sort((a, b) => byCodeUnits(a.order, b.order));
  }

  /** Who of the volume's list is named in it, and has no part in a document. */
  #addNamed(all: Map<string, Gathered>): void {
    for (const { id } of this.#register.persons) {
      const key = `#${id}`;
      if (!all.has(key)) all.set(key, { ...gathering(key), entry: id });
    }
  }

  #add(all: Map<string, Gathered>, facet: Facet, page: Page, name: string, role: string, fact: Fact): void {
    const key = this.#keyOf(page, name, fact);
    if (key === '') return;
    const one = all.get(key) ?? gathering(key);
    all.set(key, one);
    one.spellings.set(fact.words, (one.spellings.get(fact.words) ?? 0) + 1);
    const pages = one.roles.get(role) ?? [];
    if (pages.at(-1) !== page) pages.push(page);
    one.roles.set(role, pages);
    one.pages.add(page);
    one.isOffice ||= facet.index === 'people' && isOfficeOf(fact);
    if (key.startsWith('#')) one.entry = key.slice(1);
  }

  #keyOf(page: Page, name: string, fact: Fact): string {
    if (fact.category !== undefined) return fact.category;
    if (name === 'place') return foldedWords(fact.words.replace(/[[\]]/g, ''));
    if (!/^(?:from|to|drafted)$/.test(name)) return foldedWords(fact.words);
    const entry = this.#register.entryIn(page, name, fact);
    if (entry !== undefined) return `#${entry}`;
    return isOfficeOf(fact) ? foldedWords(fact.words) : personKey(fact.words);
  }

  #valueOf(facet: Facet, { key, spellings, roles, pages, isOffice, entry }: Gathered, names: FreeNames): FoundValue {
    const [[most] = ['']] = [...spellings].sort((a, b) => b[1] - a[1]);
    const listed = entry === undefined ? undefined : this.#register.entry(entry)?.name;
    const label = (listed ?? labelOf(facet, key, most)).replace(/[,:;\s]+$/, '');
    const own = entry === undefined ? undefined : this.#register.pageOf(entry);
    const inBrowse = (): string => `browse/${names.take(`${facet.each}-${lettersOf(label)}`)}.html`;
    // Who has no part in a document never had a page in `browse`; the names of all others stay as they were, since they are cited.
    const paths =
      own === undefined
        ? { path: inBrowse() }
        : { path: `${own}.html`, ...(roles.size === 0 ? {} : { formerPath: inBrowse() }) };
    return {
      key,
      ...paths,
      label,
      order: isOffice || facet.index !== 'people' ? foldedWords(label) : bySurname(label),
      isOffice,
      spellings: [...spellings.keys()].filter((words) => words !== label),
      roles,
      ...(entry === undefined ? {} : { entry }),
      count: pages.size,
    };
  }
}

function gathering(key: string): Gathered {
  return { key, spellings: new Map(), roles: new Map(), pages: new Set(), isOffice: false };
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

/** Letters of an address that needs no escapes. */
function lettersOf(label: string): string {
  return (
    foldedWords(label)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'other'
  );
}
