import { type RngElement, trimmed } from './rng-tree.js';
import { SchemaError } from './syntax.js';
import { nameCharacters } from './xsd-types.js';

/** What an attribute's value must be: a name, a name that may have a prefix, one of the two ways to combine, or anything. */
type ValueKind = 'ncname' | 'qname' | 'combine' | 'any';

/** What an element is, by the place where it stands: `choice` is a pattern among patterns and a name class among name classes. */
type Role = 'pattern' | 'name class' | 'component' | 'redefinition' | 'parameter' | 'exception';

/** What an element may have and hold: `least` to `most` children of a role, after a name class where it has no name. */
interface Structure {
  readonly attributes?: Readonly<Record<string, ValueKind>>;
  readonly required?: readonly string[];
  readonly holds?: Role;
  readonly least?: number;
  readonly most?: number;
  /** Whether its content is text (and then no annotation may stand in it). */
  readonly isText?: boolean;
}

const ONE_OR_MORE_PATTERNS: Structure = { holds: 'pattern', least: 1 };
const NAMED: Structure = { attributes: { name: 'ncname' }, required: ['name'] };
const REFERENCE: Structure = { attributes: { href: 'any' }, required: ['href'] };

const START: Structure = { attributes: { combine: 'combine' }, holds: 'pattern', least: 1, most: 1 };
const DEFINE: Structure = {
  attributes: { name: 'ncname', combine: 'combine' },
  required: ['name'],
  holds: 'pattern',
  least: 1,
};

/** The elements of each role (specification §3, the full syntax). */
const STRUCTURES: Readonly<Record<Role, Readonly<Record<string, Structure>>>> = {
  pattern: {
    element: { attributes: { name: 'qname' }, holds: 'pattern', least: 1 },
    attribute: { attributes: { name: 'qname' }, holds: 'pattern', most: 1 },
    group: ONE_OR_MORE_PATTERNS,
    interleave: ONE_OR_MORE_PATTERNS,
    choice: ONE_OR_MORE_PATTERNS,
    optional: ONE_OR_MORE_PATTERNS,
    zeroOrMore: ONE_OR_MORE_PATTERNS,
    oneOrMore: ONE_OR_MORE_PATTERNS,
    list: ONE_OR_MORE_PATTERNS,
    mixed: ONE_OR_MORE_PATTERNS,
    ref: NAMED,
    parentRef: NAMED,
    empty: {},
    text: {},
    notAllowed: {},
    value: { attributes: { type: 'ncname' }, isText: true },
    data: { attributes: { type: 'ncname' }, required: ['type'], holds: 'parameter' },
    externalRef: REFERENCE,
    grammar: { holds: 'component' },
  },
  component: {
    start: START,
    define: DEFINE,
    div: { holds: 'component' },
    include: { ...REFERENCE, holds: 'redefinition' },
  },
  redefinition: { start: START, define: DEFINE, div: { holds: 'redefinition' } },
  parameter: {
    param: { attributes: { name: 'ncname' }, required: ['name'], isText: true },
    except: ONE_OR_MORE_PATTERNS,
  },
  'name class': {
    name: { isText: true },
    anyName: { holds: 'exception', most: 1 },
    nsName: { holds: 'exception', most: 1 },
    choice: { holds: 'name class', least: 1 },
  },
  exception: { except: { holds: 'name class', least: 1 } },
};

/** On every element (specification §3). */
const INHERITED = new Set(['ns', 'datatypeLibrary']);

const NAME = new RegExp(`^[${nameCharacters.start.replace(':', '')}][${nameCharacters.all.replace(':', '')}]*$`, 'u');

/**
 * A name as the specification has it, which follows the second edition of XML 1.0: it begins with no combining mark and no digit of any
 * script.
 */
function isNCName(text: string): boolean {
  return NAME.test(text) && !/^[\p{M}\p{Nd}]/u.test(text);
}

