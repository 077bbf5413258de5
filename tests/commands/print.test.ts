import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { VerbEntry } from '../../src/commands/help.js';
import { runCommandLine } from '../../src/commands/run.js';

const verbs: readonly VerbEntry[] = [
  { name: 'print', summary: '', load: () => import('../../src/commands/print.js') },
  { name: 'proof', summary: '', load: () => import('../../src/commands/proof.js') },
];
const input = join(import.meta.dirname, '../../corpus/sampler');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chancery-print-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...words: string[]) {
  let stdout = '';
  let stderr = '';
  const code = await runCommandLine(verbs, words, {
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: (text: string) => (stderr += text) },
    env: {},
  });
  return { code, stdout, stderr };
}

let count = 0;
/** Prints the sampler with some options: the file, and all its streams. */
async function printed(verb: string, ...options: string[]) {
  const file = join(folder, `${++count}.pdf`);
  const { code, stdout } = await run(verb, input, '--out', file, ...options);
  expect(code, stdout).toBe(0);
  const bytes = readFileSync(file);
  return { bytes, text: bytes.toString('latin1'), streams: streamsOf(bytes) };
}

function streamsOf(file: Buffer): string[] {
  const out: string[] = [];
  for (let at = file.indexOf('stream\n'); at >= 0; at = file.indexOf('stream\n', at + 7)) {
    const end = file.indexOf('\nendstream', at);
    if (file[at + 7] === 0x78) out.push(inflateSync(file.subarray(at + 7, end)).toString('latin1'));
    at = end;
  }
  return out;
}

const boxOf = (text: string, name: string): string | undefined =>
  new RegExp(`/${name} \\[([^\\]]+)\\]`).exec(text)?.[1];
const pagesOf = (text: string): number => [...text.matchAll(/\/Type \/Page\n/g)].length;

describe('print', { timeout: 30_000 }, () => {
  it('makes the same file every time', async () => {
    const [a, b] = [await printed('print'), await printed('print')];
    expect(a.bytes.equals(b.bytes)).toBe(true);
    expect(boxOf(a.text, 'MediaBox')).toBe('0 0 441 666');
    expect(a.text).toContain('/Subtype /Link');
  });

  it.each([
    ['6x9', '0 0 432 648'],
    ['A4', '0 0 595.276 841.89'],
    ['Letter', '0 0 612 792'],
  ])('--trim %s sets the size of the page', async (trim, box) => {
    const { text } = await printed('print', '--trim', trim);
    expect(boxOf(text, 'MediaBox')).toBe(box);
    expect(boxOf(text, 'TrimBox')).toBe(box);
  });

  it('--bleed makes the sheet larger than the page, --crop-marks shows where it is cut', async () => {
    const plain = await printed('print', '--documents', 'd1');
    const bled = await printed('print', '--documents', 'd1', '--bleed', '0.125in');
    expect(boxOf(bled.text, 'TrimBox')).toBe('9 9 450 675');
    expect(boxOf(bled.text, 'BleedBox')).toBe('0 0 459 684');
    const marked = await printed('print', '--documents', 'd1', '--bleed', '0.125in', '--crop-marks');
    expect(boxOf(marked.text, 'TrimBox')).toBe('27 27 468 693');
    expect(boxOf(marked.text, 'BleedBox')).toBe('18 18 477 702');
    const rules = ({ streams }: { streams: string[] }): number =>
      streams.join('\n').match(/ 0\.25 re f| 0\.25 16 re f/g)?.length ?? 0;
    expect([rules(plain), rules(bled)]).toEqual([0, 0]);
    expect(rules(marked)).toBe(8 * pagesOf(marked.text));
  });

  it('--profile press is for a printer: bleed, marks, no links', async () => {
    const { text } = await printed('print', '--profile', 'press');
    expect(boxOf(text, 'TrimBox')).toBe('27 27 468 693');
    expect(text).not.toContain('/Subtype /Link');
  });

  it('--profile archive takes the TEI along, as PDF/A-3a asks for', async () => {
    const { text, streams } = await printed('print', '--profile', 'archive');
    expect(text).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(text).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(text).toMatch(/\/AFRelationship \/Source/);
    expect(text).toMatch(/\/AF \[\d+ 0 R\]/);
    expect(text).toMatch(/\/Type \/EmbeddedFile/);
    expect(text).toMatch(/\/S \/GTS_PDFA1/);
    expect(streams.some((stream) => stream.includes('<teiCorpus') || stream.includes('<TEI'))).toBe(true);
  });

  it('--source-pages sets the numbers of the source in the margin', async () => {
    const [without, with_] = [await printed('print'), await printed('print', '--source-pages')];
    expect(with_.streams.join().length).toBeGreaterThan(without.streams.join().length);
  });

  it('--documents and --chapter make offprints', async () => {
    const whole = await printed('print');
    const some = await printed('print', '--documents', 'd1,d2');
    expect(pagesOf(some.text)).toBeLessThan(pagesOf(whole.text));
    const { code, stderr, stdout } = await run('print', input, '--chapter', 'ch99', '--out', join(folder, 'none.pdf'));
    expect(code).toBe(1);
    expect(stderr + stdout).toContain('PR010');
    expect(existsSync(join(folder, 'none.pdf'))).toBe(false);
  });

  it('--each-document makes a file for each document', async () => {
    const out = join(folder, 'each');
    expect((await run('print', input, '--each-document', '--out', out)).code).toBe(0);
    const files = readdirSync(out);
    expect(files).toContain('sampler-d1.pdf');
    expect(files.length).toBeGreaterThan(3);
    const one = readFileSync(join(out, 'sampler-d1.pdf'), 'latin1');
    expect(pagesOf(one)).toBeLessThan(6);
  });

  it('--report writes what was counted', async () => {
    const report = join(folder, 'report.json');
    await printed('print', '--report', report);
    const counted = JSON.parse(readFileSync(report, 'utf8'));
    expect(counted).toMatchObject({ faults: [] });
    expect(counted.pages).toBeGreaterThan(10);
    expect(counted.short.reduce((sum: number, n: number) => sum + n, 0)).toBeLessThan(counted.pages);
  });
});

