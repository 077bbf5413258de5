import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode } from '../../src/encode/encode.js';
import type { Block, DocumentNode } from '../../src/model/document.js';
import type { SuppliedDocument } from '../../src/model/manifest.js';
import { SourceFile } from '../../src/model/source-file.js';
import { runs } from '../runs.js';
import { type CableFields, type CableLayout, fields, layout, precedenceWords, typed } from './cable-texts.js';
import { encodedCable, paragraphs, words } from './encoded-cable.js';

function lists(blocks: readonly Block[], label: RegExp): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.element !== 'list' || !label.test(words(block.children[0] as DocumentNode))) return [];
    return block.children.slice(1).map((item) =>
      words(item)
        .replace(/\s+/g, ' ')
        .replace(/^[A-Z]\. |[;,]$/g, '')
        .trim(),
    );
  });
}

const official = (name: string): string => name.slice(name.indexOf(':') + 1);

/** What the encoder reads in a cable as the fields that it was typed from. */
function read(text: string): Record<string, unknown> {
  const { documents, diagnostics, document, blocks, acts } = encodedCable(text);
  const { facts, header } = document ?? {};
  return {
    documents,
    lost: diagnostics.filter(({ code }) => code === 'EN001').length,
    shape: document?.shape,
    from: header?.from?.map(({ name }) => name),
    to: header?.to?.map(({ name }) => name),
    info: header?.info?.map(({ name }) => name),
    precedence: header?.source?.precedence,
    when: facts?.dateline?.date?.when,
    classification: header?.source?.classification,
    message: facts?.message,
    handling: [...(header?.source?.handling ?? [])].sort(),
    subject: lists(blocks, /^SUBJ/).join(' '),
    references: lists(blocks, /^REF/),
    drafted: acts('drafted'),
    approved: acts('approved'),
    cleared: [...acts('cleared')].sort(),
    signed: facts?.signed,
    paragraphs: paragraphs(blocks),
  };
}

function wanted(cable: CableFields, how: CableLayout): Record<string, unknown> {
  // Only the heads that the Department's own telegrams have name who drafted them.
  const hasDrafting = how.head === 'archive' || how.head === 'situation-room';
  const names = (list: readonly (string | undefined)[]): readonly string[] =>
    hasDrafting ? list.flatMap((name) => (name === undefined ? [] : [official(name)])) : [];
  return {
    documents: 1,
    lost: 0,
    shape: 'cable',
    from: [cable.from],
    to: cable.to,
    info: cable.info,
    precedence: precedenceWords(cable.precedence),
    when: cable.when,
    classification: cable.classification,
    message: `${cable.station} ${cable.number}`,
    handling: [...cable.handling].sort(),
    subject: cable.subject,
    references: cable.references,
    drafted: names([cable.drafted]),
    approved: names([cable.approved]),
    cleared: [...names(cable.cleared)].sort(),
    signed: [cable.signed],
    paragraphs: cable.paragraphs.map((text, index) => (how.isNumbered ? `${index + 1}. ${text}` : text)),
  };
}

describe('a cable, typed in any of its layouts', () => {
  it('is read as what it was typed from', () => {
    fc.assert(
      fc.property(fields, layout, (cable, how) => {
        expect(read(typed(cable, how))).toEqual(wanted(cable, how));
      }),
      { numRuns: runs(250) },
    );
  });

  it('and another after it, where both end with NNNN or begin a page of their own', () => {
    fc.assert(
      fc.property(fields, fields, layout, (first, second, how) => {
        fc.pre(first.number !== second.number && first.group !== second.group);
        const both = [first, second].map((cable) => typed(cable, { ...how, tail: 'nnnn' }));
        const { value = [] } = encode(new SourceFile('cables.txt', both.join('\n\n')));
        expect(value.map(({ facts }) => facts.message)).toEqual([first, second].map((c) => `${c.station} ${c.number}`));
      }),
      { numRuns: runs(150) },
    );
  });
});

