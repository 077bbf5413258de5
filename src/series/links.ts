/** References from one volume of a series to another, as the pages of the web edition bear them. */
import { posix } from 'node:path';
import type { FileSet } from '../model/file-set.js';

/** Where each id of a volume stands: its page without `.html`, by the id. An id that is a page's own stands for the page. */
export type PagesByIds = Readonly<Record<string, string>>;

/** The pages that refer to another volume, by what they refer to (`frus1981-88v04#d355`, `frus1981-88v04`). */
export type References = Readonly<Record<string, readonly string[]>>;

/** A link as the stylesheets write it (xslt/README.md); its address is the one at which the series is published elsewhere. */
const LINK = /<a class="external-volume" data-target="([^"]+)"(?: href="[^"]*")?/g;
const IDS = /\sid="([^"]+)"/g;
/** Pages of the site that show parts of others, or lists of its own. */
const OWN_PAGE = /^(?:pg_|person-|terms-|browse\/)/;

/** A page that leads on from an id that a document had (transform/html/redirect-page.ts). */
const LEADS_ON = '<body class="moved-id">';

/** What other volumes may refer to in a web edition. @param ids those that the TEI gives; those that documents had have pages that lead on */
export function pagesByIds(site: FileSet, ids: ReadonlySet<string>): PagesByIds {
  const found: Record<string, string> = {};
  for (const [path, content] of site) {
    if (!path.endsWith('.html') || path.includes('/') || typeof content !== 'string') continue;
    const page = path.slice(0, -'.html'.length);
    if (OWN_PAGE.test(page)) continue;
    if (ids.has(page) || content.includes(LEADS_ON)) found[page] = page;
    for (const [, id = ''] of content.matchAll(IDS)) if (ids.has(id) && found[id] === undefined) found[id] = page;
  }
  return found;
}

/** What the pages of a web edition refer to in other volumes. */
export function referencesOf(site: FileSet): References {
  const found = new Map<string, Set<string>>();
  for (const [path, content] of site) {
    if (!path.endsWith('.html') || typeof content !== 'string') continue;
    for (const [, target = ''] of content.matchAll(LINK)) {
      const key = unescaped(target);
      found.set(key, (found.get(key) ?? new Set()).add(path));
    }
  }
  return Object.fromEntries([...found].map(([target, pages]) => [target, [...pages].sort()]));
}

/** What a reference has come to: a page of another volume, or the title of one that is planned. */
export type Resolved =
  | { readonly volume: string; readonly page: string; readonly id?: string }
  | { readonly planned: string };

/** A page with its references as links to the pages of the series; those without are as they were. @param path the page's own path in its web edition */
export function withLinks(page: string, path: string, resolve: (target: string) => Resolved | undefined): string {
  return page.replace(LINK, (whole, target: string) => {
    const to = resolve(unescaped(target));
    if (to === undefined) return whole;
    const begin = `<a class="external-volume" data-target="${target}"`;
    if ('planned' in to) return `${begin} title="${escaped(`Not yet published: ${to.planned}`)}"`;
    const fragment = to.id === undefined ? '' : `#${encodeURIComponent(to.id)}`;
    const up = posix.relative(posix.dirname(`volume/html/${path}`), '.');
    return `${begin} href="${escaped(`${up}/${to.volume}/html/${encodeURIComponent(to.page)}.html${fragment}`)}"`;
  });
}

/** What is asked of the series. */
export interface Linkable {
  /** The name of its folder. */
  readonly folder: string;
  /** Undefined where it has no web edition. */
  readonly pages: PagesByIds | undefined;
}

/** Resolves references over a whole series. */
export class Resolver {
  readonly #volumes: ReadonlyMap<string, Linkable>;
  readonly #planned: ReadonlyMap<string, string>;
  readonly #aliases: ReadonlyMap<string, ReadonlyMap<string, string>>;

  constructor(
    volumes: ReadonlyMap<string, Linkable>,
    planned: ReadonlyMap<string, string>,
    aliases: ReadonlyMap<string, ReadonlyMap<string, string>>,
  ) {
    this.#volumes = volumes;
    this.#planned = planned;
    this.#aliases = aliases;
  }

  resolve(target: string): Resolved | undefined {
    const [name = '', id] = target.split('#');
    const volume = this.#volumes.get(name);
    if (volume === undefined) {
      const title = this.#planned.get(name);
      return title === undefined ? undefined : { planned: title };
    }
    if (volume.pages === undefined) return undefined;
    if (id === undefined || id === '') return { volume: volume.folder, page: 'index' };
    const present = volume.pages[id] === undefined ? (this.#aliases.get(name)?.get(id) ?? id) : id;
    const page = volume.pages[present];
    if (page === undefined) return undefined;
    return { volume: volume.folder, page, ...(page === present ? {} : { id: present }) };
  }

  /** Whether a reference is to a volume of the series that has not what it names. */
  isDangling(target: string): boolean {
    const [name = ''] = target.split('#');
    return this.#volumes.get(name)?.pages !== undefined && this.resolve(target) === undefined;
  }
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

function unescaped(text: string): string {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}
