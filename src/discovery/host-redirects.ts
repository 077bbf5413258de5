import type { SitePage } from '../model/web-link.js';
import type { WebEdition } from './web-edition.js';

/** Where pages lead that have no content of their own, by their paths in the edition. */
export type Redirects = ReadonlyMap<string, string>;

export function redirectsOf(pages: readonly SitePage[]): Redirects {
  return new Map(pages.flatMap(({ name, to }) => (to === undefined ? [] : [[`${name}.html`, to] as const])));
}

/** The file `_redirects`, which Netlify, Cloudflare Pages and others read at the top of a site: as for `_headers`, its paths are those on the host. */
export function redirectsFile({ base }: WebEdition, redirects: Redirects): string {
  const path = (own: string): string => pathOnHost(base, own);
  return [...redirects].map(([from, to]) => `${path(from)} ${path(to)} 301\n`).join('');
}

/** The lines of `.htaccess` for them (Apache httpd 2.4, mod_alias). */
export function htaccessRedirects({ base }: WebEdition, redirects: Redirects): string {
  if (redirects.size === 0) return '';
  // mod_alias compares with the path without its escapes, and sends an address as it is written.
  const lines = [...redirects].map(
    ([from, to]) => `  Redirect permanent "${decodeURI(pathOnHost(base, from))}" "${pathOnHost(base, to)}"\n`,
  );
  return `<IfModule mod_alias.c>\n${lines.join('')}</IfModule>\n`;
}

/** The path of a file on the host, with its escapes. */
function pathOnHost(base: string, path: string): string {
  const { pathname, hash } = new URL(path, base);
  return `${pathname}${hash}`;
}
