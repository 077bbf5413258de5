/** The metadata of editions, by the schemas of those who ask for them; and the header that the manifest makes, by TEI's own. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { encode } from '../../src/encode/encode.js';
import { readTextBytes } from '../../src/formats/text-file.js';
import type { Bibliography, DescribedFile, PreservationEvent } from '../../src/metadata/bibliography.js';
import { METADATA_FORMS, type MetadataFormName, metadataFiles } from '../../src/metadata/metadata-files.js';
import { anyEdition } from '../metadata/any-edition.js';
import { describeVolume, FULL_MANIFEST, realVolume, samplerVolume } from '../metadata/editions.js';
import { runs } from '../runs.js';
import { plainTei } from './plain-tei.js';
import { root, run, temporaryFolder } from './tools.js';

const folder = temporaryFolder();
afterAll(folder.remove);

const reference = join(root, '../shared/reference/archive');
const teiAll = join(root, '../shared/reference/tei_all-4.12.0.rng');
const crates = join(root, '../shared/oracles/rocrate');
const hasSchemas = existsSync(reference) && existsSync(teiAll);
if (!hasSchemas) console.warn(`SKIPPED: metadata against their schemas; ${reference} or ${teiAll} is not there.`);
if (!existsSync(crates)) console.warn(`SKIPPED: RO-Crate; ${crates} is not there.`);
const canCheckJson = hasSchemas && run('python3', '-c', 'import jsonschema').status === 0;
if (!canCheckJson)
  console.warn('SKIPPED: DataCite’s JSON schema; Python has no jsonschema, or the schema is not there.');
process.env['XML_CATALOG_FILES'] = join(reference, 'catalog.xml');

/** PREMIS and MODS stand in METS, whose own schema lets anything stand there: this one takes all three. */
const archival = join(folder.path, 'archival.xsd');
const imported = [
  ['http://www.loc.gov/METS/', 'mets/mets-1-12-1.xsd'],
  ['http://www.loc.gov/premis/v3', 'premis/premis-v3.xsd'],
  ['http://www.loc.gov/mods/v3', 'mods/mods-3-8.xsd'],
].map(
  ([namespace, path]) => `<xs:import namespace="${namespace}" schemaLocation="file://${join(reference, path ?? '')}"/>`,
);
writeFileSync(archival, `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imported.join('')}</xs:schema>`);

const SCHEMAS: Readonly<Record<string, string>> = {
  'datacite.xml': join(reference, 'datacite/kernel-4.6/metadata.xsd'),
  'dc.xml': join(reference, 'oai/oai_dc.xsd'),
  'mods.xml': archival,
  'mets.xml': archival,
  'premis.xml': archival,
};

const file = (path: string, mediaType: string): DescribedFile => ({
  path,
  mediaType,
  bytes: 3,
  sha256: 'a'.repeat(64),
  sha512: 'b'.repeat(128),
  pronom: 'fmt/101',
});
const files = [
  file('tei/d73.xml', 'application/tei+xml'),
  file('html/eine Seite ü.html', 'text/html'),
  file('README.md', 'text/markdown'),
];
const events: readonly PreservationEvent[] = [
  { type: 'validate', time: '2026-01-01T00:00:00Z', outcome: 'no error', detail: 'RELAX NG', agent: 'Chancery 0.1.0' },
  { type: 'deposit', time: '2026-01-02T00:00:00Z', outcome: 'success', detail: '', agent: 'Chancery 0.1.0' },
];

let count = 0;
/** Writes all forms of an edition, as a package with its files has them. */
function written(bibliography: Bibliography): string {
  const out = join(folder.path, String(++count));
  for (const { path } of files) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), 'abc');
  }
  const { value = new Map(), diagnostics } = metadataFiles(
    bibliography,
    files,
    events,
    Object.keys(METADATA_FORMS) as MetadataFormName[],
  );
  expect(diagnostics).toEqual([]);
  for (const [name, content] of value) writeFileSync(join(out, name), content);
  return out;
}

