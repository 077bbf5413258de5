import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { SourceFile } from '../../src/model/source-file.js';
import { html } from '../../src/transform/html.js';
import { renderPivot } from '../../src/transform/pivot.js';
import { readVolume } from '../../src/transform/tei-reading.js';
import { FULL_MANIFEST, REAL_VOLUMES, realVolume, samplerVolume } from '../metadata/editions.js';
import { runs } from '../runs.js';
import { volumeOf } from './editions-of.js';

type Site = ReadonlyMap<string, string>;

function siteOf(source: SourceFile): Site {
  const [pivot, reading] = [renderPivot(source).value, readVolume(source).value];
  if (pivot === undefined || reading === undefined) throw new Error('the volume was not read');
  return html(pivot, reading).value as Site;
}

/** The documents of a site as data, each held against the schema that lies beside them. */
function dataOf(site: Site): ReadonlyMap<string, Record<string, unknown>> {
  const schema = z.fromJSONSchema(JSON.parse(site.get('json/document.schema.json') ?? ''));
  const found = new Map<string, Record<string, unknown>>();
  for (const [path, text] of site) {
    if (!/^json\/(?!document\.schema)/.test(path)) continue;
    const data = JSON.parse(text) as Record<string, unknown>;
    const { error } = schema.safeParse(data);
    expect(error === undefined ? '' : `${path}: ${error.message}`).toBe('');
    found.set(path, data);
  }
  return found;
}

describe('the data of a document', () => {
  const site = siteOf(new SourceFile('volume.xml', samplerVolume(FULL_MANIFEST)));

  it('are a file beside its TEI, which its page links to, by the schema beside them', () => {
    const all = dataOf(site);
    expect(all.size).toBe([...site.keys()].filter((path) => path.startsWith('tei/')).length);
    const page = site.get('d73.html') ?? '';
    expect(page).toContain('<link rel="alternate" type="application/json" href="json/d73.json"/>');
    expect(page).toContain('<a href="json/d73.json" type="application/json">JSON</a>');
  });

  it('hold its record, persons, places, notes, citations and words', () => {
    const letter = dataOf(site).get('json/d73.json') ?? expect.fail('no data of the letter');
    expect(letter).toMatchObject({
      id: 'd73',
      number: '73',
      address: 'https://example.org/sampler/d73.html',
      page: '../d73.html',
      tei: '../tei/d73.xml',
      from: [{ name: 'Rusk', entry: 'p_RD1' }],
    });
    expect(letter['record']).toContainEqual({ fact: 'file', words: 'POL 23–6 USSR' });
    expect(letter['persons']).toContainEqual(
      expect.objectContaining({ entry: 'p_RD1', name: 'Rusk, Dean', roles: ['Sent'] }),
    );
    expect(letter['places']).toContain('Washington');
    expect(letter['notes']).toContainEqual(
      expect.objectContaining({ number: '1', type: 'source', text: expect.stringContaining('National Archives') }),
    );
    expect((letter['text'] as string[]).join(' ')).toContain('Ambassador Thompson has reviewed');
    expect((letter['text'] as string[]).join(' ')).not.toContain('Source: National Archives');
    expect((letter['citations'] as Record<string, string>)['mla']).toMatch(/^Rusk, Dean\. “Letter From/);
  });

  it('part the words of a note where the note has paragraphs, lines, entries or verses', () => {
    const block = fc.constantFrom<readonly [string, string]>(
      ['<p>Alpha one.</p>', 'Alpha one.'],
      ['<p>Beta <hi rend="italic">two</hi><lb/>three</p>', 'Beta two three'],
      ['<list><item>Gamma</item><item>four</item></list>', 'Gamma four'],
      ['<table><row><cell>Delta</cell><cell>five</cell></row></table>', 'Delta five'],
      ['<lg><l>Epsilon</l><l>six</l></lg>', 'Epsilon six'],
      ['<quote><p>Zeta</p><p>seven</p></quote>', 'Zeta seven'],
    );
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 5 }), (blocks) => {
        const note = `<note n="1" xml:id="d1fn1">${blocks.map(([tei]) => tei).join('')}</note>`;
        const [data] = [...dataOf(siteOf(volumeOf(`<p>Words${note}.</p>`))).values()];
        expect(data?.['notes']).toEqual([
          { id: 'd1fn1', number: '1', text: blocks.map(([, words]) => words).join(' ') },
        ]);
      }),
      { numRuns: runs(12) },
    );
  });

  it('are by the schema whatever the text is', () => {
    const block = fc.constantFrom(
      '<p>Words<note n="1" xml:id="a1">A note in <placeName>Bonn</placeName>.</note>.</p>',
      '<p>In <placeName>東京</placeName> &amp; elsewhere \u{1F600}</p>',
      '<note type="source" xml:id="s1">Source: NSC Files. Secret.</note>',
      '<opener><dateline><placeName>Bonn</placeName>, <date when="1964-01-02">January 2</date>.</dateline></opener>',
      '',
    );
    fc.assert(
      fc.property(fc.uniqueArray(block, { minLength: 1, maxLength: 4 }), (blocks) => {
        const data = dataOf(siteOf(volumeOf(blocks.join(''))));
        expect([...data.keys()]).toEqual(['json/d1.json', 'json/d2.json']);
      }),
      { numRuns: runs(10) },
    );
  });

  it.skipIf(REAL_VOLUMES.length === 0)('are by the schema in a real volume', () => {
    const [id = ''] = REAL_VOLUMES;
    expect(dataOf(siteOf(new SourceFile('volume.xml', realVolume(id) ?? ''))).size).toBeGreaterThan(100);
  });
});
