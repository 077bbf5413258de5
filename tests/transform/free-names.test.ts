import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedPath } from '../../src/model/file-name.js';
import { addressName, FreeNames } from '../../src/transform/free-names.js';

describe('the names of an edition’s files', () => {
  it('are each given once, also where capitals do not count, and the first who asks has the name itself', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('index', 'Pages', 'pages', 'd1', 'D1', 'd1-2', 'é')), (wanted) => {
        const names = new FreeNames(['index']);
        const given = wanted.map((name) => names.take(addressName(name)));
        expect(new Set(['index', ...given].map(foldedPath)).size).toBe(given.length + 1);
        const [first] = wanted;
        if (first !== undefined && first !== 'index') expect(given[0]).toBe(first);
      }),
    );
  });
});
