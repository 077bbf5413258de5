import { type Entry, openPromise, parseExtraFields, type ZipFile } from 'yauzl';
import { crc32 } from './crc32.js';
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
      entries.push(entryOf(file, entry, await nameOf(file, entry)));
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
/** The extra field in which a name stands as UTF-8 beside one in a character set of old (APPNOTE.TXT 6.3.10, §4.6.9), and its only version. */
const UNICODE_PATH = 0x7075;
const UNICODE_PATH_VERSION = 1;

/**
 * The one name of an entry: that of the directory as UTF-8, which today's programs write with and without saying so; else that of its field for names; else byte by byte.
 * Before its content, where programs read that go through a package from its beginning, and in the field there must stand the same: what differs would be one file here and another
 * where it is unpacked.
 */
async function nameOf(file: ZipFile, entry: Entry): Promise<string> {
  const { fileNameRaw } = entry;
  const local = await file.readLocalFileHeaderPromise(entry, { minimal: false }).catch(damaged);
  if (!fileNameRaw.equals(local.fileName)) throw twoNames(fileNameRaw.toString(), local.fileName.toString());
  const name = asUtf8(fileNameRaw);
  const [given, ...more] = [...entry.extraFields, ...fieldsOf(local.extraField)].flatMap((field) =>
    pathIn(field, fileNameRaw),
  );
  if (given === undefined) return name ?? fileNameRaw.toString('latin1');
  for (const other of [...more, ...(name === undefined ? [] : [name])])
    if (other !== given) throw twoNames(other, given);
  if (!isOnePath(fileNameRaw.toString('latin1'), given)) throw twoNames(fileNameRaw.toString('latin1'), given);
  return given;
}

function fieldsOf(raw: Buffer): Entry['extraFields'] {
  try {
    return parseExtraFields(raw);
  } catch (error) {
    return damaged(error as Error);
  }
}

/** The name in a field for names; none where it was made for a name that the entry had before: then its checksum fits no more, and readers pass it over (§4.6.9). */
function pathIn({ id, data }: Entry['extraFields'][number], fileNameRaw: Buffer): readonly string[] {
  // A byte for the version and four for the checksum of the entry's name stand before the name.
  const isCurrent =
    id === UNICODE_PATH &&
    data.length > 5 &&
    data[0] === UNICODE_PATH_VERSION &&
    data.readUInt32LE(1) === crc32(fileNameRaw);
  if (!isCurrent) return [];
  const name = asUtf8(data.subarray(5));
  if (name === undefined) throw new SyntaxError('has a name as UTF-8 that is none');
  return [name];
}

/**
 * Whether a name in a character set of old can be the same path as one in UTF-8. Which set it is nobody says; folders and whatever is ASCII stand in all of them alike, so
 * that a program which does not know the field unpacks the file at the same place.
 */
function isOnePath(old: string, name: string): boolean {
  const [before, after] = [old.split('/'), name.split('/')];
  const isAscii = (word: string): boolean => /^\p{ASCII}*$/u.test(word);
  return (
    before.length === after.length &&
    before.every((word, i) => word === after[i] || !(isAscii(word) || isAscii(after[i] ?? '')))
  );
}

function twoNames(one: string, other: string): SyntaxError {
  return new SyntaxError(`has two names for one file: ${one.slice(0, 200)} and ${other.slice(0, 200)}`);
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

function entryOf(file: ZipFile, entry: Entry, name: string): PackageEntry {
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

/** @returns undefined for what is no UTF-8 */
function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function damaged(error: Error): never {
  throw new SyntaxError(`is damaged: ${error.message}`);
}
