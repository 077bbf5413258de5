import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { validateStorageRoot } from '../../src/archive/check-root.js';
import { deposit } from '../../src/archive/deposit.js';
import { diskStore } from '../../src/archive/disk.js';
import type { Store } from '../../src/archive/store.js';
import { packageFile } from '../../src/formats/package.js';
import { recoverArchive } from '../../src/pipeline/recover.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chancery-recover-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const errorsIn = (root = 'archive'): string[] =>
  validateStorageRoot(diskStore(folder), root).flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));

/** A disk whose machine stops before one of its operations. */
function stopping(store: Store, steps: { left: number }): Store {
  const step = (): void => {
    if (steps.left-- <= 0) throw new Error('stopped');
  };
  const before =
    <A extends unknown[]>(work: (...words: A) => void) =>
    (...words: A): void => {
      step();
      work(...words);
    };
  return {
    ...store,
    write: before(store.write),
    flush: before(store.flush),
    move: before(store.move),
    remove: before(store.remove),
  };
}

const metadata = { created: '2026-01-31T12:00:00Z', user: { name: 'U', address: 'mailto:u@example.org' } };
const files = (state: number) =>
  new Map([
    ['a', `a${state}`],
    ['b/c', `c${state}`],
    ['d', 'the same'],
  ]);

/** Deposits states 1 to 3 on a disk that stops after so many operations of the one that is named. @returns whether it was stopped */
function depositStopped(root: string, state: number, left: number): boolean {
  for (let own = 1; own <= state; own++) {
    const store = stopping(diskStore(folder), { left: own === state ? left : Number.POSITIVE_INFINITY });
    const location = { store, root, staging: '.archive.staging-0123456789' };
    try {
      deposit(location, 'urn:a', files(own), metadata);
    } catch {
      return true;
    }
  }
  return false;
}

describe('recovery', () => {
  it.each([1, 2, 3])('ends a deposit of state %d that was stopped before any of its operations', (state) => {
    let operations = 0;
    for (let left = 0; ; left++, operations++) {
      rmSync(join(folder, 'archive'), { recursive: true, force: true });
      rmSync(join(folder, '.archive.staging-0123456789'), { recursive: true, force: true });
      const isStopped = depositStopped('archive', state, left);
      if (existsSync(join(folder, 'archive')) || isStopped) recoverArchive(join(folder, 'archive'));
      expect(readdirSync(folder).filter((name) => name !== 'archive')).toEqual([]);
      if (existsSync(join(folder, 'archive'))) expect(errorsIn(), `after ${left} operations`).toEqual([]);
      // And the work goes on as if nothing had been.
      expect(depositStopped('archive', state, Number.POSITIVE_INFINITY)).toBe(false);
      expect(errorsIn()).toEqual([]);
      if (!isStopped) break;
    }
    expect(operations).toBeGreaterThan(8);
  });

  it('leaves an archive in which nothing is open as it is', () => {
    depositStopped('archive', 2, Number.POSITIVE_INFINITY);
    expect(recoverArchive(join(folder, 'archive'))).toEqual({ value: 0, diagnostics: [] });
  });

  it('does nothing to an object that is only damaged', () => {
    depositStopped('archive', 2, Number.POSITIVE_INFINITY);
    const damaged = readdirSync(join(folder, 'archive'), { recursive: true, encoding: 'utf8' }).find((path) =>
      path.endsWith('v2/inventory.json'),
    );
    rmSync(join(folder, 'archive', damaged ?? ''));
    expect(recoverArchive(join(folder, 'archive'))).toEqual({ value: 0, diagnostics: [] });
  });

  it('makes sound what processes were doing that were killed at any time', async () => {
    mkdirSync(join(folder, 'work'));
    const root = join(folder, 'work/archive');
    const script = `
      import { archiveBuild } from ${JSON.stringify(pathToFileURL(packageFile('dist/program/pipeline/archive.js')).href)};
      for (let i = 0; ; i++) {
        const files = new Map(Array.from({ length: 60 }, (_, n) => ['f' + n, (process.pid + ' ' + i + ' ' + n).repeat(500)]));
        archiveBuild(${JSON.stringify(root)}, { edition: { volume: 'v' }, title: 'T', parts: new Map([['html', files]]), created: '2026-01-01T00:00:00Z', user: 'x' });
        if (i === 0) console.log('begun');
      }`;
    for (const milliseconds of [5, 40, 90, 160]) {
      const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await new Promise((resolve) => child.stdout.once('data', resolve));
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      const ended = new Promise((resolve) => child.once('close', resolve));
      child.kill('SIGKILL');
      await ended;
      expect(recoverArchive(root).diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
      expect(errorsIn('work/archive')).toEqual([]);
      expect(readdirSync(join(folder, 'work'))).toEqual(['archive']);
    }
  }, 120_000);
});
