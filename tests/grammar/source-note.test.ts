import { describe, expect, it } from 'vitest';
import { readSourceNote } from '../../src/grammar/source-note.js';
import type { ActKey } from '../../src/model/header.js';

const STATE = 'Source: Department of State, Central Files, 611.00/5–160.';

function locator(text: string): string {
  return readSourceNote(text)
    .citation.map((part) => part.text)
    .join(', ');
}

/** The names of an act's parties, over all acts of that kind. */
function names(text: string, key: ActKey): string[] {
  return readSourceNote(text)
    .acts.filter((act) => act.key === key)
    .flatMap((act) => act.persons.map((person) => person.name));
}

describe('the citation', () => {
  it.each([
    [
      'Source: Department of State, Central Files, 611.00/5–160. Secret.',
      'Department of State',
      'Central Files, 611.00/5–160',
    ],
    [
      'Source; Carter Library, Plains File, Box 4, Chron: 5/77. Secret.',
      'Carter Library',
      'Plains File, Box 4, Chron: 5/77',
    ],
    ['Ford Library, NSC Files, Box 2. Secret. Drafted by Smith.', 'Ford Library', 'NSC Files, Box 2'],
    ['[Source: Ford Library, NSC Files, Box 2. Secret. 4 pages not declassified.]', 'Ford Library', 'NSC Files, Box 2'],
    ['Summary: A summary. Source: National Archives, RG 59, POL 7. Secret.', 'National Archives', 'RG 59, POL 7'],
    ['Source Department of State, FE Files: Lot 60 D 1. Secret.', 'Department of State', 'FE Files: Lot 60 D 1'],
    [
      'Source: Department of State S/S–NSC Files: Lot 63 D 351. Secret.',
      'Department of State',
      'S/S–NSC Files: Lot 63 D 351',
    ],
    [
      'Source: National Archives and Records Administration RG 59, POL US. Secret.',
      'National Archives and Records Administration',
      'RG 59, POL US',
    ],
    [
      'Source: Johnson Library, Memos, J. Edgar Hoover, Vol. I. Secret.',
      'Johnson Library',
      'Memos, J. Edgar Hoover, Vol. I',
    ],
    [
      'Source: JCS Records, CCS 381 Formosa (11–8–48) Sec. 29. Top Secret.',
      'JCS Records',
      'CCS 381 Formosa (11–8–48) Sec. 29',
    ],
    [
      'Source: Department of State, Central Files, 611.00/5–160 Secret; Niact.',
      'Department of State',
      'Central Files, 611.00/5–160',
    ],
    [
      'Source: Department of State, Central Files. POL 27 VIET S. Secret.',
      'Department of State',
      'Central Files. POL 27 VIET S',
    ],
    ['Source: Kennedy Library, Office Files, Box 1 [2 of 3].', 'Kennedy Library', 'Office Files, Box 1 [2 of 3]'],
  ])('%s', (text, repository, rest) => {
    expect(readSourceNote(text).repository).toBe(repository);
    expect(locator(text)).toBe(rest);
  });

  it.each([
    'Department of State Bulletin, April 1979, pp. 14–16',
    'Public Papers: Carter, 1977, Book I, pp. 444–451',
    'Seaborg, Journal, Vol. 8, pp. 565–566',
  ])('leaves a published source whole: %s', (citation) => {
    const reading = readSourceNote(`Source: ${citation}. The President spoke at noon.`);
    expect(reading.repository).toBeUndefined();
    expect(reading.citation).toEqual([{ element: 'idno', type: 'printed', text: citation }]);
  });

  it.each([
    ['763.72/406: Telegram', '763.72/406', 'telegram'],
    ['763.72111/34¾', '763.72111/34¾', undefined],
    ['711.1216M/2256', '711.1216M/2256', undefined],
    ['311.6121 Gorin, M. N./44: Telegram', '311.6121 Gorin, M. N./44', 'telegram'],
    ['740.00119 Control (Germany)/8–2844: Airgram', '740.00119 Control (Germany)/8–2844', 'airgram'],
    ['[851G.01/3–1749: Circular telegram]', '851G.01/3–1749', 'circular-telegram'],
  ])('reads the file number %s', (text, file, genre) => {
    const reading = readSourceNote(text);
    expect(reading.citation).toEqual([{ element: 'idno', type: 'file', text: file }]);
    expect(reading.genre).toBe(genre);
    expect(reading.repository).toBeUndefined();
  });

  it.each(['Policy Planning Staff Files: Lot 64 D 563', 'S/S–NSC Files: Lot 63D351: NSC 5 Series', 'J.C.S. Files'])(
    'reads the file reference %s',
    (text) => {
      expect(readSourceNote(text).citation).toEqual([{ element: 'collection', text }]);
    },
  );

  it('puts all collections before the first number, as TEI wants them', () => {
    const { citation } = readSourceNote(
      'Source: National Archives, NSC Files, Box 340, Subject Files, Stanford. Secret.',
    );
    expect(citation).toEqual([
      { element: 'collection', text: 'NSC Files' },
      { element: 'idno', type: 'box', text: 'Box 340' },
      { element: 'idno', type: 'folder', text: 'Subject Files, Stanford' },
    ]);
  });
});

