import { writeLaidOut } from '../formats/xml-layout.js';
import { element, TEI_NAMESPACE, type XmlElement } from '../formats/xml-writer.js';
import type { Agent, Bibliography, DocumentRecord, VolumeRecord } from './bibliography.js';
import { dayOf } from './contributions.js';
import { fullName } from './names.js';
import { isbn13, webAddress } from './standard-numbers.js';

/** What passes from one to another over a distance: other documents have writers and readers, and are no correspondence. */
const CORRESPONDENCE = new Set([
  'letter',
  'telegram',
  'circular-telegram',
  'airgram',
  'circular-airgram',
  'despatch',
  'instruction',
  'message',
  'diplomatic-note',
  'e-mail',
]);

/**
 * The letters and telegrams of the volume in the Correspondence Metadata Interchange Format, by which correspSearch finds who wrote to whom: a TEI header of
 * `correspDesc` elements. Undefined for a volume without any. Names have the addresses of authority files, where the volume gives them.
 */
export function cmif({ volume, documents }: Bibliography): string | undefined {
  const letters = documents.filter(isLetter);
  if (letters.length === 0) return undefined;
  const tei = element(
    'TEI',
    { xmlns: TEI_NAMESPACE },
    element(
      'teiHeader',
      {},
      element('fileDesc', {}, titles(volume), publication(volume), element('sourceDesc', {}, source(volume))),
      element(
        'profileDesc',
        {},
        letters.map((one) => description(one, volume)),
      ),
    ),
    element('text', {}, element('body', {}, element('p'))),
  );
  return writeLaidOut(tei);
}

/** A heading that names two parties and no genre (`The Secretary of State to the Ambassador in France`) is that of a letter or telegram. */
function isLetter({ genre, senders, receivers }: DocumentRecord): boolean {
  if (genre === undefined) return senders.length > 0 && receivers.length > 0;
  return CORRESPONDENCE.has(genre) && (senders.length > 0 || receivers.length > 0);
}

function titles({ title, contributions }: VolumeRecord): XmlElement {
  const editors = contributions.filter(({ role }) => role === 'editor' || role === 'general-editor');
  return element(
    'titleStmt',
    {},
    element('title', {}, `Correspondence in: ${title}`),
    editors.map(({ agent }) => element('editor', { ref: references(agent) }, agent.name)),
  );
}

function publication({ publisher, issued, modified, licence, urn, address }: VolumeRecord): XmlElement {
  const day = modified ?? issued;
  return element(
    'publicationStmt',
    {},
    element('publisher', {}, publisher?.name ?? 'The publisher is not named.'),
    address === undefined ? element('idno', { type: 'urn' }, urn) : element('idno', { type: 'url' }, address),
    day === undefined ? [] : [element('date', { when: dayOf(day) })],
    licence === undefined
      ? []
      : [
          element(
            'availability',
            {},
            element(
              'licence',
              { target: webAddress(licence.target) },
              licence.text === '' ? licence.target : licence.text,
            ),
          ),
        ],
  );
}

const SOURCE = 'edition';

/** The edition as the source of its letters: `online` where its web edition has an address, else `print`. */
function source(volume: VolumeRecord): XmlElement {
  const { title, issued, place, publisher, identifiers, address } = volume;
  const isbn = identifiers.flatMap(({ type, value }) => (type.startsWith('isbn') ? (isbn13(value) ?? []) : []))[0];
  const imprint = [place, publisher?.name, issued].filter((part) => part !== undefined).join(', ');
  return element(
    'bibl',
    { 'xml:id': SOURCE, type: address === undefined ? 'print' : 'online' },
    imprint === '' ? title : `${title}. ${imprint}.`,
    isbn === undefined ? [] : [' ', element('idno', { type: 'isbn' }, isbn)],
    address === undefined ? [] : [' ', element('ref', { target: webAddress(address) }, address)],
  );
}

function description(one: DocumentRecord, { address, urn }: VolumeRecord): XmlElement {
  const name = encodeURIComponent(one.id.toWellFormed());
  const ref = pageOf(name, address) ?? `${urn}#${name}`;
  const sent = [...one.senders.map(party), ...place(one), ...date(one)];
  const received = one.receivers.map(party);
  return element(
    'correspDesc',
    { key: one.number ?? one.id, ref, source: `#${SOURCE}` },
    sent.length === 0 ? [] : [element('correspAction', { type: 'sent' }, sent)],
    received.length === 0 ? [] : [element('correspAction', { type: 'received' }, received)],
  );
}

/** The page of a document in the web edition, beside its home page. */
function pageOf(name: string, address: string | undefined): string | undefined {
  const home = address === undefined ? undefined : webAddress(address);
  if (home === undefined) return undefined;
  const url = new URL(home);
  url.search = '';
  url.hash = '';
  if (!/(?:\/|\.x?html?)$/.test(url.pathname)) url.pathname += '/';
  return new URL(`${name}.html`, url).href;
}

function party(agent: Agent): XmlElement {
  return element(agent.kind === 'person' ? 'persName' : 'orgName', { ref: references(agent) }, fullName(agent));
}

function references({ ids }: Agent): string | undefined {
  const addresses = ids.flatMap((id) => webAddress(id) ?? []);
  return addresses.length === 0 ? undefined : addresses.join(' ');
}

function place({ place: name }: DocumentRecord): readonly XmlElement[] {
  return name === undefined ? [] : [element('placeName', {}, name)];
}

function date({ date: own }: DocumentRecord): readonly XmlElement[] {
  const { when, from, to } = own ?? {};
  const days = [when, from, to].map((one) =>
    one !== undefined && /^\d{4}(?:-\d\d){0,2}/.test(one) ? dayOf(one) : undefined,
  );
  if (days.every((one) => one === undefined)) return [];
  return [element('date', { when: days[0], from: days[1], to: days[2] })];
}
