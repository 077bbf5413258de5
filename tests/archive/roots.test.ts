import { describe, expect, it } from 'vitest';
import { validateStorageRoot } from '../../src/archive/check-root.js';
import { digest } from '../../src/archive/digest.js';
import { objectsIn, objectsNamed, versionFiles, versionNamed } from '../../src/archive/objects.js';
import { chunksOf } from '../../src/model/file-set.js';
import { MemoryStore } from './memory-store.js';

/** How another program has made an object. */
interface Foreign {
  readonly id: string;
  readonly ocfl?: '1.0' | '1.1';
  readonly algorithm?: 'sha512' | 'sha256';
  readonly contentDirectory?: string;
  readonly padding?: number;
  readonly fixity?: readonly string[];
}

/** Puts an object of another program into a store: two versions, of which the second renames the file of the first and adds one. */
function put(store: MemoryStore, folder: string, foreign: Foreign): void {
  const { id, ocfl = '1.1', algorithm = 'sha512', contentDirectory, padding = 0, fixity = [] } = foreign;
  const [v1, v2] = ['1', '2'].map((number) => `v${number.padStart(padding, '0')}`) as [string, string];
  const content = contentDirectory ?? 'content';
  const contents: readonly (readonly [string, string])[] = [
    [`${v1}/${content}/a`, 'alpha'],
    [`${v2}/${content}/b`, 'beta'],
  ];
  const [alpha, beta] = ['alpha', 'beta'].map((text) => digest(algorithm, text).toUpperCase()) as [string, string];
  const about = { message: 'm', user: { name: 'U', address: 'mailto:u@example.org' } };
  const first = { created: '2026-01-31T12:00:00Z', state: { [alpha]: ['a'] }, ...about };
  const second = { created: '2026-02-28T12:00:00+01:00', state: { [alpha]: ['c'], [beta]: ['b'] }, ...about };
  const inventory = (head: string): string =>
    JSON.stringify({
      id,
      type: `https://ocfl.io/${ocfl}/spec/#inventory`,
      digestAlgorithm: algorithm,
      head,
      ...(contentDirectory === undefined ? {} : { contentDirectory }),
      manifest: { [alpha]: [contents[0]?.[0]], ...(head === v2 ? { [beta]: [contents[1]?.[0]] } : {}) },
      versions: { [v1]: first, ...(head === v2 ? { [v2]: second } : {}) },
      fixity: Object.fromEntries(fixity.map((name) => [name, { [fixityOf(name, 'alpha')]: [contents[0]?.[0]] }])),
    });
  const file = (path: string, text: string) => store.files.set(`${folder}/${path}`, Buffer.from(text));
  file(`0=ocfl_object_${ocfl}`, `ocfl_object_${ocfl}\n`);
  for (const [path, text] of contents) file(path, text);
  for (const [place, head] of [
    [`${v1}/`, v1],
    [`${v2}/`, v2],
    ['', v2],
  ] as const) {
    const text = inventory(head);
    file(`${place}inventory.json`, text);
    file(`${place}inventory.json.${algorithm}`, `${digest(algorithm, text)}\tinventory.json`);
  }
}

function fixityOf(algorithm: string, text: string): string {
  return algorithm === 'size' ? String(text.length) : algorithm === 'blake2b-160' ? 'ab' : digest(algorithm, text);
}

function rootOf(version = '1.1'): MemoryStore {
  const store = new MemoryStore();
  store.files.set(`root/0=ocfl_${version}`, Buffer.from(`ocfl_${version}\n`));
  return store;
}

const codes = (store: MemoryStore): string[] =>
  [...new Set(validateStorageRoot(store, 'root').map((d) => d.code))].sort();

const kinds: readonly (readonly [name: string, foreign: Omit<Foreign, 'id'>, codes: readonly string[]])[] = [
  ['our own kind', {}, []],
  ['OCFL 1.0', { ocfl: '1.0' }, []],
  ['SHA-256', { algorithm: 'sha256' }, ['W004']],
  ['another content folder', { contentDirectory: 'stuff' }, []],
  ['padded versions', { padding: 4 }, ['W001']],
  ['all at once', { ocfl: '1.0', algorithm: 'sha256', contentDirectory: 'stuff', padding: 3 }, ['W001', 'W004']],
  [
    'fixity by every algorithm',
    { fixity: ['md5', 'sha1', 'sha256', 'sha512', 'blake2b-512', 'blake2b-160', 'sha512/256', 'size'] },
    [],
  ],
];

