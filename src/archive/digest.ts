import { createHash } from 'node:crypto';

/** Digest algorithms of OCFL 1.1 (§3.4), with Node's names for them. */
const algorithms: Readonly<Record<string, string>> = {
  md5: 'md5',
  sha1: 'sha1',
  sha256: 'sha256',
  sha512: 'sha512',
  'blake2b-512': 'blake2b512',
};

/** Algorithms of the registered extensions 0001 and 0009: allowed in a fixity block, and ignored there (OCFL 1.1, E028). */
const extensionAlgorithms = new Set(['blake2b-160', 'blake2b-256', 'blake2b-384', 'sha512/256', 'size']);

/** The digest in lower-case hexadecimal; `algorithm` is one of those for which {@link digestSupport} says `supported`. */
export function digest(algorithm: string, content: Uint8Array | string): string {
  return createHash(algorithms[algorithm] ?? algorithm)
    .update(content)
    .digest('hex');
}

/** Whether an algorithm can be computed, is known but ignored, or is not one of OCFL's. */
export function digestSupport(algorithm: string): 'supported' | 'ignored' | 'unknown' {
  if (Object.hasOwn(algorithms, algorithm)) return 'supported';
  return extensionAlgorithms.has(algorithm) ? 'ignored' : 'unknown';
}