function isQName(text: string): boolean {
  const parts = text.split(':');
  return parts.length <= 2 && parts.every(isNCName);
}

/** Whether a URI can name a library of datatypes: absolute, whole, without a fragment; or empty, for the built-in one (specification §3). */
export function isLibraryUri(uri: string): boolean {
  return uri === '' || (/^[A-Za-z][A-Za-z0-9+.-]*:[^#]+$/.test(uri) && !/%(?![0-9A-Fa-f]{2})/.test(uri));
}

/** Checks the elements and attributes of a schema in XML syntax (specification §3). @throws SchemaError at the first that is wrong */
export function checkStructure(root: RngElement): void {
  checkRole(root, 'pattern');
}

function checkRole(e: RngElement, role: Role): void {
  const known = STRUCTURES[role];
  const structure = Object.hasOwn(known, e.local) ? known[e.local] : undefined;
  if (structure === undefined) throw broken(e, `\`${e.local}\` may not stand here, where a ${role} should be`);
  checkAttributes(e, structure);
  checkText(e, structure);
  checkChildren(e, structure);
}

function checkAttributes(e: RngElement, { attributes = {}, required = [] }: Structure): void {
  for (const name in e.attributes) {
    const value = e.attributes[name] ?? '';
    const kind = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
    if (kind === undefined && !INHERITED.has(name))
      throw broken(e, `\`${e.local}\` may not have the attribute \`${name}\``);
    if (kind !== undefined) checkValue(e, name, value, kind);
  }
  const library = e.attributes['datatypeLibrary'];
  if (library !== undefined && !isLibraryUri(library))
    throw broken(e, `the datatypeLibrary “${library}” is no absolute URI without a fragment`);
  const missing = required.find((name) => e.attributes[name] === undefined);
  if (missing !== undefined) throw broken(e, `\`${e.local}\` must have the attribute \`${missing}\``);
}

function checkValue(e: RngElement, name: string, value: string, kind: ValueKind): void {
  if (kind === 'combine' && value !== 'choice' && value !== 'interleave')
    throw broken(e, `\`combine\` is “choice” or “interleave”, not “${value}”`);
  if ((kind === 'ncname' && !isNCName(value)) || (kind === 'qname' && !isQName(value)))
    throw broken(e, `“${value}”, the \`${name}\` of \`${e.local}\`, is no name`);
}

function checkText(e: RngElement, { isText = false }: Structure): void {
  if (!isText && /[^ \t\r\n]/.test(e.text)) throw broken(e, `\`${e.local}\` may hold no text`);
  if (isText && e.isAnnotated) throw broken(e, `\`${e.local}\` may hold text alone, no annotation`);
  if (e.local === 'name' && !isQName(trimmed(e.text))) throw broken(e, `“${e.text}” is no name`);
}

function checkChildren(e: RngElement, { holds, least = 0, most = Number.POSITIVE_INFINITY }: Structure): void {
  let children: readonly RngElement[] = e.children;
  if ((e.local === 'element' || e.local === 'attribute') && e.attributes['name'] === undefined) {
    const [names, ...rest] = children;
    if (names === undefined) throw broken(e, `\`${e.local}\` must have a name`);
    checkRole(names, 'name class');
    children = rest;
  }
  if (holds === undefined && children[0] !== undefined) throw broken(children[0], `\`${e.local}\` may hold no element`);
  if (children.length < least) throw broken(e, `\`${e.local}\` must hold a ${holds}`);
  if (children.length > most) throw broken(children[most] ?? e, `\`${e.local}\` may hold only one ${holds}`);
  for (const child of children) if (holds !== undefined) checkRole(child, holds);
  const except = e.local === 'data' ? children.findIndex((child) => child.local === 'except') : -1;
  const after = except < 0 ? undefined : children[except + 1];
  if (after !== undefined) throw broken(after, '`except` comes last in `data`, and once');
}

function broken(e: RngElement, problem: string): SchemaError {
  return new SchemaError(problem, e.place, '3');
}
