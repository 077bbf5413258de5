import { readXml, type StartTag, XML, type XmlHandler } from '../formats/sax.js';
import { escapeAttribute } from '../formats/xml-fragment.js';
import { SourceFile } from '../model/source-file.js';
import { closeElement, elementOf, type TeiElement, type TeiText } from './tree.js';

/** The namespaces in force somewhere, by their prefixes. */
export type Namespaces = ReadonlyMap<string, string>;

type Children = TeiElement['children'];

/** An element of a document that is not kept: what is in it is read again from the file each time that somebody asks. */
export class HeldElement implements TeiElement {
  readonly name: string;
  readonly local: string;
  readonly uri: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: TeiElement | undefined;
  readonly document: TeiElement | undefined;
  readonly start: number;
  readonly startEnd: number;
  readonly end: number;
  readonly namespaces: Namespaces;
  readonly #again: ReadAgain;

  /** @param document the held one that it is in; it is one itself where there is none */
  constructor(
    element: TeiElement,
    around: { readonly parent: TeiElement | undefined; readonly document: TeiElement | undefined },
    namespaces: Namespaces,
    again: ReadAgain,
  ) {
    this.name = element.name;
    this.local = element.local;
    this.uri = element.uri;
    this.attributes = element.attributes;
    this.parent = around.parent;
    this.document = around.document ?? this;
    this.start = element.start;
    this.startEnd = element.startEnd;
    this.end = element.end;
    this.namespaces = namespaces;
    this.#again = again;
  }

  get kind(): 'element' {
    return 'element';
  }

  get children(): Children {
    return this.#again.childrenOf(this);
  }
}

/** Reads again what is in elements that are held. */
export class ReadAgain {
  readonly #source: SourceFile;
  #last: { readonly element: HeldElement; readonly children: Children } | undefined;

  constructor(source: SourceFile) {
    this.#source = source;
  }

  /** What is in an element, with its places in the file. */
  childrenOf(element: HeldElement): Children {
    if (this.#last?.element === element) return this.#last.children;
    const before = `<around${declarations(element.namespaces)}>`;
    const content = new Content(element, element.start - before.length);
    const text = `${before}${this.#source.slice(element.start, element.end)}</around>`;
    const [problem] = readXml(new SourceFile(this.#source.path, text), content);
    if (problem !== undefined)
      throw new Error(`An element that has been read cannot be read again: ${problem.message}`);
    this.#last = { element, children: content.children };
    return content.children;
  }
}

function declarations(namespaces: Namespaces): string {
  return [...namespaces]
    .filter(([, uri]) => uri !== XML)
    .map(([prefix, uri]) => ` xmlns${prefix === '' ? '' : ':'}${prefix}="${escapeAttribute(uri)}"`)
    .join('');
}

/** Builds what is in an element that stands in another by itself. */
class Content implements XmlHandler {
  readonly children: Children = [];
  readonly #element: HeldElement;
  /** From offsets in the text that is read to those of the file. */
  readonly #shift: number;
  readonly #values = new Map<string, string>();
  #depth = 0;
  #open: TeiElement;

  constructor(element: HeldElement, shift: number) {
    this.#element = element;
    this.#shift = shift;
    this.#open = element;
  }

  startTag(tag: StartTag, start: number, end: number): void {
    if (++this.#depth <= 2) return;
    const element = elementOf(tag, this.#open, start + this.#shift, end + this.#shift, this.#values);
    this.#into.push(element);
    this.#open = element;
  }

  endTag(_tag: StartTag, _start: number, end: number): void {
    if (this.#depth-- <= 2) return;
    closeElement(this.#open, end + this.#shift);
    this.#open = this.#open.parent ?? this.#element;
  }

  text(text: string, start: number, end: number): void {
    const node: TeiText = {
      kind: 'text',
      parent: this.#open,
      text,
      start: start + this.#shift,
      end: end + this.#shift,
    };
    this.#into.push(node);
  }

  get #into(): Children {
    return this.#open === this.#element ? this.children : this.#open.children;
  }
}
