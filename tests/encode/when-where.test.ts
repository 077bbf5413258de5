import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { whenAndWhere } from '../../src/encode/facts/when-where.js';

const DAYS = ['May 4, 1958', 'Tuesday, May 4, 1958', '4 May 1958', 'May 4, l958'];
const HOURS = ['4:30 p.m.', '3:10 p.m. - 3:52 p.m.', '11:00 a.m. to noon', '1530 hours'];
const PLACES = [
  'White House Situation Room',
  "The Secretary's Office",
  'Ministry of Foreign Affairs, Damascus',
  'Oval Office',
];

describe('the value of a label that tells of day, hour and place', () => {
  it('is read in any order', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...DAYS),
        fc.constantFrom(...HOURS),
        fc.constantFrom(...PLACES),
        fc.shuffledSubarray(['day', 'hour', 'place'], { minLength: 3 }),
        fc.constantFrom(', ', '; '),
        (day, hour, place, order, sign) => {
          const of: Readonly<Record<string, string>> = { day, hour, place };
          const text = order.map((what) => of[what]).join(sign);
          const read = whenAndWhere(text, 'Date, Time and Place');
          expect((read.date?.when ?? read.date?.from)?.slice(0, 10)).toBe('1958-05-04');
          expect(text.slice(read.place?.start, read.place?.end)).toBe(place);
        },
      ),
    );
  });

  it('has no place where its label names none', () => {
    const { date, place } = whenAndWhere('4:30 p.m., Tuesday, April 2, 1968', 'TIME');
    expect(date?.when).toBe('1968-04-02T16:30:00');
    expect(place).toBeUndefined();
    expect(whenAndWhere('4:30 p.m.', 'TIME')).toEqual({ time: '4:30 p.m.' });
  });
});
