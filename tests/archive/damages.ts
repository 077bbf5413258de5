import { deposit } from '../../src/archive/deposit.js';
import { digest } from '../../src/archive/digest.js';
import type { Inventory } from '../../src/archive/inventory.js';
import { MemoryStore } from './memory-store.js';

/** An inventory as JSON that can be made wrong. */
export type Json = Record<string, unknown>;

const id = 'urn:uuid:5b9f5f0e-0000-5000-8000-000000000002';
const metadata = {
  created: '2026-01-31T12:00:00Z',
  message: 'The edition as built.',
  user: { name: 'Chancery', address: 'mailto:editor@example.org' },
};

/** The state of a version to deposit: logical path → content. */
export type State = ReadonlyMap<string, string>;

/** An object made by our own writer, in memory, that can be damaged. */
export class DepositedObject {
  readonly store = new MemoryStore();
  readonly folder: string;

  /** @param algorithms Of each version but the newest, the algorithm that its inventory is rewritten with. */
  constructor(states: readonly State[], algorithms: readonly ('sha256' | 'sha512')[]) {
    const place = { store: this.store, root: 'archive', staging: 'staging' };
    let folder = '';
    for (const state of states) folder = deposit(place, id, state, metadata).value?.folder ?? folder;
    this.folder = folder;
    for (const [i, version] of this.versions.slice(0, -1).entries())
      if (algorithms[i] === 'sha256') this.#rewrite(version, 'sha256');
  }

  /** v1, v2 …, as there are folders. */
  get versions(): readonly string[] {
    const names = this.paths.flatMap((path) => /^v\d+(?=\/)/.exec(path)?.[0] ?? []);
    return [...new Set(names)].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
  }

  get head(): string {
    return this.versions.at(-1) ?? 'v1';
  }

  /** Versions but the newest. */
  get priors(): readonly string[] {
    return this.versions.slice(0, -1);
  }

  get paths(): readonly string[] {
    const prefix = `${this.folder}/`;
    return [...this.store.files.keys()].flatMap((path) => (path.startsWith(prefix) ? [path.slice(prefix.length)] : []));
  }

  /** Stored files of the editions. */
  get content(): readonly string[] {
    return this.paths.filter((path) => /^v\d+\/content\//.test(path));
  }

  text(path: string): string {
    return this.store.text(`${this.folder}/${path}`);
  }

  put(path: string, text: string): void {
    this.store.files.set(`${this.folder}/${path}`, Buffer.from(text));
  }

  drop(path: string): void {
    for (const name of [...this.store.files.keys()])
      if (name === `${this.folder}/${path}` || name.startsWith(`${this.folder}/${path}/`))
        this.store.files.delete(name);
  }

  link(path: string): void {
    this.store.links.add(`${this.folder}/${path}`);
  }

  emptyFolder(path: string): void {
    this.store.emptyFolders.add(`${this.folder}/${path}`);
  }

  /** Changes the object's inventory, also its copy in the newest version, and the digest files with it. */
  root(change: (inventory: Json) => void): void {
    this.#change('', change, [`${this.head}/`]);
  }

  /** Changes the inventory kept with a version, and its digest file with it. */
  prior(version: string, change: (inventory: Json) => void): void {
    this.#change(`${version}/`, change, []);
  }

  #change(at: string, change: (inventory: Json) => void, copies: readonly string[]): void {
    const inventory = JSON.parse(this.text(`${at}inventory.json`)) as Json;
    const algorithm = String(inventory['digestAlgorithm']);
    change(inventory);
    for (const folder of [at, ...copies]) this.#write(folder, inventory, algorithm);
  }

  #write(at: string, inventory: Json, algorithm: string): void {
    // JSON.stringify has no way into the depth: what is to be deep is marked by its number.
    const text = JSON.stringify(inventory).replace(
      /"DEEP (\d+)"/,
      (_, n) => '['.repeat(Number(n)) + ']'.repeat(Number(n)),
    );
    this.put(`${at}inventory.json`, text);
    this.put(`${at}inventory.json.${algorithm}`, `${digest(algorithm, text)} inventory.json\n`);
  }

  /** An inventory of a version by another algorithm: as sound as before. */
  #rewrite(version: string, algorithm: 'sha256'): void {
    const old = JSON.parse(this.text(`${version}/inventory.json`)) as Inventory;
    const hashes = new Map(
      Object.entries(old.manifest).map(([hash, [path = '']]) => [hash, digest(algorithm, this.text(path))]),
    );
    const changed = (map: Readonly<Record<string, readonly string[]>>): Record<string, readonly string[]> =>
      Object.fromEntries(Object.entries(map).map(([hash, paths]) => [hashes.get(hash) ?? hash, paths]));
    const versions = Object.fromEntries(
      Object.entries(old.versions).map(([name, v]) => [name, { ...v, state: changed(v.state) }]),
    );
    this.drop(`${version}/inventory.json.${old.digestAlgorithm}`);
    this.#write(
      `${version}/`,
      { ...old, digestAlgorithm: algorithm, manifest: changed(old.manifest), versions },
      algorithm,
    );
  }
}

