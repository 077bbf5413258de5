import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HarvestedRecord, isIn, type Repository, repositoryOf } from '../../src/discovery/oai/repository.js';
import { respond } from '../../src/discovery/oai/respond.js';
import { readToken, writeToken } from '../../src/discovery/oai/resumption-token.js';
import { rootOf } from '../../src/discovery/oai/static-repository.js';
import { elementsNamed, type PlainElement, readPlainXml } from '../../src/formats/xml-tree.js';
import type { Bibliography } from '../../src/metadata/bibliography.js';
import { runs } from '../runs.js';
import { anyBibliography, bibliography, documentRecord, publicationIn, published, TIME, timeOf } from './editions.js';

const NOW = '2026-05-01T00:00:00Z';
const BASE_URL = 'https://example.org/oai';

/** The repository of versions that have followed each other; each is of the second that it bears, or a second after the one before. */
function repositoryAfter(...versions: readonly (Bibliography | readonly [Bibliography, number])[]): Repository {
  let before: ReturnType<typeof publicationIn> | undefined;
  let files = new Map<string, string | Uint8Array>();
  for (const [i, version] of versions.entries()) {
    const [about, second] = 'volume' in version ? [version, i] : version;
    files = new Map(published(about, timeOf(second), before));
    before = publicationIn(files);
  }
  if (before === undefined) throw new Error('There is no version.');
  const metadata = new Map([...files].map(([path, content]) => [path, rootOf(content)]));
  return repositoryOf([{ publication: before, metadata }], ['editors@example.org']);
}

type Arguments = Readonly<Record<string, string>>;
const ask = (
  repository: Repository,
  given: Arguments | readonly (readonly [string, string])[],
  page = 100,
): PlainElement =>
  readPlainXml(
    respond(repository, Array.isArray(given) ? given : Object.entries(given), {
      baseUrl: BASE_URL,
      now: NOW,
      sizes: { records: page, headers: page },
    }),
  );
const words = (root: PlainElement, name: string): string[] =>
  [...elementsNamed(root, name)].map(({ children }) => children.join(''));
const errorsOf = (root: PlainElement): (string | undefined)[] =>
  [...elementsNamed(root, 'error')].map(({ attributes }) => attributes['code']);

/** Harvests a list to its end: the entries of each response. */
function harvest(repository: Repository, given: Arguments, page: number, name: string): PlainElement[][] {
  const responses: PlainElement[][] = [];
  let next: Arguments = given;
  for (;;) {
    const root = ask(repository, next, page);
    responses.push([...elementsNamed(root, name)]);
    const [token] = words(root, 'resumptionToken');
    if (token === undefined || token === '') return responses;
    expect(responses.length).toBeLessThan(1000);
    next = { verb: given['verb'] ?? '', resumptionToken: token };
  }
}

const two = bibliography([documentRecord('d1'), documentRecord('d2', { within: [{ id: 'ch2', head: 'Second' }] })]);
const repository = repositoryAfter(two);
const identifiers = ['oai:example.org:v1', 'oai:example.org:v1/d1', 'oai:example.org:v1/d2'];

