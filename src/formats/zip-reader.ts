import { type Entry, openPromise, type ZipFile } from 'yauzl';
import type { PackageEntry } from './package-entries.js';

/** The file types of Unix, in the upper half of an entry's external attributes. */
const TYPES = 0o170000;
const LINK = 0o120000;
const FILE = 0o100000;
const FOLDER = 0o040000;

/**
 * The entries of a ZIP file, in the order of its directory. Names are given as they stand and never used as paths.
 * @throws {SyntaxError} where it is no ZIP file, or is damaged, encrypted or packed so that it cannot be what it says
 */
export async function zipEntries(path: string): Promise<{ readonly entries: readonly PackageEntry[]; close(): void }> {
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true };
  const file = await openPromise(path, options).catch(damaged);
  try {
    const entries: PackageEntry[] = [];
    let packed = 0;
    for (;;) {
      const entry = await nextEntry(file).catch(damaged);
      if (entry === undefined) break;
      if (!entry.canDecodeFileData()) throw new SyntaxError('is encrypted, or packed in a way that is not known');
      packed += entry.compressedSize;
      // Entries that lie over each other unpack to any size (“zip bomb”).
      if (packed > file.fileSize) throw new SyntaxError('says that it holds more than it has');
      entries.push(entryOf(file, entry));
    }
    return { entries, close: () => file.close() };
  } catch (error) {
    file.close();
    throw error;
  }
}

/** The next entry of the directory; undefined after the last. */
function nextEntry(file: ZipFile): Promise<Entry | undefined> {
  if (file.entriesRead === file.entryCount) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      file.removeListener('entry', found).removeListener('error', failed);
    };
    const found = (entry: Entry): void => {
      settle();
      resolve(entry);
    };
    const failed = (error: Error): void => {
      settle();
      reject(error);
    };
    file.on('entry', found).on('error', failed);
    file.readEntry();
  });
}

function entryOf(file: ZipFile, entry: Entry): PackageEntry {
  const name = nameOf(entry);
  return {
    path: name,
    kind: kindOf(name, entry),
    size: entry.uncompressedSize,
    async *chunks() {
      try {
        for await (const chunk of await file.openReadStreamPromise(entry)) yield chunk as Uint8Array;
      } catch (error) {
        damaged(error as Error);
      }
    },
  };
}

function kindOf(name: string, { externalFileAttributes, versionMadeBy }: Entry): PackageEntry['kind'] {
  const isUnix = versionMadeBy >> 8 === 3 || versionMadeBy >> 8 === 19;
  const type = isUnix ? (externalFileAttributes >>> 16) & TYPES : 0;
  if (type === LINK) return 'link';
  if (type !== 0 && type !== FILE && type !== FOLDER) return 'other';
  return name.endsWith('/') ? 'folder' : 'file';
}

/** The name as UTF-8, which today's programs write with and without saying so; else byte by byte. */
function nameOf({ fileNameRaw }: Entry): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(fileNameRaw);
  } catch {
    return fileNameRaw.toString('latin1');
  }
}

function damaged(error: Error): never {
  throw new SyntaxError(`is damaged: ${error.message}`);
}
