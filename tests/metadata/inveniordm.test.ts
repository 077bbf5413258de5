import { describe, expect, it } from 'vitest';
import { inveniordm } from '../../src/metadata/inveniordm.js';
import { describeVolume, FULL_MANIFEST, REAL_VOLUMES, realVolume, samplerVolume } from './editions.js';

interface Body {
  readonly access: unknown;
  readonly files: unknown;
  readonly metadata: Readonly<Record<string, unknown>>;
}
const bodyOf = (tei: string): Body => inveniordm(describeVolume(tei)) as unknown as Body;

describe('the draft of a deposit in InvenioRDM', () => {
  const sampler = describeVolume(samplerVolume(FULL_MANIFEST));
  const { access, files, metadata } = inveniordm(sampler) as unknown as Body;

  it('has what a server asks for', () => {
    expect(access).toEqual({ record: 'public', files: 'public' });
    expect(files).toEqual({ enabled: true });
    expect(metadata).toMatchObject({
      resource_type: { id: 'publication-book' },
      title: sampler.volume.title,
      publication_date: '2026',
      publisher: 'Chancery',
    });
  });

  it('has the editors as creators, with their ORCID iDs and institutions, and the general editor with his role', () => {
    expect(metadata['creators']).toEqual([
      {
        person_or_org: {
          type: 'personal',
          family_name: 'Roe',
          given_name: 'Jane Q.',
          identifiers: [{ scheme: 'orcid', identifier: '0000-0002-1825-0097' }],
        },
        affiliations: [{ name: 'A University & Press' }],
        role: { id: 'editor' },
      },
      { person_or_org: { type: 'organizational', name: 'The editors of Chancery' }, role: { id: 'editor' } },
    ]);
    expect(metadata['contributors']).toEqual([
      {
        person_or_org: { type: 'personal', family_name: 'de la Mare', given_name: 'Richard, Jr.' },
        role: { id: 'editor' },
      },
    ]);
  });

  it('says the rest of what the manifest says', () => {
    expect(metadata).toMatchObject({
      description: expect.stringMatching(
        /^<p>Eight documents on &lt;defectors&gt; &amp; spies\.<\/p>\n<p>In a second paragraph\.<\/p>/,
      ),
      subjects: [
        { subject: 'Espionage' },
        { subject: 'Defection' },
        { subject: 'Cold War' },
        { subject: 'Menschenrecht' },
      ],
      languages: [{ id: 'eng' }],
      rights: [{ id: 'cc0-1.0' }],
      identifiers: [
        { scheme: 'urn', identifier: sampler.volume.urn },
        { scheme: 'isbn', identifier: '9780160505942' },
        { scheme: 'url', identifier: 'https://example.org/sampler/' },
      ],
      related_identifiers: [
        { scheme: 'isbn', identifier: '9780160505942', relation_type: { id: 'isderivedfrom' } },
        { scheme: 'url', relation_type: { id: 'ispartof' } },
      ],
      funding: [
        { funder: { name: 'National Endowment' }, award: { number: 'RQ-1', title: { en: 'Edition, of documents' } } },
        { funder: { name: 'A Friend' } },
      ],
      dates: [
        { date: '1964-11-19/1986-01-27', type: { id: 'other' }, description: 'Dates of the documents' },
        { date: '2026-03-01', type: { id: 'updated' } },
      ],
    });
  });

  it('gives a licence that has no identifier in its own words, and lengthens a title that is too short', () => {
    const { volume, documents } = sampler;
    const { metadata: other } = inveniordm({
      volume: { ...volume, title: 'A', licence: { target: 'https://example.org/terms', text: 'As you like it.' } },
      documents,
    }) as unknown as Body;
    expect(other['rights']).toEqual([{ title: { en: 'As you like it.' }, link: 'https://example.org/terms' }]);
    expect(other['title']).toBe('A (sampler)');
  });

  for (const id of REAL_VOLUMES) {
    const tei = realVolume(id);
    it.skipIf(tei === undefined)(`of ${id} has its editors and no diplomat for a creator`, () => {
      const { metadata: own } = bodyOf(tei ?? '');
      const creators = own['creators'] as readonly { role: unknown }[];
      expect(creators.length).toBeGreaterThan(0);
      expect(creators.every(({ role }) => JSON.stringify(role) === '{"id":"editor"}')).toBe(true);
      expect(own['publication_date']).toMatch(/^\d{4}$/);
      expect(own).not.toHaveProperty('rights');
      const numbers = (own['identifiers'] as readonly object[]).map((one) => JSON.stringify(one));
      expect(new Set(numbers).size).toBe(numbers.length);
    });
  }
});
