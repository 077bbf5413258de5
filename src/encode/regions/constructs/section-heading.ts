import type { Block, Paragraph } from '../../../model/document.js';
import { rawOffset, type Strand, weave, withoutPrefix } from '../../page/strand.js';
import type { Construct } from '../context.js';
import { afterPages } from '../elements.js';

/** The number signs of a Markdown heading. */
export const SECTION_HEADING = /^#{1,6}\s+/;

/** `## Summary`: the heading of a section, a paragraph of its own as FRUS has it. */
export const sectionHeading: Construct = {
  name: 'section-heading',
  recognise(context, at) {
    const strand = context.strands[at];
    const length = SECTION_HEADING.exec(strand?.text ?? '')?.[0].length;
    if (strand === undefined || length === undefined) return undefined;
    context.drop({ start: rawOffset(strand, 0), end: rawOffset(strand, 0) + length });
    return { blocks: headingBlocks(withoutPrefix(strand, length)), next: at + 1 };
  },
};

/** The heading of a section that the editor says is one. */
export const settledHeading: Construct = {
  name: 'settled-heading',
  recognise(context, at) {
    const strand = context.strands[at];
    return strand === undefined ? undefined : { blocks: headingBlocks(strand), next: at + 1 };
  },
};

function headingBlocks(strand: Strand): readonly Block[] {
  const make = (rest: Strand): Paragraph => ({
    element: 'p',
    attributes: { rend: 'sectiontitleital' },
    children: weave(rest),
  });
  return afterPages(strand, make);
}
