import type { CodeEntry } from '../codes.js';
import { dateCodes } from './rules-dates.js';
import { referenceCodes } from './rules-references.js';
import { schematronCodes } from './rules-schematron.js';
import { sequenceCodes } from './rules-sequence.js';
import { textCodes } from './rules-text.js';

/** Findings of Schematron and of the editorial rules: codes `VA200` and up. */
export const ruleCodes = {
  ...schematronCodes,
  VA250: {
    severity: 'warning',
    message: '{code} is silenced here without a reason.',
    hint: 'Write why: <?chancery allow {code} the source prints it so?>',
    explanation: 'A finding may be silenced at its place, but whoever reads the file later must be able to see why.',
    wrong: '<?chancery allow VA412?><p>He said that that was so.</p>',
    right: '<?chancery allow VA412 the source repeats the word?><p>He said that that was so.</p>',
  },
  VA251: {
    severity: 'warning',
    message: 'Nothing is found here that {code} would report; the allowance silences nothing.',
    hint: 'Remove the processing instruction.',
    explanation:
      'The fault has been mended, or the code is misspelt. An allowance that is left behind would hide the next fault of its kind.',
    wrong: '<?chancery allow VA412 the source repeats the word?><p>He said so.</p>',
    right: '<p>He said so.</p>',
  },
  VA252: {
    severity: 'warning',
    message: 'The instruction “{text}” is not understood, and silences nothing.',
    hint: 'Write allow, one code and the reason: <?chancery allow VA412 the source repeats the word?>.',
    explanation:
      'A processing instruction for Chancery silences findings of one code at its place. One that is misspelt, or names no code or several, does nothing; for several codes write several.',
    wrong: '<?chancery alow VA412 the source repeats the word?><p>He said said so.</p>',
    right: '<?chancery allow VA412 the source repeats the word?><p>He said said so.</p>',
  },
  ...sequenceCodes,
  ...referenceCodes,
  ...textCodes,
  ...dateCodes,
} as const satisfies Record<string, CodeEntry>;
