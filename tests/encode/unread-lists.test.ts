import { describe, expect, it } from 'vitest';
import { encode } from '../../src/encode/encode.js';
import { SourceFile } from '../../src/model/source-file.js';

const TEXT = `14. Memorandum From the Counselor (Hale) to the Secretary of State

Washington, May 7, 1964.

The Minister told us on Monday that the cranes would not be bought before the autumn.

Hale

`;

/** The lines that have a doubt of lists that were not read. */
function linesOf(text: string): readonly number[] {
  return encode(new SourceFile('text.txt', text), { shape: 'frus-web' })
    .diagnostics.filter(({ code }) => code === 'EN083' || code === 'EN074' || code === 'EN002')
    .slice(0, 1)
    .map(({ place }) => place?.start?.line ?? 0);
}

const signs: readonly (readonly [string, (n: number) => string])[] = [
  ['~1~', (n) => `~${n}~ `],
  ['=1=', (n) => `=${n}= `],
  ['ref. 1', (n) => `ref. ${n} `],
  ['|i|', (n) => `|${'i'.repeat(n)}| `],
  ['«A»', (n) => `«${'ABC'[n - 1]}» `],
];
const words: readonly (readonly string[])[] = [
  ['Source: Example Library, Box 3.', 'The Board of Wardens.'],
  ['The Board of Wardens.', 'Not printed.'],
  ['See footnote 2, Document 9.', 'The Board of Wardens.', 'Dated May 2.'],
];

describe('the number of a page at its foot', () => {
  it('is told where it stays in the text', () => {
    const text = TEXT.replace('\n\nHale', '1\n\n1. Not printed.\n\n    105\n\f\nHale');
    const { value = [], diagnostics } = encode(new SourceFile('text.txt', text), { shape: 'frus-web' });
    expect(diagnostics.filter(({ code }) => code === 'EN084').map(({ place }) => place?.start?.line)).toEqual([9]);
    expect(value[0]?.tei).toContain('>Not printed.</note>');
  });
});

describe('lists that look like ones of notes and are not read', () => {
  it.each(signs)('give a doubt at their first line where they are marked %s', (_, sign) => {
    for (const notes of words) {
      const list = notes.map((note, index) => sign(index + 1) + note).join('\n');
      expect(linesOf(TEXT + list)).toEqual([9]);
    }
  });

  it.each(signs)('give a doubt under the heading of notes where they are marked %s', (_, sign) => {
    const list = [1, 2, 3].map((n) => `${sign(n)}The Board of Wardens.`).join('\n');
    expect(linesOf(`${TEXT}NOTES\n${list}`)).toEqual([10]);
  });

  it('give none where they are points of the text', () => {
    const points = [1, 2, 3].map((n) => `${n}. The Board will meet in May and see the cranes.`).join('\n\n');
    expect(linesOf(TEXT.replace('Hale\n', `${points}\n\nHale\n`))).toEqual([]);
    expect(linesOf(`${TEXT}-----\n${points}`)).toEqual([]);
  });
});
