import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classOf, hashOf, WORD, wordsOf } from '../../src/encode/regions/second/line-words.js';
import { runs } from '../runs.js';

/** What lines are made of: letters of Latin and others, figures, the signs inside words and between them, and what no line should have. */
const sign = fc.oneof(
  fc.constantFrom(..."aBcXz09 .’'-–—“”…,:;\t\u00a0éÉßžд中\u0301\u0001\u0002\u0003\u2003½"),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
);

describe('the words of a line', () => {
  it('are those that the pattern of words finds, whatever characters stand between them', () => {
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 24 }), (signs) => {
        const text = signs.join('');
        const found = [...text.matchAll(WORD)];
        const hashes = found.map(({ 0: word, index }) => hashOf(text, index, index + word.length));
        expect(wordsOf(text)).toEqual({
          hashes: hashes.slice(0, 9),
          last: hashes.at(-1) ?? 0,
          count: found.length,
          titled: found.filter(([word]) => classOf(word.charCodeAt(0)) === 1).length,
        });
      }),
      { numRuns: runs(2000) },
    );
  });
});
