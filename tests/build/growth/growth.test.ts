import { describe, expect, it } from 'vitest';
import { growthOf, isBeyond, rowOf } from '../../../src/build/growth/growth.js';
import { textOf } from '../../../src/build/growth/kind.js';
import type { Asked, Told } from '../../../src/build/growth/measure.js';
import { readers } from '../../../src/build/growth/readers.js';

/** Reads here, where the program is not compiled. */
const here = {
  async timeOf({ reader, kind, length }: Asked): Promise<Told> {
    const read = await readers[reader]?.prepare(textOf(kind, length));
    if (read === undefined) return { failure: `no reader ${reader}` };
    const start = process.cpuUsage();
    await read();
    const { user, system } = process.cpuUsage(start);
    return { time: (user + system) / 1000 };
  },
};

const KB = 1000;

/** Repetitions that were read in the square of their length. */
describe('four times the text takes no more than five times as long', () => {
  it.each([
    ['encode-cable', { unit: '((a) ' }, 100],
    ['encode-cable', { unit: '((A ', rest: '.)) ' }, 100],
    ['encode-cable', { unit: '_a __b ' }, 25],
    ['encode-typescript', { unit: '*1 ' }, 25],
    ['encode-any', { unit: 'x    ' }, 100],
    ['encode-html', { unit: '[a][b] \n' }, 25],
    ['encode-web', { unit: '[^1] ', rest: '[^1]: a\n' }, 100],
    ['encode-typescript', { unit: 'a\n\n' }, 25],
    ['encode-cable', { unit: 'TO X№: a\n' }, 25],
    ['review', { unit: '|--|\n' }, 6],
    ['validate-tags', { unit: '&a;' }, 100],
  ])(
    'in %s with %o',
    async (reader, kind, length) => {
      const growth = await growthOf(here, reader, kind, [length * KB, 4 * length * KB]);
      expect(isBeyond(growth) ? rowOf(growth) : '').toBe('');
    },
    120_000,
  );
});
