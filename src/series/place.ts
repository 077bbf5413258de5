/** Puts the editions of a volume into their place, with its references to other volumes as links. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, hasErrors, type Result } from '../diagnostics/diagnostic.js';
import type { FileSet } from '../model/file-set.js';
import { Gate } from '../pipeline/gate.js';
import { replaceParts } from '../pipeline/output-folder.js';
import type { ToldEdition } from '../pipeline/web-site.js';
import { type Resolved, withLinks } from './links.js';
import { TOLD, toldIn, unpackParts } from './pack.js';
import { resultOf, type VolumeResult } from './result.js';
import { getPack, type Store } from './store.js';

const HOME = 'index.html';
/** The head of a home page, which has the line that names the series where the title does not say it. */
const TITLE_BLOCK = /(<header class="title-block">\n)(?:<p class="series">([^<]*)<\/p>\n)?/;

/** References that lead somewhere in the series. */
export type Links = Readonly<Record<string, Resolved>>;

export interface Placement {
  readonly name: string;
  /** The folder of the volume's editions. */
  readonly folder: string;
  /** The key of its result. */
  readonly key: string;
  readonly links: Links;
  /** The files that the volume is made of, over which nothing may be written. */
  readonly read: readonly string[];
}

/** What has become of it: it stands in its place, something stands against that, or what is kept of it is damaged and has to be built again. */
export interface Placed {
  readonly name: string;
  readonly state: 'placed' | 'refused' | 'damaged';
  readonly diagnostics: readonly Diagnostic[];
}

export async function placeVolume({ name, folder, key, links, read }: Placement, store: Store): Promise<Placed> {
  const result = await resultOf(store, key);
  const packed = result === undefined || result === 'damaged' ? undefined : await getPack(store, result.pack);
  const parts = packed && unpackParts(packed);
  if (parts === undefined) return { name, state: 'damaged', diagnostics: [] };
  const { references } = result as VolumeResult;
  const ready = new Map<string, FileSet>([...parts].filter(([part]) => part !== TOLD));
  const site = parts.get('html');
  const diagnostics: Diagnostic[] = [];
  if (site !== undefined) {
    const told = toldIn(parts);
    const linked = withWayBack(linkedPages(site, references, links));
    const complete =
      told === undefined ? { value: linked, diagnostics: [] } : await withCompanions(linked, told, folder);
    for (const found of complete.diagnostics) diagnostics.push(found);
    ready.set('html', complete.value ?? linked);
  }
  for (const found of replaceParts(folder, ready, new Gate(read))) diagnostics.push(found);
  return { name, state: hasErrors(diagnostics) ? 'refused' : 'placed', diagnostics };
}

/** The web edition with its references as links to the pages of the series. */
function linkedPages(site: FileSet, references: VolumeResult['references'], links: Links): FileSet {
  const linked = new Map<string, string | Uint8Array>(site);
  const pages = new Set(Object.keys(links).flatMap((target) => references[target] ?? []));
  for (const path of pages) {
    const page = linked.get(path);
    if (page !== undefined)
      linked.set(
        path,
        withLinks(Buffer.from(page as Uint8Array).toString(), path, (target) => links[target]),
      );
  }
  return linked;
}

/** The web edition, whose home page leads back to that of the series: by the line that names the series, or by one of its own above the title. */
function withWayBack(site: FileSet): FileSet {
  const home = site.get(HOME);
  if (home === undefined) return site;
  const text = Buffer.from(home as Uint8Array).toString();
  const linked = text.replace(
    TITLE_BLOCK,
    (_, start: string, line = 'All volumes') => `${start}<p class="series"><a href="../../${HOME}">${line}</a></p>\n`,
  );
  return new Map([...site, [HOME, linked]]);
}

/** The web edition with the files that tell programs of it: they hold digests of its pages, and tell what has changed since the version that stands there. */
async function withCompanions(
  site: FileSet,
  { edition, pages }: ToldEdition,
  folder: string,
): Promise<Result<FileSet>> {
  const { companionsOf } = await import('../discovery/companions.js');
  const { publicationPath, readPublication } = await import('../discovery/publication.js');
  const before = join(folder, 'html', publicationPath);
  const published = existsSync(before) ? readPublication(readFileSync(before, 'utf8')) : undefined;
  return companionsOf(edition, pages).withFiles(site, published);
}
