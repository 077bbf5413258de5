import { weave } from '../../page/strand.js';
import type { Construct } from '../context.js';
import { afterPages } from '../elements.js';

/** Any line: a paragraph. */
export const paragraph: Construct = {
  name: 'paragraph',
  recognise(context, at) {
    const strand = context.strands[at];
    if (strand === undefined) return undefined;
    const blocks = afterPages(strand, (rest) => ({
      element: 'p',
      attributes: {},
      children: weave(rest, context.annotate(rest)),
    }));
    return { blocks, next: at + 1 };
  },
};
