import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.js';
import { suggest } from '../../diagnostics/suggest.js';
import type { FileSet } from '../../model/file-set.js';
import type { Alias } from '../../model/manifest.js';
import type { SitePage } from '../../model/web-link.js';
import { addressName, FreeNames } from '../free-names.js';
import type { PagedVolume } from '../pages.js';
import { xml } from '../xml.js';
import { redirectPage } from './redirect-page.js';

/** The page of an id that a document had. */
export interface AliasPage extends SitePage {
  readonly to: string;
  /** What the page is called that it leads to. */
  readonly title: string;
  readonly alias: Alias;
}

/** The pages of the ids that documents had; a finding for each that something has now, or that leads nowhere. */
export function aliasPages(
  aliases: readonly Alias[],
  { pageOf }: PagedVolume,
): { readonly pages: readonly AliasPage[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const byId = new Map(aliases.map((alias) => [alias.id, alias]));
  const pages = aliases.flatMap((alias): readonly AliasPage[] => {
    const { id, to, place } = alias;
    if (pageOf.has(id)) {
      diagnostics.push(diagnostic('SE041', { id }, place));
      return [];
    }
    const now = idNow(alias, byId);
    const page = pageOf.get(now);
    if (page === undefined) {
      const meant = suggest(to, [...pageOf.keys()]);
      const suggestion = meant === undefined ? '' : ` Did you mean “${meant}”?`;
      diagnostics.push(diagnostic('SE042', { id, to, suggestion }, place));
      return [];
    }
    const address = `${page.name}.html${page.id === now ? '' : `#${now}`}`;
    return [{ name: addressName(id), kind: 'alias', to: address, title: page.title, alias }];
  });
  return { pages, diagnostics };
}

/** The end of a chain of aliases: a document may have been renumbered more than once. One that goes in a circle ends at an alias. */
function idNow(alias: Alias, byId: ReadonlyMap<string, Alias>): string {
  const seen = new Set<string>();
  let { to } = alias;
  for (let next = byId.get(to); next !== undefined && !seen.has(to); next = byId.get(to)) {
    seen.add(to);
    ({ to } = next);
  }
  return to;
}

/** The files of these pages; a finding for each in whose place there is a page of the site, also where capitals do not count. */
export function* aliasFiles(
  pages: readonly AliasPage[],
  site: FileSet,
  base: string | undefined,
): Generator<readonly [path: string, content: string] | Diagnostic> {
  const names = new FreeNames([...site.keys()]);
  for (const page of pages) {
    const path = `${page.name}.html`;
    if (names.take(path) === path) yield [path, aliasPage(page, base)];
    else yield diagnostic('SE041', { id: page.alias.id }, page.alias.place);
  }
}

/** @param base the address of the home page, where the edition has one */
function aliasPage({ to, title, alias }: AliasPage, base: string | undefined): string {
  const { id, until } = alias;
  return redirectPage({
    to,
    title,
    of: 'id',
    heading: 'This document has another number now',
    words: xml`What was ${id}${until === undefined ? '' : ` until ${until}`} is <a href="${to}">${title}</a>.`,
    base,
  });
}
