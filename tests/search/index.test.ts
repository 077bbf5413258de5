import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FacetName, facetValue, type SearchableDocument } from '../../src/model/searchable.js';
import { indexOf } from '../../src/search/index-files.js';
import { IndexReader } from '../../src/search/index-reader.js';
import { search } from '../../src/search/search.js';
import { stemOf } from '../../src/search/stem.js';
import { stopWordsOf } from '../../src/search/stop-words.js';
import { folded, wordsOf } from '../../src/search/words.js';
import { runs } from '../runs.js';
import { type Asked, isTrueOf, isWithin, paragraphsOf, writtenQuery } from './brute-force.js';

const stopWords = stopWordsOf('en');

/** Few words, so that phrases and their neighbours meet: frequent ones, forms of one word, accents, signs. */
const VOCABULARY =
  `the of to and a state states united america negotiate negotiations negotiated Überfall uberfall U.S. O'Brien
  Łódź 1964 state’s 中國 anti-communist treaty treaties`.split(/\s+/);

const word = fc.constantFrom(...VOCABULARY);
const paragraph = fc.array(word, { maxLength: 14 }).map((words) => words.join(' '));
const day = fc
  .tuple(fc.integer({ min: 1960, max: 1964 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, of]) => `${year}-${String(month).padStart(2, '0')}-${String(of).padStart(2, '0')}`);
const facet = fc
  .subarray(['Secret', 'SECRET', 'Top Secret', 'top  secret.', 'Confidential'], { maxLength: 2 })
  .map((labels) => labels.flatMap((label) => facetValue(label) ?? []));
const facets = fc.record({ classification: facet, genre: facet });
const document = fc
  .record({
    text: fc.array(paragraph, { minLength: 1, maxLength: 4 }),
    notes: fc.array(paragraph, { maxLength: 2 }),
    days: fc.option(fc.tuple(day, day)),
    facets,
  })
  .map(({ text, notes, days, facets: own }): SearchableDocument => {
    const [from = '', to = ''] = [...(days ?? [])].sort();
    const date = days === null ? {} : { date: { from, to } };
    return { id: 'd', page: 'd.html', title: text[0] ?? '', text, notes, facets: own, ...date };
  });
const documents = fc
  .array(document, { maxLength: 12 })
  .map((all) => all.map((one, i): SearchableDocument => ({ ...one, id: `d${i}`, page: `d${i}.html` })));

const phrase: fc.Arbitrary<Asked> = fc
  .record({ words: fc.array(word, { minLength: 1, maxLength: 5 }), isBeginning: fc.boolean() })
  .filter(({ words }) => wordsOf(words.join(' ')).length > 1 || !stopWords.has(folded(words[0] ?? '')))
  .map(({ words, isBeginning }) => {
    const last = wordsOf(words.at(-1) ?? '').at(-1) ?? '';
    return { kind: 'phrase', words, isBeginning: isBeginning && last.length > 1 };
  });
const { asked } = fc.letrec<{ asked: Asked }>((tie) => ({
  asked: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    phrase,
    tie('asked').map((of): Asked => ({ kind: 'not', of })),
    fc.tuple(tie('asked'), tie('asked')).map((of): Asked => ({ kind: 'and', of })),
    fc.tuple(tie('asked'), tie('asked')).map((of): Asked => ({ kind: 'or', of })),
  ),
}));

function reader(all: readonly SearchableDocument[]): Promise<IndexReader> {
  const parts = indexOf(all, 'en');
  return IndexReader.open(async (name) => {
    const part = parts.get(name);
    if (part === undefined) throw new Error(`no part ${name}`);
    return part;
  });
}

