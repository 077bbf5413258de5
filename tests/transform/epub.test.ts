import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { Agent, VolumeRecord } from '../../src/metadata/bibliography.js';
import type { Pivot, PivotElement } from '../../src/model/pivot.js';
import { SourceFile } from '../../src/model/source-file.js';
import { openContainer } from '../../src/transform/epub/container.js';
import { coverPicture } from '../../src/transform/epub/cover.js';
import { coverFaces } from '../../src/transform/epub/faces.js';
import { groupPosition } from '../../src/transform/epub/group-position.js';
import { publicationOf } from '../../src/transform/epub/metadata.js';
import { epub } from '../../src/transform/epub.js';
import { renderPivot } from '../../src/transform/pivot.js';
import { readVolume } from '../../src/transform/tei-reading.js';
import { bareRecord, recordOf } from './record.js';

const golden = join(import.meta.dirname, '../golden/epub-two-documents');
const source = new SourceFile('volume.xml', readFileSync(join(golden, 'volume.xml'), 'utf8'));
const modified = '1901-05-09T00:00:00Z';

/** An EPUB, and what is found in it. */
interface Epub {
  readonly bytes: Uint8Array;
  readonly diagnostics: readonly Diagnostic[];
}

function made(pivot: Pivot, more: object = {}, record = recordOf(source)): Epub {
  const words = publicationOf(pivot, record, { modified });
  const volume = readVolume(source).value;
  if (volume === undefined) throw new Error('no reading');
  const container = openContainer(modified, coverPicture(words, coverFaces(words)));
  const diagnostics = epub(pivot, volume, { record, modified, ...more }, (path, text) =>
    container.add(path, Buffer.from(text)),
  );
  return { bytes: container.finish(), diagnostics };
}

let pivot: Pivot;
let book: Epub;
let entries: Readonly<Record<string, Uint8Array>>;

beforeAll(async () => {
  const { value } = renderPivot(source);
  if (value === undefined) throw new Error('no pivot: is the program built?');
  pivot = value;
  book = made(pivot);
  entries = unzipSync(book.bytes);
});

function text(path: string, of = entries): string {
  const content = of[path];
  if (content === undefined) throw new Error(`${path} is not in the EPUB`);
  return Buffer.from(content).toString();
}

describe('the EPUB of a small volume', () => {
  test.each([
    'package.opf',
    'nav.xhtml',
    'cover.xhtml',
    'text/titlepage.xhtml',
    'text/ch1.xhtml',
    'text/d1.xhtml',
    'text/d2.xhtml',
  ])('%s', async (path) => {
    await expect(text(`EPUB/${path}`)).toMatchFileSnapshot(join(golden, 'EPUB', path));
  });

  test('has a file for each section, the contents behind the title page', () => {
    const spine = [...text('EPUB/package.opf').matchAll(/<itemref idref="([^"]+)"/g)].map(([, id]) => id);
    expect(spine).toEqual([
      'cover',
      'text-titlepage',
      'nav',
      ...['preface', 'persons', 'comp1', 'ch1', 'd1', 'd2', 'volume-index'].map((name) => `text-${name}`),
    ]);
  });

  test('is a ZIP whose first entry is mimetype, with every file of the manifest', () => {
    const paths = Object.keys(entries);
    expect(paths[0]).toBe('mimetype');
    const manifest = [...text('EPUB/package.opf').matchAll(/<item [^>]*href="([^"]+)"/g)].map(
      ([, href]) => `EPUB/${href}`,
    );
    expect(paths.filter((path) => path.startsWith('EPUB/') && path !== 'EPUB/package.opf').sort()).toEqual(
      manifest.sort(),
    );
  });

  test('is the same bytes every time', () => {
    expect(Buffer.compare(Buffer.from(made(pivot).bytes), Buffer.from(book.bytes))).toBe(0);
  });

  test('loses nothing of the TEI, and holds together', () => {
    expect(book.diagnostics).toEqual([]);
  });

  test('claims conformance to a standard only where somebody vouches for it', () => {
    expect(text('EPUB/package.opf')).not.toContain('dcterms:conformsTo');
    const vouched = text(
      'EPUB/package.opf',
      unzipSync(
        made(pivot, { certification: { by: 'Ann Example', credential: 'CPWA', report: 'https://example.org/report' } })
          .bytes,
      ),
    );
    expect(vouched).toContain('property="dcterms:conformsTo">EPUB Accessibility 1.1 - WCAG 2.2 Level AA<');
    expect(vouched).toContain('<meta id="certifier" refines="#conformance" property="a11y:certifiedBy">Ann Example<');
    expect(vouched).toContain('refines="#certifier" property="a11y:certifierCredential">CPWA<');
    expect(vouched).toContain(
      '<link rel="a11y:certifierReport" refines="#certifier" href="https://example.org/report"/>',
    );
  });

  test('every link leads to an id that is there', () => {
    const ids = new Map<string, Set<string>>();
    for (const path of Object.keys(entries)) {
      if (path.endsWith('.xhtml'))
        ids.set(path, new Set([...text(path).matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id)));
    }
    for (const path of Object.keys(entries)) {
      if (!path.endsWith('.xhtml')) continue;
      for (const [, href = ''] of text(path).matchAll(/<a [^>]*href="([^"]+)"/g)) {
        if (/^https?:/.test(href)) continue;
        const target = new URL(href, `http://epub/${path}`);
        const file = ids.get(target.pathname.slice(1));
        expect(file, `${href} in ${path}`).toBeDefined();
        if (target.hash !== '') expect(file?.has(target.hash.slice(1)), `${href} in ${path}`).toBe(true);
      }
    }
  });
});

