import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { filesBelow } from './disk-files.js';
import { tarEntries } from './tar.js';
import { zipEntries } from './zip-reader.js';

/** A file, folder, link or whatever of a package: a folder, a ZIP file or a tar file. */
export interface PackageEntry {
  /** The path as it stands, which may lead anywhere. */
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  /** Bytes, of a file. */
  readonly size: number;
  /** Its bytes, from the beginning at each call. */
  chunks(): Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

/** A package that is open. Nothing of it is written anywhere. */
export interface OpenPackage {
  readonly form: 'folder' | 'zip' | 'tar';
  readonly entries: readonly PackageEntry[];
  close(): void;
}

/**
 * Opens a folder, a ZIP file or a tar file, which is told by what it begins with.
 * @returns nothing for a file that is none of them
 * @throws {SyntaxError} where it is damaged; the system's error where it cannot be read
 */
export async function openPackage(path: string): Promise<OpenPackage | undefined> {
  const found = statSync(path);
  if (found.isDirectory()) return folder(path);
  // A pipe is waited for until somebody writes into it.
  if (!found.isFile()) return undefined;
  const descriptor = openSync(path, 'r');
  const close = (): void => closeSync(descriptor);
  try {
    const head = readAt(descriptor, 0, 512);
    const isZip = head[0] === 0x50 && head[1] === 0x4b && [3, 5].includes(head[2] ?? 0);
    if (isZip) {
      const { entries, close: end } = await zipEntries(path);
      close();
      return { form: 'zip', entries, close: end };
    }
    if (Buffer.from(head).toString('latin1', 257, 262) === 'ustar') return { ...tar(descriptor, path), close };
    close();
    return undefined;
  } catch (error) {
    close();
    throw error;
  }
}

function folder(path: string): OpenPackage {
  const { files, others, emptyFolders } = filesBelow(path);
  const nothing = (): Iterable<Uint8Array> => [];
  const bare = (kind: PackageEntry['kind']) => (name: string) => ({ path: name, kind, size: 0, chunks: nothing });
  const entries: PackageEntry[] = [...files].map(([name, file]) => ({
    path: name,
    kind: 'file',
    size: file.size,
    chunks: () => file.chunks(),
  }));
  return {
    form: 'folder',
    entries: [...entries, ...others.map(bare('link')), ...emptyFolders.map(bare('folder'))],
    close: () => undefined,
  };
}

function tar(descriptor: number, path: string): Omit<OpenPackage, 'close'> {
  const at = (offset: number, length: number): Uint8Array => readAt(descriptor, offset, length);
  const entries = [...tarEntries(at, statSync(path).size)].map(
    (entry): PackageEntry => ({
      path: entry.path,
      kind: entry.kind,
      size: entry.size,
      *chunks() {
        for (let read = 0; read < entry.size; ) {
          const piece = at(entry.offset + read, Math.min(PIECE, entry.size - read));
          if (piece.length === 0) throw new SyntaxError('is shorter than it says');
          read += piece.length;
          yield piece;
        }
      },
    }),
  );
  return { form: 'tar', entries };
}

const PIECE = 1 << 20;

function readAt(descriptor: number, offset: number, length: number): Uint8Array {
  const buffer = Buffer.allocUnsafe(length);
  let read = 0;
  for (let got = -1; got !== 0 && read < length; read += got)
    got = readSync(descriptor, buffer, read, length - read, offset + read);
  return buffer.subarray(0, read);
}
