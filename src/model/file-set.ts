/**
 * Files as data: what a stage makes before anything is written. Keys are paths relative to the output's own folder, with
 * forward slashes; values are text (written as UTF-8) or bytes. Iteration order is insertion order and is significant where the
 * format says so (EPUB's `mimetype` first).
 */
export type FileSet = ReadonlyMap<string, string | Uint8Array>;

/** A file that is too long, or of too many, to be held: it is read when it is needed, piece by piece. */
export interface FileSource {
  /** Its length in bytes. */
  readonly size: number;
  /** Its bytes from the beginning, at each call; a piece is good until the next one is asked for. */
  chunks(): Iterable<Uint8Array>;
  /** What is known already of these bytes: digests in hexadecimal by their algorithms, `crc32` among them. */
  readonly digests?: ReadonlyMap<string, string>;
}

/** What a file holds: text (UTF-8), bytes, or where they are read from. */
export type FileContent = string | Uint8Array | FileSource;

/** Files as {@link FileSet} has them, of which some are only read when they are written or hashed. */
export type Files = ReadonlyMap<string, FileContent>;

/** The length of a file in bytes. */
export function sizeOf(content: FileContent): number {
  if (typeof content === 'string') return new TextEncoder().encode(content).length;
  return content instanceof Uint8Array ? content.length : content.size;
}

/** The bytes of a file, piece by piece. */
export function chunksOf(content: FileContent): Iterable<Uint8Array> {
  if (typeof content === 'string') return [new TextEncoder().encode(content)];
  return content instanceof Uint8Array ? [content] : content.chunks();
}
