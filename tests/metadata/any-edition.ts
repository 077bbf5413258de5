import fc from 'fast-check';
import type { Agent, Bibliography, DocumentRecord } from '../../src/metadata/bibliography.js';
import { describeVolume, samplerVolume } from './editions.js';

const { volume: plain } = describeVolume(samplerVolume());

/** Words of all kinds: markup, controls, lone surrogates, writing from the right, very long ones; never blank. */
export const words = fc
  .oneof(
    fc.string({ unit: 'binary', minLength: 1 }),
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.string({
      unit: fc.oneof(
        fc.constantFrom(...'<>&"\'] \t\n\r\\'),
        fc.integer({ min: 0, max: 0x1f }).map((code) => String.fromCharCode(code)),
        fc.integer({ min: 0xd800, max: 0xdfff }).map((code) => String.fromCharCode(code)),
      ),
      minLength: 1,
    }),
    fc.constantFrom(
      'עברית (ערבית: العربية)',
      '\u202Eabc\u202C',
      '</dc:title><x>',
      ']]>',
      'a , b',
      '&amp;',
      '\\ud800',
      'A'.repeat(20_000),
    ),
  )
  .filter((text) => text.trim() !== '');
const agents: fc.Arbitrary<Agent> = fc.record(
  {
    kind: fc.constantFrom('person' as const, 'organisation' as const),
    name: words,
    family: words,
    given: words,
    affiliation: words,
    ids: fc.array(fc.oneof(fc.webUrl(), words), { maxLength: 2 }),
  },
  { requiredKeys: ['kind', 'name', 'ids'] },
);
const documents: fc.Arbitrary<DocumentRecord> = fc.record(
  {
    id: words,
    title: words,
    number: words,
    genre: fc.constantFrom('letter', 'memorandum'),
    place: words,
    senders: fc.array(agents, { maxLength: 2 }),
    receivers: fc.array(agents, { maxLength: 2 }),
    drafters: fc.array(agents, { maxLength: 1 }),
    handling: fc.array(words, { maxLength: 1 }),
    date: fc.record({ when: fc.constantFrom('1964-11-19', '1964', '1967-12-28T01:37:00Z', '--12-01') }),
    source: words,
    within: fc.array(fc.record({ id: fc.constantFrom('ch1', 'ch2'), head: words }), { maxLength: 2 }),
  },
  { requiredKeys: ['id', 'title', 'senders', 'receivers', 'drafters', 'handling', 'within'] },
);
/** An edition of any words. */
export const anyEdition: fc.Arbitrary<Bibliography> = fc
  .record({
    title: words,
    publisher: agents,
    place: words,
    description: words,
    text: words,
    target: fc.oneof(fc.webUrl(), words),
    contributions: fc.array(
      fc.record({ agent: agents, role: fc.constantFrom('editor', 'general-editor', 'author', 'compiled by') }),
      { maxLength: 4 },
    ),
    identifiers: fc.array(
      fc.record({ type: fc.constantFrom('doi', 'isbn-13', 'frus', 'other', 'oclc'), value: words }),
      { maxLength: 3 },
    ),
    subjects: fc.array(
      fc.record({ term: words, scheme: words, address: fc.oneof(fc.webUrl(), words) }, { requiredKeys: ['term'] }),
      { maxLength: 3 },
    ),
    relations: fc.array(
      fc.record({
        type: fc.constantFrom('IsPartOf', 'IsDerivedFrom', 'Obsoletes'),
        identifier: fc.record({ type: fc.constantFrom('doi', 'url', 'oclc', 'isbn'), value: words }),
        title: words,
      }),
      { maxLength: 2 },
    ),
    documents: fc.array(documents, { maxLength: 4 }),
    address: fc.oneof(fc.webUrl(), words),
  })
  .map(({ documents: own, text, target, ...rest }) => ({
    volume: { ...plain, ...rest, licence: { text, target } },
    documents: own,
  }));
