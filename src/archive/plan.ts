import { type FileContent, type Files, sizeOf } from '../model/file-set.js';
import { changesBetween, changeWords, contentWords } from './changes.js';
import { digestsOf } from './digest.js';
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
  /** Why; where nothing is said, what has changed against the version before is counted. */
  readonly message?: string;
  readonly user: User;
}

/** What has to be written to add a version: the new inventory and the files that no earlier version holds. */
export interface VersionPlan {
  readonly version: string;
  readonly inventory: Inventory;
  /** Content path relative to the object's folder → what the file holds. */
  readonly content: ReadonlyMap<string, FileContent>;
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
  files: Files,
  metadata: VersionMetadata,
): VersionPlan | undefined {
  const logical = [...files].map(([path, content]) => ({ path, content })).sort(byPath);
  const digested = logical.map((file) => {
    const found = digestsOf(file.content, ['sha512', 'sha256']);
    return { ...file, sha512: found.get('sha512') ?? '', sha256: found.get('sha256') ?? '' };
  });
  const state = group(digested.map((file) => [file.path, file.sha512]));
  const head = previous === undefined ? undefined : previous.versions[previous.head];
  if (head !== undefined && sameState(head.state, state)) return undefined;

  const version = `v${previous === undefined ? 1 : (versionNumber(previous.head) ?? 0) + 1}`;
  const manifest = new Map(Object.entries(previous?.manifest ?? {}));
  const sha256 = new Map(Object.entries(previous?.fixity?.['sha256'] ?? {}));
  const content = new Map<string, FileContent>();
  for (const file of digested) {
    if (manifest.has(file.sha512)) continue;
    const path = `${version}/${contentFolder}/${file.path}`;
    manifest.set(file.sha512, [path]);
    sha256.set(file.sha256, [path]);
    content.set(path, file.content);
  }
  const message = metadata.message ?? defaultMessage(head?.state, state);
  const described: Version = { created: metadata.created, state, message, user: metadata.user };
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

function defaultMessage(before: DigestMap | undefined, state: DigestMap): string {
  if (before === undefined) return `First version: ${contentWords(state)}.`;
  return `Changed against the version before: ${changeWords(changesBetween(before, state))}.`;
}

/** The bytes of all files that a plan stores. */
export function storedBytes({ content }: VersionPlan): number {
  return [...content.values()].reduce((sum, file) => sum + sizeOf(file), 0);
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
