import type { FacetName } from '../model/searchable.js';

/** What the reader loads first: how the index is parted into files. */
export interface Directory {
  /** The language of the words, without its region. */
  readonly language: string;
  readonly documents: number;
  /** How many documents a file of cards holds. */
  readonly cards: number;
  /** The first place of each document, and the end (`rising`). */
  readonly starts: string;
  /** How many documents begin in each file of text; 0 where the last of the file before goes on. */
  readonly chunks: readonly number[];
  /** The first word of each file. */
  readonly words: readonly string[];
  readonly places: readonly string[];
  readonly pairs: readonly string[];
  readonly facets: readonly FacetName[];
  /** Whether documents and pages are found by their number: in one volume, not in several, of which each has its own 73. */
  readonly isNumbered: boolean;
  /** The first and the last day of the documents (ISO 8601). */
  readonly days?: { readonly first: string; readonly last: string };
}

/** A document as a result shows it. */
export interface Card {
  readonly page: string;
  readonly title: string;
  readonly number?: string;
  readonly dateline?: string;
  readonly summary?: string;
  /** Its volume, where there are several. */
  readonly volume?: string;
}

/** A facet: its values in the order in which the documents bring them. */
export interface FacetColumn {
  readonly values: readonly {
    readonly key: string;
    readonly label: string;
    /** `rising` */
    readonly documents: string;
  }[];
}
