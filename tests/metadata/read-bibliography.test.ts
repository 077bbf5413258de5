import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { archiveId } from '../../src/archive/archive-id.js';
import { legal } from '../../src/formats/xml-writer.js';
import { invertedAgent, namedAgent, sortName } from '../../src/metadata/agents.js';
import { spdxOf } from '../../src/metadata/licences.js';
import { editionName } from '../../src/model/identifier.js';
import { bareOrcid } from '../../src/model/orcid.js';
import { SourceFile } from '../../src/model/source-file.js';
import { interpret } from '../../src/transform/pivot.js';
import { createValidator } from '../../src/validate/validate.js';
import { assemble } from '../../src/volume/assemble.js';
import { readManifest } from '../../src/volume/manifest.js';
import { editionFactsOf } from '../../src/volume/tei-identity.js';
import { runs } from '../runs.js';
import { words } from './any-edition.js';
import { describeVolume, FULL_MANIFEST, REAL_VOLUMES, realVolume, samplerVolume } from './editions.js';

describe('a volume whose manifest says all that a repository asks', () => {
  const tei = samplerVolume(FULL_MANIFEST);
  const { volume, documents } = describeVolume(tei);

  it('keeps to the schema and the rules', async () => {
    const { value: validator } = await createValidator({ strength: 'current' });
    const found = validator?.validate(new SourceFile('sampler.xml', tei)) ?? expect.fail('no validator');
    expect(found.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  it('has its editors’ names alone where an edition shows them', () => {
    const { value, diagnostics } = interpret(new SourceFile('sampler.xml', tei));
    expect(diagnostics).toEqual([]);
    expect(value?.pivot.metadata.get('editor-primary')).toEqual(['Jane Q. Roe', 'The editors of Chancery']);
    expect(value?.pivot.metadata.get('editor-general')).toEqual(['Richard de la Mare, Jr.']);
  });

  it('gives back every fact from its header', () => {
    expect(volume).toMatchObject({
      id: 'sampler',
      identifier: { type: 'doi', value: '10.5072/sampler.1' },
      identifiers: [
        { type: 'doi', value: '10.5072/sampler.1' },
        { type: 'isbn-13', value: '978-0-16-050594-2' },
      ],
      address: 'https://example.org/sampler/',
      description: 'Eight documents on <defectors> & spies.\n\nIn a second paragraph.',
      issued: '2026',
      modified: '2026-03-01T10:00:00Z',
      licence: { spdx: 'CC0-1.0' },
      languages: ['en'],
      covered: { from: '1964-11-19', to: '1986-01-27' },
      repositories: ['National Archives and Records Administration'],
      // A letterhead has the code of the town: `Washington, D.C. 20520`.
      places: ['Washington', 'Washington, D.C.'],
    });
    expect(volume.contributions).toEqual([
      {
        role: 'editor',
        agent: {
          kind: 'person',
          name: 'Jane Q. Roe',
          family: 'Roe',
          given: 'Jane Q.',
          ids: ['https://orcid.org/0000-0002-1825-0097'],
          affiliation: 'A University & Press',
        },
      },
      { role: 'editor', agent: { kind: 'organisation', name: 'The editors of Chancery', ids: [] } },
      {
        role: 'general-editor',
        agent: {
          kind: 'person',
          name: 'Richard de la Mare, Jr.',
          family: 'de la Mare',
          given: 'Richard, Jr.',
          ids: [],
        },
      },
    ]);
    const lcsh = 'http://id.loc.gov/authorities/subjects';
    expect(volume.subjects).toEqual([
      { term: 'Espionage', scheme: lcsh, address: `${lcsh}/sh85044844` },
      { term: 'Defection', scheme: lcsh },
      { term: 'Cold War' },
      { term: 'Menschenrecht', scheme: 'https://example.org/words' },
    ]);
    expect(volume.funding).toEqual([
      {
        funder: { kind: 'organisation', name: 'National Endowment', ids: ['https://ror.org/02nr0ka47'] },
        award: 'RQ-1',
        title: 'Edition, of documents',
      },
      { funder: { kind: 'organisation', name: 'A Friend', ids: [] } },
    ]);
    expect(volume.relations).toEqual([
      {
        type: 'IsDerivedFrom',
        identifier: { type: 'isbn', value: '978-0-16-050594-2' },
        title: 'Volume XIV, Soviet Union',
      },
      { type: 'IsPartOf', identifier: { type: 'url', value: 'https://history.state.gov/historicaldocuments' } },
    ]);
  });

  it('has the documents, each with its own facts and in its chapter', () => {
    expect(documents.map(({ id }) => id)).toEqual(['d1', 'd2', 'd73', 'd259', 'd301', 'd302', 'd303', 'd304']);
    expect(documents[2]).toMatchObject({
      number: '73',
      title: 'Letter From Secretary of State Rusk to Acting Attorney General Katzenbach',
      genre: 'letter',
      date: { when: '1964-11-19' },
      place: 'Washington',
      senders: [{ kind: 'person', name: 'Rusk', family: 'Rusk', given: 'Dean', xmlId: 'p_RD1' }],
      receivers: [{ name: 'Katzenbach', xmlId: 'p_KNB1' }],
      drafters: [{ name: 'Leonard C. Meeker' }],
      classification: 'Confidential',
      repository: 'National Archives and Records Administration',
      source: 'RG 59, Central Files 1964–66, POL 23–6 USSR',
      within: [{ id: 'ch2', head: 'Ivanov and the Defectors, 1964–1967' }],
    });
  });

  it('states no pages that a break of another book would give', () => {
    // The breaks 939, 181 and 615 are of three books: on which page a document begins, only its own break could say.
    expect(documents.map(({ pages }) => pages)).toEqual(documents.map(() => undefined));
  });
});

describe('a manifest of any words', () => {
  const sampler =
    readManifest(new SourceFile('volume.yaml', FULL_MANIFEST)).value?.manifest ?? expect.fail('no manifest');
  /** As XML can hold it, and with single blanks, as a header is read. */
  const even = (text: string): string => legal(text).replace(/\s+/g, ' ').trim();

  it('is given back by the header: nothing of the title, of names, of the description is lost', () => {
    const facts = fc.record({
      title: words,
      names: fc.array(fc.record({ name: words, affiliation: fc.option(words, { nil: undefined }) }), {
        minLength: 1,
        maxLength: 3,
      }),
      description: words,
      term: words,
      funder: words,
      award: words,
      related: words,
      publisher: words,
    });
    fc.assert(
      fc.property(facts, ({ title, names, description, term, funder, award, related, publisher }) => {
        const tei = assemble(
          {
            ...sampler,
            title: { complete: title, volume: title },
            editors: names.map(({ name, affiliation }) => ({
              name,
              role: 'primary' as const,
              ...(affiliation === undefined ? {} : { affiliation }),
            })),
            publisher,
            description,
            subjects: [{ term }],
            funding: [{ funder, award }],
            relations: [{ type: 'IsPartOf', scheme: 'url', identifier: 'https://example.org/', title: related }],
          },
          new Map(),
        );
        const { volume } = describeVolume(tei.value ?? expect.fail(JSON.stringify(tei.diagnostics)));
        expect(volume.title).toBe(even(title));
        expect(volume.contributions.map(({ agent }) => [agent.name, agent.affiliation])).toEqual(
          names.map(({ name, affiliation }) => [even(name), affiliation === undefined ? undefined : even(affiliation)]),
        );
        expect(even(volume.description ?? '')).toBe(even(description));
        expect(volume.subjects).toEqual([{ term: even(term) }]);
        expect(volume.funding).toMatchObject([{ funder: { name: even(funder) }, award: even(award) }]);
        expect(volume.relations[0]?.title).toBe(even(related));
        expect(volume.publisher?.name).toBe(even(publisher));
      }),
      { numRuns: runs(100) },
    );
  });
});

describe('the volumes of the series', () => {
  for (const id of REAL_VOLUMES) {
    const tei = realVolume(id);
    it.skipIf(tei === undefined)(
      `${id} is described by what its TEI says, and has the name of its object in an archive`,
      () => {
        const { volume, documents } = describeVolume(tei ?? '', id);
        expect(volume.id).toBe(id);
        expect(volume.urn).toBe(archiveId(editionName({ volume: id, ...editionFactsOf(tei ?? '') })));
        expect(documents.length).toBe([...(tei ?? '').matchAll(/<div [^>]*type="document"/g)].length);
        expect(volume.contributions.every(({ agent }) => agent.kind === 'person')).toBe(true);
        expect(volume.covered).toBeDefined();
        // Nothing is made up: the series says of no volume in which language it is, who paid, under which licence.
        expect([volume.languages, volume.funding, volume.subjects, volume.relations]).toEqual([[], [], [], []]);
        expect(volume.licence).toBeUndefined();
        for (const { pages } of documents)
          if (pages !== undefined) expect(Number(pages.last)).toBeGreaterThanOrEqual(Number(pages.first));
      },
    );
  }
});

describe('a single document', () => {
  it('that was encoded elsewhere, without a division for it, is read from its header', () => {
    const { documents } = describeVolume(`<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="letter"><teiHeader><fileDesc>
      <titleStmt><title>Goethe to Schiller</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>
      <profileDesc><correspDesc><correspAction type="sent"><persName ref="https://d-nb.info/gnd/118540238">Goethe</persName><date when="1794-06-13"/></correspAction></correspDesc></profileDesc>
      </teiHeader><text><body><p>Words</p></body></text></TEI>`);
    expect(documents).toMatchObject([
      {
        id: 'letter',
        title: 'Goethe to Schiller',
        date: { when: '1794-06-13' },
        senders: [{ name: 'Goethe', ids: ['https://d-nb.info/gnd/118540238'] }],
      },
    ]);
  });
});

describe('names', () => {
  it.each([
    ['David C. Humphrey', 'Humphrey, David C.'],
    ['William F. Sanford, Jr.', 'Sanford, William F., Jr.'],
    ['Ludwig van Beethoven', 'van Beethoven, Ludwig'],
    ['Charles de Gaulle', 'de Gaulle, Charles'],
    ['Roe, Jane', 'Roe, Jane'],
    ['Colette', 'Colette'],
    ['The editors of Chancery', 'The editors of Chancery'],
    ['Office of the Historian', 'Office of the Historian'],
  ])('%s is sorted as %s', (name, sorted) => {
    expect(sortName(namedAgent(name))).toBe(sorted);
  });

  it('of bodies are told from those of persons', () => {
    const kinds = [
      'The editors of Chancery',
      'Historical Office',
      'Bureau of Public Affairs',
      'J.S. Beddie',
      'Ambassador Jane Roe',
    ];
    expect(kinds.map((name) => namedAgent(name).kind)).toEqual([
      'organisation',
      'organisation',
      'organisation',
      'person',
      'person',
    ]);
    expect(invertedAgent('Rusk, Dean')).toMatchObject({ family: 'Rusk', given: 'Dean' });
  });
});

describe('an ORCID iD', () => {
  it('is known by its check character', () => {
    expect(bareOrcid('0000-0002-1825-0097')).toBe('0000-0002-1825-0097');
    expect(bareOrcid('https://orcid.org/0000-0002-1694-233x')).toBe('0000-0002-1694-233X');
    expect(bareOrcid('0000-0002-1825-0098')).toBeUndefined();
    expect(bareOrcid('0000-0002-1825-009')).toBeUndefined();
  });
});

describe('a licence', () => {
  it.each([
    ['https://creativecommons.org/licenses/by/4.0/', 'CC-BY-4.0'],
    ['http://creativecommons.org/licenses/by-nc-sa/3.0/deed.de', 'CC-BY-NC-SA-3.0'],
    ['https://creativecommons.org/publicdomain/zero/1.0/', 'CC0-1.0'],
    ['https://creativecommons.org/licenses/by/3.0/de/', undefined],
    ['https://creativecommons.org/licenses/by/5.0/', undefined],
    ['https://example.org/licenses/by/4.0/', undefined],
  ])('%s is %s', (target, spdx) => {
    expect(spdxOf(target)).toBe(spdx);
  });
});

describe('the address to which questions go', () => {
  it('stands in the manifest and in the TEI, where the schema has it', async () => {
    const tei = samplerVolume(FULL_MANIFEST.replace(/^language: en$/m, 'language: en\ncontact: editors@example.org'));
    expect(describeVolume(tei).volume.contact).toBe('editors@example.org');
    const { value: validator } = await createValidator({ strength: 'current' });
    const found = validator?.validate(new SourceFile('sampler.xml', tei)) ?? expect.fail('no validator');
    expect(found.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  it.each(['editors', 'editors@example', 'a b@example.org', '@example.org', 'editors@.org'])(
    'is not “%s”',
    (contact) => {
      const manifest = FULL_MANIFEST.replace(/^language: en$/m, `language: en\ncontact: "${contact}"`);
      expect(readManifest(new SourceFile('volume.yaml', manifest)).diagnostics.map(({ code }) => code)).toEqual([
        'VO004',
      ]);
    },
  );

  it.each([
    ['<addrLine>Questions: &lt;editors@example.org&gt;.</addrLine>', 'editors@example.org'],
    ['<addrLine>An Office</addrLine><addrLine>(a.b@x.example.org),</addrLine>', 'a.b@x.example.org'],
    ['<addrLine>An Office @ Home</addrLine>', undefined],
  ])('is found in %s', (lines, contact) => {
    const tei = samplerVolume(FULL_MANIFEST).replace('<availability>', `<address>${lines}</address><availability>`);
    expect(describeVolume(tei).volume.contact).toBe(contact);
  });
});
