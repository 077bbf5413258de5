import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PageContent } from '../../src/model/page-content.js';
import { SourceFile } from '../../src/model/source-file.js';
import { plainText } from '../../src/press/drawn-text.js';
import { bundledFonts } from '../../src/press/font-files.js';
import { print } from '../../src/press/press.js';
import type { PageReport } from '../../src/press/report.js';
import { findLosses } from '../../src/transform/loss.js';
import { readPages } from '../../src/transform/pdf/reading.js';
import { pageContentOf } from '../../src/transform/pdf.js';
import { renderPivot } from '../../src/transform/pivot.js';
import { readVolume } from '../../src/transform/tei-reading.js';

const folder = mkdtempSync(join(tmpdir(), 'chancery-pdf-'));
const run = (command: string, ...args: string[]): string =>
  execFileSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] });

const volumes = ['frus1964-68v14', 'frus1949v07p1', 'frus1969-76ve14p1', 'frus1914-20v01', 'frus1977-80v01'];
const present = volumes.filter((volume) => existsSync(`../shared/volumes/${volume}.xml`));
if (present.length < volumes.length)
  console.warn(
    `SKIPPED: the PDFs of ${volumes.filter((v) => !present.includes(v)).join(', ')}; ../shared/volumes is not here.`,
  );

/** All words of the content in the order of the pages' text, without the notes. */
function paragraphsOf(content: PageContent): Set<string> {
  const words = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return;
    if (Array.isArray(value)) {
      for (const inner of value) visit(inner);
      return;
    }
    if ('inlines' in value && 'role' in value)
      for (const word of plainText(value as never).split(/[^\p{L}\p{N}]+/u)) words.add(word);
    for (const inner of Object.values(value)) visit(inner);
  };
  visit(content.parts);
  visit(content.notes);
  return words;
}

describe.each(present)('the PDF of %s', (volume) => {
  const file = join(folder, `${volume}.pdf`);
  let report: PageReport;
  let content: PageContent;

  beforeAll(() => {
    const source = new SourceFile(
      `${volume}.xml`,
      readFileSync(`../shared/volumes/${volume}.xml`, 'utf8').replace(/^\ufeff/, ''),
    );
    const pivot = renderPivot(source).value;
    const tei = readVolume(source).value;
    if (pivot === undefined || tei === undefined) throw new Error(`${volume} has no pivot`);
    content = pageContentOf(pivot);
    const { value, diagnostics } = print(content, { fonts: bundledFonts(), file: source.path });
    if (value === undefined) throw new Error(`${volume} has no PDF`);
    expect(diagnostics).toEqual([]);
    expect(findLosses(tei, readPages(content, value.drawn), 'PDF')).toEqual([]);
    report = value.report;
    expect(report.notes).toBe(tei.notes.size);
    writeFileSync(file, value.pdf);
  }, 240_000);

  it('is a sound PDF, tagged, with its fonts embedded', () => {
    expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found');
    const info = run('pdfinfo', file);
    expect(info).toMatch(/Tagged:\s+yes/);
    const fonts = run('pdffonts', file).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(1);
    // Columns at the end: emb, sub, uni, object, generation.
    for (const font of fonts) expect(font).toMatch(/ yes yes yes +\d+ +\d+$/);
  });

  it('has no overfull line or page, no widow, no orphan, no call away from its note', () => {
    expect(report.faults.filter((fault) => fault.what !== 'underfull-page')).toEqual([]);
  });

  it('has hardly a page shorter than the tolerance: where a heading cannot be parted from its text and long notes', () => {
    const short = report.faults.filter((fault) => fault.what === 'underfull-page');
    expect(short.length / report.pages).toBeLessThan(0.005);
  });

  it('gives every word back to pdftotext', () => {
    const text = run('pdftotext', '-raw', file, '-').replace(/\u00ad\s*/g, '');
    // A call clings to the word before it: its figures are taken off the end of words too.
    const found = new Set(text.split(/[^\p{L}\p{N}]+/u).flatMap((word) => [word, word.replace(/\d+$/, '')]));
    const lost = [...paragraphsOf(content)].filter((word) => word !== '' && !found.has(word));
    // Words that the text itself parts by a dash at a line's end, and small capitals, come back as they are.
    expect(lost.filter((word) => !/^\d/.test(word)).slice(0, 20)).toEqual([]);
  });
});

describe('PDF/A-1b by Apache PDFBox Preflight', () => {
  const jars = [
    'preflight',
    'pdfbox2',
    'fontbox2',
    'xmpbox',
    'commons-logging',
    'commons-io',
    'javax.activation',
    'jaxb-api',
  ];
  const paths = jars.map((jar) => `/usr/share/java/${jar}.jar`);
  const missing = paths.filter((path) => !existsSync(path));
  if (missing.length > 0) console.warn(`SKIPPED: Preflight; ${missing.join(', ')} are not here.`);

  it.skipIf(missing.length > 0 || present.length === 0)('finds the pages valid', () => {
    const volume = present[0] ?? '';
    const source = new SourceFile(`${volume}.xml`, readFileSync(`../shared/volumes/${volume}.xml`, 'utf8'));
    const pivot = renderPivot(source).value;
    if (pivot === undefined) throw new Error(`${volume} has no pivot`);
    const options = {
      fonts: bundledFonts(),
      file: source.path,
      conformance: 'PDF/A-1b',
      tagged: false,
      links: false,
    } as const;
    const file = join(folder, 'a1b.pdf');
    writeFileSync(file, print(pageContentOf(pivot), options).value?.pdf ?? '');
    const found = run('java', '-cp', paths.join(':'), 'org.apache.pdfbox.preflight.Validator_A1b', file);
    expect(found).toContain('is a valid PDF/A-1b file');
  });
});
