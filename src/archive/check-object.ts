import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { readInventory } from './check-inventory.js';
import { digest, digestSupport } from './digest.js';
import { Findings } from './findings.js';
import { contentFolder, type Inventory, pathsOf, sidecarName, versionNumber } from './inventory.js';
import { sameState } from './plan.js';
import { join, type StoreReader, walk } from './store.js';

/** What the check of an object found, with its inventory where that can be relied on. */
export interface ObjectCheck {
  readonly inventory?: Inventory;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Checks an OCFL object wholly: its folders, its inventories and their digests, and the digest of every stored file. The findings carry
 * OCFL's own codes (OCFL 1.1, “Validation Codes”). Objects of OCFL 1.0 and 1.1 are understood.
 */
export function validateObject(store: StoreReader, folder: string): ObjectCheck {
  const findings = new Findings(folder);
  const check = new ObjectChecker(store, folder, findings);
  const inventory = check.run();
  return { ...(inventory === undefined ? {} : { inventory }), diagnostics: findings.diagnostics };
}

class ObjectChecker {
  readonly #store: StoreReader;
  readonly #folder: string;
  readonly #findings: Findings;

  constructor(store: StoreReader, folder: string, findings: Findings) {
    this.#store = store;
    this.#folder = folder;
    this.#findings = findings;
  }

  run(): Inventory | undefined {
    const declared = this.#declaration();
    const root = this.#inventoryIn('');
    this.#rootEntries(root);
    if (root === undefined) return undefined;
    if (declared !== undefined && !root.type.includes(`/${declared}/`)) {
      this.#findings.add('E038', `${root.type}, but the declaration says ${declared}`, 'inventory.json');
    }
    this.#versionFolders(root);
    this.#priorInventories(root);
    this.#content(root);
    return root;
  }

  /** The OCFL version that the declaration file names (§3.2). */
  #declaration(): string | undefined {
    const names = this.#list('').filter((entry) => entry.kind === 'file' && /^\d+=/.test(entry.name));
    const [first, ...more] = names;
    if (first === undefined) this.#findings.add('E003', 'there is none');
    else if (more.length > 0) this.#findings.add('E003', names.map((entry) => entry.name).join(', '));
    if (first === undefined || more.length > 0) return undefined;
    const version = /^0=ocfl_object_(1\.[01])$/.exec(first.name)?.[1];
    if (version === undefined) this.#findings.add('E004', first.name, first.name);
    const text = this.#read(first.name)?.toString();
    if (text !== `${first.name.slice(2)}\n`) this.#findings.add('E007', JSON.stringify(text ?? ''), first.name);
    return version;
  }

  /** The inventory of a folder of the object with its digest file (§3.6); `version` is '' for the object's own. */
  #inventoryIn(version: string): Inventory | undefined {
    const path = join(version, 'inventory.json');
    const bytes = this.#read(path);
    if (bytes === undefined) {
      if (version === '') this.#findings.add('E063', '');
      else this.#findings.add('W010', version, version);
      return undefined;
    }
    const inventory = readInventory(bytes, path, this.#findings);
    if (inventory !== undefined) this.#sidecar(version, bytes, inventory.digestAlgorithm);
    return inventory;
  }

