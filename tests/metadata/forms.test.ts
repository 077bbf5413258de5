import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXml } from '../../src/formats/sax.js';
import { elementsNamed, type PlainElement, readPlainXml } from '../../src/formats/xml-tree.js';
import { legal } from '../../src/formats/xml-writer.js';
import type { Bibliography, DescribedFile, PreservationEvent } from '../../src/metadata/bibliography.js';
import {
  METADATA_FORMS,
  type MetadataForm,
  type MetadataFormName,
  metadataFiles,
} from '../../src/metadata/metadata-files.js';
import { isbn13, issnOf } from '../../src/metadata/standard-numbers.js';
import { SourceFile } from '../../src/model/source-file.js';
import { runs } from '../runs.js';
import { anyEdition } from './any-edition.js';
import { describeVolume, FULL_MANIFEST, samplerVolume } from './editions.js';

const full = describeVolume(samplerVolume(FULL_MANIFEST));
const plain = describeVolume(samplerVolume());
const file = (path: string, mediaType = 'application/tei+xml'): DescribedFile => ({
  path,
  mediaType,
  bytes: 12,
  sha256: 'a'.repeat(64),
  sha512: 'b'.repeat(128),
  pronom: 'fmt/101',
});
const files = [
  file('tei/sampler.xml'),
  file('tei/d73.xml'),
  file('html/d73.html', 'text/html'),
  file('html/eine Seite ü.html', 'text/html'),
];
const events: readonly PreservationEvent[] = [
  { type: 'encode', time: '2026-01-01T00:00:00Z', outcome: 'success', detail: '8 documents', agent: 'Chancery 0.1.0' },
  { type: 'validate', time: '2026-01-01T00:00:01Z', outcome: 'no error', detail: '', agent: 'Chancery 0.1.0' },
];
const write = (name: MetadataFormName, bibliography: Bibliography = full): string =>
  (METADATA_FORMS[name] as MetadataForm).write(bibliography, files, events) ?? expect.fail(name);
const xml = (name: MetadataFormName, bibliography?: Bibliography): PlainElement =>
  readPlainXml(write(name, bibliography));
const wordsOf = (element: PlainElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : wordsOf(child))).join('');
const all = (root: PlainElement, name: string): string[] => [...elementsNamed(root, name)].map(wordsOf);
// biome-ignore lint/suspicious/noExplicitAny: what a reader of JSON gets
const json = (name: MetadataFormName, bibliography?: Bibliography): any => JSON.parse(write(name, bibliography));

describe('DataCite', () => {
  it('has the same in XML and in JSON', () => {
    const [root, record] = [xml('datacite'), json('datacite-json')];
    expect(all(root, 'identifier')).toEqual([record.doi]);
    expect(all(root, 'creatorName')).toEqual(['Roe, Jane Q.', 'The editors of Chancery']);
    expect(record.creators.map((one: { name: string }) => one.name)).toEqual(all(root, 'creatorName'));
    expect(all(root, 'contributorName')).toEqual(['de la Mare, Richard, Jr.']);
    expect(all(root, 'subject')).toEqual(record.subjects.map((one: { subject: string }) => one.subject));
    expect(all(root, 'rights')).toEqual([full.volume.licence?.text]);
    expect(record.schemaVersion).toBe('http://datacite.org/schema/kernel-4');
  });

  it('has the URN where no DOI is known, and is not written without publisher or date', () => {
    expect(elementsNamed(xml('datacite', plain), 'identifier').next().value?.attributes['identifierType']).toBe('URN');
    const { issued: _, publisher: __, ...volume } = plain.volume;
    const { value, diagnostics } = metadataFiles({ ...plain, volume }, files, events);
    expect([...(value?.keys() ?? [])]).not.toContain('datacite.xml');
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      [
        'MD001',
        'The header of sampler says no publisher and no date of publication, without which these could not be written: datacite.xml, datacite.json.',
      ],
    ]);
  });
});

describe('MODS', () => {
  const root = xml('mods');
  it('has each document as a constituent, with sender, addressee and archive', () => {
    const parts = [...elementsNamed(root, 'relatedItem')].filter(
      ({ attributes }) => attributes['type'] === 'constituent',
    );
    expect(parts).toHaveLength(8);
    const letter = parts[2] ?? expect.fail('no third document');
    expect(all(letter, 'displayForm')).toEqual(['Rusk', 'Katzenbach', 'Leonard C. Meeker']);
    expect(all(letter, 'physicalLocation')).toEqual(['National Archives and Records Administration']);
    expect(all(letter, 'dateCreated')).toEqual(['1964-11-19']);
  });

  it('names nobody of the documents among the names of the volume', () => {
    const names = root.children.filter(
      (child): child is PlainElement => typeof child !== 'string' && child.name === 'name',
    );
    expect(names.map((name) => all(name, 'displayForm')[0])).toEqual([
      'Jane Q. Roe',
      'The editors of Chancery',
      'Richard de la Mare, Jr.',
      'National Endowment',
      'A Friend',
    ]);
  });
});

