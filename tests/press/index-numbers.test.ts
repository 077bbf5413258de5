import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Inline, PageContent, PageNumber, Paragraph } from '../../src/model/page-content.js';
import { headingOf } from '../../src/press/continued-entries.js';
import { bundledFonts } from '../../src/press/font-files.js';
import { locatorsOf } from '../../src/press/locators.js';
import { print } from '../../src/press/press.js';
import { runs } from '../runs.js';
import { textOfPdf } from './pdf-text.js';

const number = (target: string, more: Partial<PageNumber> = {}): PageNumber => ({
  type: 'page-number',
  target,
  text: target,
  ...more,
});

/** The numbers as they are printed, of pages that are said. */
function printedNumbers(
  numbers: readonly PageNumber[],
  pages: Readonly<Record<string, readonly [number, number]>>,
): string {
  const locators = locatorsOf(numbers, {
    pagesOf: ({ target }) => {
      const [first, last] = pages[target] ?? [];
      return first === undefined || last === undefined ? undefined : { first, last };
    },
    folioAt: String,
    mentionsOf: () => [],
  });
  return numbers
    .filter((of) => locators.get(of)?.isPrinted)
    .map((of) => `${of.before ?? ''}${locators.get(of)?.text}${of.suffix?.text ?? ''}`)
    .join('');
}

describe('the numbers of an entry', () => {
  const comma = { before: ', ' };
  const n = { suffix: { text: 'n' } };

  it.each([
    ['ranges that run into one another are one', [number('a'), number('b', comma)], { a: [4, 6], b: [6, 8] }, '4–8'],
    ['what is printed is not printed again', [number('a'), number('b', comma)], { a: [4, 4], b: [4, 4] }, '4'],
    ['the indexer’s two pages stay two', [number('a'), number('b', comma)], { a: [4, 4], b: [5, 5] }, '4, 5'],
    [
      'pages of this edition that touch are one range',
      [number('a', { text: '' }), number('b', { ...comma, text: '' })],
      { a: [4, 4], b: [5, 5] },
      '4–5',
    ],
    ['a note is no page', [number('a', n), number('b', comma)], { a: [4, 4], b: [4, 4] }, '4n, 4'],
    ['one note is named once', [number('a', n), number('b', { ...comma, ...n })], { a: [4, 4], b: [4, 4] }, '4n'],
    ['a page that the volume has not stays', [number('a'), number('b', comma)], { a: [4, 4] }, '4, b'],
  ] as const)('%s', (_, numbers, pages, printed) => {
    expect(printedNumbers(numbers, pages as never)).toBe(printed);
  });

  it('name every page that is meant, and none twice in the order of the pages', () => {
    const span = fc
      .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 3 }))
      .map(([first, more]) => [first, first + more] as const);
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 12 }), fc.boolean(), (spans, isOurs) => {
        const sorted = spans.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
        const pages = Object.fromEntries(sorted.map((pair, i) => [`p${i}`, pair]));
        const numbers = sorted.map((_, i) =>
          number(`p${i}`, { ...(i > 0 ? comma : {}), ...(isOurs ? { text: '' } : {}) }),
        );
        const said = printedNumbers(numbers, pages)
          .split(', ')
          .flatMap((part) => {
            const [first = 0, last = first] = part.split('–').map(Number);
            return Array.from({ length: last - first + 1 }, (_, k) => first + k);
          });
        const meant = new Set(
          sorted.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, k) => first + k)),
        );
        expect(new Set(said)).toEqual(meant);
        if (isOurs) expect(said).toHaveLength(meant.size);
      }),
      { numRuns: runs(200) },
    );
  });
});

const words = (text: string): Inline => ({ type: 'text', text });
const SENTENCE =
  'The Ambassador said that his Government attributed the greatest importance to a decision of this character. ';

/** A book of one page of the source that takes several pages here, and an index. */
function book(text: readonly Inline[], index: readonly Block[]): PageContent {
  const paragraph: Paragraph = { type: 'paragraph', role: 'text', inlines: text };
  const part = { number: '1', parts: [] };
  return {
    lang: 'en',
    volume: 'v',
    title: 'T',
    runningTitle: 'T',
    parts: [
      { ...part, kind: 'document', id: 'd1', title: 'One', blocks: [paragraph] },
      { kind: 'index', id: 'index', title: 'Index', blocks: index, parts: [] },
    ],
    notes: [
      {
        id: 'n1',
        label: '1',
        blocks: [
          {
            type: 'paragraph',
            role: 'text',
            inlines: [{ type: 'note-label', note: 'n1', label: '1' }, words('Ratification of the treaty.')],
          },
        ],
      },
    ],
  };
}

const entry = (depth: number, ...inlines: readonly Inline[]): Paragraph => ({
  type: 'paragraph',
  role: 'index-entry',
  inlines,
  ...(depth > 0 ? { depth } : {}),
});

