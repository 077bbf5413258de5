import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageFile } from '../../src/formats/package.js';
import { readXml } from '../../src/formats/sax.js';
import { SourceFile } from '../../src/model/source-file.js';
import { enrich } from '../../src/volume/enrich.js';

const document = (id: string, content: string): string =>
  `<div type="document" n="${id.slice(1)}" xml:id="${id}">${content}</div>`;

/** One document of each family, after the fashion of the series; the texts are made up. */
const documents = [
  document(
    'd1',
    `<note rend="inline" type="source">763.72/35½: Telegram</note><head><hi rend="italic">The Ambassador in France</hi> (<persName
     type="from"><hi rend="italic">Smith</hi></persName>) <hi rend="italic">to the <gloss type="to">Secretary of State</gloss></hi></head>
   <opener><dateline rendition="#right"><placeName><hi rend="smallcaps">Paris</hi></placeName>, <date when="1949-03-17T15:00:00">March 17,
     1949—3 p. m</date>.</dateline><seg rendition="#left"><hi rend="smallcaps">secret</hi></seg></opener><p>66. Text.</p>`,
  ),
  document(
    'd2',
    `<note rend="inline" type="source">511.00/1</note><head>Memorandum by the Counselor (<persName type="from">Jones</persName>)</head>
   <dateline>[<placeName>Washington</placeName>,] undated.</dateline><p>Secret<lb/>Priority</p><p>Text.</p>`,
  ),
  document(
    'd3',
    `<head>3. Letter From Secretary <persName corresp="#p_RD1" type="from">Rusk</persName> to <persName type="to">Doe &amp; Roe</persName><note n="1" type="source">Source: National Archives
     and Records Administration, RG 59, POL 7 USSR. Confidential; Limdis. Drafted by <persName>Ann Poe</persName>.</note></head>
   <pb n="5"/><dateline><placeName>Washington</placeName>, <date when="1964-11-19">November 19, 1964</date>.</dateline><p>Text <date when="1900-01-01">then</date>.</p>`,
  ),
  document(
    'd4',
    `<head>4. Telegram From the Embassy in Japan to the Department of State<note n="1">Source: Johnson Library, National Security File. Secret.</note></head><p>Text.</p>`,
  ),
  document(
    'd5',
    `<head>5. Memorandum of Conversation, <placeName>Washington</placeName>, <date when="1974-04-27">April 27, 1974</date>.<note n="1" type="source"><p>Summary: They met.</p><p>Source: Ford Library,
     Box 1. Top Secret.</p></note><note n="2" type="summary">Source: no.</note></head><p>Text.</p>`,
  ),
  document(
    'd6',
    `<head>6. Letter from Fisk to McCloy, March 2. Transmits a report. Top Secret. 71 pp. Kennedy Library, National Security Files.</head><frus:file id="1"/>`,
  ),
  document('d7', `<head>7. Editorial Note</head><p>On May 1 … (Department of State, Central Files)</p>`),
  document(
    'd8',
    `<head>8. Memorandum From A to B</head><p>[Source: Department of State, Central Files. Secret. 2 pages not declassified.]</p>`,
  ),
];

const volume = (header: string, body = documents.join('\n')): string => `<?xml version="1.0" encoding="UTF-8"?>
<!-- <div type="document" xml:id="d99"> -->
<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:frus="http://history.state.gov/frus/ns/1.0" xml:id="v">
  <teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc>${header}</teiHeader>
  <text><body><div type="chapter" xml:id="ch1"><head>C</head>
${body}</div></body></text></TEI>`;

const plain = volume('<encodingDesc><p/></encodingDesc><revisionDesc><change/></revisionDesc>');
const enriched = enrich(plain);
/** The header elements of one document, as written. */
const headerOf = (id: string): string =>
  enriched.text
    .split('\n')
    .filter((line) => line.includes(`corresp="#${id}"`))
    .join('\n');

