import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Two suites: `npm test` needs npm's packages only; `npm run test:conformance` needs what .ci/run installs.
    exclude: process.env['CHANCERY_CONFORMANCE'] ? [] : ['tests/conformance/**'],
    // A worker a processor: nobody waits for a fluent terminal while the tests run.
    maxWorkers: availableParallelism(),
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
