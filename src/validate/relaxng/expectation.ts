import { FRUS, TEI, XML } from '../../formats/sax.js';
import { type ExpandedName, isOpen, spelledNames } from './name-class.js';
import { alternativesOf, HOLDS, type Pattern } from './pattern.js';

/** What may come next, read off a pattern. */
export interface Expectation {
  /** Names of elements, the common ones first, or of attributes where those were asked for. */
  readonly names: readonly string[];
  /** Names that must come, on every way through the pattern; sorted. */
  readonly required: readonly string[];
  /** Names beyond those listed may come too (any name, or any name of a namespace). */
  readonly isOpen: boolean;
  readonly text: boolean;
  /** The element may end. */
  readonly end: boolean;
}

const PREFIXES: ReadonlyMap<string, string> = new Map([
  [TEI, ''],
  ['', ''],
  [FRUS, 'frus:'],
  [XML, 'xml:'],
]);

/** A name as people write it: the prefix everybody knows, or the namespace in braces. */
export function displayName({ uri, local }: ExpandedName): string {
  return `${PREFIXES.get(uri) ?? `{${uri}}`}${local}`;
}

/** The elements that documents are mostly made of come first where names are listed; the rest follows by the alphabet. */
const COMMON =
  'head opener dateline p list item label table row cell note persName gloss hi ref date placeName pb closer signed frus:attachment div'.split(
    ' ',
  );

function byUse(a: string, b: string): number {
  const [x, y] = [a, b].map((name) => (COMMON.includes(name) ? COMMON.indexOf(name) : COMMON.length));
  return (x ?? 0) - (y ?? 0) || (a < b ? -1 : 1);
}

/** What may come next in content: elements, text, the end. */
export function expectedContent(p: Pattern): Expectation {
  const names = new Set<string>();
  const seen = { isOpen: false, text: false, end: false };
  const visit = (q: Pattern): void => {
    switch (q.kind) {
      case 'choice':
        for (const alternative of alternativesOf(q)) visit(alternative);
        break;
      case 'interleave':
        visit(q.left);
        visit(q.right);
        break;
      case 'group':
        visit(q.left);
        if (q.left.nullable) visit(q.right);
        break;
      case 'oneOrMore':
        visit(q.left);
        break;
      case 'after':
        if (q.left.nullable) seen.end = true;
        visit(q.left);
        break;
      case 'element':
        addNames(q, names, seen);
        break;
      case 'text':
      case 'data':
      case 'value':
      case 'list':
        seen.text = true;
        break;
      default:
    }
  };
  visit(p);
  return { names: [...names].sort(byUse), required: requiredNames(p, 'element'), ...seen };
}

/** Which attributes may still come. */
export function expectedAttributes(p: Pattern): Expectation {
  const names = new Set<string>();
  const seen = { isOpen: false, text: false, end: false };
  const visit = (q: Pattern): void => {
    if ((q.holds & HOLDS.attribute) === 0) return;
    if (q.kind === 'attribute') addNames(q, names, seen);
    else if (q.kind === 'after' || q.kind === 'oneOrMore') visit(q.left);
    else if (q.kind === 'choice') for (const alternative of alternativesOf(q)) visit(alternative);
    else {
      visit(q.left);
      visit(q.right);
    }
  };
  visit(p);
  return { names: [...names].sort(), required: requiredNames(p, 'attribute'), ...seen };
}

function addNames(p: Pattern, names: Set<string>, seen: { isOpen: boolean }): void {
  if (p.names === undefined) return;
  for (const name of spelledNames(p.names)) names.add(displayName(name));
  if (isOpen(p.names)) seen.isOpen = true;
}

/** Names without which the pattern cannot be matched. */
function requiredNames(p: Pattern, kind: 'element' | 'attribute'): readonly string[] {
  return [...required(p, kind)].sort();
}

function required(p: Pattern, kind: 'element' | 'attribute'): ReadonlySet<string> {
  if ((p.holds & HOLDS[kind]) === 0) return new Set();
  switch (p.kind) {
    case kind: {
      const names = p.names === undefined ? [] : [...spelledNames(p.names)];
      const [only] = names;
      return new Set(only !== undefined && names.length === 1 ? [displayName(only)] : []);
    }
    case 'choice': {
      const [first, ...others] = Array.from(alternativesOf(p), (alternative) => required(alternative, kind));
      return new Set([...(first ?? [])].filter((name) => others.every((other) => other.has(name))));
    }
    case 'group':
    case 'interleave':
      return new Set([...required(p.left, kind), ...required(p.right, kind)]);
    case 'oneOrMore':
    case 'after':
      return required(p.left, kind);
    default:
      return new Set();
  }
}

/**
 * What must come before an element of this name may stand, in the order of the schema: names, or alternatives joined by `or`. Asked of a
 * pattern in which the element may stand later.
 */
