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
    let unpacked = 0;
    for (;;) {
      const entry = await nextEntry(file).catch(damaged);
      if (entry === undefined) break;
      if (!entry.canDecodeFileData()) throw new SyntaxError('is encrypted, or packed in a way that is not known');
      packed += entry.compressedSize;
      // Entries that lie over each other unpack to any size (“zip bomb”).
      if (packed > file.fileSize) throw new SyntaxError('says that it holds more than it has');
      unpacked += entry.uncompressedSize;
      if (unpacked > MODERATE && unpacked > file.fileSize * MOST)
        throw new SyntaxError(`would unpack to more than ${MOST} times its size`);
      await agreeing(file, entry);
      entries.push(entryOf(file, entry));
    }
    return { entries, close: () => file.close() };
  } catch (error) {
    file.close();
    throw error;
  }
}

/** Packages of so many bytes are read whatever they were packed from; larger ones only where they were packed from at most so many times as much: no text comes near that. */
const MODERATE = 1 << 30;
const MOST = 200;
/** The extra field by which some programs give an entry another name (APPNOTE.TXT 6.3.10, §4.6.9). */
const UNICODE_PATH = 0x7075;

/**
 * Sees to it that an entry has one name: that of the directory stands also before its content, where programs read that go through a package from its beginning, and in the extra
 * field for names, where there is one. What differs would be one file here and another where it is unpacked.
 */
async function agreeing(file: ZipFile, entry: Entry): Promise<void> {
  const { fileNameRaw, extraFields } = entry;
  const local = await file.readLocalFileHeaderPromise(entry, { minimal: false }).catch(damaged);
  // A byte for the version and four for a checksum stand before the name.
  const others = extraFields.filter(({ id }) => id === UNICODE_PATH).map(({ data }) => data.subarray(5));
  for (const name of [local.fileName, ...others])
    if (!fileNameRaw.equals(name))
      throw new SyntaxError(
        `has two names for one file: ${fileNameRaw.toString().slice(0, 200)} and ${name.toString().slice(0, 200)}`,
      );
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
