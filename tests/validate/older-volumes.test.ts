import { describe, expect, it } from 'vitest';
import { SourceFile } from '../../src/model/source-file.js';
import { createValidator } from '../../src/validate/validate.js';

const { value: legacy } = await createValidator({ strength: 'legacy' });
const { value: current } = await createValidator({ strength: 'current' });

const volume = (header: string, body: string): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="frus1900v1"><teiHeader><fileDesc><titleStmt><title type="complete">T</title><title n="1900" type="sub-series">S</title></titleStmt><publicationStmt><p>P</p></publicationStmt><notesStmt><relatedItem target="https://example.org/frus1900v1" type="canonical"/></notesStmt><sourceDesc><p>S</p></sourceDesc></fileDesc>${header}</teiHeader><text><body>${body}</body></text></TEI>`;

const document = (content: string): string =>
  `<div type="compilation" xml:id="comp1"><head>C</head><div type="document" n="1" xml:id="d1" subtype="historical-document"><head>1. Letter<note n="1" xml:id="d1fn1" type="source">Source: Ford Library, Box 1. Secret.</note></head>${content}</div></div>`;

/** Forms that whole volumes or families of volumes keep to. */
const forms: Readonly<Record<string, string>> = {
  'a volume of which only the title is published': volume(
    '<profileDesc><textClass><keywords scheme="#priority"><term corresp="#comp0">regular</term></keywords></textClass></profileDesc><revisionDesc status="being-digitized"><change corresp="#frus1900v1" status="published"/></revisionDesc>',
    '<p>The volume is being made.</p>',
  ).replace('#comp0', '#frus1900v1'),
  'the files of an edition and the images of its pages': volume(
    '<profileDesc><textClass><keywords scheme="#coverage"><term xml:id="admin1">early</term></keywords></textClass></profileDesc>',
    `<pb n="1" xml:id="pg_1" facs="0001"/>${document('<p>T.</p>')}`,
  )
    .replace(
      '</notesStmt>',
      '<relatedItem corresp="#frus1900v1" type="epub"><bibl><ref target="https://example.org/v.epub"/><extent><measure quantity="28833" unit="bytes"/></extent><date type="publication-date" when="2020-11-25T14:51:22.000Z"/></bibl></relatedItem></notesStmt>',
    )
    .replace(
      '<text>',
      '<facsimile><surface start="#pg_1"><graphic height="802px" mimeType="image/png" url="https://example.org/0001.png" width="544px"/></surface></facsimile><text>',
    ),
  'blank pages between the divisions': volume('', document('<p>T.</p>'))
    .replace(
      '<body>',
      '<front><gap extent="1" reason="convenience" unit="pages"/><pb n="ii" xml:id="pg_ii" facs="0002"/></front><body><gap/>',
    )
    .replace('</text>', '<back><gap/></back></text>'),
  'categories that are kept elsewhere': volume('<encodingDesc><classDecl/></encodingDesc>', document('<p>T.</p>')),
  'places of two kinds': volume(
    '',
    document(
      '<p>T.</p><closer><dateline><placeName><placeName type="city">Rome</placeName></placeName>, <date when="1863-12-03">December 3, 1863</date></dateline></closer>',
    ),
  ),
  'a date in two calendars': volume(
    '',
    document(
      '<opener><dateline>Rome, <date when="1863-12-03" calendar="papal-era gregorian">December 3, 1863</date></dateline></opener><p>T.</p>',
    ),
  ),
};

describe('what older volumes hold', () => {
  for (const [name, text] of Object.entries(forms)) {
    it(`is a warning there, and an error in a volume of today: ${name}`, () => {
      const errors = (validator: typeof legacy): string[] =>
        (validator?.validate(new SourceFile('v.xml', text)) ?? [])
          .filter(({ severity }) => severity === 'error')
          .map(({ code, message }) => `${code} ${message}`);
      expect(errors(legacy)).toEqual([]);
      expect(errors(current).length).toBeGreaterThan(0);
    });
  }

  it('says nothing of the id of a keyword, which is in no list of terms', () => {
    const found = legacy?.validate(
      new SourceFile('v.xml', forms['the files of an edition and the images of its pages'] ?? ''),
    );
    expect(found?.filter(({ code }) => code === 'VA302')).toEqual([]);
  });

  it('is no slip: a calendar that nobody has, and text beside the documents, are errors', () => {
    const slips = [
      forms['a date in two calendars']?.replace('papal-era', 'papel-era'),
      volume('', `<p>T.</p>${document('<p>T.</p>')}`),
    ];
    for (const slip of slips) {
      const found = legacy?.validate(new SourceFile('v.xml', slip ?? '')) ?? [];
      expect(found.some(({ severity }) => severity === 'error')).toBe(true);
    }
  });
});
