import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Cell, Inline, PageContent, Table } from '../../src/model/page-content.js';
import { tailOf } from '../../src/press/figures.js';
import { bundledFonts } from '../../src/press/font-files.js';
import { print } from '../../src/press/press.js';
import { StructureElement, StructureTree } from '../../src/press/structure.js';
import { structureOf } from '../../src/press/structuring.js';
import { type FitCell, fitColumns } from '../../src/press/table-widths.js';
import { runs } from '../runs.js';
import { anyTables } from './any-table.js';
import { type PdfText, textOfPdf } from './pdf-text.js';

const text = (words: string): Inline => ({ type: 'text', text: words });
const cell = (words: string, more: Partial<Cell> = {}): Cell => ({
  blocks: [{ type: 'paragraph', role: 'cell', inlines: [text(words)] }],
  columns: 1,
  rows: 1,
  header: false,
  ...more,
});
const tableOf = (rows: readonly (readonly string[])[], headRows = 0, title?: string): Table => ({
  type: 'table',
  caption: title === undefined ? [] : [{ type: 'paragraph', role: 'head-table', inlines: [text(title)] }],
  headRows,
  rows: rows.map((row, r) => row.map((words) => cell(words, { header: r < headRows }))),
});

const lines = (count: number): Block => ({
  type: 'paragraph',
  role: 'text-flush',
  inlines: Array.from({ length: count }, (_, i) => [text(`line${i}`), { type: 'line-break' } as const]).flat(),
});

function bookOf(blocks: readonly Block[]): PageContent {
  const part = { kind: 'document', id: 'd1', title: 'A document', blocks, parts: [] } as const;
  return { lang: 'en', volume: 'v', title: 'T', runningTitle: 'T', parts: [part], notes: [] };
}

/** The text of a book's pages, each piece with its place. */
function textsOf(blocks: readonly Block[]): readonly PdfText[] {
  const { value, diagnostics } = print(bookOf(blocks), { fonts: bundledFonts(), file: 'v.xml' });
  expect(diagnostics).toEqual([]);
  return textOfPdf(value?.pdf ?? new Uint8Array());
}

const where = (texts: readonly PdfText[], words: string): PdfText => {
  const found = texts.find((one) => one.text.trim() === words);
  if (found === undefined) throw new Error(`${words} is not printed`);
  return found;
};

/** The elements of a type, from an element down. */
function elementsOf(element: StructureElement, type: string): readonly StructureElement[] {
  const inside = element.kids.flatMap((kid) => (kid instanceof StructureElement ? elementsOf(kid, type) : []));
  return element.type === type ? [element, ...inside] : inside;
}

describe('tables of any kind', () => {
  it('are set with every word and note, within the measure, and as tables for a reader of the tags', () => {
    fc.assert(
      fc.property(anyTables, (content) => {
        const { value, diagnostics } = print(content, { fonts: bundledFonts(), file: 'v.xml' });
        expect(diagnostics.filter(({ severity, code }) => severity === 'error' || code === 'PR023')).toEqual([]);
        expect(value?.report.faults.filter(({ what }) => what === 'overfull-line')).toEqual([]);
      }),
      { numRuns: runs(5) },
    );
  });

  it('have as many cells in each row of the structure tree, each place of the table covered once', () => {
    fc.assert(
      fc.property(anyTables, (content) => {
        const tree = new StructureTree({} as never);
        structureOf(content, tree);
        for (const table of elementsOf(tree.root, 'Table')) expectRegular(table);
        for (const item of elementsOf(tree.root, 'L').flatMap(({ kids }) => kids as StructureElement[]))
          expect(['LI', 'Caption']).toContain(item.type);
      }),
      { numRuns: runs(200) },
    );
  });
});

