import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validateObject } from '../../src/archive/check-object.js';
import { runs } from '../runs.js';
import { type Damage, DepositedObject, damages } from './damages.js';

const name = fc.constantFrom('a', 'b', 'index.html', 'tei/d1.xml', 'tei/d2.xml', 'epub/OEBPS/é.xhtml', 'constructor');
const state = fc
  .dictionary(name, fc.string({ maxLength: 4 }), { minKeys: 1 })
  .map((files) => new Map(Object.entries(files)));
const object = fc
  .tuple(
    fc.array(state, { minLength: 1, maxLength: 4 }),
    fc.array(fc.constantFrom('sha256' as const, 'sha512' as const)),
  )
  .map(([states, algorithms]) => new DepositedObject(states, algorithms));

function codes(o: DepositedObject): readonly string[] {
  return validateObject(o.store, o.folder).diagnostics.map((d) => d.code);
}

describe('the check of an archived object', () => {
  it('finds nothing in an object that is whole', () => {
    fc.assert(
      fc.property(object, (o) => {
        // A prior inventory by SHA-256 is allowed, and OCFL prefers SHA-512.
        expect(codes(o).filter((code) => code !== 'W004')).toEqual([]);
      }),
    );
  });

  it.each(damages.map((d): readonly [string, string, Damage] => [d.code, d.name, d]))(
    'finds %s: %s',
    (code, _name, { damage }) => {
      let damaged = 0;
      fc.assert(
        fc.property(object, fc.nat(), (o, seed) => {
          const isDone = damage(o, (from) => from[seed % from.length] as (typeof from)[number]);
          if (isDone === false) return;
          damaged++;
          expect(codes(o)).toContain(code);
        }),
        { numRuns: runs(20) },
      );
      expect(damaged).toBeGreaterThan(0);
    },
  );

  it('survives any damage of any kind together with others', () => {
    fc.assert(
      fc.property(object, fc.array(fc.tuple(fc.constantFrom(...damages), fc.nat()), { maxLength: 6 }), (o, all) => {
        for (const [{ damage }, seed] of all) {
          try {
            damage(o, (from) => from[seed % from.length] as (typeof from)[number]);
          } catch {
            // What is damaged already may be such that it cannot be damaged further.
          }
        }
        expect(() => codes(o)).not.toThrow();
      }),
      { numRuns: runs(100) },
    );
  });
});
