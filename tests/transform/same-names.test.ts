import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceFile } from '../../src/model/source-file.js';
import { runs } from '../runs.js';
import { editionsOf } from './editions-of.js';

/** Who is named in a header: the printed name, and the entry that it points to, where it does. */
interface Party {
  readonly words: string;
  readonly entry?: string | undefined;
}

interface Letter {
  readonly from: readonly Party[];
  readonly to: readonly Party[];
}

/** The web site of letters with headers, and a list of persons by their ids. */
function siteOf(persons: Readonly<Record<string, string>>, letters: readonly Letter[]): ReadonlyMap<string, string> {
  const action = (type: string, parties: readonly Party[]): string =>
    `<correspAction type="${type}">${parties
      .map(({ words, entry }) => `<persName${entry === undefined ? '' : ` corresp="#${entry}"`}>${words}</persName>`)
      .join('')}</correspAction>`;
  const headers = letters.map(
    ({ from, to }, i) =>
      `<correspDesc corresp="#d${i + 1}">${action('sent', from)}${action('received', to)}</correspDesc>`,
  );
  const items = Object.entries(persons).map(
    ([id, name]) => `<item><persName xml:id="${id}">${name}</persName>, a person</item>`,
  );
  const divs = letters.map(
    (_, i) =>
      `<div type="document" subtype="historical-document" n="${i + 1}" xml:id="d${i + 1}"><head>${i + 1}. Letter</head><p>Text of it.</p></div>`,
  );
  const named = Object.keys(persons).map((id) => `<persName corresp="#${id}">N</persName> `);
  const text = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="v"><teiHeader><fileDesc>
<titleStmt><title type="complete">A Volume</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc><profileDesc>${headers.join('')}</profileDesc></teiHeader>
<text><front><div type="section" xml:id="preface"><head>Preface</head><p>${named.join('')}</p></div>
<div type="section" subtype="index" xml:id="persons"><head>Persons</head><list type="persons">${items.join('')}</list></div></front>
<body><div type="chapter" xml:id="ch1"><head>Chapter</head>${divs.join('')}</div></body></text></TEI>`;
  const { site } = editionsOf(new SourceFile('v.xml', text), undefined, false);
  return new Map([...site].flatMap(([path, file]) => (typeof file === 'string' ? [[path, file] as const] : [])));
}

/** `Bundy, McGeorge sent 1, named in 1` … by the words of the list of people. */
function toldOf(site: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const list = site.get('browse/people.html') ?? '';
  return new Map(
    [...list.matchAll(/<li><a href="[^"]*">([^<]*)<\/a> <span class="count">([^<]*)<\/span>/g)].map(
      ([, name = '', told = '']) => [name, told],
    ),
  );
}

const BUNDYS = { p_MB: 'Bundy, McGeorge', p_WB: 'Bundy, William P.' };
const [mcgeorge, william] = [
  { words: 'Bundy', entry: 'p_MB' },
  { words: 'Bundy', entry: 'p_WB' },
];
const bundy: Party = { words: 'Bundy' };
const roe: Party = { words: 'Ann Poe' };

describe('persons who are printed with the same name', () => {
  it('are two where a document is from the one to the other', () => {
    const site = siteOf(BUNDYS, [
      { from: [mcgeorge], to: [william] },
      { from: [roe], to: [william] },
      { from: [roe], to: [roe] },
    ]);
    const told = toldOf(site);
    expect(told.get('Bundy, McGeorge')).toBe('sent 1, named in 1');
    expect(told.get('Bundy, William P.')).toBe('received 2, named in 1');
    const data = JSON.parse(site.get('json/d1.json') ?? '') as {
      persons: readonly { entry: string; roles: string[] }[];
    };
    expect(data.persons.map(({ entry, roles }) => [entry, roles])).toEqual([
      ['p_MB', ['Sent']],
      ['p_WB', ['Received']],
    ]);
  });

  it('are neither of them where nothing says who is meant, in the same document or in another', () => {
    const told = toldOf(
      siteOf(BUNDYS, [
        { from: [mcgeorge], to: [bundy] },
        { from: [bundy], to: [roe] },
        { from: [{ words: 'Mr. Bundy' }], to: [roe] },
      ]),
    );
    expect(told.get('Bundy, McGeorge')).toBe('sent 1, named in 1');
    expect(told.get('Bundy, William P.')).toBe('named in 1');
    expect(told.get('Bundy') ?? told.get('Mr. Bundy')).toBe('sent 2, received 1');
  });

  it('are told apart by given names and initials', () => {
    const told = toldOf(
      siteOf({ ...BUNDYS, p_RA: 'Roe, Ann' }, [
        { from: [{ words: 'McGeorge Bundy' }], to: [{ words: 'William Bundy', entry: 'p_WB' }] },
        { from: [{ words: 'William Bundy' }], to: [{ words: 'W. P. Bundy', entry: 'p_WB' }] },
        { from: [{ words: 'W. P. Bundy' }], to: [{ words: 'Roe', entry: 'p_RA' }] },
        { from: [{ words: 'Roe' }], to: [bundy] },
      ]),
    );
    expect(told.get('Bundy, McGeorge')).toBe('sent 1, named in 1');
    expect(told.get('Bundy, William P.')).toBe('sent 2, received 2, named in 1');
    expect(told.get('Roe, Ann')).toBe('sent 1, received 1, named in 1');
  });

  it('have the parts that pointers give them and no others, whoever writes to whom', () => {
    const party = fc.constantFrom<Party>(mcgeorge, william, bundy, roe);
    const parties = fc.uniqueArray(party, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(fc.record({ from: parties, to: parties }), { minLength: 3, maxLength: 6 }), (letters) => {
        const told = toldOf(siteOf(BUNDYS, letters));
        for (const [entry, name] of Object.entries(BUNDYS)) {
          const count = (of: 'from' | 'to'): number =>
            letters.filter((letter) => letter[of].some((one) => one.entry === entry)).length;
          const [sent, received] = [count('from'), count('to')];
          const words = told.get(name) ?? '';
          expect(Number(/sent (\d+)/.exec(words)?.[1] ?? 0), words).toBe(sent);
          expect(Number(/received (\d+)/.exec(words)?.[1] ?? 0), words).toBe(received);
        }
      }),
      { numRuns: runs(20) },
    );
  });
});
