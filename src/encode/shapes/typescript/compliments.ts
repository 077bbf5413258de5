import type { Block, Closer } from '../../../model/document.js';
import { textOf } from '../../page/text-of.js';

/** `The Embassy avails itself of this opportunity …`, `Accept, Excellency, the renewed assurances …`: how a note takes its leave. */
export const LEAVE =
  /^(?:(?:The \p{L}.{2,90}?|I|It) avails? (?:itself|himself|herself|myself) of|(?:Please |Pray )?accept,? (?:once |again )*(?:,? ?(?:Your )?Excellency|,? ?Sir|,? ?Madam|,? ?Mr\.? \p{L}|dear|the (?:renewed )?assurances?))/iu;

const LONGEST = 400;

/** A last paragraph that takes leave, and what of the sheet stands below it, out of the text and as the beginning of a closing. */
export function leaveOf(
  blocks: readonly Block[],
): { readonly text: readonly Block[]; readonly closer: Closer } | undefined {
  const at = blocks.findLastIndex(({ element }) => element !== 'fw' && element !== 'pb');
  const last = blocks[at];
  if (last?.element !== 'p' || last.attributes.rend !== undefined) return undefined;
  const text = textOf(last);
  if (text.length > LONGEST || !LEAVE.test(text)) return undefined;
  const salute = { element: 'salute' as const, attributes: {}, children: last.children };
  const below = blocks.slice(at + 1) as readonly Closer['children'][number][];
  return {
    text: blocks.slice(0, at),
    closer: { element: 'closer', attributes: {}, children: [salute, ...below] as Closer['children'] },
  };
}

/** Closings that stand together as one. */
export function withLeave(closer: Closer, closing: readonly Block[]): readonly Block[] {
  const at = closing.findIndex(({ element }) => element === 'closer');
  const found = closing[at];
  if (found?.element !== 'closer') return [closer, ...closing];
  const before = closing.slice(0, at) as unknown as Closer['children'];
  return [
    { ...closer, children: [...closer.children, ...before, ...found.children] as Closer['children'] },
    ...closing.slice(at + 1),
  ];
}
