import { deflateSync, inflateSync } from 'node:zlib';
import { chunk, signature } from '../epub/png.js';

/** The most pixels that are unpacked: a picture of A2 at 600 dots an inch. */
const MOST_PIXELS = 150_000_000;

/** Samples of a pixel by colour type (ISO/IEC 15948, 11.2.2). */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** The parts of a PNG that are needed to print it. */
interface Parts {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly colour: number;
  readonly isInterlaced: boolean;
  readonly hasTransparency: boolean;
  readonly data: Buffer;
}

/**
 * A PNG as it can be printed: what the press prints as it is stays so once its data have proved whole; one with transparency is laid on white (paper has
 * none), 16 bits become 8.
 *
 * @returns undefined where the file is damaged, or of a kind that is not printed (interlaced with transparency, a transparent palette)
 */
export function opaquePng(bytes: Uint8Array): Uint8Array | undefined {
  try {
    const parts = partsOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
    if (parts === undefined || parts.isInterlaced || parts.hasTransparency) return undefined;
    const { width, height, bits, colour, data } = parts;
    const samples = SAMPLES[colour];
    if (samples === undefined || width * height > MOST_PIXELS || width === 0 || height === 0) return undefined;
    const row = Math.ceil((width * samples * bits) / 8);
    const raw = inflateSync(data, { maxOutputLength: (row + 1) * height });
    if (raw.length !== (row + 1) * height) return undefined;
    if (bits <= 8 && colour <= 3) return bytes;
    return laidOnWhite(parts, unfiltered(raw, row, height, Math.max(1, (samples * bits) / 8)), samples);
  } catch {
    return undefined;
  }
}

function partsOf(file: Buffer): Parts | undefined {
  const data: Buffer[] = [];
  let hasTransparency = false;
  for (let at = 8; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    if (at + 12 + length > file.length) return undefined;
    if (type === 'IDAT') data.push(file.subarray(at + 8, at + 8 + length));
    if (type === 'tRNS') hasTransparency = true;
    if (type === 'IEND') {
      return {
        width: file.readUInt32BE(16),
        height: file.readUInt32BE(20),
        bits: file[24] ?? 0,
        colour: file[25] ?? 0,
        isInterlaced: file[28] !== 0,
        hasTransparency,
        data: Buffer.concat(data),
      };
    }
    at += 12 + length;
  }
  return undefined;
}

/** The rows without their filters (ISO/IEC 15948, 9). */
function unfiltered(raw: Buffer, row: number, height: number, step: number): Buffer {
  const out = Buffer.alloc(row * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (row + 1)] ?? 0;
    const from = y * (row + 1) + 1;
    const to = y * row;
    for (let x = 0; x < row; x++) {
      const left = x >= step ? (out[to + x - step] ?? 0) : 0;
      const up = y > 0 ? (out[to + x - row] ?? 0) : 0;
      const corner = x >= step && y > 0 ? (out[to + x - row - step] ?? 0) : 0;
      out[to + x] = (raw[from + x] ?? 0) + predicted(filter, left, up, corner);
    }
  }
  return out;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const estimate = left + up - corner;
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

/** Eight bits a sample, without transparency: what shines through is white. */
function laidOnWhite({ width, height, bits, colour }: Parts, pixels: Buffer, samples: number): Uint8Array {
  const size = bits / 8;
  const hasAlpha = colour === 4 || colour === 6;
  const colours = hasAlpha ? samples - 1 : samples;
  const rows = Buffer.alloc((width * colours + 1) * height);
  let to = 0;
  for (let y = 0, from = 0; y < height; y++) {
    rows[to++] = 0;
    for (let x = 0; x < width; x++, from += samples * size) {
      const alpha = hasAlpha ? (pixels[from + colours * size] ?? 255) : 255;
      for (let c = 0; c < colours; c++)
        rows[to++] = Math.round(((pixels[from + c * size] ?? 0) * alpha + 255 * (255 - alpha)) / 255);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, colours === 3 ? 2 : 0, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
