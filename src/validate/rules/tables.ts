import { plural } from '../../diagnostics/words.js';
import { largest } from '../../model/list.js';
import type { SourceFile } from '../../model/source-file.js';
import { childElements, type TeiElement } from '../tree.js';
import type { Rule, RuleContext } from './rule.js';

/** Tables: what is declared is what stands there, and every row is as wide as the others, spans counted. */
export const tables: Rule = {
  codes: ['VA360', 'VA361', 'VA362'],
  scope: 'part',
  check(context) {
    for (const table of context.tree.named('table')) checkTable(table, context);
  },
};

function checkTable(table: TeiElement, context: RuleContext): void {
  const rows = childElements(table, 'row');
  const widths = rowWidths(rows);
  const widest = largest(widths, 0);
  if (rows.length === 0) return;
  checkDeclared(table, 'rows', rows.length, 'VA360', context);
  checkDeclared(table, 'cols', widest, 'VA361', context);
  const usual = commonest(widths);
  rows.forEach((row, i) => {
    const width = widths[i] ?? 0;
    if (width !== usual) context.report('VA362', row, { width: plural(width, 'column'), usual, row: i + 1 });
  });
}

function checkDeclared(
  table: TeiElement,
  attribute: 'rows' | 'cols',
  real: number,
  code: 'VA360' | 'VA361',
  { tree, report }: RuleContext,
): void {
  const declared = table.attributes[attribute];
  if (declared === undefined || Number(declared) === real) return;
  const start = valueStart(tree.source, table, attribute);
  const edits = start < 0 ? undefined : [{ start, end: start + declared.length, replacement: String(real) }];
  report(code, { element: table, attribute }, { declared, real }, edits);
}

function valueStart(source: SourceFile, element: TeiElement, attribute: string): number {
  const tag = source.slice(element.start, element.startEnd);
  const match = new RegExp(`\\s${attribute}\\s*=\\s*["']`).exec(tag);
  return match === null ? -1 : element.start + match.index + match[0].length;
}

/** The columns that each row fills, with `@cols` of its cells and what `@rows` of cells above takes up in it. */
function rowWidths(rows: readonly TeiElement[]): readonly number[] {
  const taken = new Map<number, number>();
  return rows.map((row, i) => {
    let width = taken.get(i) ?? 0;
    for (const cell of childElements(row, 'cell')) {
      const columns = span(cell, 'cols');
      width += columns;
      for (let below = 1; below < span(cell, 'rows'); below++) {
        taken.set(i + below, (taken.get(i + below) ?? 0) + columns);
      }
    }
    return width;
  });
}

function span(cell: TeiElement, attribute: 'rows' | 'cols'): number {
  const value = Number(cell.attributes[attribute] ?? 1);
  return Number.isInteger(value) && value > 0 ? value : 1;
}

function commonest(widths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return ranked[0]?.[0] ?? 0;
}
