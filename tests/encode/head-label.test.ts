import { describe, expect, it } from 'vitest';
import { headLabel } from '../../src/encode/facts/head-label.js';

describe('the label of a line in the head of a typescript', () => {
  it.each([
    ['TO      - AID/W', 'to', 'AID/W'],
    ['SUBJECT - Panama: Progress of the Commissions', 'subject', 'Panama: Progress of the Commissions'],
    ['WHEN      9 Oct 1962', 'date', '9 Oct 1962'],
    ['WHERE', 'place', ''],
    ['THOSE PRESENT', 'participants', ''],
    ['Between:    Sir Denis Example, London', 'participants', 'Sir Denis Example, London'],
    ['DECISION MEMORANDUM FOR:  The Secretary', 'to', 'The Secretary'],
    ['cc                 EUR, EB', 'copies', 'EUR, EB'],
    ['P R E S E N T', 'participants', ''],
    ['S U B J E C T :  The harbor', 'subject', 'The harbor'],
    ['P A R T I C I P A N T S:', 'participants', ''],
    [
      'There were present the President, Secretaries Hale and Muster',
      'participants',
      'the President, Secretaries Hale and Muster',
    ],
  ])('%s', (line, role, value) => {
    const label = headLabel(line);
    expect(label).toMatchObject({ role, isKnown: true });
    expect(line.slice(label?.value)).toBe(value);
  });

  it.each([
    'Present Soviet policy, as the Embassy sees it, is',
    'Present the Secretary with the plan, and ask him.',
    'Present conditions are bad.',
    'PARTIES',
    'BETWEEN',
    'SOVIET SIDE',
    'WITH RESPECT TO ICELAND',
    'For the United States:',
  ])('is none in: %s', (line) => {
    const label = headLabel(line);
    expect(label?.isKnown === true && label.role !== 'other').toBe(false);
  });
});
