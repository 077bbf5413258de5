import { MAY_PART } from '../../model/may-part.js';
import type { PivotElement, PivotNode } from '../../model/pivot.js';
import {
  type FacetName,
  type FacetValue,
  facetValue,
  type SearchableDocument,
  type SearchableVolume,
} from '../../model/searchable.js';
import type { Page } from '../pages.js';
import { partingInXhtml } from '../parting.js';
import { isElement, textOf } from '../tree.js';
import { ancestorsOf, printedDate, type Site } from './site.js';

/** What the edition says besides the text, by class: nobody searches for it. */
const NOT_TEXT: ReadonlySet<string> = new Set(['noteref', 'backref', 'note-label', 'added', 'header']);

/** Facets by the fact of the header that they show. */
const FACTS: Readonly<Record<string, FacetName>> = {
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

/** How long the line about a document may be, in characters. */
const SUMMARY = 120;

/** What can be found in the site: the words of its pages, and the facts that their records show. Pages without words are none. */
export function searchableOf(site: Site): SearchableVolume {
  const { pages } = site.volume;
  const documents = pages
    .map((page) => searchable(site, page))
    .filter(({ text, notes }) => text.length + notes.length > 0);
  return { id: site.pivot.volume, title: site.shortTitle, language: site.pivot.language, documents };
}

function searchable(site: Site, page: Page): SearchableDocument {
  const { text, notes, dateline } = new TextWalk().run(page.content);
  const { 'data-n': number, 'data-date': from, 'data-date-to': to } = page.content.attributes;
  const date = from === undefined ? undefined : daysOf(from, to ?? from);
  const facts = factsOf(page.content);
  const shownDate = dateline ?? (from === undefined ? undefined : printedDate(from));
  const summary = page.kind === 'document' ? summaryOf(text) : undefined;
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
      ...facts,
      chapter: ancestorsOf(page).map(({ id, title }) => ({ key: id, label: title })),
      part: valuesOf([PARTS[page.kind] ?? 'Chapters']),
      volume: [{ key: site.pivot.volume, label: site.shortTitle }],
    },
  };
}

function factsOf(content: PivotElement): Partial<Record<FacetName, readonly FacetValue[]>> {
  const found: Partial<Record<FacetName, string[]>> = {};
  const genre = content.attributes['data-genre'];
  if (genre !== undefined) found.genre = [named(genre)];
  const header = content.children.find((child) => isElement(child) && child.attributes['data-kind'] === 'header');
  if (header === undefined || !isElement(header)) return withValues(found);
  let facet: FacetName | undefined;
  for (const child of header.children.filter(isElement)) {
    if (child.name === 'dt') facet = FACTS[child.attributes['data-fact'] ?? ''];
    // The office in parentheses behind a name is none of its letters.
    else if (facet !== undefined) found[facet] = [...(found[facet] ?? []), nameIn(child)];
  }
  return withValues(found);
}

function withValues(
  found: Readonly<Partial<Record<FacetName, readonly string[]>>>,
): Partial<Record<FacetName, readonly FacetValue[]>> {
  return Object.fromEntries(Object.entries(found).map(([name, words]) => [name, valuesOf(words)]));
}

function nameIn(element: PivotElement): string {
  const isRole = (child: PivotNode): boolean => isElement(child) && child.attributes['class'] === 'role';
  return element.children
    .filter((child) => !isRole(child))
    .map((child) => textOf(child))
    .join('');
}

function valuesOf(words: readonly string[]): readonly FacetValue[] {
  return [...new Map(words.flatMap((one) => facetValue(one) ?? []).map((value) => [value.key, value])).values()];
}

/** A genre by its name in the taxonomy: `memorandum-of-conversation` → `Memorandum of conversation`. */
function named(id: string): string {
  const words = id.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
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

/** The subject that a document names, else its first words behind heading and dateline. */
function summaryOf(text: readonly string[]): string | undefined {
  const paragraphs = text.slice(1, 40);
  const subject = paragraphs.find((one) => /^SUBJECTS?\b/.test(one));
  const place = subject === undefined ? -1 : paragraphs.indexOf(subject);
  const own = subject?.replace(/^SUBJECTS?\W*/, '').trim() || paragraphs[place + 1];
  const words = subject === undefined ? paragraphs.find((one) => one.length > 60) : own;
  if (words === undefined || words === '') return undefined;
  if (words.length <= SUMMARY) return words;
  return `${words.slice(0, words.lastIndexOf(' ', SUMMARY))} …`;
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
