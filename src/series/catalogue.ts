/** What a series that is published at an address tells programs: catalogues of its volumes (OPDS), an index of their sitemaps, a feed of new and corrected volumes. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { feedPath } from '../discovery/feed.js';
import { opds, opds2, opds2Path, opdsPath } from '../discovery/opds.js';
import type { Download, PublishedSeries, PublishedVolume } from '../discovery/series.js';
import { type SeriesEvent, seriesFeed } from '../discovery/series-feed.js';
import { addressList } from '../discovery/sitemap.js';
import { type ListedSitemap, sitemapIndex } from '../discovery/sitemap-index.js';
import { element } from '../formats/xml-writer.js';
import { addressBelow, baseOf } from '../metadata/web-address.js';
import type { FileSet } from '../model/file-set.js';
import { instantOf } from '../model/instant.js';
import type { SeriesView, ShownVolume } from './pages.js';
import type { VolumeResult } from './result.js';

/** When each volume was first told of, and when it was told to have changed since: RFC 3339, rising, by its id. */
export type History = Readonly<Record<string, readonly string[]>>;

const HISTORY = 'volumes.json';
const SITEMAP = 'sitemap.xml';
/** The series' own pages; `sitemap.xml` is the index of this and of those of the volumes. */
const OWN_SITEMAP = 'sitemap-series.xml';

const MEDIA_TYPES = { epub: 'application/epub+zip', pdf: 'application/pdf' } as const;

/** What is asked of the folder of the series, in which the volumes stand in their places. */
export interface Standing {
  /** How many bytes a file has; undefined where there is none. */
  bytesOf(path: string): number | undefined;
  /** The names of the files in a folder; none where there is no such folder. */
  namesIn(path: string): readonly string[];
  readonly history: History;
}

export function standingIn(folder: string): Standing {
  return {
    bytesOf: (path) => statSync(join(folder, path), { throwIfNoEntry: false })?.size,
    namesIn: (path) => (existsSync(join(folder, path)) ? readdirSync(join(folder, path)) : []),
    history: historyIn(folder),
  };
}

/** One that cannot be read counts as none; it is then not written over either, since it is not as it was left. */
function historyIn(folder: string): History {
  try {
    const { volumes } = JSON.parse(readFileSync(join(folder, HISTORY), 'utf8')) as { volumes?: unknown };
    return Object.fromEntries(Object.entries(volumes ?? {}).filter(([, times]) => isTimes(times)));
  } catch {
    return {};
  }
}

function isTimes(times: unknown): times is readonly string[] {
  return Array.isArray(times) && times.every((time) => typeof time === 'string');
}

/** The files, by their paths in the series' folder; none where it is published at no address, or nothing is built. */
export function catalogueFiles({ manifest, volumes }: SeriesView, standing: Standing): FileSet {
  const base = baseOf(manifest);
  const built = volumes.flatMap(({ groups, result }) => (result === undefined ? [] : [{ groups, result }]));
  const [first] = built;
  if (base === undefined || first === undefined) return new Map();
  const history = historyWith(standing.history, built);
  const published = built.map((one) => publishedOf(one, base, history, standing));
  const series: PublishedSeries = {
    ...{ title: manifest.title, publisher: manifest.publisher, base },
    modified:
      published
        .map(({ modified }) => modified)
        .sort()
        .at(-1) ?? first.result.modified,
    language: first.result.record.languages[0] ?? 'en',
  };
  const own = [element('url', {}, element('loc', {}, base), element('lastmod', {}, series.modified))];
  const sitemaps: readonly ListedSitemap[] = [
    { address: addressBelow(base, OWN_SITEMAP), modified: series.modified },
    ...built.flatMap(({ result }) => sitemapsOf(result, standing)),
  ];
  const isOffered = published.some(({ downloads }) => downloads.length > 0);
  return new Map<string, string | Uint8Array>([
    [HISTORY, `${JSON.stringify({ volumes: history }, null, 1)}\n`],
    [feedPath, seriesFeed(series, eventsOf(series, published, history))],
    [SITEMAP, sitemapIndex(base, sitemaps)],
    ...addressList({ base }, { path: OWN_SITEMAP, entries: own }),
    ...(isOffered ? [...opds(series, published), [opds2Path, opds2(series, published)] as const] : []),
  ]);
}

