import type { Pivot, PivotElement, PivotNode } from '../model/pivot.js';
import { addressName, FreeNames } from './free-names.js';
import { UNDIVIDED } from './reading.js';
import { isSubhead } from './subheadings.js';
import { isElement, titleWords } from './tree.js';

/** A page of a split edition: a file of the site, a content document of the EPUB. */
export interface Page {
  /** The id of its section in the pivot. */
  readonly id: string;
  /** The name of its file, without folder and extension; unique also where capitals do not count. */
  readonly name: string;
  /** `data-kind` of its section: `titlepage`, `front`, `compilation`, `chapter`, `subchapter`, `section`, `document`, `back`. */
  readonly kind: string;
  /** Its heading as plain text, without calls of notes; the kind in words where it has none. */
  readonly title: string;
  /** Its section, without the sections that have pages of their own; what stands before it (a page break, words of its chapter) is inside it, first. */
  readonly content: PivotElement;
  /** By how much its headings are to be raised so that the first is `h1`. */
  readonly headingShift: number;
  /** The page that holds it in the outline. */
  readonly parent: Page | undefined;
  /** The pages that it holds in the outline. */
  readonly children: readonly Page[];
  /** Numbers of the source's pages on which it stands, from the page in force at its start, in order; the source's own words (`181`, `[II]`). */
  readonly sourcePages: readonly string[];
  /** The pages of the source that begin in it, in order: those whose breaks have an id. */
  readonly leaves: readonly Leaf[];
}

/** A page of the source. */
export interface Leaf {
  readonly id: string;
  /** Its number, in the source's own words. */
  /** May be empty. */
  readonly number: string;
  /** What the TEI names as its picture (`pb/@facs`). */
  readonly facs: string | undefined;
}

/** A volume in pages, in reading order. */
export interface PagedVolume {
  readonly pages: readonly Page[];
  /** The pages that no page holds: the top of the outline. */
  readonly top: readonly Page[];
  /** The page on which the element with an id is. */
  readonly pageOf: ReadonlyMap<string, Page>;
  /** Whether the source's pages are those of one book, numbered through: else each document has pages of its own. */
  readonly isOneBook: boolean;
}

/** Sections that hold pages; all others stay whole. */
const BRANCHES: ReadonlySet<string> = new Set(['compilation', 'chapter', 'subchapter', 'section']);

/** Types of divisions that make up one text with those beside them, in other projects' volumes: they stay on its page. */
const OF_ONE_TEXT: ReadonlySet<string> = new Set(
  `original translation transcription transcript edition textpart commentary apparatus notes endnotes writingsession envelope address endorsement
   enclosure postscript summary abstract regest preamble article clause signatures`.split(/\s+/),
);

const TITLES: Readonly<Record<string, string>> = {
  titlepage: 'Title Page',
  front: 'Front Matter',
  back: 'Back Matter',
  document: 'Document',
};

/**
 * Splits the pivot into pages: one for the title page, each section of the front and back matter, each compilation and chapter (its
 * heading and introduction, and the divisions of one text, such as a translation), each document. A page break between two sections goes to the one that follows, whose page it starts, and words
 * there too; words behind the last section of a chapter end the page of that section, marked as the chapter's.
 */
export function splitIntoPages(pivot: Pivot): PagedVolume {
  return new Splitting().run(pivot);
}

/** The same link as seen from a page: `#d73fn1` stays as it is on the page of d73, and is `d73.html#d73fn1` on the others. */
export function linkFrom(page: Page | undefined, volume: PagedVolume, extension: string): (href: string) => string {
  return (href) => {
    if (!href.startsWith('#')) return href;
    const id = href.slice(1);
    const target = volume.pageOf.get(id);
    if (target === undefined || target === page) return href;
    return target.id === id ? `${target.name}${extension}` : `${target.name}${extension}${href}`;
  };
}

/** A page while its children are still to come. */
interface Growing extends Page {
  readonly sourcePages: string[];
  readonly leaves: Leaf[];
  readonly children: Growing[];
  content: PivotElement;
}

/** Names of pages that the site has of its own. */
export const OWN_NAMES: readonly string[] = ['index', 'search'];

