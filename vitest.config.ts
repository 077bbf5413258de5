import { randomInt } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { isNight } from './tests/runs.js';

/** The tests that have properties or generators, or do more where there is time, which is what a night is for. */
function generating(): string[] {
  return readdirSync('tests', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join('tests', name))
    .filter((path) => /from '(?:fast-check|.*\/night\.js)'|\bisNight\b/.test(readFileSync(path, 'utf8')));
}

/** `CHANCERY_SEED`: a number, or `random` for one of chance, which a night has by itself; else there is none, and all cases are those of the fixed sample. */
function seed(): string | undefined {
  const asked = process.env['CHANCERY_SEED'] ?? (isNight ? 'random' : undefined);
  if (asked !== undefined && !/^(random|\d{1,9})$/.test(asked))
    throw new Error(`CHANCERY_SEED is “${asked}”; it is a number below 1000000000, or “random”.`);
  return asked === 'random' ? String(randomInt(1_000_000_000)) : asked;
}

const chosen = seed();
if (chosen !== undefined) {
  process.env['CHANCERY_SEED'] = chosen;
  console.log(`CHANCERY_SEED=${chosen} makes these cases again.`);
}

export default defineConfig({
  test: {
    include: isNight ? generating() : ['tests/**/*.test.ts'],
    // Two suites: `npm test` needs npm's packages only; `npm run test:conformance` needs what .ci/run installs.
    // A third is for whoever has a token of a repository: `npm run contract`.
    exclude: [
      ...(process.env['CHANCERY_CONFORMANCE'] ? [] : ['tests/conformance/**']),
      ...(process.env['CHANCERY_CONTRACT'] ? [] : ['tests/contract/**']),
    ],
    setupFiles: ['tests/setup.ts'],
    globalSetup: isNight ? ['tests/night-report.ts'] : [],
    // A worker a processor: nobody waits for a fluent terminal while the tests run.
    maxWorkers: availableParallelism(),
    testTimeout: isNight ? 36_000_000 : 240_000,
    hookTimeout: 120_000,
  },
});
