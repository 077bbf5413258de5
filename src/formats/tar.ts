import { chunksOf, type Files, sizeOf } from '../model/file-set.js';

/** All in a tar file is counted in blocks of so many bytes (POSIX.1-2017, pax, “ustar Interchange Format”). */
const BLOCK = 512;
/** Where the fields of a header stand, and how long they are. */
const NAME = [0, 100] as const;
const MODE = [100, 8] as const;
const OWNER = [108, 8] as const;
const GROUP = [116, 8] as const;
const SIZE = [124, 12] as const;
const TIME = [136, 12] as const;
const SUM = [148, 8] as const;
const KIND = 156;
const MAGIC = [257, 8] as const;
const PREFIX = [345, 155] as const;
/** The largest size that eleven octal digits hold. */
const LARGEST = 0o77777777777;

/**
 * A tar file, piece by piece (POSIX.1-2017, pax): the same files and time make the same bytes everywhere. Names that the old header has no place for, and sizes, stand
 * in an extended header.
 * @param modified the time that every entry carries; RFC 3339
 */
export function* tarOf(files: Files, modified: string): Generator<Uint8Array> {
  const seconds = Math.max(0, Math.floor(Date.parse(modified) / 1000));
  for (const [path, content] of files) {
    const size = sizeOf(content);
    const extended = extendedFacts(path, size);
    if (extended.length > 0) {
      yield headerOf('PaxHeader', extended.length, seconds, 'x');
      yield* padded([extended], extended.length);
    }
    yield headerOf(extended.length > 0 ? asciiName(path) : path, Math.min(size, LARGEST), seconds, '0');
    yield* padded(chunksOf(content), size);
  }
  yield Buffer.alloc(2 * BLOCK);
}

/** The records of an extended header: `LENGTH KEY=VALUE`, a line each, where the length counts itself. */
function extendedFacts(path: string, size: number): Buffer {
  const records: string[] = [];
  const add = (key: string, value: string): void => {
    const rest = Buffer.byteLength(` ${key}=${value}\n`);
    let length = rest + String(rest).length;
    if (rest + String(length).length !== length) length = rest + String(length).length;
    records.push(`${length} ${key}=${value}\n`);
  };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what is not ASCII
  if (Buffer.byteLength(path) > NAME[1] || /[^\u0000-\u007f]/.test(path)) add('path', path);
  if (size > LARGEST) add('size', String(size));
  return Buffer.from(records.join(''), 'utf8');
}

/** A name for programs that know no extended headers. */
function asciiName(path: string): string {
  return path.replace(/[^\x20-\x7e]/gu, '_').slice(-NAME[1]);
}

function headerOf(path: string, size: number, seconds: number, kind: 'x' | '0'): Buffer {
  const header = Buffer.alloc(BLOCK);
  const text = ([at, length]: readonly [number, number], value: string): void => {
    header.write(value, at, length, 'latin1');
  };
  const octal = (field: readonly [number, number], value: number): void =>
    text(field, `${value.toString(8).padStart(field[1] - 1, '0')}\0`);
  text(NAME, path);
  octal(MODE, 0o644);
  octal(OWNER, 0);
  octal(GROUP, 0);
  octal(SIZE, size);
  octal(TIME, seconds);
  header[KIND] = kind.charCodeAt(0);
  text(MAGIC, 'ustar\x0000');
  text(SUM, `${checksumOf(header).toString(8).padStart(6, '0')}\0 `);
  return header;
}

/** The sum of all bytes of a header, those of the field for the sum taken as spaces. */
function checksumOf(header: Uint8Array): number {
  return header.reduce((sum, byte, at) => sum + (at >= SUM[0] && at < SUM[0] + SUM[1] ? 0x20 : byte), 0);
}

function* padded(chunks: Iterable<Uint8Array>, size: number): Generator<Uint8Array> {
  yield* chunks;
  const rest = size % BLOCK;
  if (rest > 0) yield Buffer.alloc(BLOCK - rest);
}