class Splitting {
  readonly #pages: Growing[] = [];
  readonly #top: Growing[] = [];
  readonly #pageOf = new Map<string, Page>();
  readonly #names = new FreeNames(OWN_NAMES);
  /** What stands between two sections, waiting for the next page. */
  #waiting: PivotNode[] = [];
  /** The numbers of the source's pages in their order, and how many of them have been passed. */
  #numbers: readonly string[] = [];
  #passed = 0;
  #isOneBook = false;

  run(pivot: Pivot): PagedVolume {
    this.#numbers = pageNumbers(pivot.body);
    this.#isOneBook = isOneBook(this.#numbers);
    this.#hold(pivot.body.children, undefined);
    this.#end(this.#waiting);
    return { pages: this.#pages, top: this.#top, pageOf: this.#pageOf, isOneBook: this.#isOneBook };
  }

  /** Sections become pages; what stands between them waits for the next, words behind the last end it. */
  #hold(nodes: readonly PivotNode[], parent: Growing | undefined): void {
    const isPage = parent === undefined ? isSection : isPageWithin;
    const last = nodes.findLastIndex(isPage);
    nodes.forEach((node, i) => {
      if (isPage(node)) this.#page(node, parent);
      else this.#waiting.push(isPageBreakBlock(node) ? node : resumed(node, parent?.id ?? UNDIVIDED));
      if (isPageBreakBlock(node) || (i <= last && !isEnd(node))) return;
      this.#end(this.#waiting);
      this.#waiting = [];
    });
  }

  /** Adds what stands behind the last of several sections to the end of its page. */
  #end(nodes: readonly PivotNode[]): void {
    const last = this.#pages.at(-1);
    if (last === undefined || nodes.length === 0) return;
    this.#record(nodes, last);
    last.content = { ...last.content, children: [...last.content.children, ...nodes] };
  }

  #page(section: PivotElement, parent: Growing | undefined): void {
    const kind = section.attributes['data-kind'] ?? 'section';
    const isBranch = BRANCHES.has(kind);
    const firstInner = isBranch ? section.children.findIndex(isPageWithin) : -1;
    const own = firstInner < 0 ? section.children : section.children.slice(0, firstInner);
    const inner = firstInner < 0 ? [] : section.children.slice(firstInner);
    // Notes and whatever else is no page of its own at the end of a chapter belong to the chapter's page.
    const notes = inner.filter(isNotes);
    const children = [...this.#waiting, ...own, ...notes];
    this.#waiting = [];
    const head = own.find(isHeading);
    const page: Growing = {
      id: section.attributes['id'] ?? '',
      name: this.#name(section.attributes['id'] ?? kind),
      kind,
      title: (kind === 'titlepage' ? '' : titleOf(head)) || TITLES[kind] || titleOfType(section),
      content: { ...section, children },
      headingShift: head === undefined ? 0 : Number(head.name.slice(1)) - 1,
      parent,
      children: [],
      sourcePages: [],
      leaves: [],
    };
    this.#pages.push(page);
    (parent === undefined ? this.#top : parent.children).push(page);
    this.#pageOf.set(page.id, page);
    this.#record(children, page, this.#startsWithBreak(children));
    this.#hold(
      inner.filter((node) => !isNotes(node)),
      page,
    );
  }

  /** Notes where ids are and which pages of the source a page has. */
  #record(nodes: readonly PivotNode[], page: Growing, isFreshPage = true): void {
    const inForce = isFreshPage ? undefined : this.#pageInForce();
    if (inForce !== undefined) page.sourcePages.push(inForce);
    const visit = (node: PivotNode): void => {
      if (typeof node === 'string') return;
      const { id, class: kind } = node.attributes;
      if (id !== undefined) this.#pageOf.set(id, page);
      if (kind === 'pb') {
        this.#passed++;
        const number = node.attributes['data-n'] ?? '';
        if (number !== '') page.sourcePages.push(number);
        if (id !== undefined) page.leaves.push({ id, number, facs: node.attributes['data-facs'] });
      }
      for (const child of node.children) visit(child);
    };
    for (const node of nodes) visit(node);
  }

  /**
   * The page that began before this place, if it still runs: in a book whatever page comes next, since plates and blanks have no number; else only where the
   * next break is that of the page after it. Documents of different sources stand side by side in a volume of raw texts; the page of one says nothing of the next.
   */
  #pageInForce(): string | undefined {
    const last = this.#numbers[this.#passed - 1];
    const next = this.#numbers[this.#passed];
    if (last === undefined || last === '') return undefined;
    return this.#isOneBook || (next !== undefined && follows(last, next)) ? last : undefined;
  }

  #startsWithBreak([first]: readonly PivotNode[]): boolean {
    return first !== undefined && isPageBreakBlock(first);
  }

  #name(id: string): string {
    const own = addressName(id);
    return this.#names.take(own.toLowerCase() === 'index' ? 'volume-index' : own);
  }
}