describe('a query', () => {
  it('finds what a look at every word finds, with the same counts in the facets', async () => {
    const request = fc.record({
      asked: fc.option(asked),
      forms: fc.boolean(),
      from: fc.option(day, { nil: undefined }),
      to: fc.option(day, { nil: undefined }),
      chosen: fc.record({
        classification: fc.subarray(['secret', 'top-secret', 'nothing']),
        genre: fc.subarray(['secret', 'confidential']),
      }),
    });
    await fc.assert(
      fc.asyncProperty(documents, request, async (all, { asked: query, forms, from, to, chosen }) => {
        const index = await reader(all);
        const found = await search(index, {
          words: query === null ? '' : writtenQuery(query),
          forms,
          ...(from === undefined ? {} : { from }),
          ...(to === undefined ? {} : { to }),
          chosen,
        });
        const asks = Object.fromEntries(Object.entries(chosen).filter(([, keys]) => keys.length > 0));
        const matching = all.filter((one) => query === null || isTrueOf(query, paragraphsOf(one), stopWords, forms));
        const expected = matching.filter((one) => isWithin(one, from, to, asks));
        expect([...found.documents].sort((a, b) => a - b)).toEqual(expected.map((one) => all.indexOf(one)));
        for (const name of index.directory.facets) {
          const others = Object.fromEntries(Object.entries(asks).filter(([other]) => other !== name));
          const within = matching.filter((one) => isWithin(one, from, to, others));
          for (const { key, count } of await found.countsOf(name))
            expect(count).toBe(
              within.filter(({ facets: own }) => own[name as FacetName]?.some((v) => v.key === key)).length,
            );
        }
      }),
      { numRuns: runs(250) },
    );
  });

  it('is read whatever is typed', async () => {
    const index = await reader([
      { id: 'd1', page: 'd1.html', title: 'A', text: ['state of affairs'], notes: [], facets: {} },
    ]);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom(...'()"“”-* aN:;\\'), maxLength: 12 }), async (words) => {
        expect((await search(index, { words })).documents.length).toBeLessThan(2);
      }),
    );
    for (const words of ['state AND', 'OR state', '((state', 'state)', '"state of', '() state', 'of state', 'stat*'])
      expect((await search(index, { words })).documents, words).toEqual([0]);
    for (const words of ['NOT state', '-state', '"affairs of"', 'state AND nothing', 'state nothing'])
      expect((await search(index, { words })).documents, words).toEqual([]);
    expect((await search(index, { words: 'the state' })).ignored).toEqual(['the']);
  });
});

describe('words', () => {
  it('are the same without accents, capitals and signs that nobody sees', () => {
    expect(['Überfall', 'ŁÓDŹ', 'co\u00ADoperate', 'ﬁle', 'Æsop', 'ΛΌΓΟΣ', 'straße'].map(folded)).toEqual(
      ['uberfall', 'lodz', 'cooperate', 'file', 'aesop', 'λογοσ', 'strasse'], // spelled as they are compared
    );
  });

  it('are parted by whatever is no letter, mark or digit, and in scripts without spaces at each letter', () => {
    expect(wordsOf('the U.S.–O’Brien “state-of-affairs”, 5½ 中國abc')).toEqual([
      'the',
      'u',
      's',
      'o',
      'brien',
      'state',
      'of',
      'affairs',
      '5½',
      '中',
      '國',
      'abc',
    ]);
  });

  it('have the stems of the algorithm’s own examples', () => {
    const examples =
      `caresses:caress ponies:poni ties:ti cats:cat feed:feed agreed:agre plastered:plaster bled:bled motoring:motor sing:sing conflated:conflat
      troubled:troubl sized:size hopping:hop tanned:tan falling:fall hissing:hiss fizzed:fizz failing:fail filing:file happy:happi sky:sky relational:relat
      conditional:condit rational:ration valenci:valenc digitizer:digit conformabli:conform radicalli:radic differentli:differ vileli:vile analogousli:analog
      vietnamization:vietnam predication:predic operator:oper feudalism:feudal decisiveness:decis hopefulness:hope callousness:callous formaliti:formal
      sensitiviti:sensit sensibiliti:sensibl triplicate:triplic formative:form formalize:formal electriciti:electr electrical:electr hopeful:hope goodness:good
      revival:reviv allowance:allow inference:infer airliner:airlin gyroscopic:gyroscop adjustable:adjust defensible:defens irritant:irrit replacement:replac
      adjustment:adjust dependent:depend adoption:adopt homologou:homolog communism:commun activate:activ angulariti:angular homologous:homolog effective:effect
      bowdlerize:bowdler probate:probat rate:rate cease:ceas controll:control roll:roll`
        .split(/\s+/)
        .map((pair) => pair.split(':') as [string, string]);
    expect(examples.map(([own]) => stemOf(own))).toEqual(examples.map(([, stem]) => stem));
  });
});
