import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { largest } from '../model/list.js';
import { digest } from './digest.js';
import { sidecarName, sidecarText, versionNumber } from './inventory.js';
import { type ArchiveLocation, join, type Store } from './store.js';

/**
 * Completes a deposit that was killed after its version had been moved into the object: the newest version folder then holds a sound
 * inventory that the object's own inventory, or its digest file, lags behind.
 */
export function complete(
  { store, staging }: Pick<ArchiveLocation, 'store' | 'staging'>,
  folder: string,
  id: string,
): readonly Diagnostic[] {
  const numbers = store.list(folder).map((entry) => versionNumber(entry.name) ?? 0);
  const version = `v${largest(numbers, 0)}`;
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

/** Puts an inventory and its digest file into the object, each in one step. */
function copyInventory(
  store: Store,
  staging: string,
  folder: string,
  inventory: Uint8Array,
  sidecar: Uint8Array,
): void {
  const files = [['inventory.json', inventory] as const, [sidecarName('sha512'), sidecar] as const];
  for (const [name, content] of files) store.write(join(staging, name), content);
  store.flush(staging);
  for (const [name] of files) store.move(join(staging, name), join(folder, name));
  store.remove(staging);
}