describe('markings', () => {
  it.each([
    ['Secret; Niact; Limit Distribution.', 'Secret', ['Limit Distribution'], ['Niact']],
    [
      'Top Secret; Operational Immediate; RYBAT; PBSUCCESS.',
      'Top Secret',
      ['RYBAT', 'PBSUCCESS'],
      ['Operational Immediate'],
    ],
    ['Secret. Exdis. The meeting was held at the White House.', 'Secret', ['Exdis'], []],
    ['Secret Priority.', 'Secret', [], ['Priority']],
    ['Top Secret/Sensitive.', 'Top Secret', ['Sensitive'], []],
    ['Secret–Limit Distribution.', 'Secret', ['Limit Distribution'], []],
    ['Secret (Eyes Only).', 'Secret', ['Eyes Only'], []],
    ['Top Secret and Personal.', 'Top Secret', ['Personal'], []],
    ['Unclassified with Secret attachment.', 'Unclassified with Secret attachment', [], []],
    ['Secret; Noforn; Part II of III.', 'Secret', ['Noforn'], []],
    ['Secret; Nodis/Harvan/Double Plus; Exdis–TAG.', 'Secret', ['Nodis/Harvan/Double Plus', 'Exdis–TAG'], []],
    ['Secret: Niact.', 'Secret', [], ['Niact']],
    ['Secret, Drafted by Smith.', 'Secret', [], []],
    ['Secret.According to a note, nothing was sent.', 'Secret', [], []],
    ['Secret; U.S. Eyes Only.', 'Secret', ['U.S. Eyes Only'], []],
    [
      'Secret; Literally Eyes Only for the President; Flash.',
      'Secret',
      ['Literally Eyes Only for the President'],
      ['Flash'],
    ],
    ['Secret; [codeword not declassified].', 'Secret', ['[codeword not declassified]'], []],
    ['No classification marking.', 'No classification marking', [], []],
    ['No classification marking or drafting information appears on the record.', 'No classification marking', [], []],
    ['Office Use Only.', 'Office Use Only', [], []],
    ['Niact. Repeated to Bonn.', undefined, [], ['Niact']],
    ['Drafted by Smith.', undefined, [], []],
    ['The secret annex was not found.', undefined, [], []],
  ])('%s', (words, classification, handling, precedence) => {
    expect(readSourceNote(`${STATE} ${words}`)).toMatchObject({
      ...(classification === undefined ? {} : { classification }),
      handling,
      precedence,
    });
    expect(readSourceNote(`${STATE} ${words}`).classification).toBe(classification);
  });

  it('takes an unknown caveat by its place, and says that it is unknown', () => {
    const reading = readSourceNote(`${STATE} Secret; Larkspur.`);
    expect(reading.handling).toEqual(['Larkspur']);
    expect(reading.unknown).toMatchObject([{ text: 'Larkspur', where: 'markings' }]);
    expect(reading.certainty).toBe('medium');
  });

  it('finds the markings after the drafting', () => {
    const reading = readSourceNote(`${STATE} Drafted by Smith. Secret; Nodis.`);
    expect(reading).toMatchObject({ classification: 'Secret', handling: ['Nodis'] });
    expect(reading.acts).toHaveLength(1);
  });
});

