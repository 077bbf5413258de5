import { gridOf } from '../model/table-grid.js';
import { type Draft, isElementOf } from './draft.js';

/** A cell of XHTML with the spans that it says. */
export interface SpanningCell {
  readonly element: Draft;
  readonly columns: number;
  readonly rows: number;
}

/**
 * Fits the spans of a finished table to what it has: none over another cell, none beyond the table (HTML Standard 4.9.12: both are errors there, and a
 * span of 100,000 columns takes a browser's memory). A head and a body share their columns, and no row.
 */
export function fitSpans(table: Draft): void {
  const rows = rowsOfTable(table);
  if (!rows.some((cells) => cells.some(({ element }) => saysSpan(element)))) return;
  for (const places of gridOf(rows).rows)
    for (const { cell, columns, rows } of places) {
      limit(cell.element, 'colspan', columns);
      limit(cell.element, 'rowspan', rows);
    }
}

/** The rows of a table, each with its cells. */
export function rowsOfTable(table: Draft): readonly (readonly SpanningCell[])[] {
  return table.children.flatMap((part) => (isElementOf(part, 'thead', 'tbody') ? rowsOf(part) : []));
}

/** The rows of a head or body, out of which no cell reaches. */
function rowsOf(part: Draft): readonly (readonly SpanningCell[])[] {
  const rows = part.children.flatMap((row) => (isElementOf(row, 'tr') ? [cellsOf(row)] : []));
  return rows.map((cells, i) => cells.map((cell) => ({ ...cell, rows: Math.min(cell.rows, rows.length - i) })));
}

function saysSpan({ attributes }: Draft): boolean {
  return attributes['colspan'] !== undefined || attributes['rowspan'] !== undefined;
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
