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
    explanation:
      'The year is taken from elsewhere only where the form of a telegram prints it with the day of receipt; the date element has no value until the manifest gives it.',
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
  EN100: {
    severity: 'warning',
    message:
      'This line has a number and the words of a heading, and was not taken for the beginning of a document: “{words}”.',
    hint: 'If a document begins here, put it into a file of its own. If it is a line of the text, nothing is to be done.',
    explanation:
      'A text of several documents is cut where a heading has a greater number than the one before and a dateline follows. This line has a number and names sender and receiver, but its number is not the next, or no dateline stands below.',
  },
  EN101: {
    severity: 'warning',
    message: 'The heading looks like the reference to a file: “{words}”.',
    hint: 'If it is one, put an empty line and the true heading below it in the raw text, or give it as “source:” and the heading as “head:” in volume.yaml.',
    explanation:
      'A line that says where a paper is kept (file number, lot, papers, library) stands above the heading and is its source note. Here no heading was found below it, so the line itself was read as the heading.',
  },
  EN102: {
    severity: 'warning',
    message: 'Short lines stand before the text that were not understood, from here on: “{words}”.',
    hint: 'Look whether they are the date, the place, markings or names; what they say, “date:”, “place:” and the like give in volume.yaml.',
    explanation:
      'Between the heading and the first paragraph stand dateline, markings, numbers and salutation. Reading stopped at a short line that is none of these, and the lines below it are paragraphs; a date among them is not this document’s for the encoder.',
  },
  EN103: {
    severity: 'warning',
    message: 'Short lines stand at the end that were not understood, from here on: “{words}”.',
    hint: 'If they are a signature, add “signed:” to the document in volume.yaml.',
    explanation:
      'A document ends with its close, signature, title and address. Reading from the end stopped at a short line that is none of these, and no signature was found.',
  },
  EN104: {
    severity: 'warning',
    message: 'The {part} ends in a sign that may be the call of a note: “{words}”.',
    hint: 'If it is a call, say so in volume.yaml, under this document, calls: { "{label}": "the words before it" }; its note must stand in the list at the end.',
    explanation:
      'Headings, names and places end in letters. Digits or a sign at the end are most often a note’s call that the list of notes does not answer.',
  },
  EN120: {
    severity: 'info',
    message: 'Document {id} is TEI already: {file}. There is nothing to encode.',
    explanation:
      'The outline names a TEI document in the place of a raw text. A build takes it as it stands; encode writes no second one.',
  },
  EN122: {
    severity: 'warning',
    message:
      'volume.yaml names “{name}” among the participants, and no list of participants in the raw text has the name.',
    hint: 'Copy the name as the list has it; where the list itself was not found, say so under “lines”.',
    explanation:
      '`participants` says which words of the list of participants are their names. The names are marked where they stand; none is put in that the text has not.',
  },
  EN121: {
    severity: 'warning',
    message: 'volume.yaml says “{kind}” of a line that begins “{words}”, and the raw text has no such line.',
    hint: 'Copy the first words of the line, exactly as they stand there.',
    explanation:
      '`lines` says what a line of the raw text is, where it was misread. The words are compared with the beginning of each line, in capitals and small letters as they stand, white space evened.',
  },
  EN150: {
    severity: 'warning',
    message: 'volume.yaml says that “{said}” was checked, and this document has no such finding.',
    hint: 'Take it out, or copy it again as the review page of this run gives it: the code, and the first words of the line.',
    explanation:
      '`checked` silences doubts that an editor has compared with the page and found rightly read: each by its code, and by the first words of its line where only that one is meant. What is listed there and occurs no more may have silenced something else before; it is told, so that nothing is hidden by mistake.',
  },
  EN090: {
    severity: 'warning',
    message:
      'The front matter calls the document “{stated}”, its heading says “{heading}”; the heading of the text was kept.',
    hint: 'Take `title:` (or `head:`) out of the front matter, or the heading out of the text.',
    explanation:
      'A document has one heading. Where the text has its own, that of the front matter is not printed beside it.',
  },
  EN091: {
    severity: 'warning',
    message: '“{words}” stands above the heading of the document and was left out.',
    hint: 'It was taken for the heading of a book or a site. If it is of the document, write it below its heading.',
    explanation:
      'A page of an edition, or a file with several documents, often begins with the title of the whole. The title belongs into the manifest, not into the first document.',
  },
  EN092: {
    severity: 'error',
    message:
      'The text as read has other words than the file: “{expected}” in the file is “{found}” as read (blanks left out).',
    hint: 'This is a fault of the program: please report it with the file. Until then, save the file as plain text and give that.',
    explanation:
      'The words of a file with marks (Markdown, HTML, Word) are counted apart from their reading, and both must be the same.',
  },
  EN093: {
    severity: 'error',
    message: 'The text cannot be read as Markdown: {reason}.',
    hint: 'If the file is plain text, give it the ending .txt; else look at this place.',
    explanation: 'No person writes so; the time that it takes to read such a text grows with the square of its length.',
  },
  EN094: {
    severity: 'warning',
    message: 'Note {label} is called a second time here; the second call was left out.',
    hint: 'Write what the reader is to see here, for example “See footnote {label} above.”, as a note of its own.',
    explanation:
      'An edition prints a note once, where it is first called. A later reference to it is a note of its own.',
  },
  EN095: {
    severity: 'warning',
    message: 'A {kind} is left out; its words are “{words}”.',
    hint: 'If they are of the document, write them as text; a picture can be put into the TEI, as a figure.',
    explanation:
      'A text in Markdown can hold pictures, with words that stand for them, and comments, which no reader of it sees. Neither is of the words of a document.',
  },
  EN096: {
    severity: 'info',
    message: 'The words are kept, and the {kind} is left out: {words}{times}.',
    hint: 'If readers need the address, write it as text.',
    explanation:
      'Of links the words are read, not where they lead; of tags of HTML in a text in Markdown what they hold.',
  },
} as const satisfies Record<string, CodeEntry>;
