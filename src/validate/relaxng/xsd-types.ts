import { collapse, type NamespaceContext, tokensOf } from './datatype.js';

/** A primitive or derived type of XML Schema part 2, without facets. */
export interface XsdType {
  readonly whiteSpace: 'preserve' | 'replace' | 'collapse';
  /** Whether a value, its white space processed, is in the lexical space. */
  isLexical(value: string, context: NamespaceContext): boolean;
  /** Equal values as equal strings; the value itself where nothing is said. */
  canonical?(value: string, context: NamespaceContext): string;
  /** For the facets of bounds: negative, zero or positive; undefined where the two cannot be compared. */
  compare?(a: string, b: string): number | undefined;
  /** For the facets of length; characters where nothing is said. */
  length?(value: string): number;
  readonly idKind?: 'ID' | 'IDREF' | 'IDREFS';
}

const NAME_START =
  ':A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}\\u{200D}\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}';
const NAME_CHAR = `${NAME_START}\\-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}\\u{2040}`;

/** The first and the other characters of an XML name, as sets for a regular expression. */
export const nameCharacters = { start: NAME_START, all: NAME_CHAR } as const;

const nameType = /*@__PURE__*/ new RegExp(`^[${NAME_START}][${NAME_CHAR}]*$`, 'u');
const nmtoken = /*@__PURE__*/ new RegExp(`^[${NAME_CHAR}]+$`, 'u');
/** Nearly every name is ASCII; the long expression is for the rest. */
const asciiName = /^[A-Za-z_][A-Za-z0-9_.-]*$/;

function isNCName(value: string): boolean {
  return asciiName.test(value) || (nameType.test(value) && !value.includes(':'));
}

function lexical(pattern: RegExp, more: Omit<XsdType, 'isLexical' | 'whiteSpace'> = {}): XsdType {
  return { whiteSpace: 'collapse', isLexical: (value) => pattern.test(value), ...more };
}

function tokens(isItem: (value: string) => boolean, idKind?: 'IDREFS'): XsdType {
  return {
    whiteSpace: 'collapse',
    isLexical: (value) => value !== '' && tokensOf(value).every(isItem),
    length: (value) => tokensOf(value).length,
    ...(idKind === undefined ? {} : { idKind }),
  };
}

function isQName(value: string, context: NamespaceContext): boolean {
  const parts = value.split(':');
  const [first = '', second] = parts;
  if (parts.length > 2 || !isNCName(first)) return false;
  return second === undefined || (isNCName(second) && context(first) !== undefined);
}

function expandQName(value: string, context: NamespaceContext): string {
  const [first = '', second] = value.split(':');
  return second === undefined ? `{${context('') ?? ''}}${first}` : `{${context(first) ?? ''}}${second}`;
}

/** Without the zeros at its end; an expression would look for them at each zero anew. */
export function withoutZeros(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === '0') end--;
  return digits.slice(0, end);
}

/** `+01.50` → `1.5`. */
function canonicalDecimal(value: string): string {
  const isNegative = value.startsWith('-');
  const [whole = '', part = ''] = value.replace(/^[+-]/, '').split('.');
  const left = whole.replace(/^0+/, '') || '0';
  const right = withoutZeros(part);
  const digits = right === '' ? left : `${left}.${right}`;
  return isNegative && digits !== '0' ? `-${digits}` : digits;
}

function compareDecimals(a: string, b: string): number {
  const [x, y] = [canonicalDecimal(a), canonicalDecimal(b)];
  if (x.startsWith('-') !== y.startsWith('-')) return x.startsWith('-') ? -1 : 1;
  const sign = x.startsWith('-') ? -1 : 1;
  const [xWhole = '', xPart = ''] = x.replace('-', '').split('.');
  const [yWhole = '', yPart = ''] = y.replace('-', '').split('.');
  if (xWhole.length !== yWhole.length) return sign * (xWhole.length - yWhole.length);
  const [left, right] = [`${xWhole}.${xPart}`, `${yWhole}.${yPart}`];
  return left === right ? 0 : left < right ? -sign : sign;
}