describe('enrich', () => {
  it('gives every document a header, and stays well-formed', () => {
    expect(enriched).toMatchObject({ documents: 8, headers: 8 });
    expect(readXml(new SourceFile('v.xml', enriched.text), {})).toEqual([]);
  });

  it('changes no character outside what it puts in', () => {
    const without = enriched.text
      .replace(/\n<(sourceDesc|profileDesc)>\n[\s\S]*?\n<\/\1>/g, '')
      .replace(/<classDecl>[\s\S]*<\/classDecl>/, '');
    expect(without).toBe(plain);
  });

  it.each([
    [
      'd1: an inline file number, a telegram of old with its marking in the opener',
      'd1',
      [
        '<idno type="file">763.72/35½</idno>',
        '<date when="1949-03-17T15:00:00">March 17, 1949—3 p. m.</date> <placeName>Paris</placeName>',
        'target="#telegram"',
        '<classCode scheme="#classification" ana="#secret">secret</classCode>',
        '<correspAction type="sent"><persName>Smith</persName><placeName>Paris</placeName><date when="1949-03-17T15:00:00"/></correspAction><correspAction type="received"><orgName>Secretary of State</orgName></correspAction>',
      ],
    ],
    [
      'd2: markings in the first paragraph, an undated document',
      'd2',
      [
        '>Secret</classCode>',
        '>Priority</classCode>',
        '<date>undated</date> <placeName>Washington</placeName>',
        '<persName>Jones</persName>',
      ],
    ],
    [
      'd3: a source note in the head',
      'd3',
      [
        '<repository>National Archives and Records Administration</repository>',
        '>POL 7 USSR</idno>',
        '>Confidential</classCode>',
        '>Limdis</classCode>',
        '<resp key="drafted">Drafted by</resp><persName>Ann Poe</persName>',
        '<persName corresp="#p_RD1">Rusk</persName>',
        '<persName>Doe &amp; Roe</persName>',
        '<date when="1964-11-19">',
      ],
    ],
    [
      'd4: a source note without its type',
      'd4',
      ['<repository>Johnson Library</repository>', '>Secret</classCode>', '<orgName>Embassy in Japan</orgName>'],
    ],
    [
      'd5: a note of summary and source; date and place in the heading',
      'd5',
      [
        '<repository>Ford Library</repository>',
        '>Top Secret</classCode>',
        '<date when="1974-04-27">April 27, 1974</date> <placeName>Washington</placeName>',
        '#memorandum-of-conversation',
      ],
    ],
    [
      'd6: all facts in the heading',
      'd6',
      ['<repository>Kennedy Library</repository>', '>Top Secret</classCode>', '<persName>Fisk</persName>', '#letter'],
    ],
    ['d7: an editorial note', 'd7', ['#editorial-note']],
    ['d8: a document withheld in full', 'd8', ['<repository>Department of State</repository>', '>Secret</classCode>']],
  ])('reads %s', (_, id, expected) => {
    const header = headerOf(id);
    for (const part of expected) expect(header).toContain(part);
  });

  it('takes no source and no date from the text of an editorial note, nor a date of the body for the document’s', () => {
    expect(headerOf('d7')).not.toContain('msDesc');
    expect(headerOf('d7')).not.toContain('creation');
    expect(headerOf('d3')).not.toContain('1900');
  });

  it('reads of a choice what the editor reads', () => {
    const dateline =
      '<dateline><choice><orig>Phila</orig><reg>Philadelphia</reg></choice>, <date when="1790-01-02"><choice><abbr>Jany.</abbr><expan>January</expan></choice> <sic>2d</sic>, 1790</date></dateline>';
    const { text } = enrich(volume('', document('d1', `<head>To Ware</head>${dateline}<p>Sir.</p>`)));
    expect(text).toContain('>January 2d, 1790</date>');
  });

  it('knows where each character of the original has come to stand', () => {
    const originals = Array.from(enriched.text, (_, offset) => enriched.originalOffset(offset));
    expect(originals[0]).toBe(0);
    expect(originals.at(-1)).toBe(plain.length - 1);
    expect(
      originals.every((o, i) => i === 0 || o - (originals[i - 1] ?? 0) === 0 || o - (originals[i - 1] ?? 0) === 1),
    ).toBe(true);
    for (const id of ['d1', 'd3', 'd8']) {
      const tag = `xml:id="${id}"`;
      expect(enriched.originalOffset(enriched.text.lastIndexOf(tag))).toBe(plain.lastIndexOf(tag));
    }
  });

  const heading = (sender: string): string =>
    document(
      'd1',
      `<head>1. Letter From <persName type="from" ${sender}>Doe</persName> to <persName type="to">Poe</persName></head><p>x</p>`,
    );
  const entry =
    '<item><hi rend="strong"><persName xml:id="p_D" ref="https://viaf.org/1 #x">Doe, J.</persName></hi>, consul</item>';
  it.each([
    ['on the name in the list', entry, 'corresp="#p_D"', 'https://viaf.org/1'],
    [
      'on the name in the list, behind others',
      `<item><persName xml:id="p_E"/></item>${entry}`,
      'corresp="#p_D"',
      'https://viaf.org/1',
    ],
    [
      'on a name in an entry that has the id',
      '<item xml:id="p_D"><persName ref="https://viaf.org/1"/></item>',
      'corresp="#p_D"',
      'https://viaf.org/1',
    ],
    [
      'as numbers of a person',
      '<person xml:id="p_D"><persName>Doe</persName><idno type="VIAF">https://viaf.org/1</idno><idno>7</idno><idno> https://d-nb.info/gnd/2\n</idno></person>',
      'corresp="#p_D"',
      'https://viaf.org/1 https://d-nb.info/gnd/2',
    ],
    ['on the name itself', entry, 'corresp="#p_D" ref="https://viaf.org/9"', 'https://viaf.org/9'],
    ['nowhere', '<item><persName xml:id="p_D">Doe</persName></item>', 'corresp="#p_D"', undefined],
    ['only on another person', entry, 'corresp="#p_E"', undefined],
    ['on a name that points nowhere', entry, '', undefined],
    ['on a name whose link is in doubt', entry, 'corresp="#p_D" cert="low"', undefined],
    [
      'on one of two names of an entry',
      '<item xml:id="p_D"><persName ref="https://viaf.org/1"/><persName ref="https://viaf.org/2"/></item>',
      'corresp="#p_D"',
      undefined,
    ],
    [
      'in an entry of two persons',
      '<item xml:id="p_D"><persName xml:id="p_F" ref="https://viaf.org/1"/></item>',
      'corresp="#p_D"',
      undefined,
    ],
    ['in another volume', '<item><persName xml:id="p_D" ref="frus1964#p_D"/></item>', 'corresp="#p_D"', undefined],
  ])('carries the address in an authority file to the sender where it stands %s', (_, items, sender, expected) => {
    const { text } = enrich(volume('', `<list>${items}</list>${heading(sender)}`));
    const sent = /<correspAction type="sent">(.*?)<\/persName>/.exec(text)?.[1];
    expect(/ ref="([^"]*)"/.exec(sent ?? '')?.[1]).toBe(expected);
    expect(/<correspAction type="received">(.*?)<\/persName>/.exec(text)?.[1]).toBe('<persName>Poe');
  });

  it('leaves a document that has its header already, and a volume that was enriched before', () => {
    expect(enrich(enriched.text).text).toBe(enriched.text);
    const partly = plain.replace('<sourceDesc>', '<sourceDesc><msDesc corresp="#d3"/></sourceDesc><sourceDesc>');
    expect(enrich(partly).headers).toBe(7);
  });

  it('makes the missing parts of a header in the order of TEI', () => {
    const { text } = enrich(volume(''));
    const places = ['</sourceDesc>', '</fileDesc>', '<encodingDesc>', '<profileDesc>', '</teiHeader>'].map((tag) =>
      text.lastIndexOf(tag),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it('never throws on XML that is broken or no volume at all', () => {
    for (const text of [
      '',
      '<',
      '<TEI>',
      '<a b="',
      plain.slice(0, 900),
      plain.replaceAll('"', ''),
      plain.replaceAll('</', '<'),
    ])
      expect(() => enrich(text)).not.toThrow();
  });
});

const volumes = packageFile('../shared/volumes');
if (!existsSync(volumes)) console.warn(`SKIPPED: enriching the FRUS volumes; ${volumes} is not here.`);

describe.skipIf(!existsSync(volumes))('enriching the series', () => {
  it.each(existsSync(volumes) ? readdirSync(volumes) : [])('%s: one header for each document, well-formed', (name) => {
    const text = readFileSync(join(volumes, name), 'utf8');
    const { text: result, documents, headers } = enrich(text);
    expect(documents).toBe(text.match(/<div\b[^>]*\btype="document"/g)?.length);
    expect(headers).toBe(documents);
    expect(readXml(new SourceFile(name, result), {})).toEqual([]);
  });

  it.each<[string, readonly string[]]>([
    [
      '1. Record of Actions, 474th NSC Meeting, January 12. Tests. Top Secret. 2 pp. Department of State, Lot 66 D 95, Records of Action by Council.',
      [],
    ],
    [
      '2. Letter From Gilpatric to Fisher, March 16. Concern. Secret. 1 p. Kennedy Library, Telegrams to Geneva.',
      ['Gilpatric', 'Fisher'],
    ],
    [
      '3. Memorandum of Conversation, June 3, between Rusk and Gromyko. Proposal from Moscow to Bonn. Secret. 8 pp. Department of State, Central Files.',
      ['Rusk', 'Gromyko'],
    ],
  ])('reads the correspondents of a citation from its title: %s', (head, names) => {
    const { text } = enrich(volume('', document('d1', `<head>${head}</head>`)));
    const correspondents = /<correspDesc.*?<\/correspDesc>/s.exec(text)?.[0] ?? '';
    expect([...correspondents.matchAll(/<(?:pers|org)Name>(.*?)</g)].map(([, name]) => name)).toEqual(names);
  });
});
