import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { EditionPart } from '../archive/edition.js';
import { type Diagnostic, diagnostic, hasErrors, type Result } from '../diagnostics/diagnostic.js';
import type { Sources } from '../diagnostics/format.js';
import { unreadable } from '../formats/text-file.js';
import type { DescribedFile } from '../metadata/bibliography.js';
import { METADATA_FORMS, type MetadataFormName, metadataFiles, PACKAGED_FORMS } from '../metadata/metadata-files.js';
import { readBibliography } from '../metadata/read-bibliography.js';
import type { FileSet } from '../model/file-set.js';
import type { SourceFile } from '../model/source-file.js';
import { builtParts, describedFiles } from './described-files.js';
import { Gate } from './gate.js';
import { readBuildInput } from './input.js';
import { Run, type Surroundings } from './run.js';
import { type TeiVolume, teiOf } from './volume.js';

export interface MetadataRequest {
  /** A folder with a volume.yaml, a TEI file, or a folder that an edition was built into. */
  readonly input: string;
  readonly forms: readonly MetadataFormName[];
  /** The folder for the files; they are given back only, where nothing is said. */
  readonly out?: string;
}

export interface DescribedEdition extends Result<{ readonly volume: string; readonly files: FileSet }> {
  readonly sources: Sources;
}

/** The metadata of an edition, written where a folder is named for them. An edition that was built is described with its files. */
export async function describeEdition(request: MetadataRequest, surroundings: Surroundings): Promise<DescribedEdition> {
  const run = new Run(surroundings);
  const sources = new Map<string, SourceFile>();
  const value = await described(request, run, sources);
  return { ...(value === undefined ? {} : { value }), diagnostics: run.diagnostics, sources };
}

async function described(
  { input: path, forms, out }: MetadataRequest,
  run: Run,
  sources: Map<string, SourceFile>,
): Promise<DescribedEdition['value']> {
  const edition = await run.stage('edition', `Reading ${path}`, () => editionAt(path));
  if (edition === undefined) return undefined;
  const input = await run.stage('read', `Reading ${edition.tei}`, () => readBuildInput(edition.tei));
  if (input === undefined) return undefined;
  for (const source of input.sources.flatMap(({ parts }) => parts)) sources.set(source.path, source);
  const volume = await run.stage('tei', 'Reading the TEI', () => teiOf(input));
  if (volume === undefined) return undefined;
  run.relocate = volume.relocate;
  const files = await run.stage('metadata', 'Describing the edition', () => formsOf(volume, edition.files, forms));
  if (files === undefined) return undefined;
  if (out !== undefined && !hasErrors(run.diagnostics)) {
    const refused = written(out, files, new Gate([...input.read, ...edition.read]));
    if (refused.length > 0) return run.stop(...refused);
  }
  return { volume: volume.id, files };
}

function formsOf(
  volume: TeiVolume,
  files: readonly DescribedFile[],
  forms: readonly MetadataFormName[],
): Result<FileSet> {
  const read = readBibliography(volume.source, volume.id);
  if (read.value === undefined) return { diagnostics: read.diagnostics };
  const asked = forms.length === 0 ? PACKAGED_FORMS : forms;
  const { value, diagnostics } = metadataFiles(read.value, files, [], asked);
  const isWithoutLetters = forms.includes('cmif') && value?.has(METADATA_FORMS.cmif.file) === false;
  const missing = isWithoutLetters ? [diagnostic('MD002', { volume: volume.id })] : [];
  return { ...(value === undefined ? {} : { value }), diagnostics: [...read.diagnostics, ...diagnostics, ...missing] };
}

function written(folder: string, files: FileSet, gate: Gate): readonly Diagnostic[] {
  const paths = [...files].map(([name, content]) => [join(folder, name), content] as const);
  const hindrances = gate.hindrances(paths.map(([path]) => path));
  if (hindrances.length > 0) return hindrances;
  for (const [path, content] of paths) {
    const refused = gate.write(path, content);
    if (refused.length > 0) return refused;
  }
  return [];
}

/** What is described: the TEI, and the files of the package, where it was built into a folder. */
interface EditionAt {
  readonly tei: string;
  readonly files: readonly DescribedFile[];
  readonly read: readonly string[];
}

/** An input as an edition: of a folder that was built into, the TEI is the file that holds all documents, and so the largest. */
function editionAt(path: string): Result<EditionAt> {
  const itself: EditionAt = { tei: path, files: [], read: [] };
  try {
    if (!existsSync(path) || !statSync(path).isDirectory() || existsSync(join(path, 'volume.yaml')))
      return { value: itself, diagnostics: [] };
    const parts = builtParts(path);
    const size = ([, content]: readonly [string, string | Uint8Array]): number => content.length;
    const [largest] = [...(parts.get('tei') ?? [])]
      .filter(([name]) => name.endsWith('.xml'))
      .sort((a, b) => size(b) - size(a));
    if (largest === undefined) return { value: itself, diagnostics: [] };
    const files = describedFiles(filesOf(parts));
    const read = files.map((file) => join(path, file.path));
    return { value: { tei: join(path, 'tei', largest[0]), files, read }, diagnostics: [] };
  } catch (error) {
    return { diagnostics: [unreadable(path, error as NodeJS.ErrnoException)] };
  }
}

function filesOf(parts: ReadonlyMap<EditionPart, FileSet>): FileSet {
  return new Map(
    [...parts].flatMap(([part, files]) => [...files].map(([name, content]) => [`${part}/${name}`, content] as const)),
  );
}
