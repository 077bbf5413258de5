import type { PlainElement } from '../formats/xml-tree.js';

/** The children of an element with a name; none of an element that is not there. */
export function childrenOf(parent: PlainElement | undefined, name: string): readonly PlainElement[] {
  if (parent === undefined) return [];
  return parent.children.filter((child): child is PlainElement => typeof child !== 'string' && child.name === name);
}

export function childOf(parent: PlainElement | undefined, name: string): PlainElement | undefined {
  return childrenOf(parent, name)[0];
}

/** The first element on a path of names. */
export function pathOf(element: PlainElement, ...names: readonly string[]): PlainElement | undefined {
  return names.reduce<PlainElement | undefined>(childOf, element);
}

/** Elements whose lines are read as one, parted by commas. */
const IMPRINT = new Set(['publisher', 'authority', 'distributor', 'pubPlace']);

/** All the text of an element without its notes; lines are parted by a blank, those of an imprint by commas. */
export function textOf(element: PlainElement): string {
  const lineEnd = IMPRINT.has(element.name) ? ', ' : ' ';
  return element.children
    .map((child) => {
      if (typeof child === 'string') return child;
      if (child.name === 'lb') return lineEnd;
      return child.name === 'note' ? '' : textOf(child);
    })
    .join('');
}

/** The words of an element, with single blanks. */
export function wordsOf(element: PlainElement): string {
  return textOf(element).replace(/\s+/g, ' ').replaceAll(' , ', ', ').trim();
}
