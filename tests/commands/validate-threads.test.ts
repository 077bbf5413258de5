import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { newCounter, startThread, takeNext, threadsFor } from '../../src/commands/validate-threads.js';
import { packageFile } from '../../src/formats/package.js';

const program = packageFile('dist/program/cli.js');

it('takes each file once, in the order of the list', () => {
  const counter = newCounter();
  expect([0, 1, 2].map(() => takeNext({ counter }))).toEqual([0, 1, 2]);
});

it('does little work in one thread', () => {
  expect(threadsFor(['absent-1.xml', 'absent-2.xml'], cpus())).toBe(1);
});

it.skipIf(!existsSync(program))('finds in a thread what the command finds, in every file', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'chancery-threads-'));
  try {
    const volume = readFileSync(path.join(import.meta.dirname, '../diagnostics/valid-volume.xml'), 'utf8');
    const files = [0, 1, 2].map((n) => {
      const file = path.join(folder, `${n}.xml`);
      writeFileSync(file, n === 0 ? volume : volume.replace('<p>Dear Nick:</p>', `<list><p>${n}</p></list>`));
      return file;
    });
    const work = { files: [...files, path.join(folder, 'absent.xml')], index: undefined, counter: newCounter() };
    const checked = await startThread({ ...work, options: { strength: 'current' } });
    expect(checked.map(({ nth }) => nth)).toEqual([0, 1, 2, 3]);
    const words = ['validate', ...work.files, '--strength', 'current', '--format', 'json'];
    const { stdout } = spawnSync(process.execPath, [program, ...words], { encoding: 'utf8' });
    const { findings } = JSON.parse(stdout);
    // The command says first which files it cannot find.
    const written = (all: readonly unknown[]) => all.map((d) => JSON.stringify(d)).sort();
    expect(written(checked.flatMap(({ diagnostics }) => diagnostics))).toEqual(written(findings));
    expect(findings.map(({ code }: { code: string }) => code)).toContain('IN001');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
