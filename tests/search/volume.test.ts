import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { packageFile } from '../../src/formats/package.js';
import { type FacetName, facetNames } from '../../src/model/searchable.js';
import { indexOf } from '../../src/search/index-files.js';
import { IndexReader } from '../../src/search/index-reader.js';
import { passagesOf } from '../../src/search/passages.js';
import { search } from '../../src/search/search.js';
import { stopWordsOf } from '../../src/search/stop-words.js';
import { runs } from '../runs.js';
import { paragraphsOf } from './brute-force.js';
import { casesFrom, presentVolumes, searchableIn, truthsOf, within } from './volumes.js';

const inputs = [packageFile('corpus/sampler'), ...presentVolumes(['frus1964-68v14'])];

describe.each(inputs)('the index of %s', async (input) => {
  const volume = await searchableIn(input);
  const { documents } = volume;
  const stopWords = stopWordsOf(volume.language);
  // A look at every word of a whole volume takes its time; the conformance suite asks for 200.
  const cases = runs(documents.length > 100 ? 50 : 200);
  const parts = indexOf(documents, volume.language);
  const texts = documents.map(paragraphsOf);
  const loaded = new Set<string>();
  const open = (): Promise<IndexReader> =>
    IndexReader.open(async (name) => {
      loaded.add(name);
      const part = parts.get(name);
      if (part === undefined) throw new Error(`no part ${name}`);
      return part;
    });

  it('answers queries made of its words, days and facets as a look at every word does, and counts as well', async () => {
    const index = await open();
    let answered = 0;
    for (const one of casesFrom(volume, stopWords, cases)) {
      const found = await search(index, one.request);
      const truths = truthsOf(one, texts, stopWords);
      const expected = within(truths, documents, one.request);
      expect(
        [...found.documents].sort((a, b) => a - b),
        JSON.stringify(one.request),
      ).toEqual(expected);
      if (expected.length > 0) answered++;
      const name = (Object.keys(one.request.chosen ?? {})[0] ?? 'genre') as FacetName;
      if (!index.directory.facets.includes(name)) continue;
      const others = { ...one.request.chosen };
      delete others[name];
      const besides = within(truths, documents, { ...one.request, chosen: others });
      for (const { key, count } of await found.countsOf(name))
        expect(count).toBe(
          besides.filter((i) => documents[i]?.facets[name]?.some((value) => value.key === key)).length,
        );
    }
    expect(answered).toBeGreaterThan(cases / 3);
  });

  it('shows for what is found at least one passage, marked', async () => {
    const index = await open();
    for (const one of casesFrom(volume, stopWords, 40, 7)) {
      const found = await search(index, one.request);
      if (one.asked?.kind !== 'phrase') continue;
      for (const document of found.documents.slice(0, 5)) {
        const passages = await passagesOf(index.text(document), found);
        expect(
          passages.flat().some(({ isHit }) => isHit),
          `${one.request.words} in ${documents[document]?.id}`,
        ).toBe(true);
        const whole = [...(documents[document]?.text ?? []), ...(documents[document]?.notes ?? [])];
        for (const passage of passages) {
          const words = passage
            .map(({ text }) => text)
            .join('')
            .replace(/^… | …$/g, '');
          expect(
            whole.some((paragraph) => paragraph.includes(words)),
            words,
          ).toBe(true);
        }
      }
    }
  });

  it('sends little for usual queries', async () => {
    for (const words of [
      'treaty',
      '"the united states of america"',
      'nuclear weap* NOT treaty',
      '"to be or not to be"',
      '"secretary of state"',
    ]) {
      loaded.clear();
      const index = await open();
      const found = await search(index, { words });
      for (const name of index.directory.facets) await found.countsOf(name);
      for (const document of found.documents.slice(0, 10)) {
        await index.card(document);
        await passagesOf(index.text(document), found);
      }
      const bytes = [...loaded].reduce((sum, name) => sum + gzipSync(parts.get(name) ?? '').length, 0);
      expect(bytes, words).toBeLessThan(350_000);
    }
  });

  it('has every fact of the documents that a facet is for', () => {
    expect(documents.length).toBeGreaterThan(3);
    for (const { facets } of documents) for (const name of Object.keys(facets)) expect(facetNames).toContain(name);
  });
});
