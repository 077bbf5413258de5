import type { CodeEntry } from '../codes.js';

/** Findings of what outlasts one state of a volume: comparing two, old ids, people of several volumes: codes `SE040` … `SE079`. */
export const errataCodes = {
  SE040: {
    severity: 'warning',
    message: 'These are two volumes, {old} and {now}: what is told is how the one differs from the other.',
    hint: 'Compare two states of one volume, where that was meant.',
    explanation:
      'An errata list tells what has changed in a volume. Volumes with different ids are compared all the same, since a volume may have been given another id.',
  },
} as const satisfies Record<string, CodeEntry>;