function integer(min?: string, max?: string): XsdType {
  const isInside = (value: string) =>
    (min === undefined || compareDecimals(value, min) >= 0) && (max === undefined || compareDecimals(value, max) <= 0);
  return {
    whiteSpace: 'collapse',
    isLexical: (value) => /^[+-]?[0-9]+$/.test(value) && isInside(value),
    canonical: canonicalDecimal,
    compare: compareDecimals,
  };
}

function toFloat(value: string): number {
  return value === 'INF' ? Number.POSITIVE_INFINITY : value === '-INF' ? Number.NEGATIVE_INFINITY : Number(value);
}

const float: XsdType = lexical(/^(?:[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|-?INF|NaN)$/, {
  canonical: (value) => String(toFloat(value)),
  compare: (a, b) => {
    const difference = toFloat(a) - toFloat(b);
    return Number.isNaN(difference) ? undefined : difference;
  },
});

const ZONE = '(?<zone>Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00))?';
const YEAR = '(?<year>-?(?:[1-9][0-9]{3,}|0[0-9]{3}))';
const MONTH = '(?<month>0[1-9]|1[0-2])';
const DAY = '(?<day>0[1-9]|[12][0-9]|3[01])';
const TIME = '(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]+)?|24:00:00(?:\\.0+)?)';

/** Seven types of dates from the same parts; a day must exist in its month (XML Schema part 2 §3.2.7 ff.). */
function dateType(parts: string): XsdType {
  const pattern = new RegExp(`^${parts}${ZONE}$`);
  return {
    whiteSpace: 'collapse',
    isLexical: (value) => {
      const groups = pattern.exec(value)?.groups;
      return groups !== undefined && groups['year'] !== '0000' && isDay(groups);
    },
    compare: (a, b) => {
      const [x, y] = [Date.parse(a), Date.parse(b)];
      if (!Number.isNaN(x) && !Number.isNaN(y)) return x - y;
      return a === b ? 0 : a < b ? -1 : 1;
    },
  };
}

function isDay({ year, month, day }: Readonly<Record<string, string | undefined>>): boolean {
  if (day === undefined || month === undefined) return true;
  const y = year === undefined ? 2000 : Number(year);
  const isLeap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1] ?? 0;
  return Number(day) <= days;
}

const DURATION =
  /^(-?)P(?=[0-9T])(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)D)?(?:T(?=[0-9])(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+(?:\.[0-9]+)?)S)?)?$/;

/** Months by which durations are compared: the lengths of those after them differ most (XML Schema part 2 §3.2.6.2). */
const REFERENCE_MONTHS = [Date.UTC(1696, 8), Date.UTC(1697, 1), Date.UTC(1903, 2), Date.UTC(1903, 6)];

/** The longer of two durations, where it is the longer one after every month. */
function compareDurations(a: string, b: string): number | undefined {
  const orders = REFERENCE_MONTHS.map((from) => Math.sign(endOf(a, from) - endOf(b, from)));
  return new Set(orders).size === 1 ? orders[0] : undefined;
}

/** The time in milliseconds at which a duration ends that begins at the given one. */
function endOf(duration: string, from: number): number {
  const [, sign = '', ...parts] = DURATION.exec(duration) ?? [];
  const [years = 0, months = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts.map((part) => Number(part ?? 0));
  const way = sign === '-' ? -1 : 1;
  const date = new Date(from);
  const month = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + way * (12 * years + months));
  return month + way * 1000 * (((days * 24 + hours) * 60 + minutes) * 60 + seconds);
}

