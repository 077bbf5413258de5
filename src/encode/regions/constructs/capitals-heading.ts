import { weave } from '../../page/strand.js';
import type { Construct } from '../context.js';
import { afterPages } from '../elements.js';
import { listType } from './labelled-list.js';

/** `1. CRANES`, `SUMMARY OF CONCLUSIONS`: capitals, with or without a number, and no stop at the end. */
const CAPITALS = /^(?:(?:\d{1,2}|[IVX]{1,5}|[A-Z])[.)]\s+)?(?=[^\d]*\p{Lu}{4})[\p{Lu}\p{M}\d\s,.&()'’“”"/–—-]{4,}$/u;
/** `W. CARROW`: a name in capitals. */
const NAME = /^(?:\p{Lu}\.\s?)+\p{Lu}[\p{Lu}’'-]+$/u;
const LONGEST = 100;

/** Whether a line is the heading of a section in capitals, the text below it not being so. */
export function isCapitalsHeading(text: string, below: string): boolean {
  return (
    text.length <= LONGEST && !NAME.test(text) && CAPITALS.test(text) && !/[.,;:]$/.test(text) && /\p{Ll}/u.test(below)
  );
}

/** A heading in capitals inside a text that is not: a paragraph of its own, as FRUS has it. */
export const capitalsHeading: Construct = {
  name: 'capitals-heading',
  recognise(context, at) {
    const strand = context.strands[at];
    const below = at + 1 < context.end ? (context.strands[at + 1]?.text ?? '') : '';
    if (strand === undefined || listType(strand.text) !== undefined || !isCapitalsHeading(strand.text, below))
      return undefined;
    const blocks = afterPages(strand, (rest) => ({
      element: 'p',
      attributes: { rend: 'sectiontitleital' },
      children: weave(rest, context.annotate(rest)),
    }));
    return { blocks, next: at + 1 };
  },
};
