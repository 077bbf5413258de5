import type { NameClass } from './name-class.js';
import type { RngElement } from './rng-tree.js';
import { type Combine, type Component, SchemaError, type Syntax } from './syntax.js';

/** What turns an element of the XML syntax into a pattern. */
type Reader = (e: RngElement) => Syntax;

const READERS: Readonly<Record<string, Reader>> = {
  element: (e) => named('element', e),
  attribute: (e) => named('attribute', e),
  group: (e) => ({ kind: 'group', parts: e.children.map(readPattern) }),
  interleave: (e) => ({ kind: 'interleave', parts: e.children.map(readPattern) }),
  choice: (e) => ({ kind: 'choice', parts: e.children.map(readPattern) }),
  optional: (e) => ({ kind: 'optional', content: content(e) }),
  zeroOrMore: (e) => ({ kind: 'zeroOrMore', content: content(e) }),
  oneOrMore: (e) => ({ kind: 'oneOrMore', content: content(e) }),
  list: (e) => ({ kind: 'list', content: content(e) }),
  mixed: (e) => ({ kind: 'mixed', content: content(e) }),
  ref: (e) => ({ kind: 'ref', name: attribute(e, 'name'), place: e.place }),
  parentRef: (e) => ({ kind: 'parentRef', name: attribute(e, 'name'), place: e.place }),
  empty: () => ({ kind: 'empty' }),
  text: () => ({ kind: 'text' }),
  notAllowed: () => ({ kind: 'notAllowed' }),
  value: readValue,
  data: readData,
  externalRef: (e) => ({ kind: 'externalRef', href: attribute(e, 'href'), ns: e.ns, place: e.place }),
  grammar: (e) => ({ kind: 'grammar', components: components(e), place: e.place }),
};

/** A schema in XML syntax as the syntax tree that both syntaxes share (specification §3, §4.1–§4.8). @throws SchemaError */
export function readPattern(e: RngElement): Syntax {
  const reader = Object.hasOwn(READERS, e.local) ? READERS[e.local] : undefined;
  if (reader === undefined) throw new SchemaError(`\`${e.local}\` may not stand where a pattern should be`, e.place);
  return reader(e);
}

function attribute(e: RngElement, name: string): string {
  const value = e.attributes[name];
  if (value === undefined) throw new SchemaError(`\`${e.local}\` must have the attribute \`${name}\``, e.place);
  return value;
}

/** Several patterns in one element stand for their group (specification §4.12). */
function content(e: RngElement, from = 0): Syntax {
  const parts = e.children.slice(from).map(readPattern);
  const [first] = parts;
  if (first === undefined) throw new SchemaError(`\`${e.local}\` must hold a pattern`, e.place);
  return parts.length === 1 ? first : { kind: 'group', parts };
}

function named(kind: 'element' | 'attribute', e: RngElement): Syntax {
  const name = e.attributes['name'];
  const isAttribute = kind === 'attribute';
  if (name !== undefined) {
    // An unqualified attribute name is in no namespace, unless the attribute element itself says `ns` (specification §4.8).
    const ns = isAttribute ? (e.attributes['ns'] ?? '') : (e.ns ?? '');
    const names = readName(name, ns, e);
    const isBare = isAttribute && e.children.length === 0;
    return { kind, names, content: isBare ? { kind: 'text' } : content(e) };
  }
  const [first] = e.children;
  if (first === undefined) throw new SchemaError(`\`${e.local}\` must have a name`, e.place);
  const names = readNameClass(first);
  const isBare = isAttribute && e.children.length === 1;
  return { kind, names, content: isBare ? { kind: 'text' } : content(e, 1) };
}

function readName(name: string, ns: string, e: RngElement): NameClass {
  const colon = name.indexOf(':');
  if (colon < 0) return { kind: 'name', uri: ns, local: name };
  const uri = e.context(name.slice(0, colon));
  if (uri === undefined) throw new SchemaError(`the prefix of \`${name}\` is not bound`, e.place);
  return { kind: 'name', uri, local: name.slice(colon + 1) };
}

function readNameClass(e: RngElement): NameClass {
  switch (e.local) {
    case 'name':
      return readName(e.text.trim(), e.ns ?? '', e);
    case 'anyName':
      return { kind: 'anyName', ...except(e) };
    case 'nsName':
      return { kind: 'nsName', uri: e.ns ?? '', ...except(e) };
    case 'choice':
      return joined(e);
    default:
      throw new SchemaError(`\`${e.local}\` may not stand where a name class should be`, e.place);
  }
}

function except(e: RngElement): { readonly except?: NameClass } {
  const child = e.children.find((c) => c.local === 'except');
  return child === undefined ? {} : { except: joined(child) };
}

function joined(e: RngElement): NameClass {
  const classes = e.children.map(readNameClass);
  const [first, ...rest] = classes;
  if (first === undefined) throw new SchemaError(`\`${e.local}\` must hold a name class`, e.place);
  return rest.reduce((either, or): NameClass => ({ kind: 'choice', either, or }), first);
}

function readValue(e: RngElement): Syntax {
  const type = e.attributes['type'];
  const library = type === undefined ? '' : e.datatypeLibrary;
  const { context } = e;
  return {
    kind: 'value',
    type: { library, local: type ?? 'token', place: e.place },
    value: e.text,
    context: (prefix) => (prefix === '' ? (e.ns ?? '') : context(prefix)),
  };
}

function readData(e: RngElement): Syntax {
  const parameters = e.children
    .filter((c) => c.local === 'param')
    .map((c) => ({ name: attribute(c, 'name'), value: c.text }));
  const exception = e.children.find((c) => c.local === 'except');
  const type = { library: e.datatypeLibrary, local: attribute(e, 'type'), place: e.place };
  if (exception === undefined) return { kind: 'data', type, parameters };
  const parts = exception.children.map(readPattern);
  const [only] = parts;
  const except: Syntax = only !== undefined && parts.length === 1 ? only : { kind: 'choice', parts };
  return { kind: 'data', type, parameters, except };
}

function components(e: RngElement): readonly Component[] {
  return e.children.flatMap((c): readonly Component[] => {
    switch (c.local) {
      case 'div':
        return components(c);
      case 'start':
        return [{ kind: 'define', name: undefined, ...combine(c), content: content(c), place: c.place }];
      case 'define':
        return [{ kind: 'define', name: attribute(c, 'name'), ...combine(c), content: content(c), place: c.place }];
      case 'include':
        return [{ kind: 'include', href: attribute(c, 'href'), ns: c.ns, overrides: components(c), place: c.place }];
      default:
        throw new SchemaError(`\`${c.local}\` may not stand in a grammar`, c.place);
    }
  });
}

function combine(e: RngElement): { readonly combine?: Combine } {
  const value = e.attributes['combine'];
  if (value === undefined) return {};
  if (value !== 'choice' && value !== 'interleave')
    throw new SchemaError(`combine is “choice” or “interleave”, not “${value}”`, e.place);
  return { combine: value };
}
