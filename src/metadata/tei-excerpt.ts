import type { Result } from '../diagnostics/diagnostic.js';
import { readXml, type StartTag, TEI, type XmlHandler } from '../formats/sax.js';
import type { PlainElement } from '../formats/xml-tree.js';
import { closedUp } from '../grammar/spaces.js';
import type { SourceFile } from '../model/source-file.js';

/** What a description needs of a TEI file: its header as a tree, and of the text where the divisions begin and who is listed. */
export interface TeiExcerpt {
  readonly id?: string;
  readonly language?: string;
  /** The `teiHeader`, without the declarations of the encoding; names are local, attributes as they are written. */
  readonly header: PlainElement;
  readonly documents: readonly OpenedDocument[];
  /** The entries of the lists of persons. */
  readonly persons: readonly ListedName[];
}

/** A name of a list, with its id. */
export interface ListedName {
  readonly id: string;
  readonly name: string;
  readonly refs: readonly string[];
}

/** A name that a heading marks as the sender or the receiver. */
export interface MarkedName {
  readonly type: 'from' | 'to';
  readonly name: string;
  readonly corresp?: string;
}

/** A document as the text has it. */
export interface OpenedDocument {
  readonly id: string;
  readonly number?: string;
  readonly subtype?: string;
  readonly language?: string;
  /** The heading without its notes. */
  readonly head: string;
  readonly names: readonly MarkedName[];
  /** The bounds of its dates, which the volumes of the series have for sorting. */
  readonly earliest?: string;
  readonly latest?: string;
  readonly pages?: { readonly first: string; readonly last: string };
  readonly within: readonly { readonly id: string; readonly head: string }[];
}

/** Reads the excerpt in one pass; its findings are those of a text that is not well-formed. */
export function readExcerpt(source: SourceFile): Result<TeiExcerpt> {
  const reader = new ExcerptReader();
  const diagnostics = readXml(source, reader);
  return diagnostics.length > 0 ? { diagnostics } : { value: reader.excerpt(), diagnostics };
}

/** Words that are no part of the heading or name that they stand in. */
const APART = new Set(['note', 'fw', 'index']);
/** What a choice has beside the reading that the editor gives it. */
const REPLACED = new Set(['sic', 'orig', 'abbr']);

/** The elements of the text that tell something, or are passed over; most are neither, and cost nothing. */
const OF_INTEREST = new Set(['pb', 'lb', 'div', 'head', 'persName', 'orgName', 'gloss', ...APART, ...REPLACED]);

interface Division {
  readonly depth: number;
  readonly type: string;
  readonly id: string;
  readonly attributes: Readonly<Record<string, string>>;
  head: string | undefined;
  readonly names: MarkedName[];
  firstPage: string | undefined;
  lastPage: string | undefined;
  /** Whether a page begins with it. */
  hasOwnPage: boolean;
  /** Whether words of it have been read. */
  hasBegun: boolean;
}

/** An element whose words are collected. */
interface Collected {
  readonly depth: number;
  readonly element: string;
  readonly attributes: Readonly<Record<string, string>>;
  words: string;
}

interface GrowingElement extends PlainElement {
  readonly children: (PlainElement | string)[];
}

/** Collects the excerpt from the events of a reading. */
export class ExcerptReader implements XmlHandler {
  readonly #root: { id?: string; language?: string } = {};
  #header: GrowingElement | undefined;
  /** The elements of the header that are open. */
  readonly #branch: GrowingElement[] = [];
  readonly #open: string[] = [];
  readonly #divisions: Division[] = [];
  readonly #collected: Collected[] = [];
  /** The depth of the element whose words are passed over. */
  #passed: number | undefined;
  #page: string | undefined;
  readonly #pages: number[] = [];
  readonly #documents: OpenedDocument[] = [];
  /** Those that begin with a page break of their own. */
  readonly #begun = new Set<OpenedDocument>();
  readonly #persons = new Map<string, ListedName>();

