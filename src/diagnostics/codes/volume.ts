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
    hint: 'Add it to the outline, or move it away.',
    explanation: 'A raw text that no document of the outline names does not come into the edition.',
  },
  VO012: {
    severity: 'error',
    message: 'The Markdown of {section} holds {construct}, which has no place in a front matter.',
    hint: 'Use paragraphs, headings, lists, quotations, emphasis and links.',
    explanation:
      'Front and back matter is written in Markdown and becomes TEI; what TEI has no plain counterpart for is refused, not dropped.',
  },
  VO013: {
    severity: 'error',
    message: '{path} is XML, but not TEI: its root is {root}.',
    hint: 'Chancery builds from a FRUS TEI volume, a TEI document, or a folder with a volume.yaml.',
    explanation: 'The root of a TEI file is `TEI` in the namespace http://www.tei-c.org/ns/1.0 (TEI P5 §4).',
  },
  VO016: {
    severity: 'error',
    message: '{path} is a raw text; a build begins with a volume.',
    hint: 'To see it as TEI: `chancery encode {path} --out DIR`. To make an edition: put it into a folder with a volume.yaml (`chancery init`).',
    explanation:
      'An edition needs what a raw text does not say: title, editors, publisher, licence. They stand in the manifest.',
  },
} as const satisfies Record<string, CodeEntry>;