/** An entry of a tar file. */
export interface TarEntry {
  /** The name as it stands, which may lead anywhere. */
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  readonly size: number;
  /** Where its bytes begin in the file. */
  readonly offset: number;
}

/** Reads bytes of a file at a place; fewer where it ends before. */
export type ReadAt = (offset: number, length: number) => Uint8Array;

/** How long a name or an extended header may be. */
const LONGEST_FACTS = 1 << 20;

/**
 * The entries of a tar file (ustar, pax, GNU), in order.
 * @throws {SyntaxError} where it is no tar file, or is damaged; the message says where
 */
export function* tarEntries(readAt: ReadAt, length: number): Generator<TarEntry> {
  let named: { path?: string; size?: number } = {};
  for (let at = 0; at + BLOCK <= length; ) {
    const header = Buffer.from(readAt(at, BLOCK));
    if (header.every((byte) => byte === 0)) return;
    if (header.length < BLOCK || number(header, SUM) !== checksumOf(header))
      throw new SyntaxError(`is damaged: the header at byte ${at} is none`);
    const kind = String.fromCharCode(header[KIND] ?? 0);
    const size = named.size ?? number(header, SIZE);
    const offset = at + BLOCK;
    if (!Number.isSafeInteger(size) || size < 0 || offset + size > length)
      throw new SyntaxError(`is damaged: the entry at byte ${at} is longer than the file`);
    at = offset + Math.ceil(size / BLOCK) * BLOCK;
    if (kind === 'x' || kind === 'L') {
      if (size > LONGEST_FACTS) throw new SyntaxError(`is damaged: the name at byte ${offset} is longer than any name`);
      const bytes = Buffer.from(readAt(offset, size));
      named = kind === 'L' ? { ...named, path: bytes.toString('utf8').replace(/\0.*$/s, '') } : factsOf(bytes);
    } else if (kind !== 'g' && kind !== 'K') {
      yield { path: named.path ?? nameOf(header), kind: kindOf(kind), size, offset };
      named = {};
    }
  }
}

function kindOf(flag: string): TarEntry['kind'] {
  if (flag === '0' || flag === '\0' || flag === '7') return 'file';
  if (flag === '5') return 'folder';
  return flag === '1' || flag === '2' ? 'link' : 'other';
}

function nameOf(header: Buffer): string {
  const text = ([at, length]: readonly [number, number]): string =>
    header
      .subarray(at, at + length)
      .toString('utf8')
      .replace(/\0.*$/s, '');
  const prefix = header.toString('latin1', MAGIC[0], MAGIC[0] + 6) === 'ustar\0' ? text(PREFIX) : '';
  return prefix === '' ? text(NAME) : `${prefix}/${text(NAME)}`;
}

/** A number in octal digits, or, as GNU writes large ones, in binary. */
function number(header: Buffer, [at, length]: readonly [number, number]): number {
  const first = header[at] ?? 0;
  if ((first & 0x80) !== 0) return Number(BigInt(`0x${header.toString('hex', at + 1, at + length)}`));
  const text = header
    .toString('latin1', at, at + length)
    .replace(/[\0 ]+$/g, '')
    .trim();
  return /^[0-7]*$/.test(text) ? Number.parseInt(text === '' ? '0' : text, 8) : Number.NaN;
}

function factsOf(records: Buffer): { path?: string; size?: number } {
  const facts: { path?: string; size?: number } = {};
  for (let at = 0; at < records.length; ) {
    const space = records.indexOf(0x20, at);
    const length = Number(records.toString('latin1', at, space < 0 ? at : space));
    if (!Number.isInteger(length) || length <= 0 || at + length > records.length)
      throw new SyntaxError('is damaged: an extended header is none');
    const [key = '', ...value] = records.toString('utf8', space + 1, at + length - 1).split('=');
    if (key === 'path') facts.path = value.join('=');
    if (key === 'size') facts.size = Number(value.join('='));
    at += length;
  }
  return facts;
}
