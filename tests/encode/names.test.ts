import { describe, expect, it } from 'vitest';
import { encode } from '../../src/encode/encode.js';
import type { Manifest, PersonEntry, SuppliedDocument } from '../../src/model/manifest.js';
import { SourceFile } from '../../src/model/source-file.js';

const person = (id: string, name: string): PersonEntry => ({ id, name, forms: [], description: '' });
const volume: Manifest = {
  id: 'v',
  title: { complete: 'V', volume: 'V' },
  editors: [],
  publisher: 'P',
  place: 'L',
  date: '2026',
  identifiers: {},
  subjects: [],
  funding: [],
  relations: [],
  licence: { target: 'https://example.org', text: 'Free' },
  language: 'en',
  front: [],
  back: [],
  persons: [
    person('p_RD1', 'Rusk, Dean'),
    person('p_TLE1', 'Thompson, Llewellyn E.'),
    person('p_TJ1', 'Thompson, John'),
    person('p_JUA1', 'Johnson, U. Alexis'),
  ],
  terms: [{ id: 't_NSC1', term: 'NSC', forms: [], description: '' }],
  outline: [],
  severities: {},
};

function text(body: string, document: Partial<SuppliedDocument> = {}): { tei: string; codes: string[] } {
  const source = new SourceFile('a.txt', `1. Memorandum for the Record\n\nWashington, May 4, 1962.\n\n${body}\n`);
  const documents: SuppliedDocument[] = [{ kind: 'document', id: 'd1', file: 'a.txt', ...document }];
  const { value, diagnostics } = encode(source, { volume, documents });
  return { tei: value?.[0]?.tei ?? '', codes: diagnostics.map((d) => d.code) };
}

describe('persons and terms of the manifest', () => {
  it('are linked where a name can mean only one', () => {
    const { tei } = text('Rusk told Dean Rusk of the NSC’s work; RUSK agreed.');
    expect(tei.match(/corresp="#p_RD1"/g)?.length).toBe(3);
    expect(tei).toContain('<gloss target="#t_NSC1">NSC</gloss>’s');
  });

  it('are reported once and never guessed where a surname fits several', () => {
    const { tei, codes } = text('Thompson came, and Thompson left.');
    expect(tei).not.toContain('p_T');
    expect(codes.filter((code) => code === 'EN006')).toHaveLength(1);
  });

  it('are told apart by a given name before the surname', () => {
    const { tei, codes } = text('We saw John Thompson there.');
    expect(tei).toContain('<persName corresp="#p_TJ1">John Thompson</persName>');
    expect(codes).not.toContain('EN006');
  });

  it('are linked where the sentence before ends with a name or a place', () => {
    expect(text('We flew to Moscow. Rusk stayed.').tei).toContain('<persName corresp="#p_RD1">Rusk</persName> stayed');
    expect(text('Wm. Rusk stayed.').tei).not.toContain('p_RD1');
  });

  it('are linked in the address of a letter', () => {
    const letter =
      'The Honorable\nDean Rusk\nWashington, D.C.\n\nMay 4, 1962\n\nDear Mr. Secretary,\n\nNothing new.\n\nSincerely,\n\nA. SMITH\n';
    const documents: SuppliedDocument[] = [{ kind: 'document', id: 'd1', file: 'a.txt' }];
    const tei = encode(new SourceFile('a.txt', letter), { volume, documents }).value?.[0]?.tei ?? '';
    expect(tei).toContain('<addrLine><persName corresp="#p_RD1">Dean Rusk</persName></addrLine>');
  });

  it('are linked as the editor decides', () => {
    const { tei, codes } = text('Thompson came.', { names: { Thompson: 'p_TLE1' } });
    expect(tei).toContain('<persName corresp="#p_TLE1">Thompson</persName>');
    expect(codes).not.toContain('EN006');
  });

  it('are left alone where the name is somebody else’s, or a thing’s', () => {
    expect(text('We saw Lyndon Johnson at the Johnson Library.').tei).not.toContain('p_JUA1');
  });
});

describe('a person with an address in an authority file', () => {
  it('carries it in the header, where the heading’s name can mean only this person', () => {
    const ref = ['https://d-nb.info/gnd/118604252', 'https://viaf.org/viaf/22141923/'];
    const persons = volume.persons.map((p) => (p.id === 'p_RD1' ? { ...p, ref } : p));
    const source = new SourceFile('a.txt', '7. Letter From Secretary of State Rusk to Mr. Thompson\n\nNothing new.\n');
    const tei = encode(source, { volume: { ...volume, persons } }).value?.[0]?.tei ?? '';
    expect(tei).toContain(`<correspAction type="sent">\n          <persName ref="${ref.join(' ')}">Rusk</persName>`);
    expect(tei).toContain('<persName>Thompson</persName>');
  });
});

describe('what the editor supplies', () => {
  it('is marked as the editor’s and survives every encoding', () => {
    const supplied = { place: 'Moscow', date: 'May 5, 1963', signed: 'Dean Rusk' };
    const source = new SourceFile('a.txt', '7. Letter From Secretary of State Rusk to Mr. Smith\n\nNothing new.\n');
    const documents: SuppliedDocument[] = [{ kind: 'document', id: 'd7', file: 'a.txt', ...supplied }];
    const tei = encode(source, { volume, documents }).value?.[0]?.tei ?? '';
    expect(tei).toContain('<dateline resp="#editor"><placeName>Moscow</placeName>, <date when="1963-05-05">');
    expect(tei).toContain('<signed resp="#editor"><persName corresp="#p_RD1">Dean Rusk</persName></signed>');
    expect(encode(source, { volume, documents }).value?.[0]?.tei).toBe(tei);
  });

  it('does not displace what the text has', () => {
    expect(text('Nothing new.', { date: 'May 5, 1963' }).tei).toContain('<date when="1962-05-04">May 4, 1962</date>');
  });
});
