import { describe, expect, it } from 'vitest';
import { readSourceNote } from '../../src/grammar/source-note.js';
import type { ActKey } from '../../src/model/header.js';

const STATE = 'Source: Department of State, Central Files, 611.00/5–160.';

/** The names of an act's parties, over all acts of that kind. */
function names(text: string, key: ActKey): string[] {
  return readSourceNote(text)
    .acts.filter((act) => act.key === key)
    .flatMap((act) => act.persons.map((person) => person.name));
}

describe('acts', () => {
  it.each<[string, Partial<Record<ActKey, string[]>>]>([
    ['Drafted by Smith on April 7.', { drafted: ['Smith'] }],
    ['Drafted and approved by Smith (EUR/SOV).', { drafted: ['Smith'], approved: ['Smith'] }],
    [
      'Drafted by Smith; cleared in draft by Secretary Jones and in substance by Brown; and approved by the Secretary.',
      { drafted: ['Smith'], cleared: ['Jones', 'Brown'], approved: ['Secretary'] },
    ],
    [
      'Drafted by Smith; cleared by Jones, Ann Brown, Jr. (S/S), and in the White House by Green; approved by Rusk.',
      { drafted: ['Smith'], cleared: ['Jones', 'Ann Brown, Jr.', 'Green'], approved: ['Rusk'] },
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
    [
      'According to a note on the cover sheet, this estimate was submitted by the Director and concurred in by the U.S. Intelligence Board.',
      { cleared: ['U.S. Intelligence Board'] },
    ],
    [
      'A note on the covering sheet reads: “Submitted by the Director. Concurred in by the U.S. Intelligence Board.”',
      { cleared: ['U.S. Intelligence Board'] },
    ],
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
