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

/** All elements of a name at or below an element, in document order. */
export function* elementsNamed(element: PlainElement, name: string): Generator<PlainElement> {
  if (element.name === name) yield element;
  for (const child of element.children) if (typeof child !== 'string') yield* elementsNamed(child, name);
}
