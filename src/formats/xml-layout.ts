import { startTagOf, writeContent, type XmlElement, type XmlNode } from './xml-writer.js';

/**
 * The element with line breaks and indentation between elements, where its content is elements only: white space that means nothing (TEI P5
 * §1.3.1.1.6.3) and lets a person read the file. Mixed content stays as it is.
 */
export function layOut(node: XmlElement, depth = 0): XmlElement {
  const { children } = node;
  if (children.length === 0 || children.some((c) => typeof c === 'string')) return node;
  const margin = `\n${'  '.repeat(depth + 1)}`;
  const laid = children.flatMap((c): XmlNode[] => [margin, typeof c === 'string' ? c : layOut(c, depth + 1)]);
  return { ...node, children: [...laid, `\n${'  '.repeat(depth)}`] };
}

/**
 * Writes a document of any vocabulary as `writeXmlOf` does one that was laid out, without a second tree: the records of thousands of files are long. What
 * stands within an element is put together at once, since a string that grows by small pieces takes many times its length until somebody reads it.
 */
export function writeLaidOut(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${laid(root, 0)}\n`;
}

function laid(node: XmlElement, depth: number): string {
  const { name, children } = node;
  if (children.length === 0 || children.some((c) => typeof c === 'string')) return writeContent([node]);
  const margin = `\n${'  '.repeat(depth + 1)}`;
  const parts = [startTagOf(node)];
  for (const child of children) parts.push(margin, typeof child === 'string' ? child : laid(child, depth + 1));
  parts.push(`\n${'  '.repeat(depth)}</${name}>`);
  return parts.join('');
}
