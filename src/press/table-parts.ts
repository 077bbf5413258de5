import type { Cell, Inline, Paragraph, Table } from '../model/page-content.js';
import { gridOf, type TableGrid } from '../model/table-grid.js';
import type { LayoutNode } from './galley.js';

/** The white on either side of a column, in points. */
export const CELL_GAP = 4;

/**
 * A table that is too wide for the page as several, one below the other, each with as many columns as fit and all with the first column, which says what a row is about.
 * Undefined where two columns do not fit side by side.
 */
export function partedByColumns(table: Table, widths: readonly number[], available: number): Table[] | undefined {
  const first = (widths[0] ?? 0) + CELL_GAP;
  const grid = gridOf(table.rows);
  const parts: Table[] = [];
  let from = 1;
  while (from < widths.length) {
    let to = from;
    let width = first;
    while (to < widths.length && width + (widths[to] ?? 0) + 2 * CELL_GAP <= available) {
      width += (widths[to] ?? 0) + 2 * CELL_GAP;
      to++;
    }
    if (to === from) return undefined;
    parts.push(columnsOf(table, grid, from, to, parts.length > 0));
    from = to;
  }
  return parts.length > 1 ? parts : undefined;
}

/** The first column and those from one to before another; the first column's words a second time where `again`. */
function columnsOf(table: Table, grid: TableGrid<Cell>, from: number, to: number, again: boolean): Table {
  const rows = grid.rows.map((places) =>
    places.flatMap(({ cell, column, columns }): Cell[] => {
      const end = Math.min(column + columns, to);
      // Of a cell that reaches into this part from the one before, only the place.
      const begins = column >= from && column < to;
      if (column === 0)
        return [
          { ...(again ? copyOf(cell) : cell), columns: 1 },
          ...(end > from ? [{ ...EMPTY, rows: cell.rows, columns: end - from }] : []),
        ];
      if (begins) return [{ ...cell, columns: end - column }];
      return end > from && column < from ? [{ ...EMPTY, rows: cell.rows, columns: end - from }] : [];
    }),
  );
  return { ...table, caption: [], rows };
}

const EMPTY: Cell = { blocks: [], columns: 1, rows: 1, header: false };

/** A cell's words without what may stand only once: calls and places. */
function copyOf(cell: Cell): Cell {
  const words = (inlines: readonly Inline[]): Inline[] =>
    inlines.filter(({ type }) => type === 'text' || type === 'line-break');
  const blocks = cell.blocks.flatMap((block): Paragraph[] =>
    block.type === 'paragraph' ? [{ type: 'paragraph', role: block.role, inlines: words(block.inlines) }] : [],
  );
  return { ...cell, blocks };
}

/**
 * The widths of columns that cannot all have their lines whole: each has its widest word, and of what is left those that lack least get all that they lack. A column of labels is not broken
 * for the sake of one of sentences.
 */
export function sharedWidths(measured: LayoutNode, available: number): number[] {
  const node = measured as { table: { widths: MeasuredColumn[] }; _offsets: { total: number } };
  const columns = node.table.widths.map(({ _minWidth: min, _maxWidth: max }, i) => ({ i, min, lack: max - min }));
  let left = available - node._offsets.total - columns.reduce((sum, { min }) => sum + min, 0);
  const widths: number[] = [];
  for (const [k, { i, min, lack }] of columns.toSorted((a, b) => a.lack - b.lack).entries()) {
    const more = Math.max(0, Math.min(lack, left / (columns.length - k)));
    widths[i] = min + more;
    left -= more;
  }
  return widths;
}

/** A column as pdfmake has measured it: its widest word, and its widest line. */
export interface MeasuredColumn {
  readonly _minWidth: number;
  readonly _maxWidth: number;
}
