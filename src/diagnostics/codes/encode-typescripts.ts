import type { CodeEntry } from '../codes.js';

/** Findings of reading typescripts: codes `EN040` to `EN059`, from `EN160`, and `EN173`, and those of the second reading, `EN170` and `EN171`. */
export const encodeTypescriptCodes = {
  EN040: {
    severity: 'warning',
    message: 'The date “{words}” is read as {read}: text recognition has put wrong letters into the month.',
    hint: 'Compare the page. If the day is another, or to settle this: “when: {read}” under the document in volume.yaml.',
    explanation:
      'Where the month of a date is none but for a letter or two, the date is read with the month that it most likely was. The words stay as they are; the date element is marked cert="medium".',
  },
  EN055: {
    severity: 'info',
    message: 'The date “{words}” is read as {read}: text recognition has put letters for figures.',
    hint: 'If the day is another, or to settle this: “when: {read}” under the document in volume.yaml.',
    explanation:
      'Where a date holds letters that text recognition takes for figures (l for 1, O for 0), and with the figures it is a date, it is read as it was typed. The words stay as they are; the date element is marked cert="medium".',
  },
  EN056: {
    severity: 'warning',
    message: 'Text stands below the signature: “{text}”. It is read as a postscript.',
    hint: 'Compare the page. If another document begins there, give it a file of its own, or put a form feed before it; if it is of the sheet, tell it in volume.yaml.',
    explanation:
      'Below a complimentary close and a signature stand enclosures, copies, the lines of drafting, and postscripts. Other text there is often the beginning of an enclosure, or what an archive has put on the sheet.',
  },
  EN057: {
    severity: 'warning',
    message: 'The line “{text}” of the head gave no fact; it is read as of the sheet.',
    hint: 'Compare the page. If it tells the date, the place, or who writes to whom, give that in volume.yaml, under this document.',
    explanation:
      'A line above the text that holds a date, an address or a label, and stands where none of them was expected. It is kept as of the sheet, and the header knows nothing of it.',
  },
  EN058: {
    severity: 'warning',
    message: 'The value of “{label}” seems to hold something else as well: “{text}”.',
    hint: 'Compare the page. Put what does not belong to the label on a line of its own in the raw text, or give the fact in volume.yaml.',
    explanation:
      'In forms several labels stand beside one another, and the lines of an address close below them. Where they were read as one value, the value is wrong, and the other facts are missing.',
  },
  EN059: {
    severity: 'info',
    message: 'The line “{text}” below the signature is read as the office of who signed; it looks like something else.',
    hint: 'Compare the page. If it is a list of copies or what a stamp says, tell it in volume.yaml.',
    explanation: 'An office has no colon, no figures, and no sign of a list.',
  },
  EN041: {
    severity: 'warning',
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
    severity: 'warning',
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
    severity: 'warning',
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
  EN160: {
    severity: 'warning',
    message: 'In the text stands “{text}”, and more that documents begin with; it is read as of this document.',
    hint: 'If another document begins there, put a form feed before it, or give it a file of its own; if it is quoted, all is well.',
    explanation:
      'A title, a day, labels, a salutation or the name of an office stand together below the text of a document. Where two documents are read as one, the facts of the second are lost.',
  },
  EN161: {
    severity: 'warning',
    message: 'The line “{text}” has the form of a label and stands where the text begins; it is read as text.',
    hint: 'If it is of the head of the document, give what it says in volume.yaml, under this document.',
    explanation:
      'The labels of a head block can have words that no rule knows. Where one of them stands among the first lines of the text, what it tells is not in the header.',
  },
  EN162: {
    severity: 'warning',
    message: 'The short line “{text}” is read as a paragraph, and has what sentences have not.',
    hint: 'Compare the page. If a hand, a stamp or a registry has put it there, tell it in volume.yaml; if it is of the text, all is well.',
    explanation:
      'Notes of a hand, marks of a registry and numbers of pages stand alone between paragraphs. What has doubled signs, strokes between abbreviations, a date in figures or the word of somebody beside the text is often one of them.',
  },
  EN163: {
    severity: 'warning',
    message: 'The titles name two kinds of document: {read}, and with “{text}” {other}; it is read as a {read}.',
    hint: 'Compare the page. Give the right one in volume.yaml, under this document: “genre: …”; if another document begins at the second title, put a form feed before it.',
    explanation:
      'A sheet can be printed for one kind of paper and used for another, and the title of an enclosure can stand close below. Where titles do not agree, the kind that is read is a guess.',
  },
  EN164: {
    severity: 'warning',
    message: '“{text}” signs, and the sender is “{sender}”.',
    hint: 'If somebody has signed for the sender, all is well; if not, give “signed:” or “from:” in volume.yaml, under this document.',
    explanation:
      'Who stands behind FROM most often signs. Where another name stands below the text it can be that of a second document, of who has seen the paper, or of an addressee.',
  },
  EN165: {
    severity: 'warning',
    message: 'Those who speak are not all among those present: {text}.',
    hint: 'Compare the head of the page; if somebody is missing, give “participants:” in volume.yaml, under this document.',
    explanation:
      'In a record of what was said each speaker is named at the head. Where one is not, the list was not read to its end, or the name is misspelt by text recognition.',
  },
  EN166: {
    severity: 'warning',
    message: 'The entry “{text}” among those present names nobody.',
    hint: 'Compare the head of the page; if it belongs to another label, give “participants:” in volume.yaml, under this document.',
    explanation:
      'Below the names of those present stand labels, rooms and numbers of forms. An entry without a name is often one of them, and what it tells is missing elsewhere.',
  },
  EN167: {
    severity: 'warning',
    message: 'The text {where} in the middle of a sentence: “{text}”.',
    hint: 'Compare the page. If lines are missing, supply them; if what stands above or below is of the text, tell it in volume.yaml.',
    explanation:
      'The first words of a text are not small ones, and its last ones have a stop. Where it is otherwise, part of it was read as of the head, of the closing or of the sheet, or a page is missing.',
  },
  EN168: {
    severity: 'warning',
    message: 'Below what closings have stands text again: “{text}”. It is read as of this document.',
    hint: 'If another document begins there, put a form feed before its first line, or give it a file of its own.',
    explanation:
      'A leave, the lines of enclosures and copies, and the line of who drafted are the last that a document has. Text below them is a postscript, or the beginning of an enclosure.',
  },
  EN169: {
    severity: 'warning',
    message: 'The line “{text}” below the text has the form of a name, and nobody is read as signing.',
    hint: 'If it is the signature, tell it in volume.yaml, under this document: “signed: {text}”.',
    explanation:
      'A name alone below the last paragraph is most often that of who signs. Here it was read as a heading, as text, or as of the sheet, because something else speaks for that.',
  },
  EN170: {
    severity: 'warning',
    message: 'The line “{text}” is read as {read}; by what such lines look like it is {other}.',
    hint: 'Compare the page. If the second reading is right, tell it in volume.yaml, under this document.',
    explanation:
      'Every typescript is read twice: by the rules of its grammar, which the document follows, and by a model that has learned the lines of many sheets and knows none of the rules. Where they do not agree whether a line is of the text, a paragraph may be missing, or something of the sheet stands among the paragraphs.',
  },
  EN171: {
    severity: 'warning',
    message: 'The line “{text}” is read as {read}; by what such lines look like it is {other}.',
    hint: 'Compare the head and the close of the page; if the second reading is right, give the fact in volume.yaml, under this document.',
    explanation:
      'Every typescript is read twice: by the rules of its grammar, which the header follows, and by a model that has learned the lines of many sheets and knows none of the rules. Where they do not agree on a line that tells a fact of the header, the fact may be wrong, or missing.',
  },
  EN173: {
    severity: 'warning',
    message:
      'This line (“{text}…”) is read as going on with the paragraph above the end of the page, though a sentence ends there.',
    hint: 'Compare the page. If a new paragraph begins here, put an empty line before it in the raw text, or say so in volume.yaml.',
    explanation:
      'Empty lines part the paragraphs of this text, and none stands beside what the end of the page has put between the two sentences: most often they are of one paragraph, and the page was turned between them.',
  },
} as const satisfies Record<string, CodeEntry>;
