import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { validateStorageRoot } from '../../src/archive/check-root.js';
import { diskStore } from '../../src/archive/disk.js';
import { packageFile } from '../../src/formats/package.js';
import { alone } from '../../src/pipeline/lock.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chancery-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Deposits ten editions one after the other, in a process of its own; its findings. */
async function depositTen(letter: string): Promise<string> {
  const script = `
    import { archiveBuild } from ${JSON.stringify(pathToFileURL(packageFile('dist/program/pipeline/archive.js')).href)};
    for (let i = 0; i < 10; i++) {
      const files = new Map(Array.from({ length: 30 }, (_, n) => ['f' + n, (${JSON.stringify(letter)} + i + n).repeat(500)]));
      const request = { volume: 'v', title: 'T', parts: new Map([['html', files]]), created: '2026-01-01T00:00:00Z', user: 'x' };
      for (const found of archiveBuild(${JSON.stringify(join(root, 'v'))}, request).diagnostics) console.log(found.message);
    }`;
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
  return stdout + stderr;
}

describe('the archive of a build', () => {
  it('holds every version of builds that end at the same time, and is sound', async () => {
    mkdirSync(join(root, 'v'));
    expect(await Promise.all(['a', 'b'].map(depositTen))).toEqual(['', '']);
    expect(validateStorageRoot(diskStore(join(root, 'v')), 'archive').filter((d) => d.severity === 'error')).toEqual(
      [],
    );
    expect(
      readdirSync(join(root, 'v/archive'), { recursive: true }).filter((f) => /\/v20$/.test(String(f))),
    ).toHaveLength(1);
    expect(readdirSync(root)).toEqual(['v']);
  }, 60_000);
});

describe('a lock', () => {
  it('is gone after the work, also where the work fails', () => {
    const lock = join(root, 'lock');
    expect(alone(lock, () => existsSync(lock))).toBe(true);
    const fail = (): never => {
      throw new Error('no');
    };
    expect(() => alone(lock, fail)).toThrow('no');
    expect(existsSync(lock)).toBe(false);
  });

  it('keeps out who waits too long for a running process, and is not taken away from it', () => {
    const lock = join(root, 'lock');
    writeFileSync(lock, '77');
    expect(alone(lock, () => 1, 60, { own: 1, isRunning: () => true })).toBeUndefined();
    expect(existsSync(lock)).toBe(true);
  });

  it('of a process that was killed holds nobody up', () => {
    const lock = join(root, 'lock');
    writeFileSync(lock, '77');
    expect(alone(lock, () => 1, 60, { own: 1, isRunning: () => false })).toBe(1);
  });
});
