import { type Diagnostic, diagnostic, hasErrors, type Result } from '../diagnostics/diagnostic.js';
import type { FileSet } from '../model/file-set.js';
import { validateObject } from './check-object.js';
import { digest } from './digest.js';
import {
  type Inventory,
  inventoryText,
  isTimestamp,
  objectDeclaration,
  pathFaults,
  rootDeclaration,
  sidecarName,
  sidecarText,
  versionNumber,
} from './inventory.js';
import { layoutConfiguration, layoutDescription, layoutName, objectFolder } from './layout.js';
import { planVersion, type VersionMetadata, type VersionPlan } from './plan.js';
import { join, type Store } from './store.js';

/** Where archives are kept: a storage root and a staging folder beside it, as paths of one store (so that moving is one step). */
export interface ArchiveLocation {
  readonly store: Store;
  /** The OCFL storage root, made if there is none. */
  readonly root: string;
  /** Where new versions are made ready. It may not be inside the storage root (OCFL 1.1, E088) and is removed when done. */
  readonly staging: string;
}

/** What a deposit did. */
export interface Deposit {
  /** The object's folder, relative to the store. */
  readonly folder: string;
  /** The newest version (`v2`). */
  readonly version: string;
  /** Whether this deposit made it; `false` where the files are those of the newest version already. */
  readonly added: boolean;
  /** How many files were stored, after leaving out those that an earlier version or another path already holds. */
  readonly storedFiles: number;
  readonly storedBytes: number;
}

const pathReasons = {
  element: 'it has an empty, “.” or “..” part',
  slash: 'it begins or ends with a slash',
  conflict: 'another file has the same path or a path that begins with it',
} as const;

/**
 * Stores the files as the next version of the object `id` in an OCFL 1.1 storage root. Nothing is added to an object that fails its check,
 * nor where the files are those of the newest version already. A version is made ready in the staging folder and moved into the object in
 * one step, and the object's inventory follows; the next deposit completes what a kill in between left open. After writing, the object is checked again.
 */
export function deposit(
  location: ArchiveLocation,
  id: string,
  files: FileSet,
  metadata: VersionMetadata,
): Result<Deposit> {
  const { store, root } = location;
  const unsound = checkRequest(files, metadata);
  const refused = hasErrors(unsound) ? unsound : prepareRoot(location);
  if (hasErrors(refused)) return { diagnostics: refused };

  const folder = join(root, objectFolder(id));
  const completed = complete(location, folder, id);
  const before = existing(store, folder);
  if (hasErrors(before.diagnostics)) return { diagnostics: [...completed, ...before.diagnostics] };

  const plan = planVersion(id, before.value, files, metadata);
  if (plan === undefined) {
    const unchanged = { folder, version: before.value?.head ?? '', added: false, storedFiles: 0, storedBytes: 0 };
    return { value: unchanged, diagnostics: completed };
  }
  write(location, folder, plan, before.value === undefined);
  const { diagnostics } = validateObject(store, folder);
  const storedBytes = [...plan.content.values()].reduce((sum, content) => sum + content.length, 0);
  return {
    value: { folder, version: plan.version, added: true, storedFiles: plan.content.size, storedBytes },
    diagnostics: [...completed, ...diagnostics],
  };
}

/** The files of a version of an object (the newest if none is named), each by its logical path; `undefined` where there is no such version. */
export function readVersion(
  location: Pick<ArchiveLocation, 'store' | 'root'>,
  id: string,
  version?: string,
): ReadonlyMap<string, Uint8Array> | undefined {
  const folder = join(location.root, objectFolder(id));
  const { inventory } = validateObject(location.store, folder);
  const state = inventory?.versions[version ?? inventory.head]?.state;
  if (inventory === undefined || state === undefined) return undefined;
  return new Map(
    Object.entries(state).flatMap(([hash, paths]) => {
      const content = location.store.read(join(folder, inventory.manifest[hash]?.[0] ?? ''));
      return content === undefined ? [] : paths.map((path) => [path, content] as const);
    }),
  );
}

function checkRequest(files: FileSet, metadata: VersionMetadata): readonly Diagnostic[] {
  const faults = [...pathFaults([...files.keys()])];
  const paths = faults.map(([path, fault]) => diagnostic('AR002', { path, reason: pathReasons[fault] }));
  const time = isTimestamp(metadata.created) ? [] : [diagnostic('AR003', { created: metadata.created })];
  return [...paths, ...time];
}

/** Makes the storage root where there is none; refuses a folder that is something else. */
function prepareRoot({ store, root, staging }: ArchiveLocation): readonly Diagnostic[] {
  if (store.list(root).length > 0) {
    const declared = store.read(join(root, rootDeclaration)) !== undefined;
    const layout = store.read(join(root, 'ocfl_layout.json'));
    const known = layout !== undefined && new TextDecoder().decode(layout).includes(`"${layoutName}"`);
    return declared && known ? [] : [diagnostic('AR004', { path: root })];
  }
  store.remove(staging);
  const config = join(join('extensions', layoutName), 'config.json');
  const files: readonly (readonly [string, string])[] = [
    [rootDeclaration, `${rootDeclaration.slice(2)}\n`],
    ['ocfl_layout.json', `${JSON.stringify(layoutDescription, null, 2)}\n`],
    [config, `${JSON.stringify(layoutConfiguration, null, 2)}\n`],
  ];
  for (const [path, text] of files) store.write(join(staging, path), Buffer.from(text));
  store.remove(root);
  store.move(staging, root);
  return [];
}

