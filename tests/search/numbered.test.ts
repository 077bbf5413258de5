import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SearchableVolume } from '../../src/model/searchable.js';
import { INDEX_FOLDER, indexFiles } from '../../src/search/index-files.js';
import { IndexReader } from '../../src/search/index-reader.js';
import { numberIn } from '../../src/search/numbered.js';
import { runs } from '../runs.js';

it.each([
  ['73', { number: '73' }],
  [' d73 ', { kind: 'document', number: '73' }],
  ['Document 73a.', { kind: 'document', number: '73a' }],
  ['No. 73', { kind: 'document', number: '73' }],
  ['#73', { kind: 'document', number: '73' }],
  ['p. 181', { kind: 'page', number: '181' }],
  ['[Page 181]', { kind: 'page', number: '181' }],
  ['page XIV', { kind: 'page', number: 'xiv' }],
  ['xiv', undefined],
  ['mix', undefined],
  ['1961 crisis', undefined],
  ['documents', undefined],
  ['', undefined],
])('%s asks for the place %o', (words, asked) => {
  expect(numberIn(words)).toEqual(asked);
});

const number = fc.oneof(
  fc.integer({ min: 1, max: 40 }).map(String),
  fc.integer({ min: 1, max: 40 }).map((n) => `${n}a`),
);
const volume = fc
  .record({
    documents: fc.array(fc.option(number, { nil: undefined }), { maxLength: 8 }),
    pages: fc.array(fc.oneof(number, fc.constantFrom('xiv', '[II]')), { maxLength: 8 }),
  })
  .map(
    ({ documents, pages }): SearchableVolume => ({
      id: 'v',
      title: 'V',
      language: 'en',
      documents: documents.map((own, i) => ({
        ...{ id: `d${i}`, page: `d${i}.html`, title: 'A Letter', text: ['A Letter'], notes: [], facets: {} },
        ...(own === undefined ? {} : { number: own }),
      })),
      pages: pages.map((own, i) => ({ number: own, page: `pg_${i}.html`, title: `Page ${own}` })),
    }),
  );

it('leads to every document and every page by its number, and to nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(volume, number, async (own, sought) => {
      const files = indexFiles([own]);
      const reader = await IndexReader.open(async (name) => {
        const script = String(files.get(`${INDEX_FOLDER}${name}.js`));
        return JSON.parse(script.slice(script.indexOf(',') + 1, script.lastIndexOf(')'))) as string;
      });
      const found = (words: string): Promise<readonly string[]> =>
        reader.placesWith(numberIn(words) ?? { number: '' }, 99).then((places) => places.map(({ page }) => page));
      const documents = own.documents.filter((one) => one.number === sought).map(({ page }) => page);
      const pages = own.pages.filter((one) => one.number === sought).map(({ page }) => page);
      expect(await found(sought)).toEqual([...documents, ...pages]);
      expect(await found(`d${sought}`)).toEqual(documents);
      expect(await found(`page ${sought}`)).toEqual(pages);
    }),
    { numRuns: runs(100) },
  );
});
