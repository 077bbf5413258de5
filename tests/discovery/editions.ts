/** The web editions that the tests publish: small ones, made by hand or by chance. */
import fc from 'fast-check';
import { companionsOf } from '../../src/discovery/companions.js';
import { type Publication, publicationPath, readPublication } from '../../src/discovery/publication.js';
import { type WebEdition, webEditionOf } from '../../src/discovery/web-edition.js';
import type { Bibliography, DocumentRecord, VolumeRecord } from '../../src/metadata/bibliography.js';
import type { FileSet } from '../../src/model/file-set.js';
import type { SitePage } from '../../src/model/web-link.js';

export const TIME = '2026-03-01T10:00:00Z';

const VOLUME: VolumeRecord = {
  id: 'v1',
  identifier: { type: 'doi', value: '10.5072/v.1' },
  identifiers: [{ type: 'doi', value: '10.5072/v.1' }],
  urn: 'urn:uuid:d092cf85-e1c2-5411-8acf-ce8aeb008d4f',
  title: 'Letters & Papers',
  parts: {},
  contributions: [
    {
      agent: {
        kind: 'person',
        name: 'Jane Roe',
        family: 'Roe',
        given: 'Jane',
        ids: ['https://orcid.org/0000-0002-1825-0097'],
      },
      role: 'editor',
    },
  ],
  publisher: { kind: 'organisation', name: 'A Press', ids: [] },
  issued: '2026',
  languages: ['en'],
  licence: { target: 'https://creativecommons.org/publicdomain/zero/1.0/', text: 'Public domain' },
  subjects: [],
  places: [],
  persons: [],
  relations: [],
  repositories: [],
  funding: [],
  address: 'https://example.org/v1',
  contact: 'editors@example.org',
};

export function documentRecord(id: string, more: Partial<DocumentRecord> = {}): DocumentRecord {
  return {
    id,
    title: `Letter ${id} <&>`,
    senders: [],
    receivers: [],
    drafters: [],
    handling: [],
    within: [{ id: 'ch1', head: 'First' }],
    ...more,
  };
}

export function bibliography(documents: readonly DocumentRecord[], more: Partial<VolumeRecord> = {}): Bibliography {
  return { volume: { ...VOLUME, ...more }, documents };
}

export function edition(about: Bibliography, modified = TIME): WebEdition {
  const found = webEditionOf(about, modified);
  if (found === undefined) throw new Error('The edition has no address.');
  return found;
}

/** The pages of an edition as the web site has them: a page for each document under its id, one of a chapter, and the home page. */
export function pagesOf({ documents }: Bibliography): readonly SitePage[] {
  return [
    { name: 'index', kind: 'home' },
    { name: 'ch1', kind: 'chapter', id: 'ch1' },
    ...documents.map(({ id }) => ({ name: id, kind: 'document', id })),
  ];
}

/** The pages with their TEI; what they say is the title of what they show. */
export function siteOf({ documents }: Bibliography): FileSet {
  return new Map([
    ['index.html', 'home'],
    ['ch1.html', 'chapter'],
    ['style.css', 'style'],
    ...documents.flatMap(({ id, title }): [string, string][] => [
      [`${id}.html`, title],
      [`tei/${id}.xml`, `<TEI>${title}</TEI>`],
    ]),
  ]);
}

/** All files of an edition after the version before. */
export function published(about: Bibliography, modified = TIME, before?: Publication): FileSet {
  const companions = companionsOf(edition(about, modified), pagesOf(about));
  const { value } = companions.withFiles(siteOf(about), before);
  if (value === undefined) throw new Error('Nothing was made.');
  return value;
}

export function publicationIn(files: FileSet): Publication {
  const publication = readPublication(String(files.get(publicationPath)));
  if (publication === undefined) throw new Error('The record is not as it should be.');
  return publication;
}

/** Volumes of a few documents, whose ids and titles have all that ids and titles may have. */
export const anyBibliography = (
  ids = fc.constantFrom('d1', 'd2', 'd3', 'd4', 'é5', 'D1a'),
): fc.Arbitrary<Bibliography> =>
  fc
    .uniqueArray(
      fc.record({
        id: ids,
        title: fc.string({ unit: 'binary', maxLength: 12 }),
        chapter: fc.constantFrom('ch1', 'ch2', 'ä~3'),
      }),
      { selector: ({ id }) => id, maxLength: 6 },
    )
    .map((documents) =>
      bibliography(
        documents.map(({ id, title, chapter }) =>
          documentRecord(id, { title: title === '' ? id : title, within: [{ id: chapter, head: chapter }] }),
        ),
      ),
    );

/** Times of versions that follow each other, in seconds. */
export const timeOf = (second: number): string =>
  new Date(Date.UTC(2026, 2, 1, 0, 0, second)).toISOString().replace('.000Z', 'Z');
