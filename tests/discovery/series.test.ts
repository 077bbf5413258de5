import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { opds, opds2, opdsPath } from '../../src/discovery/opds.js';
import type { PublishedSeries, PublishedVolume } from '../../src/discovery/series.js';
import { seriesFeed } from '../../src/discovery/series-feed.js';
import { sitemapIndex } from '../../src/discovery/sitemap-index.js';
import { elementsNamed, type PlainElement, readPlainXml } from '../../src/formats/xml-tree.js';
import { wordsOf } from '../../src/metadata/tei-header.js';
import { bibliography, TIME } from './editions.js';

const series: PublishedSeries = {
  title: 'The Series & More',
  base: 'https://example.org/series/',
  modified: TIME,
  language: 'en',
  publisher: 'A Press',
};

const volume = fc
  .record({
    title: fc.string({ unit: 'grapheme', minLength: 1 }),
    group: fc.option(fc.constantFrom('1961–1963', '1964–1968'), { nil: undefined }),
    epub: fc.boolean(),
    cover: fc.boolean(),
    n: fc.nat(999),
  })
  .map(({ title, group, epub, cover, n }): PublishedVolume => {
    const base = `https://example.org/series/v${n}/`;
    return {
      record: { ...bibliography([]).volume, id: `v${n}`, urn: `urn:x:v${n}`, title },
      base,
      created: TIME,
      modified: TIME,
      ...(group === undefined ? {} : { group }),
      downloads: epub ? [{ address: `${base}v.epub`, mediaType: 'application/epub+zip', bytes: 7 }] : [],
      ...(cover ? { cover: { address: `${base}cover.png`, mediaType: 'image/png' } } : {}),
    };
  });
const volumes = fc.uniqueArray(volume, { selector: ({ base }) => base, maxLength: 8 });

const children = (parent: PlainElement, name: string): readonly PlainElement[] =>
  parent.children.filter((child): child is PlainElement => typeof child !== 'string' && child.name === name);
const hrefs = (parent: PlainElement, rel: string): readonly (string | undefined)[] =>
  children(parent, 'link')
    .filter(({ attributes }) => attributes['rel'] === rel)
    .map(({ attributes }) => attributes['href']);

describe('the catalogues of a series (OPDS)', () => {
  it('offer each volume that can be downloaded once, in feeds that lead to one another', () => {
    fc.assert(
      fc.property(volumes, (all) => {
        const offered = all.filter(({ downloads }) => downloads.length > 0);
        const files = opds(series, all);
        const feeds = new Map([...files].map(([path, text]) => [`${series.base}${path}`, readPlainXml(String(text))]));
        const start = feeds.get(`${series.base}${opdsPath}`) as PlainElement;
        for (const [address, feed] of feeds) {
          expect(hrefs(feed, 'self')).toEqual([address]);
          expect(hrefs(feed, 'start')).toEqual([`${series.base}${opdsPath}`]);
          // RFC 4287, 4.1.1 and 4.1.2; OPDS 1.2, 5.1.
          for (const one of [feed, ...children(feed, 'entry')])
            for (const name of ['id', 'title', 'updated']) expect(children(one, name)).toHaveLength(1);
        }
        const leads = children(start, 'entry').flatMap((entry) => hrefs(entry, 'subsection'));
        expect([...feeds.keys()].filter((address) => address !== `${series.base}${opdsPath}`)).toEqual(leads);
        const whole = feeds.get(leads[0] ?? '') ?? start;
        const entries = children(whole, 'entry');
        expect(entries.map((entry) => hrefs(entry, 'http://opds-spec.org/acquisition/open-access'))).toEqual(
          offered.map(({ downloads }) => downloads.map(({ address }) => address)),
        );
        const inParts = leads.slice(1).flatMap((lead) => children(feeds.get(lead ?? '') as PlainElement, 'entry'));
        expect(inParts).toHaveLength(leads.length === 0 ? 0 : offered.length);

        const json = JSON.parse(opds2(series, all)) as Catalogue;
        const publications = json.publications ?? (json.groups ?? []).flatMap((group) => group.publications);
        expect(json.metadata.numberOfItems).toBe(offered.length);
        expect(publications.map(({ metadata }) => metadata.identifier).sort()).toEqual(
          offered.map(({ record }) => record.urn).sort(),
        );
        for (const { links } of publications)
          expect(links.map(({ rel }) => rel)).toContain('http://opds-spec.org/acquisition/open-access');
      }),
    );
  });
});

interface Publication {
  readonly metadata: { readonly identifier: string };
  readonly links: readonly { readonly rel: string }[];
}
interface Catalogue {
  readonly metadata: { readonly numberOfItems: number };
  readonly publications?: readonly Publication[];
  readonly groups?: readonly { readonly publications: readonly Publication[] }[];
}

describe('the feed of a series', () => {
  it('tells the latest first, each event under an id of its own', () => {
    const [one] = fc.sample(volume, 1) as [PublishedVolume];
    const text = seriesFeed(series, [
      { volume: one, kind: 'new', time: '2026-01-01T00:00:00Z' },
      {
        volume: one,
        kind: 'corrected',
        time: '2026-03-01T00:00:00Z',
        summary: '2 documents corrected',
        errata: `${one.base}errata.html`,
      },
      { volume: one, kind: 'corrected', time: '2026-02-01T00:00:00Z' },
    ]);
    const feed = readPlainXml(text);
    const words = (name: string): readonly string[] =>
      children(feed, 'entry').map((entry) => wordsOf(children(entry, name)[0] ?? entry));
    expect(words('updated')).toEqual(['2026-03-01T00:00:00Z', '2026-02-01T00:00:00Z', '2026-01-01T00:00:00Z']);
    expect(new Set(words('id')).size).toBe(3);
    expect(children(feed, 'updated').map(wordsOf)).toEqual(['2026-03-01T00:00:00Z']);
    expect(hrefs(children(feed, 'entry')[0] as PlainElement, 'related')).toEqual([`${one.base}errata.html`]);
  });
});

describe('the index of sitemaps', () => {
  it('lists those of its own site', () => {
    const text = sitemapIndex(series.base, [
      { address: `${series.base}sitemap.xml`, modified: TIME },
      { address: 'https://elsewhere.org/v2/sitemap.xml', modified: TIME },
      { address: `${series.base}v1/sitemap.xml`, modified: TIME },
    ]);
    expect([...elementsNamed(readPlainXml(text), 'loc')].map(wordsOf)).toEqual([
      `${series.base}sitemap.xml`,
      `${series.base}v1/sitemap.xml`,
    ]);
  });
});
