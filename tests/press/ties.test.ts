import { describe, expect, it } from 'vitest';
import { isTied } from '../../src/press/ties.js';

describe('words that a line never parts', () => {
  it.each([
    ['Mr.', 'Bohlen'],
    ['(Gen.', 'Taylor'],
    ['J.', 'Foster'],
    ['“W.', 'Averell'],
    ['June', '11,'],
    ['Sept.', '4'],
    ['14', 'May'],
    ['No.', '12'],
    ['pp.', '33–35'],
    ['Volume', 'XIV,'],
    ['10:30', 'a.m.'],
    ['12', 'percent'],
    ['(Document', '73)'],
  ])('%s %s', (before, after) => {
    expect(isTied(before, after, false)).toBe(true);
  });

  it.each([
    ['May', 'he'],
    ['no', 'one'],
    ['Vietnam.', 'We'],
    ['page', 'after'],
    ['in', '1964'],
    ['12', 'members'],
    ['(a)', 'The'],
    ['Part', 'of'],
    ['Mr', 'who'],
  ])('not %s %s', (before, after) => {
    expect(isTied(before, after, false)).toBe(false);
  });

  it('the mark of an item and its first word, at the beginning of a paragraph', () => {
    expect(['(a)', '1.', 'b)'].every((mark) => isTied(mark, 'the', true))).toBe(true);
  });
});
