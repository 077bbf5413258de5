import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validateObject } from '../../src/archive/check-object.js';
import { validateStorageRoot } from '../../src/archive/check-root.js';
import { deposit } from '../../src/archive/deposit.js';
import { diskStore } from '../../src/archive/disk.js';
import type { Inventory } from '../../src/archive/inventory.js';
import { objectFolder } from '../../src/archive/layout.js';
import { readVersion } from '../../src/archive/read-object.js';
import { runs } from '../runs.js';
import { MemoryStore } from './memory-store.js';

const id = 'urn:uuid:5b9f5f0e-0000-5000-8000-000000000001';
const metadata = {
  created: '2026-01-31T12:00:00Z',
  message: 'The edition as built.',
  user: { name: 'Chancery', address: 'mailto:editor@example.org' },
};

function location(store = new MemoryStore()) {
  return { store, root: 'archive', staging: 'archive.staging' };
}

function inventoryOf(store: MemoryStore, folder: string): Inventory {
  return JSON.parse(store.text(`${folder}/inventory.json`)) as Inventory;
}

test('the layout puts objects where extension 0003 says', () => {
  expect(objectFolder('object-01')).toBe('3c0/ff4/240/object-01');
  expect(objectFolder('..hor/rib:le-$id')).toBe('487/326/d8c/%2e%2ehor%2frib%3ale-%24id');
  expect(objectFolder('..Hor/rib:lè-$id')).toBe('373/529/21a/%2e%2eHor%2frib%3al%c3%a8-%24id');
  const long = `${'abcdefghij'.repeat(10)}a`;
  const hash = '5cc73e648fbcff136510e330871180922ddacf193b68fdeff855683a01464220';
  expect(objectFolder(long)).toBe(`5cc/73e/648/${long.slice(0, 100)}-${hash}`);
});

