import { closeSync, openSync, readSync } from 'node:fs';
import { findFile } from './site-files.js';

/** The policy of a page stands in its first lines. */
const HEAD = 2048;

/**
 * The site that the pages of an edition load pictures from, as their own policy says it: what a server says of them must not be stricter, and is no looser.
 *
 * @returns its origin (`https://example.org`); undefined for an edition that holds all that it shows
 */
export function pictureOrigin(folder: string): string | undefined {
  const home = findFile(folder, 'index.html');
  if (typeof home !== 'object') return undefined;
  const head = Buffer.alloc(HEAD);
  const file = openSync(home.place, 'r');
  try {
    const text = head.toString('latin1', 0, readSync(file, head, 0, HEAD, 0));
    return /Content-Security-Policy" content="[^"]*; img-src [^;"]*? (https:\/\/[a-z0-9.-]+(?::\d+)?);/.exec(text)?.[1];
  } finally {
    closeSync(file);
  }
}
