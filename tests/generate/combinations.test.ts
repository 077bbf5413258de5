import { describe, expect, it } from 'vitest';
import { packageFile } from '../../src/formats/package.js';
import { SourceFile } from '../../src/model/source-file.js';
import { loadSchema } from '../../src/validate/relaxng/load.js';
import { validateText } from '../../src/validate/validate.js';
import { failuresOf } from './check.js';
import { inWords, pairs, triples, values } from './combinations.js';
import { type Chain, Grammar, writeVolume } from './grammar.js';

/**
 * Every element in every place where the schemas let it stand is in every edition, with all its words. `CHANCERY_COMBINATIONS=all` makes all
 * combinations (a night's work); otherwise the pairs are all made, and of the others as many as stand here, spread evenly.
 */
const isNight = process.env['CHANCERY_COMBINATIONS'] === 'all';
const SAMPLE = 3000;
const AT_ONCE = 60;

const kinds = { pairs, triples, values } as const;

function grammarOf(name: string): Grammar {
  const schema = loadSchema(packageFile(`tei/${name}.rng`)).value;
  if (schema === undefined) throw new Error(`${name} was not loaded`);
  return new Grammar(schema);
}

function sample(all: readonly Chain[]): readonly Chain[] {
  if (isNight || all.length <= SAMPLE) return all;
  return Array.from({ length: SAMPLE }, (_, i) => all[Math.floor((i * all.length) / SAMPLE)] ?? expect.fail());
}

/** Makes volumes until all that is wanted has been in one; of a volume that fails, halves, until what fails is known. */
class Run {
  readonly failures: string[] = [];
  readonly #grammar: Grammar;
  readonly #space: '' | ' ';

  constructor(grammar: Grammar, space: '' | ' ') {
    this.#grammar = grammar;
    this.#space = space;
  }

  all(chains: readonly Chain[]): void {
    for (let waiting = chains; waiting.length > 0; ) {
      const left = this.#some(waiting.slice(0, AT_ONCE));
      if (left.length === Math.min(waiting.length, AT_ONCE))
        this.failures.push(`no place for ${inWords(left[0] as Chain)}`);
      waiting = [...left.slice(left.length === waiting.length ? 1 : 0), ...waiting.slice(AT_ONCE)];
    }
  }

  /** @returns What did not fit into the same volume. */
  #some(chains: readonly Chain[]): readonly Chain[] {
    const { tei, left } = writeVolume(this.#grammar, chains, this.#space);
    const failures = failuresOf(tei);
    if (failures.length === 0) return left;
    const placed = chains.filter((chain) => !left.includes(chain));
    if (placed.length <= 1) {
      this.failures.push(`${placed.map(inWords)}: ${failures[0]}`);
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
      const all = [...kinds[kind](grammar)];
      expect(all.length).toBeGreaterThan(3000);
      for (const space of [' ', ''] as const) {
        const run = new Run(grammar, space);
        run.all(kind === 'pairs' ? all : sample(all));
        expect(run.failures).toEqual([]);
      }
    },
    36_000_000,
  );

  it('is what the generator makes', async () => {
    const chains = sample([...values(grammar)]);
    for (let i = 0; i < chains.length; i += 300) {
      const { tei } = writeVolume(grammar, chains.slice(i, i + 60));
      const strength = name === 'chancery' ? 'current' : 'legacy';
      const { diagnostics } = await validateText(new SourceFile('made.xml', tei), { strength });
      expect(diagnostics.filter(({ code }) => /^VA01/.test(code)).map(({ message }) => message)).toEqual([]);
    }
  });
});
