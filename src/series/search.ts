/** The search over all volumes of a series: one index, made of what each volume's web edition holds, and made again only where that has changed. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { removeIfEmpty } from '../formats/file-output.js';
import type { FileSet } from '../model/file-set.js';
import {
  type FacetName,
  type FacetValue,
  facetValue,
  type SearchableDocument,
  type SearchableVolume,
} from '../model/searchable.js';
import { Gate } from '../pipeline/gate.js';
import { replaceParts } from '../pipeline/output-folder.js';
import { readRecord } from '../pipeline/record.js';
import { SEARCH_STYLESHEET } from '../transform/html/search-page.js';
import type { ShownVolume } from './pages.js';
import { getPack, keyOf, putPack, type Store } from './store.js';

const PART = 'search';
/** In the folder of the index: what it is made of. */
const MADE_OF = 'made-of.json';

/** What can be found in a volume, as it is kept. */
export interface KeptSearchable {
  /** The hash of the data. */
  readonly pack: string;
  readonly language: string;
}

export async function keepSearchable(store: Store, volume: SearchableVolume): Promise<KeptSearchable> {
  const pack = await putPack(store, gzipSync(JSON.stringify(volume), { level: 3 }));
  return { pack, language: volume.language };
}

/** The language of all volumes that are searched; empty where they have several. */
export function languageOf(volumes: readonly ShownVolume[]): string {
  const [first = '', ...others] = new Set(volumes.flatMap(({ result }) => result?.searchable?.language ?? []));
  return others.length === 0 ? first : '';
}

/** The index of a series, and what has become of it. */
export interface SeriesSearch {
  /** The files to be written; absent where those that stand there are the right ones, or where there is nothing to search. */
  readonly files?: FileSet;
  /** The ids of volumes of which what was kept is lost: nothing can be written then. */
  readonly lost: readonly string[];
}

/** @param program the hash of the program that makes the index */
export async function seriesSearch(
  volumes: readonly ShownVolume[],
  folder: string,
  program: string,
  store: Store,
): Promise<SeriesSearch> {
  const searched = volumes.flatMap(({ id, title, groups, result }) =>
    result?.searchable === undefined ? [] : [{ id, title, groups, folder: result.folder, kept: result.searchable }],
  );
  if (searched.length === 0) return isOurs(folder) ? { lost: [], files: new Map() } : { lost: [] };
  const madeOf = `${JSON.stringify({ key: keyOf([program, searched]) })}\n`;
  if (stands(folder, madeOf)) return { lost: [] };
  const found: SearchableVolume[] = [];
  const lost: string[] = [];
  for (const one of searched) {
    const bytes = await getPack(store, one.kept.pack);
    if (bytes === undefined) lost.push(one.id);
    else found.push(inSeries(JSON.parse(gunzipSync(bytes).toString()) as SearchableVolume, one));
  }
  if (lost.length > 0) return { lost };
  const { seriesSearchFiles } = await import('../pipeline/search-script.js');
  return {
    lost,
    files: new Map(
      [
        ...seriesSearchFiles(found),
        ['search/search.css', SEARCH_STYLESHEET] as const,
        [`${PART}/${MADE_OF}`, madeOf] as const,
      ].map(([path, content]) => [path.slice(PART.length + 1), content]),
    ),
  };
}

/** Whether an index stands there that a build has written. */
function isOurs(folder: string): boolean {
  return [...readRecord(folder).keys()].some((path) => path.startsWith(`${PART}/`));
}

/** Whether the index stands there, whole, and is made of just that. */
function stands(folder: string, madeOf: string): boolean {
  const mark = join(folder, PART, MADE_OF);
  if (!existsSync(mark) || readFileSync(mark, 'utf8') !== madeOf) return false;
  return [...readRecord(folder).keys()]
    .filter((path) => path.startsWith(`${PART}/`))
    .every((path) => existsSync(join(folder, path)));
}

/** Puts the index into its place, beside which the other stands until it is whole. */
export function placeSearch(
  { files, lost }: SeriesSearch,
  folder: string,
  read: readonly string[],
): readonly Diagnostic[] {
  if (lost.length > 0) return lost.map((name) => diagnostic('SE080', { name }));
  if (files === undefined) return [];
  const refused = replaceParts(folder, new Map([[PART, files]]), new Gate(read));
  if (files.size === 0) removeIfEmpty(join(folder, PART));
  return refused;
}

/**
 * A volume as the index of the series has it: its pages by their addresses from the series' home; its facets by their words, since the ids by which a volume tells
 * its persons and chapters apart are its own.
 */
export function inSeries(
  volume: SearchableVolume,
  { id, title, groups, folder }: Pick<ShownVolume, 'id' | 'title' | 'groups'> & { readonly folder: string },
): SearchableVolume {
  const address = (page: string): string => `${encodeURIComponent(folder)}/html/${page}`;
  const name = volume.title === '' ? title : volume.title;
  const own: SearchableDocument['facets'] = {
    ...(groups.length === 0 ? {} : { group: groups.map(({ id: key, head: label }) => ({ key, label })) }),
    volume: [{ key: id, label: name }],
  };
  return {
    ...volume,
    documents: volume.documents.map((document) => ({
      ...document,
      page: address(document.page),
      volume: name,
      facets: { ...byWords(document.facets), ...own },
    })),
    pages: volume.pages.map((one) => ({ ...one, page: address(one.page), title: `${one.title} · ${name}` })),
  };
}

function byWords(facets: SearchableDocument['facets']): SearchableDocument['facets'] {
  return Object.fromEntries(
    Object.entries(facets).map(([name, values]: [string, readonly FacetValue[]]) => [
      name as FacetName,
      [...new Map(values.map((value) => facetValue(value.label) ?? value).map((one) => [one.key, one])).values()],
    ]),
  );
}
