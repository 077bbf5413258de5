/** A column as it is fitted, in points: its widest word (or figure, which is never broken), and its widest line. */
export interface FitColumn {
  readonly min: number;
  readonly max: number;
}

/** A cell over one column, of which a row has but one: its height where the column is `width` points wide, and what its lines more than one cost beyond their height. */
export interface FitCell {
  readonly column: number;
  readonly heightIn: (width: number) => number;
  /** Of the column that names the rows: its words are kept on one line where that costs the others little. */
  readonly isLabel: boolean;
}

/** What a line of a label more than one costs, as a part of a line. */
const LABEL_PRICE = 0.4;
/** How much is moved from one column to another, in points, from the coarse to the fine. */
const STEPS = [40, 16, 6];
/** So often at most is anything moved. */
const MOVES = 60;

/**
 * The widths of columns that cannot all have their lines whole. First each has its widest word, and of what is left those that lack least get all that they lack; then
 * points are moved between columns as long as the whole table gets lower by it.
 */
export function fitColumns(
  columns: readonly FitColumn[],
  rows: readonly (readonly FitCell[])[],
  room: number,
): readonly number[] {
  const widths = sharedWidths(columns, room);
  const table = new FittedTable(rows, widths);
  let moves = 0;
  for (const step of STEPS)
    for (let found = true; found && moves < MOVES; ) {
      const move = bestMove(columns, widths, step, table);
      found = move !== undefined;
      if (move === undefined) continue;
      for (const [column, set] of [move.from, move.to]) {
        widths[column] = set.width;
        table.replace(column, set);
      }
      moves++;
    }
  return widths;
}

/** A column in some width: how high its cell is in each row, and what its labels cost beyond that. */
interface SetColumn {
  readonly width: number;
  readonly heights: readonly number[];
  readonly price: number;
}

/** How high a table is with its columns in their widths, and would be with two of them in others: nothing but these two is measured for that. */
class FittedTable {
  /** The cells of each column, row by row. */
  readonly #cells: readonly (readonly (FitCell | undefined)[])[];
  readonly #columns: SetColumn[];
  /** Of each row the columns with its highest cells: of three, one is always left when two are changed. */
  #highest: readonly (readonly number[])[] = [];

  constructor(rows: readonly (readonly FitCell[])[], widths: readonly number[]) {
    this.#cells = widths.map((_, column) => rows.map((row) => row.find((cell) => cell.column === column)));
    this.#columns = widths.map((width, column) => this.set(column, width));
    this.#rank();
  }

  set(column: number, width: number): SetColumn {
    let price = 0;
    const heights = (this.#cells[column] ?? []).map((cell) => {
      const height = cell?.heightIn(width) ?? 0;
      if (cell?.isLabel === true) price += LABEL_PRICE * height;
      return height;
    });
    return { width, heights, price };
  }

  replace(column: number, set: SetColumn): void {
    this.#columns[column] = set;
    this.#rank();
  }

  /** The height of the table, with two of its columns in other widths. */
  heightWith(from: number, less: SetColumn, to: number, more: SetColumn): number {
    let total = less.price + more.price;
    for (const [column, { price }] of this.#columns.entries()) if (column !== from && column !== to) total += price;
    for (const [row, highest] of this.#highest.entries()) {
      const other = highest.find((column) => column !== from && column !== to);
      const rest = other === undefined ? 0 : this.#heightAt(other, row);
      total += Math.max(rest, less.heights[row] ?? 0, more.heights[row] ?? 0);
    }
    return total;
  }

  /** The height of the table as it is. */
  get height(): number {
    const prices = this.#columns.reduce((sum, { price }) => sum + price, 0);
    return this.#highest.reduce((sum, [first = 0], row) => sum + this.#heightAt(first, row), prices);
  }

  #heightAt(column: number, row: number): number {
    return this.#columns[column]?.heights[row] ?? 0;
  }

  #rank(): void {
    this.#highest = (this.#cells[0] ?? []).map((_, row) => {
      const columns = [...this.#columns.keys()];
      return columns.sort((a, b) => this.#heightAt(b, row) - this.#heightAt(a, row)).slice(0, 3);
    });
  }
}

/** The move of `step` points from one column to another that makes the table lowest; undefined where none makes it lower. */
function bestMove(
  columns: readonly FitColumn[],
  widths: readonly number[],
  step: number,
  table: FittedTable,
): { readonly from: readonly [number, SetColumn]; readonly to: readonly [number, SetColumn] } | undefined {
  const givers: [number, SetColumn][] = [];
  const takers: [number, SetColumn][] = [];
  for (const [column, { min, max }] of columns.entries()) {
    const width = widths[column] ?? 0;
    if (width - step >= min) givers.push([column, table.set(column, width - step)]);
    if (width < max) takers.push([column, table.set(column, width + step)]);
  }
  let height = table.height;
  let best: ReturnType<typeof bestMove>;
  for (const from of givers)
    for (const to of takers) {
      if (to[0] === from[0]) continue;
      const now = table.heightWith(...from, ...to);
      if (now >= height - 1e-6) continue;
      height = now;
      best = { from, to };
    }
  return best;
}

/** Each column with its widest word, and of what is left those that lack least with all that they lack: labels are not broken for the sake of sentences. */
function sharedWidths(columns: readonly FitColumn[], room: number): number[] {
  let left = room - columns.reduce((sum, { min }) => sum + min, 0);
  const widths: number[] = [];
  const lacking = columns.map(({ min, max }, i) => ({ i, min, lack: max - min })).sort((a, b) => a.lack - b.lack);
  for (const [k, { i, min, lack }] of lacking.entries()) {
    const more = Math.max(0, Math.min(lack, left / (columns.length - k)));
    widths[i] = min + more;
    left -= more;
  }
  return widths;
}