describe('the verbs', () => {
  it('Identify says what the repository is', () => {
    const root = ask(repository, { verb: 'Identify' });
    expect(words(root, 'repositoryName')).toEqual(['Letters & Papers']);
    expect(words(root, 'baseURL')).toEqual([BASE_URL]);
    expect(words(root, 'adminEmail')).toEqual(['editors@example.org']);
    expect(words(root, 'earliestDatestamp')).toEqual([timeOf(0)]);
    expect(words(root, 'responseDate')).toEqual([NOW]);
  });

  it('ListMetadataFormats says the forms of all, or of one item', () => {
    const formats = (given: Arguments = {}) =>
      words(ask(repository, { verb: 'ListMetadataFormats', ...given }), 'metadataPrefix');
    expect(formats()).toEqual(['oai_dc', 'oai_datacite', 'mods']);
    expect(formats({ identifier: identifiers[1] ?? '' })).toEqual(['oai_dc', 'mods']);
  });

  it('ListSets has the volume and its chapters', () => {
    expect(words(ask(repository, { verb: 'ListSets' }), 'setSpec')).toEqual(['v1', 'v1:ch1', 'v1:ch2']);
    expect(harvest(repository, { verb: 'ListSets' }, 1, 'set').map((page) => page.length)).toEqual([1, 1, 1]);
  });

  it('GetRecord gives a record whole', () => {
    const root = ask(repository, { verb: 'GetRecord', identifier: identifiers[1] ?? '', metadataPrefix: 'oai_dc' });
    expect(words(root, 'identifier')).toEqual([identifiers[1]]);
    expect(words(root, 'dc:title')).toEqual(['Letter d1 <&>']);
    expect(words(root, 'setSpec')).toEqual(['v1:ch1']);
  });

  it('ListIdentifiers has headers only, those of a set within another too', () => {
    const root = ask(repository, { verb: 'ListIdentifiers', metadataPrefix: 'mods', set: 'v1' });
    expect(words(root, 'identifier')).toEqual(identifiers);
    expect([...elementsNamed(root, 'metadata')]).toEqual([]);
    expect(words(ask(repository, { verb: 'ListRecords', metadataPrefix: 'mods', set: 'v1:ch2' }), 'setSpec')).toEqual([
      'v1:ch2',
    ]);
  });

  it('a deleted record is a header with its status', () => {
    const later = repositoryAfter(two, bibliography([documentRecord('d1')]));
    const root = ask(later, { verb: 'GetRecord', identifier: identifiers[2] ?? '', metadataPrefix: 'mods' });
    expect([...elementsNamed(root, 'header')].map(({ attributes }) => attributes['status'])).toEqual(['deleted']);
    expect([...elementsNamed(root, 'metadata')]).toEqual([]);
    expect(
      words(ask(later, { verb: 'ListIdentifiers', metadataPrefix: 'mods', from: timeOf(1) }), 'identifier'),
    ).toContain(identifiers[2]);
  });

  it('a date is a day or a second', () => {
    const of = (given: Arguments) => ask(repository, { verb: 'ListIdentifiers', metadataPrefix: 'oai_dc', ...given });
    for (const given of [
      { until: '2026-03-01' },
      { from: '2026-03-01', until: '2026-03-01' },
      { from: timeOf(0), until: timeOf(0) },
    ])
      expect(words(of(given), 'identifier')).toEqual(identifiers);
    for (const given of [{ from: '2026-03-02' }, { until: '2026-02-28' }, { from: timeOf(1) }, { set: 'v2' }])
      expect(errorsOf(of(given))).toEqual(['noRecordsMatch']);
  });
});

