import type { CodeEntry } from '../codes.js';

/** Findings of page layout and PDF: codes `PRnnn`. */
export const pressCodes = {} as const satisfies Record<string, CodeEntry>;
