import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode } from '../../src/encode/encode.js';
import type { RawShape } from '../../src/model/manifest.js';
import { SourceFile } from '../../src/model/source-file.js';
import { createValidator } from '../../src/validate/validate.js';
import { runs } from '../runs.js';
import { opened } from './opened.js';
import { rawText } from './raw-texts.js';

const { value: validator } = await createValidator({ strength: 'current' });

/** The errors of validation that the encoder can foresee, each with the warnings by one of which it has to. */
const ANNOUNCED: Readonly<Record<string, readonly string[]>> = {
  VA201: ['EN030'], // no heading
  VA450: ['EN031', 'EN077'], // residue, of which a page mark out of order is one
  VA431: ['EN032'], // a note without text
  VA208: ['EN033'], // an attachment without text
  VA400: ['EN034'], // a control character
};

/** What validation condemns in what the encoder wrote, and the encoder has not announced at that document. */
function unannounced(text: string, shape?: RawShape): readonly string[] {
  const { value = [] } = encode(opened('text.txt', text, shape), shape === undefined ? {} : { shape });
  return value.flatMap(({ tei, diagnostics }) => {
    const said = new Set(diagnostics.map(({ code }) => code as string));
    return (validator?.validate(new SourceFile('text.xml', tei)) ?? [])
      .filter((d) => d.severity === 'error' && !ANNOUNCED[d.code]?.some((code) => said.has(code)))
      .map((d) => `${d.code} ${d.message}`);
  });
}

const cable = (first: string, line: string): string =>
  `${first}\nFM AMEMBASSY MADRID\nTO SECSTATE WASHDC\n\n${line}\n\nE.O. 12958: DECL: 01/23/2016\nTAGS: PREL, SP\nSUBJECT: FISHERIES\n\n1. (C) The Minister will come.\nAGUIRRE\n`;

describe('what the encoder writes, the validator accepts', () => {
  it.each([
    ['R 231724Z JAN 06', 'C O N F I D E N T I A L MADRID 000091', 'CONFIDENTIAL', 'Routine'],
    ['P 231724Z JAN 06', 'S E C R E T SECTION 01 OF 02 MADRID 000091', 'SECRET', 'Priority'],
    ['O 231724Z JAN 76', 'T O P  S E C R E T MADRID 000091', 'TOP SECRET', 'Immediate'],
    ['Z 231724Z JAN 76', 'UNCLAS MADRID 000091', 'Unclassified', 'Flash'],
    ['ZZ 231724Z JAN 76', 'U N C L A S MADRID 000091', 'Unclassified', 'Flash'],
    ['R 231724Z JAN 06', 'L I M I T E D  O F F I C I A L  U S E MADRID 000091', 'LIMITED OFFICIAL USE', 'Routine'],
    ['R 231724Z JAN 06', 'S-E-C-R-E-T MADRID 000091', 'SECRET', 'Routine'],
    ['R 231724Z JAN 06', '**TOP SECRET** MADRID 000091', 'TOP SECRET', 'Routine'],
    ['R 231724Z JAN 06', '~~S E C R E T~~ MADRID 000091', 'SECRET', 'Routine'],
    ['R 231724Z JAN 06', '*UNCLAS MADRID 000091*', 'Unclassified', 'Routine'],
  ])('reads the markings of a cable as one: %s, %s', (first, line, classification, precedence) => {
    const [document] = encode(new SourceFile('text.txt', cable(first, line))).value ?? [];
    expect(document?.header.source?.classification).toBe(classification);
    expect(document?.header.source?.precedence).toEqual([precedence]);
    expect(unannounced(cable(first, line))).toEqual([]);
  });

  it('has the addressees of a cable without the marks of emphasis that stand round them', () => {
    const text = cable('R 231724Z JAN 06', 'SECRET MADRID 000091').replace(
      'SECSTATE WASHDC',
      '**SECSTATE** ~~WASHDC~~',
    );
    expect(encode(new SourceFile('text.txt', text)).value?.[0]?.tei).toContain('<orgName>SECSTATE WASHDC</orgName>');
    expect(unannounced(text)).toEqual([]);
  });

  it.each<readonly [text: string, shape: RawShape]>([
    // A page that prints a number which the page before it has by count.
    ['\f\n{\n\f\n1.\n', 'typescript'],
    ['# 3. Letter\n\nText a.\n\n[Page 615]\n\nText b.\n\n[Page 615]\n\nText c.\n', 'markdown'],
    // What stands in the place of a name and is none.
    ['of-\nFROM:\n- \n', 'typescript'],
    ['of-\nTO:\n~~\n', 'typescript'],
    ['of-\nTO:\n**\n', 'typescript'],
    // The number of a heading that is glued to its words.
    ['No. 1312MEMORANDUM\n', 'frus-web'],
    ['No. 1312FM AMEMBASSY MADRID\n', 'frus-web'],
  ])('in texts in which it was not: %j', (text, shape) => {
    expect(unannounced(text, shape)).toEqual([]);
  });

  it('condemns a marking that the document does not have', () => {
    const [document] =
      encode(new SourceFile('t.txt', cable('R 231724Z JAN 06', 'C O N F I D E N T I A L MADRID 00091'))).value ?? [];
    const wrong = (document?.tei ?? '')
      .replace('>CONFIDENTIAL<', '>TOP SECRET<')
      .replace(/(<classCode scheme="#precedence"[^>]*>)Routine/, '$1Flash');
    const codes = validator?.validate(new SourceFile('t.xml', wrong)).map(({ code }) => code);
    expect(codes?.filter((code) => code === 'VA544')).toHaveLength(2);
  });

  it('in texts put together from parts of documents, in each shape', () => {
    fc.assert(
      fc.property(rawText, ({ text, shape }) => {
        expect(unannounced(text, shape)).toEqual([]);
      }),
      { numRuns: runs(400) },
    );
  });

  const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));
  const texts = (folder: string): readonly string[] =>
    readdirSync(folder).flatMap((entry) => {
      const path = join(folder, entry);
      if (statSync(path).isDirectory()) return texts(path);
      return /^(?!README).*\.txt$|^(?!README|expect).*\.md$/.test(entry) ? [path] : [];
    });
  const sets = ['eval/dev/raw', 'eval/ocr/raw', 'eval/cables/raw', 'eval/textures', 'seeds'].map(
    (name) => shared + name,
  );
  for (const set of sets) {
    it.skipIf(!existsSync(set))(`in the raw texts of ${set.slice(shared.length)}`, () => {
      const found = texts(set).flatMap((path) =>
        unannounced(readFileSync(path, 'utf8')).map((what) => `${path}: ${what}`),
      );
      expect(found).toEqual([]);
    });
  }
});
