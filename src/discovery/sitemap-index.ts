import { writeLaidOut } from '../formats/xml-layout.js';
import { element } from '../formats/xml-writer.js';
import { SITEMAP_NAMESPACE } from './sitemap.js';

/** The sitemap of a volume, or of the series' own pages. */
export interface ListedSitemap {
  readonly address: string;
  /** RFC 3339, UTC. */
  readonly modified: string;
}

/**
 * The index of the sitemaps of a series (sitemaps.org protocol 0.9). An index may list those of its own site alone, and no other index: a volume of which `sitemap.xml` is one
 * gives its parts. Those of other sites are left out; their own robots.txt tells of them.
 * @param base the address of the series
 */
export function sitemapIndex(base: string, sitemaps: readonly ListedSitemap[]): string {
  const { origin } = new URL(base);
  const own = sitemaps.filter(({ address }) => new URL(address).origin === origin);
  return writeLaidOut(
    element(
      'sitemapindex',
      { xmlns: SITEMAP_NAMESPACE },
      own.map(({ address, modified }) =>
        element('sitemap', {}, element('loc', {}, address), element('lastmod', {}, modified)),
      ),
    ),
  );
}