/** A URI reference as RFC 3986 has it after escaping: whole percent escapes, one fragment, a scheme that is one. */
function isUri(value: string): boolean {
  if (/%(?![0-9a-fA-F]{2})/.test(value) || /#.*#/.test(value)) return false;
  const scheme = /^([^/?#]*?):/.exec(value)?.[1];
  return scheme === undefined || (/^[A-Za-z][A-Za-z0-9+.-]*$/.test(scheme) && !/^[^:]*:(?:#|$)/.test(value));
}

/** Groups of four letters, a single space after any of them but the last; the end of the last group may be `=` or `==` (XML Schema part 2 §3.2.16). */
function isBase64(value: string): boolean {
  const letters = value.replaceAll(' ', '');
  return letters.length % 4 === 0 && !/[^A-Za-z0-9+/=]|=[^=]|={3}/.test(letters);
}

const anyString: XsdType = { whiteSpace: 'preserve', isLexical: () => true };

/** The types of XML Schema part 2, by name. */
export const xsdTypes: Readonly<Record<string, XsdType>> = {
  string: anyString,
  normalizedString: { ...anyString, whiteSpace: 'replace' },
  token: { ...anyString, whiteSpace: 'collapse' },
  language: lexical(/^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/),
  Name: lexical(nameType),
  NCName: { whiteSpace: 'collapse', isLexical: isNCName },
  ID: { whiteSpace: 'collapse', isLexical: isNCName, idKind: 'ID' },
  IDREF: { whiteSpace: 'collapse', isLexical: isNCName, idKind: 'IDREF' },
  IDREFS: tokens(isNCName, 'IDREFS'),
  ENTITY: { whiteSpace: 'collapse', isLexical: isNCName },
  ENTITIES: tokens(isNCName),
  NMTOKEN: lexical(nmtoken),
  NMTOKENS: tokens((value) => nmtoken.test(value)),
  QName: { whiteSpace: 'collapse', isLexical: isQName, canonical: expandQName },
  NOTATION: { whiteSpace: 'collapse', isLexical: isQName, canonical: expandQName },
  boolean: lexical(/^(?:true|false|0|1)$/, { canonical: (v) => (v === '1' ? 'true' : v === '0' ? 'false' : v) }),
  decimal: lexical(/^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)$/, {
    canonical: canonicalDecimal,
    compare: compareDecimals,
  }),
  integer: integer(),
  nonPositiveInteger: integer(undefined, '0'),
  negativeInteger: integer(undefined, '-1'),
  nonNegativeInteger: integer('0'),
  positiveInteger: integer('1'),
  long: integer('-9223372036854775808', '9223372036854775807'),
  int: integer('-2147483648', '2147483647'),
  short: integer('-32768', '32767'),
  byte: integer('-128', '127'),
  unsignedLong: integer('0', '18446744073709551615'),
  unsignedInt: integer('0', '4294967295'),
  unsignedShort: integer('0', '65535'),
  unsignedByte: integer('0', '255'),
  float,
  double: float,
  duration: lexical(DURATION, { compare: compareDurations }),
  dateTime: dateType(`${YEAR}-${MONTH}-${DAY}T${TIME}`),
  date: dateType(`${YEAR}-${MONTH}-${DAY}`),
  time: dateType(TIME),
  gYearMonth: dateType(`${YEAR}-${MONTH}`),
  gYear: dateType(YEAR),
  gMonthDay: dateType(`--${MONTH}-${DAY}`),
  gDay: dateType(`---${DAY}`),
  gMonth: dateType(`--${MONTH}`),
  hexBinary: lexical(/^(?:[0-9a-fA-F]{2})*$/, { canonical: (v) => v.toUpperCase(), length: (v) => v.length / 2 }),
  base64Binary: {
    whiteSpace: 'collapse',
    isLexical: isBase64,
    canonical: (v) => v.replaceAll(' ', ''),
    length: (v) => Buffer.from(v, 'base64').length,
  },
  anyURI: { whiteSpace: 'collapse', isLexical: isUri },
};

/** A value with the type's white space processing (XML Schema part 2 §4.3.6). */
export function normalize(type: XsdType, value: string): string {
  if (type.whiteSpace === 'collapse') return collapse(value);
  return type.whiteSpace === 'replace' ? value.replace(/[\t\r\n]/g, ' ') : value;
}
