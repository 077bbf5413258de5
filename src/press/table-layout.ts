import type { Inline, Paragraph, Table } from '../model/page-content.js';
import { alignmentIn, isFigure, tailOf } from './figures.js';
import { type FlowNode, leaf, type NodeContext, type RowRules } from './flow-node.js';
import type { LayoutNode, PressLeaf } from './galley.js';
import { type CellSetting, cellNodes, emptyCellNode, spans } from './table-cells.js';
import { formOf, type TableForm } from './table-form.js';
import { CELL_GAP, partedByColumns } from './table-parts.js';
import { type FitCell, type FitColumn, fitColumns } from './table-widths.js';
import type { ParagraphStyle } from './typography.js';

/** Type sizes that a table too wide for the page is tried in, as parts of its own. */
const SCALES = [1, 0.9, 0.8, 0.7];
/** The size of a table that is parted by columns. */
const PARTED_SCALE = 0.8;
/** The smallest, for a table of which not two columns go side by side, so that its words must be broken. */
const LEAST_SCALE = 0.6;

/** White above and below a table, in points; of one that is set as text, half a line. */
const ABOVE = 6;
const BELOW = 8;
/** How far a list of names stands from the margin. */
const LIST_INDENT = 13;
/** White above and below a row: hardly any where each is one line. */
const ROW_SPACE = 1.5;
const LINE_SPACE = 0.6;

/** The nodes of a table: its caption, then itself or, where it is too wide, its parts. */
export function tableNodes(table: Table, context: NodeContext, left: number): FlowNode[] {
  const caption = table.caption.map((paragraph): FlowNode => ({ node: leaf(paragraph, context, left) }));
  if (table.rows.length === 0) return caption;
  const nodes = new TableSetter(table, context, left).nodes();
  context.below.after = BELOW;
  return [...caption, ...nodes];
}

class TableSetter {
  readonly #form: TableForm;
  readonly #context: NodeContext;
  readonly #left: number;
  readonly #available: number;
  readonly #rules: RowRules;

