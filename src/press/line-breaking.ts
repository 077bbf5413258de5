/**
 * Total-fit line breaking after D. E. Knuth and M. F. Plass, “Breaking Paragraphs into Lines”, Software: Practice and Experience 11 (1981): the
 * breaks of a whole paragraph are chosen together so that the sum of the lines' demerits is least.
 */

/** Boxes, glue and penalties as parallel arrays; widths in points. A box has stretch, shrink and penalty 0. */
export interface LineItems {
  readonly kind: readonly ItemKind[];
  readonly width: readonly number[];
  readonly stretch: readonly number[];
  readonly shrink: readonly number[];
  /** Of penalties: the price of a break there, Infinity forbids it and -Infinity forces it. */
  readonly penalty: readonly number[];
  /** Of penalties: 1 where a break puts a hyphen. */
  readonly hyphen: readonly number[];
}

export const BOX = 0;
export const GLUE = 1;
export const PENALTY = 2;
export type ItemKind = typeof BOX | typeof GLUE | typeof PENALTY;

export interface BreakOptions {
  /** The most that glue may be stretched, as a multiple of its stretch. */
  readonly tolerance: number;
  /** Whether words may be divided. */
  readonly hyphens: boolean;
  /** Added to the stretch of every line, in points: 0 at first, more where a paragraph cannot be set otherwise. */
  readonly emergencyStretch: number;
  /** How many lines there have to be, and which of them (from 0) may not end in a hyphen; absent where neither matters. */
  readonly fixed?: { readonly lines: number; readonly whole: number };
}

const LINE_DEMERIT = 10;
/** Of a second hyphen below another; a third costs eight times as much, a fourth 27 times. */
const HYPHENS_DEMERIT = 6000;
const FITNESS_DEMERIT = 3000;

interface Break {
  readonly position: number;
  readonly fitness: number;
  readonly demerits: number;
  /** How many lines in a row end in a hyphen here. */
  readonly hyphens: number;
  /** How many lines end here. */
  readonly line: number;
  /** Sums of the items before the line that starts here. */
  readonly width: number;
  readonly stretch: number;
  readonly shrink: number;
  readonly previous: Break | undefined;
}

/**
 * The positions of the breaks, in order, the last one being the paragraph's forced end; undefined where no breaking within the tolerance exists.
 */
export function breakLines(items: LineItems, measure: number, options: BreakOptions): number[] | undefined {
  const { kind, width, stretch, shrink, penalty, hyphen } = items;
  const { fixed } = options;
  let sumWidth = 0;
  let sumStretch = 0;
  let sumShrink = 0;
  let active: Break[] = [
    {
      position: -1,
      fitness: 1,
      demerits: 0,
      hyphens: 0,
      line: 0,
      width: 0,
      stretch: 0,
      shrink: 0,
      previous: undefined,
    },
  ];

  const tryBreak = (position: number, price: number, extraWidth: number, hyphenated: number): boolean => {
    // The best way here in each of the four classes of tightness; and for each number of lines, where that matters.
    const best: (Break | undefined)[] = [undefined, undefined, undefined, undefined];
    const bestDemerits = [Infinity, Infinity, Infinity, Infinity];
    let dropped = false;
    for (const start of active) {
      const natural = sumWidth - start.width + extraWidth;
      const slack = measure - natural;
      const room = slack >= 0 ? sumStretch - start.stretch + options.emergencyStretch : sumShrink - start.shrink;
      const ratio = slack === 0 ? 0 : room > 0 ? slack / room : slack > 0 ? Infinity : -Infinity;
      if (ratio < -1.0001) {
        dropped = true;
        continue;
      }
      if (ratio > options.tolerance) continue;
      if (fixed !== undefined && hyphenated === 1 && start.line === fixed.whole) continue;
      const fitness = ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3;
      const bad = LINE_DEMERIT + 100 * Math.abs(ratio) ** 3;
      let demerits = bad * bad;
      if (price > 0 && price < Infinity) demerits += price * price;
      if (hyphenated === 1) demerits += HYPHENS_DEMERIT * start.hyphens ** 3;
      if (Math.abs(fitness - start.fitness) > 1) demerits += FITNESS_DEMERIT;
      demerits += start.demerits;
      const at = fixed === undefined ? fitness : 4 * start.line + fitness;
      if (demerits < (bestDemerits[at] ?? Infinity)) {
        bestDemerits[at] = demerits;
        best[at] = start;
      }
    }
    if (dropped) {
      active = active.filter(
        (start) => measure - (sumWidth - start.width + extraWidth) >= -1.0001 * (sumShrink - start.shrink),
      );
    }
    if (price === -Infinity) active = [];
    const after = best.some((start) => start !== undefined) ? skipDiscardable(items, position) : undefined;
    for (const [at, start] of best.entries()) {
      if (start === undefined || after === undefined) continue;
      active.push({
        position,
        fitness: at % 4,
        demerits: bestDemerits[at] ?? 0,
        hyphens: hyphenated === 1 ? start.hyphens + 1 : 0,
        line: start.line + 1,
        width: sumWidth + after.width,
        stretch: sumStretch + after.stretch,
        shrink: sumShrink + after.shrink,
        previous: start,
      });
    }
    return active.length > 0;
  };

  for (let i = 0; i < kind.length; i++) {
    const what = kind[i];
    if (what === BOX) {
      sumWidth += width[i] ?? 0;
      continue;
    }
    if (what === GLUE) {
      if (kind[i - 1] === BOX && !tryBreak(i, 0, 0, 0)) return undefined;
      sumWidth += width[i] ?? 0;
      sumStretch += stretch[i] ?? 0;
      sumShrink += shrink[i] ?? 0;
      continue;
    }
    const price = penalty[i] ?? 0;
    if (!options.hyphens && hyphen[i] === 1) continue;
    if (price < Infinity && !tryBreak(i, price, width[i] ?? 0, hyphen[i] ?? 0)) return undefined;
  }
  return positionsOf(fixed === undefined ? active : active.filter(({ line }) => line === fixed.lines));
}

