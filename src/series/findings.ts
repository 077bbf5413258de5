/** What is found over a series as a whole, and findings of volumes as the series tells them. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { type Diagnostic, diagnostic, type Place } from '../diagnostics/diagnostic.js';
import { suggest } from '../diagnostics/suggest.js';
import { SourceFile } from '../model/source-file.js';
import type { Resolver } from './links.js';
import type { SeriesManifest } from './manifest.js';
import type { Links } from './place.js';
import type { VolumeResult } from './result.js';
import type { SeriesState } from './state.js';
import type { SeriesVolume } from './volumes.js';

/** Findings of a volume, whose places are from its own folder, with places as the user knows them. */
export function relocated(
  diagnostics: readonly Diagnostic[],
  { path }: Pick<SeriesVolume, 'path'>,
): readonly Diagnostic[] {
  const home = dirname(path);
  return diagnostics.map((found) =>
    found.place === undefined || isAbsolute(found.place.file)
      ? found
      : { ...found, place: { ...found.place, file: join(home, found.place.file) } },
  );
}

/** Findings of a volume without those of pointers that lead to nothing in it, but to a volume of the series. */
export function withoutLinked(diagnostics: readonly Diagnostic[], links: Links): readonly Diagnostic[] {
  const linked = new Set(Object.keys(links).map((target) => diagnostic('TR002', { target }).message));
  return diagnostics.filter(({ code, message }) => code !== 'TR002' || !linked.has(message));
}

/** References to volumes of the series that have not what is named. */
export function danglingReferences(
  { name, path, kind }: SeriesVolume,
  { references }: VolumeResult,
  resolver: Resolver,
): readonly Diagnostic[] {
  const dangling = Object.keys(references).filter((target) => resolver.isDangling(target));
  if (dangling.length === 0) return [];
  const source = kind === 'tei' ? new SourceFile(path, readFileSync(path, 'utf8')) : undefined;
  return dangling.map((target) => {
    const [volume = '', id = ''] = target.split('#');
    const page = references[target]?.[0]?.replace(/\.html$/, '') ?? name;
    return diagnostic(
      'SE014',
      { name: page, target, volume, what: `“${id}”` },
      placeIn(source, target) ?? { file: path },
    );
  });
}

function placeIn(source: SourceFile | undefined, target: string): Place | undefined {
  const at = source?.text.indexOf(`"${target}"`) ?? -1;
  if (source === undefined || at < 0) return undefined;
  return { file: source.path, start: source.positionAt(at + 1), end: source.positionAt(at + 1 + target.length) };
}

/** Aliases that lead to what is not there, and those of volumes that are not there. @param results of all volumes, as far as there are any */
export function brokenAliases(
  { aliases, entries }: Pick<SeriesManifest, 'aliases' | 'entries'>,
  results: readonly (VolumeResult | undefined)[],
  file: string,
): readonly Diagnostic[] {
  const byId = new Map(results.flatMap((result) => (result === undefined ? [] : [[result.id, result] as const])));
  const planned = entries.flatMap(({ kind, name }) => (kind === 'planned' ? [name] : []));
  return [...aliases].flatMap(([volume, ids]) => {
    const known = byId.get(volume);
    if (known === undefined) {
      // The id of a volume that was never built is not known.
      if (planned.includes(volume) || results.includes(undefined)) return [];
      const near = suggest(volume, [...byId.keys(), ...planned]);
      const suggestion = near === undefined ? '' : ` Did you mean ${near}?`;
      return [diagnostic('SE021', { volume, suggestion }, { file })];
    }
    const { pages } = known;
    return pages === undefined
      ? []
      : [...ids]
          .filter(([, id]) => pages[id] === undefined)
          .map(([old, id]) => diagnostic('SE018', { volume, old, id }, { file }));
  });
}

/** Folders of volumes that the series had when it was last built, and no longer has. */
export function foldersLeft(
  folder: string,
  before: SeriesState,
  volumes: readonly SeriesVolume[],
): readonly Diagnostic[] {
  const names = new Set(volumes.map(({ name }) => name));
  return Object.entries(before).flatMap(([name, { folder: own }]) =>
    names.has(name) || !existsSync(join(folder, own)) ? [] : [diagnostic('SE016', { path: join(folder, own) })],
  );
}

/** Of volumes with one id the first stands; the others have failed. */
export function namedTwice<
  T extends {
    readonly volume: SeriesVolume;
    readonly state: string;
    readonly result?: VolumeResult;
    readonly diagnostics: readonly Diagnostic[];
  },
>(standing: readonly T[]): readonly T[] {
  const known = new Map<string, string>();
  return standing.map((one) => {
    if (one.result === undefined) return one;
    const { id, folder } = one.result;
    const other = known.get(folder);
    if (other === undefined) {
      known.set(folder, one.volume.name);
      return one;
    }
    const { result: _, ...rest } = one;
    const found = diagnostic('SE008', { name: one.volume.name, other, id }, one.volume.entry.place);
    return { ...rest, state: 'failed', diagnostics: [found] } as unknown as T;
  });
}