  constructor(table: Table, context: NodeContext, left: number) {
    this.#form = formOf(table);
    this.#context = context;
    this.#left = left + (this.#form.isList ? LIST_INDENT : 0);
    this.#available = context.measure - this.#left;
    const continued = continuedOf(table);
    this.#rules = {
      headRows: table.headRows,
      held: this.#form.held,
      continued: continued === undefined ? [] : [leaf(continued, { ...context, below: { after: 0 } }, left)],
    };
  }

  /** In the largest size in which each word has room; else parted by columns; else with its words broken. */
  nodes(): FlowNode[] {
    for (const scale of SCALES) {
      const sized = new SizedTable(this.#form, this.#context, scale);
      if (sized.min > this.#available) continue;
      return [{ node: this.#placed(sized.node(this.#available)), rows: this.#rules }];
    }
    const { table } = this.#form;
    const sized = new SizedTable(this.#form, this.#context, PARTED_SCALE);
    const widths = sized.columns.map(({ min }) => min);
    const parts = partedByColumns(table, widths, this.#available);
    if (parts === undefined) {
      const squeezed = new SizedTable(this.#form, this.#context, LEAST_SCALE).squeezed(this.#available);
      return [{ node: this.#placed(squeezed), rows: this.#rules }];
    }
    return parts.flatMap((part, i): FlowNode[] => {
      const form = formOf(part);
      const { node } = new SizedTable(form, this.#context, PARTED_SCALE).node(this.#available);
      const above = i === 0 ? [] : this.#rules.continued.map((node): FlowNode => ({ node }));
      return [
        ...above,
        { node: this.#placed({ node, width: this.#available }), rows: { ...this.#rules, held: form.held } },
      ];
    });
  }

  /** A table narrower than the measure stands in its middle, a list at its side. */
  #placed({ node, width }: SetTable): LayoutNode {
    if (this.#form.isList)
      return {
        ...node,
        margin: [this.#left, this.#context.styles.text.leading / 2, 0, this.#context.styles.text.leading / 2],
      };
    const side = Math.max(0, (this.#available - width) / 2);
    return { ...node, margin: [this.#left + side, ABOVE, 0, BELOW] };
  }
}

/** A table that has been set, and how wide it has become, in points. */
interface SetTable {
  readonly node: LayoutNode;
  readonly width: number;
}

/** A table in one of its type sizes. */
class SizedTable {
  /** What its columns ask for. */
  readonly columns: readonly FitColumn[];
  /** How wide it is at least and at best, in points. */
  readonly min: number;
  readonly max: number;
  readonly #form: TableForm;
  readonly #setting: CellSetting;
  /** How far figures are from the right of their column, so that they stand one below the other. */
  readonly #indents: ReadonlyMap<Paragraph, number>;
  /** The width that the figures of a column take together. */
  readonly #blocks = new Map<number, number>();
  readonly #gaps: number;

  constructor(form: TableForm, context: NodeContext, scale: number) {
    this.#form = form;
    const scaled = (style: ParagraphStyle): ParagraphStyle => {
      const { size, leading, left, indent, ...rest } = context.restyle(style);
      return { ...rest, size: size * scale, leading: leading * scale, left: left * scale, indent: indent * scale };
    };
    const { cell, text } = context.styles;
    const style = form.isList ? { ...cell, size: text.size, leading: text.leading } : cell;
    this.#setting = { context, base: scaled(style), scaled, nests: scale > LEAST_SCALE };
    this.#indents = this.#figures();
    const { widths, gaps } = context.galley.columnsOf(this.#node(undefined));
    this.#gaps = gaps;
    this.columns = widths.map(({ min, max }, column) => ({ min: Math.max(min, this.#blocks.get(column) ?? 0), max }));
    this.min = this.columns.reduce((sum, { min }) => sum + min, gaps);
    this.max = this.columns.reduce((sum, { max }) => sum + max, gaps);
  }

  /** The table within some room: each line whole where there is enough of it, else with the columns that make it lowest. */
  node(available: number): SetTable {
    if (this.max <= available) return { node: this.#node(this.columns.map(({ max }) => max)), width: this.max };
    const widths = fitColumns(this.columns, this.#fitRows(), available - this.#gaps);
    return { node: this.#node(widths), width: available };
  }

  /** Columns that cannot all have their widest word on one line share the room by what they ask for; words break where they must. */
  squeezed(available: number): SetTable {
    const gaps = CELL_GAP * (2 * this.columns.length - 1);
    const room = Math.max(this.columns.length * 4, available - gaps);
    const wishes = this.columns.map(({ min }) => Math.sqrt(Math.max(4, min)));
    const total = wishes.reduce((sum, width) => sum + width, 0);
    return { node: this.#node(wishes.map((width) => (room * width) / total)), width: available };
  }

  #node(widths: readonly number[] | undefined): LayoutNode {
    const { grid, figures, table, isList } = this.#form;
    // Each place of the grid has a node; those that a wide or high cell covers are empty, as are those that no cell comes to.
    const body = grid.rows.map((places) => {
      const line = Array.from({ length: grid.columns }, (): LayoutNode => emptyCellNode(this.#setting));
      for (const { cell, column, columns, rows } of places) {
        const align = alignmentIn(cell, columns === 1 && figures.has(column));
        const nodes = cellNodes(cell.blocks, this.#setting, align);
        const beside = widths === undefined ? 0 : this.#besideFigures(column, widths[column] ?? 0);
        line[column] = { stack: nodes.map((node) => this.#indented(node, beside)), ...spans(columns, rows) };
      }
      return line;
    });
    const isSolid = widths?.every((width, i) => width >= (this.columns[i]?.max ?? 0)) === true;
    return {
      table: { widths: widths ?? Array.from({ length: grid.columns }, () => 'auto'), body },
      layout: isList ? UNRULED : ruled(table.headRows, isSolid ? LINE_SPACE : ROW_SPACE),
      margin: [0, ABOVE, 0, BELOW],
    };
  }

  /** The white to the right of the figures of a column that is wider than they are: they stand below the middle of its head. */
  #besideFigures(column: number, width: number): number {
    const block = this.#blocks.get(column);
    return block === undefined ? 0 : Math.max(0, (width - block) / 2);
  }

  #indented(node: LayoutNode, beside: number): LayoutNode {
    if (!isLeaf(node)) return node;
    const { paragraph, style } = node.press;
    const indent = this.#indents.get(paragraph);
    if (indent === undefined) return node;
    return { ...node, press: { ...node.press, style: { ...style, right: style.right + indent + beside } } };
  }

  /** Finds for each figure how far from the right of its column it has to be set, so that units stand below units. */
  #figures(): ReadonlyMap<Paragraph, number> {
    const indents = new Map<Paragraph, number>();
    for (const column of this.#form.figures) {
      const figures = this.#form.grid.rows
        .flat()
        .filter((place) => place.column === column && place.columns === 1 && !place.cell.header && isFigure(place.cell))
        .flatMap(({ cell }) => cell.blocks.flatMap((block) => (block.type === 'paragraph' ? [block] : [])));
      const tails = figures.map((figure) => {
        const tail = tailOf(figure);
        return tail === undefined ? 0 : this.#extent(tail).max;
      });
      const widest = tails.reduce((most, width) => Math.max(most, width), 0);
      let block = 0;
      for (const [i, figure] of figures.entries()) {
        const indent = widest - (tails[i] ?? 0);
        indents.set(figure, indent);
        block = Math.max(block, this.#extent(figure).max + indent);
      }
      this.#blocks.set(column, block);
    }
    return indents;
  }

  #extent(paragraph: Paragraph): { readonly min: number; readonly max: number } {
    return this.#setting.context.galley.extentOf(paragraph, this.#setting.base);
  }

  /** The cells by whose heights columns are fitted: those over one column, of words only. */
  #fitRows(): readonly (readonly FitCell[])[] {
    const { galley } = this.#setting.context;
    return this.#form.grid.rows.map((places) =>
      places.flatMap(({ cell, column, columns }): FitCell[] => {
        const leaves = cellNodes(cell.blocks, this.#setting).filter(isLeaf);
        if (columns > 1 || cell.blocks.length === 0) return [];
        const paragraphs = leaves.map(({ press: { paragraph, style } }) => ({
          words: galley.wordsOf(paragraph, style),
          inset: style.left + style.right,
        }));
        const known = new Map<number, number>();
        const heightIn = (width: number): number => {
          let height = known.get(width);
          if (height === undefined) {
            height = paragraphs.reduce((sum, { words, inset }) => sum + words.linesIn(width - inset), 0);
            known.set(width, height);
          }
          return height;
        };
        return [{ column, heightIn, isLabel: column === 0 && this.#form.grid.columns > 1 }];
      }),
    );
  }
}

function isLeaf(node: LayoutNode): node is PressLeaf {
  return 'press' in node;
}

/** What stands above a table where it goes on: its caption, without what may stand only once, and that it goes on. */
function continuedOf({ caption }: Table): Paragraph | undefined {
  const [first] = caption;
  if (first === undefined) return undefined;
  const words = first.inlines.filter(({ type }) => type === 'text' || type === 'line-break');
  const more: Inline = { type: 'text', text: '—Continued', style: { italic: true }, added: true };
  return { type: 'paragraph', role: first.role, inlines: [...words, more] };
}

/** Rules above and below the table and below its head; none between columns. */
export function ruled(headRows: number, space = ROW_SPACE): Readonly<Record<string, unknown>> {
  const isEdge = (i: number, rows: number): boolean => i === 0 || i === rows || (i === headRows && headRows > 0);
  return {
    hLineWidth: (i: number, node: { table: { body: readonly unknown[] } }): number =>
      isEdge(i, node.table.body.length) ? 0.5 : 0,
    vLineWidth: (): number => 0,
    paddingLeft: (i: number): number => (i === 0 ? 0 : CELL_GAP),
    paddingRight: (): number => CELL_GAP,
    paddingTop: (i: number): number => (i === 0 || i === headRows ? Math.max(space, ROW_SPACE) : space),
    paddingBottom: (i: number, node: { table: { body: readonly unknown[] } }): number =>
      i === headRows - 1 || i === node.table.body.length - 1 ? Math.max(space, ROW_SPACE) : space,
  };
}

const UNRULED = {
  hLineWidth: (): number => 0,
  vLineWidth: (): number => 0,
  paddingLeft: (i: number): number => (i === 0 ? 0 : CELL_GAP),
  paddingRight: (): number => CELL_GAP,
  paddingTop: (): number => 0,
  paddingBottom: (): number => 0,
};
