/** Writes trees of XHTML as polyglot markup: the same bytes are well-formed XML and HTML (https://www.w3.org/TR/html-polyglot/). */
import type { PivotNode } from '../model/pivot.js';

/** Elements that HTML knows to be empty; all others are written with an end tag (HTML Living Standard, 13.1.2). */
const empty = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
]);

const inText = /[&<>]/;
const inAttribute = /[&<>"\n\t]/;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** Text as it stands in the content of an element. */
export function escapeText(text: string): string {
  return inText.test(text) ? text.replace(/[&<>]/g, (c) => entities[c] ?? c) : text;
}

/** Text as it stands between the quotation marks of an attribute. */
export function escapeAttribute(text: string): string {
  return inAttribute.test(text) ? text.replace(/[&<>"\n\t]/g, (c) => entities[c] ?? c) : text;
}

/** A node with all below it. Nothing is indented: a line end could become a space of the text. */
export function writeXhtml(node: PivotNode): string {
  if (typeof node === 'string') return escapeText(node);
  let tag = `<${node.name}`;
  for (const name in node.attributes) tag += ` ${name}="${escapeAttribute(node.attributes[name] ?? '')}"`;
  if (node.children.length === 0) return empty.has(node.name) ? `${tag}/>` : `${tag}></${node.name}>`;
  return `${tag}>${writeXhtmlAll(node.children)}</${node.name}>`;
}

/** Nodes one after the other. */
export function writeXhtmlAll(nodes: readonly PivotNode[]): string {
  let out = '';
  for (const node of nodes) out += writeXhtml(node);
  return out;
}
