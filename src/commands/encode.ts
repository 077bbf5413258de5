import { type Stats, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { type Diagnostic, diagnostic, hasErrors } from '../diagnostics/diagnostic.js';
import { plural } from '../diagnostics/words.js';
import { type EncodedDocument, type EncodeOptions, encode } from '../encode/encode.js';
import { isAsEncoded, sealed } from '../encode/proof/seal.js';
import { review } from '../encode/review/review.js';
import { reviewPage } from '../encode/review/review-page.js';
import { makeFolder, refusal } from '../formats/file-output.js';
import { asMarkdown, readRawFile } from '../formats/raw-file.js';
import { fileNameOf } from '../model/file-name.js';
import type { RawShape } from '../model/manifest.js';
import { MarkedFile } from '../model/marked-text.js';
import type { SourceFile } from '../model/source-file.js';
import { Gate } from '../pipeline/gate.js';
import { readBuildInput } from '../pipeline/input.js';
import { isFailure } from './failures.js';
import type { Call, ExitCode, Verb } from './verb.js';

const SHAPES: readonly RawShape[] = ['frus-web', 'typescript', 'cable', 'markdown', 'e-mail'];

/** How often a finding of one kind is shown; the report has them all. */
const SHOWN_OF_EACH_KIND = 5;

/** `encode INPUT… --out DIR`: raw texts → TEI files. */
export const verb: Verb = {
  name: 'encode',
  description:
    'Encodes raw texts of diplomatic documents as TEI P5 XML with structured headers. NAME.txt becomes NAME.xml, or NAME-1.xml, NAME-2.xml … ' +
    'where the text holds several documents; the texts of a folder with a volume.yaml become one file for each document, with what the manifest supplies. ' +
    'A Word file or a page is read with its notes, headings, emphasis, lists and tables. Each document is proven to hold every word of its raw text. A file that was corrected by hand is not written over.',
  argument: {
    name: 'INPUT',
    count: 'many',
    description: 'raw texts (plain text, Markdown, HTML pages, Word files .docx), or folders with a volume.yaml',
  },
  options: {
    out: { value: 'DIR', short: 'o', description: 'the folder for the TEI files (default: tei)' },
    shape: { value: 'SHAPE', choices: SHAPES, description: 'the shape of the texts, where it is not recognised' },
    report: { value: 'FILE', description: 'write a review of the readings and doubts: FILE.html, or FILE.json' },
    force: { description: 'write over files that were changed since they were encoded' },
  },
  examples: [
    ['chancery encode letter.txt --out tei', 'write tei/letter.xml'],
    ['chancery encode letter.docx --out tei', 'the same of a Word file, with its footnotes'],
    ['chancery encode my-volume --out tei --report review.html', 'encode a volume, and review it in a browser'],
    ['chancery encode raw/*.txt --out tei --shape typescript', 'read all texts as typescripts'],
  ],
  async run({ arguments: inputs, options, terminal }) {
    const out = options.value('out') ?? 'tei';
    const shape = SHAPES.find((name) => name === options.value('shape'));
    const report = options.value('report');
    const run = new EncodeRun(out, options.flag('force'), report);
    if (!run.makeFolder(out)) return run.end(terminal);
    for (const [index, input] of inputs.entries()) {
      terminal.progress(`${index + 1} of ${inputs.length}: ${input}`);
      await run.encodeInput(input, shape === undefined ? {} : { shape });
    }
    run.write();
    return run.end(terminal);
  },
};

/** A document that is to be written, and where to. */
interface Planned {
  readonly id: string;
  readonly tei: string;
  readonly file: string;
}

/** One run of the verb: what was read, made, found and written. */
class EncodeRun {
  readonly #out: string;
  readonly #force: boolean;
  readonly #report: string | undefined;
  readonly #diagnostics: Diagnostic[] = [];
  readonly #sources = new Map<string, SourceFile>();
  /** What the review shows; whole documents are kept for nothing else. */
  readonly #encoded: { readonly source: SourceFile; readonly documents: readonly EncodedDocument[] }[] = [];
  readonly #planned: Planned[] = [];
  readonly #read: string[] = [];
  readonly #written: { readonly file: string; readonly id: string }[] = [];
  #title: string | undefined;
  #isReviewed = false;

  constructor(out: string, force: boolean, report: string | undefined) {
    this.#out = out;
    this.#force = force;
    this.#report = report;
  }

  /** Whether the folder is there, so that the long work is not done in vain. */
  makeFolder(folder: string): boolean {
    try {
      makeFolder(folder);
      return true;
    } catch (error) {
      this.#diagnostics.push(
        diagnostic('EN009', { folder, reason: refusal(error)?.reason ?? String(error) }, { file: folder }),
      );
      return false;
    }
  }

  /** A raw text, or a folder with a manifest. */
  async encodeInput(input: string, options: EncodeOptions): Promise<void> {
    if (entryAt(input)?.isDirectory() === true || basename(input) === 'volume.yaml')
      return this.#encodeFolder(input, options);
    const read = await readRawFile(input, options.shape === undefined ? {} : { shape: options.shape });
    this.#found(read.diagnostics);
    if (read.value === undefined) return;
    this.#read.push(input);
    const documents = this.#encode(read.value, options);
    const name = basename(input, extname(input));
    for (const [place, document] of documents.entries()) {
      this.#plan(document, documents.length === 1 ? name : `${name}-${place + 1}`);
    }
  }

  async #encodeFolder(folder: string, options: EncodeOptions): Promise<void> {
    const read = await readBuildInput(folder);
    this.#found(read.diagnostics);
    if (read.value?.kind !== 'folder') return;
    const { texts, corrected, volume } = read.value;
    for (const id of corrected.keys()) {
      const file = volume.documents.find((document) => document.id === id)?.file ?? '';
      this.#found([diagnostic('EN120', { id, file }, volume.placeOf(id, 'file'))]);
    }
    for (const file of read.value.read) this.#read.push(file);
    this.#title ??= volume.manifest.title.complete;
    for (const [file, text] of texts) {
      const documents = volume.documents.filter((d) => d.file === file);
      const shape = options.shape ?? documents[0]?.shape;
      const given = { documents, volume: volume.manifest, ...(shape === undefined ? {} : { shape }) };
      // The manifest had not said that it is in Markdown.
      const opened =
        shape === 'markdown' && !(text instanceof MarkedFile)
          ? await asMarkdown(text)
          : { value: text, diagnostics: [] };
      this.#found(opened.diagnostics);
      for (const document of opened.value === undefined ? [] : this.#encode(opened.value, given))
        this.#plan(document, fileNameOf(document.id));
    }
  }

  #encode(source: SourceFile, options: EncodeOptions): readonly EncodedDocument[] {
    this.#sources.set(source.path, source);
    const { value = [], diagnostics } = encode(source, options);
    this.#found(diagnostics);
    if (this.#report !== undefined) this.#encoded.push({ source, documents: value });
    return value;
  }

  #plan({ id, tei }: EncodedDocument, name: string): void {
    this.#planned.push({ id, tei, file: join(this.#out, `${name}.xml`) });
  }

  #found(diagnostics: readonly Diagnostic[]): void {
    for (const found of diagnostics) this.#diagnostics.push(found);
  }

  /**
   * Writes the documents, but none that somebody has corrected, and the review; where an output would write over an input, or two have one name, or the review
   * over a file of the user's, nothing is written at all.
   */
  write(): void {
    const report = this.#report;
    const gate = new Gate(this.#read);
    const files = this.#planned.map(({ file }) => file);
    const reports = report === undefined ? [] : [report];
    const hindrances = [...gate.hindrances([...files, ...reports], () => true), ...gate.hindrances(reports)];
    this.#found(hindrances);
    if (hindrances.length > 0) return;
    for (const { id, tei, file } of this.#planned) {
      const mayReplace = (_: string, bytes: Uint8Array): boolean =>
        this.#force || isAsEncoded(Buffer.from(bytes).toString());
      const found = gate.writeSealed(file, sealed(tei), mayReplace);
      this.#found(found.map((d) => (d.code === 'IN032' ? diagnostic('EN012', { file }, { file }) : d)));
      if (found.length === 0) this.#written.push({ file, id });
    }
    if (report === undefined) return;
    const made = review(this.#title ?? 'Raw texts', this.#encoded, this.#diagnostics);
    const isJson = extname(report).toLowerCase() === '.json';
    const found = gate.write(report, isJson ? `${JSON.stringify(made, undefined, 2)}\n` : reviewPage(made));
    this.#found(found);
    this.#isReviewed = found.length === 0;
  }

  /** Shows the findings, and gives the exit code. */
  end(terminal: Call['terminal']): ExitCode {
    terminal.report(this.#diagnostics, this.#sources, SHOWN_OF_EACH_KIND);
    terminal.sayJson({ written: this.#written, diagnostics: this.#diagnostics });
    const count = this.#written.length;
    if (count > 0) terminal.say(`${plural(count, 'document')} written to ${this.#out}.`);
    if (this.#isReviewed) terminal.say(`The review is ${this.#report}.`);
    if (this.#diagnostics.some(isFailure)) return 2;
    return hasErrors(this.#diagnostics) ? 1 : 0;
  }
}

/** What stands at a path; undefined where nothing does, or nothing that may be looked at. */
function entryAt(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
