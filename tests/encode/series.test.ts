import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode } from '../../src/encode/encode.js';
import { SourceFile } from '../../src/model/source-file.js';

const encoded = (text: string): ReturnType<typeof encode> => encode(new SourceFile('text.txt', text));

const name = fc.constantFrom('Jane Roe', 'J. R. Doe', 'Pat van der Muster', 'JOHN ELM');
const mark = fc.constantFrom<(name: string) => string>(
  (n) => `/s/ ${n}`,
  (n) => `/S/ ${n}`,
  (n) => `(Signed) ${n}`,
  (n) => `[signed] ${n}`,
  (n) => `${n} (signed)`,
  (n) => `${n} [initialed]`,
  (n) => n,
);

const letter = (number: number, date: string, signature: string): string =>
  `${number}. Letter From Jane Roe to John Doe\n\nAmaurot, ${date}.\n\nDear Sir:\n\nThe cranes will not be bought.\n\n${signature}\n`;

describe('signatures', () => {
  it('give the name without its mark', () => {
    fc.assert(
      fc.property(name, mark, (who, dress) => {
        const [document] = encoded(letter(1, 'March 3, 1963', dress(who))).value ?? [];
        expect(document?.facts.signed).toEqual([who]);
        expect(document?.tei).toContain(`<persName>${who}</persName>`);
      }),
    );
  });

  it('are of nobody where the text says so', () => {
    for (const words of [
      'Unsigned',
      '[Unsigned]',
      '[No signature]',
      'Not signed',
      '[File copy not signed]',
      '(Signature illegible)',
    ]) {
      const [document] = encoded(letter(1, 'March 3, 1963', words)).value ?? [];
      expect(document?.facts.signed, words).toEqual([]);
      expect(document?.tei, words).not.toContain('<signed>');
    }
  });
});

describe('a text of several documents', () => {
  const rule = fc.constantFrom('', '\f', '* * *\n\n', '----------\n\n', '___\n');
  const day = fc.integer({ min: 1, max: 28 });

  it('is cut where each begins', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(day, name, rule), { minLength: 1, maxLength: 6 }),
        fc.nat({ max: 300 }),
        (parts, first) => {
          const text = parts
            .map(
              ([d, who, sign], at) =>
                letter(first + at + 1, `March ${d}, 1963`, who) + (at + 1 < parts.length ? `\n${sign}` : '\n'),
            )
            .join('');
          const { value = [], diagnostics } = encoded(text);
          expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
          expect(value.map(({ id }) => id)).toEqual(parts.map((_, at) => `d${first + at + 1}`));
          expect(value.map(({ facts }) => facts.dateline?.date?.when)).toEqual(
            parts.map(([d]) => `1963-03-${String(d).padStart(2, '0')}`),
          );
          expect(value.map(({ facts }) => facts.signed)).toEqual(parts.map(([, who]) => [who]));
        },
      ),
    );
  });

  it('is not cut at a numbered item of a list, nor at a note', () => {
    const text = `${letter(1, 'March 3, 1963', 'Jane Roe')}\n[1] Source: Harbor Society.\n[2] Telegram From the Embassy in Utopia to the Department of State, March 5, 1963.\n`;
    expect(encoded(text).value).toHaveLength(1);
    const list = letter(
      1,
      'March 3, 1963',
      '2. Letter From Jane Roe to John Doe, which is lost.\n\n3. Other papers.\n\nJane Roe',
    );
    expect(encoded(list).value).toHaveLength(1);
  });
});
