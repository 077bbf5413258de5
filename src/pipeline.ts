/**
 * The whole line, from an input to its editions: the one file that knows the stages, and reads as their list. What a stage needs is loaded
 * when the stage is reached, so that building one edition does not wait for the libraries of another.
 */
import { join } from 'node:path';
import type { EditionPart } from './archive/edition.js';
import type { Severity } from './diagnostics/codes.js';
import { diagnostic, hasErrors, type Result } from './diagnostics/diagnostic.js';
import type { FileSet } from './model/file-set.js';
import type { Pivot } from './model/pivot.js';
import type { SearchableVolume } from './model/searchable.js';
import type { SourceFile } from './model/source-file.js';
import type { BuildReport, BuildRequest, Built, MadeEditions } from './pipeline/build-request.js';
import { editionNames, outputs } from './pipeline/build-request.js';
import { countsOf } from './pipeline/counts.js';
import { type Dressed, readDressed } from './pipeline/dressed.js';
import { type EditionName, editions, modifiedOf } from './pipeline/editions.js';
import { type EpubPacker, epubPacker, noPacker } from './pipeline/epub-packer.js';
import type { BuildInput } from './pipeline/input.js';
import { lookedAt } from './pipeline/looked-at.js';
import { replaceParts, settleOutput, writtenFiles } from './pipeline/output-folder.js';
import { editionSettingsOf, picturedVolume } from './pipeline/pictured-volume.js';
import { withPictures } from './pipeline/pictures.js';
import { Run, type Surroundings } from './pipeline/run.js';
import { beginValidation, type ValidationUnderWay } from './pipeline/validation.js';
import { assembleVolume, encodeFolder, enrichVolume, type TeiVolume } from './pipeline/volume.js';
import { type WayOut, wayOut } from './pipeline/way-out.js';
import type { ToldEdition } from './pipeline/web-site.js';
import type { Interpretation } from './transform/pivot.js';

export type { BuildReport, BuildRequest, Built, MadeEditions, Output } from './pipeline/build-request.js';
export { outputs };

/**
 * Builds the editions of a volume. Nothing is written before all that was asked for is made; then it is archived, and swapped in at once: a build that
 * fails, or whose archive fails, leaves the last good one. An error of reading or encoding ends the build; one of making an edition keeps that edition
 * back, and no other. An error of validation keeps none back, since an editor wants to see the page that it is on; but
 * with errors nothing is archived that was encoded here. A volume that exists is archived as it stands.
 */
export async function build(request: BuildRequest, surroundings: Surroundings): Promise<Built> {
  const run = new Run(surroundings);
  const sources = new Map<string, SourceFile>();
  const start = surroundings.now();
  const value = await runLine(request, run, sources);
  const seconds = (surroundings.now() - start) / 1000;
  return {
    ...(value === undefined ? {} : { value }),
    diagnostics: run.diagnostics,
    times: run.times,
    seconds,
    sources,
  };
}

/** The stages in their order; undefined where one of them could not go on. */
async function runLine(
  request: BuildRequest,
  run: Run,
  sources: Map<string, SourceFile>,
): Promise<BuildReport | undefined> {
  const dressed = await run.stage('read', `Reading ${request.input}`, () =>
    readDressed({ ...request, isWanted: (name) => isWanted(request, name) }, sources),
  );
  if (dressed === undefined) return undefined;
  const { input } = dressed;
  for (const source of input.sources.flatMap(({ parts }) => parts)) sources.set(source.path, source);

  const volume = await teiVolume(request, input, run);
  if (volume === undefined) return undefined;
  if (!sources.has(volume.source.path)) sources.set(volume.source.path, volume.source);
  run.relocate = volume.relocate;

  const folder = folderOf(request, volume.name);
  settleOutput(folder);
  const parts = ['tei', ...editionNames.filter((name) => isWanted(request, name))];
  const archive = request.archive ?? join(folder, 'archive');
  const exit = await wayOut(input, volume.edition, { folder, archive, parts, all: ['tei', ...editionNames] });
  if (exit.hindrances.length > 0) return run.stop(...exit.hindrances);

  const validation = isValidated(request) ? beginValidation(volume, severitiesOf(input)) : undefined;
  const packer = isWanted(request, 'epub') ? epubPacker() : noPacker;
  try {
    return await editionsOf(request, run, { ...dressed, volume, folder, packer, exit }, validation);
  } finally {
    void validation?.cancel();
    packer.dismiss();
  }
}

