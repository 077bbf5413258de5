import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { companionsOf } from '../../src/discovery/companions.js';
import { publicationPath, readPublication } from '../../src/discovery/publication.js';
import { webEditionOf } from '../../src/discovery/web-edition.js';
import { type PlainElement, readPlainXml } from '../../src/formats/xml-tree.js';
import type { FileSet } from '../../src/model/file-set.js';
import { runs } from '../runs.js';
import {
  anyBibliography,
  bibliography,
  documentRecord,
  edition,
  pagesOf,
  publicationIn,
  published,
  siteOf,
  TIME,
  timeOf,
} from './editions.js';

const two = bibliography([documentRecord('d1'), documentRecord('d2')]);
const text = (files: FileSet, path: string): string => String(files.get(path));
const BASE = 'https://example.org/v1/';

interface Target {
  readonly href: string;
  readonly type?: string;
  readonly profile?: string;
}
type Context = Readonly<Record<string, readonly Target[]>> & { readonly anchor: string };
const contextsOf = (files: FileSet): readonly Context[] =>
  (JSON.parse(text(files, 'linkset.json')) as { linkset: Context[] }).linkset;

/** The entries of a list: the address, and the attributes of its `rs:md`. */
function entriesOf(xml: string): { readonly loc: string; readonly md: Readonly<Record<string, string>> }[] {
  const root = readPlainXml(xml);
  const child = (one: PlainElement, name: string) =>
    one.children.find((c): c is PlainElement => typeof c !== 'string' && c.name === name);
  return root.children
    .filter((c): c is PlainElement => typeof c !== 'string' && (c.name === 'url' || c.name === 'sitemap'))
    .map((one) => ({ loc: String(child(one, 'loc')?.children[0]), md: child(one, 'rs:md')?.attributes ?? {} }));
}

describe('an address', () => {
  it.each([
    ['https://example.org/v1', BASE],
    ['https://example.org/v1/', BASE],
    ['https://example.org/v1/index.html', BASE],
    ['https://example.org/v1?x#y', BASE],
    ['https://example.org/', 'https://example.org/'],
  ])('%s is that of the home page %s', (address, base) => {
    expect(webEditionOf(bibliography([], { address }), TIME)?.base).toBe(base);
  });

  it('that is none makes no web edition', () => {
    const { address: _, ...volume } = bibliography([]).volume;
    expect(webEditionOf({ volume, documents: [] }, TIME)).toBeUndefined();
    expect(webEditionOf(bibliography([], { address: 'ftp://example.org/' }), TIME)).toBeUndefined();
  });
});

