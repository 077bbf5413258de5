import { cpSync, existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { plural } from '../diagnostics/words.js';
import type { EncodedDocument } from '../encode/encode.js';
import { makeFolder, refusal, writeNew, writeWhole } from '../formats/file-output.js';
import { packageFile } from '../formats/package.js';
import { readRawFile } from '../formats/raw-file.js';
import { readTextFile, unreadable } from '../formats/text-file.js';
import type { SuppliedDocument } from '../model/manifest.js';
import type { FoundText } from '../pipeline/first-manifest.js';
import { manifestJsonSchema } from '../volume/manifest-schema.js';
import { argument } from './argument.js';
import type { Terminal } from './terminal.js';
import type { ExitCode, Verb } from './verb.js';

const MANIFEST = 'volume.yaml';
const SCHEMA = 'volume.schema.json';

/** `init FOLDER`: a small volume that builds, to be changed into one's own; a manifest for the texts that one has; or the entries that a manifest lacks. */
export const verb: Verb = {
  name: 'init',
  description:
    'Makes a folder with a small volume that builds as it is: volume.yaml, the manifest, with a comment at every key; letter.txt, a raw text; ' +
    'and volume.schema.json, by which a text editor completes and explains the keys. Put your own texts into the folder and change the manifest. ' +
    'For raw texts (.txt, .md, .html, .docx) that stand in the folder already, or that --from copies there, it makes the manifest alone: the documents in order of their numbers or dates, ' +
    'with what was read and what is doubtful as comments. Called again, it adds entries for the texts that have come since, and leaves all else as you wrote it. ' +
    'Nothing that is there is written over.',
  argument: {
    name: 'FOLDER',
    count: 'one',
    description: 'the folder to make, or that holds the raw texts; its name becomes the id of the volume',
  },
  options: {
    series: {
      description:
        'make a series instead: a series.yaml for the volumes (TEI files, folders with a volume.yaml) in FOLDER',
    },
    from: { value: 'TEXTS', description: 'a folder of raw texts, which are copied into FOLDER' },
  },
  examples: [
    ['chancery init my-volume', 'make the folder my-volume, or a manifest for the texts in it'],
    ['chancery init my-volume --from texts', 'make a volume of the texts in the folder texts; later, add the new ones'],
    ['chancery init --series my-series', 'make a series of the volumes in the folder my-series'],
    ['chancery build my-volume', 'build it'],
  ],
  async run({ arguments: [folder = ''], options, terminal }) {
    try {
      if (options.flag('series')) {
        const { initialiseSeries } = await import('./init-series.js');
        return initialiseSeries(folder, options.value('from'), terminal);
      }
      return await initialise(folder, options.value('from'), terminal);
    } catch (error) {
      const refused = refusal(error);
      if (refused === undefined) throw error;
      return refuse(terminal, diagnostic('IN007', { path: refused.path ?? folder, reason: refused.reason }));
    }
  },
};

async function initialise(folder: string, from: string | undefined, terminal: Terminal): Promise<ExitCode> {
  if (from !== undefined && !existsSync(from))
    return refuse(terminal, unreadable(from, { code: 'ENOENT' } as NodeJS.ErrnoException));
  makeFolder(folder);
  const found = from === undefined ? textsIn(folder) : copied(from, folder);
  if (!('texts' in found)) return refuse(terminal, found);
  const { texts } = found;
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
  if (names.some((name) => name.toLowerCase() === MANIFEST)) return addTexts(folder, texts, terminal);
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
  const { firstManifest } = await import('../pipeline/first-manifest.js');
  const found = await readTexts(folder, texts, terminal);
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

/** Entries for the documents that the outline of a manifest does not name, in the texts of its folder. */
async function addTexts(folder: string, texts: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const path = join(folder, readdirSync(folder).find((name) => name.toLowerCase() === MANIFEST) ?? MANIFEST);
  const source = await readTextFile(path);
  if (source.value === undefined) return refuse(terminal, ...source.diagnostics);
  const { readManifest } = await import('../volume/manifest.js');
  const { proposed } = await import('../pipeline/first-manifest.js');
  const { withAddedEntries } = await import('../pipeline/added-entries.js');
  const read = readManifest(source.value);
  if (read.value === undefined) {
    terminal.report(read.diagnostics, new Map([[path, source.value]]));
    terminal.sayJson({ diagnostics: read.diagnostics });
    return 1;
  }
  const { documents, ids } = read.value;
  const found = await readTexts(folder, withUnnamed(texts, documents), terminal, documents);
  const added = found.flatMap((text) =>
    proposed(text).filter(({ file, part = 1 }) => !documents.some((d) => isOf(d, file) && (d.part ?? 1) === part)),
  );
  const made = withAddedEntries(source.value.text, ids, added);
  if ('hindrance' in made) {
    const entries = added.map(({ file, part }) => `${file}${part === undefined ? '' : ` (part ${part})`}`).join(', ');
    return refuse(terminal, diagnostic('CM037', { path, entries }, { file: path }));
  }
  if (added.length > 0) writeWhole(path, made.text);
  const doubts = found.filter((text) => text.documents.length === 0).flatMap(({ problems }) => problems);
  terminal.report(doubts);
  terminal.say(
    added.length === 0
      ? `${path} names every document of the texts; nothing was added.`
      : `Added ${plural(added.length, 'document')} to the outline of ${path}; all else is as you wrote it. Look at the comments there.`,
  );
  terminal.sayJson({ folder, files: added.length > 0 ? [path] : [], documents: added.length, diagnostics: doubts });
  return 0;
}

/** The texts of which a document may be missing in the outline: those that it does not name, and those of which it names parts. */
function withUnnamed(texts: readonly string[], documents: readonly SuppliedDocument[]): readonly string[] {
  return texts.filter((file) => {
    const own = documents.filter((document) => isOf(document, file));
    return own.length === 0 || own.some(({ part }) => part !== undefined);
  });
}

function isOf(document: SuppliedDocument, file: string): boolean {
  return document.file.normalize() === file.normalize();
}

async function readTexts(
  folder: string,
  texts: readonly string[],
  terminal: Terminal,
  named: readonly SuppliedDocument[] = [],
): Promise<readonly FoundText[]> {
  const { encode } = await import('../encode/encode.js');
  const found: FoundText[] = [];
  for (const [i, file] of texts.entries()) {
    terminal.progress(`Reading ${i + 1} of ${texts.length}: ${file}`);
    const { value, diagnostics } = await readRawFile(join(folder, file));
    const documents = named.filter((document) => isOf(document, file));
    const encoded: { value?: readonly EncodedDocument[]; diagnostics: readonly Diagnostic[] } =
      value === undefined ? { diagnostics } : encode(value, { documents });
    found.push({ file, documents: encoded.value ?? [], problems: encoded.diagnostics });
  }
  return found;
}

/** The names of raw texts; `~$letter.docx` is what Word writes while it has the file open. */
const RAW_TEXT = /^(?!~\$).*\.(?:txt|md|markdown|x?html?|docx)$/i;

interface Texts {
  /** Their paths from the folder of the volume, with forward slashes. */
  readonly texts: readonly string[];
}

/**
 * Copies raw texts into the folder of a volume, where they keep their paths. Texts that lie in it already stay where they are; where a text of another content has the
 * name of one, nothing is copied.
 */
function copied(from: string, folder: string): Texts | Diagnostic {
  const [source, target] = [realpathSync(from), realpathSync(folder)];
  const { texts } = textsIn(source, target);
  if (`${source}${sep}`.startsWith(`${target}${sep}`)) {
    const inner = relative(target, source).split(sep).join('/');
    return { texts: inner === '' ? texts : texts.map((text) => `${inner}/${text}`) };
  }
  for (const text of texts) {
    const path = join(folder, text);
    if (existsSync(path) && !readFileSync(path).equals(readFileSync(join(from, text))))
      return diagnostic('CM040', { path, from: join(from, text) }, { file: path });
  }
  for (const text of texts) {
    const path = join(folder, text);
    makeFolder(dirname(path));
    if (!existsSync(path)) cpSync(join(from, text), path, { errorOnExist: true, force: false });
  }
  return textsIn(folder);
}

/** The raw texts of a folder and of the folders in it, but for one, in the order in which people count (`2.txt` before `10.txt`). */
function textsIn(folder: string, without?: string): Texts {
  const found: string[] = [];
  const visit = (inner: string): void => {
    for (const entry of readdirSync(join(folder, inner), { withFileTypes: true })) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules' || entry.name === 'dist') continue;
      const path = inner === '' ? entry.name : `${inner}/${entry.name}`;
      if (entry.isDirectory() && join(folder, path) !== without) visit(path);
      else if (entry.isFile() && RAW_TEXT.test(entry.name) && !/^readme\b/i.test(entry.name)) found.push(path);
    }
  };
  visit('');
  return { texts: found.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })) };
}

function refuse(terminal: Terminal, ...findings: readonly Diagnostic[]): ExitCode {
  terminal.report(findings);
  terminal.sayJson({ diagnostics: findings });
  return 2;
}

/** The folder's name as an xml:id. */
function idOf(folder: string): string {
  const name = basename(resolve(folder)).replace(/[^\w.-]+/g, '-');
  return /^[A-Za-z_]/.test(name) ? name : `v${name}`;
}
