/**
 * Builds a series: finds what has to be done, builds volumes in processes beside each other, links them with each other and puts them into their places. What is built is kept under the hash
 * of all that went into it, at once: a build that is broken off loses what was under way, and the next one goes on.
 */
import { dirname, join, resolve } from 'node:path';
import { type Diagnostic, diagnostic, hasErrors, type Result } from '../diagnostics/diagnostic.js';
import type { Sources } from '../diagnostics/format.js';
import { makeFolder } from '../formats/file-output.js';
import type { SourceFile } from '../model/source-file.js';
import { aloneOrNot } from '../pipeline/lock.js';
import { blockedOutput } from '../pipeline/output-folder.js';
import { catalogueFiles, catalogueLinks, standingIn } from './catalogue.js';
import type { Tell, VolumeRow } from './events.js';
import { brokenAliases, danglingReferences, foldersLeft, namedTwice, relocated, withoutLinked } from './findings.js';
import { type Made, makeVolumes } from './make.js';
import type { SeriesEdition } from './manifest-schema.js';
import { writeOwnFiles } from './own-files.js';
import { type ShownVolume, seriesPages } from './pages.js';
import type { Links } from './place.js';
import { type Placing, placeVolumes } from './placing.js';
import { programHash } from './program.js';
import { readSeries, type Series } from './read-series.js';
import { type CommonOptions, resultOf, type VolumeResult } from './result.js';
import { placeSearch, type SeriesSearch, seriesSearch } from './search.js';
import { readState, type SeriesState, writeState } from './state.js';
import { FolderStore } from './store.js';
import { type Surveyed, survey, themeOf } from './survey.js';
import { chosenVolumes, shownVolumes } from './volume-list.js';
import type { SeriesVolume } from './volumes.js';

export interface SeriesRequest {
  /** A folder with a series.yaml. */
  readonly input: string;
  /** The folder for the outputs; `dist/<series>` where nothing is said. */
  readonly out?: string;
  /** Where results are kept; beside the folder for the outputs where nothing is said. */
  readonly cache?: string;
  /** The editions; those of the manifest where nothing is said. */
  readonly only?: readonly SeriesEdition[];
  /** The volumes to build; all where none is named. */
  readonly volumes: readonly string[];
  readonly processes: number;
  /** For all processes together, in bytes. */
  readonly memory: number;
  readonly theme?: string;
  readonly printStyle?: string;
  readonly searchServer: boolean;
  readonly modified?: string;
}

export interface SeriesReport {
  readonly series: string;
  readonly title: string;
  readonly folder: string;
  readonly rows: readonly VolumeRow[];
  /** How many volumes were put into their places; the others stood there already. */
  readonly placed: number;
}

export interface BuiltSeries extends Result<SeriesReport> {
  readonly sources: Sources;
}

const LOCK = '.chancery-series.lock';

export async function buildSeries(request: SeriesRequest, tell: Tell): Promise<BuiltSeries> {
  const sources = new Map<string, SourceFile>();
  const found = (source: SourceFile): void => void sources.set(source.path, source);
  const series = readSeries(request.input, found);
  if (series.value === undefined) return { diagnostics: series.diagnostics, sources };
  const folder = request.out ?? join('dist', series.value.manifest.id);
  const theme = await themeOf(series.value.folder, request, found);
  const chosen = chosenVolumes(series.value.volumes, request.volumes);
  const blocked = blockedOutput(folder);
  const hindrances = [...theme.diagnostics, ...chosen.diagnostics, ...(blocked === undefined ? [] : [blocked])];
  if (hasErrors(hindrances) || chosen.value === undefined) return { diagnostics: hindrances, sources };
  makeFolder(folder);
  const lock = join(folder, LOCK);
  const building = new SeriesBuild(request, series.value, folder, tell);
  const chosenVolume = new Set(chosen.value);
  const done = await aloneOrNot(lock, () => building.run((volume) => chosenVolume.has(volume), theme));
  if (done === undefined)
    return { diagnostics: [diagnostic('SE015', { path: folder, lock }, { file: folder })], sources };
  return { ...done, diagnostics: [...hindrances, ...done.diagnostics], sources };
}

