import { type CellPlace, gridOf } from '../model/table-grid.js';
import type { Draft } from './draft.js';
import { rowsOfTable, type SpanningCell } from './table-spans.js';

type Place = CellPlace<SpanningCell>;

/** A number with what stands about one: currency, sign, percent, parentheses, the mark of a note. */
const NUMBER = /^[($£¥€+±–−-]*\s*(?:\d[\d,.\s]*|\.\d+)[¼½¾⅓⅔⅛⅜⅝⅞%)*†‡]*$|^[¼½¾⅓⅔⅛⅜⅝⅞]$/u;
/** What a printer sets where there is no number. */
const NOTHING = /^[.…—–\s-]*$|^(?:do\.?|none|n\.?a\.?)$/iu;
/** From this share of its cells on a column is one of numbers. */
const MOST = 0.8;
/** A first column whose cells have more characters than this at the median holds sentences, not names of rows. */
const NAME = 60;

/**
 * Marks the columns of a finished table by what they hold, for every edition alike: cells of a column of numbers are of the class `figures`, those that name
 * a row, in a table of three columns or more, of the class `first-column`. A cell over several columns is of neither.
 */
export function markColumns(table: Draft): void {
  const { columns, rows } = gridOf(rowsOfTable(table));
  if (columns < 2) return;
  const byColumn: Place[][] = Array.from({ length: columns }, () => []);
  for (const place of rows.flat()) if (place.columns === 1) byColumn[place.column]?.push(place);
  const [first = [], ...others] = byColumn;
  if (columns > 2 && first.length > 1 && medianLength(first) <= NAME) mark(first, 'first-column');
  for (const column of others) if (holdsNumbers(column)) mark(column, 'figures');
}

function holdsNumbers(column: readonly Place[]): boolean {
  const texts = column.flatMap(({ cell }) => (isHead(cell.element) ? [] : [wordsOf(cell.element).trim()]));
  const said = texts.filter((text) => !NOTHING.test(text));
  const numbers = said.filter((text) => NUMBER.test(text)).length;
  return numbers > 1 && numbers >= MOST * said.length;
}

/** Whether a text is a number with its signs, or what stands where there is none. */
export function isNumber(text: string): boolean {
  return NUMBER.test(text);
}

export function isNothing(text: string): boolean {
  return NOTHING.test(text);
}

function isHead({ name, attributes }: Draft): boolean {
  return name === 'th' && attributes['scope'] !== 'row';
}

function medianLength(column: readonly Place[]): number {
  const lengths = column.map(({ cell }) => wordsOf(cell.element).length).sort((a, b) => a - b);
  return lengths[lengths.length >> 1] ?? 0;
}

/** The text of a cell without the calls of its notes. */
export function wordsOf(node: Draft | string): string {
  if (typeof node === 'string') return node;
  return node.attributes['class'] === 'noteref' ? '' : node.children.map(wordsOf).join('');
}

function mark(column: readonly Place[], kind: string): void {
  for (const { cell } of column) {
    const { attributes } = cell.element;
    const own = attributes['class'];
    attributes['class'] = own === undefined ? kind : `${own} ${kind}`;
  }
}
