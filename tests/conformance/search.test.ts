import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer } from '../../src/discovery/http/site.js';
import { serveAt, type WebServer } from '../../src/discovery/http/web-server.js';
import { fragmentOf } from '../../src/search/browser/address.js';
import { stopWordsOf } from '../../src/search/stop-words.js';
import { paragraphsOf } from '../search/brute-force.js';
import { casesFrom, searchableIn, truthsOf, within } from '../search/volumes.js';
import { build, root, temporaryFolder, volumes } from './tools.js';

/** A volume of the series where this machine has one, else the sampler; which is said aloud. */
const real = join(volumes, 'frus1964-68v14.xml');
const input = existsSync(real) ? real : join(root, 'corpus/sampler');
if (input !== real) console.warn(`SKIPPED: ${real} is not there; the sampler is searched in its place.`);

const folder = temporaryFolder();
const out = join(folder.path, basename(input, extname(input)));
const site = join(out, 'html');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
let browser: Browser;
let server: WebServer;
const served = { folders: [{ name: 'volume', folder: site }], address: '' };

beforeAll(async () => {
  const { status, output } = build(input, 'html', out);
  expect(status, output).toBeLessThan(2);
  server = await serveAt((request, address) => answer({ ...served, address }, request, 0), '127.0.0.1', 0);
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  folder.remove();
});

/** Requests made of the volume's own words, each with the pages that a look at every word of every document finds. */
const expectations = (async () => {
  const volume = await searchableIn(input);
  const stopWords = stopWordsOf(volume.language);
  const texts = volume.documents.map(paragraphsOf);
  return casesFrom(volume, stopWords, 200, 14).map((one) => {
    const found = within(truthsOf(one, texts, stopWords), volume.documents, one.request);
    return { request: one.request, pages: new Set(found.map((i) => volume.documents[i]?.page ?? '')) };
  });
})();

/** What the page says and shows of a request in its address, when it has answered. */
async function ask(
  page: Page,
  fragment: string,
): Promise<{ readonly status: string; readonly pages: readonly string[] }> {
  return (await page.evaluate(
    `(async () => {
      const changed = new Promise((resolve) => addEventListener('hashchange', () => setTimeout(resolve, 0), { once: true }));
      location.hash = ${JSON.stringify(`${fragment}&`)};
      await changed;
      const panel = document.getElementById('search-panel');
      while (panel.getAttribute('aria-busy') !== 'false') await new Promise((resolve) => setTimeout(resolve, 4));
      return {
        status: document.getElementById('search-status').textContent,
        pages: [...document.querySelectorAll('#search-results h3 a')].map((link) => link.getAttribute('href')),
      };
    })()`,
  )) as { status: string; pages: string[] };
}

/** Waits until the page has answered. */
async function settled(page: Page): Promise<void> {
  await page.waitForSelector('#search-panel[aria-busy=false]');
}

