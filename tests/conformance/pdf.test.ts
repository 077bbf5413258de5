import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PageContent, Paragraph } from '../../src/model/page-content.js';
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
import { countOf } from '../generate/night.js';
import { anyTables } from '../press/any-table.js';
import { isNight, seedOf } from '../runs.js';
import { failuresOf } from './pdf-ua.js';
import { build, root, verapdf } from './tools.js';

const folder = mkdtempSync(join(tmpdir(), 'chancery-pdf-'));
const run = (command: string, ...args: string[]): string =>
  execFileSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] });

const volumes = ['frus1964-68v14', 'frus1949v07p1', 'frus1969-76ve14p1', 'frus1914-20v01', 'frus1977-80v01'];
const present = volumes.filter((volume) => existsSync(`../shared/volumes/${volume}.xml`));
if (present.length < volumes.length)
  console.warn(
    `SKIPPED: the PDFs of ${volumes.filter((v) => !present.includes(v)).join(', ')}; ../shared/volumes is not here.`,
  );

/** Each paragraph's words, without figures: calls stand as figures at the end of words. */
function* paragraphsOf(value: unknown): Generator<readonly string[]> {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return;
  if ('inlines' in value && 'role' in value) yield wordsOf(plainText(value as Paragraph));
  else for (const inner of Object.values(value)) yield* paragraphsOf(inner);
}

const wordsOf = (text: string): readonly string[] => text.match(/\p{L}+/gu) ?? [];

/** Every three words that follow one another. */
function triplesOf(words: readonly string[]): string[] {
  return words.slice(2).map((word, i) => `${words[i]} ${words[i + 1]} ${word}`);
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

  it('fails no condition of PDF/UA-1 that a program can examine', { timeout: 120_000 }, () => {
    expect(failuresOf(file)).toEqual([]);
  });

  it('has no overfull line or page, no widow, no orphan, no call away from its note', () => {
    expect(report.faults.filter((fault) => fault.what !== 'underfull-page')).toEqual([]);
  });

  it('has hardly a page shorter than the tolerance: where a heading cannot be parted from its text and long notes, or a row of a table', () => {
    const short = report.faults.filter((fault) => fault.what === 'underfull-page');
    expect(short.length / report.pages).toBeLessThan(0.01);
    for (const { detail } of short) expect(Number.parseFloat(detail)).toBeLessThan(8);
  });

  it('gives every word back to pdftotext, in the order of the text', { timeout: 120_000 }, () => {
    const words = wordsOf(run('pdftotext', '-raw', file, '-').replace(/\u00ad\s*/g, ''));
    const known = new Set(words);
    const found = new Set(triplesOf(words));
    const paragraphs = [...paragraphsOf([content.parts, content.notes])];
    expect(paragraphs.flat().filter((word) => !known.has(word))).toEqual([]);
    // What a page break interrupts: the text and a note, two triples each; and columns of the index.
    const missing = paragraphs.flatMap(triplesOf).filter((triple) => !found.has(triple));
    expect(missing.length).toBeLessThan(5 * report.pages);
  });
});

/** The sampler's TEI, which every machine has; and two real volumes where they are. */
function teiOf(volume: string): string {
  if (volume !== 'sampler') return readFileSync(`../shared/volumes/${volume}.xml`, 'utf8').replace(/^\ufeff/, '');
  build('corpus/sampler', 'html', join(folder, 'sampler'));
  return readFileSync(join(folder, 'sampler/tei/sampler.xml'), 'utf8');
}

describe.each(['sampler', ...present.filter((volume) => /1949v07p1|1914-20v01/.test(volume))])(
  'PDF/A-1b of %s',
  (volume) => {
    const jars = ['preflight', 'pdfbox2', 'fontbox2', 'xmpbox', 'commons-logging', 'javax.activation', 'jaxb-api'];
    const paths = jars.map((jar) => `/usr/share/java/${jar}.jar`);

    it('is valid to Apache PDFBox Preflight, all pages of it', { timeout: 240_000 }, () => {
      const source = new SourceFile(`${volume}.xml`, teiOf(volume));
      const pivot = renderPivot(source).value;
      if (pivot === undefined) throw new Error(`${volume} has no pivot`);
      const options = { fonts: bundledFonts(), file: source.path, conformance: 'PDF/A-1b' } as const;
      const file = join(folder, `${volume}-a1b.pdf`);
      writeFileSync(file, print(pageContentOf(pivot), options).value?.pdf ?? '');
      const found = run('java', '-cp', paths.join(':'), 'org.apache.pdfbox.preflight.Validator_A1b', file);
      expect(found).toContain('is a valid PDF/A-1b file');
    });
  },
);