/** The numbers of all page breaks below an element, in order. */
function pageNumbers(element: PivotElement, numbers: string[] = []): readonly string[] {
  if (element.attributes['class'] === 'pb') numbers.push(element.attributes['data-n'] ?? '');
  for (const child of element.children) if (typeof child !== 'string') pageNumbers(child, numbers);
  return numbers;
}

/** A book has more pages than this, and fewer steps in a hundred between two of them are none to the next page. */
const FEWEST_PAGES = 10;
const ODD_STEPS = 5;

function isOneBook(numbers: readonly string[]): boolean {
  let steps = 0;
  let odd = 0;
  numbers.forEach((number, i) => {
    const before = numbers[i - 1];
    if (before === undefined) return;
    steps++;
    if (!follows(before, number)) odd++;
  });
  return numbers.length > FEWEST_PAGES && odd * 100 < steps * ODD_STEPS;
}

/** Whether a page comes right after another: by number where both have an Arabic one (`181`, `[182]`). */
function follows(last: string, next: string): boolean {
  const [before, after] = [last, next].map((n) => Number.parseInt(n.replace('[', ''), 10));
  if (last === '' || before === undefined || after === undefined) return false;
  return Number.isNaN(before) || Number.isNaN(after) ? Number.isNaN(before) : after === before + 1;
}

function isSection(node: PivotNode): node is PivotElement {
  const kind = isElement(node) ? node.attributes['data-kind'] : undefined;
  // An attachment belongs to its document or section, and stays on its page.
  return isElement(node) && kind !== undefined && kind !== 'attachment' && /^(section|article)$/.test(node.name);
}

/** Whether a section within another has a page of its own. */
function isPageWithin(node: PivotNode): node is PivotElement {
  return isSection(node) && !OF_ONE_TEXT.has((node.attributes['data-type'] ?? '').toLowerCase());
}

function isPageBreakBlock(node: PivotNode): boolean {
  return isElement(node) && node.attributes['class'] === 'pb-block';
}

/** What a chapter says between two of its documents, on the page of the second: marked as the chapter's. */
function resumed(node: PivotNode, section: string): PivotElement {
  return { name: 'div', attributes: { class: 'resumed', 'data-resumes': section }, children: [node] };
}

/** Words that end the part of the book that they stand in. */
function isEnd(node: PivotNode): boolean {
  return isElement(node) && node.attributes['class'] === 'at-end';
}

function isNotes(node: PivotNode): boolean {
  return isElement(node) && node.attributes['class'] === 'notes';
}

function isHeading(node: PivotNode): node is PivotElement {
  return isElement(node) && /^h[1-6]$/.test(node.name) && !isSubhead(node);
}

function titleOf(head: PivotElement | undefined): string {
  return head === undefined ? '' : titleWords(head);
}

/** What a division without a heading is called: by its type (`writingSession` → `Writing session`) and number, where it has them. */
function titleOfType({ attributes }: PivotElement): string {
  const words = (attributes['data-type'] ?? '')
    .replace(/[-_.]+|(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .trim()
    .toLowerCase();
  if (words === '' || !['section', 'chapter'].includes(attributes['data-kind'] ?? '')) return 'Section';
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} ${attributes['data-n'] ?? ''}`.trim();
}