describe('acts', () => {
  it.each<[string, Partial<Record<ActKey, string[]>>]>([
    ['Drafted by Smith on April 7.', { drafted: ['Smith'] }],
    ['Drafted and approved by Smith (EUR/SOV).', { drafted: ['Smith'], approved: ['Smith'] }],
    [
      'Drafted by Smith; cleared in draft by Secretary Jones and in substance by Brown; and approved by the Secretary.',
      { drafted: ['Smith'], cleared: ['Jones', 'Brown'], approved: ['Secretary'] },
    ],
    [
      'Drafted in CA by Smith and cleared with EUR, L, S/S–RO, and H.',
      { drafted: ['Smith'], cleared: ['EUR', 'L', 'S/S–RO', 'H'] },
    ],
    ['Drafted in CA; cleared in draft by Jones.', { drafted: ['CA'], cleared: ['Jones'] }],
    [
      'Drafted by Ann Smith in CA and Jones, Brown, and Gray in NA.',
      { drafted: ['Ann Smith', 'Jones', 'Brown', 'Gray'] },
    ],
    ['Drafted by Ann B. Smith, First Secretary of Embassy.', { drafted: ['Ann B. Smith'] }],
    [
      'Approved by the Deputy Director of the Executive Secretariat, Ann B. Smith, Jr.',
      { approved: ['Ann B. Smith, Jr.'] },
    ],
    [
      'Drafted by the Acting Legal Adviser, Ann Smith, and cleared with Jones.',
      { drafted: ['Ann Smith'], cleared: ['Jones'] },
    ],
    [
      'Drafted by Analyst Ann Smith of INR’s Office of Research and Analysis for East Asia and Pacific.',
      { drafted: ['Ann Smith'] },
    ],
    [
      'Cleared by Assistant Secretary of State Smith, and NSC Executive Secretary Ann Jones.',
      { cleared: ['Smith', 'Ann Jones'] },
    ],
    [
      'Cleared by Ann Smith, Deputy Assistant Secretary of State for Near Eastern, South Asian, and African Affairs.',
      { cleared: ['Ann Smith'] },
    ],
    [
      'Drafted and approved by Smith (S/AL) December 9, and in S/S–S by Ann Jones.',
      { drafted: ['Smith'], approved: ['Smith', 'Ann Jones'] },
    ],
    [
      'Drafted by Smith and approved in S on May 5 and by the White House on May 6.',
      { drafted: ['Smith'], approved: ['S', 'White House'] },
    ],
    [
      'Drafted by Smith, cleared by Jones, and initialed by Gray (S) for Brown.',
      { drafted: ['Smith'], cleared: ['Jones'], initialed: ['Gray'] },
    ],
    ['Approved for transmission by Smith, who initialed for Jones, Brown, and Gray.', { approved: ['Smith'] }],
    ['Cleared by Smith, according to a note in Jones’s handwriting, and by Brown.', { cleared: ['Smith', 'Brown'] }],
    ['Drafted by Smith. Concurred in by Jones, EUR, and L.', { drafted: ['Smith'], cleared: ['Jones', 'EUR', 'L'] }],
    [
      'Submitted by the Director and concurred in by the U.S. Intelligence Board.',
      { cleared: ['U.S. Intelligence Board'] },
    ],
    ['All members of the IAC concurred in this estimate on May 5.', { cleared: ['IAC'] }],
    [
      'Drafted by [name not declassified] and released by King.',
      { drafted: ['[name not declassified]'], released: ['King'] },
    ],
    [
      'Drafted by Smith; approved by Read in S/S; cleared in EUR, E, and H. Forwarded to Rusk by Read.',
      { drafted: ['Smith'], approved: ['Read'], cleared: ['EUR', 'E', 'H'] },
    ],
    ['According to another copy, this memorandum was drafted by Smith.', { drafted: ['Smith'] }],
    [
      'No drafting information appears on the source text, but a copy indicates that it was drafted by Smith.',
      { drafted: ['Smith'] },
    ],
    ['Kissinger initialed the approve option.', { approved: ['Kissinger'] }],
    ['Smith drafted the memorandum.', { drafted: ['Smith'] }],
    [
      'Drafted by de Roy and van Dorn; cleared with EUR–Smith, DOD/ISA:Ann Jones, and (in substance) Brown.',
      { drafted: ['de Roy', 'van Dorn'], cleared: ['Smith', 'Ann Jones', 'Brown'] },
    ],
    [
      'Signed for Smith by Ann Jones; approved, with revisions, by Brown.',
      { signed: ['Ann Jones'], approved: ['Brown'] },
    ],
    ['Drafted by Smith and initialed by Jones to indicate his approval.', { drafted: ['Smith'], initialed: ['Jones'] }],
    ['The source text is marked “Cleared by Mr. Smith.”', { cleared: ['Smith'] }],
    ['Drafted in IO/UNP by several staff members.', { drafted: ['IO/UNP'] }],
    ['Transcribed by Ann Smith.', { transcribed: ['Ann Smith'] }],
  ])('%s', (words, wanted) => {
    const text = `${STATE} Secret. ${words}`;
    const found: Partial<Record<ActKey, string[]>> = {};
    for (const { key } of readSourceNote(text).acts) found[key] = names(text, key);
    expect(found).toEqual(wanted);
  });

  it.each([
    'A memorandum of their talk, drafted by Smith and approved by Jones, is not printed.',
    'The attachment was drafted in S/P.',
    'Not cleared with Smith.',
    'An earlier draft was originally drafted by Smith and cleared by five bureaus.',
    'Jones wrote: “The paper was drafted by Smith.”',
    'There is no indication that it was approved by Smith.',
    'A summary was transmitted in telegram 5, drafted by Smith. (Drafted by Jones; ibid.)',
    'The memorandum bears no drafting information.',
  ])('leaves another document out: %s', (words) => {
    expect(readSourceNote(`${STATE} Secret. ${words}`).acts).toEqual([]);
  });

  it('keeps titles and offices as roles, offices apart from persons, the note’s phrase and its date', () => {
    const [drafted, cleared] = readSourceNote(
      `${STATE} Secret. Drafted by Colonel Ann Smith (PM/ISP) on April 7; cleared in draft with L/FE.`,
    ).acts;
    expect(drafted).toMatchObject({
      phrase: 'Drafted by',
      when: 'April 7',
      persons: [{ name: 'Ann Smith', role: 'Colonel, PM/ISP' }],
    });
    expect(cleared).toMatchObject({ phrase: 'cleared in draft with', persons: [{ name: 'L/FE', isOffice: true }] });
  });

  it('gives each act its place in the note', () => {
    const text = `${STATE} Secret. Drafted by Smith and cleared by Jones. Repeated to Bonn.`;
    const spans = readSourceNote(text).acts.map(({ span }) => text.slice(span.start, span.end));
    expect(spans[0]).toContain('Drafted by Smith');
    expect(spans[1]).toContain('cleared by Jones');
  });
});

describe('transmission', () => {
  it.each([
    'Repeated to Bonn and London.',
    'Also sent to Wellington and repeated to Santiago.',
    'Copies were sent to Smith and Jones.',
    'Transmitted in two sections.',
    'Received at 8:15 p.m.',
    'There is no time of transmission on the source text.',
  ])('%s', (sentence) => {
    expect(readSourceNote(`${STATE} Secret. Drafted by Smith. ${sentence}`).transmission).toEqual([sentence]);
  });

  it('is not about another telegram', () => {
    expect(readSourceNote(`${STATE} Secret. A summary was sent to Bonn in telegram 5.`).transmission).toEqual([]);
  });
});
