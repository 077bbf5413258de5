import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { objectsIn, objectsNamed, type StoredObject, versionNamed } from '../../archive/objects.js';
import type { StoreReader } from '../../archive/store.js';
import { diagnostic, type Result } from '../../diagnostics/diagnostic.js';
import { locationOf } from '../../pipeline/storage-root.js';
import type { OptionSpec, OptionValues } from '../verb.js';

/** The option of what looks into an archive. */
export const archiveOption: Readonly<Record<string, OptionSpec>> = {
  archive: {
    value: 'DIR',
    description: 'the archive (default: archive/, dist/ID/archive, or the folder where the command runs)',
  },
};

/** An archive that is there. */
export interface OpenArchive {
  readonly root: string;
  readonly store: StoreReader;
  /** The root as a path of the store. */
  readonly place: string;
}

/** The archive that is meant. @param id what is looked for in it, for the archive of its own that a build makes */
export function archiveOf(options: OptionValues, id?: string): Result<OpenArchive> {
  const given = options.value('archive');
  const places =
    given === undefined ? ['archive', ...(id === undefined ? [] : [join('dist', id, 'archive')]), '.'] : [given];
  const root = places.find(isRoot);
  if (root === undefined) return { diagnostics: [diagnostic('AR008', { path: places[0] ?? '' })] };
  const { store, root: place } = locationOf(root, root);
  return { value: { root, store, place }, diagnostics: [] };
}

function isRoot(path: string): boolean {
  try {
    return existsSync(path) && readdirSync(path).some((name) => /^0=ocfl_\d/.test(name));
  } catch {
    return false;
  }
}

/** `ID`, or `ID@v2`: an object and the version that is meant. */
export interface NamedVersion {
  readonly id: string;
  readonly version?: string;
}

/** Reads `ID@v2`; an id may have other signs of the kind. */
export function namedVersion(words: string): NamedVersion {
  const match = /^(.+)@(v\d+)$/.exec(words);
  return match === null ? { id: words } : { id: match[1] ?? '', version: match[2] ?? '' };
}

/** An object in its archive. */
export interface FoundObject extends OpenArchive {
  readonly object: StoredObject;
}

/** The object that a name means, in the archive that is meant. */
export function objectOf(options: OptionValues, id: string): Result<FoundObject> {
  const { value: archive, diagnostics } = archiveOf(options, id);
  if (archive === undefined) return { diagnostics };
  const { root: path, store, place } = archive;
  const objects = objectsIn(store, place);
  const named = objectsNamed(store, objects, id);
  const [object] = named;
  const list = (of: readonly StoredObject[]): string =>
    of.length === 0
      ? 'no object'
      : of
          .slice(0, 5)
          .map(({ inventory }) => inventory.id)
          .join(', ') + (of.length > 5 ? ' …' : '');
  if (object === undefined) return { diagnostics: [diagnostic('AR009', { name: id, path, ids: list(objects) })] };
  if (named.length > 1) return { diagnostics: [diagnostic('AR010', { name: id, ids: list(named) })] };
  return { value: { ...archive, object }, diagnostics: [] };
}

/** A version of an object. */
export interface FoundVersion extends FoundObject {
  readonly version: string;
}

/** The version that is meant, the newest where none is named. */
export function versionOf(options: OptionValues, { id, version }: NamedVersion): Result<FoundVersion> {
  const { value: found, diagnostics } = objectOf(options, id);
  if (found === undefined) return { diagnostics };
  const { inventory } = found.object;
  const own = version === undefined ? inventory.head : versionNamed(found.object, version);
  if (own !== undefined && Object.hasOwn(inventory.versions, own))
    return { value: { ...found, version: own }, diagnostics: [] };
  const versions = Object.keys(inventory.versions).join(', ');
  return { diagnostics: [diagnostic('AR011', { id: inventory.id, version: version ?? '', versions })] };
}
