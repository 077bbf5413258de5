import type { List } from '../../../model/document.js';
import { append } from '../../../model/list.js';
import { finding } from '../../facts/finding.js';
import { rawOffset, type Strand, weave } from '../../page/strand.js';
import type { Construct, Context, Recognition } from '../context.js';
import { afterPages, leadingPages } from '../elements.js';
import { makeItem } from './labelled-list.js';

const BULLET = /^[-•*·]\s+(?=\S)/;

/** A hyphen before a number, which may be a minus sign. */
const MINUS = /^-\s+[\d.,]/;

/** Lines that begin with what may be minus signs, as they are. */
function signed(context: Context, at: number, lines: readonly Strand[]): Recognition {
  const [first] = lines;
  if (first !== undefined) context.report(finding('EN082', {}, rawOffset(first, 0)));
  const blocks = lines.flatMap((strand) =>
    afterPages(strand, (rest) => ({ element: 'p', attributes: {}, children: weave(rest, context.annotate(rest)) })),
  );
  return { blocks, next: at + lines.length };
}

/** Lines that begin with a bullet, as one list. A single such line is a paragraph that begins with a dash. */
export const bullets: Construct = {
  name: 'bullets',
  recognise(context, at) {
    let next = at;
    while (next < context.end && BULLET.test(context.strands[next]?.text ?? '')) next++;
    if (next - at < 2) return undefined;
    const lines = context.strands.slice(at, next);
    // A minus is never left out.
    if (lines.every(({ text }) => MINUS.test(text))) return signed(context, at, lines);
    const children: List['children'][number][] = [];
    for (const strand of context.strands.slice(at, next)) {
      const { pages, rest } = leadingPages(strand);
      append(children, [...pages, makeItem(context, rest)]);
    }
    return { blocks: [{ element: 'list', attributes: { rend: 'bulleted' }, children }], next };
  },
};
