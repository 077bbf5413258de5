import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { EncodedDocument } from '../encode/encode.js';

/** A raw text of a folder that has no manifest yet, as the encoder reads it by itself. */
export interface FoundText {
  /** Its path from the folder, with forward slashes. */
  readonly file: string;
  readonly documents: readonly EncodedDocument[];
  /** Why it holds no document that could be read. */
  readonly problems: readonly Diagnostic[];
}

/** A document of the outline that is proposed. */
export interface Proposed {
  readonly file: string;
  /** Which of the documents of its text, from 1; absent where the text holds one. */
  readonly part: number | undefined;
  readonly head: string;
  readonly number: string;
  /** ISO 8601; empty where no date was found. */
  readonly date: string;
  readonly doubts: readonly Diagnostic[];
}

/**
 * A manifest for a folder of raw texts, to be filled in: the template with the documents that the texts hold, in the order of their numbers where each
 * has one of its own, else of their dates. What is doubtful stands as a comment at its document.
 * @param template the manifest that `chancery init` copies, up to its outline
 */
export function firstManifest(template: string, id: string, year: number, texts: readonly FoundText[]): string {
  const documents = texts.flatMap(proposed);
  const numbers = new Set(documents.map(({ number }) => number));
  const isNumbered = !numbers.has('') && numbers.size === documents.length;
  const ordered = [...documents].sort(isNumbered ? byNumber : byDate);
  const order = isNumbered ? 'by the numbers in their headings' : 'by their dates, those without one last';
  const unread = texts.filter(({ documents: own }) => own.length === 0);
  return [
    ...preamble(template, id, year),
    '',
    `# The documents, ${order}. Group them, where you like: chapters hold documents, compilations hold chapters:`,
    '#   - chapter: ch1',
    '#     head: The Beginning',
    '#     contents:',
    '#       - document: d1',
    '# What the encoder doubts stands beside a document as a comment; the hints say what to add.',
    'outline:',
    ...ordered.flatMap((document, i) => entry(document, isNumbered ? idOf(document.number) : `d${i + 1}`)),
    ...unread.flatMap(({ file, problems }) => [
      `  # ${scalar(file)} holds no document that could be read:`,
      ...problems.map((problem) => `  #   ${sentence(problem)}`),
    ]),
    '',
  ].join('\n');
}

/** The documents of a text, as entries to be. */
export function proposed({ file, documents }: FoundText): readonly Proposed[] {
  return documents.map(({ facts, div, header, diagnostics }, i) => ({
    file,
    part: documents.length === 1 ? undefined : i + 1,
    head: facts.heading?.text ?? '',
    number: /^[\w.-]*$/.test(div.attributes.n ?? '') ? (div.attributes.n ?? '') : '',
    date: header.date?.reading.when ?? header.date?.reading.from ?? '',
    doubts: diagnostics.filter(({ severity }) => severity !== 'info'),
  }));
}

/** `10` after `9`, `9a` after `9`. */
function byNumber(a: Proposed, b: Proposed): number {
  return a.number.localeCompare(b.number, 'en', { numeric: true });
}

/** Documents of one date stay in the order of their files. */
function byDate(a: Proposed, b: Proposed): number {
  const [first, second] = [a.date || '\uffff', b.date || '\uffff'];
  return first < second ? -1 : first > second ? 1 : 0;
}

export function idOf(number: string): string {
  return `d${number}`;
}

/** A document as the lines of its entry, the list indented by two blanks: what was read and what is doubtful as comments. */
export function entry({ file, part, head, date, doubts }: Proposed, id: string): readonly string[] {
  const about = [oneLine(head), date].filter((fact) => fact !== '').join(' · ');
  return [
    ...(about === '' ? [] : [`  # ${about}`]),
    `  - document: ${id}`,
    `    file: ${scalar(file)}`,
    ...(part === undefined ? [] : [`    part: ${part}`]),
    ...doubts.map((doubt) => `    # ${sentence(doubt)}`),
  ];
}

function sentence({ code, message, hint }: Diagnostic): string {
  return oneLine(`${code}: ${message}${hint === undefined ? '' : ` → ${hint}`}`);
}

/** A comment ends with its line. */
function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: YAML allows none, in a comment neither
  return text.replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
}

/** A text as YAML has it: as it is where it can be nothing else, in quotation marks otherwise. */
function scalar(text: string): string {
  return /^[A-Za-z0-9_][\w./ -]*[\w.]$/.test(text) ? text : JSON.stringify(text);
}

/** The template without its example of persons and terms, and with what must be filled in marked. */
function preamble(template: string, id: string, year: number): readonly string[] {
  const end = template.indexOf('\n# Who is who');
  const head = (end < 0 ? template : template.slice(0, end))
    .replace(/^id: \S+/m, `id: ${id}`)
    .replace(/^title:$/m, 'title: # FILL IN: this and what follows are examples')
    .replace(/^date: \d+/m, `date: ${year}`);
  return [
    head.trimEnd(),
    '',
    '# Who is who, and what abbreviations mean. Names in the documents link to these entries:',
    '#   - { id: p_DJ1, name: "Doe, John", description: Secretary of the Society }',
    'persons: []',
    'terms: []',
  ];
}
