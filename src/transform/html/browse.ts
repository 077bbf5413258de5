import { datePages } from './browse/dates.js';
import { FACETS, FoundBy } from './browse/found-by.js';
import { numberPages } from './browse/numbers.js';
import { facetPages } from './browse/values.js';
import type { Site } from './site.js';

/** A collection of fewer documents is seen at once in its contents. */
const FEWEST = 3;

/**
 * The pages by which documents are found without JavaScript, in the folder `browse`: by date, person, place, kind, classification, source and number. Only those
 * are made that have something to show; they enter themselves among the sections of the site, so they are made before all other pages are written.
 */
export function browsePages(site: Site): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  if (site.documentCount < FEWEST) return files;
  const found = new FoundBy(site);
  site.foundBy = found;
  // Every page shows all sections: they are known before the first is written.
  const isDated = site.documents.some((page) => site.factsOf(page).date !== undefined);
  if (isDated) site.sections.push({ href: 'browse/dates.html', title: 'Dates' });
  for (const facet of FACETS) {
    if (found.valuesOf(facet).length > 0)
      site.sections.push({ href: `browse/${facet.index}.html`, title: facet.title });
  }
  if (site.documents.some((page) => page.content.attributes['data-n'] !== undefined))
    site.sections.push({ href: 'browse/numbers.html', title: 'Numbers' });
  const add = (made: readonly (readonly [string, string])[]): void => {
    for (const [path, text] of made) files.set(path, text);
  };
  add(datePages(site));
  for (const facet of FACETS) add(facetPages(site, found, facet));
  add(numberPages(site));
  return files;
}