describe.each(['a disk', 'a server'])('from %s', (from) => {
  const addressOf = (path: string): string =>
    new URL(path, from === 'a disk' ? pathToFileURL(`${site}/`) : server.address).href;

  test('200 queries of words, phrases, days and facets find what a look at every word finds', async () => {
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      // A browser asks every server for a picture of the site by itself.
      const isFavicon = message.location().url.endsWith('/favicon.ico');
      if (message.type() === 'error' && !isFavicon) faults.push(message.text());
    });
    await page.goto(addressOf('search.html'));
    await settled(page);
    for (const { request, pages } of await expectations) {
      const found = await ask(page, fragmentOf(request));
      const count = /^(?:(\d+) results?|No results)/.exec(found.status);
      expect(Number(count?.[1] ?? 0), `${JSON.stringify(request)}: ${found.status}`).toBe(pages.size);
      expect(found.pages.length).toBe(Math.min(10, pages.size));
      expect(found.pages.filter((path) => !pages.has(path))).toEqual([]);
    }
    expect(faults).toEqual([]);
    await page.close();
  });

  test('the number of a document leads to it', async () => {
    const page = await browser.newPage();
    await page.goto(addressOf('index.html'));
    await page.getByRole('searchbox').fill('document 1');
    await page.keyboard.press('Enter');
    const link = page.getByRole('list', { name: 'Go to' }).getByRole('link');
    expect(await link.textContent()).toMatch(/^Document 1\b/);
    await link.click();
    await page.waitForURL(/\/d1\.html$/);
    await page.close();
  });

  test('a search is made, narrowed, and a result opened by the keyboard alone', async () => {
    const page = await browser.newPage();
    await page.goto(addressOf('index.html'));
    const focused = (): Promise<string> =>
      page.evaluate(
        `(() => { const at = document.activeElement; return at.getAttribute('aria-label') ?? at.labels?.[0]?.textContent ?? at.textContent; })()`,
      ) as Promise<string>;
    const tabTo = async (wanted: RegExp): Promise<void> => {
      for (let presses = 0; presses < 80; presses++) {
        await page.keyboard.press('Tab');
        if (wanted.test(await focused())) return;
      }
      throw new Error(`Tab does not lead to ${wanted.source}, but to ${await focused()}`);
    };
    await tabTo(/^Words to search for/);
    await page.keyboard.type('telegram');
    await page.keyboard.press('Enter');
    await page.waitForURL(/search\.html\?q=telegram/);
    await settled(page);
    const status = page.locator('#search-status');
    const before = Number.parseInt((await status.textContent()) ?? '', 10);
    expect(before).toBeGreaterThan(0);
    // Past the field and the results to the first value of a facet that is open.
    await tabTo(/^Genre$/);
    await page.keyboard.press('Tab');
    const value = await focused();
    const count = Number(/\d+$/.exec(value.trim())?.[0]);
    await page.keyboard.press('Space');
    await page.waitForFunction(`location.hash.includes('genre=')`);
    await settled(page);
    expect(Number.parseInt((await status.textContent()) ?? '', 10)).toBe(count);
    // The focus is where it was, and the choice can be taken back.
    expect(await focused()).toBe(value);
    await page.goBack();
    await page.waitForFunction(`!location.hash.includes('genre=')`);
    await settled(page);
    expect(Number.parseInt((await status.textContent()) ?? '', 10)).toBe(before);
    await page.focus('#search-words');
    const first = await page.locator('#search-results h3 a').first().textContent();
    await tabTo(new RegExp(`^${(first ?? '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`));
    await page.keyboard.press('Enter');
    await page.waitForFunction(`document.title.startsWith(${JSON.stringify(first)})`);
    expect(page.url()).not.toContain('search.html');
    await page.close();
  });

  test('an address with words and facets in it is answered when it is opened', async () => {
    const page = await browser.newPage();
    await page.goto(addressOf('search.html?q=%22department+of+state%22'));
    await settled(page);
    expect(await page.inputValue('#search-words')).toBe('"department of state"');
    expect(await page.locator('#search-results mark').count()).toBeGreaterThan(0);
    await page.close();
  });
});

test('without JavaScript the page says so and leads to lists of the documents', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(pathToFileURL(join(site, 'search.html')).href);
  expect(await page.isVisible('#search-off')).toBe(true);
  expect(await page.isVisible('#search-panel')).toBe(false);
  expect(await page.locator('#search-off a').first().getAttribute('href')).toBe('index.html');
  await context.close();
});

test('axe finds nothing in the page with its results, light and dark, wide, narrow and in forced colours', async () => {
  const found: string[] = [];
  for (const [width, colorScheme, forcedColors] of [
    [1280, 'light', 'none'],
    [1280, 'dark', 'none'],
    [320, 'light', 'none'],
    [320, 'dark', 'active'],
  ] as const) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, forcedColors });
    const page = await context.newPage();
    await page.goto(`${pathToFileURL(join(site, 'search.html')).href}?q=telegram`);
    await settled(page);
    await page.evaluate(`document.querySelectorAll('details').forEach((one) => { one.open = true; })`);
    await page.waitForTimeout(300);
    await page.evaluate(axe);
    const violations = (await page.evaluate(
      `axe.run(document, ${JSON.stringify({ runOnly: standards })}).then((result) =>
        result.violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 150)))`,
    )) as string[];
    found.push(...violations.map((violation) => `${width} ${colorScheme}: ${violation}`));
    const overflow = (await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )) as number;
    if (overflow > 0) found.push(`${width}: wider than the screen by ${overflow} px`);
    await context.close();
  }
  expect(found).toEqual([]);
});
