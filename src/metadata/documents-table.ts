import type { Agent, Bibliography, DocumentRecord, VolumeRecord } from './bibliography.js';
import { type Json, present } from './json.js';
import { fullName, nameParts } from './names.js';
import { type AddressOf, addressesOf } from './web-address.js';

/** The columns of the table, with what each says of a document. */
const COLUMNS: readonly (readonly [
  name: string,
  of: (one: DocumentRecord, volume: VolumeRecord) => string | undefined,
])[] = [
  ['volume', (_, volume) => volume.id],
  ['id', ({ id }) => id],
  ['number', ({ number }) => number],
  ['title', ({ title }) => title],
  ['date', ({ date }) => date?.when ?? date?.from ?? date?.to],
  ['date to', ({ date }) => (date?.when === undefined && date?.from !== undefined ? date.to : undefined)],
  ['place', ({ place }) => place],
  ['genre', ({ genre }) => genre],
  ['from', ({ senders }) => names(senders)],
  ['to', ({ receivers }) => names(receivers)],
  ['drafted by', ({ drafters }) => names(drafters)],
  ['classification', ({ classification }) => classification],
  ['handling', ({ handling }) => handling.join('; ')],
  ['repository', ({ repository }) => repository],
  ['source', ({ source }) => source],
  ['first page', ({ pages }) => pages?.first],
  ['last page', ({ pages }) => pages?.last],
  ['language', ({ language }, { languages }) => language ?? languages[0]],
  ['chapter', ({ within }) => within.map(({ head }) => head).join(' › ')],
];

function names(agents: readonly Agent[]): string {
  return agents.map(fullName).join('; ');
}

/**
 * The headers of all documents as a table (RFC 4180, UTF-8 with a byte order mark, by which spreadsheets know it). A cell that a spreadsheet would take for a
 * formula begins with an apostrophe (OWASP, “CSV Injection”).
 */
export function documentsCsv({ volume, documents }: Bibliography, addressOf: AddressOf = addressesOf(volume)): string {
  const rows = documents.map((one) => [...COLUMNS.map(([, of]) => of(one, volume) ?? ''), addressOf(one.id) ?? '']);
  return `\uFEFF${[[...COLUMNS.map(([name]) => name), 'address'], ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(text: string): string {
  const words = text.toWellFormed();
  const safe = /^[\s\p{Cc}]*[=+\-@＝＋－＠]/u.test(words) ? `'${words}` : words;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The headers of all documents as data. */
export function documentsJson({ volume, documents }: Bibliography, addressOf: AddressOf = addressesOf(volume)): Json {
  return {
    volume: present({ id: volume.id, title: volume.title, identifier: volume.urn, address: addressOf() }),
    documents: documents.map((one) => documentJson(one, addressOf(one.id))),
  };
}

/** The header of a document as data. */
export function documentJson(one: DocumentRecord, address?: string): Json {
  return present({
    id: one.id,
    number: one.number,
    title: one.title,
    genre: one.genre,
    date: one.date === undefined ? undefined : present({ ...one.date }),
    place: one.place,
    from: one.senders.map(person),
    to: one.receivers.map(person),
    draftedBy: one.drafters.map(person),
    classification: one.classification,
    handling: one.handling,
    repository: one.repository,
    source: one.source,
    pages: one.pages === undefined ? undefined : { ...one.pages },
    language: one.language,
    within: one.within.map(({ id, head }) => ({ id, head })),
    address,
  });
}

function person(agent: Agent): Json {
  return present({
    kind: agent.kind,
    name: agent.name,
    ...nameParts(agent),
    entry: agent.xmlId,
    identifiers: agent.ids,
  });
}
