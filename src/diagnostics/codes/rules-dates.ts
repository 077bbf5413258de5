import type { CodeEntry } from '../codes.js';

/** Findings of the editorial rules on dates, datelines, signatures, source notes and the header: codes `VA50n` to `VA54n`. */
export const dateCodes = {
  VA500: {
    severity: 'error',
    legacy: 'warning',
    message: '@{attribute} says {value}, the printed words “{words}” say {read}.',
    hint: 'Correct whichever is wrong; the printed words are the source’s.',
    explanation:
      'Chronology, search and the structured header use the attribute, readers the words. They must say the same, time of day included.',
    wrong: '<date when="1964-11-16">November 19, 1964</date>',
    right: '<date when="1964-11-19">November 19, 1964</date>',
  },
  VA501: {
    severity: 'error',
    message: '“{value}” is no date of the calendar.',
    explanation: 'Dates in attributes are ISO 8601 (YYYY-MM-DD, with Thh:mm:ss for a time) and must exist.',
    wrong: '<date when="1951-02-30">February 30, 1951</date>',
    right: '<date when="1951-02-28">February 28, 1951</date>',
  },
  VA502: {
    severity: 'warning',
    message: '{words} was a {real}, not a {weekday}.',
    hint: 'Look whether day or date is misread; where the document itself errs, add [sic] or allow it.',
    explanation:
      'A weekday printed with a full date can be checked. A disagreement is a misread digit more often than an error of the author.',
    wrong: 'Monday, November 19, 1964',
    right: 'Thursday, November 19, 1964',
  },
  VA503: {
    severity: 'warning',
    message: 'The date “{words}” has no value; it reads as {value}.',
    explanation:
      'Without @when the date is invisible to chronology and search. --fix writes the value that the words say.',
    wrong: '<date>November 19, 1964</date>',
    right: '<date when="1964-11-19">November 19, 1964</date>',
    isFixable: true,
  },
  VA504: {
    severity: 'error',
    legacy: 'warning',
    message: 'The range ends before it begins: {from} to {to}.',
    explanation: '@from is the first day or time of a range, @to the last.',
    wrong: '<date from="1965-01-09" to="1965-01-07">January 7–9, 1965</date>',
    right: '<date from="1965-01-07" to="1965-01-09">January 7–9, 1965</date>',
  },
  VA505: {
    severity: 'error',
    message: 'frus:doc-dateTime-min ({min}) is later than frus:doc-dateTime-max ({max}), or one of them is no date.',
    explanation: 'The two frame the time in which the document was written; search by date uses them.',
    wrong: 'frus:doc-dateTime-min="1964-11-20T00:00:00-05:00" frus:doc-dateTime-max="1964-11-19T23:59:59-05:00"',
    right: 'frus:doc-dateTime-min="1964-11-19T00:00:00-05:00" frus:doc-dateTime-max="1964-11-19T23:59:59-05:00"',
  },
  VA506: {
    severity: 'warning',
    message: '{id} is dated {date}, far from its neighbours ({previous}: {before}).',
    hint: 'Look first at the year.',
    explanation:
      'Documents of a chapter stand in the order of their dates. A single one that is most of a year away usually has a slip in the year.',
    wrong: 'd72: 1964-11-18, d73: 1965-11-19, d74: 1964-11-20',
    right: 'd72: 1964-11-18, d73: 1964-11-19, d74: 1964-11-20',
  },
  VA507: {
    severity: 'info',
    message: '{id} is dated {date}, before {previous} ({before}).',
    explanation:
      'Documents of a chapter mostly stand in the order of their dates. This one does not; that may be the editors’ will.',
    wrong: 'd72: 1964-11-18, d73: 1964-11-16, d74: 1964-11-20',
    right: 'd72: 1964-11-16, d73: 1964-11-18, d74: 1964-11-20',
  },
  VA508: {
    severity: 'warning',
    message: '“{words}” gives the day in the old and the new calendar; {value} is the old one.',
    explanation:
      'Russian documents until 1918 bear both dates, Julian first. @when is the Gregorian one, as everywhere.',
    wrong: '<date when="1917-03-14">March 14/27, 1917</date>',
    right: '<date when="1917-03-27">March 14/27, 1917</date>',
  },
  VA509: {
    severity: 'error',
    legacy: 'warning',
    message: 'The document is dated {date}, outside its frame from {min} to {max}.',
    explanation: 'frus:doc-dateTime-min and -max frame the date of the dateline.',
    wrong: 'frus:doc-dateTime-min="1965-11-19T00:00:00-05:00" … <date when="1964-11-19">',
    right: 'frus:doc-dateTime-min="1964-11-19T00:00:00-05:00" … <date when="1964-11-19">',
  },
  VA510: {
    severity: 'warning',
    message: 'There is no {words}: {month} had {days} days.',
    hint: 'Look whether the day is misread; where the document itself errs, add [sic] or allow it.',
    explanation: 'A printed day that its month does not have is a misreading, or a slip of the source.',
    wrong: 'on November 31, 1964',
    right: 'on November 30, 1964',
  },
  VA520: {
    severity: 'warning',
    message: 'The dateline has the date “{date}”, which is not marked as a date.',
    explanation: 'Only a marked date reaches the chronology and the structured header.',
    wrong: '<dateline><placeName>Washington</placeName>, November 19, 1964.</dateline>',
    right: '<dateline><placeName>Washington</placeName>, <date when="1964-11-19">November 19, 1964</date>.</dateline>',
  },
  VA521: {
    severity: 'info',
    message: 'The dateline stands after text (after {name}).',
    explanation:
      'The dateline follows the heading. Further down it is most often that of an attachment that is not marked as one.',
    wrong: '<head>…</head><p>I have received your letter of …</p><dateline>…</dateline>',
    right: '<head>…</head><dateline>…</dateline><p>I have received your letter of …</p>',
  },
  VA522: {
    severity: 'warning',
    message: 'The signature is {length} characters long; it seems to hold text of the document.',
    explanation: 'signed holds the name, and what stands for a missing one. More than that is text that slipped in.',
    wrong: '<closer><signed>Dean Rusk The Ambassador said that …</signed></closer>',
    right: '<p>The Ambassador said that …</p><closer><signed>Dean Rusk</signed></closer>',
  },
  VA523: {
    severity: 'info',
    message: 'Text goes on after the closer: “{words}…”.',
    hint: 'Is it a postscript, or an attachment?',
    explanation: 'A closer ends the document. After it come postscripts and attachments, each in its own element.',
    wrong: '<closer><signed>Dean Rusk</signed></closer><p>P.S. I have just heard …</p>',
    right: '<closer><signed>Dean Rusk</signed></closer><postscript><p>P.S. I have just heard …</p></postscript>',
  },
  VA524: {
    severity: 'warning',
    message: 'The dateline has the place “{place}”, which is not marked as a place.',
    explanation: 'Only a marked place reaches the structured header.',
    wrong: '<dateline>Washington, <date when="1964-11-19">November 19, 1964</date>.</dateline>',
    right: '<dateline><placeName>Washington</placeName>, <date when="1964-11-19">November 19, 1964</date>.</dateline>',
  },
  VA530: {
    severity: 'warning',
    legacy: 'info',
    message: 'The document {id} has no source note.',
    explanation:
      'Every document but an editorial note says where it is kept. Without it readers cannot find the original.',
    wrong: '<head>73. Letter From Secretary of State Rusk</head>',
    right:
      '<head>73. Letter From Secretary of State Rusk<note n="1" xml:id="d73fn1" type="source">Source: …</note></head>',
  },
  VA531: {
    severity: 'warning',
    message: 'This note says where the document is kept, but is not marked type="source".',
    explanation: 'The structured header is read from the note of this type. --fix writes it.',
    wrong: '<note n="1" xml:id="d73fn1">Source: Department of State, Central Files …</note>',
    right: '<note n="1" xml:id="d73fn1" type="source">Source: Department of State, Central Files …</note>',
    isFixable: true,
  },
  VA532: {
    severity: 'warning',
    message: 'The source note begins “{start}”, not “Source: ”.',
    explanation: 'Source notes begin with “Source: ”, by which readers and programs know them.',
    wrong: '<note type="source">Souce: Department of State …</note>',
    right: '<note type="source">Source: Department of State …</note>',
  },
  VA533: {
    severity: 'warning',
    message: 'The repository “{repository}” is unknown; is “{meant}” meant?',
    explanation: 'The repository is what readers search for; a misspelt one stands alone in every index.',
    wrong: 'Source: Department of Sate, Central Files …',
    right: 'Source: Department of State, Central Files …',
  },
  VA540: {
    severity: 'error',
    message: 'The header says “{header}”, the source note “{note}”.',
    explanation: 'The structured header is a reading of the source note. Where they differ, the note decides.',
    wrong: '<classCode scheme="#classification">Secret</classCode> … Source: … Confidential.',
    right: '<classCode scheme="#classification">Confidential</classCode> … Source: … Confidential.',
  },
  VA541: {
    severity: 'error',
    message: 'The source note has “{what}”; the header lacks it in {where}.',
    explanation: 'The structured header is a reading of the source note and must not leave out what it says.',
    wrong:
      '<respStmt><resp key="drafted">Drafted by</resp><persName>Meeker</persName></respStmt> … Drafted by Meeker; cleared with Thompson.',
    right:
      '<respStmt>…Meeker</respStmt><respStmt><resp key="cleared">cleared with</resp><persName>Thompson</persName></respStmt>',
  },
  VA542: {
    severity: 'error',
    message: 'The header says that {name} {act} the document; the source note does not.',
    explanation: 'The header invents nothing: each act and each name in it stands in the source note.',
    wrong:
      '<respStmt><resp key="cleared">cleared with</resp><persName>Bundy</persName></respStmt> … cleared with Thompson.',
    right:
      '<respStmt><resp key="cleared">cleared with</resp><persName>Thompson</persName></respStmt> … cleared with Thompson.',
  },
  VA543: {
    severity: 'error',
    message: 'The header dates the document {when}, its dateline {printed}.',
    explanation: 'The date of the header is that of the dateline.',
    wrong:
      '<correspAction type="sent"><date when="1964-11-16"/></correspAction> … <date when="1964-11-19">November 19, 1964</date>',
    right:
      '<correspAction type="sent"><date when="1964-11-19"/></correspAction> … <date when="1964-11-19">November 19, 1964</date>',
  },
  VA544: {
    severity: 'error',
    message: 'The header has the marking “{marking}”; the document has no such words.',
    hint: 'Correct it after the source note or the document; if you supply it yourself, add resp="#editor".',
    explanation:
      'Classification, handling and precedence keep the document’s own words: those of its source note, or of a marking in its text. The header invents nothing.',
    wrong: '<classCode scheme="#handling">Nodis</classCode> … Source: Johnson Library. Secret.',
    right: '<classCode scheme="#classification">Secret</classCode> … Source: Johnson Library. Secret.',
  },
  VA545: {
    severity: 'error',
    message: 'The header says that {name} {act} the document; its heading does not.',
    hint: 'Correct it after the heading; if you supply it yourself, add resp="#editor".',
    explanation:
      'Sender and receiver are those that the heading names: from whom the document is, and to whom. A name that the heading marks as the receiver did not send it.',
    wrong:
      '<correspAction type="sent"><persName>Katzenbach</persName></correspAction> … Letter From <persName type="from">Rusk</persName> to <persName type="to">Katzenbach</persName>',
    right:
      '<correspAction type="sent"><persName>Rusk</persName></correspAction> … Letter From <persName type="from">Rusk</persName> to <persName type="to">Katzenbach</persName>',
  },
  VA546: {
    severity: 'error',
    message: 'The header says that the document was written in {place}; its dateline does not.',
    hint: 'Correct it after the dateline; if you supply it yourself, add resp="#editor".',
    explanation: 'The place of the header is that of the dateline.',
    wrong:
      '<correspAction type="sent"><placeName>Moscow</placeName></correspAction> … <dateline><placeName>Washington</placeName>, …',
    right:
      '<correspAction type="sent"><placeName>Washington</placeName></correspAction> … <dateline><placeName>Washington</placeName>, …',
  },
} as const satisfies Record<string, CodeEntry>;
