import type { CodeEntry } from '../codes.js';

/** Findings of manifest, assemble, enrich: codes `VOnnn`. */
export const volumeCodes = {} as const satisfies Record<string, CodeEntry>;
