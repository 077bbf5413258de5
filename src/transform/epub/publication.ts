import type { Contribution, Subject } from '../../metadata/bibliography.js';
import type { Certification } from '../../model/certification.js';

/** What the package document says of the publication; everything comes from the volume's bibliographic record or from the caller. */
export interface Publication {
  /** The volume's id, the name of the file. */
  readonly volume: string;
  /** A URN; the publication's unique identifier (EPUB 3.3, §5.5.3.1). */
  readonly identifier: string;
  readonly title: string;
  /** The series the volume belongs to. */
  readonly series?: string;
  readonly subseries?: string;
  readonly volumeNumber?: string;
  /** The volume's own title, without the series. */
  readonly volumeTitle?: string;
  readonly language: string;
  /** Of its documents, where they are in others as well. */
  readonly otherLanguages: readonly string[];
  readonly creators: readonly Contribution[];
  readonly contributors: readonly Contribution[];
  readonly publisher?: string;
  readonly place?: string;
  /** Date of publication: a year or an ISO 8601 date. */
  readonly date?: string;
  /** Of the edition as a whole. */
  readonly doi?: string;
  /** Of an offprint: the volume that it is a part of, by its title and by what identifies it (its DOI, else its ISBN, else the URN of its EPUB). */
  readonly partOf?: { readonly title: string; readonly identifier: string };
  /** The ISBN-13 of the printed volume, whose pages the page list shows. */
  readonly isbn?: string;
  /** What the edition was made from, in the words of its header. */
  readonly source?: string;
  readonly licence?: { readonly text: string; readonly url?: string };
  /** What the edition is, for catalogues. */
  readonly description?: string;
  readonly subjects: readonly Subject[];
  /** RFC 3339, in UTC (`dcterms:modified`). */
  readonly modified: string;
  /** Who vouches that the publication meets EPUB Accessibility 1.1 at WCAG 2.2 level AA; without it no conformance is claimed. */
  readonly certification?: Certification;
}

/** A file of the publication (EPUB 3.3, §5.6.2, the item element). */
export interface PublicationResource {
  readonly id: string;
  /** Relative to the package document. */
  readonly href: string;
  readonly mediaType: string;
  readonly properties?: string;
  /** Whether it is part of the reading order. */
  readonly spine?: 'linear' | 'non-linear';
}

/** An entry of the table of contents. */
export interface NavigationPoint {
  readonly title: string;
  /** What tells a document from others of the same title: its date, its subject or first words. */
  readonly about?: string;
  readonly href: string;
  readonly children: readonly NavigationPoint[];
}

/** A page of the source that starts in the publication. */
export interface PageBreak {
  readonly label: string;
  readonly href: string;
}

/** A landmark of the publication; `type` is a term of the EPUB structural semantics vocabulary. */
export interface Landmark {
  readonly type: string;
  readonly title: string;
  readonly href: string;
}
