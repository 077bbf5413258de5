import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundledFonts } from '../../src/press/font-files.js';
import { print } from '../../src/press/press.js';
import { anyContent } from './any-content.js';

/** More of them by hand: `PRESS_CASES=5000 npx vitest run tests/press/any-content.test.ts`. */
const CASES = Number(process.env['PRESS_CASES'] ?? 8);
const SEED = Number(process.env['PRESS_SEED'] ?? 11);

describe('a book of anything in anything', () => {
  it('is printed, with every word and every note', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const { value, diagnostics } = print(content, { fonts: bundledFonts(), file: 'v.xml' });
        expect(value?.pdf.length).toBeGreaterThan(0);
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      }),
      { numRuns: CASES, seed: SEED },
    );
  }, 3_600_000);
});
