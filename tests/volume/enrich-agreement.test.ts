import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceFile } from '../../src/model/source-file.js';
import { createValidator } from '../../src/validate/validate.js';
import { enrich } from '../../src/volume/enrich.js';
import { runs } from '../runs.js';

const { value: validator } = await createValidator({ strength: 'legacy', only: ['rules'] });

const citation = fc.constantFrom(
  'National Archives, RG 59, Central Files 1967–69, POL 7 USSR',
  'Department of State, Central Files, 611.93/9–2155',
  'Johnson Library, National Security File, Country File, Korea, Box 255',
  'Hoover Institution, Stanford University, Papers of A. Person, Box 3, Diary',
  'Library of Congress, Manuscript Division, Kissinger Papers, CL 101, Geopolitical File',
  '<hi rend="italic">Ibid.</hi>, Box 5',
  'Public Record Office, FO 371/12345',
);
const marking = fc.constantFrom(
  'Secret; Nodis',
  'No classification marking',
  'Confidential; Priority; Limdis',
  'Top Secret; Sensitive',
  'Unclassified',
);
const act = fc.constantFrom(
  'Drafted by Smith ( EUR ) and cleared by Jones.',
  'Drafted in the Office of Approved Projects by <persName>Ann Poe</persName>.',
  'Approved in S/S; initialed by <persName><hi rend="italic">Rusk</hi></persName>.',
  'Drafted by the Embassy in Korea.',
  'Cleared by the Bureau of Intelligence and Research, and <gloss>INR/EAP</gloss>.',
  'Repeated to Seoul and Tokyo.',
  'The memorandum was drafted by Toon.<note n="1a">Drafted by nobody.</note>',
);
/** How a note is set: plain, in one or two paragraphs, wrapped, with a summary. */
const setting = fc.constantFrom<(source: string) => string>(
  (s) => `Source: ${s}`,
  (s) => `\n     Source: ${s.replace(/ /g, '\n       ')}`,
  (s) => `<p>Summary: They met, and Brown drafted a letter. Secret.</p><p>Source: ${s}</p>`,
  (s) => `<p>Source: ${s}</p><p>Cleared by Roe. The paper was approved by Doe.</p>`,
  (s) => `<p>Source: ${s.split('. ')[0]}.</p><p>${s.split('. ').slice(1).join('. ')}</p>`,
  (s) => `Souce: ${s}`,
  (s) => `Source: ${s.replace('. ', '.<lb/>')}`,
);
const party = fc.constantFrom<(type: string) => string>(
  (t) => `the <gloss type="${t}">Embassy in Korea</gloss>`,
  (t) => `t<gloss type="${t}">he Embassy in Korea</gloss>`,
  (t) => `Secretary of State <persName type="${t}">Rusk</persName>`,
  (t) => `President <persName type="${t}"> Johnson <note n="9">Also.</note></persName>`,
  (t) => `the Ambassador ( <persName type="${t}"><hi rend="italic">Smi</hi>th</persName> )`,
  (t) => `Mr. <persName type="${t}">van der<lb/>Velde</persName>`,
  // Marked as the other party.
  (t) => `the Director (<persName type="${t === 'from' ? 'to' : 'from'}">Rowan</persName>)`,
  () => 'the Secretary of State',
);
const dateline = fc.constantFrom(
  '<dateline><placeName>Seoul</placeName>, <date when="1967-05-01">May 1, 1967</date>.</dateline>',
  '<dateline><hi rend="italic">Washington, May 1, 1967.</hi></dateline>',
  '<list type="participants"><item>Mr. Roe, of <placeName>Boston</placeName></item></list><dateline><placeName>Bonn</placeName>, undated.</dateline>',
  '<opener><dateline rendition="#right">[<placeName>Washington</placeName>,] <date when="1967-05-01">May 1, 1967</date>.</dateline></opener>',
);

const document = fc
  .tuple(citation, marking, fc.array(act, { maxLength: 3 }), setting, party, party, dateline)
  .map(
    ([cited, marked, acts, set, from, to, line]) =>
      `<head>1. Letter From ${from('from')} to ${to('to')}<note n="1" xml:id="d1fn1" type="source">${set(`${cited}. ${marked}. ${acts.join(' ')}`)}</note></head>${line}<p>Text.</p>`,
  );

