import fc from 'fast-check';
import { expect } from 'vitest';
import { tell } from './generate/night.js';
import { isNight, runs, seedOf } from './runs.js';

/** The seed of the fixed sample of every property. What `npm test` finds is what it found for whoever ran it before. */
const SAMPLE = 20261129;

fc.configureGlobal({ seed: seedOf(SAMPLE), numRuns: runs(100) });

if (isNight)
  fc.installGlobalPlugin(() => ({
    onAllRunsComplete({ failed, numRuns, seed, counterexamplePath }) {
      const { currentTestName = '' } = expect.getState();
      const outcome = failed ? `failed (seed ${seed}, path ${counterexamplePath})` : 'all held';
      tell(`${currentTestName}, seed ${seed}: ${numRuns} cases, ${outcome}`);
    },
  }));
