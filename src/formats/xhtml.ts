/** Writes trees of XHTML as polyglot markup: the same bytes are well-formed XML and HTML (https://www.w3.org/TR/html-polyglot/). */
import type { PivotElement, PivotNode } from '../model/pivot.js';

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

/** What a writer changes on the way, so that no copy of the tree is needed. */
export interface Rewriting {
  /** The `href` to write for one of the tree. */
  readonly link?: (href: string) => string;
  /** By how much headings are raised: 2 makes `h3` an `h1`; none goes above `h1` or below `h6`. */
  readonly headingShift?: number;
  /** Whether ids, and what refers to them on the page, are left out: of what stands on another page under them. */
  readonly isAnonymous?: boolean;
}

/** Attributes that name ids of the page that they are on. */
const NAMING = /^(?:id|headers|aria-(?:labelledby|describedby|details|controls|owns|flowto))$/;

/** A node with all below it. Nothing is indented: a line end could become a space of the text. */
export function writeXhtml(node: PivotNode, rewriting: Rewriting = {}): string {
  if (typeof node === 'string') return escapeText(node);
  const name = rewriting.headingShift ? raised(node.name, rewriting.headingShift) : node.name;
  const tag = `<${name}${writeAttributes(node, rewriting)}`;
  if (node.children.length === 0) return empty.has(name) ? `${tag}/>` : `${tag}></${name}>`;
  return `${tag}>${writeXhtmlAll(node.children, rewriting)}</${name}>`;
}

function writeAttributes({ attributes }: PivotElement, { link, isAnonymous }: Rewriting): string {
  let out = '';
  for (const key in attributes) {
    if (isAnonymous && NAMING.test(key)) continue;
    const value = attributes[key] ?? '';
    out += ` ${key}="${escapeAttribute(key === 'href' && link !== undefined ? link(value) : value)}"`;
  }
  return out;
}

/** Nodes one after the other. */
export function writeXhtmlAll(nodes: readonly PivotNode[], rewriting: Rewriting = {}): string {
  let out = '';
  for (const node of nodes) out += typeof node === 'string' ? escapeText(node) : writeXhtml(node, rewriting);
  return out;
}

function raised(name: string, shift: number): string {
  return /^h[1-6]$/.test(name) ? `h${Math.min(6, Math.max(1, Number(name[1]) - shift))}` : name;
}