describe('what is doubtful in a cable', () => {
  const text = readFileSync(new URL('../golden/encode/cable-doubts/input.txt', import.meta.url), 'utf8');
  const found = (supplied: Partial<SuppliedDocument>): { readonly codes: readonly string[]; readonly tei: string } => {
    const documents: readonly SuppliedDocument[] = [{ kind: 'document', id: 'd1', file: 'cable.txt', ...supplied }];
    const { value = [] } = encode(new SourceFile('cable.txt', text), { documents });
    return { codes: value.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)), tei: value[0]?.tei ?? '' };
  };

  it('is said with the line and what settles it', () => {
    const { codes, tei } = found({});
    expect(codes).toEqual(expect.arrayContaining(['EN060', 'EN062', 'EN065', 'EN066', 'EN069']));
    expect(tei).toContain('<signed cert="low">');
    expect(tei).toContain('<date when="1976-01-08T11:44:00Z" cert="low">');
  });

  it('is settled by the manifest', () => {
    const { codes, tei } = found({ signed: 'CARVER', when: '1976-01-08', reading: 'checked' });
    for (const code of ['EN060', 'EN062', 'EN066']) expect(codes).not.toContain(code);
    expect(tei).toContain('<signed><persName>CARVER</persName></signed>');
  });

  it('does not keep the editor from giving a heading and a source note', () => {
    const source = 'Source: National Archives, RG 59, Central Foreign Policy Files, D760010–0178. Confidential.';
    const { tei } = found({ head: 'Telegram From the Embassy in Portugal to the Department of State', source });
    expect(tei).toContain('<repository>National Archives</repository>');
    expect(tei).toContain('<classCode scheme="#precedence" ana="#priority">Priority</classCode>');
    expect(tei).toMatch(/<note type="source" resp="#editor">Source: National Archives/);
  });
});

describe('the signature of a cable', () => {
  it.each(['NODIS', 'EXDIS', 'LIMDIS NOFORN', 'NODIS/CHEROKEE'])(
    'is the name above a caption that is repeated below it: %s',
    (caption) => {
      const text = `O 141820Z SEP 72\nFM SECSTATE WASHDC\nTO AMEMBASSY LISBON IMMEDIATE\nBT\nS E C R E T STATE 168001\n\n${caption}\n\nE.O. 11652: GDS\nTAGS: PFOR, PO\nSUBJECT: FISHERIES\n\n1. THE MINISTER WILL CALL ON MONDAY.\n\nROGERSON\n\n${caption}\nBT\n`;
      const tei = encode(new SourceFile('text.txt', text)).value?.[0]?.tei ?? '';
      expect(tei).toContain('<signed><persName>ROGERSON</persName></signed>');
    },
  );
});

describe('a text is a cable', () => {
  const shapeOf = (text: string): string | undefined => encode(new SourceFile('text.txt', text)).value?.[0]?.shape;

  it('by its transmission, or by its number beside E.O. and TAGS', () => {
    expect(shapeOf('R 010203Z FEB 77\nFM USMISSION GENEVA\nTO SECSTATE WASHDC\n\nMEETING ADJOURNED.\n')).toBe('cable');
    expect(shapeOf('UNCLAS GENEVA 00777\n\nE.O. 11652: N/A\nTAGS: SHUM\n\nMEETING ADJOURNED.\n')).toBe('cable');
    expect(shapeOf('PAGE 01  MOSCOW 00279  081245Z\n\nFM AMEMBASSY MOSCOW\n\nMEETING ADJOURNED.\n')).toBe('cable');
  });

  it('and not because a classification is typed letter by letter, or a date-time group is mentioned', () => {
    const memorandum = (line: string): string =>
      `THE WHITE HOUSE\nWASHINGTON\n\nC O N F I D E N T I A L\n\nMEMORANDUM FOR: THE PRESIDENT\nFROM: HENRY KELLER\nSUBJECT: Harbours\n\n${line}\n`;
    expect(shapeOf(memorandum('The Minister called on Monday.'))).toBe('typescript');
    expect(shapeOf(memorandum('The message of\nP 081130Z JAN 75 has been lost.'))).toBe('typescript');
    expect(shapeOf(memorandum('S E C R E T'))).toBe('typescript');
  });
});