/** No row of a table, tables within it apart, has a place that no cell covers, or two do. */
function expectRegular(table: StructureElement): void {
  const parts = table.kids.filter((kid): kid is StructureElement => kid instanceof StructureElement);
  const rows = parts.flatMap((part) => (part.type === 'Caption' ? [] : (part.kids as StructureElement[])));
  const covered = rows.map(() => 0);
  for (const [r, row] of rows.entries())
    for (const cell of row.kids as StructureElement[]) {
      const { ColSpan = 1, RowSpan = 1 } = (cell.entries['A'] ?? {}) as { ColSpan?: number; RowSpan?: number };
      for (let down = r; down < r + RowSpan; down++) covered[down] = (covered[down] ?? 0) + ColSpan;
    }
  expect(new Set(covered).size).toBeLessThanOrEqual(1);
}

describe('the figures of a column', () => {
  it('stand with units below units, what hangs beyond them', () => {
    const head = ['Country', 'Sum of the year'];
    const rows = [
      ['Cuba', '1.25'],
      ['Peru', '(3.5)'],
      ['Chile', '1,250'],
      ['Haiti', '12½'],
      ['Panama', '7*'],
    ];
    const texts = textsOf([tableOf([head, ...rows], 1)]);
    const ends = (words: string, of: string): number => where(texts, words).x - where(texts, of).x;
    // The comma and three figures more: so much further to the left begins what has as much after its units.
    expect(ends('7*', '12½')).toBeGreaterThan(0);
    expect(ends('7*', '1.25')).toBeCloseTo(0, 1);
    expect(ends('1.25', '1,250')).toBeGreaterThan(10);
  });

  const tail = (words: string): string | undefined => {
    const made = tailOf({ type: 'paragraph', role: 'cell', inlines: [text(words)] })?.inlines[0];
    return made?.type === 'text' ? made.text : undefined;
  };

  it.each([
    ['1,250.75', '.75'],
    ['(300)', ')'],
    ['12½ %', '½ %'],
    ['17', undefined],
    ['1,000', undefined],
    ['4.5*', '.5*'],
  ])('of %s hang %s', (words, hanging) => expect(tail(words)).toBe(hanging));
});

describe('the columns of a table', () => {
  it('share the room so that the table is no higher than with equal columns', () => {
    const words = fc.array(fc.integer({ min: 4, max: 60 }), { minLength: 1, maxLength: 20 });
    const cells = fc.array(words, { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1, maxLength: 6 }), fc.integer({ min: 0, max: 200 }), (rows, more) => {
        const count = Math.max(...rows.map((row) => row.length));
        const columns = Array.from({ length: count }, (_, c) => ({
          min: Math.max(4, ...rows.map((row) => Math.max(0, ...(row[c] ?? [])))),
          max: Math.max(4, ...rows.map((row) => (row[c] ?? []).reduce((sum, width) => sum + width, 0))),
        }));
        const fitted = rows.map((row) =>
          row.map((words, column): FitCell => ({ column, heightIn: (width) => linesOf(words, width), isLabel: false })),
        );
        const room = columns.reduce((sum, { min }) => sum + min, 0) + more;
        const widths = fitColumns(columns, fitted, room);
        const height = (of: readonly number[]): number =>
          fitted.reduce((sum, row) => sum + Math.max(...row.map((one) => one.heightIn(of[one.column] ?? 0))), 0);
        expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(room + 0.01);
        for (const [i, { min }] of columns.entries()) expect(widths[i]).toBeGreaterThanOrEqual(min - 0.01);
        const equal = columns.map(({ min }) => min + more / count);
        expect(height(widths)).toBeLessThanOrEqual(height(equal) * 1.15 + 1);
      }),
      { numRuns: runs(200) },
    );
  });

  it('are fitted in a time that grows with the cells, not with the pairs of columns', () => {
    const sizes = fc.tuple(fc.integer({ min: 8, max: 40 }), fc.integer({ min: 2, max: 40 }), fc.integer());
    fc.assert(
      fc.property(sizes, ([count, high, seed]) => {
        let asked = 0;
        const rows = Array.from({ length: high }, (_, row) =>
          Array.from({ length: count }, (_, column): FitCell => {
            const area = 100 + (Math.abs(seed + 7919 * row * column) % 3000);
            const heightIn = (width: number): number => {
              asked++;
              return Math.ceil(area / width);
            };
            return { column, isLabel: column === 0, heightIn };
          }),
        );
        const columns = Array.from({ length: count }, () => ({ min: 8, max: 3000 }));
        fitColumns(columns, rows, 40 * count);
        // Sixty moves and three steps, in each of which a column is measured narrower and wider; and once at first.
        expect(asked).toBeLessThanOrEqual(count * high * (2 * 63 + 1));
      }),
      { numRuns: runs(20) },
    );
  });
});

