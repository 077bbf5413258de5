import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readRawText } from '../../src/pipeline/manifest-texts.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chancery-'));
  mkdirSync(join(root, 'v/texts'), { recursive: true });
  writeFileSync(join(root, 'secret.txt'), 'secret');
  writeFileSync(join(root, 'v/texts/a.txt'), 'Words.');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const place = { file: 'volume.yaml', start: { line: 7, column: 5, offset: 0 } };
const read = (file: string) => readRawText(join(root, 'v'), { file, id: 'd1' }, place);

describe('a text that a manifest names', () => {
  it.each(['texts/a.txt', './texts/a.txt', 'texts//a.txt', 'texts/../texts/a.txt'])(
    'is read from its folder, and known by its plain path: %s',
    async (file) => expect((await read(file)).value?.path).toBe('texts/a.txt'),
  );

  it.each([
    '../secret.txt',
    'texts/../../secret.txt',
    '/etc/passwd',
    'C:\\secret.txt',
    'c:secret.txt',
    '..',
    'link.txt',
    'linked/secret.txt',
    '../v-other/a.txt',
    'beside/a.txt',
  ])('is refused at its line where it leads out of the folder: %s', async (file) => {
    symlinkSync('../secret.txt', join(root, 'v/link.txt'));
    symlinkSync(root, join(root, 'v/linked'));
    mkdirSync(join(root, 'v-other'));
    writeFileSync(join(root, 'v-other/a.txt'), 'secret');
    symlinkSync('../v-other', join(root, 'v/beside'));
    const { value, diagnostics } = await read(file);
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'VO032', place }]);
  });

  it('is read through a link that stays in the folder', async () => {
    symlinkSync('texts/a.txt', join(root, 'v/b.txt'));
    expect((await read('b.txt')).value?.path).toBe('b.txt');
  });

  it.each([
    ['e\u0301te\u0301', '\u00e9t\u00e9'],
    ['\u00e9t\u00e9', 'e\u0301te\u0301'],
    ['e\u0301t\u00e9', '\u00e9te\u0301'],
  ])('is found in another normal form, also of its folder', async (onDisk, named) => {
    mkdirSync(join(root, 'v', onDisk));
    writeFileSync(join(root, 'v', onDisk, `${onDisk}.txt`), 'Words.');
    expect((await read(`${named}/${named}.txt`)).value?.source.text).toBe('Words.');
  });

  it('is shown with the right strokes, and with the name that was meant', async () => {
    expect((await read('texts\\a.txt')).diagnostics[0]?.hint).toContain('Write texts/a.txt');
    expect((await read('texts/b.txt')).diagnostics[0]?.hint).toBe('Did you mean texts/a.txt?');
    expect((await read('../nowhere')).diagnostics[0]?.code).toBe('VO032');
  });

  it.skipIf(process.platform === 'win32')('is refused at its line where it is a pipe or a folder', async () => {
    execFileSync('mkfifo', [join(root, 'v/pipe.txt')]);
    for (const file of ['pipe.txt', 'texts'])
      expect((await read(file)).diagnostics).toMatchObject([{ code: 'IN006', place }]);
  });

  it.each(['a\0b', 'a/a.txt', '', '.', 'x'.repeat(300), '*', '\u{1f600}'])(
    'of an odd name is a finding: %j',
    async (file) => {
      const { value, diagnostics } = await read(file);
      expect(value).toBeUndefined();
      expect(diagnostics).toMatchObject([{ severity: 'error', place }]);
    },
  );
});
