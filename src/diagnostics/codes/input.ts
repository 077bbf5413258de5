import type { CodeEntry } from '../codes.js';

/** Findings of reading files, decoding, XML well-formedness: codes `INnnn`. */
export const inputCodes = {
  IN001: {
    severity: 'error',
    message: '{path} does not exist.',
    hint: 'Check the spelling of the path; it is read relative to the folder where the command runs.',
    explanation: 'A file or folder named on the command line could not be found.',
  },
  IN002: {
    severity: 'error',
    message: '{path} is empty.',
    hint: 'Put the text of the document into the file, or take the file out of the volume.',
    explanation:
      'A file without any text makes no document. An empty file is nearly always the trace of a copy that failed.',
  },
  IN003: {
    severity: 'error',
    message: '{path} is no text in an encoding that can be told: {reason}.',
    hint: 'Open it in the program that made it and save it as plain text, encoding UTF-8.',
    explanation:
      'Texts are read as UTF-8, as UTF-16, or as Windows-1252 (the “ANSI” of Windows). Bytes that none of them allows are not guessed at: ' +
      'a wrong guess would change words without anybody seeing it.',
  },
  IN004: {
    severity: 'info',
    message: '{path} was read as {encoding}.',
    hint: 'Look whether accents, dashes and quotation marks are right, and save the file as UTF-8 to be certain.',
    explanation:
      'The file is not in UTF-8. Its bytes fit another encoding, and it was read so. Windows-1252 fits nearly every file, so a text that ' +
      'was in another 8-bit encoding shows wrong accents.',
  },
  IN005: {
    severity: 'error',
    message: '{path} is {format}, not plain text.',
    hint: 'Save or export it as plain text, encoding UTF-8, and give that file.',
    explanation:
      'Raw texts are plain text files. Word-processor files, PDF and archives are recognised by their first bytes.',
  },
  IN006: {
    severity: 'error',
    message: '{path} cannot be read: {reason}.',
    hint: 'Check that you may read the file and that no other program holds it.',
    explanation: 'The operating system refused to give the file.',
  },
  IN007: {
    severity: 'error',
    message: '{path} cannot be written: {reason}.',
    hint: 'Choose another place, or make room at this one.',
    explanation: 'The operating system refused to make the file or folder. Nothing was changed.',
  },
  IN010: {
    severity: 'error',
    message: 'The XML is not well-formed: {problem}.',
    hint: 'Mend this first; nothing else can be checked before the file can be read.',
    explanation:
      'XML 1.0 lays down what every XML document must keep to, whatever its vocabulary. A file that breaks it cannot be read at all.',
  },
  IN011: {
    severity: 'error',
    message: '`</{found}>` does not match: the innermost open element is `<{open}>`, opened on line {line}.',
    hint: 'Close `<{open}>` before this, or take away the end tag that is too much.',
    explanation: 'Elements are closed in the reverse order of their opening (XML 1.0 §3, element type match).',
  },
  IN012: {
    severity: 'error',
    message: '`</{found}>` closes an element that is not open.',
    hint: 'Take the end tag away, or write the start tag that is missing.',
    explanation: 'Every end tag has a start tag (XML 1.0 §3.1).',
  },
  IN013: {
    severity: 'error',
    message: 'The file ends, but `<{name}>`, opened on line {line}, is not closed.',
    hint: 'Write `</{name}>` where the element ends; if the file was cut off, get it again.',
    explanation: 'Every element that is opened is closed (XML 1.0 §3.1).',
  },
  IN014: {
    severity: 'error',
    message: '`&{name};` is not declared.',
    hint: 'Write the character itself; XML without a DTD knows only &amp;, &lt;, &gt;, &quot; and &apos;.',
    explanation:
      'Named entities other than the five of XML are those that the DOCTYPE of the file itself defines (XML 1.0 §4.1).',
  },
  IN015: {
    severity: 'error',
    message: 'A bare `&` may not stand in XML.',
    hint: 'Write `&amp;`.',
    explanation: '`&` begins a reference to a character or an entity (XML 1.0 §2.4).',
  },
  IN016: {
    severity: 'error',
    message: '{what} is not a character of XML.',
    hint: 'Take it away, or put the character that was meant; it often comes from a file that was decoded wrongly.',
    explanation:
      'XML has no control characters but tab and line end, no surrogates and no U+FFFE or U+FFFF (XML 1.0 §2.2).',
  },
  IN017: {
    severity: 'error',
    message: 'The attribute `{name}` stands twice in one tag.',
    hint: 'Keep one of the two.',
    explanation: 'No attribute may occur more than once in a tag (XML 1.0 §3.1, Namespaces in XML §6.3).',
  },
  IN018: {
    severity: 'error',
    message: 'The prefix `{prefix}` is not bound to a namespace.',
    hint: 'Declare it on the root element: xmlns:{prefix}="…" (for `frus`: http://history.state.gov/frus/ns/1.0).',
    explanation:
      'A prefix must be declared by an xmlns attribute on the element or on one around it (Namespaces in XML §5).',
  },
  IN020: {
    severity: 'error',
    message: 'The DOCTYPE {what}, and stands where none is read.',
    hint: 'Take the DOCTYPE away and write entities as characters.',
    explanation:
      'A DTD can make a reader fetch files from the network or the disk, or grow a few lines into gigabytes. Only that of the user’s own file is read, before its text; a text that is made here has none. Nothing was fetched and nothing expanded.',
  },
  IN021: {
    severity: 'error',
    message: '`<{name}>` stands more than {depth} elements deep.',
    hint: 'Look for elements that are opened again and again and not closed.',
    explanation:
      'FRUS never nests deeper than 16 elements. A file beyond the limit is a mistake or an attack, and is not read on.',
  },
  IN022: {
    severity: 'error',
    message: 'The attribute `{name}` has {length} characters; the limit is {limit}.',
    hint: 'Look for a closing quotation mark that is missing.',
    explanation:
      'No attribute of TEI holds so much. A file beyond the limit is a mistake or an attack, and is not read on.',
  },
  IN026: {
    severity: 'error',
    message: '`{name}` has more than {limit} attributes.',
    hint: 'Look for a start tag that has swallowed what follows it.',
    explanation:
      'No element of TEI has so many attributes. A file beyond the limit is a mistake or an attack, and is not read on.',
  },
  IN023: {
    severity: 'error',
    message: 'The file is empty.',
    hint: 'Get the file again, or leave it out.',
    explanation: 'There is nothing in the file but space.',
  },
  IN024: {
    severity: 'error',
    message: 'The bytes here are not {encoding}.',
    hint: 'Save the file as UTF-8, or name its true encoding in the XML declaration.',
    explanation:
      'Bytes that do not fit the encoding would be lost or turn into other letters, so the file is not read.',
  },
  IN025: {
    severity: 'error',
    message: 'The encoding “{encoding}” is not known.',
    hint: 'Save the file as UTF-8 and write encoding="UTF-8".',
    explanation: 'The XML declaration names an encoding that this program cannot decode.',
  },
  IN030: {
    severity: 'error',
    message: 'This is not TEI: the root element is `{name}`{namespace}.',
    hint: 'A TEI file begins with <TEI xmlns="http://www.tei-c.org/ns/1.0">.',
    explanation: 'Documents and volumes are TEI P5; their root is `TEI` (or `teiCorpus`) in the TEI namespace.',
  },
  IN031: {
    severity: 'error',
    message: '{path} is what the command has read ({input}), and would be written over.',
    hint: 'Give another name or folder with --out.',
    explanation:
      'No command writes over a file that it reads, whatever the path, the link or the spelling by which the output leads to it. Nothing was changed.',
  },
  IN032: {
    severity: 'error',
    message: '{path} stands in the way: Chancery did not write it, or it has been changed since{more}.',
    hint: 'Move it to another place, or give another name or folder with --out.',
    explanation:
      'Only what Chancery has written and nobody has changed is written over. What it wrote into a folder stands with its digest in the record of the ' +
      'folder, .chancery.json. A folder that version 0.1.0 made has no record: what its archive holds is known by that; else move the folder away once. Nothing was changed.',
  },
  IN033: {
    severity: 'error',
    message: '{path} and {other} would be one file.',
    hint: 'Rename one of the texts or ids from which they are made, or write them into two folders.',
    explanation:
      'Two outputs with one name cannot stand in one folder: the second would destroy the first. Names that differ in capitals alone, or in how an accent is ' +
      'composed, are one name on the disks of Windows and the Mac. Nothing was changed.',
  },
  IN034: {
    severity: 'error',
    message: 'Another build has been writing into {path} for a minute.',
    hint: 'Build again when it has ended; where none is running, delete {lock} first.',
    explanation: 'Of two builds into one folder the second waits for the first. Nothing was changed.',
  },
  IN070: {
    severity: 'info',
    message: '{path} was read as {format}. Left out: {left}.',
    hint: 'Lines in findings are those of the text as read, which the review (--report) shows beside the reading.',
    explanation:
      'Of a page or a Word file the text is read, with its headings, notes, emphasis, lists and tables. What a site puts around a text, pictures, programs and styles are left out, ' +
      'and named here with how many words they had. Nothing is fetched and no program of the file runs.',
  },
  IN071: {
    severity: 'error',
    message: '{path} cannot be read as a Word file: {reason}.',
    hint: 'Open it in Word or LibreOffice and save it anew as “Word Document (.docx)”, without a password.',
    explanation:
      'A .docx file is a package of XML parts. It is unpacked in memory, and not beyond 200 MB, so that a small file cannot fill the machine.',
  },
  IN072: {
    severity: 'error',
    message: '{path} has {changes} in it that nobody has accepted or rejected.',
    hint: 'In Word: Review › Accept (or Reject) › All Changes; then save, and encode again.',
    explanation:
      'With tracked changes a file has two texts, the one before and the one after them. Which of them is the document only its editor can say.',
  },
  IN073: {
    severity: 'error',
    message: '{path} is {format}, which is not read.',
    hint: 'Open it in Word or LibreOffice, save it as “Word Document (.docx)”, and give that file: notes and emphasis are kept.',
    explanation:
      'Word files (.docx), HTML pages, Markdown and plain text are read. Word and LibreOffice open the older and the other kinds, and save them as .docx.',
  },
  IN074: {
    severity: 'error',
    message: '{path} is a PDF, which shows pages and has no text that could be relied on.',
    hint: 'Give the file from which the PDF was made; or take its text out (`pdftotext -layout FILE.pdf`, or a program for text recognition), proofread it, and give that as plain text.',
    explanation:
      'A PDF says where signs stand on a page, not what is a paragraph, a note or a running head, and often not in which order they are read.',
  },
  IN075: {
    severity: 'warning',
    message: '{path}: Word itself makes numbers of headings or items that are not in its text.',
    hint: 'Compare the numbers of the text as read (--report) with the page in Word. To be certain, turn them into text before saving (in Word: Alt+F11, Ctrl+G, ActiveDocument.ConvertNumbersToText).',
    explanation:
      'Automatic numbers are no words of the file. Items are counted 1., 2., 3.; other forms (a), I., § 1, and numbers of headings, cannot be told.',
  },
  IN076: {
    severity: 'warning',
    message: '{path} has hidden text ({runs}), which was read with the rest.',
    hint: 'In Word, show hidden text (Ctrl+Shift+8), delete what is not of the document, and save.',
    explanation:
      'Text formatted as hidden does not show on the page; whether it is of the document only its editor can say.',
  },
  IN077: {
    severity: 'error',
    message: 'In {path}, elements stand more than {depth} deep in each other.',
    hint: 'Save the page anew from a browser, or give its text as plain text.',
    explanation:
      'No page that a person reads is built so. A file beyond the limit is a mistake or an attack, and is not read on.',
  },
  IN081: {
    severity: 'error',
    message: 'The volume ({size}) is too long for the memory of this machine: {memory} were not enough.',
    hint: 'Make fewer editions at once (--only html), divide the volume, or build it on a machine with more memory. Nothing was changed.',
    explanation:
      'Editions are made of the whole volume at once, which takes some forty times its size, for print ninety times. A volume of more than 30 MB is given a process with three quarters of the machine’s memory; how much else is to be given, NODE_OPTIONS=--max-old-space-size=… says, in megabytes.',
  },
} as const satisfies Record<string, CodeEntry>;
