import { inflateRawSync } from 'node:zlib';

/** How much may be unpacked, so that a small file cannot fill the memory. */
export interface UnzipLimits {
  readonly entries: number;
  /** Bytes of one entry, unpacked. */
  readonly entry: number;
  /** Bytes of all that are asked for, unpacked. */
  readonly total: number;
}

export type Unzipped =
  | { readonly entries: ReadonlyMap<string, Uint8Array>; readonly names: readonly string[] }
  | { readonly problem: 'damaged' | 'encrypted' | 'too large' };

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;

/**
 * Unpacks the entries of a ZIP file that are wanted, in memory alone (APPNOTE.TXT 6.3.10, §4.3): what an entry unpacks to is bounded while it is unpacked,
 * whatever the file says of its size. Names are compared and never used as paths. Of two entries with one name the first counts.
 */
export function unzip(bytes: Uint8Array, isWanted: (name: string) => boolean, limits: UnzipLimits): Unzipped {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(file);
  if (end === undefined) return { problem: 'damaged' };
  const count = file.readUInt16LE(end + 10);
  if (count > limits.entries) return { problem: 'too large' };
  const entries = new Map<string, Uint8Array>();
  const names: string[] = [];
  let at = file.readUInt32LE(end + 16);
  let left = limits.total;
  for (let index = 0; index < count; index++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== ENTRY) return { problem: 'damaged' };
    const nameLength = file.readUInt16LE(at + 28);
    const name = file.toString('utf8', at + 46, at + 46 + nameLength);
    names.push(name);
    if (isWanted(name) && !entries.has(name)) {
      if ((file.readUInt16LE(at + 8) & 1) === 1) return { problem: 'encrypted' };
      const content = contentOf(file, at, Math.min(limits.entry, left));
      if (!(content instanceof Uint8Array)) return { problem: content };
      left -= content.length;
      entries.set(name, content);
    }
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return { entries, names };
}

/** Where the end of the central directory stands, before a comment of any length. */
function endOf(file: Buffer): number | undefined {
  for (let at = file.length - END_LENGTH; at >= Math.max(0, file.length - END_LENGTH - LONGEST_COMMENT); at--)
    if (file.readUInt32LE(at) === END) return at;
  return undefined;
}

function contentOf(file: Buffer, entry: number, most: number): Uint8Array | 'damaged' | 'too large' {
  const method = file.readUInt16LE(entry + 10);
  const packed = file.readUInt32LE(entry + 20);
  const local = file.readUInt32LE(entry + 42);
  if (local + 30 > file.length || file.readUInt32LE(local) !== LOCAL) return 'damaged';
  const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
  const content = file.subarray(start, start + packed);
  if (content.length < packed) return 'damaged';
  if (method === 0) return packed > most ? 'too large' : content;
  if (method !== 8) return 'damaged';
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too large' : 'damaged';
  }
}
