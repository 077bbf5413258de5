import { SourceFile } from '../model/source-file.js';
import { readXml, type StartTag, type XmlHandler } from './sax.js';
import { newDocument, type SaxonNode, type XdmDocument, XsltError } from './saxon.js';

/** What an element that is open is to the text in it. */
interface Open {
  readonly node: SaxonNode;
  /** The spaces between the elements in it are no text. */
  readonly isStripped: boolean;
  /** XML 1.0 §2.10: nothing is taken from it, nor from what is inside. */
  readonly isPreserved: boolean;
}

/** A text of spaces alone (XML 1.0 §2.3). */
const SPACES = /^[ \t\r\n]*$/;

/**
 * Builds the tree that stylesheets work on from the events of a reading, so that a text that is read for another reason is not parsed a second
 * time. The tree is the one that SaxonJS's own parser makes: attributes in the order of the source, declarations of namespaces among them, no
 * two texts side by side, the spaces of an `xml:id` evened.
 */
export class XdmBuilder implements XmlHandler {
  readonly #document: SaxonNode;
  readonly #open: Open[];
  readonly #names = new Set<string>();
  readonly #strips: (tag: StartTag) => boolean;
  readonly #keeps: (tag: StartTag) => boolean;
  readonly #kept: SaxonNode[] = [];
  /** Text that has been read up to here, and whose end has not. */
  #text = '';

  /**
   * @param base The URI of the document.
   * @param strips Whether spaces alone between two tags in an element are left out, as by `xsl:strip-space` (XSLT 3.0, §4.4.2): which SaxonJS does in a walk over the
   * whole tree.
   * @param keeps Which elements are gathered as they are read, for a stylesheet that would look for them in the whole tree.
   */
  constructor(
    base?: string,
    strips: (tag: StartTag) => boolean = () => false,
    keeps: (tag: StartTag) => boolean = () => false,
  ) {
    this.#document = newDocument(base);
    this.#open = [{ node: this.#document, isStripped: false, isPreserved: false }];
    this.#strips = strips;
    this.#keeps = keeps;
  }

  /** The tree, when the reading has come to its end. */
  get document(): XdmDocument {
    return this.#document as unknown as XdmDocument;
  }

  /** Whether an element of this local name has been read, in whatever namespace. */
  has(local: string): boolean {
    return this.#names.has(local);
  }

  /** The elements that were to be gathered, in document order. */
  get kept(): readonly SaxonNode[] {
    return this.#kept;
  }

  startTag(tag: StartTag): void {
    const { name, local, uri, attributes } = tag;
    this.#names.add(local);
    const element = this.#document.createElementNS(uri, name);
    for (const key in attributes) {
      const given = attributes[key];
      if (given === undefined) continue;
      const attribute = this.#document.createAttributeNS(given.uri, key);
      // xml:id, version 1.0, §4: its value is normalised as that of an ID.
      const value = key === 'xml:id' ? given.value.replace(/\s+/g, ' ').trim() : given.value;
      attribute.value = value;
      attribute.nodeValue = value;
      element.setAttributeNode(attribute);
    }
    this.#append(element);
    if (this.#keeps(tag)) this.#kept.push(element);
    const space = attributes['xml:space']?.value;
    const isPreserved = space === undefined ? (this.#open.at(-1)?.isPreserved ?? false) : space === 'preserve';
    this.#open.push({ node: element, isStripped: !isPreserved && this.#strips(tag), isPreserved });
  }

  endTag(): void {
    this.#endText();
    this.#open.pop();
  }

  text(text: string): void {
    this.#text += text;
  }

  comment(text: string): void {
    this.#append(this.#document.createComment(text));
  }

  processingInstruction(target: string, data: string): void {
    this.#append(this.#document.createProcessingInstruction(target, data));
  }

  #append(node: SaxonNode): void {
    this.#endText();
    this.#open.at(-1)?.node.appendChild(node);
  }

  /** Of text, a tag is the end, a comment or an instruction; whatever it was read in, it is one. */
  #endText(): void {
    const text = this.#text;
    if (text === '') return;
    this.#text = '';
    const open = this.#open.at(-1);
    if (open === undefined || (open.isStripped && SPACES.test(text))) return;
    open.node.appendChild(this.#document.createTextNode(text));
  }
}

/** Parses XML for stylesheets; `base` is its URI. Throws {@link XsltError} where it is not well-formed. */
export function parseDocument(text: string, base?: string): XdmDocument {
  const builder = new XdmBuilder(base);
  const [problem] = readXml(new SourceFile(base ?? 'document', text), builder);
  // The code of XPath's own fn:parse-xml (XPath and XQuery Functions and Operators 3.1, §14.9.1).
  if (problem !== undefined) throw new XsltError(problem.message, 'FODC0006', problem.place?.start?.line);
  return builder.document;
}
