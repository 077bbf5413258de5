import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TooAmbiguous } from '../../../src/validate/relaxng/credit.js';
import { xsdRegex } from '../../../src/validate/relaxng/xsd-regex.js';
import { runs } from '../../runs.js';

/** An expression as XML Schema writes it, and the same as ECMAScript's `v` mode does. */
interface Written {
  readonly xsd: string;
  readonly native: string;
}

const leaf: fc.Arbitrary<Written> = fc.oneof(
  fc.constantFrom('a', 'b', 'c', 'é', '𝄞').map((c) => ({ xsd: c, native: c })),
  fc.constantFrom(
    { xsd: '.', native: '[^\\n\\r]' },
    { xsd: '[a-c-[b]]', native: '[ac]' },
    { xsd: '[^ab]', native: '[^ab]' },
    { xsd: '\\p{L}', native: '\\p{L}' },
    { xsd: '\\i', native: '[a-zé𝄞]' },
    { xsd: '\\s', native: '[ \\n]' },
    { xsd: '$', native: '\\$' },
    { xsd: '', native: '' },
  ),
);
const count = fc.nat({ max: 3 });
const { expression } = fc.letrec<{ expression: Written; group: Written }>((tie) => ({
  group: tie('expression').map(({ xsd, native }) => ({ xsd: `(${xsd})`, native: `(?:${native})` })),
  expression: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.tuple(tie('group'), fc.constantFrom('?', '*', '+')).map(([of, q]) => ({
      xsd: of.xsd + q,
      native: of.native + q,
    })),
    fc.tuple(tie('group'), count, fc.option(count)).map(([of, min, more]) => {
      const times = more === null ? `{${min},}` : `{${min},${min + more}}`;
      return { xsd: of.xsd + times, native: of.native + times };
    }),
    fc
      .tuple(tie('group'), tie('group'))
      .map(([a, b]) => ({ xsd: `${a.xsd}|${b.xsd}`, native: `${a.native}|${b.native}` })),
    fc
      .tuple(tie('group'), tie('group'))
      .map(([a, b]) => ({ xsd: `${a.xsd}${b.xsd}`, native: `${a.native}${b.native}` })),
  ),
}));
const value = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '𝄞', '$', ' ', '\n', '1'), maxLength: 8 });

describe('regular expressions of XML Schema', () => {
  it('match what ECMAScript’s match', () => {
    fc.assert(
      fc.property(expression, fc.array(value, { minLength: 5, maxLength: 10 }), ({ xsd, native }, values) => {
        const automaton = xsdRegex(xsd);
        const measure = new RegExp(`^(?:${native})$`, 'u');
        for (const text of values) expect(automaton.matches(text), `${xsd} ${text}`).toBe(measure.test(text));
      }),
      { numRuns: runs(2000) },
    );
  });

  it.each([
    ['(a+)+b', 'a', false],
    ['(a*)*', 'a', true],
    ['(a|a)*b', 'a', false],
    ['(a|aa|aaa)+b', 'a', false],
    ['(a|b|ab)*c', 'ab', false],
    ['(.*,){20}P', 'a,', false],
    ['([a-z]+)*[0-9]', 'a', false],
    ['(a?){10}a{99990}', 'a', true],
    ['(a{1,1000}){1,1000}', 'a', true],
    ['((a{1,1000}){1,1000}){1,1000}b', 'a', false],
    ['(a{0,99999999999999999999}b?){0,1}', 'a', true],
    ['(a|b)*a(a|b){31}', 'ab', true],
  ])('%s comes to an end on a long value', (pattern, unit, isMatch) => {
    const text = unit.repeat(100_000 / unit.length);
    expect(xsdRegex(pattern).matches(text)).toBe(isMatch);
  });

  it.each([
    ['counts in counts', '((a{1,1000}b?){1,1000}c?){1,1000}'],
    ['parts that may be absent', '(a?){50000}a{50000}'],
    ['counts that leave gaps', '(a{2,3000}){500,3000}d'],
    ['many alternatives', `${'(a|b?c?)'.repeat(3000)}d`],
  ])('%s come to an end, or are too ambiguous', (_what, pattern) => {
    const automaton = xsdRegex(pattern);
    const tried = (): string => {
      try {
        return String(automaton.matches('a'.repeat(20_000)));
      } catch (error) {
        if (error instanceof TooAmbiguous) return 'too ambiguous';
        throw error;
      }
    };
    expect([tried(), tried()]).toEqual([expect.any(String), expect.any(String)]);
  });

  it('forget what they have learnt, and match as before', () => {
    const counting = xsdRegex('(a|b){0,50000}c');
    for (let run = 0; run < 3; run++) {
      expect(counting.matches(`${'ab'.repeat(25_000)}c`)).toBe(true);
      expect(counting.matches(`${'ab'.repeat(25_000)}ac`)).toBe(false);
    }
    // A state for each of the last letters that there may be: more than are remembered.
    const branching = xsdRegex('(a|b)*a(a|b){18}');
    let random = 1;
    const text = Array.from({ length: 80_000 }, () => {
      random = (random * 48271) % 2147483647;
      return random % 2 === 0 ? 'a' : 'b';
    }).join('');
    expect(branching.matches(`${text}a${'b'.repeat(18)}`)).toBe(true);
    expect(branching.matches(`${text}bb${'b'.repeat(18)}`)).toBe(false);
  });

  it('that are nested too deep, or too long, are refused', () => {
    expect(() => xsdRegex(`${'('.repeat(5000)}a${')'.repeat(5000)}`)).toThrow('deep');
    expect(() => xsdRegex(`${'[a-'.repeat(5000)}[b]${']'.repeat(5000)}`)).toThrow('deep');
    expect(() => xsdRegex('ab?'.repeat(500_000))).toThrow('too long');
    expect(xsdRegex('ab?'.repeat(50_000)).matches('ab'.repeat(50_000))).toBe(true);
  });
});
