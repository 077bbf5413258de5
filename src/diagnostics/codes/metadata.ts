import type { CodeEntry } from '../codes.js';

/** Findings of metadata for repositories: codes `MDnnn`. */
export const metadataCodes = {
  MD001: {
    severity: 'warning',
    message: 'The header of {volume} says no {lacking}, without which these could not be written: {files}.',
    hint: 'Add it to the manifest (`publisher`, `date`), or to the `publicationStmt` of the TEI header.',
    explanation:
      'DataCite registers no DOI for a publication without publisher and year (DataCite 4.6, properties 4 and 5), and nothing is made up for them.',
  },
  MD002: {
    severity: 'error',
    message:
      'In {volume} there is no letter or telegram whose sender or receiver is known, so there is nothing for correspSearch.',
    hint: 'Headings tell who wrote to whom (“Letter From … to …”); in the manifest, `from` and `to` do.',
    explanation:
      'The Correspondence Metadata Interchange Format (CMIF) lists letters by sender and receiver. Memoranda, conversations and papers are no letters.',
  },
} as const satisfies Record<string, CodeEntry>;