describe('the links in the heads', () => {
  const { linksOf } = companionsOf(edition(two), pagesOf(two));
  const of = (links: ReturnType<typeof linksOf>, rel: string) =>
    links.filter((link) => link.rel === rel).map(({ href }) => href);

  it('of the home page tell what to cite, who made it, what it is, its terms, what describes it and its documents', () => {
    const links = linksOf({ name: 'index', kind: 'home' });
    expect(of(links, 'cite-as')).toEqual(['https://doi.org/10.5072/v.1']);
    expect(of(links, 'author')).toEqual(['https://orcid.org/0000-0002-1825-0097']);
    expect(of(links, 'type')).toEqual(['https://schema.org/AboutPage', 'https://schema.org/Book']);
    expect(of(links, 'license')).toEqual(['https://creativecommons.org/publicdomain/zero/1.0/']);
    expect(of(links, 'describedby')).toContain('metadata/datacite.xml');
    expect(of(links, 'item')).toEqual(['d1.html', 'd2.html']);
    expect(of(links, 'linkset')).toEqual(['linkset.json']);
  });

  it('of a document lead to its TEI, its metadata and the volume, and cite nothing that has no identifier', () => {
    const links = linksOf({ name: 'd1', kind: 'document', id: 'd1' });
    expect(of(links, 'item')).toEqual(['tei/d1.xml']);
    expect(of(links, 'describedby')).toEqual(['metadata/mods/d1.xml', 'metadata/dc/d1.xml']);
    expect(of(links, 'collection')).toEqual(['index.html']);
    expect(of(links, 'cite-as')).toEqual([]);
    expect(of(linksOf({ name: 'ch1', kind: 'chapter', id: 'ch1' }), 'collection')).toEqual(['index.html']);
  });

  it('name no more than a hundred documents; the link set names all', () => {
    const many = bibliography(Array.from({ length: 101 }, (_, i) => documentRecord(`d${i}`)));
    const links = companionsOf(edition(many), pagesOf(many)).linksOf({ name: 'index', kind: 'home' });
    expect(of(links, 'item')).toEqual([]);
    expect(contextsOf(published(many))[0]?.['item']).toHaveLength(101);
  });

  it('lead to files that there are, as do those of the link set, which leads back', () => {
    fc.assert(
      fc.property(anyBibliography(), (about) => {
        const files = published(about);
        const { linksOf: heads } = companionsOf(edition(about), pagesOf(about));
        for (const page of pagesOf(about))
          for (const { href } of heads(page)) if (!href.startsWith('http')) expect(files.has(href), href).toBe(true);
        const contexts = contextsOf(files);
        const anchors = new Set(contexts.map(({ anchor }) => anchor));
        expect(anchors.size).toBe(contexts.length);
        const targets = contexts.flatMap(({ anchor, ...relations }) =>
          Object.entries(relations).flatMap(([rel, all]) => all.map(({ href }) => ({ anchor, rel, href }))),
        );
        for (const { href } of targets) expect(URL.canParse(href)).toBe(true);
        const own = targets.filter(({ href }) => href.startsWith(BASE));
        const paths = own.map(({ href }) => decodeURIComponent(href.slice(BASE.length)) || 'index.html');
        expect(paths.filter((path) => !files.has(path))).toEqual([]);
        for (const { anchor, href } of own.filter(({ rel }) => rel === 'describedby'))
          expect(contexts.find((one) => one.anchor === href)?.['describes']?.[0]?.href).toBe(anchor);
      }),
      { numRuns: runs(40) },
    );
  });
});

