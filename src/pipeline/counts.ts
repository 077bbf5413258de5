import type { Pivot, PivotNode } from '../model/pivot.js';

/** What the summary of a build counts. */
export interface Counts {
  readonly documents: number;
  readonly notes: number;
}

/** Counts the documents of a pivot and its notes, those that are printed inline included. */
export function countsOf(pivot: Pivot): Counts {
  const counts = { documents: 0, notes: 0 };
  const visit = (node: PivotNode): void => {
    if (typeof node === 'string') return;
    const { 'data-kind': kind, class: classes } = node.attributes;
    if (kind === 'document') counts.documents++;
    if (classes === 'note' || classes === 'note-inline') counts.notes++;
    for (const child of node.children) visit(child);
  };
  visit(pivot.body);
  return counts;
}
