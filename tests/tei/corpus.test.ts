import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseXml, placeOf, readXml } from '../../src/formats/sax.js';
import { SourceFile } from '../../src/model/source-file.js';
import { corpusAsVolume } from '../../src/tei/corpus.js';
import { createValidator } from '../../src/validate/validate.js';

const header = (title: string, more = '', profile = ''): string =>
  `<teiHeader><fileDesc><titleStmt><title>${title}</title></titleStmt><publicationStmt><p>x</p></publicationStmt><sourceDesc>${more === '' ? '<p>y</p>' : more}</sourceDesc></fileDesc>${profile}</teiHeader>`;
const corpus = (content: string): SourceFile =>
  new SourceFile(
    'c.xml',
    `<teiCorpus xmlns="http://www.tei-c.org/ns/1.0" xml:id="c">${header('C')}\n${content}</teiCorpus>`,
  );
const bodyOf = (content: string): string | undefined =>
  /<body>(.*)<\/body>/s.exec(corpusAsVolume(corpus(content)).source.text)?.[1]?.trim();

/** The words of a document, but those of headers. */
function words(source: SourceFile): string {
  let depth = 0;
  let text = '';
  readXml(source, {
    startTag: ({ local }) => {
      if (local === 'teiHeader' || depth > 0) depth++;
    },
    endTag: () => {
      if (depth > 0) depth--;
    },
    text: (data) => {
      if (depth === 0) text += ` ${data}`;
    },
  });
  return text.replace(/\s+/g, ' ').trim();
}

describe('a corpus as a volume', () => {
  it('takes a text that has documents in chapters for a volume among volumes', () => {
    const document = '<div type="document" xml:id="d1" n="1"><head>1. A</head><p>Sir,</p></div>';
    const chapter = `<div type="chapter" xml:id="ch1"><head>Ports</head>${document}</div>`;
    const body = bodyOf(`<TEI xml:id="v1">${header('First Volume')}<text><body>${chapter}</body></text></TEI>`);
    expect(body).toBe(`<div type="compilation" xml:id="v1" n="1"><head>First Volume</head>${chapter}</div>`);
  });

  it.each([
    [
      'a text with the title of its header',
      `<TEI xml:id="l1">${header('Adams to Jay')}<text><body><p>Sir,</p></body></text></TEI>`,
      '<div type="document" subtype="historical-document" xml:id="l1" n="1"><head>Adams to Jay</head><p>Sir,</p></div>',
    ],
    [
      'a text with its own heading',
      `<TEI>${header('A')}<text><body><head>B</head><p>Sir,</p></body></text></TEI>`,
      '<div type="document" subtype="historical-document" xml:id="d1" n="1"><head>B</head><p>Sir,</p></div>',
    ],
    [
      'a document as it is',
      `<TEI>${header('A')}<text><body><div type="document" xml:id="d7" n="7"><head>7. B</head></div></body></text></TEI>`,
      '<div type="document" xml:id="d7" n="7"><head>7. B</head></div>',
    ],
    [
      'a corpus as a chapter',
      `<teiCorpus>${header('Part')}<TEI>${header('A')}<text><body><p>x</p></body></text></TEI></teiCorpus>`,
      '<div type="chapter"><head>Part</head><div type="document" subtype="historical-document" xml:id="d1" n="1"><head>A</head><p>x</p></div></div>',
    ],
    [
      'namespaces and languages',
      `<TEI xml:lang="fr" xmlns:f="urn:f">${header('A')}<text><body><p f:n="1">x</p></body></text></TEI>`,
      '<div type="document" subtype="historical-document" xml:id="d1" n="1"><head>A</head><p xmlns:f="urn:f" xml:lang="fr" f:n="1">x</p></div>',
    ],
    [
      'a TEI that only holds others as a chapter',
      `<TEI>${header('Part')}<TEI>${header('A')}<text><body><p>x</p></body></text></TEI></TEI>`,
      '<div type="chapter"><head>Part</head><div type="document" subtype="historical-document" xml:id="d1" n="1"><head>A</head><p>x</p></div></div>',
    ],
    [
      'a TEI that holds others behind its own text',
      `<TEI>${header('A')}<text><body><p>x</p></body></text><TEI>${header('B')}<text><body><p>y</p></body></text></TEI></TEI>`,
      '<div type="document" subtype="historical-document" xml:id="d1" n="1"><head>A</head><p>x</p></div><div type="document" subtype="historical-document" xml:id="d2" n="2"><head>B</head><p>y</p></div>',
    ],
  ])('has %s', (_, content, expected) => {
    expect(bodyOf(content)).toBe(expected);
  });

  it.each([
    ['', '<div type="document" subtype="historical-document" xml:id="d1" n="1"><head>A</head><p>x</p></div>'],
    [
      '<text><body><div><p>own</p></div></body></text>',
      '<div><p>own</p></div><div type="document" subtype="historical-document" xml:id="d1" n="1"><head>A</head><p>x</p></div>',
    ],
  ])('may be a TEI that holds others, with its own text: %s', (own, expected) => {
    const inner = `<TEI>${header('A')}<standOff><p>r</p></standOff><text><body><p>x</p></body></text></TEI>`;
    const source = new SourceFile(
      't.xml',
      `<TEI xmlns="http://www.tei-c.org/ns/1.0">${header('C')}${own}${inner}</TEI>`,
    );
    const made = corpusAsVolume(source);
    expect(/<body>(.*)<\/body>/s.exec(made.source.text)?.[1]).toBe(expected);
    expect(made.source.text).toContain('</teiHeader><standOff><p>r</p></standOff><text>');
    expect(made.diagnostics.map((d) => d.code)).toEqual(['IN056']);
  });

  const both = `<TEI xml:id="l1">${header('A', '<msDesc><msIdentifier/></msDesc>', '<profileDesc><creation>then</creation></profileDesc>')}<facsimile/><text><front><div><p>one</p></div></front><group><text><body><p>two</p></body></text><text><body><p>three</p></body></text></group><back><p>four</p></back></text></TEI>`;

  it('ties what a header says of its document to it, and tells what it leaves', () => {
    const { source, diagnostics } = corpusAsVolume(corpus(both));
    expect(source.text).toContain(
      '<sourceDesc><msDesc corresp="#l1"><msIdentifier/></msDesc></sourceDesc></fileDesc><profileDesc><creation corresp="#l1">then</creation></profileDesc></teiHeader>',
    );
    expect(diagnostics.map((d) => d.code)).toEqual(['IN056', 'IN057']);
    expect(diagnostics[0]?.message).toContain('`publicationStmt`');
  });

  it('loses no word, is well-formed, and keeps its places', () => {
    const given = corpus(`${both}\n<TEI>${header('Z')}<text><body>\n<p>five</p></body></text></TEI>`);
    const { source } = corpusAsVolume(given);
    expect(parseXml(source, {})).toEqual([]);
    expect(words(source)).toBe('A one two three four Z five');
    expect(words(given)).toBe('one two three four five');
    const lines: (number | undefined)[] = [];
    readXml(source, {
      startTag: ({ local }, start, end) => local === 'p' && lines.push(placeOf(source, start, end).start?.line),
    });
    expect(lines.slice(-2)).toEqual([2, 4]);
  });

  it('is nothing but a corpus', () => {
    const source = new SourceFile('a.xml', '<TEI xmlns="http://www.tei-c.org/ns/1.0"><!-- teiCorpus --></TEI>');
    expect(corpusAsVolume(source).source).toBe(source);
  });
});

