import { describe, expect, it } from 'vitest';
import { hasErrors } from '../../src/diagnostics/diagnostic.js';
import { readXml } from '../../src/formats/sax.js';
import { SourceFile } from '../../src/model/source-file.js';
import { enrichVolume } from '../../src/pipeline/volume.js';
import { validateText } from '../../src/validate/validate.js';
import { enrich } from '../../src/volume/enrich.js';

const document = (id: string, when: string): string =>
  `<div type="document" subtype="historical-document" n="1" xml:id="${id}"><head>1. Letter From A to B<note n="1" xml:id="${id}fn1" type="source">Source: Port Society, Papers, Box 1. Secret.</note></head>
<opener><dateline><placeName>Brest</placeName>, <date when="${when}">May 3, 1963</date>.</dateline></opener><p>Text.</p></div>`;
const volume = (...documents: readonly string[]): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="v"><teiHeader><fileDesc><titleStmt><title type="complete">V</title></titleStmt>
<publicationStmt><p>P</p></publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>
<text><body><div type="chapter" xml:id="ch1"><head>Ports</head>
${documents.join('\n')}
</div></body></text></TEI>`;

/** The header that enriching has put in. */
const headerOf = (text: string): string => enrich(text).text.split('</teiHeader>')[0] ?? '';

describe('an enriched volume', () => {
  it.each(['1963-02-30', '', '1963-W12-1', 'May', '1963-05-03T25:00', '0000-01-01'])(
    'does not say again in its header that a document is of “%s”',
    (when) => {
      expect(headerOf(volume(document('d1', '1963-05-03')))).toContain('<date when="1963-05-03">');
      const header = headerOf(volume(document('d1', when)));
      expect(header).toContain('corresp="#d1"');
      expect(header).not.toContain(`when="${when}"`);
    },
  );

  it.each(['-0044-03-15', '--05-03', '1963-05-03Z', '12000-01-01'])('has the date %s, which is one', async (when) => {
    expect(headerOf(volume(document('d1', when)))).toContain(`<date when="${when}">`);
    const { diagnostics } = await validateText(new SourceFile('v.xml', volume(document('d1', when))), {
      strength: 'legacy',
    });
    expect(diagnostics.filter(({ code }) => code === 'VA501')).toEqual([]);
  });

  it('describes no document by an id that is no name, or that another has', () => {
    expect(headerOf(volume(document('1 d', '1963')))).not.toContain('msDesc');
    const twice = headerOf(volume(document('d1', '1963-05-03'), document('d1', '1963-05-04')));
    expect(twice.match(/<msDesc/g)).toHaveLength(1);
  });

  it('names the lines of the user’s file in what is wrong with it', async () => {
    const text = volume(document('d1', '1963-05-03'), document('d1', '1963-05-04'));
    const cut = text.slice(0, text.lastIndexOf('</p>'));
    for (const [path, broken] of [
      ['doubled.xml', text],
      ['cut.xml', cut],
    ] as const) {
      const source = new SourceFile(path, broken);
      const { value } = await enrichVolume({
        kind: 'tei',
        identity: { id: 'v', title: 'V' },
        edition: {},
        sources: [source],
        source,
        files: new Map(),
        read: [],
      });
      if (value === undefined) throw new Error('not enriched');
      const found = (await validateText(value.source, { strength: 'legacy' })).diagnostics.map(value.relocate);
      const own = (await validateText(source, { strength: 'legacy' })).diagnostics;
      expect(hasErrors(own)).toBe(true);
      const linesOf = (all: typeof own): readonly string[] =>
        all.filter(({ namedLine }) => namedLine !== undefined).map(({ message }) => message);
      expect(linesOf(own).length).toBeGreaterThan(0);
      expect(linesOf(found)).toEqual(linesOf(own));
      expect(readXml(source, {}).length).toBe(path === 'cut.xml' ? 1 : 0);
    }
  });
});
