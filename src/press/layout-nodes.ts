import type { Block, Figure, List, Paragraph, ParagraphRole, Table } from '../model/page-content.js';
import { gridOf } from '../model/table-grid.js';
import { alignmentIn, columnsOfFigures } from './figures.js';
import type { Galley, LayoutNode } from './galley.js';
import { placeholderOf } from './placeholder.js';
import { CELL_GAP, type MeasuredColumn, partedByColumns, sharedWidths } from './table-parts.js';
import type { ParagraphStyle, Typography } from './typography.js';

/** What nodes are made for: the text or a note, and within which measure. */
export interface NodeContext {
  /** Turns a role's style into the one in force: unchanged in the text, smaller in notes. */
  readonly restyle: (style: ParagraphStyle) => ParagraphStyle;
  readonly styles: Typography['styles'];
  readonly galley: Galley;
  /** Width and depth of the text block, in points. */
  readonly measure: number;
  readonly depth: number;
  /** The white below the paragraph before, which the white above the next one swallows. */
  readonly below: { after: number; role?: ParagraphRole };
}

/** A node with what the page maker must know of it beyond its lines. */
export interface FlowNode {
  readonly node: LayoutNode;
  /** Of a table: how many of its rows are repeated at the head of each page. */
  readonly headRows: number;
}

const SET_OFF = 13;
const NESTING = 13;

/** Turns blocks into pdfmake nodes, one for each piece that may be parted from its neighbours. */
export function nodesOf(blocks: readonly Block[], context: NodeContext, left = 0): FlowNode[] {
  return blocks.flatMap((block) => nodesOfBlock(block, context, left));
}

function nodesOfBlock(block: Block, context: NodeContext, left: number): FlowNode[] {
  switch (block.type) {
    case 'paragraph':
      return [plain(leaf(block, context, left))];
    case 'list':
      return listNodes(block, context, left);
    case 'group': {
      const inset = block.role === 'quotation' || block.role === 'postscript' ? SET_OFF : 0;
      return setOff(nodesOf(block.blocks, context, left + inset), block.role === 'plain' ? 0 : SET_OFF / 2);
    }
    case 'table':
      return tableNodes(block, context, left);
    case 'figure':
      return figureNodes(block, context, left);
  }
}

/** The items of a list; the white round one that is set off swallows that of its neighbours, as that of paragraphs does. */
function listNodes(list: List, context: NodeContext, left: number): FlowNode[] {
  const space = list.setOff === true ? SET_OFF / 2 : 0;
  const above = Math.max(0, space - context.below.after);
  const nodes = setOff(
    list.items.flatMap((item) => nodesOf(item, context, left)),
    space,
    above,
  );
  if (space > 0) context.below.after = space;
  return nodes;
}

function plain(node: LayoutNode): FlowNode {
  return { node, headRows: 0 };
}

function leaf(paragraph: Paragraph, context: NodeContext, left: number): LayoutNode {
  const role = context.styles[paragraph.role];
  const style = context.restyle(role);
  const inset = left + (paragraph.depth ?? 0) * NESTING;
  const { below } = context;
  const above = below.role === 'note-inline' && paragraph.role === 'head-document' ? 5 : style.before;
  const top = Math.max(0, above - below.after);
  below.after = style.after;
  below.role = paragraph.role;
  return {
    text: '',
    press: { paragraph, style: inset === 0 ? style : { ...style, left: style.left + inset } },
    margin: [0, top, 0, style.after],
  };
}

/** White above the first and below the last node of what is set off. */
function setOff(nodes: FlowNode[], space: number, above = space): FlowNode[] {
  if (space === 0 || nodes.length === 0) return nodes;
  return nodes.map((flow, i) => {
    if (i > 0 && i < nodes.length - 1) return flow;
    const { node } = flow;
    const margin = (node['margin' as keyof LayoutNode] as readonly number[] | undefined) ?? [0, 0, 0, 0];
    const [l = 0, t = 0, r = 0, b = 0] = margin;
    const spaced = [l, i === 0 ? Math.max(t, above) : t, r, i === nodes.length - 1 ? Math.max(b, space) : b];
    return { ...flow, node: { ...node, margin: spaced } };
  });
}

