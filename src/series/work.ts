/** The work of one process for a series: a volume built and kept, or editions put into their places. */
import { join, resolve } from 'node:path';
import { type Diagnostic, diagnostic, hasErrors } from '../diagnostics/diagnostic.js';
import type { FileSet } from '../model/file-set.js';
import { build } from '../pipeline.js';
import { allInputs, changedBetween, hashesOf, type InputHashes, inputName, pathsFrom } from './inputs.js';
import { pagesByIds, referencesOf } from './links.js';
import { packParts, TOLD, toldPart } from './pack.js';
import { type CommonOptions, keepResult, type VolumeResult } from './result.js';
import { keepSearchable } from './search.js';
import { putPack, type Store } from './store.js';

/** A volume to be built. The process stands in the folder that its paths begin at. */
export interface VolumeJob {
  readonly name: string;
  /** The TEI file or the folder of the volume, from the folder where the process stands. */
  readonly input: string;
  /** The house styles of the series, where the volume has none of its own; and their files, by full paths. */
  readonly theme?: string;
  readonly printStyle?: string;
  readonly styles: InputHashes;
  readonly options: CommonOptions;
  /** The key of what is known beforehand, and that itself. */
  readonly first: string;
  readonly own: InputHashes;
}

/** What has become of a job: the key of what is kept, or why nothing is. */
export type VolumeOutcome = { readonly key: string } | { readonly diagnostics: readonly Diagnostic[] };

/** Builds a volume and keeps it. */
export async function buildVolume(
  { name, input, theme, printStyle, styles, options, first, own }: VolumeJob,
  store: Store,
  home: string,
  progress: (words: string) => void,
): Promise<VolumeOutcome> {
  const { editions, searchServer, modified } = options;
  let made: Parameters<NonNullable<Parameters<typeof build>[0]['take']>>[0] | undefined;
  const [start, begin] = [performance.now(), Date.now()];
  const built = await build(
    {
      input,
      // Nothing is written there.
      out: join('dist', '.chancery-series', name),
      only: editions,
      searchServer,
      ...(theme === undefined ? {} : { theme }),
      ...(printStyle === undefined ? {} : { printStyle }),
      ...(modified === undefined ? {} : { modified }),
      created: '1970-01-01T00:00:00Z',
      user: '',
      take: (editionsMade) => {
        made = editionsMade;
        return [];
      },
    },
    { now: () => performance.now(), progress },
  );
  if (made === undefined || built.value === undefined) return { diagnostics: built.diagnostics };
  const { parts, lookedAt, told, searchable, record, modified: changed } = made;
  const besides = pathsFrom(
    home,
    lookedAt.filter((path) => styles[resolve(path)] === undefined),
  );
  const inputs = allInputs(home, own, besides);
  const ownNow = hashesOf(home, [inputName({ path: join(home, input) })]);
  const isChanged =
    JSON.stringify(ownNow) !== JSON.stringify(own) ||
    JSON.stringify(hashesOf('', Object.keys(styles))) !== JSON.stringify(styles) ||
    changedBetween(home, Object.keys(inputs), begin, Date.now()).length > 0;
  if (isChanged) return { diagnostics: [diagnostic('SE017', { name })] };
  const site = parts.get('html');
  const pages = site === undefined ? undefined : pagesByIds(site, idsIn(parts.get('tei')));
  const { volume, title, documents, notes } = built.value;
  const result: VolumeResult = {
    id: volume,
    folder: made.name,
    title,
    record,
    modified: told?.edition.modified ?? changed,
    documents,
    notes,
    files: Object.fromEntries([...parts].map(([part, files]) => [part, [...files.keys()]])),
    pack: await putPack(store, packParts(told === undefined ? parts : new Map([...parts, [TOLD, toldPart(told)]]))),
    // A web edition that was kept back has no pages to be found.
    ...(searchable === undefined || site === undefined ? {} : { searchable: await keepSearchable(store, searchable) }),
    ...(pages === undefined ? {} : { pages }),
    references: site === undefined ? {} : referencesOf(site),
    diagnostics: built.diagnostics,
    isFaulty: hasErrors(built.diagnostics.filter(({ code }) => !code.startsWith('VA'))),
    seconds: (performance.now() - start) / 1000,
    memory: process.resourceUsage().maxRSS * 1024,
  };
  return { key: await keepResult(store, first, besides, inputs, result) };
}

/** The ids that the TEI of a volume gives. */
function idsIn(tei: FileSet | undefined): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const [name, content] of tei ?? [])
    if (name.endsWith('.xml') && typeof content === 'string')
      for (const [, id = ''] of content.matchAll(/\sxml:id\s*=\s*["']([^"']+)["']/g)) ids.add(id);
  return ids;
}
