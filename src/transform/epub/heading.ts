import type { PivotElement, PivotNode } from '../../model/pivot.js';

/** The heading among the nodes of a section, not of a section inside it. */
export function headOf(nodes: readonly PivotNode[]): PivotElement | undefined {
  for (const node of nodes) if (typeof node !== 'string' && /^h[1-6]$/.test(node.name)) return node;
  return undefined;
}

/** The words of a heading as a title: without calls of notes, line breaks as spaces. */
export function plainText(nodes: readonly PivotNode[]): string {
  return textOf(nodes).replace(/\s+/g, ' ').trim();
}

function textOf(nodes: readonly PivotNode[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node;
      if (node.name === 'br') return ' ';
      return node.attributes['role'] === 'doc-noteref' ? '' : textOf(node.children);
    })
    .join('');
}