describe('proof', { timeout: 30_000 }, () => {
  it('has a large page with wide margins and line numbers', async () => {
    const [book, proof] = [await printed('print'), await printed('proof')];
    expect(boxOf(proof.text, 'MediaBox')).toBe('0 0 612 792');
    const artifacts = ({ streams }: { streams: string[] }): number =>
      streams.join('\n').match(/\/Artifact <<\/Type \/Pagination>>/g)?.length ?? 0;
    expect(artifacts(proof)).toBeGreaterThan(artifacts(book) + 20);
  });
});

describe('the documents of an offprint', () => {
  const documentsOf = async (list: string): Promise<string> => {
    const file = join(folder, `${++count}.pdf`);
    const { code, stdout } = await run('print', input, '--out', file, '--documents', list);
    expect(code, stdout).toBe(0);
    return readFileSync(file, 'latin1');
  };

  it('are named as people write lists, and as ranges in the order of the volume', { timeout: 60_000 }, async () => {
    const all = await documentsOf('d1,d2,d73');
    for (const list of ['d1, d2 , d73,', 'd1-d73', 'd1–d2,d73', 'd1..d73', ' d1 - d2, d73'])
      expect((await documentsOf(list)) === all, list).toBe(true);
    expect((await documentsOf('d1,d73')) === all).toBe(false);
  });

  it.each(['d1-d999', 'd73-d1', 'd1-', 'd999', '-'])('that the volume does not have are an error: %s', async (list) => {
    const { code, stderr } = await run('print', input, '--out', join(folder, 'none.pdf'), `--documents=${list}`);
    expect([code, stderr.includes(`with the id ${list}`)]).toEqual([1, true]);
    expect(existsSync(join(folder, 'none.pdf'))).toBe(false);
  });

  it.each(['', ' ', ','])('that are none are a slip of the command line: %j', async (list) => {
    expect((await run('print', input, `--documents=${list}`)).stderr).toContain('CM003');
  });
});