function linesOf(words: readonly number[], width: number): number {
  let count = 1;
  let at = 0;
  for (const word of words) {
    if (at > 0 && at + word > width) {
      count++;
      at = 0;
    }
    at += word;
  }
  return count;
}

describe('a table over pages', () => {
  const rows = (count: number): string[][] => Array.from({ length: count }, (_, i) => [`row${i}`, String(i)]);

  it('is whole where it is short', () => {
    for (const before of [34, 36, 38, 40]) {
      const texts = textsOf([lines(before), tableOf(rows(6)), lines(20)]);
      const pages = new Set(rows(6).map(([label = '']) => where(texts, label).page));
      expect(pages.size).toBe(1);
    }
  });

  it('goes on below its title, “Continued”, and its head; a row that heads others does not end a page', () => {
    const body = Array.from({ length: 90 }, (_, i) => (i % 6 === 0 ? [`group${i}`, ''] : [`row${i}`, String(i)]));
    const texts = textsOf([lines(10), tableOf([['Land', 'Men'], ...body], 1, 'Strength'), lines(5)]);
    const pages = new Set(texts.filter(({ text }) => /^row\d/.test(text)).map(({ page }) => page));
    const heads = texts.filter(({ text }) => text.trim() === 'Land').map(({ page }) => page);
    const titles = texts.filter(({ text }) => text.startsWith('—Continued')).map(({ page }) => page);
    expect(pages.size).toBeGreaterThan(1);
    expect(new Set(heads)).toEqual(pages);
    expect(titles).toEqual([...pages].slice(1));
    for (const [i, [label = '']] of body.entries())
      if (label.startsWith('group')) expect(where(texts, label).page).toBe(where(texts, `row${i + 1}`).page);
  });
});

describe('a table of many rows', () => {
  it.each([
    ['its head is taller than a page', 70, 110, 'Title'],
    ['its head fills half a page', 22, 90, 'Title'],
    // Its head goes on without it.
    ['its title is as tall as a page', 1, 90, 'A long title of a table. '.repeat(200)],
  ])('stands on its pages where %s', (_, headRows, count, title) => {
    const rows = Array.from({ length: count }, (_, i) => [`row${i}`, String(i)]);
    // Nothing is found: not that a word is missing, nor that one goes over the edge of its page.
    const texts = textsOf([lines(10), tableOf(rows, headRows, title), lines(5)]);
    const pages = new Set(texts.filter(({ text }) => /^row/.test(text)).map(({ page }) => page));
    for (let i = 0; i < count; i++)
      expect(texts.filter(({ text }) => text.trim() === `row${i}`)).toHaveLength(
        headRows === 1 && i === 0 ? pages.size : 1,
      );
  });
});

describe('an empty column of a table', () => {
  it('is left out, and told; words over several columns stay', () => {
    const rows: Cell[][] = [
      [cell('over all', { columns: 3 })],
      [cell('a'), { ...cell(''), blocks: [] }, cell('b')],
      [cell('c'), cell(' '), cell('d')],
    ];
    const table: Table = { type: 'table', caption: [], headRows: 0, rows };
    const { value, diagnostics } = print(bookOf([table]), { fonts: bundledFonts(), file: 'v.xml' });
    expect(diagnostics.map(({ code }) => code)).toEqual(['PR025']);
    expect(diagnostics[0]?.message).toContain('1 column of a table of d1');
    const texts = textOfPdf(value?.pdf ?? new Uint8Array()).map(({ text }) => text.trim());
    for (const words of ['over all', 'a', 'b', 'c', 'd']) expect(texts).toContain(words);
  });
});
