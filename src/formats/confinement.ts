import { lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** A folder that may be read, and nothing outside it: neither by `..` nor through a link. */
export interface Confinement {
  /** The folder as the user knows it. */
  readonly name: string;
  /** Absolute path of the folder; relative references start from it. */
  readonly folder: string;
}

/**
 * What a reference reaches outside the folder: its URI or path. Nothing where it stays within. A file that is not there is judged by its path. Any
 * scheme but `file:` is outside.
 * @param reference a relative reference or an absolute URI
 */
export function outsideOf({ folder }: Confinement, reference: string): string | undefined {
  let path: string;
  try {
    const url = new URL(reference, `${pathToFileURL(resolve(folder)).href}/`);
    if (url.protocol !== 'file:') return reference;
    path = fileURLToPath(url);
  } catch {
    return reference;
  }
  const inside = relative(realPath(folder), realPath(path));
  return isAbsolute(inside) || inside === '..' || inside.startsWith('../') || inside.startsWith('..\\')
    ? path
    : undefined;
}

/**
 * The path of a file that need not be there, without the links of what exists of it.
 * @param known the paths that were asked for before, so that of many files in one folder the folder is looked at once
 */
export function realPath(path: string, known = new Map<string, string>()): string {
  const absolute = resolve(path);
  const before = known.get(absolute);
  if (before !== undefined) return before;
  const real = existing(absolute) ?? withinParent(absolute, known);
  known.set(absolute, real);
  return real;
}

/** The real path of what stands at a path; undefined where nothing does that can be looked at. */
function existing(absolute: string): string | undefined {
  try {
    // Asked first, since an error takes longer than the question.
    return lstatSync(absolute, { throwIfNoEntry: false }) && realpathSync(absolute);
  } catch {
    return undefined;
  }
}

function withinParent(absolute: string, known: Map<string, string>): string {
  const parent = dirname(absolute);
  return parent === absolute ? absolute : join(realPath(parent, known), basename(absolute));
}
