import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { plural } from '../diagnostics/words.js';
import { inlinesIn } from '../model/content-walk.js';
import type { Block, Cell, PageContent, Part, Table } from '../model/page-content.js';
import { gridOf } from '../model/table-grid.js';
import type { PressOptions } from './options.js';

/** A book without the columns of its tables in which no cell holds anything, and a finding (PR025) for each table that had some. */
export function withoutEmptyColumns(
  content: PageContent,
  { file, locate }: PressOptions,
): { content: PageContent; found: Diagnostic[] } {
  const found: Diagnostic[] = [];
  const lean = (block: Block, where: string): Block => {
    if (block.type === 'group') return { ...block, blocks: leanAll(block.blocks, where) };
    if (block.type !== 'table') return block;
    const empty = emptyColumnsOf(block);
    if (empty.size === 0) return block;
    const words = firstWordsOf(block).slice(0, 60);
    const start = locate?.(where, words);
    const facts = { columns: plural(empty.size, 'column'), where: where === '' ? 'the volume' : where, words };
    found.push(diagnostic('PR025', facts, { file, ...(start === undefined ? {} : { start }) }));
    return without(block, empty);
  };
  const leanAll = (blocks: readonly Block[], where: string): readonly Block[] =>
    blocks.some(mayBeLean) ? blocks.map((block) => lean(block, where)) : blocks;
  const part = (of: Part): Part => ({ ...of, blocks: leanAll(of.blocks, of.id), parts: of.parts.map(part) });
  const parts = content.parts.map(part);
  const notes = content.notes.map((note) => ({ ...note, blocks: leanAll(note.blocks, note.id) }));
  // What is as it was stays the same object: what has been drawn is asked for by it.
  return found.length === 0 ? { content, found } : { content: { ...content, parts, notes }, found };
}

function mayBeLean({ type }: Block): boolean {
  return type === 'table' || type === 'group';
}

/** The columns in which each cell is empty; none where all are. A cell over several columns holds something in each of them, unless another of them remains. */
function emptyColumnsOf(table: Table): ReadonlySet<number> {
  const { columns, rows } = gridOf(table.rows);
  const empty = new Set<number>();
  const places = rows.flat();
  for (let column = 0; column < columns; column++) {
    const own = places.filter((place) => place.column === column && place.columns === 1);
    if (own.length > 0 && own.every(({ cell }) => isEmpty(cell))) empty.add(column);
  }
  for (const { cell, column, columns } of places) {
    const over = Array.from({ length: columns }, (_, i) => column + i);
    if (columns > 1 && !isEmpty(cell) && over.every((one) => empty.has(one))) empty.delete(column);
  }
  return empty.size < columns ? empty : new Set();
}

function without(table: Table, empty: ReadonlySet<number>): Table {
  const rows = gridOf(table.rows).rows.map((places) =>
    places.flatMap(({ cell, column, columns, rows }): Cell[] => {
      let left = 0;
      for (let one = column; one < column + columns; one++) if (!empty.has(one)) left++;
      return left === 0 ? [] : [{ ...cell, columns: left, rows }];
    }),
  );
  return { ...table, rows };
}

/** Whether a cell holds nothing at all: neither words nor a picture, nor a place that something may lead to. */
function isEmpty(cell: Cell): boolean {
  return cell.blocks.every(
    (block) =>
      block.type === 'paragraph' &&
      inlinesIn(block).every((inline) => inline.type === 'text' && inline.text.trim() === ''),
  );
}

function firstWordsOf(table: Table): string {
  for (const inline of inlinesIn(table))
    if (inline.type === 'text' && inline.text.trim() !== '') return inline.text.trim();
  return '';
}