export function missingBefore(p: Pattern, name: string): readonly string[] {
  switch (p.kind) {
    case 'choice': {
      const alternatives = [...alternativesOf(p)];
      return missingBefore(
        alternatives.find((q) => elementNames(q).has(name)) ?? (alternatives.at(-1) as Pattern),
        name,
      );
    }
    case 'interleave':
      return missingBefore(elementNames(p.left).has(name) ? p.left : p.right, name);
    case 'group':
      if (elementNames(p.left).has(name)) return missingBefore(p.left, name);
      return [...needs(p.left), ...missingBefore(p.right, name)];
    case 'oneOrMore':
    case 'after':
      return missingBefore(p.left, name);
    default:
      return [];
  }
}

/** The names of the elements in the pattern's own content, at whatever place. */
export function elementNames(p: Pattern, names = new Set<string>()): ReadonlySet<string> {
  if ((p.holds & HOLDS.element) === 0) return names;
  if (p.kind === 'element' && p.names !== undefined)
    for (const name of spelledNames(p.names)) names.add(displayName(name));
  else if (p.kind === 'after' || p.kind === 'oneOrMore') elementNames(p.left, names);
  else if (p.kind === 'choice') for (const alternative of alternativesOf(p)) elementNames(alternative, names);
  else {
    elementNames(p.left, names);
    elementNames(p.right, names);
  }
  return names;
}

function needs(p: Pattern): readonly string[] {
  if (p.nullable) return [];
  const names = requiredNames(p, 'element');
  if (names.length > 0) return names.map((n) => `\`${n}\``);
  const alternatives = expectedContent(p).names.map((n) => `\`${n}\``);
  return alternatives.length === 0 ? [] : [alternatives.join(' or ')];
}

/** Types that an editor need not look up. */
const TYPES: Readonly<Record<string, string>> = {
  'xsd:date': 'a date such as 1964-11-19',
  'xsd:dateTime': 'a date with time such as 1964-11-19T14:30:00',
  'xsd:time': 'a time such as 14:30:00',
  'xsd:gYear': 'a year such as 1964',
  'xsd:gYearMonth': 'a month such as 1964-11',
  'xsd:gMonthDay': 'a day of the year such as --11-19',
  'xsd:gMonth': 'a month such as --11',
  'xsd:gDay': 'a day such as ---19',
  'xsd:ID': 'an id (a letter or `_`, then letters, digits, `.`, `-`, `_`)',
  'xsd:NCName': 'a name (a letter or `_`, then letters, digits, `.`, `-`, `_`)',
  'xsd:anyURI': 'a pointer (a URI without spaces)',
  'xsd:nonNegativeInteger': 'a whole number from 0',
  'xsd:positiveInteger': 'a whole number from 1',
  'xsd:integer': 'a whole number',
  'xsd:decimal': 'a number',
  'xsd:boolean': '“true” or “false”',
  'xsd:language': 'a language tag such as en or de-AT',
};

/** What the patterns of our own schemas mean: the datatype with its constraint, and the words for it. */
const PATTERNS: Readonly<Record<string, string>> = {
  'xsd:anyURI pattern #\\S+': '`#` and an id of this file, such as #d73',
  'xsd:anyURI pattern \\S+': '`#` and an id of this file (#d73), or an address without spaces',
  'xsd:ID pattern d[0-9]+[A-Za-z]*': 'd and the number of the document, such as d73',
  'xsd:token pattern \\[?[0-9]+[A-Za-z]*\\]?': 'a number, such as 73',
  'xsd:token pattern [0-9]+(\\.[0-9]+)?(%|cm|mm|in|pt|pc|px|em|ex|rem)?': 'a length, such as 26pc',
  'xsd:token minLength 1': 'any word',
};

/** Which values a pattern of text and data allows, in words and without doubles. */
export function expectedValues(p: Pattern): readonly string[] {
  const values = new Set<string>();
  const visit = (q: Pattern): void => {
    if (q.kind === 'value') values.add(`“${q.test?.written ?? ''}”`);
    else if (q.kind === 'data' && q.test !== undefined) {
      const { name, constraint } = q.test.datatype;
      const words = TYPES[name] ?? name;
      const known = PATTERNS[`${name} ${constraint ?? ''}`];
      values.add(known ?? (constraint === undefined ? words : `${words} (${constraint})`));
    } else if (q.kind === 'text') values.add('any text');
    else if (q.kind === 'after' || q.kind === 'oneOrMore' || q.kind === 'list') visit(q.left);
    else if (q.kind === 'choice') for (const alternative of alternativesOf(q)) visit(alternative);
    else if (q.left !== q) {
      visit(q.left);
      visit(q.right);
    }
  };
  visit(p);
  return [...values];
}
