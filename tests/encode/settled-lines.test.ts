import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode } from '../../src/encode/encode.js';
import { type RawShape, SETTLED_LINES, type SuppliedDocument } from '../../src/model/manifest.js';
import { SourceFile } from '../../src/model/source-file.js';
import { runs } from '../runs.js';

const letter = `1. Letter From Jane Roe to John Doe

London, March 3, 1963.

Dear Sir:

The cranes will not be bought.

COPY NO. 14

The harbor is open

and the ships have come.

Conclusions

We have none.

Jane Roe
`;

function read(text: string, lines: SuppliedDocument['lines'], shape?: RawShape) {
  const documents: SuppliedDocument[] = [{ kind: 'document', id: 'd1', file: 'a.txt', ...(lines && { lines }) }];
  const { value, diagnostics } = encode(new SourceFile('a.txt', text), { documents, ...(shape && { shape }) });
  const tei = value?.[0]?.tei ?? '';
  return { body: tei.slice(tei.indexOf('<body>')).replace(/\s+/g, ' '), codes: diagnostics.map((d) => d.code) };
}

describe('what the manifest says of lines', () => {
  it('is a stamp at its place between two paragraphs', () => {
    const { body } = read(letter, { 'COPY NO. 14': 'stamp' });
    expect(body).toMatch(/<fw type="stamp"><stamp>COPY NO. 14<\/stamp><\/fw>\s*<p>The harbor is open<\/p>/);
  });

  it('is furniture after the last word', () => {
    expect(read(`${letter}\nEnd of file 17\n`, { 'End of file': 'furniture' }).body).toMatch(
      /<fw type="header">End of file 17<\/fw>\s*<\/div>/,
    );
  });

  it('is a line that belongs to the one before', () => {
    expect(read(letter, { 'and the ships': 'goes on' }).body).toContain(
      '<p>The harbor is open and the ships have come.</p>',
    );
  });

  it('is a heading, and a paragraph where the encoder sees a signature', () => {
    const { body } = read(letter, { Conclusions: 'heading', 'Jane Roe': 'paragraph' });
    expect(body).toContain('<p rend="sectiontitleital">Conclusions</p>');
    expect(body).toContain('<p>Jane Roe</p>');
    expect(body).not.toContain('<signed>');
  });

  it('is a signature of whatever words', () => {
    expect(
      read(letter.replace('Jane Roe\n', 'the old harbor master\n'), { 'the old harbor': 'signature' }).body,
    ).toMatch(/<signed>.*the old harbor master.*<\/signed>/);
  });

  it('cuts a paragraph of typed lines, and takes a stamp out of it', () => {
    const cable = [
      'R 121332Z JUL 76',
      'FM AMEMBASSY WARSAW',
      'TO SECSTATE WASHDC 7122',
      'C O N F I D E N T I A L WARSAW 4418',
      'SUBJECT: FISHERIES',
      '',
      '1. THE FOREIGN TRADE MINISTRY OFFICIAL TOLD US THAT THE TALKS WERE',
      'STAMPED BY NOBODY AND FOR NOTHING WHATEVER AT ALL IN THE REGISTRY',
      'GOING WELL AND THAT THE FLEET WOULD SAIL. HE SAID NOTHING MORE',
      'ABOUT IT. THE EMBASSY WILL REPORT.',
      '',
    ].join('\n');
    const { body } = read(
      cable,
      { 'STAMPED BY NOBODY': 'stamp', 'ABOUT IT. THE': 'ends', 'GOING WELL': 'goes on' },
      'cable',
    );
    expect(body).toMatch(
      /THE TALKS WERE <fw type="stamp"><stamp>STAMPED BY NOBODY AND FOR NOTHING WHATEVER AT ALL IN THE REGISTRY<\/stamp><\/fw>\s*GOING WELL/,
    );
    expect(read(cable, { 'GOING WELL': 'paragraph' }, 'cable').body).toMatch(/<p>GOING WELL AND THAT/);
  });

  it('outweighs what a typescript seems to be', () => {
    const typed = `MEMORANDUM OF CONVERSATION

SUBJECT: Cranes

Miss Roe said that the cranes would not be bought this year or in any other, and that
NOTED BY THE REGISTRY
the harbor would have to do without them. Mr. Doe said that he had heard as much.
He asked what would be done.

He would write again to him.

John Doe
`;
    const plain = read(typed, {}, 'typescript').body;
    expect(plain).toContain('<p>He would write again to him.</p>');
    const { body } = read(
      typed,
      { 'NOTED BY': 'stamp', 'He asked': 'paragraph', 'He would': 'heading', 'John Doe': 'paragraph' },
      'typescript',
    );
    expect(body).toMatch(
      /and that <fw type="[^"]*">(?:<stamp>)?NOTED BY THE REGISTRY(?:<\/stamp>)?<\/fw>\s*the harbor/,
    );
    expect(body).toContain('<p>He asked what would be done.</p>');
    expect(body).toMatch(/<p rend="[^"]*">He would write again to him.<\/p>/);
    expect(body).toContain('<p>John Doe</p>');
  });

  it('settles the doubt about its line, and no other', () => {
    const input = new URL('../golden/encode/typescript-doubtful-page/input.txt', import.meta.url);
    const source = new SourceFile('input.txt', readFileSync(input, 'utf8'));
    const doubtsWith = (lines: SuppliedDocument['lines']) =>
      (
        encode(source, { documents: [{ kind: 'document', id: 'd1', file: 'input.txt', ...(lines && { lines }) }] })
          .value ?? []
      )
        .flatMap(({ diagnostics }) => diagnostics)
        .flatMap(({ entry }) => /^lines: \{ ("(?:[^"\\]|\\.)*")/.exec(entry ?? '')?.[1] ?? []);
    const doubts = doubtsWith(undefined);
    expect(doubts.length).toBeGreaterThan(0);
    expect(doubtsWith({ 'Another line': 'stamp' })).toEqual(doubts);
    for (const words of doubts) {
      expect(doubtsWith({ [JSON.parse(words) as string]: 'paragraph' })).not.toContain(words);
    }
  });

  it('is a finding where no line begins so', () => {
    expect(read(letter, { 'There is no such line': 'stamp' }).codes).toContain('EN121');
    expect(read(letter, { 'COPY NO.': 'stamp' }).codes).not.toContain('EN121');
  });

  it('loses no word, whatever is said of whichever lines', () => {
    const lines = letter.split('\n').filter((line) => line.trim() !== '');
    const said = fc.dictionary(fc.constantFrom(...lines), fc.constantFrom(...SETTLED_LINES), { maxKeys: 6 });
    const shape = fc.constantFrom<RawShape>('frus-web', 'cable', 'typescript');
    fc.assert(
      fc.property(said, shape, (settled, as) => {
        const { codes, body } = read(letter, settled, as);
        expect(codes).not.toContain('EN001');
        expect(body).not.toBe('');
      }),
      { numRuns: runs(400) },
    );
  });
});

