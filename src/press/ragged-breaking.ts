import { BOX, GLUE, type LineItems, PENALTY } from './line-breaking.js';

/**
 * Breaks line by line, each as full as it goes: for ragged setting and for what total-fit cannot set.
 * @param shortestEnd what the last line should have at least, in points
 */
export function breakRagged(items: LineItems, measure: number, shortestEnd = 0): number[] {
  const { kind, width, price } = items;
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
    } else if (price[i] === -Infinity) end(i);
    else if (isOpen(items, i) && line.width + own <= full) line = { ...line, best: i, widthAtBest: line.width };
  }
  return withLongerEnd(items, positions, measure, shortestEnd);
}

/** Steps by which the least width for so many lines is looked for; the last is some 2 points. */
const HALVINGS = 7;

/**
 * Breaks what is centred into lines of nearly one length: as few as the measure allows, and then as narrow as these can be. Where the author has parted the
 * lines they are left as they are.
 */
export function breakBalanced(items: LineItems, measure: number, shortestEnd: number): number[] {
  const full = breakRagged(items, measure, shortestEnd);
  if (full.length < 2 || full.slice(0, -1).some((at) => items.price[at] === -Infinity)) return full;
  let best = full;
  let [narrow, wide] = [measure / full.length / 2, measure];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (narrow + wide) / 2;
    const broken = breakRagged(items, middle, shortestEnd);
    if (broken.length > full.length) narrow = middle;
    else {
      best = broken;
      wide = middle;
    }
  }
  return best;
}

/** Where the last line is shorter than it should be, the one above it gives it a word or two, if it stays longer than half the measure. */
function withLongerEnd(items: LineItems, positions: number[], measure: number, shortestEnd: number): number[] {
  const { kind, width, price } = items;
  const [turn = -1, end = -1] = positions.slice(-2);
  if (positions.length < 2 || price[turn] === -Infinity) return positions;
  let last = 0;
  for (let i = turn + 1; i < end; i++) if (kind[i] !== PENALTY) last += width[i] ?? 0;
  if (last >= shortestEnd) return positions;
  const before = positions.at(-3) ?? -1;
  let above = 0;
  for (let i = before + 1; i < turn; i++) if (kind[i] !== PENALTY) above += width[i] ?? 0;
  last += width[turn] ?? 0;
  for (let i = turn - 1; i > before && above >= measure / 2; i--) {
    const own = kind[i] === PENALTY ? 0 : (width[i] ?? 0);
    above -= own;
    if (kind[i] === GLUE && kind[i - 1] === BOX && last >= shortestEnd && above >= measure / 2)
      return [...positions.slice(0, -2), i, end];
    last += own;
  }
  return positions;
}

/** Whether a ragged line may end at a penalty: words are not divided in it. */
function isOpen({ price, hyphen }: LineItems, i: number): boolean {
  return hyphen[i] !== 1 && (price[i] ?? 0) < Infinity;
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
