import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { writeXhtml } from '../../src/formats/xhtml.js';
import type { PivotNode } from '../../src/model/pivot.js';
import { SourceFile } from '../../src/model/source-file.js';
import { interpret } from '../../src/transform/pivot.js';
import { identifyTei } from '../../src/volume/tei-identity.js';
import { editionsOf } from './editions-of.js';

/** What editions of other projects encode in the line, and what a reader sees of it; `*` round what is set in another type. */
const PHRASES: Readonly<Record<string, string>> = {
  '<choice><sic>recieve</sic><corr>receive</corr></choice>': 'recieve [receive]',
  '<choice><sic>and</sic><corr/></choice>': 'and [sic]',
  '<choice><orig>ye</orig><reg>the</reg></choice>': 'ye [the]',
  '<choice><abbr>Genl</abbr><expan>Gen<ex>era</ex>l</expan></choice>': 'Genl [Gen(era)l]',
  '<choice><unclear>this</unclear><unclear>that</unclear></choice>': 'this[?] [or that[?]]',
  '<choice><seg>one</seg><seg>two</seg></choice>': 'one [or two]',
  '<expan>D<ex>is</ex></expan>': 'D(is)',
  '<surplus>et</surplus>': '{et}',
  '<app><lem wit="#A">treaty</lem><rdg wit="#C">compact</rdg></app>': 'treaty [compact: C]',
  '<app><lem>treaty</lem><rdg wit="#B"/></app>': 'treaty [omitted: B]',
  '<app><rdg>peace</rdg><rdgGrp><rdg wit="#D">amity</rdg><rdg wit="#E">concord</rdg></rdgGrp></app>':
    'peace [amity: D] [concord: E]',
  '<app><lem>here</lem><note>perhaps</note></app>': 'here°',
  '<subst><del>hated</del><add>loved</add></subst>': '*hated*‹loved›',
  '<gap reason="illegible" extent="3" unit="chars"/>': '[3 chars illegible]',
  '<gap reason="lost" extent="unknown" unit="line"/>': '[unknown number of lines lost]',
  '<space quantity="2" unit="chars"/>': '[blank]',
  '<handShift new="#h2"/>': '[hand changes]',
  '<hi rend="bold italic">both</hi>': '**both**',
  '<hi rend="smallCaps">small</hi>': '*small*',
  '<hi style="font-style: italic">slanted</hi>': '*slanted*',
  '<hi rendition="#bold">thick</hi>': '*thick*',
  '<hi rendition="simple:superscript">th</hi>': '*th*',
  '<ptr target="#d2"/>': 'document 2',
  '<ptr target="#alder"/>': '“Alder Letters”',
  '<ptr target="other.xml#d9"/>': 'other.xml#d9',
  '<persName ref="#ford">Ford</persName>': 'Ford',
  '<cit><quote>All men</quote><bibl>Decl.</bibl></cit>': 'All men Decl.',
  '<note place="inline">in the line</note>': 'in the line',
  '<ruby><rb>base</rb><rt>gloss</rt></ruby>': 'base(gloss)',
  '<u>I oppose <pause/> it <vocal><desc>coughs</desc></vocal></u>': 'I oppose [pause] it [coughs]',
  '<graphic url="m.png"><desc>a map</desc></graphic>': 'a map',
  '<binaryObject mimeType="image/png">iVBORw0KGgo=</binaryObject>': '[image]',
  '<delSpan spanTo="#e1"/>gone<anchor xml:id="e1"/>': '[deleted from here] gone[end of what is deleted]',
  'trag<lb break="no"/>edy': 'tragedy',
  '<milestone unit="folio" n="3r"/>on': '[folio 3r]on',
  '<placeName ref="https://www.geonames.org/2">Paris</placeName>': 'Paris',
  '<index><term>war</term></index>peace': 'peace',
  '<person><persName>Ford</persName><birth when="1780"/><occupation>Clerk</occupation></person>':
    'Ford, born 1780, Clerk',
  '<biblStruct><monogr><title>Stones</title><imprint><pubPlace>Rome</pubPlace><date>1890</date></imprint></monogr></biblStruct>':
    '*Stones*, Rome, 1890',
  '<msDesc><msIdentifier><settlement>Rome</settlement><idno>7</idno></msIdentifier></msDesc>': 'Rome, 7',
  '<floatingText><body><p>Enclosed.</p></body></floatingText>': 'Enclosed.',
};

