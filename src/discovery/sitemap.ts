import { element, writeContent, type XmlElement } from '../formats/xml-writer.js';
import type { FileSet } from '../model/file-set.js';
import type { PublishedFile } from './publication.js';
import { addressOf, type WebEdition } from './web-edition.js';

/** The most that one file of a sitemap may hold (sitemaps.org protocol 0.9; ResourceSync has the same): addresses, and bytes. */
export interface SitemapLimits {
  readonly addresses: number;
  readonly bytes: number;
}

export const SITEMAP_LIMITS: SitemapLimits = { addresses: 50_000, bytes: 50 * 1024 * 1024 };

export const SITEMAP_NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** The start tag, the end tag and what stands before the entries take less than this of a file. */
const FRAME = 4096;

/** What a list is made of. */
export interface ListParts {
  /** The path of the list, or of the index of its parts where it has several: `sitemap.xml`. */
  readonly path: string;
  /** Attributes of the root besides the namespace, and what stands before the entries. */
  readonly attributes?: Readonly<Record<string, string>>;
  readonly head?: readonly XmlElement[];
  /** What stands before the entries of a part: it leads to the index. */
  readonly partHead?: readonly XmlElement[];
  readonly entries: readonly XmlElement[];
  /** What an index says of each part besides its address. */
  readonly ofPart?: readonly XmlElement[];
}

/**
 * A list of addresses in the format of sitemaps, which is that of ResourceSync as well. One that is too long for a file becomes several (`sitemap-1.xml` …), and the
 * path is that of their index.
 */
export function addressList(edition: Pick<WebEdition, 'base'>, list: ListParts, limits = SITEMAP_LIMITS): FileSet {
  const { path, attributes = {}, head = [], partHead = head, entries, ofPart = [] } = list;
  const parts = partsOf(
    entries.map((entry) => writeContent([entry])),
    limits,
  );
  const file = (root: string, before: readonly XmlElement[], content: readonly string[]): string => {
    const start = writeContent([element(root, { xmlns: SITEMAP_NAMESPACE, ...attributes }, ' ')]).split('> <')[0] ?? '';
    const lines = [...before.map((one) => writeContent([one])), ...content];
    return `<?xml version="1.0" encoding="UTF-8"?>\n${[`${start}>`, ...lines, `</${root}>`].join('\n')}\n`;
  };
  const [only = []] = parts;
  if (parts.length <= 1) return new Map([[path, file('urlset', head, only)]]);
  const named = parts.map((part, i) => [path.replace(/(?=\.xml$)/, `-${i + 1}`), part] as const);
  const index = named.map(([own]) =>
    writeContent([element('sitemap', {}, element('loc', {}, addressOf(edition, own)), ofPart)]),
  );
  return new Map([
    [path, file('sitemapindex', head, index)],
    ...named.map(([own, part]) => [own, file('urlset', partHead, part)] as const),
  ]);
}

function partsOf(entries: readonly string[], { addresses, bytes }: SitemapLimits): readonly (readonly string[])[] {
  const parts: string[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const entry of entries) {
    const length = Buffer.byteLength(entry) + 1;
    const last = parts.at(-1);
    if (last === undefined || last.length >= addresses || size + length > bytes) {
      parts.push([entry]);
      size = FRAME + length;
    } else {
      last.push(entry);
      size += length;
    }
  }
  return parts;
}

/** A page without words of its own: what it shows is on the others. */
const SEARCH_PAGE = 'search.html';

/** The page that a host sends where there is none: it is no page of the edition. */
const NOT_FOUND = '404.html';

/**
 * The pages of the edition for search engines, each with the time of its last change (sitemaps.org protocol 0.9).
 * @param redirects the paths of pages that only lead to others
 */
export function sitemap(
  edition: WebEdition,
  files: Readonly<Record<string, PublishedFile>>,
  redirects: ReadonlySet<string> = new Set(),
  limits?: SitemapLimits,
): FileSet {
  const entries = Object.entries(files)
    .filter(
      ([path, { deleted }]) =>
        !deleted && /^[^/]+\.html$/.test(path) && path !== SEARCH_PAGE && path !== NOT_FOUND && !redirects.has(path),
    )
    .map(([path, { changed }]) =>
      element('url', {}, element('loc', {}, addressOf(edition, path)), element('lastmod', {}, changed)),
    );
  const ofPart = [element('lastmod', {}, edition.modified)];
  return addressList(edition, { path: 'sitemap.xml', entries, ofPart }, limits);
}
