import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packageFile } from '../../src/formats/package.js';
import type { FileSet } from '../../src/model/file-set.js';
import { blockedOutput, type OutputParts, replaceParts } from '../../src/pipeline/output-folder.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chancery-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const parts = (text: string): OutputParts =>
  new Map<string, FileSet>([
    [
      'html',
      new Map([
        ['index.html', text],
        ['css/site.css', 'p {}'],
      ]),
    ],
    ['epub', new Map([['v.epub', new Uint8Array([1, 2])]])],
  ]);
const read = (...path: string[]): string => readFileSync(join(root, ...path), 'utf8');

describe('the output folder', () => {
  it('is made with all its parts, and nothing stays beside it', () => {
    expect(blockedOutput(join(root, 'dist', 'v'))).toBeUndefined();
    expect(replaceParts(join(root, 'dist', 'v'), parts('one'))).toEqual([]);
    expect(read('dist', 'v', 'html', 'index.html')).toBe('one');
    expect(read('dist', 'v', 'html', 'css', 'site.css')).toBe('p {}');
    expect(readdirSync(join(root, 'dist'))).toEqual(['v']);
  });

  it('loses the files that a part no longer has, and keeps the parts that were not built', () => {
    const out = join(root, 'v');
    replaceParts(out, new Map([...parts('one'), ['pdf', new Map([['v.pdf', 'pdf']])]]));
    replaceParts(out, new Map([['html', new Map([['index.html', 'two']])]]));
    expect(readdirSync(out).sort()).toEqual(['epub', 'html', 'pdf']);
    expect(readdirSync(join(out, 'html'))).toEqual(['index.html']);
    expect(read('v', 'html', 'index.html')).toBe('two');
  });

  it.each([
    ['above it', 'dist/v', 'dist'],
    ['in its place', 'v', 'v'],
  ])('says so where a file stands %s, and changes nothing', (_, out, file) => {
    writeFileSync(join(root, file), 'mine');
    const [finding] = replaceParts(join(root, out), parts('one'));
    expect(finding?.code).toBe('IN007');
    expect(finding?.message).toMatch(/cannot be written: a file/);
    expect(blockedOutput(join(root, out))?.code).toBe('IN007');
    expect(read(file)).toBe('mine');
    expect(readdirSync(root)).toEqual([file]);
  });

  it('leaves the last good edition where writing fails in the middle', () => {
    const out = join(root, 'v');
    replaceParts(out, parts('one'));
    const broken = new Map([
      [
        'html',
        new Map([
          ['index.html', 'two'],
          ['index.html/x', 'a folder and a file at once'],
        ]),
      ],
    ]);
    expect(replaceParts(out, broken).map((d) => d.code)).toEqual(['IN007']);
    expect(read('v', 'html', 'index.html')).toBe('one');
    expect(readdirSync(root)).toEqual(['v']);
  });

  it('puts back what a killed build had moved away, and removes its staging folder', () => {
    const out = join(root, 'v');
    replaceParts(out, parts('one'));
    // As it stands when the kill comes between the two renamings of `html`.
    const staging = join(root, '.v.staging-4711');
    mkdirSync(join(staging, 'new', 'html'), { recursive: true });
    writeFileSync(join(staging, 'new', 'html', 'index.html'), 'two');
    mkdirSync(join(staging, 'replaced', 'html'), { recursive: true });
    writeFileSync(join(staging, 'replaced', 'html', 'index.html'), 'one');
    rmSync(join(out, 'html'), { recursive: true });
    replaceParts(out, new Map([['pdf', new Map([['v.pdf', 'pdf']])]]), { own: 1, isRunning: () => false });
    expect(read('v', 'html', 'index.html')).toBe('one');
    expect(existsSync(staging)).toBe(false);
  });

  it('leaves the staging folder of a build that is still running', () => {
    const staging = join(root, '.v.staging-4711');
    mkdirSync(staging);
    replaceParts(join(root, 'v'), parts('one'), { own: 1, isRunning: (process) => process === 4711 });
    expect(existsSync(staging)).toBe(true);
  });

  it('is whole after builds that end at the same time', async () => {
    const folder = join(root, 'dist', 'v');
    const compiled = pathToFileURL(packageFile('dist/program/pipeline/output-folder.js')).href;
    const script = (letter: string): string => `
      import { replaceParts } from ${JSON.stringify(compiled)};
      const files = new Map(Array.from({ length: 9 }, (_, i) => [String(i), ${JSON.stringify(letter)}]));
      const parts = new Map(['tei', 'html', 'epub', 'pdf'].map((part) => [part, files]));
      for (let i = 0; i < 200; i++) for (const found of replaceParts(${JSON.stringify(folder)}, parts)) console.log(found.message);`;
    const run = promisify(execFile);
    const outcomes = await Promise.all(
      ['a', 'b', 'c'].map((letter) => run(process.execPath, ['--input-type=module', '-e', script(letter)])),
    );
    expect(outcomes.map(({ stdout, stderr }) => stdout + stderr)).toEqual(['', '', '']);
    for (const part of ['tei', 'html', 'epub', 'pdf']) expect(readdirSync(join(folder, part))).toHaveLength(9);
    expect(readdirSync(join(root, 'dist'))).toEqual(['v']);
  }, 60_000);

  it('never writes outside a part', () => {
    const out = new Map([['html', new Map([['../../escape', 'x']])]]);
    expect(() => replaceParts(join(root, 'v'), out)).toThrow('outside');
    expect(readdirSync(root)).toEqual(['v']);
  });
});
