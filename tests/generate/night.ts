import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFile } from '../../src/formats/package.js';
import { isNight } from '../runs.js';
import { type Chance, seeded } from '../validate/single-changes.js';

/** How many cases a generator makes; in a night run at most `CHANCERY_COUNT` of them. */
export function countOf(sample: number, night: number): number {
  return isNight ? Math.min(night, Number(process.env['CHANCERY_COUNT'] ?? Infinity)) : sample;
}

/** The same things in an order of chance: whatever is stopped early has seen something of everything. */
export function shuffled<T>(all: readonly T[], seed: number): T[] {
  const chance: Chance = seeded(seed);
  const order = [...all];
  for (let i = order.length - 1; i > 0; i--) {
    const k = Math.floor(chance() * (i + 1));
    [order[i], order[k]] = [order[k] as T, order[i] as T];
  }
  return order;
}

/** Counts what a generator has made and keeps what failed. A night run writes it to `dist/night/report.txt`, with each case that failed beside it. */
export class Tally {
  readonly failures: string[] = [];
  made = 0;
  readonly #what: string;
  readonly #seed: number;
  readonly #begun = Date.now();
  #told = Date.now();

  constructor(what: string, seed: number) {
    this.#what = what;
    this.#seed = seed;
  }

  /** @param input The case, from which the failure can be repeated. */
  fail(words: string, input: string): void {
    this.failures.push(words);
    if (!isNight) return;
    const name = `${this.#what.replace(/\W+/g, '-')}-${this.#seed}-${this.failures.length}.txt`;
    writeFileSync(join(folder(), name), input);
    tell(`  failed: ${words.replace(/\s+/g, ' ').slice(0, 300)} (${name})`);
  }

  /** Says from time to time how far the work is. */
  count(cases: number, of: number): void {
    this.made += cases;
    if (!isNight || Date.now() - this.#told < 300_000) return;
    this.#told = Date.now();
    this.#report(`${this.made} of ${of} so far`);
  }

  end(of: number): void {
    if (isNight) this.#report(`${this.made} of ${of}`);
  }

  #report(made: string): void {
    const { length } = this.failures;
    const minutes = ((Date.now() - this.#begun) / 60_000).toFixed(1);
    tell(
      `${this.#what}, seed ${this.#seed}: ${made}, ${length === 0 ? 'all built' : `${length} failed`} (${minutes} min)`,
    );
  }
}

/** Writes a line of the report of the night. */
export function tell(line: string): void {
  appendFileSync(reportPath(), `${line}\n`);
}

/** Where the report of the nights is. */
export function reportPath(): string {
  return join(folder(), 'report.txt');
}

function folder(): string {
  const path = packageFile('dist/night');
  mkdirSync(path, { recursive: true });
  return path;
}
