import { posix } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlainXml } from '../../src/formats/xml-tree.js';
import { SourceFile } from '../../src/model/source-file.js';
import { inlineJson } from '../../src/transform/html/inline-json.js';
import { html } from '../../src/transform/html.js';
import { renderPivot } from '../../src/transform/pivot.js';
import { readVolume } from '../../src/transform/tei-reading.js';
import { FULL_MANIFEST, REAL_VOLUMES, realVolume, samplerVolume } from '../metadata/editions.js';
import { readBibtex, readRis, texWords } from '../metadata/reference-formats.js';
import { runs } from '../runs.js';

type Site = ReadonlyMap<string, string>;

function siteOf(tei: string, statement?: string): Site {
  const source = new SourceFile('volume.xml', tei);
  const [pivot, reading] = [renderPivot(source).value, readVolume(source).value];
  if (pivot === undefined || reading === undefined) throw new Error('the volume was not read');
  const { value, diagnostics } = html(pivot, reading, { statement });
  expect(diagnostics).toEqual([]);
  return value as Site;
}
const page = (site: Site, name: string): string => site.get(name) ?? expect.fail(`no ${name}`);
const decoded = (text: string): string => text.replaceAll('&amp;', '&');

const sampler = siteOf(samplerVolume(FULL_MANIFEST));

