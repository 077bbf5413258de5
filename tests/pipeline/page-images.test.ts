import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { imageLibrary } from '../../src/formats/image-library.js';
import { addressOfImage, faultOfImages, originOf } from '../../src/model/page-images.js';
import { build } from '../../src/pipeline.js';
import { chunk, signature } from '../../src/transform/epub/png.js';
import { volumeOf } from '../transform/editions-of.js';

let folder = '';
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'page-images-')), 'volume');
  mkdirSync(join(folder, 'pages', '0003'), { recursive: true });
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

/** A grey PNG. */
function png(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0], 8);
  const rows = Buffer.alloc(height * (width + 1), 200);
  for (let y = 0; y < height; y++) rows[y * (width + 1)] = 0;
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const pb = (n: string): string => `<pb n="${n}" xml:id="pg_${n}" facs="000${n}"/>`;
const paged = volumeOf(
  `${pb('1')}<p>One begins<note n="1" xml:id="d1fn1">A note on page one.</note> here ${pb('2')}and goes on.</p>`,
  `<p>Two begins on page two.</p>${pb('3')}<p>Two ends.</p>`,
).text;
const films = volumeOf(
  '<frus:file id="1" path="0003/0001.TIF"/><frus:file id="2" path="0003/0002.TIF"/>',
  '<p>Words.</p>',
).text;

async function made(text: string, manifest: string, only: ('html' | 'epub' | 'pdf')[] = ['html'], epoch = '') {
  writeFileSync(join(folder, 'v.xml'), text);
  writeFileSync(join(folder, 'volume.yaml'), manifest);
  const out = join(folder, '..', 'out');
  const { diagnostics, value } = await build(
    {
      input: join(folder, 'v.xml'),
      out,
      only,
      created: '2001-01-01T00:00:00Z',
      user: 'A',
      ...(epoch === '' ? {} : { modified: epoch }),
    },
    { now: () => 0, progress: () => undefined },
  );
  const site = (name: string): string => readFileSync(join(out, 'html', name), 'utf8');
  const codes = diagnostics.map(({ code }) => code).filter((code) => code !== 'WP009');
  return { value, out, site, codes, diagnostics };
}

const words = (page: string): string =>
  (/<div class="leaf-words">([\s\S]*)<\/div>\n<\/div>\n<nav/.exec(page)?.[1] ?? '')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

