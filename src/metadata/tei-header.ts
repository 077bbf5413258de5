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

/** What stands for the end of a line: no character of XML. */
const LINE_END = '\0';

/** All the text of an element without its notes. */
function textOf(element: PlainElement): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return child;
      if (child.name === 'lb') return LINE_END;
      return child.name === 'note' ? '' : textOf(child);
    })
    .join('');
}

/** The words of an element, with single blanks; the lines of an imprint are parted by commas. */
export function wordsOf(element: PlainElement): string {
  const lines = textOf(element)
    .split(LINE_END)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
  return lines.join(IMPRINT.has(element.name) ? ', ' : ' ');
}
