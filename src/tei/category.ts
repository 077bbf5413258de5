/**
 * What a taxonomy of the structured header is: genre, classification, handling and precedence (TEI P5, 2.3.7 The Classification
 * Declaration). The ids are the values of `catRef/@target` and `classCode/@ana`.
 */

export interface Category {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Words of a document that mean this category, besides its name; compared without case, with hyphens as spaces. */
  readonly forms?: readonly string[];
}

export type TaxonomyId = 'genre' | 'classification' | 'handling' | 'precedence';

export interface Taxonomy {
  readonly id: TaxonomyId;
  readonly name: string;
  readonly description: string;
  readonly categories: readonly Category[];
}

/** Makes a category; `forms` are other words that mean it. */
export function category(id: string, name: string, description: string, ...forms: string[]): Category {
  return { id, name, description, ...(forms.length === 0 ? {} : { forms }) };
}
