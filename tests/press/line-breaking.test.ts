import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BOX,
  breakLines,
  breakRagged,
  GLUE,
  type ItemKind,
  type LineItems,
  PENALTY,
} from '../../src/press/line-breaking.js';

/** Words of these widths with spaces of 3 between them, and the end of a paragraph. */
function paragraph(widths: readonly number[]): LineItems {
  const kind: ItemKind[] = [];
  const width: number[] = [];
  const stretch: number[] = [];
  const shrink: number[] = [];
  const penalty: number[] = [];
  const hyphen: number[] = [];
  const add = (k: ItemKind, w: number, y = 0, z = 0, p = 0): void => {
    kind.push(k);
    width.push(w);
    stretch.push(y);
    shrink.push(z);
    penalty.push(p);
    hyphen.push(0);
  };
  for (const [i, w] of widths.entries()) {
    if (i > 0) add(GLUE, 3, 1.5, 1);
    add(BOX, w);
  }
  add(PENALTY, 0, 0, 0, Infinity);
  add(GLUE, 0, 1e6);
  add(PENALTY, 0, 0, 0, -Infinity);
  return { kind, width, stretch, shrink, penalty, hyphen };
}

/** The widths of the lines between breaks, spaces at their ends left out, with the least that glue allows. */
function narrowest(items: LineItems, breaks: readonly number[]): number[] {
  let from = 0;
  return breaks.map((to) => {
    let start = from;
    while (start < to && items.kind[start] !== BOX) start++;
    let sum = 0;
    for (let i = start; i < to; i++) sum += (items.width[i] ?? 0) - (items.shrink[i] ?? 0);
    from = to;
    return sum;
  });
}

const options = { tolerance: 1e6, hyphens: true, emergencyStretch: 50 };

describe('total-fit line breaking', () => {
  it('breaks a paragraph as a whole, not line by line', () => {
    // Line by line, “30 30” and “30” would leave the second line half empty before the long word.
    const items = paragraph([30, 30, 30, 60, 33, 33, 30]);
    const breaks = breakLines(items, 100, { tolerance: 10, hyphens: true, emergencyStretch: 0 });
    expect(breaks).toBeDefined();
    expect(breaks?.at(-1)).toBe(items.kind.length - 1);
  });

  it('says when no breaking is within the tolerance', () => {
    expect(
      breakLines(paragraph([60, 60, 60]), 100, { tolerance: 1, hyphens: true, emergencyStretch: 0 }),
    ).toBeUndefined();
  });

  it('never makes a line that cannot shrink to the measure', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 2, max: 60 }), { minLength: 1, maxLength: 60 }), (widths) => {
        const items = paragraph(widths);
        const breaks = breakLines(items, 100, options);
        expect(breaks).toBeDefined();
        for (const width of narrowest(items, breaks ?? [])) expect(width).toBeLessThanOrEqual(100.001);
      }),
    );
  });

  it('puts every word on exactly one line', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 2, max: 60 }), { minLength: 1, maxLength: 60 }), (widths) => {
        for (const breaks of [breakLines(paragraph(widths), 100, options) ?? [], breakRagged(paragraph(widths), 100)]) {
          expect([...breaks].sort((a, b) => a - b)).toEqual([...breaks]);
          expect(new Set(breaks).size).toBe(breaks.length);
          expect(breaks.at(-1)).toBe(2 * widths.length + 1);
        }
      }),
    );
  });
});

describe('ragged line breaking', () => {
  it('keeps each line within the measure', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 2, max: 99 }), { minLength: 1, maxLength: 60 }), (widths) => {
        const items = { ...paragraph(widths), shrink: paragraph(widths).shrink.map(() => 0) };
        for (const width of narrowest(items, breakRagged(items, 100))) expect(width).toBeLessThanOrEqual(100.01);
      }),
    );
  });
});
