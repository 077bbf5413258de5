import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { FRUS, readXml, type StartTag, TEI, XML, type XmlHandler } from '../formats/sax.js';
import { attributeSpan } from '../formats/xml-attribute-places.js';
import type { Span } from '../model/position.js';
import type { SourceFile } from '../model/source-file.js';
import { TreeLists } from './tree-lists.js';

/** An element with its places in the source; offsets are UTF-16 code units. */
export interface TeiElement {
  readonly kind: 'element';
  /** The local name for TEI, `frus:` and the local name for FRUS, `{uri}local` for any other namespace. */
  readonly name: string;
  readonly local: string;
  readonly uri: string;
  /** Values by name; attributes of a namespace as `xml:id`, `frus:doc-dateTime-min`, whatever the prefix in the file. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: TeiElement | undefined;
  children: (TeiElement | TeiText)[];
  /** The nearest `div[@type='document']` around it, or itself where it is one. */
  readonly document: TeiElement | undefined;
  /** Of the `<` of the start tag. */
  readonly start: number;
  /** After the `>` of the start tag. */
  readonly startEnd: number;
  /** After the `>` of the end tag. */
  end: number;
}

export interface TeiText {
  readonly kind: 'text';
  readonly parent: TeiElement;
  /** The characters, with references resolved. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A comment or processing instruction with the element that it stands in. */
export interface TeiAside {
  readonly parent: TeiElement | undefined;
  /** How many children the parent had before it. */
  readonly index: number;
  readonly target: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A document read once for all rules: the tree, and the lists that rules ask for. */
export interface TeiTree {
  readonly source: SourceFile;
  readonly root: TeiElement | undefined;
  /** Every element in document order. */
  readonly elements: readonly TeiElement[];
  readonly texts: readonly TeiText[];
  readonly comments: readonly TeiAside[];
  readonly instructions: readonly TeiAside[];
  /** Elements by name, in document order; empty where there is none. */
  named(name: string): readonly TeiElement[];
  /** Elements by xml:id; several where an id is doubled. */
  readonly ids: ReadonlyMap<string, readonly TeiElement[]>;
  /** Every `div[@type='document']`. */
  readonly documents: readonly TeiElement[];
  /** What is not well-formed; the tree then ends there. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Values that are shared: how long they are, and how many are kept. */
const SHARED_LENGTH = 24;
const SHARED_VALUES = 4096;

/** Reads a TEI document into a tree with positions, in linear time. Never throws. */
export function readTree(source: SourceFile): TeiTree {
  const builder = new TreeBuilder(source);
  return builder.tree(readXml(source, builder));
}

/** Builds the tree from the events of a reading that may serve others too. */
export class TreeBuilder implements XmlHandler {
  readonly #source: SourceFile;
  readonly #lists = new TreeLists();
  #open: TeiElement | undefined;
  /** Values of attributes that have been met: a volume has the same few again and again. */
  readonly #values = new Map<string, string>();

  constructor(source: SourceFile) {
    this.#source = source;
  }

  /** The element whose content is being read. */
  get open(): TeiElement | undefined {
    return this.#open;
  }

  /** The tree, when the reading has come to its end; `diagnostics` say where that was too early. */
  tree(diagnostics: readonly Diagnostic[] = []): TeiTree {
    return this.#lists.tree(this.#source, diagnostics);
  }

