import { constants, deflateSync } from 'node:zlib';

export type Colour = readonly [red: number, green: number, blue: number];

/** How a PNG begins (ISO/IEC 15948, 5.2). */
export const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * A picture in two colours and the shades between them as PNG (ISO/IEC 15948): a palette of sixteen, two pixels in a byte. `pixels` are shades row by
 * row, 0 is the ground, 15 the ink; the width is even.
 */
export function png(width: number, height: number, pixels: Uint8Array, ground: Colour, ink: Colour): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Four bits a pixel, colour type 3 (palette), the one compression and filter method there is, not interlaced.
  header.set([4, 3, 0, 0, 0], 8);
  const shade = (i: number): number[] =>
    ground.map((value, c) => Math.round(value + ((ink[c] ?? 0) - value) * (i / 15)));
  const palette = Buffer.from(Array.from({ length: 16 }, (_, i) => shade(i)).flat());
  const half = width / 2;
  const rows = Buffer.alloc((half + 1) * height);
  for (let y = 0, from = 0; y < height; y++) {
    // Each row begins with its filter: 0, none.
    const to = y * (half + 1) + 1;
    for (let x = 0; x < half; x++, from += 2) rows[to + x] = ((pixels[from] ?? 0) << 4) | (pixels[from + 1] ?? 0);
  }
  const chunks = [
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { strategy: constants.Z_RLE })),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([signature, ...chunks]);
}

/** A chunk of a PNG (ISO/IEC 15948, 5.3). */
export function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** The check sum of a chunk (ISO/IEC 15948, §5.5, annex D); Node's own came with 20.15 only. */
function crc32(data: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of data) sum = (sum >>> 8) ^ (remainders[(sum ^ byte) & 0xff] ?? 0);
  return (sum ^ 0xffffffff) >>> 0;
}

const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
  return remainder;
});
