import { chunksOf, type FileContent, type Files, sizeOf } from '../model/file-set.js';
import { crc32 } from './crc32.js';
import { dosDate, NOON, STORED, UTF8_NAME, VERSION, word } from './zip.js';

/** The first version of the format with sizes of eight bytes (APPNOTE.TXT 6.3.10, §4.4.3.2). */
const VERSION_64 = 45;
/** What stands in a field of four, or two, bytes whose value is elsewhere (§4.4.1.4). */
const ELSEWHERE = 0xffffffff;
const ELSEWHERE_SHORT = 0xffff;
const EXTRA_64 = 0x0001;

/** An entry as it was written. */
interface Entry {
  readonly name: Buffer;
  readonly size: number;
  readonly crc: number;
  readonly offset: number;
}

/**
 * A ZIP file of files as they are, not compressed (APPNOTE.TXT 6.3.10, §4.3), piece by piece: the same files and time make the same bytes with every version of
 * Node.js and in every time zone, and a damaged byte damages one file. What libraries have for that compresses, or writes the length of a file behind it, which
 * readers of streams do not take for a file that is not compressed. Files and packages may be longer than 4 GiB (§4.5.3, ZIP64).
 * @param modified the time whose day (in UTC) every entry carries, at noon; RFC 3339
 */
export function* zipStored(files: Files, modified: string): Generator<Uint8Array> {
  const date = dosDate(new Date(modified));
  const entries: Entry[] = [];
  let offset = 0;
  for (const [path, content] of files) {
    const entry = { name: Buffer.from(path, 'utf8'), size: sizeOf(content), crc: checksum(content), offset };
    const header = localHeader(entry, date);
    yield header;
    yield* chunksOf(content);
    offset += header.length + entry.size;
    entries.push(entry);
  }
  const directory = Buffer.concat(entries.map((entry) => centralHeader(entry, date)));
  yield directory;
  yield endOf(entries.length, offset, directory.length);
}

function checksum(content: FileContent): number {
  const known =
    typeof content === 'string' || content instanceof Uint8Array ? undefined : content.digests?.get('crc32');
  if (known !== undefined) return Number.parseInt(known, 16);
  let value = 0;
  for (const chunk of chunksOf(content)) value = crc32(chunk, value);
  return value;
}

/** A local file header (§4.3.7). */
function localHeader({ name, size, crc }: Entry, date: number): Buffer {
  const isLong = size >= ELSEWHERE;
  const extra = isLong ? extra64([size, size]) : Buffer.alloc(0);
  return Buffer.concat([word(0x04034b50), facts(isLong, date, crc, size, name, extra), name, extra]);
}

/** A central directory header (§4.3.12), without comment and attributes. */
function centralHeader({ name, size, crc, offset }: Entry, date: number): Buffer {
  const isLong = size >= ELSEWHERE;
  const isFar = offset >= ELSEWHERE;
  const values = [...(isLong ? [size, size] : []), ...(isFar ? [offset] : [])];
  const extra = values.length === 0 ? Buffer.alloc(0) : extra64(values);
  const version = Buffer.from([values.length === 0 ? VERSION : VERSION_64, 0]);
  const about = facts(values.length > 0, date, crc, size, name, extra);
  return Buffer.concat([word(0x02014b50), version, about, Buffer.alloc(10), word(fourBytes(offset)), name, extra]);
}

/** What both headers say of a file. */
function facts(is64: boolean, date: number, crc: number, size: number, name: Buffer, extra: Buffer): Buffer {
  const bytes = Buffer.alloc(26);
  bytes.writeUInt16LE(is64 ? VERSION_64 : VERSION, 0);
  bytes.writeUInt16LE(UTF8_NAME, 2);
  bytes.writeUInt16LE(STORED, 4);
  bytes.writeUInt16LE(NOON, 6);
  bytes.writeUInt16LE(date, 8);
  bytes.writeUInt32LE(crc, 10);
  bytes.writeUInt32LE(fourBytes(size), 14);
  bytes.writeUInt32LE(fourBytes(size), 18);
  bytes.writeUInt16LE(name.length, 22);
  bytes.writeUInt16LE(extra.length, 24);
  return bytes;
}

function fourBytes(value: number): number {
  return Math.min(value, ELSEWHERE);
}

function extra64(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 + 8 * values.length);
  bytes.writeUInt16LE(EXTRA_64, 0);
  bytes.writeUInt16LE(8 * values.length, 2);
  for (const [i, value] of values.entries()) bytes.writeBigUInt64LE(BigInt(value), 4 + 8 * i);
  return bytes;
}

/** The end of the central directory (§4.3.14 to §4.3.16), with the records of ZIP64 where there is more than the older one can say. */
function endOf(count: number, offset: number, length: number): Buffer {
  const isOld = count < ELSEWHERE_SHORT && offset < ELSEWHERE && length < ELSEWHERE;
  const counts = Buffer.alloc(8);
  for (const at of [4, 6]) counts.writeUInt16LE(Math.min(count, ELSEWHERE_SHORT), at);
  const end = Buffer.concat([
    word(0x06054b50),
    counts,
    word(fourBytes(length)),
    word(fourBytes(offset)),
    Buffer.alloc(2),
  ]);
  if (isOld) return end;
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeUInt16LE(VERSION_64, 12);
  record.writeUInt16LE(VERSION_64, 14);
  for (const [at, value] of [
    [24, count],
    [32, count],
    [40, length],
    [48, offset],
  ] as const)
    record.writeBigUInt64LE(BigInt(value), at);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(offset + length), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([record, locator, end]);
}
