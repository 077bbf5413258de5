import type { Block, Inline, Paragraph } from './page-content.js';

/** The paragraphs of a block, in the order of reading. */
export function paragraphsIn(block: Block): readonly Paragraph[] {
  switch (block.type) {
    case 'paragraph':
      return [block];
    case 'list':
      return block.items.flat().flatMap(paragraphsIn);
    case 'group':
      return block.blocks.flatMap(paragraphsIn);
    case 'table':
      return [...block.caption, ...block.rows.flat().flatMap((cell) => cell.blocks.flatMap(paragraphsIn))];
    case 'figure':
      return block.caption.flatMap(paragraphsIn);
  }
}

/** All that the block's paragraphs hold, their labels first. */
export function inlinesIn(block: Block): Inline[] {
  return paragraphsIn(block).flatMap(({ label = [], inlines }) => [...label, ...inlines]);
}
