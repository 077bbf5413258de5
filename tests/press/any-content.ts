import fc from 'fast-check';
import { houseStyles } from '../../src/model/house-style.js';
import type {
  Block,
  Cell,
  Figure,
  Inline,
  NoteBody,
  PageContent,
  Paragraph,
  Part,
} from '../../src/model/page-content.js';
import { typographyOf } from '../../src/press/typography.js';

/** A picture of one grey point, as PNG. Those that a volume gives are without transparency when the press gets them. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
);

const roles = Object.keys(typographyOf(houseStyles.chancery).styles) as Paragraph['role'][];
/** Words that typesetting stumbles over, besides plain ones. */
const words = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('the', 'Ambassador', 'said', 'international', '1964', 'U.S.', 'non-aligned'),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '\u2003\u2003',
      '\u00a0\u00a0\u00a0',
      '\u200b',
      '\u200d',
      '\u00ad',
      '\u0085',
      '\ufeff',
      '-',
      '—',
      '?',
      '/',
      '…',
      'fi\u200cne',
      'e\u0301',
      '║',
      '→',
      '✓',
      '∑',
      'x²',
      'ə',
      'Việt',
      'Ὀδυσσεύς',
      'Россия',
      'שלום',
      'السلام',
      '毛泽东',
      'まもなく',
      '대한민국',
      '😀',
      '\u{10fffd}',
      'https://example.org/a/very-long/path.html?query=1&more=2',
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom('W'.repeat(200), 'a-'.repeat(80), 'a'.repeat(120), '汉字'.repeat(150)) },
);
const flags = fc.record(
  {
    italic: fc.boolean(),
    bold: fc.boolean(),
    smallCaps: fc.boolean(),
    underline: fc.boolean(),
    strike: fc.boolean(),
    superior: fc.boolean(),
    inferior: fc.boolean(),
  },
  { requiredKeys: [] },
);
const text = fc
  .record({
    words: fc.array(words, { maxLength: 8 }),
    style: fc.option(flags, { nil: undefined }),
    join: fc.constantFrom(' ', '', '\u2003', '\n '),
  })
  .map(
    ({ words, style, join }): Inline => ({
      type: 'text',
      text: words.join(join),
      ...(style === undefined ? {} : { style }),
    }),
  );

/** How many notes a book may call; a note calls only later ones, or itself no matter. */
export const NOTES = 8;
const calls = fc
  .record({ note: fc.nat(NOTES - 1), label: fc.constantFrom('1', '12', '*', '') })
  .map(({ note, label }): Inline => ({ type: 'call', note: `n${note}`, label }));
const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 8, arbitrary: text },
  { weight: 2, arbitrary: calls },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Inline>(
      { type: 'line-break' },
      { type: 'anchor', id: 'a1' },
      { type: 'anchor', id: 'pg_IV ' },
      { type: 'source-page', n: '3', id: 'pg_3' },
      { type: 'source-page', n: '' },
      { type: 'text', text: 'https://example.org/one/two', url: 'https://example.org/one/two' },
      { type: 'text', text: 'see', target: 'a1' },
      { type: 'page-number', target: 'a1', text: '17' },
    ),
  },
);

const inlines = fc.oneof(
  { weight: 30, arbitrary: fc.array(inline, { maxLength: 3 }) },
  {
    weight: 1,
    arbitrary: text.map((one): Inline[] => (one.type === 'text' ? [{ ...one, text: `${one.text} `.repeat(40) }] : [])),
  },
);
const paragraph = fc
  .record(
    {
      role: fc.constantFrom(...roles),
      inlines,
      label: fc.array(text, { maxLength: 2 }),
      depth: fc.nat(10),
      level: fc.integer({ min: 1, max: 6 }),
    },
    { requiredKeys: ['role', 'inlines'] },
  )
  .map((made): Paragraph => ({ type: 'paragraph', ...made }));

