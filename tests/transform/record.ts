import type { VolumeRecord } from '../../src/metadata/bibliography.js';
import { readBibliography } from '../../src/metadata/read-bibliography.js';
import { editionName, nameUrn } from '../../src/model/identifier.js';
import type { SourceFile } from '../../src/model/source-file.js';

/** The record of a volume of which nothing is known but its id and what is given. */
export function bareRecord({ id = 'volume', ...known }: Partial<VolumeRecord> = {}): VolumeRecord {
  const { publisher, parts = {}, identifiers = [] } = known;
  const of = (type: string): string | undefined => identifiers.find((one) => one.type === type)?.value;
  const facts = { publisher: publisher?.name, series: parts.series, doi: of('doi'), isbn: of('isbn-13') };
  const urn = nameUrn(editionName({ volume: id, ...facts }));
  return {
    id,
    urn,
    identifier: { type: 'urn', value: urn },
    title: id,
    contributions: [],
    languages: [],
    subjects: [],
    places: [],
    persons: [],
    relations: [],
    repositories: [],
    funding: [],
    ...known,
    identifiers,
    parts,
  };
}

/** The record that the header of a volume gives; a bare one where it cannot be read. */
export function recordOf(source: SourceFile): VolumeRecord {
  return readBibliography(source, 'volume').value?.volume ?? bareRecord();
}
