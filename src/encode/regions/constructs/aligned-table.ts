import type { Cell, Row, Table } from '../../../model/document.js';
import { append } from '../../../model/list.js';
import type { Span } from '../../../model/position.js';
import { columnsAt } from '../../page/columns.js';
import { parts, rawOffset, type Strand, weave } from '../../page/strand.js';
import type { Construct, Context } from '../context.js';
import { leadingPages, trimmed } from '../elements.js';
import { tableBlocks } from './table.js';

/** Lines whose cells stand in columns, as one table. A rule of dashes below the first lines makes them rows of labels. */
export const alignedTable: Construct = {
  name: 'aligned-table',
  recognise(context, at) {
    const run = columnsAt(context.strands, at, context.end);
    if (run === undefined) return undefined;
    const children: Table['children'][number][] = [];
    let count = 0;
    for (const [index, cells] of run.rows.entries()) {
      const strand = context.strands[run.start + index];
      if (strand === undefined) break;
      const { pages, rest } = leadingPages(strand);
      append(children, pages);
      if (cells.length === 0) {
        context.drop({ start: rawOffset(rest, 0), end: rawOffset(rest, 0) + rest.text.length });
        if (count <= MOST_LABEL_ROWS) labelRows(children);
        continue;
      }
      children.push({ element: 'row', attributes: {}, children: rowCells(context, rest, cells) });
      count++;
    }
    return { blocks: tableBlocks(children, run.columns), next: run.end };
  },
};

/** Rules further down part groups of rows. */
const MOST_LABEL_ROWS = 3;

function labelRows(children: Table['children'][number][]): void {
  for (const [index, child] of children.entries()) {
    if (child.element === 'row') children[index] = { ...child, attributes: { role: 'label' } };
  }
}

/** The cells of a row. Leaders between two cells are of the page, not of the text. */
function rowCells(context: Context, strand: Strand, spans: readonly (Span | undefined)[]): Row['children'] {
  const starts = spans.flatMap((span) => (span === undefined ? [] : [span.start]));
  const own = spans.flatMap((span): Span[] => {
    if (span === undefined) return [];
    const next = starts.find((start) => start > span.start) ?? strand.text.length;
    const hasLeaders = strand.text.slice(span.end, next).includes('.');
    if (hasLeaders) context.drop({ start: rawOffset(strand, span.end), end: rawOffset(strand, next) });
    if (span.start !== starts[0]) context.part(rawOffset(strand, span.start));
    return [{ start: span.start, end: hasLeaders ? span.end : next }];
  });
  const made = parts(strand, own);
  let next = 0;
  return spans.map((span): Cell => {
    if (span === undefined) return { element: 'cell', attributes: {}, children: [] };
    const cell = trimmed(made[next++] ?? strand);
    return { element: 'cell', attributes: {}, children: weave(cell, context.annotate(cell)) };
  });
}
