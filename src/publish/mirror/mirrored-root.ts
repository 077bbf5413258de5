import type { DepositFile } from '../deposit-file.js';

/** An OCFL storage root as it is to be mirrored. The keys of files are their paths from the root. */
export interface MirroredRoot {
  /** The files of the root itself: its declaration, its layout, its extensions. */
  readonly files: readonly DepositFile[];
  readonly objects: readonly MirroredObject[];
}

/** An object of a storage root (OCFL 1.1, §3). */
export interface MirroredObject {
  readonly id: string;
  /** Its folder, from the root. */
  readonly folder: string;
  /** The name of its newest version: `v3`. */
  readonly head: string;
  readonly files: readonly DepositFile[];
}

/** Where a file stands in an object, which says when it is sent. */
type Place = 'content' | 'version inventory' | 'inventory' | 'sidecar' | 'declaration';

/**
 * The order in which the files of an object are sent. Content is sent first, and nobody sees it; then the inventories of versions; then the object's own,
 * by which the new version is there, with its sidecar. A new object is declared last of all, so that what is declared is whole.
 */
const ORDER: readonly Place[] = ['content', 'version inventory', 'inventory', 'sidecar', 'declaration'];

function placeOf({ folder }: MirroredObject, path: string): Place {
  const name = path.slice(folder.length + 1);
  if (name === 'inventory.json') return 'inventory';
  if (/^inventory\.json\.[\w-]+$/.test(name)) return 'sidecar';
  if (/^0=ocfl_object_/.test(name)) return 'declaration';
  return /^v\d+\/inventory\.json(?:\.[\w-]+)?$/.test(name) ? 'version inventory' : 'content';
}

/** Whether a file gives way to a newer one: all others are written once and never again. */
export function isReplaced(object: MirroredObject, path: string): boolean {
  const place = placeOf(object, path);
  return place === 'inventory' || place === 'sidecar';
}

export function inOrder(object: MirroredObject): readonly DepositFile[] {
  const rank = ({ key }: DepositFile): number => ORDER.indexOf(placeOf(object, key));
  return [...object.files].sort((a, b) => rank(a) - rank(b) || (a.key < b.key ? -1 : 1));
}

/** The number of the version that a file came with; 0 for the object's own files. */
export function versionOf({ folder }: MirroredObject, path: string): number {
  return Number(/^v(\d+)\//.exec(path.slice(folder.length + 1))?.[1] ?? 0);
}

/** The files of the object's own, each as every one of its versions has left it: what may stand at the mirror, and give way. */
export function formerly(object: MirroredObject, path: string): ReadonlyMap<string, string> {
  const name = path.slice(object.folder.length + 1);
  return new Map(
    object.files.flatMap(({ key, sha256 }) => {
      const [, version, rest] = /^(v\d+)\/([^/]+)$/.exec(key.slice(object.folder.length + 1)) ?? [];
      return version !== undefined && rest === name ? [[sha256, version] as const] : [];
    }),
  );
}
