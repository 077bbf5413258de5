import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { shareWork, startHelpers, startThread, takeNext } from '../../src/commands/validate-threads.js';
import { packageFile } from '../../src/formats/package.js';

const program = packageFile('dist/program/cli.js');

const options = { strength: 'current' } as const;

it('takes each file once, the largest first', () => {
  const here = import.meta.dirname;
  const files = ['absent.xml', path.join(here, 'validate-threads.test.ts'), path.join(here, '../../package-lock.json')];
  const work = shareWork(files, options, undefined);
  expect([1, 2, 3, 4].map(() => takeNext(work)?.nth)).toEqual([2, 1, 0, undefined]);
});

it('does little work in one thread', async () => {
  expect(await startHelpers(shareWork(['absent-1.xml', 'absent-2.xml'], options, undefined)).checked).toEqual([]);
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
    const work = shareWork([...files, path.join(folder, 'absent.xml')], options, undefined);
    const checked = await startThread(work).checked;
    expect(checked.map(({ nth }) => nth).sort()).toEqual([0, 1, 2, 3]);
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
