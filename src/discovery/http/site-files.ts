import { type BigIntStats, statSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { realPath } from '../../formats/confinement.js';

/** A file of a folder that is served. */
export interface SiteFile {
  /** Where it is on the disk, links followed. */
  readonly place: string;
  /** Its path in the folder, with `/`. */
  readonly path: string;
  readonly bytes: number;
  /** Milliseconds of Unix time. */
  readonly modified: number;
  readonly etag: string;
}

/** What a path of an address leads to: a file, a folder whose address lacks its solidus, or nothing. */
export type Found = SiteFile | 'folder' | undefined;

/**
 * What a path leads to in a folder. Nothing outside the folder is reached, neither by steps up nor through a link; nothing whose name begins with a dot is there, but
 * for `.well-known` (RFC 8615).
 * @param path as it stands in the address, without what was before the folder and without its first solidus; percent-encoded
 */
export function findFile(folder: string, path: string): Found {
  const steps = stepsOf(path);
  if (steps === undefined) return undefined;
  const isFolder = steps.at(-1) === '';
  const names = isFolder ? [...steps.slice(0, -1), 'index.html'] : steps;
  if (names.some((name) => name === '' || isHidden(name))) return undefined;
  const root = realPath(folder);
  const place = realPath(join(root, ...names));
  const inside = relative(root, place);
  if (isAbsolute(inside) || inside.split(/[/\\]/).some(isHidden)) return undefined;
  const stat = statOf(place);
  if (stat?.isDirectory() === true) return isFolder ? undefined : 'folder';
  if (stat?.isFile() !== true) return undefined;
  const etag = `"${[stat.size, stat.mtimeNs, stat.ino].map((number) => number.toString(36)).join('-')}"`;
  return { place, path: names.join('/'), bytes: Number(stat.size), modified: Number(stat.mtimeMs), etag };
}

/** A name that begins with a dot, the steps up among them. */
function isHidden(name: string): boolean {
  return name.startsWith('.') && name !== '.well-known';
}

/** The names in a path; undefined where it is not well-formed, or a name would be more than one on some system. */
function stepsOf(path: string): readonly string[] | undefined {
  try {
    const steps = path.split('/').map(decodeURIComponent);
    return steps.some((step) => /[/\\:]/.test(step) || step.includes('\0')) ? undefined : steps;
  } catch {
    return undefined;
  }
}

function statOf(place: string): BigIntStats | undefined {
  try {
    return statSync(place, { bigint: true });
  } catch {
    return undefined;
  }
}
