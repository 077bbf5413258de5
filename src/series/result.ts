/** What is kept of a built volume, and how it is found again. */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { VolumeRecord } from '../metadata/bibliography.js';
import { fileNameOf } from '../model/file-name.js';
import { type InputHashes, inputKey } from './inputs.js';
import type { PagesByIds, References } from './links.js';
import type { SeriesEdition } from './manifest-schema.js';
import type { KeptSearchable } from './search.js';
import { getSealed, keyOf, putSealed, type Store } from './store.js';

/** What all volumes of a build have in common, as far as their editions depend on it. */
export interface CommonOptions {
  readonly editions: readonly SeriesEdition[];
  readonly searchServer: boolean;
  /** The time of the last change that the surroundings fix. */
  readonly modified: string | undefined;
}

/** A volume that was built: all but its files, which are packed apart. */
export interface VolumeResult {
  readonly id: string;
  /** The id as the name of its folder. */
  readonly folder: string;
  readonly title: string;
  /** What its header says of it, and the time of its last change (RFC 3339, UTC). */
  readonly record: VolumeRecord;
  readonly modified: string;
  readonly documents: number;
  readonly notes: number;
  /** The files of each part of the output. */
  readonly files: Readonly<Record<string, readonly string[]>>;
  /** The hash of the packed files. */
  readonly pack: string;
  /** What can be found in its web edition; absent where it has none. */
  readonly searchable?: KeptSearchable;
  /** Where its ids stand in its web edition; absent where it has none. */
  readonly pages?: PagesByIds;
  readonly references: References;
  /** Places are from the folder that the volume's paths begin at. */
  readonly diagnostics: readonly Diagnostic[];
  /** Something could not be made of it: it is tried again by the next build. */
  readonly isFaulty: boolean;
  /** How long it took, and the most memory that its process held, in bytes. */
  readonly seconds: number;
  readonly memory: number;
}

/** What the result of a volume is found by before its other inputs are known. @param styles what it is dressed in that is not its own */
export function firstKey(
  program: string,
  options: CommonOptions,
  styles: readonly unknown[],
  input: string,
  own: InputHashes,
): string {
  return keyOf([program, options, styles, input, Object.entries(own)]);
}

/** Keeps a result under all that went into it, and what was looked at under what is known beforehand: folders by their own paths, since more may come into them. @returns its key */
export async function keepResult(
  store: Store,
  first: string,
  lookedAt: readonly string[],
  inputs: InputHashes,
  result: VolumeResult,
): Promise<string> {
  const key = inputKey(first, inputs);
  await putSealed(store, `results/${key}`, result);
  await putSealed(store, `inputs/${first}`, lookedAt);
  return key;
}

/** The paths that a volume looked at when it was last built from these beginnings. */
export async function pathsLookedAt(store: Store, first: string): Promise<readonly string[] | undefined> {
  const found = await getSealed<readonly string[]>(store, `inputs/${first}`);
  return found === 'damaged' ? undefined : found;
}

/** A result that is kept, whose packs stay as long as it does. One whose folder is another than its id asks for is none of ours. */
export async function resultOf(store: Store, key: string): Promise<VolumeResult | 'damaged' | undefined> {
  const result = await getSealed<VolumeResult>(store, `results/${key}`);
  if (result === undefined || result === 'damaged') return result;
  if (result.folder !== fileNameOf(result.id)) return 'damaged';
  for (const pack of [result.pack, result.searchable?.pack]) if (pack !== undefined) await store.keep(`packs/${pack}`);
  return result;
}
