import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesOf } from '../../src/encode/facts/names.js';
import type { Manifest } from '../../src/model/manifest.js';

/** Persons by the surname as the list has it, with the given name. */
const PERSONS: readonly (readonly [string, string])[] = [
  ['May', 'Stacy B.'],
  ['Brown', 'George S.'],
  ['Long', 'Olivia'],
  ['Jordan', 'Hamilton'],
  ['Black', 'Eugene R.'],
  ['Rusk', 'Dean'],
  ["O'Brien", 'Mary'],
  ['van der Velde', 'Jan'],
  ['de Gaulle', 'Charles'],
];
const idOf = (surname: string): string => `p_${surname.replace(/[^A-Za-z]/g, '')}`;

const manifest = {
  persons: [
    ...PERSONS.map(([surname, given]) => ({
      id: idOf(surname),
      name: `${surname}, ${given}`,
      forms: [],
      description: '',
    })),
    ...['Mao Tse-tung', 'Chiang Kai-shek', 'Sukarno', 'Prince Sihanouk'].map((name) => ({
      id: idOf(name),
      name,
      forms: [],
      description: '',
    })),
  ],
  terms: ['IT', 'WHO', 'US', 'NATO', 'AID'].map((term) => ({ id: `t_${term}`, term, forms: [], description: '' })),
} as unknown as Manifest;
const names = namesOf(manifest, undefined);

/** What is linked in a text: the words with their target, and whether below certainty. */
function links(text: string): readonly string[] {
  return names
    .find(text, () => undefined)
    .map((found) => {
      const { attributes } = found.wrap([]) as { attributes: Record<string, string> };
      const target = attributes['corresp'] ?? attributes['target'];
      return `${text.slice(found.start, found.end)} ${target}${attributes['cert'] === undefined ? '' : ` ${attributes['cert']}`}`;
    });
}

describe('links to the lists of persons and terms', () => {
  const someone = fc.constantFrom(...PERSONS);
  const upper = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

  it('are there after a title or a given name, whatever the surname and its apostrophe', () => {
    const title = fc.constantFrom('Mr.', 'Secretary', 'Ambassador', 'General', 'President', 'Senator');
    const sentence = fc.constantFrom<(name: string) => string>(
      (name) => `I saw ${name} there.`,
      (name) => `${name} did not come.`,
      (name) => `This was ${name}’s view, not ours.`,
      (name) => `(${name} agreed)`,
    );
    fc.assert(
      fc.property(
        someone,
        title,
        sentence,
        fc.boolean(),
        fc.constantFrom("'", '’'),
        (who, mr, say, isGiven, apostrophe) => {
          const [surname, given] = who;
          const name = `${isGiven ? given : mr} ${surname}`.replace("'", apostrophe);
          const found = links(say(name));
          expect(found).toHaveLength(1);
          expect(found[0]).toMatch(new RegExp(`#${idOf(surname)}$`));
        },
      ),
    );
  });

  it('are there with the particle in a capital, and for a name without a comma', () => {
    fc.assert(
      fc.property(fc.constantFrom('van der Velde', 'de Gaulle'), (surname) => {
        expect(links(`${upper(surname)} answered ${surname}.`)).toHaveLength(2);
      }),
    );
    expect(links('Chairman Mao and Mao Tse-tung met Chiang and Chiang Kai-shek, Sukarno and Sihanouk.')).toHaveLength(
      6,
    );
  });

  it.each([
    'In May they left.',
    'May 5 was fixed; in late May, and on May 7.',
    'May I ask you?',
    'The Brown Shoe Company and Long Island, the Black Sea and the Jordan River.',
    'Long ago they went to Jordan.',
    'Brown coal is dear.',
    'IT IS NOT CLEAR WHO OF US GAVE AID.',
    'it, who and us',
    'Mary Brown and John Black',
  ])('are not in: %s', (text) => {
    expect(links(text)).toEqual([]);
  });

  it.each([
    ['We think that Brown will come.', ['Brown #p_Brown medium']],
    ['Brown said so.', ['Brown #p_Brown medium']],
    ['Rusk said so.', ['Rusk #p_Rusk']],
    ['The IT and WHO offices of NATO.', ['IT #t_IT', 'WHO #t_WHO', 'NATO #t_NATO']],
    ['SECRETARY RUSK AND NATO', ['RUSK #p_Rusk', 'NATO #t_NATO']],
    ['MR. BROWN CAME', ['BROWN #p_Brown']],
  ])('are marked where they are below certainty: %s', (text, expected) => {
    expect(links(text)).toEqual(expected);
  });
});
