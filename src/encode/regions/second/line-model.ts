import type { SheetLine } from '../../page/sheet.js';
import { bestChain } from '../viterbi.js';
import { BUCKETS, LineFeatures } from './line-features.js';

/** What the second reading calls a line. */
export interface SecondLabel<Label extends string> {
  readonly label: Label;
  /** By how much the best way beats one that calls the line something else, as the logarithm of odds. */
  readonly margin: number;
  /** By how much the best way of all beats one that calls the line so. */
  loss(label: Label): number;
}

/** The numbers of a model, a byte each, in base64; a byte of 1 stands for `scale`. */
export interface Weights {
  readonly scale: number;
  readonly values: string;
}

/** How many numbers a model of so many labels has: a row of labels for each bucket, the steps between labels, close and apart, and the first line. */
export function modelSize(labels: number): number {
  return BUCKETS * labels + 2 * labels * labels + labels;
}

/**
 * A linear-chain model of lines (J. Lafferty, A. McCallum, F. Pereira, “Conditional Random Fields”, 2001), as GROBID labels the lines of papers (P. Lopez 2009). It has learned of
 * sheets whose labels are known, and knows none of the rules of the grammar, so that it errs elsewhere.
 */
export class LineModel<Label extends string> {
  readonly #labels: readonly Label[];
  readonly #numbers: ReadonlyMap<Label, number>;
  readonly #classes: readonly number[];
  readonly #text: number;
  readonly #emitted: Float32Array;
  readonly #close: Float64Array;
  readonly #apart: Float64Array;
  readonly #first: Float64Array;

  /**
   * @param text the label of running text, which a line that can be nothing else has
   * @param never steps from one label to another that there are not
   */
  constructor(
    labels: readonly Label[],
    text: Label,
    { scale, values }: Weights,
    never: readonly (readonly [Label, Label])[] = [],
  ) {
    const count = labels.length;
    const bytes = Buffer.from(values, 'base64');
    const numbers = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
    const part = (from: number, size: number): Float64Array =>
      Float64Array.from(numbers.subarray(from, from + size), (value) => value * scale);
    const steps = BUCKETS * count;
    this.#labels = labels;
    this.#numbers = new Map(labels.map((label, at) => [label, at]));
    this.#classes = labels.map((_, at) => at);
    this.#text = labels.indexOf(text);
    this.#emitted = Float32Array.from(numbers.subarray(0, steps), (value) => value * scale);
    this.#close = part(steps, count * count);
    this.#apart = part(steps + count * count, count * count);
    this.#first = part(steps + 2 * count * count, count);
    for (const [before, after] of never) {
      const cell = labels.indexOf(before) * count + labels.indexOf(after);
      this.#close[cell] = Number.NEGATIVE_INFINITY;
      this.#apart[cell] = Number.NEGATIVE_INFINITY;
    }
  }

  /** Says of every line of a document what it is. */
  read(lines: readonly SheetLine[]): readonly SecondLabel<Label>[] {
    const features = new LineFeatures(lines);
    const { states, margins, loss } = bestChain({
      states: this.#labels.length,
      length: lines.length,
      emit: (place, scores) => this.#emit(features, lines[place], place, scores),
      transitions: (place) => (isApart(lines[place]) ? this.#apart : this.#close),
      first: this.#first,
      classOf: this.#classes,
    });
    return states.map((state, at) => ({
      label: this.#labels[state] as Label,
      margin: margins[at] as number,
      loss: (label) => loss(at, this.#numbers.get(label) as number),
    }));
  }

  #emit(features: LineFeatures, line: SheetLine | undefined, place: number, scores: Float64Array): void {
    if (line?.isPlain === true) {
      scores.fill(Number.NEGATIVE_INFINITY);
      scores[this.#text] = 0;
      return;
    }
    const emitted = this.#emitted;
    const count = scores.length;
    scores.fill(0);
    features.of(place, (_, bucket) => {
      const row = bucket * count;
      for (let label = 0; label < count; label++)
        scores[label] = (scores[label] as number) + (emitted[row + label] as number);
    });
  }
}

/** Whether an empty line or the end of a page stands before a line. */
export function isApart(line: SheetLine | undefined): boolean {
  return line !== undefined && (line.blankBefore > 0 || line.pageBefore);
}