  excerpt(): TeiExcerpt {
    const header = this.#header ?? { name: 'teiHeader', attributes: {}, children: [] };
    const documents = isOneBook(this.#pages)
      ? this.#documents
      : this.#documents.map((document) => (this.#begun.has(document) ? document : withoutPages(document)));
    return { ...this.#root, header, documents, persons: [...this.#persons.values()] };
  }

  startTag(tag: StartTag): void {
    const { local } = tag;
    const parent = this.#open.at(-1);
    this.#open.push(local);
    if (this.#open.length === 1) this.#startRoot(valuesOf(tag));
    if (this.#branch.length > 0 || (local === 'teiHeader' && this.#header === undefined)) {
      this.#startInHeader(local, valuesOf(tag));
    } else if (tag.uri === TEI && OF_INTEREST.has(local)) this.#startInText(local, valuesOf(tag), parent);
  }

  endTag(): void {
    const depth = this.#open.length;
    this.#open.pop();
    if (this.#branch.length > 0) {
      this.#branch.pop();
      return;
    }
    if (this.#passed === depth) this.#passed = undefined;
    const collected = this.#collected.at(-1);
    if (collected?.depth === depth) {
      this.#collected.pop();
      this.#endCollected(collected);
    }
    const division = this.#divisions.at(-1);
    if (division?.depth === depth) {
      this.#divisions.pop();
      if (division.type === 'document') this.#endDocument(division);
    }
  }

  text(text: string): void {
    const inHeader = this.#branch.at(-1);
    if (inHeader !== undefined) inHeader.children.push(text);
    else if (this.#passed === undefined) {
      for (const collected of this.#collected) collected.words += text;
      this.#notePage(text);
    }
  }

  #startRoot(attributes: Readonly<Record<string, string>>): void {
    const { 'xml:id': id, 'xml:lang': language } = attributes;
    if (id !== undefined) this.#root.id = id.trim();
    if (language !== undefined) this.#root.language = language;
  }

  #startInHeader(name: string, attributes: Readonly<Record<string, string>>): void {
    const element: GrowingElement = { name, attributes, children: [] };
    const parent = this.#branch.at(-1);
    if (parent === undefined) this.#header = element;
    // How the file is encoded, with its taxonomies, describes no document; what stands in it is read and let go.
    else if (name !== 'encodingDesc') parent.children.push(element);
    this.#branch.push(element);
  }

  #startInText(name: string, attributes: Readonly<Record<string, string>>, parent: string | undefined): void {
    const depth = this.#open.length;
    if (name === 'pb') this.#turnPage(attributes['n']);
    if (name === 'lb') for (const collected of this.#collected) collected.words += ' ';
    if (this.#passed !== undefined) return;
    if (APART.has(name) || (REPLACED.has(name) && parent === 'choice')) {
      this.#passed = depth;
      return;
    }
    if (name === 'div') this.#startDivision(attributes, depth);
    else if (this.#isCollected(name, attributes, parent)) {
      this.#collected.push({ depth, element: name, attributes, words: '' });
    }
  }

  #turnPage(number: string | undefined): void {
    if (number === undefined) return;
    this.#page = number;
    if (/^\d+$/.test(number)) this.#pages.push(Number(number));
    for (const open of this.#divisions) if (!open.hasBegun) open.hasOwnPage = true;
  }

  #startDivision(attributes: Readonly<Record<string, string>>, depth: number): void {
    const { type = '', 'xml:id': id = '' } = attributes;
    this.#divisions.push({
      depth,
      type,
      id,
      attributes,
      head: undefined,
      names: [],
      firstPage: undefined,
      lastPage: undefined,
      hasOwnPage: false,
      hasBegun: false,
    });
  }

  #isCollected(name: string, attributes: Readonly<Record<string, string>>, parent: string | undefined): boolean {
    const division = this.#divisions.at(-1);
    if (name === 'head') return parent === 'div' && division !== undefined && division.head === undefined;
    if (name !== 'persName' && name !== 'orgName' && name !== 'gloss') return false;
    const { type } = attributes;
    if (this.#collected.some(({ element }) => element === 'head')) return type === 'from' || type === 'to';
    return name === 'persName' && attributes['xml:id'] !== undefined && type !== 'alt' && this.#isInList;
  }

  get #isInList(): boolean {
    return this.#open.some((name) => name === 'list' || name === 'listPerson');
  }

  #endCollected({ element, attributes, words }: Collected): void {
    const text = closedUp(words);
    const division = this.#divisions.at(-1);
    if (element === 'head') {
      if (division !== undefined) division.head ??= text;
      return;
    }
    const { type, corresp, ref } = attributes;
    const id = attributes['xml:id'];
    if (type === 'from' || type === 'to')
      division?.names.push({ type, name: text, ...(corresp === undefined ? {} : { corresp }) });
    else if (id !== undefined && text !== '' && !this.#persons.has(id))
      this.#persons.set(id, { id, name: text.replace(/\s*,$/, ''), refs: addresses(ref) });
  }

  /** A document reaches from the page of its first words to that of its last: page breaks may stand before the ones and after the others. */
  #notePage(text: string): void {
    if (this.#divisions.length === 0 || text.trim() === '') return;
    for (const open of this.#divisions) {
      if (!open.hasBegun) open.firstPage = this.#page;
      open.hasBegun = true;
      open.lastPage = this.#page;
    }
  }

  #endDocument({ id, attributes, head = '', names, firstPage, lastPage, hasOwnPage }: Division): void {
    if (id === '') return;
    const { n, subtype, 'xml:lang': language } = attributes;
    const earliest = attributes['frus:doc-dateTime-min'];
    const latest = attributes['frus:doc-dateTime-max'];
    const within = this.#divisions
      .filter(({ type, id: own }) => own !== '' && type !== 'document')
      .map((division) => ({ id: division.id, head: division.head ?? '' }));
    const document: OpenedDocument = {
      id,
      ...(n === undefined ? {} : { number: n }),
      ...(subtype === undefined ? {} : { subtype }),
      ...(language === undefined ? {} : { language }),
      head,
      names,
      ...(earliest === undefined ? {} : { earliest }),
      ...(latest === undefined ? {} : { latest }),
      ...(firstPage === undefined || lastPage === undefined ? {} : { pages: { first: firstPage, last: lastPage } }),
      within,
    };
    this.#documents.push(document);
    if (hasOwnPage) this.#begun.add(document);
  }
}

/**
 * Whether the pages follow on one another as those of one book do, so that a document without a break before it begins on the page of the one before. In
 * a volume put together from texts of several books it may not.
 */
function isOneBook(pages: readonly number[]): boolean {
  const steps = pages.slice(1).map((page, i) => page - (pages[i] ?? 0));
  const even = steps.filter((step) => step >= 0 && step <= 2).length;
  return steps.every((step) => step >= 0) && even >= 0.95 * steps.length;
}

function withoutPages({ pages: _, ...document }: OpenedDocument): OpenedDocument {
  return document;
}

function valuesOf({ attributes }: StartTag): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const name in attributes) {
    const value = attributes[name]?.value;
    if (value !== undefined) values[name] = value;
  }
  return values;
}

/** The web addresses of an attribute whose value is a list of pointers (TEI P5, att.canonical). */
export function addresses(ref: string | undefined): readonly string[] {
  return [...new Set((ref ?? '').split(/\s+/).filter((address) => /^https?:\/\/./.test(address)))];
}