/** Where a phrase may stand: `{}`. */
const PLACES: readonly string[] = [
  '<p>before {} after</p>',
  '<p>before <hi rend="italic">{}</hi> after</p>',
  '<list><item>before {} after</item></list>',
  '<table><row role="label"><cell cols="2">Wide</cell></row><row><cell>before {} after</cell><cell>x</cell></row></table>',
  '<p>See<note n="1">before {} after</note></p>',
  '<quote><p>before {} after</p></quote>',
  '<head>before {} after</head>',
  '<lg><l>before {} after</l></lg>',
  '<sp><speaker>Mr. Pitt</speaker><p>before {} after</p></sp>',
];

function volume(documents: string, beside = '', profile = ''): SourceFile {
  return new SourceFile(
    'volume.xml',
    `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="v"><teiHeader><fileDesc><titleStmt><title>Papers</title></titleStmt>
<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc><encodingDesc><tagsDecl><rendition xml:id="bold">font-weight: bold</rendition></tagsDecl></encodingDesc>${profile}</teiHeader>
${beside}<text>${documents}</text></TEI>`,
  );
}

/** As many documents as there are phrases, each with one in a place, and what the phrases point to. */
function volumeOf(place: string): SourceFile {
  const documents = Object.keys(PHRASES).map(
    (phrase, i) =>
      `<div type="document" n="${i + 1}" xml:id="d${i + 1}">${place.replace('{}', phrase).replaceAll('"e1"', `"e1-${i}"`).replaceAll('"#e1"', `"#e1-${i}"`)}</div>`,
  );
  const back =
    '<back><div><listPerson><person xml:id="ford"><persName>John Ford</persName></person></listPerson><listBibl><bibl xml:id="alder">Alder <title>Letters</title></bibl></listBibl></div></back>';
  return volume(`<body>${documents.join('\n')}</body>${back}`);
}

const SET_OFF = new Set(['em', 'strong', 'del', 'sup', 'sub', 'u']);

/** What a reader sees, spaces as they are; the title and the record of a document are left out. */
function seen(node: PivotNode): string {
  if (typeof node === 'string') return node;
  const kind = node.attributes['class'] ?? '';
  if (kind === 'noteref') return '°';
  if (kind === 'backref' || kind === 'header') return '';
  if (kind === 'graphic') return '';
  const inner = node.children.map(seen).join('');
  if (SET_OFF.has(node.name) || kind === 'smallcaps') return `*${inner}*`;
  return /^(p|div|li|td|th|section|tr|h\d|blockquote|ul|dt|dd)$/.test(node.name) ? ` ${inner} ` : inner;
}

function articles(node: PivotNode): readonly PivotNode[] {
  if (typeof node === 'string') return [];
  return node.name === 'article' ? [node] : node.children.flatMap(articles);
}

const even = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What says that an edition is not as the TEI is. */
function alterations(found: readonly Diagnostic[]): readonly string[] {
  return found
    .filter(({ code, severity }) => severity === 'error' || /^TR0(01|1\d|18|4\d)$/.test(code))
    .map(({ code, message }) => `${code} ${message}`);
}

