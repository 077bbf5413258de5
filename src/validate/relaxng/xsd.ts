import type { Datatype, NamespaceContext, Parameter } from './datatype.js';
import { xsdRegex } from './xsd-regex.js';
import { normalize, withoutZeros, type XsdType, xsdTypes } from './xsd-types.js';

/** The datatype library of XML Schema part 2 (RELAX NG names it by this URI). */
export const XSD = 'http://www.w3.org/2001/XMLSchema-datatypes';

type Facet = (value: string) => boolean;

/** What each facet makes of its value and the type it restricts (XML Schema part 2 §4.3). */
const FACETS: Readonly<Record<string, (limit: string, type: XsdType) => Facet>> = {
  length: (limit, type) => (value) => lengthOf(type, value) === Number(limit),
  minLength: (limit, type) => (value) => lengthOf(type, value) >= Number(limit),
  maxLength: (limit, type) => (value) => lengthOf(type, value) <= Number(limit),
  minInclusive: (limit, type) => (value) => bound(type, value, limit, (n) => n >= 0),
  maxInclusive: (limit, type) => (value) => bound(type, value, limit, (n) => n <= 0),
  minExclusive: (limit, type) => (value) => bound(type, value, limit, (n) => n > 0),
  maxExclusive: (limit, type) => (value) => bound(type, value, limit, (n) => n < 0),
  totalDigits: (limit) => (value) => value.replace(/^[+-]?0*|\./g, '').length <= Number(limit),
  fractionDigits: (limit) => (value) => withoutZeros(value.split('.')[1] ?? '').length <= Number(limit),
  pattern: (expression) => {
    const pattern = xsdRegex(expression);
    return (value) => pattern.matches(value);
  },
};

function lengthOf(type: XsdType, value: string): number {
  return type.length === undefined ? [...value].length : type.length(value);
}

function bound(type: XsdType, value: string, limit: string, isInside: (order: number) => boolean): boolean {
  const order = type.compare?.(value, limit);
  return order !== undefined && isInside(order);
}

const LENGTHS = new Set(['length', 'minLength', 'maxLength']);
const DIGITS = new Set(['totalDigits', 'fractionDigits']);

/** Checks that a facet may restrict the type (a length what has no order, the others what has one), and that its value is one (XML Schema part 2 §4.3). @throws SyntaxError */
function checkFacet(local: string, type: XsdType, facet: string, value: string): void {
  if (facet === 'pattern') return;
  const isCount = LENGTHS.has(facet) || DIGITS.has(facet);
  if (LENGTHS.has(facet) === (type.compare !== undefined))
    throw new SyntaxError(`xsd:${local} cannot be restricted by “${facet}”`);
  const isRight = isCount ? /^\+?[0-9]+$/.test(value.trim()) : type.isLexical(normalize(type, value), () => undefined);
  if (!isRight) throw new SyntaxError(`“${value}” is no value for the facet “${facet}” of xsd:${local}`);
}

/**
 * A type of XML Schema with its facets; several `pattern` facets must all match, as RELAX NG's guidelines for the library say.
 * @returns nothing where there is no such type
 * @throws SyntaxError where a facet does not exist or its value is wrong
 */
export function xsdDatatype(local: string, parameters: readonly Parameter[]): Datatype | undefined {
  const type = Object.hasOwn(xsdTypes, local) ? xsdTypes[local] : undefined;
  if (type === undefined) return undefined;
  const facets = parameters.map(({ name, value }) => {
    const make = FACETS[name];
    if (make === undefined) throw new SyntaxError(`xsd:${local} has no facet “${name}”`);
    checkFacet(local, type, name, value);
    return make(value, type);
  });
  const allows = (value: string, context: NamespaceContext): boolean => {
    const text = normalize(type, value);
    return type.isLexical(text, context) && facets.every((facet) => facet(text));
  };
  return {
    name: `xsd:${local}`,
    allows,
    canonical: (value, context) => {
      const text = normalize(type, value);
      return type.canonical?.(text, context) ?? text;
    },
    ...(type.idKind === undefined ? {} : { idKind: type.idKind }),
    ...(parameters.length === 0 ? {} : { constraint: parameters.map((p) => `${p.name} ${p.value}`).join(', ') }),
  };
}
