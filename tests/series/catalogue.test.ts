import { describe, expect, it } from 'vitest';
import type { VolumeRecord } from '../../src/metadata/bibliography.js';
import { catalogueFiles, type History } from '../../src/series/catalogue.js';
import type { SeriesManifest } from '../../src/series/manifest.js';
import type { ShownVolume } from '../../src/series/pages.js';
import type { VolumeResult } from '../../src/series/result.js';

const manifest: SeriesManifest = {
  ...{ id: 's', title: 'Series', publisher: 'P', address: 'https://example.org/s' },
  ...{ editions: ['html', 'epub'], entries: [], authorities: [], aliases: new Map() },
};

function volume(id: string, modified: string, files: VolumeResult['files'], address?: string): ShownVolume {
  const record = {
    ...{ id, urn: `urn:x:${id}`, title: `Volume ${id}`, parts: {}, contributions: [], languages: ['en'] },
    ...{ identifiers: [], subjects: [], identifier: { type: 'urn', value: `urn:x:${id}` } },
    ...{
      places: [],
      persons: [],
      relations: [],
      funding: [],
      repositories: [],
      ...(address === undefined ? {} : { address }),
    },
  } as VolumeRecord;
  const result = { id, folder: id, title: record.title, record, modified, files, documents: 1, notes: 0 };
  return { id, title: record.title, groups: [{ id: `g${id}`, head: `Group ${id}` }], result: result as VolumeResult };
}

const both = { html: ['index.html'], epub: ['v.epub'] };
const made = (volumes: readonly ShownVolume[], history: History = {}, names: readonly string[] = []) =>
  catalogueFiles(
    { manifest, volumes },
    { bytesOf: (path) => (path.startsWith('c/') ? undefined : 9), namesIn: () => names, history },
  );

describe('what a series tells programs', () => {
  it('is nothing without an address, and nothing of what is planned', () => {
    const view = { manifest: { ...manifest, address: undefined as unknown as string }, volumes: [] };
    expect(catalogueFiles(view, { bytesOf: () => 1, namesIn: () => [], history: {} }).size).toBe(0);
    expect(made([{ id: 'p', title: 'Planned', groups: [] }]).size).toBe(0);
  });

  it('offers what stands in its place, by group', () => {
    const files = made(['a', 'b', 'c'].map((id) => volume(id, '2001-01-01T00:00:00Z', both)));
    const all = String(files.get('opds/all.xml'));
    for (const id of ['a', 'b']) expect(all).toContain(`href="https://example.org/s/${id}/epub/v.epub"`);
    expect(all).not.toContain('/c/epub/');
    expect(String(files.get('opds.xml'))).toContain('<title>Group b</title>');
    expect(JSON.parse(String(files.get('opds.json'))).groups).toHaveLength(2);
  });

  it('tells of a volume as new, and as corrected once for each later time of its last change', () => {
    const histories: History[] = [{}];
    for (const year of ['2001', '2001', '2003', '2002']) {
      const files = made([volume('a', `${year}-01-01T00:00:00Z`, both)], histories.at(-1));
      histories.push(JSON.parse(String(files.get('volumes.json'))).volumes);
    }
    expect(histories.slice(1).map(({ a }) => a?.map((time) => time.slice(0, 4)))).toEqual([
      ['2001'],
      ['2001'],
      ['2001', '2003'],
      ['2001', '2003'],
    ]);
    const feed = String(made([volume('a', '2003-01-01T00:00:00Z', both)], histories.at(-1)).get('atom.xml'));
    expect([...feed.matchAll(/<title>([^<]*)/g)].map(([, title]) => title)).toEqual([
      'Series',
      'Corrected: Volume a',
      'Volume a',
    ]);
  });

  it('lists the sitemaps of volumes at addresses of the same site, of one in parts these', () => {
    const here = volume('a', '2001-01-01T00:00:00Z', both, 'https://example.org/a/');
    const there = volume('b', '2001-01-01T00:00:00Z', both, 'https://example.com/b/');
    const listed = (names: readonly string[]) =>
      [...String(made([here, there], {}, names).get('sitemap.xml')).matchAll(/<loc>([^<]*)/g)].map(([, one]) => one);
    const own = 'https://example.org/s/sitemap-series.xml';
    expect(listed(['index.html', 'sitemap.xml'])).toEqual([own, 'https://example.org/a/sitemap.xml']);
    expect(listed(['sitemap-10.xml', 'sitemap-2.xml', 'sitemap.xml'])).toEqual([
      own,
      'https://example.org/a/sitemap-2.xml',
      'https://example.org/a/sitemap-10.xml',
    ]);
  });
});
