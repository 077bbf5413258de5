import { attachments } from './attachments.js';
import { characters } from './characters.js';
import { chronology } from './chronology.js';
import { datelines } from './datelines.js';
import { dates } from './dates.js';
import { documentNumbers } from './document-numbers.js';
import { emptyElements } from './empty-elements.js';
import { headerAgreement } from './header-agreement.js';
import { headerInvention } from './header-invention.js';
import { identifiers } from './identifiers.js';
import { lists } from './lists.js';
import { noteNumbers } from './note-numbers.js';
import { pageBreaks } from './page-breaks.js';
import { personsAndTerms } from './persons-and-terms.js';
import { references } from './references.js';
import { repeatedBlocks } from './repeated-blocks.js';
import { editorialResidue } from './residue.js';
import type { Rule } from './rule.js';
import { sourceNotes } from './source-notes.js';
import { tables } from './tables.js';

/** Every editorial rule, in the order of their codes. */
export const rules: readonly Rule[] = [
  identifiers,
  documentNumbers,
  noteNumbers,
  pageBreaks,
  references,
  personsAndTerms,
  tables,
  lists,
  characters,
  repeatedBlocks,
  emptyElements,
  attachments,
  editorialResidue,
  dates,
  chronology,
  datelines,
  sourceNotes,
  headerAgreement,
  headerInvention,
];
