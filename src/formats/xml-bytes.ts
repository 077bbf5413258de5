import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { type Diagnostic, diagnostic, type Result } from '../diagnostics/diagnostic.js';
import { SourceFile } from '../model/source-file.js';

/** Byte-order marks, longest first (XML 1.0 appendix F). */
const MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** The first bytes of `<?` without a mark (XML 1.0 appendix F). */
const UNMARKED: readonly (readonly [readonly number[], string])[] = [
  [[0x3c, 0x00, 0x3f, 0x00], 'utf-16le'],
  [[0x00, 0x3c, 0x00, 0x3f], 'utf-16be'],
];

/**
 * Decodes the bytes of an XML file: by its byte-order mark, else by the encoding that its XML declaration names, else as UTF-8
 * (XML 1.0 §4.3.3 and appendix F). Bytes that are not of the encoding are an error with their place, never replaced.
 *
 * @param bytes The file as it is on the disk.
 * @param path The name for findings.
 */
export function decodeXml(bytes: Uint8Array, path: string): Result<SourceFile> {
  const mark = MARKS.find(([start]) => startsWith(bytes, start));
  const body = mark === undefined ? bytes : bytes.subarray(mark[0].length);
  const declared = mark?.[1] ?? UNMARKED.find(([start]) => startsWith(bytes, start))?.[1] ?? declaredEncoding(body);
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(declared, { fatal: true, ignoreBOM: true });
  } catch {
    return failure(
      diagnostic('IN025', { encoding: declared }, { file: path, start: { line: 1, column: 1, offset: 0 } }),
    );
  }
  try {
    const source = new SourceFile(path, decodeBody(body, decoder));
    const isPlain = decoder.encoding === 'utf-8';
    return {
      value: source,
      diagnostics: isPlain ? [] : [diagnostic('IN004', { path, encoding: declared.toUpperCase() }, { file: path })],
    };
  } catch {
    const start = lastGoodPosition(body, decoder.encoding);
    return failure(diagnostic('IN024', { encoding: declared.toUpperCase() }, { file: path, start }));
  }
}

/** Checked and decoded by Node's own routines where it is UTF-8, which are several times as fast as its decoder. */
function decodeBody(body: Uint8Array, decoder: TextDecoder): string {
  if (decoder.encoding !== 'utf-8' || !isUtf8(body)) return decoder.decode(body);
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8');
}

function failure(found: Diagnostic): Result<SourceFile> {
  return { diagnostics: [found] };
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}

/** The encoding of the XML declaration, which is itself always ASCII here; UTF-8 where none is named. */
function declaredEncoding(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const name = /^<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"']*)["']/.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
  // A declaration that could be read byte by byte is not in UTF-16, whatever it says.
  return name.startsWith('utf-16') ? 'utf-8' : name;
}

/** The place of the first byte that does not decode: the longest prefix that does, found by halving. */
function lastGoodPosition(bytes: Uint8Array, encoding: string): { line: number; column: number; offset: number } {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (decodes(bytes.subarray(0, middle), encoding)) low = middle;
    else high = middle - 1;
  }
  const good = new TextDecoder(encoding).decode(bytes.subarray(0, low), { stream: true });
  return new SourceFile('', good).positionAt(good.length);
}

/** Whether the bytes are a beginning of a text in the encoding; the last character may be cut. */
function decodes(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
