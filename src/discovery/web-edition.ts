import type { Bibliography } from '../metadata/bibliography.js';
import { addressBelow, baseOf } from '../metadata/web-address.js';
import type { SitePage } from '../model/web-link.js';

/** An edition that is published at an address of the web, as far as the files for programs tell of it. */
export interface WebEdition {
  readonly bibliography: Bibliography;
  /** The address of the home page; it ends with a solidus, and all files of the edition are below it. */
  readonly base: string;
  /** The time of the last change, RFC 3339, UTC. */
  readonly modified: string;
  /** Where pictures of the source's pages are loaded from, where that is another site (`https://example.org`). */
  readonly pictures?: string;
}

/** The edition at its address; undefined for one that has none, of which nothing can be told to programs on the web. */
export function webEditionOf(bibliography: Bibliography, modified: string): WebEdition | undefined {
  const base = baseOf(bibliography.volume);
  return base === undefined ? undefined : { bibliography, base, modified };
}

/** The address of a file of the edition by its path; the home page is known by that of its folder. */
export function addressOf({ base }: Pick<WebEdition, 'base'>, path: string): string {
  return addressBelow(base, path);
}

/** The names of the pages by the ids of the documents that they show. */
export function pagesById(pages: readonly SitePage[]): ReadonlyMap<string, string> {
  return new Map(pages.flatMap(({ id, name }) => (id === undefined ? [] : [[id, name] as const])));
}
