import type { XmlNode } from './xml-writer.js';

const TEXT: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const ATTRIBUTE: Readonly<Record<string, string>> = {
  ...TEXT,
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
  '\r': '&#13;',
};

/** Escapes text for the content of an element (XML 1.0, 2.4). */
export function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (c) => TEXT[c] ?? c);
}

/** Escapes text for the value of an attribute in double quotes (XML 1.0, 2.3 and 3.3.3). */
export function escapeAttribute(text: string): string {
  return text.replace(/[&<>"\n\t\r]/g, (c) => ATTRIBUTE[c] ?? c);
}

/**
 * Writes a node without declaration and without namespaces, to be put into a document that declares TEI as its default namespace.
 * The caller's text must consist of characters that XML allows, as text read from XML does.
 */
export function writeFragment(node: XmlNode): string {
  if (typeof node === 'string') return escapeText(node);
  const attributes = Object.entries(node.attributes)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('');
  const content = node.children.map(writeFragment).join('');
  return content === '' ? `<${node.name}${attributes}/>` : `<${node.name}${attributes}>${content}</${node.name}>`;
}
