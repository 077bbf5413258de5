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
  SE050: {
    severity: 'error',
    message: 'Two persons have the id “{what}”: {name}, and {other} (line {line}).',
    hint: 'Give one of them another id.',
    explanation: 'A person is known by the id, in the authority file and in the address of the page.',
  },
  SE051: {
    severity: 'error',
    message: '{name} and {other} (line {line}) are the same record in an authority file: {what}.',
    hint: 'They are one person: make one entry of them; or correct the identifier of one.',
    explanation: 'A record of an authority file means one person.',
  },
  SE052: {
    severity: 'error',
    message: 'The entry {what} is given to {name} and to {other} (line {line}).',
    hint: 'Take it out of one of them.',
    explanation: 'An entry in the list of a volume means one person.',
  },
  SE053: {
    severity: 'error',
    message: 'This person has no xml:id or no name.',
    hint: 'Write <person xml:id="rusk-dean"><persName>Rusk, Dean</persName>…</person>.',
    explanation: 'A person of an authority file is known by the id, and shown by the name (TEI P5, 13.3.2).',
  },
  SE054: {
    severity: 'error',
    message: '“{value}” {problem}.',
    hint: 'Copy the identifier from the record, or write its address.',
    explanation: 'An identifier that the authority file does not have leads nowhere.',
  },
  SE055: {
    severity: 'error',
    message: 'New proposals cannot be put at the end of {path}: {reason}.',
    hint: '{hint}',
    explanation:
      'What an editor has written into the file, decisions and comments, stays as it is: new proposals are put behind it.',
  },
  SE056: {
    severity: 'error',
    message:
      '{key} is decided to be the same as others here, and was decided to be different from one of them before (line {line}).',
    hint: 'Change one of the two decisions.',
    explanation: 'Two entries are one person, or they are two.',
  },
  SE057: {
    severity: 'info',
    message: '{path} has no list of persons.',
    hint: 'A list of persons is made of entries with a persName that has an xml:id.',
    explanation: 'People of several volumes are compared by the lists that the volumes have of them.',
  },
  SE058: {
    severity: 'error',
    message: 'Both {path} and {other} are the volume {volume}.',
    hint: 'Name one of them; a volume that is another needs another id.',
    explanation:
      'Persons are known by the id of their volume and their own. Two states of one volume are compared by `chancery diff`.',
  },
} as const satisfies Record<string, CodeEntry>;
