/** The encodings that texts are read in, by the names that a reader of the notice knows. */
export type Encoding = 'UTF-8' | 'UTF-16' | 'Windows-1252';

/** What the bytes of a text file are; `foreign` is a file of another kind, `unknown` one that no encoding fits. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: Encoding; readonly certain: boolean }
  | { readonly kind: 'foreign'; readonly format: string }
  | { readonly kind: 'unknown'; readonly reason: string };

/** Kinds of files that people take for texts, by their first bytes. */
const foreignFormats: readonly (readonly [readonly number[], string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
  [[0x50, 0x4b, 0x03, 0x04], 'a Word, OpenDocument, EPUB or ZIP file'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Word file'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'a Rich Text file'],
  [[0xff, 0x57, 0x50, 0x43], 'a WordPerfect file'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture'],
  [[0xff, 0xd8, 0xff], 'a picture'],
  [[0x49, 0x49, 0x2a, 0x00], 'a picture'],
  [[0x4d, 0x4d, 0x00, 0x2a], 'a picture'],
  [[0x1f, 0x8b], 'a compressed file'],
];

/**
 * Windows-1252 from 0x80 to 0x9f, the only bytes where it differs from Latin-1; a space stands for the five that it leaves undefined. Node's own
 * decoder of that name reads them as Latin-1 control characters (nodejs/node#56542), which would lose every curly quotation mark.
 */
const from80to9f = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/**
 * Turns the bytes of a text into characters: UTF-8 with or without a byte-order mark, UTF-16 with or without one (either order), and
 * else Windows-1252 where every byte is one of its printing characters. The byte-order mark is not part of the text. What fits none
 * is `unknown`: it is not guessed. `certain` is false where the encoding was inferred from the bytes alone.
 */
export function decode(bytes: Uint8Array): Decoded {
  for (const [magic, format] of foreignFormats)
    if (magic.every((byte, i) => bytes[i] === byte)) return { kind: 'foreign', format };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return asUtf16(bytes.subarray(2), 'utf-16le', true);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return asUtf16(bytes.subarray(2), 'utf-16be', true);
  const order = byteOrder(bytes);
  if (order !== undefined) return asUtf16(bytes, order, false);
  if (bytes.includes(0)) return { kind: 'unknown', reason: 'it holds NUL bytes, as only binary files do' };
  const text = decodeAs('utf-8', bytes);
  if (text !== undefined) return { kind: 'text', text, encoding: 'UTF-8', certain: true };
  return as1252(bytes);
}

/** The characters of bytes in an encoding that the file itself names; undefined where it is none that is known, or does not fit. */
export function decodeAs(label: string, bytes: Uint8Array): string | undefined {
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    return isWindows1252(decoder) ? windows1252(bytes) : decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

function asUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be', certain: boolean): Decoded {
  const text = decodeAs(encoding, bytes);
  if (text === undefined) return { kind: 'unknown', reason: 'it begins like UTF-16 but holds broken characters' };
  if (text.includes('\0')) return { kind: 'unknown', reason: 'it holds NUL characters' };
  return { kind: 'text', text, encoding: 'UTF-16', certain };
}

/**
 * The byte order of UTF-16 without a mark: in a text of Latin letters every other byte is zero. Only the first 4,096 bytes are looked at;
 * a third of the pairs must have the zero on the same side, and none on the other, since NUL is not a character of a text.
 */
function byteOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length < 2 || bytes.length % 2 === 1) return undefined;
  const pairs = Math.min(bytes.length, 4096) >> 1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < pairs; i++) {
    if (bytes[2 * i] === 0) even++;
    if (bytes[2 * i + 1] === 0) odd++;
  }
  if (even === 0 && odd * 3 > pairs) return 'utf-16le';
  if (odd === 0 && even * 3 > pairs) return 'utf-16be';
  return undefined;
}

function as1252(bytes: Uint8Array): Decoded {
  let high = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    const control = byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d;
    if (control || byte === 0x7f || (byte >= 0x80 && byte <= 0x9f && from80to9f[byte - 0x80] === ' ')) {
      const name = `0x${byte.toString(16).padStart(2, '0')}`;
      return {
        kind: 'unknown',
        reason: `it is not UTF-8, and byte ${i + 1} (${name}) is no character of Windows-1252`,
      };
    }
    if (byte >= 0x80) high++;
  }
  // In prose of any Western language fewer than one byte in eight is beyond ASCII; Cyrillic or Japanese in 8 bits has most of them there.
  if (high * 4 > bytes.length)
    return { kind: 'unknown', reason: 'it is not UTF-8, and too many of its bytes are beyond ASCII for Windows-1252' };
  return { kind: 'text', text: windows1252(bytes), encoding: 'Windows-1252', certain: false };
}

/** Whether a decoder is that of Windows-1252, as which the Encoding Standard reads Latin-1 and ASCII too (§4.2). */
export function isWindows1252(decoder: { readonly encoding: string }): boolean {
  return decoder.encoding === 'windows-1252';
}

/**
 * The characters of bytes in Windows-1252, whichever version of Node.js reads them. The five bytes that it leaves undefined are the control
 * characters of their number (Encoding Standard, index windows-1252), which validation then shows.
 */
export function windows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin1.replace(/[\x80-\x9f]/g, (control) => {
    const character = from80to9f[control.charCodeAt(0) - 0x80];
    return character === undefined || character === ' ' ? control : character;
  });
}
