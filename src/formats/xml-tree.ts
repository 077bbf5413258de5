import { createRequire } from 'node:module';
import type { XMLParser } from 'fast-xml-parser';

/** Loaded when the first document is read: most commands read none. */
const require = createRequire(import.meta.url);

/** An element as plain data: no positions, no namespaces; names are as they are written (`dc:title`). */
export interface PlainElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (PlainElement | string)[];
}

/** What fast-xml-parser gives for a node with `preserveOrder`: its one key is the name, `:@` are its attributes. */
type Ordered = Readonly<Record<string, readonly Ordered[] | Readonly<Record<string, string>> | string | undefined>>;

let parser: XMLParser | undefined;

/**
 * Reads a small well-formed document by fast-xml-parser, which has no part in writing the project's files: for reading back what was
 * written. For sources, whose findings need positions, see `sax.ts`.
 * @throws Error where there is no root element
 */
export function readPlainXml(text: string): PlainElement {
  parser ??= newParser();
  const nodes = (parser.parse(text) as readonly Ordered[]).map(plain);
  const root = nodes.find((node) => typeof node !== 'string');
  if (root === undefined) throw new Error('The document has no root element.');
  return root;
}

/**
 * Reads a document that a server has sent. One with a document type is refused, since what that declares can make a little text a great deal
 * (XML 1.0, §4.4), and one that is nested more deeply than a program can follow.
 * @throws Error where it is no such document
 */
export function readForeignXml(text: string): PlainElement {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new Error('The document has a document type.');
  try {
    return readPlainXml(text);
  } catch (error) {
    if (error instanceof RangeError) throw new Error('The document is nested too deeply.');
    throw error;
  }
}

function newParser(): XMLParser {
  const { XMLParser: Parser } = require('fast-xml-parser') as { XMLParser: typeof XMLParser };
  return new Parser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    ignoreDeclaration: true,
    trimValues: false,
    parseTagValue: false,
  });
}

function plain(node: Ordered): PlainElement | string {
  if (node['#text'] !== undefined) return String(node['#text']);
  const name = Object.keys(node).find((key) => key !== ':@') ?? '';
  const children = (node[name] as readonly Ordered[]).map(plain);
  return { name, attributes: (node[':@'] ?? {}) as Readonly<Record<string, string>>, children };
}

/** A name without the prefix of its namespace, which each server chooses. */
export function localName({ name }: PlainElement): string {
  return name.replace(/^.*:/, '');
}

/** The words directly within an element. */
export function wordsOf({ children }: PlainElement): string {
  return children.filter((child) => typeof child === 'string').join('');
}

/** All elements of a name, whatever its prefix, at or below an element, in document order. */
export function* elementsCalled(element: PlainElement, name: string): Generator<PlainElement> {
  if (localName(element) === name) yield element;
  for (const child of element.children) if (typeof child !== 'string') yield* elementsCalled(child, name);
}

/** The words of the first element of a name, whatever its prefix, at or below an element; empty where there is none. */
export function wordsCalled(element: PlainElement, name: string): string {
  const [found] = elementsCalled(element, name);
  return found === undefined ? '' : wordsOf(found);
}

/** All elements of a name at or below an element, in document order. */
export function* elementsNamed(element: PlainElement, name: string): Generator<PlainElement> {
  if (element.name === name) yield element;
  for (const child of element.children) if (typeof child !== 'string') yield* elementsNamed(child, name);
}
