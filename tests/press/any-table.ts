import fc from 'fast-check';
import type { Block, Cell, Inline, NoteBody, PageContent, Paragraph, Table } from '../../src/model/page-content.js';

const text = (text: string): Inline => ({ type: 'text', text });
const cellOf = (...inlines: readonly Inline[]): Paragraph => ({ type: 'paragraph', role: 'cell', inlines });

const names = fc.constantFrom(
  'Guatemala',
  'United Kingdom',
  'Hungary (including the missions)',
  'Total',
  'Regional Conference of Latin American Agriculture (Mexico City)',
);
const sentences = fc.constantFrom(
  'Transmits the telegram from the Legation (text printed), with the request that the Department take no action.',
  'No change.',
  'Respond positively to, but do not now stimulate, initiatives to participate more actively in the defense of interests in the Far East, so long as they are of use to our security, and report.',
);
const figures = fc.constantFrom('1,200', '17', '(300)', '—', '', '4.25', '$14.5', '12½', '9%', '1,250.75', '…', '8*');

/** What the cells of a column hold. */
const kinds = fc.constantFrom<fc.Arbitrary<string>>(
  names,
  sentences,
  figures,
  figures,
  fc.constantFrom('May 1951', 'Aug. 3 (186)'),
  fc.constant(''),
);

/** Places of notes, in the order in which they are called; each is called once. */
interface Counter {
  notes: number;
}

const special = fc.constantFrom<'call' | 'list' | 'pairs' | 'table' | 'two' | 'quotation' | 'none'>(
  'call',
  'list',
  'pairs',
  'table',
  'two',
  'quotation',
  'none',
);

/** The blocks of a cell with some words, in a form of its own. */
function blocksOf(words: string, form: string, count: Counter): readonly Block[] {
  switch (form) {
    case 'call':
      return [cellOf(text(words), { type: 'call', note: `n${count.notes++}`, label: String(count.notes) })];
    case 'list':
      return [
        cellOf(text(words)),
        {
          type: 'list',
          kind: 'numbered',
          items: ['1.', '2.'].map((mark) => [
            { type: 'paragraph', role: 'numbered-item', label: [text(mark)], inlines: [text(words)] } as const,
          ]),
        },
      ];
    case 'pairs':
      return [{ type: 'list', kind: 'simple', items: [[cellOf(text(words))], [], [cellOf(text('second'))]] }];
    case 'table':
      return [
        {
          type: 'table',
          caption: [],
          headRows: 0,
          rows: [
            [plain('within'), plain('3')],
            [plain(words), plain('4')],
          ],
        },
      ];
    case 'two':
      return [cellOf(text(words)), cellOf({ type: 'source-page', n: '7' }, text('and so on'))];
    case 'quotation':
      return [{ type: 'group', role: 'quotation', blocks: [cellOf(text(words))] }];
    default:
      return words === '' ? [] : [cellOf(text(words))];
  }
}

function plain(words: string): Cell {
  return { blocks: [cellOf(text(words))], columns: 1, rows: 1, header: false };
}

const span = fc.oneof({ weight: 12, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.constantFrom(2, 3, 100) });

/** A table of columns each of its kind, with heads, short rows, spans, groups, and cells of every form; some longer than a page, some wider. */
const drawn = fc
  .record({
    columns: fc.oneof(
      { weight: 6, arbitrary: fc.array(kinds, { minLength: 1, maxLength: 6 }) },
      { weight: 1, arbitrary: fc.array(kinds, { minLength: 10, maxLength: 18 }) },
    ),
    rows: fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 1, max: 9 }) },
      { weight: 1, arbitrary: fc.constantFrom(30, 70) },
    ),
    headRows: fc.constantFrom(0, 0, 1, 1, 2),
    caption: fc.boolean(),
  })
  .chain(({ columns, rows, ...rest }) => {
    const cells = columns.map((words) =>
      fc.record({
        words,
        form: fc.oneof({ weight: 10, arbitrary: fc.constant('none') }, { weight: 1, arbitrary: special }),
        columns: span,
        rows: span,
      }),
    );
    const row = fc.record({
      cells: fc.tuple(...cells),
      shape: fc.oneof({ weight: 8, arbitrary: fc.constant('full') }, fc.constantFrom('short', 'group', 'empty')),
    });
    return fc.record({
      rows: fc.array(row, { minLength: rows, maxLength: rows }),
      headRows: fc.constant(rest.headRows),
      caption: fc.constant(rest.caption),
    });
  });

type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

function tableOf({ rows, headRows, caption }: Drawn, count: Counter): Table {
  const head = headRows < rows.length ? headRows : 0;
  return {
    type: 'table',
    caption: caption
      ? [{ type: 'paragraph', role: 'head-table', inlines: [text(`Table ${count.notes}, as it stands`)] }]
      : [],
    headRows: head,
    rows: rows.map(({ cells: whole, shape }, r) => {
      if (shape === 'empty') return [];
      const cells = shape === 'full' ? whole : whole.slice(0, shape === 'group' ? 1 : Math.ceil(whole.length / 2));
      const made = cells.map(
        ({ words, form, columns, rows }): Cell => ({
          blocks: blocksOf(words, form, count),
          columns,
          rows,
          header: r < head,
        }),
      );
      return shape === 'group' ? made.map((cell) => ({ ...cell, columns: whole.length })) : made;
    }),
  };
}

/** Books of some tables of all kinds between paragraphs, some of them in a note. */
export const anyTables: fc.Arbitrary<PageContent> = fc.array(drawn, { minLength: 1, maxLength: 4 }).map((tables) => {
  const count: Counter = { notes: 0 };
  const made = tables.map((table) => tableOf(table, count));
  const between = (): Paragraph => ({
    type: 'paragraph',
    role: 'text',
    inlines: [text('The tables follow. '.repeat(9))],
  });
  const head: Paragraph = { type: 'paragraph', role: 'head-chapter', level: 1, inlines: [text('Tables')] };
  const called = count.notes;
  const notes = Array.from({ length: called }, (_, i): NoteBody => {
    const label: Inline = { type: 'note-label', note: `n${i}`, label: String(i + 1) };
    const body: Block[] = [{ type: 'paragraph', role: 'text', inlines: [label, text('See the table above.')] }];
    const inner = i === 0 ? tables.slice(0, 1).map((table) => withoutCalls(tableOf(table, { notes: 0 }))) : [];
    return { id: `n${i}`, label: String(i + 1), blocks: [...body, ...inner] };
  });
  return {
    lang: 'en',
    volume: 'v',
    title: 'Tables',
    runningTitle: 'Tables',
    parts: [
      {
        kind: 'chapter',
        id: 'ch1',
        title: 'Tables',
        blocks: [head, ...made.flatMap((table): Block[] => [between(), table]), between()],
        parts: [],
      },
    ],
    notes,
  };
});

/** A table for a note that calls none. */
function withoutCalls(table: Table): Table {
  const rows = table.rows.map((row) =>
    row.map((cell) => ({
      ...cell,
      blocks: cell.blocks.map((block) =>
        block.type === 'paragraph' ? { ...block, inlines: block.inlines.filter(({ type }) => type !== 'call') } : block,
      ),
    })),
  );
  return { ...table, rows };
}
