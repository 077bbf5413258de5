import type { XmlElement, XmlNode } from './xml-writer.js';

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
