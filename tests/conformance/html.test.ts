import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build, present, root, run, temporaryFolder, volumes } from './tools.js';

const folder = temporaryFolder();
let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
});
afterAll(async () => {
  await browser?.close();
  folder.remove();
});

test('the report of validation has no accessibility violation that axe finds, light and dark, wide and narrow', async () => {
  const faults = join(root, 'tests/diagnostics');
  const cases = readdirSync(faults).filter((name) => /^VA[2-5]/.test(name));
  const files = cases.map((name) => join(faults, name, 'input.xml'));
  const { output } = run(process.execPath, join(root, 'dist/program/cli.js'), 'validate', ...files, '--format', 'html');
  const report = join(folder.path, 'validation.html');
  writeFileSync(report, output);
  expect(output).toContain('</html>');
  expect(await violationsOf([report])).toEqual([]);
});

const inputs = present([
  join(root, 'corpus/sampler'),
  ...['frus1964-68v14', 'frus1914-20v01', 'frus1969-76ve14p1', 'frus1917-72PubDip'].map((id) =>
    join(volumes, `${id}.xml`),
  ),
]);
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.each(inputs)('the site of %s', (input) => {
  const out = join(folder.path, basename(input, extname(input)));
  const site = join(out, 'html');
  let pages: string[] = [];

  test('is built', () => {
    const { status, output } = build(input, 'html', out);
    expect(status, output).toBeLessThan(2);
    pages = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
    expect(pages).toContain('index.html');
  });

  test('is well-formed XML in every page and every TEI file', () => {
    const files = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(html|xml)$/.test(name));
    const { status, output } = run('xmllint', '--noout', '--nonet', ...files.map((name) => join(site, name)));
    expect(output).toBe('');
    expect(status).toBe(0);
  });

  test('has no link inside the site that leads nowhere, and no id twice on a page', () => {
    const texts = new Map(pages.map((name) => [name, readFileSync(join(site, name), 'utf8')]));
    const ids = new Map(
      [...texts].map(([name, text]) => [name, [...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)]),
    );
    const leads = (from: string, href: string): boolean => {
      const [file = '', id] = href.split('#');
      const target = file === '' ? from : join(dirname(from), file);
      return id === undefined ? existsSync(join(site, target)) : ids.get(target)?.includes(id) === true;
    };
    const wrong = [...texts].flatMap(([name, text]) => {
      const own = ids.get(name) ?? [];
      const links = [...text.matchAll(/ href="([^"]*)"/g)].flatMap(([, href = '']) => href);
      const dead = links.filter((href) => !/^(https?|mailto|data):/.test(href) && !leads(name, href));
      return [...dead, ...(new Set(own).size === own.length ? [] : ['an id twice'])].map((what) => `${name}: ${what}`);
    });
    expect(wrong).toEqual([]);
  });

  test('has no accessibility violation that axe finds, light and dark, wide and narrow', async () => {
    // Of the kinds of pages that a volume has many of, some of each; of the ways into it (`browse/dates.html`) all.
    // A page that leads on at once to another address is never seen (WCAG 2.2, technique G110).
    const seen = pages.filter((name) => !readFileSync(join(site, name), 'utf8').includes('http-equiv="refresh"'));
    const kinds = [/^d\d/, /^person-/, /^terms-/, /^pg_/, /^browse\/[a-z]+-/].map((form) =>
      seen.filter((name) => form.test(name)),
    );
    const some = kinds.flatMap((all) => all.filter((_, i) => i % Math.ceil(all.length / 6) === 0));
    const ways = seen.filter((name) => /^browse\/[a-z]+\.html$/.test(name));
    const others = seen.filter((name) => !ways.includes(name) && !kinds.some((all) => all.includes(name)));
    const chosen = [...some, ...ways, ...others.slice(0, 30)];
    expect(await violationsOf(chosen.map((name) => join(site, name)))).toEqual([]);
  });
});

/** What axe finds on pages, light and dark, wide and narrow, and which of them are wider than the screen. */
async function violationsOf(files: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [390, 'dark'],
  ] as const) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const page = await context.newPage();
    for (const file of files) {
      await page.goto(pathToFileURL(file).href);
      await page.evaluate(axe);
      const violations = (await page.evaluate(
        `axe.run(document, ${JSON.stringify({ runOnly: standards })}).then((result) =>
          result.violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 150)))`,
      )) as string[];
      found.push(...violations.map((violation) => `${basename(file)} ${width} ${colorScheme}: ${violation}`));
      const overflow = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      if ((overflow as number) > 0)
        found.push(`${basename(file)} ${width}: wider than the screen by ${String(overflow)} px`);
    }
    await context.close();
  }
  return found;
}
