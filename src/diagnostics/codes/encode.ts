import type { CodeEntry } from '../codes.js';

/** Findings of raw text → TEI: codes `ENnnn`. */
export const encodeCodes = {
  EN001: {
    severity: 'error',
    message: 'The text does not come through whole: the raw text has “{expected}”, the TEI has “{found}”.',
    hint: 'This is a fault of the encoder, not of the text; please report it with the raw text. Nothing was written for this document.',
    explanation:
      'Every document is proven after it is encoded: each word of the raw text must stand in the TEI, in reading order, except for what the encoder declares to have dropped or moved (note calls, page marks, bullets). Where the proof fails the document is withheld.',
  },
  EN002: {
    severity: 'warning',
    message: 'Note {label} has no call in the text: “{text}”.',
    hint: 'Say after which words it stands: in volume.yaml, under this document, calls: { "{label}": "the words before it" }.',
    explanation:
      'The list at the end of the text has a note whose call was not found in the text. The note stands after the heading where it is the source note, otherwise at the end of the document.',
  },
  EN003: {
    severity: 'warning',
    message: 'The text calls a note {label} that the list does not have.',
    hint: 'If the raw text has lost the note, add it to the list at its end. If this is no call: in volume.yaml, under this document, calls: { "{label}": none }.',
    explanation:
      'A call such as [^3] or a superscript number stands in the text, and the list at its end has no note for it. The call stays in the text as it is.',
  },
  EN004: {
    severity: 'warning',
    message: 'No date was found for this document.',
    hint: 'If you know it, add “date:” (and “place:”) to the document in volume.yaml.',
    explanation:
      'The raw text has no dateline that can be read as a date. A date is never invented: dates of other documents that the text mentions are not this document’s.',
  },
  EN005: {
    severity: 'info',
    message: 'The source note has words that were not understood: “{text}”.',
    hint: 'Compare the reading with the note. If it is right, add “reading: checked” to the document in volume.yaml; if not, give the facts there.',
    explanation:
      'The source note is read into repository, citation, classification, drafting and so on. Words that fit none of these are listed so that an editor sees them.',
  },
  EN006: {
    severity: 'warning',
    message: '“{name}” can be {candidates}; the name is not linked.',
    hint: 'Say who is meant: in volume.yaml, under this document, names: { "{name}": {first} }.',
    explanation:
      'A surname in the text fits several persons of the persons list. Which of them is meant is the editor’s decision; the encoder never guesses.',
  },
  EN007: {
    severity: 'error',
    message: 'The raw text has {count} documents; volume.yaml names part {part}.',
    hint: 'Correct “part:” of document {id} in volume.yaml.',
    explanation: 'A raw text that holds several documents is cut into them; the manifest counts them from 1.',
  },
  EN008: {
    severity: 'warning',
    message: 'This document says that it is undated.',
    hint: 'If you know the date, add “date:” to the document in volume.yaml.',
    explanation: 'The dateline has the word “undated”; the encoding has a date element without a value.',
  },
  EN009: {
    severity: 'error',
    message: 'The folder {folder} cannot be written: {reason}.',
    hint: 'Choose another folder with --out.',
    explanation: 'The TEI files could not be written where they were asked for.',
  },
  EN010: {
    severity: 'warning',
    message: 'The front matter has the key “{key}”, which is not known; what it says does not come into the edition.',
    hint: 'The known keys are {known}.',
    explanation: 'A text in Markdown can state its facts in a block of YAML between two lines of three hyphens.',
  },
  EN011: {
    severity: 'error',
    message: 'The front matter cannot be read: {reason}',
    hint: 'Write “key: value”, one on a line; put a value that holds a colon between quotation marks.',
    explanation: 'The block between the two lines of three hyphens at the beginning of the text is not YAML.',
  },
  EN012: {
    severity: 'error',
    message: '{file} was changed after it was encoded; it is left as it is.',
    hint: 'To write over it, and lose what was changed, use --force. What a volume.yaml supplies survives every encoding.',
    explanation:
      'The encoder seals each file that it writes with a digest in revisionDesc/change/@n. A file whose seal does not fit, or that has none, was corrected by hand and is not written over.',
  },
  EN013: {
    severity: 'warning',
    message: 'The date “{words}” can be {read} or {others}; it is read as {read}.',
    hint: 'Say which day is meant: add “when: {read}” (or the other) to the document in volume.yaml.',
    explanation:
      'A date in figures has day and month in either order, and a year of two digits can be of either century. The date element is marked cert="low".',
  },
  EN014: {
    severity: 'info',
    message: 'The source note was read with {certainty} certainty: its parts do not stand in their usual order.',
    hint: 'Compare the reading with the note. If it is right, add “reading: checked” to the document in volume.yaml; if not, give the facts there.',
    explanation:
      'A source note names the archive and file first, then classification and handling, then who drafted, cleared and approved. Where a note has lost its “Source:”, or has these in another order, the reading may be wrong.',
  },
  EN015: {
    severity: 'warning',
    message: 'The date “{words}” has no year.',
    hint: 'If you know the year, add “when: 1964-11-19” with the whole date to the document in volume.yaml.',
    explanation: 'The year is never taken from elsewhere; the date element has no value until the manifest gives it.',
  },
  EN016: {
    severity: 'warning',
    message: 'The date “{words}” is in doubt in the text itself; it is read as {read}.',
    hint: 'Say which day is meant: add “when: {read}” (or another) to the document in volume.yaml.',
    explanation: 'The date has a question mark, or a correction with one. The date element is marked cert="low".',
  },
  EN017: {
    severity: 'warning',
    message: 'volume.yaml lets note {label} stand after “{words}”, which is not in the text.',
    hint: 'Copy the words before the call from one line of the raw text, exactly as they stand there.',
    explanation: 'Under “calls”, the manifest says where a note stands whose call was not found.',
  },
  EN030: {
    severity: 'warning',
    message: 'This document has no heading; every document of an edition has one.',
    hint: 'Give it one: “head:” in volume.yaml, under this document.',
    explanation:
      'Letters, memoranda and cables bear no heading; the editors write it (“Letter From … to …”). It is never invented. Until there is one, validation reports it (VA201).',
  },
  EN031: {
    severity: 'warning',
    message: '“{text}” looks like {what}; it stays in the text{times}.',
    hint: 'Look whether it belongs to the document; if not, take it out of the raw text.',
    explanation:
      'The encoder keeps every character of the raw text. Reminders of editors, and the marks that text recognition and web pages leave, it cannot tell from the words; validation reports them (VA450).',
  },
  EN032: {
    severity: 'warning',
    message: 'Note {label} has no text.',
    hint: 'Supply the text in the raw text’s list of notes, or take the empty note out of it.',
    explanation: 'The list of notes has an entry without words; the note element is empty (VA431).',
  },
  EN033: {
    severity: 'warning',
    message: 'The attachment “{words}” has no text.',
    hint: 'Look whether its text is missing, or whether the line is no attachment’s label.',
    explanation: 'A line was read as the label of an attachment, and nothing follows it that can be its text (VA208).',
  },
  EN034: {
    severity: 'warning',
    message: 'The text has a control character ({code}); it stays in the text{times}.',
    hint: 'Replace it in the raw text by the character that was meant; it often comes from a file that was decoded wrongly.',
    explanation: 'Control characters have no shape in print and are found by validation (VA400).',
  },
  EN035: {
    severity: 'warning',
    message: 'The heading is {length} characters long; sender, receiver and date were not looked for in it.',
    hint: 'Part the heading from the text with an empty line in the raw text.',
    explanation:
      'The first line of the text is read as the heading of the document. One as long as a page is most often a heading and a text that nothing parts.',
  },
  EN036: {
    severity: 'warning',
    message: '“{name}” is a word of the language as well as a surname; it is linked to {person} below certainty.',
    hint: 'If it always means this person here: in volume.yaml, under this document, names: { "{name}": {person} }.',
    explanation:
      'A surname that is a word, a month or a place (Brown, May, Jordan) is linked where a title or a given name stands before it. Where only the sentence speaks for a person the link has cert="medium"; where nothing does there is none.',
  },
  EN040: {
    severity: 'warning',
    message:
      'The date “{words}” is read as {read}: text recognition has put letters for figures, or a wrong letter into the month.',
    hint: 'Compare the page. If the day is another, or to settle this: “when: {read}” under the document in volume.yaml.',
    explanation:
      'Where a date holds letters that text recognition takes for figures (l for 1, O for 0) it is read as it was typed. The words stay as they are; the date element is marked cert="medium".',
  },
  EN041: {
    severity: 'info',
    message: 'The line “{text}” is read as {read}; it may be {other}.',
    hint: 'Compare the page. If the line belongs elsewhere, part it from its neighbours in the raw text with an empty line, or join it to them.',
    explanation:
      'What a line of a typescript is (of the sheet, of the head block, of the text, of the closing) is told by its words and by where it stands. Here two readings fit nearly as well as each other.',
  },
  EN042: {
    severity: 'info',
    message: '“{parted}” is parted at the end of a line and can be “{parted}” or “{whole}”; it is read as “{read}”.',
    hint: 'If it is the other, write the word whole on one line in the raw text.',
    explanation:
      'The hyphen at the end of a line is taken away where the whole word is one of the text or of the language, and kept where its parts are words and the whole is none known.',
  },
  EN043: {
    severity: 'info',
    message: 'At “{text}” {read}; the signs are weak.',
    hint: 'Compare the page. A new page (form feed) before the first line of a document, or a file for each document, leaves no doubt.',
    explanation:
      'A text that holds several typescripts is cut where a letterhead, a title, the labels of a memorandum or a salutation begin another document on a new sheet.',
  },
  EN044: {
    severity: 'warning',
    message: 'What stands after “{label}” is not understood: “{text}”.',
    hint: 'Give the fact in volume.yaml, under this document: “{key}: …”.',
    explanation: 'A label of the head block (DATE:, FROM:, TO:) has a value in which no date or name was found.',
  },
  EN045: {
    severity: 'warning',
    message: 'The pages are marked differently: {classification}, and also {others}; {classification} is taken.',
    hint: 'If the document bears another marking: “reading:” and under it “classification: …”, under the document in volume.yaml.',
    explanation: 'Markings at the head and foot of the pages of one document do not agree; the highest is taken.',
  },
  EN046: {
    severity: 'warning',
    message: 'This is read as a {genre}, and no {fact} was found.',
    hint: 'Give the name in volume.yaml, under this document; if it is no {genre}, give its “genre:”.',
    explanation:
      'The sender stands behind FROM or under the text, the receiver behind TO or MEMORANDUM FOR, above the salutation or at the foot. None of these was found or understood.',
  },
  EN047: {
    severity: 'info',
    message: 'The document bears more than one date: {read} is taken, not {others}.',
    hint: 'If another is its date: “when: …” under the document in volume.yaml.',
    explanation:
      'Of talks and meetings the day counts on which they were held, which stands under the title; of other papers that at the head of the sheet. Dates of stamps never count.',
  },
  EN050: {
    severity: 'warning',
    message: 'The line “{text}” stands alone and is no sentence; it is read as a paragraph.',
    hint: 'Compare the page. A heading stands in the middle or in capitals; a stamp or a note of a hand is to be taken out of the raw text, or told in volume.yaml.',
    explanation:
      'Short lines between empty ones that end without a stop are often headings, notes of a hand, or what a stamp or a form has put on the page.',
  },
  EN051: {
    severity: 'warning',
    message: 'The paragraph above ends without a stop (“…{text}”), and this one is not read as going on with it.',
    hint: 'Compare the page. If they are one, take out what stands between them in the raw text; if a line is missing, supply it.',
    explanation:
      'A page’s end, a stamp or a heading stands between two pieces of text of which the first breaks off inside a sentence. Either what stands between is of the page and not of the text, or words are lost.',
  },
  EN052: {
    severity: 'warning',
    message: 'No title, label or salutation says what kind of document this is; it is read as {read}.',
    hint: 'Give it in volume.yaml, under this document: “genre: …”.',
    explanation:
      'The kind of a typescript is told by its title (MEMORANDUM OF CONVERSATION), by its labels (TO, FROM) or by a salutation. Where none of these is understood, other facts of the head block may be wrong as well.',
  },
  EN053: {
    severity: 'warning',
    message: 'No list of those who took part was found in what is read as {genre}.',
    hint: 'Compare the head of the page; the names may stand there without a label.',
    explanation:
      'Records of talks and meetings name those present under PARTICIPANTS, PRESENT, or the heads of their sides.',
  },
  EN054: {
    severity: 'warning',
    message: '“{text}” is read as the {fact}, and looks like something else.',
    hint: 'Compare the head of the page; if it is none, give the {fact} in volume.yaml, under this document.',
    explanation: 'Numbers of a registry, words of a form (ACTION, COPY) and hours are neither places nor names.',
  },
} as const satisfies Record<string, CodeEntry>;
