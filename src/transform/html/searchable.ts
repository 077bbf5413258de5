import { MAY_PART } from '../../model/may-part.js';
import type { PivotElement } from '../../model/pivot.js';
import { printedDate } from '../../model/printed-date.js';
import {
  type FacetName,
  type FacetValue,
  facetValue,
  type SearchableDocument,
  type SearchableVolume,
} from '../../model/searchable.js';
import type { DocumentFacts, Fact } from '../document-facts.js';
import type { Page } from '../pages.js';
import { partingInXhtml } from '../parting.js';
import { ancestorsOf, type Site } from './site.js';

/** What the edition says besides the text, by class: nobody searches for it. */
const NOT_TEXT: ReadonlySet<string> = new Set(['noteref', 'backref', 'note-label', 'added', 'header']);

/** Facets by the fact of the header that they are made of. */
const FACTS: Readonly<Record<string, FacetName>> = {
  genre: 'genre',
  classification: 'classification',
  handling: 'handling',
  drafted: 'drafter',
  from: 'sender',
  to: 'receiver',
  place: 'place',
  repository: 'repository',
};

/** The part of the volume that a page belongs to, by the kind of its section. */
const PARTS: Readonly<Record<string, string>> = {
  document: 'Documents',
  front: 'Front matter',
  back: 'Back matter',
  titlepage: 'Front matter',
};

/** What can be found in the site: the words of its pages, and the facts that their records show. Pages without words are none. */
export function searchableOf(site: Site): SearchableVolume {
  const { pages } = site.volume;
  const documents = pages
    .map((page) => searchable(site, page))
    .filter(({ text, notes }) => text.length + notes.length > 0);
  return {
    id: site.pivot.volume,
    title: site.shortTitle,
    language: site.pivot.language,
    documents,
    pages: site.leaves.all
      .filter(({ number }) => number !== '')
      .map(({ number, name, title }) => ({ number, page: `${name}.html`, title })),
  };
}

function searchable(site: Site, page: Page): SearchableDocument {
  const { text, notes, dateline } = new TextWalk().run(page.content);
  const { 'data-n': number, 'data-date-to': to } = page.content.attributes;
  const known = page.kind === 'document' ? site.factsOf(page) : undefined;
  const from = known?.date;
  const date = from === undefined ? undefined : daysOf(from, to ?? from);
  const shownDate = dateline ?? (from === undefined ? undefined : printedDate(from));
  const summary = known?.lead === '' ? undefined : known?.lead;
  return {
    id: page.id,
    page: `${page.name}.html`,
    title: page.title,
    ...(number === undefined ? {} : { number }),
    ...(date === undefined ? {} : { date }),
    ...(shownDate === undefined ? {} : { dateline: shownDate }),
    ...(summary === undefined ? {} : { summary }),
    text,
    notes,
    facets: {
      ...(known === undefined ? {} : facetsOf(site, page, known)),
      chapter: ancestorsOf(page).map(({ id, title }) => ({ key: id, label: title })),
      part: [facetValue(PARTS[page.kind] ?? 'Chapters')].flatMap((value) => value ?? []),
      volume: [{ key: site.pivot.volume, label: site.shortTitle }],
    },
  };
}

function facetsOf(site: Site, page: Page, { facts }: DocumentFacts): Partial<Record<FacetName, readonly FacetValue[]>> {
  const found: Partial<Record<FacetName, readonly FacetValue[]>> = {};
  for (const [name, own] of facts) {
    const facet = FACTS[name];
    if (facet !== undefined) found[facet] = once(own.flatMap((fact) => facetOf(site, page, name, fact) ?? []));
  }
  return found;
}

/** The value that a fact is one of, under the name that the pages have for it by which documents are found. */
function facetOf(site: Site, page: Page, name: string, fact: Fact): FacetValue | undefined {
  const value = site.foundBy?.valueOf(page, name, fact);
  if (value !== undefined) return { key: value.key.replace(/^#/, ''), label: value.label };
  const own = facetValue(fact.words);
  return own && { ...own, key: fact.category ?? own.key };
}

function once(values: readonly FacetValue[]): readonly FacetValue[] {
  return [...new Map(values.map((value) => [value.key, value])).values()];
}

/** The days that dates of any precision span: a month from its first to its last. A time of the day does not count. */
function daysOf(from: string, to: string): { readonly from: string; readonly to: string } | undefined {
  const [first, last] = [spanOf(from), spanOf(to)];
  if (first === undefined || last === undefined) return undefined;
  return { from: first.from, to: last.to < first.from ? first.to : last.to };
}

function spanOf(iso: string): { readonly from: string; readonly to: string } | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(iso) ?? [];
  if (year === undefined) return undefined;
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  if (day !== undefined) return { from: `${year}-${month}-${day}`, to: `${year}-${month}-${day}` };
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return { from: `${year}-${month}-01`, to: `${year}-${month}-${last}` };
}

/** The words of a note or another part of a page without the notes in it, a paragraph a string: as they are searched. */
export function wordsOf(part: PivotElement): readonly string[] {
  return new TextWalk().run(part).text;
}

/** Gathers the words of a page, a paragraph a string. */
class TextWalk {
  readonly #text: string[] = [];
  readonly #notes: string[] = [];
  #into = this.#text;
  #line = '';
  #dateline: string | undefined;

  run(content: PivotElement): Pick<SearchableDocument, 'text' | 'notes' | 'dateline'> {
    this.#children(content);
    this.#end();
    const dateline = this.#dateline === undefined ? {} : { dateline: this.#dateline };
    return { text: this.#text, notes: this.#notes, ...dateline };
  }

  #children({ children }: PivotElement): void {
    for (const child of children)
      if (typeof child === 'string') this.#line += child;
      else this.#element(child);
  }

  #element(element: PivotElement): void {
    const kind = element.attributes['class'];
    const classes = kind === undefined ? NONE : kind.split(' ');
    if (classes.some((one) => NOT_TEXT.has(one))) return;
    // A line ends within its paragraph.
    const parting = element.name === 'br' ? MAY_PART : partingInXhtml(element.name, classes);
    if (parting === undefined) {
      this.#children(element);
      return;
    }
    // A phrase that may stand apart is parted from its neighbours, and no paragraph of its own.
    if (parting !== ' ') this.#line += ' ';
    else this.#end();
    const isNote = classes.includes('note');
    const before = this.#into;
    if (isNote) this.#into = this.#notes;
    this.#children(element);
    if (classes.includes('dateline')) this.#dateline ??= evened(this.#line);
    if (parting !== ' ') this.#line += ' ';
    else this.#end();
    this.#into = before;
  }

  #end(): void {
    const line = evened(this.#line);
    if (line !== '') this.#into.push(line);
    this.#line = '';
  }
}

const NONE: readonly string[] = [];

/** Spaces are settled in the pivot, so that most lines are even. */
const UNEVEN = /^ | $| {2}|[^\S ]/;

function evened(text: string): string {
  return UNEVEN.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
}
