import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { encode } from '../../src/encode/encode.js';
import { isAsEncoded, sealed } from '../../src/encode/proof/seal.js';
import { entriesFor } from '../../src/encode/review/entries.js';
import { type Doubt, review } from '../../src/encode/review/review.js';
import { reviewPage } from '../../src/encode/review/review-page.js';
import { SourceFile } from '../../src/model/source-file.js';

const name = '001_dc7b5381defd7666.txt';
const source = new SourceFile(name, readFileSync(new URL(`../../corpus/sampler/${name}`, import.meta.url), 'utf8'));
const { value: documents = [], diagnostics } = encode(source);

describe('review', () => {
  const made = review('A volume', [{ source, documents }], diagnostics);

  it('says what was read, as the header has it', () => {
    const reading = new Map(made.documents[0]?.reading.map((fact) => [fact.label, fact.values]));
    expect(reading.get('Classification')).toEqual(['Secret']);
    expect(reading.get('Handling')).toEqual(['Limdis']);
    expect(reading.get('Drafted')).toEqual(['Pratt']);
    expect(reading.get('From')).toEqual(['Department of State']);
  });

  it('gives each doubt its line and the lines of the manifest that settle it', () => {
    const [doubt] = made.documents[0]?.doubts ?? [];
    expect(doubt).toMatchObject({
      code: 'EN004',
      line: 1,
      entry: `- document: d259\n  file: ${name}\n  place: …\n  date: …`,
    });
  });

  it('shows the whole raw text beside it, with the numbers of its lines', () => {
    expect(made.documents[0]?.lines.map((line) => line.text).join('\n')).toBe(source.text.trimEnd());
  });

  it('shows what each stretch became: every word of the text, each block with its line', () => {
    const text =
      '1. Letter From Jane Roe to John Doe[1]\n\nLondon, March 3, 1963.\n\nDear Sir:\n\nThe cranes [Page 7] will not be bought.[2]\n\nJane Roe\n\n[1] Source: Example Society.\n[2] Not printed.\n';
    const letter = new SourceFile('letter.txt', text);
    const encoded = encode(letter);
    const [document] = review('A letter', [{ source: letter, documents: encoded.value ?? [] }], []).documents;
    const shown = document?.encoded.map(({ kind, line, runs }) => [kind, line, runs.map((run) => run.text).join('')]);
    expect(shown).toEqual([
      ['heading', 1, '1. Letter From Jane Roe to John Doe1'],
      ['dateline', 3, 'London, March 3, 1963.'],
      ['salutation', 5, 'Dear Sir:'],
      ['paragraph', 7, 'The cranes [page 7] will not be bought.2'],
      ['signature', 9, 'Jane Roe'],
      ['note 1', 11, 'Source: Example Society.'],
      ['note 2', 12, 'Not printed.'],
    ]);
  });

  it('is a page that links each doubt to its line and needs no other file', () => {
    const page = reviewPage(made);
    const target = /href="#([^"]*-l1)"/.exec(page)?.[1];
    expect(target).toBeDefined();
    expect(page).toContain(`id="${target}"`);
    expect(page).not.toMatch(/(?:src|href)="(?!#)/);
  });

  it('escapes what the raw text holds', () => {
    const odd = new SourceFile('a.txt', '<script>alert(1)</script> & more');
    const encoded = encode(odd);
    const page = reviewPage(review('<b>', [{ source: odd, documents: encoded.value ?? [] }], encoded.diagnostics));
    expect(page).not.toContain('<script>alert');
    expect(page).toContain('&lt;script&gt;');
  });
});

describe('entries', () => {
  const doubt = (entry: string): Doubt => ({
    code: 'EN006',
    severity: 'warning',
    line: 1,
    reason: '',
    entry: `- document: d1\n  file: a.txt\n  ${entry}`,
  });

  it('of a document are one, in which no key stands twice', () => {
    const doubts = [
      'names: { "Thompson": p_TL1 }',
      'names: { "Smith": p_SJ1 }',
      'reading: checked',
      'reading: checked',
    ].map(doubt);
    expect(entriesFor(doubts)).toEqual([
      '- document: d1',
      '  file: a.txt',
      '  names: { "Thompson": p_TL1, "Smith": p_SJ1 }',
      '  reading: checked',
    ]);
  });
});

describe('the seal', () => {
  const tei = sealed(documents[0]?.tei ?? '');

  it('fits the file as it was written', () => {
    expect(isAsEncoded(tei)).toBe(true);
  });

  it('does not fit a file that somebody has changed, or that was never sealed', () => {
    expect(isAsEncoded(tei.replace('Dept policy', 'Department policy'))).toBe(false);
    expect(isAsEncoded(documents[0]?.tei ?? '')).toBe(false);
  });
});
