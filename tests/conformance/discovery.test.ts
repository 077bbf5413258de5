/** What web editions tell programs, by the schemas of OAI-PMH and its records, and by a harvester that others have written. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { answer } from '../../src/discovery/http/site.js';
import { serveAt } from '../../src/discovery/http/web-server.js';
import { harvestingOf } from '../../src/discovery/oai/harvesting.js';
import { respond } from '../../src/discovery/oai/respond.js';
import type { Bibliography } from '../../src/metadata/bibliography.js';
import type { FileSet } from '../../src/model/file-set.js';
import {
  anyBibliography,
  bibliography,
  documentRecord,
  publicationIn,
  published,
  timeOf,
} from '../discovery/editions.js';
import { anyEdition } from '../metadata/any-edition.js';
import { describeVolume, FULL_MANIFEST, realVolume, samplerVolume } from '../metadata/editions.js';
import { runs } from '../runs.js';
import { root, run, runMeanwhile, temporaryFolder } from './tools.js';

const folder = temporaryFolder();
afterAll(folder.remove);

const reference = join(root, '../shared/reference/archive');
const hasSchemas = existsSync(join(reference, 'oai/OAI-PMH.xsd'));
if (!hasSchemas) console.warn(`SKIPPED: OAI-PMH against its schema; ${reference} is not there.`);
const hasSickle = run('python3', '-c', 'import sickle').status === 0;
if (!hasSickle) console.warn('SKIPPED: harvesting by Sickle; Python has no sickle (pip install sickle).');
process.env['XML_CATALOG_FILES'] = join(reference, 'catalog.xml');

const OAI: readonly (readonly [string, string])[] = [
  ['http://www.openarchives.org/OAI/2.0/', 'oai/OAI-PMH.xsd'],
  ['http://www.openarchives.org/OAI/2.0/oai_dc/', 'oai/oai_dc.xsd'],
  ['http://datacite.org/schema/kernel-4', 'datacite/kernel-4.6/metadata.xsd'],
  ['http://www.loc.gov/mods/v3', 'mods/mods-3-8.xsd'],
];

/** OAI-PMH lets any metadata stand in a record that are valid by their own schemas, so that all are known. */
function imports(all: typeof OAI): string {
  return all
    .map(
      ([namespace, file]) => `<xs:import namespace="${namespace}" schemaLocation="file://${join(reference, file)}"/>`,
    )
    .join('');
}

function oaiSchema(): string {
  const path = join(folder.path, 'oai.xsd');
  writeFileSync(path, `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports(OAI)}</xs:schema>`);
  return path;
}

