import { type Diagnostic, diagnostic, type Result } from '../diagnostics/diagnostic.js';
import type { FileSet } from '../model/file-set.js';
import type { LinksOf, SitePage, WebLink } from '../model/web-link.js';
import { feed, feedPath } from './feed.js';
import { headerRules, headersFile, htaccess } from './host-headers.js';
import { htaccessRedirects, redirectsFile, redirectsOf } from './host-redirects.js';
import { metadataBeside } from './metadata-files.js';
import { recordsOf } from './oai/records.js';
import { staticRepository, staticRepositoryPath } from './oai/static-repository.js';
import { openSearch, openSearchLink, openSearchPath, searchPageOf } from './opensearch.js';
import {
  type Publication,
  publicationPath,
  publishedFiles,
  publishedRecords,
  unnoticedChanges,
  writePublication,
} from './publication.js';
import { resourceSync } from './resource-sync.js';
import { headLinks, landings, linkset, linksetPath } from './signposting.js';
import { sitemap } from './sitemap.js';
import { addressOf, pagesById, type WebEdition } from './web-edition.js';

/** What goes with the pages of a web edition for programs: the links in their heads, and the files beside them. */
export interface Companions {
  readonly linksOf: LinksOf;
  /**
   * All files of the edition.
   * @param site the pages with their stylesheet, pictures and TEI
   * @param before what the version before has published, where there is one
   */
  withFiles(site: FileSet, before: Publication | undefined): Result<FileSet>;
}

/**
 * The companions of a web edition: Signposting, metadata, a sitemap, ResourceSync, a static repository for OAI-PMH, and what hosts are to say of the files. The same
 * edition after the same version before makes the same bytes.
 */
export function companionsOf(edition: WebEdition, all: readonly SitePage[]): Companions {
  const pages = pagesById(all.filter(({ kind }) => kind === 'document'));
  const metadata = metadataBeside(edition, pages);
  const landing = landings(edition, pages, metadata);
  const redirects = redirectsOf(all);
  const search = searchPageOf(all);
  const links = headLinks(landing, search === undefined ? [] : [openSearchLink(edition)]);
  return {
    linksOf: (page) => [...links(page), ...(page.kind === 'home' ? [FEED] : [])],
    withFiles(site, last) {
      const before = last?.volume === edition.bibliography.volume.id ? last : undefined;
      const content = new Map([
        ...site,
        ...metadata,
        [linksetPath, linkset(edition, landing)] as const,
        ...(search === undefined ? [] : [[openSearchPath, openSearch(edition, search)] as const]),
      ]);
      const publication = publicationOf(edition, pages, content, before);
      const repository = staticRepository(publication, content);
      const lists = new Map([
        ...sitemap(edition, publication.files, new Set(redirects.keys())),
        ...resourceSync(edition, publication),
      ]);
      const files = new Map<string, string | Uint8Array>([
        ...content,
        ...lists,
        ...(repository === undefined ? [] : [[staticRepositoryPath, repository] as const]),
        [feedPath, feed(edition, pages, publication.files)],
        ['robots.txt', robots(edition)],
        [publicationPath, writePublication(publication)],
      ]);
      const rules = headerRules(edition, [...files.keys()]);
      files.set('_headers', headersFile(edition, rules));
      files.set('.htaccess', `${htaccess(edition, rules)}${htaccessRedirects(edition, redirects)}`);
      if (redirects.size > 0) files.set('_redirects', redirectsFile(edition, redirects));
      return { value: files, diagnostics: findingsOf(publication) };
    },
  };
}

const FEED: WebLink = { rel: 'alternate', href: feedPath, type: 'application/atom+xml' };

/** What search engines may look at (RFC 9309): everything. They ask for it at the top of a host alone, where it is to be copied to if the edition is in a folder. */
function robots(edition: WebEdition): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${addressOf(edition, 'sitemap.xml')}\n`;
}

function publicationOf(
  edition: WebEdition,
  pages: ReadonlyMap<string, string>,
  content: FileSet,
  before: Publication | undefined,
): Publication {
  const { modified, base, bibliography } = edition;
  const { id, title, contact } = bibliography.volume;
  const { records, sets } = recordsOf(edition, pages, content);
  const files = publishedFiles(content, modified, before);
  return {
    volume: id,
    title,
    base,
    ...(contact === undefined ? {} : { contact }),
    since: before?.since ?? modified,
    modified,
    sets,
    records: publishedRecords(records, files, modified, before),
    files,
  };
}

function findingsOf(publication: Publication): readonly Diagnostic[] {
  const { volume, modified, contact } = publication;
  const count = unnoticedChanges(publication);
  return [
    ...(count === 0 ? [] : [diagnostic('DI001', { volume, count, modified })]),
    ...(contact === undefined ? [diagnostic('DI002', { volume })] : []),
  ];
}
