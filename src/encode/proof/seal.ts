import { createHash } from 'node:crypto';

const SEAL = /(<revisionDesc>\s*<change) n="sha256-[0-9a-f]{64}"/;
const OPEN = /<revisionDesc>\s*<change/;

function digest(tei: string): string {
  return createHash('sha256').update(tei).digest('hex');
}

/**
 * A TEI file with its seal: the digest of the file as the encoder made it, in `revisionDesc/change/@n`. A file whose seal no longer fits has
 * been corrected by hand, and is never written over unasked.
 */
export function sealed(tei: string): string {
  return tei.replace(OPEN, (open) => `${open} n="sha256-${digest(tei)}"`);
}

/** Whether a file stands as the encoder wrote it. */
export function isAsEncoded(tei: string): boolean {
  return SEAL.test(tei) && sealed(tei.replace(SEAL, '$1')) === tei;
}
