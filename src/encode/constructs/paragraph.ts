import type { Construct } from '../context.js';
import { afterPages } from '../elements.js';
import { join, type Strand, weave } from '../strand.js';

/** The label of a numbered paragraph that extraction has put on a line of its own: `1.`, `(a)`, `B.`, `iv)`. */
const SPLIT_LABEL = /^(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|\(?[A-Z][.)]|[IVX]{1,5}\.)$/;

/** A label with its text: where a document has such lines, a label that stands alone does so in print. */
const WHOLE_LABEL = /^(?:\d{1,2}|[A-Za-z]|[ivxIVX]{2,4})\.\s\S/;

/** Whether the labels of a document's paragraphs were split off: extraction splits all of them or none. */
export function hasSplitLabels(strands: readonly Strand[], from: number): boolean {
  const body = strands.slice(from);
  return body.some((s) => isSplitLabel(s.text)) && !body.some((s) => WHOLE_LABEL.test(s.text));
}

/** Whether a line is nothing but the label of a paragraph. */
export function isSplitLabel(text: string): boolean {
  return SPLIT_LABEL.test(text);
}

/** How many labels can stand above each other (`1.`, `a.`) before the text. */
const MAX_LABELS = 3;

/** Any line: a paragraph. A label that stands alone is rejoined with the text under it. */
export const paragraph: Construct = {
  name: 'paragraph',
  recognise(context, at) {
    let next = at;
    while (
      context.hasSplitLabels &&
      next - at < MAX_LABELS &&
      next + 1 < context.end &&
      SPLIT_LABEL.test(context.strands[next]?.text ?? '')
    )
      next++;
    const parts = context.strands.slice(at, next + 1);
    if (parts.length === 0) return undefined;
    const blocks = afterPages(join(parts), (rest) => ({
      element: 'p',
      attributes: {},
      children: weave(rest, context.annotate(rest)),
    }));
    return { blocks, next: next + 1 };
  },
};
