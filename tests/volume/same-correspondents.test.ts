import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enrich } from '../../src/volume/enrich.js';
import { runs } from '../runs.js';

/** The parties that `enrich` writes for a heading: sender and receivers as they stand in the header. */
function partiesOf(head: string): { readonly sent: readonly string[]; readonly received: readonly string[] } {
  const { text } = enrich(
    `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="v"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>
<text><body><div type="chapter" xml:id="ch1"><head>C</head><div type="document" n="1" xml:id="d1"><head>${head}</head><p>Text.</p></div></div></body></text></TEI>`,
  );
  const of = (type: string): readonly string[] => {
    const action = new RegExp(`<correspAction type="${type}">(.*?)</correspAction>`, 's').exec(text)?.[1] ?? '';
    return [...action.matchAll(/<(?:pers|org)Name.*?<\/(?:pers|org)Name>/gs)].map(([name]) => name);
  };
  return { sent: of('sent'), received: of('received') };
}

const marked = (name: string, id: string | undefined, type: string): string =>
  `<persName${id === undefined ? '' : ` corresp="#${id}"`} type="${type}">${name}</persName>`;
const written = (name: string, id: string | undefined): string =>
  `<persName${id === undefined ? '' : ` corresp="#${id}"`}>${name}</persName>`;

describe('correspondents of the same name', () => {
  it('have each their own pointer', () => {
    const head = `1. Letter From ${marked('Bundy', 'p_MB', 'from')} to ${marked('Bundy', 'p_WB', 'to')}`;
    expect(partiesOf(head)).toEqual({ sent: [written('Bundy', 'p_MB')], received: [written('Bundy', 'p_WB')] });
  });

  it('have it where only one of them has a pointer, and where line ends and notes stand between', () => {
    const head = `1. Memorandum\n  From <note n="1" xml:id="d1fn1">Bundy to Bundy.</note> ${marked('Bundy', undefined, 'from')}\n  to the President’s Assistant ${marked('Bundy', 'p_WB', 'to')}`;
    expect(partiesOf(head).sent).toEqual([written('Bundy', undefined)]);
    expect(partiesOf(head).received).toEqual([written('Bundy', 'p_WB')]);
  });

  it('have it where the marks are on the wrong sides, by their places', () => {
    const head = `1. Letter From ${marked('Bundy', 'p_MB', 'to')} to ${marked('Bundy', 'p_WB', 'to')}`;
    expect(partiesOf(head)).toEqual({ sent: [written('Bundy', 'p_MB')], received: [written('Bundy', 'p_WB')] });
  });

  it('have it wherever the names stand', () => {
    const name = fc.constantFrom('Bundy', 'Ann Roe', 'Johnson');
    const party = fc.record({ name, id: fc.option(fc.constantFrom('p_1', 'p_2', 'p_3'), { nil: undefined }) });
    const space = fc.constantFrom(' ', '\n', '  \n ');
    fc.assert(
      fc.property(party, party, space, space, (from, to, before, after) => {
        const head = `1. Letter${before}From${before}${marked(from.name, from.id, 'from')}${after}to${before}${marked(to.name, to.id, 'to')}`;
        expect(partiesOf(head)).toEqual({
          sent: [written(from.name, from.id)],
          received: [written(to.name, to.id)],
        });
      }),
      { numRuns: runs(100) },
    );
  });
});
