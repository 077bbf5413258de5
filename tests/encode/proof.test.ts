import { describe, expect, it } from 'vitest';
import { countDrops } from '../../src/encode/proof/declared.js';
import { proveNothingLost } from '../../src/encode/proof/proof.js';

const raw = 'One1 two2.\n1 alpha beta\n2 gamma delta\n';
const spanOf = (words: string) => ({ start: raw.indexOf(words), end: raw.indexOf(words) + words.length });
const notes = [
  { id: 'n1', span: spanOf('1 alpha beta') },
  { id: 'n2', span: spanOf('2 gamma delta') },
];
const dropped = [
  { start: 3, end: 4, kind: 'call' as const },
  { start: 8, end: 9, kind: 'call' as const },
  { start: raw.indexOf('1 alpha'), end: raw.indexOf('alpha'), kind: 'note marker' as const },
  { start: raw.indexOf('2 gamma'), end: raw.indexOf('gamma'), kind: 'note marker' as const },
];
const tei = (first: string, second: string): string =>
  `<TEI><text><body><p>One<note xml:id="n1">${first}</note> two<note xml:id="n2">${second}</note>.</p></body></text></TEI>`;
const prove = (first: string, second: string) =>
  proveNothingLost(raw, { start: 0, end: raw.length }, { dropped, moved: notes }, tei(first, second));

describe('the proof that nothing is lost', () => {
  it('holds where each note has its own words', () => {
    expect(prove('alpha beta', 'gamma delta')).toBeUndefined();
  });

  it.each([
    ['words exchanged between two notes', 'alpha delta', 'gamma beta'],
    ['two notes exchanged', 'gamma delta', 'alpha beta'],
    ['the words of a note in another order', 'beta alpha', 'gamma delta'],
    ['a word lost', 'alpha', 'gamma delta'],
    ['a word too many', 'alpha beta', 'gamma delta epsilon'],
  ])('fails with %s', (_, first, second) => {
    expect(prove(first, second)).toBeDefined();
  });

  it('fails where a note is that the raw text has not', () => {
    const more = tei('alpha beta', 'gamma delta').replace('</p>', '<note xml:id="n3">more</note></p>');
    expect(proveNothingLost(raw, { start: 0, end: raw.length }, { dropped, moved: notes }, more)?.found).toBe('more');
  });

  it('counts what is left out by kind, as declared or by its characters', () => {
    const text = '- point [Page 4] **bold** gov-\nernment';
    const at = (piece: string) => ({ start: text.indexOf(piece), end: text.indexOf(piece) + piece.length });
    expect(countDrops(text, [at('- '), at('[Page 4] '), at('**'), at('-\n')])).toEqual({
      bullet: 1,
      'page mark': 1,
      'emphasis mark': 1,
      'line-end hyphen': 1,
    });
    expect(countDrops(raw, dropped)).toEqual({ call: 2, 'note marker': 2 });
  });
});
