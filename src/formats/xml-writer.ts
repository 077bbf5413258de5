import { createRequire } from 'node:module';
import type { create as createDocument } from 'xmlbuilder2';

/** Loading xmlbuilder2 takes longer than enriching a volume needs altogether, so it waits for the first document that is written whole. */
const require = createRequire(import.meta.url);
function create(options: { encoding: string }): Builder {
  const { create } = require('xmlbuilder2') as { create: typeof createDocument };
  return create(options);
}

/** The namespace of TEI elements. */
export const TEI_NAMESPACE = 'http://www.tei-c.org/ns/1.0';
/** The namespace of the Office of the Historian's own names in FRUS volumes. */
export const FRUS_NAMESPACE = 'http://history.state.gov/frus/ns/1.0';

/** A piece of XML to be written: an element, or text. */
export type XmlNode = XmlElement | string;

/** An element to be written. `name` is a TEI name, or `frus:` and a name of the FRUS namespace. */
export interface XmlElement {
  readonly name: string;
  /** By name (`xml:id`, `n`, `frus:doc-dateTime-min`), in the order in which they are written; undefined ones are left out. */
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly children: readonly XmlNode[];
}

/** Makes an element; text and other elements are its children in reading order. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: readonly XmlNode[]
): XmlElement {
  return { name, attributes, children };
}

/**
 * Writes a TEI document as XML 1.0 in UTF-8, with its declaration and a final newline. White space is written as it is given.
 * Characters that XML 1.0 forbids are replaced by U+FFFD (XML 1.0, production 2), so that what comes out is always well-formed.
 */
export function writeXml(root: XmlElement): string {
  const document = create({ encoding: 'UTF-8' });
  const top = document.ele(TEI_NAMESPACE, root.name);
  top.att('http://www.w3.org/2000/xmlns/', 'xmlns:frus', FRUS_NAMESPACE);
  fill(top, root);
  return `${document.end().replace('?>', '?>\n')}\n`;
}

type Builder = ReturnType<typeof createDocument>;

function fill(builder: Builder, node: XmlElement): void {
  for (const [name, value] of Object.entries(node.attributes)) {
    if (value !== undefined) builder.att(name, literal(value.replace(/\s+/g, ' ')));
  }
  for (const child of node.children) {
    if (typeof child !== 'string') {
      fill(builder.ele(child.name.startsWith('frus:') ? FRUS_NAMESPACE : TEI_NAMESPACE, child.name), child);
    } else if (child !== '') {
      builder.txt(literal(child));
    }
  }
}

/**
 * Text as xmlbuilder2 has to get it. It leaves `&lt;`, `&amp;` … in text alone, as if they were escaped already; the ampersand of
 * such a literal is escaped here, so that what the raw text prints is what a reader of the XML gets.
 */
function literal(text: string): string {
  return text
    .replace(FORBIDDEN, '\uFFFD')
    .replace(/\r\n?/g, '\n')
    .replace(/&(?=(?:lt|gt|amp|apos|quot);)/g, '&amp;');
}

/** Everything outside `Char` of XML 1.0: C0 controls but tab and line ends, lone surrogates, U+FFFE, U+FFFF. */
export const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
