import { gzipSync } from 'node:zlib';

/** An entry as the central directory will name it: a local header is its facts, its name and its content. */
interface Entry {
  readonly facts: Buffer;
  readonly name: Buffer;
  readonly content: Uint8Array;
  readonly offset: number;
}

/**
 * Writes a ZIP file entry by entry, as they come (APPNOTE.TXT 6.3.10, §4.3): what libraries have for that either waits for the last entry before it
 * compresses the first, or takes half a millisecond for each. The same entries and time make the same bytes with the same version of Node.js, in
 * every time zone. Entries have neither extra fields nor data descriptors, as EPUB asks for its `mimetype` (EPUB 3.3, §4.2.2, “OCF ZIP container
 * media type identification”).
 */
export class ZipWriter {
  readonly #entries: Entry[] = [];
  readonly #date: number;
  #length = 0;

  /** @param modified the time whose day (in UTC) every entry carries, at noon; RFC 3339. ZIP knows no zone and no day before 1980. */
  constructor(modified: string) {
    this.#date = dosDate(new Date(modified));
  }

  /** Adds an entry; `isStored` for what gains nothing by compression, and for EPUB's `mimetype`. */
  add(path: string, content: Uint8Array, isStored = false): void {
    // A gzip file (RFC 1952, §2.3) is a header of ten bytes, the deflated data that ZIP wants, their CRC-32 and their length.
    const gzip = gzipSync(content);
    const packed = isStored ? content : gzip.subarray(10, -8);
    const name = Buffer.from(path, 'utf8');
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(VERSION, 0);
    facts.writeUInt16LE(UTF8_NAME, 2);
    facts.writeUInt16LE(isStored ? STORED : DEFLATED, 4);
    facts.writeUInt16LE(NOON, 6);
    facts.writeUInt16LE(this.#date, 8);
    facts.writeUInt32LE(gzip.readUInt32LE(gzip.length - 8), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(content.length, 18);
    facts.writeUInt16LE(name.length, 22);
    this.#entries.push({ facts, name, content: packed, offset: this.#length });
    this.#length += SIGNATURE + facts.length + name.length + packed.length;
    if (this.#length > 0xffffffff || this.#entries.length > 0xffff)
      throw new RangeError(`A ZIP file holds 65,535 entries and 4 GiB; ${path} is beyond that.`);
  }

  /** The whole file. */
  finish(): Uint8Array {
    const files = this.#entries.flatMap(({ facts, name, content }) => [word(0x04034b50), facts, name, content]);
    const directory = Buffer.concat(this.#entries.flatMap(directoryHeader));
    return Buffer.concat([...files, directory, endOfDirectory(this.#entries.length, this.#length, directory.length)]);
  }
}

const SIGNATURE = 4;
export const STORED = 0;
const DEFLATED = 8;
/** Version 2.0 of the format: the first with deflation and folders. */
export const VERSION = 20;
/** Bit 11 of the flags: the name is UTF-8. */
export const UTF8_NAME = 0x0800;
export const NOON = 12 << 11;

/** A central directory header (§4.3.12): made by version 2.0, without comment and attributes. */
function directoryHeader({ facts, name, offset }: Entry): readonly Buffer[] {
  const version = Buffer.from([VERSION, 0]);
  const attributes = Buffer.alloc(10);
  return [word(0x02014b50), version, facts, attributes, word(offset), name];
}

/** The end of central directory record (§4.3.16). */
function endOfDirectory(count: number, offset: number, length: number): Buffer {
  const counts = Buffer.alloc(8);
  counts.writeUInt16LE(count, 4);
  counts.writeUInt16LE(count, 6);
  return Buffer.concat([word(0x06054b50), counts, word(length), word(offset), Buffer.alloc(2)]);
}

export function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** A day as MS-DOS counts them, from 1980 on (§4.4.6). */
export function dosDate(day: Date): number {
  return (Math.max(0, day.getUTCFullYear() - 1980) << 9) | ((day.getUTCMonth() + 1) << 5) | day.getUTCDate();
}
