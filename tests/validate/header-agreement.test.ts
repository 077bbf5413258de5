import { expect, it } from 'vitest';
import { SourceFile } from '../../src/model/source-file.js';
import { validateText } from '../../src/validate/validate.js';
import { enrich } from '../../src/volume/enrich.js';

it('a header that was read from a note with stray spaces agrees with it', async () => {
  const volume = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="frus1917-72x"><teiHeader><fileDesc><titleStmt><title>x</title></titleStmt>
<publicationStmt><publisher>x</publisher></publicationStmt><sourceDesc><p>x</p></sourceDesc></fileDesc></teiHeader><text><body>
<div type="document" xml:id="d1" n="1"><head>1. Letter<note n="1" xml:id="d1fn1">Source: <hi rend="italic">Papers of Woodrow
Wilson</hi> , vol. 46, pp. 200–203 .</note></head><p>x</p></div></body></text></TEI>`;
  const { text, headers } = enrich(volume);
  expect(headers).toBe(1);
  const { diagnostics } = await validateText(new SourceFile('v.xml', text), { strength: 'legacy', only: ['rules'] });
  expect(diagnostics.filter(({ code }) => code === 'VA540')).toEqual([]);
});
