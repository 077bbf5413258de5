import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode } from '../../src/encode/encode.js';
import type { RawShape } from '../../src/model/manifest.js';
import { SourceFile } from '../../src/model/source-file.js';
import { createValidator } from '../../src/validate/validate.js';
import { runs } from '../runs.js';
import { opened } from './opened.js';
import { rawText } from './raw-texts.js';

const corpus = new URL('../../corpus/sampler/', import.meta.url);
const seeds = readdirSync(corpus)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(new URL(name, corpus), 'utf8'));

const shapes: readonly (RawShape | undefined)[] = [undefined, 'frus-web', 'typescript', 'cable', 'markdown'];

const { value: validator } = await createValidator({ strength: 'current', only: ['relaxng'] });

/** Encodes a text and holds what must hold of every text: no exception, nothing lost (EN001), TEI that is well-formed and valid by our schema. */
function holds(text: string, shape: RawShape | undefined): void {
  const source = opened('text.txt', text, shape);
  const { value = [], diagnostics } = encode(source, shape === undefined ? {} : { shape });
  expect(diagnostics.filter((d) => d.code === 'EN001')).toEqual([]);
  for (const { tei } of value) {
    expect(validator?.validate(new SourceFile('text.xml', tei)).filter((d) => d.severity === 'error')).toEqual([]);
  }
}

/** Pieces of which raw texts of this kind are made, so that random texts meet every recogniser. */
const piece = fc.oneof(
  fc.constantFrom(
    '73. Letter From Secretary of State Rusk to President Johnson1',
    '311.6121 Gorin, M. N./44: Telegram',
    'Washington, November 19, 1964.',
    'MEMORANDUM FOR: THE PRESIDENT',
    'SUBJECT: Something',
    'SUBJECT:Glued',
    'TAGS:PFOR',
    'DATE: 4/5/1986',
    'PLACE: The Oval Office',
    'P.S. One more thing.',
    'P. S.',
    'Wheat          12      34',
    'Corn            5       6',
    'Rice\t7\t8',
    '-----  -----',
    'a|b|c | d',
    'SUBJECT',
    'PARTICIPANTS',
    '~~SECRET/SENSITIVE~~',
    'DECL: OADR',
    'THE SECRETARY OF STATE',
    'WASHINGTON',
    'Dear Mr. President,',
    'Sincerely,',
    'Dean Rusk',
    'for Nicholas Platt',
    'P 081130Z JAN 75',
    'FM AMEMBASSY MOSCOW',
    'TO SECSTATE WASHDC PRIORITY',
    'C O N F I D E N T I A L SECTION 02 OF 02 MOSCOW 00279',
    'TAGS: PFOR, UR',
    '1. (C) SUMMARY: text of a paragraph that is long enough to be one, certainly.',
    '[Page 12]',
    '[Page 12]and so on',
    'word.2 another2 third[3] fourth[^4] 12345',
    '  1. Source: Department of State, Central Files, 611.93/1–2356. Secret.',
    '  2. Not printed.',
    '- Not printed.↩',
    '[3] Ante, p. 3.',
    '[^4]: A note.',
    'Enclosure',
    '[Enclosure 1]',
    'a | b | c',
    '| --- | --- |',
    '- item',
    '## Heading',
    '---',
    'number: 3',
    'A.',
    '1.',
    'Mr.',
    '*emphasis* and **more** ~~gone~~ of-',
    'ten parted [less than 1 line not declassified]',
    '&lt; &amp; <p> ]]> \u0000 \ud800 \u00a0',
    '\f',
  ),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);

const text = fc.array(fc.tuple(piece, fc.constantFrom('\n', '\n\n', '\r\n', '  \n', '\n   ')), { maxLength: 40 });

describe('encode', () => {
  it('never throws and loses no word on texts made of the pieces of documents', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...shapes), (pieces, shape) => holds(pieces.flat().join(''), shape)),
      { numRuns: runs(400) },
    );
  });

  it('never throws and loses no word on arbitrary text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.constantFrom(...shapes), holds), {
      numRuns: runs(300),
    });
  });

  it('never throws and loses no word on damaged seeds', () => {
    const damage = fc.record({
      seed: fc.nat(seeds.length - 1),
      drop: fc.array(fc.nat(130), { maxLength: 12 }),
      swap: fc.array(fc.tuple(fc.nat(130), fc.nat(130)), { maxLength: 6 }),
      cut: fc.integer({ min: 1, max: 9000 }),
      insert: fc.array(fc.tuple(fc.nat(9000), fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 6 }),
    });
    fc.assert(
      fc.property(damage, fc.constantFrom(...shapes), ({ seed, drop, swap, cut, insert }, shape) => {
        let lines = (seeds[seed] ?? '').split('\n');
        for (const [a, b] of swap) [lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? ''];
        lines = lines.filter((_, index) => !drop.includes(index));
        let damaged = lines.join('\n').slice(0, cut);
        for (const [at, bytes] of insert) damaged = damaged.slice(0, at) + bytes + damaged.slice(at);
        holds(damaged, shape);
      }),
      { numRuns: runs(150) },
    );
  });

  it('loses no word, whichever words are emphasised', () => {
    const emphasis = fc.array(fc.tuple(fc.nat(), fc.constantFrom('**', '~~', '*', '_')), {
      minLength: 1,
      maxLength: 8,
    });
    const texts = fc.oneof(
      text.map((pieces) => pieces.flat().join('')),
      rawText.map((made) => made.text),
    );
    fc.assert(
      fc.property(texts, emphasis, fc.constantFrom(...shapes), (plain, marks, shape) => {
        const words = plain.split(/(\s+)/);
        for (const [at, mark] of marks) {
          const nth = (at % Math.ceil(words.length / 2)) * 2;
          if (words[nth] !== '') words[nth] = `${mark}${words[nth]}${mark}`;
        }
        holds(words.join(''), shape);
      }),
      { numRuns: runs(200) },
    );
  });

  it.each<readonly [text: string, shape: RawShape]>([
    // A form feed in a note of Markdown ends a line, as elsewhere.
    ['[^4]: A note.\n\f\nof-\n', 'markdown'],
    // Letters glued to a date-time group.
    ['R 231724Z JAN 06of-\n', 'cable'],
  ])('loses no word of %j', (text, shape) => {
    holds(text, shape);
    expect(encode(opened('text.txt', text, shape), { shape }).value).toHaveLength(1);
  });

  it('makes the same bytes of the same text', () => {
    for (const seed of seeds) {
      const once = encode(new SourceFile('seed.txt', seed)).value?.map((d) => d.tei);
      expect(encode(new SourceFile('seed.txt', seed)).value?.map((d) => d.tei)).toEqual(once);
    }
  });
});