describe('METS', () => {
  const root = xml('mets');
  it('has each document described, in its chapter, with the files that are named after it', () => {
    const divisions = [...elementsNamed(root, 'div')];
    const of = (type: string) => divisions.filter(({ attributes }) => attributes['TYPE'] === type);
    expect([of('volume').length, of('section').length, of('document').length]).toEqual([1, 3, 8]);
    const letter = of('document')[2] ?? expect.fail('no third document');
    expect(letter.attributes).toMatchObject({ DMDID: 'DMD-3', ORDERLABEL: '73' });
    expect([...elementsNamed(letter, 'fptr')].map(({ attributes }) => attributes['FILEID'])).toEqual([
      'FILE-2',
      'FILE-3',
    ]);
  });

  it('has only references that lead to something', () => {
    const elements = [...everything(root)];
    const ids = new Set(elements.flatMap(({ attributes }) => attributes['ID'] ?? []));
    const references = elements.flatMap(({ attributes: a }) =>
      [a['DMDID'], a['ADMID'], a['FILEID']].filter((one) => one !== undefined),
    );
    expect(references.length).toBeGreaterThan(10);
    expect(references.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('addresses the files from where it stands', () => {
    const hrefs = [...elementsNamed(root, 'FLocat')].map(({ attributes }) => attributes['xlink:href']);
    expect(hrefs).toEqual([
      '../tei/sampler.xml',
      '../tei/d73.xml',
      '../html/d73.html',
      '../html/eine%20Seite%20%C3%BC.html',
    ]);
  });
});

function* everything(element: PlainElement): Generator<PlainElement> {
  yield element;
  for (const child of element.children) if (typeof child !== 'string') yield* everything(child);
}

describe('PREMIS', () => {
  it('has the edition, each file with two digests, the events, and each program once with its version', () => {
    const root = xml('premis');
    expect(all(root, 'messageDigest')).toHaveLength(2 * files.length);
    expect(all(root, 'formatRegistryKey')).toEqual(files.map(() => 'fmt/101'));
    expect(all(root, 'eventType')).toEqual(['creation', 'validation']);
    expect([all(root, 'agentName'), all(root, 'agentVersion')]).toEqual([['Chancery'], ['0.1.0']]);
  });
});

describe('MARC', () => {
  it('has a leader and fixed fields of their lengths, and fields in the order of their numbers', () => {
    for (const bibliography of [full, plain]) {
      const root = xml('marc', bibliography);
      expect(all(root, 'leader')[0]).toHaveLength(24);
      const control = new Map(
        [...elementsNamed(root, 'controlfield')].map((one) => [one.attributes['tag'], wordsOf(one)]),
      );
      expect([control.get('006')?.length, control.get('007')?.length, control.get('008')?.length]).toEqual([
        18, 14, 40,
      ]);
      expect(control.get('008')?.slice(35, 38)).toBe('eng');
      const tags = [...elementsNamed(root, 'datafield')].map(({ attributes }) => attributes['tag'] ?? '');
      expect(tags).toEqual([...tags].sort());
    }
  });
});

describe('CMIF', () => {
  it('has the letters and telegrams alone, with the names in full', () => {
    const root = xml('cmif');
    const letters = [...elementsNamed(root, 'correspDesc')];
    expect(letters.map(({ attributes }) => attributes['key'])).toEqual(['2', '73', '259', '301']);
    expect(letters[1]?.attributes['ref']).toBe('https://example.org/sampler/d73.html');
    expect(all(letters[1] ?? root, 'persName')).toEqual(['Dean Rusk', 'Nicholas deB. Katzenbach']);
  });

  it('has the addresses of persons in authority files', () => {
    const dean = 'https://d-nb.info/gnd/118604252';
    const yaml = FULL_MANIFEST.replace('- id: p_RD1\n', `- id: p_RD1\n    ref: ${dean}\n`);
    expect(yaml).toContain(dean);
    const persons = [...elementsNamed(xml('cmif', describeVolume(samplerVolume(yaml))), 'persName')];
    expect(persons.find(({ attributes }) => attributes['ref'] === dean)).toBeDefined();
  });

  it('is none where there is no letter', () => {
    const documents = full.documents.filter(({ genre }) => genre?.startsWith('memorandum'));
    const { value, diagnostics } = metadataFiles({ ...full, documents }, files, events);
    expect([value?.has('cmif.xml'), diagnostics]).toEqual([false, []]);
  });
});

describe('JSON', () => {
  it('of schema.org has the documents as parts, letters with sender and recipient', () => {
    const book = json('schema-org');
    expect(book['@id']).toBe('https://doi.org/10.5072/sampler.1');
    expect(book.hasPart).toHaveLength(8);
    expect(book.hasPart[2]).toMatchObject({
      '@type': 'Message',
      dateCreated: '1964-11-19',
      sender: [{ name: 'Rusk' }],
    });
    expect(book.editor.map((one: { name: string }) => one.name)).toEqual(['Jane Q. Roe', 'The editors of Chancery']);
  });

  it('of CSL has the volume and each document in it', () => {
    const items = json('csl');
    expect(items).toHaveLength(9);
    expect(items[0]).toMatchObject({
      type: 'book',
      editor: [{ family: 'Roe', given: 'Jane Q.' }, { literal: 'The editors of Chancery' }],
    });
    expect(items[3]).toMatchObject({
      'container-title': full.volume.title,
      author: [{ family: 'Rusk', given: 'Dean' }],
      'original-date': { 'date-parts': [[1964, 11, 19]] },
    });
  });

  it('of RO-Crate points to entities that are there, and to each file', () => {
    const graph = json('ro-crate')['@graph'] as Record<string, unknown>[];
    const ids = graph.map((entity) => entity['@id']);
    expect(new Set(ids).size).toBe(ids.length);
    const pointers = [
      ...JSON.stringify(graph.map(({ '@id': _, ...rest }) => rest)).matchAll(/\{"@id":"([^"]*)"\}/g),
    ].map((m) => m[1]);
    expect(pointers.filter((id) => !ids.includes(id) && id !== 'https://w3id.org/ro/crate/1.2')).toEqual([]);
    expect(ids).toContain('html/eine%20Seite%20ü.html');
  });
});

describe('standard numbers', () => {
  it('are known by their check digits', () => {
    expect([isbn13('0160505941'), isbn13('978-0-16-050594-2'), isbn13('0160505942'), isbn13('080442957X')]).toEqual([
      '9780160505942',
      '9780160505942',
      undefined,
      '9780804429573',
    ]);
    expect([issnOf('0317-8471'), issnOf('1050-124X'), issnOf('0317-8472')]).toEqual([
      '0317-8471',
      '1050-124X',
      undefined,
    ]);
  });
});

describe('any edition', () => {
  const names = Object.keys(METADATA_FORMS) as MetadataFormName[];
  const even = (text: string): string => legal(text.replace(/\r\n?/g, '\n')).replace(/\s+/g, ' ');

  it('is written well-formed in every form, and its titles and the names of its editors are in it', () => {
    fc.assert(
      fc.property(anyEdition, (bibliography) => {
        const { value = new Map(), diagnostics } = metadataFiles(bibliography, files, events, names);
        expect(diagnostics).toEqual([]);
        for (const [path, content] of value) {
          const text = String(content);
          expect(text.isWellFormed()).toBe(true);
          if (path.endsWith('.json')) {
            const strings: string[] = [];
            JSON.parse(text, (_, member) => {
              if (typeof member === 'string') strings.push(member);
              return member;
            });
            expect(strings.some((one) => one.includes(bibliography.volume.title.toWellFormed()))).toBe(true);
            continue;
          }
          // What is neither JSON nor XML is read back by a test of its own.
          if (!path.endsWith('.xml')) continue;
          const pieces: string[] = [];
          const problems = readXml(new SourceFile(path, text), {
            text(piece) {
              pieces.push(piece);
            },
          });
          const read = pieces.join('').replace(/\s+/g, ' ');
          expect(problems).toEqual([]);
          // In METS the title is an attribute, and its element stands in the MODS within.
          expect(read).toContain(even(bibliography.volume.title).trim());
          if (path === 'mods.xml' || path === 'mets.xml')
            for (const { agent } of bibliography.volume.contributions) expect(read).toContain(even(agent.name).trim());
        }
      }),
      { numRuns: runs(150) },
    );
  });

  it('is written to the same bytes each time', () => {
    fc.assert(
      fc.property(anyEdition, (bibliography) => {
        expect(metadataFiles(bibliography, files, events, names)).toEqual(
          metadataFiles(bibliography, files, events, names),
        );
      }),
      { numRuns: runs(20) },
    );
  });
});
