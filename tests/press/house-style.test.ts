import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HouseStyle, houseStyles } from '../../src/model/house-style.js';
import type { Block, Inline, NoteBody, PageContent } from '../../src/model/page-content.js';
import { readPrintDress } from '../../src/pipeline/print-style.js';
import { bundledFonts } from '../../src/press/font-files.js';
import { faultOfFont, lacksOf } from '../../src/press/font-rights.js';
import { print } from '../../src/press/press.js';
import { runs } from '../runs.js';
import { textOfPdf } from './pdf-text.js';

const words = (text: string): Inline => ({ type: 'text', text });
const SENTENCE =
  "The Ambassador said that his Government's importance, in 1964, to NATO and its “negotiations” was greatest. ";
const text = (...inlines: readonly Inline[]): Block => ({ type: 'paragraph', role: 'text', inlines });
const calls = [1, 2, 3].map((n): Inline => ({ type: 'call', note: `n${n}`, label: String(n) }));
const notes = [1, 2, 3].map(
  (n): NoteBody => ({
    id: `n${n}`,
    label: String(n),
    blocks: [text({ type: 'note-label', note: `n${n}`, label: String(n) }, words(SENTENCE.repeat(3)))],
  }),
);
const head = (role: 'head-document' | 'head-chapter' | 'head-part', title: string): Block => ({
  type: 'paragraph',
  role,
  level: 1,
  inlines: [words(title)],
});
const entries = Array.from(
  { length: 9 },
  (_, i): Block => ({ type: 'paragraph', role: 'index-entry', inlines: [words(`Entry ${i}`)] }),
);

const content: PageContent = {
  lang: 'en',
  volume: 'v',
  title: 'T',
  runningTitle: 'A Volume',
  parts: [
    {
      kind: 'contents',
      id: 'toc',
      title: 'Contents',
      parts: [],
      blocks: [
        {
          type: 'paragraph',
          role: 'contents-entry',
          inlines: [words('Chapter'), { type: 'leader' }, { type: 'page-number', target: 'ch1', text: '' }],
        },
      ],
    },
    {
      kind: 'chapter',
      id: 'ch1',
      title: 'Chapter',
      blocks: [
        head('head-chapter', 'Chapter'),
        { type: 'paragraph', role: 'text', inlines: [{ type: 'anchor', id: 'ch1' }] },
      ],
      parts: [
        {
          kind: 'document',
          id: 'd1',
          number: '1',
          date: '1964-01-03',
          title: 'One',
          parts: [],
          blocks: [
            head('head-document', '1. Letter'),
            text(words(SENTENCE.repeat(9)), ...calls),
            text(words(SENTENCE.repeat(24))),
          ],
        },
      ],
    },
    { kind: 'index', id: 'index', title: 'Index', blocks: [head('head-chapter', 'Index'), ...entries], parts: [] },
  ],
  notes,
};

function printed(style: HouseStyle) {
  const { value, diagnostics } = print(content, { fonts: bundledFonts(style.face), file: 'v.xml', style });
  if (value === undefined) throw new Error('nothing printed');
  expect(diagnostics).toEqual([]);
  expect(value.report.faults.filter(({ what }) => what !== 'underfull-page')).toEqual([]);
  return value;
}

const { chancery } = houseStyles;
const plain = printed(chancery);
/** What is drawn, without the identifier of the file, which the style is part of. */
const drawn = (pdf: Uint8Array): string =>
  Buffer.from(pdf)
    .toString('latin1')
    .replace(/\/ID \[.*\]/, '');