/** A way to damage an object; nothing where this object cannot be damaged so. `pick` gives one of several places. */
export interface Damage {
  readonly name: string;
  readonly code: string;
  readonly damage: (object: DepositedObject, pick: <T>(from: readonly T[]) => T) => boolean | undefined;
}

type Change = (inventory: Json, object: DepositedObject, pick: <T>(from: readonly T[]) => T) => void;

const at = (object: unknown, key: string): Json => (object as Record<string, Json>)[key] ?? {};
const keys = (object: unknown): string[] => Object.keys(object as Json);
const hash = '0'.repeat(128);

function files(code: string, name: string, damage: Damage['damage']): Damage {
  return { code, name, damage };
}

/** A change of the object's own inventory. */
function root(code: string, name: string, change: Change): Damage {
  return { code, name, damage: (o, pick) => void o.root((inventory) => change(inventory, o, pick)) };
}

/** A change of an inventory kept with a version before the newest. */
function prior(code: string, name: string, change: Change): Damage {
  return {
    code,
    name,
    damage: (o, pick) => {
      if (o.priors.length === 0) return false;
      o.prior(pick(o.priors), (inventory) => change(inventory, o, pick));
      return true;
    },
  };
}

/** A change of one version in the object's own inventory. */
function version(code: string, name: string, change: (version: Json, inventory: Json) => void): Damage {
  return root(code, name, (inventory, _o, pick) => {
    const versions = at(inventory, 'versions');
    change(at(versions, pick(keys(versions))), inventory);
  });
}

/** Moves the paths of one digest to another digest. */
function misattribute(map: Json, pick: <T>(from: readonly T[]) => T, algorithm: string): void {
  const from = pick(keys(map));
  map[digest(algorithm, `not ${from}`)] = map[from];
  delete map[from];
}

const addPaths = (map: Json, paths: readonly string[]): void => {
  const [first = ''] = keys(map);
  map[first] = [...(map[first] as string[]), ...paths];
};

