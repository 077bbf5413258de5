/** The volumes of a series as lists: those that are asked for, and those that its pages show. */
import { type Diagnostic, diagnostic, type Result } from '../diagnostics/diagnostic.js';
import { suggest } from '../diagnostics/suggest.js';
import type { ShownVolume } from './pages.js';
import type { Series } from './read-series.js';
import type { VolumeResult } from './result.js';
import type { SeriesVolume } from './volumes.js';

/** The volumes that are asked for by name; all where none is. */
export function chosenVolumes(
  volumes: readonly SeriesVolume[],
  asked: readonly string[],
): Result<readonly SeriesVolume[]> {
  if (asked.length === 0) return { value: volumes, diagnostics: [] };
  const names = volumes.map(({ name }) => name);
  const diagnostics = asked
    .filter((name) => !names.includes(name))
    .map((name): Diagnostic => {
      const meant = suggest(name, names);
      const suggestion =
        meant === undefined
          ? `Its volumes are ${names.slice(0, 20).join(', ')}${names.length > 20 ? ' …' : ''}.`
          : `Did you mean ${meant}?`;
      return diagnostic('SE009', { name, suggestion });
    });
  if (diagnostics.length > 0) return { diagnostics };
  return { value: volumes.filter(({ name }) => asked.includes(name)), diagnostics };
}

/** What the pages of the series show, in the order of the manifest: what was built, and what is planned. */
export function shownVolumes(
  { manifest, volumes }: Pick<Series, 'manifest' | 'volumes'>,
  results: ReadonlyMap<SeriesVolume, VolumeResult>,
): readonly ShownVolume[] {
  const built = new Set([...results.values()].map(({ id }) => id));
  return manifest.entries.flatMap((entry): readonly ShownVolume[] => {
    const { name: id, title, groups } = entry;
    if (entry.kind === 'planned') return built.has(id) ? [] : [{ id, title, groups }];
    return volumes
      .filter((volume) => volume.entry === entry)
      .flatMap((volume) => {
        const result = results.get(volume);
        return result === undefined ? [] : [{ id: result.id, title: result.title, groups, result }];
      });
  });
}
