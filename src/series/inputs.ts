/** What a volume is made of, by content. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
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

/** The files at these paths, and those in the folders among them, as they are now. */
export function hashesOf(home: string, paths: readonly string[]): InputHashes {
  const found: Record<string, string | null> = {};
  for (const path of paths) {
    const kind = statSync(join(home, path), { throwIfNoEntry: false });
    if (kind === undefined) found[path] = null;
    else if (kind.isDirectory()) for (const file of filesIn(home, path)) found[file] = hashOf(join(home, file));
    else found[path] = hashOf(join(home, path));
  }
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The paths of files as they are from a folder, with forward slashes. */
export function pathsFrom(home: string, files: readonly string[]): readonly string[] {
  return files.map((file) => relative(home, resolve(home, file)).replaceAll('\\', '/'));
}

export function inputKey(first: string, inputs: InputHashes): string {
  return keyOf([first, Object.entries(inputs)]);
}

function hashOf(file: string): string | null {
  try {
    return sha256(readFileSync(file));
  } catch (error) {
    // What cannot be read is told when the volume is read.
    return `unreadable: ${(error as NodeJS.ErrnoException).code}`;
  }
}

function filesIn(home: string, folder: string): readonly string[] {
  return readdirSync(join(home, folder))
    .filter((name) => !name.startsWith('.') && name !== 'node_modules' && name !== 'dist')
    .sort()
    .flatMap((name) => {
      const path = `${folder}/${name}`;
      return statSync(join(home, path), { throwIfNoEntry: false })?.isDirectory() === true
        ? filesIn(home, path)
        : [path];
    });
}
