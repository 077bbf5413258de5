import { paragraphsIn } from '../model/content-walk.js';
import type { Cell, Inline, Paragraph, Table } from '../model/page-content.js';
import type { TableGrid } from '../model/table-grid.js';
import { plainText } from './drawn-text.js';

/** A sum, a number, a per cent, with the mark of a note; a dash or dots where there is none. */
const figure = /^[\s$£¥€+−–(-]*(?:\d[\d,.\s/]*[½¼¾⅓⅔⅛⅜⅝⅞]?|[½¼¾⅓⅔⅛⅜⅝⅞])[%)*†‡\s]*$/u;
const none = /^[\s.…·–—-]*$/u;
/** What of a figure stands to the right of the place at which figures are aligned: decimals and a fraction, and signs that hang. */
const tail = /(?:\.\d+)?[½¼¾⅓⅔⅛⅜⅝⅞]?[%)*†‡\s]*$/u;
/** Of the cells of a column that are not empty, so many must be figures. */
const MOST = 0.7;

/** The columns of a table, but for the first, which hold figures: these are set flush right, with what stands above them. */
export function columnsOfFigures({ headRows }: Table, grid: TableGrid<Cell>): ReadonlySet<number> {
  const counts = new Map<number, { figures: number; words: number }>();
  for (const places of grid.rows.slice(headRows))
    for (const { cell, column, columns } of places) {
      if (column === 0 || columns > 1) continue;
      const count = counts.get(column) ?? { figures: 0, words: 0 };
      counts.set(column, count);
      const text = wordsOf(cell);
      if (figure.test(text)) count.figures++;
      else if (!none.test(text)) count.words++;
    }
  const isOfFigures = ({ figures, words }: { figures: number; words: number }): boolean =>
    figures > 1 && figures >= MOST * (figures + words);
  return new Set([...counts].filter(([, count]) => isOfFigures(count)).map(([column]) => column));
}

/** How a cell in a column of figures is set: its figures flush right, heads above their middle; what is neither, as the volume says. */
export function alignmentIn(cell: Cell, isOfFigures: boolean): Cell['align'] {
  if (!isOfFigures) return cell.align;
  if (cell.header) return 'center';
  return isFigure(cell) || none.test(wordsOf(cell)) ? 'right' : (cell.align ?? 'left');
}

/** Whether a cell holds a number and nothing else. */
export function isFigure(cell: Cell): boolean {
  return figure.test(wordsOf(cell));
}

/**
 * What of a figure is set to the right of the line on which the figures of a column stand one below the other: its decimals, and what hangs (brackets, per cents,
 * calls of notes). Undefined where nothing is.
 */
export function tailOf(paragraph: Paragraph): Paragraph | undefined {
  const text = plainText({ ...paragraph, label: [] });
  let left = text.length - (tail.exec(text)?.[0].length ?? 0);
  const inlines: Inline[] = [];
  for (const inline of paragraph.inlines) {
    if (inline.type === 'text') {
      const rest = inline.text.slice(left).trimEnd();
      if (left < inline.text.length && rest !== '') inlines.push({ ...inline, text: rest });
      left = Math.max(0, left - inline.text.length);
    } else if (inline.type === 'call' && left === 0)
      inlines.push({ type: 'call', note: inline.note, label: inline.label });
  }
  return inlines.length === 0 ? undefined : { type: 'paragraph', role: paragraph.role, inlines };
}

function wordsOf(cell: Cell): string {
  return cell.blocks.flatMap(paragraphsIn).map(plainText).join(' ');
}
