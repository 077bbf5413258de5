import type { Head, Inline, Item, List } from '../../../model/document.js';
import type { Span } from '../../../model/position.js';
import { partyIn } from '../../facts/parties.js';
import { join, parts, rawOffset, type Strand, weave } from '../../page/strand.js';
import type { Reordered } from '../../proof/raw-text.js';
import type { Context } from '../../regions/context.js';
import { nameAnnotation } from '../../regions/elements.js';
import type { SheetNode } from '../../regions/sheet-pile.js';
import { continuesValue } from './join-typed.js';
import { severalIn } from './several-persons.js';

/** A line of a list of participants, with what of the sheet stands before it. */
export interface ParticipantLine {
  readonly strand: Strand;
  /** The column in which it begins. */
  readonly column: number;
  readonly blankBefore: number;
  readonly before: readonly SheetNode[];
}

/** What a list of participants is made of, in the order of reading. */
export interface ParticipantList {
  readonly children: readonly List['children'][number][];
  readonly reordered?: Reordered;
}

interface Cell {
  readonly strand: Strand;
  readonly column: number;
  /** Where its text begins behind a symbol of an office (`NSC: …`). */
  readonly valueColumn: number;
  readonly isFirstOfGroup: boolean;
  /** How long the first of its lines is, where it has several. */
  readonly lead?: number;
  readonly before: readonly SheetNode[];
}

const GAP = /\s{3,}|\t+/g;

/** Reads the lines under PARTICIPANTS: one column or two, names with offices below or beside them, the heads of their sides. */
export function participantList(
  lines: readonly ParticipantLine[],
  context: Pick<Context, 'annotate'>,
): ParticipantList {
  const rows = lines.map(cellsOf);
  const boundary = columnBoundary(rows);
  if (boundary === undefined) {
    const cells = rows.map((row, index): Cell => wholeRow(row, lines[index]));
    return { children: listed(grouped(joined(cells)), context) };
  }
  const left = rows.flatMap((row) => row.filter(({ column }) => column < boundary));
  const right = rows.flatMap((row) => row.filter(({ column }) => column >= boundary));
  const hasSheet = lines.some(({ before }, index) => index > 0 && before.length > 0);
  if (hasSheet || !areTwoLists(rows, boundary)) {
    // A name and his office side by side are one participant.
    const cells = rows.map((row, index): Cell => wholeRow(row, lines[index]));
    return { children: listed(grouped(joined(cells)), context) };
  }
  const order = [...left, ...right];
  const isHeaded = haveHeads(rows[0] ?? []);
  const first = lines[0];
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return { children: [] };
  const span = { start: rawOffset(first.strand, 0), end: rawOffset(last.strand, last.strand.text.length) };
  const parts = order.map(({ strand }) => ({
    start: rawOffset(strand, 0),
    end: rawOffset(strand, 0) + strand.text.length,
  }));
  return {
    children: [left, right].flatMap((column) => listed(grouped(joined(column, isHeaded), isHeaded), context)),
    reordered: { span, parts },
  };
}

function wholeRow(row: readonly Cell[], line: ParticipantLine | undefined): Cell {
  const [first] = row;
  return {
    strand: line?.strand ?? EMPTY,
    column: line?.column ?? 0,
    valueColumn: (line?.column ?? 0) + symbolLength(line?.strand.text ?? ''),
    isFirstOfGroup: first?.isFirstOfGroup ?? false,
    before: line?.before ?? [],
  };
}

const EMPTY: Strand = { text: '', pieces: [], milestones: [] };

