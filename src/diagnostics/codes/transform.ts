import type { CodeEntry } from '../codes.js';

/** Findings of TEI → editions, and the no-loss check: codes `TRnnn`. */
export const transformCodes = {
  TR001: {
    severity: 'warning',
    message: 'The editions do not know the element {name}; they show its words plainly.',
    hint: 'Look at the place in the edition. The encoding manual describes the elements that have a form of their own.',
    explanation:
      'The stylesheets know every element of our schema and those that editors of other editions use most. The words of any other are kept where they stand, without a form of their own.',
  },
  TR002: {
    severity: 'warning',
    message: 'A pointer leads to {target}, which is not in this volume; the editions show its text without a link.',
    hint: 'Correct the target, or add what it names.',
    explanation:
      'A reference, a name or a term points to an xml:id that no element of the volume has. The words are kept; the link cannot be made.',
  },
  TR003: {
    severity: 'error',
    message: 'This file is not a TEI volume or document: the stylesheets made nothing of it.',
    hint: 'Its root element must be TEI in the namespace http://www.tei-c.org/ns/1.0.',
    explanation: 'The editions are made from TEI P5.',
  },
  TR004: {
    severity: 'info',
    message: 'No edition shows the attribute {attribute} of {element}.',
    hint: 'The TEI that goes with the edition keeps it.',
    explanation: 'Each attribute that no rule uses is told once, so that an editor knows what readers will not see.',
  },
  TR010: {
    severity: 'error',
    message: 'The {format} edition has lost {id}.',
    hint: 'This edition is not made; the others are. Please report it with the document it is in: it is a fault of the program.',
    explanation: 'Every document and every section with words must be in every edition.',
  },
  TR011: {
    severity: 'error',
    message: 'The {format} edition has lost the note {id} of {section}.',
    hint: 'This edition is not made; the others are. Please report it with the document it is in: it is a fault of the program.',
    explanation: 'Every note must be in every edition.',
  },
  TR012: {
    severity: 'error',
    message: 'The {format} edition has lost words of {where}: “{before}”.',
    hint: 'This edition is not made; the others are. Please report it with the document it is in: it is a fault of the program.',
    explanation: 'The words of the TEI and of each edition are compared, document by document and note by note.',
  },
  TR013: {
    severity: 'error',
    message: 'In {id} notes are called {before} times, in the {format} edition {after} times.',
    hint: 'This edition is not made; the others are. Please report it with the document it is in: it is a fault of the program.',
    explanation: 'Every call of a note must be in every edition.',
  },
  TR014: {
    severity: 'warning',
    message: '{id} has {before} attachments, in the {format} edition {after}.',
    hint: 'Look at the place in the edition: an attachment inside a phrase is set there without being told from the text around it.',
    explanation: 'Every attachment should be told from its document in every edition. Its words are there.',
  },
  TR015: {
    severity: 'error',
    message: 'The {format} edition has lost the page break {key}.',
    hint: 'This edition is not made; the others are. Please report it with the document it is in: it is a fault of the program.',
    explanation: 'Scholars cite by page: every page break of the source must be in every edition.',
  },
  TR016: {
    severity: 'warning',
    message: 'The {format} edition has {what}, which is not in the TEI.',
    hint: 'Look at it in the edition, and please report it: it is a fault of the program.',
    explanation: 'An edition adds nothing to what the TEI says without marking it.',
  },
  TR017: {
    severity: 'error',
    message: 'The TEI has {before} page breaks, the {format} edition {after}.',
    hint: 'This edition is not made; the others are. Please report it with the document it is in: it is a fault of the program.',
    explanation: 'Scholars cite by page: every page break of the source must be in every edition.',
  },
  TR018: {
    severity: 'warning',
    message: 'The {format} edition parts or joins words in {where}: the TEI says “{before}”, the edition “{after}”.',
    hint: 'Look at the place in the edition; a space in the TEI between the two elements mends it.',
    explanation: 'The letters are the same, but the spaces between words are not.',
  },
  TR020: {
    severity: 'error',
    message: 'The {table} of the EPUB names {target}, which is not in it.',
    explanation:
      'What the manifest, the spine and the navigation document name must be in the EPUB (EPUB 3.3, 5.6, 5.7 and 7; RSC-001, RSC-012 and OPF-049 of EPUBCheck). This is a fault of the program; please report it with the file.',
  },
  TR021: {
    severity: 'error',
    message: 'The EPUB holds {file}, which its manifest does not name.',
    explanation:
      'A reading system may ignore what the manifest does not name (EPUB 3.3, 5.6; OPF-003 of EPUBCheck). This is a fault of the program; please report it with the file.',
  },
  TR022: {
    severity: 'error',
    message: 'The page list of the EPUB leaves out the page that begins at {page}.',
    explanation:
      'Scholars cite by page: every numbered page of the source is in the page list (EPUB Accessibility 1.1, 3.4). This is a fault of the program; please report it with the file.',
  },
  TR040: {
    severity: 'warning',
    message:
      'The {format} edition has the words of {where} in another order: the TEI says “{before}”, the edition “{after}”.',
    hint: 'Look at the place in the edition. An element that stands where it usually does not may have been moved to where it does.',
    explanation: 'No word is lost, but the edition does not read as the TEI does.',
  },
  TR041: {
    severity: 'warning',
    message: 'The {format} edition has words in {where} that the TEI has not there: “{after}”.',
    hint: 'Look at the place in the edition: something is shown twice, or without being marked as the edition’s own.',
    explanation: 'An edition adds nothing to what the TEI says without marking it.',
  },
  TR042: {
    severity: 'warning',
    message: 'In {id} notes are called {before} times, in the {format} edition {after} times.',
    hint: 'Look at the place in the edition: a call is shown twice.',
    explanation: 'Each call of a note should be in every edition once.',
  },
  TR043: {
    severity: 'warning',
    message: 'The id {id} stands here a second time; the editions take it as {other}.',
    hint: 'Give the element an id of its own, and let what points to it say so. Pointers to {id} lead to the first.',
    explanation: 'An xml:id names one element (XML 1.0, 3.3.1). Editions have one address for each.',
  },
  TR044: {
    severity: 'warning',
    message: 'The id “{id}” is no name of XML; the editions take it as {other}.',
    hint: 'An id begins with a letter and has letters, digits, “.”, “-” and “_” only.',
    explanation:
      'An xml:id becomes an address and the name of a file, and has the form that xml:id 1.0 (section 4) asks for.',
  },
  TR045: {
    severity: 'error',
    message: 'The {format} edition could not be made: {reason}.',
    hint: 'The other editions are made. Please report it with the volume: it is a fault of the program.',
    explanation:
      'Making one edition has failed in a way that nobody has foreseen; what was made of it before stays where it was.',
  },
  TR046: {
    severity: 'warning',
    message: 'The stylesheets could not render the element {name} here; the editions show its words plainly.',
    hint: 'See whether it is encoded as the encoding manual says: its attributes and what stands in it.',
    explanation:
      'A rule of the stylesheets has failed on this element. Its text is kept, without the form that the rule would give it.',
  },
  TR023: {
    severity: 'error',
    message: 'In {id} something is left out in {before} places (gap), in the {format} edition in {after}.',
    explanation:
      'A reader must see where the text has gaps. This is a fault of the program; please report it with the file.',
  },
  TR024: {
    severity: 'warning',
    message: 'The picture {url} is not beside the volume; the editions show its words in its place.',
    hint: 'Put the file into the folder of the volume, under the name that stands there, or correct the name.',
    explanation:
      'A picture (`graphic`, or a picture in the Markdown of the manifest) is named by its path from the folder of the TEI file or the manifest. Its description (`figDesc`) or its caption stands in its place until it is there.',
  },
  TR025: {
    severity: 'warning',
    message: 'The picture {url} is not in the folder of the volume, and is not taken from elsewhere.',
    hint: 'Copy the picture into the folder of the volume and name it by its path from there.',
    explanation:
      'An edition holds all that it shows. Pictures are taken from the folder of the volume only: nothing is loaded from the web, and no path or link leads out of the folder.',
  },
  TR026: {
    severity: 'warning',
    message: 'The picture {url} is not shown: {reason}.',
    hint: 'Save it as PNG, JPEG, GIF, WebP or plain SVG, under a name that says so.',
    explanation:
      'Editions show pictures in PNG, JPEG, GIF, WebP and SVG. What a file is, is told from its first bytes; an SVG that runs a program or loads something is refused.',
  },
  TR027: {
    severity: 'warning',
    message: 'The picture {url} has {size}, which is too much for an edition; its words stand in its place.',
    hint: 'Save it smaller: 32 MB is the most for one picture, 512 MB for all of a volume.',
    explanation:
      'Readers load an edition over slow lines, and EPUBs beyond some hundred megabytes do not open on many devices.',
  },
  TR028: {
    severity: 'warning',
    message: 'The PDF cannot print {url} ({type}); its words stand in its place. The web site and the EPUB show it.',
    hint: 'Save it as JPEG, or as a PNG that is not interlaced and has no transparent colour in its palette.',
    explanation:
      'The PDF prints PNG and JPEG. A PNG with transparency is laid on white; a damaged file, and other forms, are not printed.',
  },
  TR047: {
    severity: 'warning',
    message:
      'This cell says that it spans more rows or columns than its table has; the editions let it end where the table ends.',
    hint: 'Count the rows and columns of the table, and correct @rows or @cols.',
    explanation: 'A span that leads out of its table, or over another cell, cannot be shown (HTML Standard, 4.9.12).',
  },
  TR048: {
    severity: 'info',
    message: '`divGen` asks for a list of the type “{name}”, which the editions do not make here.',
    hint: 'Take divGen away, since the editions have a table of contents of their own, and an index where the text has `index` entries; or write the list out.',
    explanation:
      'divGen says that a program is to make a list (TEI P5, 4.7). What the editions make of themselves stands in its own place: contents, lists of documents, an index of the entries in the text.',
  },
  TR049: {
    severity: 'info',
    message:
      'A pointer leads to {target}, a `{name}` that no edition shows; the editions show the words of the pointer without a link.',
    hint: 'Nothing need be done. If readers should see what it leads to, say it in a note or in the front matter.',
    explanation:
      'Hands, witnesses, surfaces of a facsimile and other parts of the header are facts about the text. The TEI that goes with every edition has them, and the pointers to them.',
  },
} as const satisfies Record<string, CodeEntry>;
