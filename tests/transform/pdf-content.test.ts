import { describe, expect, it } from 'vitest';
import type { Block, Part } from '../../src/model/page-content.js';
import { SourceFile } from '../../src/model/source-file.js';
import { pageContentOf } from '../../src/transform/pdf.js';
import { renderPivot } from '../../src/transform/pivot.js';

/** The blocks of the only document of a volume. */
function blocksOf(content: string): readonly Block[] {
  const tei = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="v"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt>
    <sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader><text><body><div type="document" n="1" xml:id="d1"><head>1. Telegram</head>${content}</div></body></text></TEI>`;
  const { value } = renderPivot(new SourceFile('v.xml', tei));
  if (value === undefined) throw new Error('no pivot: is the program built?');
  const documents = (parts: readonly Part[]): readonly Part[] =>
    parts.flatMap((part) => (part.kind === 'document' ? [part] : documents(part.parts)));
  return documents(pageContentOf(value).parts)[0]?.blocks ?? [];
}

function rolesOf(content: string): readonly string[] {
  return blocksOf(content).map((block) => (block.type === 'paragraph' ? block.role : block.type));
}

describe('the page content of a document', () => {
  it('keeps the lines of an opener with the text that they open', () => {
    const opener = `<opener><dateline><placeName>Hanoi</placeName>, <date when="1949-04-30">April 30, 1949</date></dateline>
      <seg rendition="#left">CONFIDENTIAL</seg><salute>Dear Mr. Secretary:</salute></opener>`;
    expect(rolesOf(`${opener}<p>34. Text.</p>`).slice(1)).toEqual(['dateline', 'heading-line', 'heading-line', 'text']);
  });

  it('does not keep what is flush left in the text', () => {
    expect(rolesOf('<p rend="flushleft">Text.</p><closer><salute>Sincerely,</salute></closer>').slice(1)).toEqual([
      'text-flush',
      'text-flush',
    ]);
  });
});

describe('the page content of another edition', () => {
  const part = (n: number, content: string): string => `<div type="year"><head>Letters of ${n}</head>${content}</div>`;
  const letter = (n: number): string => `<div type="letter"><head>Letter ${n}</head><p>The cranes came.</p></div>`;
  const tei = (body: string): string =>
    `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="v"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader><text><body>${body}</body></text></TEI>`;

  it('has its outermost divisions as chapters, and lists what they hold', () => {
    const source = new SourceFile('v.xml', tei(part(1790, letter(1) + letter(2)) + part(1791, letter(3))));
    const { value } = renderPivot(source);
    if (value === undefined) throw new Error('no pivot: is the program built?');
    const { parts } = pageContentOf(value);
    expect(parts.map(({ kind, title }) => `${kind} ${title}`)).toEqual([
      'titlepage ',
      'contents Contents',
      'chapter Letters of 1790',
      'chapter Letters of 1791',
    ]);
    const entries = (parts[1]?.blocks ?? []).flatMap((block) =>
      block.type === 'paragraph' && block.role === 'contents-entry' ? [block] : [],
    );
    expect(
      entries.map(({ inlines, depth = 0 }) => [depth, inlines[0]?.type === 'text' ? inlines[0].text : '']),
    ).toEqual([
      [0, 'Letters of 1790'],
      [1, 'Letter 1'],
      [1, 'Letter 2'],
      [0, 'Letters of 1791'],
      [1, 'Letter 3'],
    ]);
  });
});

describe('the front of a book', () => {
  const volume = (front: string, titles = ''): Part[] => {
    const document = (n: number): string =>
      `<div type="document" n="${n}" xml:id="d${n}"><head>${n}. Telegram</head><p>Text.</p></div>`;
    const tei = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="v"><teiHeader><fileDesc><titleStmt><title type="complete">T</title>${titles}</titleStmt><publicationStmt><p/></publicationStmt>
      <sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader><text>${front}<body><div type="chapter" xml:id="ch1">${document(1)}${document(2)}</div></body></text></TEI>`;
    const { value } = renderPivot(new SourceFile('v.xml', tei));
    if (value === undefined) throw new Error('no pivot: is the program built?');
    return [...pageContentOf(value).parts];
  };
  const linesOf = (part: Part | undefined): readonly string[] =>
    (part?.blocks ?? []).map((block) =>
      block.type === 'paragraph'
        ? block.inlines.map((inline) => (inline.type === 'text' ? inline.text : '')).join('')
        : '',
    );

  it('has a half-title with series, number and title, also where the TEI has no title page', () => {
    const titles = `<title type="series">Foreign Relations</title><title type="subseries">1964–1968</title>
      <title type="volumenumber">Volume XIV</title><title type="volume">Soviet Union</title>`;
    expect(linesOf(volume('', titles)[0])).toEqual(['Foreign Relations', '1964–1968, Volume XIV', 'Soviet Union']);
    expect(linesOf(volume('')[0])).toEqual(['T']);
  });

  it('parts publisher, place and date of the imprint into lines, its back standing at the foot of the overleaf page', () => {
    const page = `<front><titlePage><docTitle><titlePart type="volume">Soviet Union</titlePart></docTitle><docImprint><publisher>Office</publisher>
      <pubPlace>Washington</pubPlace> <docDate>2001</docDate><pb n="II" xml:id="pg_II"/>For sale by the Superintendent.</docImprint></titlePage></front>`;
    const [, title, back] = volume(page);
    const imprint = title?.blocks.at(-1);
    const breaks = imprint?.type === 'paragraph' ? imprint.inlines.filter(({ type }) => type === 'line-break') : [];
    expect(breaks.length).toBeGreaterThanOrEqual(2);
    expect(back?.overleaf).toBe(true);
  });

  it('gives a part without a heading no name of its own', () => {
    const titles = (parts: readonly Part[]): readonly string[] =>
      parts.flatMap((part) => [part.title, ...titles(part.parts)]);
    expect(titles(volume('')).join(' ')).not.toContain('Untitled');
  });
});

