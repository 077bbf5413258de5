import { describe, expect, it } from 'vitest';
import { PartedWords } from '../../src/encode/page/parted-words.js';

const words = new PartedWords([
  { text: 'The Anglo-American talks and the cease-fire were discussed at Narsarssuak with the wharfinger.' },
]);

/** What becomes of `head-` and `tail`: the word, with a question mark where it is in doubt. */
function read(parted: string): string {
  const [head = '', tail = '', chain] = parted.split('|');
  const { joins, isSure } = words.join(head, tail, chain !== undefined);
  return `${head}${joins ? '' : '-'}${tail}${isSure ? '' : '?'}`;
}

describe('words that the end of a line parts', () => {
  it.each([
    ['govern|ment', 'government'],
    ['with|out', 'without'],
    ['under|stand', 'understand'],
    ['re|port', 'report'],
    ['re|covery', 'recovery'],
    ['retroac|tively', 'retroactively'],
    ['AC|TION', 'ACTION'],
    // The text has the word.
    ['Narsars|suak', 'Narsarssuak'],
    ['wharf|inger', 'wharfinger'],
    ['cease|fire', 'cease-fire'],
    ['Anglo|American', 'Anglo-American'],
    // The parts are words and the whole is none.
    ['nuclear|armed', 'nuclear-armed'],
    ['ex|minister', 'ex-minister'],
    ['non|aligned', 'non-aligned'],
    ['mid|fifties', 'mid-fifties'],
    ['self|defense', 'self-defense'],
    ['Sino|soviet', 'Sino-soviet'],
    ['Port|au|', 'Port-au'],
    // Nobody can tell from the words alone.
    ['re|sign', 're-sign?'],
    ['re|form', 're-form?'],
  ])('%s', (parted, expected) => {
    expect(read(parted)).toBe(expected);
  });
});
