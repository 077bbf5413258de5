import type { CodeEntry } from '../codes.js';

/** Findings of reading cables: codes `EN060` to `EN069` and from `EN130`. */
export const encodeCableCodes = {
  EN060: {
    severity: 'warning',
    message: 'The date-time group of “{words}” has letters where figures must stand; it is read as {read}.',
    hint: 'Compare it with the document. If it is right, or to give another, add “when:” to the document in volume.yaml.',
    explanation:
      'A reading machine takes O for 0, l for 1, S for 5 and B for 8. The words stay as they are; the date has cert="low".',
  },
  EN061: {
    severity: 'warning',
    message: 'The line “{text}” stands where the date-time group does and cannot be read as one.',
    hint: 'Give the date: add “date:” to the document in volume.yaml.',
    explanation:
      'The transmission of a cable begins with its precedence, day, hour, minute and the letter Z, month and year (P 081130Z JAN 75). A date is never guessed.',
  },
  EN062: {
    severity: 'warning',
    message: 'The line “{text}” stands among the captions of the cable and is not known; it is read as a line {what}.',
    hint: 'If it limits who may read the cable, or does not, say so: “reading:” with “handling:” in volume.yaml, under this document.',
    explanation:
      'Between the classification line and the text stand captions (EXDIS, SIPDIS), passing instructions and labels. A short line in capitals there is read by its place.',
  },
  EN063: {
    severity: 'info',
    message: 'No {what} was found in the transmission of this cable.',
    hint: 'If you know it, add it to the document in volume.yaml: “from:”, “to:”, or “reading:” with “precedence:” or “classification:”.',
    explanation:
      'The sender stands after FM, the addressees after TO, the classification before the number of the message; the precedence stands in letters before the date-time group (O R 121332Z), or as a word after the addressee (SECSTATE WASHDC IMMEDIATE).',
  },
  EN064: {
    severity: 'warning',
    message: 'The line “{text}” stands in the block of drafting and clearances; who did what is not certain.',
    hint: 'Say who drafted, cleared and approved: “reading:” with these three in volume.yaml, under this document.',
    explanation:
      'Names below DRAFTED BY, CLEARED and APPROVED BY belong to the label above them; those below the approving officer are of who cleared. A line that fits none of this is doubtful.',
  },
  EN065: {
    severity: 'warning',
    message: 'The cable has {of} sections; of section {missing} no head was found.',
    hint: 'Look whether the raw text is complete, and whether the text runs on where a section should begin.',
    explanation: 'The classification line of each section counts it (SECTION 01 OF 02), or the head of its pages does.',
  },
  EN066: {
    severity: 'warning',
    message: '“{text}” is taken for the signature; it may be the last word of the text.',
    hint: 'Compare it with the document. To settle it, add “signed:” to the document in volume.yaml.',
    explanation:
      'A name under the last line of a cable is its signature. Where the line above does not end a sentence, the word may go on with it. The signature has cert="low".',
  },
  EN067: {
    severity: 'info',
    message: 'A page turns before “{text}”; whether a paragraph begins here is not certain.',
    hint: 'Compare it with the document; if the paragraph goes on, take the empty line away before the foot of the page in the raw text.',
    explanation:
      'A paragraph goes on over the turn of a page where its sentence does. Where the page ends with a sentence, an empty line above the foot of the page ends the paragraph.',
  },
  EN068: {
    severity: 'warning',
    message:
      'The transmission that begins with “{text}” stands in the text without a word of where it belongs; it is taken to be {what}.',
    hint: 'If that is wrong, put NNNN on a line before it in the raw text where a new cable begins, or QUOTE where one is quoted.',
    explanation:
      'A telegram quoted in another is introduced (QUOTE, FOLLOWING TELEGRAM, a colon); another cable of the same file follows on NNNN, BT or the head of a page.',
  },
  EN069: {
    severity: 'warning',
    message: '“{text}” stands {where} and is taken to be of the sheet, not of the text.',
    hint: 'If it is of the text, take the sign of the end before it (BT, NNNN) out of the raw text, or write the line in capitals as the others are.',
    explanation:
      'What follows on the end of a message is of its transmission or of the archive, and so is a line in small letters in a cable of capitals. A line without a label or a number there may be text.',
  },
  EN130: {
    severity: 'warning',
    message: 'The line “{text}” stands at the {where} of the telegram and is not known; it is read as of the form.',
    hint: 'Compare the page. If it is of the text, or says sender, receiver, date or number, say so in volume.yaml, under this document.',
    explanation:
      'Telegrams were typed on forms, whose head asks for sender, receivers, number and date, and at whose foot stand signature, drafting, stamps and notes. A line there that gave none of these facts, and is no printed word of a form, may be of something else.',
  },
  EN131: {
    severity: 'warning',
    message: 'The head of the telegram has another date, “{words}”; it is read as of {read}.',
    hint: 'Say which is the day of sending: add “when:” to the document in volume.yaml.',
    explanation:
      'A form has the date-time group, a day beside the number, and stamps of the clock. Where two of them, neither said to be of receipt, are more than a day apart, one of them may be of something else.',
  },
  EN132: {
    severity: 'warning',
    message: '“{name}” is read as the {what}, and does not look like one post or person.',
    hint: 'Compare the transmission; if it is wrong, give “from:”, “to:” or “info:” in volume.yaml, under this document.',
    explanation:
      'Posts and persons have no numbers, dates, precedences or words of a transmission in their names. One that has them holds more than one fact, or is another line.',
  },
  EN133: {
    severity: 'warning',
    message: '“{text}” stands at the {where} of the text as a paragraph, and looks like a line of the sheet.',
    hint: 'Compare the page. If it is of the head or the foot, say so under “lines” in volume.yaml, under this document.',
    explanation:
      'A text begins and ends with sentences. A short line without a stop, a line with a label, or figures by themselves are most often captions, stamps, signatures or signs of operators that were not understood.',
  },
  EN172: {
    severity: 'warning',
    message: 'The line “{text}” is read as {read}; by what such lines look like it is {other}.',
    hint: 'Compare the page; if the second reading is right, give the fact in volume.yaml, under this document.',
    explanation:
      'Every cable is read twice: by the rules of its grammar, which the document follows, and by a model that has learned the lines of many cables and knows none of the rules. Where they do not agree on a line, the fact that it tells may be wrong, or something of the transmission stands in the text.',
  },
} as const satisfies Record<string, CodeEntry>;
