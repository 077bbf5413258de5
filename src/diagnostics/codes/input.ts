import type { CodeEntry } from '../codes.js';

/** Findings of reading files, decoding, XML well-formedness: codes `INnnn`. */
export const inputCodes = {
  IN001: {
    severity: 'error',
    message: '{path} does not exist.',
    hint: 'Check the spelling of the path; it is read relative to the folder where the command runs.',
    explanation: 'A file or folder named on the command line could not be found.',
  },
} as const satisfies Record<string, CodeEntry>;
