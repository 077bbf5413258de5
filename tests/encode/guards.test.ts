import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCandidates } from '../../src/encode/notes/call-candidates.js';
import { FORMS } from '../../src/encode/notes/call-forms.js';
import { residueIn } from '../../src/grammar/residue.js';

/** Letters, digits and the punctuation of sentences: what most lines have and no more. */
const ORDINARY = [...'aeiglnorstxAIMNSXÉéöß0123456789  .,;:?!\'"“”‘’–—$%-'];
const line = fc.array(fc.constantFrom(...ORDINARY), { maxLength: 60 }).map((signs) => signs.join(''));

describe('lines that are not asked everything', () => {
  it('have no call but glued digits, where they have no sign of another', () => {
    const forms = FORMS.map(({ style, pattern }) => ({ style, pattern: new RegExp(pattern, 'u') }));
    fc.assert(
      fc.property(line, (text) => {
        expect(forms.filter(({ pattern }) => pattern.test(text)).map(({ style }) => style)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('have the calls that they have with a sign of another form at their end', () => {
    fc.assert(
      fc.property(line, (text) => {
        const found = findCandidates(`${text} x`, 0);
        // An empty brace is no call, but makes of the line one that is asked for all forms.
        const asked = findCandidates(`${text} x {}`, 0);
        expect(asked).toEqual(found);
      }),
      { numRuns: 2000 },
    );
  });

  it('tell each piece of residue, wherever it stands', () => {
    const pieces = [
      'TODO',
      'FIXME',
      'TBD',
      'XXXX',
      'TK TK',
      'lorem ipsum',
      '???',
      '[??]',
      '<<',
      '>>',
      '@@',
      '[check the date]',
      '[ed: when?]',
      '~~',
      '**bold**',
      '↩',
      '[^2]',
      '&amp;',
      '[Page 2]',
    ];
    fc.assert(
      fc.property(line, fc.constantFrom(...pieces), line, (before, piece, after) => {
        const found = residueIn(`${before} ${piece} ${after}`).map(({ text }) => text);
        expect(found).toContain(piece);
      }),
    );
  });
});