describe('pictures of the pages of a source', () => {
  it('at an address stand beside the words of their page, with its notes, and only their site may be loaded from', async () => {
    const { site, codes } = await made(paged, 'images: https://images.example.org/{volume}/m/{facs}.png');
    expect(codes).toEqual([]);
    const [one, two, three] = ['pg_1.html', 'pg_2.html', 'pg_3.html'].map(site);
    expect(one).toContain('<img src="https://images.example.org/v/m/0001.png"');
    expect(one).toContain("img-src 'self' data: file: https://images.example.org;");
    expect(site('d1.html')).toContain('<a class="added" href="pg_2.html" aria-label="Page 2"></a>');
    expect(words(one ?? '')).toBe('One begins1 here 1A note on page one.');
    expect(words(two ?? '')).toBe('and goes on. 2. LetterTwo begins on page two.');
    expect(words(three ?? '')).toBe('Two ends.');
    expect([...(two ?? '').matchAll(/<li class="of-\w+"><a href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
      'd1.html#pg_2',
      'd2.html',
    ]);
    // No id of a document stands on another page too.
    expect(one).not.toMatch(/ id="(?!main|on-leaf)/);
  });

  it('are pages without pictures where the manifest says nothing, at the same addresses', async () => {
    const { site, codes } = await made(paged, 'severities: {}');
    expect(codes).toEqual([]);
    expect(site('pg_2.html')).toContain('<a href="d2.html">2. Letter</a>');
    expect(site('pg_2.html')).not.toContain('leaf-words');
    expect(site('pg_2.html')).toContain("img-src 'self' data: file:;");
    expect(site('pages.html')).toContain('<a href="pg_3.html" aria-label="Page 3">3</a>');
  });

  it('come from a folder, and what is not there, no picture or outside of it is told with the first', async () => {
    writeFileSync(join(folder, 'pages', '0001.png'), png(1700, 20));
    writeFileSync(join(folder, 'pages', '0002.png'), 'no picture');
    const { site, codes, diagnostics, out } = await made(paged, 'images: pages');
    expect(codes.slice(0, 2)).toEqual(['WP003', 'WP004']);
    expect(diagnostics.find(({ code }) => code === 'WP003')?.message).toContain('pages/0003');
    const image = /<img src="(images\/[^"]+)"[^>]*>/.exec(site('pg_1.html'));
    expect(image?.[0]).toContain('alt="Page 1, as a picture"');
    const library = await imageLibrary();
    if (library === undefined) {
      expect(codes).toContain('WP008');
      expect(readFileSync(join(out, 'html', image?.[1] ?? '')).equals(png(1700, 20))).toBe(true);
    } else {
      expect(readdirSync(join(out, 'html', 'images')).sort()).toEqual(['0001-800.webp', '0001.webp']);
      expect(image?.[0]).toContain('srcset="images/0001-800.webp 800w, images/0001.webp 1600w"');
    }
    writeFileSync(join(folder, '..', 'secret.png'), png(2, 2));
    symlinkSync(join(folder, '..', 'secret.png'), join(folder, 'pages', '0003.png'));
    expect((await made(paged, 'images: pages')).codes).toContain('WP007');
  });

  it('that are all there is of a document are in every edition', async () => {
    writeFileSync(join(folder, 'pages', '0003', '0001.png'), png(90, 120));
    writeFileSync(join(folder, 'pages', '0003', '0002.png'), png(90, 120));
    const { site, out, diagnostics } = await made(films, 'images: pages', ['html', 'epub', 'pdf']);
    expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(
      site('d1.html').match(
        /<img class="graphic" src="pictures\/facsimiles\/0003\/000\d\.(?:jpg|png)" alt="Page \d of 2 of document 1,/g,
      ),
    ).toHaveLength(2);
    const book = unzipSync(readFileSync(join(out, 'epub', 'v.epub')));
    expect(Object.keys(book).filter((path) => path.startsWith('EPUB/pictures/'))).toHaveLength(2);
    const opf = Buffer.from(book['EPUB/package.opf'] ?? '').toString();
    expect(opf).toContain('schema:accessModeSufficient">textual,visual<');
    expect(readFileSync(join(out, 'pdf', 'v.pdf'), 'latin1').match(/\/Subtype \/Image/g)?.length).toBeGreaterThan(0);
  });

  it('at an address are shown in the web edition alone', async () => {
    const { site, out } = await made(films, 'images: https://images.example.org/{facs}.png', ['html', 'epub']);
    expect(site('d1.html')).toContain('src="https://images.example.org/0003/0002.png"');
    expect(
      Buffer.from(unzipSync(readFileSync(join(out, 'epub', 'v.epub')))['EPUB/text/d1.xhtml'] ?? '').toString(),
    ).not.toContain('<img');
  });

  it('make a IIIF manifest of a volume with an address: a canvas a page, a range a section', async () => {
    const published = paged.replace(
      '<publicationStmt><p/></publicationStmt>',
      '<publicationStmt><publisher>P</publisher><idno type="url">https://example.org/v/</idno></publicationStmt>',
    );
    const { site } = await made(
      published,
      'images:\n  from: https://images.example.org/{facs}.png\n  width: 1000\n  height: 1600\n',
    );
    const manifest = JSON.parse(site('iiif/manifest.json'));
    expect(manifest.id).toBe('https://example.org/v/iiif/manifest.json');
    expect(manifest.items.map((canvas: { label: object; height: number }) => [canvas.label, canvas.height])).toEqual(
      ['Page 1', 'Page 2', 'Page 3'].map((title) => [{ en: [title] }, 1600]),
    );
    const canvases = (ids: readonly string[]) =>
      ids.map((id) => ({ id: `https://example.org/v/iiif/canvas/pg_${id}`, type: 'Canvas' }));
    const [chapter] = manifest.structures;
    expect(chapter.items.map((range: { items: object }) => range.items)).toEqual([
      canvases(['1', '2']),
      canvases(['2', '3']),
    ]);
    expect(site('_headers')).toContain("img-src 'self' data: https://images.example.org;");
    const unpublished = await made(paged, 'images: https://images.example.org/{facs}.png');
    expect(unpublished.diagnostics.map(({ code }) => code)).toContain('WP009');
  });
});

describe('where pictures of pages are', () => {
  it('is a folder below the manifest, or an address whose host is fixed', () => {
    for (const good of [
      'pages',
      'scans/large',
      'https://a.example.org/{volume}/{facs}.png',
      'https://a.org:8443/{facs}',
    ])
      expect(faultOfImages(good), good).toBeUndefined();
    for (const bad of [
      '../pages',
      '/pages',
      'a//b',
      'http://a.org/{facs}.png',
      'https://a.org/x.png',
      'https://{facs}.a.org/',
      'https://u:p@a.org/{facs}',
      'https://a.org/{facs}{page}',
      "https://a.org/{facs}'; script-src *",
      'https://a.org/{facs}?x=1',
      'javascript:{facs}',
      'https:///{facs}',
    ])
      expect(faultOfImages(bad), bad).toBeDefined();
    expect(originOf({ from: 'https://A.example.org/{facs}' })).toBe('https://a.example.org');
  });

  it('takes no name that would lead elsewhere into an address', () => {
    const images = { from: 'https://a.org/{volume}/{facs}.png' };
    expect(addressOfImage(images, 'v', '0003/0001.TIF')).toBe('https://a.org/v/0003/0001.png');
    expect(addressOfImage({ from: 'https://a.org/{facs}' }, 'v', 'p 1.jpg')).toBeUndefined();
    expect(addressOfImage(images, 'v', 'é')).toBe('https://a.org/v/%C3%A9.png');
    for (const name of ['../x', 'a/../b', '#surface', 'http://b.org/x', '', '.', 'a//b', '\\x'])
      expect(addressOfImage(images, 'v', name), name).toBeUndefined();
  });
});
