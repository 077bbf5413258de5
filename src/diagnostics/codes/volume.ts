import type { CodeEntry } from '../codes.js';

/** Findings of manifest, assemble, enrich: codes `VOnnn`. */
export const volumeCodes = {
  VO001: {
    severity: 'error',
    message: 'The manifest is not YAML: {problem}',
    hint: 'Check the indentation and put a text that holds “: ” or begins with a special character in quotation marks.',
    explanation: 'volume.yaml must be well-formed YAML 1.2 before anything can be read from it.',
  },
  VO002: {
    severity: 'error',
    message: 'The manifest has no key “{key}” here.',
    hint: '{suggestion}',
    explanation:
      'Every key of the manifest is known. An unknown key is nearly always a misspelt one, and what it says would be lost without anybody seeing it.',
  },
  VO003: {
    severity: 'error',
    message: '“{key}” is missing{where}.',
    hint: 'Add a line “{key}: …” here.',
    explanation: 'The edition cannot be made without this fact.',
  },
  VO004: {
    severity: 'error',
    message: '“{key}” {problem}.',
    explanation: 'The value has not the form that the key asks for.',
  },
  VO005: {
    severity: 'error',
    message: 'The id “{id}” is given twice; first in line {line}.',
    hint: 'Give each document, chapter, section, person and term an id of its own.',
    explanation: 'An xml:id names one element of the volume (XML 1.0 §3.3.1); links to it would be ambiguous.',
  },
  VO006: {
    severity: 'error',
    message: 'The manifest names {file} for document {id}, and there is no such file.',
    hint: '{suggestion}',
    explanation: 'Each document of the outline names its raw text, relative to the folder of the manifest.',
  },
  VO007: {
    severity: 'error',
    message: 'Document {id} gives the name “{name}” to {person}, and the list of persons has no such entry.',
    hint: '{suggestion}',
    explanation: '`names` says which person of the list bears a name that the encoder cannot tell apart.',
  },
  VO008: {
    severity: 'error',
    message: 'There is no volume.yaml in {path}.',
    hint: '{suggestion}',
    explanation: 'The manifest says in which order the documents stand and what the raw texts have lost.',
  },
  VO010: {
    severity: 'warning',
    message: '{file} holds {count} documents; the outline has no place for part {part}.',
    hint: 'Add an entry with “part: {part}” to the outline, or take the text out of the file.',
    explanation: 'Every text that a volume names is printed whole, or somebody has decided that it is not.',
  },
  VO011: {
    severity: 'warning',
    message: '{file} stands in the folder, and the outline does not name it.',
    hint: '`chancery init {folder}` adds it to the outline; or move it away.',
    explanation: 'A raw text that no document of the outline names does not come into the edition.',
  },
  VO012: {
    severity: 'error',
    message: 'The Markdown of {section} holds {construct}, which has no place in a front matter.',
    hint: 'Use paragraphs, headings, lists, quotations, tables, notes, emphasis, words struck through, pictures and links.',
    explanation:
      'Front and back matter is written in Markdown and becomes TEI; what TEI has no plain counterpart for is refused, not dropped.',
  },
  VO013: {
    severity: 'error',
    message: '{path} is XML, but not TEI: its root is {root}.',
    hint: 'Chancery builds from a FRUS TEI volume, a TEI document, or a folder with a volume.yaml.',
    explanation: 'The root of a TEI file is `TEI` in the namespace http://www.tei-c.org/ns/1.0 (TEI P5 §4).',
  },
  VO014: {
    severity: 'error',
    message: '“[^{name}]” in {section} calls a note that is not there.',
    hint: 'Write the note on a line of its own: “[^{name}]: …”. The name of a note has no blanks. Where no note is meant, write “\\[^”.',
    explanation:
      'A note of the Markdown is called by [^1] or [^name], and written on a line of its own that begins with the call and a colon. A call without its note would stand in the edition as bare signs.',
  },
  VO015: {
    severity: 'error',
    message: 'The note “[^{name}]” of {section} is called nowhere.',
    hint: 'Put “[^{name}]” where it belongs, or take the note out.',
    explanation:
      'A note stands in the edition at its call. One that nothing calls would be lost without anybody seeing it.',
  },
  VO017: {
    severity: 'error',
    message: 'The note “[^{name}]” of {section} is written twice.',
    hint: 'Give one of the two another name, and call it by that.',
    explanation: 'A call names one note. The second of the same name would be lost.',
  },
  VO016: {
    severity: 'error',
    message: '{path} is a raw text; a build begins with a volume.',
    hint: 'To see it as TEI: `chancery encode {path} --out DIR`. To make an edition: put it into a folder with a volume.yaml (`chancery init`).',
    explanation:
      'An edition needs what a raw text does not say: title, editors, publisher, licence. They stand in the manifest.',
  },
  VO030: {
    severity: 'error',
    message: 'The id “{id}” is no name of XML, and names the files of the edition.',
    hint: 'Begin it with a letter; letters, digits, “-”, “_” and “.” may follow, as in frus1964-68v14.',
    explanation:
      'The id of a volume is an NCName (Namespaces in XML §3, xml:id). It becomes the name of folders and files; one with a slash or with dots alone would lead out of the folder for outputs.',
  },
  VO031: {
    severity: 'error',
    message: 'Document {id} names {file}{part}; so does document {other} in line {line}.',
    hint: 'Name the text that is meant; where one text holds several documents, say with “part: 1”, “part: 2” which is which.',
    explanation:
      'Each document of the outline is made from a text, or part of a text, of its own. An entry that was copied and not changed would put one document into the edition twice, and leave another out.',
  },
  VO032: {
    severity: 'error',
    message: 'The manifest names {file} for document {id}, which leads out of its folder{where}.',
    hint: 'Put the text into the folder of the manifest, and name it by its path there.',
    explanation:
      'A volume is a folder: what is published comes from it alone. A path that begins at the root of the disk, has “..” in it, or goes through a link out of the folder could publish any file of the computer.',
  },
  VO033: {
    severity: 'error',
    message:
      'The ids “{id}” and “{other}” (line {line}) differ in capitals alone, or one of them is that of the volume: their files would be one.',
    hint: 'Give one of them another id.',
    explanation:
      'Each document has a file of its own, named by its id, and so has the volume. The disks of Windows and the Mac make no difference of capitals.',
  },
  VO034: {
    severity: 'error',
    message: 'Document {id} of the outline is not in the edition.',
    hint: 'Look whether {file} holds it; where one text holds several documents, “part” says which is meant.',
    explanation: 'Every document of the outline is in every edition, or none is made.',
  },
  VO035: {
    severity: 'error',
    message: '{path} is no volume: a manifest is named {name}.',
    hint: 'Rename it to {name}, one in each folder, and name the folder.',
    explanation: 'A volume is a folder of raw texts with its manifest, volume.yaml.',
  },
  VO040: {
    severity: 'error',
    message: '{file} cannot stand for document {id}: {problem}.',
    hint: 'Name a file as `chancery encode` writes it, with one document; or the raw text.',
    explanation:
      'The outline may name a TEI document in the place of a raw text: one that was encoded and then corrected by hand. It holds one document, whose id is that of its div.',
  },
  VO041: {
    severity: 'warning',
    message: 'Document {id} is TEI already, so “{key}” has no effect.',
    hint: 'Say it in {file}, and take the line out here.',
    explanation:
      'What the manifest says of a document goes into its TEI when it is encoded. A TEI document that stands in the place of a raw text is taken as it is.',
  },
} as const satisfies Record<string, CodeEntry>;
