import type { CodeEntry } from '../codes.js';

/** Findings of TEI → editions, and the no-loss check: codes `TRnnn`. */
export const transformCodes = {
  TR001: {
    severity: 'error',
    message: 'The element {name} has no rule in the stylesheets, so no edition can show it.',
    hint: 'Encode it with an element that the encoding manual describes, or add a rule to xslt/modules.',
    explanation:
      'The stylesheets know every element that occurs in the series and that the encoder writes. An element that they do not know stops the build, because text that is skipped silently is text lost.',
  },
  TR002: {
    severity: 'warning',
    message: 'A pointer leads to {target}, which is not in this volume; the editions show its text without a link.',
    hint: 'Correct the target, or add what it names.',
    explanation:
      'A reference, a name or a term points to an xml:id that no element of the volume has. The words are kept; the link cannot be made.',
  },
  TR003: {
    severity: 'error',
    message: 'This file is not a TEI volume or document: the stylesheets made nothing of it.',
    hint: 'Its root element must be TEI in the namespace http://www.tei-c.org/ns/1.0.',
    explanation: 'The editions are made from TEI P5.',
  },
} as const satisfies Record<string, CodeEntry>;
