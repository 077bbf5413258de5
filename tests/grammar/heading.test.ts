import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHeading } from '../../src/grammar/heading.js';
import { TAXONOMIES } from '../../src/tei/taxonomy.js';
import { runs } from '../runs.js';

function parties(text: string): { from: string[]; to: string[] } {
  const of = (type: 'from' | 'to'): string[] =>
    readHeading(text)
      .correspondents.filter((c) => c.type === type)
      .map((c) => `${c.element} ${text.slice(c.span.start, c.span.end)}`);
  return { from: of('from'), to: of('to') };
}

describe('number and genre', () => {
  it.each([
    ['73. Letter From Secretary of State Rusk to Acting Attorney General Katzenbach', '73', 'letter'],
    ['No. 21Memorandum by the Secretary of State', '21', 'memorandum'],
    ['No. 7 Telegram From the Embassy in Japan to the Department of State', '7', 'telegram'],
    ['[4.] Editorial Note', '4', 'editorial-note'],
    ['72A. Memorandum for the Record', '72A', 'memorandum-for-the-record'],
    ['The Secretary of State to the Ambassador in China (Gauss)', undefined, undefined],
    ['108. Memorandurn for the Record', '108', 'memorandum-for-the-record'],
    [
      '5. Memorandum of a Telephone Conversation Between the President and the Secretary of State',
      '5',
      'memorandum-of-telephone-conversation',
    ],
    ['Memorandum of Conversation, by the Under Secretary of State (Welles)', undefined, 'memorandum-of-conversation'],
    [
      '9. Memorandum of Discussion at the 300th Meeting of the National Security Council',
      '9',
      'memorandum-of-conversation',
    ],
    ['201. Memorandum of Conference With President Eisenhower', '201', 'memorandum-of-conference'],
    ['1. Circular Telegram From the Department of State to Certain Posts', '1', 'circular-telegram'],
    ['2. Telegram Secto 27/727 From the Secretary of State to the Department of State', '2', 'telegram'],
    ['3. Airgram A-11 From the Embassy in Somalia to the Department of State', '3', 'airgram'],
    ['4. Special National Intelligence Estimate', '4', 'special-national-intelligence-estimate'],
    ['5. National Security Action Memorandum No. 171', '5', 'nsam'],
    ['6. Action Memorandum From the Director (Smith) to the Secretary', '6', 'action-memorandum'],
    ['7. Backchannel Message From the Ambassador in Iran (Helms) to the President', '7', 'message'],
    ['8. Minutes of the Cabinet Meeting', '8', 'minutes'],
    ['9. Paper Prepared in the Department of State', '9', 'paper'],
    ['10. Address by President Ford', '10', 'public-statement'],
    ['11. Copy of a Telegram From the Ambassador in India (Bunker) to the Department of State', '11', 'telegram'],
  ])('%s', (text, number, genre) => {
    const reading = readHeading(text);
    expect(reading.number).toBe(number);
    expect(reading.genre).toBe(genre);
  });

  it('names genres of the taxonomy only', () => {
    const known = new Set(TAXONOMIES.find(({ id }) => id === 'genre')?.categories.map(({ id }) => id));
    for (const head of [
      'Letter From A',
      'Note From B',
      'Notes of a Meeting',
      'Record of Action',
      'Diary Entry',
      'Aide-Mémoire',
    ]) {
      expect(known).toContain(readHeading(head).genre);
    }
  });
});

