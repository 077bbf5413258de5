import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { houseStyles } from '../../src/model/house-style.js';
import { SourceFile } from '../../src/model/source-file.js';
import { readPrintStyle } from '../../src/volume/print-style.js';
import { printStyleJsonSchema } from '../../src/volume/print-style-schema.js';

const read = (text: string) => readPrintStyle(new SourceFile('print.yaml', text));
const found = (text: string): readonly string[] =>
  read(text).diagnostics.map(({ code, place, message }) => `${place?.start?.line} ${code} ${message}`);

describe('a house style for print', () => {
  it('is the plain one where it says nothing, and otherwise that with which it begins', () => {
    expect(read('').value?.style).toEqual(houseStyles.chancery);
    for (const name of Object.keys(houseStyles) as (keyof typeof houseStyles)[])
      expect(read(`style: ${name}`).value?.style).toEqual(houseStyles[name]);
  });

  it('says lengths in the units of printers, and only what it names', () => {
    const style = read(
      'style: frus\ntext: {size: 11, leading: 5mm, indent: 1p, hyphenation: false}\nnotes: {columns: 1}',
    ).value?.style;
    expect(style?.text).toMatchObject({ size: 11, indent: 12, hyphenation: false, apostrophes: 'curly' });
    expect(style?.text.leading).toBeCloseTo(14.17, 2);
    expect(style?.notes).toEqual({ ...houseStyles.frus.notes, columns: 1 });
  });

  it('has the margins of its own size', () => {
    expect(read('style: frus\npage: {size: A4}').value?.style.page).toEqual({ size: 'A4', margins: {} });
    expect(read('page: {margins: {top: 1in}}').value?.style.page.margins).toEqual({ top: 72 });
  });

  it.each([
    ['text:\n  sise: 10', '2 PR046 A house style has no key “sise” here.'],
    ['text:\n  size: big', 'is a length: 10.5pt'],
    ['text:\n  size: 100pt', 'is between 6 and 24 points'],
    ['notes:\n  columns: 3', 'is 1 or 2'],
    ['text: [', '1 PR045'],
  ])('says what is wrong in “%s”, and where', (text, said) => {
    const [first = ''] = found(text);
    expect(first).toContain(said);
  });

  it('is explained by the schema that lies beside the manifests', () => {
    expect(readFileSync(new URL('../../corpus/print.schema.json', import.meta.url), 'utf8')).toBe(
      printStyleJsonSchema(),
    );
  });
});
