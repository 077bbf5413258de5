import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceFile } from '../../src/model/source-file.js';
import { runs } from '../runs.js';
import { editionsOf, pageOf } from './editions-of.js';

function volume(text: string): SourceFile {
  return new SourceFile(
    'volume.xml',
    `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="v"><teiHeader><fileDesc><titleStmt><title>Papers</title></titleStmt>
<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text>${text}</text></TEI>`,
  );
}

const document = (n: number, blocks: string): string =>
  `<div type="document" n="${n}" xml:id="d${n}"><head>${n}. Letter</head>${blocks}</div>`;

/** What says that an edition is not as the TEI is. */
function alterations(editions: ReturnType<typeof editionsOf>): readonly string[] {
  return editions.found
    .filter(({ code, severity }) => severity === 'error' || /^TR0(01|02|1\d|18|4\d)$/.test(code))
    .map(({ code, message }) => `${code} ${message}`);
}

/** The numbers by which the notes of a page are called, in order. */
function calls(page: string): readonly string[] {
  return [...page.matchAll(/<a class="noteref"[^>]*>([^<]*)</g)].map(([, label = '']) => label);
}

describe('the numbers of notes', () => {
  const given = fc.option(fc.integer({ min: 1, max: 6 }).map(String), { nil: undefined });

  it('are those that are printed, and others where none is', () => {
    fc.assert(
      fc.property(fc.uniqueArray(given, { maxLength: 8, selector: (n) => n ?? {} }), (numbers) => {
        const notes = numbers.map((n) => `a<note${n === undefined ? '' : ` n="${n}"`}>b</note>`);
        const shown = calls(
          pageOf(editionsOf(volume(`<body>${document(1, `<p>${notes.join(' ')}</p>`)}</body>`), undefined, false)),
        );
        expect(shown.map((label, i) => (numbers[i] === undefined ? undefined : label))).toEqual(numbers);
        expect(new Set(shown).size).toBe(numbers.length);
      }),
      { numRuns: runs(60) },
    );
  });

  it.each([
    ['two that print none round one', '<p>a<note>x</note> b<note n="2">y</note> c<note>z</note></p>', ['1', '2', '3']],
    ['a source note', '<p><note n="0">s</note> a<note>x</note></p>', ['Source', '2']],
    [
      'a second call',
      '<p>a<note>w</note> b<note xml:id="x">x</note> c<note target="#x"/> d<note>y</note></p>',
      ['1', '2', '2', '4'],
    ],
  ])('of %s', (_, blocks, expected) => {
    expect(calls(pageOf(editionsOf(volume(`<body>${document(1, blocks)}</body>`), undefined, false)))).toEqual(
      expected,
    );
  });

  it('count in a text without divisions', () => {
    const { site } = editionsOf(volume('<body><p>a<note>x</note> b<note>y</note></p></body>'), undefined, false);
    expect(calls(String(site.get('undivided.html')))).toEqual(['1', '2']);
  });
});

describe('notes that an editor has gathered', () => {
  const letter = document(
    1,
    '<p>Of the treaty<ref target="#n1">1</ref>, the war<ptr target="#n2"/> and again<ref target="#n1">1</ref>. <anchor xml:id="a1"/>So.</p>',
  );
  const notes =
    '<note xml:id="n1" n="1">Of 1783<note>within</note>.</note><noteGrp><note xml:id="n2"><p>First.</p><p>Second.</p></note></noteGrp><note n="3" target="#a1">Back.</note><note xml:id="n4" n="4">4. Four.</note>';

  it('are the list that they are, in all editions', () => {
    const editions = editionsOf(
      volume(`<body>${letter}</body><back><div type="notes"><head>Notes</head>${notes}</div></back>`),
    );
    expect(alterations(editions)).toEqual([]);
    const page = pageOf(editions, 'section-1');
    expect(page.match(/Of 1783|First\.|Second\.|Back\.|Four\./g)).toEqual([
      'Of 1783',
      'First.',
      'Second.',
      'Back.',
      'Four.',
    ]);
    expect([...page.matchAll(/class="added mark">([^<]*)</g)].map(([, mark]) => mark)).toEqual(['1.', '5.', '3.']);
    expect(page).not.toContain('<p><a class="noteref"');
  });

  it('are called and lead back', () => {
    const editions = editionsOf(
      volume(`<body>${letter}</body><back><div type="notes"><head>Notes</head>${notes}</div></back>`),
      undefined,
      false,
    );
    const [calling, called] = [pageOf(editions), pageOf(editions, 'section-1')];
    expect([...calling.matchAll(/href="section-1\.html#(n\d)"/g)].map(([, id]) => id)).toEqual(['n1', 'n2', 'n1']);
    const back = [...called.matchAll(/class="backref" href="d1\.html#([^"]+)"/g)].map(([, id]) => id);
    expect(back).toEqual(['n1-ref', 'n1-ref-2', 'n2-ref', 'a1']);
    for (const id of back) expect(calling).toContain(`id="${id}"`);
  });

  it('are in the editions once with all their words, wherever they and their pointers stand', () => {
    const block = fc.constantFrom(
      '<p>a<ref target="#ID">1</ref> b<ptr target="#ID"/></p>',
      '<p>c<note>in the line<ref target="#ID"/></note></p>',
      '<note xml:id="ID" n="1">d</note>',
      '<note xml:id="ID"><p>e</p><list><item>f<note>g</note></item></list></note>',
      '<noteGrp><note xml:id="ID">h</note><note n="2">i</note></noteGrp>',
      '<floatingText><body><div type="notes"><note xml:id="ID">j</note></div></body></floatingText>',
      '<note place="inline">k</note>',
      '<note target="#ID">l</note>',
    );
    const blocks = fc.array(fc.tuple(block, fc.constantFrom('n1', 'n2', 'n3')), { minLength: 1, maxLength: 8 });
    const type = fc.constantFrom('document', 'notes', 'endnotes', 'appendix');
    fc.assert(
      fc.property(fc.array(fc.tuple(type, blocks), { minLength: 1, maxLength: 3 }), (divisions) => {
        const seen = new Set<string>();
        const given = divisions.map(([kind, parts], i) => {
          const written = parts
            .map(([text, id]) => text.replaceAll('ID', id))
            .filter((text) => {
              const id = /xml:id="([^"]*)"/.exec(text)?.[1];
              if (id === undefined || !seen.has(id)) {
                if (id !== undefined) seen.add(id);
                return true;
              }
              return false;
            });
          return `<div type="${kind}" xml:id="d${i}"><head>H</head>${written.join('\n')}</div>`;
        });
        const found = alterations(editionsOf(volume(`<body>${given.join('')}</body>`), undefined, false));
        expect(found.filter((words) => !words.startsWith('TR002'))).toEqual([]);
      }),
      { numRuns: runs(60) },
    );
  });

  it('may stand at the end of their document', () => {
    const editions = editionsOf(
      volume(`<body>${document(1, '<p>So<ptr target="#n1"/>.</p><note xml:id="n1">Here.</note>')}</body>`),
    );
    expect(alterations(editions)).toEqual([]);
    expect(pageOf(editions)).toContain('id="n1"');
    expect(calls(pageOf(editions))).toEqual([]);
  });

  it('are others than those that stand where they are called', () => {
    const editions = editionsOf(
      volume(
        `<body>${document(1, '<p>a<note xml:id="n1">x</note></p><p>See note <ref target="#n1">1</ref>.</p>')}</body>`,
      ),
      undefined,
      false,
    );
    expect(calls(pageOf(editions))).toEqual(['1']);
  });
});