  startTag(tag: StartTag, start: number, startEnd: number): void {
    const element = elementOf(tag, this.#open, start, startEnd, this.#values);
    this.#open?.children.push(element);
    this.#lists.add(element);
    this.#open = element;
  }

  endTag(_tag: StartTag, _start: number, end: number): void {
    if (this.#open === undefined) return;
    closeElement(this.#open, end);
    this.#open = this.#open.parent;
  }

  text(text: string, start: number, end: number): void {
    if (this.#open === undefined) return;
    const node: TeiText = { kind: 'text', parent: this.#open, text, start, end };
    this.#open.children.push(node);
    this.#lists.texts.push(node);
  }

  comment(text: string, start: number, end: number): void {
    this.#lists.comments.push(asideOf(this.#open, '', text, start, end));
  }

  processingInstruction(target: string, data: string, start: number, end: number): void {
    this.#lists.instructions.push(asideOf(this.#open, target, data, start, end));
  }
}

/** The element has come to its end. */
export function closeElement(element: TeiElement, end: number): void {
  element.end = end;
  // A list that has grown keeps room for many more; most elements have one or two children.
  element.children = element.children.slice();
}

/** A comment or instruction that stands where the element has come to. */
export function asideOf(
  parent: TeiElement | undefined,
  target: string,
  text: string,
  start: number,
  end: number,
): TeiAside {
  return { parent, index: parent?.children.length ?? 0, target, text, start, end };
}

/** The element that a start tag opens; `values` are those of attributes that have been met, and are added to. */
export function elementOf(
  tag: StartTag,
  parent: TeiElement | undefined,
  start: number,
  startEnd: number,
  values: Map<string, string>,
): TeiElement {
  const attributes: Record<string, string> = {};
  for (const name in tag.attributes) {
    const attribute = tag.attributes[name];
    if (attribute !== undefined)
      attributes[attributeName(name, attribute.uri, attribute.local)] = shared(attribute.value, values);
  }
  const name = tag.uri === TEI ? tag.local : tag.uri === FRUS ? `frus:${tag.local}` : `{${tag.uri}}${tag.local}`;
  const element = {
    kind: 'element' as const,
    name,
    local: tag.local,
    uri: tag.uri,
    attributes,
    parent,
    children: [],
    document: parent?.document,
    start,
    startEnd,
    end: startEnd,
  };
  if (name === 'div' && attributes['type'] === 'document') {
    return Object.assign(element, { document: element as TeiElement });
  }
  return element;
}

/** One and the same string for equal values, where they are short enough to be met again. */
function shared(value: string, values: Map<string, string>): string {
  if (value.length > SHARED_LENGTH) return value;
  const known = values.get(value);
  if (known !== undefined) return known;
  if (values.size < SHARED_VALUES) values.set(value, value);
  return value;
}

/** The name by which an attribute is asked for: `xml:id`, `frus:doc-dateTime-min`, whatever the prefix in the file. */
export function attributeName(written: string, uri: string, local: string): string {
  if (uri === '') return written;
  if (uri === XML) return `xml:${local}`;
  if (uri === FRUS) return `frus:${local}`;
  return written;
}

/** The child elements, or those with one of the names. */
export function childElements(element: TeiElement, ...names: readonly string[]): readonly TeiElement[] {
  return element.children.filter(
    (child): child is TeiElement => child.kind === 'element' && (names.length === 0 || names.includes(child.name)),
  );
}

/** The nearest ancestor with one of the names. */
export function ancestor(element: TeiElement, ...names: readonly string[]): TeiElement | undefined {
  for (let at = element.parent; at !== undefined; at = at.parent) if (names.includes(at.name)) return at;
  return undefined;
}

/** Every element below, in document order; `into` says whether to go into an element. */
export function* descendants(
  element: TeiElement,
  into: (e: TeiElement) => boolean = () => true,
): Generator<TeiElement> {
  for (const child of element.children) {
    if (child.kind !== 'element') continue;
    yield child;
    if (into(child)) yield* descendants(child, into);
  }
}

/** What interrupts the text that it stands in: notes, and what the sheet bears. */
export const INTERRUPTS: ReadonlySet<string> = new Set(['note', 'fw']);

/** The characters below an element, with white space normalised; what interrupts the text (notes, the sheet's own words) is left out where asked. */
export function textOf(element: TeiElement, withNotes = true): string {
  return rawText(element, withNotes).replace(/\s+/g, ' ').trim();
}

function rawText(element: TeiElement, withNotes: boolean): string {
  let text = '';
  for (const child of element.children) {
    if (child.kind === 'text') text += child.text;
    else if (child.name === 'lb') text += ' ';
    else if (withNotes || !INTERRUPTS.has(child.name)) {
      const inner = rawText(child, withNotes);
      // Two paragraphs are no one word where no blank parts their tags.
      text += child.name === 'p' ? ` ${inner} ` : inner;
    }
  }
  return text;
}

/** Where an attribute stands in its start tag; the start tag where it is absent. */
export function attributePlace(
  source: SourceFile,
  element: Pick<TeiElement, 'start' | 'startEnd' | 'attributes'>,
  name: string,
): Span {
  const written = name in element.attributes ? name : '';
  return attributeSpan(source, element.start, element.startEnd, written);
}
