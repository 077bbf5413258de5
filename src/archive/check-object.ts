import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { ArchiveFiles } from './archive-files.js';
import { checkContent, type PlacedInventory } from './check-content.js';
import { readInventory } from './check-inventory.js';
import { digest } from './digest.js';
import { Findings } from './findings.js';
import {
  contentFolder,
  type DigestMap,
  type Inventory,
  isExtensionName,
  pathsOf,
  sidecarName,
  type Version,
  versionNumber,
  versionsInOrder,
} from './inventory.js';
import { sameState } from './plan.js';
import { join, type StoreReader } from './store.js';

/** What the check of an object found, with its inventory where that can be relied on. */
export interface ObjectCheck {
  readonly inventory?: Inventory;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Checks an OCFL object wholly: its folders, its inventories and their digests, and the digest of every stored file. The findings carry
 * OCFL's own codes (OCFL 1.1, “Validation Codes”). Objects of OCFL 1.0 and 1.1 are understood.
 * @param isDeep whether the digest of each stored file is computed; else the files are only seen to be there
 */
export function validateObject(store: StoreReader, folder: string, isDeep = true): ObjectCheck {
  const findings = new Findings(folder);
  const files = new ArchiveFiles(store, folder, (path, reason) =>
    findings.add('E092', `${path} cannot be read (${reason})`, path),
  );
  const inventory = new ObjectChecker(files, findings, isDeep).run();
  return { ...(inventory === undefined ? {} : { inventory }), diagnostics: findings.diagnostics };
}

class ObjectChecker {
  readonly #files: ArchiveFiles;
  readonly #findings: Findings;

  readonly #isDeep: boolean;

  constructor(files: ArchiveFiles, findings: Findings, isDeep: boolean) {
    this.#files = files;
    this.#findings = findings;
    this.#isDeep = isDeep;
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
    checkContent(this.#files, root, this.#priorInventories(root), this.#findings, this.#isDeep);
    return root;
  }

  /** The OCFL version that the declaration file names (§3.2). */
  #declaration(): string | undefined {
    const names = this.#files.list('').filter((entry) => entry.kind === 'file' && /^\d+=/.test(entry.name));
    const [first, ...more] = names;
    if (first === undefined) this.#findings.add('E003', 'there is none');
    else if (more.length > 0) this.#findings.add('E003', names.map((entry) => entry.name).join(', '));
    if (first === undefined || more.length > 0) return undefined;
    const version = /^0=ocfl_object_(1\.[01])$/.exec(first.name)?.[1];
    if (version === undefined) this.#findings.add('E004', first.name, first.name);
    const text = this.#files.read(first.name)?.toString();
    if (text !== `${first.name.slice(2)}\n`) this.#findings.add('E007', JSON.stringify(text ?? ''), first.name);
    return version;
  }

  /** The inventory of a folder of the object with its digest file (§3.6); `version` is '' for the object's own. */
  #inventoryIn(version: string): Inventory | undefined {
    const path = join(version, 'inventory.json');
    const bytes = this.#files.read(path);
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
    const text = this.#files.read(path)?.toString();
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
    for (const { name, kind } of this.#files.list('')) {
      if (kind === 'other') this.#findings.add('E090', name, name);
      else if (kind === 'file') this.#rootFile(name, sidecar);
      else if (name === 'extensions') this.#extensions();
      else if (name === 'logs') continue;
      else if (versionNumber(name) === undefined) this.#findings.add('E001', name, name);
      else if (inventory !== undefined && !versions.delete(name))
        this.#findings.add('E046', `${name} is not in the inventory`, name);
    }
    const numbers = this.#files.list('').map(({ name, kind }) => (kind === 'folder' ? versionNumber(name) : undefined));
    const newest = numbers.reduce<number>((most, number) => Math.max(most, number ?? 0), 0);
    for (const name of versions)
      this.#findings.add((versionNumber(name) ?? 0) < newest ? 'E010' : 'E046', `the folder ${name} is missing`, name);
  }

