import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readXml } from '../../src/formats/sax.js';
import type { MatterSection } from '../../src/model/manifest.js';
import { SourceFile } from '../../src/model/source-file.js';
import { assemble } from '../../src/volume/assemble.js';
import { readManifest } from '../../src/volume/manifest.js';
import { matterDivision } from '../../src/volume/matter.js';

const sampler = readFileSync(new URL('../../corpus/sampler/volume.yaml', import.meta.url), 'utf8');
const manifest = readManifest(new SourceFile('volume.yaml', sampler)).value?.manifest;
if (manifest === undefined) throw new Error('The sampler has no manifest.');

/** A TEI document as the encoder writes one: header with the parts that come along, one page break, one note, a pointer to it. */
const tei = (id: string, text = 'Words & more', page = '1') => `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:frus="http://history.state.gov/frus/ns/1.0" xml:id="sampler-${id}">
 <teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt>
  <sourceDesc><msDesc corresp="#${id}"><msIdentifier><idno>A ${id}</idno></msIdentifier></msDesc></sourceDesc></fileDesc>
  <encodingDesc><classDecl><taxonomy xml:id="genre"/></classDecl></encodingDesc>
  <profileDesc><creation><date when="1964-11-19"/></creation><textClass><classCode scheme="#classification">Secret</classCode></textClass></profileDesc>
 </teiHeader>
 <text><body>
  <div type="document" xml:id="${id}"><head>${id}. A <note n="1" xml:id="${id}fn1">N &lt; 1</note></head>
   <p>${text.replace('&', '&amp;')}<pb n="${page}" xml:id="pg_${page}"/><ref target="#pg_${page}">p. ${page}</ref><!-- <p> --></p></div>
 </body></text>
</TEI>`;

const ids = ['d1', 'd2', 'd73', 'd259', 'd301', 'd302', 'd303', 'd304'];
const documents = new Map(ids.map((id, i) => [id, tei(id, `Words of ${id} & more`, String(i % 4))]));

/** Everything that a reader of the XML gets. */
function read(xml: string) {
  const seen = { ids: [] as string[], targets: [] as string[], elements: [] as string[], text: '' };
  const diagnostics = readXml(new SourceFile('volume.xml', xml), {
    startTag(tag) {
      seen.elements.push(tag.name);
      const id = tag.attributes['xml:id']?.value;
      if (id !== undefined) seen.ids.push(id);
      for (const name of ['target', 'corresp', 'resp']) {
        const value = tag.attributes[name]?.value;
        if (value?.startsWith('#')) seen.targets.push(value.slice(1));
      }
    },
    text(text) {
      seen.text += text;
    },
  });
  return { ...seen, diagnostics };
}

describe('assemble', () => {
  const { value = '', diagnostics } = assemble(manifest, documents);
  const volume = read(value);

  it('makes one well-formed volume without findings', () => {
    expect(diagnostics).toEqual([]);
    expect(volume.diagnostics).toEqual([]);
  });

  it('gives every id once, also where two documents number their pages alike, and every pointer leads to an id', () => {
    expect(new Set(volume.ids).size).toBe(volume.ids.length);
    expect(volume.ids).toContain('pg_1');
    expect(volume.ids).toContain('d301_pg_0');
    for (const target of volume.targets) expect(volume.ids).toContain(target);
  });

  it('takes over the text of each document to the character, in the order of the outline', () => {
    const bodies = ids.map((id) => `<head>${id}. A <note n="1" xml:id="${id}fn1">N &lt; 1</note></head>`);
    const places = bodies.map((body) => value.indexOf(body));
    expect(places.every((place, i) => place > (places[i - 1] ?? 0))).toBe(true);
    expect(value).toContain('<!-- <p> -->');
  });

  it('brings the headers of all documents into the volume’s, tied to them, and the taxonomies once', () => {
    expect(volume.elements.filter((e) => e === 'msDesc')).toHaveLength(8);
    expect(value.match(/<creation corresp="#d\d+">/g)).toHaveLength(8);
    expect(value.match(/<textClass corresp="#d\d+">/g)).toHaveLength(8);
    expect(volume.elements.filter((e) => e === 'taxonomy')).toHaveLength(4);
  });

  it('carries what the manifest switches off, so that validation knows it wherever the volume is checked', () => {
    const instructions = value.slice(0, value.indexOf('<TEI'));
    expect(instructions).toContain('<?chancery allow VA310 as the manifest of the volume says?>');
  });

  it('writes the five titles, the front matter, the persons and terms', () => {
    for (const type of ['complete', 'series', 'subseries', 'volumenumber', 'volume'])
      expect(value).toContain(`<title type="${type}">`);
    for (const id of ['preface', 'sources', 'persons', 'terms', 'p_RD1', 't_KGB1', 'preface-what-is-uncertain'])
      expect(volume.ids).toContain(id);
    expect(value).toContain('<persName xml:id="p_RD1">Rusk, Dean</persName>,</hi> Secretary of State</item>');
  });
});

describe('the matter', () => {
  const section = (text: string): MatterSection => ({ id: 's', head: 'S', text });
  it.each([
    ['`code`', 'code'],
    ['```\ncode\n```', 'block of code'],
    ['<b>x</b>', 'HTML'],
    ['a\n\n---\n\nb', 'rule'],
  ])('refuses %j rather than dropping it', (text, construct) => {
    const { value, diagnostics } = matterDivision(section(text));
    expect(value).toBeUndefined();
    expect(diagnostics[0]?.message).toContain(construct);
  });
});
