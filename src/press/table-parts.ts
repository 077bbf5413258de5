import type { Cell, Inline, Paragraph, Table } from '../model/page-content.js';

/** The white on either side of a column, in points. */
export const CELL_GAP = 4;

/** A cell in its place, or the part of one that reaches there. */
interface Place {
  readonly cell: Cell;
  readonly row: number;
  readonly column: number;
}

/**
 * A table that is too wide for the page as several, one below the other, each with as many columns as fit and all with the first column, which says what a row is about.
 * Undefined where two columns do not fit side by side.
 */
export function partedByColumns(table: Table, widths: readonly number[], available: number): Table[] | undefined {
  const first = (widths[0] ?? 0) + CELL_GAP;
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
    parts.push(columnsOf(table, from, to, parts.length > 0));
    from = to;
  }
  return parts.length > 1 ? parts : undefined;
}

/** The first column and those from one to before another; the first column's words a second time where `again`. */
function columnsOf(table: Table, from: number, to: number, again: boolean): Table {
  const grid = gridOf(table);
  const rows = table.rows.map((_, r): Cell[] => {
    const cells: Cell[] = [];
    for (const column of [0, ...Array.from({ length: to - from }, (_, i) => from + i)]) {
      const place = grid[r]?.[column];
      if (place === undefined) cells.push(EMPTY);
      else if (place.row === r && place.column === column) {
        const { cell } = place;
        const columns = Math.min(cell.columns, column === 0 ? 1 : to - column);
        cells.push(column === 0 && again ? copyOf({ ...cell, columns }) : { ...cell, columns });
      } else if (place.row === r && column === from)
        cells.push({ ...EMPTY, columns: Math.min(place.column + place.cell.columns, to) - from });
    }
    return cells;
  });
  return { ...table, caption: [], rows };
}

const EMPTY: Cell = { blocks: [], columns: 1, rows: 1, header: false };

/** Which cell stands where, spans over rows and columns counted. */
function gridOf({ rows }: Table): (Place | undefined)[][] {
  const grid: (Place | undefined)[][] = rows.map(() => []);
  for (const [r, row] of rows.entries()) {
    let column = 0;
    for (const cell of row) {
      while (grid[r]?.[column] !== undefined) column++;
      for (let dr = 0; dr < Math.max(1, cell.rows); dr++)
        for (let dc = 0; dc < Math.max(1, cell.columns); dc++) {
          const line = grid[r + dr];
          if (line !== undefined) line[column + dc] = { cell, row: r, column };
        }
      column += Math.max(1, cell.columns);
    }
  }
  return grid;
}

/** A cell's words without what may stand only once: calls and places. */
function copyOf(cell: Cell): Cell {
  const words = (inlines: readonly Inline[]): Inline[] =>
    inlines.filter(({ type }) => type === 'text' || type === 'line-break');
  const blocks = cell.blocks.flatMap((block): Paragraph[] =>
    block.type === 'paragraph' ? [{ type: 'paragraph', role: block.role, inlines: words(block.inlines) }] : [],
  );
  return { ...cell, blocks };
}
