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
  const seen = new Set<string>();
  const folders = new Set<string>();
  for (const path of paths) {
    if (path.startsWith('/') || path.endsWith('/')) yield [path, 'slash'];
    const parts = path.replace(/^\/|\/$/g, '').split('/');
    if (parts.some((part) => part === '' || part === '.' || part === '..')) yield [path, 'element'];
    if (seen.has(path)) yield [path, 'conflict'];
    seen.add(path);
    for (let i = parts.length - 1; i > 0; i--) {
      const folder = parts.slice(0, i).join('/');
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  for (const path of seen) if (folders.has(path)) yield [path, 'conflict'];
}
