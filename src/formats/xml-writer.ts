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

/** Makes an element; text and other elements, also whole lists of them, are its children in reading order. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: readonly (XmlNode | readonly XmlNode[])[]
): XmlElement {
  const isNested = children.some((child) => Array.isArray(child));
  return { name, attributes, children: isNested ? children.flat() : (children as readonly XmlNode[]) };
}

/**
 * Writes a TEI document as XML 1.0 in UTF-8, with its declaration and a final newline. White space is written as it is given.
 * Characters that XML 1.0 forbids are replaced by U+FFFD (XML 1.0, production 2), so that what comes out is always well-formed.
 */
export function writeXml(root: XmlElement): string {
  return `${DECLARATION}<${root.name}${NAMESPACES}${writeAttributes(root)}${writeWithin(root)}\n`;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** What the root of every TEI document declares, before its own attributes. */
const NAMESPACES = ` xmlns="${TEI_NAMESPACE}" xmlns:frus="${FRUS_NAMESPACE}"`;

/**
 * Writes a document of any vocabulary as XML 1.0 in UTF-8, as `writeXml` does one of TEI: the root declares its namespaces itself, as attributes.
 */
export function writeXmlOf(root: XmlElement): string {
  return `${DECLARATION}${writeContent([root])}\n`;
}

/**
 * Writes what stands within the root: elements and text as `writeXml` has them, in the namespaces that the root declares. No tree is made of what is written: the string is the
 * tree. (A DOM took a third of the time of encoding a text and twenty times its memory.)
 */
export function writeContent(nodes: readonly XmlNode[]): string {
  let xml = '';
  for (const node of nodes) {
    xml += typeof node === 'string' ? text(node) : `<${node.name}${writeAttributes(node)}${writeWithin(node)}`;
  }
  return xml;
}

function writeAttributes({ attributes }: XmlElement): string {
  let xml = '';
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== undefined) xml += ` ${name}="${attribute(value)}"`;
  }
  return xml;
}

/** The end of a start tag, and all up to the end tag. */
function writeWithin({ name, children }: XmlElement): string {
  const content = writeContent(children);
  return content === '' ? '/>' : `>${content}</${name}>`;
}

/** Anything but the characters of most texts, for which nothing is to be done. */
const NEEDS_CARE = /[^ !#-%'-;=?-\uD7FF\uE000-\uFFFD]|\u007F/;

/** In text, white space and quotation marks are as they are, too. */
const NEEDS_CARE_IN_TEXT = /[^\t\n -%'-;=?-\uD7FF\uE000-\uFFFD]|\u007F/;

function text(words: string): string {
  return NEEDS_CARE_IN_TEXT.test(words) ? escaped(legal(words).replace(/\r\n?/g, '\n')) : words;
}

/** Any white space in an attribute is a blank to a reader of XML (XML 1.0 §3.3.3), and several are one in the tokens of TEI. */
function attribute(value: string): string {
  return NEEDS_CARE.test(value) || value.includes('  ')
    ? escaped(legal(value).replace(/\s+/g, ' ')).replaceAll('"', '&quot;')
    : value;
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Words without the characters that XML cannot hold. Vertical tabs and form feeds end lines, and are blanks; a replacement character stands for the others. */
export function legal(words: string): string {
  return words.search(FORBIDDEN) < 0
    ? words
    : words.replace(FORBIDDEN, (c) => (c === '\v' || c === '\f' ? ' ' : '\uFFFD'));
}

/** Everything outside `Char` of XML 1.0: C0 controls but tab and line ends, lone surrogates, U+FFFE, U+FFFF. */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
