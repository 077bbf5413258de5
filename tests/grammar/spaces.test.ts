import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSpaceCode, wordsOf } from '../../src/grammar/spaces.js';
import { runs } from '../runs.js';

describe('white space', () => {
  it('is what regular expressions take for it', () => {
    const codes = Array.from({ length: 0x10000 }, (_, code) => code);
    expect(codes.filter(isSpaceCode)).toEqual(codes.filter((code) => /\s/.test(String.fromCharCode(code))));
  });

  it('parts words as a pattern does, whatever stands between them', () => {
    const sign = fc.constantFrom('a', 'B.', ' ', '  ', '\t', '\u00a0', '\n', '—');
    fc.assert(
      fc.property(fc.array(sign), (signs) => {
        const text = signs.join('');
        expect(wordsOf(text)).toEqual(text.split(/\s+/));
      }),
      { numRuns: runs(200) },
    );
  });
});
