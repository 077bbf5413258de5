import { describe, expect, it } from 'vitest';
import { proveNothingLost } from '../../src/encode/proof/proof.js';

const raw = 'Smith      Jones\nMinister   Consul\n';
const at = (word: string): { start: number; end: number } => ({
  start: raw.indexOf(word),
  end: raw.indexOf(word) + word.length,
});
const extent = { start: 0, end: raw.length };
const tei = (words: string): string => `<TEI><text><body><p>${words}</p></body></text></TEI>`;
const parts = ['Smith', 'Minister', 'Jones', 'Consul'].map(at);
const declared = { dropped: [], moved: [], reordered: [{ span: { start: 0, end: raw.length - 1 }, parts }] };

describe('columns that are read one after the other', () => {
  it('are proven in the order of reading', () => {
    expect(proveNothingLost(raw, extent, declared, tei('Smith Minister Jones Consul'))).toBeUndefined();
    expect(proveNothingLost(raw, extent, declared, tei('Smith Jones Minister Consul'))).toBeDefined();
  });

  it('must hold every word, also one that the declaration leaves out', () => {
    expect(proveNothingLost(raw, extent, declared, tei('Smith Minister Jones'))).toBeDefined();
    const without = { ...declared, reordered: [{ span: { start: 0, end: raw.length - 1 }, parts: parts.slice(0, 3) }] };
    expect(proveNothingLost(raw, extent, without, tei('Smith Minister Jones'))).toBeDefined();
  });
});
