import { readFileSync, statSync } from 'node:fs';
import { type Diagnostic, diagnostic, type Result } from '../diagnostics/diagnostic.js';
import { SourceFile } from '../model/source-file.js';
import { decode } from './decode.js';

/**
 * Reads a text file, whatever its encoding: a notice (IN004) says which where it is not UTF-8. No value where the file is absent
 * (IN001), empty (IN002), in no encoding (IN003), of another kind (IN005) or not to be read (IN006). Line ends become LF.
 * @param path as the user wrote it; it names the file in the findings
 * @param at where the file is, if that is not `path`
 */
export async function readTextFile(path: string, at: string = path): Promise<Result<SourceFile>> {
  let bytes: Uint8Array;
  try {
    // At once: to wait for a small file takes longer than to read it.
    bytes = readRegularFile(at);
  } catch (error) {
    return { diagnostics: [unreadable(path, error as NodeJS.ErrnoException)] };
  }
  return readTextBytes(path, bytes);
}

/** As `readTextFile`, of bytes that are there already. */
export function readTextBytes(path: string, bytes: Uint8Array): Result<SourceFile> {
  const place = { file: path };
  if (bytes.length === 0) return { diagnostics: [diagnostic('IN002', { path }, place)] };
  const decoded = decode(bytes);
  if (decoded.kind === 'foreign')
    return { diagnostics: [diagnostic('IN005', { path, format: decoded.format }, place)] };
  if (decoded.kind === 'unknown')
    return { diagnostics: [diagnostic('IN003', { path, reason: decoded.reason }, place)] };
  if (decoded.text.trim() === '') return { diagnostics: [diagnostic('IN002', { path }, place)] };
  const diagnostics: Diagnostic[] =
    decoded.encoding === 'UTF-8' ? [] : [diagnostic('IN004', { path, encoding: decoded.encoding }, place)];
  return { value: new SourceFile(path, decoded.text.replace(/\r\n?/g, '\n')), diagnostics };
}

/** More than the longest text that Node can hold. */
const LARGEST = 500_000_000;

/**
 * The bytes of a file. A pipe or a device, which has no end or waits for one who writes, is refused.
 * @throws an `ErrnoException`, for `unreadable`
 */
export function readRegularFile(path: string): Buffer {
  sizeOfRegularFile(path);
  return readFileSync(path);
}

/**
 * The bytes that a file has.
 * @throws an `ErrnoException`, as {@link readRegularFile}
 */
export function sizeOfRegularFile(path: string): number {
  const stat = statSync(path);
  if (!stat.isFile() && !stat.isDirectory()) throw Object.assign(new Error(path), { code: 'ENOTFILE' });
  if (stat.size > LARGEST) throw Object.assign(new Error(path), { code: 'EFBIG' });
  return stat.size;
}

/** The finding for a file that the operating system would not give. */
export function unreadable(path: string, error: NodeJS.ErrnoException): Diagnostic {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return diagnostic('IN001', { path });
  return diagnostic('IN006', { path, reason: reasons[error.code ?? ''] ?? error.message }, { file: path });
}

/** The operating system's refusals, in words. */
const reasons: Readonly<Record<string, string>> = {
  EISDIR: 'it is a folder',
  ENOTFILE: 'it is a pipe or a device, no file',
  EFBIG: 'it is larger than 500 MB, more than can be read at once',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long for this disk',
  EIO: 'the disk fails',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EMFILE: 'too many files are open',
};
