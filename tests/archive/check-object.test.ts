import { describe, expect, test } from 'vitest';
import { validateObject } from '../../src/archive/check-object.js';
import { validateStorageRoot } from '../../src/archive/check-root.js';
import { deposit } from '../../src/archive/deposit.js';
import { digest } from '../../src/archive/digest.js';
import { MemoryStore } from './memory-store.js';

const id = 'urn:uuid:5b9f5f0e-0000-5000-8000-000000000001';
const metadata = {
  created: '2026-01-31T12:00:00Z',
  message: 'The edition as built.',
  user: { name: 'Chancery', address: 'mailto:editor@example.org' },
};

/** A sound object of two versions: v1 holds a and b, v2 holds a and c. */
function sound(): { store: MemoryStore; folder: string } {
  const store = new MemoryStore();
  const place = { store, root: 'archive', staging: 'staging' };
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
      ['c/d', 'gamma'],
    ]),
    metadata,
  );
  return { store, folder: value?.folder ?? '' };
}

type Json = { [key: string]: Json } & { [key: string]: unknown };

class Damaged {
  readonly store: MemoryStore;
  readonly folder: string;
  constructor() {
    ({ store: this.store, folder: this.folder } = sound());
  }
  put(path: string, text: string): void {
    this.store.files.set(`${this.folder}/${path}`, Buffer.from(text));
  }
  drop(path: string): void {
    this.store.files.delete(`${this.folder}/${path}`);
  }
  /** Changes an inventory and writes its digest anew, in the object and, for the newest version, in its folder too. */
  inventory(change: (inventory: Json) => void, versions: readonly string[] = ['', 'v2/']): void {
    const read = JSON.parse(this.store.text(`${this.folder}/${versions[0]}inventory.json`)) as Json;
    change(read);
    const text = JSON.stringify(read);
    for (const version of versions) {
      this.put(`${version}inventory.json`, text);
      this.put(`${version}inventory.json.sha512`, `${digest('sha512', text)} inventory.json\n`);
    }
  }
  codes(): string[] {
    return [...new Set(validateObject(this.store, this.folder).diagnostics.map((d) => d.code))].sort();
  }
}

const alpha = digest('sha512', 'alpha');
const beta = digest('sha512', 'beta');
const v1 = (inventory: Json): Json => inventory['versions']?.['v1'] ?? {};
const v2 = (inventory: Json): Json => inventory['versions']?.['v2'] ?? {};
const block = (inventory: Json, name: string): Json => inventory[name] ?? {};
const set = (object: Json, key: string, value: unknown): void => {
  (object as Record<string, unknown>)[key] = value;
};

