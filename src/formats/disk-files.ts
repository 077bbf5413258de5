import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import type { FileSource } from '../model/file-set.js';

/** How much of a file is read at once. */
const PIECE = 1 << 20;

/** The files of a folder on the disk and, apart, the paths of what is neither a file nor a folder. Paths are relative to it, with `/`, in the order of code units. */
export interface DiskFolder {
  readonly files: ReadonlyMap<string, FileSource>;
  readonly others: readonly string[];
  readonly emptyFolders: readonly string[];
}

/**
 * All files below a folder. Links are not followed. They share the memory that they are read into: a piece of one is good until the next of any of them is asked for.
 * @throws the system's error (`ErrnoException`)
 */
export function filesBelow(folder: string): DiskFolder {
  const memory = pieceOfMemory();
  const files = new Map<string, FileSource>();
  const others: string[] = [];
  const emptyFolders: string[] = [];
  const visit = (path: string): void => {
    const entries = readdirSync(join(folder, path), { withFileTypes: true });
    if (entries.length === 0 && path !== '') emptyFolders.push(path);
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const child = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) visit(child);
      else if (entry.isFile() && isReachable(join(folder, child)))
        files.set(child, diskFile(join(folder, child), memory));
      else others.push(child);
    }
  };
  visit('');
  return { files, others, emptyFolders };
}

/** Whether a file can be called by its name: one that is no UTF-8 is read as another, by which nothing is found. */
function isReachable(path: string): boolean {
  return !path.includes('\ufffd') || lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** Memory that files are read into, one after the other: what would be taken anew for each of thousands of files is slow to be given back. */
export function pieceOfMemory(): Buffer {
  return Buffer.allocUnsafe(PIECE);
}

/** A file on the disk as it is now: where it has become another when it is read, that is an error (`ECHANGED`). */
function diskFile(path: string, memory: Buffer): FileSource {
  const found = lstatSync(path);
  return {
    size: found.size,
    *chunks() {
      const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
      try {
        unlessChanged(path, found, fstatSync(descriptor));
        let read = 0;
        for (const piece of piecesOf(descriptor, memory)) {
          read += piece.length;
          yield piece;
        }
        if (read !== found.size) throw changed(path);
        unlessChanged(path, found, fstatSync(descriptor));
      } finally {
        closeSync(descriptor);
      }
    },
  };
}

/** The bytes of an open file to its end, in pieces that are read into the same memory. */
export function* piecesOf(descriptor: number, memory: Buffer): Generator<Uint8Array> {
  for (let length = readSync(descriptor, memory); length > 0; length = readSync(descriptor, memory))
    yield memory.subarray(0, length);
}

function unlessChanged(path: string, before: Stats, now: Stats): void {
  if (before.size !== now.size || before.mtimeMs !== now.mtimeMs || before.ino !== now.ino) throw changed(path);
}

function changed(path: string): Error {
  return Object.assign(new Error(`${path} has been changed while it was read`), { code: 'ECHANGED', path });
}
