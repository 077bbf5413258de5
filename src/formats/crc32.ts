import * as zlib from 'node:zlib';

/** The remainders of the 256 bytes by the polynomial of CRC-32 (ISO/IEC 13239; RFC 1952, §8), its bits reversed. */
const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** The CRC-32 of bytes, byte by byte; `before` is that of what stands before them. */
export function crc32ByTable(bytes: Uint8Array, before = 0): number {
  let value = ~before;
  for (const byte of bytes) value = (remainders[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return ~value >>> 0;
}

/** The CRC-32 of bytes; `before` is that of what stands before them. Node.js has it from 20.15 on, ten times as fast. */
export const crc32: (bytes: Uint8Array, before?: number) => number =
  (zlib as { crc32?: typeof zlib.crc32 }).crc32 ?? crc32ByTable;