  #sidecar(version: string, inventory: Uint8Array, algorithm: string): void {
    const path = join(version, sidecarName(algorithm));
    const text = this.#read(path)?.toString();
    if (text === undefined) {
      this.#findings.add('E058', path, path);
      return;
    }
    const stated = /^([0-9a-fA-F]+)[ \t]+inventory\.json\s*$/.exec(text)?.[1];
    if (stated === undefined) this.#findings.add('E061', JSON.stringify(text.slice(0, 80)), path);
    else if (stated.toLowerCase() !== digest(algorithm, inventory)) this.#findings.add('E060', path, path);
  }

  /** Nothing else lies in the object's folder (E001); the versions there are those of the inventory (E046). */
  #rootEntries(inventory: Inventory | undefined): void {
    const versions = new Set(Object.keys(inventory?.versions ?? {}));
    const sidecar = inventory === undefined ? /^inventory\.json\.\w+$/ : sidecarName(inventory.digestAlgorithm);
    for (const { name, kind } of this.#list('')) {
      if (kind === 'other') this.#findings.add('E090', name, name);
      else if (kind === 'file') this.#rootFile(name, sidecar);
      else if (name === 'extensions') this.#extensions();
      else if (name === 'logs') continue;
      else if (versionNumber(name) === undefined) this.#findings.add('E001', name, name);
      else if (inventory !== undefined && !versions.delete(name))
        this.#findings.add('E046', `${name} is not in the inventory`, name);
    }
    for (const name of versions) this.#findings.add('E046', `the folder ${name} is missing`, name);
  }

  #rootFile(name: string, sidecar: RegExp | string): void {
    const isSidecar = typeof sidecar === 'string' ? name === sidecar : sidecar.test(name);
    if (name !== 'inventory.json' && !isSidecar && !/^\d+=/.test(name)) this.#findings.add('E001', name, name);
  }

  #extensions(): void {
    for (const entry of this.#list('extensions')) {
      if (entry.kind !== 'folder') this.#findings.add('E067', entry.name, `extensions/${entry.name}`);
    }
  }

  #versionFolders(inventory: Inventory): void {
    const content = inventory.contentDirectory ?? contentFolder;
    for (const version of Object.keys(inventory.versions)) {
      for (const { name, kind } of this.#list(version)) {
        const path = join(version, name);
        if (kind === 'other') this.#findings.add('E090', path, path);
        else if (kind === 'folder' && name !== content) this.#findings.add('W002', path, path);
        else if (kind === 'file' && !/^inventory\.json(\.\w+)?$/.test(name)) this.#findings.add('E015', path, path);
      }
    }
  }

  /** The inventories kept in the version folders against the object's own (§3.7). */
  #priorInventories(root: Inventory): void {
    let specification = '';
    for (const version of versionsInOrder(root)) {
      if (version === root.head) {
        this.#headInventory(root);
        continue;
      }
      const prior = this.#inventoryIn(version);
      if (prior === undefined) continue;
      if (prior.type < specification) this.#findings.add('E103', `${version}, ${prior.type}`, version);
      specification = prior.type;
      this.#compare(prior, root, version);
    }
    if (root.type < specification) this.#findings.add('E103', `${root.head}, ${root.type}`);
  }

  #headInventory(root: Inventory): void {
    const path = join(root.head, 'inventory.json');
    const head = this.#read(path);
    if (head === undefined) {
      if (this.#list(root.head).length > 0) this.#findings.add('W010', root.head, root.head);
      return;
    }
    const own = this.#read('inventory.json');
    if (own === undefined || Buffer.compare(head, own) !== 0) this.#findings.add('E064', path, path);
    this.#sidecar(root.head, head, root.digestAlgorithm);
  }

  #compare(prior: Inventory, root: Inventory, version: string): void {
    const entry = join(version, 'inventory.json');
    if (prior.id !== root.id) this.#findings.add('E110', `${prior.id} in ${version}, ${root.id} now`, entry);
    if (prior.head !== version) this.#findings.add('E040', `${prior.head} in the inventory of ${version}`, entry);
    if (prior.contentDirectory !== root.contentDirectory) {
      const code = version === 'v1' && prior.contentDirectory === undefined ? 'E019' : 'E020';
      this.#findings.add(code, `${prior.contentDirectory ?? contentFolder} in ${version}`, entry);
    }
    const digests = fileDigests(prior);
    const now = fileDigests(root);
    for (const [name, then] of Object.entries(prior.versions)) {
      const current = root.versions[name];
      if (current === undefined) this.#findings.add('E066', `${name} is in the inventory of ${version} only`, entry);
      else if (prior.digestAlgorithm === root.digestAlgorithm) {
        if (!sameState(then.state, current.state))
          this.#findings.add('E066', `${name} in the inventory of ${version}`, entry);
      } else if (!sameFiles(then.state, digests, current.state, now)) {
        this.#findings.add('E066', `${name} in the inventory of ${version}`, entry);
      }
      if (current !== undefined && !sameProvenance(then, current))
        this.#findings.add('W011', `${name} in ${version}`, entry);
    }
    this.#coverage(prior, version, entry);
  }

  /** The manifest of a version's inventory names every file stored up to that version (E023). */
  #coverage(prior: Inventory, version: string, entry: string): void {
    const named = pathsOf(prior.manifest);
    for (const name of versionsInOrder(prior)) {
      const folder = join(name, prior.contentDirectory ?? contentFolder);
      for (const file of walk(this.#store, join(this.#folder, folder)).files) {
        const path = join(folder, file);
        if (!named.has(path)) this.#findings.add('E023', `${path} is not in the manifest of ${version}`, entry);
      }
    }
  }

  /** Every stored file is in the manifest, and every file of the manifest is stored and has its digests (E023, E092, E093). */
  #content(root: Inventory): void {
    const expected = new Map(pathsOf(root.manifest));
    const fixity = Object.entries(root.fixity ?? {}).filter(([algorithm]) => digestSupport(algorithm) === 'supported');
    const additional = fixity.map(([algorithm, block]) => [algorithm, pathsOf(block)] as const);
    for (const version of Object.keys(root.versions)) {
      const folder = join(version, root.contentDirectory ?? contentFolder);
      const { files, emptyFolders, others } = walk(this.#store, join(this.#folder, folder));
      for (const path of emptyFolders) this.#findings.add('E024', join(folder, path), join(folder, path));
      for (const path of others) this.#findings.add('E090', join(folder, path), join(folder, path));
      for (const file of files) {
        const path = join(folder, file);
        const stated = expected.get(path);
        expected.delete(path);
        if (stated === undefined) this.#findings.add('E023', `${path} is not in the manifest`, path);
        else this.#file(path, root.digestAlgorithm, stated, additional);
      }
    }
    for (const path of expected.keys()) this.#findings.add('E023', `${path} is missing`, path);
  }

  #file(
    path: string,
    algorithm: string,
    stated: string,
    additional: readonly (readonly [string, ReadonlyMap<string, string>])[],
  ): void {
    const bytes = this.#read(path) ?? Buffer.alloc(0);
    if (digest(algorithm, bytes) !== stated) this.#findings.add('E092', path, path);
    for (const [name, paths] of additional) {
      const value = paths.get(path);
      if (value !== undefined && digest(name, bytes) !== value) this.#findings.add('E093', `${path}, ${name}`, path);
    }
  }

  #list(path: string): ReturnType<StoreReader['list']> {
    return this.#store.list(join(this.#folder, path));
  }

  #read(path: string): Buffer | undefined {
    const bytes = this.#store.read(join(this.#folder, path));
    return bytes === undefined ? undefined : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
}

function versionsInOrder(inventory: Inventory): readonly string[] {
  return Object.keys(inventory.versions).sort((a, b) => (versionNumber(a) ?? 0) - (versionNumber(b) ?? 0));
}

/** Digest → the first content path that has it, to compare inventories that use different algorithms. */
function fileDigests(inventory: Inventory): ReadonlyMap<string, string> {
  return new Map(Object.entries(inventory.manifest).map(([digest, paths]) => [digest.toLowerCase(), paths[0] ?? '']));
}

function sameFiles(
  a: Inventory['manifest'],
  filesOfA: ReadonlyMap<string, string>,
  b: Inventory['manifest'],
  filesOfB: ReadonlyMap<string, string>,
): boolean {
  const left = pathsOf(a);
  const right = pathsOf(b);
  return (
    left.size === right.size &&
    [...left].every(([path, digest]) => filesOfA.get(digest) === filesOfB.get(right.get(path) ?? ''))
  );
}

function sameProvenance(a: Inventory['versions'][string], b: Inventory['versions'][string]): boolean {
  const facts = (version: typeof a): string =>
    JSON.stringify([version.created, version.message, version.user?.name, version.user?.address]);
  return facts(a) === facts(b);
}
