import { describe, expect, it } from 'vitest';
import { readSourceNote } from '../../src/grammar/source-note.js';

const STATE = 'Source: Department of State, Central Files, 611.00/5–160.';

function locator(text: string): string {
  return readSourceNote(text)
    .citation.map((part) => part.text)
    .join(', ');
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
    ['File No. 861.51/140', 'File No. 861.51/140', undefined],
    ['F.W. 893.00/1234', 'F.W. 893.00/1234', undefined],
    ['793.94 Commission/345: Telegram (part air)', '793.94 Commission/345', 'telegram'],
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

  it('parts a collection from its file number', () => {
    expect(readSourceNote('Paris Peace Conf. 184.00101/9').citation).toEqual([
      { element: 'collection', text: 'Paris Peace Conf.' },
      { element: 'idno', type: 'file', text: '184.00101/9' },
    ]);
  });

  it.each(['[Attachment]', 'Circular.', 'Unnumbered.', 'Enclosure'])('makes no place of keeping of %s', (text) => {
    expect(readSourceNote(text).citation).toEqual([]);
  });

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
