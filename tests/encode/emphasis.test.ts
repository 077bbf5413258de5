import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findEmphasis, withoutEmphasis } from '../../src/encode/page/emphasis.js';
import { runs } from '../runs.js';

/** The same in one pattern, which goes to the end of its line from each sign that nothing closes. */
const EMPHASIS =
  /(~~|(?<!\*)\*\*(?=[^\s*])|(?<!_)__(?=[^\s_])|(?<![\w*])\*(?=[^\s*])|(?<![\w_])_(?=[^\s_]))(.+?)(~~|(?<=[^\s*])\*\*(?!\*)|(?<=[^\s_])__(?!_)|(?<=[^\s*])\*(?![\w*])|(?<=[^\s_])_(?![\w_]))/g;

const pieces = fc.constantFrom('*', '**', '_', '__', '~~', '~', ' ', 'a', 'b c', '1', '.', '(', '\n', '\u2028', 'é');
const texts = fc.array(pieces, { maxLength: 24 }).map((signs) => signs.join(''));

describe('emphasis', () => {
  it('is what one pattern finds', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const matches = [...text.matchAll(EMPHASIS)].filter(([, open, , close]) => open === close);
        const spans = findEmphasis(text, 0).map(({ start, end }) => text.slice(start, end));
        expect(spans).toEqual(matches.map(([whole]) => whole));
        const without = text.replace(EMPHASIS, (whole, open, inner, close) => (open === close ? inner : whole));
        expect(withoutEmphasis(text)).toBe(without);
      }),
      { numRuns: runs(3000) },
    );
  });
});
