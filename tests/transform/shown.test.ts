import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Paragraph, Part } from '../../src/model/page-content.js';
import { SourceFile } from '../../src/model/source-file.js';
import { runs } from '../runs.js';
import { editionsOf, errorsOf, pageOf, volumeOf, wordsOf } from './editions-of.js';

/** What a reader of the first document sees, on the site and in print. */
function seen(blocks: string): { site: string; print: string } {
  const made = editionsOf(volumeOf(blocks), undefined, true);
  expect(errorsOf(made)).toEqual([]);
  const first = partOf(made.content.parts, 'd1');
  return { site: wordsOf(pageOf(made)).replace('1. Letter ', ''), print: first.blocks.slice(1).map(printed).join(' ') };
}

function partOf(parts: readonly Part[], id: string): Part {
  const all = parts.flatMap(function all(part: Part): Part[] {
    return [part, ...part.parts.flatMap(all)];
  });
  const found = all.find((part) => part.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

function printed(block: Block): string {
  if (block.type === 'paragraph') return lineOf(block);
  if (block.type === 'list') return block.items.map((item) => item.map(printed).join(' ')).join(' ');
  if (block.type === 'group') return block.blocks.map(printed).join(' ');
  return '';
}

function lineOf({ label = [], inlines }: Paragraph): string {
  const text = (runs: Paragraph['inlines']): string =>
    runs.map((run) => (run.type === 'text' ? run.text : '')).join('');
  return `${text(label)} ${text(inlines)}`.trim();
}

describe('what the editors supply, mark and leave out', () => {
  it.each([
    ['<p>was <supplied reason="damage">then</supplied> gone</p>', 'was [then] gone'],
    ['<p>was <supplied> then </supplied>gone</p>', 'was [then] gone'],
    ['<p>Amst<supplied>er</supplied>dam</p>', 'Amst[er]dam'],
    ['<p>is <unclear>perhaps</unclear>, or</p>', 'is perhaps[?], or'],
    ['<p>no<add place="above">yes</add></p>', 'no‹yes›'],
    ['<p><sic>teh</sic> yard</p>', 'teh [sic] yard'],
    ['<p><sic>teh</sic> [sic] yard</p>', 'teh [sic] yard'],
    ['<p><choice><sic>teh</sic><corr>the</corr></choice> yard</p>', 'teh [the] yard'],
    ['<p>a <corr>b</corr> c</p>', 'a [b] c'],
    ['<p>a <gap reason="illegible" quantity="2" unit="words"/> b</p>', 'a [2 words illegible] b'],
    ['<p>a <gap quantity="1" unit="lines"/> b</p>', 'a [gap of 1 line] b'],
    ['<p>a <gap reason="not-declassified" extent="1½ lines"/> b</p>', 'a [1½ lines not declassified] b'],
    ['<p>a <gap/> b</p>', 'a [gap] b'],
    ['<p>a <gap reason="damage"><desc>torn corner</desc></gap> b</p>', 'a [torn corner] b'],
    // The words around say it already.
    [
      '<p>a [<hi rend="italic"><gap reason="not-declassified"/>1 line not declassified</hi>] b</p>',
      'a [1 line not declassified] b',
    ],
    ['<p>a <gap reason="omitted"/>[Omitted here.] b</p>', 'a [Omitted here.] b'],
    ['<p>a [1 line not declassified]<gap reason="not-declassified"/> b</p>', 'a [1 line not declassified] b'],
    ['<p>a [note] <gap reason="illegible"/> b</p>', 'a [note] [illegible] b'],
  ])('%s', (blocks, expected) => {
    expect(seen(blocks)).toEqual({ site: expected, print: expected });
  });

  it('are told from the text by more than their looks', () => {
    const page = pageOf(editionsOf(volumeOf('<p><del>a</del> <add>b</add></p>'), undefined, false));
    expect(page).toMatch(/<del>a<\/del> <ins class="add">/);
  });
});

describe('furniture of the page', () => {
  it.each([
    ['<p>went to <fw>MOSCOW 1</fw> the ministry.</p>', 'went to the ministry. MOSCOW 1'],
    ['<p>Amster<fw>SECRET</fw>dam.</p>', 'Amsterdam. SECRET'],
    ['<p>a <hi rend="italic">b <stamp>RECEIVED</stamp> c</hi> d</p>', 'a b c d RECEIVED'],
    ['<list><item>a <fw>F</fw> b</item></list>', 'a b F'],
    ['<p>a <fw>F <stamp>S</stamp> F</fw> b</p>', 'a b F S F'],
    ['<opener>Dear <fw>F</fw> Sir</opener>', 'Dear Sir F'],
  ])('leaves the sentence whole: %s', (blocks, expected) => {
    expect(seen(blocks)).toEqual({ site: expected, print: expected });
  });
});

describe('a line or page that ends within a word', () => {
  it.each([
    ['Amster<lb break="no"/>dam', 'Amsterdam'],
    ['Haar-<lb break="no"/>lem', 'Haarlem'],
    ['Haar-\n  <lb break="no"/>lem', 'Haarlem'],
    ['Haar­<lb break="no"/>lem', 'Haarlem'],
    ['Anglo-<lb break="no"/>Saxon', 'Anglo-Saxon'],
    ['Rot-<pb n="3" break="no"/><fw>3</fw>terdam', 'Rotterdam 3'],
    ['Rot-<pb n="3" break="no"/><lb break="no"/>terdam', 'Rotterdam'],
    ['<hi rend="italic">Haar-</hi><lb break="no"/>lem', 'Haarlem'],
  ])('%s', (words, expected) => {
    expect(seen(`<p>${words}</p>`)).toEqual({ site: expected, print: expected });
  });
});

describe('lists', () => {
  const print = (list: string): string => seen(list).print;
  it.each([
    ['<list rend="bulleted"><item>a</item><item>b</item></list>', '• a • b'],
    ['<list rend="numbered"><item>a</item><item>b</item></list>', '1. a 2. b'],
    ['<list type="ordered"><item n="4">a</item><item>b</item></list>', '4. a 5. b'],
    ['<list><item n="a">one</item><item n="b">two</item></list>', 'a. one b. two'],
    ['<list><item n="(5)">a</item><item n="IV">b</item></list>', '(5) a IV. b'],
    ['<list rend="numbered"><item>1. a</item><item>(b) b</item><item>c</item></list>', '1. a (b) b 3. c'],
    [
      '<list rend="numbered"><item>A. Smith</item><item>B. Jones</item><item>J. Doe</item></list>',
      'A. Smith B. Jones 3. J. Doe',
    ],
    ['<list rend="bulleted"><item>— a</item><item>b</item></list>', '— a • b'],
    ['<list rend="bulleted"><item>a<list rend="bulleted"><item>b</item></list></item></list>', '• a – b'],
    [
      `<list rend="bulleted"><item>a${'<list rend="bulleted"><item>b'.repeat(3)}${'</item></list>'.repeat(4)}`,
      '• a – b • b – b',
    ],
    // What the series has: a list that says nothing of marks is printed as it is.
    ['<list><item>1. a</item><item>b</item></list>', '1. a b'],
    ['<list type="participants"><item>Mr. A</item></list>', 'Mr. A'],
    ['<list><label>a.</label><item>one</item></list>', 'a. one'],
  ])('in print: %s', (list, expected) => {
    expect(print(list)).toBe(expected);
  });

  it('are lists of HTML, whose numbers are those of the TEI', () => {
    const list =
      '<list rend="numbered"><item n="4">a</item><item>b</item></list><list rend="bulleted"><item>c</item></list>';
    const made = editionsOf(volumeOf(list));
    for (const page of [pageOf(made), String(made.epub.get('EPUB/text/d1.xhtml'))]) {
      expect(page).toContain('<ol class="numbered rend-numbered"><li value="4">a</li><li>b</li></ol>');
      expect(page).toContain('<ul class="bulleted rend-bulleted"><li>c</li></ul>');
    }
    // ISO 32000-1, 14.8.4.3.3: an item is its label and its body.
    expect(made.pdf.split('/S /Lbl')).toHaveLength(4);
    expect(made.pdf.split('/S /LBody')).toHaveLength(4);
  });
});

describe('a note numbered 0', () => {
  const made = editionsOf(
    volumeOf('<p>a<note n="1">one</note> b<note n="0" type="source" xml:id="s">Source: Papers.</note></p>'),
  );
  it('is the source note, without a number, before the others', () => {
    expect(errorsOf(made)).toEqual([]);
    for (const page of [pageOf(made), String(made.epub.get('EPUB/text/d1.xhtml'))]) {
      expect(page).toMatch(/id="s-ref"[^>]*>Source<\/a>/);
      expect(page).not.toMatch(/>0\s*</);
      expect(page.indexOf('Source: Papers.')).toBeLessThan(page.lastIndexOf('>one<'));
    }
    expect(made.content.notes.find(({ id }) => id === 's')).toMatchObject({ label: '' });
    expect(JSON.stringify(made.content)).not.toContain('"label":"0"');
    // Calls are no words of a heading where it is listed.
    const { path, text } = volumeOf('<p>x</p>');
    const called = text.replace('1. Letter</head>', '1. Letter<note n="0">Source: x.</note></head>');
    const headed = editionsOf(new SourceFile(path, called), undefined, false);
    expect(errorsOf(headed)).toEqual([]);
    expect(String(headed.site.get('index.html'))).toContain('1. Letter</a>');
  });
});

describe('entries for an index', () => {
  const entry = (...terms: readonly string[]): string =>
    `<index indexName="subjects">${terms.map((term) => `<term>${term}</term>`).join('<index>')}${'</index>'.repeat(terms.length)}`;
  const made = editionsOf(
    volumeOf(
      `<p>Cranes${entry('cranes', 'price of')} are ${entry('Éclair')}big${entry('yard')}, yes${entry('yard')}.</p>`,
      `<p>Yards${entry('yard')}.</p>`,
    ),
  );
  it('may have a note, which is no note of the text', () => {
    const noted = editionsOf(
      volumeOf(`<p>Cranes<note>Of Ichikawa.</note>${entry('cranes<note>in the entry</note>')}.</p>`),
    );
    expect(errorsOf(noted)).toEqual([]);
    expect(wordsOf(pageOf(noted))).not.toContain('in the entry');
    expect(wordsOf(pageOf(noted))).toContain('Of Ichikawa.');
  });

  it('stand in no text, and make an index with links and pages', () => {
    expect(errorsOf(made)).toEqual([]);
    expect(wordsOf(pageOf(made))).toBe('1. Letter Cranes are big, yes.');
    const index = String(made.site.get('made-index-subjects.html'));
    expect([...index.matchAll(/class="entry">([^<]*)/g)].map((m) => m[1])).toEqual([
      'cranes',
      'price of',
      'Éclair',
      'yard',
    ]);
    expect(index).toMatch(
      /yard<\/span><span class="comma">, <\/span><a class="locator" href="d1.html#index-entry-3"[^>]*>1<\/a>/,
    );
    expect(index).toMatch(/href="d2.html#index-entry-5"[^>]*>2<\/a>/);
    expect(made.content.parts.at(-1)).toMatchObject({ kind: 'index', made: true, title: 'Index' });
  });
});

describe('figures', () => {
  it.each([
    ['<figure><head>Plan</head><graphic url="m.png"/><figDesc>Map</figDesc></figure>', 'Plan', 'Map'],
    ['<figure><graphic url="m.png"/><figDesc>Map</figDesc><head>Plan</head></figure>', 'Plan', 'Map'],
    ['<figure><graphic url="m.png"/><figDesc>Map</figDesc></figure>', '', 'Map'],
    ['<figure><graphic url="m.png"/><p>Plan</p></figure>', 'Plan', 'Plan'],
    ['<figure><figDesc>Map</figDesc></figure>', 'Map', undefined],
  ])('show a description once: %s', (figure, words, alternative) => {
    const made = editionsOf(volumeOf(`<p>a</p>${figure}`));
    expect(errorsOf(made)).toEqual([]);
    expect(wordsOf(pageOf(made))).toBe(`1. Letter a ${words}`.trim());
    expect(/class="graphic"[^>]* aria-label="([^"]*)"/.exec(pageOf(made))?.[1]).toBe(alternative);
  });
});

describe('no mark of the edition is taken for text, and no text for a mark', () => {
  const word = fc.constantFrom('yard', 'Amster', 'dam', 'a', '1941', 'who,', '(so)', '“yes”', 'Anglo-', '.', 'end.');
  const space = fc.constantFrom('', ' ', '\n  ');
  const words = fc
    .array(fc.tuple(space, word, space), { minLength: 1, maxLength: 3 })
    .map((all) => all.flat().join(''));
  const phrase = fc.letrec<{ phrase: string; piece: string }>((tie) => ({
    piece: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      words,
      fc.constantFrom(
        '<lb break="no"/>',
        '<lb/>',
        '<gap/>',
        '<gap reason="illegible" unit="line" quantity="2"/>',
        '<pb n="4"/>',
      ),
      fc.tuple(words).map(([text]) => `<note>${text}</note>`),
      fc
        .tuple(
          fc.constantFrom('supplied', 'unclear', 'add', 'del', 'sic', 'corr', 'reg', 'hi', 'fw', 'stamp', 'foreign'),
          tie('phrase'),
        )
        .map(([name, inner]) => `<${name}>${inner}</${name}>`),
      fc.tuple(words, words).map(([sic, corr]) => `<choice><sic>${sic}</sic><corr>${corr}</corr></choice>`),
    ),
    phrase: fc.array(tie('piece'), { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join('')),
  })).phrase;
  const block = fc.oneof(
    phrase.map((text) => `<p>${text}</p>`),
    fc
      .tuple(
        fc.constantFrom('', ' rend="bulleted"', ' rend="numbered"', ' type="ordered"'),
        fc.array(phrase, { minLength: 1, maxLength: 3 }),
      )
      .map(([kind, items]) => `<list${kind}>${items.map((item) => `<item>${item}</item>`).join('')}</list>`),
    phrase.map((text) => `<table><row><cell>${text}</cell></row></table>`),
  );
  const blocks = fc.array(block, { minLength: 1, maxLength: 4 }).map((all) => all.join(''));

  it('on the site and in the EPUB', () => {
    fc.assert(
      fc.property(blocks, (text) => {
        expect(errorsOf(editionsOf(volumeOf(text), undefined, false))).toEqual([]);
      }),
      { numRuns: runs(120) },
    );
  });

  it('in print', () => {
    fc.assert(
      fc.property(fc.array(blocks, { minLength: 10, maxLength: 10 }), (texts) => {
        expect(errorsOf(editionsOf(volumeOf(texts.join(''))))).toEqual([]);
      }),
      { numRuns: runs(6) },
    );
  });
});

describe('notes without a number', () => {
  it('have their place among the notes of their division, those in notes and in parts of it counted', () => {
    const { site } = seen(
      '<p>a<note>x<note>y</note></note> b<note n="9">z</note> c<note>u</note></p><floatingText><body><div><p>d<note>v</note></p></div></body></floatingText><p>e<note>w</note></p>',
    );
    expect([...site.matchAll(/\b([a-e])(\d+)/g)].map(([, word, label]) => `${word}${label}`)).toEqual([
      'a1',
      'b9',
      'c4',
      'd1',
      'e6',
    ]);
  });
});
