import type { FileSet } from '../model/file-set.js';
import { digest } from './digest.js';
import {
  contentFolder,
  type DigestMap,
  type Inventory,
  inventoryType,
  pathsOf,
  type User,
  type Version,
  versionNumber,
} from './inventory.js';

/** Who made a version, when and why. `created` is an RFC 3339 time that the caller gives: the archive reads no clock. */
export interface VersionMetadata {
  readonly created: string;
  readonly message: string;
  readonly user: User;
}

/** What has to be written to add a version: the new inventory and the files that no earlier version holds. */
export interface VersionPlan {
  readonly version: string;
  readonly inventory: Inventory;
  /** Content path relative to the object's folder → bytes. */
  readonly content: ReadonlyMap<string, Uint8Array>;
}

/**
 * Plans the next version of an object from the inventory of the versions before it (none for a new object) and the files that the version
 * shall have. Gives `undefined` where the files are those of the newest version already. A file that any version holds is not stored again,
 * and equal files of one version are stored once (OCFL 1.1, §3.5.3.1, forward delta). SHA-256 values are kept as additional fixity,
 * since repositories ask for them. The paths must be sound logical paths.
 */
export function planVersion(
  id: string,
  previous: Inventory | undefined,
  files: FileSet,
  metadata: VersionMetadata,
): VersionPlan | undefined {
  const logical = [...files].map(([path, content]) => ({ path, content: bytes(content) })).sort(byPath);
  const digested = logical.map((file) => ({ ...file, digest: digest('sha512', file.content) }));
  const state = group(digested.map((file) => [file.path, file.digest]));
  const head = previous === undefined ? undefined : previous.versions[previous.head];
  if (head !== undefined && sameState(head.state, state)) return undefined;

  const version = `v${previous === undefined ? 1 : (versionNumber(previous.head) ?? 0) + 1}`;
  const manifest = new Map(Object.entries(previous?.manifest ?? {}));
  const sha256 = new Map(Object.entries(previous?.fixity?.['sha256'] ?? {}));
  const content = new Map<string, Uint8Array>();
  for (const file of digested) {
    if (manifest.has(file.digest)) continue;
    const path = `${version}/${contentFolder}/${file.path}`;
    manifest.set(file.digest, [path]);
    sha256.set(digest('sha256', file.content), [path]);
    content.set(path, file.content);
  }
  const described: Version = { created: metadata.created, state, message: metadata.message, user: metadata.user };
  const inventory: Inventory = {
    id,
    type: inventoryType,
    digestAlgorithm: 'sha512',
    head: version,
    manifest: Object.fromEntries(manifest),
    versions: { ...previous?.versions, [version]: described },
    fixity: { ...previous?.fixity, sha256: Object.fromEntries(sha256) },
  };
  return { version, inventory, content };
}

function bytes(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : 1;
}

function group(pairs: readonly (readonly [path: string, digest: string])[]): DigestMap {
  const map = new Map<string, string[]>();
  for (const [path, digest] of pairs) {
    const paths = map.get(digest);
    if (paths === undefined) map.set(digest, [path]);
    else paths.push(path);
  }
  return Object.fromEntries(map);
}

/** Whether two states name the same files with the same content. */
export function sameState(a: DigestMap, b: DigestMap): boolean {
  const left = pathsOf(a);
  const right = pathsOf(b);
  return left.size === right.size && [...left].every(([path, digest]) => right.get(path) === digest);
}