describe('what a book has at its end', () => {
  const tei = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="v"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt>
    <sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader><text><front><div type="section" subtype="persons" xml:id="persons"><head>Persons</head><list type="names">
    <item><hi rend="strong"><persName xml:id="p_RD1">Rusk, Dean</persName>,</hi> Secretary of State</item>
    <item><hi rend="strong"><persName xml:id="p_AB1">Absent, Anna</persName>,</hi> named nowhere</item></list></div></front>
    <body><div type="chapter" xml:id="ch1"><head>Chapter</head>
    <div type="document" n="1" xml:id="d1"><head>1. Telegram</head><dateline><date when="1964-03-01">March 1, 1964</date></dateline><p><persName corresp="#p_RD1">Rusk</persName> wrote.</p></div>
    <div type="document" n="2" xml:id="d2"><head>2. Letter</head><dateline><date when="1964-01-02">January 2, 1964</date></dateline><p>Text.</p></div></div></body></text></TEI>`;
  const book = (options?: Parameters<typeof pageContentOf>[2]) => {
    const { value } = renderPivot(new SourceFile('v.xml', tei));
    if (value === undefined) throw new Error('no pivot: is the program built?');
    return pageContentOf(value, undefined, options);
  };
  const linesOf = (part: Part | undefined): readonly string[] =>
    (part?.blocks ?? []).map((block) =>
      block.type === 'paragraph'
        ? block.inlines
            .map((inline) =>
              inline.type === 'text' ? inline.text : inline.type === 'mentions' ? ` @${inline.of}` : '',
            )
            .join('')
        : '',
    );
  const index = { size: 8, leading: 10, columns: 2, made: 'auto', chronology: true } as const;

  it('is an index of those whom the text names, of chapters with their documents, and the documents by date', () => {
    const [chronology, names] = book({ index }).parts.slice(-2);
    expect(linesOf(chronology)).toEqual([
      'Documents by Date',
      'January 2, 1964: 2. Letter',
      'March 1, 1964: 1. Telegram',
    ]);
    expect(linesOf(names)).toEqual([
      'Index',
      'Chapter',
      'Document 1, March 1, 1964',
      'Document 2, January 2, 1964',
      'Rusk, Dean @p_RD1',
    ]);
    expect([chronology?.made, names?.made]).toEqual([true, true]);
  });

  it('is nothing where nobody asks for it, as in an offprint', () => {
    expect(book().parts.some(({ kind }) => kind === 'index')).toBe(false);
    expect(book({ index: { ...index, made: 'never', chronology: false } }).parts).toHaveLength(book().parts.length);
  });

  it('takes the short titles of the manifest', () => {
    const { runningTitle, parts } = book({ shortTitles: { volume: 'Short', ch1: 'Brief' } });
    expect(runningTitle).toBe('Short');
    expect(parts.find(({ id }) => id === 'ch1')?.shortTitle).toBe('Brief');
  });
});