/** The static repository as its specification describes it: the parts are those of OAI-PMH, in a namespace of its own. */
function staticSchema(): string {
  const path = join(folder.path, 'static.xsd');
  writeFileSync(
    path,
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:oai="http://www.openarchives.org/OAI/2.0/"
      targetNamespace="http://www.openarchives.org/OAI/2.0/static-repository" elementFormDefault="qualified">
      ${imports(OAI)}
      <xs:element name="Repository"><xs:complexType><xs:sequence>
        <xs:element name="Identify" type="oai:IdentifyType"/>
        <xs:element name="ListMetadataFormats" type="oai:ListMetadataFormatsType"/>
        <xs:element name="ListRecords" maxOccurs="unbounded"><xs:complexType><xs:complexContent>
          <xs:extension base="oai:ListRecordsType"><xs:attribute name="metadataPrefix" type="oai:metadataPrefixType" use="required"/></xs:extension>
        </xs:complexContent></xs:complexType></xs:element>
      </xs:sequence></xs:complexType></xs:element>
    </xs:schema>`,
  );
  return path;
}

let count = 0;
/** Writes an edition into a folder of its own. */
function written(files: FileSet): string {
  const out = join(folder.path, String(++count));
  for (const [path, content] of files) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), content);
  }
  return out;
}

/** What xmllint finds in documents by a schema. */
function faults(schema: string, documents: readonly string[]): string {
  const files = documents.map((text) => {
    const file = join(folder.path, `${++count}.xml`);
    writeFileSync(file, text);
    return file;
  });
  const { status, output } = run('xmllint', '--nonet', '--noout', '--huge', '--schema', schema, ...files);
  return status === 0 ? '' : output;
}

/** Every kind of response there is: all verbs and forms, whole and in parts, and the errors. */
function responses(out: string, page: number): readonly string[] {
  const { value: harvesting, diagnostics } = harvestingOf([out]);
  if (harvesting === undefined) throw new Error(JSON.stringify(diagnostics));
  const ask = (query: string): string =>
    respond(harvesting(), new URLSearchParams(query), {
      baseUrl: 'https://example.org/oai',
      now: '2026-05-01T00:00:00Z',
      sizes: { records: page, headers: page },
    });
  const all: string[] = [];
  const harvest = (verb: string, query: string): void => {
    for (let next: string | undefined = `verb=${verb}${query}`; next !== undefined; ) {
      const response = ask(next);
      all.push(response);
      const token = /<resumptionToken[^>]*>([^<]+)</.exec(response)?.[1];
      next = token && `verb=${verb}&resumptionToken=${encodeURIComponent(token)}`;
    }
  };
  for (const verb of ['Identify', 'ListMetadataFormats', 'ListSets']) harvest(verb, '');
  for (const prefix of ['oai_dc', 'mods', 'oai_datacite', 'none'])
    for (const verb of ['ListRecords', 'ListIdentifiers']) harvest(verb, `&metadataPrefix=${prefix}`);
  const [identifier = ''] = harvesting().records.map((one) => one.identifier);
  all.push(
    ask(`verb=GetRecord&metadataPrefix=mods&identifier=${encodeURIComponent(identifier)}`),
    ask('verb=GetRecord&metadataPrefix=mods&identifier=oai:example.org:none'),
    ...['', 'verb=None', 'verb=ListRecords', 'verb=ListRecords&resumptionToken=a.b', 'verb=Identify&%00=%01'].map(ask),
  );
  return all;
}

describe.runIf(hasSchemas)('the responses to harvesters', () => {
  const schema = hasSchemas ? oaiSchema() : '';
  const repository = hasSchemas ? staticSchema() : '';

  test.each(['sampler', 'frus1964-68v14', 'frus1969-76ve14p1'])('of %s are valid, with their records', (id) => {
    const tei = id === 'sampler' ? samplerVolume(FULL_MANIFEST) : realVolume(id);
    if (tei === undefined) return;
    const about = describeVolume(tei, id);
    const named: Bibliography = {
      ...about,
      volume: { ...about.volume, address: 'https://example.org/x/', contact: 'editors@example.org' },
    };
    const files = published(named);
    expect(faults(schema, responses(written(files), 50))).toBe('');
    expect(faults(repository, [String(files.get('oai.xml'))])).toBe('');
  });

  test('that are not valid are found out', () => {
    const [response = ''] = responses(written(published(bibliography([]))), 5).filter((one) =>
      one.includes('<record>'),
    );
    expect(faults(schema, [response])).toBe('');
    expect(
      faults(schema, [response.replace('<dc:title>', '<dc:titel>').replace('</dc:title>', '</dc:titel>')]),
    ).not.toBe('');
    expect(faults(schema, [response.replace('<header>', '<header status="gone">')])).not.toBe('');
  });

  test('of any edition are valid, those of a version that has lost documents too', () => {
    fc.assert(
      fc.property(anyEdition, anyBibliography(), fc.integer({ min: 1, max: 5 }), (any, before, page) => {
        const volume = { ...any.volume, address: 'https://example.org/v1/', contact: 'editors@example.org' };
        const first = publicationIn(published({ ...before, volume }, timeOf(0)));
        // The pages of a site have names that no two share.
        const documents = any.documents.map((one, i) => ({ ...one, id: `x${i}` }));
        const files = published({ volume, documents }, timeOf(1), first);
        expect(faults(schema, responses(written(files), page))).toBe('');
        expect(faults(repository, [String(files.get('oai.xml'))])).toBe('');
      }),
      { numRuns: runs(15) },
    );
  });
});

describe.runIf(hasSickle)('Sickle', () => {
  test('harvests every record once, over many pages, with what has been deleted', async () => {
    const ids = Array.from({ length: 230 }, (_, i) => `d${i + 1}`);
    const first = publicationIn(published(bibliography(ids.map((id) => documentRecord(id))), timeOf(0)));
    const later = bibliography(ids.slice(10).map((id) => documentRecord(id)));
    const out = written(published(later, timeOf(60), first));
    const { value: harvesting } = harvestingOf([out]);
    if (harvesting === undefined) throw new Error('There is nothing to harvest.');
    const server = await serveAt(
      (request, address) =>
        answer({ folders: [{ name: 'v1', folder: out }], harvesting, address }, request, Date.now()),
      '127.0.0.1',
      0,
    );
    try {
      const script = [
        'import json, sys',
        'from sickle import Sickle',
        'oai = Sickle(sys.argv[1])',
        'records = list(oai.ListRecords(metadataPrefix="mods"))',
        'alive = list(oai.ListRecords(metadataPrefix="oai_dc", ignore_deleted=True))',
        'since = list(oai.ListIdentifiers(metadataPrefix="mods", **{"from": sys.argv[2]}))',
        'print(json.dumps({"name": oai.Identify().repositoryName, "sets": [s.setSpec for s in oai.ListSets()],',
        '  "records": [[r.header.identifier, r.header.deleted] for r in records], "alive": len(alive), "since": len(since)}))',
      ].join('\n');
      const { status, output } = await runMeanwhile('python3', '-c', script, `${server.address}oai`, timeOf(60));
      expect(status, output).toBe(0);
      const found = JSON.parse(output) as {
        name: string;
        sets: string[];
        records: [string, boolean][];
        alive: number;
        since: number;
      };
      expect(found.name).toBe('Letters & Papers');
      expect(found.sets).toEqual(['v1', 'v1:ch1']);
      expect(found.records).toHaveLength(231);
      expect(new Set(found.records.map(([identifier]) => identifier)).size).toBe(231);
      expect(found.records.filter(([, isDeleted]) => isDeleted)).toHaveLength(10);
      expect(found.alive).toBe(221);
      // The ten that have gone, and the volume, whose catalogue record counts its documents.
      expect(found.since).toBe(11);
    } finally {
      await server.close();
    }
  });
});
