import type { Result } from '../diagnostics/diagnostic.js';
import type { Companions } from '../discovery/companions.js';
import type { Publication } from '../discovery/publication.js';
import type { WebEdition } from '../discovery/web-edition.js';
import type { Bibliography } from '../metadata/bibliography.js';
import type { FileSet } from '../model/file-set.js';
import { instantOf } from '../model/instant.js';
import type { Signposts, SitePage } from '../model/web-link.js';

/** What the web site has for programs besides its pages. */
export interface WebSite {
  /** The address of the home page, where the header says it. */
  readonly base?: string;
  readonly signposts?: Signposts;
  withCompanions(site: FileSet, published: () => Publication | undefined): Result<FileSet>;
  /** What the companions are made of, as plain data, once the pages are made; absent where there are none. */
  readonly told?: () => ToldEdition;
}

/** A web edition as programs are told of it. */
export interface ToldEdition {
  readonly edition: WebEdition;
  readonly pages: readonly SitePage[];
}

/** Of an edition that is published at no address there is nothing to tell. */
const NOTHING: WebSite = { withCompanions: (value) => ({ value, diagnostics: [] }) };

/**
 * What a volume tells programs, where its header says at which address the web edition is published.
 * @param modified the time of the last change as the build knows it; a later one in the header counts
 * @param pictures the origin of the pictures of the source's pages, where that is another site
 */
export async function webSiteOf(bibliography: Bibliography, modified: string, pictures?: string): Promise<WebSite> {
  if (bibliography.volume.address === undefined) return NOTHING;
  const { webEditionOf } = await import('../discovery/web-edition.js');
  const { companionsOf } = await import('../discovery/companions.js');
  const [last = modified] = [modified, instantOf(bibliography.volume.modified) ?? modified].sort().slice(-1);
  const published = webEditionOf(bibliography, last);
  if (published === undefined) return NOTHING;
  const edition = { ...published, ...(pictures === undefined ? {} : { pictures }) };
  let companions: Companions | undefined;
  let known: readonly SitePage[] = [];
  return {
    base: edition.base,
    told: () => ({ edition, pages: known }),
    signposts(pages) {
      known = pages;
      companions = companionsOf(edition, pages);
      return companions.linksOf;
    },
    withCompanions: (site, published) =>
      companions?.withFiles(site, published()) ?? NOTHING.withCompanions(site, published),
  };
}
