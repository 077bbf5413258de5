import { firstFrom } from './list.js';
/** A cell's spans, as they are written: any number that an editor may have typed. */
export interface CellSpan {
  readonly columns: number;
  readonly rows: number;
}

/** Where a cell stands, rows and columns counted from 0, and what it really covers. */
export interface CellPlace<C> {
  readonly cell: C;
  readonly row: number;
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
}

/** A table as places: those of each row, in order, none over another, and none beyond the table. */
export interface TableGrid<C> {
  readonly columns: number;
  readonly rows: readonly (readonly CellPlace<C>[])[];
}

/** Columns `from` up to `to` that cells of earlier rows cover down to before the row `until`. */
interface Covered {
  readonly from: number;
  readonly to: number;
  readonly until: number;
}

/**
 * Finds the place of each cell, as HTML does (HTML Standard, 4.9.12.1), but for what cannot be set: a span ends where another cell stands or where the table ends. A column
 * in which no cell begins is none, so that a span of 100,000 columns over a table of three covers three. The time goes with the number of cells, not with what they span.
 */
export function gridOf<C extends CellSpan>(table: readonly (readonly C[])[]): TableGrid<C> {
  let covered: Covered[] = [];
  const rows = table.map((cells, r) => {
    covered = covered.filter(({ until }) => until > r);
    const places = placesOf(cells, r, table.length - r, covered);
    const down = places.filter(({ rows }) => rows > 1);
    if (down.length > 0)
      covered = [
        ...covered,
        ...down.map((p) => ({ from: p.column, to: p.column + p.columns, until: r + p.rows })),
      ].sort((a, b) => a.from - b.from);
    return places;
  });
  const begins = [...new Set(rows.flatMap((places) => places.map(({ column }) => column)))].sort((a, b) => a - b);
  const indexOf = new Map(begins.map((column, i) => [column, i]));
  const narrowed = rows.map((places) =>
    places.map((place) => {
      const column = indexOf.get(place.column) ?? 0;
      return { ...place, column, columns: countBelow(begins, place.column + place.columns) - column };
    }),
  );
  return { columns: Math.max(1, begins.length), rows: narrowed };
}

/** The places of one row's cells beside what is covered from above. */
function placesOf<C extends CellSpan>(
  cells: readonly C[],
  row: number,
  below: number,
  covered: readonly Covered[],
): CellPlace<C>[] {
  let column = 0;
  let next = 0;
  return cells.map((cell) => {
    for (; (covered[next]?.from ?? Infinity) <= column; next++) column = Math.max(column, covered[next]?.to ?? 0);
    const room = (covered[next]?.from ?? Infinity) - column;
    const place = {
      cell,
      row,
      column,
      columns: Math.min(whole(cell.columns), room),
      rows: Math.min(whole(cell.rows), below),
    };
    column += place.columns;
    return place;
  });
}

function whole(span: number): number {
  return span >= 1 ? Math.floor(Math.min(span, Number.MAX_SAFE_INTEGER / 1e6)) : 1;
}

/** How many of the ascending numbers are less than `limit`. */
function countBelow(ascending: readonly number[], limit: number): number {
  return firstFrom(ascending, (number) => number >= limit);
}
