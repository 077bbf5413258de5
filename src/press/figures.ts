import { paragraphsIn } from '../model/content-walk.js';
import type { Cell, Table } from '../model/page-content.js';
import type { TableGrid } from '../model/table-grid.js';
import { plainText } from './drawn-text.js';

/** A sum, a number, a per cent; a dash or dots where there is none. */
const figure = /^[\s$£¥€+−–(-]*\d[\d,.\s/½¼¾⅓⅔]*[%)\s]*$/u;
const none = /^[\s.…·–—-]*$/u;
/** Of the cells of a column that are not empty, so many must be figures. */
const MOST = 0.7;

/** The columns of a table, but for the first, which hold figures: these are set flush right, with what stands above them. */
export function columnsOfFigures({ headRows }: Table, grid: TableGrid<Cell>): ReadonlySet<number> {
  const counts = new Map<number, { figures: number; words: number }>();
  for (const places of grid.rows.slice(headRows))
    for (const { cell, column, columns } of places) {
      if (column === 0 || columns > 1) continue;
      const count = counts.get(column) ?? { figures: 0, words: 0 };
      counts.set(column, count);
      const text = wordsOf(cell);
      if (figure.test(text)) count.figures++;
      else if (!none.test(text)) count.words++;
    }
  const isOfFigures = ({ figures, words }: { figures: number; words: number }): boolean =>
    figures > 1 && figures >= MOST * (figures + words);
  return new Set([...counts].filter(([, count]) => isOfFigures(count)).map(([column]) => column));
}

/** How a cell is set: as the volume says, else figures and heads in a column of figures flush right. */
export function alignmentIn(cell: Cell, isOfFigures: boolean): Cell['align'] {
  if (cell.align !== undefined || !isOfFigures) return cell.align;
  const text = wordsOf(cell);
  return cell.header || figure.test(text) || none.test(text) ? 'right' : undefined;
}

function wordsOf(cell: Cell): string {
  return cell.blocks.flatMap(paragraphsIn).map(plainText).join(' ');
}