describe('what editions of other projects encode', () => {
  it.each(PLACES)('is seen as it is meant in %s', (place) => {
    const { value, diagnostics } = interpret(volumeOf(place));
    expect(alterations(diagnostics)).toEqual([]);
    const shown = articles(value?.pivot.body ?? '').map((article) => even(seen(article)).replace(/^See° /, ''));
    const isSetOff = place.includes('italic');
    const otherwise = Object.entries(PHRASES).flatMap(([phrase, words], i) => {
      const text = even((isSetOff ? shown[i]?.replace(/^before \*(.*)\* after$/s, 'before $1 after') : shown[i]) ?? '');
      return text.includes(words) && /before\b.*\bafter\b/.test(text) ? [] : [`${phrase}: ${text}`];
    });
    expect(otherwise).toEqual([]);
  });

  it('is in all editions, with all its words', () => {
    expect(alterations(editionsOf(volumeOf(PLACES[0] ?? '')).found)).toEqual([]);
  });

  it.each([
    '<fw>SECRET<note n="1">of a hand <fw>3</fw> unknown</note> EXDIS</fw>',
    '<figure><figDesc>A map<note n="1">of a hand <stamp>COPY</stamp> unknown</note> of Rome</figDesc></figure>',
    '<p>went <fw>SECRET<note n="1">see <fw>a<note n="2">or <stamp>b</stamp> c</note></fw> there</note></fw> on</p>',
  ])('has the furniture of notes that furniture calls: %s', (content) => {
    const { found } = editionsOf(volume(`<body><div type="document" n="1" xml:id="d1">${content}</div></body>`));
    expect(alterations(found)).toEqual([]);
  });

  it('keeps the spaces round words that the edition puts in', () => {
    const { value } = interpret(
      volume(
        '<body><div type="document" n="1" xml:id="d1"><p>See <ptr target="#d1"/> and <handShift/> then.</p></div></body>',
      ),
    );
    expect(even(seen(articles(value?.pivot.body ?? '')[0] ?? ''))).toBe('See document 1 and [hand changes] then.');
  });

  it.each([
    ['persName', 'https://viaf.org/viaf/1', 'https://viaf.org/viaf/1'],
    ['persName', 'gnd:1 http://d-nb.info/1', 'http://d-nb.info/1'],
    ['placeName', 'https://www.geonames.org/2', 'https://www.geonames.org/2'],
    ['orgName', 'https://www.wikidata.org/entity/Q1', 'https://www.wikidata.org/entity/Q1'],
    ['persName', 'viaf:1', undefined],
    ['rs', 'javascript://x', undefined],
  ])('links a %s of %s to its register', (name, ref, href) => {
    const { site } = editionsOf(
      volume(
        `<body><div type="document" n="1" xml:id="d1"><p>So <${name} ref="${ref}">Adams</${name}>.</p></div></body>`,
      ),
    );
    const made = /<a [^>]*href="([^"]*)"[^>]*>Adams</.exec(String(site.get('d1.html')));
    expect(made?.[1]).toBe(href);
  });

  it('parts no word by a choice in it', () => {
    const { value } = interpret(
      volume(
        '<body><div type="document" n="1" xml:id="d1"><p>sev<choice><orig>ē</orig><reg>en</reg></choice>th</p></div></body>',
      ),
    );
    expect(even(seen(articles(value?.pivot.body ?? '')[0] ?? ''))).toBe('sevē[en]th');
  });
});

