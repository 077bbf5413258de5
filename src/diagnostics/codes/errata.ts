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
  SE041: {
    severity: 'error',
    message: 'The alias “{id}” is the id of something in the edition.',
    hint: 'Take the line out: an address leads to what has that id now.',
    explanation:
      'An alias is an id that a document had before it was renumbered, and that nothing has now. Where the old id names another document today, whoever cited it cannot be led to the one that was meant.',
  },
  SE042: {
    severity: 'error',
    message: 'The alias “{id}” leads to “{to}”, which is not in the edition.{suggestion}',
    hint: 'Name the id that the document has now; `chancery diff OLD NEW` proposes the lines.',
    explanation: 'The page of an alias leads to a document or section of the edition, or to another alias that does.',
  },
} as const satisfies Record<string, CodeEntry>;
