import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Block, Cell, Inline, NoteBody, PageContent, Paragraph } from '../../src/model/page-content.js';
import { bundledFonts } from '../../src/press/font-files.js';
import { type PressOptions, print } from '../../src/press/press.js';

const words = (text: string): Inline => ({ type: 'text', text });
const call = (note: string): Inline => ({ type: 'call', note, label: note, id: `${note}-ref` });
const text = (...inlines: readonly Inline[]): Paragraph => ({ type: 'paragraph', role: 'text', inlines });
const head = (...inlines: readonly Inline[]): Paragraph => ({
  type: 'paragraph',
  role: 'head-document',
  level: 2,
  inlines,
});

const SENTENCE =
  'The Ambassador said that his Government attributed the greatest importance to a decision of this character. ';
const filler = (sentences: number): Paragraph => text(words(SENTENCE.repeat(sentences)));

function note(id: string, sentences = 1): NoteBody {
  return {
    id,
    label: id,
    blocks: [text({ type: 'note-label', note: id, label: id }, words(SENTENCE.repeat(sentences)))],
  };
}

function book(blocks: readonly Block[], notes: readonly NoteBody[] = []): PageContent {
  const document = { kind: 'document', id: 'd1', title: 'One', number: '1', blocks, parts: [] } as const;
  const chapter = { kind: 'chapter', id: 'ch1', title: 'Chapter', blocks: [], parts: [document] } as const;
  return {
    lang: 'en',
    volume: 'v',
    title: 'Title & more',
    runningTitle: 'Title',
    date: '2001',
    parts: [chapter],
    notes,
  };
}

function printed(blocks: readonly Block[], notes: readonly NoteBody[] = [], more: Partial<PressOptions> = {}) {
  const { value, diagnostics } = print(book(blocks, notes), { fonts: bundledFonts(), file: 'v.xml', ...more });
  if (value === undefined) throw new Error('nothing printed');
  return { ...value, diagnostics };
}

/** All streams of a PDF, inflated, in the order of the file. */
function streamsOf(pdf: Uint8Array): string[] {
  const file = Buffer.from(pdf);
  const out: string[] = [];
  for (let at = file.indexOf('stream\n'); at >= 0; at = file.indexOf('stream\n', at + 7)) {
    const end = file.indexOf('\nendstream', at);
    const bytes = file.subarray(at + 7, end);
    if (bytes[0] === 0x78) out.push(inflateSync(bytes).toString('latin1'));
    at = end;
  }
  return out;
}

const cell = (...inlines: readonly Inline[]): Cell => ({
  blocks: [text(...inlines)],
  columns: 1,
  rows: 1,
  header: false,
});
const table = (rows: readonly (readonly Cell[])[], headRows = 0): Block => ({
  type: 'table',
  caption: [],
  headRows,
  rows,
});
const called = (i: number, at: number): Inline[] => [words('value '), ...(i === at ? [call('1')] : [])];
const many = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));

/** Where notes are called from, besides paragraphs. */
const callers: [string, Block[]][] = [
  ['in a heading that is kept with the text after it', [filler(36), head(words('1. Letter'), call('1')), filler(9)]],
  [
    'in a cell of a table',
    [
      filler(10),
      table(
        many(70, (i) => [cell(words(`Row ${i}`)), cell(...called(i, 40))]),
        1,
      ),
    ],
  ],
  [
    'in an item of a list',
    [{ type: 'list', kind: 'simple', items: many(60, (i) => [text(words(SENTENCE), ...called(i, 43))]) }],
  ],
  [
    'in a dateline',
    [head(words('1. Letter')), { type: 'paragraph', role: 'dateline', inlines: [words('Here'), call('1')] }, filler(4)],
  ],
  ['in a signature', [filler(40), { type: 'paragraph', role: 'signed', inlines: [words('Rusk'), call('1')] }]],
];

