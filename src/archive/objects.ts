import type { FileContent, Files } from '../model/file-set.js';
import { readInventory } from './check-inventory.js';
import { Findings } from './findings.js';
import { type Inventory, versionNumber } from './inventory.js';
import { join, type StoreReader } from './store.js';

/** An object of a storage root as its inventory has it; its files are not checked. */
export interface StoredObject {
  /** Its folder, as a path of the store. */
  readonly folder: string;
  readonly inventory: Inventory;
}

/** The folders of the objects of a storage root, whatever its layout: those with a declaration (OCFL 1.1, §4.2). */
export function objectFolders(store: StoreReader, root: string): readonly string[] {
  const found: string[] = [];
  const visit = (folder: string): void => {
    const entries = store.list(folder);
    if (folder !== root && entries.some(({ name }) => name.startsWith('0=ocfl_object_'))) found.push(folder);
    else
      for (const { name, kind } of entries)
        if (kind === 'folder' && !(folder === root && name === 'extensions')) visit(join(folder, name));
  };
  visit(root);
  return found;
}

/** The objects of a storage root whose inventories can be read, in the order of their ids. */
export function objectsIn(store: StoreReader, root: string): readonly StoredObject[] {
  return objectFolders(store, root)
    .flatMap((folder) => {
      const bytes = store.read(join(folder, 'inventory.json'));
      const inventory = bytes && readInventory(bytes, 'inventory.json', new Findings(folder));
      return inventory === undefined ? [] : [{ folder, inventory }];
    })
    .sort((a, b) => (a.inventory.id < b.inventory.id ? -1 : 1));
}

/** What the newest state of an object says of its edition (`manifest.json`); empty for objects of other programs. */
export function editionOf(
  store: StoreReader,
  object: StoredObject,
): { readonly volume?: string; readonly title?: string } {
  const content = versionFiles(store, object, object.inventory.head)?.get('manifest.json');
  if (content === undefined || typeof content === 'string' || content instanceof Uint8Array) return {};
  try {
    const { volume, title } = JSON.parse(
      Buffer.concat([...content.chunks()].map((chunk) => Buffer.from(chunk))).toString(),
    ) as {
      volume?: unknown;
      title?: unknown;
    };
    return {
      ...(typeof volume === 'string' ? { volume } : {}),
      ...(typeof title === 'string' ? { title } : {}),
    };
  } catch {
    return {};
  }
}

/** The objects that a name means: the one with that id, else those of the volume with it. */
export function objectsNamed(
  store: StoreReader,
  objects: readonly StoredObject[],
  name: string,
): readonly StoredObject[] {
  const byId = objects.filter(({ inventory }) => inventory.id === name);
  return byId.length > 0 ? byId : objects.filter((object) => editionOf(store, object).volume === name);
}

/** The name of a version as the object has it: `v2` is also `v0002`; undefined where there is none. */
export function versionNamed({ inventory }: StoredObject, name: string): string | undefined {
  const number = versionNumber(name);
  return Object.keys(inventory.versions).find((own) => number !== undefined && versionNumber(own) === number);
}

/**
 * The files of a version by their logical paths, in the order of code units, read when they are asked for; undefined where there is no such version. What the
 * object lacks is left out: a check of the object tells it.
 */
export function versionFiles(
  store: StoreReader,
  { folder, inventory }: StoredObject,
  version: string,
): Files | undefined {
  const state = inventory.versions[version]?.state;
  if (state === undefined) return undefined;
  const stored = new Map(Object.entries(inventory.manifest).map(([digest, paths]) => [digest.toLowerCase(), paths[0]]));
  const files: [string, FileContent][] = [];
  for (const [digest, paths] of Object.entries(state)) {
    const content = stored.get(digest.toLowerCase());
    const place = content === undefined ? undefined : join(folder, content);
    const size = place === undefined ? undefined : store.size(place);
    if (place === undefined || size === undefined) continue;
    for (const path of paths) files.push([path, { size, chunks: () => store.chunks(place) ?? [] }]);
  }
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}
