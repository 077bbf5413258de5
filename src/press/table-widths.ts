/** A column as it is fitted, in points: its widest word (or figure, which is never broken), and its widest line. */
export interface FitColumn {
  readonly min: number;
  readonly max: number;
}

/** A cell over one column: its height where the column is `width` points wide, and what its lines more than one cost beyond their height. */
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
  const heightOf = (row: readonly FitCell[]): number => {
    let height = 0;
    let labels = 0;
    for (const { column, heightIn, isLabel } of row) {
      const own = heightIn(widths[column] ?? 0);
      height = Math.max(height, own);
      if (isLabel) labels = LABEL_PRICE * own;
    }
    return height + labels;
  };
  const total = (): number => rows.reduce((sum, row) => sum + heightOf(row), 0);
  let best = total();
  let moves = 0;
  for (const step of STEPS)
    for (let found = true; found && moves < MOVES; ) {
      const move = bestMove(columns, widths, step, best, total);
      found = move !== undefined;
      if (move === undefined) continue;
      widths[move.from] = (widths[move.from] ?? 0) - step;
      widths[move.to] = (widths[move.to] ?? 0) + step;
      best = move.height;
      moves++;
    }
  return widths;
}

/** The move of `step` points from one column to another that makes the table lowest; undefined where none makes it lower than `height`. */
function bestMove(
  columns: readonly FitColumn[],
  widths: number[],
  step: number,
  height: number,
  total: () => number,
): { readonly from: number; readonly to: number; readonly height: number } | undefined {
  let best: { from: number; to: number; height: number } | undefined;
  for (const [from, { min }] of columns.entries()) {
    const given = widths[from] ?? 0;
    if (given - step < min) continue;
    widths[from] = given - step;
    for (const [to, { max }] of columns.entries()) {
      const had = widths[to] ?? 0;
      if (to === from || had >= max) continue;
      widths[to] = had + step;
      const now = total();
      widths[to] = had;
      if (now < (best?.height ?? height) - 1e-6) best = { from, to, height: now };
    }
    widths[from] = given;
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
