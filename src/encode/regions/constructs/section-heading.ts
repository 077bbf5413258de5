import type { Paragraph } from '../../../model/document.js';
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
    const text = withoutPrefix(strand, length);
    const make = (rest: Strand): Paragraph => ({
      element: 'p',
      attributes: { rend: 'sectiontitleital' },
      children: weave(rest),
    });
    return { blocks: afterPages(text, make), next: at + 1 };
  },
};
