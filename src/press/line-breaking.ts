/**
 * Total-fit line breaking after D. E. Knuth and M. F. Plass, “Breaking Paragraphs into Lines”, Software: Practice and Experience 11 (1981): the
 * breaks of a whole paragraph are chosen together so that the sum of the lines' demerits is least.
 */

/** Boxes, glue and penalties as parallel arrays; widths in points. A box has stretch, shrink and price 0, glue and penalties have `give` 0. */
export interface LineItems {
  readonly kind: readonly ItemKind[];
  readonly width: readonly number[];
  readonly stretch: readonly number[];
  readonly shrink: readonly number[];
  /** Of boxes: by how much their letters may be set wider, and narrower by as much. */
  readonly give: readonly number[];
  /** Of penalties: the price of a break there, Infinity forbids it and -Infinity forces it. */
  readonly price: readonly number[];
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
  /** A last line should not be shorter than this, in points. */
  readonly shortestEnd: number;
  /** What the last line may be: `full` no shorter than that; `whole` anything but the rest of a divided word; `any` where there is no other way. */
  readonly end: 'full' | 'whole' | 'any';
  /** Added to the stretch of every line, in points: 0 at first, more where a paragraph cannot be set otherwise. */
  readonly emergencyStretch: number;
  /** How many lines there have to be, and which of them (from 0) may not end in a hyphen; absent where neither matters. */
  readonly fixed?: { readonly lines: number; readonly whole: number };
}

const LINE_DEMERIT = 10;
const FITNESS_DEMERIT = 3000;
/** Of a second hyphen below another, and of a third, which is set only where there is no other way. */
const SECOND_HYPHEN_DEMERIT = 60_000;
const THIRD_HYPHEN_DEMERIT = 4_000_000;
/** Of a hyphen at the end of the last line but one. */
const LATE_HYPHEN_DEMERIT = 20_000;
/** Of a last line of no width; less of one that is nearly as long as it has to be. */
const SHORT_END_DEMERIT = 400_000;

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
  readonly give: number;
  /** How many spaces stand before it. */
  readonly spaces: number;
  readonly previous: Break | undefined;
}

const BEGINNING: Break = {
  position: -1,
  fitness: 1,
  demerits: 0,
  hyphens: 0,
  line: 0,
  width: 0,
  stretch: 0,
  shrink: 0,
  give: 0,
  spaces: 0,
  previous: undefined,
};

/**
 * The positions of the breaks, in order, the last one being the paragraph's forced end; undefined where no breaking within the tolerance exists.
 */
export function breakLines(items: LineItems, measure: number, options: BreakOptions): number[] | undefined {
  const { kind, price, hyphen } = items;
  const breaking = new Breaking(items, measure, options);
  for (let i = 0; i < kind.length; i++) {
    const what = kind[i];
    if (what === PENALTY) {
      if (!options.hyphens && hyphen[i] === 1) continue;
      if ((price[i] ?? 0) < Infinity && !breaking.at(i)) return undefined;
      continue;
    }
    if (what === GLUE && kind[i - 1] === BOX && !breaking.at(i)) return undefined;
    breaking.pass(i);
  }
  return positionsOf(breaking.ends());
}

/** One paragraph while its breaks are sought: the ways to begin a line that are still open, and the sums of the items passed. */
class Breaking {
  readonly #items: LineItems;
  readonly #measure: number;
  readonly #options: BreakOptions;
  #active: Break[] = [BEGINNING];
  #width = 0;
  #stretch = 0;
  #shrink = 0;
  #give = 0;
  #spaces = 0;

  constructor(items: LineItems, measure: number, options: BreakOptions) {
    this.#items = items;
    this.#measure = measure;
    this.#options = options;
  }

  /** Goes past a box or glue. */
  pass(i: number): void {
    const { kind, width, stretch, shrink, give } = this.#items;
    if (kind[i] === GLUE) this.#spaces++;
    this.#width += width[i] ?? 0;
    this.#give += give[i] ?? 0;
    this.#stretch += stretch[i] ?? 0;
    this.#shrink += shrink[i] ?? 0;
  }

  /** The ways that lead to the end, in as many lines as there have to be. */
  ends(): readonly Break[] {
    const { fixed } = this.#options;
    return fixed === undefined ? this.#active : this.#active.filter(({ line }) => line === fixed.lines);
  }