describe('what the manifest says of parties', () => {
  const talk = `MEMORANDUM OF CONVERSATION

DATE: March 3, 1963
PLACE: The Harbor Office

PARTICIPANTS: Jane Roe, Harbor Master
              John Doe Esq, Agent

SUBJECT: Cranes

Miss Roe said that the cranes would not be bought. Mr. Doe asked why this should be so, and what would be done.
`;
  const encoded = (text: string, facts: Partial<SuppliedDocument>) => {
    const documents: SuppliedDocument[] = [{ kind: 'document', id: 'd1', file: 'a.txt', ...facts }];
    const { value, diagnostics } = encode(new SourceFile('a.txt', text), { documents });
    return { tei: value?.[0]?.tei.replace(/\s+/g, ' ') ?? '', codes: diagnostics.map((d) => d.code) };
  };

  it('marks the participants that it names where they stand, and no others', () => {
    const { tei, codes } = encoded(talk, { participants: ['John Doe', 'Nobody'] });
    const list = /<list type="participants">.*?<\/list>/.exec(tei)?.[0] ?? '';
    expect(list.match(/<persName[^>]*>[^<]*/g)).toEqual(['<persName>John Doe']);
    expect(list).toContain('Esq');
    expect(codes).toContain('EN122');
  });

  it('puts several senders, receivers and those informed into the header', () => {
    const { tei } = encoded(talk, { from: ['Jane Roe', 'John Doe'], to: 'The Port', info: ['OSLO'] });
    expect(tei).toMatch(/<correspAction type="sent"> ?<persName>Jane Roe<\/persName> ?<persName>John Doe<\/persName>/);
    expect(tei).toMatch(/<correspAction type="received"> ?<persName>The Port<\/persName>/);
    expect(tei).toMatch(/subtype="info"> ?<persName>OSLO<\/persName>/);
  });

  it('puts the fields of a cable right', () => {
    const cable =
      'R 121332Z JUL 76\nFM AMEMBASSY WARSAW\nTO SECSTATE WASHDC 7122\nINFO AMEMBASSY OSLO\nC O N F I D E N T I A L WARSAW 4418\nSUBJECT: FISHERIES\n\n1. THE TALKS GO WELL.\n';
    const { tei } = encoded(cable, {
      info: ['AMEMBASSY BONN'],
      reading: { classification: 'Secret', precedence: ['Immediate'], drafted: ['Roe'] },
    });
    expect(tei).toContain('<orgName>AMEMBASSY BONN</orgName>');
    expect(tei).toContain('<classCode scheme="#classification" ana="#secret" resp="#editor">Secret</classCode>');
    expect(tei).toMatch(/<classCode scheme="#precedence"[^>]*>Immediate<\/classCode>/);
    expect(tei).toMatch(/<resp key="drafted">.*<persName>Roe<\/persName>/);
  });
});