/** A damage and the codes that the check reports for it, all of them. */
const damages: readonly (readonly [name: string, codes: readonly string[], damage: (object: Damaged) => void])[] = [
  ['nothing', [], () => {}],
  ['a file beside the versions', ['E001'], (o) => o.put('notes.txt', '')],
  ['a folder beside the versions', ['E001'], (o) => o.put('drafts/a', '')],
  ['a version folder that the inventory does not know', ['E046'], (o) => o.put('v3/content/a', '')],
  ['logs are allowed', [], (o) => o.put('logs/2026.log', '')],
  ['a file among the extensions', ['E067'], (o) => o.put('extensions/a.txt', '')],
  ['no declaration', ['E003'], (o) => o.drop('0=ocfl_object_1.1')],
  ['two declarations', ['E003'], (o) => o.put('0=ocfl_object_1.0', 'ocfl_object_1.0\n')],
  ['a declaration with other words', ['E007'], (o) => o.put('0=ocfl_object_1.1', 'ocfl_object_1.1')],
  [
    'a declaration of a later OCFL',
    ['E004'],
    (o) => {
      o.drop('0=ocfl_object_1.1');
      o.put('0=ocfl_object_2.0', 'ocfl_object_2.0\n');
    },
  ],
  [
    'a declaration that the inventory contradicts',
    ['E038'],
    (o) => {
      o.drop('0=ocfl_object_1.1');
      o.put('0=ocfl_object_1.0', 'ocfl_object_1.0\n');
    },
  ],
  ['a file in a version folder', ['E015'], (o) => o.put('v1/extra.txt', '')],
  ['a folder in a version folder', ['W002'], (o) => o.put('v1/thumbnails/a.png', '')],
  ['a stored file too many', ['E023'], (o) => o.put('v2/content/more', '')],
  ['a stored file missing', ['E092', 'E093'], (o) => o.drop('v1/content/a')],
  ['a stored file changed', ['E092', 'E093'], (o) => o.put('v1/content/a', 'Alpha')],
  ['an empty folder', ['E024'], (o) => o.store.emptyFolders.add(`${o.folder}/v2/content/empty`)],
  ['a link', ['E090'], (o) => o.store.links.add(`${o.folder}/v2/content/link`)],
  ['no inventory', ['E063'], (o) => o.drop('inventory.json')],
  ['no digest file', ['E058'], (o) => o.drop('inventory.json.sha512')],
  ['a digest file without the name', ['E061'], (o) => o.put('inventory.json.sha512', `${alpha}\n`)],
  ['a digest file of something else', ['E060'], (o) => o.put('inventory.json.sha512', `${alpha} inventory.json\n`)],
  ['an inventory that is no JSON', ['E033'], (o) => o.put('inventory.json', '{"id":')],
  ['an inventory that is a list', ['E033'], (o) => o.put('inventory.json', '[]')],
  [
    'an inventory that is not UTF-8',
    ['E033'],
    (o) => o.store.files.set(`${o.folder}/inventory.json`, Buffer.from([0x7b, 0xff])),
  ],
  [
    'an inventory that differs from its version’s',
    ['E064'],
    (o) => o.inventory((i) => set(v2(i), 'message', 'x'), ['']),
  ],
  [
    'no inventory in a version',
    ['W010'],
    (o) => {
      o.drop('v1/inventory.json');
      o.drop('v1/inventory.json.sha512');
    },
  ],
  [
    'no id',
    ['E036'],
    (o) =>
      o.inventory((i) => {
        delete i['id'];
      }),
  ],
  [
    'no head',
    ['E036'],
    (o) =>
      o.inventory((i) => {
        delete i['head'];
      }),
  ],
  ['a head that is not the newest', ['E040', 'E064'], (o) => o.inventory((i) => set(i, 'head', 'v1'))],
  ['a key that OCFL does not know', ['E102'], (o) => o.inventory((i) => set(i, 'title', 'x'))],
  ['an id that is no URI', ['E037', 'W005'], (o) => o.inventory((i) => set(i, 'id', 'my volume'))],
  ['an id that changed', ['E037'], (o) => o.inventory((i) => set(i, 'id', 'urn:other'))],
  ['an algorithm that OCFL forbids', ['E025'], (o) => o.inventory((i) => set(i, 'digestAlgorithm', 'md5'))],
  [
    'no manifest',
    ['E041'],
    (o) =>
      o.inventory((i) => {
        delete i['manifest'];
      }),
  ],
  ['a manifest that is a list', ['E106'], (o) => o.inventory((i) => set(i, 'manifest', []))],
  [
    'a manifest with a bare path',
    ['E092'],
    (o) => o.inventory((i) => set(block(i, 'manifest'), alpha, 'v1/content/a')),
  ],
  [
    'a digest twice in the manifest',
    ['E096', 'E101', 'E107'],
    (o) => o.inventory((i) => set(block(i, 'manifest'), alpha.toUpperCase(), ['v1/content/a'])),
  ],
  [
    'a digest that no version uses',
    ['E092', 'E107'],
    (o) => o.inventory((i) => set(block(i, 'manifest'), digest('sha512', 'x'), ['v2/content/x'])),
  ],
  [
    'a content path outside of the versions',
    ['E042', 'E092'],
    (o) => o.inventory((i) => set(block(i, 'manifest'), alpha, ['v1/content/a', 'v9/content/a'])),
  ],
  [
    'a content path with ..',
    ['E092', 'E099'],
    (o) => o.inventory((i) => set(block(i, 'manifest'), alpha, ['v1/content/a', 'v1/content/../a'])),
  ],
  [
    'a content path from the root',
    ['E042', 'E092', 'E100'],
    (o) => o.inventory((i) => set(block(i, 'manifest'), alpha, ['v1/content/a', '/v1/content/a'])),
  ],
  ['versions that are a list', ['E044'], (o) => o.inventory((i) => set(i, 'versions', []))],
  ['no versions', ['E008'], (o) => o.inventory((i) => set(i, 'versions', {}))],
  ['a version that is a text', ['E047'], (o) => o.inventory((i) => set(block(i, 'versions'), 'v1', 'x'))],
  [
    'a version without its time',
    ['E048', 'W011'],
    (o) =>
      o.inventory((i) => {
        delete v1(i)['created'];
      }),
  ],
  [
    'a version without its state',
    ['E048'],
    (o) =>
      o.inventory((i) => {
        delete v1(i)['state'];
      }),
  ],
  ['a time without zone', ['E049', 'W011'], (o) => o.inventory((i) => set(v1(i), 'created', '2026-01-31T12:00:00'))],
  [
    'a state with an unknown digest',
    ['E050', 'E066'],
    (o) => o.inventory((i) => set(block(v1(i), 'state'), 'abcd', ['x'])),
  ],
  [
    'a digest in another case',
    ['E050', 'E107'],
    (o) =>
      o.inventory((i) => {
        const manifest = block(i, 'manifest');
        set(manifest, alpha.toUpperCase(), manifest[alpha]);
        delete manifest[alpha];
      }),
  ],
  ['a message that is a number', ['E094', 'W011'], (o) => o.inventory((i) => set(v1(i), 'message', 1))],
  [
    'a user without a name',
    ['E054', 'W011'],
    (o) => o.inventory((i) => set(v1(i), 'user', { address: 'mailto:a@example.org' })),
  ],
  ['a user without an address', ['W008'], (o) => o.inventory((i) => set(v2(i), 'user', { name: 'A' }))],
  [
    'an address that is no URI',
    ['W009'],
    (o) => o.inventory((i) => set(v2(i), 'user', { name: 'A', address: 'here' })),
  ],
  [
    'no message',
    ['W007'],
    (o) =>
      o.inventory((i) => {
        delete v2(i)['message'];
      }),
  ],
  [
    'a prior state that was changed',
    ['E066'],
    (o) => o.inventory((i) => set(block(v1(i), 'state'), beta, ['renamed'])),
  ],
  ['a prior time that was changed', ['W011'], (o) => o.inventory((i) => set(v1(i), 'created', '2025-01-31T12:00:00Z'))],
  [
    'logical paths that conflict',
    ['E066', 'E095'],
    (o) => o.inventory((i) => set(block(v1(i), 'state'), beta, ['a/b'])),
  ],
  [
    'a logical path with an empty part',
    ['E052', 'E066'],
    (o) => o.inventory((i) => set(block(v1(i), 'state'), beta, ['b//c'])),
  ],
  [
    'a logical path that ends with a slash',
    ['E053', 'E066'],
    (o) => o.inventory((i) => set(block(v1(i), 'state'), beta, ['b/'])),
  ],
  [
    'a gap in the versions',
    ['E010', 'E046'],
    (o) =>
      o.inventory(
        (i) => {
          set(block(i, 'versions'), 'v4', v2(i));
          set(i, 'head', 'v4');
        },
        [''],
      ),
  ],
  ['a null fixity block', ['E111'], (o) => o.inventory((i) => set(i, 'fixity', null))],
  ['an unknown fixity algorithm', ['E056'], (o) => o.inventory((i) => set(block(i, 'fixity'), 'crc7', {}))],
  [
    'a fixity algorithm of an extension',
    [],
    (o) => o.inventory((i) => set(block(i, 'fixity'), 'size', { '5': ['v1/content/a'] })),
  ],
  [
    'a fixity block with a bare path',
    ['E057'],
    (o) => o.inventory((i) => set(block(i, 'fixity'), 'md5', { abcd: 'x' })),
  ],
  [
    'a fixity value that is wrong',
    ['E093'],
    (o) => o.inventory((i) => set(block(i, 'fixity'), 'md5', { abcd: ['v1/content/a'] })),
  ],
  [
    'a fixity digest twice',
    ['E093', 'E097', 'E101'],
    (o) => o.inventory((i) => set(block(i, 'fixity'), 'md5', { abcd: ['v1/content/a'], ABCD: ['v1/content/a'] })),
  ],
  [
    'contentDirectory set late',
    ['E019', 'E042', 'E092', 'E093', 'W002'],
    (o) => o.inventory((i) => set(i, 'contentDirectory', 'data')),
  ],
  ['contentDirectory with a slash', ['E017'], (o) => o.inventory((i) => set(i, 'contentDirectory', 'a/b'))],
  ['contentDirectory ..', ['E018'], (o) => o.inventory((i) => set(i, 'contentDirectory', '..'))],
  [
    'a prior inventory without a file',
    ['E023', 'E050'],
    (o) =>
      o.inventory(
        (i) => {
          delete block(i, 'manifest')[beta];
        },
        ['v1/'],
      ),
  ],
  [
    'a prior inventory of a later OCFL',
    ['E038', 'E103'],
    (o) => o.inventory((i) => set(i, 'type', 'https://ocfl.io/2.0/spec/#inventory'), ['v1/']),
  ],
  [
    'zero-padded and plain names',
    ['E012', 'E013', 'E040', 'E046', 'E064', 'W001', 'W010'],
    (o) => o.inventory((i) => set(block(i, 'versions'), 'v03', v2(i)), ['']),
  ],
];

