import type { Block, Paragraph, Table } from '../model/page-content.js';
import { gridOf } from '../model/table-grid.js';
import type { NodeContext } from './flow-node.js';
import type { LayoutNode, PressLeaf } from './galley.js';
import { pictureOf } from './pictures.js';
import { placeholderOf } from './placeholder.js';
import type { ParagraphStyle } from './typography.js';

/** How the cells of one table are set. */
export interface CellSetting {
  readonly context: NodeContext;
  /** The style of the words in a cell, in the size of the table. */
  readonly base: ParagraphStyle;
  /** Turns a style of the text into one in the size of the table. */
  readonly scaled: (style: ParagraphStyle) => ParagraphStyle;
  /** Whether there is room for a table within a cell: otherwise its cells stand one below the other. */
  readonly nests: boolean;
}

const emptyCell: Paragraph = { type: 'paragraph', role: 'cell', inlines: [] };
/** How wide a picture in a table's cell may be, as a part of the measure. */
const PICTURE_IN_CELL = 0.3;
/** White above and below a table within a cell. */
const NESTED_SPACE = 2;

/** The nodes of a cell: its paragraphs, its lists with their marks, its pictures, a table within it. One at least, so that the cell is there. */
export function cellNodes(
  blocks: readonly Block[],
  setting: CellSetting,
  align?: 'left' | 'right' | 'center',
): LayoutNode[] {
  const own = align === 'right' || align === 'center' ? { ...setting, base: { ...setting.base, align } } : setting;
  const nodes = blocks.flatMap((block) => pieceNodes(block, own));
  return nodes.length === 0 ? [emptyCellNode(own)] : nodes;
}

export function emptyCellNode({ base }: Pick<CellSetting, 'base'>): PressLeaf {
  return cellLeaf(emptyCell, base);
}

function pieceNodes(block: Block, setting: CellSetting): LayoutNode[] {
  const { context, base, scaled, nests } = setting;
  const pieces = (blocks: readonly Block[]): LayoutNode[] => blocks.flatMap((inner) => pieceNodes(inner, setting));
  switch (block.type) {
    case 'paragraph':
      return [cellLeaf(block, ofItem(block, setting))];
    case 'list':
      return pieces(block.items.flat());
    case 'group':
      return pieces(block.blocks);
    case 'table':
      return nests && block.rows.length > 0
        ? [...pieces(block.caption), nestedTable(block, setting)]
        : [...pieces(block.caption), ...pieces(block.rows.flat().flatMap((cell) => cell.blocks))];
    case 'figure':
      return [
        block.image === undefined
          ? cellLeaf(placeholderOf(block), { ...scaled(context.styles.placeholder), align: base.align })
          : pictureOf(block, block.image, [context.measure * PICTURE_IN_CELL, context.depth / 4]),
        ...pieces(block.caption),
      ];
  }
}

/** The style of a paragraph in a cell: an item of a list has its mark before it, and its lines begin below one another. */
function ofItem(paragraph: Paragraph, { base, scaled, context }: CellSetting): ParagraphStyle {
  if (paragraph.label === undefined || base.align !== 'left') return base;
  const { indent } = scaled(context.styles[paragraph.role]);
  const hang = Math.max(-indent, base.size);
  return { ...base, indent: -hang, left: hang + (paragraph.depth ?? 0) * base.size };
}

/** A table in a cell: as wide as it asks for, without rules. */
function nestedTable(table: Table, setting: CellSetting): LayoutNode {
  const inner: CellSetting = { ...setting, nests: false };
  const { columns, rows } = gridOf(table.rows);
  const body = rows.map((places) => {
    const line = Array.from({ length: columns }, (): LayoutNode => emptyCellNode(inner));
    for (const { cell, column, columns, rows } of places)
      line[column] = { stack: cellNodes(cell.blocks, inner, cell.align), ...spans(columns, rows) };
    return line;
  });
  return {
    table: { widths: Array.from({ length: columns }, () => 'auto'), body },
    layout: NO_RULES,
    margin: [0, NESTED_SPACE, 0, NESTED_SPACE],
  };
}

/** The spans of a cell as pdfmake is told them. */
export function spans(columns: number, rows: number): Readonly<Record<string, number>> {
  return { ...(rows > 1 ? { rowSpan: rows } : {}), ...(columns > 1 ? { colSpan: columns } : {}) };
}

const NO_RULES = {
  hLineWidth: (): number => 0,
  vLineWidth: (): number => 0,
  paddingLeft: (i: number): number => (i === 0 ? 0 : 4),
  paddingRight: (): number => 4,
  paddingTop: (): number => 0,
  paddingBottom: (): number => 0,
};

export function cellLeaf(paragraph: Paragraph, style: ParagraphStyle): PressLeaf {
  return { text: '', press: { paragraph, style, measured: true }, margin: [0, 0, 0, 0] };
}
