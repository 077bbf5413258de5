import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { chromium } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { ace, build, epubcheck, present, root, run, temporaryFolder, volumes } from './tools.js';

const folder = temporaryFolder();
afterAll(folder.remove);

const inputs = present([
  join(root, 'corpus/sampler'),
  join(root, 'tests/golden/epub-two-documents/volume.xml'),
  ...['frus1964-68v14', 'frus1949v07p1', 'frus1977-80v01', 'frus1917-72PubDip'].map((id) => join(volumes, `${id}.xml`)),
]);

/** The standards' own rules and good practice; two of them are about web sites, not about the parts of a book. */
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** axe's check of forbidden names does not know the roles of DPUB-ARIA 1.1, where the author names a page break (EPUB Accessibility 1.1, 3.4). */
const isPageBreakName = `(id, html) => id === 'aria-prohibited-attr' && html.includes('role="doc-pagebreak"')`;
const aboutSites = ['landmark-one-main', 'page-has-heading-one'];

const isShort = (input: string): boolean => !input.startsWith(volumes) || input.includes('frus1917-72PubDip');

/** What Ace has found, in every file of the book and in the whole. */
function violationsOf(assertion: Assertion): string[] {
  const inner = (assertion.assertions ?? []).flatMap(violationsOf);
  const outcome = assertion['earl:result']?.['earl:outcome'];
  if (assertion.assertions !== undefined || outcome === undefined || outcome === 'pass') return inner;
  return [`${assertion['earl:test']?.['dct:title']}: ${assertion['earl:result']?.html ?? ''}`.slice(0, 200)];
}

interface Assertion {
  readonly assertions?: readonly Assertion[];
  readonly 'earl:result'?: { readonly 'earl:outcome'?: string; readonly html?: string };
  readonly 'earl:test'?: { readonly 'dct:title'?: string };
}

describe.each(inputs)('the EPUB of %s', (input) => {
  const out = join(folder.path, basename(input, extname(input)));
  let file = '';
  let unpacked = '';

  test('is built, the same bytes twice', () => {
    const [first, second] = [join(out, 'first'), join(out, 'second')].map((target) => {
      const { status, output } = build(input, 'epub', target);
      expect(status, output).toBeLessThan(2);
      const [name = ''] = readdirSync(join(target, 'epub'));
      return join(target, 'epub', name);
    });
    file = first ?? '';
    expect(readFileSync(second ?? '').equals(readFileSync(file))).toBe(true);
    unpacked = join(out, 'unpacked');
    for (const [path, content] of Object.entries(unzipSync(readFileSync(file)))) {
      mkdirSync(dirname(join(unpacked, path)), { recursive: true });
      writeFileSync(join(unpacked, path), content);
    }
  });

  test('has neither errors nor warnings for EPUBCheck', () => {
    const outcome = epubcheck(file);
    if (outcome === undefined) return;
    expect(outcome.output).toContain('0 fatals / 0 errors / 0 warnings');
    expect(outcome.status).toBe(0);
  });

  // Ace opens every file in a browser: of long volumes that takes longer than all else here.
  test.runIf(isShort(input))('has no violation for Ace by DAISY, and lacks no metadata but who vouches for it', () => {
    const reports = join(out, 'ace');
    if (ace(file, reports) === undefined) return;
    const report = JSON.parse(readFileSync(join(reports, basename(file, '.epub'), 'report.json'), 'utf8'));
    expect(violationsOf(report)).toEqual([]);
    const { empty = [], invalid = [], missing = [] } = report['a11y-metadata'];
    expect([...empty, ...invalid]).toEqual([]);
    expect(missing.filter((name: string) => !/^a11y:certif|^dcterms:conformsTo$/.test(name))).toEqual([]);
  });

  test('is well-formed XML in every file', () => {
    const files = readdirSync(join(unpacked, 'EPUB'), { recursive: true, encoding: 'utf8' });
    const markup = files.filter((name) => /\.(xhtml|opf)$/.test(name)).map((name) => join(unpacked, 'EPUB', name));
    const { status, output } = run('xmllint', '--noout', '--nonet', ...markup);
    expect(output).toBe('');
    expect(status).toBe(0);
  });

  test('has no accessibility violation that axe finds, on its navigation, lists and every twentieth document', async () => {
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const texts = readdirSync(join(unpacked, 'EPUB/text')).sort();
    const documents = texts.filter((name) => /^d\d/.test(name));
    const chosen = [
      'nav.xhtml',
      'cover.xhtml',
      ...texts.filter((name, i) => !documents.includes(name) || i % 20 === 0).map((name) => `text/${name}`),
    ];
    const browser = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
    });
    try {
      const page = await browser.newPage();
      const found: string[] = [];
      for (const name of chosen) {
        await page.goto(pathToFileURL(join(unpacked, 'EPUB', name)).href);
        await page.evaluate(axe);
        const violations =
          await page.evaluate(`axe.run(document, ${JSON.stringify({ runOnly: standards })}).then((result) =>
          result.violations.flatMap(({ id, nodes }) => nodes.filter(({ html }) => !(${isPageBreakName})(id, html)).slice(0, 1)
            .map(({ html }) => id + ': ' + html.slice(0, 150))))`);
        for (const violation of violations as string[]) {
          if (!aboutSites.some((id) => violation.startsWith(`${id}:`))) found.push(`${name}: ${violation}`);
        }
      }
      expect(found).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
