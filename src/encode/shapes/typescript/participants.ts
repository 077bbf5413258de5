import type { Head, Inline, Item, List } from '../../../model/document.js';
import { partyIn } from '../../facts/parties.js';
import { join, rawOffset, type Strand, weave } from '../../page/strand.js';
import type { Reordered } from '../../proof/raw-text.js';
import type { Context } from '../../regions/context.js';
import { nameAnnotation } from '../../regions/elements.js';
import { isSideHead } from '../../regions/side-heads.js';
import { continuesValue } from './join-typed.js';
import {
  AGENCY,
  type Cell,
  cellsOf,
  columnsOf,
  haveHeads,
  isNamed,
  type ParticipantLine,
  sidesBeside,
  symbolLength,
} from './participant-columns.js';
import { severalIn } from './several-persons.js';

/** What a list of participants is made of, in the order of reading. */
export interface ParticipantList {
  readonly children: readonly List['children'][number][];
  readonly reordered?: Reordered;
}

/** Joins the lines of a sentence, whose words may be parted at their ends. */
export type JoinLines = (lines: readonly Strand[]) => Strand;

/** Reads the lines under PARTICIPANTS: one column or two, names with offices below or beside them, the heads of their sides. */
export function participantList(
  lines: readonly ParticipantLine[],
  context: Pick<Context, 'annotate'>,
  asOne: JoinLines = join,
): ParticipantList {
  const rows = lines.map(cellsOf);
  const sides = sidesBeside(rows);
  if (sides !== undefined)
    return {
      children: listed(
        sides.map(({ head, members }) => ({ head, members: joined(members) })),
        context,
      ),
    };
  const columns = columnsOf(rows);
  const hasSheet = lines.some(({ before }, index) => index > 0 && before.length > 0);
  if (hasSheet || columns === undefined) {
    // A name and his office side by side are one participant.
    const cells = runOn(
      rows.map((row, index): Cell => wholeRow(row, lines[index])),
      asOne,
    );
    return { children: listed(grouped(joined(cells)), context) };
  }
  const order = columns.flat();
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
    children: columns.flatMap((column) => listed(grouped(joined(column, isHeaded), isHeaded), context)),
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

/** Names that run on over the lines, with semicolons between them, are one sentence. */
function runOn(cells: readonly Cell[], asOne: JoinLines): readonly Cell[] {
  const [first] = cells;
  const parted = cells.filter(({ strand }) => /;(?:\s|$)/.test(strand.text)).length;
  const isRunning =
    parted * 2 >= cells.length && cells.slice(1).every((c) => !c.isFirstOfGroup && c.before.length === 0);
  if (first === undefined || cells.length < 2 || !isRunning) return cells;
  return [{ ...first, strand: asOne(cells.map(({ strand }) => strand)) }];
}

const EMPTY: Strand = { text: '', pieces: [], milestones: [] };

/** Lines that go on with the one above: indented further, or after a comma. */
function joined(cells: readonly Cell[], isHeaded = false): readonly Cell[] {
  let margin = Number.POSITIVE_INFINITY;
  for (const { column } of cells) margin = Math.min(margin, column);
  const open: { readonly first: Cell; readonly strands: Strand[]; lastColumn: number }[] = [];
  for (const cell of cells) {
    const last = open.at(-1);
    const above = last?.strands.at(-1)?.text ?? '';
    const isBelowHead = isHeaded && open.length === 1;
    // An office further in goes on in its own column.
    const isInColumn = last !== undefined && last.lastColumn > last.first.column + 1 && last.lastColumn === cell.column;
    const isMore = isInColumn && !cell.isFirstOfGroup && !/\p{L}\s\p{Lu}\.?\s\p{Lu}/u.test(cell.strand.text);
    if (
      last !== undefined &&
      !isBelowHead &&
      cell.before.length === 0 &&
      (isMore || continues(last.first, above, cell, margin))
    ) {
      last.strands.push(cell.strand);
      last.lastColumn = cell.column;
    } else open.push({ first: cell, strands: [cell.strand], lastColumn: cell.column });
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
  if (isNamed(first.strand.text) && isNamed(text) && !isSymbolBelow(first, cell)) return false;
  const isIndented = cell.column >= first.column + 1 && cell.column > margin;
  return isIndented && (first.valueColumn === first.column || cell.column > first.valueColumn);
}

/** `ACDA` or `EA/J` right below a name in small letters, and further in. */
function isSymbolBelow(first: Cell, cell: Cell): boolean {
  return (
    cell.column > first.column &&
    /^[A-Z]{1,6}(?:[/-][A-Z]{1,6}){0,3}(?:\s\(.*\))?$/.test(cell.strand.text) &&
    /\p{Ll}{2}/u.test(first.strand.text)
  );
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

interface Group {
  readonly head: Cell | undefined;
  readonly members: readonly Cell[];
}

/** One word: among names of several words, where another side has its head, that of a side. */
const SINGLE = /^\p{Lu}\p{Ll}+$/u;

function grouped(cells: readonly Cell[], isHeaded = false): readonly Group[] {
  const capitals = cells.filter(({ strand }) => isBareCapitals(strand.text)).length;
  const agencies = cells.filter(({ strand }) => AGENCY.test(strand.text)).length;
  const beginsWithAgency = agencies > 1 && AGENCY.test(cells[0]?.strand.text ?? '');
  const singles = cells.filter(({ strand }) => SINGLE.test(strand.text)).length;
  const hasSides = cells.some(({ strand }) => isSideHead(strand.text));
  const isHead = (cell: Cell, index: number): boolean => {
    const { text } = cell.strand;
    if (isSideHead(text) || (isHeaded && index === 0)) return true;
    // `Morocco` above its members, where another side has its head as well.
    const isAboveMembers =
      SINGLE.test(text) && cells[index + 1]?.isFirstOfGroup === false && singles * 2 < cells.length;
    if (hasSides && isAboveMembers) return true;
    if (cell.isFirstOfGroup && AGENCY.test(text) && cells[index + 1]?.isFirstOfGroup === false) return true;
    // Of two columns the one has no empty line where the other has; the offices of those above would not come first.
    const next = cells[index + 1]?.strand.text ?? '';
    if (beginsWithAgency && AGENCY.test(text) && isNamed(next) && !AGENCY.test(next)) return true;
    // Capitals alone among names in small letters: a country.
    return (
      isBareCapitals(text) &&
      capitals * 2 <= cells.length &&
      cells[index + 1] !== undefined &&
      (cell.isFirstOfGroup || index === 0) &&
      !isNamedInCapitals(text)
    );
  };
  const groups: { readonly head: Cell | undefined; readonly members: Cell[] }[] = [{ head: undefined, members: [] }];
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
