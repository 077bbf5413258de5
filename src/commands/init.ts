import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { diagnostic } from '../diagnostics/diagnostic.js';
import { plural } from '../diagnostics/words.js';
import { makeFolder, refusal, writeNew } from '../formats/file-output.js';
import { packageFile } from '../formats/package.js';
import { readTextFile } from '../formats/text-file.js';
import type { FoundText } from '../pipeline/first-manifest.js';
import { manifestJsonSchema } from '../volume/manifest-schema.js';
import { argument } from './argument.js';
import type { Terminal } from './terminal.js';
import type { ExitCode, Verb } from './verb.js';

const MANIFEST = 'volume.yaml';
const SCHEMA = 'volume.schema.json';

/** `init FOLDER`: a small volume that builds, to be changed into one's own, or a manifest for the texts that one has. */
export const verb: Verb = {
  name: 'init',
  description:
    'Makes a folder with a small volume that builds as it is: volume.yaml, the manifest, with a comment at every key; letter.txt, a raw text; ' +
    'and volume.schema.json, by which a text editor completes and explains the keys. Put your own texts into the folder and change the manifest. ' +
    'In a folder that holds raw texts already (.txt, .md) it makes the manifest alone, from these texts: the documents in order of their numbers or dates, ' +
    'with what is doubtful as comments. Nothing that is there is written over.',
  argument: {
    name: 'FOLDER',
    count: 'one',
    description: 'the folder to make, or that holds the raw texts; its name becomes the id of the volume',
  },
  options: {},
  examples: [
    ['chancery init my-volume', 'make the folder my-volume, or a manifest for the texts in it'],
    ['chancery build my-volume', 'build it'],
  ],
  async run({ arguments: [folder = ''], terminal }) {
    try {
      return await initialise(folder, terminal);
    } catch (error) {
      const refused = refusal(error);
      if (refused === undefined) throw error;
      return refuse(terminal, diagnostic('IN007', { path: refused.path ?? folder, reason: refused.reason }));
    }
  },
};

async function initialise(folder: string, terminal: Terminal): Promise<ExitCode> {
  makeFolder(folder);
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
  if (names.some((name) => name.toLowerCase() === MANIFEST))
    return refuse(terminal, diagnostic('CM037', { path: folder, manifest: MANIFEST }));
  const texts = textsIn(folder);
  if (names.length > 0 && texts.length === 0) return refuse(terminal, diagnostic('CM009', { path: folder }));
  const template = await readFile(packageFile(`corpus/template/${MANIFEST}`), 'utf8');
  if (texts.length > 0) return forTexts(folder, texts, template, terminal);
  const letter = await readFile(packageFile('corpus/template/letter.txt'));
  writeNew(join(folder, MANIFEST), template.replace(/^id: \S+/m, `id: ${idOf(folder)}`));
  writeNew(join(folder, 'letter.txt'), letter);
  writeNew(join(folder, SCHEMA), manifestJsonSchema());
  const files = ['letter.txt', SCHEMA, MANIFEST];
  terminal.say(`Made ${folder} with ${files.join(', ')}.\nBuild it: chancery build ${argument(folder)}`);
  terminal.sayJson({ folder, files });
  return 0;
}

/** A manifest from the texts that are there. */
async function forTexts(
  folder: string,
  texts: readonly string[],
  template: string,
  terminal: Terminal,
): Promise<ExitCode> {
  const { encode } = await import('../encode/encode.js');
  const { firstManifest } = await import('../pipeline/first-manifest.js');
  const found: FoundText[] = [];
  for (const [i, file] of texts.entries()) {
    terminal.progress(`Reading ${i + 1} of ${texts.length}: ${file}`);
    const { value, diagnostics } = await readTextFile(join(folder, file));
    const encoded = value === undefined ? { diagnostics } : encode(value);
    found.push({ file, documents: encoded.value ?? [], problems: encoded.diagnostics });
  }
  const manifest = firstManifest(template, idOf(folder), new Date().getFullYear(), found);
  writeNew(join(folder, MANIFEST), manifest);
  const hasSchema = existsSync(join(folder, SCHEMA));
  if (!hasSchema) writeNew(join(folder, SCHEMA), manifestJsonSchema());
  const files = hasSchema ? [MANIFEST] : [SCHEMA, MANIFEST];
  const documents = found.reduce((sum, text) => sum + text.documents.length, 0);
  terminal.say(
    `Made ${join(folder, MANIFEST)} for ${plural(documents, 'document')} in ${plural(texts.length, 'text')}. Fill in title, editors, publisher and licence, ` +
      `and look at the comments in the outline.\nBuild it: chancery build ${argument(folder)}`,
  );
  terminal.sayJson({ folder, files, documents });
  return 0;
}

/** The raw texts of a folder and of the folders in it, in the order in which people count (`2.txt` before `10.txt`). */
function textsIn(folder: string): readonly string[] {
  const found: string[] = [];
  const visit = (inner: string): void => {
    for (const entry of readdirSync(join(folder, inner), { withFileTypes: true })) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules' || entry.name === 'dist') continue;
      const path = inner === '' ? entry.name : `${inner}/${entry.name}`;
      if (entry.isDirectory()) visit(path);
      else if (entry.isFile() && /\.(?:txt|md)$/i.test(entry.name) && !/^readme\b/i.test(entry.name)) found.push(path);
    }
  };
  visit('');
  return found.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

function refuse(terminal: Terminal, finding: ReturnType<typeof diagnostic>): ExitCode {
  terminal.report([finding]);
  terminal.sayJson({ diagnostics: [finding] });
  return 2;
}

/** The folder's name as an xml:id. */
function idOf(folder: string): string {
  const name = basename(resolve(folder)).replace(/[^\w.-]+/g, '-');
  return /^[A-Za-z_]/.test(name) ? name : `v${name}`;
}
