import type { CodeEntry } from '../codes.js';

/** Findings of TEI → editions, and the no-loss check: codes `TRnnn`. */
export const transformCodes = {} as const satisfies Record<string, CodeEntry>;
