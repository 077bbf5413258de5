import { describe, expect, it } from 'vitest';
import { xsdDatatype } from '../../../src/validate/relaxng/xsd.js';
import { xsdRegex } from '../../../src/validate/relaxng/xsd-regex.js';

const context = (prefix: string) => (prefix === 'p' || prefix === '' ? `urn:${prefix}` : undefined);

function type(name: string, parameters: Readonly<Record<string, string>> = {}) {
  const made = xsdDatatype(
    name,
    Object.entries(parameters).map(([key, value]) => ({ name: key, value })),
  );
  if (made === undefined) throw new Error(`no type ${name}`);
  return made;
}

/** Values in the lexical space of a type, and values outside of it (XML Schema part 2). */
const spaces: Readonly<Record<string, readonly [inside: readonly string[], outside: readonly string[]]>> = {
  date: [
    ['1964-11-19', ' 1964-11-19Z ', '2000-02-29', '-0044-03-15', '12000-01-01+14:00'],
    ['1964-02-30', '1900-02-29', '1964-11-9', '0000-01-01', '19641119'],
  ],
  dateTime: [
    ['1964-11-19T24:00:00', '1964-11-19T23:59:59.5-05:00'],
    ['1964-11-19', '1964-11-19T25:00:00', '1964-11-19T12:00', '1964-11-19T12:00:00+15:00'],
  ],
  time: [['12:00:00'], ['12:00']],
  gYear: [
    ['1964', '-0044'],
    ['64', '01964'],
  ],
  gYearMonth: [['1964-11'], ['1964-13', '1964-1']],
  gMonthDay: [['--02-29'], ['--02-30', '02-29']],
  gMonth: [['--12'], ['--13', '12']],
  gDay: [['---31'], ['---32']],
  duration: [
    ['P1Y2M3DT4H5M6.7S', '-PT5M', 'P1D'],
    ['P', 'PT', 'P1DT', '1D'],
  ],
  boolean: [
    ['true', '0'],
    ['yes', 'TRUE'],
  ],
  integer: [
    ['+007', '-1'],
    ['1.0', ''],
  ],
  nonNegativeInteger: [['0', '-0'], ['-1']],
  positiveInteger: [['1'], ['0']],
  unsignedByte: [['255'], ['256']],
  long: [['-9223372036854775808'], ['9223372036854775808']],
  decimal: [
    ['1.5', '.5', '+5.'],
    ['1e3', '.'],
  ],
  double: [
    ['1e3', 'INF', '-INF', 'NaN'],
    ['Infinity', '1e'],
  ],
  NCName: [
    ['p_RD1', 'd73', 'Ünï'],
    ['1a', 'a:b', ''],
  ],
  ID: [[' d73 '], ['73']],
  NMTOKEN: [['1a:b'], ['a b']],
  NMTOKENS: [['a  1b'], ['']],
  Name: [['a:b'], ['-a']],
  QName: [
    ['p:a', 'a'],
    ['q:a', 'a:b:c'],
  ],
  language: [
    ['en', 'de-AT', 'x-custom'],
    ['en_US', 'verylonglanguage'],
  ],
  anyURI: [
    ['#d73', 'frus1964-68v14#pg_1', 'http://example.org/ä b', '', 'a%20b'],
    ['a%2', '#a#b', ':a', '1a:b'],
  ],
  hexBinary: [['0aFF'], ['0']],
  base64Binary: [
    ['QUJD', 'QQ==', ''],
    ['Q', 'QQ='],
  ],
};

