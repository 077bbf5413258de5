import { describe, expect, it } from 'vitest';
import { Hyphenation } from '../../src/press/hyphenation.js';

const { parts } = { parts: (word: string) => new Hyphenation().parts(word).join('|') };

describe('hyphenation', () => {
  it('divides common words by the American patterns', () => {
    expect(parts('organization')).toBe('or|ga|ni|za|tion');
    expect(parts('extraordinary')).toBe('ex|tra|or|di|nary');
  });

  it('leaves names, cryptonyms, numbers and abbreviations whole', () => {
    for (const word of ['Katzenbach', 'PBSUCCESS', '740.00119', 'POL', 'Deptel', 'U.S.S.R.', 'McGeorge'])
      expect(parts(word)).toBe(word);
  });

  it('keeps two letters before the hyphen and three after it', () => {
    for (const word of ['about', 'again', 'only', 'ideally']) {
      const pieces = parts(word).split('|');
      if (pieces.length === 1) continue;
      expect(pieces[0]?.length).toBeGreaterThanOrEqual(2);
      expect(pieces.at(-1)?.length).toBeGreaterThanOrEqual(3);
    }
  });

  it('keeps punctuation with its part', () => {
    expect(parts('“government,')).toBe('“gov|ern|ment,');
  });
});
