/** The editions that the tests of metadata describe. */
import { existsSync, readFileSync } from 'node:fs';
import { encode } from '../../src/encode/encode.js';
import { packageFile } from '../../src/formats/package.js';
import { readTextBytes } from '../../src/formats/text-file.js';
import type { Bibliography } from '../../src/metadata/bibliography.js';
import { readBibliography } from '../../src/metadata/read-bibliography.js';
import { SourceFile } from '../../src/model/source-file.js';
import { assemble } from '../../src/volume/assemble.js';
import { enrich } from '../../src/volume/enrich.js';
import { readManifest } from '../../src/volume/manifest.js';

const sampler = readFileSync(packageFile('corpus/sampler/volume.yaml'), 'utf8');

/** All that a manifest can say for a repository. */
export const FACTS = `identifiers: { doi: https://doi.org/10.5072/sampler.1, isbn-13: 978-0-16-050594-2 }
address: https://example.org/sampler/
description: |
  Eight documents on <defectors> & spies.

  In a second paragraph.
subjects:
  - { term: Espionage, scheme: lcsh, address: "http://id.loc.gov/authorities/subjects/sh85044844" }
  - { term: Defection, scheme: lcsh }
  - { term: Cold War }
  - { term: Menschenrecht, scheme: "https://example.org/words" }
funding:
  - { funder: National Endowment, address: "https://ror.org/02nr0ka47", award: RQ-1, title: "Edition, of documents" }
  - { funder: A Friend }
relations:
  - { type: IsDerivedFrom, scheme: isbn, identifier: 978-0-16-050594-2, title: "Volume XIV, Soviet Union" }
  - { type: IsPartOf, identifier: "https://history.state.gov/historicaldocuments" }
modified: 2026-03-01T10:00:00Z
`;
const EDITORS = `editors:
  - { name: "Jane Q. Roe", role: primary, orcid: "https://orcid.org/0000-0002-1825-0097", affiliation: "A University & Press" }
  - { name: The editors of Chancery, role: primary }
  - { name: "Richard de la Mare, Jr.", role: general }
`;

/** The sampler’s manifest with these facts added. */
export const FULL_MANIFEST = sampler
  .replace(/^editors:\n(?: {2}.*\n)+/m, EDITORS)
  .replace(/^language: en$/m, `language: en\n${FACTS}`);

/** The sampler as a TEI volume, by a manifest of it. */
export function samplerVolume(yaml: string = sampler): string {
  const volume = readManifest(new SourceFile('volume.yaml', yaml));
  if (volume.value === undefined) throw new Error(JSON.stringify(volume.diagnostics));
  const { manifest, documents, placesOf } = volume.value;
  const encoded = new Map<string, string>();
  for (const file of new Set(documents.map((document) => document.file))) {
    const text = readTextBytes(file, readFileSync(packageFile(`corpus/sampler/${file}`))).value;
    if (text === undefined) throw new Error(file);
    const expected = documents.filter((document) => document.file === file);
    for (const { id, tei } of encode(text, { documents: expected, volume: manifest }).value ?? []) encoded.set(id, tei);
  }
  const inOrder = new Map(documents.map(({ id }) => [id, encoded.get(id) ?? '']));
  const { value, diagnostics } = assemble(manifest, inOrder, placesOf);
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return value;
}

export function describeVolume(tei: string, name = 'volume'): Bibliography {
  const { value, diagnostics } = readBibliography(new SourceFile(`${name}.xml`, tei), name);
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return value;
}

/** A volume of the series with its structured headers; undefined where it is not there, which is said aloud. */
export function realVolume(id: string): string | undefined {
  const path = packageFile(`../shared/volumes/${id}.xml`);
  if (existsSync(path)) return enrich(readFileSync(path, 'utf8')).text;
  console.warn(`SKIPPED: ${path} is not there.`);
  return undefined;
}

export const REAL_VOLUMES = ['frus1964-68v14', 'frus1969-76ve14p1', 'frus1914-20v01'];
