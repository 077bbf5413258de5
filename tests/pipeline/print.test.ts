import { describe, expect, it } from 'vitest';
import { remarksFrom } from '../../src/pipeline/print.js';

describe('the remarks in the margin of a proof', () => {
  it('name once what is found several times', () => {
    const counts = new Map([
      ['VA102 Old.', 70],
      ['VA101 Odd.', 1],
    ]);
    expect(remarksFrom(counts)).toEqual(['VA102 Old. (70 times)', 'VA101 Odd.']);
  });

  it('do not run off the page', () => {
    const counts = new Map(Array.from({ length: 30 }, (_, i) => [`VA${i} Odd.`, 1] as const));
    expect(remarksFrom(counts).length).toBe(13);
    expect(remarksFrom(counts).at(-1)).toBe('… and 18 more.');
  });
});
