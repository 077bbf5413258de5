/**
 * The whole line, from an input to its editions: the one file that knows the stages. It reads as their list. What a stage cannot do without
 * is loaded when the stage is reached, so that building one edition does not wait for the libraries of another.
 */
import { join } from 'node:path';
import type { EditionPart } from './archive/edition.js';
import { diagnostic, hasErrors, type Result } from './diagnostics/diagnostic.js';
import type { Sources } from './diagnostics/format.js';
import { parseDocument } from './formats/saxon.js';
import type { FileSet } from './model/file-set.js';
import type { Pivot } from './model/pivot.js';
import { editions, type EditionName } from './pipeline/editions.js';
import { type BuildInput, readBuildInput } from './pipeline/input.js';
import { blockedOutput, replaceParts } from './pipeline/output-folder.js';
import { Run, type StageTime, type Surroundings } from './pipeline/run.js';
import { assembleVolume, encodeFolder, enrichVolume, type TeiVolume } from './pipeline/volume.js';

/** The outputs that can be asked for; TEI is always written. */
export const outputs = ['html', 'epub', 'pdf', 'archive'] as const;
export type Output = (typeof outputs)[number];

export interface BuildRequest {
  /** A folder with a volume.yaml, a TEI volume or a TEI document. */
  readonly input: string;
  /** The folder for the outputs; `dist/<volume>` where nothing is said. */
  readonly out?: string;
  /** All where nothing is said. */
  readonly only?: readonly Output[];
  /** The time that an archive version bears (RFC 3339, UTC), and who made it. */
  readonly created: string;
  readonly user: string;
}

/** What a build has done. */
export interface BuildReport {
  readonly volume: string;
  readonly title: string;
  readonly folder: string;
  readonly documents: number;
  readonly notes: number;
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
  /** The version of the archive that holds the edition, and whether this build made it. */
  readonly archive?: { readonly version: string; readonly added: boolean };
}

export interface Built extends Result<BuildReport> {
  readonly times: readonly StageTime[];
  /** The texts that the findings point into. */
  readonly sources: Sources;
}

/**
 * Builds a volume. Nothing is written before all that was asked for is made, and then it is swapped in at once; a build that fails leaves the last good one.
 * An error in the texts or in an edition stops it, except for findings of validation: an edition with those is built for looking at, but not archived.
 */
export async function build(request: BuildRequest, surroundings: Surroundings): Promise<Built> {
  const run = new Run(surroundings);
  const sources = new Map();
  const value = await line(request, run, (files) => {
    for (const file of files) sources.set(file.path, file);
  });
  return { ...(value === undefined ? {} : { value }), diagnostics: run.diagnostics, times: run.times, sources };
}

async function line(request: BuildRequest, run: Run, see: (files: BuildInput['sources']) => void): Promise<BuildReport | undefined> {
  const wanted = request.only ?? outputs;

  const input = await run.stage('read', `Reading ${request.input}`, () => readBuildInput(request.input));
  if (input === undefined) return undefined;
  see(input.sources);

  const volume = await teiOf(input, run);
  if (volume === undefined) return undefined;
  see([volume.source]);
  const folder = request.out ?? join('dist', volume.id);
  const blocked = blockedOutput(folder);
  if (blocked !== undefined) {
    run.diagnostics.push(blocked);
    return undefined;
  }

  const valid = await run.stage('validate', `Validating ${volume.id}`, () => validateVolume(volume));
  if (valid === undefined) return undefined;

  const pivot = await run.stage('pivot', `Interpreting ${volume.id}`, () => pivotOf(volume));
  if (pivot === undefined) return undefined;

  const parts = new Map<EditionPart, FileSet>([['tei', volume.files]]);
  for (const name of editionNames(wanted)) {
    const { words, make } = editions[name];
    const files = await run.stage(name, words, () => make(volume, pivot, (text) => surroundings.progress(text)));
    if (files === undefined) return undefined;
    parts.set(name, files);
  }
}
