import { mkdir, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { type Diagnostic, diagnostic, hasErrors } from '../diagnostics/diagnostic.js';
import { encode } from '../encode/encode.js';
import { readTextFile } from '../formats/text-file.js';
import type { RawShape } from '../model/manifest.js';
import type { SourceFile } from '../model/source-file.js';
import type { Verb } from './verb.js';

const SHAPES: readonly RawShape[] = ['frus-web', 'typescript', 'cable', 'markdown'];

/** `encode INPUT… --out DIR`: raw texts → TEI files. */
export const verb: Verb = {
  name: 'encode',
  description:
    'Encodes raw texts of diplomatic documents as TEI P5 XML with structured headers. NAME.txt becomes NAME.xml, or NAME-1.xml, NAME-2.xml … ' +
    'where the text holds several documents. Each document is proven to hold every word of its raw text.',
  argument: { name: 'INPUT', count: 'many', description: 'raw texts, in UTF-8, UTF-16 or Windows-1252' },
  options: {
    out: { value: 'DIR', short: 'o', description: 'the folder for the TEI files (default: tei)' },
    shape: { value: 'SHAPE', choices: SHAPES, description: 'the shape of the texts, where it is not recognised' },
  },
  examples: [
    ['chancery encode letter.txt --out tei', 'write tei/letter.xml'],
    ['chancery encode raw/*.txt --out tei --shape typescript', 'read all texts as typescripts'],
  ],
  async run({ arguments: inputs, options, terminal }) {
    const out = options.value('out') ?? 'tei';
    const shape = SHAPES.find((name) => name === options.value('shape'));
    const diagnostics: Diagnostic[] = [];
    const sources = new Map<string, SourceFile>();
    const written: { readonly file: string; readonly id: string }[] = [];
    try {
      await mkdir(out, { recursive: true });
    } catch (error) {
      diagnostics.push(diagnostic('EN009', { folder: out, reason: (error as Error).message }, { file: out }));
      terminal.report(diagnostics);
      return 2;
    }
    for (const [index, input] of inputs.entries()) {
      terminal.progress(`${index + 1} of ${inputs.length}: ${input}`);
      const read = await readTextFile(input);
      diagnostics.push(...read.diagnostics);
      if (read.value === undefined) continue;
      sources.set(input, read.value);
      const result = encode(read.value, shape === undefined ? {} : { shape });
      diagnostics.push(...result.diagnostics);
      const documents = result.value ?? [];
      const name = basename(input, extname(input));
      for (const [place, document] of documents.entries()) {
        const file = join(out, documents.length === 1 ? `${name}.xml` : `${name}-${place + 1}.xml`);
        await writeFile(file, document.tei);
        written.push({ file, id: document.id });
      }
    }
    terminal.report(diagnostics, sources);
    terminal.sayJson({ written, diagnostics });
    terminal.say(`${written.length} documents written to ${out}.`);
    return hasErrors(diagnostics) ? 1 : 0;
  },
};
