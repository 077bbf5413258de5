import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letteredItems } from '../../src/encode/shapes/cable/portion-marks.js';
import { runs } from '../runs.js';

const linesOf = (letters: readonly string[]) =>
  letters.map((letter, start) => ({ text: letter === '' ? 'Text that goes on.' : `(${letter}) Text.`, start }));

const marks = fc.array(fc.constantFrom('R', 'S', 'C', 'U', 'B', 'T', ''), { maxLength: 12 });

describe('letters at the beginning of lines', () => {
  it('are marks of portions, however they follow one another, where no list begins with A', () => {
    fc.assert(
      fc.property(marks, (letters) => {
        expect([...letteredItems(linesOf(letters))]).toEqual([]);
      }),
      { numRuns: runs(200) },
    );
  });

  it('are items where a list begins with A, and marks again after it', () => {
    const after = fc.array(fc.constantFrom('S', 'U', ''), { maxLength: 8 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 17 }), after, (length, rest) => {
        const list = Array.from({ length }, (_, at) => [String.fromCharCode(65 + at), '']).flat();
        const items = list.flatMap((letter, at) => (letter === '' ? [] : [at]));
        expect([...letteredItems(linesOf([...list, ...rest]))]).toEqual(items);
      }),
      { numRuns: runs(200) },
    );
  });
});
