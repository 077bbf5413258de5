import { childElements, type TeiElement, textOf } from '../tree.js';
import type { Rule } from './rule.js';

const label = /^\[?(?:Attachment|Enclosure|Annex|Appendix|Tab)(?: [A-Z\d]{1,3})?\]?\.?$/i;

/** Attachments: what a bare “Attachment” or “Enclosure” announces stands in `frus:attachment`, not loose after the signature. */
export const attachments: Rule = {
  codes: ['VA440'],
  scope: 'part',
  check({ tree, report }) {
    for (const document of tree.documents) {
      const blocks = childElements(document);
      const closed = blocks.findIndex(isSignature);
      if (closed < 0) continue;
      for (const block of blocks.slice(closed + 1, -1)) {
        const text = block.name === 'p' ? textOf(block, false) : '';
        if (label.test(text)) report('VA440', block, { text });
      }
    }
  },
};

/** A closer, or a short paragraph set to the right, as older encoding has signatures before attachments. */
function isSignature(block: TeiElement): boolean {
  if (block.name === 'closer') return true;
  return block.name === 'p' && block.attributes['rend'] === 'right' && textOf(block, false).length < 60;
}
