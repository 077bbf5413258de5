import type { PivotElement, PivotNode } from '../model/pivot.js';

/** Whether a node of the pivot is an element. */
export function isElement(node: PivotNode): node is PivotElement {
  return typeof node !== 'string';
}

export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly PivotNode[]
): PivotElement {
  return { name, attributes, children };
}

/** Classes of what is no part of a title's words. */
const NOT_TITLE: ReadonlySet<string> = new Set(['noteref', 'backref', 'note-inline', 'pb']);

/**
 * The text below a node. `whole` is every character; `title` leaves calls of notes out and puts a space where a line breaks, as a title in
 * a list or a browser's tab wants it.
 */
export function textOf(node: PivotNode | undefined, as: 'whole' | 'title' = 'whole'): string {
  if (node === undefined) return '';
  if (typeof node === 'string') return node;
  if (as === 'title') {
    if (node.name === 'br') return ' ';
    if (NOT_TITLE.has(node.attributes['class'] ?? '')) return '';
  }
  let text = '';
  for (const child of node.children) text += typeof child === 'string' ? child : textOf(child, as);
  return text;
}

/** The words below a node as a title has them, with single spaces. */
export function titleWords(node: PivotNode): string {
  return textOf(node, 'title').replace(/\s+/g, ' ').trim();
}

/** The element with other children, where some become others; the same element where none does, so that most of a tree is not copied. */
export function withChildren(parent: PivotElement, become: (child: PivotNode) => PivotNode): PivotElement {
  let changed: PivotNode[] | undefined;
  parent.children.forEach((child, i) => {
    const made = become(child);
    if (made !== child && changed === undefined) changed = parent.children.slice(0, i);
    changed?.push(made);
  });
  return changed === undefined ? parent : { ...parent, children: changed };
}
