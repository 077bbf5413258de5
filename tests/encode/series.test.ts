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

describe('a telegram that quotes a letter to its end', () => {
  const sender = fc.constantFrom('Roe', 'JANE ROE', 'Pat Muster');
  /** How the letter's own signature stands above that of the telegram. */
  const end = fc.constantFrom<(name: string) => string>(
    (n) => `${n}”`,
    (n) => `Sincerely,\n\n${n}.\n\nEnd text.`,
    (n) => `Sincerely yours,\n\n${n}\n\nEnd quote`,
  );

  it('has both signatures, and is signed by who sends it', () => {
    fc.assert(
      fc.property(fc.constantFrom('John Q. Elmer', 'Jane Roeding'), sender, end, (author, own, close) => {
        const text = `36. Telegram From the Department of State to the Embassy in Utopia\n\nAmaurot, March 3, 1963.\n\nPlease deliver following letter:\n\n“Dear Sir: The cranes will not be bought, and the harbor stays as it is.\n\n${close(author)}\n\n${own}\n`;
        const [document] = encoded(text).value ?? [];
        expect(document?.facts.signed).toEqual([own]);
        for (const name of [author, own])
          expect(document?.tei).toMatch(new RegExp(`<signed>\\s*<persName>${name}</persName>`));
      }),
    );
  });
});

describe('items of a list', () => {
  it('do not run together over the page', () => {
    const items = fc.constantFrom<(at: number) => string>(
      (at) => `${String.fromCharCode(97 + at)}. `,
      (at) => `(${at + 1}) `,
      () => '—',
    );
    fc.assert(
      fc.property(items, fc.integer({ min: 1, max: 4 }), (label, page) => {
        const lines = Array.from({ length: 6 }, (_, at) => {
          const words = `${label(at)}creation of the fleet would result in great tension, and in an increase of tolls in ${at} ports;`;
          return at === page ? `[Page 354]${words}` : words;
        });
        const [document] =
          encoded(
            `36. Memorandum From Jane Roe to John Doe\n\nAmaurot, March 3, 1963.\n\nThe points were these:\n\n${lines.join('\n\n')}\n\nWe shall see.\n`,
          ).value ?? [];
        for (let at = 0; at < 6; at++) expect(document?.tei).toMatch(new RegExp(`in ${at} ports;</(?:p|item)>`));
      }),
    );
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

describe('turns of speakers', () => {
  const surnames = fc.uniqueArray(
    fc.constantFrom('Hentzau', 'Elphberg', 'Tarlenheim', 'Rassendyll', 'Sapt', 'Strakencz'),
    {
      minLength: 2,
      maxLength: 4,
    },
  );
  const style = fc.constantFrom<(name: string, at: number) => readonly [who: string, printed: string]>(
    (one) => [`Mr. ${one}`, `Mr. ${one}: `],
    (one, at) => [`Mr. ${one.toUpperCase()}`, `${at + 1}. Mr. ${one.toUpperCase()} (Ruritania): `],
    (one) => [`MR. ${one.toUpperCase()}`, `MR. ${one.toUpperCase()}. `],
    (one) => [`M. ${one.toUpperCase()}`, `M. ${one.toUpperCase()} said that `],
  );
  const said =
    'we have heard of the bridge, and of its chain, and should be glad to hear of the toll that is to be paid on it.';

  it('have the name as printed, and what is said', () => {
    fc.assert(
      fc.property(surnames, style, fc.integer({ min: 3, max: 8 }), (names, dress, count) => {
        const turns = Array.from({ length: count }, (_, at) => dress(names[at % names.length] ?? '', at));
        const words = /said that $/.test(turns[0]?.[1] ?? '') ? said : said[0]?.toUpperCase() + said.slice(1);
        const text = `41. Minutes of a Meeting\n\nStrelsau, March 3, 1963.\n\n${turns.map(([, printed]) => printed + words).join('\n\n')}\n`;
        const { value = [], diagnostics } = encoded(text);
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        const spoken = [...(value[0]?.tei ?? '').matchAll(/<speaker>(?:\d+\. )?<persName>([^<]*)<\/persName>/g)];
        expect(spoken.map(([, name]) => name)).toEqual(turns.map(([name]) => name));
      }),
    );
  });

  it('are none where letters begin with their salutations', () => {
    for (const salute of ['Sir', 'Mr. Minister', 'My Lord', 'Mr. President', 'Gentlemen']) {
      const text = [1, 2, 3]
        .map((n) => letter(n, 'March 3, 1963', 'Jane Roe').replace('Dear Sir:\n\n', `${salute}: `))
        .join('\n');
      expect(encoded(text).value?.map(({ tei }) => tei.includes('<sp>'))).toEqual([false, false, false]);
    }
  });
});

describe('headings in columns and over several lines', () => {
  const gap = fc.constantFrom('   ', '\t', ' '.repeat(30));
  const number = fc.constantFrom('No. 215', '541.', '142');

  it('have the number and the file beside it, and the receiver below the sender', () => {
    fc.assert(
      fc.property(number, gap, fc.boolean(), (printed, between, isInCapitals) => {
        const lines = ['The Ambassador in Ruritania', 'to the Secretary of State'];
        const heading = (isInCapitals ? lines.map((line) => line.toUpperCase()) : lines).join('\n');
        const text = `${printed}${between}DEA/50219-40\n\n${heading}\n\nStrelsau, March 3, 1963\n\nThe bridge is open.\n`;
        const [document] = encoded(text).value ?? [];
        expect(document?.facts.heading?.number).toBe(/\d+/.exec(printed)?.[0]);
        expect(document?.facts.heading?.text).toBe(heading.replace('\n', ' '));
        expect(document?.facts.source?.text).toBe('DEA/50219-40');
        expect(document?.facts.heading?.correspondents.map(({ type }) => type)).toEqual(['from', 'to']);
        expect(document?.facts.dateline?.date?.when).toBe('1963-03-03');
      }),
    );
  });
});
