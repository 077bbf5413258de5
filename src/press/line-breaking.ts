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

const BEGINNING: Break = {
  position: -1,
  fitness: 1,
  demerits: 0,
  hyphens: 0,
  line: 0,
  width: 0,
  stretch: 0,
  shrink: 0,
  previous: undefined,
};

/**
 * The positions of the breaks, in order, the last one being the paragraph's forced end; undefined where no breaking within the tolerance exists.
 */
export function breakLines(items: LineItems, measure: number, options: BreakOptions): number[] | undefined {
  const { kind, penalty, hyphen } = items;
  const breaking = new Breaking(items, measure, options);
  for (let i = 0; i < kind.length; i++) {
    const what = kind[i];
    if (what === PENALTY) {
      if (!options.hyphens && hyphen[i] === 1) continue;
      if ((penalty[i] ?? 0) < Infinity && !breaking.at(i)) return undefined;
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

  constructor(items: LineItems, measure: number, options: BreakOptions) {
    this.#items = items;
    this.#measure = measure;
    this.#options = options;
  }

  /** Goes past a box or glue. */
  pass(i: number): void {
    const { width, stretch, shrink } = this.#items;
    this.#width += width[i] ?? 0;
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
    const { kind, width, penalty, hyphen } = this.#items;
    const isPenalty = kind[position] === PENALTY;
    const extra = isPenalty ? (width[position] ?? 0) : 0;
    const price = isPenalty ? (penalty[position] ?? 0) : 0;
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
      if (fixed !== undefined && isHyphenated && start.line === fixed.whole) continue;
      const fitness = fitnessOf(ratio);
      const demerits = start.demerits + demeritsOf(start, ratio, fitness, price, isHyphenated);
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

  /** How far the glue of a line from `start` to here is stretched (above 0) or shrunk, as a multiple of what it may be; `extra` is added to its width. */
  #ratio(start: Break, extra: number): number {
    const slack = this.#measure - (this.#width - start.width + extra);
    if (slack === 0) return 0;
    const room =
      slack > 0 ? this.#stretch - start.stretch + this.#options.emergencyStretch : this.#shrink - start.shrink;
    if (room > 0) return slack / room;
    return slack > 0 ? Infinity : -Infinity;
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
        previous: start,
      });
    }
  }
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
  if (isHyphenated) demerits += HYPHENS_DEMERIT * start.hyphens ** 3;
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
  const { kind, width, penalty } = items;
  const full = measure + 0.01;
  const positions: number[] = [];
  let line = newLine();
  const end = (position: number): void => {
    positions.push(position);
    line = newLine();
  };
  for (const [i, own] of width.entries()) {
    if (kind[i] === BOX) {
      line.width += own;
      line.isEmpty = false;
      if (line.width <= full || line.best < 0) continue;
      positions.push(line.best);
      line = { ...newLine(), width: line.width - line.widthAtBest, isEmpty: false };
    } else if (kind[i] === GLUE) {
      const isAfterBox = kind[i - 1] === BOX;
      // A word that is wider than the measure has a line of its own.
      if (isAfterBox && line.width > full && line.best < 0) end(i);
      else if (isAfterBox && line.width <= full) line = { ...line, best: i, widthAtBest: line.width + own };
      if (!line.isEmpty) line.width += own;
    } else if (penalty[i] === -Infinity) end(i);
    else if (isOpen(items, i) && line.width + own <= full) line = { ...line, best: i, widthAtBest: line.width };
  }
  return positions;
}

/** Whether a ragged line may end at a penalty: words are not divided in it. */
function isOpen({ penalty, hyphen }: LineItems, i: number): boolean {
  return hyphen[i] !== 1 && (penalty[i] ?? 0) < Infinity;
}

/** A line that is being filled: the last place where it may end (-1: none), and its width up to what follows that. */
interface RaggedLine {
  width: number;
  isEmpty: boolean;
  readonly best: number;
  readonly widthAtBest: number;
}

function newLine(): RaggedLine {
  return { width: 0, isEmpty: true, best: -1, widthAtBest: 0 };
}