describe('the page of a document', () => {
  const letter = page(sampler, 'd73.html');

  it('has its citations, and the same for reference managers in itself', () => {
    expect(letter).toContain(
      '<dd class="citation">“Letter From Secretary of State Rusk to Acting Attorney General Katzenbach,” Washington, November 19, 1964, in <i>',
    );
    const links = [...letter.matchAll(/<a download="([^"]*)" href="data:([^;]*);charset=utf-8,([^"]*)">/g)];
    const data = new Map(links.map(([, name = '', , text = '']) => [name, decodeURIComponent(decoded(text))]));
    expect([...data.keys()]).toEqual(['sampler-d73.bib', 'sampler-d73.ris', 'sampler-d73.json']);
    const [entry] = readBibtex(data.get('sampler-d73.bib') ?? '');
    expect(texWords(entry?.fields.get('url') ?? '')).toBe('https://example.org/sampler/d73.html');
    expect(readRis(data.get('sampler-d73.ris') ?? '').length).toBe(1);
    expect(JSON.parse(data.get('sampler-d73.json') ?? '')[0]).toMatchObject({
      type: 'chapter',
      'chapter-number': '73',
    });
  });

  it('says what it is to programs: its address, its volume, its terms, what describes it', () => {
    const links = [...letter.matchAll(/<link rel="([^"]*)"[^>]* href="([^"]*)"\/>/g)].map(([, rel, href]) => [
      rel,
      href,
    ]);
    expect(links).toEqual(
      expect.arrayContaining([
        ['canonical', 'https://example.org/sampler/d73.html'],
        ['up', 'index.html'],
        ['license', 'https://creativecommons.org/publicdomain/zero/1.0/'],
        ['describedby', 'metadata/documents.json'],
      ]),
    );
    expect(new Set(links.map(String)).size).toBe(links.length);
    const [, data = ''] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(letter) ?? [];
    expect(JSON.parse(data)).toMatchObject({
      '@type': 'Message',
      url: 'https://example.org/sampler/d73.html',
      isPartOf: { '@type': 'Book', '@id': 'https://doi.org/10.5072/sampler.1' },
    });
    expect(letter).toContain('<meta name="citation_author" content="Rusk, Dean"/>');
    expect(page(siteOf(samplerVolume()), 'd73.html')).not.toMatch(/rel="canonical"|og:url|citation_public_url/);
  });

  it('leads from each paragraph to itself, by keyboard too, and from the names of the record to persons', () => {
    const ids = [...letter.matchAll(/<p id="(d73-p\d+)">/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(5);
    expect(ids).toEqual(ids.map((_, i) => `d73-p${i + 1}`));
    const [, list = ''] = /<details class="paragraph-list">(.*?)<\/details>/s.exec(letter) ?? [];
    expect([...list.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id)).toEqual(ids);
    expect(letter).toMatch(/<dt>From<\/dt><dd><a class="persName" href="person-p_RD1.html">Rusk<\/a>/);
  });
});

describe('the addresses of paragraphs', () => {
  const addressesIn = (site: Site, name: string): readonly (string | undefined)[] =>
    [...page(site, name).matchAll(/<(?:p|div class="p") id="([^"]*)"/g)].map(([, id]) => id);

  it('do not change when another document is added to', () => {
    const tei = samplerVolume();
    const at = tei.indexOf('xml:id="d73"');
    const changed = `${tei.slice(0, at)}${tei.slice(at).replace('<p>In the event', '<p>A new one.</p><p>In the event')}`;
    expect(changed).not.toBe(tei);
    const [before, after] = [siteOf(tei), siteOf(changed)];
    expect(addressesIn(after, 'd73.html').length).toBe(addressesIn(before, 'd73.html').length + 1);
    for (const name of [...before.keys()].filter((path) => /^d\d+\.html$/.test(path) && path !== 'd73.html'))
      expect(addressesIn(after, name)).toEqual(addressesIn(before, name));
  });

  it('keep the ids that paragraphs have, and take none that there is', () => {
    const tei = samplerVolume()
      .replace('<p>In the event', '<p xml:id="own">In the event')
      .replace('<p>We have, from', '<p><anchor xml:id="d73-p3"/>We have, from');
    const ids = addressesIn(siteOf(tei), 'd73.html');
    expect(ids.slice(0, 3)).toEqual(['d73-p1', 'own', 'd73-p3_']);
  });
});

describe('persons', () => {
  it('have a page with their documents and parts, the places in them and who else is met there', () => {
    const rusk = page(sampler, 'person-p_RD1.html');
    expect(rusk).toContain('<h1>Rusk, Dean</h1>');
    expect(rusk).toMatch(
      /<h2[^>]*>Sent <span class="quiet">\d+<\/span><\/h2>\s*<ul class="appearances">\s*<li><a href="d73.html">/,
    );
    expect(rusk).toContain('In the same documents');
    expect(page(sampler, 'browse/people.html')).toContain('href="../person-p_RD1.html">Rusk, Dean</a>');
    expect(page(sampler, 'persons.html')).toMatch(
      /id="p_RD1"[^>]*>.*?<a class="added entry-documents" href="person-p_RD1.html">/s,
    );
  });

  it('lead only to what there is, and no page takes the name of another', () => {
    for (const [name, text] of sampler) {
      if (!name.endsWith('.html')) continue;
      expect(() => readPlainXml(text.replace(/^<!DOCTYPE html>\n/, '')), name).not.toThrow();
      for (const [, href = ''] of text.matchAll(/ (?:href|src)="([^"]*)"/g)) {
        if (/^(?:data|https?|mailto):/.test(href)) continue;
        const [path = '', id] = href.replace(/^\/sampler\//, '').split('#');
        const target = sampler.get(path === '' ? name : posix.normalize(posix.join(posix.dirname(name), path)));
        // The stylesheet's own files are made by another stage.
        expect(target === undefined ? `${name}: ${href}` : '').toBe('');
        if (id !== undefined && path.endsWith('.html')) expect(target, `${name}: ${href}`).toContain(` id="${id}"`);
      }
    }
  });

  it('are linked in a record where they are certain, and nowhere else', () => {
    const tei = samplerVolume().replace(
      /<resp key="drafted">([^<]*)<\/resp>\s*<persName>[^<]*<\/persName>/g,
      '<resp key="drafted">$1</resp><persName>Rusk</persName>',
    );
    const letter = page(siteOf(tei), 'd73.html');
    // No source note names a Rusk, and the surname alone is not the name of the list: it is told that the name is all that speaks for it.
    expect(letter).toMatch(
      /<dt>[Dd]rafted by<\/dt><dd><a href="person-p_RD1.html">Rusk<\/a> <span class="role">\(by the name alone\)<\/span><\/dd>/,
    );
  });
});

describe('the pages of the site’s own', () => {
  it('are there: for what is not found with the addresses of the host, a sign for tabs, what is known of accessibility', () => {
    const missing = page(sampler, '404.html');
    expect(missing).toContain('href="/sampler/style.css"');
    expect(missing).not.toMatch(/ (?:href|src)="(?!\/sampler\/|#|https?:|mailto:)/);
    expect(page(siteOf(samplerVolume()), '404.html')).toContain('href="style.css"');
    expect(page(sampler, 'favicon.svg')).toContain('<svg xmlns');
    const statement = page(sampler, 'accessibility.html');
    expect(statement).toContain('no word is missing');
    expect(statement).toContain('Nobody has yet told');
    const said = page(siteOf(samplerVolume(), 'Examined by <A>.\n\nIn 2026.'), 'accessibility.html');
    expect(said).toContain('<p>Examined by &lt;A&gt;.</p>\n<p>In 2026.</p>');
    expect(said).not.toContain('Nobody has yet told');
  });
});

describe('data in a page', () => {
  it('ends no element and means the same', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('</script><script>', '<!--', ']]>', '&lt;')),
        (words) => {
          const { text } = inlineJson({ words });
          expect(text).not.toMatch(/[<>&\u007f-\u009f\ufffe\uffff]/);
          expect(JSON.parse(text)).toEqual({ words: words.toWellFormed() });
        },
      ),
      { numRuns: runs(200) },
    );
  });
});

describe.each(REAL_VOLUMES)('the site of %s', (id) => {
  const tei = realVolume(id);
  it.skipIf(tei === undefined)('cites every document, and names no page twice', () => {
    const site = siteOf(tei ?? '');
    const documents = [...site].filter(([, text]) => text.includes('<body class="page-document">'));
    expect(documents.length).toBeGreaterThan(100);
    for (const [name, text] of documents) expect(text.split('<dd class="citation">').length, name).toBe(4);
    const names = [...site.keys()].map((name) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
  });
});