describe('the files beside the pages', () => {
  it('are the same for the same edition', () => {
    expect([...published(two)]).toEqual([...published(two)]);
  });

  it('are all XML or JSON that a reader reads, whatever the titles hold', () => {
    fc.assert(
      fc.property(anyBibliography(), (about) => {
        for (const [path, content] of published(about)) {
          if (/\.json$/.test(path)) JSON.parse(String(content));
          if (/^(?:metadata|resourcesync|\.well-known)\/.*|^(?:oai|sitemap)\.xml$/.test(path) && !/\.json$/.test(path))
            expect(readPlainXml(String(content)).name).not.toBe('');
        }
      }),
      { numRuns: runs(30) },
    );
  });

  it('give every page to search engines, and every file to copies with its digest and length', () => {
    const files = published(two);
    expect(entriesOf(text(files, 'sitemap.xml')).map(({ loc }) => loc)).toEqual(
      ['ch1.html', 'd1.html', 'd2.html', ''].map((path) => `${BASE}${path}`),
    );
    expect(text(files, 'sitemap.xml')).toContain(`<lastmod>${TIME}</lastmod>`);
    const listed = entriesOf(text(files, 'resourcesync/resourcelist.xml'));
    expect(listed.map(({ loc }) => loc)).toContain(`${BASE}metadata/mods/d1.xml`);
    for (const { loc, md } of listed) {
      const content = text(files, loc.slice(BASE.length) || 'index.html');
      expect(md).toMatchObject({
        hash: `sha-256:${createHash('sha256').update(content).digest('hex')}`,
        length: String(Buffer.byteLength(content)),
      });
    }
    const all = [...files.keys()].filter(
      (path) =>
        !/^(?:_headers|\.htaccess|oai\.xml|publication\.json|sitemap\.xml|atom\.xml|robots\.txt|resourcesync\/.*|\.well-known\/.*)$/.test(
          path,
        ),
    );
    expect(listed).toHaveLength(all.length);
  });

  it('say how the edition is searched where it has a page for it, which is no page for search engines', () => {
    const pages = [...pagesOf(two), { name: 'search', kind: 'search' }];
    const companions = companionsOf(edition(two), pages);
    const site = new Map([...siteOf(two), ['search.html', 'search']]);
    const files = companions.withFiles(site, undefined).value ?? new Map();
    const description = readPlainXml(text(files, 'opensearch.xml'));
    const url = description.children.find((c): c is PlainElement => typeof c !== 'string' && c.name === 'Url');
    expect(url?.attributes['template']).toBe(`${BASE}search.html?q={searchTerms}`);
    const short = description.children.find((c): c is PlainElement => typeof c !== 'string' && c.name === 'ShortName');
    expect(String(short?.children[0]).length).toBeLessThanOrEqual(16);
    for (const page of pages)
      expect(companions.linksOf(page)).toContainEqual(
        expect.objectContaining({ rel: 'search', href: 'opensearch.xml' }),
      );
    expect(text(files, 'sitemap.xml')).not.toContain('search.html');
    expect(text(files, '_headers')).toContain(
      'opensearch.xml\n  Content-Type: application/opensearchdescription+xml\n',
    );
    expect(published(two).has('opensearch.xml')).toBe(false);
  });

  it('lead a client of ResourceSync from the description to every list', () => {
    const files = published(two);
    const [capabilities] = entriesOf(text(files, '.well-known/resourcesync'));
    expect(capabilities?.loc).toBe(`${BASE}resourcesync/capabilitylist.xml`);
    const lists = entriesOf(text(files, 'resourcesync/capabilitylist.xml'));
    expect(lists.map(({ md }) => md['capability'])).toEqual(['resourcelist']);
    for (const { loc } of lists) expect(files.has(loc.slice(BASE.length))).toBe(true);
  });

  it('say to hosts what they are: the policy, their types, the link set', () => {
    const files = published(two);
    expect(text(files, '_headers')).toContain('/v1/*\n  Content-Security-Policy: default-src');
    expect(text(files, '_headers')).toContain('/v1/tei/*\n  Content-Type: application/tei+xml\n');
    expect(text(files, '.htaccess')).toContain('=~ m#^/v1/linkset\\.json$#');
    expect(text(files, '.htaccess')).toContain('rel=\\"linkset\\"');
  });

  it('have no static repository where nobody is named to whom questions go, which is told', () => {
    const { contact: _, ...volume } = two.volume;
    const nameless = { ...two, volume };
    const { value, diagnostics } = companionsOf(edition(nameless), pagesOf(nameless)).withFiles(
      siteOf(nameless),
      undefined,
    );
    expect(value?.has('oai.xml')).toBe(false);
    expect(diagnostics.map(({ code }) => code)).toEqual(['DI002']);
    expect(published(two).has('oai.xml')).toBe(true);
  });
});

