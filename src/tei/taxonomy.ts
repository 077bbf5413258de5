/**
 * The taxonomies of the structured header: genre, classification, handling and precedence (TEI P5, 2.3.7 The Classification
 * Declaration), and the way from a document's words to their category.
 */
import type { Taxonomy, TaxonomyId } from './category.js';
import { genre } from './genres.js';
import { classification, handling, precedence } from './marking-taxonomies.js';

export type { Category, Taxonomy, TaxonomyId } from './category.js';

/** The four taxonomies, in the order in which the header declares them. */
export const TAXONOMIES: readonly Taxonomy[] = [genre, classification, handling, precedence];

function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[\s–—-]+/g, ' ')
    .trim();
}

const INDEX = new Map(
  TAXONOMIES.map((taxonomy): [TaxonomyId, Map<string, string>] => [
    taxonomy.id,
    new Map(
      taxonomy.categories.flatMap((c) =>
        [c.name, ...(c.forms ?? [])].map((form): [string, string] => [plain(form), c.id]),
      ),
    ),
  ]),
);

/** The category that a document's own words mean (`No Foreign Dissem` → `noforn`), or undefined where none is known. */
export function categoryOf(taxonomy: TaxonomyId, words: string): string | undefined {
  const index = INDEX.get(taxonomy);
  const key = plain(words);
  // `Nodis/Harvan`, `Exdis–TAG`: the first marking tells.
  return (
    index?.get(key) ??
    index?.get(key.split('/')[0]?.trim() ?? '') ??
    (taxonomy === 'handling' && /\beyes only\b/.test(key) ? 'eyes-only' : undefined)
  );
}

/** What a category is called (`top-secret` → `Top Secret`); undefined where the taxonomy has none of this id. */
export function categoryName(taxonomy: TaxonomyId, id: string): string | undefined {
  return TAXONOMIES.find((one) => one.id === taxonomy)?.categories.find((category) => category.id === id)?.name;
}
