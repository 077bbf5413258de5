import { describe, expect, it } from 'vitest';
import { type Compound, type DataverseField, dataverse } from '../../src/metadata/dataverse.js';
import { describeVolume, FULL_MANIFEST, REAL_VOLUMES, realVolume, samplerVolume } from './editions.js';

const settings = { contact: 'editors@example.org', subject: 'Arts and Humanities' };

/** A field as its words alone. */
function wordsOf({ value }: DataverseField): unknown {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return members(value as Compound);
  return (value as readonly (string | Compound)[]).map((one) => (typeof one === 'string' ? one : members(one)));
}
const members = (compound: Compound): unknown =>
  Object.fromEntries(Object.entries(compound).map(([name, field]) => [name, wordsOf(field)]));
const fieldsOf = (fields: readonly DataverseField[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(fields.map((field) => [field.typeName, wordsOf(field)]));

describe('the metadata of a dataset', () => {
  const sampler = describeVolume(samplerVolume(FULL_MANIFEST));
  const { citation, geospatial, licence } = dataverse(sampler, settings);
  const fields = fieldsOf(citation);

  it('have what Dataverse asks for: title, author, contact, description and subject', () => {
    expect(fields).toMatchObject({
      title: sampler.volume.title,
      datasetContact: [{ datasetContactName: 'Chancery', datasetContactEmail: 'editors@example.org' }],
      subject: ['Arts and Humanities'],
      distributionDate: '2026',
    });
    expect(fields['dsDescription']).toMatchObject([{ dsDescriptionValue: expect.stringMatching(/^<p>.*<\/p>$/s) }]);
  });

  it('have the editors as authors, surname first, with their ORCID iDs and institutions', () => {
    expect(fields['author']).toEqual([
      {
        authorName: 'Roe, Jane Q.',
        authorAffiliation: 'A University & Press',
        authorIdentifierScheme: 'ORCID',
        authorIdentifier: '0000-0002-1825-0097',
      },
      { authorName: 'The editors of Chancery' },
    ]);
  });

  it('bear the URN of the edition among the other identifiers, and not the DOI', () => {
    const ids = fields['otherId'] as readonly { otherIdAgency: string; otherIdValue: string }[];
    expect(ids[0]).toEqual({ otherIdAgency: 'URN', otherIdValue: sampler.volume.urn });
    expect(ids.map(({ otherIdAgency }) => otherIdAgency)).not.toContain('DOI');
  });

  it('say the rest of what the edition says', () => {
    expect(fields).toMatchObject({
      keyword: sampler.volume.subjects.map(({ term }) => expect.objectContaining({ keywordValue: term })),
      language: expect.arrayContaining(['English']),
      timePeriodCovered: [
        { timePeriodCoveredStart: sampler.volume.covered?.from, timePeriodCoveredEnd: sampler.volume.covered?.to },
      ],
      relatedMaterial: sampler.volume.relations.map(({ type }) => expect.stringContaining(`${type} `)),
    });
    expect(fieldsOf(geospatial)['geographicCoverage'] ?? []).toHaveLength(sampler.volume.places.length);
    expect(licence).toEqual(sampler.volume.licence);
  });

  it('hold no empty field, and each by the name under which it stands', () => {
    const check = (field: DataverseField): void => {
      const { value } = field;
      if (typeof value === 'string') return void expect(value.trim()).not.toBe('');
      for (const one of Array.isArray(value) ? (value as readonly (string | Compound)[]) : [value as Compound]) {
        if (typeof one === 'string') expect(one.trim()).not.toBe('');
        else
          for (const [name, inner] of Object.entries(one)) {
            expect(inner.typeName).toBe(name);
            check(inner);
          }
      }
    };
    for (const field of [...citation, ...geospatial]) check(field);
    expect(new Set(citation.map(({ typeName }) => typeName)).size).toBe(citation.length);
  });

  for (const id of REAL_VOLUMES) {
    const tei = realVolume(id);
    it.skipIf(tei === undefined)(`are made of ${id}`, () => {
      const volume = describeVolume(tei ?? '');
      expect(fieldsOf(dataverse(volume, settings).citation)).toMatchObject({
        title: volume.volume.title,
        author: expect.arrayContaining([expect.objectContaining({ authorName: expect.stringMatching(/\S/) })]),
        dsDescription: [expect.anything()],
      });
    });
  }
});
