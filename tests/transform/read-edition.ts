import { EditionReader } from '../../src/transform/edition-reading.js';
import type { Reading } from '../../src/transform/reading.js';

/** What a reader finds in the pages of an edition. */
export function readEdition(pages: Iterable<string>): Reading {
  const reader = new EditionReader();
  for (const page of pages) reader.read(page);
  return reader.finish();
}
