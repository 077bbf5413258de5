import { append } from '../../model/list.js';
import { gridOf } from '../../model/table-grid.js';
import type { HtmlElement } from '../html.js';
import { htmlText } from '../html.js';
import type { Reader } from './from-html.js';
import { evened, hasWords } from './spaces.js';
import type { MarkedBlock, MarkedInline, MarkedRow } from './tree.js';

/** A cell may reach so far; what an attribute asks for beyond it is not made. */
const WIDEST = 200;

/** A table; one that only sets labels beside their values, or that is a frame around the text, is none. */
export function htmlTable(table: HtmlElement, reader: Reader): readonly MarkedBlock[] {
  const rows = rowsOf(table, reader);
  const captions = table.children.filter(
    (child): child is HtmlElement => !('value' in child) && child.name === 'caption' && !reader.isApart(child),
  );
  const caption = captions.flatMap(({ children }) => reader.blocks(children));
  const isFrame = rows.every(({ cells }) => cells.length <= 1) || rows.some(({ cells }) => cells.some(holdsLayout));
  if (isFrame)
    return [...caption, ...rows.flatMap(({ cells }) => cells.flatMap(({ children }) => reader.blocks(children)))];
  if (isLabels(rows)) return [...caption, ...rows.flatMap((row) => labelled(row, reader))];
  return [...caption, { type: 'table', rows: cellsOf(rows, reader) }];
}

interface HtmlRow {
  readonly cells: readonly HtmlElement[];
  readonly isLabel: boolean;
}

function rowsOf(table: HtmlElement, reader: Reader): readonly HtmlRow[] {
  const found: HtmlRow[] = [];
  const visit = (element: HtmlElement, isHead: boolean): void => {
    for (const child of element.children) {
      if ('value' in child || reader.isApart(child)) continue;
      if (child.name === 'tr') {
        const cells = child.children.filter(
          (cell): cell is HtmlElement => !('value' in cell) && /^t[dh]$/.test(cell.name) && !reader.isApart(cell),
        );
        if (cells.length > 0) found.push({ cells, isLabel: isHead || cells.every(({ name }) => name === 'th') });
      } else if (/^t(?:head|body|foot)$/.test(child.name)) visit(child, child.name === 'thead');
    }
  };
  visit(table, false);
  return found;
}

/** Headings or tables in a cell: it is a part of the page. */
function holdsLayout(cell: HtmlElement): boolean {
  return cell.children.some(
    (child) => !('value' in child) && (/^(?:h[1-6]|table)$/.test(child.name) || (child.hasBlock && holdsLayout(child))),
  );
}

const LONGEST_LABEL = 40;

/** `TO: | The President`: the block that heads a memorandum, set in two columns. */
function isLabels(rows: readonly HtmlRow[]): boolean {
  const firsts = rows.map(({ cells }) => htmlText(cells[0] ?? EMPTY).trim());
  const labels = firsts.filter((text) => /^\p{Lu}[^:]*:$/u.test(text) && text.length <= LONGEST_LABEL);
  return (
    rows.every(({ cells }) => cells.length === 2) &&
    labels.length > 0 &&
    labels.length === firsts.filter((text) => text !== '').length
  );
}

const EMPTY: HtmlElement = {
  name: 'td',
  attributes: new Map(),
  children: [],
  parent: undefined,
  order: 0,
  last: 0,
  hasBlock: false,
};

/** The label and its value on a line; further values on lines below. */
function labelled({ cells: [label, value] }: HtmlRow, reader: Reader): readonly MarkedBlock[] {
  const head = evened(reader.inlines(label?.children ?? []));
  const lines = reader.blocks(value?.children ?? []).flatMap((block) => linesOfBlock(block));
  const [first = [], ...others] = lines;
  const children: MarkedInline[] = [
    ...head,
    ...(hasWords(head) && hasWords(first) ? [{ type: 'words', value: ' ' } as const] : []),
    ...first,
  ];
  for (const line of others) append(children, [{ type: 'break' }, ...line]);
  return hasWords(children) ? [{ type: 'paragraph', children }] : [];
}

function linesOfBlock(block: MarkedBlock): readonly (readonly MarkedInline[])[] {
  if (block.type === 'paragraph' || block.type === 'heading') return [block.children];
  if (block.type === 'list') return block.items.flatMap(({ blocks }) => blocks.flatMap(linesOfBlock));
  if (block.type === 'quote') return block.blocks.flatMap(linesOfBlock);
  return block.type === 'table' ? block.rows.flatMap(({ cells }) => cells) : [];
}

/** The rows with an empty cell wherever a cell reaches over several columns or rows; a row is as long as what stands in it or reaches into it. */
function cellsOf(rows: readonly HtmlRow[], reader: Reader): readonly MarkedRow[] {
  const spans = rows.map(({ cells }) =>
    cells.map((cell) => ({ cell, columns: spanOf(cell, 'colspan'), rows: spanOf(cell, 'rowspan') })),
  );
  const grid = gridOf(spans);
  const lengths = rows.map(() => 0);
  for (const place of grid.rows.flat())
    for (let row = place.row; row < place.row + place.rows; row++)
      lengths[row] = Math.max(lengths[row] ?? 0, place.column + place.columns);
  return rows.map(({ isLabel }, nth) => {
    const cells: (readonly MarkedInline[])[] = Array.from({ length: lengths[nth] ?? 0 }, () => []);
    for (const { column, cell } of grid.rows[nth] ?? []) cells[column] = inlinesOf(cell.cell, reader);
    return { isLabel, cells };
  });
}

function spanOf(cell: HtmlElement, name: string): number {
  const number = Number.parseInt(cell.attributes.get(name) ?? '1', 10);
  return Number.isNaN(number) || number < 1 ? 1 : Math.min(number, WIDEST);
}

/** The words of a cell; its paragraphs one after another. */
function inlinesOf(cell: HtmlElement, reader: Reader): readonly MarkedInline[] {
  const made: MarkedInline[] = [];
  for (const [index, line] of reader.blocks(cell.children).flatMap(linesOfBlock).entries()) {
    if (index > 0) made.push({ type: 'words', value: ' ' });
    append(made, line);
  }
  return made;
}