/** What can stand between two words, or a word can stand in, without being a word of the text; and what else a document can hold. */
const interruption = fc.constantFrom<(content: string) => string>(
  (c) => c,
  (c) => between(c, '<!-- Source: <p>Top Secret.</p> -->'),
  (c) => between(c, '<?editor mark="<gloss>"?>'),
  (c) => between(c, '<fw>TOP SECRET</fw> '),
  (c) => between(c, '<pb n="2"/>'),
  (c) => between(c, '<note n="8">Source: Nobody’s Papers. Top Secret. Drafted by Coe.</note>'),
  (c) => between(c, '<note n="8"><p>See <gloss type="from">Coe</gloss>.</p></note>'),
  (c) => c.replace(/\b(Central|Papers|Secret|Confidential|Rusk|Seoul)\b(?![^<]*>)/g, '<![CDATA[$1]]>'),
  (c) => c.replace(/\b(Sec|Conf|Lim|Dra)(?=[a-z]+\b)(?![^<]*>)/g, '<hi rend="italic">$1</hi>'),
  (c) => c.replace('</head>', '</head><head>Memorandum by <persName type="from">Coe</persName></head>'),
  (c) => c.replace('</head>', '</head><note type="source">Source: Nobody’s Papers. Top Secret.</note>'),
  (c) => c.replace('</head>', '<note type="summary"><p>They met.</p><p>Source: Nobody’s Papers.</p></note></head>'),
  (c) => c.replace(/(<note n="1".*<\/note>)(<\/head>.*)$/s, '$2<p>More.</p><p>Still more.</p>$1'),
  (c) => c.replace(/(<note n="1".*<\/note>)(<\/head>)/s, '$2$1'),
  (c) =>
    c.replace(/(<note n="1".*)<\/note><\/head>/s, '$1<quote><p>Source: Q Library. Secret.</p></quote></note></head>'),
);

/** Puts something between two words, wherever both belong to one element's text. */
function between(content: string, what: string): string {
  return content.replace(/(?<=>[^<]*[a-z]) (?=[A-Z][^<]*<)/g, ` ${what}`);
}

