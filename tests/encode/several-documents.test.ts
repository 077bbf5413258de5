import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode } from '../../src/encode/encode.js';
import { SourceFile } from '../../src/model/source-file.js';
import { runs } from '../runs.js';

const headings = [
  'Telegram From the Embassy in France to the Department of State',
  'Letter From the Consul at Riga (Example) to the Secretary of State',
  'Memorandum of Conversation',
  'Memorandum From the Counselor (Hale) to the Secretary (Rusk)',
];
const lists: readonly ((notes: readonly string[]) => string)[] = [
  (notes) => notes.map((note, at) => `${at + 1} ${note}`).join('\n'),
  (notes) => notes.map((note, at) => `  ${at + 1}. ${note}`).join('\n'),
  (notes) => notes.map((note) => `- ${note}↩`).join('\n'),
  (notes) => notes.map((note, at) => `[${at + 1}] ${note}`).join('\n\n'),
  (notes) => `Notes\n\n${notes.map((note, at) => `${at + 1}. ${note}`).join('\n')}`,
];

/** A numbered document with two to four notes; one of them begins like a heading. */
const part = fc.record({
  heading: fc.constantFrom(...headings),
  list: fc.constantFrom(...lists),
  count: fc.integer({ min: 2, max: 4 }),
  between: fc.constantFrom('\n', '\n\n\n', '\n\n* * *\n\n', '\n----------\n', '\n\f'),
});

function textOf(
  { heading, list, count }: { heading: string; list: (notes: readonly string[]) => string; count: number },
  number: number,
): string {
  const notes = [
    `Source: Example Library, File ${number}. Secret.`,
    'Telegram From the Embassy in Laos to the Department of State, May 5.',
    'Not printed.',
    'See Document 3.',
  ].slice(0, count);
  const calls = Array.from({ length: count - 1 }, (_, at) => `He spoke of point ${'abc'[at]}.${at + 2}`).join(' ');
  return `${number}. ${heading}1\n\nParis, May ${(number % 28) + 1}, 1963.\n\n${calls}\n\n${list(notes)}`;
}

describe('a file with several numbered documents', () => {
  it('gives each of them with its own notes', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 2, maxLength: 5 }), fc.integer({ min: 1, max: 300 }), (parts, first) => {
        const text = parts.map((one, at) => textOf(one, first + at) + one.between).join('');
        const { value = [], diagnostics } = encode(new SourceFile('text.txt', text));
        expect(diagnostics.filter(({ code }) => code === 'EN001')).toEqual([]);
        expect(value.map(({ id, notes }) => [id, notes])).toEqual(
          parts.map(({ count }, at) => [`d${first + at}`, count]),
        );
        for (const [at, { tei }] of value.entries())
          expect(tei).toContain(`>Source: Example Library, File ${first + at}. Secret.<`);
      }),
      { numRuns: runs(150) },
    );
  });

  it('is one document where its paragraphs are numbered', () => {
    const text =
      '1. Memorandum for the Record1\n\nParis, May 3, 1963.\n\n1. Letter from Paris.\n\n2. Memorandum to the Secretary.\n\n3. Telegram sent.\n\n  1. Source: Example.\n';
    expect(encode(new SourceFile('text.txt', text)).value).toHaveLength(1);
  });
});
