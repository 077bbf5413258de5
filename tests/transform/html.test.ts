import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Pivot } from '../../src/model/pivot.js';
import { SourceFile } from '../../src/model/source-file.js';
import { html } from '../../src/transform/html.js';
import { findLosses } from '../../src/transform/loss.js';
import { splitIntoPages } from '../../src/transform/pages.js';
import { renderPivot } from '../../src/transform/pivot.js';
import { withRenditions } from '../../src/transform/renditions.js';
import { readVolume, type VolumeReading } from '../../src/transform/tei-reading.js';
import { readEdition } from './read-edition.js';

const golden = join(import.meta.dirname, 'golden');

function made(name: string): { pivot: Pivot; reading: VolumeReading; files: ReadonlyMap<string, string> } {
  const source = new SourceFile('volume.xml', readFileSync(join(golden, name, 'volume.xml'), 'utf8'));
  const pivot = renderPivot(source).value;
  const reading = readVolume(source).value;
  if (pivot === undefined || reading === undefined) throw new Error(`${name} was not read`);
  const { value, diagnostics } = html(pivot, reading);
  if (value === undefined) throw new Error(`${name} was not made`);
  expect(diagnostics).toEqual([]);
  return { pivot, reading, files: value as ReadonlyMap<string, string> };
}

describe('the site', () => {
  it('has a page for each section, a TEI file for each document, and the same bytes twice', () => {
    const { files } = made('matter');
    expect([...files.keys()]).toEqual([
      'index.html',
      'titlepage.html',
      'preface.html',
      'comp1.html',
      'ch1.html',
      'ch1subch1.html',
      'd1.html',
      'errata.html',
      'pg_I.html',
      'pages.html',
      'favicon.svg',
      '404.html',
      'accessibility.html',
      'style.css',
      'reading.js',
      'cite.js',
      'metadata/csl.json',
      'metadata/bibtex.bib',
      'metadata/citations.ris',
      'metadata/documents.csv',
      'metadata/documents.json',
      'tei/d1.xml',
      'json/d1.json',
      'json/document.schema.json',
    ]);
    expect([...made('matter').files]).toEqual([...files]);
  });

  it('lets no page load or send anything but its own stylesheet, script, fonts and pictures, and needs nothing else', () => {
    const pages = readdirSync(golden).flatMap((name) =>
      existsSync(join(golden, name, 'volume.xml'))
        ? [...made(name).files].filter(([path]) => path.endsWith('.html'))
        : [],
    );
    expect(pages.length).toBeGreaterThan(20);
    for (const [path, page] of pages) {
      const [policy, ...more] = [...page.matchAll(/<meta http-equiv="Content-Security-Policy" content="([^"]*)"\/>/g)];
      expect(more).toEqual([]);
      expect(policy?.[1]?.split('; '), path).toEqual([
        "default-src 'none'",
        "style-src 'self' file:",
        "script-src 'self' file:",
        "img-src 'self' data: file:",
        "font-src 'self' file:",
        "base-uri 'none'",
        "form-action 'self' file:",
      ]);
      // What the policy would forbid is not there.
      // A block of data is not run, and no policy speaks of it (HTML Living Standard, 4.12.1).
      expect(page.replace(/<script type="application\/ld\+json">[^<]*<\/script>/g, '')).not.toMatch(
        /<(?:style|form|iframe|object|embed|base)\b|<script(?! src="[a-z.]+" defer="defer"><\/script>)|<[^>]* (?:style|on[a-z]+)="/,
      );
      expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<link'));
    }
  });

  it('takes no rule from the id of a rendition, and no rule that hides', () => {
    const style = (id: string, css: string): string => withRenditions('', new Map([[id, css]]));
    expect(style('rendition-a.b', 'text-align: right')).toContain('.rendition-a\\.b { text-align: right }');
    for (const id of [
      'a{}body{background:url(http://example.org/x)}b',
      'a,*',
      'a b',
      'a>b',
      'a:hover',
      'a\\',
      '@import "x"',
      '*/x',
    ])
      expect(style(id, 'text-align: right')).not.toContain('text-align');
    const hiding = [
      'font-size: 0',
      'font-size:0.0em',
      'font-size: .0px',
      'text-indent: -9999px',
      'margin-left:-100em',
      'width: 10000px',
    ];
    for (const css of hiding) expect(style('a', css)).toContain('.a {  }');
    const layout = [
      'font-style: italic',
      'font-weight: 700',
      'font-size: 10pt',
      'text-indent: -1.5em',
      'margin: 0',
      'padding-left: 0.5em',
    ];
    for (const css of layout) expect(style('a', css)).toContain(`.a { ${css} }`);
  });

  it('leads from names, pages and the index to the page of their target', () => {
    const { files } = made('page-breaks');
    // The index of a volume may not take the name of the home page.
    expect(files.get('volume-index.html')).toContain('<a class="ref" href="d1.html#pg_2">2</a>');
    expect(made('names-links').files.get('d1.html')).toContain(
      '<a class="persName" href="persons.html#p_RD1" data-type="to">Rusk</a>',
    );
  });

  it('shows a document’s header as a list, and gives its TEI with that header', () => {
    const { files } = made('header');
    const page = files.get('d73.html') ?? '';
    expect(page).toContain('<div><dt>Repository</dt><dd>National Archives and Records Administration</dd></div>');
    expect(page).toContain('<div><dt>Handling</dt><dd>Limdis</dd><dd>Noforn</dd></div>');
    expect(page).not.toContain('<dl class="header"');
    const tei = files.get('tei/d73.xml') ?? '';
    expect(readVolume(new SourceFile('d73.xml', tei)).value?.documents.size).toBe(1);
    expect(tei).toContain('<idno type="file">POL 23–6 USSR</idno>');
    expect(tei).toContain('xml:id="frus0000v01-d73"');
  });

  it('tells a page of the source only where its number runs on', () => {
    const { pivot } = made('page-breaks');
    const pages = splitIntoPages(pivot).pages.map(({ id, sourcePages }) => [id, sourcePages]);
    expect(pages).toEqual([
      ['ch1', ['1']],
      ['d1', ['1', '2', '3', '4', '[5]', '6', '7', '8', '9', '10', '11']],
      ['d2', ['12']],
      ['index', ['13']],
    ]);
  });
});

