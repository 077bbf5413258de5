/**
 * The one description of an edition, from which every form of metadata is written: what a title page, a catalogue and an archive say of a
 * volume and of its documents. Plain data; `read-bibliography.ts` makes it, and each mapper turns it into one form.
 */
export interface Bibliography {
  readonly volume: VolumeRecord;
  readonly documents: readonly DocumentRecord[];
}

/** An identifier with its scheme: `doi`, `isbn`, `urn`, `frus`, `dospubno` …, without the address or the word before it. */
export interface Identifier {
  readonly type: string;
  readonly value: string;
}

/** A person or body with a share in the edition or in a document. */
export interface Agent {
  readonly kind: 'person' | 'organisation';
  /** The name as it is printed: `David C. Humphrey`. */
  readonly name: string;
  readonly given?: string;
  readonly family?: string;
  /** Addresses in authority files (ORCID, GND, VIAF, ROR). */
  readonly ids: readonly string[];
  /** The institution that a person belongs to. */
  readonly affiliation?: string;
  /** The xml:id in the volume's list, where there is one. */
  readonly xmlId?: string;
}

/** Somebody's share in the volume. */
export interface Contribution {
  readonly agent: Agent;
  /** `editor` edited the volume, `general-editor` oversees the series; other words are those of the title page. */
  readonly role: string;
}

/** How the volume stands to another thing, in the words of DataCite 4.6 (relationType), with where that is. */
export interface Relation {
  readonly type: string;
  readonly identifier: Identifier;
  readonly title?: string;
}

/** A key word: `scheme` is the address of the vocabulary that it is from (`model/vocabularies.ts`), `address` its own there. */
export interface Subject {
  readonly term: string;
  readonly scheme?: string;
  readonly address?: string;
}

/** Who paid, by which award: its number and its title. */
export interface Funding {
  readonly funder: Agent;
  readonly award?: string;
  readonly title?: string;
}

export interface VolumeRecord {
  /** The volume's id: the name of its files. */
  readonly id: string;
  /** What it is known by everywhere: its DOI, else its ISBN, else a URN made of its name (`model/identifier.ts`). */
  readonly identifier: Identifier;
  /** The numbers that its header has, with the DOI and the ISBN where there are such; the address of the web edition is none. */
  readonly identifiers: readonly Identifier[];
  /** The URN of its object in an archive, which every edition has. */
  readonly urn: string;
  readonly title: string;
  /** The title of the volume alone, its number, series and sub-series. */
  readonly parts: {
    readonly volume?: string;
    readonly number?: string;
    readonly series?: string;
    readonly subseries?: string;
  };
  readonly contributions: readonly Contribution[];
  readonly publisher?: Agent;
  readonly place?: string;
  /** Year or ISO 8601 date of publication. */
  readonly issued?: string;
  /** ISO 8601 date or time of the last change. */
  readonly modified?: string;
  /** BCP 47 tags: of the edition first, then of the documents. */
  readonly languages: readonly string[];
  readonly licence?: { readonly target: string; readonly text: string; readonly spdx?: string };
  /** What may be done with the edition, in the words of a header that names no licence. */
  readonly rights?: string;
  readonly description?: string;
  /** What the edition was made from, in the words of its header. */
  readonly provenance?: string;
  /** Key words, with the scheme they are from where they are from one. */
  readonly subjects: readonly Subject[];
  /** From the earliest to the latest document (ISO 8601). */
  readonly covered?: { readonly from: string; readonly to: string };
  readonly places: readonly string[];
  readonly persons: readonly Agent[];
  readonly relations: readonly Relation[];
  /** The archives that the documents are in. */
  readonly repositories: readonly string[];
  readonly funding: readonly Funding[];
  /** The address of the web edition, where the manifest gives one. */
  readonly address?: string;
  /** The e-mail address to which questions go. */
  readonly contact?: string;
}

export interface DocumentRecord {
  readonly id: string;
  /** The printed number. */
  readonly number?: string;
  readonly title: string;
  readonly genre?: string;
  /** ISO 8601: a date, or from and to. */
  readonly date?: { readonly when?: string; readonly from?: string; readonly to?: string };
  readonly place?: string;
  readonly senders: readonly Agent[];
  readonly receivers: readonly Agent[];
  readonly drafters: readonly Agent[];
  readonly classification?: string;
  readonly handling: readonly string[];
  readonly repository?: string;
  /** The rest of the citation of the source, after the repository. */
  readonly source?: string;
  readonly language?: string;
  readonly pages?: { readonly first: string; readonly last: string };
  /** The chapter that holds it: id and heading, from the outermost. */
  readonly within: readonly { readonly id: string; readonly head: string }[];
}

/** A file of the package, as preservation metadata describe it. */
export interface DescribedFile {
  /** Path in the package, with `/`. */
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly sha512: string;
  /** PRONOM unique identifier of the format (`fmt/101`), where it is known. */
  readonly pronom?: string;
}

/** Something that happened to the edition (PREMIS 3, 1.10 event): `time` is given by the caller, so that the same build makes the same bytes. */
export interface PreservationEvent {
  readonly type: 'encode' | 'validate' | 'make' | 'package' | 'deposit';
  readonly time: string;
  readonly outcome: string;
  readonly detail: string;
  /** The program with its version. */
  readonly agent: string;
}
