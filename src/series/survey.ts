/** What has to be done for a series: for each volume what it is made of now, and whether that is kept. */

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { SourceFile } from '../model/source-file.js';
import { readLook } from '../pipeline/look.js';
import { allInputs, hashesOf, homeOf, type InputHashes, inputKey, inputName, ownInputs } from './inputs.js';
import { type CommonOptions, firstKey, pathsLookedAt, resultOf, type VolumeResult } from './result.js';
import { type PlacedVolume, reasonsFor } from './state.js';
import type { Store } from './store.js';
import type { SeriesVolume } from './volumes.js';

/** The house style of a series. */
export interface SeriesTheme {
  /** The theme.yaml; absent where the series has none. */
  readonly path?: string;
  /** It was named by the call, and goes before those of the volumes. */
  readonly isNamed: boolean;
  readonly inputs: InputHashes;
  readonly diagnostics: readonly Diagnostic[];
}

/** A volume with what is known of it before anything is built. */
export interface Surveyed {
  readonly volume: SeriesVolume;
  readonly first: string;
  readonly own: InputHashes;
  readonly theme: string | undefined;
  /** All that goes into it, as far as it is known. */
  readonly inputs: InputHashes;
  /** What is kept of just that. */
  readonly kept?: { readonly key: string; readonly result: VolumeResult };
  /** Why it is to be built, where nothing is kept. */
  readonly reasons: readonly string[];
}

/** The house style: the one that is named, else the theme.yaml beside the manifest of the series. */
export async function themeOf(
  folder: string,
  named: string | undefined,
  found: (source: SourceFile) => void,
): Promise<SeriesTheme> {
  const beside = join(folder, 'theme.yaml');
  const path = named ?? (existsSync(beside) ? beside : undefined);
  if (path === undefined) return { isNamed: false, inputs: {}, diagnostics: [] };
  const { value, diagnostics } = await readLook(folder, { kind: 'tei' }, path, found);
  const inputs = hashesOf(
    '',
    (value?.read ?? []).map((file) => resolve(file)),
  );
  // What counts are the bytes; on another machine the theme lies elsewhere.
  const unnamed = Object.fromEntries(Object.values(inputs).map((hash, i) => [String(i), hash]));
  return { path: resolve(path), isNamed: named !== undefined, inputs: unnamed, diagnostics };
}

export async function survey(
  volume: SeriesVolume,
  program: string,
  options: CommonOptions,
  theme: SeriesTheme,
  store: Store,
  before: PlacedVolume | undefined,
): Promise<Surveyed> {
  const own = ownInputs(volume);
  const hasOwnTheme = volume.kind === 'folder' && existsSync(join(volume.path, 'theme.yaml'));
  const dress = theme.path !== undefined && (theme.isNamed || !hasOwnTheme) ? theme : undefined;
  const first = firstKey(program, options, dress?.inputs ?? {}, inputName(volume), own);
  const paths = await pathsLookedAt(store, first);
  const inputs = paths === undefined ? own : allInputs(homeOf(volume), own, paths);
  const base = { volume, first, own, inputs, theme: dress?.path };
  const key = inputKey(first, inputs);
  const result = paths === undefined ? undefined : await resultOf(store, key);
  if (result !== undefined && result !== 'damaged' && !result.isFaulty)
    return { ...base, kept: { key, result }, reasons: [] };
  const reasons =
    typeof result === 'object'
      ? ['something could not be made of it last time']
      : reasonsFor(volume.name, before, { program, options, inputs }, result === 'damaged');
  return { ...base, reasons };
}
