/** What a build of a series has left in its folder: what each volume's editions were made of, by which the next build knows what to do, and can say why. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../formats/file-output.js';
import type { InputHashes } from './inputs.js';
import type { Links } from './place.js';
import type { CommonOptions, VolumeResult } from './result.js';
import { sha256 } from './store.js';

const STATE = '.chancery-series.json';

/** A volume as it stands in the folder. */
export interface PlacedVolume {
  readonly id: string;
  readonly folder: string;
  /** The key of its result. */
  readonly key: string;
  readonly links: Links;
  readonly program: string;
  readonly options: CommonOptions;
  readonly inputs: InputHashes;
}

/** The volumes by their names. */
export type SeriesState = Readonly<Record<string, PlacedVolume>>;

/** The state of a folder, without what objects have by themselves, since volumes may have any name; empty where there is none, or where it is damaged: then all is put into its place anew, of what is kept. */
export function readState(folder: string): SeriesState {
  const none: SeriesState = Object.create(null) as SeriesState;
  try {
    const text = readFileSync(join(folder, STATE), 'utf8');
    const { seal, volumes } = JSON.parse(text) as { seal?: string; volumes?: SeriesState };
    return volumes !== undefined && seal === sha256(JSON.stringify(volumes)) ? Object.assign(none, volumes) : none;
  } catch {
    return none;
  }
}

export function writeState(folder: string, volumes: SeriesState): void {
  const about =
    'What the editions of this series were made of. It may be removed: the next build then puts them into their places anew.';
  writeWhole(join(folder, STATE), `${JSON.stringify({ about, seal: sha256(JSON.stringify(volumes)), volumes })}\n`);
}

/** Whether all files of a result stand in their places. */
export function isThere(folder: string, { files }: Pick<VolumeResult, 'files'>): boolean {
  return Object.entries(files).every(([part, names]) => {
    const inner = join(folder, part);
    if (!existsSync(inner)) return false;
    const present = new Set(
      readdirSync(inner, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/')),
    );
    return names.every((name) => present.has(name));
  });
}

/** Why a volume is built. @param before as it stood in the folder @param isDamaged whether what was kept of it was damaged */
export function reasonsFor(
  name: string,
  before: PlacedVolume | undefined,
  now: { readonly program: string; readonly options: CommonOptions; readonly inputs: InputHashes },
  isDamaged: boolean,
): readonly string[] {
  if (isDamaged) return ['what was kept of it is damaged'];
  if (before === undefined) return ['it has not been built before'];
  const reasons: string[] = [];
  if (before.program !== now.program) reasons.push('the program has changed');
  if (JSON.stringify(before.options) !== JSON.stringify(now.options))
    reasons.push('other editions or options are asked for');
  for (const path of new Set([...Object.keys(before.inputs), ...Object.keys(now.inputs)])) {
    const [old, current] = [before.inputs[path] ?? null, now.inputs[path] ?? null];
    if (old === current) continue;
    reasons.push(`${path} ${old === null ? 'has come' : current === null ? 'has gone' : 'has changed'}`);
  }
  return reasons.length > 0 ? reasons : [`nothing is kept of ${name} any more`];
}

/** Which references of a volume lead elsewhere than before. */
export function changedLinks(before: Links, now: Links): readonly string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(now)])].filter(
    (target) => JSON.stringify(before[target]) !== JSON.stringify(now[target]),
  );
}
