import type { Agent, Bibliography, DocumentRecord, VolumeRecord } from './bibliography.js';
import { type Json, present } from './json.js';
import { doiOf, isbn13, webAddress } from './standard-numbers.js';
import { addressesOf } from './web-address.js';

/** The volume and its documents for reference managers: CSL-JSON 1.0.2, as Zotero and citation processors read it. */
export function cslJson({ volume, documents }: Bibliography): readonly Json[] {
  const write = cslWriter(volume);
  const addressOf = addressesOf(volume);
  return [cslVolume(volume), ...documents.map((one) => write(one, addressOf(one.id)))];
}

/** The volume alone. */
export function cslVolume(volume: VolumeRecord): Json {
  return present({ id: volume.id, type: 'book', title: volume.title, ...ofVolume(volume), editor: editors(volume) });
}

/** Describes the documents of a volume, each with the address of its page, where it has one. */
export function cslWriter(volume: VolumeRecord): (one: DocumentRecord, address?: string) => Json {
  const shared = ofVolume(volume);
  return (one, address) => ofDocument(one, volume, address === undefined ? shared : { ...shared, URL: address });
}

type Members = Readonly<Record<string, Json | undefined>>;

/** What is said of the volume with each of its documents too. */
function ofVolume({ parts, publisher, place, issued, identifiers, address, languages }: VolumeRecord): Members {
  const doi = identifiers.flatMap(({ type, value }) => (type === 'doi' ? (doiOf(value) ?? []) : []))[0];
  const isbn = identifiers.flatMap(({ type, value }) => (type.startsWith('isbn') ? (isbn13(value) ?? []) : []))[0];
  return {
    'collection-title': [parts.series, parts.subseries].filter((part) => part !== undefined).join(', '),
    'volume-title': parts.volume,
    volume: parts.number?.replace(/^vol(?:ume|\.)?\s+/i, ''),
    publisher: publisher?.name,
    'publisher-place': place,
    issued: issued === undefined ? undefined : date(issued),
    DOI: doi,
    ISBN: isbn,
    URL: address === undefined ? undefined : webAddress(address),
    language: languages[0],
  };
}

function editors({ contributions }: VolumeRecord): readonly Json[] {
  return contributions.filter(({ role }) => role === 'editor').map(({ agent }) => name(agent));
}

/** A name in its parts, or whole where it has none. */
function name({ kind, name: whole, family, given }: Agent): Json {
  return kind === 'person' && family !== undefined && given !== undefined ? { family, given } : { literal: whole };
}

/** Dates are lists of numbers; the time of day has no place in them. */
function date(from: string, to?: string): Json | undefined {
  const parts = [from, ...(to === undefined ? [] : [to])].map((one) =>
    (/^\d{4}(?:-\d\d(?:-\d\d)?)?/.exec(one)?.[0] ?? '')
      .split('-')
      .filter((part) => part !== '')
      .map(Number),
  );
  return parts.every((one) => one.length > 0) ? { 'date-parts': parts } : undefined;
}

function ofDocument(one: DocumentRecord, volume: VolumeRecord, shared: Members): Json {
  const { when, from, to } = one.date ?? {};
  const first = when ?? from ?? to;
  return present({
    id: `${volume.id}#${one.id}`,
    type: 'chapter',
    title: one.title,
    'chapter-number': one.number,
    author: one.senders.map(name),
    recipient: one.receivers.map(name),
    editor: editors(volume),
    'container-title': volume.title,
    ...shared,
    language: one.language ?? shared['language'],
    genre: one.genre?.replaceAll('-', ' '),
    'original-date': first === undefined ? undefined : date(first, when === undefined ? to : undefined),
    'event-place': one.place,
    archive: one.repository,
    archive_location: one.source,
    page: one.pages === undefined ? undefined : `${one.pages.first}–${one.pages.last}`,
  });
}
