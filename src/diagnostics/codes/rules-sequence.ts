import type { CodeEntry } from '../codes.js';

/** Findings of the editorial rules on ids, numbers of documents and notes, pages: codes `VA30n` to `VA33n`. */
export const sequenceCodes = {
  VA301: {
    severity: 'error',
    message: 'The id {id} is used twice; it stands first in line {line}.',
    hint: 'Give this element an id of its own.',
    explanation:
      'An xml:id names one element of the file (XML 1.0, ID attributes). References to a doubled id lead to whichever comes first, and no edition can be built.',
    wrong: '<note n="2" xml:id="d7fn1">…</note> <note n="1" xml:id="d7fn1">…</note>',
    right: '<note n="2" xml:id="d7fn2">…</note> <note n="1" xml:id="d7fn1">…</note>',
  },
  VA302: {
    severity: 'warning',
    message: 'The id {id} has not the form of a {name}’s id ({example}).',
    explanation:
      'In the series the kind of an element can be told from its id: d73 a document, comp1 a compilation, ch2 a chapter, pg_181 a page, p_RD1 a person, t_NSC1 a term. References, also from other volumes, are written by that pattern.',
    wrong: '<div type="compilation" xml:id="copm1">',
    right: '<div type="compilation" xml:id="comp1">',
  },
  VA303: {
    severity: 'error',
    legacy: 'warning',
    message: 'The note {id} stands in the document {document}, but its id is not of that document.',
    hint: 'A note’s id is the id of its document, “fn” and its number.',
    explanation:
      'The id of a note begins with the id of its document (d73fn2). Another prefix means that the note was moved or the id mistyped.',
    wrong: '<div type="document" xml:id="d73" n="73">… <note n="2" xml:id="d37fn2">',
    right: '<div type="document" xml:id="d73" n="73">… <note n="2" xml:id="d73fn2">',
  },
  VA304: {
    severity: 'error',
    legacy: 'warning',
    message: 'The document’s id {id} and its number {n} do not agree.',
    explanation: 'The id of a document is “d” and its number. Other volumes cite documents by it.',
    wrong: '<div type="document" xml:id="d37" n="73">',
    right: '<div type="document" xml:id="d73" n="73">',
  },
  VA305: {
    severity: 'error',
    legacy: 'warning',
    message: 'The document {n} has no xml:id.',
    explanation: 'Without an id a document has no address: no page, no reference, no entry in the contents.',
    wrong: '<div type="document" n="73">',
    right: '<div type="document" xml:id="d73" n="73">',
  },
  VA310: {
    severity: 'error',
    legacy: 'warning',
    message: 'Document {n} follows document {last}.',
    hint: 'Put the document where its number belongs, or correct the number.',
    explanation:
      'Documents are numbered through the volume, each number once and none left out; inserted ones have a letter (72a).',
    wrong: '<div type="document" xml:id="d73" n="73">…</div><div type="document" xml:id="d75" n="75">…</div>',
    right: '<div type="document" xml:id="d73" n="73">…</div><div type="document" xml:id="d74" n="74">…</div>',
  },
  VA311: {
    severity: 'error',
    legacy: 'warning',
    message: 'The heading prints the number {printed}; the document’s number is {n}.',
    explanation: 'Where the heading prints a number, it is the number of the document (@n), by which readers cite it.',
    wrong: '<div type="document" xml:id="d73" n="73"><head>37. Letter From …</head>',
    right: '<div type="document" xml:id="d73" n="73"><head>73. Letter From …</head>',
  },
  VA312: {
    severity: 'error',
    message: 'The document {id} has no number.',
    hint: 'Write @n, also where the heading prints no number.',
    explanation: 'Every document of the series has its number in @n, even where the book does not print it.',
    wrong: '<div type="document" xml:id="d73">',
    right: '<div type="document" xml:id="d73" n="73">',
  },
  VA313: {
    severity: 'warning',
    message: 'The heading does not begin with the number {n}, a full stop and a space, as the other headings do.',
    hint: 'Write the number so before the words of the heading.',
    explanation:
      'A volume prints the numbers of its documents in all headings or in none. Where one alone lacks it, or lacks the full stop after it, readers cannot find the document that is cited.',
    wrong: '<div type="document" xml:id="d73" n="73"><head>Letter From …</head>',
    right: '<div type="document" xml:id="d73" n="73"><head>73. Letter From …</head>',
  },
  VA320: {
    severity: 'warning',
    message: 'Note {n} of {document} follows where note {expected} is expected.',
    hint: 'Look for a note that is missing, out of place or misnumbered.',
    explanation:
      'Notes are numbered in the order of their calls. A gap is a note that was lost, or a number that was mistyped. Second calls, attachments and volumes that number through a chapter are allowed for.',
    wrong: '…<note n="1" xml:id="d7fn1">…</note> …<note n="3" xml:id="d7fn3">…</note>',
    right: '…<note n="1" xml:id="d7fn1">…</note> …<note n="2" xml:id="d7fn2">…</note>',
  },
  VA321: {
    severity: 'warning',
    message: 'The note number {n} stands {place}.',
    hint: 'If the same note is called again, write <note n="{n}" target="#{first}"/> without its text; otherwise correct the number.',
    explanation: 'Two notes with one number cannot be told apart at the foot of the page.',
    wrong: '…<note n="1" xml:id="d7fn1">…</note> …<note n="1" xml:id="d7fn2">…</note>',
    right: '…<note n="1" xml:id="d7fn1">…</note> …<note n="2" xml:id="d7fn2">…</note>',
  },
  VA322: {
    severity: 'warning',
    message: 'The note’s id {id} says {number}, its number is {n}.',
    explanation:
      'In this volume the ids of notes carry their printed numbers. References to this id would announce another number than the reader finds.',
    wrong: '<note n="2" xml:id="d7fn3">',
    right: '<note n="2" xml:id="d7fn2">',
  },
  VA323: {
    severity: 'error',
    legacy: 'warning',
    message: 'This second call calls {target}, which is no note of the volume.',
    explanation: 'A note with @target calls a note that stands elsewhere once more; the text of that note is shown.',
    wrong: '<note n="1" target="#d7fn9">',
    right: '<note n="1" target="#d7fn1">',
  },
  VA324: {
    severity: 'error',
    legacy: 'warning',
    message: 'This second call is numbered {n}, but the note {target} has the number {number}.',
    explanation: 'A second call shows the number of the note that it calls.',
    wrong: '<note n="3" target="#d7fn1">',
    right: '<note n="1" target="#d7fn1">',
  },
  VA330: {
    severity: 'warning',
    message: 'Page {n} follows page {last}: pages missing in between: {missing}.',
    hint: 'Look whether a page break was left out; blank pages are often not encoded.',
    explanation:
      'The index and other volumes refer to pages. A page whose break is missing cannot be reached, and its text is cited under the page before.',
    wrong: '<pb n="181" xml:id="pg_181"/> … <pb n="183" xml:id="pg_183"/>',
    right: '<pb n="181" xml:id="pg_181"/> … <pb n="182" xml:id="pg_182"/>',
  },
  VA331: {
    severity: 'warning',
    message: 'Page {n} follows page {last}.',
    explanation: 'Page numbers rise through the volume. One that does not is doubled, mistyped or out of place.',
    wrong: '<pb n="182" xml:id="pg_182"/> … <pb n="181" xml:id="pg_181"/>',
    right: '<pb n="181" xml:id="pg_181"/> … <pb n="182" xml:id="pg_182"/>',
  },
  VA332: {
    severity: 'warning',
    message: 'The page’s id {id} and its number {n} do not agree.',
    explanation: 'The id of a page is “pg_” and its number; the index points to pages by it.',
    wrong: '<pb n="181" xml:id="pg_182"/>',
    right: '<pb n="181" xml:id="pg_181"/>',
  },
  VA333: {
    severity: 'warning',
    message: 'The facsimile {facs} of page {n} is already that of page {other}.',
    explanation: 'Each page has its own image. Two pages with one image are a slip in one of them.',
    wrong: '<pb n="181" facs="0209"/> … <pb n="182" facs="0209"/>',
    right: '<pb n="181" facs="0209"/> … <pb n="182" facs="0210"/>',
  },
} as const satisfies Record<string, CodeEntry>;
