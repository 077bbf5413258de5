import { gridOf } from '../model/table-grid.js';
import { type Draft, isElementOf } from './draft.js';

/** A cell of XHTML with the spans that it says. */
interface SpanningCell {
  readonly element: Draft;
  readonly columns: number;
  readonly rows: number;
}

/**
 * Fits the spans of a finished table to what it has: none over another cell, none beyond the table (HTML Standard 4.9.12: both are errors there, and a
 * span of 100,000 columns takes a browser's memory). A head and a body are tables of their own in this.
 */
export function fitSpans(table: Draft): void {
  for (const part of table.children) {
    if (!isElementOf(part, 'thead', 'tbody')) continue;
    const rows = part.children.flatMap((row) => (isElementOf(row, 'tr') ? [cellsOf(row)] : []));
    if (!rows.some((cells) => cells.some(({ columns, rows }) => columns > 1 || rows > 1))) continue;
    for (const places of gridOf(rows).rows)
      for (const { cell, columns, rows } of places) {
        limit(cell.element, 'colspan', columns);
        limit(cell.element, 'rowspan', rows);
      }
  }
}

function cellsOf(row: Draft): readonly SpanningCell[] {
  return row.children.flatMap((element) => {
    if (!isElementOf(element, 'td', 'th')) return [];
    return [{ element, columns: spanOf(element, 'colspan'), rows: spanOf(element, 'rowspan') }];
  });
}

function spanOf({ attributes }: Draft, name: 'colspan' | 'rowspan'): number {
  const span = Number(attributes[name] ?? 1);
  return Number.isInteger(span) && span > 0 ? span : 1;
}

/** A span of one that is said stays said. */
function limit({ attributes }: Draft, name: 'colspan' | 'rowspan', span: number): void {
  if (attributes[name] !== undefined) attributes[name] = String(span);
}
