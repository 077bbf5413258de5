import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { crc32 } from '../../src/formats/crc32.js';
import { build, root, temporaryFolder } from './tools.js';

/** The IIIF manifest of a volume in the viewers that readers have: each loads it and shows the picture of a page. They do not come with the program; `.ci/run` installs them. */

const viewers = join(root, 'dist/ci/viewers/node_modules');
const isInstalled = existsSync(join(viewers, 'mirador')) && existsSync(join(viewers, 'tify'));
if (!isInstalled) console.warn(`SKIPPED: ${viewers} is not there; .ci/run installs it.`);

const BASE = 'https://example.org/volume/';
const folder = temporaryFolder();
const site = join(folder.path, 'out/html');
let browser: Browser;

/** A picture of one grey, as a PNG. */
function grey(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.concat(
    Array.from({ length: height }, () => Buffer.concat([Buffer.of(0), Buffer.alloc(width, 0x60)])),
  );
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

beforeAll(async () => {
  if (!isInstalled) return;
  const volume = join(folder.path, 'volume');
  mkdirSync(join(volume, 'pages'), { recursive: true });
  const document = (n: number): string =>
    `<div type="document" subtype="historical-document" n="${n}" xml:id="d${n}"><head>${n}. Letter</head><pb n="${n}" xml:id="pg_${n}" facs="000${n}"/><p>Words.</p></div>`;
  writeFileSync(
    join(volume, 'v.xml'),
    `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="v"><teiHeader><fileDesc><titleStmt><title type="complete">A Volume of Letters</title></titleStmt>
<publicationStmt><idno type="url">${BASE}</idno></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>
<text><body><div type="chapter" xml:id="ch1"><head>Chapter</head>${document(1)}${document(2)}</div></body></text></TEI>`,
  );
  writeFileSync(join(volume, 'volume.yaml'), 'images: pages\n');
  for (const n of [1, 2]) writeFileSync(join(volume, 'pages', `000${n}.png`), grey(400, 600));
  const { status, output } = build(join(volume, 'v.xml'), 'html', join(folder.path, 'out'));
  expect(status, output).toBeLessThan(2);
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--use-gl=swiftshader'],
  });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  folder.remove();
});

/** A page with a viewer beside the edition, so that what it draws may be looked at; and what was asked of the edition. */
async function viewing(html: string, scripts: readonly string[]): Promise<{ page: Page; asked: Set<string> }> {
  const page = await (await browser.newContext({ viewport: { width: 1200, height: 800 } })).newPage();
  const asked = new Set<string>();
  await page.route('**/*', async (route) => {
    const { pathname, origin } = new URL(route.request().url());
    const headers = { 'access-control-allow-origin': '*' };
    if (pathname === '/') return route.fulfill({ body: html, contentType: 'text/html' });
    const own = scripts.find((script) => pathname === `/${script}`);
    if (own !== undefined)
      return route.fulfill({ path: join(viewers, own), contentType: 'text/javascript; charset=utf-8' });
    const file = join(site, pathname.replace(/^\/volume\//, ''));
    if (origin !== 'https://example.org' || !existsSync(file)) return route.fulfill({ status: 404, body: '' });
    asked.add(pathname.replace(/^\/volume\//, ''));
    return route.fulfill({ body: readFileSync(file), headers });
  });
  await page.goto('https://example.org/');
  return { page, asked };
}

/** Something that is drawn: the middle of the largest canvas has the grey of the picture. */
const MIDDLE = `(() => {
  const all = [...document.querySelectorAll('canvas')].sort((a, b) => b.width * b.height - a.width * a.height);
  const canvas = all[0];
  const context = canvas && canvas.getContext('2d');
  if (!context) return canvas ? 'no 2d' : 'no canvas';
  return [...context.getImageData(canvas.width >> 1, canvas.height >> 1, 1, 1).data].slice(0, 3).join();
})()`;
const PATIENCE = { timeout: 25_000 };

describe.skipIf(!isInstalled)('the IIIF manifest', () => {
  test('opens in TIFY, which shows the first page', async () => {
    const { page, asked } = await viewing(
      `<!DOCTYPE html><title>TIFY</title><div id="tify" style="height: 700px"></div>
<script type="module">import Tify from '/tify/dist/tify.js'; window.made = new Tify({ container: '#tify', manifestUrl: '${BASE}iiif/manifest.json' });</script>`,
      ['tify/dist/tify.js'],
    );
    await expect
      .poll(() => [...asked].sort(), PATIENCE)
      .toEqual(expect.arrayContaining(['iiif/manifest.json', 'images/0001.png']));
    await expect.poll(() => page.evaluate(MIDDLE), PATIENCE).toBe('96,96,96');
    await page.context().close();
  });

  test('opens in Mirador, which shows its title and the first page', async () => {
    const { page, asked } = await viewing(
      `<!DOCTYPE html><title>Mirador</title><div id="m" style="position: relative; height: 700px"></div><script src="/mirador/dist/mirador.min.js"></script>
<script>window.made = Mirador.viewer({ id: 'm', windows: [{ manifestId: '${BASE}iiif/manifest.json' }], osdConfig: { drawer: 'canvas' } });</script>`,
      ['mirador/dist/mirador.min.js'],
    );
    await expect.poll(() => page.locator('body').textContent(), PATIENCE).toContain('A Volume of Letters');
    await expect.poll(() => [...asked], PATIENCE).toContain('images/0001.png');
    await expect.poll(() => page.evaluate(MIDDLE), PATIENCE).toBe('96,96,96');
    await page.context().close();
  });
});
