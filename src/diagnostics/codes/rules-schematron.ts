import type { CodeEntry } from '../codes.js';

/** Findings of `tei/chancery.sch`, whose assertions have these ids, and of the Schematron engine: codes `VA20n` to `VA22n`. */
export const schematronCodes = {
  VA201: {
    severity: 'error',
    message: 'A document has no head, or several.',
    explanation:
      'The heading is how a document is cited, listed in the contents and found. In the 34,900 documents of the series there is exactly one in each.',
    wrong: '<div type="document" xml:id="d7" n="7"><p>The Secretary called …</p></div>',
    right:
      '<div type="document" xml:id="d7" n="7"><head>7. Memorandum of Conversation</head><p>The Secretary called …</p></div>',
  },
  VA202: {
    severity: 'error',
    legacy: 'warning',
    message: 'A note stands inside another note.',
    hint: 'Put the inner note after the outer one, or make it part of the outer note’s text.',
    explanation:
      'A note is printed at the foot of the page of its call; a call inside a note has no page of its own to stand on, and no edition can number it.',
    wrong: '<note n="1" xml:id="d7fn1">See below.<note n="2" xml:id="d7fn2">Not printed.</note></note>',
    right: '<note n="1" xml:id="d7fn1">See below.</note><note n="2" xml:id="d7fn2">Not printed.</note>',
  },
  VA203: {
    severity: 'error',
    legacy: 'warning',
    message: 'A document has several source notes.',
    hint: 'Keep type="source" on the note that says where this document is kept.',
    explanation:
      'The source note says where the document was found and how it was classified; the structured header is read from it, so there can be only one.',
    wrong:
      '<head>7. Letter<note type="source" n="1" xml:id="d7fn1">Source: …</note><note type="source" n="2" xml:id="d7fn2">Not printed.</note></head>',
    right:
      '<head>7. Letter<note type="source" n="1" xml:id="d7fn1">Source: …</note><note n="2" xml:id="d7fn2">Not printed.</note></head>',
  },
  VA204: {
    severity: 'error',
    legacy: 'warning',
    message: 'A source note stands in the text of a document instead of its heading.',
    hint: 'Move it to the end of the head, or take type="source" away.',
    explanation:
      'The source note is called from the heading (or printed inline before it). Inside the text it would be read as the source of the whole document although it stands in a sentence.',
    wrong: '<p>The Embassy reported<note type="source" n="3" xml:id="d7fn3">Telegram 12.</note> …</p>',
    right: '<p>The Embassy reported<note n="3" xml:id="d7fn3">Telegram 12.</note> …</p>',
  },
  VA205: {
    severity: 'warning',
    message: 'An editorial note has a source note or a dateline.',
    hint: 'Take it out, or give the document its real heading.',
    explanation:
      'An editorial note is written by the editors for the volume. In 2,435 editorial notes of the series there is no source note and no dateline.',
    wrong: '<head>12. Editorial Note</head><dateline><date when="1964-11-19">November 19, 1964</date></dateline>',
    right: '<head>12. Editorial Note</head><p>On November 19, 1964, …</p>',
  },
  VA206: {
    severity: 'warning',
    message: 'A document or attachment has several closers.',
    hint: 'Put the attachment with its own signature into frus:attachment.',
    explanation:
      'A closer ends a document. A second one is the signature of an attachment, or one signature cut in two.',
    wrong: '<closer><signed>Dean Rusk</signed></closer><p>Attachment</p><closer><signed>Davis</signed></closer>',
    right:
      '<closer><signed>Dean Rusk</signed></closer><frus:attachment><head>Attachment</head><p>…</p><closer><signed>Davis</signed></closer></frus:attachment>',
  },
  VA208: {
    severity: 'error',
    legacy: 'warning',
    message: 'An attachment has a heading but no text.',
    hint: 'Put the text of the attachment inside frus:attachment, or remove the element.',
    explanation:
      'frus:attachment holds the whole attached document; an empty one has lost its text or encloses the wrong lines.',
    wrong: '<frus:attachment><head>Enclosure</head></frus:attachment><p>Draft Note …</p>',
    right: '<frus:attachment><head>Enclosure</head><p>Draft Note …</p></frus:attachment>',
  },
  VA209: {
    severity: 'warning',
    message: 'A dateline has neither a placeName nor a date.',
    hint: 'Mark the place as placeName and the date as date with @when.',
    explanation:
      'Chronology, search and the structured header read the place and date from the marked elements; as bare words they are lost to them.',
    wrong: '<dateline>Washington, January 7, 1916.</dateline>',
    right: '<dateline><placeName>Washington</placeName>, <date when="1916-01-07">January 7, 1916</date>.</dateline>',
  },
  VA210: {
    severity: 'error',
    message: 'The volume’s xml:id is not the identifier in its header.',
    explanation:
      'Other volumes refer to this one by its identifier, which is the name of the file, the xml:id of TEI and idno[@type="frus"].',
    wrong: '<TEI xml:id="frus1964-68v14">… <idno type="frus">frus1964-68v13</idno>',
    right: '<TEI xml:id="frus1964-68v14">… <idno type="frus">frus1964-68v14</idno>',
  },
  VA212: {
    severity: 'error',
    legacy: 'warning',
    message: 'An opener stands after a paragraph.',
    hint: 'Move it before the text, or put the following text with it into frus:attachment.',
    explanation: 'The opener holds what stands above the text: the dateline, the classification, the salutation.',
    wrong: '<head>7. Letter</head><p>Dear Nick:</p><opener><dateline>…</dateline></opener>',
    right: '<head>7. Letter</head><opener><dateline>…</dateline></opener><p>Dear Nick:</p>',
  },
  VA213: {
    severity: 'warning',
    message: 'A heading marks the receiver as a second sender.',
    hint: 'Write type="to" on the receiver.',
    explanation:
      'The heading reads “From X to Y”, but both are marked type="from". Correspondence searches then list a letter to Y as a letter from Y.',
    wrong:
      '<head>Letter From President <persName type="from">Diem</persName> to President <persName type="from">Kennedy</persName></head>',
    right:
      '<head>Letter From President <persName type="from">Diem</persName> to President <persName type="to">Kennedy</persName></head>',
  },
  VA215: {
    severity: 'warning',
    message: 'A note that is printed inline has a number or a target.',
    explanation:
      'rend="inline" is a note that the book prints in the text, without a call; a number on it would be shown twice or never.',
    wrong: '<note rend="inline" type="source" n="1">763.72/406</note>',
    right: '<note rend="inline" type="source">763.72/406</note>',
  },
  VA216: {
    severity: 'error',
    legacy: 'warning',
    message: 'A note has no number.',
    hint: 'Give it the number that the source prints at its call.',
    explanation:
      'The call in the text shows the number of the note (@n). Without it readers cannot tell which note is meant.',
    wrong: '<p>… taken.<note xml:id="d7fn2">Not printed.</note></p>',
    right: '<p>… taken.<note n="2" xml:id="d7fn2">Not printed.</note></p>',
  },
  VA217: {
    severity: 'error',
    legacy: 'warning',
    message: 'A numbered note has no xml:id.',
    hint: 'Give it the id of its document, “fn” and its number: d73fn2.',
    explanation: 'Links between call and note, and references from other documents, need the id.',
    wrong: '<note n="2">Not printed.</note>',
    right: '<note n="2" xml:id="d7fn2">Not printed.</note>',
  },
  VA218: {
    severity: 'error',
    message: 'An act in the structured header lacks what was done or who did it.',
    explanation:
      'Each respStmt is one act of the source note: resp says what was done, persName or orgName who did it.',
    wrong: '<respStmt><resp key="drafted">Drafted by</resp></respStmt>',
    right: '<respStmt><resp key="drafted">Drafted by</resp><persName>Leonard C. Meeker</persName></respStmt>',
  },
  VA220: {
    severity: 'error',
    legacy: 'error',
    message: 'The Schematron schema is faulty: {problem}',
    hint: 'Mend the schema; nothing is checked against it until then.',
    explanation:
      'The schema could not be turned into a program, because it names something that it does not hold, or because an XPath expression in it is wrong.',
  },
  VA221: {
    severity: 'error',
    legacy: 'error',
    message: 'The test {test} could not be evaluated here: {problem} ({code})',
    hint: 'Make the test allow for what stands here, or mend the text.',
    explanation:
      'A test of the Schematron schema ended with a dynamic error of XPath, for example the conversion of a word to a number. Whether the rule holds is therefore not known.',
  },
} as const satisfies Record<string, CodeEntry>;
