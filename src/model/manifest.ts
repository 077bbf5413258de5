import type { Certification } from './certification.js';
import type { PageImages } from './page-images.js';
import type { Position } from './position.js';
import type { IDENTIFIER_TYPES, RELATION_TYPES } from './vocabularies.js';

/** What the manifest says of a volume, as plain data; the schema that reads `volume.yaml` into it is in `volume/manifest.ts`. */
export interface Manifest {
  /** The volume's id: the name of its TEI file and the prefix of its documents' ids (`sampler`, `frus1964-68v14`). */
  readonly id: string;
  readonly title: VolumeTitles;
  readonly editors: readonly Editor[];
  readonly publisher: string;
  readonly place: string;
  /** Year or ISO date of publication. */
  readonly date: string;
  /** ISO date or time of the last change to the edition. */
  readonly modified?: string;
  /** Identifiers by type: `frus`, `isbn-13`, `dospubno`, `doi` … */
  readonly identifiers: Readonly<Record<string, string>>;
  /** The licence as a URL with its words. */
  readonly licence: { readonly target: string; readonly text: string };
  /** BCP 47 tag of the edition's language. */
  readonly language: string;
  /** The address of the web edition. */
  readonly address?: string;
  /** The e-mail address to which questions about the edition go. */
  readonly contact?: string;
  /** What the edition is, in a paragraph or several, parted by empty lines. */
  readonly description?: string;
  readonly subjects: readonly SubjectEntry[];
  readonly funding: readonly FundingEntry[];
  readonly relations: readonly RelationEntry[];
  /** What the edition was made from, in a sentence: the volume's `sourceDesc`. */
  readonly provenance?: string;
  readonly front: readonly MatterSection[];
  readonly back: readonly MatterSection[];
  readonly persons: readonly PersonEntry[];
  readonly terms: readonly TermEntry[];
  readonly outline: readonly OutlineEntry[];
  /** What findings of validation weigh in this volume, by code, where it is not what the rules say. */
  readonly severities: Readonly<Record<string, 'error' | 'warning' | 'info' | 'off'>>;
  /** How the editions are made. */
  readonly edition?: EditionSettings;
}

/** Of which parts of a volume the web edition has an EPUB and a PDF: of its chapters, or of these and of every document. */
export const OFFPRINT_PARTS = ['chapters', 'documents'] as const;
export type Offprints = (typeof OFFPRINT_PARTS)[number];

/** What is said of how editions are made. */
export interface EditionSettings {
  /** Titles for the running heads of the printed book, by the ids of divisions. */
  readonly shortTitles?: Readonly<Record<string, string>>;
  /** The pictures of the pages of the source. */
  readonly images?: PageImages;
  /** Who vouches for the accessibility of the EPUB. */
  readonly certification?: Certification;
  /** What the publisher says of the accessibility of the web edition, in a paragraph or several. */
  readonly statement?: string;
  readonly offprints?: Offprints;
  /** Whether the web edition answers Distributed Text Services. */
  readonly dts?: boolean;
  /** Ids that documents had. */
  readonly aliases?: readonly Alias[];
}

/** An id that a document or section had, whose page goes on leading to it. */
export interface Alias {
  readonly id: string;
  /** The id that it has now, or another that it had. */
  readonly to: string;
  /** Until when it had the old one: an ISO 8601 date or year. */
  readonly until?: string;
  /** Where the manifest says so. */
  readonly place: { readonly file: string; readonly start?: Position; readonly end?: Position };
}

export interface VolumeTitles {
  readonly complete: string;
  readonly series?: string;
  readonly subseries?: string;
  readonly volumeNumber?: string;
  readonly volume: string;
}

export interface Editor {
  readonly name: string;
  readonly role: 'primary' | 'general';
  /** The four groups of the ORCID iD, without the address. */
  readonly orcid?: string;
  readonly affiliation?: string;
}

/** A key word; `scheme` is the address of the vocabulary that it is from, `address` its own there. */
export interface SubjectEntry {
  readonly term: string;
  readonly scheme?: string;
  readonly address?: string;
}

/** Who paid for the edition: the funder, its address (ROR), the number and the title of the award. */
export interface FundingEntry {
  readonly funder: string;
  readonly address?: string;
  readonly award?: string;
  readonly title?: string;
}

