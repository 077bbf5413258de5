import { describe, expect, it } from 'vitest';
import { encode } from '../../src/encode/encode.js';
import type { RawShape } from '../../src/model/manifest.js';
import { SourceFile } from '../../src/model/source-file.js';
import { createValidator } from '../../src/validate/validate.js';
import { opened } from './opened.js';

const { value: validator } = await createValidator({ strength: 'current', only: ['relaxng'] });

/** A letter with an enclosure, and notes that nothing calls; the marks of a list of notes are those of its shape. */
const letter = (marker: (label: number) => string): string =>
  `73. Letter From Ambassador Thompson to Secretary of State Rusk

Washington, November 19, 1964.

Dear Dean:

I send you the paper of which we spoke on Tuesday, and hope that it finds you well.

Sincerely,

Llewellyn Thompson

[Enclosure]

The Soviet side has asked for an answer by the end of the month, and we have given none.

${marker(1)} Source: Department of State, Central Files, POL US–USSR. Secret.

${marker(2)} Not printed.
`;

const shapes: readonly (readonly [RawShape, (label: number) => string])[] = [
  ['frus-web', (label) => `  ${label}.`],
  ['markdown', (label) => `[^${label}]:`],
];

/** The TEI of a text, which is valid and has lost nothing. */
function teiOf(text: string, shape: RawShape): string {
  const { value = [], diagnostics } = encode(opened('text.txt', text, shape), { shape });
  expect(diagnostics.filter(({ code }) => code === 'EN001')).toEqual([]);
  expect(value).toHaveLength(1);
  const tei = value[0]?.tei ?? '';
  const found = validator?.validate(new SourceFile('text.xml', tei)) ?? [];
  expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
  return tei;
}

describe('notes that nothing calls, in a document with an enclosure', () => {
  it.each(shapes)('stand at the end of its own text, in a text of the shape %s', (shape, marker) => {
    const tei = teiOf(letter(marker), shape);
    const words = [
      'type="source">Source: Department',
      'spoke on Tuesday',
      'Not printed.',
      '<frus:attachment>',
      'an answer by',
    ];
    const places = words.map((one) => tei.indexOf(one));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('stand there also where the document is nothing but its label', () => {
    expect(teiOf('DATE: 4/5/1986\n[Enclosure 1]\nWords\n[^4]: A note.\n', 'markdown')).toMatch(
      /<note n="4" xml:id="d1fn4">A note\.<\/note>\s*<frus:attachment>/,
    );
  });
});
