import type { FileSet } from '../model/file-set.js';
import {
  FACETS,
  type FacetName,
  facetNames,
  type SearchableDocument,
  type SearchableVolume,
} from '../model/searchable.js';
import { dayNumber } from './days.js';
import { INDEX_FOLDER } from './index-files.js';

/** The documents for a search server, a JSON object a line, and how OpenSearch is to hold them. */
export const DOCUMENTS_FILE = `${INDEX_FOLDER}documents.jsonl`;
export const MAPPING_FILE = `${INDEX_FOLDER}opensearch-mapping.json`;

/**
 * What an institution's own search server is given: all documents with their words, notes and facets, and the body with which an index for them is made
 * (OpenSearch 2, `PUT /<index>`; Elasticsearch 8 takes the same). The fields of both files are those of `SearchableDocument`.
 */
export function searchServerFiles(volume: SearchableVolume): FileSet {
  const lines = volume.documents.map((document) => `${JSON.stringify(serverDocument(volume, document))}\n`);
  return new Map([
    [DOCUMENTS_FILE, lines.join('')],
    [MAPPING_FILE, `${JSON.stringify(mapping(volume.language), null, 2)}\n`],
  ]);
}

function serverDocument(volume: SearchableVolume, document: SearchableDocument): object {
  const { id, page, title, number, date, dateline, summary, text, notes, facets } = document;
  // Only days of the calendar: a server refuses the whole document for another.
  const isDated = date !== undefined && dayNumber(date.from) !== undefined && dayNumber(date.to) !== undefined;
  return {
    id: `${volume.id}/${id}`,
    volume: volume.id,
    document: id,
    page,
    title,
    ...(number === undefined ? {} : { number }),
    ...(isDated ? { date: { gte: date.from, lte: date.to } } : {}),
    ...(dateline === undefined ? {} : { dateline }),
    ...(summary === undefined ? {} : { summary }),
    facets: Object.fromEntries(facetNames.flatMap((name) => (facets[name]?.length ? [[name, facets[name]]] : []))),
    text,
    notes,
  };
}

/** A facet: counted by its key, shown by its label. */
const FACET = { properties: { key: { type: 'keyword' }, label: { type: 'keyword' } } };

function mapping(language: string): object {
  const hasForms = /^en\b/i.test(language);
  const words = {
    type: 'text',
    analyzer: 'words',
    // Paragraphs are values of their own: no phrase goes on from one to the next.
    position_increment_gap: 100,
    ...(hasForms ? { fields: { forms: { type: 'text', analyzer: 'forms', position_increment_gap: 100 } } } : {}),
  };
  const analyzer = (...filters: readonly string[]): object => ({
    type: 'custom',
    tokenizer: 'standard',
    filter: ['lowercase', 'asciifolding', ...filters],
  });
  const facets = Object.keys(FACETS).map((name) => [name as FacetName, FACET] as const);
  return {
    settings: {
      analysis: { analyzer: { words: analyzer(), ...(hasForms ? { forms: analyzer('porter_stem') } : {}) } },
    },
    mappings: {
      dynamic: 'strict',
      properties: {
        id: { type: 'keyword' },
        volume: { type: 'keyword' },
        document: { type: 'keyword' },
        page: { type: 'keyword', index: false },
        number: { type: 'keyword' },
        date: { type: 'date_range', format: 'strict_date' },
        title: words,
        dateline: { type: 'text', analyzer: 'words' },
        summary: { type: 'text', analyzer: 'words' },
        facets: { properties: Object.fromEntries(facets) },
        text: words,
        notes: words,
      },
    },
  };
}