function expectValid(out: string): void {
  for (const [name, schema] of Object.entries(SCHEMAS)) {
    const { status, output } = run('xmllint', '--nonet', '--noout', '--schema', schema, join(out, name));
    expect(status, output.slice(0, 2000)).toBe(0);
  }
  expect(run('xmllint', '--noout', join(out, 'marc.xml'))).toEqual({ status: 0, output: '' });
  if (existsSync(join(out, 'cmif.xml'))) {
    const { status, output } = run('jing', teiAll, join(out, 'cmif.xml'));
    expect(status, output.slice(0, 2000)).toBe(0);
  }
}

/** DataCite publishes no JSON schema for 4.6: that of 4.5, with what 4.6 has added. */
const CHECK_JSON = `
import json, sys, jsonschema
schema = json.load(open(sys.argv[1]))
schema['definitions']['dateType']['enum'].append('Coverage')
schema['definitions']['relationType']['enum'] += ['HasTranslation', 'IsTranslationOf']
for error in jsonschema.Draft201909Validator(schema).iter_errors(json.load(open(sys.argv[2]))): print(error.message[:300])
`;

const seed = (name: string): string => {
  const text = readTextBytes(name, readFileSync(join(root, 'corpus/sampler', name))).value;
  return (text && encode(text, {}).value?.[0]?.tei) ?? expect.fail(name);
};
/** One document from a printed text and one from a typescript have no publisher, and so no form for DataCite; the manifest gives them one. */
const EDITIONS: readonly (readonly [name: string, tei: string | undefined])[] = [
  ['the sampler', samplerVolume()],
  ['the sampler with all that a manifest can say', samplerVolume(FULL_MANIFEST)],
  ['a letter of the sampler', asPublished(seed('000_b8ed36721d395ee6.txt'))],
  ['a typescript of the sampler', asPublished(seed('004_9473a4182af1bbe6.txt'))],
  ['frus1964-68v14', hasSchemas ? realVolume('frus1964-68v14') : undefined],
  ['frus1914-20v01', hasSchemas ? realVolume('frus1914-20v01') : undefined],
];

function asPublished(tei: string): string {
  const statement = '<publicationStmt><publisher>Chancery</publisher><date when="2026">2026</date></publicationStmt>';
  return tei.replace(/<publicationStmt>[\s\S]*?<\/publicationStmt>/, statement);
}

describe.skipIf(!hasSchemas)('the metadata', { timeout: 120_000 }, () => {
  for (const [name, tei] of EDITIONS) {
    test.skipIf(tei === undefined)(
      `of ${name} keep to DataCite 4.6, MODS 3.8, METS, PREMIS 3, Dublin Core and TEI`,
      () => {
        const out = written(describeVolume(tei ?? ''));
        expectValid(out);
        if (!canCheckJson) return;
        const schema = join(reference, 'datacite/datacite-v4.5.schema.json');
        expect(run('python3', '-c', CHECK_JSON, schema, join(out, 'datacite.json'))).toEqual({ status: 0, output: '' });
      },
    );
  }

  test('of an edition of any words keep to them too', () => {
    fc.assert(
      fc.property(anyEdition, (bibliography) => expectValid(written(bibliography))),
      { numRuns: runs(12) },
    );
  });

  test.skipIf(!existsSync(crates))('make packages research objects (RO-Crate 1.2)', () => {
    for (const [name, tei] of EDITIONS.slice(1, 5)) {
      if (tei === undefined) continue;
      const { status, output } = run(crates, written(describeVolume(tei)));
      expect(status, `${name}: ${output}`).toBe(0);
    }
  });
});

test.skipIf(!hasSchemas)('the header that a full manifest makes is TEI P5', () => {
  const tei = join(folder.path, 'full.xml');
  writeFileSync(tei, plainTei(samplerVolume(FULL_MANIFEST)));
  const { status, output } = run('jing', teiAll, tei);
  expect(status, output).toBe(0);
});
