import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressList } from '../../src/discovery/sitemap.js';
import { element } from '../../src/formats/xml-writer.js';
import { runs } from '../runs.js';
import { bibliography, edition } from './editions.js';

const web = edition(bibliography([]));
const locationsIn = (xml: unknown): string[] =>
  [...String(xml).matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc = '']) => loc);

describe('a list of addresses', () => {
  it('has each address once and in order, in parts that keep to the limits, which their index names', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 4600, max: 9000 }),
        (lengths, addresses, bytes) => {
          const all = lengths.map((length, i) => `https://example.org/v1/${i}${'x'.repeat(length)}`);
          const entries = all.map((loc) => element('url', {}, element('loc', {}, loc)));
          const files = addressList(web, { path: 'list.xml', entries }, { addresses, bytes });
          const [first, ...parts] = [...files];
          expect(first?.[0]).toBe('list.xml');
          for (const [, content] of files) expect(Buffer.byteLength(content)).toBeLessThanOrEqual(bytes);
          if (parts.length === 0) {
            expect(locationsIn(first?.[1])).toEqual(all);
            return;
          }
          expect(locationsIn(first?.[1])).toEqual(parts.map(([path]) => `https://example.org/v1/${path}`));
          expect(parts.flatMap(([, content]) => locationsIn(content))).toEqual(all);
          for (const [, content] of parts) expect(locationsIn(content).length).toBeLessThanOrEqual(addresses);
        },
      ),
      { numRuns: runs(100) },
    );
  });

  it('of one part is a file by itself', () => {
    const files = addressList(web, { path: 'list.xml', entries: [] });
    expect([...files.keys()]).toEqual(['list.xml']);
    expect(files.get('list.xml')).toContain('<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n</urlset>');
  });
});
