import { describe, expect, it } from 'vitest';
import { severalIn } from '../../src/encode/shapes/typescript/several-persons.js';

const named = (text: string): readonly string[] => severalIn(text).map(({ start, end }) => text.slice(start, end));

describe('the persons whom a line of participants names', () => {
  it.each([
    ['between the Secretary and Mr. Allen W. Example', ['the Secretary', 'Allen W. Example']],
    [
      'Foreign Minister Ahmed Example, Mr. Reda Muster of the Royal Cabinet, Ambassador Hale, and Mr. Porter.',
      ['Ahmed Example', 'Reda Muster', 'Hale', 'Porter'],
    ],
    ['The Acting Secretary, Mr. Hale', []],
    ['Mr. Arthur Hale, Assistant Secretary for European Affairs', []],
  ])('%s', (text, persons) => {
    expect(named(text)).toEqual(persons);
  });
});
