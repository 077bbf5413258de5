import type { Agent, Bibliography, DocumentRecord, VolumeRecord } from './bibliography.js';
import { contributorsOf, creatorsOf, dayOf, intervalOf } from './contributions.js';
import { type Json, present } from './json.js';
import { doiOf, isbn13, webAddress } from './standard-numbers.js';

/** The edition for search engines: JSON-LD of schema.org, a book with its documents as parts. */
export function schemaOrg({ volume, documents }: Bibliography): Json {
  const { parts, identifiers, address, licence, covered } = volume;
  const numbers = [...identifiers, { type: 'urn', value: volume.urn }];
  const isbn = identifiers.flatMap(({ type, value }) => (type.startsWith('isbn') ? (isbn13(value) ?? []) : []))[0];
  return present({
    '@context': 'https://schema.org',
    '@type': 'Book',
    '@id': addressOf(volume),
    name: volume.title,
    alternateName: parts.volume === volume.title ? undefined : parts.volume,
    volumeNumber: parts.number,
    isPartOf: parts.series === undefined ? undefined : series(volume, parts.series),
    editor: creatorsOf(volume)
      .filter(({ role }) => role !== 'author' && role !== 'publisher')
      .map(({ agent }) => named(agent)),
    author: volume.contributions.filter(({ role }) => role === 'author').map(({ agent }) => named(agent)),
    contributor: contributorsOf(volume).map(({ agent, role }) => ({
      '@type': 'Role',
      roleName: role.replace('-', ' '),
      contributor: named(agent),
    })),
    publisher: volume.publisher && named(volume.publisher),
    datePublished: volume.issued && dayOf(volume.issued),
    dateModified: volume.modified,
    inLanguage: volume.languages,
    description: volume.description,
    isbn,
    identifier: numbers.map(({ type, value }) => ({ '@type': 'PropertyValue', propertyID: type, value })),
    url: address === undefined ? undefined : webAddress(address),
    license: licence === undefined ? undefined : (webAddress(licence.target) ?? licence.text),
    temporalCoverage: covered === undefined ? undefined : intervalOf(covered),
    spatialCoverage: volume.places.map(place),
    about: volume.subjects.map(({ term, address: own, scheme }) =>
      own === undefined && scheme === undefined
        ? term
        : present({ '@type': 'DefinedTerm', name: term, url: own, inDefinedTermSet: scheme }),
    ),
    funding: volume.funding.map(({ funder, award, title }) =>
      present({ '@type': 'Grant', funder: named(funder), identifier: award, name: title }),
    ),
    isBasedOn: volume.relations
      .filter(({ type }) => type === 'IsDerivedFrom')
      .map(({ identifier, title }) => present({ '@type': 'CreativeWork', name: title, identifier: identifier.value })),
    hasPart: documents.map((one) => document(one, volume)),
  });
}

/** Describes the documents of a volume, each alone, as the page that shows it says what it is: a part of the book. */
export function schemaOrgWriter(volume: VolumeRecord): (one: DocumentRecord, address?: string) => Json {
  const { title, identifiers, publisher, issued, licence } = volume;
  const isbn = identifiers.flatMap(({ type, value }) => (type.startsWith('isbn') ? (isbn13(value) ?? []) : []))[0];
  const license = licence === undefined ? undefined : (webAddress(licence.target) ?? licence.text);
  const isPartOf = present({
    '@type': 'Book',
    '@id': addressOf(volume),
    name: title,
    isbn,
    publisher: publisher && named(publisher),
    datePublished: issued && dayOf(issued),
  });
  return (one, address) =>
    present({ '@context': 'https://schema.org', ...document(one, volume), url: address, license, isPartOf });
}

/** The address by which the edition is known in linked data. */
function addressOf({ identifier, urn }: VolumeRecord): string {
  const doi = identifier.type === 'doi' ? doiOf(identifier.value) : undefined;
  return doi === undefined ? urn : `https://doi.org/${doi}`;
}

function series({ parts }: VolumeRecord, name: string): Json {
  const own: Json = { '@type': 'BookSeries', name };
  return parts.subseries === undefined ? own : { '@type': 'BookSeries', name: parts.subseries, isPartOf: own };
}

function named({ kind, name, family, given, ids, affiliation }: Agent): Json {
  const sameAs = ids.flatMap((id) => webAddress(id) ?? []);
  return present({
    '@type': kind === 'person' ? 'Person' : 'Organization',
    name,
    familyName: family,
    givenName: given,
    affiliation: affiliation === undefined ? undefined : { '@type': 'Organization', name: affiliation },
    sameAs,
  });
}

function place(name: string): Json {
  return { '@type': 'Place', name };
}

/** Kinds of documents that pass from one to another. */
const MESSAGES = new Set([
  'letter',
  'telegram',
  'circular-telegram',
  'airgram',
  'circular-airgram',
  'message',
  'e-mail',
  'despatch',
  'instruction',
  'diplomatic-note',
]);

function document(one: DocumentRecord, volume: VolumeRecord): { readonly [key: string]: Json } {
  const { id, number, title, genre, date, pages } = one;
  const isMessage = genre !== undefined && MESSAGES.has(genre);
  const { when, from, to } = date ?? {};
  const created = when ?? (from === undefined || to === undefined ? (from ?? to) : `${from}/${to}`);
  return present({
    '@type': isMessage ? 'Message' : 'CreativeWork',
    '@id': `${addressOf(volume)}#${encodeURIComponent(id.toWellFormed())}`,
    name: title,
    position: number,
    genre: genre?.replaceAll('-', ' '),
    dateCreated: created,
    locationCreated: one.place === undefined ? undefined : place(one.place),
    inLanguage: one.language,
    ...(isMessage
      ? { sender: one.senders.map(named), recipient: one.receivers.map(named) }
      : { author: one.senders.map(named) }),
    pagination: pages === undefined ? undefined : `${pages.first}–${pages.last}`,
    holdingArchive: one.repository === undefined ? undefined : { '@type': 'ArchiveOrganization', name: one.repository },
    itemLocation: one.source,
  });
}