/** A pivot of documents with these ids, each with a page break. */
function pivotOf(ids: readonly string[], pb: (id: string) => Record<string, string>): Pivot {
  const article = (id: string): PivotElement => ({
    name: 'article',
    attributes: { 'data-kind': 'document', id },
    children: [
      { name: 'h1', attributes: { class: 'head' }, children: [id] },
      {
        name: 'div',
        attributes: { class: 'pb-block' },
        children: [{ name: 'span', attributes: { class: 'pb', ...pb(id) }, children: [] }],
      },
    ],
  });
  return {
    volume: 'v',
    language: 'en',
    title: 'V',
    metadata: new Map(),
    renditions: new Map([['rendition-x', 'text-align: right; background: url(http://example.org/x); display: none']]),
    body: { name: 'body', attributes: {}, children: ids.map(article) },
  };
}

test('sections named like files of the EPUB, or alike but for capitals, do not meet', async () => {
  const named = unzipSync(made(pivotOf(['nav', 'cover', 'd72a', 'd72A'], () => ({}))).bytes);
  const pages = Object.keys(named)
    .filter((path) => path.startsWith('EPUB/text/'))
    .map((path) => path.toLowerCase());
  expect(new Set(pages).size).toBe(4);
  expect(text('EPUB/nav.xhtml', named)).toContain('text/nav.xhtml');
});

test('a book has one identifier, which no other book has, and says what its page numbers are of', () => {
  const facts = (known: Partial<VolumeRecord> = {}): string => {
    const pivot = pivotOf(['d1'], () => ({ id: 'pg_1', 'data-n': '1' }));
    return text('EPUB/package.opf', unzipSync(made(pivot, {}, bareRecord(known)).bytes));
  };
  const own = (opf: string): string => /<dc:identifier id="identifier">([^<]*)</.exec(opf)?.[1] ?? '';
  const publisher = (name: string): Agent => ({ kind: 'organisation', name, ids: [] });
  const doiOf = (value: string): Partial<VolumeRecord> => ({ identifiers: [{ type: 'doi', value }] });
  const books: Partial<VolumeRecord>[] = [
    {},
    { publisher: publisher('P') },
    { publisher: publisher('Q') },
    { publisher: publisher('P'), parts: { series: 'S' } },
    { publisher: publisher('P'), identifiers: [{ type: 'isbn-13', value: '978-0-16-050594-1' }] },
    { publisher: publisher('P'), ...doiOf('10.1000/A'), provenance: 'The print.' },
  ];
  expect(new Set(books.map((book) => own(facts(book)))).size).toBe(books.length);
  expect(own(facts(doiOf('10.1000/a')))).toBe(own(facts({ ...doiOf('10.1000/A'), publisher: publisher('other') })));
  const [bare, isbn, doi] = [books[0], books[4], books[5]].map((book) => facts(book));
  expect(bare).toContain('<meta property="pageBreakSource">none</meta>');
  expect(isbn).toContain('<meta property="pageBreakSource">urn:isbn:9780160505941</meta>');
  expect(isbn).toContain('<dc:source id="pages">urn:isbn:9780160505941</dc:source>');
  expect(isbn).toContain('<dc:identifier>urn:isbn:9780160505941</dc:identifier>');
  expect(doi).toContain('<dc:source id="pages">The print.</dc:source>');
  expect(doi).toContain('<dc:identifier>https://doi.org/10.1000/A</dc:identifier>');
});

