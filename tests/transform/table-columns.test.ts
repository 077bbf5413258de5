import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PivotElement, PivotNode } from '../../src/model/pivot.js';
import { SourceFile } from '../../src/model/source-file.js';
import { renderPivot } from '../../src/transform/pivot.js';
import { escapeXml } from '../../src/transform/xml.js';
import { runs } from '../runs.js';

/** The classes of a table's cells, row by row; rows are cells of text, or what stands in a `row`. */
function classesOf(rows: readonly (string | readonly string[])[], head?: readonly string[]): readonly string[][] {
  const cells = (texts: readonly string[]): string => texts.map((text) => `<cell>${escapeXml(text)}</cell>`).join('');
  const written = rows.map((row) => `<row>${typeof row === 'string' ? row : cells(row)}</row>`).join('');
  const top = head === undefined ? '' : `<row role="label">${cells(head)}</row>`;
  const source = new SourceFile(
    'v.xml',
    `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><div type="document" xml:id="d1"><table>${top}${written}</table></div></body></text></TEI>`,
  );
  const { value } = renderPivot(source);
  const made = value === undefined ? [] : all(value.body, 'tr');
  return made.map((row) =>
    row.children.flatMap((cell) => (typeof cell === 'string' ? [] : [cell.attributes['class'] ?? ''])),
  );
}

function all(node: PivotNode, name: string): readonly PivotElement[] {
  if (typeof node === 'string') return [];
  const inside = node.children.flatMap((child) => all(child, name));
  return node.name === name ? [node, ...inside] : inside;
}

describe('the columns of a table', () => {
  it('of numbers are marked, with their heads, and those that name the rows', () => {
    const rows = [
      ['Guatemala', '1,200', '$14.5', 'good'],
      ['Honduras', '(300)', '—', '3 ships'],
      ['Nicaragua', '12½', '9%', '17'],
    ];
    expect(classesOf(rows, ['Country', 'Men', 'Cost', 'State'])).toEqual(
      Array.from({ length: 4 }, () => ['first-column', 'figures', 'figures', '']),
    );
  });

  it('are not taken for numbers where words are', () => {
    expect(
      classesOf([
        ['a', '1947 treaty'],
        ['b', 'No. 7'],
        ['c', '12'],
      ]).flat(),
    ).toEqual(['', '', '', '', '', '']);
    // One number is no column of them; nor are dashes alone.
    expect(
      classesOf([
        ['a', '7'],
        ['b', 'x'],
      ]).flat(),
    ).not.toContain('figures');
    expect(
      classesOf([
        ['a', '—'],
        ['b', '…'],
      ]).flat(),
    ).not.toContain('figures');
  });

  it('are found below spans', () => {
    const rows = [
      '<cell rows="2">Army</cell><cell>officers</cell><cell>12</cell>',
      '<cell>men</cell><cell>340</cell>',
      '<cell>Navy</cell><cell>men</cell><cell>80</cell>',
      '<cell cols="3">7</cell>',
    ];
    expect(classesOf(rows)).toEqual([
      ['first-column', '', 'figures'],
      ['', 'figures'],
      ['first-column', '', 'figures'],
      [''],
    ]);
  });

  it('are marked in any table without one word or cell becoming another', () => {
    const text = fc.oneof(fc.constantFrom('', '—', '12', '1,000', '$ 5', 'Total', '(3)'), fc.string({ maxLength: 8 }));
    const table = fc.array(fc.array(text, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, (rows) => {
        const classes = classesOf(rows);
        expect(classes.map((row) => row.length)).toEqual(rows.map((row) => row.length));
        for (const row of classes) expect(row[0]).not.toContain('figures');
      }),
      { numRuns: runs(60) },
    );
  });
});