describe('whole texts of other projects', () => {
  const person =
    '<listPerson><person xml:id="ford"><persName>John Ford</persName><note>A publisher.</note></person></listPerson>';
  const letter = '<body><div type="letter"><p>To <persName ref="#ford">Ford</persName>.</p></div></body>';
  const cases: Readonly<Record<string, readonly [SourceFile, readonly string[]]>> = {
    'with persons in the header': [
      volume(letter, '', `<profileDesc><particDesc>${person}</particDesc></profileDesc>`),
      ['John Ford', 'A publisher.', 'href="particDesc.html#ford"'],
    ],
    'with persons beside the text': [
      volume(letter, `<standOff>${person}</standOff>`),
      ['John Ford', 'href="standOff.html#ford"'],
    ],
    'with a transcription of the sheets': [
      volume(
        letter.replace(' ref="#ford"', ''),
        '<sourceDoc><surface><zone><line>First line</line></zone></surface></sourceDoc>',
      ),
      ['First line', 'To '],
    ],
    'with several texts in a group': [
      volume(
        '<group><text><body><p>One.</p></body></text><text><body><div><p>Two.</p></div></body></text></group><back><div><p>End.</p></div></back>',
      ),
      ['One.', 'Two.', 'End.'],
    ],
    'with divisions in a text that floats': [
      volume(
        '<body><div><p>Sir <floatingText><body><div><p>Inner.</p></div></body></floatingText></p></div><div><p>Next.</p></div></body>',
      ),
      ['Inner.', 'Next.'],
    ],
    'with divisions that have a type and no heading': [
      volume(
        '<body><div type="writingSession" n="1"><p>One.</p></div><div type="translation"><p>Two.</p></div></body>',
      ),
      ['Writing session 1', 'Translation'],
    ],
  };

  it.each(Object.entries(cases))('%s are in all editions', (_, [source, words]) => {
    const { found, site } = editionsOf(source);
    expect(alterations(found)).toEqual([]);
    const pages = [...site]
      .filter(([name]) => name.endsWith('.html'))
      .map(([, page]) => String(page))
      .join('\n');
    for (const word of words) expect(pages).toContain(word);
  });

  it.each([
    ['translation', 'original'],
    ['article', 'signatures'],
    ['Transcript', 'commentary'],
  ])('have the divisions of one text on its page: %s, %s', (first, second) => {
    const { site, found } = editionsOf(
      volume(
        `<body><div type="letter" xml:id="l1"><head>Letter</head><div type="${first}"><p>Sir<note>First</note>.</p></div><div type="${second}"><p>Monsieur.</p></div><closer>End.</closer></div><div type="chapter" xml:id="c1"><head>C</head><div xml:id="s1"><p>Own.</p></div></div></body>`,
      ),
    );
    expect(alterations(found)).toEqual([]);
    expect([...site.keys()].filter((name) => /^(?:section|l1|c1|s1)/.test(name))).toEqual([
      'l1.html',
      'c1.html',
      's1.html',
    ]);
    expect(String(site.get('l1.html'))).toMatch(/Sir[\s\S]*Monsieur[\s\S]*End\./);
  });

  it.each([
    ['<div xml:base="sub/"><graphic url="a.png"/></div>', 'sub/a.png'],
    ['<div xml:base="sub/x.xml"><figure xml:base="img/"><graphic url="./a.png"/></figure></div>', 'sub/img/a.png'],
    ['<div xml:base="https://example.org/"><graphic url="a.png"/></div>', 'a.png'],
    ['<div xml:base="sub/"><graphic url="https://example.org/a.png"/></div>', 'https://example.org/a.png'],
    ['<div xml:base="../"><graphic url="a.png"/></div>', '../a.png'],
  ])('find pictures from the base of what they stand in: %s', (blocks, url) => {
    const { value, diagnostics } = interpret(volume(`<body>${blocks}</body>`));
    expect(alterations(diagnostics)).toEqual([]);
    expect(writeXhtml(value?.pivot.body ?? expect.fail())).toContain(`data-url="${url}"`);
  });

  it.each([
    [
      '<div xml:base="https://example.org/v/"><p><ref target="other.xml#d3">x</ref></p></div>',
      'href="https://example.org/v/other.xml#d3"',
    ],
    [
      '<div xml:base="https://example.org/v/"><p xml:base="b/c.xml"><ref target="../d.html">x</ref></p></div>',
      'href="https://example.org/v/d.html"',
    ],
    [
      '<div xml:base="a/"><p xml:base="https://example.org/v/i.xml"><ref target="/d.html">x</ref></p></div>',
      'href="https://example.org/d.html"',
    ],
    [
      '<div xml:base="https://example.org/"><p><ptr target="d.html e.html"/></p></div>',
      'href="https://example.org/d.html"',
    ],
    ['<div xml:base="sub/"><p><ref target="other.xml#d3">x</ref></p></div>', 'data-target="other.xml#d3"'],
    [
      '<div xml:base="https://example.org/"><p xml:base="file:///etc/"><ref target="a.xml">x</ref></p></div>',
      'data-target="a.xml"',
    ],
    ['<div xml:base="javascript:alert(1)//"><p><ref target="a.xml">x</ref></p></div>', 'data-target="a.xml"'],
    ['<div xml:base="https://example.org/ a"><p><ref target="a.xml">x</ref></p></div>', 'data-target="a.xml"'],
    ['<div xml:base="https://example.org/"><p><ref target="a%zz.xml">x</ref></p></div>', 'data-target="a%zz.xml"'],
    ['<div xml:base="https://example.org/"><p xml:id="p1"><ref target="#p1">x</ref></p></div>', 'href="#p1"'],
    ['<div xml:base="https://example.org/"><p><ref target="urn:x:y">x</ref></p></div>', 'data-target="urn:x:y"'],
  ])('lead from references to where the base of what they stand in says: %s', (blocks, link) => {
    const { value, diagnostics } = interpret(volume(`<body>${blocks}</body>`));
    expect(alterations(diagnostics).filter((code) => code !== 'TR002')).toEqual([]);
    expect(writeXhtml(value?.pivot.body ?? expect.fail())).toContain(link);
  });

  it('name what a reference without words leads to', () => {
    const { value } = interpret(
      volume(
        '<body><div type="document" n="1" xml:id="d1"><p>See <ref target="#d1"/> and <ref target="#e1"/>.</p></div><div type="entry" xml:id="e1"><dateline>Friday 3</dateline><p>x</p></div></body>',
      ),
    );
    expect(even(seen(articles(value?.pivot.body ?? '')[0] ?? ''))).toBe('See document 1 and “Friday 3”.');
  });

  it('keep the span of a heading over the columns of a table', () => {
    const { value } = interpret(
      volume(
        '<body><div type="document" n="1" xml:id="d1"><table><row role="label"><cell cols="2">Wide</cell></row><row><cell>a</cell><cell>b</cell></row></table></div></body>',
      ),
    );
    expect(writeXhtml(value?.pivot.body ?? expect.fail())).toContain('colspan="2">Wide');
  });
});

