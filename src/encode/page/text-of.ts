import type { DocumentNode } from '../../model/document.js';

/** The words of a node, its notes left out (those of the node itself where it is a note). */
export function textOf(node: DocumentNode): string {
  if (node.element === 'text') return node.text;
  let text = '';
  for (const child of node.children as readonly DocumentNode[]) {
    text +=
      child.element === 'note'
        ? ''
        : child.element === 'lb'
          ? ' '
          : child.element === 'p'
            ? `${textOf(child)} `
            : textOf(child);
  }
  return text;
}