describe('PDF/UA-1 of the sampler', () => {
  const file = join(folder, 'sampler.pdf');

  beforeAll(() => {
    run(process.execPath, join(root, 'dist/program/cli.js'), 'print', 'corpus/sampler', '--out', file);
  });

  it('fails no condition of the Matterhorn Protocol that a program can examine', () => {
    expect(failuresOf(file)).toEqual([]);
  });

  it('is read by poppler in the order of the text: each note after the paragraph that calls it', () => {
    const text = run('pdfinfo', '-struct-text', file);
    const strings = [...text.matchAll(/^ *"(.*)"$/gm)].map((line) => line[1] ?? '').join('');
    const at = (words: string): number => strings.indexOf(words);
    expect(at('This sampler holds eight documents')).toBeGreaterThan(at('Chancery Documentary Samplers'));
    expect(text).toMatch(/^ +H1 \(block\)$/m);
    expect(text).toMatch(/^ +Note <d73fn1> \(inline\)$/m);
    const rusk = at('Letter From Secretary of State Rusk');
    const source = strings.indexOf('Source: National Archives', rusk);
    expect(rusk).toBeGreaterThan(0);
    expect(source).toBeGreaterThan(rusk);
    expect(at('Dear Nick')).toBeGreaterThan(source);
  });

  /** Damage that leaves every byte in its place, and what it must be found to be. */
  const damages: [string, string, string][] = [
    ['07-002', '/DisplayDocTitle true', '/DisplayDocTitle null'],
    ['02-001', '/S /Note\n', '/S /Nott\n'],
    ['14-003', '/S /H2\n', '/S /H5\n'],
    ['28-008', '/Tabs /S\n', '/Tabs /R\n'],
    ['19-003', '/ID (', '/Id ('],
    ['28-010', '/S /Link\n', '/S /Span\n'],
    ['11-006', '/Lang (', '/Lank ('],
    ['28-011', '/Contents (', '/Content5 ('],
  ];
  it.each(damages)('would be found wanting: %s', (checkpoint, sound, damaged) => {
    const bytes = readFileSync(file, 'latin1');
    expect(bytes).toContain(sound);
    const broken = join(folder, `broken-${checkpoint}.pdf`);
    writeFileSync(broken, bytes.replaceAll(sound, damaged), 'latin1');
    expect(failuresOf(broken).map((failure) => failure.slice(0, 6))).toContain(checkpoint);
  });
});

describe('tables of all kinds, judged by veraPDF', () => {
  // One book of many generated tables: of every kind of column, with spans, short rows, lists and tables in cells, notes, long and wide.
  const books = fc.sample(anyTables, { numRuns: countOf(2, 60), seed: seedOf(5) });

  const profiles = [
    ['ua1', {}],
    ['ua2', { accessibility: 2 }],
    ['2a', {}],
    ['wt1a', { accessibility: 2 }],
  ] as const;

  it.each(isNight ? profiles : profiles.slice(0, 2))('conform to %s', { timeout: 600_000 }, (profile, options) => {
    const file = join(folder, `tables-${profile}.pdf`);
    const { value } = print(joined(books), { fonts: bundledFonts(), file: 'v.xml', ...options });
    writeFileSync(file, value?.pdf ?? '');
    if (profile === 'ua1') expect(failuresOf(file)).toEqual([]);
    expect(verapdf(profile, file) ?? []).toEqual([]);
  });
});

/** Books as the chapters of one, with ids of their own. */
function joined(books: readonly PageContent[]): PageContent {
  const apart = books.map((book, i) =>
    JSON.parse(JSON.stringify(book).replace(/"(n\d+|ch1)"/g, `"b${i}-$1"`)),
  ) as PageContent[];
  const [first] = apart;
  if (first === undefined) throw new Error('no book');
  return { ...first, parts: apart.flatMap(({ parts }) => parts), notes: apart.flatMap(({ notes }) => notes) };
}