const volume = (content: string): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="v"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body><div type="document" n="1" xml:id="d1">${content}</div></body></text></TEI>`;

describe('the headers that enrich reads out of a volume', () => {
  it('are not condemned by the rules that read the volume again', () => {
    fc.assert(
      fc.property(document, interruption, (content, interrupt) => {
        const { text } = enrich(volume(interrupt(content)));
        const found = validator?.validate(new SourceFile('v.xml', text)) ?? [];
        expect(found.filter(({ code }) => code.startsWith('VA54')).map(({ message }) => message)).toEqual([]);
      }),
      { numRuns: runs(800) },
    );
  });

  it('have no comment, processing instruction or word of the sheet in them', () => {
    const { text } = enrich(
      volume(
        '<head>1. Letter From <persName type="from">Roe <!-- who? --> <![CDATA[& Coe]]></persName> to <persName type="to"><fw>SECRET</fw>Do<?page 2?>e</persName></head><p>T.</p>',
      ),
    );
    const header = text.slice(0, text.indexOf('</teiHeader>'));
    expect(header).toContain('<persName>Roe &amp; Coe</persName>');
    expect(header).toContain('<persName>Doe</persName>');
  });

  it('are read from a source note at the foot of the document, and from the note that its type names', () => {
    const header = (content: string): string => {
      const { text } = enrich(volume(`<head>1. Letter</head><p>A.</p><p>B.</p><p>C.</p>${content}`));
      return text.slice(0, text.indexOf('</teiHeader>'));
    };
    expect(header('<note type="source">Source: Ford Library, Box 1. Secret.</note>')).toContain('Ford Library');
    expect(
      header('<note n="1">Source: Coe Papers.</note><note type="source">Source: Ford Library, Box 1.</note>'),
    ).toContain('Ford Library');
    expect(header('<quote><note type="source">Source: Ford Library.</note></quote>')).not.toContain('Ford Library');
  });

  it('call posts what numbered cables name by their cities, and end no place with a comma', () => {
    const cable = '<head>1. Telegram 2888 from New Delhi, May 24. Views. Secret. 2 pp. DOS, CF, 611.31/9–2162.</head>';
    expect(enrich(volume(cable)).text).toContain('<orgName>New Delhi</orgName>');
    const place = '<head>1. Letter</head><dateline><placeName>Bonn,</placeName> <date>undated</date></dateline>';
    expect(enrich(volume(place)).text).toContain('<placeName>Bonn</placeName></creation>');
  });

  it('take the genre that is printed above the dateline, and leave the sender of a numbered cable a person where one is named', () => {
    const above = '<head>The Secretary of State to Mr. Roe</head><opener><seg>[Telegram.]</seg></opener><p>T.</p>';
    expect(enrich(volume(above)).text).toContain('target="#telegram"');
    const named =
      '<head>1. Telegram 2 from Roe to certain posts, May 24. Views. Secret. 2 pp. DOS, CF, 611.31/9–2162.</head>';
    expect(enrich(volume(named)).text).toContain('<persName>Roe</persName>');
  });

  it.each([
    [
      'a receiver that is part of the sender’s office',
      'Memorandum by Mr. <persName type="from">Ann Roe</persName>, Assistant to the Adviser (<persName type="to">Doe</persName>)',
      ['Ann Roe'],
      [],
    ],
    [
      'a receiver that is part of the sender’s office, before the one who is',
      'Mr. <persName type="from">Ann Roe</persName>, Assistant to the Secretary of the Treasury (<persName type="to">Doe</persName>), to the Assistant Secretary of State (Poe)',
      ['Ann Roe'],
      ['Poe'],
    ],
    [
      'the same before a partner in conversation',
      'Memorandum by Mr. <persName type="from">Ann Roe</persName>, Assistant to the Adviser (<persName type="to">Doe</persName>), of a Conversation With Mr. Poe',
      ['Ann Roe'],
      ['Poe'],
    ],
    [
      'a diarist who is called a receiver',
      'Diary Entry by the Ambassador to the United Kingdom (<persName type="to">Roe</persName>)',
      ['Roe'],
      [],
    ],
    [
      'two senders, of whom one is the receiver',
      'Telegram From Secretary <persName type="from">Roe</persName> to the Ambassador (<persName type="from">Doe</persName>)',
      ['Roe'],
      ['Doe'],
    ],
    [
      'the two the wrong way round',
      'Letter From <persName type="to">Ann Roe</persName> to the Director (<persName type="from">Doe</persName>)',
      ['Ann Roe'],
      ['Doe'],
    ],
    [
      'one name over both',
      'Telegram From the <gloss type="from">Secretary of State to the Embassy</gloss> in <gloss type="to">Korea</gloss>',
      ['Secretary of State'],
      ['Embassy in Korea'],
    ],
    [
      'a sender who is not marked',
      'The Ambassador in Italy (Roe) to the <gloss type="to">Secretary of State</gloss>',
      ['Roe'],
      ['Secretary of State'],
    ],
    [
      'marks that only the words leave open',
      'Letter From Chairmen <persName type="from">Roe</persName> of X to the Bank of <persName type="to">Doe</persName>',
      ['Roe'],
      ['Doe'],
    ],
  ])('follow the words of the heading where its marks deny them: %s', (_, head, from, to) => {
    const { text } = enrich(volume(`<head>${head}</head><p>T.</p>`));
    const names = (type: string): string[] => {
      const [, action = ''] = new RegExp(`<correspAction type="${type}">(.*?)</correspAction>`).exec(text) ?? [];
      return [...action.matchAll(/<(?:persName|orgName)[^>]*>([^<]*)</g)].map((m) => m[1] ?? '');
    };
    expect({ from: names('sent'), to: names('received') }).toEqual({ from, to });
  });

  it('have whole words, and places of the dateline', () => {
    const { text } = enrich(
      volume(
        '<head>1. Telegram From t<gloss type="from">he Embassy in Korea</gloss> to Mr. <persName type="to">Roe</persName></head><list type="participants"><item><placeName>Boston</placeName></item></list><dateline><placeName>Bonn</placeName>, undated.</dateline><p>T.</p>',
      ),
    );
    expect(text).toContain('<orgName>Embassy in Korea</orgName>');
    expect(text).toContain('<placeName>Bonn</placeName></creation>');
  });
});
