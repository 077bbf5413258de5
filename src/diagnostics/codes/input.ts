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
  IN040: {
    severity: 'error',
    message: 'The DOCTYPE is not as XML has it: {problem}.',
    hint: 'Mend the DOCTYPE; where nothing in the text uses an entity of it (&name;), it can also be taken away whole.',
    explanation:
      'What stands between `<!DOCTYPE` and `>` has a grammar of its own (XML 1.0 §2.8 and §3.2 to §4.7), and must keep to it even where nothing of it is used.',
  },
  IN041: {
    severity: 'error',
    message: '`&{name};` stands for {what}, which is not read.',
    hint: 'Put the text itself in its place, or define the entity in the DOCTYPE with its text: <!ENTITY {name} "…">.',
    explanation:
      'A file must be complete in itself: what it leaves to other files or to the network is not fetched, since those could be changed, be absent, or be files that nobody meant to publish. Only what the DOCTYPE itself defines is filled in (XML 1.0 §4.2, §5.1).',
  },
  IN042: {
    severity: 'error',
    message: 'The text of the entity `&{name};` cannot stand here: {problem}.',
    hint: 'Mend the text of the entity in the DOCTYPE; each element that begins in it must end in it.',
    explanation:
      'An entity is filled in where it is named, and must be well-formed in itself (XML 1.0 §4.3.2); in the value of an attribute it may hold no `<` (§3.1).',
  },
  IN043: {
    severity: 'error',
    message: 'The entity `&{name};` refers to itself.',
    hint: 'Write out one of the entities in the DOCTYPE that name each other.',
    explanation: 'An entity that holds itself, by way of others or not, has no end (XML 1.0 §4.1, no recursion).',
  },
  IN044: {
    severity: 'error',
    message: 'With `&{name};` the entities grow to more than {limit} characters.',
    hint: 'Look into the DOCTYPE for entities that hold each other many times; write the text out where it is meant.',
    explanation:
      'A few lines of entities can grow into gigabytes. No text needs that, so a file beyond the limit is a mistake or an attack, and is not read on.',
  },
  IN045: {
    severity: 'warning',
    message: 'The DOCTYPE names the file “{file}”, which is not read.',
    hint: 'Take the DOCTYPE away; TEI is checked with its RELAX NG schema, and needs none.',
    explanation:
      'Older TEI files begin with a DOCTYPE that names a DTD. Its entities and the attributes that it would supply are not there: nothing in this file names such an entity, and attributes are taken as they stand in the file.',
  },
  IN046: {
    severity: 'error',
    message: '{path} is put together from a DOCTYPE or from included files, and is not repaired.',
    hint: 'Make the repairs by hand; the findings without --fix say where.',
    explanation:
      'Repairs are made in the text that is read. Of a file whose entities or inclusions are filled in, that is not the text of the file, so that writing it back would change more than the repairs.',
  },
  IN047: {
    severity: 'error',
    message: 'The XML declaration says that the file is in {said}, but its bytes are {encoding}.',
    hint: 'Write encoding="{encoding}" in the first line, or save the file in the encoding that it names.',
    explanation:
      'A file that says it is in one encoding and is in another is read differently by different programs (XML 1.0 §4.3.3).',
  },
  IN050: {
    severity: 'error',
    message: 'The file {href} is to be included here, and {problem}.',
    hint: 'Correct @href, put the file into its place, or give xi:include an xi:fallback with what is to stand here without it.',
    explanation:
      'xi:include stands for the content of another file (XInclude 1.0 §4.2); without it the text is not whole.',
    wrong: '<xi:include href="chapter1.xm"/>',
    right: '<xi:include href="chapter1.xml"/>',
  },
  IN051: {
    severity: 'error',
    message: '{href} is to be included here, but lies outside the folder of the volume.',
    hint: 'Put the file itself (no link to it) into the folder of the volume or a folder in it, and name it by a relative path.',
    explanation:
      'A file includes only what lies beside it or below: other files of this computer could be published by mistake, and nothing is fetched from the network.',
  },
  IN052: {
    severity: 'error',
    message: 'The part “{pointer}” of {href} is to be included here, and {problem}.',
    hint: 'Name the xml:id of an element, xpointer="d12", or leave xpointer out to include the whole file.',
    explanation:
      'xpointer names a part of a file by the xml:id of an element, or by its place: element(/1/2), element(d12/3) (XPointer element() scheme).',
  },
  IN053: {
    severity: 'error',
    message: '{href} is included within itself.',
    hint: 'Take away one of the inclusions, so that no file holds itself by way of others.',
    explanation: 'A file that includes itself has no end (XInclude 1.0 §4.2.7, inclusion loops).',
  },
  IN054: {
    severity: 'error',
    message: 'With {href} what is included grows to more than {limit}.',
    hint: 'Look for files that include each other many times.',
    explanation:
      'No volume is put together from so much. A file beyond the limit is a mistake or an attack, and is not read on.',
  },
  IN055: {
    severity: 'error',
    message: 'xi:include is not used as it may be: {problem}.',
    hint: 'Write <xi:include href="FILE"/>, with parse="text" for a file without markup.',
    explanation: 'What xi:include and xi:fallback may hold is laid down in XInclude 1.0 §3.',
  },
  IN056: {
    severity: 'info',
    message: 'Of the header of this TEI {left} are not taken over into the volume.',
    hint: 'Put what concerns the whole volume into the header of the corpus; the archive keeps the file as it is.',
    explanation:
      'A corpus (teiCorpus, TEI Guidelines ch. 15) becomes one volume, with one header: that of the corpus. Of the header of each TEI the title becomes the heading where the text has none, and the description of the source, the correspondence, the creation and the classification go into the header of the volume, tied to the document. The rest is about the file that the document was in.',
  },
  IN057: {
    severity: 'warning',
    message: '`{name}` stands beside the texts of the corpus, and is in no edition.',
    hint: 'Name images of the pages by pb with @facs; the archive keeps the file as it is.',
    explanation:
      'Of a corpus (teiCorpus) the texts are published. Facsimiles, stand-off annotation and other things beside them have no place in a volume.',
  },
} as const satisfies Record<string, CodeEntry>;
