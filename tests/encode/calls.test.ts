import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCandidates } from '../../src/encode/notes/call-candidates.js';
import { FIRST_SIGNS, FORMS } from '../../src/encode/notes/call-forms.js';
import { matchCalls } from '../../src/encode/notes/calls.js';
import { runs } from '../runs.js';

const notes = (count: number, first = 'Not printed.') =>
  Array.from({ length: count }, (_, i) => ({
    lines: [{ text: i === 0 ? first : 'Not printed.', start: 0, line: { start: 0, end: 0 } }],
  }));

const labels = (text: string, count: number, first?: string): (string | undefined)[] =>
  matchCalls(notes(count, first), findCandidates(text, 0)).map((m) => m.call?.label);

/** What calls and the text around them are made of. */
const piece = fc.oneof(
  fc.constantFrom(...'abixI .,;:!?”"’)]([{}<>/\\^*_&#†‡§¶‖|+-12379α¹²³⁴ᵃʰ①⑳⑴⒈❶⁾'),
  fc.constantFrom(
    '<sup>',
    '</sup>',
    '<a href="#n1">',
    '</a>',
    '&sup1;',
    'note ',
    'fn. ',
    String.raw`\footnotemark`,
    '[^',
  ),
);

describe('the forms of calls', () => {
  it('each begin with one of the signs at which they are looked for', () => {
    const begins = new RegExp(`^${FIRST_SIGNS}`, 'u');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        for (const { pattern } of FORMS)
          for (const [call] of pieces.join('').matchAll(new RegExp(pattern, 'gu'))) expect(call).toMatch(begins);
      }),
      { numRuns: runs(2000) },
    );
  });
});

describe('calls', () => {
  it.each([
    ['Ref: Moscow 279.2 and Policy.3', 2, ['2', '3']],
    ['the Committee31 said', 1, ['31']],
    ['under 22 U.S.C. 1732, 1964–66, $12 and A–22 only.4', 1, ['4']],
    ['of October 2081 and in 196482', 2, ['81', '82']],
    ['on October 21 the telegram8 came', 1, ['8']],
    ['Embtels 3182, 31882', 1, ['2']],
    ['NSC 6018/17 and paragraph 37', 1, ['7']],
    ['first84 second84a third84b fourth85', 4, ['84', '84a', '84b', '85']],
    ['at 6 p.m.1 and 7 a.m.2', 2, ['1', '2']],
    ['the letter was sent.1,2 He', 2, ['1', '2']],
    ['the letter,1, 2 and the list[3, 4] of', 4, ['1', '2', '3', '4']],
    ['the Council<sup>1,2</sup> met.³,⁴', 4, ['1', '2', '3', '4']],
    ['September 11, 196912', 2, ['1', '2']],
    ['September 11, 1969910', 2, ['9', '10']],
    ['the bridge.(1)(2)', 2, ['1', '2']],
    ['at the West Lobby at 11:15. He came at 9:301', 1, ['1']],
    ['the word. 1) And then the sentence. 2) He', 2, ['1', '2']],
    ['your 5981 indicates: 1) the first. 2) The second. 3) The third; my 6002 and 6013', 3, ['1', '2', '3']],
    ['of State ¹ and the list *', 1, ['1']],
  ])('of %j with %i notes', (text, count, expected) => {
    expect(labels(text, count)).toEqual(expected);
  });

  it('leave a note without a call where the text has too few', () => {
    expect(labels('one1 and no more', 2)).toEqual(['1', undefined]);
  });

  it('go on beyond the thirty-second note', () => {
    const count = 60;
    const text = Array.from({ length: count }, (_, i) => `This is sentence of the text.${i + 1}`).join(' ');
    expect(labels(text, count)).toEqual(Array.from({ length: count }, (_, i) => String(i + 1)));
  });

  it('stand under a name, and after the day of a date', () => {
    expect(matchCalls(notes(1), findCandidates('Frank C. Wisner2', 0))[0]?.call?.weight).toBe(4);
    expect(findCandidates('in Congentel 2353, June 28.3', 0).findLast((c) => c.label === '3')?.weight).toBe(2);
  });
});
