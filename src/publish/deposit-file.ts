import { createHash } from 'node:crypto';
import { diagnostic } from '../diagnostics/diagnostic.js';
import { Refused } from './failure.js';

/** A file that is sent: what it is called there, and what it was when the plan was made. */
export interface DepositFile {
  /** Its name at the target: no folders. */
  readonly key: string;
  /** What it is, for people: “the EPUB”. */
  readonly words: string;
  readonly bytes: number;
  /** Digests in hexadecimal. */
  readonly md5: string;
  readonly sha256: string;
  /**
   * A stretch of its bytes.
   * @throws the system's error where it cannot be read any more
   */
  read(start: number, end: number): Promise<Uint8Array>;
}

/** A file that is held in memory. */
export function fileInMemory(key: string, words: string, content: Uint8Array): DepositFile {
  return {
    key,
    words,
    bytes: content.length,
    md5: createHash('md5').update(content).digest('hex'),
    sha256: createHash('sha256').update(content).digest('hex'),
    read: async (start, end) => content.subarray(start, end),
  };
}

/** A file is read in stretches of so many bytes. */
const STRETCH = 8_000_000;

/** Nothing is sent but the bytes that the plan was made for. @throws Refused */
export async function mustBeUnchanged(file: DepositFile): Promise<void> {
  if (!(await isUnchanged(file))) throw new Refused(diagnostic('PU030', { file: file.key }));
}

async function isUnchanged(file: DepositFile): Promise<boolean> {
  const hash = createHash('sha256');
  let bytes = 0;
  for (let start = 0; start < file.bytes; start += STRETCH) {
    const part = await file.read(start, Math.min(start + STRETCH, file.bytes));
    hash.update(part);
    bytes += part.length;
  }
  // A byte beyond the end: it has grown.
  const more = await file.read(file.bytes, file.bytes + 1);
  return bytes === file.bytes && more.length === 0 && hash.digest('hex') === file.sha256;
}
