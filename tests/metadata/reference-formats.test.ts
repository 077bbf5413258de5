import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Agent } from '../../src/metadata/bibliography.js';
import { bibtex } from '../../src/metadata/bibtex.js';
import { citedVolume } from '../../src/metadata/citation/cited.js';
import { documentsCsv, documentsJson } from '../../src/metadata/documents-table.js';
import { documentFields } from '../../src/metadata/embedded.js';
import { nameParts } from '../../src/metadata/names.js';
import { ris } from '../../src/metadata/ris.js';
import { runs } from '../runs.js';
import { anyEdition } from './any-edition.js';
import { describeVolume, FULL_MANIFEST, samplerVolume } from './editions.js';
import { bibtexNames, readBibtex, readCsv, readRis, texWords } from './reference-formats.js';

const full = describeVolume(samplerVolume(FULL_MANIFEST));
const letter = full.documents.find(({ id }) => id === 'd73') ?? expect.fail('no d73');
/** The words as a format of lines can have them. */
const onOneLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
const fullName = (agent: Agent): string => {
  const parts = nameParts(agent);
  return onOneLine(parts === undefined ? agent.name : `${parts.family}, ${parts.given}`);
};

describe('BibTeX', () => {
  it('has the volume as a book and its letter as a part of it', () => {
    const entries = readBibtex(bibtex(full));
    expect(entries[0]?.type).toBe('book');
    const entry = entries.find(({ key }) => key === 'sampler:d73') ?? expect.fail('no entry');
    expect(Object.fromEntries([...entry.fields].map(([name, value]) => [name, texWords(value)]))).toMatchObject({
      author: 'Rusk, Dean',
      title: 'Letter From Secretary of State Rusk to Acting Attorney General Katzenbach',
      editor: 'Roe, Jane Q. and The editors of Chancery',
      number: '73',
      note: 'Washington, November 19, 1964',
      url: 'https://example.org/sampler/d73.html',
      doi: '10.5072/sampler.1',
      isbn: '9780160505942',
    });
  });

  it('gives back the words of any edition, whatever signs of TeX they have, under keys of their own', () => {
    fc.assert(
      fc.property(anyEdition, (edition) => {
        const entries = readBibtex(bibtex(edition));
        expect(entries.length).toBe(edition.documents.length + 1);
        entries.slice(1).forEach(({ fields }, i) => {
          const one = edition.documents[i] ?? expect.fail();
          expect(texWords(fields.get('title') ?? '')).toBe(onOneLine(one.title));
          expect(texWords(fields.get('booktitle') ?? '')).toBe(onOneLine(edition.volume.title));
          const authors = fields.get('author');
          expect(authors === undefined ? 0 : bibtexNames(authors).length).toBe(
            one.senders.filter(({ name }) => onOneLine(name) !== '').length,
          );
        });
        const ids = new Set(edition.documents.map(({ id }) => id));
        expect(new Set(entries.slice(1).map(({ key }) => key)).size).toBe(ids.size);
      }),
      { numRuns: runs(150) },
    );
  });
});

describe('RIS', () => {
  it('gives back the words of any edition in lines that each belong to a field', () => {
    fc.assert(
      fc.property(anyEdition, (edition) => {
        const records = readRis(ris(edition));
        expect(records.length).toBe(edition.documents.length + 1);
        records.slice(1).forEach((record, i) => {
          const one = edition.documents[i] ?? expect.fail();
          const all = (tag: string): readonly string[] =>
            record.flatMap(([own, value]) => (own === tag ? [value] : []));
          expect(all('TY')).toEqual(['CHAP']);
          expect(all('TI')).toEqual([onOneLine(one.title)].filter((words) => words !== ''));
          expect(all('AU')).toEqual(one.senders.map(fullName).filter((name) => name !== ''));
          expect(all('ER')).toEqual(['']);
        });
      }),
      { numRuns: runs(150) },
    );
  });
});