describe('the proof that nothing is lost', () => {
  let reading: VolumeReading;
  let page: string;
  beforeAll(() => {
    const { files, reading: read } = made('notes');
    reading = read;
    page = ['ch1.html', 'd1.html'].map((name) => files.get(name) ?? '').join('');
  });
  const found = (change: (text: string) => string): string[] => {
    const changed = change(page);
    expect(changed).not.toBe(page);
    return findLosses(reading, readEdition([changed]), 'HTML').map(({ code }) => code);
  };

  it('finds a lost word, a lost letter, a lost space', () => {
    expect(found((text) => text.replace('Two paragraphs', 'Two'))).toEqual(['TR012']);
    expect(found((text) => text.replace('Something else', 'Somthing else'))).toEqual(['TR012']);
    expect(found((text) => text.replaceAll('goes without', 'goeswithout'))).toEqual(['TR018']);
  });

  it('finds a lost note, a lost call, a lost document, a note too many', () => {
    expect(found((text) => text.replace(/<div class="note" id="d1fn3"[\s\S]*?<\/div><\/div>/, ''))).toEqual(['TR011']);
    expect(found((text) => text.replace(/<a class="noteref" id="d1fn4-ref".*?<\/a>/, ' '))).toEqual(['TR013']);
    expect(found((text) => text.replace('id="d1"', 'id="d2"'))).toContain('TR010');
    expect(found((text) => text.replace('<div class="note" id="d1fn3"', '<div class="note" id="x">y</div>$&'))).toEqual(
      ['TR016'],
    );
  });

  it('names the line of what is lost', () => {
    const [loss] = findLosses(reading, readEdition([page.replace('Nested', '')]), 'HTML');
    expect(loss?.message).toContain('the note d1fn3');
    expect(loss?.place?.start?.line).toBe(8);
  });

  it('finds a lost page break and a lost attachment', () => {
    const codes = (name: string, change: (text: string) => string): string[] => {
      const { files, reading: tei } = made(name);
      const pages = [...files]
        .filter(([path]) => path.endsWith('.html') && path !== 'index.html')
        .map(([, text]) => change(text));
      return findLosses(tei, readEdition(pages), 'HTML').map(({ code }) => code);
    };
    expect(
      codes('page-breaks', (text) => text.replace(/<span class="pb linked" id="pg_9".*?<\/a><\/span>/, '')),
    ).toEqual(['TR015', 'TR017']);
    expect(codes('file-number', (text) => text.replace('data-kind="attachment" id="d7-att2"', ''))).toEqual(['TR014']);
  });
});
