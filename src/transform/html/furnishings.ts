import type { FileSet } from '../../model/file-set.js';
import { xml } from '../xml.js';
import { FAVICON } from './favicon.js';
import { frame } from './frame.js';
import type { Site } from './site.js';
import { statementPage } from './statement.js';

/** What every site has besides its content: a sign for tabs, the page for addresses that lead nowhere, and what is known of its accessibility. */
export function furnishings(site: Site, accessibility: string | undefined): FileSet {
  return new Map([
    ['favicon.svg', FAVICON],
    ['404.html', notFoundPage(site)],
    [`${site.statement}.html`, statementPage(site, accessibility)],
  ]);
}

/**
 * The page that hosts send where there is none (`404.html` at the top of a site). It is sent for addresses in any folder, so that its links are those of the host,
 * where the edition has an address.
 */
function notFoundPage(site: Site): string {
  const page = frame(site, {
    title: 'Page not found',
    bodyClass: 'page-not-found',
    main: xml`<div class="sheet">
<section aria-labelledby="not-found">
<h1 id="not-found">There is no such page</h1>
<p>The address may have been mistyped, or the page may have another name now. Documents have the addresses of their numbers: <a href="index.html">look for it in the contents</a>.</p>
</section>
</div>`,
    links: [],
  });
  const home = site.citing.addressOf('index.html');
  if (home === undefined) return page;
  const base = new URL(home).pathname;
  return page.replace(
    / (href|src)="(?![a-z][a-z\d+.-]*:|[#/])([^"]*)"/g,
    (_, name: string, path: string) => ` ${name}="${base}${path}"`,
  );
}