/** The inventory of an object that is there and sound; nothing for an object that is not there; an error for a damaged one. */
function existing(store: Store, folder: string): Result<Inventory> {
  if (store.list(folder).length === 0) return { diagnostics: [] };
  const { inventory, diagnostics } = validateObject(store, folder);
  const [first] = diagnostics.filter((d) => d.severity === 'error');
  if (first !== undefined || inventory === undefined) {
    const count = diagnostics.filter((d) => d.severity === 'error').length;
    const facts = { path: folder, count, code: first?.code ?? 'E063', first: first?.message ?? '' };
    return { diagnostics: [diagnostic('AR001', facts, first?.place), ...diagnostics] };
  }
  // A digest algorithm or a way of naming versions that is not ours would have to be carried on: such objects are left alone.
  const padded = Object.keys(inventory.versions).some((name) => name.startsWith('v0'));
  const foreign = inventory.digestAlgorithm !== 'sha512' || inventory.contentDirectory !== undefined || padded;
  if (foreign) return { diagnostics: [diagnostic('AR004', { path: folder })] };
  return { value: inventory, diagnostics: [] };
}

function write({ store, staging }: ArchiveLocation, folder: string, plan: VersionPlan, isNew: boolean): void {
  store.remove(staging);
  const inventory = Buffer.from(inventoryText(plan.inventory));
  const sidecar = Buffer.from(sidecarText(digest('sha512', inventory)));
  const writeInventory = (path: string): void => {
    store.write(join(path, 'inventory.json'), inventory);
    store.write(join(path, sidecarName('sha512')), sidecar);
  };
  for (const [path, content] of plan.content) store.write(join(staging, path), content);
  writeInventory(join(staging, plan.version));
  if (isNew) {
    store.write(join(staging, objectDeclaration), Buffer.from(`${objectDeclaration.slice(2)}\n`));
    writeInventory(staging);
    store.move(staging, folder);
    return;
  }
  store.move(join(staging, plan.version), join(folder, plan.version));
  copyInventory(store, staging, folder, inventory, sidecar);
}

/** Puts an inventory and its digest file into the object, each in one step. */
function copyInventory(
  store: Store,
  staging: string,
  folder: string,
  inventory: Uint8Array,
  sidecar: Uint8Array,
): void {
  for (const [name, content] of [['inventory.json', inventory] as const, [sidecarName('sha512'), sidecar] as const]) {
    store.write(join(staging, name), content);
    store.move(join(staging, name), join(folder, name));
  }
  store.remove(staging);
}

/**
 * Completes a deposit that was killed after its version had been moved into the object: the newest version folder then holds a sound
 * inventory that the object's own inventory, or its digest file, lags behind.
 */
function complete({ store, staging }: ArchiveLocation, folder: string, id: string): readonly Diagnostic[] {
  const numbers = store.list(folder).map((entry) => versionNumber(entry.name) ?? 0);
  const version = `v${numbers.reduce((most, number) => Math.max(most, number), 0)}`;
  const inventory = store.read(join(join(folder, version), 'inventory.json'));
  const sidecar = store.read(join(join(folder, version), sidecarName('sha512')));
  if (inventory === undefined || sidecar === undefined) return [];
  if (Buffer.from(sidecar).toString() !== sidecarText(digest('sha512', inventory))) return [];
  const rootInventory = store.read(join(folder, 'inventory.json'));
  const rootSidecar = store.read(join(folder, sidecarName('sha512')));
  if (rootInventory === undefined || rootSidecar === undefined) return [];
  if (Buffer.compare(rootInventory, inventory) === 0 && Buffer.compare(rootSidecar, sidecar) === 0) return [];
  if (!isStepBehind(store, folder, version, { inventory: rootInventory, sidecar: rootSidecar }, inventory)) return [];
  copyInventory(store, staging, folder, inventory, sidecar);
  return [diagnostic('AR005', { version, id })];
}

/** Whether the object's inventory is the one of the version before, or is new already and only its digest file is not. */
function isStepBehind(
  store: Store,
  folder: string,
  version: string,
  own: { readonly inventory: Uint8Array; readonly sidecar: Uint8Array },
  newest: Uint8Array,
): boolean {
  const before = join(folder, `v${(versionNumber(version) ?? 0) - 1}`);
  const priorInventory = store.read(join(before, 'inventory.json'));
  const priorSidecar = store.read(join(before, sidecarName('sha512')));
  if (priorInventory === undefined || priorSidecar === undefined) return false;
  const inventoryKnown = [priorInventory, newest].some((bytes) => Buffer.compare(bytes, own.inventory) === 0);
  return inventoryKnown && Buffer.compare(priorSidecar, own.sidecar) === 0;
}
