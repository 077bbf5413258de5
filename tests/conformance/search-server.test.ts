import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FacetName, facetNames } from '../../src/model/searchable.js';
import { MAPPING_FILE } from '../../src/search/server-files.js';
import { isWithin, paragraphsOf } from '../search/brute-force.js';
import { searchableIn } from '../search/volumes.js';
import { hasServer, patiently, startServer } from './servers.js';
import { build, root, temporaryFolder, volumes } from './tools.js';

/** A real OpenSearch: that of `OPENSEARCH_URL`, else the one that an InvenioRDM on this machine searches with, three ports behind its own. */
const given = process.env['OPENSEARCH_URL'];
const isThere = given !== undefined || hasServer('inveniordm');
const real = join(volumes, 'frus1964-68v14.xml');
const input = existsSync(real) ? real : join(root, 'corpus/sampler');

interface Answer {
  readonly hits: { readonly total: { readonly value: number }; readonly hits: readonly { readonly _id: string }[] };
  readonly aggregations: Readonly<
    Record<string, { readonly buckets: readonly { readonly key: string; readonly doc_count: number }[] }>
  >;
}

describe.skipIf(!isThere)('a search server that is given the documents of a volume', async () => {
  const folder = temporaryFolder();
  const index = `chancery-test-${process.pid}`;
  const volume = await searchableIn(input);
  let base = '';
  const call = async (method: string, path: string, body?: string, type = 'application/json'): Promise<Response> =>
    patiently(`${base}/${path}`, {
      method,
      ...(body === undefined ? {} : { body, headers: { 'Content-Type': type } }),
    });
  const search = async (query: object): Promise<Answer> => {
    const aggs = Object.fromEntries(
      facetNames.map((name) => [name, { terms: { field: `facets.${name}.key`, size: 1000 } }]),
    );
    const body = JSON.stringify({ size: 1000, _source: false, track_total_hits: true, query, aggs });
    return (await (await call('POST', `${index}/_search`, body)).json()) as Answer;
  };

  beforeAll(async () => {
    base = given ?? searchOf(startServer<{ readonly baseUrl: string }>('inveniordm').baseUrl);
    const out = join(folder.path, 'out');
    const { status, output } = build(input, 'html', out, '--search-server');
    expect(status, output).toBeLessThan(2);
    const made = await call('PUT', index, readFileSync(join(out, 'html', MAPPING_FILE), 'utf8'));
    expect(made.status, await made.text()).toBe(200);
    const lines = readFileSync(join(out, 'html/search/documents.jsonl'), 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(volume.documents.length);
    const bulk = lines
      .map((line) => `${JSON.stringify({ index: { _id: (JSON.parse(line) as { id: string }).id } })}\n${line}\n`)
      .join('');
    const answered = (await (
      await call('POST', `${index}/_bulk?refresh=true`, bulk, 'application/x-ndjson')
    ).json()) as {
      readonly errors: boolean;
    };
    expect(answered.errors).toBe(false);
  });
  afterAll(async () => {
    if (base !== '') await call('DELETE', index);
    folder.remove();
  });

  test('takes them all, and counts the values of each facet as they are', async () => {
    const { hits, aggregations } = await search({ match_all: {} });
    expect(hits.total.value).toBe(volume.documents.length);
    for (const name of facetNames) {
      const counts = new Map<string, number>();
      for (const { facets } of volume.documents)
        for (const { key } of facets[name] ?? []) counts.set(key, (counts.get(key) ?? 0) + 1);
      expect(new Map(aggregations[name]?.buckets.map(({ key, doc_count }) => [key, doc_count]))).toEqual(counts);
    }
  });

  test('finds words, phrases, days and facets as a look at every document does', async () => {
    const idOf = (own: string): string => `${volume.id}/${own}`;
    const dated = volume.documents.flatMap(({ date }) => date ?? []);
    const [from, to] = [dated[Math.floor(dated.length / 3)]?.from, dated[Math.floor(dated.length / 2)]?.to].sort();
    const genre = volume.documents.flatMap(({ facets }) => facets.genre ?? [])[0]?.key ?? '';
    for (const words of [
      'embassy',
      'the united states of america',
      'memorandum of conversation',
      'soviet government',
    ]) {
      const sought = words.split(' ');
      const fields = ['text', 'notes'];
      const query = {
        bool: {
          must: [{ multi_match: { query: words, type: 'phrase', fields } }],
          filter: [{ range: { date: { gte: from, lte: to } } }, { term: { 'facets.genre.key': genre } }],
        },
      };
      const expected = volume.documents
        .filter((one) => isWithin(one, from, to, { genre: [genre] } as Partial<Record<FacetName, string[]>>))
        .filter((one) =>
          paragraphsOf(one).some((paragraph) =>
            paragraph.some((_, at) => sought.every((word, i) => paragraph[at + i] === word)),
          ),
        );
      const { hits } = await search(query);
      expect(hits.hits.map(({ _id }) => _id).sort(), words).toEqual(expected.map(({ id }) => idOf(id)).sort());
    }
  });
});

/** Where the search of an InvenioRDM is, which its script starts at a port of its own. */
function searchOf(baseUrl: string): string {
  const url = new URL(baseUrl);
  url.port = String(Number(url.port) + 3);
  return url.origin;
}
