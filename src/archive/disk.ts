import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pieceOfMemory, piecesOf } from '../formats/disk-files.js';
import { flush, flushFolder } from '../formats/flush.js';
import { chunksOf } from '../model/file-set.js';
import type { Store, StoreEntry } from './store.js';

/**
 * A store in a folder of the local disk; errors of the disk other than “there is no such file” are thrown as Node gives them. A piece of a file is good until the next
 * of any of its files is asked for.
 */
export function diskStore(folder: string): Store {
  const at = (path: string): string => join(folder, path);
  const memory = pieceOfMemory();
  return {
    list: (path) =>
      orUndefined(() => readdirSync(at(path), { withFileTypes: true }))
        ?.map((entry): StoreEntry => {
          const kind = entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other';
          return { name: entry.name, kind };
        })
        .sort((a, b) => (a.name < b.name ? -1 : 1)) ?? [],
    kind: (path) => {
      const stat = orUndefined(() => statSync(at(path)));
      return stat && (stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'other');
    },
    read: (path) => orUndefined(() => readFileSync(at(path))),
    size: (path) => orUndefined(() => statSync(at(path)))?.size,
    chunks(path) {
      const stat = orUndefined(() => statSync(at(path)));
      return stat?.isFile() === true ? piecesIn(at(path), memory) : undefined;
    },
    write(path, content) {
      mkdirSync(dirname(at(path)), { recursive: true });
      const descriptor = openSync(at(path), 'wx');
      try {
        for (const chunk of chunksOf(content)) writeWhole(descriptor, chunk);
      } finally {
        closeSync(descriptor);
      }
    },
    flush: (path) => flushFolder(at(path)),
    move(from, to) {
      mkdirSync(dirname(at(to)), { recursive: true });
      renameSync(at(from), at(to));
      flush(dirname(at(to)));
    },
    remove: (path) => rmSync(at(path), { recursive: true, force: true }),
  };
}

function* piecesIn(path: string, memory: Buffer): Generator<Uint8Array> {
  const descriptor = openSync(path, 'r');
  try {
    yield* piecesOf(descriptor, memory);
  } finally {
    closeSync(descriptor);
  }
}

/** Writes all of a piece; a full disk may take a part of it only. */
function writeWhole(descriptor: number, piece: Uint8Array): void {
  for (let at = 0; at < piece.length; ) at += writeSync(descriptor, piece, at);
}

function orUndefined<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
