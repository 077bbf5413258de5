import type { SheetLine } from '../../encode/page/sheet.js';
import { BUCKETS, FIRST_WORD_TEMPLATE, LineFeatures } from '../../encode/regions/second/line-features.js';
import { isApart, modelSize, stepCells, type Weights } from '../../encode/regions/second/line-model.js';
import { largest } from '../../model/list.js';
import type { Chance } from './chance.js';

/** Lines with their labels. */
export interface Labelled<Label extends string> {
  readonly lines: readonly SheetLine[];
  readonly labels: readonly Label[];
}

/** The size of steps in learning, and of which features how many are left out each time. */
const RATE = 0.12;
const LEFT_OUT = { words: 0.35, looks: 0.1 };
/** Smaller slopes are not followed. */
const LEAST = 1e-4;
/** The weight of a step that there is not: its odds are none. */
const IMPOSSIBLE = -1e4;
/** Weights beyond it are cut. */
const GREATEST = 4;

/**
 * Learns the weights of a linear-chain conditional random field (J. Lafferty, A. McCallum, F. Pereira 2001) by the gradient of the likelihood, document by document, each weight with
 * steps of its own size (AdaGrad). Features are left out by chance, so that no word carries a label alone.
 */
export class Learner<Label extends string> {
  readonly #labels: readonly Label[];
  readonly #text: number;
  readonly #weights: Float64Array;
  readonly #squares: Float64Array;
  readonly #chance: Chance;
  /** Where the steps between labels begin, close and apart, and the weights of the first line. */
  readonly #close: number;
  readonly #apart: number;
  readonly #first: number;