/** Divisions as the TEI has them (Guidelines, 4.1.1): of any type or none, in one another, a heading first, divisions last. */
function divisions(depth: number): fc.Arbitrary<string> {
  return fc
    .record({
      type: fc.option(fc.constantFrom('letter', 'section', 'part', 'chapter', 'x-1')),
      n: fc.option(fc.constantFrom('1', 'II', 'a')),
      head: fc.option(fc.constant('<head>H</head>')),
      blocks: fc.array(fc.constantFrom('<p>a</p>', '<pb n="2"/>', '<list><item>b</item></list>', '<note>c</note>'), {
        maxLength: 3,
      }),
      inner: depth === 0 ? fc.constant([]) : fc.array(divisions(depth - 1), { maxLength: 2 }),
      closer: fc.option(fc.constant('<closer>d</closer>')),
    })
    .map(({ type, n, head, blocks, inner, closer }) => {
      const attributes = Object.entries({ type, n }).map(([name, value]) =>
        value === null ? '' : ` ${name}="${value}"`,
      );
      return `<div${attributes.join('')}>${head ?? ''}${blocks.join('')}<p>e</p>${inner.join('')}${closer ?? ''}</div>`;
    });
}

describe('a corpus whose texts have divisions of their own', () => {
  it('is valid, whatever they are', async () => {
    const { value: validator } = await createValidator({ strength: 'legacy', only: ['relaxng'] });
    fc.assert(
      fc.property(
        fc.array(fc.array(divisions(2), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
        (texts) => {
          const members = texts.map((divs) => `<TEI>${header('A')}<text><body>${divs.join('')}</body></text></TEI>`);
          const { source } = corpusAsVolume(corpus(members.join('')));
          const errors = validator?.validate(source).filter(({ severity }) => severity === 'error');
          expect(errors?.map(({ message }) => message)).toEqual([]);
        },
      ),
    );
  });
});
