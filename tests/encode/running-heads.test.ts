import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode } from '../../src/encode/encode.js';
import { SourceFile } from '../../src/model/source-file.js';
import { runs } from '../runs.js';

/** How verso and recto of a book print the number of a page and the words beside it. */
const HEADS: Readonly<Record<string, (n: number) => string>> = {
  'number outside, capitals': (n) =>
    n % 2 === 0 ? `${n}          FOREIGN RELATIONS, 1941, VOLUME I` : `          THE PORTS               ${n}`,
  'other words': (n) => (n % 2 === 0 ? `${n}     DOCUMENTS ON HARBORS` : `     CRANES AND DREDGERS     ${n}`),
  'one blank': (n) => (n % 2 === 0 ? `${n} DOCUMENTS ON HARBORS` : `CRANES AND DREDGERS ${n}`),
  'in small letters': (n) => (n % 2 === 0 ? `${n}  Foreign Relations, 1958–1960, Volume IV` : `The Ports  ${n}`),
  'the same on every page': (n) => `Harbor Affairs   ${n}`,
  'a number alone': (n) => `${n}`,
  'a number in dashes': (n) => `                    - ${n} -`,
};

/** What a page ends with, what the next goes on with, and both in one. */
const TURNS: readonly (readonly [foot: string, top: string, whole: string])[] = [
  [
    'and that nothing is to be said before the end of the',
    'month to anybody in the harbor.',
    'of the month to anybody',
  ],
  [
    'and that nothing is to be said before he has come to Lon-',
    'don with the papers of the yard.',
    'come to London with the papers',
  ],
  [
    'and that nothing is to be said to anybody but Mr.',
    'Sapt, who has the papers of the yard.',
    'but Mr. Sapt, who has',
  ],
];

const NOTES = ['1 Dated May 2.', '2 Not printed.', '3 At Brest.'];

interface Book {
  readonly head: string;
  readonly first: number;
  readonly turn: number;
  readonly hasNotes: boolean;
  readonly isParted: boolean;
}

const books = fc
  .record({
    head: fc.constantFrom(...Object.keys(HEADS)),
    first: fc.integer({ min: 2, max: 1200 }),
    turn: fc.nat(TURNS.length - 1),
    hasNotes: fc.boolean(),
    isParted: fc.boolean(),
  })
  // Numbers alone are known by sentences that go on below them; a name there does not show it.
  .filter(({ head, turn }) => turn < 2 || !head.startsWith('a number'));

function printed({ head, first, turn, hasNotes, isParted }: Book): string {
  const headOf = HEADS[head] as (n: number) => string;
  const call = (n: number): string => (hasNotes ? String(n) : '');
  const notes = (n: number): readonly string[] => (hasNotes ? ['__________', NOTES[n - 1] as string] : []);
  const [foot, top] = TURNS[turn] as (typeof TURNS)[number];
  const apart = isParted ? [''] : [];
  return [
    headOf(first),
    '',
    '14. Telegram From the Embassy in France to the Department of State',
    '',
    'Paris, May 3, 1963, 7 p.m.',
    '',
    `4411. The Minister told me today that the letter was not sent,${call(1)} and that the`,
    'cranes will not be bought. The yards will be open again when the ice has gone',
    foot,
    ...apart,
    ...notes(1),
    '',
    headOf(first + 1),
    '',
    top,
    ...apart,
    `He added that the yards${call(2)} would be closed on Monday, when the board meets to`,
    'read the letters of the captains, and that the pilots would be asked to come to',
    'the quay for as long as the board is in the house and the ice on the river.',
    ...apart,
    ...notes(2),
    '',
    headOf(first + 2),
    '',
    `He had nothing else to say.${call(3)}`,
    '',
    'Bohlen',
    ...notes(3),
  ].join('\n');
}

describe('the heads of printed pages', () => {
  it('begin their pages and are no text, and sentences go on below them', () => {
    fc.assert(
      fc.property(books, (book) => {
        const { value = [], diagnostics } = encode(new SourceFile('book.txt', printed(book)), {});
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(value).toHaveLength(1);
        const { tei = '' } = value[0] ?? {};
        const pages = [...tei.matchAll(/<pb n="(\d+)"/g)].map(([, n]) => Number(n));
        expect(pages).toEqual([book.first, book.first + 1, book.first + 2]);
        expect(tei).toContain('<head>14. Telegram From the');
        expect(tei).toContain('<signed><persName>Bohlen</persName></signed>');
        expect([...tei.matchAll(/<note /g)]).toHaveLength(book.hasNotes ? 3 : 0);
        const text = tei.slice(tei.indexOf('<body>')).replace(/<note .*?<\/note>|<fw\b.*?<\/fw>|<pb[^>]*>/gs, '');
        const words = text.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');
        expect(words).toContain((TURNS[book.turn] as (typeof TURNS)[number])[2]);
      }),
      { numRuns: runs(60) },
    );
  });
});

describe('what looks like the head of a page', () => {
  const texts: Readonly<Record<string, readonly string[]>> = {
    'rows of a table': [
      'Wheat          180',
      'Corn           181',
      'Barley         182',
      'Oats           183',
      'Total          726',
    ],
    'items of an agenda': [
      '1   CRANES',
      '',
      'Nobody spoke.',
      '',
      'Nothing was decided.',
      '',
      'It was noted.',
      '',
      '2   PILOTS',
      '',
      'The same.',
    ],
    'numbered paragraphs': [
      '1    The letter was not sent.',
      '',
      '2    The cranes will not be bought.',
      '',
      '3    The pilots are asked to wait.',
    ],
    'a list of ships': [
      'AURORA   12',
      '',
      'Bought in May.',
      '',
      'Sold in June.',
      '',
      'Sunk.',
      '',
      'BRITANNIA   13',
      '',
      'Kept.',
    ],
  };
  it.each(Object.keys(texts))('stays in the text: %s', (name) => {
    const text = [
      '14. Telegram From the Embassy in France to the Department of State',
      '',
      'Paris, May 3, 1963, 7 p.m.',
      '',
      '4411. The Minister gave me this list, which he said was complete:',
      '',
      ...(texts[name] ?? []),
    ].join('\n');
    const { value = [], diagnostics } = encode(new SourceFile('list.txt', text), {});
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(value[0]?.tei).not.toMatch(/<pb|<fw/);
  });
});
