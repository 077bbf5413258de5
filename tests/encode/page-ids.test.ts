import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pageIds } from '../../src/encode/page/page-marks.js';

/** Numbers of pages, some of which are what a suffix makes of others. */
const number = fc.constantFrom('1', '2', '1-2', '1-3', '1–2', '12', '1-2-2', 'xi', '–', '[3]');

it('gives no two pages one id, whatever numbers they print', () => {
  fc.assert(
    fc.property(fc.array(number, { maxLength: 12 }), (numbers) => {
      const ids = numbers.map(pageIds());
      expect(new Set(ids).size).toBe(ids.length);
    }),
  );
});

it('gives a page its number, and the next of the number a suffix', () => {
  expect(['7', '8', '7', '7-2'].map(pageIds())).toEqual(['pg_7', 'pg_8', 'pg_7-2', 'pg_7-2-2']);
});
