import type { VolumeRecord } from './bibliography.js';
import { webAddress } from './standard-numbers.js';

/** The address of the folder of the web edition: it ends with a solidus, and all files of the edition are below it. Undefined for an edition without an address. */
export function baseOf({ address }: Pick<VolumeRecord, 'address'>): string | undefined {
  const given = webAddress(address ?? '');
  if (given === undefined) return undefined;
  const url = new URL(given);
  url.search = '';
  url.hash = '';
  const isFile = /\/[^/]+\.x?html?$/i.test(url.pathname);
  url.pathname = isFile ? url.pathname.replace(/[^/]+$/, '') : url.pathname.replace(/\/?$/, '/');
  return url.href;
}

/** The address of a file of the edition by its path; the home page is known by that of its folder. */
export function addressBelow(base: string, path: string): string {
  return `${base}${path === 'index.html' ? '' : path.toWellFormed().split('/').map(encodeURIComponent).join('/')}`;
}

/** The address of a document's page by its id; of the home page, where no id is given. Undefined where the edition has no address. */
export type AddressOf = (id?: string) => string | undefined;

/** The addresses of the pages, each of which has the name of its document. */
export function addressesOf(volume: Pick<VolumeRecord, 'address'>): AddressOf {
  const base = baseOf(volume);
  return (id) => (base === undefined ? undefined : addressBelow(base, id === undefined ? 'index.html' : `${id}.html`));
}
