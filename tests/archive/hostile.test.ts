import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { validateObject } from '../../src/archive/check-object.js';
import { validateStorageRoot } from '../../src/archive/check-root.js';
import { digest } from '../../src/archive/digest.js';
import { diskStore } from '../../src/archive/disk.js';
import type { StoreReader } from '../../src/archive/store.js';
import { DepositedObject, type Json } from './damages.js';

const folder = mkdtempSync(join(tmpdir(), 'chancery-hostile-'));
afterAll(() => rmSync(folder, { recursive: true }));

const sound = (): DepositedObject =>
  new DepositedObject(
    [
      new Map([['a', 'alpha']]),
      new Map([
        ['a', 'alpha'],
        ['b', 'beta'],
      ]),
    ],
    [],
  );

function codes(store: StoreReader, at: string): string[] {
  return [...new Set(validateObject(store, at).diagnostics.map((d) => d.code))].sort();
}

/** An object on the disk, of which `path` has been moved out and a link put in its place. */
function withLink(name: string, path: string): string {
  const object = sound();
  for (const file of object.paths) {
    const isMoved = file === path || file.startsWith(`${path}/`);
    const at = join(folder, name, isMoved ? 'outside' : 'object', file);
    mkdirSync(dirname(at), { recursive: true });
    writeFileSync(at, object.store.files.get(`${object.folder}/${file}`) ?? '');
  }
  const link = join(folder, name, 'object', path);
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(join(folder, name, 'outside', path), link);
  return join(folder, name);
}

describe('an archive from outside', () => {
  it.each([
    ['inventory.json', ['E063', 'E090']],
    ['inventory.json.sha512', ['E058', 'E090']],
    ['v1', ['E010', 'E090', 'E092', 'E093', 'W010']],
    ['v1/inventory.json', ['E090', 'W010']],
    ['v1/content', ['E090', 'E092', 'E093']],
    ['v1/content/a', ['E090', 'E092', 'E093']],
  ])('is not followed over a link: %s', (path, expected) => {
    const at = withLink(path.replaceAll('/', '-'), path);
    expect(codes(diskStore(at), 'object')).toEqual(expected);
  });

  const deep = 'DEEP 100000';
  const inventories: readonly (readonly [string, string, (inventory: Json) => void])[] = [
    ...['created', 'message', 'user'].map(
      (key) =>
        [
          `a version’s ${key} nested deeply`,
          'E',
          (i: Json) => void Object.assign((i['versions'] as Json)['v1'] as Json, { [key]: deep }),
        ] as const,
    ),
    ['a block nested deeply', 'E111', (i) => void Object.assign(i, { fixity: deep })],
    ['a path of 100,000 folders', 'E092', (i) => addPath(i, `v1/content/${'a/'.repeat(100_000)}a`)],
    ['a path with a null character', 'E092', (i) => addPath(i, 'v1/content/\0')],
    [
      'a version of a huge number',
      'E010',
      (i) => void Object.assign(i['versions'] as Json, { [`v${'9'.repeat(400)}`]: { state: {} } }),
    ],
    ['a name of a megabyte', 'E102', (i) => void Object.assign(i, { ['x'.repeat(1_000_000)]: 1 })],
    [
      '200,000 paths of no file',
      'E092',
      (i) =>
        void Object.assign(i['manifest'] as Json, {
          ['0'.repeat(128)]: Array.from({ length: 200_000 }, (_, n) => `v1/content/${n}`),
        }),
    ],
  ];

  function addPath(inventory: Json, path: string): void {
    (inventory['manifest'] as Json)['0'.repeat(128)] = [path];
  }

  it.each(inventories)('may hold %s', (_name, code, change) => {
    const object = sound();
    object.root(change);
    const found = validateObject(object.store, object.folder).diagnostics;
    expect(found.some((d) => d.code.startsWith(code))).toBe(true);
    expect(found.every((d) => d.message.length < 1000)).toBe(true);
  });

  it('is not followed over a link in a storage root', () => {
    const at = join(folder, 'root');
    mkdirSync(join(at, 'archive'), { recursive: true });
    writeFileSync(join(at, 'secret'), 'secret');
    for (const name of ['ocfl_layout.json', '0=ocfl_1.1', 'abc', 'extensions'])
      symlinkSync(join(at, 'secret'), join(at, 'archive', name));
    const found = validateStorageRoot(diskStore(at), 'archive');
    expect(found.map((d) => d.code).sort()).toEqual(['E069', 'E090', 'E090', 'E090', 'E090']);
    expect(JSON.stringify(found)).not.toContain('"secret');
  });

  it('may be unreadable in parts', () => {
    const object = sound();
    const refuse = (path: string): boolean => path.endsWith('v1/content/a') || path.endsWith('v2/content');
    const refused = (path: string): never => {
      throw Object.assign(new Error(`EACCES: ${path}`), { code: 'EACCES' });
    };
    const store: StoreReader = {
      kind: (path) => object.store.kind(path),
      list: (path) => (refuse(path) ? refused(path) : object.store.list(path)),
      read: (path) => (refuse(path) ? refused(path) : object.store.read(path)),
      size: (path) => object.store.size(path),
      chunks: (path) => (refuse(path) ? refused(path) : object.store.chunks(path)),
    };
    const found = validateObject(store, object.folder).diagnostics;
    expect(found.filter((d) => d.message.includes('cannot be read (EACCES)')).map((d) => d.code)).toEqual([
      'E092',
      'E092',
    ]);
  });

  it('is sound where nothing was done to it', () => {
    const object = sound();
    expect(codes(object.store, object.folder)).toEqual([]);
    expect(digest('sha512', 'alpha')).toHaveLength(128);
  });
});
