import type { CodeEntry } from '../codes.js';

/** Findings of archive packages: codes `ARnnn`. */
export const archiveCodes = {} as const satisfies Record<string, CodeEntry>;
