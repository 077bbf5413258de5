import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Draft, isElementOf } from '../../src/transform/draft.js';
import { markHead } from '../../src/transform/table-heads.js';
import { runs } from '../runs.js';

/** A table of a body alone, its head marked; words between asterisks are in italics. */
function marked(rows: readonly (readonly string[])[]): Draft {
  const cellOf = (words: string): Draft => ({
    name: 'td',
    attributes: {},
    children: words.split(/(?=\*)/).flatMap(italics),
  });
  const made = rows.map((row): Draft => ({ name: 'tr', attributes: {}, children: row.map(cellOf) }));
  const table: Draft = { name: 'table', attributes: {}, children: [{ name: 'tbody', attributes: {}, children: made }] };
  markHead(table);
  return table;
}

function italics(words: string): (Draft | string)[] {
  if (words === '' || words === '*') return [];
  return [words.startsWith('*') ? { name: 'em', attributes: {}, children: [words.slice(1)] } : words];
}

/** The words of the cells below some elements. */
function cellsOf(node: Draft | string): string[] {
  if (typeof node === 'string') return [];
  return /^t[dh]$/.test(node.name) ? [wordsOf(node)] : node.children.flatMap(cellsOf);
}

function headOf(rows: readonly (readonly string[])[]): readonly string[] {
  return marked(rows).children.flatMap((part) => (isElementOf(part, 'thead') ? cellsOf(part) : []));
}

function wordsOf(node: Draft | string): string {
  return typeof node === 'string' ? node : node.children.map(wordsOf).join('');
}

const bare = (words: string): string => words.replaceAll('*', '');

const sentence =
  'Transmits the telegram from the Legation with the request that the Department take no action upon it.';

describe('the first row of a table', () => {
  it.each([
    [
      'words above numbers',
      [
        ['Date and number', 'Subject', 'Page'],
        ['1914 Aug. 3', sentence, '1'],
        ['Aug. 7', 'None', '12'],
      ],
    ],
    [
      'years above numbers',
      [
        ['', '1953', '1954'],
        ['Imports', '400', '500'],
        ['Exports', '12', '1,800'],
      ],
    ],
    [
      'what is set off',
      [
        ['*State*', '“*Defense*'],
        ['yes', 'no'],
        ['no', 'yes'],
      ],
    ],
    [
      'an empty corner',
      [
        ['', 'United Kingdom'],
        ['Communiqué', 'Pertinent language'],
        ['Agreement', 'Other'],
      ],
    ],
    [
      'short words above sentences',
      [
        ['Your Key Goals', 'Response'],
        [sentence, sentence],
      ],
    ],
  ])('is its head: %s', (_, rows) => {
    expect(headOf(rows)).toEqual(rows[0]?.map(bare));
  });

  it.each([
    [
      'of participants',
      [
        ['Participants:', 'Mr. Rusk'],
        ['', 'Mr. Lovett'],
        ['', 'Mr. Nolting'],
      ],
    ],
    [
      'of numbers without a head',
      [
        ['Army', '566,960'],
        ['Navy', '16,680'],
        ['Total', '630,000'],
      ],
    ],
    [
      'that has no number',
      [
        ['Other', 'none'],
        ['Navy', '16,680'],
        ['Total', '630,000'],
      ],
    ],
    [
      'of names',
      [
        ['Thos. Ryan', 'Joseph H. Choate'],
        ['James M. Beck', 'W. H. King'],
      ],
    ],
    [
      'over the whole table',
      [
        ['*Democrats*', '', ''],
        ['a', 'b', 'c'],
        ['d', 'e', 'f'],
      ],
    ],
    [
      'where all is in italics',
      [
        ['*a*', '*b*'],
        ['*c*', '*d*'],
      ],
    ],
  ])('is no head: %s', (_, rows) => expect(headOf(rows)).toEqual([]));

  it('as the head or not, keeps all words in their order', () => {
    const words = fc.constantFrom('', 'Men', '1,200', '—', sentence, '*State*', '1954');
    fc.assert(
      fc.property(fc.array(fc.array(words, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
        expect(cellsOf(marked(rows))).toEqual(rows.flat().map(bare));
      }),
      { numRuns: runs(300) },
    );
  });
});