describe('a storage root of another program', () => {
  it.each(kinds)('may hold an object of %s', (_, foreign, expected) => {
    const store = rootOf();
    put(store, 'root/a/b', { id: 'urn:a', ...foreign });
    expect(codes(store)).toEqual(expected);
    const [object] = objectsIn(store, 'root');
    if (object === undefined) throw new Error('not found');
    const version = versionNamed(object, 'v2') ?? '';
    const files = versionFiles(store, object, version) ?? new Map();
    expect([...files].map(([path, content]) => [path, Buffer.concat([...chunksOf(content)]).toString()])).toEqual([
      ['b', 'beta'],
      ['c', 'alpha'],
    ]);
  });

  it('may have its objects wherever it wants, of which each is found by its declaration', () => {
    const store = rootOf();
    for (const [i, folder] of ['flat', 'deep/er/and/deeper', 'urn%3ax', 'extensions2/a', 'v1'].entries())
      put(store, `root/${folder}`, { id: `urn:${i}` });
    store.files.set('root/extensions/0002-flat-direct-storage-layout/config.json', Buffer.from('{}'));
    expect(codes(store)).toEqual([]);
    const objects = objectsIn(store, 'root');
    expect(objects.map(({ inventory }) => inventory.id)).toEqual(['urn:0', 'urn:1', 'urn:2', 'urn:3', 'urn:4']);
    expect(objectsNamed(store, objects, 'urn:3')).toHaveLength(1);
    expect(objectsNamed(store, objects, 'volume')).toEqual([]);
  });

  it.each<readonly [string, readonly string[], (store: MemoryStore) => void]>([
    ['an object in an object', ['E001'], (store) => put(store, 'root/a/inner', { id: 'urn:inner' })],
    ['an object in a version', ['W002'], (store) => put(store, 'root/a/v1/inner', { id: 'urn:inner' })],
    ['two objects of one id', ['E037'], (store) => put(store, 'root/b', { id: 'urn:a' })],
    ['a file between the objects', ['E072'], (store) => store.files.set('root/x/y.txt', Buffer.from(''))],
    ['an empty folder', ['E073'], (store) => store.emptyFolders.add('root/x/y')],
    ['a link', ['E090'], (store) => store.links.add('root/x/y')],
    ['a storage root in it', ['E072'], (store) => store.files.set('root/x/0=ocfl_1.1', Buffer.from('ocfl_1.1\n'))],
    [
      'an extension that is not registered',
      ['W016'],
      (store) => store.files.set('root/extensions/mine/c.json', Buffer.from('{}')),
    ],
    ['a file among the extensions', ['E112'], (store) => store.files.set('root/extensions/x', Buffer.from(''))],
    ['a second declaration', ['E076'], (store) => store.files.set('root/0=ocfl_1.0', Buffer.from('ocfl_1.0\n'))],
    ['a fixity value that is wrong', ['E093'], (store) => put(store, 'root/b', { id: 'urn:b', fixity: ['size'] })],
  ])('may not have %s', (name, expected, change) => {
    const store = rootOf();
    put(store, 'root/a', { id: 'urn:a' });
    change(store);
    if (name.startsWith('a fixity')) {
      const path = 'root/b/inventory.json';
      const text = store.text(path).replace('"size":{"5"', '"size":{"6"');
      for (const [place, name] of [
        ['', text],
        ['v2/', text],
      ] as const) {
        store.files.set(`root/b/${place}inventory.json`, Buffer.from(name));
        store.files.set(
          `root/b/${place}inventory.json.sha512`,
          Buffer.from(`${digest('sha512', name)} inventory.json\n`),
        );
      }
    }
    expect(codes(store)).toEqual(expected);
  });

  it('may not hold an object of a later OCFL, nor have a declaration of another kind', () => {
    const store = rootOf('1.0');
    put(store, 'root/a', { id: 'urn:a' });
    expect(codes(store)).toEqual(['E081']);
    const other = rootOf('x');
    put(other, 'root/a', { id: 'urn:a' });
    expect(codes(other)).toEqual(['E077']);
  });

  it('is looked at without its contents where that is asked, and read wholly where not', () => {
    const store = rootOf();
    put(store, 'root/a', { id: 'urn:a' });
    store.files.set('root/a/v1/content/a', Buffer.from('alphb'));
    const found = (isDeep: boolean): string[] => validateStorageRoot(store, 'root', isDeep).map((d) => d.code);
    expect(new Set(found(true))).toEqual(new Set(['E092']));
    expect(found(false)).toEqual([]);
    store.files.delete('root/a/v1/content/a');
    expect(found(false)).toContain('E092');
  });
});
