import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/commands/run.js';

const folder = mkdtempSync(join(tmpdir(), 'chancery-encode-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const sampler = new URL('../../corpus/sampler', import.meta.url).pathname;

async function chancery(...words: string[]): Promise<{ code: number; output: string }> {
  let output = '';
  const stream = { write: (text: string) => (output += text) };
  const verbs = [{ name: 'encode', summary: '', load: () => import('../../src/commands/encode.js') }];
  const code = await runCommandLine(verbs, words, { stdout: stream, stderr: stream, env: {} });
  return { code, output };
}

describe('chancery encode', () => {
  it('writes NAME.xml, or NAME-1.xml, NAME-2.xml … where a text holds several documents', async () => {
    const out = join(folder, 'loose');
    const texts = ['000_b8ed36721d395ee6.txt', '004_9473a4182af1bbe6.txt'].map((name) => join(sampler, name));
    expect((await chancery('encode', ...texts, '--out', out)).code).toBe(0);
    expect(readdirSync(out)).toEqual([
      '000_b8ed36721d395ee6.xml',
      ...[1, 2, 3, 4].map((part) => `004_9473a4182af1bbe6-${part}.xml`),
    ]);
  });

  it('encodes a folder with what its manifest supplies, and writes a review', async () => {
    const out = join(folder, 'volume');
    const report = join(folder, 'review.json');
    expect((await chancery('encode', sampler, '--out', out, '--report', report)).code).toBe(0);
    expect(readFileSync(join(out, 'd73.xml'), 'utf8')).toContain('<date when="1964-11-19">November 19, 1964</date>');
    const { documents } = JSON.parse(readFileSync(report, 'utf8')) as { documents: { id: string }[] };
    expect(documents.map((d) => d.id)).toContain('d259');
  });

  it('leaves a file that was corrected by hand, and writes over it when it is told to', async () => {
    const out = join(folder, 'corrected');
    const text = join(sampler, '003_fa8f81718d3b4c51.txt');
    const file = join(out, '003_fa8f81718d3b4c51.xml');
    await chancery('encode', text, '--out', out);
    expect((await chancery('encode', text, '--out', out)).code, 'an untouched file is written anew').toBe(0);
    const corrected = readFileSync(file, 'utf8').replace('drive hard and fast bargains', 'make bargains');
    writeFileSync(file, corrected);
    const refused = await chancery('encode', text, '--out', out);
    expect(refused.code).toBe(1);
    expect(refused.output).toContain('EN012');
    expect(readFileSync(file, 'utf8')).toBe(corrected);
    expect((await chancery('encode', text, '--out', out, '--force')).code).toBe(0);
    expect(readFileSync(file, 'utf8')).not.toBe(corrected);
  });

  it('says what is wrong with an input, and does the others', async () => {
    const out = join(folder, 'partly');
    const empty = join(folder, 'empty.txt');
    writeFileSync(empty, '');
    const { code, output } = await chancery(
      'encode',
      join(folder, 'absent.txt'),
      empty,
      join(sampler, '002_2e90fe55a6133a38.txt'),
      '--out',
      out,
    );
    expect(code).toBe(2);
    expect(output).toContain('IN001');
    expect(output).toContain('IN002');
    expect(existsSync(join(out, '002_2e90fe55a6133a38.xml'))).toBe(true);
  });

  it('tells a folder that cannot be written', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const { code, output } = await chancery(
      'encode',
      join(sampler, '002_2e90fe55a6133a38.txt'),
      '--out',
      join(file, 'tei'),
    );
    expect(code).toBe(2);
    expect(output).toContain('EN009');
  });
});
