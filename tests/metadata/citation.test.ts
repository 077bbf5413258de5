import { describe, expect, it } from 'vitest';
import type { Agent } from '../../src/metadata/bibliography.js';
import { chicagoBibliography, chicagoNote } from '../../src/metadata/citation/chicago.js';
import { type Citation, type Cited, plainCitation } from '../../src/metadata/citation/cited.js';
import { mla } from '../../src/metadata/citation/mla.js';
import { shortenedLast } from '../../src/metadata/pages-cited.js';

const person = (given: string, family: string): Agent => ({
  kind: 'person',
  name: `${given} ${family}`,
  given,
  family,
  ids: [],
});
const [humphrey, sampson] = [person('David C.', 'Humphrey'), person('Charles S.', 'Sampson')];
const book: Cited['book'] = {
  title: 'Foreign Relations of the United States, 1964–1968, Volume XIV, Soviet Union',
  editors: [humphrey, sampson],
  place: 'Washington',
  publisher: 'United States Government Printing Office',
  year: '2001',
};
const letter: Cited = {
  title: 'Letter From Secretary of State Rusk to Acting Attorney General Katzenbach',
  author: person('Dean', 'Rusk'),
  place: 'Washington',
  date: { when: '1964-11-19' },
  number: '73',
  pages: { first: '180', last: '181' },
  book,
};
/** Italics between asterisks. */
const shown = (citation: Citation): string =>
  citation.map((piece) => (typeof piece === 'string' ? piece : `*${piece.italic}*`)).join('');
const all = (cited: Cited): readonly string[] =>
  [chicagoNote, chicagoBibliography, mla].map((write) => shown(write(cited)));

/** Worked from The Chicago Manual of Style, 17th ed. (14.30, 14.76, 14.103, 14.108, 14.111), and the MLA Handbook, 9th ed. (5.3–5.99). */
const EXAMPLES: readonly (readonly [what: string, cited: Cited, citations: readonly [string, string, string]])[] = [
  [
    'a letter in a volume of two editors',
    letter,
    [
      '“Letter From Secretary of State Rusk to Acting Attorney General Katzenbach,” Washington, November 19, 1964, in *Foreign Relations of the United States, 1964–1968, Volume XIV, Soviet Union*, ed. David C. Humphrey and Charles S. Sampson (Washington: United States Government Printing Office, 2001), doc. 73, 180–81.',
      '“Letter From Secretary of State Rusk to Acting Attorney General Katzenbach.” Washington, November 19, 1964. In *Foreign Relations of the United States, 1964–1968, Volume XIV, Soviet Union*, edited by David C. Humphrey and Charles S. Sampson, doc. 73, 180–81. Washington: United States Government Printing Office, 2001.',
      'Rusk, Dean. “Letter From Secretary of State Rusk to Acting Attorney General Katzenbach.” 19 Nov. 1964. *Foreign Relations of the United States, 1964–1968, Volume XIV, Soviet Union*, edited by David C. Humphrey and Charles S. Sampson, United States Government Printing Office, 2001, doc. 73, pp. 180-81.',
    ],
  ],
  [
    'the volume alone',
    { book, address: 'https://example.org/v14/' },
    [
      'David C. Humphrey and Charles S. Sampson, eds., *Foreign Relations of the United States, 1964–1968, Volume XIV, Soviet Union* (Washington: United States Government Printing Office, 2001), https://example.org/v14/.',
      'Humphrey, David C., and Charles S. Sampson, eds. *Foreign Relations of the United States, 1964–1968, Volume XIV, Soviet Union*. Washington: United States Government Printing Office, 2001. https://example.org/v14/.',
      'Humphrey, David C., and Charles S. Sampson, editors. *Foreign Relations of the United States, 1964–1968, Volume XIV, Soviet Union*. United States Government Printing Office, 2001, example.org/v14/.',
    ],
  ],
  [
    'a title with quotation marks and a question, of no known author and date, in a volume of four editors',
    {
      title: 'What Is “Détente”?',
      pages: { first: '7', last: '7' },
      book: {
        title: 'Papers',
        editors: [humphrey, sampson, person('Ann', 'Roe'), person('S. Everett, Jr.', 'Gleason')],
        year: '1999',
      },
      address: 'https://doi.org/10.5072/x',
    },
    [
      '“What Is ‘Détente’?,” in *Papers*, ed. David C. Humphrey et al. (1999), 7, https://doi.org/10.5072/x.',
      '“What Is ‘Détente’?” In *Papers*, edited by David C. Humphrey, Charles S. Sampson, Ann Roe, and S. Everett Gleason, Jr., 7. 1999. https://doi.org/10.5072/x.',
      '“What Is ‘Détente’?” *Papers*, edited by David C. Humphrey et al., 1999, p. 7, https://doi.org/10.5072/x.',
    ],
  ],
  [
    'what is known of a bare text',
    { title: 'Notes of a Meeting.', date: { from: '1962-09', to: '1962-10' }, book: { title: 'A Diary', editors: [] } },
    [
      '“Notes of a Meeting,” September 1962–October 1962, in *A Diary*.',
      '“Notes of a Meeting.” September 1962–October 1962. In *A Diary*.',
      '“Notes of a Meeting.” Sept. 1962–Oct. 1962. *A Diary*.',
    ],
  ],
  [
    'an edition of one editor from a body without a place',
    { book: { title: 'Who Lost China?', editors: [humphrey], publisher: 'A Press', year: '1951' } },
    [
      'David C. Humphrey, ed., *Who Lost China?* (A Press, 1951).',
      'Humphrey, David C., ed. *Who Lost China?* A Press, 1951.',
      'Humphrey, David C., editor. *Who Lost China?* A Press, 1951.',
    ],
  ],
];

describe('the styles of citations', () => {
  it.each(EXAMPLES)('write %s', (_, cited, citations) => {
    expect(all(cited)).toEqual(citations);
  });

  it('are plain words without the italics', () => {
    expect(plainCitation(mla(letter))).toBe(all(letter)[2]?.replaceAll('*', ''));
  });
});

describe('the last page of a range', () => {
  it.each([
    // The examples of The Chicago Manual of Style, 17th ed., 9.61.
    ['3', '10', '10', '10'],
    ['71', '72', '72', '72'],
    ['96', '117', '117', '117'],
    ['100', '104', '104', '04'],
    ['1100', '1113', '1113', '13'],
    ['101', '108', '8', '08'],
    ['808', '833', '33', '33'],
    ['1103', '1104', '4', '04'],
    ['321', '328', '28', '28'],
    ['498', '532', '532', '532'],
    ['1087', '1089', '89', '89'],
    ['1496', '1500', '500', '500'],
    ['11564', '11615', '615', '615'],
    ['xii', 'xiv', 'xiv', 'xiv'],
    ['[4]', '[6]', '[6]', '[6]'],
  ])('%s–%s is shortened to %s, and %s in the style of MLA', (first, last, chicago, own) => {
    expect([shortenedLast(first, last, 'chicago'), shortenedLast(first, last, 'mla')]).toEqual([chicago, own]);
  });
});
