import type { Inline } from '../../model/page-content.js';
import type { PivotElement, PivotNode } from '../../model/pivot.js';
import { text } from './inlines.js';

/** How the items of a list are marked in print. */
export type Marking = 'bulleted' | 'numbered' | undefined;

/** An item with the mark that is set in its margin; without one where its words bring a sign of their own. */
export interface MarkedItem {
  readonly node: PivotElement;
  readonly mark: readonly Inline[] | undefined;
}

/** Bullets by how many lists with bullets a list is in. */
const BULLETS = ['•', '–'];

export function markingOf({ name, attributes }: PivotElement): Marking {
  if (name === 'ol') return 'numbered';
  return /(^| )bulleted( |$)/.test(attributes['class'] ?? '') ? 'bulleted' : undefined;
}

/** The items of a list with their marks, counted as HTML counts them: a `value` is the number from which it goes on (Living Standard, 4.4.5). */
export function markedItems(list: PivotElement, bulleted: number): readonly MarkedItem[] {
  const marking = markingOf(list);
  let number = 0;
  return list.children.flatMap((node): MarkedItem[] => {
    if (typeof node === 'string') return [];
    if (marking === undefined || node.attributes['class'] === 'between') return [{ node, mark: undefined }];
    number = Number(node.attributes['value'] ?? number + 1);
    const own = node.children.find(isMark);
    if (own !== undefined)
      return [{ node: { ...node, children: node.children.filter((child) => child !== own) }, mark: marked(text(own)) }];
    if (node.attributes['class'] === 'signed-item') return [{ node, mark: undefined }];
    return [
      { node, mark: marked(marking === 'numbered' ? `${number}.` : (BULLETS[bulleted % BULLETS.length] ?? '•')) },
    ];
  });
}

function marked(mark: string): readonly Inline[] {
  return [{ type: 'text', text: mark, added: true }];
}

function isMark(node: PivotNode): boolean {
  return typeof node !== 'string' && node.attributes['class'] === 'added mark';
}
