import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeNew } from '../formats/file-output.js';

/** What a swap does to the disk: an argument, so that a test can let each operation fail. */
export interface FileOperations {
  makeFolder(folder: string): void;
  write(file: string, content: string | Uint8Array): void;
  /** A second name for a file; whether the disk has such. */
  link(from: string, to: string): boolean;
  rename(from: string, to: string): void;
  remove(path: string): void;
}

export const fileSystem: FileOperations = {
  makeFolder: (folder) => void mkdirSync(folder, { recursive: true }),
  write: (file, content) => writeNew(file, content),
  link(from, to) {
    try {
      linkSync(from, to);
      return true;
    } catch {
      return false;
    }
  },
  rename: (from, to) => renameSync(from, to),
  remove: (path) => rmSync(path, { recursive: true, force: true }),
};

/** The staging folder of a swap: what is to come, what was there, and the list of both, which is written before the first of them is moved. */
const NEW = 'new';
const OLD = 'replaced';
const LIST = 'swap.json';

/** Where what is to come is made ready: on the disk of the target, so that putting it into its place is one step. */
export function newPart(staging: string, name: string): string {
  return join(staging, NEW, name);
}

/**
 * Puts the entries of a staging folder into the places of those in the target. First all old ones are moved away, then all new ones in, so that no moment
 * has some of both. What fails is undone; where the program is killed, {@link settle} brings it to its end, or undoes it.
 */
export function swap(staging: string, target: string, entries: readonly string[], disk: FileOperations): void {
  disk.makeFolder(join(staging, OLD));
  disk.write(join(staging, LIST), JSON.stringify(entries));
  try {
    for (const entry of entries)
      if (existsSync(join(target, entry))) disk.rename(join(target, entry), join(staging, OLD, entry));
    for (const entry of entries) disk.rename(newPart(staging, entry), join(target, entry));
  } catch (error) {
    undo(staging, target, entries);
    throw error;
  }
}

/**
 * Ends a swap in which the program was killed: where a new entry stands in its place already, the others follow; else the old ones come back. Nobody else may
 * be swapping.
 */
export function settle(staging: string, target: string, disk: FileOperations): void {
  const entries = listed(staging);
  const isPlaced = entries?.some((entry) => !existsSync(newPart(staging, entry))) === true;
  const from = isPlaced ? NEW : OLD;
  for (const entry of orNone(join(staging, from)))
    if (!existsSync(join(target, entry))) disk.rename(join(staging, from, entry), join(target, entry));
  disk.remove(staging);
}

/** Takes out of the target all that has come, and then puts back what was there. */
function undo(staging: string, target: string, entries: readonly string[]): void {
  for (const entry of entries)
    if (!existsSync(newPart(staging, entry))) renameSync(join(target, entry), newPart(staging, entry));
  for (const entry of orNone(join(staging, OLD))) renameSync(join(staging, OLD, entry), join(target, entry));
}

/** The entries of a swap that was begun; version 0.1.0 kept no list, and moved the old entries one by one. */
function listed(staging: string): readonly string[] | undefined {
  try {
    return JSON.parse(readFileSync(join(staging, LIST), 'utf8')) as readonly string[];
  } catch {
    return undefined;
  }
}

function orNone(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}