/** Each kind of damage with the code of OCFL that must be among the findings. */
export const damages: readonly Damage[] = [
  files('E092', 'a stored file changed', (o, pick) => {
    const path = pick(o.content);
    o.put(path, `${o.text(path)}.`);
    return true;
  }),
  files('E092', 'a stored file gone', (o, pick) => void o.drop(pick(o.content))),
  files('E092', 'a stored file emptied', (o, pick) => {
    const path = pick(o.content.filter((p) => o.text(p) !== ''));
    if (path === undefined) return false;
    o.put(path, '');
    return true;
  }),
  files('E023', 'a file more', (o, pick) => void o.put(`${pick(o.versions)}/content/zz/more`, 'x')),
  files('E001', 'a file in the object', (o) => void o.put('notes.txt', '')),
  files('E001', 'a folder in the object', (o) => void o.put('drafts/a', '')),
  files('E015', 'a file in a version', (o, pick) => void o.put(`${pick(o.versions)}/notes.txt`, '')),
  files('W002', 'a folder in a version', (o, pick) => void o.put(`${pick(o.versions)}/drafts/a`, '')),
  files('E024', 'an empty folder', (o, pick) => void o.emptyFolder(`${pick(o.versions)}/content/zz`)),
  files('E090', 'a link in the object', (o) => void o.link('zz')),
  files('E090', 'a link in a version', (o, pick) => void o.link(`${pick(o.versions)}/zz`)),
  files('E090', 'a link in the content', (o, pick) => void o.link(`${pick(o.versions)}/content/zz`)),
  files('E067', 'a file among the extensions', (o) => void o.put('extensions/a', '')),
  files('W013', 'an extension that nobody knows', (o) => void o.put('extensions/mine/a', '')),
  files('E003', 'no declaration', (o) => void o.drop('0=ocfl_object_1.1')),
  files('E003', 'a second declaration', (o) => void o.put('0=ocfl_object_1.0', 'ocfl_object_1.0\n')),
  files('E007', 'other words in the declaration', (o) => void o.put('0=ocfl_object_1.1', 'ocfl_object_1.1\r\n')),
  files('E063', 'no inventory', (o) => void o.drop('inventory.json')),
  files('W010', 'no inventory in a version', (o, pick) => {
    const of = pick(o.priors);
    if (of === undefined) return false;
    for (const name of ['inventory.json', 'inventory.json.sha512', 'inventory.json.sha256']) o.drop(`${of}/${name}`);
    return true;
  }),
  files('E058', 'no digest file', (o) => void o.drop('inventory.json.sha512')),
  files('E058', 'no digest file in a version', (o, pick) => {
    const of = pick(o.versions);
    o.drop(`${of}/inventory.json.sha512`);
    o.drop(`${of}/inventory.json.sha256`);
    return true;
  }),
  files('E061', 'a digest file without the name', (o) => void o.put('inventory.json.sha512', `${hash}\n`)),
  files(
    'E060',
    'a digest file of something else',
    (o) => void o.put('inventory.json.sha512', `${hash} inventory.json\n`),
  ),
  files('E060', 'an inventory with a space more', (o) => void o.put('inventory.json', `${o.text('inventory.json')} `)),
  files('E060', 'an inventory of a version with a space more', (o, pick) => {
    const path = `${pick(o.versions)}/inventory.json`;
    o.put(path, `${o.text(path)} `);
    return true;
  }),
  files('E064', 'an inventory that is not that of the newest version', (o) => {
    const text = `${o.text('inventory.json')} `;
    o.put('inventory.json', text);
    o.put('inventory.json.sha512', `${digest('sha512', text)} inventory.json\n`);
    return true;
  }),
  files('E033', 'an inventory cut short', (o) => void o.put('inventory.json', o.text('inventory.json').slice(0, -9))),
  files('E046', 'a version that the inventory does not know', (o) => void o.put('v99/content/a', '')),
  files('E046', 'the newest version gone', (o) => void o.drop(o.head)),
  files('E010', 'a version gone', (o, pick) => {
    const of = pick(o.priors);
    if (of === undefined) return false;
    o.drop(of);
    return true;
  }),
  ...['id', 'type', 'digestAlgorithm', 'head'].map((key) =>
    root('E036', `no ${key}`, (i) => {
      delete i[key];
    }),
  ),
  ...['manifest', 'versions'].map((key) =>
    root('E041', `no ${key}`, (i) => {
      delete i[key];
    }),
  ),
  root('E040', 'a head that is no text', (i) => {
    i['head'] = 1;
  }),
  root('E040', 'a head that there is not', (i) => {
    i['head'] = 'v98';
  }),
  root('E040', 'a head that every object of JavaScript has', (i) => {
    i['head'] = 'constructor';
  }),
  root('E025', 'an unsafe algorithm', (i) => {
    i['digestAlgorithm'] = 'md5';
  }),
  root('E038', 'another type', (i) => {
    i['type'] = 'https://ocfl.io/1.0/spec/#inventory';
  }),
  root('E102', 'a key that OCFL does not know', (i) => {
    i['title'] = 'x';
  }),
  root('E017', 'a contentDirectory with a slash', (i) => {
    i['contentDirectory'] = 'a/b';
  }),
  root('E018', 'a contentDirectory that leads out', (i) => {
    i['contentDirectory'] = '..';
  }),
  root('E106', 'a manifest that is a list', (i) => {
    i['manifest'] = [];
  }),
  root('E092', 'a manifest without lists', (i) => {
    i['manifest'] = { [hash]: 'v1/content/a' };
  }),
  root('E096', 'a digest twice', (i) => {
    const manifest = at(i, 'manifest');
    const [first = ''] = keys(manifest).filter((key) => key !== key.toUpperCase());
    manifest[first.toUpperCase()] = ['v1/content/zz'];
  }),
  root('E107', 'a digest of no version', (i) => {
    at(i, 'manifest')[hash] = ['v1/content/zz'];
  }),
  root('E092', 'another digest for a file', (i, _o, pick) => misattribute(at(i, 'manifest'), pick, 'sha512')),
  root('E099', 'a content path that leads out', (i) =>
    addPaths(at(i, 'manifest'), ['v1/content/../../../../etc/passwd']),
  ),
  root('E100', 'a content path from the root', (i) => addPaths(at(i, 'manifest'), ['/etc/passwd'])),
  root('E042', 'a content path outside of the versions', (i) => addPaths(at(i, 'manifest'), ['constructor/content/a'])),
  root('E101', 'a content path twice', (i) => addPaths(at(i, 'manifest'), ['v1/content/zz', 'v1/content/zz'])),
  root('E101', 'a content path in a file', (i) => addPaths(at(i, 'manifest'), ['v1/content/zz', 'v1/content/zz/a'])),
  root('E092', 'a content path of no file', (i) => addPaths(at(i, 'manifest'), ['v1/content/zz'])),
  root('E044', 'versions that are a list', (i) => {
    i['versions'] = [];
  }),
  root('E008', 'no versions at all', (i) => {
    i['versions'] = {};
  }),
  root('E046', 'a version with a strange name', (i) => {
    at(i, 'versions')['__proto'] = {};
  }),
  root('E047', 'a version that is a text', (i) => {
    at(i, 'versions')['v1'] = 'x' as unknown as Json;
  }),
  root('E010', 'a gap in the versions', (i) => {
    at(i, 'versions')['v97'] = { created: metadata.created, state: {} };
    i['head'] = 'v97';
  }),
  root('E009', 'versions from 0', (i) => {
    at(i, 'versions')['v0'] = { created: metadata.created, state: {} };
  }),
  root('E013', 'a version with zeros', (i, o) => {
    const next = `v0${o.versions.length + 1}`;
    at(i, 'versions')[next] = { created: metadata.created, state: {} };
    i['head'] = next;
  }),
  version('E048', 'a version without its time', (v) => {
    delete v['created'];
  }),
  version('E048', 'a version without its state', (v) => {
    delete v['state'];
  }),
  version('E049', 'a time without zone', (v) => {
    v['created'] = '2026-01-31T12:00:00';
  }),
  version('E049', 'a time that is no text', (v) => {
    v['created'] = [[1]];
  }),
  version('E094', 'a message that is no text', (v) => {
    v['message'] = { text: 'x' };
  }),
  version('E054', 'a user without a name', (v) => {
    v['user'] = { address: 'mailto:a@example.org' };
  }),
  version('W007', 'no message', (v) => {
    delete v['message'];
  }),
  version('W008', 'a user without an address', (v) => {
    v['user'] = { name: 'A' };
  }),
  version('W009', 'an address that is no URI', (v) => {
    v['user'] = { name: 'A', address: 'here' };
  }),
  version('E102', 'a key in a version that OCFL does not know', (v) => {
    v['title'] = 'x';
  }),
  version('E050', 'a state with a digest of no file', (v) => {
    at(v, 'state')[hash] = ['zz'];
  }),
  version('E052', 'a logical path that leads out', (v, i) => {
    at(v, 'state')[keys(at(i, 'manifest'))[0] ?? ''] = ['../zz'];
  }),
  version('E053', 'a logical path from the root', (v, i) => {
    at(v, 'state')[keys(at(i, 'manifest'))[0] ?? ''] = ['/zz'];
  }),
  version('E095', 'logical paths in each other', (v, i) => {
    at(v, 'state')[keys(at(i, 'manifest'))[0] ?? ''] = ['zz', 'zz/a'];
  }),
  root('E111', 'a fixity block that is null', (i) => {
    i['fixity'] = null;
  }),
  root('E056', 'a fixity algorithm that nobody knows', (i) => {
    i['fixity'] = { crc7: {} };
  }),
  root('E057', 'a fixity block without lists', (i) => {
    i['fixity'] = { md5: { ab: 'x' } };
  }),
  root('E097', 'a fixity value twice', (i) => {
    i['fixity'] = { md5: { ab: [], AB: [] } };
  }),
  root('E093', 'a wrong fixity value', (i, o, pick) => {
    i['fixity'] = { sha1: { ab: [pick(o.content)] } };
  }),
  root('E093', 'a fixity value of no file', (i) => {
    i['fixity'] = { md5: { ab: ['v1/content/zz'] } };
  }),
  prior('E037', 'another id in a prior version', (i) => {
    i['id'] = 'urn:other';
  }),
  prior('E066', 'another state in a prior version', (i, _o, pick) => {
    const versions = at(i, 'versions');
    const state = at(at(versions, pick(keys(versions))), 'state');
    const [first = ''] = keys(state);
    state[first] = [...((state[first] as string[] | undefined) ?? []), 'zz'];
  }),
  prior('E092', 'another digest for a file in a prior version', (i, _o, pick) =>
    misattribute(at(i, 'manifest'), pick, String(i['digestAlgorithm'])),
  ),
  prior('E023', 'a file that is not in the manifest of a prior version', (i, _o, pick) => {
    const manifest = at(i, 'manifest');
    delete manifest[pick(keys(manifest))];
  }),
  prior('E093', 'a wrong fixity value in a prior version', (i, o) => {
    i['fixity'] = { md5: { ab: [o.content[0]] } };
  }),
  prior('E103', 'a later OCFL in a prior version', (i) => {
    i['type'] = 'https://ocfl.io/1.2/spec/#inventory';
  }),
  prior('E040', 'another head in a prior version', (i) => {
    i['head'] = 'v96';
  }),
  prior('W011', 'another message in a prior version', (i) => {
    at(at(i, 'versions'), 'v1')['message'] = 'x';
  }),
  files('E019', 'another contentDirectory in the first version', (o) => {
    if (o.priors.length === 0) return false;
    o.prior('v1', (i) => {
      i['contentDirectory'] = 'data';
    });
    return true;
  }),
  files('E020', 'another contentDirectory in a later version', (o) => {
    if (o.priors.length < 2) return false;
    o.prior('v2', (i) => {
      i['contentDirectory'] = 'data';
    });
    return true;
  }),
];
