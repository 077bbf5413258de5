import type { Paragraph } from '../../../model/document.js';
import { join, rawOffset, type Strand, weave, withoutPrefix } from '../../page/strand.js';
import type { Construct } from '../context.js';
import { leadingPages } from '../elements.js';

const MARK = /^>\s?/;

/** Lines behind `>`, as one quotation; a `>` alone parts two paragraphs. */
export const blockQuotation: Construct = {
  name: 'block-quotation',
  recognise(context, at) {
    const paragraphs: Strand[][] = [[]];
    let next = at;
    for (; next < context.end; next++) {
      const strand = context.strands[next];
      const mark = MARK.exec(strand?.text ?? '')?.[0].length;
      if (strand === undefined || mark === undefined) break;
      context.drop({ start: rawOffset(strand, 0), end: rawOffset(strand, 0) + mark });
      const line = withoutPrefix(strand, mark);
      if (line.text.trim() === '' && line.milestones.length === 0) paragraphs.push([]);
      else paragraphs.at(-1)?.push(line);
    }
    const filled = paragraphs.filter((lines) => lines.length > 0);
    if (next === at || filled.length === 0) return undefined;
    const { pages } = leadingPages(filled[0]?.[0] ?? EMPTY);
    const children = filled.map((lines, index): Paragraph => {
      const whole = join(lines);
      const strand = index === 0 ? leadingPages(whole).rest : whole;
      return { element: 'p', attributes: {}, children: weave(strand, context.annotate(strand)) };
    });
    return { blocks: [...pages, { element: 'quote', attributes: { rend: 'blockquote' }, children }], next };
  },
};

const EMPTY: Strand = { text: '', pieces: [], milestones: [] };
