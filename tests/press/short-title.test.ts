import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortened } from '../../src/press/short-title.js';
import { runs } from '../runs.js';

const within = (most: number) => (text: string) => text.length <= most;

describe('a title for a running head', () => {
  it.each([
    [
      'Political conditions in China; Sino-Soviet relations; attitude of the United States',
      58,
      'Political conditions in China; Sino-Soviet relations',
    ],
    [
      'Efforts to establish a supply route to China via Iran, the Soviet Union, and Sinkiang',
      58,
      'Efforts to establish a supply route to China via Iran',
    ],
    ['United States Policy with Regard to the People’s Republic of China', 40, 'United States Policy'],
    [
      'Treaty between the United States and China for relinquishment of rights',
      50,
      'Treaty between the United States and China',
    ],
    ['General relations between the United States and China', 45, 'General relations'],
    [
      'Arrangements to obtain strategic materials for the United States from China',
      58,
      'Arrangements to obtain strategic materials',
    ],
    [
      'Enforcement of American neutrality–Statements concerning American policy',
      58,
      'Enforcement of American neutrality',
    ],
    ['Donaudampfschifffahrtsgesellschaft', 10, ''],
  ])('keeps whole phrases of “%s”', (title, most, short) => {
    expect(shortened(title, within(most))).toBe(short);
  });

  it('is never cut with dots, and always the beginning of the title', () => {
    const word = fc.constantFrom(
      'Telegram',
      'and',
      'of',
      'between',
      'the',
      'China',
      'Moscow,',
      'talks;',
      '(1964)',
      '—',
      'due',
      'to',
      'regarding',
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), fc.integer({ min: 1, max: 80 }), (words, most) => {
        const title = words.join(' ');
        const short = shortened(title, within(most));
        expect(title.startsWith(short)).toBe(true);
        expect(short.length).toBeLessThanOrEqual(most);
        if (short !== title) expect(short).not.toMatch(/…|\b(?:of|the|and|due|regarding)$|\s$/);
      }),
      { numRuns: runs(200) },
    );
  });
});
