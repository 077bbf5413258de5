import type { Cell, Table } from '../../../model/document.js';
import { append } from '../../../model/list.js';
import { rawOffset, slice, weave } from '../../page/strand.js';
import { tableBlocks } from '../../regions/constructs/table.js';
import type { Context, Recognition } from '../../regions/context.js';
import { leadingPages, trimmed } from '../../regions/elements.js';

/** What parts two cells: leaders, a tab, three blanks. */
const GAP = /\s*(?:\.\s?){4,}\s*|\s{3,}|\t+/g;

/** Rows whose columns are too uneven to be told by their places: their cells by what parts them. Undefined where no line has as many as are
 * asked for. */
export function looseTable(context: Context, at: number, fewest = 2): Recognition | undefined {
  const children: Table['children'][number][] = [];
  let columns = 0;
  for (const strand of context.strands.slice(at, context.end)) {
    const { pages, rest } = leadingPages(strand);
    const cells: Cell[] = [];
    let from = 0;
    for (const gap of [...rest.text.matchAll(GAP), undefined]) {
      const end = gap?.index ?? rest.text.length;
      if (end > from) {
        const cell = trimmed(slice(rest, from, end, from === 0));
        if (from > 0) context.part(rawOffset(rest, from));
        cells.push({ element: 'cell', attributes: {}, children: weave(cell, context.annotate(cell)) });
      }
      if (gap === undefined) break;
      // Leaders are of the page.
      if (/\./.test(gap[0])) context.drop({ start: rawOffset(rest, end), end: rawOffset(rest, end) + gap[0].length });
      from = end + gap[0].length;
    }
    columns = Math.max(columns, cells.length);
    append(children, [...pages, { element: 'row', attributes: {}, children: cells }]);
  }
  if (columns < fewest) return undefined;
  return { blocks: tableBlocks(children, columns), next: context.end };
}
