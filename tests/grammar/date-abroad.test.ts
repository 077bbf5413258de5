import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDateline } from '../../src/grammar/dateline.js';
import { MONTHS_ABROAD } from '../../src/grammar/months.js';

const two = (n: number): string => String(n).padStart(2, '0');

/** The ways in which languages put a date together. */
const manners: readonly ((day: number, month: string, year: number) => string)[] = [
  (day, month, year) => `Paris, le ${day} ${month} ${year}.`,
  (day, month, year) => `Berlin, den ${day}. ${month} ${year}`,
  (day, month, year) => `Madrid, ${day} de ${month} de ${year}.`,
  (day, month, year) => `Roma, ${day} ${month} ${year}`,
  (day, month, year) => `Москва, ${day} ${month} ${year} г.`,
  (day, month, year) => `Warszawa, dnia ${day} ${month} ${year} r.`,
];

describe('datelines in other languages', () => {
  it('have the day that their words say, and the place', () => {
    // A name that is an English one too is read as that, which knows no `г.` and no `r.` after the year.
    const english = ['april', 'august', 'september', 'november', 'december'];
    const months = fc.constantFrom(...[...MONTHS_ABROAD].filter(([name]) => !english.includes(name)));
    fc.assert(
      fc.property(
        months,
        fc.boolean(),
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 1815, max: 1999 }),
        fc.constantFrom(...manners),
        ([name, month], isCapital, day, year, manner) => {
          const word = isCapital ? name.charAt(0).toUpperCase() + name.slice(1) : name;
          const line = manner(day, word, year);
          const reading = readDateline(line);
          expect(reading?.date?.when).toBe(`${year}-${two(month)}-${two(day)}`);
          const { start = 0, end = 0 } = reading?.place ?? {};
          expect(line.slice(start, end)).toBe(line.split(',')[0]);
        },
      ),
    );
  });

  it('give the other meaning of a month that two languages have', () => {
    expect(readDateline('Zagreb, 3. listopada 1991')?.date?.alternatives).toEqual(['1991-10-03']);
  });

  it.each([
    ['Paris, le 1er mai 1919, 15 h 30', '1919-05-01T15:30:00'],
    ['Bonn, 3. Dezember 1989, 15.30 Uhr', '1989-12-03T15:30:00'],
    ['Belgrade, 14 March 1951, 9.5 p.m.', '1951-03-14T21:05:00'],
  ])('%s', (line, when) => {
    expect(readDateline(line)?.date?.when).toBe(when);
  });

  it('are none where the day is not one of its month, or the word no month', () => {
    expect(readDateline('Paris, le 31 juin 1919')).toBeUndefined();
    expect(readDateline('Paris, le 3 marsouin 1919')).toBeUndefined();
  });
});