function cellsOf(line: ParticipantLine): readonly Cell[] {
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
function symbolLength(text: string): number {
  return /^[\p{L}. /&]{1,28}(?::\s+|\s[-–—]\s+)(?=\S)/u.exec(text)?.[0].length ?? 0;
}

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

/** Whether the first row of two columns names their sides: one is a country or a delegation, and the other is as short and without a title. */
function haveHeads(row: readonly Cell[]): boolean {
  const [left = '', right = ''] = row.map(({ strand }) => strand.text);
  const canHead = (text: string): boolean =>
    text !== '' && text.split(/\s+/).length <= 4 && !/[,.]/.test(text) && !/^(?:The|Mr|Dr|Amb|Gen|Sir)\b/.test(text);
  return (
    row.length === 2 &&
    (isSideHead(left) || isSideHead(right)) &&
    canHead(left.replace(/U\.\s?[KS]\.(?:\s?S\.\s?R\.|\s?A\.)?/, 'US')) &&
    canHead(right.replace(/U\.\s?[KS]\.(?:\s?S\.\s?R\.|\s?A\.)?/, 'US'))
  );
}

function isNamed(text: string): boolean {
  return partyIn(text)?.isPerson === true;
}

/** Lines that go on with the one above: indented further, or after a comma. */
function joined(cells: readonly Cell[], isHeaded = false): readonly Cell[] {
  let margin = Number.POSITIVE_INFINITY;
  for (const { column } of cells) margin = Math.min(margin, column);
  const open: { readonly first: Cell; readonly strands: Strand[] }[] = [];
  for (const cell of cells) {
    const last = open.at(-1);
    const above = last?.strands.at(-1)?.text ?? '';
    const isBelowHead = isHeaded && open.length === 1;
    if (last !== undefined && !isBelowHead && cell.before.length === 0 && continues(last.first, above, cell, margin))
      last.strands.push(cell.strand);
    else open.push({ first: cell, strands: [cell.strand] });
  }
  return open.map(({ first, strands }) =>
    strands.length === 1 ? first : { ...first, strand: join(strands), lead: first.strand.text.length },
  );
}

/** @param above the line right above, which can itself go on with the first of its item */
function continues(first: Cell, above: string, cell: Cell, margin: number): boolean {
  const { text } = cell.strand;
  if (isSideHead(first.strand.text) && !/,$/.test(above)) return false;
  if (cell.isFirstOfGroup && !/,$/.test(above)) return false;
  // `The Rt. Hon. Sir Alec` and `Douglas-Home`: a knight has a surname.
  if (continuesValue(above, text) || /\b(?:Sir|Dame) \p{Lu}\p{Ll}+$/u.test(above)) return true;
  // The office stands below the name, in the same column.
  if (cell.column === first.column && isNamed(first.strand.text) && isOffice(text)) return true;
  if (isNamed(first.strand.text) && isNamed(text)) return false;
  const isIndented = cell.column >= first.column + 1 && cell.column > margin;
  return isIndented && (first.valueColumn === first.column || cell.column > first.valueColumn);
}

/** `INR/RSB`, `Embassy of Yugoslavia`, `Chargé d'Affaires a.i.`: what somebody is or where, without his name. */
function isOffice(text: string): boolean {
  return (
    /^[A-Z]{2,6}(?:\/[A-Z-]{1,6}){1,3}$/.test(text) ||
    (!/^(?:The|Mr|Mrs|Miss|Ms|Dr|Sir|Amb|Gen|Lt|Col|Adm|Sen|Prof|Minister|Ambassador|Secretary|President|Director)\b/i.test(
      text,
    ) &&
      text.length <= 60 &&
      (!isNamed(text) || /^(?:Charg|Embassy|Legation|First|Second|Third)/.test(text)) &&
      /(?<!\p{L})(?:Charg[ée]|Embassy|Legation|Ministry|Department|Minister|Counsell?or|Attach[ée]|Bureau|Office|Division|Desk|Advis[eo]r|Consul(?:ate)?|Delegation|Mission|Staff|Representative|Assistant|Deputy|Director|First Secretary|Second Secretary|Third Secretary|Affairs)(?!\p{L})/u.test(
        text,
      ))
  );
}

const COUNTRY =
  /^(?:the )?(?:U\.?\s?S\.?(?:\s?S\.?\s?R\.?)?(?:\s?A\.?)?|U\.?\s?K\.?|F\.?R\.?G\.?|G\.?D\.?R\.?|U\.?A\.?R\.?|P\.?R\.?C\.?|G\.?R\.?C\.?|ROC|ROK|GVN|DRV|(?:United|Soviet|Federal|People|American|British|French|German|Foreign|Other|Republic|Kingdom|Union|Israel|Egypt|Japan|China|India|Iran|Iraq|Italy|France|Canada|Mexico|Brazil|Turkey|Greece|Spain|Cuba|Chile)\b.{0,30})$/i;

/** Whether a line names a side or an agency whose members stand below it: `EGYPT`, `State:`, `For the United Kingdom`, `US Side`. */
export function isSideHead(text: string): boolean {
  if (text.length > 48 || /,/.test(text)) return false;
  if (/:$/.test(text)) return true;
  if (
    /\b(?:side|delegation|participants|party|representatives|others?)$/i.test(text) ||
    /^(?:For|On behalf of)\s/.test(text)
  )
    return true;
  return COUNTRY.test(text) && !/\b(?:Ambassador|Minister|Secretary|President|Mr|General)\b/i.test(text);
}

/** Agencies whose members stand below them. */
const AGENCY =
  /^(?:(?:Department of )?(?:State|Defense|Treasury|the Treasury|Commerce|Agriculture|Justice|Labor|Energy|Interior|Transportation)(?: Department)?|CIA|JCS|NSC(?: Staff)?|OMB|ACDA|USIA|AID|USUN|OSD|DOD|INR|STR|CEA|FBI|NASA|AEC|ODM|FOA|ICA|MSA|White House|Vice President['’]s Office|Office of the .{3,30}|Foreign (?:Office|Ministry)|Embassy)$/;

interface Group {
  readonly head: Cell | undefined;
  readonly members: Cell[];
}

function grouped(cells: readonly Cell[], isHeaded = false): readonly Group[] {
  const capitals = cells.filter(({ strand }) => isBareCapitals(strand.text)).length;
  const isHead = (cell: Cell, index: number): boolean => {
    const { text } = cell.strand;
    if (isSideHead(text) || (isHeaded && index === 0)) return true;
    // `Morocco` above its members, where another side has its head as well.
    if (index === 0 && /^\p{Lu}\p{Ll}+$/u.test(text) && cells.slice(1).some(({ strand }) => isSideHead(strand.text)))
      return true;
    if (cell.isFirstOfGroup && AGENCY.test(text) && cells[index + 1]?.isFirstOfGroup === false) return true;
    // Capitals alone among names in small letters: a country.
    return (
      isBareCapitals(text) &&
      capitals * 2 <= cells.length &&
      cells[index + 1] !== undefined &&
      (cell.isFirstOfGroup || index === 0) &&
      !isNamedInCapitals(text)
    );
  };
  const groups: Group[] = [{ head: undefined, members: [] }];
  for (const [index, cell] of cells.entries()) {
    if (isHead(cell, index)) groups.push({ head: cell, members: [] });
    else groups.at(-1)?.members.push(cell);
  }
  return groups.filter(({ head, members }) => head !== undefined || members.length > 0);
}

function isBareCapitals(text: string): boolean {
  return /^[\p{Lu}][\p{Lu} .&/-]{2,36}$/u.test(text);
}

function isNamedInCapitals(text: string): boolean {
  return /\b\p{Lu}\.\s/u.test(text) || /^(?:MR|DR|GEN|AMB|THE)\b/.test(text);
}

function listed(groups: readonly Group[], context: Pick<Context, 'annotate'>): List['children'] {
  return groups.flatMap(({ head, members }): List['children'] => {
    const items = members.flatMap((cell): List['children'] => [...cell.before, itemOf(cell, context)]);
    if (head === undefined) return items;
    // A head without members is a member after all.
    if (members.length === 0) return [...head.before, itemOf(head, context)];
    const label: Head = { element: 'head', attributes: {}, children: weave(head.strand) };
    const inner: List = { element: 'list', attributes: {}, children: [label, ...items] };
    return [...head.before, { element: 'item', attributes: {}, children: [inner] }];
  });
}

/** A participant, the name marked, title and office beside it; or several in one sentence, each marked. */
function itemOf({ strand, lead }: Cell, context: Pick<Context, 'annotate'>): Item {
  const others = context.annotate(strand);
  const several = severalIn(strand.text);
  // The name stands on the first line, the office below it.
  const first = lead === undefined ? undefined : partyIn(strand.text.slice(0, lead));
  const isWhole = first?.isPerson === true && /\s/.test(strand.text.slice(first.span.start, first.span.end));
  const named = isWhole ? first : partyIn(strand.text);
  const spans = several.length > 0 ? several : named?.isPerson === true ? [named.span] : [];
  const names = spans
    .filter((span) => !others.some(({ start, end }) => start < span.end && end > span.start))
    .map((span) => nameAnnotation(span, 'persName'));
  const children: readonly Inline[] = weave(strand, [...names, ...others]);
  return { element: 'item', attributes: {}, children };
}