/** Type sizes that a table too wide for the page is tried in, as parts of its own. */
const SCALES = [1, 0.9, 0.8, 0.7, 0.6];
/** The smallest of them, for columns whose words must be broken. */
const LEAST_SCALE = 0.6;
/** The size of a table that is parted by columns. */
const PARTED_SCALE = 0.8;

function tableNodes(table: Table, context: NodeContext, left: number): FlowNode[] {
  const caption = table.caption.map((paragraph) => plain(leaf(paragraph, context, left)));
  if (table.rows.length === 0) return caption;
  const available = context.measure - left;
  for (const scale of SCALES) {
    const node = tableNode(table, context, scale);
    const { min, max } = context.galley.extent(node);
    if (min > available) continue;
    const widths = max > available ? sharedWidths(node, available) : undefined;
    return [
      ...caption,
      { node: placed(tableNode(table, context, scale, widths), available, context), headRows: table.headRows },
    ];
  }
  const parts = partedByColumns(table, columnWidths(table, context), available);
  if (parts === undefined) return [...caption, { node: squeezed(table, context, available), headRows: table.headRows }];
  return [
    ...caption,
    ...parts.map((part) => ({
      node: placed(tableNode(part, context, PARTED_SCALE), available, context),
      headRows: table.headRows,
    })),
  ];
}

/** A table narrower than the measure stands in its middle. */
function placed(node: LayoutNode, available: number, context: NodeContext): LayoutNode {
  const { max } = context.galley.extent(node);
  const side = Math.max(0, (available - max) / 2);
  return { ...node, margin: [side, 6, 0, 8] };
}

/** The widest word of each column in the size of a table that is parted, in points. */
function columnWidths(table: Table, context: NodeContext): number[] {
  const node = tableNode(table, context, PARTED_SCALE);
  context.galley.extent(node);
  return (node as { table: { widths: MeasuredColumn[] } }).table.widths.map(({ _minWidth }) => _minWidth);
}

/** Columns that cannot all have their widest word on one line share the measure by what they ask for; words break where they must. */
function squeezed(table: Table, context: NodeContext, available: number): LayoutNode {
  const columns = columnWidths(table, context);
  const gaps = CELL_GAP * (2 * columns.length - 1);
  const room = Math.max(columns.length * 4, available - gaps);
  const wish = columns.map((width) => Math.sqrt(Math.max(4, width)));
  const total = wish.reduce((sum, width) => sum + width, 0);
  return tableNode(
    table,
    context,
    LEAST_SCALE,
    wish.map((width) => (room * width) / total),
  );
}

function tableNode(table: Table, context: NodeContext, scale: number, widths?: readonly number[]): LayoutNode {
  const grid = gridOf(table.rows);
  const figures = columnsOfFigures(table, grid);
  const shrink = (style: ParagraphStyle): ParagraphStyle => {
    const restyled = context.restyle(style);
    return {
      ...restyled,
      size: restyled.size * scale,
      leading: restyled.leading * scale,
      left: restyled.left * scale,
      indent: restyled.indent * scale,
    };
  };
  const inCell = { ...context, restyle: shrink };
  // Each place of the grid has a node; those that a wide or high cell covers are empty, as are those that no cell comes to.
  const body = grid.rows.map((places) => {
    const line = Array.from(
      { length: grid.columns },
      (): LayoutNode => cellLeaf(emptyCell, shrink(context.styles.cell)),
    );
    for (const { cell, column, columns, rows } of places)
      line[column] = {
        stack: cellNodes(cell.blocks, inCell, alignmentIn(cell, columns === 1 && figures.has(column))),
        ...(rows > 1 ? { rowSpan: rows } : {}),
        ...(columns > 1 ? { colSpan: columns } : {}),
      };
    return line;
  });
  return {
    table: { widths: widths === undefined ? Array.from({ length: grid.columns }, () => 'auto') : [...widths], body },
    layout: ruled(table.headRows),
    margin: [0, 6, 0, 8],
  };
}

