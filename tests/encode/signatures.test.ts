import { describe, expect, it } from 'vitest';
import { isSignature } from '../../src/encode/regions/constructs/closer.js';
import { markedName } from '../../src/encode/regions/constructs/signature-mark.js';

/** Words that stand alone at the end of a text, and surnames that begin as they do. */
const WORDS = [
  'End',
  'Good',
  'See',
  'Part',
  'Text',
  'Here',
  'Note',
  'Table',
  'Copy',
  'Secret',
  'None',
  'Bye',
  'Yes',
  'Page 2',
];
const NAMES = [
  'Enders',
  'Goodpaster',
  'Seelye',
  'Partridge',
  'Textor',
  'Heren',
  'Noted Hall',
  'Tabler',
  'Copeland',
  'Byers',
  'Yesford',
];

describe('a name under a text', () => {
  it.each(NAMES)('can begin like a word that is none: %s', (name) => {
    for (const form of [name, name.toUpperCase(), `John B. ${name}`]) expect(isSignature(form), form).toBe(true);
  });

  it.each(WORDS)('is not %s', (word) => {
    for (const form of [word, word.toUpperCase()]) expect(isSignature(form), form).toBe(false);
  });

  // After é there is no word boundary (\\b) in the regular expressions of ECMAScript.
  it.each([
    'Chargé d’Affaires',
    'Chargé d’Affaires ad interim',
    "Chargé d'Affaires a.i.",
    'Attaché',
    'Governor of Hawaii',
    'Comptroller General',
  ])('has a title in its line: %s', (title) => expect(isSignature(`Jane B. Roe, ${title}`)).toBe(true));

  it.each(['S/S-Mr. Walsh', 'S/P - Roe', 'S/PRS: Mr. Roe'])('is not marked by the symbol of an office: %s', (line) => {
    expect(markedName(line)).toBeUndefined();
  });

  it.each(['s/ Jane Roe', 'S/ JANE ROE', '/s/ Sam Roe', 's/Jane Roe'])('is marked in %s', (line) => {
    const { start = 0, end = 0 } = markedName(line) ?? {};
    expect(line.slice(start, end)).toMatch(/^(?:jane|sam) roe$/i);
  });
});
