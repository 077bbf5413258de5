import type { Bibliography } from '../../metadata/bibliography.js';
import type { Offprints } from '../../model/manifest.js';
import { noPagePictures, type PagePictures } from '../../model/page-images.js';
import type { Pivot } from '../../model/pivot.js';
import { PLAIN_THEME, type Theme } from '../../model/theme.js';
import type { LinksOf, WebLink } from '../../model/web-link.js';
import { type DocumentFacts, documentFacts } from '../document-facts.js';
import { FreeNames } from '../free-names.js';
import { hasOffprint, OFFPRINTS } from '../offprint.js';
import { OWN_NAMES, type Page, type PagedVolume } from '../pages.js';
import { type FoundBy, PEOPLE } from './browse/found-by.js';
import { Citing } from './citing.js';
import type { SharedParts } from './frame.js';
import { Leaves } from './leaves.js';
import { Register } from './register.js';
import { seriesLine } from './series-line.js';
import { Styles } from './styles.js';

/** A way into the volume: a page of the site that stands in the head of all others. */
export interface SiteSection {
  /** Relative to the home page. */
  readonly href: string;
  readonly title: string;
}

/** A document’s number among those of its chapter, from 1. */
export interface Position {
  readonly number: number;
  readonly of: number;
}

/** What a site has besides the words of the volume. */
export interface SiteParts {
  /** The ids of the documents whose TEI goes with it. */
  readonly withTei?: ReadonlySet<string>;
  /** What each page links to for programs. */
  readonly linksOf?: LinksOf;
  /** The house style that the pages are dressed in. */
  readonly theme?: Theme;
  /** Pictures of the source's pages. */
  readonly pictures?: PagePictures;
  readonly hasSearch?: boolean;
  /** Of which parts of the volume there are offprints. */
  readonly offprints?: Offprints | undefined;
}

/** What every page of the site needs to know of the whole. */
export class Site {
  readonly pivot: Pivot;
  readonly volume: PagedVolume;
  readonly styles = new Styles();
  readonly linksOf: LinksOf;
  /** Whether there is a page on which it is searched. */
  readonly hasSearch: boolean;
  /** The names of the pages that are the site's own. */
  readonly names: FreeNames;
  /** The page that says how accessible the site is. */
  readonly statement: string;
  /** What the pages say of the volume and its documents. */
  readonly citing: Citing;
  /** Who and what is named where. */
  readonly register: Register;
  readonly theme: Theme;
  /** The pages of the source. */
  readonly leaves: Leaves;
  /** The ways into the volume, in their order; the contents are the first. */
  readonly sections: SiteSection[] = [{ href: 'index.html', title: 'Contents' }];
  /** What pages have in common, by the way from them to the home page. */
  readonly shared = new Map<string, SharedParts>();
  /** What documents are found by, where there are pages for it. */
  foundBy: FoundBy | undefined;
  /** Whether the numbers of the pages are those of a printed book, whose pages follow each other through the volume. */
  readonly isPrinted: boolean;
  readonly #facts = new Map<Page, DocumentFacts>();
  /** The page before and after each, in reading order. */
  readonly #places = new Map<Page, number>();
  /** The number of each document among those of its chapter. */
  readonly #positions = new Map<Page, Position>();
  readonly #withTei: ReadonlySet<string>;
  readonly #offprints: Offprints | undefined;

  constructor(
    pivot: Pivot,
    volume: PagedVolume,
    bibliography: Bibliography,
    {
      withTei = new Set(),
      linksOf = () => [],
      theme = PLAIN_THEME,
      pictures = noPagePictures,
      hasSearch = false,
      offprints,
    }: SiteParts = {},
  ) {
    this.pivot = pivot;
    this.volume = volume;
    this.#withTei = withTei;
    this.#offprints = offprints;
    this.hasSearch = hasSearch;
    this.names = new FreeNames([...OWN_NAMES, ...volume.pages.map(({ name }) => name)]);
    // The addresses of the source's pages are to stay, whatever else the site comes to have.
    this.leaves = new Leaves(volume, pictures, this.names);
    this.statement = this.names.take('accessibility');
    this.citing = new Citing(bibliography, volume);
    this.register = new Register(volume, bibliography, this.citing, this.names);
    this.linksOf = (page) => withoutTwins([...this.citing.linksOf(page), ...linksOf(page)]);
    this.theme = theme;
    const [source = ''] = pivot.metadata.get('source') ?? [];
    this.isPrinted = volume.isOneBook && (!NEVER_PRINTED.test(source) || PRINTED.test(source));
    volume.pages.forEach((page, place) => {
      this.#places.set(page, place);
      const documents = page.children.filter(({ kind }) => kind === 'document');
      for (const [i, one] of documents.entries()) this.#positions.set(one, { number: i + 1, of: documents.length });
    });
  }

