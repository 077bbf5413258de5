import type { CodeEntry } from '../codes.js';

/** Findings of page layout and PDF: codes `PRnnn`. */
export const pressCodes = {
  PR001: {
    severity: 'error',
    message: 'No typeface has the character {code} (“{character}”), first met in {where}.',
    hint: 'Look whether the character is a slip of the encoding (control characters usually are); otherwise replace it in the TEI.',
    explanation:
      'Every character of the edition must have a glyph in the text face or in the fallback face, or readers of the PDF see an empty box and the file is not valid PDF/A or PDF/UA (ISO 14289-1, 7.21.8: no reference to .notdef).',
  },
  PR002: {
    severity: 'error',
    message: 'The PDF does not hold the whole text of {where}: at “{text}”.',
    hint: 'This is a fault of the program, not of the volume. Please report it with the volume.',
    explanation:
      'The press compares the text that it has drawn, paragraph by paragraph, with the text that it was given. Nothing of an edition may be lost.',
  },
  PR003: {
    severity: 'error',
    message: 'Note {note} is in the PDF {times} times instead of once.',
    hint: 'Look whether the text calls the note. A note that nothing calls cannot stand at the foot of a page.',
    explanation: 'Every note of the volume is in the PDF exactly once, on the page of its first call.',
  },
  PR010: {
    severity: 'error',
    message: 'The volume has no document or division with the id {id}.',
    hint: 'Documents have ids like d73, chapters like ch2; they stand in the TEI as xml:id. A range goes from the earlier document to the later: d73-d80.',
    explanation:
      'An offprint holds the documents or the division that are named; a name that the volume does not have is a slip.',
  },
  PR011: {
    severity: 'error',
    message: '{file} cannot be written: {reason}.',
    hint: 'Give another file with --out.',
    explanation:
      'The PDF is written beside its place and then moved there, so that a file that is there already stays whole.',
  },
} as const satisfies Record<string, CodeEntry>;
