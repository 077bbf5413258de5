import type { CodeEntry } from '../codes.js';

/** Findings of the command line: codes `CMnnn`. */
export const commandCodes = {} as const satisfies Record<string, CodeEntry>;
