import { describe, expect, it } from 'vitest';
import { textServices } from '../../src/discovery/text-services.js';
import { readBibliography } from '../../src/metadata/read-bibliography.js';
import { SourceFile } from '../../src/model/source-file.js';
import type { SitePage } from '../../src/model/web-link.js';
import { FULL_MANIFEST, samplerVolume } from '../metadata/editions.js';

const BASE = 'https://example.org/volume/';
const { value: bibliography } = readBibliography(new SourceFile('v.xml', samplerVolume(FULL_MANIFEST)), 'sampler');
if (bibliography === undefined) throw new Error('the sampler was not read');
const pages: SitePage[] = [
  { name: 'index', kind: 'home' },
  ...[...new Set(bibliography.documents.flatMap(({ within }) => within.map(({ id }) => id)))].map((id) => ({
    id,
    name: id,
    kind: 'chapter' as const,
  })),
  ...bibliography.documents.map(({ id }) => ({ id, name: id, kind: 'document' as const })),
];
const files = textServices(bibliography, BASE, pages);

type Item = Record<string, unknown> & { '@id': string; '@type': string; member?: Item[] };

/** What a client gets for a call: the template expanded by RFC 6570, and without what a static host does not look at. */
function answer(template: string, values: Readonly<Record<string, string>>): Item {
  const address = template
    .replace(/\{\/([^}]*)\}/g, (_, names: string) =>
      names
        .split(',')
        .flatMap((name) => (values[name] === undefined ? [] : [`/${encodeURIComponent(values[name])}`]))
        .join(''),
    )
    .replace(/\{\?[^}]*\}/g, '')
    .replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
  expect(address.startsWith(BASE), address).toBe(true);
  return JSON.parse(String(files.get(address.slice(BASE.length)) ?? expect.fail(`nothing at ${address}`)));
}

describe('the files for Distributed Text Services', () => {
  const entry = JSON.parse(String(files.get('dts/index.json')));
  const { collection, navigation, document } = entry as Record<string, string>;

  it('begin with an entry point', () => {
    expect(entry).toMatchObject({ '@type': 'EntryPoint', dtsVersion: '1.0', '@id': `${BASE}dts/index.json` });
  });

  it('answer every call that the level 0 of static files wants: each item, its children and its parents, from the root to every document', () => {
    const documents = new Set<string>();
    const walk = (id: string | undefined, parent: string | undefined): void => {
      const values: Record<string, string> = id === undefined ? {} : { id };
      const item = answer(collection ?? '', values);
      const own = item['@id'];
      expect(item).toMatchObject({ dtsVersion: '1.0', totalParents: parent === undefined ? 0 : 1 });
      expect(item.member?.length).toBe(item['totalChildren']);
      expect(answer(collection ?? '', { id: own, nav: 'children' })).toEqual(item);
      const parents = answer(collection ?? '', { id: own, nav: 'parents' });
      expect(parents.member?.map((one) => one['@id'])).toEqual(parent === undefined ? [] : [parent]);
      expect(answer(String(item['collection']), {})).toEqual(item);
      if (item['@type'] === 'Resource') {
        documents.add(own);
        const way = answer(navigation ?? '', { resource: own });
        expect(way).toMatchObject({ '@type': 'Navigation', member: [], resource: { '@id': own, citationTrees: [] } });
        expect(way['@id']).toBe(`${BASE}dts/navigation/${own}.json`);
        expect(document?.replace('{resource}', own)).toContain(`${BASE}tei/${own}.xml`);
        expect(item['download']).toBe(`${BASE}tei/${own}.xml`);
      }
      for (const child of item.member ?? []) walk(child['@id'], own);
    };
    walk(undefined, undefined);
    expect([...documents].sort()).toEqual(bibliography.documents.map(({ id }) => id).sort());
  });
});
