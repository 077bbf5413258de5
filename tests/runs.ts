/** `CHANCERY_COMBINATIONS=all` (`npm run test:night`) makes a night's work of the generators and the properties; otherwise each makes a short, fixed sample. */
export const isNight = process.env['CHANCERY_COMBINATIONS'] === 'all';

/** How many times the cases of the sample each property has: `CHANCERY_TIMES`, in a night run 100. */
const times = Number(process.env['CHANCERY_TIMES'] ?? (isNight ? 100 : 1));

/**
 * How many cases a property has.
 *
 * @param sample How many it has in `npm test`.
 */
export function runs(sample: number): number {
  return Math.max(1, Math.round(sample * times));
}

/** The seed of a generator or property: that of the fixed sample, unless `CHANCERY_SEED` has another (in which vitest.config.ts has put a number for `random`). */
export function seedOf(fixed: number): number {
  return Number(process.env['CHANCERY_SEED'] ?? fixed);
}
