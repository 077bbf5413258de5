import type { DocumentRecord, VolumeRecord } from './bibliography.js';
import { citedVolume } from './citation/cited.js';
import { AMERICAN_DAY, inverted, joined, writtenOn } from './citation/words.js';
import { doiOf, isbn13 } from './standard-numbers.js';

/** A field of a page's head: `name` of a `meta` of HTML, or `property` as the Open Graph protocol has it. */
export interface HeadField {
  readonly attribute: 'name' | 'property';
  readonly field: string;
  readonly content: string;
}

/**
 * What the page of a document says of it to reference managers and search engines (Highwire's `citation_…`, as Google Scholar's guidelines for webmasters and Zotero's
 * translator “Embedded Metadata” read them) and to those who show links (Open Graph protocol). `citation_book_title` is what makes a part of a book of it for Zotero, which
 * the type `article` of Open Graph leaves as it is. Only persons are authors, since those programs part every name into two.
 * @param address of the page, where the edition has an address
 */
export function documentFields(one: DocumentRecord, volume: VolumeRecord, address?: string): readonly HeadField[] {
  return [...ownFields(one, volume, address), ...fieldsOfBook(volume)];
}

/** What is the same on the pages of all documents of a volume. */
export function fieldsOfBook(volume: VolumeRecord): readonly HeadField[] {
  return fields([
    ['name', 'citation_book_title', volume.title],
    ['name', 'citation_inbook_title', volume.title],
    ...ofVolume(volume),
    ['property', 'og:type', 'article'],
    ['property', 'og:site_name', volume.title],
  ]);
}

/** What is said of one document alone. */
export function ownFields(one: DocumentRecord, volume: VolumeRecord, address?: string): readonly HeadField[] {
  const title = one.title === one.id ? `Document ${one.number ?? one.id}` : one.title;
  const written = joined([one.place, writtenOn(one.date, AMERICAN_DAY)], ', ');
  const number = one.number === undefined ? undefined : `Document ${one.number}`;
  const summary = joined([joined([written, number, one.classification], '. '), `In: ${volume.title}`], '. ');
  const authors = one.senders.filter(({ kind, given }) => kind === 'person' && given !== undefined);
  return fields([
    ['name', 'description', summary],
    ['name', 'citation_title', title],
    ...authors.map((author): Row => ['name', 'citation_author', inverted(author).replaceAll(';', ',')]),
    ['name', 'citation_firstpage', one.pages?.first],
    ['name', 'citation_lastpage', one.pages?.last],
    ['name', 'citation_language', one.language ?? volume.languages[0]],
    ['name', 'citation_public_url', address],
    ['property', 'og:title', title],
    ['property', 'og:description', summary],
    ['property', 'og:url', address],
  ]);
}

/** The same of the volume, on its home page. */
export function volumeFields(volume: VolumeRecord, address?: string): readonly HeadField[] {
  const { title, parts, description } = volume;
  return fields([
    ['name', 'description', description ?? title],
    ['name', 'citation_title', title],
    ...volume.contributions
      .filter(({ role, agent }) => role === 'author' && agent.given !== undefined)
      .map(({ agent }): Row => ['name', 'citation_author', inverted(agent).replaceAll(';', ',')]),
    ...ofVolume(volume),
    ['name', 'citation_language', volume.languages[0]],
    ['name', 'citation_public_url', address],
    ['property', 'og:title', parts.volume ?? title],
    ['property', 'og:type', 'book'],
    ['property', 'og:site_name', title],
    ['property', 'og:description', description ?? title],
    ['property', 'og:url', address],
  ]);
}

type Row = readonly [attribute: HeadField['attribute'], field: string, content: string | undefined];

function ofVolume(volume: VolumeRecord): readonly Row[] {
  const { parts, identifiers } = volume;
  const { publisher, year } = citedVolume(volume).book;
  const doi = identifiers.flatMap(({ type, value }) => (type === 'doi' ? (doiOf(value) ?? []) : []))[0];
  const isbn = identifiers.flatMap(({ type, value }) => (type.startsWith('isbn') ? (isbn13(value) ?? []) : []))[0];
  return [
    ['name', 'citation_series_title', joined([parts.series, parts.subseries], ', ')],
    ['name', 'citation_volume', parts.number?.replace(/^vol(?:ume|\.)?\s+/i, '')],
    ['name', 'citation_publisher', publisher],
    ['name', 'citation_publication_date', year],
    ['name', 'citation_isbn', isbn],
    ['name', 'citation_doi', doi],
  ];
}

function fields(rows: readonly Row[]): readonly HeadField[] {
  return rows.flatMap(([attribute, field, content]) => {
    const words = (content ?? '').replace(/\s+/g, ' ').trim();
    return words === '' ? [] : [{ attribute, field, content: words }];
  });
}
