import type { Block, Cell, Table } from '../../../model/document.js';
import { append } from '../../../model/list.js';
import { rawOffset, type Strand, slice, weave } from '../../page/strand.js';
import type { Construct, Context } from '../context.js';
import { leadingPages, trimmed } from '../elements.js';

/** The rule between the head and the rows of a Markdown table. */
const RULE = /^\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*\|?$/;

function isRow(text: string): boolean {
  return text.includes(' | ') || text.startsWith('| ') || text.endsWith(' |');
}

/** So many rules may stand above the first row. */
const MOST_RULES = 20;

/** Whether there is a row, and not rules alone. */
function hasRow({ strands }: Context, at: number, end: number): boolean {
  for (let line = at; line < Math.min(end, at + MOST_RULES); line++)
    if (!RULE.test(strands[line]?.text ?? '')) return isRow(strands[line]?.text ?? '');
  return false;
}

/** Lines whose cells are parted by bars, as one table; a Markdown rule below the first makes it the row of labels. */
export const table: Construct = {
  name: 'table',
  recognise(context, at) {
    if (!hasRow(context, at, context.end)) return undefined;
    let next = at;
    while (
      next < context.end &&
      (isRow(context.strands[next]?.text ?? '') || RULE.test(context.strands[next]?.text ?? ''))
    )
      next++;
    const children: Table['children'][number][] = [];
    let columns = 0;
    let labels = -1;
    for (const strand of context.strands.slice(at, next)) {
      if (RULE.test(strand.text)) {
        append(children, leadingPages(strand).pages);
        context.drop({ start: rawOffset(strand, 0), end: rawOffset(strand, 0) + strand.text.length });
        labels = children.findLastIndex((child) => child.element === 'row');
        continue;
      }
      const { pages, rest } = leadingPages(strand);
      const cells = cellsOf(context, rest);
      columns = Math.max(columns, cells.length);
      append(children, [...pages, { element: 'row', attributes: {}, children: cells }]);
    }
    const rows = children.map((row, index) =>
      row.element === 'row' && index === labels ? { ...row, attributes: { role: 'label' } } : row,
    );
    return { blocks: tableBlocks(rows, columns), next };
  },
};

/** A table of rows, with what is of the page before its first row. */
export function tableBlocks(children: Table['children'], columns: number): readonly Block[] {
  const first = children.findIndex((child) => child.element === 'row');
  const count = children.filter((child) => child.element === 'row').length;
  const attributes = { rows: String(count), cols: String(columns) };
  return [
    ...(children.slice(0, first) as readonly Block[]),
    { element: 'table', attributes, children: children.slice(first) },
  ];
}

/** The cells of a row; the bars between them are dropped. */
function cellsOf(context: Context, strand: Strand): readonly Cell[] {
  const cells: Cell[] = [];
  const { text } = strand;
  let from = text.startsWith('|') && (strand.milestones[0]?.at ?? 1) > 0 ? 1 : 0;
  if (from === 1) dropBar(context, strand, 0);
  for (;;) {
    const bar = barFrom(context, strand, from);
    const end = bar < 0 ? text.length : bar;
    if (bar >= 0) dropBar(context, strand, bar);
    if (bar >= 0 || end > from) {
      const cell = trimmed(slice(strand, from, end, true));
      cells.push({ element: 'cell', attributes: {}, children: weave(cell, context.annotate(cell)) });
    }
    if (bar < 0) return cells;
    from = bar + 1;
  }
}

/** The next bar that parts two cells; -1 where there is none. */
function barFrom(context: Context, strand: Strand, from: number): number {
  let bar = strand.text.indexOf('|', from);
  while (bar >= 0 && context.isWritten?.(rawOffset(strand, bar)) === true) bar = strand.text.indexOf('|', bar + 1);
  return bar;
}

function dropBar(context: Context, strand: Strand, at: number): void {
  const raw = rawOffset(strand, at);
  context.drop({ start: raw, end: raw + 1 });
  context.part(raw);
}