const span = fc.oneof(
  { weight: 6, arbitrary: fc.constant(1) },
  { weight: 3, arbitrary: fc.integer({ min: 2, max: 4 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 40, 1000, 100_000, 1e12) },
);

const { block } = fc.letrec<{ block: Block; cell: Cell; table: Block }>((tie) => {
  const blocks = fc.array(tie('block'), { maxLength: 2 });
  const cell = fc.record(
    {
      blocks,
      columns: span,
      rows: span,
      header: fc.boolean(),
      align: fc.constantFrom('left' as const, 'right' as const, 'center' as const),
    },
    { requiredKeys: ['blocks', 'columns', 'rows', 'header'] },
  );
  const plainCell = paragraph.map((block): Cell => ({ blocks: [block], columns: 1, rows: 1, header: false }));
  return {
    cell,
    table: fc
      .record({
        caption: fc.array(paragraph, { maxLength: 2 }),
        rows: fc.oneof(
          { weight: 8, arbitrary: fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 3 }) },
          { weight: 1, arbitrary: fc.array(fc.array(plainCell, { minLength: 20, maxLength: 40 }), { maxLength: 2 }) },
        ),
        headRows: fc.nat(3),
      })
      .map(
        ({ headRows, ...table }): Block => ({
          type: 'table',
          ...table,
          headRows: headRows < table.rows.length ? headRows : 0,
        }),
      ),
    block: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      { weight: 6, arbitrary: paragraph as fc.Arbitrary<Block> },
      {
        weight: 2,
        arbitrary: fc.array(blocks, { maxLength: 4 }).map((items): Block => ({ type: 'list', kind: 'simple', items })),
      },
      {
        weight: 2,
        arbitrary: fc
          .record({
            role: fc.constantFrom('attachment' as const, 'quotation' as const, 'postscript' as const, 'plain' as const),
            blocks,
          })
          .map((group): Block => ({ type: 'group', ...group })),
      },
      { weight: 3, arbitrary: tie('table') },
      {
        weight: 1,
        arbitrary: fc.record({ image: fc.constantFrom<Uint8Array | undefined>(DOT, undefined), caption: blocks }).map(
          ({ image, caption }): Figure => ({
            type: 'figure',
            alternative: 'A view',
            caption,
            ...(image === undefined ? {} : { image }),
          }),
        ),
      },
    ),
  };
});

function noteOf(id: string, blocks: readonly Block[]): NoteBody {
  const label: Inline = { type: 'note-label', note: id, label: id };
  const [first, ...rest] = blocks;
  if (first?.type === 'paragraph')
    return { id, label: id, blocks: [{ ...first, role: 'text', inlines: [label, ...first.inlines] }, ...rest] };
  return { id, label: id, blocks: [{ type: 'paragraph', role: 'text', inlines: [label] }, ...blocks] };
}

const kinds: readonly Part['kind'][] = [
  'titlepage',
  'front',
  'contents',
  'compilation',
  'chapter',
  'subchapter',
  'document',
  'section',
  'back',
  'index',
];
const part = fc
  .record({
    kind: fc.constantFrom(...kinds),
    blocks: fc.array(block, { maxLength: 3 }),
    inner: fc.array(fc.array(block, { maxLength: 3 }), { maxLength: 2 }),
  })
  .map(({ kind, blocks, inner }) => ({ kind, blocks, inner }));

/** Books of any blocks in one another, with notes of any blocks that call one another. */
export const anyContent: fc.Arbitrary<PageContent> = fc
  .record({
    parts: fc.array(part, { maxLength: 4 }),
    notes: fc.array(fc.array(block, { maxLength: 3 }), { minLength: NOTES, maxLength: NOTES }),
  })
  .map(({ parts, notes }) => ({
    lang: 'en',
    volume: 'v',
    title: 'Title',
    runningTitle: 'Title',
    parts: parts.map(
      ({ kind, blocks, inner }, i): Part => ({
        kind,
        id: `p${i}`,
        title: i % 2 === 0 ? 'A part' : '',
        blocks,
        parts: inner.map(
          (blocks, k): Part => ({
            kind: 'document',
            id: `p${i}d${k}`,
            title: 'A document',
            number: '1',
            blocks,
            parts: [],
          }),
        ),
      }),
    ),
    notes: notes.map((blocks, i) => noteOf(`n${i}`, blocks)),
  }));