describe('the classification of a cable', () => {
  it.each([
    ['UNCLAS', 'Unclassified'],
    ['U N C L A S', 'Unclassified'],
    ['UNCLAS E F T O', 'Unclassified'],
    ['LIMOFFUSE', 'Limited Official Use'],
    ['LOU', 'Limited Official Use'],
    ['SBU', 'Sensitive But Unclassified'],
    ['SENSITIVE BUT UNCLASSIFIED', 'SENSITIVE BUT UNCLASSIFIED'],
    ['C O N F I D E N T I A L', 'CONFIDENTIAL'],
    ['SECRET', 'SECRET'],
  ])('is the line that says nothing else: %s', (line, classification) => {
    const text = `R 141820Z SEP 72\nFM AMEMBASSY LISBON\nTO SECSTATE WASHDC\nBT\n${line}\n\nSUBJECT: FISHERIES\n\n1. THE MINISTER WILL CALL ON MONDAY.\nBT\n`;
    const { document, diagnostics } = encodedCable(text);
    expect(document?.header.source?.classification).toBe(classification);
    expect(diagnostics.map(({ code }) => code)).not.toContain('EN062');
  });
});

describe('the date-time group of a cable', () => {
  it('keeps the signs that are typed right behind it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('-', '–', '.', '*', '/', '=', ' '), maxLength: 5 }), (signs) => {
        const text = `R 141820Z SEP 72${signs}\nFM AMEMBASSY LISBON\nTO SECSTATE WASHDC\nBT\nUNCLAS LISBON 1234\n1. THE MINISTER WILL CALL.\nBT\n`;
        const { diagnostics } = encodedCable(text);
        expect(diagnostics.map(({ code }) => code)).not.toContain('EN001');
      }),
    );
  });
});

describe('a message on a form of the Department with its own transmission', () => {
  it('is read by its transmission', () => {
    const text =
      "INCOMING TELEGRAM          DEPARTMENT OF STATE\n                    -SECRET-\nAction: NEA   Control: 15221\nRec'd: JULY 22, 1958  12:44 P.M.\nP 221530Z JUL 58\nFM AMEMBASSY BEIRUT\nTO SECSTATE WASHDC PRIORITY 662\nINFO AMEMBASSY LONDON 118\nBT\nS E C R E T BEIRUT 662\nLIMIT DISTRIBUTION\nSUBJECT: THE TRAM LINE\n\n1. HE WISHES NO PAPER.\n\n2. GENERAL CONCURS.\nMCCLINTOCK\nBT\n";
    const { document, blocks } = encodedCable(text);
    expect(document?.facts.message).toBe('BEIRUT 662');
    expect(document?.header.to?.map(({ name }) => name)).toEqual(['SECSTATE WASHDC']);
    expect(document?.header.info?.map(({ name }) => name)).toEqual(['AMEMBASSY LONDON']);
    expect(document?.facts.signed).toEqual(['MCCLINTOCK']);
    expect(paragraphs(blocks)).toEqual(['1. HE WISHES NO PAPER.', '2. GENERAL CONCURS.']);
  });
});

describe('markings that are repeated below the text of a cable', () => {
  it.each(['S E C R E T', 'SECRET', 'S E C R E T\n\nNODIS'])('leave the signature its place: %s', (marks) => {
    const text = `P 031240Z SEP 80\nFM AMEMBASSY COLOMBO\nTO SECSTATE WASHDC PRIORITY 7719\nBT\nS E C R E T COLOMBO 05512\n\nNODIS\n\n1. HE EXPECTS A PROTEST WHATEVER HE DOES.\n\n2. A REPLY BEFORE THE BUDGET SPEECH WOULD BE IN GOOD TIME. WINTHROP\n${marks}\n\nNNNN\n`;
    const { document, blocks } = encodedCable(text);
    expect(document?.facts.signed).toEqual(['WINTHROP']);
    expect(paragraphs(blocks).join(' ')).not.toMatch(/S ?E ?C ?R ?E ?T|NODIS/);
  });
});
