import type { Agent, DocumentRecord, VolumeRecord } from '../bibliography.js';
import { doiOf } from '../standard-numbers.js';

/** What a citation says, before a style puts it in order. */
export interface Cited {
  /** The title of the document; the volume itself has none besides that of the book. */
  readonly title?: string;
  /** Who wrote the document, where it is one person whose full name is known. */
  readonly author?: Agent;
  /** Where and when it was written; dates are ISO 8601. */
  readonly place?: string;
  readonly date?: DocumentRecord['date'];
  /** The printed number of the document. */
  readonly number?: string;
  readonly pages?: { readonly first: string; readonly last: string };
  readonly book: {
    readonly title: string;
    readonly editors: readonly Agent[];
    readonly place?: string;
    readonly publisher?: string;
    readonly year?: string;
  };
  /** Where it is found: its page in the web edition, else the DOI of the volume. */
  readonly address?: string;
}

/** A piece of a citation: words, or a title that is set in italics. */
export type Piece = string | { readonly italic: string };

/** A citation as a style writes it. */
export type Citation = readonly Piece[];

/** The words of a citation, without italics. */
export function plainCitation(citation: Citation): string {
  return citation.map((piece) => (typeof piece === 'string' ? piece : piece.italic)).join('');
}

/** The volume as it is cited. @param address of its home page */
export function citedVolume(volume: VolumeRecord, address?: string): Cited {
  const { place, publisher, issued, identifier } = volume;
  const doi = identifier.type === 'doi' ? doiOf(identifier.value) : undefined;
  const found = doi === undefined ? address : `https://doi.org/${doi}`;
  const year = issued === undefined ? undefined : /^\d{4}/.exec(issued)?.[0];
  return {
    book: {
      title: volume.title,
      editors: editorsOf(volume),
      ...(place === undefined ? {} : { place }),
      ...(publisher === undefined ? {} : { publisher: publisher.name }),
      ...(year === undefined ? {} : { year }),
    },
    ...(found === undefined ? {} : { address: found }),
  };
}

/** Those who edited the volume; where it names nobody, those who oversee the series. */
function editorsOf({ contributions }: VolumeRecord): readonly Agent[] {
  const of = (wanted: string): readonly Agent[] =>
    contributions.filter(({ role }) => role === wanted).map(({ agent }) => agent);
  const own = of('editor');
  return own.length > 0 ? own : of('general-editor');
}

/** A document as it is cited. @param address of its page; @param book the volume as it is cited */
export function citedDocument(one: DocumentRecord, book: Cited, address?: string): Cited {
  const [author, ...others] = one.senders;
  const isOfOne = author !== undefined && others.length === 0 && author.kind === 'person' && author.given !== undefined;
  const found = address ?? book.address;
  return {
    title: one.title === one.id ? `Document ${one.number ?? one.id}` : one.title,
    ...(isOfOne ? { author } : {}),
    ...(one.place === undefined ? {} : { place: one.place }),
    ...(one.date === undefined ? {} : { date: one.date }),
    ...(one.number === undefined ? {} : { number: one.number }),
    ...(one.pages === undefined ? {} : { pages: one.pages }),
    book: book.book,
    ...(found === undefined ? {} : { address: found }),
  };
}
