import type { Span } from '../../../model/position.js';
import { partyIn } from '../../facts/parties.js';
import { parts, type Strand } from '../../page/strand.js';
import type { SheetNode } from '../../regions/sheet-pile.js';
import { areSideHeads, isSideHead } from '../../regions/side-heads.js';

/** A line of a list of participants, with what of the sheet stands before it. */
export interface ParticipantLine {
  readonly strand: Strand;
  /** The column in which it begins. */
  readonly column: number;
  readonly blankBefore: number;
  readonly before: readonly SheetNode[];
}

/** What stands in one column of one line. */
export interface Cell {
  readonly strand: Strand;
  readonly column: number;
  /** Where its text begins behind a symbol of an office (`NSC: …`). */
  readonly valueColumn: number;
  readonly isFirstOfGroup: boolean;
  /** How long the first of its lines is, where it has several. */
  readonly lead?: number;
  readonly before: readonly SheetNode[];
}

/** Agencies whose members stand below them. */
export const AGENCY =
  /^(?:(?:Department of )?(?:State|Defense|Treasury|the Treasury|Commerce|Agriculture|Justice|Labor|Energy|Interior|Transportation)(?: Department)?|CIA|JCS|NSC(?: Staff)?|OMB|ACDA|USIA|AID|USUN|OSD|DOD|INR|STR|CEA|FBI|NASA|AEC|ODM|FOA|ICA|MSA|White House|Vice President['’]s Office|Office of the .{3,30}|Foreign (?:Office|Ministry)|Embassy|Chairman|Others?)$/;

const GAP = /\s{3,}|\t+/g;

/** The cells of a line, which wide blanks part. */
export function cellsOf(line: ParticipantLine): readonly Cell[] {
  const { text } = line.strand;
  const spans: Span[] = [];
  let from = 0;
  for (const gap of text.matchAll(GAP)) {
    // `D   -  Mr. Donaldson`: a stroke parts no columns.
    if (/^[-–—]/.test(text.slice(gap.index + gap[0].length)) || /[-–—]$/.test(text.slice(from, gap.index))) continue;
    spans.push({ start: from, end: gap.index });
    from = gap.index + gap[0].length;
  }
  spans.push({ start: from, end: text.length });
  return parts(line.strand, spans).map((strand, index): Cell => {
    const column = line.column + (spans[index]?.start ?? 0);
    return {
      strand,
      column,
      valueColumn: column + symbolLength(strand.text),
      isFirstOfGroup: line.blankBefore > 0,
      before: index === 0 ? line.before : [],
    };
  });
}

/** `NSC: `, `Defense - `: how long the symbol is that stands before a name. */
export function symbolLength(text: string): number {
  return /^[\p{L}. /&]{1,28}(?::\s+|\s[-–—]\s+)(?=\S)/u.exec(text)?.[0].length ?? 0;
}

/**
 * The sides of a list that names each beside the first of its members: `FOR PERU      Carlos Santistevan, Governor`, and below him, in the same column, the
 * others; undefined for any other list.
 */
export function sidesBeside(
  rows: readonly (readonly Cell[])[],
): readonly { readonly head: Cell; readonly members: readonly Cell[] }[] | undefined {
  const boundary = columnBoundary(rows);
  if (boundary === undefined) return undefined;
  const isOfAgencies = areAgencies(rows, boundary);
  const sides: { readonly head: Cell; readonly members: Cell[] }[] = [];
  for (const row of rows) {
    const [first, second] = row;
    if (first === undefined) return undefined;
    if (second !== undefined) {
      // A stop or a colon would say where somebody is from.
      if (
        !(isOfAgencies || isSideHead(first.strand.text)) ||
        /[:.,]$/.test(first.strand.text.replace(/\bU\.\s?[KS]\.$/, ''))
      )
        return undefined;
      sides.push({ head: first, members: [second] });
    } else if (first.column < boundary || sides.length === 0) return undefined;
    else sides.at(-1)?.members.push(first);
  }
  return sides.length > 1 && sides.some(({ members }) => members.length > 1) ? sides : undefined;
}

/** Words that say what somebody is at a meeting, or an agency: short, without a comma, and no name with its initials or title. */
function isAgencyLike(text: string): boolean {
  return (
    text.length <= 30 &&
    text.split(/\s+/).length <= 4 &&
    !/[,;:]|\b\p{Lu}\.\s\p{Lu}\p{Ll}/u.test(text) &&
    !/^(?:Mr|Mrs|Miss|Ms|Dr|Sir|Amb|Gen|Lt|Col|Adm)\b/.test(text) &&
    (AGENCY.test(text) || !isNamed(text) || !/\s/.test(text))
  );
}

/**
 * Whether the left column says for whom those on the right sit, as the records of committees have it: `State      Philip Example` and below him, in
 * the same column, another name. The right column names persons on all rows, and more of them than the left has words.
 */
function areAgencies(rows: readonly (readonly Cell[])[], boundary: number): boolean {
  const pairs = rows.filter((row) => row.length === 2);
  const alone = rows.filter((row) => row.length === 1);
  const isRight = (row: readonly Cell[]): boolean => isNamed(row.at(-1)?.strand.text ?? '');
  return (
    pairs.length >= 2 &&
    alone.length > 0 &&
    alone.every((row) => (row[0]?.column ?? 0) >= boundary) &&
    rows.every(isRight) &&
    pairs.every((row) => isAgencyLike(row[0]?.strand.text ?? '')) &&
    pairs.filter((row) => AGENCY.test(row[0]?.strand.text ?? '')).length * 2 >= pairs.length
  );
}

/** The cells of each column, where the lines hold several lists side by side. */
export function columnsOf(rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] | undefined {
  const boundary = columnBoundary(rows);
  if (boundary !== undefined) {
    const left = rows.flatMap((row) => row.filter(({ column }) => column < boundary));
    const right = rows.flatMap((row) => row.filter(({ column }) => column >= boundary));
    return areTwoLists(rows, boundary) ? [left, right] : undefined;
  }
  return manyColumns(rows);
}

/** So many delegations can sit side by side. */
const MOST_COLUMNS = 5;

/** Three columns or more, each headed by its side: no row has more cells than the first, and each cell stands below its head. */
function manyColumns(rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] | undefined {
  const [heads = []] = rows;
  if (heads.length < 3 || heads.length > MOST_COLUMNS || rows.length < 2 || !haveHeads(heads)) return undefined;
  const columns = heads.map((head): Cell[] => [head]);
  for (const row of rows.slice(1)) {
    const taken = new Set<number>();
    for (const cell of row) {
      // A member stands below the head, or a little to the left where the head is in the middle of its column.
      const own = heads.findLastIndex(({ column }) => column <= cell.column + HEAD_SHIFT);
      if (own < 0 || taken.has(own)) return undefined;
      taken.add(own);
      columns[own]?.push(cell);
    }
  }
  return columns;
}

/** So far to the left of its head can a member begin. */
const HEAD_SHIFT = 7;

/** Where the second of two columns begins; undefined where there is only one. */
function columnBoundary(rows: readonly (readonly Cell[])[]): number | undefined {
  const seconds = rows.flatMap((row) => (row.length === 2 ? [row[1]?.column ?? 0] : []));
  if (seconds.length < 2 || rows.some((row) => row.length > 2)) return undefined;
  const boundary = seconds.reduce((least, column) => Math.min(least, column));
  // A second column is where it is on all lines, or nearly.
  const isColumn = seconds.filter((column) => column <= boundary + 6).length * 4 >= seconds.length * 3;
  return isColumn ? boundary - 1 : undefined;
}

/** Whether the right column names persons of its own, and not the offices of those on the left. */
function areTwoLists(rows: readonly (readonly Cell[])[], boundary: number): boolean {
  const pairs = rows.filter((row) => row.length === 2);
  // `State:     Deputy Secretary Ingersoll`: the left column says where those on the right are from.
  if (
    pairs.length > 0 &&
    pairs.every((row) => /:$/.test(row[0]?.strand.text ?? '')) &&
    !pairs.some((row) => /:$/.test(row[1]?.strand.text ?? ''))
  )
    return false;
  const named = (row: readonly Cell[], place: number): boolean => isNamed(row[place]?.strand.text ?? '');
  const names = pairs.filter((row) => named(row, 1)).length;
  const both = pairs.filter((row) => named(row, 0) && named(row, 1)).length;
  const alone = rows.filter((row) => row.length === 1 && (row[0]?.column ?? 0) >= boundary).length;
  // Offices over several lines stand below the names.
  return haveHeads(pairs[0] ?? []) || both * 4 >= pairs.length || names * 2 > pairs.length || (alone > 0 && names > 0);
}

/** Whether the first row of columns names their sides. */
export function haveHeads(row: readonly Cell[]): boolean {
  return areSideHeads(row.map(({ strand }) => strand.text));
}

/** Whether some words name a person. */
export function isNamed(text: string): boolean {
  return partyIn(text)?.isPerson === true;
}
