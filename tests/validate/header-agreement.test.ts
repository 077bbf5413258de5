import { expect, it } from 'vitest';
import { SourceFile } from '../../src/model/source-file.js';
import { validateText } from '../../src/validate/validate.js';
import { enrich } from '../../src/volume/enrich.js';

/** A volume of one document with this source note, and with the header that is read from it. */
function enriched(note: string): string {
  const { text, headers } =
    enrich(`<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="frus1917-72x"><teiHeader><fileDesc><titleStmt><title>x</title></titleStmt>
<publicationStmt><publisher>x</publisher></publicationStmt><sourceDesc><p>x</p></sourceDesc></fileDesc></teiHeader><text><body>
<div type="document" xml:id="d1" n="1"><head>1. Letter<note n="1" xml:id="d1fn1">${note}</note></head><p>x</p></div></body></text></TEI>`);
  expect(headers).toBe(1);
  return text;
}

it.each([
  ['a note that does not say what it is', 'Johnson Library, Rostow Files. Top Secret; Sensitive.', ''],
  ['stray spaces', 'Source: <hi>Papers of Woodrow\nWilson</hi> , vol. 46, pp. 200–203 .', 'vol. 46, pp. 200–203<'],
  ['the point of a file number', 'Source: National Archives, RG 218, JCS Records, CCS .092 Japan.', 'CCS .092 Japan<'],
])('a header agrees with the note that it was read from: %s', async (_, note, read) => {
  const text = enriched(note);
  expect(text.slice(0, text.indexOf('</msDesc>'))).toContain(read);
  const { diagnostics } = await validateText(new SourceFile('v.xml', text), { strength: 'legacy', only: ['rules'] });
  expect(diagnostics.filter(({ code }) => code === 'VA540')).toEqual([]);
});
