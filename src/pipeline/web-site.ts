import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../diagnostics/diagnostic.js';
import type { Companions } from '../discovery/companions.js';
import { type Publication, publicationPath, readPublication } from '../discovery/publication.js';
import type { FileSet } from '../model/file-set.js';
import type { Signposts } from '../model/web-link.js';
import type { TeiVolume } from './volume.js';

/** What the web site has for programs besides its pages. */
export interface WebSite {
  readonly signposts?: Signposts;
  withCompanions(site: FileSet, published: Publication | undefined): Result<FileSet>;
}

/** Of an edition that is published at no address there is nothing to tell. */
const NOTHING: WebSite = { withCompanions: (value) => ({ value, diagnostics: [] }) };

/** An element that can say where the edition is published: without one its header need not be read. */
const ADDRESS = /<idno\b[^>]*\btype\s*=\s*["']url["']/;

/** What a volume tells programs, where its header says at which address the web edition is published. */
export async function webSiteOf({ source, name }: TeiVolume, modified: string): Promise<WebSite> {
  if (!ADDRESS.test(source.text)) return NOTHING;
  const { readBibliography } = await import('../metadata/read-bibliography.js');
  const { webEditionOf } = await import('../discovery/web-edition.js');
  const { companionsOf } = await import('../discovery/companions.js');
  const { value: bibliography } = readBibliography(source, name);
  const edition = bibliography && webEditionOf(bibliography, modified);
  if (edition === undefined) return NOTHING;
  let companions: Companions | undefined;
  return {
    signposts(pages) {
      companions = companionsOf(edition, pages);
      return companions.linksOf;
    },
    withCompanions: (site, published) =>
      companions?.withFiles(site, published) ?? NOTHING.withCompanions(site, published),
  };
}

/** What the web edition in an output folder has published; undefined where there is none, or it had no address. */
export function publishedIn(folder: string): Publication | undefined {
  try {
    return readPublication(readFileSync(join(folder, 'html', publicationPath), 'utf8'));
  } catch {
    return undefined;
  }
}
