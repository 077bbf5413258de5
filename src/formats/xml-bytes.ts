import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { type Diagnostic, diagnostic, type Result } from '../diagnostics/diagnostic.js';
import { SourceFile } from '../model/source-file.js';
import { isWindows1252, windows1252 } from './decode.js';
import { withoutDtd } from './dtd/document.js';

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
 * The document in the bytes of an XML file: decoded ({@link decodeBytes}), and with what its DTD defines filled in ({@link withoutDtd}).
 *
 * @param bytes The file as it is on the disk.
 * @param path The name for findings.
 */
export function decodeXml(bytes: Uint8Array, path: string): Result<SourceFile> {
  const { value, diagnostics } = decodeBytes(bytes, path);
  if (value === undefined) return { diagnostics };
  const resolved = withoutDtd(value);
  return { ...resolved, diagnostics: [...diagnostics, ...resolved.diagnostics] };
}

/**
 * Decodes the bytes of an XML file: by its byte-order mark, else by the encoding that its XML declaration names, else as UTF-8
 * (XML 1.0 §4.3.3 and appendix F). Bytes that are not of the encoding are an error with their place, never replaced.
 *
 * @param bytes The file as it is on the disk.
 * @param path The name for findings.
 */
export function decodeBytes(bytes: Uint8Array, path: string): Result<SourceFile> {
  const mark = MARKS.find(([start]) => startsWith(bytes, start));
  const body = mark === undefined ? bytes : bytes.subarray(mark[0].length);
  const declared = mark?.[1] ?? UNMARKED.find(([start]) => startsWith(bytes, start))?.[1] ?? declaredEncoding(body);
  const said = declaredName(body, declared);
  if (said !== undefined && familyOf(said) !== familyOf(declared)) {
    const place = { file: path, start: { line: 1, column: 1, offset: 0 } };
    return failure(diagnostic('IN047', { said, encoding: declared.toUpperCase() }, place));
  }
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
  if (isWindows1252(decoder)) return windows1252(body);
  if (decoder.encoding !== 'utf-8' || !isUtf8(body)) return decoder.decode(body);
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8');
}

function failure(found: Diagnostic): Result<SourceFile> {
  return { diagnostics: [found] };
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}

/** The encoding that the XML declaration names, which is itself ASCII but in UTF-16; UTF-8 where it names none. */
function declaredEncoding(bytes: Uint8Array): string {
  const name = declaredName(bytes, 'ascii') ?? 'utf-8';
  // A declaration that can be read byte by byte is not in UTF-16, whatever it says.
  return familyOf(name) === 'utf-16' ? 'utf-8' : name;
}

/** The encoding as the XML declaration names it, in small letters. */
function declaredName(bytes: Uint8Array, encoding: string): string | undefined {
  const head = bytes.subarray(0, 400);
  const text = familyOf(encoding) === 'utf-16' ? new TextDecoder(encoding).decode(head) : String.fromCharCode(...head);
  return /^<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1]?.toLowerCase();
}

/** UTF-16 in both orders is one name in declarations (XML 1.0 §4.3.3). */
function familyOf(encoding: string): string {
  return /^(?:utf-?16|ucs-?2|iso-10646-ucs-2|unicode$)/.test(encoding) ? 'utf-16' : encoding.replace(/^utf8$/, 'utf-8');
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
