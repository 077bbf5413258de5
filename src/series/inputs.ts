/** What a volume is made of, by content. */
import { readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { keyOf, sha256 } from './store.js';
import type { SeriesVolume } from './volumes.js';

/** Files by their paths from where the volume stands, each with its hash; `null` for one that was looked for and is not there. */
export type InputHashes = Readonly<Record<string, string | null>>;

/** The folder that a volume's paths begin at: that of its TEI file; of a volume folder, the one that it is in. */
export function homeOf({ path }: Pick<SeriesVolume, 'path'>): string {
  return dirname(resolve(path));
}

/** The input as the process that builds it names it, from {@link homeOf}. */
export function inputName({ path }: Pick<SeriesVolume, 'path'>): string {
  return basename(resolve(path));
}

/** What is known to go into a volume before it is read: its TEI file, or all that is in its folder. */
export function ownInputs(volume: SeriesVolume): InputHashes {
  return hashesOf(homeOf(volume), [inputName(volume)]);
}

/** All that goes into a volume: what was known beforehand, and what its build has looked at besides, as it is now. */
export function allInputs(home: string, own: InputHashes, lookedAt: readonly string[]): InputHashes {
  const besides = lookedAt.filter((path) => own[path] === undefined);
  return { ...hashesOf(home, besides), ...own };
}

/** The files at these paths, and those in the folders among them, as they are now. */
export function hashesOf(home: string, paths: readonly string[]): InputHashes {
  const found: Record<string, string | null> = {};
  for (const path of paths)
    for (const [file, kind] of filesAt(home, path, []))
      found[file] = typeof kind === 'string' ? kind : kind === undefined ? null : hashOf(join(home, file));
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Which of the files were changed, or put in the place of others, in a stretch of time (in milliseconds): what was read of them may be another content than they have now. The time at which
 * the disk has noted a change cannot be set by whoever changes the file.
 */
export function changedBetween(home: string, paths: readonly string[], start: number, end: number): readonly string[] {
  return paths.filter((path) => {
    const kind = kindOf(join(home, path));
    return typeof kind === 'object' && kind.ctimeMs >= start && kind.ctimeMs <= end;
  });
}

/** The paths of files as they are from a folder, with forward slashes. */
export function pathsFrom(home: string, files: readonly string[]): readonly string[] {
  return files.map((file) => relative(home, resolve(home, file)).replaceAll('\\', '/'));
}

export function inputKey(first: string, inputs: InputHashes): string {
  return keyOf([first, Object.entries(inputs)]);
}

function hashOf(file: string): string {
  try {
    return sha256(readFileSync(file));
  } catch (error) {
    return unreadable(error);
  }
}

/** Stands in the place of a hash: what cannot be read is told when the volume is read. */
function unreadable(error: unknown): string {
  return `unreadable: ${(error as NodeJS.ErrnoException).code}`;
}

/** What is at a path; undefined where nothing is, words where that cannot be known: in a circle of links, at a name that is too long. */
export function kindOf(path: string): Stats | string | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    return unreadable(error);
  }
}

/** The file at a path, or those of the folder there, in their order. @param above the folders that it is in, without links */
function filesAt(
  home: string,
  path: string,
  above: readonly string[],
): readonly (readonly [path: string, kind: ReturnType<typeof kindOf>])[] {
  const kind = kindOf(join(home, path));
  if (typeof kind !== 'object' || !kind.isDirectory()) return [[path, kind]];
  try {
    const real = realpathSync(join(home, path));
    // A link back to a folder that it stands in has nothing of its own.
    if (above.some((folder) => folder === real || folder.startsWith(real.endsWith(sep) ? real : real + sep))) return [];
    return readdirSync(real)
      .filter((name) => !name.startsWith('.') && name !== 'node_modules' && name !== 'dist')
      .sort()
      .flatMap((name) => filesAt(home, `${path}/${name}`, [...above, real]));
  } catch (error) {
    return [[path, unreadable(error)]];
  }
}
