import { createHash } from 'node:crypto';

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

/** Whether a file still has the bytes that the plan was made for. */
export async function isUnchanged(file: DepositFile, stretch = 8_000_000): Promise<boolean> {
  const hash = createHash('sha256');
  let bytes = 0;
  for (let start = 0; start < file.bytes; start += stretch) {
    const part = await file.read(start, Math.min(start + stretch, file.bytes));
    hash.update(part);
    bytes += part.length;
  }
  // A byte beyond the end: it has grown.
  const more = await file.read(file.bytes, file.bytes + 1);
  return bytes === file.bytes && more.length === 0 && hash.digest('hex') === file.sha256;
}