/** A volume while the series is built. */
interface Standing {
  readonly volume: Series['volumes'][number];
  readonly state: VolumeRow['state'];
  /** What stands or is to stand in the folder. */
  readonly key?: string;
  readonly result?: VolumeResult;
  readonly surveyed?: Surveyed;
  readonly diagnostics: readonly Diagnostic[];
}

class SeriesBuild {
  readonly #request: SeriesRequest;
  readonly #series: Series;
  readonly #folder: string;
  readonly #tell: Tell;
  readonly #cache: string;
  readonly #store: FolderStore;
  readonly #options: CommonOptions;
  readonly #before: SeriesState;

  constructor(request: SeriesRequest, series: Series, folder: string, tell: Tell) {
    this.#request = request;
    this.#series = series;
    this.#folder = folder;
    this.#tell = tell;
    this.#cache = resolve(request.cache ?? join(dirname(resolve(folder)), '.chancery-cache'));
    this.#store = new FolderStore(this.#cache);
    const { searchServer, modified, only } = request;
    this.#options = { editions: only ?? series.manifest.editions, searchServer, modified };
    this.#before = readState(folder);
  }

  async run(
    isChosen: (volume: Standing['volume']) => boolean,
    theme: Awaited<ReturnType<typeof themeOf>>,
  ): Promise<Result<SeriesReport>> {
    const program = programHash();
    const surveyed: Surveyed[] = [];
    const surveyOf = (volume: SeriesVolume): Promise<Surveyed> =>
      survey(volume, program, this.#options, theme, this.#store, this.#before[volume.name]);
    for (const volume of this.#series.volumes)
      if (isChosen(volume) || (await this.#isLost(volume))) surveyed.push(await surveyOf(volume));
    let standing = await this.#made(
      surveyed,
      surveyed.filter(({ kept }) => kept === undefined),
    );
    let placing = await this.#placed(standing, program);
    let search = await this.#searched(standing, program);
    // What was kept of them is damaged, which is only seen when it is taken out.
    const again: Surveyed[] = [];
    for (const { volume, state, surveyed: known, result } of standing) {
      const isUnsearchable = state !== 'built' && result !== undefined && search.lost.includes(result.id);
      if (!placing.damaged.includes(volume.name) && !isUnsearchable) continue;
      again.push({ ...(known ?? (await surveyOf(volume))), reasons: ['what was kept of it is damaged'] });
    }
    if (again.length > 0) {
      const remade = await this.#made(again, again);
      standing = standing.map(
        (one) => remade.find(({ volume, state }) => volume === one.volume && state !== 'left') ?? one,
      );
      const second = await this.#placed(standing, program);
      placing = { ...second, placed: [...placing.placed, ...second.placed] };
      search = await this.#searched(standing, program);
    }
    const refused = this.#home(standing, search);
    this.#store.prune(Date.now());
    const { manifest } = this.#series;
    const resolver = placing.resolver;
    const rows = standing.map((one) => this.#row(one, placing.links.get(one.volume.name) ?? {}));
    const diagnostics = [
      ...rows.flatMap((row) => (row.state === 'left' ? [] : row.diagnostics)),
      ...placing.diagnostics,
      ...standing.flatMap(({ volume, result, state }) =>
        result === undefined || state === 'left' ? [] : danglingReferences(volume, result, resolver),
      ),
      ...brokenAliases(
        manifest,
        standing.map(({ result }) => result),
        join(this.#series.folder, 'series.yaml'),
      ),
      ...foldersLeft(this.#folder, this.#before, this.#series.volumes),
      ...refused,
    ];
    const { id: series, title } = manifest;
    return { value: { series, title, folder: this.#folder, rows, placed: placing.placed.length }, diagnostics };
  }

  /** Whether a volume stands in the folder of which nothing is kept any more: the pages and the search of the series cannot be made without it, whoever was asked for. */
  async #isLost({ name }: SeriesVolume): Promise<boolean> {
    const key = this.#before[name]?.key;
    return key !== undefined && typeof (await resultOf(this.#store, key)) !== 'object';
  }

  /** All volumes, those in need built. */
  async #made(surveyed: readonly Surveyed[], needed: readonly Surveyed[]): Promise<readonly Standing[]> {
    const { processes, memory } = this.#request;
    const made = await makeVolumes(needed, {
      ...{
        series: this.#series.manifest.id,
        volumes: surveyed.length,
        options: this.#options,
        cache: this.#cache,
        store: this.#store,
      },
      ...{ processes, memory, tell: this.#tell },
    });
    const standing: Standing[] = [];
    for (const volume of this.#series.volumes) {
      const one = surveyed.find((known) => known.volume === volume);
      standing.push(await this.#standing(volume, one, one && made.get(one)));
    }
    return namedTwice(standing);
  }

  async #standing(
    volume: Standing['volume'],
    surveyed: Surveyed | undefined,
    made: Made | undefined,
  ): Promise<Standing> {
    if (surveyed?.kept !== undefined && made === undefined)
      return { volume, surveyed, state: 'kept', ...surveyed.kept, diagnostics: surveyed.kept.result.diagnostics };
    if (made?.result !== undefined)
      return {
        volume,
        ...(surveyed && { surveyed }),
        state: 'built',
        key: made.key,
        result: made.result,
        diagnostics: made.result.diagnostics,
      };
    // The last good editions stay in the series.
    const key = this.#before[volume.name]?.key;
    const result = key === undefined ? undefined : await resultOf(this.#store, key);
    return {
      ...{ volume, state: made === undefined ? 'left' : 'failed', diagnostics: made?.diagnostics ?? [] },
      ...(key === undefined || result === undefined || result === 'damaged' ? {} : { key, result }),
    };
  }

  async #placed(standing: readonly Standing[], program: string): Promise<Placing> {
    const placing = await placeVolumes(standing, {
      ...{ manifest: this.#series.manifest, folder: this.#folder, cache: this.#cache, before: this.#before },
      ...{ processes: this.#request.processes, memory: this.#request.memory, tell: this.#tell },
    });
    const state: Record<string, SeriesState[string]> = {};
    for (const { volume, surveyed, key, result } of standing) {
      const before = this.#before[volume.name];
      const links = placing.links.get(volume.name) ?? {};
      const isRefused = placing.refused.has(volume.name);
      if (surveyed === undefined || key === undefined || result === undefined || isRefused) {
        const isRelinked = before !== undefined && result !== undefined && !isRefused;
        if (before !== undefined) state[volume.name] = isRelinked ? { ...before, links } : before;
        continue;
      }
      const { id, folder } = result;
      state[volume.name] = { id, folder, key, links, program, options: this.#options, inputs: surveyed.inputs };
    }
    if (JSON.stringify(state) !== JSON.stringify(this.#before)) writeState(this.#folder, state);
    return placing;
  }

  #shown(standing: readonly Standing[]): readonly ShownVolume[] {
    const results = standing.flatMap(({ volume, result }) => (result === undefined ? [] : [[volume, result] as const]));
    return shownVolumes(this.#series, new Map(results));
  }

  async #searched(standing: readonly Standing[], program: string): Promise<SeriesSearch> {
    return seriesSearch(this.#shown(standing), this.#folder, program, this.#store);
  }

  /** The pages of the series, its catalogues and its search. */
  #home(standing: readonly Standing[], search: SeriesSearch): readonly Diagnostic[] {
    const view = { manifest: this.#series.manifest, volumes: this.#shown(standing) };
    const read = this.#series.volumes.map(({ path }) => path);
    const catalogue = catalogueFiles(view, standingIn(this.#folder));
    const pages = seriesPages(view, catalogueLinks(catalogue));
    const refused = writeOwnFiles(this.#folder, new Map([...pages, ...catalogue]), read);
    return [...refused, ...placeSearch(search, this.#folder, read)];
  }

  #row({ volume, state, result, diagnostics }: Standing, links: Links): VolumeRow {
    const { documents = 0, notes = 0, seconds = 0, memory = 0 } = result ?? {};
    return {
      ...{ volume: volume.name, state, documents, notes, seconds, memory },
      diagnostics: relocated(withoutLinked(diagnostics, links), volume),
    };
  }
}
