import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFileLine } from '../../src/grammar/file-line.js';
import { readHeading } from '../../src/grammar/heading.js';

const heading = fc.constantFrom(
  'The Ambassador in Utopia (Roe) to the Department of State',
  'Memorandum of Conversation, by the Secretary of State',
  'Mr. Roe to Mr. Doe.',
  'Sir J. Roe (Brest) to Mr. Doe',
  '73. Telegram From the Embassy in Utopia to the Department of State',
  'United States Delegation Minutes',
);

const office = fc.constantFrom(
  'PPS',
  'S/S–NSC',
  'HM',
  'Brest Embassy',
  'Roe',
  'Hickory–Doe',
  'Policy Planning Staff',
  'JCS',
);
const kept = fc.constantFrom('files', 'Files', 'papers', 'Papers', 'records', 'collection');
const lot = fc
  .tuple(
    fc.constantFrom('lot', 'Lot'),
    fc.integer({ min: 50, max: 90 }),
    fc.constantFrom(' D ', '–D', ' F '),
    fc.nat({ max: 999 }),
  )
  .map(([word, year, sign, number]) => `${word} ${year}${sign}${number}`);
const folder = fc.constantFrom('', ', “Cranes”', ', NSC 68 Series', ', CF 187', ': Telegram');
const decimal = fc
  .tuple(
    fc.integer({ min: 100, max: 899 }),
    fc.integer({ min: 10, max: 999 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 100, max: 3199 }),
    fc.constantFrom('', ': Telegram', ': Airgram'),
  )
  .map(([country, subject, month, day, genre]) => `${country}.${subject}/${month}–${day}${genre}`);
const signature = fc
  .tuple(
    fc.constantFrom('C ', 'WU ', 'FO ', 'DEA/', ''),
    fc.integer({ min: 10, max: 99_999 }),
    fc.integer({ min: 1, max: 999 }),
    fc.boolean(),
  )
  .map(([series, a, b, hasBrackets]) => (hasBrackets ? `[${series}${a}/${b}]` : `${series}${a}/${b}`))
  .filter((text) => !/^\d{1,2}\/\d{1,2}$/.test(text));

const fileLine = fc.oneof(
  decimal,
  signature,
  fc.tuple(office, kept).map((parts) => parts.join(' ')),
  fc.tuple(office, kept, lot, folder).map(([a, b, c, d]) => `${a} ${b}, ${c}${d}`),
  fc.tuple(fc.constantFrom('Truman Library', 'Eisenhower Library'), office, kept).map(([a, b, c]) => `${a}, ${b} ${c}`),
);

describe('a line that says where the paper is kept', () => {
  it('is one in every form, above any heading', () => {
    fc.assert(
      fc.property(fileLine, heading, (line, below) => {
        expect(isFileLine(line, below)).toBe(true);
      }),
    );
  });

  it('is no heading, no number, no marking and no sentence', () => {
    const others = [
      '73. Letter From Jane Roe to John Doe',
      'Memorandum From the Director of the Franklin Library to the Secretary of State',
      'No. 42',
      'Top secret',
      'Amaurot, March 3, 1951.',
      'The records were kept in the library.',
      '47. Telegram 950 from London, September 2. Confidential. 1 p. Department of State, Central Files, 711.5611/9–261.',
    ];
    for (const line of others) expect(isFileLine(line, 'Mr. Roe to Mr. Doe'), line).toBe(false);
  });
});

describe('headings of other series', () => {
  const names = (text: string): string[] =>
    readHeading(text).correspondents.map(({ type, span }) => `${type} ${text.slice(span.start, span.end)}`);

  it.each([
    ['Sir J. Roe (Brest) to Mr. Doe (Received 14 March, 9.5 p.m.)', ['from J. Roe', 'to Doe']],
    ['M. Muster to A. Elm (Washington)', ['from M. Muster', 'to A. Elm']],
    ['The Earl of Amaurot to Sir J. Roe (Berlin)', ['from Earl of Amaurot', 'to J. Roe']],
    ['Ambassador Muster, Brest, to the Federal Foreign Office', ['from Muster', 'to Federal Foreign Office']],
    ['Mr. Roe to Mr. Doe.', ['from Roe', 'to Doe']],
    [
      'Memorandum From Jane Roe and John Doe of the Harbor Board Staff to President Muster',
      ['from Jane Roe', 'from John Doe', 'to Muster'],
    ],
    [
      'Memorandum From Jane Roe, John Doe, and Pat Muster of the Staff to the Harbor Master (Elm)',
      ['from Jane Roe', 'from John Doe', 'from Pat Muster', 'to Elm'],
    ],
    ['The Ambassador in Utopia (Roe) to the Secretary of State', ['from Roe', 'to Secretary of State']],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});