/** What glue and penalties vanish after a break at `position`, up to the next box or forced break. */
function skipDiscardable(items: LineItems, position: number): { width: number; stretch: number; shrink: number } {
  let width = 0;
  let stretch = 0;
  let shrink = 0;
  for (let i = position; i < items.kind.length; i++) {
    const what = items.kind[i];
    if (what === BOX) break;
    if (what === GLUE) {
      width += items.width[i] ?? 0;
      stretch += items.stretch[i] ?? 0;
      shrink += items.shrink[i] ?? 0;
    } else if (items.penalty[i] === -Infinity && i > position) break;
  }
  return { width, stretch, shrink };
}

function positionsOf(active: readonly Break[]): number[] | undefined {
  let best: Break | undefined;
  for (const candidate of active) if (best === undefined || candidate.demerits < best.demerits) best = candidate;
  if (best === undefined) return undefined;
  const positions: number[] = [];
  for (let at: Break | undefined = best; at !== undefined && at.position >= 0; at = at.previous)
    positions.push(at.position);
  return positions.reverse();
}

/** Breaks line by line, each as full as it goes: for ragged setting and for what total-fit cannot set. */
export function breakRagged(items: LineItems, measure: number): number[] {
  const { kind, width, penalty, hyphen } = items;
  const positions: number[] = [];
  let lineWidth = 0;
  let best = -1;
  let widthAtBest = 0;
  let lineStart = true;
  for (let i = 0; i < kind.length; i++) {
    const what = kind[i];
    if (what === BOX) {
      lineWidth += width[i] ?? 0;
      lineStart = false;
      if (lineWidth > measure + 0.01 && best >= 0) {
        positions.push(best);
        lineWidth -= widthAtBest;
        best = -1;
      }
    } else if (what === GLUE) {
      if (kind[i - 1] === BOX && lineWidth <= measure + 0.01) {
        best = i;
        widthAtBest = lineWidth + (width[i] ?? 0);
      } else if (kind[i - 1] === BOX && best < 0) {
        positions.push(i);
        lineWidth = 0;
        lineStart = true;
        continue;
      }
      if (!lineStart) lineWidth += width[i] ?? 0;
    } else if (penalty[i] === -Infinity) {
      positions.push(i);
      lineWidth = 0;
      best = -1;
      lineStart = true;
    } else if (hyphen[i] !== 1 && (penalty[i] ?? 0) < Infinity && lineWidth + (width[i] ?? 0) <= measure + 0.01) {
      best = i;
      widthAtBest = lineWidth;
    }
  }
  return positions;
}