  #rootFile(name: string, sidecar: RegExp | string): void {
    const isSidecar = typeof sidecar === 'string' ? name === sidecar : sidecar.test(name);
    if (name !== 'inventory.json' && !isSidecar && !/^\d+=/.test(name)) this.#findings.add('E001', name, name);
  }

  #extensions(): void {
    for (const { name, kind } of this.#files.list('extensions')) {
      if (kind !== 'folder') this.#findings.add('E067', name, `extensions/${name}`);
      else if (!isExtensionName(name)) this.#findings.add('W013', name, `extensions/${name}`);
    }
  }

  #versionFolders(inventory: Inventory): void {
    const content = inventory.contentDirectory ?? contentFolder;
    for (const version of Object.keys(inventory.versions)) {
      for (const { name, kind } of this.#files.list(version)) {
        const path = join(version, name);
        if (kind === 'other') this.#findings.add('E090', path, path);
        else if (kind === 'folder' && name !== content) this.#findings.add('W002', path, path);
        else if (kind === 'file' && !/^inventory\.json(\.\w+)?$/.test(name)) this.#findings.add('E015', path, path);
      }
    }
  }

  /** The inventories kept in the version folders against the object's own (§3.7); gives those that can be read. */
  #priorInventories(root: Inventory): readonly PlacedInventory[] {
    const priors: PlacedInventory[] = [];
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
      priors.push({ inventory: prior, entry: join(version, 'inventory.json') });
    }
    if (root.type < specification) this.#findings.add('E103', `${root.head}, ${root.type}`);
    return priors;
  }

  #headInventory(root: Inventory): void {
    const path = join(root.head, 'inventory.json');
    const head = this.#files.read(path);
    if (head === undefined) {
      if (this.#files.list(root.head).length > 0) this.#findings.add('W010', root.head, root.head);
      return;
    }
    const own = this.#files.read('inventory.json');
    if (own === undefined || Buffer.compare(head, own) !== 0) this.#findings.add('E064', path, path);
    this.#sidecar(root.head, head, root.digestAlgorithm);
  }

  #compare(prior: Inventory, root: Inventory, version: string): void {
    const entry = join(version, 'inventory.json');
    if (prior.id !== root.id) this.#findings.add('E037', `${prior.id} in ${version}, ${root.id} now`, entry);
    if (prior.head !== version) this.#findings.add('E040', `${prior.head} in the inventory of ${version}`, entry);
    if (prior.contentDirectory !== root.contentDirectory)
      this.#findings.add(
        versionNumber(version) === 1 ? 'E019' : 'E020',
        `${prior.contentDirectory ?? contentFolder} in ${version}, ${root.contentDirectory ?? contentFolder} now`,
        entry,
      );
    const isSame = stateComparison(prior, root);
    for (const [name, then] of Object.entries(prior.versions)) {
      const current = Object.hasOwn(root.versions, name) ? root.versions[name] : undefined;
      if (current === undefined) this.#findings.add('E066', `${name} is in the inventory of ${version} only`, entry);
      else if (!isSame(then.state, current.state))
        this.#findings.add('E066', `${name} in the inventory of ${version}`, entry);
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
      for (const file of this.#files.walk(folder).files) {
        const path = join(folder, file);
        if (!named.has(path)) this.#findings.add('E023', `${path} is not in the manifest of ${version}`, entry);
      }
    }
  }
}

type SameState = (then: DigestMap, now: DigestMap) => boolean;

/** How states of a prior inventory and of the object's own are compared: by their digests, or by stored files where these differ in kind. */
function stateComparison(prior: Inventory, root: Inventory): SameState {
  if (prior.digestAlgorithm === root.digestAlgorithm) return sameState;
  const digestsNow = pathsOf(root.manifest);
  const filesThen = new Map(Object.entries(prior.manifest).map(([hash, paths]) => [hash.toLowerCase(), paths]));
  return (then, now) => {
    const left = pathsOf(then);
    const right = pathsOf(now);
    const isSame = (path: string, hash: string): boolean =>
      (filesThen.get(hash) ?? []).some((file) => digestsNow.get(file) === right.get(path));
    return left.size === right.size && [...left].every(([path, hash]) => right.has(path) && isSame(path, hash));
  };
}

function sameProvenance(a: Version, b: Version): boolean {
  return (
    isSameText(a.created, b.created) &&
    isSameText(a.message, b.message) &&
    isSameText(a.user?.name, b.user?.name) &&
    isSameText(a.user?.address, b.user?.address)
  );
}

/** What is not a text is a finding of its own, and is not compared. */
function isSameText(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object');
}