test('a volume has its place in its sub-series by the number on its title page, and none where that is of another form', () => {
  const places: readonly (readonly [string, string | undefined])[] = [
    ['Volume XIV', '14'],
    ['Volume VII, Part 1', '7.1'],
    ['2', '2'],
    ['Vol. 12, Pt. IV', '12.4'],
    ['Band III, Teil 2', '3.2'],
    ['Volume IIII', undefined],
    ['Volume E–14, Part 1', undefined],
    ['Volumes VII/VIII/IX, Microfiche Supplement', undefined],
    ['Retrospective Volume', undefined],
  ];
  for (const [number, place] of places) expect(groupPosition(number), number).toBe(place);
  const record = bareRecord({
    parts: { series: 'S', subseries: '1964–1968', number: 'Volume XIV' },
    description: 'What it is.',
    subjects: [
      { term: 'Détente', scheme: 'https://id.loc.gov/authorities/subjects', address: 'https://id.loc.gov/a/sh1' },
      { term: 'Trade' },
    ],
    languages: ['en', 'de'],
    contributions: [
      { agent: { kind: 'person', name: 'Ann Editor', ids: [] }, role: 'editor' },
      { agent: { kind: 'person', name: 'Bob Author', ids: [] }, role: 'author' },
      { agent: { kind: 'person', name: 'Cy Helper', ids: [] }, role: 'Transcribed by' },
    ],
  });
  const opf = text(
    'EPUB/package.opf',
    unzipSync(
      made(
        pivotOf(['d1'], () => ({})),
        {},
        record,
      ).bytes,
    ),
  );
  for (const line of [
    '<meta property="belongs-to-collection" id="collection">S, 1964–1968</meta>',
    '<meta refines="#collection" property="group-position">14</meta>',
    '<meta refines="#collection" property="belongs-to-collection" id="series">S</meta>',
    '<dc:description>What it is.</dc:description>',
    '<dc:subject id="subject-1">Détente</dc:subject>',
    '<meta refines="#subject-1" property="term">https://id.loc.gov/a/sh1</meta>',
    '<dc:subject>Trade</dc:subject>',
    '<dc:language>de</dc:language>',
    '<dc:creator id="author-1">Bob Author</dc:creator>',
    '<meta refines="#author-1" property="role" scheme="marc:relators">aut</meta>',
    '<dc:contributor id="editor-1">Ann Editor</dc:contributor>',
    '<meta refines="#editor-1" property="role" scheme="marc:relators">edt</meta>',
    '<meta refines="#editor-2" property="role" scheme="marc:relators">ctb</meta>',
  ])
    expect(opf).toContain(line);
});

test('pages that are numbered in their document are listed with the document; unnumbered ones are not listed', async () => {
  const nav = (pb: (id: string) => Record<string, string>): string =>
    text('EPUB/nav.xhtml', unzipSync(made(pivotOf(['d12'], pb)).bytes));
  expect(nav((id) => ({ id: `${id}-03`, 'data-n': '3' }))).toContain('#d12-03">12: 3<');
  expect(nav(() => ({ id: 'pg_3', 'data-n': '3' }))).toContain('#pg_3">3<');
  expect(nav(() => ({ id: 'pg_x', 'data-n': '' }))).not.toContain('page-list');
});

test('a rendition of the source may lay out, but neither load nor hide', async () => {
  const style = text('EPUB/style.css', unzipSync(made(pivotOf(['d1'], () => ({}))).bytes));
  expect(style).toContain('.rendition-x { text-align: right }');
});

test('the cover is a PNG that shows the title', () => {
  const picture = Buffer.from(entries['EPUB/cover.png'] ?? []);
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 1800]);
  const data = picture.indexOf('IDAT');
  const bytes = inflateSync(picture.subarray(data + 4, data + 4 + picture.readUInt32BE(data - 4)));
  expect(bytes.length).toBe(601 * 1800);
  const shades = (from: number, to: number): number[] =>
    [...bytes.subarray(from * 601, to * 601)].filter((_, i) => i % 601 > 0).flatMap((byte) => [byte >> 4, byte & 15]);
  // Ink where the title stands, only the frame above it, and soft edges: shades between ground and ink.
  expect(shades(900, 1000).filter((shade) => shade > 12).length).toBeGreaterThan(1000);
  expect(shades(100, 200).filter((shade) => shade > 0).length).toBe(100 * 16);
  expect(new Set(shades(900, 1000)).size).toBe(16);
});
