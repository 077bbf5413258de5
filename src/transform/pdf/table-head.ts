import type { Block, Figure, Paragraph } from '../../model/page-content.js';

/** The head of a table as print has it, and the pictures in it, which stand above the table. */
export interface TableHead {
  readonly lines: readonly Paragraph[];
  readonly pictures: readonly Figure[];
}

/** Lines are all that the head of a table can have: lists, quotations and tables in it are read as lines. */
export function tableHeadOf(blocks: readonly Block[]): TableHead {
  const lines: Paragraph[] = [];
  const pictures: Figure[] = [];
  const read = (block: Block): void => {
    switch (block.type) {
      case 'paragraph':
        lines.push(block.apart === true ? block : { ...block, role: 'head-table' });
        break;
      case 'figure':
        pictures.push(block);
        break;
      case 'list':
        block.items.flat().forEach(read);
        break;
      case 'group':
        block.blocks.forEach(read);
        break;
      case 'table':
        block.caption.forEach(read);
        for (const cell of block.rows.flat()) cell.blocks.forEach(read);
        break;
    }
  };
  blocks.forEach(read);
  return { lines, pictures };
}