/** Every option, with another value; what is decided before the press is tested where that is made. */
const others: readonly [string, HouseStyle][] = [
  ['page.size', { ...chancery, page: { size: 'A5', margins: {} } }],
  ...(['top', 'inner', 'outer', 'bottom'] as const).map((side): [string, HouseStyle] => [
    `page.margins.${side}`,
    { ...chancery, page: { ...chancery.page, margins: { [side]: 90 } } },
  ]),
  ['face', { ...chancery, face: 'eb-garamond' }],
  ...(
    [
      { size: 11 },
      { leading: 14 },
      { indent: 0 },
      { lines: 'ragged' },
      { hyphenation: false },
      { hangingPunctuation: true },
      { figures: 'old-style' },
      { capitals: 'small' },
      { apostrophes: 'curly' },
    ] as const
  ).map((text): [string, HouseStyle] => [
    `text.${Object.keys(text)[0]}`,
    { ...chancery, text: { ...chancery.text, ...text } },
  ]),
  ...([{ align: 'left' }, { documents: 'center' }, { weight: 'regular' }] as const).map(
    (heads): [string, HouseStyle] => [
      `heads.${Object.keys(heads)[0]}`,
      { ...chancery, heads: { ...chancery.heads, ...heads } },
    ],
  ),
  ...([{ titles: 'roman' }, { numbers: false }, { dates: true }] as const).map((said): [string, HouseStyle] => [
    `running-heads.${Object.keys(said)[0]}`,
    { ...chancery, runningHeads: { ...chancery.runningHeads, ...said } },
  ]),
  ...([{ size: 8 }, { leading: 9.5 }, { columns: 2 }, { rule: 'full' }, { rule: 'none' }] as const).map(
    (said): [string, HouseStyle] => [
      `notes.${Object.keys(said)[0]}`,
      { ...chancery, notes: { ...chancery.notes, ...said } },
    ],
  ),
  ...([{ size: 8 }, { leading: 10 }, { columns: 3 }] as const).map((said): [string, HouseStyle] => [
    `index.${Object.keys(said)[0]}`,
    { ...chancery, index: { ...chancery.index, ...said } },
  ]),
  ['contents.leaders', { ...chancery, contents: { leaders: 'none' } }],
];

describe('the options of a house style', () => {
  it.each(others)('%s does something, and loses nothing', (_, style) => {
    expect(drawn(printed(style).pdf)).not.toBe(drawn(plain.pdf));
  });

  it.each(Object.entries(houseStyles))('the style %s sets a whole book', (_, style) => {
    expect(printed(style).report.notes).toBe(3);
  });

  it('curly apostrophes are the press’s: the words of the volume are compared as they are', () => {
    const { pdf } = printed({ ...chancery, text: { ...chancery.text, apostrophes: 'curly' } });
    const said = textOfPdf(pdf)
      .map(({ text }) => text)
      .join('');
    expect(said).toContain('Government’s');
    expect(said).not.toContain("Government's");
  });

  it('notes in two columns stand side by side', () => {
    const { pdf } = printed({ ...chancery, notes: { ...chancery.notes, columns: 2 } });
    const lefts = new Set(
      textOfPdf(pdf)
        .filter(({ text }) => /importance/.test(text))
        .map(({ x }) => Math.round(x / 50)),
    );
    expect(lefts.size).toBeGreaterThan(1);
  });
});

describe('a font of the house', () => {
  const font = (): Buffer => readFileSync(bundledFonts().text.regular);

  it('may be embedded, and has the letters of the text', () => {
    expect(faultOfFont(font())).toBeUndefined();
    expect(lacksOf(font())).toBe('');
  });

  it('is refused where its maker forbids to embed it, and where it is no font', () => {
    const forbidden = font();
    for (let i = 0; i < forbidden.readUInt16BE(4); i++)
      if (forbidden.toString('latin1', 12 + 16 * i, 16 + 16 * i) === 'OS/2')
        forbidden.writeUInt16BE(2, forbidden.readUInt32BE(12 + 16 * i + 8) + 8);
    expect(faultOfFont(forbidden)?.reason).toContain('forbids');
    expect(faultOfFont(Buffer.from('wOF2 and more'))?.reason).toContain('no TrueType');
  });

  it('may be large: faces of many scripts are', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'chancery-house-'));
    try {
      writeFileSync(join(folder, 'large.ttf'), Buffer.concat([font(), Buffer.alloc(4_000_000)]));
      const cuts = ['regular', 'italic', 'bold', 'bold-italic'].map((cut) => `${cut}: large.ttf`);
      writeFileSync(join(folder, 'print.yaml'), `face: { ${cuts.join(', ')} }\n`);
      const { diagnostics } = await readPrintDress(folder, { kind: 'folder' }, undefined, () => undefined);
      expect(diagnostics).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('is refused where it is cut anywhere', () => {
    const whole = font();
    // Behind the last table up to three bytes may be wanting, which only fill it up.
    fc.assert(
      fc.property(fc.oneof(fc.nat(2000), fc.nat(whole.length - 4)), (length) => {
        expect(faultOfFont(whole.subarray(0, length))?.reason).toContain('not whole');
      }),
      { numRuns: runs(100) },
    );
  });
});
