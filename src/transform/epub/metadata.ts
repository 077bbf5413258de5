import type { Contribution, VolumeRecord } from '../../metadata/bibliography.js';
import { contributorsOf, creatorsOf } from '../../metadata/contributions.js';
import type { Certification } from '../../model/certification.js';
import { doiAddress, editionName, isbnUrn, nameUrn } from '../../model/identifier.js';
import { distinct } from '../../model/list.js';
import type { Pivot } from '../../model/pivot.js';
import type { Publication } from './publication.js';

/**
 * What the bibliographic record of the volume says, as the facts of a publication. Of an offprint it says where it belongs: the volume's DOI is not its own, and who vouches for the
 * volume has not examined it.
 */
export function publicationOf(
  { volume, title, language }: Pick<Pivot, 'volume' | 'title' | 'language'>,
  record: VolumeRecord,
  options: {
    readonly modified: string;
    readonly certification?: Certification | undefined;
    readonly part?: { readonly id: string; readonly title: string };
  },
): Publication {
  const number = (...types: readonly string[]): string | undefined =>
    types
      .flatMap((type) => record.identifiers.filter((identifier) => identifier.type === type))
      .map(({ value }) => value)[0];
  const { parts, licence, rights } = record;
  const publisher = record.publisher?.name;
  const [doi, isbn] = [number('doi'), number('isbn-13', 'isbn')];
  const { part } = options;
  const name = editionName({ volume, publisher, series: parts.series, doi, isbn });
  const urn = nameUrn(`${name}.epub`);
  const known = doi === undefined ? isbn && isbnUrn(isbn) : doiAddress(doi);
  return {
    volume,
    identifier: part === undefined ? urn : nameUrn(`${name}/${part.id}.epub`),
    title: part?.title ?? title,
    language,
    otherLanguages: distinct(record.languages).filter((tag) => tag !== language),
    modified: options.modified,
    creators: creatorsOf(record).filter(({ role }) => role === 'author'),
    contributors: [...creatorsOf(record), ...contributorsOf(record)].filter(
      ({ role }) => role !== 'author' && role !== 'publisher',
    ),
    subjects: record.subjects,
    ...present({
      series: parts.series,
      subseries: parts.subseries,
      volumeNumber: parts.number,
      volumeTitle: parts.volume,
      publisher,
      place: record.place,
      date: record.issued,
      source: record.provenance,
      doi: part === undefined ? doi : undefined,
      isbn,
      partOf: part === undefined ? undefined : { title, identifier: known ?? urn },
      description: record.description,
      certification: part === undefined ? options.certification : undefined,
      licence: licence === undefined ? textOnly(rights) : { text: licence.text, url: licence.target },
    }),
  };
}

/** The roles that the package document gives to those who have contributed, by MARC's relator codes. */
export function relatorOf({ role }: Contribution): string {
  return RELATORS[role] ?? 'ctb';
}

const RELATORS: Readonly<Record<string, string>> = { author: 'aut', editor: 'edt', 'general-editor': 'edt' };

function textOnly(text: string | undefined): { readonly text: string } | undefined {
  return text === undefined ? undefined : { text };
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function present<T extends object>(facts: T): Present<T> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Present<T>;
}
