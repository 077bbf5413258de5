/** Text in columns, as typewriters and reading machines leave it: cells parted by tabs, by blanks, or by leaders. */
import { largest } from '../../model/list.js';
import type { Span } from '../../model/position.js';

/** A line as far as its columns matter. */
export interface ColumnLine {
  readonly text: string;
  /** How many blanks stand before the text. */
  readonly indent?: number;
  /** How many of these are tabs. */
  readonly tabs?: number;
}

/** Lines from `start` up to `end` that are one table. */
export interface ColumnRun extends Span {
  /** Per line its cells by column; none for a rule of dashes. */
  readonly rows: readonly (readonly (Span | undefined)[])[];
  readonly columns: number;
}

/** What parts two cells: a tab, three blanks, or leaders (`Wheat ........ 12`). */
const GAP = /[ \u00A0]*\t[ \t\u00A0]*|[ \u00A0]{3,}|[ \u00A0]?(?:\.[ \u00A0]?){4,}/g;
const RULE = /^[-=_–—+|. \t]{5,}$/;
/** `1.`, `(a)`, `•` before a paragraph, `SUBJECT:` before a value. */
const LABEL = /^(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)]|[-•*·–]|.*:)$/;
const FIGURES = /^[($£+–—-]*(?:\d|n\.?\s?a\.?$|none$|nil$|[–—-]+$|\.+$|\*+$)/i;

const LONGEST_LINE = 200;
const FEWEST_ROWS = 3;
const FEWEST_TABBED_ROWS = 2;

/** The stretches of a line that are cells; one where it has no columns. */
function cells(text: string): readonly Span[] {
  const found: Span[] = [];
  let from = 0;
  for (const gap of text.matchAll(GAP)) {
    if (gap.index > from) found.push({ start: from, end: gap.index });
    from = gap.index + gap[0].length;
  }
  if (from < text.length) found.push({ start: from, end: text.length });
  return found;
}

function isRule(text: string): boolean {
  return RULE.test(text) && /[-=_–—]{3}/.test(text);
}

/** Whether a line can be a row: at least two cells, of which the first is not the label of a paragraph or of a value. */
function isRow({ text }: ColumnLine): boolean {
  if (text.length > LONGEST_LINE || !/\t|[ \u00A0]{3}|\.{4}|(?:\. ){4}/.test(text) || isRule(text)) return false;
  const found = cells(text);
  const [first] = found;
  return found.length >= 2 && first !== undefined && !LABEL.test(text.slice(first.start, first.end));
}

/** The table that begins at a line; undefined where none does. Looks at each line of the table once. */
export function columnsAt(lines: readonly ColumnLine[], start: number, end: number): ColumnRun | undefined {
  const first = lines[start];
  if (first === undefined || start >= end || !isRow(first)) return undefined;
  let last = start;
  for (let at = start + 1; at < end && at - last <= 2; at++) {
    const line = lines[at];
    if (line === undefined) break;
    if (isRow(line)) last = at;
    else if (!isRule(line.text) && !isGroupLabel(line)) break;
  }
  const run = lines.slice(start, last + 1);
  const rows = run.filter(isRow);
  const isTabbed = rows.every(({ text }) => text.includes('\t'));
  if (rows.length < (isTabbed ? FEWEST_TABBED_ROWS : FEWEST_ROWS)) return undefined;
  const placed = isTabbed ? byTab(run) : bySpace(run);
  return placed === undefined ? undefined : { start, end: last + 1, ...placed };
}

/** A line between two rows that names a group of them: `Europe`. */
function isGroupLabel({ text }: ColumnLine): boolean {
  return text.length <= 40 && !/[.?!;]$/.test(text) && !LABEL.test(text);
}

type Placed = Pick<ColumnRun, 'rows' | 'columns'>;

/** Cells by the tabs before them: two tabs leave a cell empty, and so does one at the beginning of some lines and not of all. */
function byTab(run: readonly ColumnLine[]): Placed {
  const least = run.reduce((tabs, line) => Math.min(tabs, line.tabs ?? 0), LONGEST_LINE);
  const rows = run.map(({ text, tabs = 0 }): readonly (Span | undefined)[] => {
    if (isRule(text)) return [];
    const row = new Array<Span | undefined>(tabs - least).fill(undefined);
    let from = 0;
    for (const part of text.split('\t')) {
      const blanks = part.length - part.trimStart().length;
      const words = part.trim();
      row.push(words === '' ? undefined : { start: from + blanks, end: from + blanks + words.length });
      from += part.length + 1;
    }
    return row;
  });
  const columns = largest(rows.map((row) => row.length));
  const full = rows.map((row) =>
    row.length === 0 ? row : [...row, ...new Array<undefined>(columns - row.length).fill(undefined)],
  );
  return { rows: full, columns };
}

/** Cells that blanks or leaders part: by where they stand, unless type of uneven width has moved them; then by their number. */
function bySpace(run: readonly ColumnLine[]): Placed | undefined {
  const placed = byPlace(run);
  const rows = run.filter(isRow).map(({ text }) => cells(text));
  const count = rows[0]?.length ?? 0;
  const isEven = rows.every((row) => row.length === count);
  const isMoved = placed !== undefined && isEven && placed.columns > count;
  return isMoved
    ? { rows: run.map(({ text }) => (isRule(text) ? [] : cells(text))), columns: count }
    : (placed ?? byCount(run));
}

/** Cells by where they stand: columns are parted where all rows are blank. Undefined where two cells of a row fall into one column. */
function byPlace(run: readonly ColumnLine[]): Placed | undefined {
  const placed = run.map((line) => cellsOnPage(line));
  // A group's label may reach over the columns.
  const columnOf = columnsOf(placed.filter((_, index) => isRow(run[index] ?? EMPTY)).flat());
  const columns = (columnOf.at(-1) ?? 0) + 1;
  if (columns < 2) return undefined;
  const rows: (Span | undefined)[][] = [];
  for (const [index, row] of placed.entries()) {
    const line = run[index] ?? EMPTY;
    const made: (Span | undefined)[] = row.length === 0 ? [] : new Array<Span | undefined>(columns).fill(undefined);
    for (const cell of row) {
      const place = isRow(line) ? (columnOf[cell.start] ?? 0) : 0;
      if (made[place] !== undefined) return undefined;
      made[place] = shifted(cell, -(line.indent ?? 0));
    }
    rows.push(made);
  }
  return { rows, columns };
}

const EMPTY: ColumnLine = { text: '' };

function cellsOnPage({ text, indent = 0 }: ColumnLine): readonly Span[] {
  return isRule(text) ? [] : cells(text).map((cell) => shifted(cell, indent));
}

/** For every place across the page the column that it is of. */
function columnsOf(all: readonly Span[]): readonly number[] {
  const taken: boolean[] = [];
  for (const cell of all) for (let at = cell.start; at < cell.end; at++) taken[at] = true;
  const columnOf: number[] = [];
  let column = -1;
  for (let at = 0; at < taken.length; at++) {
    if (taken[at] === true && taken[at - 1] !== true) column++;
    columnOf.push(column);
  }
  return columnOf;
}

function shifted(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

/** Cells by their number, where the type is of uneven width: every row has as many, and all but the first are figures. */
function byCount(run: readonly ColumnLine[]): Placed | undefined {
  const rows = run.map(({ text }) => (isRule(text) ? [] : cells(text)));
  const full = rows.filter((row) => row.length > 1);
  const columns = full[0]?.length ?? 0;
  const isEven = full.every((row) => row.length === columns);
  const hasFigures = run
    .slice(1)
    .every(({ text }, index) =>
      (rows[index + 1] ?? []).slice(1).every((cell) => FIGURES.test(text.slice(cell.start, cell.end))),
    );
  return isEven && hasFigures ? { rows, columns } : undefined;
}

/** The lines that are of a table, by their number; one pass. */
export function columnLines(lines: readonly ColumnLine[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (let at = 0; at < lines.length; ) {
    const run = columnsAt(lines, at, lines.length);
    if (run === undefined) {
      at++;
      continue;
    }
    for (let line = run.start; line < run.end; line++) found.add(line);
    at = run.end;
  }
  return found;
}
