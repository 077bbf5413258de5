import { describe, expect, it } from 'vitest';
import { packageFile } from '../../src/formats/package.js';
import { SourceFile } from '../../src/model/source-file.js';
import { loadSchema } from '../../src/validate/relaxng/load.js';
import { validateText } from '../../src/validate/validate.js';
import { isNight, seedOf } from '../runs.js';
import { failuresOf } from './check.js';
import { inWords, pairs, triples, values } from './combinations.js';
import { type Chain, Grammar, writeVolume } from './grammar.js';
import { countOf, shuffled, Tally } from './night.js';

/**
 * Every element in every place where the schemas let it stand is in every edition, with all its words. A night run makes all combinations, in an order of chance;
 * otherwise the pairs are all made, and of the others as many as stand here, spread evenly.
 */
const SAMPLE = 3000;
const AT_ONCE = 60;
const NIGHT_PIECES = 100;

const kinds = { pairs, triples, values } as const;

function grammarOf(name: string): Grammar {
  const schema = loadSchema(packageFile(`tei/${name}.rng`)).value;
  if (schema === undefined) throw new Error(`${name} was not loaded`);
  return new Grammar(schema);
}

function sample(all: readonly Chain[], seed: number): readonly Chain[] {
  if (isNight) return shuffled(all, seed).slice(0, countOf(SAMPLE, all.length));
  if (all.length <= SAMPLE) return all;
  return Array.from({ length: SAMPLE }, (_, i) => all[Math.floor((i * all.length) / SAMPLE)] ?? expect.fail());
}

/** Makes volumes until all that is wanted has been in one; of a volume that fails, halves, until what fails is known. */
class Run {
  readonly #tally: Tally;
  readonly #grammar: Grammar;
  readonly #space: '' | ' ';

  constructor(tally: Tally, grammar: Grammar, space: '' | ' ') {
    this.#tally = tally;
    this.#grammar = grammar;
    this.#space = space;
  }

  all(chains: readonly Chain[], of: number): void {
    let waiting: readonly Chain[] = [];
    for (let next = 0; next < chains.length || waiting.length > 0; ) {
      const fresh = chains.slice(next, next + AT_ONCE - waiting.length);
      next += fresh.length;
      const tried = [...waiting, ...fresh];
      waiting = this.#some(tried);
      this.#tally.count(tried.length - waiting.length, of);
      if (waiting.length < tried.length) continue;
      this.#tally.fail(`no place for ${inWords(tried[0] as Chain)}`, '');
      waiting = waiting.slice(1);
    }
  }

  /** @returns What did not fit into the same volume. */
  #some(chains: readonly Chain[]): readonly Chain[] {
    const { tei, left } = writeVolume(this.#grammar, chains, this.#space);
    const failures = failuresOf(tei);
    if (failures.length === 0) return left;
    const placed = chains.filter((chain) => !left.includes(chain));
    if (placed.length <= 1) {
      this.#tally.fail(`${placed.map(inWords)}: ${failures.join(' / ')}`, tei);
      return left;
    }
    const half = Math.ceil(placed.length / 2);
    return [...left, ...this.#some(placed.slice(0, half)), ...this.#some(placed.slice(half))];
  }
}

describe.each(['chancery', 'chancery-legacy'])('what %s allows', (name) => {
  const grammar = grammarOf(name);

  it.each(Object.keys(kinds) as (keyof typeof kinds)[])(
    '%s are in all editions',
    (kind) => {
      const seed = seedOf(0);
      const all = [...kinds[kind](grammar)];
      expect(all.length).toBeGreaterThan(3000);
      const chains = kind === 'pairs' ? all : sample(all, seed);
      const tally = new Tally(`${kind} of ${name} (${all.length}, each with and without spaces)`, seed);
      const pieces = isNight ? NIGHT_PIECES : 1;
      const of = chains.length * 2;
      // Both ways take turns, so that a run which is stopped early has seen both.
      for (let i = 0; i < pieces; i++) {
        const piece = chains.filter((_, k) => k % pieces === i);
        for (const space of [' ', ''] as const) new Run(tally, grammar, space).all(piece, of);
      }
      tally.end(of);
      expect(tally.failures).toEqual([]);
    },
    36_000_000,
  );

  it('is what the generator makes', async () => {
    const chains = sample([...values(grammar)], seedOf(0));
    for (let i = 0; i < chains.length; i += 300) {
      const { tei } = writeVolume(grammar, chains.slice(i, i + 60));
      const strength = name === 'chancery' ? 'current' : 'legacy';
      const { diagnostics } = await validateText(new SourceFile('made.xml', tei), { strength });
      expect(diagnostics.filter(({ code }) => /^VA01/.test(code)).map(({ message }) => message)).toEqual([]);
    }
  });
});
