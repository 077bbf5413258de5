import { type CellPlace, gridOf } from '../model/table-grid.js';
import { type Draft, isElementOf } from './draft.js';
import { isNothing, isNumber, wordsOf } from './table-columns.js';
import { rowsOfTable, type SpanningCell } from './table-spans.js';

type Place = CellPlace<SpanningCell>;

/** No cell of a head has more characters. */
const LONGEST = 60;
/** Of the cells below a head of words, so many begin with a figure. */
const MOST = 0.8;
/** Cells of sentences have more characters than this at the median; what heads them has fewer than the other, and no full stop. */
const SENTENCES = 60;
const CAPTION = 40;

/**
 * Makes the first row of a finished table its head where the volume does not say which row is, and its form leaves no doubt: words above columns of numbers; years above
 * them; what is set off by its type above what is not; an empty corner above labels; or short words above sentences. A screen reader then says them with each cell.
 */
export function markHead(table: Draft): void {
  const [body, ...others] = table.children.filter((part): part is Draft => isElementOf(part, 'thead', 'tbody'));
  if (body?.name !== 'tbody' || others.length > 0) return;
  const [row, ...rest] = body.children;
  if (row === undefined || typeof row === 'string' || row.attributes['class'] === 'between' || rest.length === 0)
    return;
  const { columns, rows } = gridOf(rowsOfTable(table));
  const [first = [], ...below] = rows;
  if (rows.flat().some(({ cell }) => cell.element.name === 'th') || !canHead(first, columns)) return;
  const under = columnsUnder(first, below.flat());
  const [corner] = first;
  const isHead =
    isAboveNumbers(under) ||
    isSetOff(first, below.flat()) ||
    (corner !== undefined && isEmptyCorner(corner, under)) ||
    isAboveSentences(under);
  if (!isHead) return;
  for (const { cell } of first)
    if (textOf(cell) !== '') {
      cell.element.name = 'th';
      cell.element.attributes['scope'] = 'col';
    }
  body.children.shift();
  table.children.splice(table.children.indexOf(body), 0, { name: 'thead', attributes: {}, children: [row] });
}

/** A cell of the first row, and those below it. */
interface Column {
  readonly head: string;
  readonly cells: readonly string[];
}

function textOf({ element }: SpanningCell): string {
  return wordsOf(element).trim();
}

/** A head has a cell above each column, none of them empty but the first, none long, and none that reaches down. */
function canHead(first: readonly Place[], columns: number): boolean {
  const covered = first.reduce((sum, place) => sum + place.columns, 0);
  return (
    columns > 1 &&
    covered === columns &&
    first.length > 1 &&
    first.every(({ cell, rows }, i) => rows === 1 && (i === 0 || textOf(cell) !== '') && textOf(cell).length <= LONGEST)
  );
}

function columnsUnder(first: readonly Place[], below: readonly Place[]): readonly Column[] {
  return first.map(({ cell, column, columns }) => ({
    head: textOf(cell),
    cells: below
      .filter((place) => place.column >= column && place.column < column + columns)
      .map((place) => textOf(place.cell)),
  }));
}

function isAboveNumbers([, ...columns]: readonly Column[]): boolean {
  const ofNumbers = columns.filter(({ cells }) => {
    const said = cells.filter((text) => !isNothing(text));
    const numbers = said.filter((text) => isNumber(text) || /^\d/.test(text)).length;
    return said.length > 1 && numbers >= MOST * said.length;
  });
  const isYear = (text: string): boolean => /^(?:1[789]|20)\d\d(?:[–-]\d\d(?:\d\d)?)?$/.test(text);
  const isHeading = ({ head, cells }: Column): boolean =>
    (/\p{L}/u.test(head) && !/^\d/.test(head) && !isNothing(head)) || (isYear(head) && !cells.some(isYear));
  return ofNumbers.length > 0 && ofNumbers.every(isHeading);
}

/** All words of the first row, and hardly any of the others, are in italics, bold, small capitals or underlined. */
function isSetOff(first: readonly Place[], below: readonly Place[]): boolean {
  const said = (places: readonly Place[]): readonly Place[] => places.filter(({ cell }) => textOf(cell) !== '');
  const others = said(below);
  return (
    others.length > 0 &&
    said(first).every(({ cell }) => isEmphasised(cell.element)) &&
    others.filter(({ cell }) => isEmphasised(cell.element)).length <= (1 - MOST) * others.length
  );
}

const EMPHASIS = /\b(?:smallcaps|rend-(?:italic|strong|bold|underline))\b/;

/** Whether all letters of an element are in type of another kind. */
function isEmphasised(node: Draft | string): boolean {
  if (typeof node === 'string') return !/[\p{L}\p{N}]/u.test(node);
  const { name, attributes, children } = node;
  return /^(?:em|strong|u|i|b)$/.test(name) || EMPHASIS.test(attributes['class'] ?? '') || children.every(isEmphasised);
}

/** Nothing above the labels of the rows, and words above all the rest. */
function isEmptyCorner({ cell }: Place, [labels]: readonly Column[]): boolean {
  return (
    textOf(cell) === '' && labels !== undefined && labels.cells.length > 0 && labels.cells.every((text) => text !== '')
  );
}

function isAboveSentences(columns: readonly Column[]): boolean {
  return columns.every(({ head, cells }) => {
    const lengths = cells.map(({ length }) => length).sort((a, b) => a - b);
    return (
      head !== '' && head.length <= CAPTION && !/[.,;:]$/.test(head) && (lengths[lengths.length >> 1] ?? 0) > SENTENCES
    );
  });
}