const emptyCell: Paragraph = { type: 'paragraph', role: 'cell', inlines: [] };

/** Everything in a cell is set as a cell: its paragraphs, its lists, a table within it row by row. */
function cellNodes(blocks: readonly Block[], context: NodeContext, align: string | undefined): LayoutNode[] {
  const aligned = (style: ParagraphStyle): ParagraphStyle => {
    const restyled = context.restyle(style);
    return align === 'right' || align === 'center' ? { ...restyled, align } : restyled;
  };
  const nodes = blocks.flatMap((block) => pieceNodes(block, context, aligned));
  return nodes.length === 0 ? [cellLeaf(emptyCell, aligned(context.styles.cell))] : nodes;
}

/** A block within a cell, with nothing of its own but its pictures: what its paragraphs are set in is the cell's. */
function pieceNodes(
  block: Block,
  context: NodeContext,
  aligned: (style: ParagraphStyle) => ParagraphStyle,
): LayoutNode[] {
  const pieces = (blocks: readonly Block[]): LayoutNode[] =>
    blocks.flatMap((inner) => pieceNodes(inner, context, aligned));
  switch (block.type) {
    case 'paragraph':
      return [cellLeaf(block, aligned(context.styles.cell))];
    case 'list':
      return pieces(block.items.flat());
    case 'group':
      return pieces(block.blocks);
    case 'table':
      return [...pieces(block.caption), ...pieces(block.rows.flat().flatMap((cell) => cell.blocks))];
    case 'figure':
      return [
        block.image === undefined
          ? cellLeaf(placeholderOf(block), aligned(context.styles.placeholder))
          : pictureOf(block, block.image, [context.measure * PICTURE_IN_CELL, context.depth / 4]),
        ...pieces(block.caption),
      ];
  }
}

/** How wide a picture in a table's cell may be, as a part of the measure. */
const PICTURE_IN_CELL = 0.3;

function cellLeaf(paragraph: Paragraph, style: ParagraphStyle): LayoutNode {
  return { text: '', press: { paragraph, style, measured: true }, margin: [0, 0, 0, 0] };
}

/** Rules above and below the table and below its head; none between columns. */
function ruled(headRows: number): Readonly<Record<string, unknown>> {
  return {
    hLineWidth: (i: number, node: { table: { body: readonly unknown[] } }): number =>
      i === 0 || i === node.table.body.length || (i === headRows && headRows > 0) ? 0.5 : 0,
    vLineWidth: (): number => 0,
    paddingLeft: (i: number): number => (i === 0 ? 0 : CELL_GAP),
    paddingRight: (): number => CELL_GAP,
    paddingTop: (): number => 1.5,
    paddingBottom: (): number => 1.5,
  };
}

/** A picture with its caption; where the picture is missing, a frame says so and holds its words. */
function figureNodes(figure: Figure, context: NodeContext, left: number): FlowNode[] {
  const picture: LayoutNode =
    figure.image === undefined
      ? {
          table: {
            widths: ['*'],
            body: [[cellLeaf(placeholderOf(figure), context.restyle(context.styles.placeholder))]],
          },
          layout: ruled(0),
          margin: [left + 40, 8, 40, 4],
        }
      : {
          ...pictureOf(figure, figure.image, [
            Math.min(context.measure - left, figure.width ?? Infinity),
            context.depth * 0.75,
          ]),
          alignment: 'center',
          margin: [left, 8, 0, figure.caption.length === 0 ? 10 : 4],
        };
  return [plain(picture), ...nodesOf(figure.caption, context, left)];
}

function pictureOf(figure: Figure, image: Uint8Array, fit: readonly [number, number]): LayoutNode {
  const type = isPng(image) ? 'png' : 'jpeg';
  return { image: `data:image/${type};base64,${Buffer.from(image).toString('base64')}`, figure, fit };
}

function isPng(bytes: Uint8Array): boolean {
  return bytes[0] === 0x89 && bytes[1] === 0x50;
}