describe('correspondents', () => {
  it.each([
    [
      '73. Letter From Secretary of State Rusk to Acting Attorney General Katzenbach',
      ['persName Rusk'],
      ['persName Katzenbach'],
    ],
    [
      'The Acting Secretary of State to the Ambassador in the Soviet Union (Steinhardt)',
      ['gloss Acting Secretary of State'],
      ['persName Steinhardt'],
    ],
    ['President Wilson to the Secretary of State', ['persName Wilson'], ['gloss Secretary of State']],
    [
      '1. Telegram From the Embassy in the United Kingdom to the Department of State',
      ['gloss Embassy in the United Kingdom'],
      ['gloss Department of State'],
    ],
    [
      '2. Telegram From the Mission to the United Nations to the Department of State',
      ['gloss Mission to the United Nations'],
      ['gloss Department of State'],
    ],
    [
      '3. Telegram From the Ambassador to the Soviet Union (Kohler) to the President’s Special Assistant (Bundy)',
      ['persName Kohler'],
      ['persName Bundy'],
    ],
    [
      '4. Letter From Chairmen Khrushchev and Brezhnev to President Kennedy',
      ['persName Khrushchev', 'persName Brezhnev'],
      ['persName Kennedy'],
    ],
    [
      '5. Telegram From Ambassador U. Alexis Johnson, at Geneva, to the Department of State',
      ['persName U. Alexis Johnson'],
      ['gloss Department of State'],
    ],
    [
      '6. Memorandum From Ann Smith of the National Security Council Staff to the President’s Assistant (Rostow)',
      ['persName Ann Smith'],
      ['persName Rostow'],
    ],
    [
      '7. Telegram From Secretary of State Rusk at Geneva to President Johnson in Texas',
      ['persName Rusk'],
      ['persName Johnson'],
    ],
    ['8. Memorandum for the Chief of the Western Hemisphere Division (King)', [], ['persName King']],
    [
      '9. Memorandum of Conversation Between Secretary of State Rusk and the Soviet Ambassador (Dobrynin)',
      ['persName Rusk'],
      ['persName Dobrynin'],
    ],
    ['Memorandum of Conversation, by Mr. Alger Hiss, Assistant to the Adviser (Hornbeck)', ['persName Alger Hiss'], []],
    [
      'Memorandum by the Secretary of State of a Conversation With the German Ambassador (Bernstorff)',
      ['gloss Secretary of State'],
      ['persName Bernstorff'],
    ],
    [
      '10. Telegram From Operation X Headquarters in Florida to the CIA Station in [place not declassified]',
      ['gloss Operation X Headquarters in Florida'],
      ['gloss CIA Station in [place not declassified]'],
    ],
    [
      '11. Memorandum From Vice President Mondale to President Carter, Washington, May 5, 1977',
      ['persName Mondale'],
      ['persName Carter'],
    ],
    [
      '12. Letter From Joseph N. Greene, Jr., of the Executive Secretariat to Senator Ann Smith',
      ['persName Joseph N. Greene, Jr.'],
      ['persName Ann Smith'],
    ],
    [
      'The Department of State to the British Embassy Aide-Mémoire',
      ['gloss Department of State'],
      ['gloss British Embassy'],
    ],
    [
      '15. Telegram From the Delegation to the Foreign Ministers Meetings to the Department of State and the Embassy in France',
      ['gloss Delegation to the Foreign Ministers Meetings'],
      ['gloss Department of State', 'gloss Embassy in France'],
    ],
    [
      '16. Letter From the Ambassador-designate to Vietnam (Lodge) to Senator Ann Smith',
      ['persName Lodge'],
      ['persName Ann Smith'],
    ],
    [
      'The Representative of President Roosevelt to Pope Pius XII (Taylor) to the Secretary of State',
      ['persName Taylor'],
      ['gloss Secretary of State'],
    ],
    ['13. Editorial Note', [], []],
    ['14. Memorandum for the Record', [], []],
    ['15. Papers Used to brief President-elect Roe', [], []],
    [
      '16. Memorandum of a Conversation Between the Assistant Secretary for Near Eastern, South Asian, and African Affairs (Roe) and Foreign Minister Doe',
      ['persName Roe'],
      ['persName Doe'],
    ],
    [
      '17. Memorandum of Conversation Between President Roe and Minister of Defense Doe and other U.S. officials',
      ['persName Roe'],
      ['persName Doe'],
    ],
    ['18. Statement by Secretary of State Roe Before the Senate Finance Committee', ['persName Roe'], []],
    ['19. Address by President Roe Before a Joint Session of the Congress', ['persName Roe'], []],
    [
      '20. Address by President Roe to a Joint Session of the Congress',
      ['persName Roe'],
      ['gloss Joint Session of the Congress'],
    ],
    ['21. Memorandum by the Counselor (Roe) on Proposed Reply to British Note of March 15', ['persName Roe'], []],
    ['22. Instructions for the Ambassador to the Soviet Union (Roe)', [], ['persName Roe']],
    ['23. Nusup 1095 to Geneva', [], ['persName Geneva']],
    ['24. Personal memorandum from Roe to Doe', ['persName Roe'], ['persName Doe']],
    ['25. Draft Memorandum for the Record', [], []],
    ["26. Memorandum for the President's File", [], []],
    [
      '27. Telegram 5 From the Department of State to the Embassies in Peru, Costa Rica, and Austria',
      ['gloss Department of State'],
      ['gloss Embassies in Peru, Costa Rica, and Austria'],
    ],
    [
      '28. Telegram 6 From the Department of State to the Mission to the United Nations and Secretary of State Roe',
      ['gloss Department of State'],
      ['gloss Mission to the United Nations', 'persName Roe'],
    ],
    ['29. Memorandum by Mr. Max W. Bishop of the Division of Far Eastern Affairs', ['persName Max W. Bishop'], []],
    ['30. Telegram 1703 to USUN, March 14', [], ['gloss USUN']],
  ])('%s', (text, from, to) => {
    expect(parties(text)).toEqual({ from, to });
  });

  // The name in parentheses behind an office that ends in “to” is its holder's, or that of the chief of whoever is named: nobody received anything.
  const office = fc.constantFrom(
    ...'Ambassador,Special Assistant,Deputy,Adviser,Representative,Counselor,Minister,Military Aide'.split(','),
  );
  const of = fc.constantFrom('the United Kingdom', 'the Secretary of State', 'the President', 'France', 'the Adviser');
  const genre = fc.constantFrom(
    'Diary Entry by',
    'Memorandum by',
    'Memorandum of Conversation, by',
    'Report by',
    'Statement by',
    'Paper Prepared by',
  );
  const name = fc.constantFrom('Bruce', 'Hornbeck', 'Van Dyke', 'O’Neill', 'de Zulueta');
  it('names no receiver where an office ends in “to”', () => {
    fc.assert(
      fc.property(genre, office, of, name, (what, title, whom, holder) => {
        expect(parties(`7. ${what} the ${title} to ${whom} (${holder})`)).toEqual({
          from: [`persName ${holder}`],
          to: [],
        });
        expect(parties(`7. ${what} Mr. Ann Roe, ${title} to ${whom} (${holder})`)).toEqual({
          from: ['persName Ann Roe'],
          to: [],
        });
        expect(parties(`Letter From the ${title} to ${whom} (${holder}) to President Doe`)).toEqual({
          from: [`persName ${holder}`],
          to: ['persName Doe'],
        });
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('a dateline in the heading', () => {
  it.each([
    [
      '31. Memorandum of Conversation, Washington, September 26, 1975, 11:30 a.m.–noon.',
      'Washington',
      '1975-09-26T11:30:00',
    ],
    ['14. Memorandum of a Conversation, Department of State, Washington, August 9, 1955', 'Washington', '1955-08-09'],
    [
      '69. Telegram 4677 From the Mission to the United Nations to the Department of State, November 2, 1974, 0127Z.',
      undefined,
      '1974-11-02T01:27:00Z',
    ],
    [
      '62. Memorandum From the Director of the Office (Ash) to President Ford, Washington, November 12, 1974.',
      'Washington',
      '1974-11-12',
    ],
    [
      '7. Memorandum of a Conference With the President, Augusta, Georgia, April 23, 1957',
      'Augusta, Georgia',
      '1957-04-23',
    ],
  ])('%s', (text, place, date) => {
    const { dateline } = readHeading(text);
    expect(dateline?.place && text.slice(dateline.place.start, dateline.place.end)).toBe(place);
    expect(dateline?.date?.when ?? dateline?.date?.from).toBe(date);
  });

  it('is not the date of what the heading names', () => {
    expect(readHeading('Text of the Order in Council of March 11, 1915').dateline).toBeUndefined();
    expect(readHeading('Letter of May 5, 1915, From the Chairman to the President').dateline).toBeUndefined();
  });
});
