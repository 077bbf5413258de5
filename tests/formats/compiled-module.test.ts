import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageFile } from '../../src/formats/package.js';

const compiled = packageFile('dist/program/formats/compiled-module.js');
let folder: string;
let code: Buffer;

beforeAll(() => {
  if (!existsSync(compiled)) throw new Error('The program is not built.');
  folder = mkdtempSync(join(tmpdir(), 'chancery-'));
  // Long enough for its code to be worth damaging.
  const functions = Array.from({ length: 200 }, (_, i) => `exports.f${i} = (a) => a + ${i} + ' of a text';`);
  const sum = 'exports.total = Object.values(exports).map((f) => f(1)).join().length;';
  writeFileSync(join(folder, 'module.cjs'), [...functions, sum, 'exports.folder = __dirname;'].join('\n'));
  expect(load('none', 'writeFileSync(code, compiledCode(path));').status).toBe(0);
  code = readFileSync(join(folder, 'none'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Loads the module in a process of its own, since code that V8 cannot bear ends the process. */
function load(codeName: string, then = ''): { readonly status: number | null; readonly output: string } {
  const script = `
    import { writeFileSync } from 'node:fs';
    import { compiledCode, requireCompiled } from ${JSON.stringify(pathToFileURL(compiled).href)};
    const [path, code] = ${JSON.stringify([join(folder, 'module.cjs'), join(folder, codeName)])};
    const { total, folder } = requireCompiled(path, code);
    ${then}
    console.log(total, folder, requireCompiled(path, code).total);`;
  const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  return { status, output: stdout.trim() };
}

describe('a module from compiled code', () => {
  it('is the module that its text makes', () => {
    expect(load('nothing-there')).toEqual({ status: 0, output: expect.stringMatching(/^\d+ /) as string });
    expect(load('none')).toEqual(load('nothing-there'));
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['empty', () => Buffer.alloc(0)],
    ['something else', () => Buffer.from('no code at all, but longer than a digest')],
    ['cut off', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['of another version of Node.js', (bytes) => bytes.fill(0x77, 4, 8)],
    ['damaged', (bytes) => bytes.fill(0x5a, bytes.length / 2, bytes.length / 2 + 400)],
  ])('is no worse for code that is %s', (_, spoil) => {
    writeFileSync(join(folder, 'spoilt'), spoil(Buffer.from(code)));
    expect(load('spoilt')).toEqual(load('nothing-there'));
  });

  it('is that of its text, where the code is of a text of the same length', () => {
    const path = join(folder, 'module.cjs');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('.join().length;', '.at(3).length;;'));
    expect(load('none').output).toBe(load('nothing-there').output);
    writeFileSync(path, text);
  });
});
