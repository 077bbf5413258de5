import { posix } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXml } from '../../src/formats/sax.js';
import { SourceFile } from '../../src/model/source-file.js';
import { enrich } from '../../src/volume/enrich.js';
import { runs } from '../runs.js';
import { editionsOf } from './editions-of.js';

interface Given {
  readonly head: string;
  readonly date?: string;
  readonly place?: string;
  readonly note?: string;
  readonly text?: string;
}

/** A volume of documents, with a list of persons, as the web site has it. */
function siteOf(documents: readonly Given[], source = 'Released in 1990 as printed book'): ReadonlyMap<string, string> {
  const divs = documents.map(
    ({ head, date, place, note, text = 'The text of the document goes on for a while.' }, i) => {
      const n = i + 1;
      const dateline =
        date === undefined && place === undefined
          ? ''
          : `<dateline><placeName>${place ?? ''}</placeName>, <date when="${date ?? ''}">${date}</date>.</dateline>`;
      const told = note === undefined ? '' : `<note n="1" type="source" xml:id="d${n}fn1">Source: ${note}</note>`;
      return `<div type="document" subtype="historical-document" n="${n}" xml:id="d${n}"><head>${n}. ${head}${told}</head>${dateline}<p>${text}</p></div>`;
    },
  );
  const text = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:frus="http://history.state.gov/frus/ns/1.0" xml:id="v"><teiHeader><fileDesc>
<titleStmt><title type="complete">A Volume</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p>${source}</p></sourceDesc></fileDesc></teiHeader>
<text><front><div type="section" subtype="index" xml:id="persons"><head>Persons</head><list type="persons"><item><persName xml:id="p_RA1">Roe, Ann</persName>, a person</item></list></div></front>
<body><div type="chapter" xml:id="ch1"><head>Chapter</head>${divs.join('')}</div></body></text></TEI>`;
  const { site, found } = editionsOf(new SourceFile('v.xml', enrich(text).text), undefined, false);
  expect(found).toEqual([]);
  return new Map([...site].flatMap(([path, file]) => (typeof file === 'string' ? [[path, file] as const] : [])));
}

const REDIRECT = '<meta http-equiv="refresh" content="0; url=';

const plain = (page = ''): string => page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

const small = siteOf([
  {
    head: 'Letter From <persName corresp="#p_RA1" type="from">Roe</persName> to Ann Poe',
    date: '1964-11-19',
    place: 'Bonn',
    note: 'Department of State, Central Files, POL 7. Administratively Confidential.',
  },
  {
    head: 'Telegram From the Embassy in Japan to Mr. Ann Roe',
    date: '1964-11-19',
    place: '[Tokyo]',
    note: 'Department of State, Central Files, POL 8. Administratively Restricted.',
  },
  { head: 'Memorandum by Colonel Ann Poe', date: '1965-01-02', place: 'Tokyo', text: 'Subject: The harbour' },
  {
    head: 'Editorial Note',
    text: 'The first words of a note that has no date, and go on and on so that they are cut in the list of documents, as they are very much longer than is good for a list.',
  },
]);

describe('the pages by which documents are found', () => {
  it('are those that have something to show, and stand in the head of every page', () => {
    const pages = [...small.keys()].filter((path) => /^browse\/[a-z]+\.html$/.test(path)).sort();
    expect(pages.map((path) => path.slice(7, -5))).toEqual(
      ['classifications', 'dates', 'kinds', 'numbers', 'people', 'places', 'sources'].sort(),
    );
    for (const [path, text] of small) {
      if (!path.endsWith('.html') || text.includes(REDIRECT)) continue;
      const sections = /<nav class="sections"[\s\S]*?<\/nav>/.exec(text)?.[0];
      expect(sections, path).toBeDefined();
      for (const page of pages) expect(sections).toContain(`${path.startsWith('browse/') ? '../' : ''}${page}`);
      expect(text.match(/<h1[ >]/g), path).toHaveLength(1);
    }
    expect(small.get('browse/people.html')).toContain('<a href="../browse/people.html" aria-current="page">');
  });

  it('count the documents of each year, month and day', () => {
    expect(plain(small.get('browse/dates.html'))).toMatch(/1964 2 documents November 2 1965 1 document January 1/);
    expect(plain(small.get('browse/dates.html'))).toContain('Without a date 1 document');
    expect(plain(small.get('browse/dates-1964.html'))).toMatch(/1\. Letter From Roe.*2\. Telegram From the Embassy/);
    expect(small.get('browse/dates.html')).toContain('<desc id="timeline-description">3 documents from November 1964');
  });

  it('have one key for all spellings of a person, a place and a classification, and show those of the source', () => {
    const people = plain(small.get('browse/people.html'));
    expect(people).toContain('Roe, Ann sent 1, received 1');
    expect(people).toMatch(/Ann Poe sent 1, received 1|Ann Poe received 1, sent 1/);
    expect(people).toMatch(/Offices and posts 1 Embassy in Japan sent 1/);
    expect(plain(small.get('browse/places.html'))).toContain('Tokyo 2 documents');
    expect(plain(small.get('browse/classifications.html'))).toContain('Administratively Restricted 2 documents');
    expect(plain(small.get('browse/classification-administratively-restricted.html'))).toContain(
      'In the source also: Administratively Confidential',
    );
    expect(small.get('d1.html')).toContain(
      '<a href="browse/classification-administratively-restricted.html">Administratively Confidential</a>',
    );
  });

  it('tell documents apart: number, title, date, place, subject or first words', () => {
    const chapter = plain(small.get('ch1.html'));
    expect(chapter).toContain(
      '1. Letter From Roe to Ann Poe November 19, 1964 · Bonn · Administratively Confidential · POL 7 The text of the document goes on',
    );
    expect(chapter).toContain('January 2, 1965 · Tokyo The harbour');
    expect(chapter).toMatch(/4\. Editorial Note The first words of a note .* …/);
  });

  it('lead on where earlier editions had the list of persons and pages of them, and nowhere else', () => {
    const redirects = [...small].filter(([, text]) => text.includes(REDIRECT)).map(([path]) => path);
    expect(redirects.sort()).toEqual(['browse/person-roe-ann.html', 'people.html']);
    expect(small.get('people.html')).toContain(`${REDIRECT}browse/people.html"/>`);
    expect(small.get('people.html')).toContain('It is now <a href="browse/people.html">People</a>.');
    expect(small.get('browse/person-roe-ann.html')).toContain(`${REDIRECT}../person-p_RA1.html"/>`);
    // Who is only named never had a page there.
    const named = '<persName corresp="#p_RA1">Roe</persName>';
    const other = siteOf([1, 2, 3].map(() => ({ head: 'Letter', text: `The text names ${named} and goes on.` })));
    expect(other.has('person-p_RA1.html')).toBe(true);
    expect([...other].filter(([, text]) => text.includes(REDIRECT)).map(([path]) => path)).toEqual(['people.html']);
    // The list of persons of a small collection is where it was.
    const two = siteOf([1, 2].map(() => ({ head: 'Letter', text: `The text names ${named} and goes on.` })));
    expect(two.get('people.html')).toContain('Persons named');
    expect([...two].some(([, text]) => text.includes(REDIRECT))).toBe(false);
  });

  it('leave a collection of two documents without them', () => {
    const two = siteOf([{ head: 'Letter' }, { head: 'Letter' }]);
    expect([...two.keys()].filter((path) => path.startsWith('browse/'))).toEqual([]);
    expect(two.get('d1.html')).not.toContain('class="sections"');
  });

  const given = fc.record({
    head: fc.constantFrom(
      'Letter From President Roe to Ann Poe',
      'Telegram From the Embassy in Japan to the Department of State',
      'Memorandum by Mr. Ångström',
      'Telegram From Владимир to القاهرة',
      'Editorial Note',
    ),
    date: fc.option(fc.constantFrom('1943-01-05', '1943-02', '1944', '1944-12-31', '0099-01-01'), { nil: undefined }),
    place: fc.option(fc.constantFrom('Bonn', '[Tokyo]', '東京', 'St. Louis, Mo.'), { nil: undefined }),
    note: fc.option(
      fc.constantFrom('Ford Library, Box 1. Secret.', '893.00/15 : Telegram', 'NSC Files. Top Secret; Nodis.'),
      { nil: undefined },
    ),
  });
  it('lead somewhere, have every id once, are well-formed, and show every document, whatever there is', () => {
    fc.assert(
      fc.property(fc.array(given, { minLength: 3, maxLength: 8 }), fc.constantFrom(1, 90), (some, times) => {
        const documents = Array.from({ length: times }, () => some).flat() as readonly Given[];
        const site = siteOf(documents);
        expect(faultsOf(site)).toEqual([]);
        const listed = new Set<string>();
        for (const [path, text] of site) {
          if (!path.startsWith('browse/dates')) continue;
          for (const [, name] of text.matchAll(/ href="\.\.\/(d\d+)\.html"/g)) listed.add(name ?? '');
          expect([...text.matchAll(/<li class="of-document">/g)].length, path).toBeLessThan(
            documents.length > 200 ? 1000 : 201,
          );
        }
        if (site.has('browse/dates.html')) expect(listed.size).toBe(documents.length);
      }),
      { numRuns: runs(6) },
    );
  });
});

/** Links that lead nowhere, ids that stand twice, pages that are no XML. */
function faultsOf(site: ReadonlyMap<string, string>): readonly string[] {
  const pages = [...site].filter(([path]) => path.endsWith('.html'));
  const ids = new Map(pages.map(([path, text]) => [path, [...text.matchAll(/ id="([^"]*)"/g)].map((m) => m[1] ?? '')]));
  return pages.flatMap(([path, text]) => {
    const own = ids.get(path) ?? [];
    const dead = [...text.matchAll(/ href="([^":]*)"/g)].flatMap(([, href = '']) => {
      const [file = '', id] = href.split('#');
      const target = file === '' ? path : posix.join(posix.dirname(path), file);
      const leads =
        id === undefined ? site.has(target) || target.endsWith('.css') : ids.get(target)?.includes(id) === true;
      return leads ? [] : [`${path}: ${href}`];
    });
    return [
      ...dead,
      ...(new Set(own).size === own.length ? [] : [`${path}: an id twice`]),
      ...readXml(new SourceFile(path, text.replace('<!DOCTYPE html>\n', '')), {}).map(
        ({ message }) => `${path}: ${message}`,
      ),
    ];
  });
}
