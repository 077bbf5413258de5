import type { Agent, Bibliography } from '../../metadata/bibliography.js';
import { byCodeUnits } from '../../model/list.js';
import type { PivotElement } from '../../model/pivot.js';
import { type Fact, headerOf } from '../document-facts.js';
import { addressName, type FreeNames } from '../free-names.js';
import type { Page, PagedVolume } from '../pages.js';
import { isElement } from '../tree.js';
import type { Citing } from './citing.js';
import { KnownNames } from './known-names.js';
import { type Entry, type Occurrences, occurrencesIn, type Place } from './occurrences.js';
import { HeaderNames, type LinkedHeader, linkedHeader, type PartPlayed } from './parts-played.js';

/** A document or section in which somebody has a part or is named. */
export interface Appearance {
  readonly page: Page;
  /** `Sent`, `Drafted` …; none for who is only named. */
  readonly roles: readonly string[];
  /** Whether who has the part is told by the name alone, which in all other documents means this person. */
  readonly isInferred: boolean;
  readonly places: readonly Place[];
}

/** How many of those with whom somebody is met in the same documents are named. */
const MOST_MET = 12;

/** The persons and terms of the volume's lists with every place of theirs, and the pages that tell of them. */
export class Register {
  readonly #occurrences: Occurrences;
  readonly #lists: ReadonlySet<Page>;
  readonly #persons: ReadonlyMap<string, Agent>;
  readonly #headers = new Map<Page, LinkedHeader>();
  readonly #roles = new Map<string, Map<Page, string[]>>();
  /** Whom the names in the headers of documents mean, by fact and words; undefined where two persons of one fact are called so. */
  readonly #meant = new Map<Page, Map<string, string | undefined>>();
  /** Who has a part in a document. */
  readonly #players = new Map<Page, Set<string>>();
  readonly #inferred = new Map<string, Set<Page>>();
  readonly #appearances = new Map<string, readonly Appearance[]>();
  /** The names of the persons' pages by their entries. */
  readonly #pages = new Map<string, string>();
  /** The addresses of the terms by their entries: a page for each letter. */
  readonly #terms = new Map<string, string>();
  /** The pages of the lists of all persons, and of terms. */
  readonly people: string | undefined;
  readonly letters: ReadonlyMap<string, string>;
  /** The persons that have a page and the terms that are named, in the order of the alphabet. */
  readonly persons: readonly Entry[];
  readonly terms: readonly Entry[];