describe('elements that no rule knows', () => {
  const shown = (blocks: string): string => {
    const { pivot, found } = editionsOf(
      volume(`<body><div type="document" n="1" xml:id="d1" xmlns:x="urn:x">${blocks}</div></body>`),
    );
    expect(alterations(found).filter((words) => !words.startsWith('TR001'))).toEqual([]);
    return even(seen(articles(pivot.body)[0] ?? ''));
  };

  it.each([
    ['<x:a>one</x:a><x:b>two</x:b>', 'one two'],
    [
      '<entry><form><orth>word</orth><pron>wud</pron></form><sense><def>meaning</def></sense></entry>',
      'word wud meaning',
    ],
    ['<x:r><x:a>one</x:a>\n<x:b>two</x:b></x:r><p>three</p>', 'one two three'],
    ['<list><item>one</item><x:a>two</x:a></list>', 'one two'],
    ['<list><label>one</label><item>two</item><x:a>three</x:a></list>', 'one two three'],
    ['<p>a <x:w>w<x:s>or</x:s>d</x:w> and<x:a><p>block</p></x:a></p>', 'a word and block'],
    ['<p><x:r><x:a>T</x:a><x:b>he</x:b></x:r></p>', 'The'],
  ])('keep their words apart where they are blocks, and together where they are words: %s', (blocks, words) => {
    expect(shown(blocks)).toBe(words);
  });
});