describe('versions that follow each other', () => {
  it('are told file by file: who has one of an earlier time and applies the changes since has the last', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyBibliography(), fc.boolean()), { minLength: 2, maxLength: 5 }), (versions) => {
        let before: ReturnType<typeof publicationIn> | undefined;
        let time = 0;
        const copies: { readonly at: number; readonly state: ReadonlyMap<string, string> }[] = [];
        for (const [about, hasMovedOn] of versions) {
          if (hasMovedOn) time++;
          const files = published(about, timeOf(time), before);
          before = publicationIn(files);
          const listed = entriesOf(text(files, 'resourcesync/resourcelist.xml'));
          const state = new Map(listed.map(({ loc, md }) => [loc, md['hash'] ?? '']));
          const changes = entriesOf(String(files.get('resourcesync/changelist.xml') ?? '<urlset/>'));
          const times = changes.map(({ md }) => md['datetime'] ?? '');
          expect(times).toEqual([...times].sort());
          for (const copy of copies.filter(({ at }) => hasMovedOn && at < time))
            expect(changedBy(copy.state, changes, timeOf(copy.at))).toEqual(new Map([...state].sort()));
          copies.push({ at: time, state });
        }
      }),
      { numRuns: runs(40) },
    );
  });

  it('are told record by record: what is the same keeps its date, what has gone is remembered', () => {
    const first = publicationIn(published(two, timeOf(0)));
    const later = bibliography([documentRecord('d2', { title: 'Changed' }), documentRecord('d3')]);
    const second = publicationIn(published(later, timeOf(1), first));
    const dates = (publication: typeof second) =>
      Object.fromEntries(publication.records.map((one) => [one.identifier, [one.datestamp, one.deleted ?? false]]));
    expect(dates(second)).toMatchObject({
      'oai:example.org:v1/d1': [timeOf(1), true],
      'oai:example.org:v1/d2': [timeOf(1), false],
      'oai:example.org:v1/d3': [timeOf(1), false],
    });
    const third = publicationIn(published(later, timeOf(2), second));
    expect(dates(third)).toEqual(dates(second));
    expect(third.since).toBe(timeOf(0));
    // A document that comes back is one again.
    expect(dates(publicationIn(published(two, timeOf(3), third)))).toMatchObject({
      'oai:example.org:v1/d1': [timeOf(3), false],
      'oai:example.org:v1/d3': [timeOf(3), true],
    });
  });

  it('whose time has not moved on are found out', () => {
    const first = publicationIn(published(two));
    const later = bibliography([documentRecord('d1', { title: 'Changed' }), documentRecord('d2')]);
    const codes = (about: typeof two, modified: string) =>
      companionsOf(edition(about, modified), pagesOf(about))
        .withFiles(siteOf(about), first)
        .diagnostics.map(({ code }) => code);
    expect(codes(later, TIME)).toEqual(['DI001']);
    expect(codes(two, TIME)).toEqual([]);
    expect(codes(later, '2026-03-02T00:00:00Z')).toEqual([]);
    // Built once more it is still so; the next time tells of it.
    const second = publicationIn(published(later, TIME, first));
    const again = published(later, TIME, second);
    expect(publicationIn(again)).toEqual(second);
    const third = publicationIn(published(later, '2026-03-02T00:00:00Z', second));
    expect(third.files['d1.html']?.changed).toBe('2026-03-02T00:00:00Z');
    expect(third.files['d2.html']?.changed).toBe(TIME);
    expect(JSON.stringify(third)).not.toContain('unnoticed');
  });

  it('of another volume in the same folder have nothing to do with it', () => {
    const first = publicationIn(published(two, timeOf(0)));
    const other = publicationIn(published(bibliography([], { id: 'v2' }), timeOf(1), first));
    expect(other.since).toBe(timeOf(1));
    expect(other.records.map(({ identifier }) => identifier)).toEqual(['oai:example.org:v2']);
  });
});

/** A copy after the changes since a time. */
function changedBy(copy: ReadonlyMap<string, string>, changes: ReturnType<typeof entriesOf>, since: string) {
  const state = new Map(copy);
  for (const { loc, md } of changes.filter((one) => (one.md['datetime'] ?? '') > since))
    if (md['change'] === 'deleted') state.delete(loc);
    else state.set(loc, md['hash'] ?? '');
  return new Map([...state].sort());
}

describe('the record of what was published', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(anyBibliography(), (about) => {
        const files = published(about);
        expect(`${JSON.stringify(publicationIn(files), undefined, 1)}\n`).toBe(text(files, publicationPath));
      }),
      { numRuns: runs(20) },
    );
  });

  it('is nothing where a part of it is something else', () => {
    const whole = JSON.parse(text(published(two), publicationPath)) as Record<string, unknown>;
    expect(readPublication(JSON.stringify(whole))).toBeDefined();
    const wrong: Record<string, unknown>[] = [
      ...Object.keys(whole)
        .filter((key) => key !== 'contact')
        .map((key) => ({ ...whole, [key]: 7 })),
      { ...whole, base: 'javascript:1/' },
      { ...whole, modified: 'yesterday' },
      { ...whole, files: { '../x': { sha256: 'a'.repeat(64), bytes: 1, created: TIME, changed: TIME } } },
      { ...whole, records: [{ identifier: 'oai:x:1', datestamp: TIME, sets: [], forms: { oai_dc: '/etc/passwd' } }] },
      { ...whole, records: [{ identifier: 'a b', datestamp: TIME, sets: [], forms: {} }] },
      { ...whole, sets: [{ spec: 'a b', name: '' }] },
    ];
    for (const one of wrong) expect(readPublication(JSON.stringify(one)), JSON.stringify(one)).toBeUndefined();
    expect(readPublication('{')).toBeUndefined();
    expect(readPublication('null')).toBeUndefined();
  });
});
