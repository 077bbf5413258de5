import { type Diagnostic, diagnostic, hasErrors, type Result } from '../diagnostics/diagnostic.js';
import type { Files } from '../model/file-set.js';
import { validateObject } from './check-object.js';
import { complete } from './complete.js';
import { digest } from './digest.js';
import {
  type Inventory,
  inventoryText,
  isTimestamp,
  objectDeclaration,
  rootDeclaration,
  sidecarName,
  sidecarText,
} from './inventory.js';
import { layoutConfiguration, layoutDescription, layoutName, objectFolder } from './layout.js';
import { planVersion, storedBytes, type VersionMetadata, type VersionPlan } from './plan.js';
import { refusedPaths } from './portable.js';
import { type ArchiveLocation, join, type Store } from './store.js';

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

/**
 * Stores the files as the next version of the object `id` in an OCFL 1.1 storage root. Nothing is added to an object that fails its check,
 * nor where the files are those of the newest version already. A version is made ready in the staging folder and moved into the object in
 * one step, and the object's inventory follows; the next deposit completes what a kill in between left open. After writing, the object is checked again.
 */
export function deposit(
  location: ArchiveLocation,
  id: string,
  files: Files,
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
  return {
    value: {
      folder,
      version: plan.version,
      added: true,
      storedFiles: plan.content.size,
      storedBytes: storedBytes(plan),
    },
    diagnostics: [...completed, ...diagnostics],
  };
}

function checkRequest(files: Files, metadata: VersionMetadata): readonly Diagnostic[] {
  const time = isTimestamp(metadata.created) ? [] : [diagnostic('AR003', { created: metadata.created })];
  return [...refusedPaths([...files.keys()]), ...time];
}

/** Makes the storage root where there is none; refuses a folder that is something else. */
export function prepareRoot({ store, root, staging }: ArchiveLocation): readonly Diagnostic[] {
  const entries = store.list(root);
  // A root on a disk of its own has the folder that versions are made ready in, and may have been left unfinished by a kill.
  const isEmpty = entries.every(
    ({ name }) => name === 'extensions' || name === 'ocfl_layout.json' || name === 'lost+found',
  );
  const isFile = store.kind(root) === 'file';
  if (isFile) return [diagnostic('AR004', { path: root })];
  if (!isEmpty) {
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
  for (const [path, text] of files) store.write(join(staging, path), text);
  store.flush(staging);
  if (store.kind(root) === undefined) store.move(staging, root);
  // The declaration last: with it the folder is a storage root.
  else for (const [path] of [...files].reverse()) store.move(join(staging, path), join(root, path));
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
  writeInventory(staging);
  if (isNew) {
    store.write(join(staging, objectDeclaration), `${objectDeclaration.slice(2)}\n`);
    store.flush(staging);
    store.move(staging, folder);
    return;
  }
  store.flush(staging);
  // All is written: what follows needs no room on the disk. Between these steps is the one window in which the object is not whole, which OCFL names in its Implementation Notes.
  store.move(join(staging, plan.version), join(folder, plan.version));
  try {
    store.move(join(staging, 'inventory.json'), join(folder, 'inventory.json'));
  } catch (error) {
    store.move(join(folder, plan.version), join(staging, plan.version));
    throw error;
  }
  store.move(join(staging, sidecarName('sha512')), join(folder, sidecarName('sha512')));
  store.remove(staging);
}
