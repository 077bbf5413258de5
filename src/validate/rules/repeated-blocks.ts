import { type TeiElement, textOf } from '../tree.js';
import type { Rule } from './rule.js';

/** Shortest text whose repetition is no accident: `Sincerely,` and `. . . . .` come twice by right. */
const shortest = 40;

const repeatable = new Set(['p', 'item', 'row']);

/** A paragraph, item or row with the same words as the one before it: pasted twice, or caught twice at a page break. */
export const repeatedBlocks: Rule = {
  codes: ['VA413'],
  scope: 'part',
  check({ tree, report }) {
    for (const parent of tree.elements) {
      let before: TeiElement | undefined;
      for (const child of parent.children) {
        if (child.kind !== 'element' || child.name === 'pb') continue;
        const isPair = repeatable.has(child.name) && before?.name === child.name;
        if (isPair && before !== undefined && isSame(before, child)) {
          report('VA413', child, { name: child.name, words: textOf(child).slice(0, 40).trim() });
        }
        before = child;
      }
    }
  },
};

function isSame(a: TeiElement, b: TeiElement): boolean {
  // The same words take up about the same room: most pairs need not be read.
  if (Math.abs(a.end - a.start - (b.end - b.start)) > 200) return false;
  const text = textOf(b);
  // Redacted lists repeat what the redaction has left.
  return text.length >= shortest && !text.includes('not declassified') && text === textOf(a);
}
