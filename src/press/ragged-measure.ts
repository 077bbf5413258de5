import type { Composed } from './items.js';
import { BOX, GLUE, PENALTY } from './line-breaking.js';

/** A paragraph as words with the white before each, so that it can be asked in how many lines it comes out without being set. */
export class RaggedMeasure {
  /** Of each unbreakable part: the white before it, its width, and whether a line ends after it. */
  readonly #parts: { readonly white: number; readonly width: number; endsLine: boolean }[] = [];

  constructor({ kind, width, price }: Composed) {
    let white = 0;
    let word = 0;
    const end = (endsLine: boolean): void => {
      if (word > 0) this.#parts.push({ white, width: word, endsLine });
      else if (endsLine && this.#parts.length > 0)
        this.#parts[this.#parts.length - 1] = { ...last(this.#parts), endsLine };
      if (word > 0 || endsLine) white = 0;
      word = 0;
    };
    for (const [i, of] of kind.entries()) {
      const isTied = of === GLUE && kind[i - 1] === PENALTY && price[i - 1] === Infinity;
      if (of === BOX || isTied) word += width[i] ?? 0;
      else if (of === GLUE) {
        end(false);
        white += width[i] ?? 0;
      } else if ((price[i] ?? 0) < Infinity) end(price[i] === -Infinity);
    }
    end(false);
  }

  /** The number of lines within `measure` points, each filled as far as it goes: the fewest that there can be. */
  linesIn(measure: number): number {
    let lines = 1;
    let at = 0;
    let isNew = true;
    for (const [i, { white, width, endsLine }] of this.#parts.entries()) {
      if (isNew) at = width;
      else if (at + white + width <= measure + 0.01) at += white + width;
      else {
        lines++;
        at = width;
      }
      isNew = endsLine;
      if (endsLine && i < this.#parts.length - 1) lines++;
    }
    return lines;
  }
}

function last<T>(list: readonly T[]): T {
  return list[list.length - 1] as T;
}
