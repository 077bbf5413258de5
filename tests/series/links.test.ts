import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pagesByIds, Resolver, referencesOf, withLinks } from '../../src/series/links.js';
import { aliasFiles } from '../../src/transform/html/aliases.js';
import { redirectPage } from '../../src/transform/html/redirect-page.js';
import { xml } from '../../src/transform/xml.js';

const alias = { id: 'd71', to: 'd1', place: { file: 'volume.yaml' } };
const link = (target: string, words: string): string =>
  `<a class="external-volume" data-target="${target}" href="https://example.org/${target.replace('#', '/')}">${words}</a>`;

describe('the pages of a volume', () => {
  it('are known by the ids of the TEI that stand on them, the page of a document by its own', () => {
    const site = new Map([
      ['d1.html', '<article id="d1"><p id="d1-p1"/><span id="pg_7"/></article>'],
      ['pg_7.html', '<main id="pg_7"/>'],
      ['browse/a.html', '<p id="d1"/>'],
    ]);
    expect(pagesByIds(site, new Set(['d1', 'pg_7', 'd9']))).toEqual({ d1: 'd1', pg_7: 'd1' });
  });

  it('are known by the ids that documents had before, too', () => {
    const files = [
      ...aliasFiles([{ name: 'd71', kind: 'alias', to: 'd1.html', title: 'T', alias }], new Map(), undefined),
    ];
    const site = new Map([['d1.html', '<article id="d1"/>'], ...files.filter((file) => !('code' in file))] as [
      string,
      string,
    ][]);
    const pages = pagesByIds(site, new Set(['d1']));
    const resolver = new Resolver(new Map([['v', { folder: 'v', pages }]]), new Map(), new Map());
    expect(resolver.resolve('v#d71')).toEqual({ volume: 'v', page: 'd71' });
  });
});

describe('a page that has another address now', () => {
  it('is no id of the volume', () => {
    const page = redirectPage({
      to: 'browse/people.html',
      title: 'People',
      of: 'address',
      heading: 'Moved',
      words: xml`Moved.`,
      base: undefined,
    });
    expect(pagesByIds(new Map([['people.html', page]]), new Set(['d1']))).toEqual({});
  });
});

describe('references between volumes', () => {
  const volumes = new Map([
    ['frus2', { folder: 'frus2', pages: { d1: 'd1', pg_7: 'd1', d3: 'd3' } }],
    ['frus3', { folder: 'frus3', pages: undefined }],
  ]);
  const resolver = new Resolver(
    volumes,
    new Map([['frus9', 'Volume IX']]),
    new Map([['frus2', new Map([['d71', 'd3']])]]),
  );

  it('lead to a page, to a place on one, to a volume, by a former id, or to what is planned', () => {
    expect(resolver.resolve('frus2#d1')).toEqual({ volume: 'frus2', page: 'd1' });
    expect(resolver.resolve('frus2#pg_7')).toEqual({ volume: 'frus2', page: 'd1', id: 'pg_7' });
    expect(resolver.resolve('frus2')).toEqual({ volume: 'frus2', page: 'index' });
    expect(resolver.resolve('frus2#d71')).toEqual({ volume: 'frus2', page: 'd3' });
    expect(resolver.resolve('frus9#d1')).toEqual({ planned: 'Volume IX' });
    for (const target of ['frus2#d2', 'frus3#d1', 'frus4']) expect(resolver.resolve(target)).toBeUndefined();
    // A volume without a web edition, or of another series, has nothing that could be missing.
    expect(['frus2#d2', 'frus3#d1', 'frus4', 'frus9'].filter((target) => resolver.isDangling(target))).toEqual([
      'frus2#d2',
    ]);
  });

  it('become links from wherever the page is, and all else stays as it is', () => {
    const words = fc.stringMatching(/^[a-zA-Zéß#"&; ]{0,12}$/).map((text) => text.replace(/&/g, '&amp;'));
    const piece = fc.oneof(
      words.map((text) => ({ html: `<p>${text}</p>`, target: undefined })),
      fc
        .tuple(fc.constantFrom('frus2#d1', 'frus2#pg_7', 'frus2', 'frus9#d4', 'frus4#d1', 'frus2#d2'), words)
        .map(([target, text]) => ({ html: link(target, text), target })),
    );
    fc.assert(
      fc.property(fc.array(piece), fc.constantFrom('d5.html', 'browse/dates.html'), (pieces, path) => {
        const page = pieces.map(({ html }) => html).join('');
        const targets = pieces.flatMap(({ target }) => target ?? []);
        expect(Object.keys(referencesOf(new Map([[path, page]]))).sort()).toEqual([...new Set(targets)].sort());
        const linked = withLinks(page, path, (target) => resolver.resolve(target));
        const bare = (text: string): string => text.replace(/(data-target="[^"]*")(?: (?:href|title)="[^"]*")*/g, '$1');
        expect(bare(linked)).toBe(bare(page));
        const hrefs = [...linked.matchAll(/data-target="([^"]*)"(?: href="([^"]*)")?/g)];
        for (const [, target = '', href] of hrefs) {
          const to = resolver.resolve(target);
          if (to === undefined) expect(href).toContain('https://example.org/');
          else if ('planned' in to) expect(href).toBeUndefined();
          else {
            const address = new URL(href ?? '', `https://series.org/s/frus1/html/${path}`);
            expect(address.pathname).toBe(`/s/${to.volume}/html/${to.page}.html`);
            expect(address.hash).toBe(to.id === undefined ? '' : `#${to.id}`);
          }
        }
        expect(withLinks(linked, path, (target) => resolver.resolve(target))).toBe(
          // A link to what is planned has a title in the place of its address, and is none to be made again.
          linked.replace(/(data-target="frus9[^"]*")( title="[^"]*")/g, '$1$2$2'),
        );
      }),
    );
  });
});
