import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { build } from '../../src/pipeline.js';
import { volumeOf } from '../transform/editions-of.js';

const folder = mkdtempSync(join(tmpdir(), 'offprints-'));
afterAll(() => rmSync(folder, { recursive: true }));

const CREATED = { created: '2026-01-01T00:00:00Z', user: 'Editor' };
const surroundings = { now: () => 0, progress: () => undefined };
const BODY =
  '<pb n="7" xml:id="pg_7"/><p>The words of it, see <ref target="#d2">the second</ref><note n="1" xml:id="d1fn1">Of it.</note>.</p>';

async function siteOf(yaml: string, offprints?: 'chapters' | 'documents', idnos = ''): Promise<string> {
  const input = join(folder, 'v.xml');
  const { text } = volumeOf(BODY);
  writeFileSync(
    input,
    text.replace('<publicationStmt><p/>', `<publicationStmt><idno type="url">https://example.org/v/</idno>${idnos}`),
  );
  writeFileSync(join(folder, 'volume.yaml'), yaml);
  const out = mkdtempSync(join(folder, 'out-'));
  const only = ['html'] as const;
  const built = await build(
    { input, out, only, ...CREATED, ...(offprints === undefined ? {} : { offprints }) },
    surroundings,
  );
  expect(built.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return join(out, 'html');
}

describe('offprints', () => {
  it('are made of chapters where the manifest says so, and the pages lead to them', async () => {
    const site = await siteOf('offprints: chapters\n');
    expect(readdirSync(join(site, 'offprints')).sort()).toEqual(['ch1.epub', 'ch1.pdf']);
    expect(readFileSync(join(site, 'ch1.html'), 'utf8')).toContain('<a href="offprints/ch1.pdf"');
    expect(readFileSync(join(site, 'd1.html'), 'utf8')).toContain('<a href="offprints/ch1.epub"');
  });

  it('are made of documents where the call says so; links out of one lead to the web edition', async () => {
    const site = await siteOf('severities: {}\n', 'documents');
    expect(readdirSync(join(site, 'offprints')).sort()).toEqual(
      ['ch1', 'd1', 'd2'].flatMap((name) => [`${name}.epub`, `${name}.pdf`]),
    );
    expect(readFileSync(join(site, 'd1.html'), 'utf8')).toMatch(/<a href="offprints\/d1\.pdf" [^>]*>PDF<\/a>/);
    const epub = unzipSync(readFileSync(join(site, 'offprints/d1.epub')));
    const texts = Object.entries(epub).map(([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')] as const);
    const words = texts.map(([, text]) => text).join('\n');
    expect(words).toContain('<dc:title id="title">1. Letter (A Volume)</dc:title>');
    expect(words).toContain('href="https://example.org/v/d2.html"');
    expect(texts.some(([path]) => path.endsWith('/d2.xhtml'))).toBe(false);
    expect(readFileSync(join(site, 'offprints/d1.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it.each([
    [
      '<idno type="doi">10.5072/whole</idno><idno type="isbn-13">978-0-306-40615-7</idno>',
      'https://doi.org/10.5072/whole',
    ],
    ['<idno type="isbn-13">978-0-306-40615-7</idno>', 'urn:isbn:9780306406157'],
    ['', 'urn:uuid:'],
  ])(
    'name the volume that they are a part of, and bear neither its numbers nor its certification: %s',
    async (idnos, volume) => {
      const site = await siteOf('accessibility: { certified-by: Ann Roe }\n', 'documents', idnos);
      const opf = Buffer.from(
        unzipSync(readFileSync(join(site, 'offprints/d1.epub')))['EPUB/package.opf'] ?? [],
      ).toString();
      expect(opf.match(/<dc:identifier[^>]*>/g)).toEqual(['<dc:identifier id="identifier">']);
      expect(opf).toMatch(/<dc:identifier id="identifier">urn:uuid:/);
      expect(opf).not.toMatch(/certifi|conformsTo/);
      expect(opf).toContain(`<meta property="dcterms:isPartOf">${volume}`);
      expect(opf).toContain('<meta property="belongs-to-collection" id="volume">A Volume</meta>');
      // Its pages are still those of the printed volume.
      if (idnos !== '') expect(opf).toContain('<meta property="pageBreakSource">urn:isbn:9780306406157</meta>');
      const pdf = readFileSync(join(site, 'offprints/d1.pdf')).toString('latin1');
      expect(pdf).toContain('<dc:title>');
      expect(pdf).not.toContain('<dc:identifier>');
    },
  );

  it('are none where nothing is said', async () => {
    const site = await siteOf('severities: {}\n');
    expect(readdirSync(site)).not.toContain('offprints');
    expect(readFileSync(join(site, 'd1.html'), 'utf8')).not.toContain('offprints/');
  });
});

describe('the files for Distributed Text Services', () => {
  it('are made where the manifest asks for them', async () => {
    const site = await siteOf('dts: yes\n');
    expect(readdirSync(join(site, 'dts')).sort()).toEqual([
      'collection',
      'collection.json',
      'index.json',
      'navigation',
    ]);
  });
});
