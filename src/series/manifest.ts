import { type Diagnostic, diagnostic, type Place, type Result } from '../diagnostics/diagnostic.js';
import type { YamlPath } from '../formats/yaml.js';
import type { SourceFile } from '../model/source-file.js';
import { issueFindings, openManifest, withoutEmpty } from '../volume/manifest.js';
import { type SeriesEdition, type SeriesEntry, seriesSchema } from './manifest-schema.js';

/** A group of volumes: a sub-series, an administration. */
export interface SeriesGroup {
  readonly id: string;
  readonly head: string;
}

/** An entry of the manifest in its order: volumes by path or pattern, or one that is not there yet. */
export interface ListedEntry {
  readonly kind: 'volume' | 'pattern' | 'planned';
  /** The path, the pattern, or the id. */
  readonly name: string;
  /** The title of a planned volume. */
  readonly title: string;
  /** The groups that it is in, from the outermost. */
  readonly groups: readonly SeriesGroup[];
  /** Where it stands in series.yaml. */
  readonly place: Place;
}

/** What series.yaml says. */
export interface SeriesManifest {
  readonly id: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly publisher: string;
  readonly address?: string;
  readonly editions: readonly SeriesEdition[];
  readonly entries: readonly ListedEntry[];
  /** Ids that have changed: of each volume the new ones by the old. */
  readonly aliases: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** Reads series.yaml; findings have the line and column of the key or value that they are about. No value where there is any. */
export function readSeriesManifest(source: SourceFile): Result<SeriesManifest> {
  const opened = openManifest(source);
  if (opened.value === undefined) return { diagnostics: opened.diagnostics };
  const { tree, at } = opened.value;
  const parsed = seriesSchema.safeParse(withoutEmpty(tree.value ?? {}), { reportInput: true });
  if (!parsed.success) {
    const found = parsed.error.issues.flatMap((issue) => issueFindings(issue, [], tree, at));
    // A misspelt key comes before the missing one that it was meant for.
    return { diagnostics: found.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)) };
  }
  const { volumes, aliases, subtitle, address, ...rest } = parsed.data;
  const entries: ListedEntry[] = [];
  const diagnostics: Diagnostic[] = [];
  const known = new Map<string, number>();
  const unique = (id: string, path: YamlPath): void => {
    const place = at(tree.valueSpan(path));
    const before = known.get(id);
    if (before === undefined) known.set(id, place.start?.line ?? 1);
    else diagnostics.push(diagnostic('SE005', { id, line: before }, place));
  };
  const visit = (list: readonly SeriesEntry[], path: YamlPath, groups: readonly SeriesGroup[]): void => {
    for (const [i, entry] of list.entries()) {
      const here = [...path, i];
      if ('group' in entry) {
        unique(entry.group, [...here, 'group']);
        visit(entry.contents, [...here, 'contents'], [...groups, { id: entry.group, head: entry.head }]);
        continue;
      }
      const [kind, name, key] =
        'planned' in entry
          ? (['planned', entry.planned, 'planned'] as const)
          : 'volume' in entry
            ? (['volume', entry.volume, 'volume'] as const)
            : (['pattern', entry.volumes, 'volumes'] as const);
      if (kind === 'planned') unique(name, [...here, key]);
      const title = 'planned' in entry ? entry.title : '';
      entries.push({ kind, name, title, groups, place: at(tree.valueSpan([...here, key])) });
    }
  };
  visit(volumes, ['volumes'], []);
  if (diagnostics.length > 0) return { diagnostics };
  const value: SeriesManifest = {
    ...rest,
    ...(subtitle === undefined ? {} : { subtitle }),
    ...(address === undefined ? {} : { address }),
    entries,
    aliases: new Map(Object.entries(aliases).map(([volume, ids]) => [volume, new Map(Object.entries(ids))])),
  };
  return { value, diagnostics: [] };
}
