import type { FileSet } from '../../model/file-set.js';
import { xml } from '../xml.js';
import { FACETS, PEOPLE } from './browse/found-by.js';
import { redirectPage } from './redirect-page.js';
import type { Site } from './site.js';

/** The folder of the pages by which documents are found, from which the home page is one step up. */
const BROWSE = /^browse\//;

/**
 * Pages at addresses that earlier editions had: the list of persons beside the one by which documents are found (`people.html`), and for each of its persons with a part in
 * documents a page in `browse`. They lead to the pages that have taken their places, so that what cites them still finds them.
 *
 * @param base the address of the home page, where the edition has one
 * @param made the pages that the site has, whose places none of these takes
 */
export function formerPages(site: Site, base: string | undefined, made: FileSet): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const add = (path: string, to: string, title: string): void => {
    if (made.has(path)) return;
    const isWithin = BROWSE.test(path);
    const href = isWithin ? `../${to}` : to;
    files.set(
      path,
      redirectPage({
        to: href,
        title,
        of: 'address',
        heading: 'This page has another address now',
        words: xml`It is now <a href="${href}">${title}</a>.`,
        base: base === undefined ? undefined : new URL(isWithin ? 'browse/' : '', base).href,
      }),
    );
  };
  const { people } = site.register;
  const { foundBy, peoplePath } = site;
  if (people !== undefined && peoplePath !== undefined && peoplePath !== `${people}.html`)
    add(`${people}.html`, peoplePath, PEOPLE.title);
  for (const facet of FACETS)
    for (const { formerPath, path, label } of foundBy?.valuesOf(facet) ?? [])
      if (formerPath !== undefined) add(formerPath, path, label);
  return files;
}
