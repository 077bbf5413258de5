/** What is searched in: the documents of a volume with their words and facts, as plain data. Made by an edition, read by the index. */
export interface SearchableVolume {
  /** The volume's id (`frus1964-68v14`). */
  readonly id: string;
  readonly title: string;
  /** BCP 47 tag of the volume's language: it tells which words are too frequent to be sought alone. */
  readonly language: string;
  readonly documents: readonly SearchableDocument[];
  /** The pages of the source that have a page of their own in the edition, and a number. */
  readonly pages: readonly SearchablePage[];
}

/** A page of the source: its number as it is printed, its address, relative to the edition, and what it is called. */
export interface SearchablePage {
  readonly number: string;
  readonly page: string;
  readonly title: string;
}

/** A page of the edition that is found: a document, or a section of the editors' own. */
export interface SearchableDocument {
  readonly id: string;
  /** Its address, relative to the edition: `d73.html`. */
  readonly page: string;
  readonly title: string;
  /** The printed number. */
  readonly number?: string;
  /** ISO 8601 days, the first and the last on which it can have been written. */
  readonly date?: { readonly from: string; readonly to: string };
  /** Place and date in the words of the document. */
  readonly dateline?: string;
  /** What it is about, in a line: its subject, else its first words. */
  readonly summary?: string;
  /** Its words, a paragraph (cell, line of verse) a string; the first is its heading. */
  readonly text: readonly string[];
  /** The words of its notes, in the same way. */
  readonly notes: readonly string[];
  readonly facets: Readonly<Partial<Record<FacetName, readonly FacetValue[]>>>;
  /** What its volume is called, where it is searched among those of others. */
  readonly volume?: string;
}

/** A value by which documents are narrowed: what it is compared by, and the words that are shown. */
export interface FacetValue {
  readonly key: string;
  readonly label: string;
}

/** The facets in the order in which they are shown, with what they are called. The first two are those of a series. */
export const FACETS = {
  group: 'Group',
  volume: 'Volume',
  chapter: 'Chapter',
  genre: 'Genre',
  classification: 'Classification',
  handling: 'Handling',
  sender: 'Sender',
  receiver: 'Receiver',
  drafter: 'Drafter',
  place: 'Place',
  repository: 'Repository',
  part: 'Part of the volume',
} as const;

export type FacetName = keyof typeof FACETS;

export const facetNames = Object.keys(FACETS) as readonly FacetName[];

/**
 * A fact of a document as a facet has it: spellings that differ in capitals, accents, spaces and punctuation alone (`TOP SECRET.`, `Top Secret`) are one
 * value. The words of the source are shown.
 * @returns undefined for words that hold no letter and no digit
 */
export function facetValue(words: string): FacetValue | undefined {
  const label = words.replace(/\s+/gu, ' ').trim();
  const key = label
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return key === '' ? undefined : { key, label };
}