describe('the check of an object finds', () => {
  test.each(damages)('%s', (_name, codes, damage) => {
    const object = new Damaged();
    damage(object);
    expect(object.codes()).toEqual(codes);
  });
});

test('the check of a storage root finds what lies around the objects', () => {
  const codes = (damage: (store: MemoryStore, folder: string) => void): string[] => {
    const { store, folder } = sound();
    damage(store, folder);
    return [...new Set(validateStorageRoot(store, 'archive').map((d) => d.code))].sort();
  };
  expect(codes(() => {})).toEqual([]);
  expect(codes((store) => store.files.delete('archive/0=ocfl_1.1'))).toEqual(['E069']);
  expect(codes((store) => store.files.set('archive/0=ocfl_1.0', Buffer.from('ocfl_1.0\n')))).toEqual(['E076']);
  expect(codes((store) => store.files.set('archive/0=ocfl_1.1', Buffer.from('x')))).toEqual(['E080']);
  expect(codes((store) => store.files.set('archive/ocfl_layout.json', Buffer.from('{}')))).toEqual(['E070']);
  expect(codes((store) => store.files.set('archive/ocfl_layout.json', Buffer.from('null')))).toEqual(['E070']);
  expect(codes((store) => store.files.set('archive/extensions/mine/a', Buffer.from('')))).toEqual(['W016']);
  expect(codes((store) => store.files.set('archive/abc/readme.txt', Buffer.from('')))).toEqual(['E072']);
  expect(codes((store) => store.emptyFolders.add('archive/abc/def'))).toEqual(['E073']);
  expect(codes((store) => store.files.set('archive/extensions/a.txt', Buffer.from('')))).toEqual(['E112']);
  expect(codes((store, folder) => store.move(folder, 'archive/elsewhere'))).toEqual(['E083']);
  expect(codes((store) => store.files.set('archive/README.md', Buffer.from('')))).toEqual([]);
});
