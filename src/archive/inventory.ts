import { byCodeUnits } from '../model/list.js';

/** The inventory of an OCFL object (OCFL 1.1, §3.5): which files there are, and which of them made up each version. */
export interface Inventory {
  readonly id: string;
  readonly type: string;
  readonly digestAlgorithm: string;
  readonly head: string;
  readonly contentDirectory?: string;
  /** Digest → content paths, relative to the object's folder. */
  readonly manifest: DigestMap;
  /** Version name (`v1`) → version. */
  readonly versions: Readonly<Record<string, Version>>;
  /** Algorithm → digest → content paths. */
  readonly fixity?: Readonly<Record<string, DigestMap>>;
}

export interface Version {
  /** RFC 3339. */
  readonly created: string;
  /** Digest → logical paths. */
  readonly state: DigestMap;
  readonly message?: string;
  readonly user?: User;
}

/** Who made a version; `address` is a `mailto:` URI or the URL of a personal identifier such as an ORCID iD. */
export interface User {
  readonly name: string;
  readonly address?: string;
}

export type DigestMap = Readonly<Record<string, readonly string[]>>;

export const inventoryType = 'https://ocfl.io/1.1/spec/#inventory';
export const objectDeclaration = '0=ocfl_object_1.1';
export const rootDeclaration = '0=ocfl_1.1';
export const contentFolder = 'content';

/** The inventory as it is stored: JSON, indented so that a person can read it, with a line end. */
export function inventoryText(inventory: Inventory): string {
  return `${JSON.stringify(inventory, null, 2)}\n`;
}

/** The digest file beside an inventory: its name and what it says (OCFL 1.1, §3.6). */
export function sidecarName(algorithm: string): string {
  return `inventory.json.${algorithm}`;
}

export function sidecarText(digest: string): string {
  return `${digest} inventory.json\n`;
}

/** Path → digest, the reverse of a manifest or a state, with the digests in lower case. */
export function pathsOf(map: DigestMap): ReadonlyMap<string, string> {
  return new Map(Object.entries(map).flatMap(([digest, paths]) => paths.map((path) => [path, digest.toLowerCase()])));
}

/** The number of a version name: `v12` and `v0012` are 12; `undefined` for what is no version name. */
export function versionNumber(name: string): number | undefined {
  return /^v\d+$/.test(name) ? Number(name.slice(1)) : undefined;
}

/** The names of an inventory's versions by their numbers. */
export function versionsInOrder(inventory: Inventory): readonly string[] {
  return Object.keys(inventory.versions).sort((a, b) => (versionNumber(a) ?? 0) - (versionNumber(b) ?? 0));
}

/** RFC 3339 with seconds and zone, as OCFL asks for (§3.5.3.1). */
export function isTimestamp(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/.test(text) &&
    !Number.isNaN(Date.parse(text))
  );
}

/** What is wrong with a set of paths as content or logical paths of OCFL (E052/E053/E095, E099/E100/E101); path and fault. */
export type PathFault = 'element' | 'slash' | 'conflict';

export function* pathFaults(paths: readonly string[]): Generator<readonly [string, PathFault]> {
  for (const path of paths) {
    if (path.startsWith('/') || path.endsWith('/')) yield [path, 'slash'];
    const parts = path.replace(/^\/|\/$/g, '').split('/');
    if (parts.some((part) => part === '' || part === '.' || part === '..')) yield [path, 'element'];
  }
  // With the slash before all other characters, what lies in a folder comes right after it, were that a file.
  const sorted = paths.map((path) => path.replaceAll('/', '\0')).sort(byCodeUnits);
  for (const [i, path] of sorted.entries()) {
    const before = sorted[i - 1];
    if (path === before) yield [path.replaceAll('\0', '/'), 'conflict'];
    else if (sorted[i + 1]?.startsWith(`${path}\0`)) yield [path.replaceAll('\0', '/'), 'conflict'];
  }
}

/** Whether a folder of extensions is named as the registered ones are (`0004-hashed-n-tuple-storage-layout`); their list grows, so that their form is asked for alone. */
export function isExtensionName(name: string): boolean {
  return name === 'initial' || /^\d{4}-[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name);
}