  /** Tries a break at a position; false where no line can begin any more. */
  at(position: number): boolean {
    const { kind, width, price: prices, hyphen } = this.#items;
    const isPenalty = kind[position] === PENALTY;
    const extra = isPenalty ? (width[position] ?? 0) : 0;
    const price = isPenalty ? (prices[position] ?? 0) : 0;
    const isHyphenated = isPenalty && hyphen[position] === 1;
    const { fixed, tolerance } = this.#options;
    // The best way here in each of the four classes of tightness; and for each number of lines, where that matters.
    const best: (Break | undefined)[] = [undefined, undefined, undefined, undefined];
    const bestDemerits = [Infinity, Infinity, Infinity, Infinity];
    let isDropped = false;
    for (const start of this.#active) {
      const ratio = this.#ratio(start, extra);
      if (ratio < TIGHTEST) isDropped = true;
      if (ratio < TIGHTEST || ratio > tolerance) continue;
      if (!this.#isOpen(start, price, isHyphenated)) continue;
      const fitness = fitnessOf(ratio);
      const demerits =
        start.demerits +
        demeritsOf(start, ratio, fitness, price, isHyphenated) +
        (price === -Infinity ? this.#endDemerits(start) : 0);
      const at = fixed === undefined ? fitness : 4 * start.line + fitness;
      if (demerits < (bestDemerits[at] ?? Infinity)) {
        bestDemerits[at] = demerits;
        best[at] = start;
      }
    }
    if (isDropped) this.#active = this.#active.filter((start) => this.#ratio(start, extra) >= TIGHTEST);
    if (price === -Infinity) this.#active = [];
    this.#begin(position, best, bestDemerits, isHyphenated);
    return this.#active.length > 0;
  }

  /** Whether a line that begins at `start` may end here. */
  #isOpen(start: Break, price: number, isHyphenated: boolean): boolean {
    if (isHyphenated) return start.line !== this.#options.fixed?.whole;
    return price !== -Infinity || this.#mayEnd(start);
  }

  /** Whether the last line of a paragraph, or of a part that ends in a forced break, may begin where it does. */
  #mayEnd(start: Break): boolean {
    const { end, shortestEnd } = this.#options;
    if (start.previous === undefined || end === 'any') return true;
    // The space that fills the line is one of them.
    const isFragment = start.hyphens > 0 && this.#spaces - start.spaces <= 1;
    return !isFragment && (end === 'whole' || this.#width - start.width >= shortestEnd);
  }

  /** What such a line costs besides. */
  #endDemerits(start: Break): number {
    if (start.previous === undefined) return 0;
    const missing = 1 - (this.#width - start.width) / this.#options.shortestEnd;
    return (start.hyphens > 0 ? LATE_HYPHEN_DEMERIT : 0) + (missing > 0 ? SHORT_END_DEMERIT * (0.3 + missing) : 0);
  }

  /** How far the glue of a line from `start` to here is stretched (above 0) or shrunk, as a multiple of what it may be; `extra` is added to its width. */
  #ratio(start: Break, extra: number): number {
    const slack = this.#measure - (this.#width - start.width + extra);
    const isLoose = slack > 0;
    const room = isLoose ? this.#stretch - start.stretch + this.#options.emergencyStretch : this.#shrink - start.shrink;
    return ratioOf(slack, room, this.#give - start.give);
  }

  /** Lines may begin after this position, on each of the best ways to it. */
  #begin(
    position: number,
    best: readonly (Break | undefined)[],
    demerits: readonly number[],
    isHyphenated: boolean,
  ): void {
    if (best.every((start) => start === undefined)) return;
    const after = skipDiscardable(this.#items, position);
    for (const [at, start] of best.entries()) {
      if (start === undefined) continue;
      this.#active.push({
        position,
        fitness: at % 4,
        demerits: demerits[at] ?? 0,
        hyphens: isHyphenated ? start.hyphens + 1 : 0,
        line: start.line + 1,
        width: this.#width + after.width,
        stretch: this.#stretch + after.stretch,
        shrink: this.#shrink + after.shrink,
        give: this.#give,
        spaces: this.#spaces,
        previous: start,
      });
    }
  }
}

/**
 * How far a line is stretched (above 0) or shrunk, as a multiple of what it may be: to 1 the letters are set wider with the spaces, beyond it the spaces alone
 * grow.
 * @param slack what is to be filled, in points
 * @param room what the spaces may take
 * @param give what the letters may take
 */
export function ratioOf(slack: number, room: number, give: number): number {
  if (slack === 0) return 0;
  if (slack < 0) return room + give > 0 ? slack / (room + give) : -Infinity;
  if (slack <= room + give) return slack / (room + give);
  return room > 0 ? (slack - give) / room : Infinity;
}

/** Glue is shrunk no further than it may be, but for rounding. */
const TIGHTEST = -1.0001;

/** The class of tightness of a line: tight, decent, loose, very loose. */
function fitnessOf(ratio: number): number {
  if (ratio < -0.5) return 0;
  if (ratio <= 0.5) return 1;
  return ratio <= 1 ? 2 : 3;
}

/** What a line costs, by itself and below the line before it. */
function demeritsOf(start: Break, ratio: number, fitness: number, price: number, isHyphenated: boolean): number {
  const bad = LINE_DEMERIT + 100 * Math.abs(ratio) ** 3;
  let demerits = bad * bad;
  if (price > 0) demerits += price * price;
  if (isHyphenated && start.hyphens > 0) demerits += start.hyphens === 1 ? SECOND_HYPHEN_DEMERIT : THIRD_HYPHEN_DEMERIT;
  if (Math.abs(fitness - start.fitness) > 1) demerits += FITNESS_DEMERIT;
  return demerits;
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
    } else if (items.price[i] === -Infinity && i > position) break;
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