describe('a deposit', () => {
  test('stores equal files once, and what an earlier version holds not again', () => {
    const place = location();
    const first = deposit(
      place,
      id,
      new Map([
        ['a.txt', 'same'],
        ['b/c.txt', 'same'],
        ['d.txt', 'other'],
      ]),
      metadata,
    );
    expect(first.diagnostics).toEqual([]);
    expect(first.value).toMatchObject({ version: 'v1', added: true, storedFiles: 2, storedBytes: 9 });
    const second = deposit(
      place,
      id,
      new Map([
        ['moved/a.txt', 'same'],
        ['e.txt', 'new'],
      ]),
      metadata,
    );
    expect(second.value).toMatchObject({ version: 'v2', added: true, storedFiles: 1, storedBytes: 3 });
    const inventory = inventoryOf(place.store, first.value?.folder ?? '');
    expect(Object.values(inventory.manifest).flat().sort()).toEqual([
      'v1/content/a.txt',
      'v1/content/d.txt',
      'v2/content/e.txt',
    ]);
    expect(Object.values(inventory.fixity?.['sha256'] ?? {}).flat()).toHaveLength(3);
    expect([...place.store.files.keys()].filter((path) => path.startsWith('archive.staging'))).toEqual([]);
  });

  test('of the same files adds no version, whatever the time', () => {
    const place = location();
    const files = new Map([
      ['a', 'x'],
      ['b', 'x'],
    ]);
    deposit(place, id, files, metadata);
    const before = new Map(place.store.files);
    const again = deposit(place, id, new Map([...files].reverse()), { ...metadata, created: '2027-01-01T00:00:00Z' });
    expect(again.value).toMatchObject({ version: 'v1', added: false });
    expect(place.store.files).toEqual(before);
  });

  test('makes the same bytes every time', () => {
    const make = (): MemoryStore => {
      const place = location();
      deposit(
        place,
        id,
        new Map([
          ['a', '1'],
          ['b', '2'],
        ]),
        metadata,
      );
      deposit(place, id, new Map([['b', '3']]), metadata);
      return place.store;
    };
    expect(make().files).toEqual(make().files);
  });

  test('refuses unsound paths and times, and writes nothing', () => {
    for (const path of ['/a', 'a/', 'a//b', 'a/../b', './a', '']) {
      const place = location();
      expect(deposit(place, id, new Map([[path, '']]), metadata).diagnostics.map((d) => d.code)).toContain('AR002');
      expect(place.store.files.size).toBe(0);
    }
    const place = location();
    expect(
      deposit(
        place,
        id,
        new Map([
          ['a', ''],
          ['a/b', ''],
        ]),
        metadata,
      ).diagnostics[0]?.code,
    ).toBe('AR002');
    for (const created of ['2026-01-31', '2026-01-31T12:00Z', '2026-01-31T12:00:00', 'now']) {
      expect(deposit(place, id, new Map([['a', '']]), { ...metadata, created }).diagnostics[0]?.code).toBe('AR003');
    }
    expect(place.store.files.size).toBe(0);
  });

  test('refuses a folder that is no archive', () => {
    const place = location();
    place.store.files.set('archive/holiday.jpg', Buffer.from(''));
    expect(deposit(place, id, new Map([['a', '']]), metadata).diagnostics[0]?.code).toBe('AR004');
    expect(place.store.files.size).toBe(1);
  });

  test('refuses to add to a damaged object', () => {
    const place = location();
    const folder = deposit(place, id, new Map([['a', 'text']]), metadata).value?.folder ?? '';
    place.store.files.set(`${folder}/v1/content/a`, Buffer.from('tExt'));
    const before = new Map(place.store.files);
    const { value, diagnostics } = deposit(place, id, new Map([['b', '']]), metadata);
    expect(value).toBeUndefined();
    expect(diagnostics.map((d) => d.code)).toEqual(['AR001', 'E092', 'E093']);
    expect(place.store.files).toEqual(before);
  });

  test('killed at any step leaves an object that is whole, but for the window that OCFL names, and that the next deposit completes or repeats', () => {
    const files = (n: number) =>
      new Map([
        ['a', `a${n}`],
        ['b', 'b'],
        ['c', `c${n}`],
      ]);
    const broken: number[] = [];
    for (let steps = 0; ; steps++) {
      const place = location();
      const folder = deposit(place, id, files(1), metadata).value?.folder ?? '';
      place.store.stepsLeft = steps;
      let killed = false;
      try {
        deposit(place, id, files(2), metadata);
      } catch {
        killed = true;
      }
      place.store.stepsLeft = Number.POSITIVE_INFINITY;
      if (validateObject(place.store, folder).diagnostics.some((d) => d.severity === 'error')) broken.push(steps);
      const next = deposit(place, id, files(2), metadata);
      expect(next.value?.version, `after ${steps} steps`).toBe('v2');
      expect(next.diagnostics.filter((d) => d.severity !== 'info')).toEqual([]);
      expect(validateStorageRoot(place.store, 'archive')).toEqual([]);
      expect([...place.store.files.keys()].filter((path) => path.startsWith('archive.staging'))).toEqual([]);
      if (!killed) break;
      expect(steps).toBeLessThan(30);
    }
    // The version is in its place, and the object's inventory, or its digest file, is not yet: two moments that follow each other.
    expect(broken).toHaveLength(2);
    expect(broken[1]).toBe((broken[0] ?? 0) + 1);
  });

  test('lies on a disk as it lies in memory', () => {
    const folder = mkdtempSync(join(tmpdir(), 'chancery-archive-'));
    try {
      const place = { store: diskStore(folder), root: 'archive', staging: 'archive.staging' };
      const { value, diagnostics } = deposit(place, id, new Map([['ä ö/a b.txt', 'text']]), metadata);
      expect(diagnostics).toEqual([]);
      expect(readFileSync(join(folder, value?.folder ?? '', 'v1/content/ä ö/a b.txt'), 'utf8')).toBe('text');
      expect(readFileSync(join(folder, 'archive/0=ocfl_1.1'), 'utf8')).toBe('ocfl_1.1\n');
      expect(validateStorageRoot(place.store, 'archive')).toEqual([]);
      expect(place.store.list('').map((entry) => entry.name)).toEqual(['archive']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

test('property: every version of a history is read back byte for byte, and the object stays valid', () => {
  const path = fc.constantFrom('a', 'b', 'c/d', 'c/e', 'c/f/g', 'ü ñ.txt', '.hidden', 'x=y&z%20');
  const content = fc.oneof(fc.constantFrom('', 'one', 'two'), fc.uint8Array({ maxLength: 40 }));
  const files = fc.uniqueArray(fc.tuple(path, content), { minLength: 0, maxLength: 8, selector: ([name]) => name });
  fc.assert(
    fc.property(fc.array(files, { minLength: 1, maxLength: 6 }), (history) => {
      const place = location();
      const versions: (readonly [string, ReadonlyMap<string, Buffer>])[] = [];
      for (const entries of history) {
        const set = new Map(entries);
        const { value, diagnostics } = deposit(place, id, set, metadata);
        expect(diagnostics).toEqual([]);
        expect(value?.added).toBe(versions.at(-1)?.[0] !== value?.version);
        versions.push([
          value?.version ?? '',
          new Map(entries.map(([name, data]) => [name, Buffer.from(data as string)])),
        ]);
      }
      expect(validateStorageRoot(place.store, 'archive')).toEqual([]);
      for (const [version, set] of versions) {
        const read = new Map(
          [...(readVersion(place, id, version) ?? [])].map(([name, data]) => [name, Buffer.from(data)]),
        );
        expect(new Map([...read].sort())).toEqual(new Map([...set].sort()));
      }
    }),
    { numRuns: runs(150) },
  );
});

test('property: a changed byte anywhere in the object is found', () => {
  const place = location();
  deposit(
    place,
    id,
    new Map([
      ['a', 'alpha'],
      ['b', 'beta'],
    ]),
    metadata,
  );
  const { value } = deposit(
    place,
    id,
    new Map([
      ['a', 'alpha'],
      ['c', 'gamma'],
    ]),
    metadata,
  );
  const folder = value?.folder ?? '';
  const paths = [...place.store.files.keys()].filter((path) => path.startsWith(folder));
  fc.assert(
    fc.property(fc.constantFrom(...paths), fc.nat(), fc.integer({ min: 1, max: 255 }), (path, position, change) => {
      const sound = place.store.files.get(path) ?? new Uint8Array();
      const damaged = Uint8Array.from(sound);
      const at = position % damaged.length;
      damaged[at] = (damaged[at] ?? 0) ^ change;
      // The digest files may end in any white space, and a digest may be in either case (OCFL 1.1, §3.4, §3.6).
      const equal = (text: Uint8Array): string =>
        Buffer.from(text).toString('latin1').toLowerCase().replace(/\s+/g, ' ').trim();
      fc.pre(!/inventory\.json\.sha512$/.test(path) || equal(sound) !== equal(damaged));
      place.store.files.set(path, damaged);
      const { diagnostics } = validateObject(place.store, folder);
      place.store.files.set(path, sound);
      expect(diagnostics.some((d) => d.severity === 'error')).toBe(true);
    }),
  );
});