/** How the edition stands to another thing, and what identifies that. */
export interface RelationEntry {
  readonly type: (typeof RELATION_TYPES)[number];
  readonly scheme: (typeof IDENTIFIER_TYPES)[number];
  readonly identifier: string;
  readonly title?: string;
}

/** A section of the front or back matter: its id (`preface`, `sources`), its heading, and its text in Markdown. */
export interface MatterSection {
  readonly id: string;
  readonly head: string;
  readonly text: string;
}

/** A person of the persons list; `id` is the xml:id (`p_RD1`). */
export interface PersonEntry {
  readonly id: string;
  /** The name as the list prints it, surname first: `Rusk, Dean`. */
  readonly name: string;
  /** Other forms that occur in the text and mean this person. */
  readonly forms: readonly string[];
  /** Addresses of the person in authority files (GND, VIAF, Wikidata): `persName/@ref`. */
  readonly ref?: readonly string[];
  readonly description: string;
}

/** A term or abbreviation; `id` is the xml:id (`t_NSC1`). */
export interface TermEntry {
  readonly id: string;
  readonly term: string;
  readonly forms: readonly string[];
  readonly description: string;
}

/** A compilation or chapter with what it holds, or a document. */
export type OutlineEntry = OutlineDivision | SuppliedDocument;

export interface OutlineDivision {
  readonly kind: 'compilation' | 'chapter' | 'subchapter';
  readonly id: string;
  readonly head: string;
  readonly children: readonly OutlineEntry[];
}

/** A document of the outline: where its raw text is, and what the editor supplies because the raw text has lost it. */
export interface SuppliedDocument {
  readonly kind: 'document';
  /** `d73`. */
  readonly id: string;
  /** The raw text, relative to the manifest. */
  readonly file: string;
  /** Which document of a raw text that holds several, from 1. */
  readonly part?: number;
  readonly shape?: RawShape;
  readonly number?: string;
  readonly head?: string;
  readonly genre?: string;
  readonly place?: string;
  /** The date in the words to print (`December 28, 1967, 0137Z`). */
  readonly date?: string;
  /** The date as ISO 8601, where the words do not say it. */
  readonly when?: string;
  readonly signed?: string;
  /** The sender, or several. */
  readonly from?: string | readonly string[];
  readonly to?: string | readonly string[];
  /** Who has a copy of a cable for information. */
  readonly info?: readonly string[];
  /** Who took part in a conversation, by the names as the list of participants has them. */
  readonly participants?: readonly string[];
  readonly source?: string;
  /** Surnames that the encoder could not tell apart, as the person's id: `{ "Thompson": "p_TLE1" }`. */
  readonly names?: Readonly<Record<string, string>>;
  /** Notes whose call was not found, with the words that each stands after; “none” where digits look like a call and are none. */
  readonly calls?: Readonly<Record<string, string>>;
  /** Lines of the raw text, by the words with which each begins, of which the editor says what they are. */
  readonly lines?: Readonly<Record<string, SettledLine>>;
  /** Doubts of the encoder that the editor has compared with the page and found rightly read: the code, and the first words of the line. */
  readonly checked?: readonly string[];
  /** What the source note says, where it was misread; “checked” where the reading is right though it was doubted. */
  readonly reading?: 'checked' | SuppliedReading;
}

/** What a line of the raw text is: the encoder's reading of it does not count. `goes on` belongs to the line before, `ends` ends its paragraph. */
export const SETTLED_LINES = ['heading', 'paragraph', 'signature', 'stamp', 'furniture', 'goes on', 'ends'] as const;
export type SettledLine = (typeof SETTLED_LINES)[number];

/** The facts of a source note as the editor reads it; those given stand in place of the encoder's. */
export interface SuppliedReading {
  readonly repository?: string | undefined;
  readonly collection?: string | undefined;
  readonly file?: string | undefined;
  readonly classification?: string | undefined;
  readonly handling?: readonly string[] | undefined;
  readonly precedence?: readonly string[] | undefined;
  readonly drafted?: readonly string[] | undefined;
  readonly cleared?: readonly string[] | undefined;
  readonly approved?: readonly string[] | undefined;
}

/** The shapes that raw texts come in. */
export type RawShape = 'frus-web' | 'typescript' | 'cable' | 'markdown' | 'e-mail';
