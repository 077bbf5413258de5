import type { CodeEntry } from '../codes.js';

/** Findings of validation: codes `VAnnn`. */
export const validateCodes = {} as const satisfies Record<string, CodeEntry>;