function pagesOf(pdf: Uint8Array): string[] {
  const pages: string[] = [];
  for (const { text, page } of textOfPdf(pdf)) pages[page] = (pages[page] ?? '') + text;
  return Array.from(pages, (text) => text ?? '').slice(1);
}

describe('an index of pages of the source', () => {
  const source: Inline = { type: 'source-page', n: '1', id: 'pg_1' };
  const about = (said: string, more: Partial<PageNumber> = {}): Inline => number('pg_1', { about: [said], ...more });
  const made = (index: readonly Block[]) => {
    const text = [
      source,
      words(SENTENCE.repeat(30)),
      words('Dobrynin negotiated. '),
      words(SENTENCE.repeat(45)),
      { type: 'call', note: 'n1', label: '1' } as const,
      words(SENTENCE),
    ];
    const { value, diagnostics } = print(book(text, index), { fonts: bundledFonts(), file: 'v.xml' });
    if (value === undefined) throw new Error('nothing printed');
    expect(diagnostics).toEqual([]);
    return pagesOf(value.pdf);
  };

  it('has the page of the word, or of the note, and both where the words are on neither', () => {
    const pages = made([
      entry(0, words('Dobrynin, Anatoliy, '), about('Dobrynin, Anatoliy, ')),
      entry(0, words('Negotiations, '), about('Negotiations, ')),
      entry(0, words('Treaty, '), about('Treaty, ', { suffix: { text: 'n' } })),
      entry(0, words('Zebras, '), about('Zebras, ')),
    ]);
    const at = (sought: string): number => pages.findIndex((page) => page.includes(sought)) + 1;
    const index = pages.at(-1) ?? '';
    expect(index).toContain(`Dobrynin, Anatoliy, ${at('Dobrynin negotiated')}`);
    expect(index).toMatch(new RegExp(`Negotiations, ${at('negotiated')}(?!\\d|–)`));
    expect(index).toContain(`Treaty, ${at('Ratification')}n`);
    expect(index).toMatch(/Zebras, 1–[23]/);
  });

  it('says at the head of a column what goes on there, once, and no word of the volume is lost or doubled', () => {
    const subentries = Array.from({ length: 140 }, (_, i) => entry(1, words(`subject ${i}`)));
    const text = made([entry(0, words('Dobrynin, Anatoliy F.')), ...subentries]).join('\n');
    expect(text.match(/Dobrynin, Anatoliy F\.—Continued/g)).toHaveLength(3);
    expect(text.match(/subject 77(?!\d)/g)).toHaveLength(1);
  });

  it('repeats no heading that would fill the column', () => {
    const subentries = Array.from({ length: 140 }, (_, i) => entry(1, words(`subject ${i}`)));
    const text = made([entry(0, words('Conferences of ministers. '.repeat(90))), ...subentries]).join('\n');
    expect(text).not.toContain('Continued');
  });
});

describe('the heading that is said again', () => {
  const heading = (...inlines: readonly Inline[]): string => headingOf(entry(0, ...inlines));

  it.each([
    ['Germany. See Berlin', 'Germany'],
    ['Germany, see also Berlin', 'Germany'],
    ['Germany (see Berlin)', 'Germany'],
    ['Tanks; see armor', 'Tanks'],
    ['U.S.S.R. See Soviet Union', 'U.S.S.R.'],
    ['Vatican: see Holy See', 'Vatican'],
    ['See also Berlin', ''],
    ['Holy See, relations', 'Holy See, relations'],
    ['See, Holy', 'See, Holy'],
    ['See It Now (broadcast)', 'See It Now (broadcast)'],
    ['Rome, See of', 'Rome, See of'],
  ])('of “%s” is “%s”', (said, printed) => expect(heading(words(said))).toBe(printed));

  it('ends before “see” in italics also where no mark stands before it', () => {
    const see: Inline = { type: 'text', text: 'see also', style: { italic: true } };
    expect(heading(words('Adenauer '), see, words(' Germany'))).toBe('Adenauer');
  });

  it('has all its words, whatever letters they are of', () => {
    const syllables = fc.array(fc.constantFrom('see', 'see', 'ten', 'ad', 'lis', 'for', 'saw'), { minLength: 1 });
    const word = syllables.map((all) => all.join('')).filter((one) => one !== 'see');
    const name = word.map((one) => one.charAt(0).toUpperCase() + one.slice(1));
    const said = fc.array(fc.oneof(word, name), { minLength: 1, maxLength: 5 }).map((all) => all.join(' '));
    const reference = fc.constantFrom('', '. See also Berlin', ', see Berlin', ' (see also Berlin)', '. See Berlin');
    fc.assert(
      fc.property(said, reference, (said, reference) => {
        expect(heading(words(said + reference))).toBe(said);
      }),
      { numRuns: runs(200) },
    );
  });
});
