import { readInventory } from './check-inventory.js';
import { validateObject } from './check-object.js';
import { Findings } from './findings.js';
import type { Inventory } from './inventory.js';
import { objectFolder } from './layout.js';
import { type ArchiveLocation, join } from './store.js';

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

/** The inventory of an object as its folder has it, without a check of its files; undefined where there is no object, or none that can be read. */
export function newestInventory(location: Pick<ArchiveLocation, 'store' | 'root'>, id: string): Inventory | undefined {
  const bytes = location.store.read(join(join(location.root, objectFolder(id)), 'inventory.json'));
  return bytes === undefined ? undefined : readInventory(bytes, 'inventory.json', new Findings(''));
}

/** Files of the newest version of an object, chosen by their logical paths, without a check. */
export function readArchived(
  location: Pick<ArchiveLocation, 'store' | 'root'>,
  id: string,
  isWanted: (path: string) => boolean,
): readonly Uint8Array[] {
  const inventory = newestInventory(location, id);
  const state = inventory?.versions[inventory.head]?.state ?? {};
  return Object.entries(state)
    .filter(([, paths]) => paths.some(isWanted))
    .flatMap(([hash]) => {
      const path = inventory?.manifest[hash]?.[0];
      return path === undefined ? [] : (location.store.read(join(join(location.root, objectFolder(id)), path)) ?? []);
    });
}
