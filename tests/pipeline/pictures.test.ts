import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { SourceFile } from '../../src/model/source-file.js';
import { readPictures } from '../../src/pipeline/pictures.js';
import { build } from '../../src/pipeline.js';
import { chunk, signature } from '../../src/transform/epub/png.js';
import { opaquePng } from '../../src/transform/pdf/opaque-png.js';
import { volumeOf } from '../transform/editions-of.js';

let folder = '';
beforeEach(() => {
  const home = mkdtempSync(join(tmpdir(), 'pictures-'));
  folder = join(home, 'volume');
  mkdirSync(join(folder, 'maps'), { recursive: true });
  writeFileSync(join(home, 'secret.png'), png(2, 2, 2, 8, Buffer.alloc(12)));
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

/** A PNG of these samples, row by row. */
function png(width: number, height: number, colour: number, bits: number, samples: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bits, colour, 0, 0, 0], 8);
  const row = samples.length / height;
  const rows = Buffer.concat(
    Array.from({ length: height }, (_, y) =>
      Buffer.concat([Buffer.from([0]), samples.subarray(y * row, (y + 1) * row)]),
    ),
  );
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const RED = png(2, 2, 2, 8, Buffer.from([255, 0, 0, 255, 0, 0, 255, 0, 0, 255, 0, 0]));
const svg = (inside: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`;

async function codes(url: string): Promise<string[]> {
  const source = new SourceFile('v.xml', `<figure><graphic url="${url}"/></figure>`);
  const { value, diagnostics } = await readPictures(folder, [url], source);
  expect((value?.size ?? 0) + diagnostics.length).toBe(1);
  for (const { place } of diagnostics) expect(place?.start?.line).toBe(1);
  return diagnostics.map(({ code }) => code);
}

describe('pictures beside a volume', () => {
  it('are found by their path, in other spellings, and without their ending', async () => {
    writeFileSync(join(folder, 'maps', 'plan a.png'), RED);
    writeFileSync(join(folder, 'figure_0001.png'), RED);
    writeFileSync(join(folder, 'Mu\u0308nchen.png'), RED);
    for (const url of [
      'maps/plan a.png',
      'maps/plan%20a.png',
      './maps/../maps/plan a.png',
      'figure_0001',
      'M\u00fcnchen.png',
    ])
      expect(await codes(url), url).toEqual([]);
  });

  it.each(['nowhere.png', 'maps', '100%.png'])('that are not there: %s', async (url) => {
    expect(await codes(url)).toEqual(['TR024']);
  });

  it.each([
    '../secret.png',
    'maps/../../secret.png',
    '/etc/passwd',
    '..',
    'http://example.org/a.png',
    '//example.org/a.png',
    'file:///etc/passwd',
    'data:image/png;base64,AAAA',
    'C:\\a.png',
    '..\\secret.png',
    '%2e%2e/secret.png',
    'link.png',
    'linked/secret.png',
    '~/a.png',
  ])('that are elsewhere: %s', async (url) => {
    symlinkSync(join(folder, '..', 'secret.png'), join(folder, 'link.png'));
    symlinkSync(join(folder, '..'), join(folder, 'linked'));
    expect(await codes(url)).toEqual(['TR025']);
  });

  it('that are not what their name says, or no pictures', async () => {
    writeFileSync(join(folder, 'a.jpg'), RED);
    writeFileSync(join(folder, 'b.png'), 'GIF89a........');
    writeFileSync(join(folder, 'c.png'), '<html><script>x</script></html>');
    writeFileSync(join(folder, 'd.svg'), RED);
    writeFileSync(join(folder, 'e.png'), '');
    for (const url of ['a.jpg', 'b.png', 'c.png', 'd.svg', 'e.png']) expect(await codes(url), url).toEqual(['TR026']);
  });

  it('have names of their own in the editions, whatever their letters', async () => {
    const names = ['日本.png', '日本/地図.png', '.png', 'A.png', 'maps/a b.png', 'maps/a-b.png'];
    mkdirSync(join(folder, '日本'));
    for (const name of names) writeFileSync(join(folder, name), RED);
    const { value } = await readPictures(folder, names, new SourceFile('v.xml', ''));
    expect([...(value?.values() ?? [])].map(({ path }) => path)).toEqual([
      'picture.png',
      'picture/picture.png',
      'picture-2.png',
      'A.png',
      'maps/a-b.png',
      'maps/a-b-2.png',
    ]);
  });

  it('that are too large', async () => {
    writeFileSync(join(folder, 'large.png'), Buffer.concat([RED, Buffer.alloc(32_000_001)]));
    expect(await codes('large.png')).toEqual(['TR027']);
  });

  it.each([
    svg('<script>alert(1)</script>'),
    svg('', 'onload="x()"'),
    svg('<rect onclick="x()"/>'),
    svg('<image href="http://example.org/a.png"/>'),
    svg('<image xlink:href="file:///etc/passwd"/>'),
    svg('<foreignObject/>'),
    svg('<style>@import "http://example.org"</style>'),
    svg('<rect fill="url(http://example.org/a#b)"/>'),
    svg('<a href="javascript:x()"><rect/></a>'),
    svg('<set attributeName="href" to="x"/>'),
    `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('&a;')}`,
    `<?xml-stylesheet href="a.css"?>${svg('')}`,
    '<svg>no namespace</svg>',
    svg('<rect>'),
    svg('<use href="other.svg#a"/>'),
    svg('<rect style="fill: url( &quot;//example.org/a&quot; )"/>'),
  ])('that do more than show something: %s', async (text) => {
    writeFileSync(join(folder, 'x.svg'), text);
    expect(await codes('x.svg')).toEqual(['TR026']);
  });

  it.each([
    svg('<rect fill="url(#g)"/>'),
    `<?xml version="1.0"?>\n<!-- made by hand -->${svg('<use xlink:href="#a"/>')}`,
    svg(`<path d="M0 0${' L1 1'.repeat(210_000)}"/>`),
  ])('that are plain drawings: %.60s', async (text) => {
    writeFileSync(join(folder, 'x.svg'), text);
    expect(await codes('x.svg')).toEqual([]);
  });

  it('are in every edition, and among the sources of the archive', async () => {
    const figure = '<figure><graphic url="maps/Plan a.png"/><head>Plan</head><figDesc>A map</figDesc></figure>';
    writeFileSync(join(folder, 'maps', 'Plan a.png'), RED);
    writeFileSync(join(folder, 'v.xml'), volumeOf(`<p>a</p>${figure}`).text);
    const out = join(folder, '..', 'out');
    const built = await build(
      { input: join(folder, 'v.xml'), out, only: ['html', 'epub', 'pdf'], created: '2026-01-01T00:00:00Z', user: 'x' },
      { now: () => 0, progress: () => {} },
    );
    expect(built.diagnostics.filter(({ code }) => code.startsWith('TR0'))).toEqual([]);
    expect(readFileSync(join(out, 'html/pictures/maps/Plan-a.png'))).toEqual(RED);
    expect(readFileSync(join(out, 'html/d1.html'), 'utf8')).toContain(
      '<img class="graphic" src="pictures/maps/Plan-a.png" alt="A map" width="2" height="2" data-described="figDesc"/><figcaption>',
    );
    expect(readFileSync(join(out, 'tei/maps/Plan a.png'))).toEqual(RED);
    const pdf = readFileSync(join(out, 'pdf/v.pdf'), 'latin1');
    expect(pdf).toMatch(/\/Subtype \/Image/);
    expect(pdf).toMatch(/\/Alt \(A map\)/);
    expect(readFileSync(join(out, 'epub/v.epub')).includes('EPUB/pictures/maps/Plan-a.png')).toBe(true);
  });
});

describe('pictures of a file that is included from a folder of its own', () => {
  const xi = 'xmlns:xi="http://www.w3.org/2001/XInclude"';
  const figure = (url: string): string =>
    `<figure xmlns="http://www.tei-c.org/ns/1.0"><graphic url="${url}"/></figure>`;
  async function built(url: string): Promise<{ readonly out: string; readonly found: readonly Diagnostic[] }> {
    mkdirSync(join(folder, 'parts', 'img'), { recursive: true });
    writeFileSync(join(folder, 'parts', 'img', 'plan.png'), RED);
    writeFileSync(join(folder, 'parts', 'p.xml'), `\n${figure(url)}`);
    writeFileSync(join(folder, 'v.xml'), volumeOf(`<p>a</p><xi:include ${xi} href="parts/p.xml"/>`).text);
    const out = join(folder, '..', 'out');
    const { diagnostics } = await build(
      { input: join(folder, 'v.xml'), out, only: ['html', 'epub', 'pdf'], created: '2026-01-01T00:00:00Z', user: 'x' },
      { now: () => 0, progress: () => {} },
    );
    return { out, found: diagnostics.filter(({ code }) => code.startsWith('TR0')) };
  }

  it('stand beside that file, and are in every edition', async () => {
    const { out, found } = await built('img/plan.png');
    expect(found).toEqual([]);
    expect(readFileSync(join(out, 'html/pictures/parts/img/plan.png'))).toEqual(RED);
    expect(readFileSync(join(out, 'html/d1.html'), 'utf8')).toContain('src="pictures/parts/img/plan.png"');
    expect(readFileSync(join(out, 'epub/v.epub')).includes('EPUB/pictures/parts/img/plan.png')).toBe(true);
    expect(readFileSync(join(out, 'pdf/v.pdf'), 'latin1')).toMatch(/\/Subtype \/Image/);
    expect(readFileSync(join(out, 'tei/v.xml'), 'utf8')).toContain('url="parts/img/plan.png"');
    expect(readFileSync(join(out, 'tei/parts/img/plan.png'))).toEqual(RED);
  });

  it('that lead out of the folder of the volume are refused where they are written', async () => {
    const { found } = await built('../../secret.png');
    expect(found.map(({ code, place }) => `${code} ${basename(place?.file ?? '')}:${place?.start?.line}`)).toEqual([
      'TR025 p.xml:2',
    ]);
  });
});

describe('a PNG for print', () => {
  it('stays as it is where it has no transparency', () => {
    expect(opaquePng(RED)).toEqual(RED);
  });
  it('is laid on white where it has', () => {
    const half = png(1, 1, 6, 8, Buffer.from([255, 0, 0, 128]));
    const flat = Buffer.from(opaquePng(half) ?? []);
    expect([flat[24], flat[25]]).toEqual([8, 2]);
    expect(opaquePng(flat)).toEqual(flat);
    expect(flat).toEqual(png(1, 1, 2, 8, Buffer.from([255, 127, 127])));
  });
  it('has 16 bits made 8', () => {
    const deep = png(1, 1, 0, 16, Buffer.from([0x80, 0xff]));
    expect(opaquePng(deep)).toEqual(png(1, 1, 0, 8, Buffer.from([0x80])));
  });
  it.each([
    ['cut off', RED.subarray(0, RED.length - 20)],
    ['of other data than its size', png(2, 3, 2, 8, Buffer.alloc(18)).fill(9, 19, 20)],
    ['of no width', png(0, 1, 2, 8, Buffer.alloc(0))],
    ['interlaced', Buffer.from(RED).fill(1, 28, 29)],
    ['of endless size', Buffer.from(RED).fill(0x7f, 16, 24)],
  ])('%s is not printed', (_, bytes) => {
    expect(opaquePng(bytes)).toBeUndefined();
  });
});
