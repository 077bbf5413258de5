import { createHash } from 'node:crypto';
import { crc32 } from '../formats/crc32.js';
import { chunksOf, type FileContent, type FileSource, type Files, sizeOf } from '../model/file-set.js';

/** Digest algorithms of OCFL 1.1 (§3.4) and of its extension 0001, with Node's names for them. */
const nodeNames: Readonly<Record<string, string>> = {
  md5: 'md5',
  sha1: 'sha1',
  sha256: 'sha256',
  sha512: 'sha512',
  'blake2b-512': 'blake2b512',
  'sha512/256': 'sha512-256',
};

/** The “digest” of the extension 0009: the length in bytes, as a decimal number. */
const SIZE = 'size';
/** The check value that ZIP files have of a file; no algorithm of OCFL. */
const CRC = 'crc32';

/** Algorithms of the registered extension 0001 that Node has not got: allowed in a fixity block, and ignored there (OCFL 1.1, E028). */
const extensionAlgorithms = new Set(['blake2b-160', 'blake2b-256', 'blake2b-384']);

/** The digest in lower-case hexadecimal; `algorithm` is one of those for which {@link digestSupport} says `supported`. */
export function digest(algorithm: string, content: Uint8Array | string): string {
  return createHash(nodeNames[algorithm] ?? algorithm)
    .update(content)
    .digest('hex');
}

/** The digests of a file by several algorithms, in one reading: algorithm → digest, as {@link digest} gives it. */
export function digests(algorithms: Iterable<string>, chunks: Iterable<Uint8Array>): ReadonlyMap<string, string> {
  const names = new Set(algorithms);
  const hasCrc = names.has(CRC);
  const hashes = [...names]
    .filter((name) => name !== SIZE && name !== CRC)
    .map((name) => [name, createHash(nodeNames[name] ?? name)] as const);
  let size = 0;
  let crc = 0;
  for (const chunk of chunks) {
    size += chunk.length;
    if (hasCrc) crc = crc32(chunk, crc);
    for (const [, hash] of hashes) hash.update(chunk);
  }
  const found = new Map(hashes.map(([name, hash]) => [name, hash.digest('hex')]));
  if (hasCrc) found.set(CRC, crc.toString(16).padStart(8, '0'));
  return found.set(SIZE, String(size));
}

/** The digests of a file by several algorithms; what is known already is not computed again. */
export function digestsOf(content: FileContent, algorithms: readonly string[]): ReadonlyMap<string, string> {
  const known = typeof content === 'string' || content instanceof Uint8Array ? undefined : content.digests;
  return known !== undefined && algorithms.every((name) => known.has(name))
    ? known
    : digests(algorithms, chunksOf(content));
}

/** All that archives and packages ask of a file. */
const ASKED = ['sha256', 'sha512', CRC] as const;

/** Files with all the digests that archives and packages ask for, each read once for them. */
export function hashed(files: Files): Files {
  return new Map(
    [...files].map(([path, content]) => {
      const source: FileSource = {
        size: sizeOf(content),
        chunks: () => chunksOf(content),
        digests: digestsOf(content, ASKED),
      };
      return [path, source];
    }),
  );
}

/** The bytes of a file as they pass, and their digest when all have. @param done told the digest */
export function* hashing(
  algorithm: string,
  chunks: Iterable<Uint8Array>,
  done: (digest: string) => void,
): Generator<Uint8Array> {
  const hash = createHash(nodeNames[algorithm] ?? algorithm);
  for (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
  done(hash.digest('hex'));
}

/** Whether an algorithm can be computed, is known but ignored, or is not one of OCFL's. */
export function digestSupport(algorithm: string): 'supported' | 'ignored' | 'unknown' {
  if (algorithm === SIZE || Object.hasOwn(nodeNames, algorithm)) return 'supported';
  return extensionAlgorithms.has(algorithm) ? 'ignored' : 'unknown';
}