  /**
   * @param text the label of running text
   * @param never steps from one label to another that there are not
   */
  constructor(labels: readonly Label[], text: Label, chance: Chance, never: readonly (readonly [Label, Label])[] = []) {
    const count = labels.length;
    this.#labels = labels;
    this.#text = labels.indexOf(text);
    this.#weights = new Float64Array(modelSize(count));
    this.#squares = new Float64Array(modelSize(count)).fill(0.1);
    this.#chance = chance;
    this.#close = BUCKETS * count;
    this.#apart = this.#close + count * count;
    this.#first = this.#apart + count * count;
    for (const cell of stepCells(labels, never))
      for (const table of [this.#close, this.#apart]) this.#weights[table + cell] = IMPOSSIBLE;
  }

  /** The weights as they are shipped: a byte each. */
  weights(): Weights {
    const top = this.#weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
    const scale = Math.min(top, GREATEST) / 127;
    const bytes = Int8Array.from(this.#weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale))));
    return { scale, values: Buffer.from(bytes.buffer).toString('base64') };
  }

  /** Learns from one document. */
  learn({ lines, labels }: Labelled<Label>): void {
    const count = this.#labels.length;
    const gold = labels.map((label) => this.#labels.indexOf(label));
    const features = this.#featuresOf(lines);
    const emitted = this.#emitted(lines, features, gold);
    const tables = lines.map((line) => (isApart(line) ? this.#apart : this.#close));
    const { marginal, pairs } = this.#marginals(emitted, tables, lines.length);
    for (const [at, buckets] of features.entries()) {
      for (let label = 0; label < count; label++) {
        const slope = (gold[at] === label ? 1 : 0) - (marginal[at * count + label] as number);
        if (Math.abs(slope) < LEAST) continue;
        for (const bucket of buckets) this.#move(bucket * count + label, slope);
        if (at === 0) this.#move(this.#first + label, slope);
      }
    }
    for (const [table, expected] of pairs) this.#learnSteps(table, expected, gold, tables);
  }

  /** Learns the steps of one table: those that there are against those that were expected. */
  #learnSteps(table: number, expected: Float64Array, gold: readonly number[], tables: readonly number[]): void {
    const count = this.#labels.length;
    for (let at = 1; at < gold.length; at++) {
      if (tables[at] !== table) continue;
      const cell = (gold[at - 1] as number) * count + (gold[at] as number);
      expected[cell] = (expected[cell] as number) - 1;
    }
    for (const [cell, slope] of expected.entries()) if (Math.abs(slope) > LEAST) this.#move(table + cell, -slope);
  }

  #move(at: number, slope: number): void {
    const squares = (this.#squares[at] as number) + slope * slope;
    this.#squares[at] = squares;
    this.#weights[at] = (this.#weights[at] as number) * (1 - 2e-6) + (RATE * slope) / Math.sqrt(squares);
  }

  #featuresOf(lines: readonly SheetLine[]): readonly (readonly number[])[] {
    const features = new LineFeatures(lines);
    return lines.map((_, at) => {
      const buckets: number[] = [];
      const found = features.of(at);
      for (let feature = 0; feature < found.count; feature++) {
        const isWord = (found.templates[feature] ?? 0) >= FIRST_WORD_TEMPLATE;
        if (!this.#chance.is(isWord ? LEFT_OUT.words : LEFT_OUT.looks)) buckets.push(found.buckets[feature] ?? 0);
      }
      return buckets;
    });
  }

  #emitted(
    lines: readonly SheetLine[],
    features: readonly (readonly number[])[],
    gold: readonly number[],
  ): Float64Array {
    const count = this.#labels.length;
    const emitted = new Float64Array(lines.length * count);
    for (const [at, buckets] of features.entries()) {
      const row = emitted.subarray(at * count, (at + 1) * count);
      if (lines[at]?.isPlain === true && gold[at] === this.#text) row.fill(-1e4).fill(0, this.#text, this.#text + 1);
      for (const bucket of buckets)
        for (let label = 0; label < count; label++)
          row[label] = (row[label] as number) + (this.#weights[bucket * count + label] as number);
    }
    return emitted;
  }

  /** How likely each label is at each line, and each step in each table: forwards and backwards, each line's sum made one. */
  #marginals(
    emitted: Float64Array,
    tables: readonly number[],
    length: number,
  ): { readonly marginal: Float64Array; readonly pairs: ReadonlyMap<number, Float64Array> } {
    const count = this.#labels.length;
    const own = new Float64Array(length * count);
    for (let at = 0; at < length; at++) {
      const row = emitted.subarray(at * count, (at + 1) * count);
      const top = largest(row);
      for (let label = 0; label < count; label++) own[at * count + label] = Math.exp((row[label] as number) - top);
    }
    const steps = new Map(
      [this.#close, this.#apart].map((table) => [
        table,
        this.#weights.slice(table, table + count * count).map(Math.exp),
      ]),
    );
    const ahead = new Float64Array(length * count);
    const behind = new Float64Array(length * count).fill(1);
    const sums = new Float64Array(length);
    for (let at = 0; at < length; at++) {
      const table = steps.get(tables[at] as number) as Float64Array;
      let sum = 0;
      for (let after = 0; after < count; after++) {
        let reached = at === 0 ? Math.exp(this.#weights[this.#first + after] as number) : 0;
        if (at > 0)
          for (let before = 0; before < count; before++)
            reached += (ahead[(at - 1) * count + before] as number) * (table[before * count + after] as number);
        const value = reached * (own[at * count + after] as number);
        ahead[at * count + after] = value;
        sum += value;
      }
      sums[at] = sum;
      for (let label = 0; label < count; label++)
        ahead[at * count + label] = (ahead[at * count + label] as number) / sum;
    }
    const pairs = new Map([this.#close, this.#apart].map((table) => [table, new Float64Array(count * count)]));
    for (let at = length - 2; at >= 0; at--) {
      const name = tables[at + 1] as number;
      const table = steps.get(name) as Float64Array;
      const expected = pairs.get(name) as Float64Array;
      for (let before = 0; before < count; before++) {
        let reached = 0;
        for (let after = 0; after < count; after++) {
          const next = (at + 1) * count + after;
          const way =
            ((table[before * count + after] as number) * (own[next] as number) * (behind[next] as number)) /
            (sums[at + 1] as number);
          reached += way;
          const cell = before * count + after;
          expected[cell] = (expected[cell] as number) + (ahead[at * count + before] as number) * way;
        }
        behind[at * count + before] = reached;
      }
    }
    const marginal = ahead.map((value, at) => value * (behind[at] as number));
    return { marginal, pairs };
  }
}
