import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { validateStorageRoot } from '../../src/archive/check-root.js';
import { diskStore } from '../../src/archive/disk.js';
import { archiveBuild } from '../../src/pipeline/archive.js';
import { Gate } from '../../src/pipeline/gate.js';
import { replaceParts } from '../../src/pipeline/output-folder.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'chancery-'));
  mkdirSync(join(root, 'disk'));
});
afterEach(async () => {
  await new Promise(setImmediate);
  rmSync(root, { recursive: true, force: true });
});

/** Whether small disks can be made here: by root, in a container that lets them. */
function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-'));
  try {
    mount(folder, 4);
    execFileSync('umount', [folder]);
    return true;
  } catch {
    console.warn('SKIPPED: disks that are full, and other disks, are not tested: only root can mount them.');
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function mount(folder: string, kilobytes: number): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder], { stdio: 'ignore' });
}

function onDisk(kilobytes: number, work: (disk: string) => void): void {
  const disk = join(root, 'disk');
  mount(disk, kilobytes);
  try {
    work(disk);
  } finally {
    execFileSync('umount', [disk]);
  }
}

const filesOf = (letter: string): Map<string, Map<string, string>> =>
  new Map(
    ['tei', 'html'].map((part) => [part, new Map([1, 2, 3].map((n) => [`${n}.html`, (letter + n).repeat(4000)]))]),
  );
const request = (letter: string, publisher: string) => ({
  edition: { volume: 'v', publisher },
  title: 'T',
  parts: filesOf(letter) as never,
  created: '2026-01-01T00:00:00Z',
  user: 'x',
});
const all = (folder: string): readonly string[] => readdirSync(folder, { recursive: true }).map(String).sort();

describe.skipIf(!canMount())('a disk', () => {
  it('that is full, however full, keeps the last edition and nothing else', async () => {
    const outcomes = new Set<string>();
    for (let filled = 0; filled <= 60; filled += 4, await new Promise(setImmediate))
      onDisk(128, (disk) => {
        const out = join(disk, 'out');
        expect(replaceParts(out, filesOf('a'), new Gate([]))).toEqual([]);
        writeFileSync(join(disk, 'filler'), 'x'.repeat(filled * 1024));
        const before = all(disk);
        const found = replaceParts(out, filesOf('b'), new Gate([])).map((d) => d.message);
        outcomes.add(found.join());
        expect(all(disk)).toEqual(before);
        const letters = all(out)
          .filter((file) => file.endsWith('.html'))
          .map((file) => readFileSync(join(out, file), 'utf8')[0]);
        expect(new Set(letters)).toEqual(new Set([found.length === 0 ? 'b' : 'a']));
      });
    expect([...outcomes].every((words) => words === '' || words.endsWith('the disk is full.'))).toBe(true);
    expect(outcomes.size).toBeGreaterThan(1);
  });

  it('that is full keeps the archive sound, and nothing beside it', () => {
    const outcomes = new Set<boolean>();
    for (let filled = 0; filled <= 100; filled += 10)
      onDisk(256, (disk) => {
        expect(archiveBuild(join(disk, 'archive'), request('a', 'P')).diagnostics).toEqual([]);
        const before = readdirSync(disk);
        writeFileSync(join(disk, 'filler'), 'x'.repeat((40 + filled) * 1024));
        const { value, diagnostics } = archiveBuild(join(disk, 'archive'), request('b', 'P'));
        outcomes.add(value === undefined);
        if (value === undefined) expect(diagnostics.map((d) => d.code)).toEqual(['IN007']);
        expect(validateStorageRoot(diskStore(disk), 'archive').filter((d) => d.severity === 'error')).toEqual([]);
        expect(readdirSync(disk).filter((name) => name !== 'filler')).toEqual(before);
      });
    expect(outcomes.size).toBe(2);
  });

  it('of its own holds the archive of many volumes', () => {
    onDisk(4096, (disk) => {
      for (const [letter, publisher] of [
        ['a', 'P'],
        ['b', 'Q'],
        ['c', 'P'],
      ] as const)
        expect(archiveBuild(disk, request(letter, publisher)).diagnostics).toEqual([]);
      expect(new Set(validateStorageRoot(diskStore(root), 'disk').map((d) => d.code))).toEqual(new Set(['W008']));
      expect(readdirSync(join(disk, 'extensions'))).toEqual(['0003-hash-and-id-n-tuple-storage-layout']);
      expect(readdirSync(root)).toEqual(['disk']);
    });
  });
});