/** What leads to them: of a page's head, and in words. */
export interface CatalogueLink {
  readonly href: string;
  readonly type: string;
  readonly title: string;
}

export function catalogueLinks(files: FileSet): readonly CatalogueLink[] {
  const all: readonly CatalogueLink[] = [
    { href: feedPath, type: 'application/atom+xml', title: 'New and corrected volumes (Atom)' },
    { href: opdsPath, type: 'application/atom+xml;profile=opds-catalog', title: 'Catalogue for reading apps (OPDS)' },
    { href: opds2Path, type: 'application/opds+json', title: 'Catalogue for reading apps (OPDS 2)' },
  ];
  return all.filter(({ href }) => files.has(href));
}

/**
 * A volume is corrected where the time of its last change is later than the one that was told before: other bytes alone may come of another version of the program. Volumes that are gone
 * keep their history.
 */
function historyWith(history: History, built: readonly { readonly result: VolumeResult }[]): History {
  const now = new Map(Object.entries(history));
  for (const { result } of built) {
    const times = now.get(result.id) ?? [];
    const last = times.at(-1);
    if (last === undefined || last < result.modified) now.set(result.id, [...times, result.modified]);
  }
  return Object.fromEntries([...now].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Of volumes that have a page of their own. */
function eventsOf(
  series: PublishedSeries,
  published: readonly PublishedVolume[],
  history: History,
): readonly SeriesEvent[] {
  return published
    .filter(({ base }) => base !== series.base)
    .flatMap((volume) =>
      (history[volume.record.id] ?? []).map(
        (time, i) => ({ volume, kind: i === 0 ? 'new' : 'corrected', time }) as const,
      ),
    );
}

function publishedOf(
  { groups, result }: Pick<ShownVolume, 'groups'> & { readonly result: VolumeResult },
  base: string,
  history: History,
  standing: Standing,
): PublishedVolume {
  const { folder, record, modified, files } = result;
  const downloads = (['epub', 'pdf'] as const).flatMap((part): readonly Download[] => {
    const [file] = files[part] ?? [];
    const path = `${folder}/${part}/${file ?? ''}`;
    const bytes = file === undefined ? undefined : standing.bytesOf(path);
    // What could not be put into its place is not offered.
    return bytes === undefined ? [] : [{ address: addressBelow(base, path), mediaType: MEDIA_TYPES[part], bytes }];
  });
  return {
    // By the id that the series knows it by.
    record: { ...record, id: result.id },
    base: files['html'] === undefined ? base : addressBelow(base, `${folder}/html/`),
    created: instantOf(record.issued) ?? history[result.id]?.[0] ?? modified,
    modified,
    ...(groups.length === 0 ? {} : { group: groups.map(({ head }) => head).join(' · ') }),
    downloads,
  };
}

/** The sitemaps of a volume that is published at an address of its own; where one is an index, its parts, since an index holds no other. */
function sitemapsOf({ folder, record, modified }: VolumeResult, { namesIn }: Standing): readonly ListedSitemap[] {
  const base = baseOf(record);
  if (base === undefined) return [];
  const names = namesIn(`${folder}/html`).filter((name) => /^sitemap(?:-\d+)?\.xml$/.test(name));
  const parts = names.filter((name) => name !== SITEMAP);
  const number = (name: string): number => Number(/\d+/.exec(name)?.[0] ?? 0);
  return (parts.length > 0 ? parts.sort((a, b) => number(a) - number(b)) : names).map((name) => ({
    address: addressBelow(base, name),
    modified,
  }));
}