/** A release is validated in full; who asks for one edition wants to see it soon. */
function isValidated({ only }: BuildRequest): boolean {
  return only === undefined || only.includes('archive');
}

/** What the manifest says of findings, besides what it switches off, which stands in the volume itself. */
function severitiesOf(input: BuildInput): Readonly<Record<string, Severity>> {
  if (input.kind === 'tei') return {};
  const graded = Object.entries(input.volume.manifest.severities);
  return Object.fromEntries(graded.flatMap(([code, severity]) => (severity === 'off' ? [] : [[code, severity]])));
}

/** Whether an edition is made: where it was asked for, and for the archive, which stores them all. */
function isWanted({ only }: BuildRequest, name: EditionName): boolean {
  return only === undefined || only.includes(name) || only.includes('archive');
}

/** What the first half of the line has come to. */
interface Prepared extends Dressed {
  readonly volume: TeiVolume;
  readonly folder: string;
  readonly packer: EpubPacker;
  readonly exit: WayOut;
}

/** The second half of the line: the editions, while the validation goes on beside. */
async function editionsOf(
  request: BuildRequest,
  run: Run,
  { input, look, dress, volume, folder, packer, exit }: Prepared,
  validation: ValidationUnderWay | undefined,
): Promise<BuildReport | undefined> {
  const interpretation = await run.stage('pivot', 'Interpreting the TEI', () => interpretationOf(volume));
  if (interpretation === undefined) return undefined;
  const { reading } = interpretation;
  const lost = volume.documents.filter((id) => !reading.documents.has(id));
  if (lost.length > 0) return run.stop(...lost.map((id) => diagnostic('VO034', { id, file: volume.source.path })));

  const { offprints } = request;
  const settings = { ...editionSettingsOf(input), ...(offprints === undefined ? {} : { offprints }) };
  const pictured = await run.stage('pictures', 'Reading the pictures', () =>
    picturedVolume(request.input, input, volume.source, interpretation.pivot, isWanted(request, 'html')),
  );
  if (pictured === undefined) return undefined;
  const { pivot, pictures, pages } = pictured;
  const wanted = request.only ?? outputs;
  const modified = lastChange(request, input, pivot);
  const parts = new Map<EditionPart, FileSet>([['tei', withPictures(volume.files, pictures)]]);
  const told: ToldEdition[] = [];
  const searchable: SearchableVolume[] = [];
  for (const name of editionNames) {
    if (!isWanted(request, name)) continue;
    const { words, make } = editions[name];
    const source = {
      ...interpretation,
      volume,
      pivot,
      pictures,
      pages,
      settings,
      packer,
      modified,
      published: exit.published,
      forSearchServer: request.searchServer === true,
      tell: request.take && ((web: ToldEdition) => told.push(web)),
      searched: (found: SearchableVolume) => searchable.push(found),
      look,
      dress,
      progress: run.progress,
    };
    const files = await run.stage(name, words, () => standingAlone(name, () => make(source)));
    if (files !== undefined) parts.set(name, files);
  }

  const isMade = !hasErrors(run.diagnostics);
  if (validation !== undefined) await run.beside('validate', 'Validating', validation.result);

  let archive: BuildReport['archive'];
  if (wanted.includes('archive')) {
    // What is encoded here can be mended here. A volume that exists is kept as it stands, its findings told; only what an edition has lost withholds it.
    if (!isMade || (volume.isOwn && hasErrors(run.diagnostics))) run.stop(diagnostic('CM011', { folder }));
    else {
      archive = await archived(request, run, withPictures(input.files, pictures), volume, exit.archive, parts);
      if (archive === undefined) return undefined;
    }
  }
  const words = request.take === undefined ? `Writing ${folder}` : 'Keeping the editions';
  const refused = await run.stage('write', words, () => {
    const looked = lookedAt(request.input, input, interpretation.pivot);
    return written(
      folder,
      parts,
      exit,
      request.take && {
        take: request.take,
        name: volume.name,
        record: interpretation.bibliography.volume,
        modified,
        lookedAt: looked,
        told: told[0],
        searchable: searchable[0],
      },
    );
  });
  if (refused !== false) return undefined;

  return {
    volume: volume.id,
    title: volume.title,
    folder,
    ...countsOf(pivot),
    validated: validation !== undefined,
    files: request.take === undefined ? writtenFiles(folder, parts) : [],
    ...(archive === undefined ? {} : { archive }),
  };
}