describe('the table of documents', () => {
  it('has a row for each document, and no cell that a spreadsheet takes for a formula', () => {
    fc.assert(
      fc.property(anyEdition, (edition) => {
        const text = documentsCsv(edition);
        expect(text.startsWith('\uFEFF')).toBe(true);
        const [head = [], ...rows] = readCsv(text.slice(1));
        expect(rows.length).toBe(edition.documents.length);
        const title = head.indexOf('title');
        rows.forEach((row, i) => {
          expect(row.length).toBe(head.length);
          for (const cell of row) expect(cell).not.toMatch(/^[\s\p{Cc}]*[=+\-@]/u);
          const own = edition.documents[i]?.title.toWellFormed();
          expect([own, `'${own}`]).toContain(row[title]);
        });
      }),
      { numRuns: runs(150) },
    );
  });

  it('guards what would be run, and nothing else', () => {
    const titles = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '1-1', 'a=b', 'Says: "no", and goes'];
    const documents = titles.map((title, i) => ({ ...letter, id: `d${i}`, title }));
    const [, ...rows] = readCsv(documentsCsv({ ...full, documents }).slice(1));
    expect(rows.map((row) => row[3])).toEqual(["'=1+1", "'+1", "'-1", "'@SUM(A1)", "'\t=1", ...titles.slice(5)]);
  });

  it('says the same as data', () => {
    // biome-ignore lint/suspicious/noExplicitAny: what a reader of JSON gets
    const { volume, documents } = documentsJson(full) as any;
    expect(volume).toMatchObject({ id: 'sampler', address: 'https://example.org/sampler/' });
    expect(documents.length).toBe(full.documents.length);
    expect(documents.find(({ id }: { id: string }) => id === 'd73')).toMatchObject({
      number: '73',
      date: { when: '1964-11-19' },
      from: [{ kind: 'person', name: 'Rusk', family: 'Rusk', given: 'Dean', entry: 'p_RD1' }],
      address: 'https://example.org/sampler/d73.html',
    });
  });
});

describe('the fields of a page’s head', () => {
  /** As Zotero’s translator “Embedded Metadata” reads them: the kind of thing, its fields, its authors. */
  const zotero = (fields: ReturnType<typeof documentFields>): unknown => {
    const of = (name: string): readonly string[] =>
      fields.flatMap(({ field, content }) => (field === name ? [content] : []));
    const openGraph = { book: 'book', website: 'webpage' }[of('og:type')[0] ?? ''];
    return {
      itemType: openGraph ?? (of('citation_book_title').length > 0 ? 'bookSection' : 'journalArticle'),
      title: of('citation_title')[0],
      bookTitle: of('citation_book_title')[0],
      date: of('citation_publication_date')[0],
      pages: [of('citation_firstpage')[0], of('citation_lastpage')[0]].filter((page) => page !== undefined).join('-'),
      authors: of('citation_author').map((author) => author.split(', ')),
      ISBN: of('citation_isbn')[0],
      url: of('citation_public_url')[0],
    };
  };

  it('make a part of a book of a document for Zotero, with persons in their two parts as authors', () => {
    const own = { ...letter, pages: { first: '180', last: '181' } };
    expect(zotero(documentFields(own, full.volume, 'https://example.org/sampler/d73.html'))).toEqual({
      itemType: 'bookSection',
      title: letter.title,
      bookTitle: full.volume.title,
      date: citedVolume(full.volume).book.year,
      pages: '180-181',
      authors: [['Rusk', 'Dean']],
      ISBN: '9780160505942',
      url: 'https://example.org/sampler/d73.html',
    });
  });

  it('name no body as an author, whose name programs would part in two', () => {
    const embassy: Agent = { kind: 'organisation', name: 'Embassy in the Soviet Union', ids: [] };
    const fields = documentFields({ ...letter, senders: [embassy] }, full.volume);
    expect(fields.filter(({ field }) => field === 'citation_author')).toEqual([]);
  });
});