  constructor(volume: PagedVolume, { volume: { persons } }: Bibliography, citing: Citing, names: FreeNames) {
    this.#occurrences = occurrencesIn(volume);
    this.#lists = new Set([...this.#occurrences.entries.values()].map(({ page }) => page));
    this.#persons = new Map(persons.map((person) => [person.xmlId ?? '', person]));
    const inHeaders = new HeaderNames(persons);
    for (const page of volume.pages) {
      const header = page.kind === 'document' ? headerOf(page.content) : undefined;
      if (header !== undefined) this.#readHeader(page, header, inHeaders, citing);
    }
    this.#inferFromNames();
    for (const { id, kind } of this.#occurrences.entries.values())
      if (kind === 'person' && this.#isMet(id)) this.#pages.set(id, names.take(`person-${addressName(id)}`));
    this.people = this.#pages.size === 0 ? undefined : names.take('people');
    this.letters = this.#lettersOf(names);
    const inOrder = (ids: Iterable<string>): readonly Entry[] =>
      [...ids].flatMap((id) => this.entry(id) ?? []).sort(byName);
    this.persons = inOrder(this.#pages.keys());
    this.terms = inOrder(this.#terms.keys());
  }

  /** The header of a document, the names in it as links to the pages of those who are certainly meant. */
  headerOf(page: Page): PivotElement | undefined {
    const linked = this.#headers.get(page);
    if (linked === undefined) return undefined;
    const link = (element: PivotElement): PivotElement => ({
      ...element,
      children: element.children.map((child) => {
        if (!isElement(child)) return child;
        const { href, ...attributes } = child.attributes;
        if (child.name !== 'a' || href?.startsWith(ENTRY) !== true) return link(child);
        const to = this.addressOf(href.slice(ENTRY.length));
        return to === undefined
          ? { ...child, name: 'span', attributes }
          : { ...child, attributes: { ...attributes, href: to } };
      }),
    });
    return link(linked.header);
  }

  /** Whether a page is such a list. */
  isListed(page: Page): boolean {
    return this.#lists.has(page);
  }

  /** What the list has under an id. */
  entry(id: string): Entry | undefined {
    return this.#occurrences.entries.get(id);
  }

  /** The name of a person's page. */
  pageOf(entry: string): string | undefined {
    return this.#pages.get(entry);
  }

  /** Where an entry's documents are told, as a link from any page. */
  addressOf(entry: string): string | undefined {
    const page = this.#pages.get(entry);
    return page === undefined ? this.#terms.get(entry) : `${page}.html`;
  }

  /** Who a person is by the registers of the web. */
  agentOf(entry: string): Agent | undefined {
    return this.#persons.get(entry);
  }

  /** Whom of the list of persons a fact in the header of a document names, where that is known. @param name that of the fact: `from` */
  entryIn(page: Page, name: string, fact: Fact): string | undefined {
    const entry = fact.entry ?? this.#meant.get(page)?.get(meantKey(name, fact.words));
    return entry !== undefined && this.#pages.has(entry) ? entry : undefined;
  }

  /** In how many documents and sections somebody or something is met. */
  countOf(entry: string): number {
    const pages = new Set(this.#occurrences.of.get(entry)?.keys() ?? []);
    for (const page of this.#roles.get(entry)?.keys() ?? []) pages.add(page);
    return pages.size;
  }

  /** Where a person or term is met, in the order of the volume. */
  appearancesOf(entry: string): readonly Appearance[] {
    const known = this.#appearances.get(entry);
    if (known !== undefined) return known;
    const named = this.#occurrences.of.get(entry) ?? new Map<Page, readonly Place[]>();
    const roles = this.#roles.get(entry) ?? new Map<Page, readonly string[]>();
    const inferred = this.#inferred.get(entry);
    const pages = [...new Set([...named.keys(), ...roles.keys()])];
    const found = pages.map((page) => ({
      page,
      roles: roles.get(page) ?? [],
      isInferred: inferred?.has(page) === true,
      places: named.get(page) ?? [],
    }));
    this.#appearances.set(entry, found);
    return found;
  }

  /** Those who are met most often in the same documents, with the number of documents. */
  metWith(entry: string): readonly (readonly [person: string, documents: number])[] {
    const counts = new Map<string, number>();
    for (const { page } of this.appearancesOf(entry)) {
      if (page.kind !== 'document') continue;
      for (const other of this.#personsIn(page)) if (other !== entry) counts.set(other, (counts.get(other) ?? 0) + 1);
    }
    return [...counts]
      .filter(([other]) => this.#pages.has(other))
      .sort(([a, n], [b, m]) => m - n || byCodeUnits(a, b))
      .slice(0, MOST_MET);
  }

  /** Who of the list of persons has a part in a document or is named in it. */
  personsOn(
    page: Page,
  ): readonly { readonly entry: Entry; readonly roles: readonly string[]; readonly isInferred: boolean }[] {
    const parts = this.#players.get(page) ?? [];
    return [...new Set([...parts, ...this.#personsIn(page)])].flatMap((id) => {
      const entry = this.#pages.has(id) ? this.entry(id) : undefined;
      if (entry === undefined) return [];
      const isInferred = this.#inferred.get(id)?.has(page) === true;
      return [{ entry, roles: this.#roles.get(id)?.get(page) ?? [], isInferred }];
    });
  }

  readonly #inPage = new Map<Page, ReadonlySet<string>>();

  #personsIn(page: Page): ReadonlySet<string> {
    let found = this.#inPage.get(page);
    if (found === undefined) {
      const named = this.#occurrences.namesIn.get(page)?.all ?? [];
      const parts = (this.#headers.get(page)?.parts ?? []).map(({ entry }) => entry);
      found = new Set([...named, ...parts]);
      this.#inPage.set(page, found);
    }
    return found;
  }

  #isMet(entry: string): boolean {
    return this.#occurrences.of.has(entry) || this.#roles.has(entry);
  }

  #readHeader(page: Page, header: PivotElement, inHeaders: HeaderNames, citing: Citing): void {
    const names = this.#occurrences.namesIn.get(page)?.inSource ?? [];
    const record = citing.recordOf(page);
    const isKnown = (entry: string | undefined): entry is string =>
      entry !== undefined && this.#occurrences.entries.get(entry)?.kind === 'person';
    const linked = linkedHeader(
      header,
      (name, fact) => {
        const entry = inHeaders.entryOf(name, fact, record, names);
        return isKnown(entry) ? entry : undefined;
      },
      (entry) => `${ENTRY}${entry}`,
    );
    this.#headers.set(page, linked);
    for (const part of linked.parts) this.#note(page, part);
  }

  #note(page: Page, { entry, fact, role, words }: PartPlayed): void {
    let pages = this.#roles.get(entry);
    if (pages === undefined) {
      pages = new Map();
      this.#roles.set(entry, pages);
    }
    const roles = pages.get(page) ?? [];
    if (!roles.includes(role)) pages.set(page, [...roles, role]);
    this.#players.set(page, (this.#players.get(page) ?? new Set()).add(entry));
    const meant = this.#meant.get(page) ?? new Map<string, string | undefined>();
    const key = meantKey(fact, words);
    this.#meant.set(page, meant.set(key, meant.has(key) && meant.get(key) !== entry ? undefined : entry));
  }

  /** Gives parts whose names lead nowhere to those whom the names certainly mean. */
  #inferFromNames(): void {
    const persons = [...this.#occurrences.entries.values()].filter(({ kind }) => kind === 'person');
    const known = new KnownNames(
      persons,
      [...this.#headers.values()].flatMap(({ parts }) => parts),
    );
    for (const [page, { parts, unknown }] of this.#headers)
      for (const part of unknown) {
        const entry = known.entryOf(part, parts);
        if (entry === undefined) {
          // Another of the same fact and name may be known by a pointer of his own.
          this.#meant.get(page)?.set(meantKey(part.fact, part.words), undefined);
          continue;
        }
        this.#note(page, { ...part, entry, isSaid: false });
        this.#inferred.set(entry, (this.#inferred.get(entry) ?? new Set()).add(page));
      }
  }

  #lettersOf(names: FreeNames): ReadonlyMap<string, string> {
    const found = [...this.#occurrences.entries.values()].filter(({ id, kind }) => kind === 'term' && this.#isMet(id));
    const letters = new Map<string, string>();
    for (const letter of [...new Set(found.map(letterOf))].sort(byCodeUnits))
      letters.set(letter, names.take(`terms-${letter === OTHER ? 'other' : addressName(letter.toLowerCase())}`));
    for (const entry of found)
      this.#terms.set(entry.id, `${letters.get(letterOf(entry)) ?? ''}.html#${termId(entry.id)}`);
    return letters;
  }
}

function meantKey(fact: string, words: string): string {
  return `${fact} ${words}`;
}

/** A link to an entry before it is known which page it has. */
const ENTRY = 'entry:';

/** What begins with no letter stands together. */
export const OTHER = '#';

/** The letter under which an entry stands, without its accents. */
export function letterOf({ name }: Entry): string {
  const [first = ''] = name.normalize('NFD').toUpperCase();
  return /\p{L}/u.test(first) ? first : OTHER;
}

/** The id of a term in the page of its letter: the id of its entry is that of the volume's own list. */
export function termId(entry: string): string {
  return `of-${entry}`;
}

function byName(a: Entry, b: Entry): number {
  return byCodeUnits(sortKey(a.name), sortKey(b.name)) || byCodeUnits(a.id, b.id);
}

function sortKey(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