describe('errors', () => {
  const list = { verb: 'ListRecords', metadataPrefix: 'oai_dc' };
  it.each<[string, readonly (readonly [string, string])[], readonly string[]]>([
    ['no verb', [], ['badVerb']],
    ['an unknown verb', [['verb', 'toString']], ['badVerb']],
    [
      'two verbs',
      [
        ['verb', 'Identify'],
        ['verb', 'Identify'],
      ],
      ['badVerb'],
    ],
    [
      'an argument too many',
      [
        ['verb', 'Identify'],
        ['set', 'v1'],
      ],
      ['badArgument'],
    ],
    [
      'an unknown argument',
      [
        ['verb', 'Identify'],
        ['<&>', '<&>'],
      ],
      ['badArgument'],
    ],
    ['an argument twice', [...Object.entries(list), ['metadataPrefix', 'mods']], ['badArgument']],
    ['an argument missing', [['verb', 'ListRecords']], ['badArgument']],
    ['two missing', [['verb', 'GetRecord']], ['badArgument', 'badArgument']],
    ['no such day', [...Object.entries(list), ['from', '2026-02-30']], ['badArgument']],
    ['no such time', [...Object.entries(list), ['from', '2026-02-20T25:00:00Z']], ['badArgument']],
    ['another time zone', [...Object.entries(list), ['from', '2026-02-20T20:00:00+01:00']], ['badArgument']],
    ['two granularities', [...Object.entries(list), ['from', '2026-02-20'], ['until', TIME]], ['badArgument']],
    [
      'an end before the beginning',
      [...Object.entries(list), ['from', '2026-02-20'], ['until', '2026-02-19']],
      ['badArgument'],
    ],
    ['a set that cannot be', [...Object.entries(list), ['set', 'v1:']], ['badArgument']],
    [
      'an identifier that is no URI',
      [
        ['verb', 'ListMetadataFormats'],
        ['identifier', 'd 1'],
      ],
      ['badArgument'],
    ],
    [
      'an unknown identifier',
      [
        ['verb', 'ListMetadataFormats'],
        ['identifier', 'oai:example.org:x'],
      ],
      ['idDoesNotExist'],
    ],
    [
      'an unknown record',
      [
        ['verb', 'GetRecord'],
        ['identifier', 'oai:x:y'],
        ['metadataPrefix', 'oai_dc'],
      ],
      ['idDoesNotExist'],
    ],
    [
      'an unknown format',
      [
        ['verb', 'ListRecords'],
        ['metadataPrefix', 'marc21'],
      ],
      ['cannotDisseminateFormat'],
    ],
    [
      'a format that the item has not',
      [
        ['verb', 'GetRecord'],
        ['identifier', 'oai:example.org:v1/d1'],
        ['metadataPrefix', 'oai_datacite'],
      ],
      ['cannotDisseminateFormat'],
    ],
    [
      'a token by nobody',
      [
        ['verb', 'ListRecords'],
        ['resumptionToken', 'abc.def'],
      ],
      ['badResumptionToken'],
    ],
    ['a token beside others', [...Object.entries(list), ['resumptionToken', 'abc.def']], ['badArgument']],
  ])('%s', (_, pairs, codes) => {
    const root = ask(repository, pairs);
    expect(errorsOf(root)).toEqual(codes);
    const [request] = [...elementsNamed(root, 'request')];
    const isUnderstood = !['badVerb', 'badArgument'].includes(codes[0] ?? '');
    expect(Object.keys(request?.attributes ?? {}).length > 0).toBe(isUnderstood);
  });

  it('a repository without sets or records says so', () => {
    const empty = repositoryOf([], ['editors@example.org']);
    expect(errorsOf(ask(empty, { verb: 'ListSets' }))).toEqual(['noSetHierarchy']);
    expect(errorsOf(ask(empty, list))).toEqual(['noRecordsMatch']);
    expect(words(ask(empty, { verb: 'Identify' }), 'earliestDatestamp')).toEqual(['1970-01-01T00:00:00Z']);
  });

  it('whatever is asked, there is a response', () => {
    const name = fc.oneof(
      fc.constantFrom('verb', 'identifier', 'metadataPrefix', 'from', 'until', 'set', 'resumptionToken'),
      fc.string({ unit: 'binary' }),
    );
    const value = fc.oneof(
      fc.constantFrom('Identify', 'ListRecords', 'GetRecord', 'ListSets', 'oai_dc', '2026-03-01', 'v1', '__proto__'),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value), { maxLength: 5 }), (pairs) => {
        const root = ask(repository, pairs);
        expect(root.name).toBe('OAI-PMH');
        expect(words(root, 'request')).toEqual([BASE_URL]);
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('a harvest', () => {
  /** Records of any dates and sets; the metadata of each are its name. */
  const anyRecords = fc
    .array(
      fc.record({
        second: fc.integer({ min: 0, max: 200_000 }),
        set: fc.constantFrom('a', 'a:b', 'a:b:c', 'ab', 'b'),
        isDeleted: fc.boolean(),
        prefixes: fc.subarray(['oai_dc', 'mods', 'oai_datacite'], { minLength: 1 }),
      }),
      { maxLength: 40 },
    )
    .map((all) => {
      const records = all.map(
        ({ second, set, isDeleted, prefixes }, i): HarvestedRecord => ({
          identifier: `oai:example.org:${i}`,
          datestamp: timeOf(second),
          sets: [set],
          isDeleted,
          metadata: new Map(prefixes.map((prefix) => [prefix, `<x>${i}</x>`])),
        }),
      );
      const sorted = records.sort((a, b) =>
        `${a.datestamp}${a.identifier}` < `${b.datestamp}${b.identifier}` ? -1 : 1,
      );
      return { name: 'R', emails: ['e@example.org'], records: sorted, sets: [], digest: 'x' } satisfies Repository;
    });
  const anySelection = fc.record(
    {
      from: fc.integer({ min: -10, max: 200_010 }),
      until: fc.integer({ min: -10, max: 200_010 }),
      isByDay: fc.boolean(),
      set: fc.constantFrom('a', 'a:b', 'b', 'c'),
    },
    { requiredKeys: ['isByDay'] },
  );

  it('has every record that is asked for once, in the order of their dates, whatever the sizes, dates and sets', () => {
    fc.assert(
      fc.property(
        anyRecords,
        anySelection,
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom('oai_dc', 'mods'),
        (all, selection, page, metadataPrefix) => {
          const { from, until, set, isByDay } = selection;
          const date = (second: number): string => timeOf(second).slice(0, isByDay ? 10 : undefined);
          if (from !== undefined && until !== undefined && date(from) > date(until)) return;
          const given = {
            ...(from === undefined ? {} : { from: date(from) }),
            ...(until === undefined ? {} : { until: date(until) }),
            ...(set === undefined ? {} : { set }),
          };
          const second = (stamp: string): number => Math.round((Date.parse(stamp) - Date.parse(timeOf(0))) / 1000);
          const floor = (at: number): number => (isByDay ? second(`${date(at)}T00:00:00Z`) : at);
          const expected = all.records.filter(
            (one) =>
              one.metadata.has(metadataPrefix) &&
              (from === undefined || second(one.datestamp) >= floor(from)) &&
              (until === undefined || second(one.datestamp) < floor(until) + (isByDay ? 86_400 : 1)) &&
              (set === undefined || isIn(one, set)),
          );
          const responses = harvest(all, { verb: 'ListRecords', metadataPrefix, ...given }, page, 'record');
          const found = responses.flat().flatMap((record) => words(record, 'identifier'));
          expect(found).toEqual(expected.map(({ identifier }) => identifier));
          for (const response of responses) expect(response.length).toBeLessThanOrEqual(page);
          const headers = harvest(all, { verb: 'ListIdentifiers', metadataPrefix, ...given }, page, 'header');
          expect(headers.flat().flatMap((header) => words(header, 'identifier'))).toEqual(found);
        },
      ),
      { numRuns: runs(150) },
    );
  });

  it('of a set has those in the sets within it, and not those in a set whose name begins as it does', () => {
    const record = (sets: readonly string[]): HarvestedRecord => ({
      identifier: 'oai:x:1',
      datestamp: TIME,
      sets,
      isDeleted: false,
      metadata: new Map(),
    });
    expect([['a'], ['a:b'], ['ab'], ['b', 'a:c']].map((sets) => isIn(record(sets), 'a'))).toEqual([
      true,
      true,
      false,
      true,
    ]);
  });

  it('that asks after its last visit has what has changed since, the deleted too: when the time has moved on, it is a true copy', () => {
    const anyVersions = fc.array(fc.tuple(anyBibliography(), fc.boolean()), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(anyVersions, fc.integer({ min: 1, max: 5 }), (versions, page) => {
        const copy = new Map<string, string>();
        const soFar: [Bibliography, number][] = [];
        let [second, visited] = [0, -1];
        for (const [about, hasMovedOn] of versions) {
          if (hasMovedOn) second += 10;
          soFar.push([about, second]);
          const now = repositoryAfter(...soFar);
          // Harvesters come between the times of versions.
          const given = {
            verb: 'ListRecords',
            metadataPrefix: 'mods',
            ...(visited < 0 ? {} : { from: timeOf(visited) }),
          };
          for (const record of harvest(now, given, page, 'record').flat()) keep(copy, record);
          const isFirst = visited < 0;
          visited = second + 5;
          if (!isFirst && !hasMovedOn) continue;
          const whole = new Map<string, string>();
          for (const record of harvest(now, { verb: 'ListRecords', metadataPrefix: 'mods' }, 100, 'record').flat())
            keep(whole, record);
          expect(new Map([...copy].sort())).toEqual(new Map([...whole].sort()));
        }
      }),
      { numRuns: runs(40) },
    );
  });
});

/** Puts a record into a copy, or takes a deleted one out of it. */
function keep(copy: Map<string, string>, record: PlainElement): void {
  const [identifier = ''] = words(record, 'identifier');
  const isDeleted = [...elementsNamed(record, 'header')][0]?.attributes['status'] === 'deleted';
  if (isDeleted) copy.delete(identifier);
  else copy.set(identifier, JSON.stringify([...elementsNamed(record, 'metadata')]));
}

describe('a resumption token', () => {
  const continuation = { verb: 'ListRecords', arguments: { metadataPrefix: 'mods', set: 'v1' }, cursor: 100 };

  it('says what it was made of, in letters that stand in an address as they are', () => {
    const token = writeToken(continuation, 'digest');
    expect(encodeURIComponent(token)).toBe(token);
    expect(readToken(token, 'digest')).toEqual(continuation);
  });

  it('is good for nothing when what can be harvested has changed, or a letter of it', () => {
    const token = writeToken(continuation, 'digest');
    expect(readToken(token, 'other')).toBeUndefined();
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...'abcXYZ019-_.'), (at, letter) => {
        const changed = `${token.slice(0, at)}${letter}${token.slice(at + 1)}`;
        if (changed !== token) expect(readToken(changed, 'digest')).toBeUndefined();
      }),
    );
    expect(repositoryAfter(two).digest).toBe(repository.digest);
    expect(repositoryAfter(bibliography([documentRecord('d1', { title: 'Changed' })])).digest).not.toBe(
      repository.digest,
    );
  });

  it('of another list is refused', () => {
    const [token = ''] = words(
      ask(repository, { verb: 'ListIdentifiers', metadataPrefix: 'mods' }, 1),
      'resumptionToken',
    );
    expect(token).not.toBe('');
    expect(errorsOf(ask(repository, { verb: 'ListRecords', resumptionToken: token }))).toEqual(['badResumptionToken']);
  });

  it('tells how long the list is and where it stands; at its end it is empty', () => {
    const tokens = (given: Arguments) => [...elementsNamed(ask(repository, given, 2), 'resumptionToken')];
    const [first] = tokens({ verb: 'ListIdentifiers', metadataPrefix: 'mods' });
    expect(first?.attributes).toEqual({ completeListSize: '3', cursor: '0' });
    const [last] = tokens({ verb: 'ListIdentifiers', resumptionToken: first?.children.join('') ?? '' });
    expect(last?.attributes).toEqual({ completeListSize: '3', cursor: '2' });
    expect(last?.children.join('')).toBe('');
  });

  it('by whoever knows the repository, with anything in it, breaks nothing', () => {
    for (const content of [
      null,
      [],
      ['ListRecords', { metadataPrefix: 7 }, 0],
      ['ListRecords', { metadataPrefix: 'mods' }, -1],
      ['ListRecords', { metadataPrefix: 'mods', from: 'x' }, 1e9],
    ]) {
      const [verb, given, cursor] = (content ?? []) as [string, Record<string, string>, number];
      const token = writeToken({ verb, arguments: given, cursor }, repository.digest);
      expect(ask(repository, { verb: 'ListRecords', resumptionToken: token }).name).toBe('OAI-PMH');
    }
  });
});
