import type { CodeEntry } from '../codes.js';

/** Findings of raw text → TEI: codes `ENnnn`. */
export const encodeCodes = {} as const satisfies Record<string, CodeEntry>;