describe('words between the parts of a book', () => {
  const letter = (n: number): string =>
    `<div type="document" n="${n}" xml:id="d${n}"><head>${n}. Letter</head><p>Text ${n}<note n="1">Note ${n}</note>.</p></div>`;
  const { site, found } = editionsOf(
    volume(
      `<front><titlePage><docTitle><titlePart>Papers</titlePart></docTitle></titlePage><castList><head>Persons<note>Of them.</note></head><castItem><role>The King</role></castItem></castList><div><head>Preface</head><p>Before.</p></div><epigraph><p>All men.</p></epigraph></front>
<body><div type="chapter" xml:id="c1"><head>Chapter</head>${letter(1)}<p>Between.</p>${letter(2)}<p>Closing<note>Of it.</note>.</p><pb n="9"/></div><div type="chapter" xml:id="c2"><head>Next</head>${letter(3)}</div><figure><head>A vase</head></figure><trailer>Finis.</trailer></body>
<back><div xml:id="app"><head>Appendix</head><p>More.</p></div></back>`,
    ),
  );
  const page = (name: string): string => String(site.get(`${name}.html`));

  it('are all there', () => {
    expect(alterations(found)).toEqual([]);
  });

  it.each([
    ['d2', 'Between.'],
    ['d2', 'Closing'],
    ['d3', 'A vase'],
    ['d3', 'Finis.'],
    ['undivided-front', 'The King'],
    ['undivided-front', 'Of them.'],
    ['undivided-front-2', 'All men.'],
    ['c2', 'data-n="9"'],
  ])('stand on %s: %s', (name, words) => {
    const pages = [...site].filter(([file, text]) => file.endsWith('.html') && String(text).includes(words));
    expect(pages.map(([file]) => file)).toEqual([`${name}.html`]);
  });

  it('stand before the text that they precede and behind the text that they follow', () => {
    const at = (words: string): number => page('d2').indexOf(words);
    expect(at('Between.')).toBeLessThan(at('Text 2'));
    expect(at('Closing')).toBeGreaterThan(at('Note 2'));
  });
});

describe('what is told in the words of an editor', () => {
  it.each([
    ['<TEI><text/></TEI>', 'the root element is `TEI` in no namespace'],
    ['<TEI.2><text/></TEI.2>', 'the root element is `TEI.2` in no namespace'],
    ['<!doctype TEI><TEI xmlns="http://www.tei-c.org/ns/1.0"/>', '`DOCTYPE`, which is written in capitals'],
  ])('%s', (text, words) => {
    const { diagnostics } = identifyTei(new SourceFile('v.xml', text), 'v');
    const [found] = [...diagnostics, ...interpret(new SourceFile('v.xml', text)).diagnostics];
    expect(found?.message).toContain(words);
  });

  const told = (inner: string, header = ''): readonly string[] =>
    interpret(
      volume(
        `<body><div type="document" n="1" xml:id="d1"><p>So ${inner}.</p></div><divGen type="figures"/></body>`,
        '',
        header,
      ),
    ).diagnostics.map(({ code, message, place }) => `${code} ${place?.start?.line} ${message}`);

  it('says which list is not made', () => {
    const [only, ...others] = told('it is');
    expect(others).toEqual([]);
    expect(only).toMatch(/^TR048 3 .*“figures”/);
  });

  it('says what a pointer leads to that no edition shows', () => {
    const hands = '<profileDesc><handNotes><handNote xml:id="h.1">Clerk</handNote></handNotes></profileDesc>';
    expect(told('<ref target="#h.1">his hand</ref>', hands)).toContainEqual(
      expect.stringMatching(/^TR049 3 .*#h\.1, a `handNote`/),
    );
    expect(told('<ref target="#hx1">his hand</ref>', hands)).toContainEqual(expect.stringMatching(/^TR002 3 /));
  });

  it('names the place of a pointer into another file', () => {
    const { diagnostics } = interpret(
      volume(
        '<body><div type="document" n="1" xml:id="d1"><p>See <ref target="other.xml#d9">that</ref>.</p></div></body>',
      ),
    );
    const found = diagnostics.find(({ code }) => code === 'TR002');
    expect(found?.message).toContain('other.xml#d9');
    expect(found?.place?.start?.line).toBe(3);
  });
});