  /** The volume's own title, without the series. */
  get shortTitle(): string {
    return this.#metadata('title-volume') ?? this.#metadata('title-volumetitle') ?? this.pivot.title;
  }

  /** Series, sub-series and number, as far as the title does not say them, as one line. */
  get seriesLine(): string {
    const others = ['title-subseries', 'title-volumenumber', 'title-volumeno'].flatMap(
      (name) => this.pivot.metadata.get(name) ?? [],
    );
    return seriesLine(this.#metadata('title-series') ?? '', others, this.shortTitle);
  }

  /** The list of all persons, as a path from the home page; undefined where nobody is named. */
  get peoplePath(): string | undefined {
    const { people } = this.register;
    if (this.foundBy !== undefined && this.foundBy.valuesOf(PEOPLE).length > 0) return `browse/${PEOPLE.index}.html`;
    return people === undefined ? undefined : `${people}.html`;
  }

  get documentCount(): number {
    return this.documents.length;
  }

  /** The pages of documents, in reading order. */
  get documents(): readonly Page[] {
    this.#documents ??= this.volume.pages.filter((page) => page.kind === 'document');
    return this.#documents;
  }
  #documents: readonly Page[] | undefined;

  /** What is known of a document. */
  factsOf(page: Page): DocumentFacts {
    const known = this.#facts.get(page) ?? documentFacts(page);
    this.#facts.set(page, known);
    return known;
  }

  before(page: Page): Page | undefined {
    return this.volume.pages[(this.#places.get(page) ?? 0) - 1];
  }

  after(page: Page): Page | undefined {
    return this.volume.pages[(this.#places.get(page) ?? -2) + 1];
  }

  /** Which of the documents of its chapter a document is; undefined for what stands in none. */
  positionOf(page: Page): Position | undefined {
    return this.#positions.get(page);
  }

  /** The offprint of a page alone, as a path without its ending; undefined where there is none. */
  offprintOf(page: Page): string | undefined {
    return hasOffprint(page, this.#offprints) ? `${OFFPRINTS}${page.name}` : undefined;
  }

  hasTei(page: Page): boolean {
    return page.kind === 'document' && this.#withTei.has(page.id);
  }

  /** The first value of a field of the volume's metadata. */
  #metadata(name: string): string | undefined {
    const value = this.pivot.metadata.get(name)?.[0];
    return value === '' ? undefined : value;
  }
}

/** Links, each once. */
function withoutTwins(links: readonly WebLink[]): readonly WebLink[] {
  const seen = new Set<string>();
  return links.filter(({ rel, href }) => {
    const key = `${rel} ${href}`;
    return seen.has(key) ? false : Boolean(seen.add(key));
  });
}

/** What a volume's own account of its source says of one that no press has printed. */
const NEVER_PRINTED = /\b(?:html|pdf|online|electronic|microfiche|e-?book)\b/i;
const PRINTED = /\bprint/i;

/** The pages that hold a page, from the top of the outline down. */
export function ancestorsOf(page: Page): readonly Page[] {
  return page.parent === undefined ? [] : [...ancestorsOf(page.parent), page.parent];
}

/** `181`, `181–183`; undefined where the source's pages are not known. */
export function sourcePagesOf(page: Page): string | undefined {
  const first = page.sourcePages[0];
  const last = page.sourcePages.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return first === last ? first : `${first}–${last}`;
}
