import { writeLaidOut } from '../formats/xml-layout.js';
import { element, type XmlElement } from '../formats/xml-writer.js';
import { creatorsOf } from '../metadata/contributions.js';
import { type Json, present, writeJson } from '../metadata/json.js';
import { addressBelow } from '../metadata/web-address.js';
import type { FileSet } from '../model/file-set.js';
import { byGroup, type Download, type PublishedSeries, type PublishedVolume } from './series.js';

/** The catalogues by which reading applications offer the volumes: the start of that in Atom (OPDS 1.2), and that in JSON (OPDS 2.0). */
export const opdsPath = 'opds.xml';
export const opds2Path = 'opds.json';

const OPEN_ACCESS = 'http://opds-spec.org/acquisition/open-access';
const IMAGE = 'http://opds-spec.org/image';
const catalog = (kind: 'navigation' | 'acquisition'): string =>
  `application/atom+xml;profile=opds-catalog;kind=${kind}`;

/**
 * The catalogue in Atom (OPDS 1.2): one feed of all volumes, or, where the series has several parts, a feed that leads to one for each part and to that of all.
 * Volumes without a file to be downloaded are in no catalogue (§5.1: an entry has a link for acquisition).
 */
export function opds(series: PublishedSeries, all: readonly PublishedVolume[]): FileSet {
  const volumes = all.filter(({ downloads }) => downloads.length > 0);
  const groups = byGroup(series, volumes);
  if (groups.size < 2)
    return new Map([[opdsPath, acquisitionFeed(series, { path: opdsPath, title: series.title, volumes })]]);
  const feeds = [
    { path: 'opds/all.xml', title: 'All volumes', volumes },
    ...[...groups].map(([title, own], i) => ({ path: `opds/${i + 1}.xml`, title, volumes: own })),
  ];
  return new Map([
    [opdsPath, navigationFeed(series, feeds)],
    ...feeds.map((feed) => [feed.path, acquisitionFeed(series, feed)] as const),
  ]);
}

interface Feed {
  readonly path: string;
  readonly title: string;
  readonly volumes: readonly PublishedVolume[];
}

function feedOf(
  series: PublishedSeries,
  { path, title }: Feed,
  kind: 'navigation' | 'acquisition',
  entries: readonly XmlElement[],
): string {
  const start = addressBelow(series.base, opdsPath);
  const address = addressBelow(series.base, path);
  return writeLaidOut(
    element(
      'feed',
      {
        xmlns: 'http://www.w3.org/2005/Atom',
        'xmlns:dc': 'http://purl.org/dc/terms/',
        'xml:lang': series.language,
      },
      element('id', {}, address),
      element('title', {}, title),
      element('updated', {}, series.modified),
      element('author', {}, element('name', {}, series.publisher ?? series.title), element('uri', {}, series.base)),
      element('link', { rel: 'self', href: address, type: catalog(kind) }),
      element('link', { rel: 'start', href: start, type: catalog(path === opdsPath ? kind : 'navigation') }),
      path === opdsPath ? [] : [element('link', { rel: 'up', href: start, type: catalog('navigation') })],
      entries,
    ),
  );
}

function navigationFeed(series: PublishedSeries, feeds: readonly Feed[]): string {
  const entries = feeds.map(({ path, title, volumes }) => {
    const address = addressBelow(series.base, path);
    return element(
      'entry',
      {},
      element('id', {}, address),
      element('title', {}, title),
      element('updated', {}, series.modified),
      element('content', { type: 'text' }, volumes.length === 1 ? '1 volume' : `${volumes.length} volumes`),
      element('link', { rel: 'subsection', href: address, type: catalog('acquisition') }),
    );
  });
  return feedOf(series, { path: opdsPath, title: series.title, volumes: [] }, 'navigation', entries);
}

function acquisitionFeed(series: PublishedSeries, feed: Feed): string {
  return feedOf(series, feed, 'acquisition', feed.volumes.map(entryOf));
}

function entryOf({ record, base, modified, downloads, cover }: PublishedVolume): XmlElement {
  const { title, urn, identifiers, issued, languages, publisher, licence, description, subjects } = record;
  const link = (rel: string, { address, mediaType, bytes }: Download): XmlElement =>
    element('link', { rel, href: address, type: mediaType, length: bytes === undefined ? undefined : `${bytes}` });
  return element(
    'entry',
    {},
    element('id', {}, urn),
    element('title', {}, title),
    element('updated', {}, modified),
    creatorsOf(record).map(({ agent }) => element('author', {}, element('name', {}, agent.name))),
    identifiers.map(({ type, value }) =>
      element('dc:identifier', {}, ['doi', 'isbn'].includes(type) ? `urn:${type}:${value}` : value),
    ),
    languages.slice(0, 1).map((language) => element('dc:language', {}, language)),
    publisher === undefined ? [] : [element('dc:publisher', {}, publisher.name)],
    issued === undefined ? [] : [element('dc:issued', {}, issued)],
    subjects.map(({ term, scheme }) => element('category', { term, label: term, scheme })),
    description === undefined ? [] : [element('summary', {}, description)],
    licence === undefined ? [] : [element('rights', {}, licence.text || licence.target)],
    element('link', { rel: 'alternate', href: base, type: 'text/html' }),
    cover === undefined ? [] : [link(IMAGE, cover)],
    downloads.map((download) => link(OPEN_ACCESS, download)),
  );
}

/** The catalogue in JSON (OPDS 2.0), in parts where the series has several. */
export function opds2(series: PublishedSeries, all: readonly PublishedVolume[]): string {
  const volumes = all.filter(({ downloads }) => downloads.length > 0);
  const groups = byGroup(series, volumes);
  const address = addressBelow(series.base, opds2Path);
  const content: Readonly<Record<string, Json>> =
    groups.size < 2
      ? { publications: volumes.map(publicationOf) }
      : {
          groups: [...groups].map(([title, own]) => ({
            metadata: { title, numberOfItems: own.length },
            publications: own.map(publicationOf),
          })),
        };
  return writeJson({
    metadata: { title: series.title, modified: series.modified, numberOfItems: volumes.length },
    links: [
      { rel: 'self', href: address, type: 'application/opds+json' },
      { rel: 'alternate', href: series.base, type: 'text/html' },
    ],
    ...content,
  });
}

function publicationOf({ record, base, modified, downloads, cover }: PublishedVolume): Json {
  const { title, parts, urn, issued, languages, publisher, licence, description, subjects } = record;
  const named = (roles: readonly string[]): readonly Json[] =>
    record.contributions
      .filter(({ role }) => roles.includes(role))
      .map(({ agent: { name, family, given } }) =>
        present({ name, sortAs: family === undefined || given === undefined ? undefined : `${family}, ${given}` }),
      );
  const series = parts.series === undefined ? undefined : { series: present({ name: parts.series }) };
  return present({
    metadata: present({
      '@type': 'http://schema.org/Book',
      identifier: urn,
      title,
      author: named(['author']),
      editor: named(['editor', 'general-editor']),
      publisher: publisher?.name,
      published: issued,
      modified,
      language: languages[0],
      description,
      subject: subjects.map(({ term, scheme }) => present({ name: term, scheme })),
      belongsTo: series,
    }),
    links: [
      { rel: 'alternate', href: base, type: 'text/html' },
      ...downloads.map(({ address, mediaType }) => ({ rel: OPEN_ACCESS, href: address, type: mediaType })),
      ...(licence === undefined ? [] : [{ rel: 'license', href: licence.target }]),
    ],
    images: cover === undefined ? [] : [{ href: cover.address, type: cover.mediaType }],
  });
}
