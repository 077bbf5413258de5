import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestChain, type ChainModel } from '../../src/encode/regions/viterbi.js';

const STATES = 3;

interface Table {
  readonly emissions: readonly (readonly number[])[];
  readonly steps: readonly number[];
  readonly first: readonly number[];
}

const score = fc.oneof(fc.integer({ min: -9, max: 9 }), fc.constant(Number.NEGATIVE_INFINITY));
const table: fc.Arbitrary<Table> = fc.record({
  // One state is never forbidden, so that there is a way.
  emissions: fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), score, score), { minLength: 1, maxLength: 5 }),
  steps: fc.array(fc.integer({ min: -5, max: 5 }), { minLength: STATES ** 2, maxLength: STATES ** 2 }),
  first: fc.array(fc.integer({ min: -5, max: 5 }), { minLength: STATES, maxLength: STATES }),
});

function modelOf({ emissions, steps, first }: Table): ChainModel {
  return {
    states: STATES,
    length: emissions.length,
    emit: (place, scores) => scores.set(emissions[place] ?? []),
    transitions: () => Float64Array.from(steps),
    first: Float64Array.from(first),
    classOf: [0, 1, 1],
  };
}

function weight({ emissions, steps, first }: Table, way: readonly number[]): number {
  return way.reduce((sum, state, place) => {
    const step = place === 0 ? (first[state] ?? 0) : (steps[(way[place - 1] ?? 0) * STATES + state] ?? 0);
    return sum + step + (emissions[place]?.[state] ?? 0);
  }, 0);
}

/** All ways through a chain. */
function ways(length: number): readonly (readonly number[])[] {
  if (length === 0) return [[]];
  return ways(length - 1).flatMap((way) => [0, 1, 2].map((state) => [...way, state]));
}

describe('the best chain', () => {
  it('is the heaviest of all ways, and its margins are to the heaviest of another class', () => {
    fc.assert(
      fc.property(table, (made) => {
        const { states, margins } = bestChain(modelOf(made));
        const all = ways(made.emissions.length).map((way) => ({ way, total: weight(made, way) }));
        const best = Math.max(...all.map(({ total }) => total));
        expect(weight(made, states)).toBe(best);
        for (const [place, state] of states.entries()) {
          const others = all.filter(({ way }) => (way[place] === 0) !== (state === 0)).map(({ total }) => total);
          expect(margins[place]).toBe(best - Math.max(...others));
        }
      }),
    );
  });

  it('of no places is empty', () => {
    expect(bestChain({ ...modelOf({ emissions: [], steps: [], first: [] }), length: 0 }).states).toEqual([]);
  });
});
