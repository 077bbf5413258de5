import { paragraphsIn } from '../model/content-walk.js';
import type { Cell, Table } from '../model/page-content.js';
import { type CellPlace, gridOf, type TableGrid } from '../model/table-grid.js';
import { plainText } from './drawn-text.js';
import { columnsOfFigures } from './figures.js';

/** What the setting of a table depends on. */
export interface TableForm {
  readonly table: Table;
  readonly grid: TableGrid<Cell>;
  /** The columns of figures. */
  readonly figures: ReadonlySet<number>;
  /**
   * A list of names or of labels with their values, as of those who took part in a conversation: a table for the sake of its columns only, which the printed volumes set as
   * text, without rules.
   */
  readonly isList: boolean;
  /** Rows that never begin a page: those below a row that heads them. */
  readonly held: ReadonlySet<number>;
}

export function formOf(table: Table): TableForm {
  const grid = gridOf(table.rows);
  const figures = columnsOfFigures(table, grid);
  const isList = table.headRows === 0 && figures.size === 0 && grid.columns <= 3 && !table.rows.flat().some(isHeader);
  const heads = grid.rows.flatMap((places, i) => (isGroupHead(places, grid.columns) ? [i + 1] : []));
  return { table, grid, figures, isList, held: new Set(heads) };
}

/** Whether a row is one cell with words that heads the rows below it. */
function isGroupHead(places: readonly CellPlace<Cell>[], columns: number): boolean {
  const [first, ...others] = places;
  return columns > 1 && first?.column === 0 && !isEmpty(first.cell) && others.every(({ cell }) => isEmpty(cell));
}

/** Whether a cell has no words. */
function isEmpty(cell: Cell): boolean {
  return !cell.blocks.flatMap(paragraphsIn).some((paragraph) => plainText(paragraph).trim() !== '');
}

function isHeader({ header }: Cell): boolean {
  return header;
}