describe('the printed book', () => {
  it('holds all words and notes, without faults', () => {
    const { report, diagnostics, drawn } = printed([head(words('1. Letter'), call('1')), filler(30)], [note('1')]);
    expect(diagnostics).toEqual([]);
    expect(report).toMatchObject({ notes: 1, faults: [] });
    expect(drawn.timesOf('1')).toBe(1);
  });

  it('is the same file every time', () => {
    const make = () => printed([head(words('1. Letter'), call('1')), filler(30)], [note('1')]).pdf;
    expect(Buffer.from(make()).equals(Buffer.from(make()))).toBe(true);
  });

  it.each(callers)('sets a note called %s on the page of its call', (_, blocks) => {
    const { report, diagnostics } = printed(blocks, [note('1', 3)]);
    expect(diagnostics).toEqual([]);
    expect(report.notes).toBe(1);
    expect(report.faults.filter((fault) => fault.what === 'call-away-from-note')).toEqual([]);
  });

  it('sets a paragraph of 14,000 characters without an overfull line, a widow or an orphan', () => {
    const { report, diagnostics } = printed([filler(Math.ceil(14_000 / SENTENCE.length))]);
    expect(diagnostics).toEqual([]);
    expect(report.faults).toEqual([]);
    expect(report.pages).toBeGreaterThan(4);
  });

  it('ends no page with a divided word', () => {
    const { report } = printed(many(60, (i) => text(words(SENTENCE.slice(i).repeat(4 + (i % 5))))));
    expect(report.hyphens).toBeGreaterThan(5);
    expect(report.pages).toBeGreaterThan(5);
    expect(report.faults).toEqual([]);
  });

  it('parts two calls that stand side by side', () => {
    const { drawn, pdf } = printed([text(words('Word'), call('1'), call('2'))], [note('1'), note('2')]);
    expect(drawn.timesOf('2')).toBe(1);
    const xs = [
      ...streamsOf(pdf)
        .join('\n')
        .matchAll(/\/Link <<\/MCID \d+>> BDC BT[\s\S]*?1 0 0 1 ([\d.]+) /g),
    ].map((found) => Number(found[1]));
    expect((xs[1] ?? 0) - (xs[0] ?? 0)).toBeGreaterThan(5);
  });

  it('breaks a word wider than the line', () => {
    const { report, diagnostics } = printed([text(words(`x ${'ABCDEFGHIJ'.repeat(30)} y`))]);
    expect(diagnostics).toEqual([]);
    expect(report.faults).toEqual([]);
  });

  it('carries a note longer than two pages', () => {
    const { report, diagnostics } = printed([text(words(SENTENCE), call('1')), filler(30)], [note('1', 110)]);
    expect(diagnostics).toEqual([]);
    expect(report.divided).toBeGreaterThanOrEqual(2);
    expect(report.faults.filter((fault) => fault.what !== 'underfull-page')).toEqual([]);
  });

  it('sets 46 columns within the measure', () => {
    const rows = many(20, () => many(46, (i) => cell(words(String(1900 + i)))));
    const { diagnostics, report, pdf } = printed([table(rows, 1)]);
    expect(diagnostics).toEqual([]);
    // No line reaches beyond the measure: the table is parted by columns.
    expect(report.faults).toEqual([]);
    const numbers = streamsOf(pdf).join('\n').match(/TJ$/gm)?.length ?? 0;
    expect(numbers).toBeGreaterThan(20 * 46);
  });

  it('takes characters that the text face lacks from the fallback face', () => {
    expect(printed([text(words('The group ℍ and more.'))]).diagnostics).toEqual([]);
  });

  it('reports a character that no face has, with its place', () => {
    const { diagnostics } = printed([text(words('A stray \u{1F600} here.'))]);
    expect(diagnostics.map(({ code }) => code)).toContain('PR001');
    expect(diagnostics.find(({ code }) => code === 'PR001')?.message).toContain('U+1F600');
  });

  it('sets a note that nothing calls at the foot of the last page, and says so', () => {
    const { diagnostics, drawn } = printed([filler(2)], [note('9')]);
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([['PR021', 'warning']]);
    expect(drawn.timesOf('9')).toBe(1);
  });

  it('says which words go over the edge of a page', () => {
    // Deep in lists, nothing is left of the measure.
    const deep: Paragraph = { ...text(words('Far within')), role: 'list-item', depth: 40 };
    const found = printed([filler(3), deep]).diagnostics.map(({ code, message }) => `${code} ${message}`);
    expect(found).toEqual(['PR024 On page 1 of the PDF, words of d1 go over the edge of the page, at “Fa”.']);
  });

  it('sets the heading of an index that has no entries', () => {
    const blocks: Block[] = [head(words('Index')), { type: 'list', kind: 'index', items: [] }];
    const index = { kind: 'index', id: 'i1', title: 'Index', blocks, parts: [] } as const;
    const { diagnostics } = print({ ...book([]), parts: [index] }, { fonts: bundledFonts(), file: 'v.xml' });
    expect(diagnostics).toEqual([]);
  });

  it('is tagged: document, headings, paragraphs, notes and links', () => {
    const { pdf } = printed([head(words('1. Letter'), call('1')), filler(3)], [note('1')]);
    const file = Buffer.from(pdf).toString('latin1');
    for (const type of ['Document', 'Sect', 'H2', 'P', 'Note', 'Reference', 'Lbl', 'Link'])
      expect(file, type).toContain(`/S /${type}\n`);
    expect(file).toContain('/Marked true');
    expect(file).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(file).toContain('Title &amp; more');
  });

  it('sets a picture as a figure, with the words that stand for it', () => {
    // One black pixel.
    const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==';
    const figure: Block = {
      type: 'figure',
      image: Buffer.from(png, 'base64'),
      alternative: 'Map of Laos',
      caption: [{ type: 'paragraph', role: 'caption', inlines: [words('Laos in 1961.')] }],
    };
    const { pdf, diagnostics } = printed([filler(3), figure, filler(3)]);
    expect(diagnostics).toEqual([]);
    const file = Buffer.from(pdf).toString('latin1');
    expect(file).toMatch(/\/S \/Figure\n\/Alt \(Map of Laos\)\n\/A <<\n\/O \/Layout\n\/Placement \/Block\n\/BBox \[/);
    expect(streamsOf(pdf).some((page) => /\/Figure <<\/MCID \d+>> BDC[\s\S]*? Do[\s\S]*?EMC/.test(page))).toBe(true);
  });

  it('draws all text inside marked content', () => {
    const { pdf } = printed([head(words('1. Letter'), call('1')), filler(50)], [note('1')]);
    const pages = streamsOf(pdf).filter((stream) => stream.includes('TJ'));
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) {
      let depth = 0;
      for (const line of page.split('\n')) {
        if (/ BDC( BT)?$/.test(line)) depth++;
        if (/TJ$/.test(line)) expect(depth).toBe(1);
        if (/EMC$/.test(line)) depth--;
      }
    }
  });

  it('draws the words of a line in one operation where they have one style', () => {
    const { pdf, report } = printed([filler(30)]);
    const operations = streamsOf(pdf)
      .join('\n')
      .split('\n')
      .filter((line) => line.endsWith('TJ')).length;
    expect(operations).toBeLessThan(report.lines + 10);
  });

  it('gives a printer page boxes and crop marks, and no links', () => {
    const { pdf } = printed([head(words('1. Letter'), call('1')), filler(3)], [note('1')], {
      bleed: 9,
      cropMarks: true,
      links: false,
      tagged: false,
    });
    const file = Buffer.from(pdf).toString('latin1');
    expect(file).toContain('/TrimBox [27 27 468 693]');
    expect(file).toContain('/BleedBox [18 18 477 702]');
    expect(file).toContain('/MediaBox [0 0 495 720]');
    expect(file).not.toContain('/Subtype /Link');
  });
});
