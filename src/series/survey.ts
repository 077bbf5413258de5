/** What has to be done for a series: for each volume what it is made of now, and whether that is kept. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.js';
import type { SourceFile } from '../model/source-file.js';
import { readLook } from '../pipeline/look.js';
import { readPrintDress } from '../pipeline/print-style.js';
import { allInputs, hashesOf, homeOf, type InputHashes, inputKey, inputName, ownInputs } from './inputs.js';
import { type CommonOptions, firstKey, pathsLookedAt, resultOf, type VolumeResult } from './result.js';
import { type PlacedVolume, reasonsFor } from './state.js';
import type { Store } from './store.js';
import type { SeriesVolume } from './volumes.js';

/** A house style of a series. */
export interface SeriesStyle {
  /** Its file; of one that comes with the program the name. */
  readonly path: string;
  /** It was named by the call, and goes before those of the volumes. */
  readonly isNamed: boolean;
  /** Its files by their full paths. */
  readonly inputs: InputHashes;
}

/** What the volumes of a series are dressed in that have nothing of their own. */
export interface SeriesTheme {
  /** Of the web editions. */
  readonly theme?: SeriesStyle;
  /** Of the printed ones. */
  readonly printStyle?: SeriesStyle;
  readonly diagnostics: readonly Diagnostic[];
}

/** A volume with what is known of it before anything is built. */
export interface Surveyed {
  readonly volume: SeriesVolume;
  readonly first: string;
  readonly own: InputHashes;
  readonly theme: SeriesStyle | undefined;
  readonly printStyle: SeriesStyle | undefined;
  /** All that goes into it, as far as it is known. */
  readonly inputs: InputHashes;
  /** What is kept of just that. */
  readonly kept?: { readonly key: string; readonly result: VolumeResult };
  /** Why it is to be built, where nothing is kept. */
  readonly reasons: readonly string[];
}

/** The house styles: those that are named, else the theme.yaml and the print.yaml beside the manifest of the series. */
export async function themeOf(
  folder: string,
  named: { readonly theme?: string; readonly printStyle?: string },
  found: (source: SourceFile) => void,
): Promise<SeriesTheme> {
  const theme = await styleOf(join(folder, 'theme.yaml'), named.theme, (path) =>
    readLook(folder, { kind: 'tei' }, path, found),
  );
  const print = await styleOf(join(folder, 'print.yaml'), named.printStyle, (path) =>
    readPrintDress(folder, { kind: 'tei' }, path, found),
  );
  return {
    ...(theme.style && { theme: theme.style }),
    ...(print.style && { printStyle: print.style }),
    diagnostics: [...theme.diagnostics, ...print.diagnostics],
  };
}

async function styleOf(
  beside: string,
  named: string | undefined,
  read: (path: string) => Promise<Result<{ readonly read: readonly string[] }>>,
): Promise<{ readonly style?: SeriesStyle; readonly diagnostics: readonly Diagnostic[] }> {
  const path = named ?? (existsSync(beside) ? beside : undefined);
  if (path === undefined) return { diagnostics: [] };
  const { value, diagnostics } = await read(path);
  const files = (value?.read ?? []).map((file) => resolve(file));
  const isShipped = files.length === 0;
  const style = { path: isShipped ? path : resolve(path), isNamed: named !== undefined, inputs: hashesOf('', files) };
  return { style, diagnostics };
}

/** What counts of a style are its bytes: on another machine it lies elsewhere. */
function styleKey(style: SeriesStyle | undefined): unknown {
  if (style === undefined) return null;
  const hashes = Object.values(style.inputs);
  return hashes.length === 0 ? style.path : hashes;
}

export async function survey(
  volume: SeriesVolume,
  program: string,
  options: CommonOptions,
  styles: SeriesTheme,
  store: Store,
  before: PlacedVolume | undefined,
): Promise<Surveyed> {
  const own = ownInputs(volume);
  const dressIn = (style: SeriesStyle | undefined, ofItsOwn: string): SeriesStyle | undefined =>
    style?.isNamed === true || volume.kind === 'tei' || !existsSync(join(volume.path, ofItsOwn)) ? style : undefined;
  const theme = dressIn(styles.theme, 'theme.yaml');
  const printStyle = dressIn(styles.printStyle, 'print.yaml');
  const first = firstKey(program, options, [styleKey(theme), styleKey(printStyle)], inputName(volume), own);
  const paths = await pathsLookedAt(store, first);
  const inputs = paths === undefined ? own : allInputs(homeOf(volume), own, paths);
  const base = { volume, first, own, inputs, theme, printStyle };
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