describe('values of types', () => {
  for (const [name, [inside, outside]] of Object.entries(spaces)) {
    it(name, () => {
      expect(inside.filter((value) => !type(name).allows(value, context))).toEqual([]);
      expect(outside.filter((value) => type(name).allows(value, context))).toEqual([]);
    });
  }

  it('are equal in value, not in letters', () => {
    const same = (name: string, a: string, b: string) =>
      type(name).canonical(a, context) === type(name).canonical(b, context);
    expect(same('decimal', '+01.50', '1.5')).toBe(true);
    expect(same('boolean', '1', 'true')).toBe(true);
    expect(same('token', ' a  b ', 'a b')).toBe(true);
    expect(same('string', ' a', 'a')).toBe(false);
    expect(same('double', '1e3', '1000')).toBe(true);
    expect(same('QName', 'p:a', 'a')).toBe(false);
  });

  it('are bounded by facets', () => {
    expect(type('string', { length: '2' }).allows('𝄞b', context)).toBe(true);
    expect(type('decimal', { minInclusive: '-1.5', maxExclusive: '2' }).allows('-1.50', context)).toBe(true);
    expect(type('decimal', { minInclusive: '-1.5', maxExclusive: '2' }).allows('2.0', context)).toBe(false);
    expect(type('date', { minInclusive: '1861-01-01' }).allows('1860-12-31', context)).toBe(false);
    expect(type('duration', { maxInclusive: 'P1M' }).allows('P27D', context)).toBe(true);
    expect(type('duration', { maxInclusive: 'P1M' }).allows('P32D', context)).toBe(false);
    expect(type('duration', { minExclusive: 'PT0S' }).allows('-P1Y', context)).toBe(false);
    expect(type('decimal', { totalDigits: '3', fractionDigits: '1' }).allows('12.34', context)).toBe(false);
    expect(type('token', { pattern: 'd[0-9]+[a-z]?' }).allows(' d72a ', context)).toBe(true);
    expect(type('NMTOKENS', { maxLength: '2' }).allows('a b c', context)).toBe(false);
    expect(() => type('token', { longest: '1' })).toThrow('no facet');
  });

  it('are bounded only by what can bound them', () => {
    for (const [name, facet, value] of [
      ['string', 'maxLength', 'ten'],
      ['string', 'length', '-1'],
      ['decimal', 'totalDigits', ''],
      ['date', 'minInclusive', '1861'],
      ['integer', 'maxExclusive', '1.5'],
      ['string', 'minInclusive', 'a'],
      ['decimal', 'length', '2'],
      ['token', 'fractionDigits', '2'],
    ] as const)
      expect(() => type(name, { [facet]: value }), `${name} ${facet} ${value}`).toThrow(SyntaxError);
  });
});

describe('regular expressions of XML Schema', () => {
  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['a.c', ['abc', 'a c'], ['a\nc', 'xabc']],
    ['[\\i-[:]][\\c-[:]]*', ['frus', 'a-1'], ['a:b', '1']],
    ['[a-z-[aeiou]]+', ['bcd'], ['bad']],
    ['[^\\p{C}\\p{Z}]+', ['x–y'], ['a b']],
    ['(\\p{L}|\\p{N}|\\p{P}|\\p{S})+', ['§5', 'ß'], ['a b']],
    ['\\d{4}-\\d\\d', ['1964-11'], ['64-11']],
    ['\\p{IsGreek}+', ['ό'], ['o']],
    ['[+\\-]?[0-9.,]+', ['-1,5', '+2'], ['*1']],
    ['^$', ['^$'], ['']],
    ['[&&#~]+', ['&#~'], ['a']],
    ['\\w+\\s\\S', ['ab c'], ['ab  ']],
  ];
  for (const [pattern, inside, outside] of cases) {
    it(pattern, () => {
      const expression = xsdRegex(pattern);
      expect(inside.filter((value) => !expression.matches(value))).toEqual([]);
      expect(outside.filter((value) => expression.matches(value))).toEqual([]);
    });
  }

  it('that are none are refused', () => {
    for (const wrong of [
      '[a',
      '\\q',
      '\\p{IsNowhere}',
      'a{2,1}',
      '(',
      'a)',
      'a**',
      'a+?',
      '?',
      'a{,2}',
      'a{1',
      '{',
      ']',
      '\\',
    ])
      expect(() => xsdRegex(wrong), wrong).toThrow(SyntaxError);
  });
});
