import { SourceFile } from '../model/source-file.js';
import { readXml, type StartTag, type XmlHandler } from './sax.js';
import { newDocument, type SaxonNode, type XdmDocument, XsltError } from './saxon.js';

/**
 * Builds the tree that stylesheets work on from the events of a reading, so that a text that is read for another reason is not parsed a second
 * time. The tree is the one that SaxonJS's own parser makes: attributes in the order of the source, declarations of namespaces among them, no
 * two texts side by side, the spaces of an `xml:id` evened.
 */
export class XdmBuilder implements XmlHandler {
  readonly #document: SaxonNode;
  readonly #open: SaxonNode[];
  readonly #names = new Set<string>();

  /** @param base The URI of the document. */
  constructor(base?: string) {
    this.#document = newDocument(base);
    this.#open = [this.#document];
  }

  /** The tree, when the reading has come to its end. */
  get document(): XdmDocument {
    return this.#document as unknown as XdmDocument;
  }

  /** Whether an element of this local name has been read, in whatever namespace. */
  has(local: string): boolean {
    return this.#names.has(local);
  }

  startTag({ name, local, uri, attributes }: StartTag): void {
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
    this.#open.push(element);
  }

  endTag(): void {
    this.#open.pop();
  }

  text(text: string): void {
    if (text === '') return;
    const last = this.#open.at(-1)?.lastChild;
    if (last?.nodeType === 3) last.appendData(text);
    else this.#append(this.#document.createTextNode(text));
  }

  comment(text: string): void {
    this.#append(this.#document.createComment(text));
  }

  processingInstruction(target: string, data: string): void {
    this.#append(this.#document.createProcessingInstruction(target, data));
  }

  #append(node: SaxonNode): void {
    this.#open.at(-1)?.appendChild(node);
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
