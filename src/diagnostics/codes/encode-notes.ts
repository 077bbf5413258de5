import type { CodeEntry } from '../codes.js';

/** Findings of reading notes, page marks and hyphens at the ends of lines, and of what is left out: codes `EN070` to `EN084`. */
export const encodeNoteCodes = {
  EN070: {
    severity: 'warning',
    message: 'Note {label} was given its place by guess: “…{words}”; these digits may be part of the text.',
    hint: 'If it is no call: in volume.yaml, under this document, calls: { "{label}": none }, or the words after which the note stands.',
    explanation:
      'Digits that split a number (Embtel 3182), follow a single capital (G2) or a sign of measure (km²) look little like the call of a note. They are taken for one only where the notes need it.',
  },
  EN071: {
    severity: 'warning',
    message: 'Note {label} is called before note {before}, which the list has before it.',
    hint: 'Compare the numbers of the calls with the list; correct the raw text where one was misread.',
    explanation:
      'Calls and notes have the same order in print. Each note stands where its number is, not where the order would put it.',
  },
  EN072: {
    severity: 'warning',
    message: 'The list has note {label} twice.',
    hint: 'Look whether the second has another number, or repeats the first; correct the raw text.',
    explanation:
      'Both notes are kept, each with an identifier of its own; which of the calls belongs to which is read from their order.',
  },
  EN073: {
    severity: 'warning',
    message: 'In the list note {label} follows on note {before}.',
    hint: 'Look whether a note is missing; add it to the list in the raw text.',
    explanation: 'The numbers of a list count up by one; where one is left out, a note may have been lost.',
  },
  EN074: {
    severity: 'warning',
    message: '“{text}” looks like a note of a list, and stays in the text.',
    hint: 'If it is a note, say after which words it stands: in volume.yaml, under this document, calls: { "{label}": "the words before it" }.',
    explanation:
      'A line at the end of the text or of a page is marked as notes are, but the text has no calls for it, so that it may be a numbered point of the text.',
  },
  EN076: {
    severity: 'warning',
    message: 'Numbered paragraphs from “{text}” on were read as notes, since the text has as many calls.',
    hint: 'If they are points of the text, and its notes are lost: in volume.yaml, under this document, calls: { "1": none } for each of the numbers.',
    explanation:
      'Points of a text and its notes can be numbered alike. Notes have a heading, a rule, a source note or an indent that points have not; where they have none of these, only the calls tell.',
  },
  EN077: {
    severity: 'warning',
    message: '“[Page {n}]” is out of the order of the pages; it stays in the text.',
    hint: 'If a page begins here, correct the numbers of the page marks in the raw text.',
    explanation:
      'Page marks count up by one. A mark that does not, or that the sentence needs (“see [Page 3] of the report”), is read as words of the text.',
  },
  EN078: {
    severity: 'warning',
    message: '“{word}” at the end of a line was read as “{whole}”.',
    hint: 'If the hyphen is of the word, write it on one line in the raw text.',
    explanation:
      'A word that the end of a line parts is joined where the text or the list of frequent words has the whole word and not its parts. Here neither has the whole, nor is the second part a word.',
  },
  EN079: {
    severity: 'warning',
    message: 'The hyphen of “{word}” at the end of a line was kept; it may be “{whole}”.',
    hint: 'If the word has no hyphen, write it on one line in the raw text.',
    explanation:
      'Where both the whole and its parts are words (re-sign, resign), or only the second part is one, the hyphen that is printed stays.',
  },
  EN080: {
    severity: 'warning',
    message: '“{text}” was left out of the text, and is none of the marks that are left out as a rule.',
    hint: 'Look whether it is a word of the document; if so, please report this with the raw text.',
    explanation:
      'Calls, page marks, bullets and hyphens at the ends of lines are left out of the text, each declared by its kind and checked by its characters.',
  },
  EN081: {
    severity: 'warning',
    message: '{count} stretches of the kind “{kind}” were left out of a text of {words} words, unusually many.',
    hint: 'Look whether they are what they were taken for.',
    explanation:
      'What the encoder leaves out is counted by kind in the report. A kind that is far more frequent than in other texts has often taken something else for its own.',
  },
  EN082: {
    severity: 'warning',
    message: 'Lines that begin with a hyphen and a number were left as they are: the hyphens may be minus signs.',
    hint: 'If they are points of a list, write another bullet (•) in the raw text.',
    explanation:
      'A hyphen before a number is a bullet or a minus sign, which only the sense tells. A minus is never left out.',
  },
  EN083: {
    severity: 'warning',
    message: 'From “{text}” on lines look like a list of notes, and stay in the text.',
    hint: 'If they are notes: in the raw text write [1], [2] … for “{sign}” and what follows it, both in the list and where the text calls the notes.',
    explanation:
      'Lines that count up and begin as notes do (Source:, See footnote, Not printed) or stand under a rule or the heading of notes were not read as notes, because their marks are of no known form or the text does not call them.',
  },
  EN084: {
    severity: 'warning',
    message: '“{text}” alone at the foot of a page stays in the text; it seems to be the number of the page.',
    hint: 'If it is: in the raw text write [Page {text}] at the top of that page, and take this line out.',
    explanation:
      'A number alone on the last line of a page is no note and goes on with none. It is kept, since nothing else in the raw text says that pages are numbered so.',
  },
  EN140: {
    severity: 'warning',
    message: 'A note opens here, and nothing closes it on its line: “{words}”.',
    hint: 'Close it in the raw text, on the same line: with the sign that belongs to the one that opens it.',
    explanation:
      'Some texts write a note where it is called: [Footnote: …], ^[…], <ref>…</ref>, ((…)). Where the closing sign is missing, nobody can tell the words of the note from those of the text; all of them stay in the text.',
  },
} as const satisfies Record<string, CodeEntry>;
