import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BOX, breakLines, GLUE, type ItemKind, type LineItems, PENALTY } from '../../src/press/line-breaking.js';
import { breakRagged } from '../../src/press/ragged-breaking.js';

/** How much wider or narrower letters may be set, as a part of their width. */
const LETTERS = 0.03;

/** Words of these widths with spaces of 3 between them, some of them divided in the middle, and the end of a paragraph. */
function paragraph(widths: readonly number[], divided: ReadonlySet<number> = new Set()): LineItems {
  const kind: ItemKind[] = [];
  const width: number[] = [];
  const stretch: number[] = [];
  const shrink: number[] = [];
  const price: number[] = [];
  const give: number[] = [];
  const hyphen: number[] = [];
  const add = (k: ItemKind, w: number, y = 0, z = 0, p = 0, h = 0): void => {
    kind.push(k);
    width.push(w);
    stretch.push(y);
    shrink.push(z);
    price.push(p);
    give.push(k === BOX ? w * LETTERS : 0);
    hyphen.push(h);
  };
  for (const [i, w] of widths.entries()) {
    if (i > 0) add(GLUE, 3, 1.5, 1);
    if (divided.has(i)) {
      add(BOX, w / 2);
      add(PENALTY, 4, 0, 0, 60, 1);
      add(BOX, w / 2);
    } else add(BOX, w);
  }
  add(PENALTY, 0, 0, 0, Infinity);
  add(GLUE, 0, 1e6);
  add(PENALTY, 0, 0, 0, -Infinity);
  return { kind, width, stretch, shrink, give, price, hyphen };
}

/** The widths of the lines between breaks, spaces at their ends left out, with the least that glue allows. */
function narrowest(items: LineItems, breaks: readonly number[]): number[] {
  let from = 0;
  return breaks.map((to) => {
    let start = from;
    while (start < to && items.kind[start] !== BOX) start++;
    let sum = 0;
    for (let i = start; i < to; i++) sum += (items.width[i] ?? 0) - (items.shrink[i] ?? 0) - (items.give[i] ?? 0);
    from = to;
    return sum;
  });
}

const plain = { hyphens: true, shortestEnd: 10, end: 'any', emergencyStretch: 0 } as const;
const options = { ...plain, tolerance: 1e6, emergencyStretch: 50 };

describe('total-fit line breaking', () => {
  it('breaks a paragraph as a whole, not line by line', () => {
    // Line by line, “30 30” and “30” would leave the second line half empty before the long word.
    const items = paragraph([30, 30, 30, 60, 33, 33, 30]);
    const breaks = breakLines(items, 100, { ...plain, tolerance: 10 });
    expect(breaks).toBeDefined();
    expect(breaks?.at(-1)).toBe(items.kind.length - 1);
  });

  it('says when no breaking is within the tolerance', () => {
    expect(breakLines(paragraph([60, 60, 60]), 100, { ...plain, tolerance: 1 })).toBeUndefined();
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

/** The lines of a paragraph as the numbers of items in each. */
const ends = (items: LineItems, breaks: readonly number[] | undefined): readonly number[] | undefined =>
  breaks?.map((to, line) => to - (breaks[line - 1] ?? 0) - (items.kind[breaks[line - 1] ?? -1] === GLUE ? 1 : 0));

describe('the ends of lines and paragraphs', () => {
  const words = fc.array(fc.integer({ min: 8, max: 40 }), { minLength: 4, maxLength: 60 });

  it('never sets the rest of a divided word alone on the last line, nor three hyphens in a row where two ways are open', () => {
    fc.assert(
      fc.property(words, (widths) => {
        const items = paragraph(widths, new Set(widths.keys()));
        const breaks = breakLines(items, 100, { ...options, end: 'whole' });
        if (breaks === undefined) return;
        const [turn = -1, end = -1] = breaks.slice(-2);
        const rest = items.kind.slice(turn + 1, end).filter((kind) => kind === GLUE).length;
        expect(breaks.length > 1 && items.hyphen[turn] === 1 && rest <= 1).toBe(false);
      }),
    );
  });

  it('keeps the last line as long as it should be', () => {
    fc.assert(
      fc.property(words, (widths) => {
        const items = paragraph(widths);
        const breaks = breakLines(items, 100, { ...options, shortestEnd: 30, end: 'full' });
        if (breaks === undefined || breaks.length < 2) return;
        const [turn = -1, end = -1] = breaks.slice(-2);
        let width = 0;
        for (let i = turn + 1; i < end; i++) width += items.width[i] ?? 0;
        expect(width).toBeGreaterThanOrEqual(30);
      }),
    );
  });

  it('gives the last of ragged lines a word of the line above', () => {
    const items = paragraph([30, 30, 30, 5]);
    expect(ends(items, breakRagged(items, 100))).toEqual([5, 3]);
    expect(ends(items, breakRagged(items, 100, 20))).toEqual([3, 5]);
  });
});

describe('ragged line breaking', () => {
  it('keeps each line within the measure', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 2, max: 99 }), { minLength: 1, maxLength: 60 }), (widths) => {
        const rigid = paragraph(widths).kind.map(() => 0);
        const items = { ...paragraph(widths), shrink: rigid, give: rigid };
        for (const width of narrowest(items, breakRagged(items, 100))) expect(width).toBeLessThanOrEqual(100.01);
      }),
    );
  });
});
