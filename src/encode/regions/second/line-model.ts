import type { SheetLine } from '../../page/sheet.js';
import { bestChain } from '../viterbi.js';
import { BUCKETS, type LineFeature, LineFeatures } from './line-features.js';

/** What the second reading calls a line. */
export interface SecondLabel<Label extends string> {
  readonly label: Label;
  /** By how much the best way beats one that calls the line something else, as the logarithm of odds. */
  readonly margin: number;
  /** By how much the best way of all beats one that calls the line by the label with this number. */
  loss(label: number): number;
}

/** From what margin on the second reading is heard: odds of e³, some twenty to one. */
export const HEARD = 3;

/** The numbers of a model, a byte each, in base64; a byte of 1 stands for `scale`. */
export interface Weights {
  readonly scale: number;
  readonly values: string;
}

/** How many numbers a model of so many labels has: a row of labels for each bucket, the steps between labels, close and apart, and the first line. */
export function modelSize(labels: number): number {
  return BUCKETS * labels + 2 * labels * labels + labels;
}

/** Where steps from one label to another stand in a table of all of them. */
export function stepCells<Label>(
  labels: readonly Label[],
  steps: readonly (readonly [Label, Label])[],
): readonly number[] {
  return steps.map(([before, after]) => labels.indexOf(before) * labels.length + labels.indexOf(after));
}

/**
 * A linear-chain model of lines (J. Lafferty, A. McCallum, F. Pereira, “Conditional Random Fields”, 2001), as GROBID labels the lines of papers (P. Lopez 2009). It has learned of
 * sheets whose labels are known, and knows none of the rules of the grammar, so that it errs elsewhere.
 */
export class LineModel<Label extends string> {
  readonly #labels: readonly Label[];
  readonly #classes: readonly number[];
  readonly #text: number;
  readonly #packed: Weights;
  /** The cells of the tables of steps that are steps which there are not. */
  readonly #never: readonly number[];
  /** Unpacked when the first document is read: most commands read none. */
  #unpacked: Unpacked | undefined;

  /**
   * @param text the label of running text, which a line that can be nothing else has
   * @param never steps from one label to another that there are not
   */
  constructor(
    labels: readonly Label[],
    text: Label,
    weights: Weights,
    never: readonly (readonly [Label, Label])[] = [],
  ) {
    this.#labels = labels;
    this.#classes = labels.map((_, at) => at);
    this.#text = labels.indexOf(text);
    this.#packed = weights;
    this.#never = stepCells(labels, never);
  }

  /** Says of every line of a document what it is. */
  read(lines: readonly SheetLine[]): readonly SecondLabel<Label>[] {
    this.#unpacked ??= unpacked(this.#packed, this.#labels.length, this.#never);
    const model = this.#unpacked;
    const features = new LineFeatures(lines);
    const { states, margins, loss } = bestChain({
      states: this.#labels.length,
      length: lines.length,
      emit: (place, scores) => {
        if (lines[place]?.isPlain === true) {
          scores.fill(Number.NEGATIVE_INFINITY);
          scores[this.#text] = 0;
        } else addUp(features.of(place), model, scores);
      },
      transitions: (place) => (isApart(lines[place]) ? model.apart : model.close),
      first: model.first,
      classOf: this.#classes,
    });
    return states.map((state, at) => ({
      label: this.#labels[state] as Label,
      margin: margins[at] as number,
      loss: (label) => loss(at, label),
    }));
  }
}

/** The weights of a model, each kind a table; those of features stay a byte each, so that the rows that a line asks for are near. */
interface Unpacked {
  readonly rows: Int8Array;
  /** What each byte stands for, from -128 on. */
  readonly values: Float32Array;
  readonly close: Float64Array;
  readonly apart: Float64Array;
  readonly first: Float64Array;
}

function unpacked({ scale, values }: Weights, count: number, never: readonly number[]): Unpacked {
  const bytes = Buffer.from(values, 'base64');
  const numbers = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  const filled = <Table extends Float32Array | Float64Array>(table: Table, from: number): Table => {
    for (let at = 0; at < table.length; at++) table[at] = (numbers[from + at] as number) * scale;
    return table;
  };
  const steps = BUCKETS * count;
  const pairs = count * count;
  const close = filled(new Float64Array(pairs), steps);
  const apart = filled(new Float64Array(pairs), steps + pairs);
  for (const cell of never) {
    close[cell] = Number.NEGATIVE_INFINITY;
    apart[cell] = Number.NEGATIVE_INFINITY;
  }
  return {
    rows: numbers.subarray(0, steps),
    values: Float32Array.from({ length: 256 }, (_, byte) => (byte - 128) * scale),
    close,
    apart,
    first: filled(new Float64Array(count), steps + 2 * pairs),
  };
}

/** Writes into `scores` what the features of a line say for each label, feature by feature. */
function addUp({ buckets, count: found }: LineFeature, { rows, values }: Unpacked, scores: Float64Array): void {
  const count = scores.length;
  scores.fill(0);
  for (let feature = 0; feature < found; feature++) {
    const row = (buckets[feature] as number) * count;
    for (let label = 0; label < count; label++)
      scores[label] = (scores[label] as number) + (values[(rows[row + label] as number) + 128] as number);
  }
}

/** Whether an empty line or the end of a page stands before a line. */
export function isApart(line: SheetLine | undefined): boolean {
  return line !== undefined && (line.blankBefore > 0 || line.pageBefore);
}
