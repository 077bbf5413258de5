/** Links the volumes of a series with each other, and puts those into their places that do not stand there as they should. */
import { join, resolve } from 'node:path';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Tell } from './events.js';
import { homeOf } from './inputs.js';
import { type Linkable, Resolver } from './links.js';
import type { SeriesManifest } from './manifest.js';
import { type Links, type Placed, type Placement, placeVolume } from './place.js';
import { memoryFor, Processes, type Task } from './processes.js';
import type { VolumeResult } from './result.js';
import { changedLinks, isThere, type SeriesState } from './state.js';
import { FolderStore } from './store.js';
import type { Surveyed } from './survey.js';
import type { SeriesVolume } from './volumes.js';

/** How many volumes are put into their places without a process of their own. */
const FEW = 3;

/** A volume with what is to stand of it. */
export interface Placeable {
  readonly volume: SeriesVolume;
  readonly key?: string;
  readonly result?: VolumeResult;
  readonly surveyed?: Surveyed;
}

export interface Placing {
  readonly resolver: Resolver;
  /** Where the references of each volume lead in the series. */
  readonly links: ReadonlyMap<string, Links>;
  readonly placed: readonly string[];
  /** Volumes that could not be put into their places; what kept them is among the findings, or what is kept of them is damaged. */
  readonly refused: ReadonlySet<string>;
  readonly damaged: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface PlacingOptions {
  readonly manifest: SeriesManifest;
  readonly folder: string;
  readonly cache: string;
  readonly before: SeriesState;
  readonly processes: number;
  readonly memory: number;
  readonly tell: Tell;
}

export async function placeVolumes(volumes: readonly Placeable[], options: PlacingOptions): Promise<Placing> {
  const { manifest, folder, before, tell } = options;
  const resolver = resolverOf(manifest, volumes);
  const links = new Map<string, Links>();
  const placements: Placement[] = [];
  for (const { volume, key, result, surveyed } of volumes) {
    if (key === undefined || result === undefined) continue;
    const own = linksOf(result, resolver);
    links.set(volume.name, own);
    const target = resolve(folder, result.folder);
    const standing = before[volume.name];
    const isSame = standing?.key === key && standing.folder === result.folder;
    const changed = changedLinks(standing?.links ?? {}, own);
    if (isSame && changed.length === 0 && isThere(target, result)) continue;
    const why = isSame
      ? changed.length > 0
        ? changed.map((one) => `${one} leads elsewhere now`)
        : ['files of it are missing']
      : [];
    if (why.length > 0) tell({ event: 'why', volume: volume.name, action: 'place', reasons: why });
    const home = homeOf(volume);
    const read = Object.keys(surveyed?.inputs ?? standing?.inputs ?? {}).map((path) => join(home, path));
    placements.push({ name: volume.name, folder: target, key, links: own, read });
  }
  const placed: string[] = [];
  const damaged: string[] = [];
  const diagnostics: Diagnostic[] = [];
  const pending = new Set(placements.map(({ name }) => name));
  if (placements.length > 0) tell({ event: 'placing', volumes: placements.length });
  await eachPlaced(placements, options, ({ name, state, diagnostics: found }) => {
    if (state === 'damaged') damaged.push(name);
    for (const one of found) diagnostics.push(one);
    if (state !== 'placed') return;
    pending.delete(name);
    placed.push(name);
    tell({ event: 'placed', volume: name });
  });
  return { resolver, links, placed, refused: pending, damaged, diagnostics };
}

/** Few are put into their places here, since a process takes as long to begin; many by several processes. */
async function eachPlaced(
  placements: readonly Placement[],
  { cache, processes, memory }: PlacingOptions,
  told: (placed: Placed) => void,
): Promise<void> {
  if (placements.length <= FEW) {
    const store = new FolderStore(cache);
    for (const placement of placements) told(await placeVolume(placement, store));
    return;
  }
  const many = Math.min(processes, placements.length);
  const tasks = Array.from({ length: many }, (_, i): Task<{ readonly share: readonly Placement[] }> => {
    const share = placements.filter((_one, at) => at % many === i);
    return { what: { share }, memory: memoryFor(0), folder: process.cwd(), order: { cache, placements: share } };
  });
  const answered = new Set<string>();
  await new Processes(processes, memory).run(tasks, {
    begun: () => undefined,
    answered: (_, answer) => {
      if (!('placed' in answer)) return;
      answered.add(answer.placed.name);
      told(answer.placed);
    },
    // What stood in the places of the others stands there still.
    crashed: ({ share }, { reason }) => {
      for (const { name, folder: path } of share.filter((placement) => !answered.has(placement.name)))
        told({ name, state: 'refused', diagnostics: [diagnostic('SE081', { name, reason }, { file: path })] });
    },
  });
}

function resolverOf(manifest: SeriesManifest, volumes: readonly Placeable[]): Resolver {
  const linkable = new Map(
    volumes.flatMap(({ result }): (readonly [string, Linkable])[] =>
      result === undefined ? [] : [[result.id, { folder: result.folder, pages: result.pages }]],
    ),
  );
  const planned = new Map(
    manifest.entries.flatMap(({ kind, name, title }) => (kind === 'planned' ? [[name, title] as const] : [])),
  );
  return new Resolver(linkable, planned, manifest.aliases);
}

function linksOf({ references }: VolumeResult, resolver: Resolver): Links {
  return Object.fromEntries(
    Object.keys(references)
      .sort()
      .flatMap((target) => {
        const to = resolver.resolve(target);
        return to === undefined ? [] : [[target, to] as const];
      }),
  );
}
