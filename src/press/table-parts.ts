import type { Cell, Inline, Paragraph, Table } from '../model/page-content.js';
import { gridOf, type TableGrid } from '../model/table-grid.js';

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