/** The time of the last change, for all editions. */
function lastChange({ modified }: BuildRequest, input: BuildInput, pivot: Pivot): string {
  return modifiedOf(pivot, input.kind === 'folder' ? input.volume.manifest.modified : undefined, modified);
}

/** An edition that cannot be made, whatever the reason, does not keep the others from being made. */
async function standingAlone(name: EditionName, make: () => Promise<Result<FileSet>>): Promise<Result<FileSet>> {
  try {
    return await make();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { diagnostics: [diagnostic('TR045', { format: name.toUpperCase(), reason })] };
  }
}

/** Where the outputs of a volume go. */
function folderOf(request: BuildRequest, volume: string): string {
  return request.out ?? join('dist', volume);
}

/** Raw texts are encoded and assembled, an existing volume is enriched: from here on both have one shape. */
async function teiVolume(request: BuildRequest, input: BuildInput, run: Run): Promise<TeiVolume | undefined> {
  if (input.kind === 'tei') return run.stage('enrich', 'Reading the source notes', () => enrichVolume(input));
  const documents = await run.stage('encode', 'Encoding the raw texts', () => encodeFolder(input));
  if (documents === undefined) return undefined;
  return run.stage('assemble', 'Assembling the volume', () =>
    assembleVolume(input, documents, (name) => join(folderOf(request, name), 'tei', `${name}.xml`)),
  );
}

async function interpretationOf(volume: TeiVolume): Promise<Result<Interpretation>> {
  const { interpret } = await import('./transform/pivot.js');
  return interpret(volume.source, volume.id);
}

/** Whether the disk, or who takes the editions, has refused. */
function written(
  folder: string,
  parts: ReadonlyMap<EditionPart, FileSet>,
  { gate, isKept }: WayOut,
  taker: (Omit<MadeEditions, 'parts'> & { readonly take: NonNullable<BuildRequest['take']> }) | undefined,
): Result<boolean> {
  const diagnostics = taker === undefined ? replaceParts(folder, parts, gate, isKept) : taker.take({ ...taker, parts });
  return { value: diagnostics.length > 0, diagnostics };
}

async function archived(
  request: BuildRequest,
  run: Run,
  sources: FileSet,
  volume: TeiVolume,
  root: string,
  parts: ReadonlyMap<EditionPart, FileSet>,
): Promise<BuildReport['archive']> {
  const { archiveVolume } = await import('./pipeline/archive.js');
  const { journalsOf } = await import('./pipeline/published-edition.js');
  const stored = new Map<EditionPart, FileSet>([['sources', sources], ...parts]);
  const deposit = await run.stage('archive', 'Describing and archiving the edition', () =>
    archiveVolume(root, volume, stored, run.diagnostics, {
      ...request,
      journals: journalsOf(request.input, folderOf(request, volume.id)),
    }),
  );
  return deposit && { path: root, version: deposit.version, added: deposit.added };
}
