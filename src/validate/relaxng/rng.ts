import { choiceOfNames, type NameClass } from './name-class.js';
import { checkStructure } from './rng-structure.js';
import { type RngElement, trimmed } from './rng-tree.js';
import { type Combine, type Component, type FileReference, SchemaError, type Syntax } from './syntax.js';

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
  list: (e) => ({ kind: 'list', content: content(e), place: e.place }),
  mixed: (e) => ({ kind: 'mixed', content: content(e) }),
  ref: (e) => ({ kind: 'ref', name: attribute(e, 'name'), place: e.place }),
  parentRef: (e) => ({ kind: 'parentRef', name: attribute(e, 'name'), place: e.place }),
  empty: () => ({ kind: 'empty' }),
  text: () => ({ kind: 'text' }),
  notAllowed: () => ({ kind: 'notAllowed' }),
  value: readValue,
  data: readData,
  externalRef: (e) => ({ kind: 'externalRef', ...file(e) }),
  grammar: (e) => ({ kind: 'grammar', components: components(e), place: e.place }),
};

/** A schema in XML syntax as the syntax tree that both syntaxes share (specification §3, §4.1–§4.8). @throws SchemaError */
export function readRng(root: RngElement): Syntax {
  checkStructure(root);
  return readPattern(root);
}

// From here on the structure is what the specification says: what must be there is there.

function readPattern(e: RngElement): Syntax {
  return READERS[e.local]?.(e) ?? { kind: 'notAllowed' };
}

function attribute(e: RngElement, name: string): string {
  return e.attributes[name] ?? '';
}

function file(e: RngElement): FileReference {
  return { href: attribute(e, 'href'), ns: e.ns, ...(e.base === undefined ? {} : { base: e.base }), place: e.place };
}

/** Several patterns in one element stand for their group (specification §4.12). */
function content(e: RngElement, from = 0): Syntax {
  const parts = e.children.slice(from).map(readPattern);
  const [first] = parts;
  return first !== undefined && parts.length === 1 ? first : { kind: 'group', parts };
}

function named(kind: 'element' | 'attribute', e: RngElement): Syntax {
  const name = e.attributes['name'];
  const isAttribute = kind === 'attribute';
  if (name !== undefined) {
    // An unqualified attribute name is in no namespace, unless the attribute element itself says `ns` (specification §4.8).
    const ns = isAttribute ? (e.attributes['ns'] ?? '') : (e.ns ?? '');
    const names = readName(name, ns, e);
    const isBare = isAttribute && e.children.length === 0;
    return { kind, names, content: isBare ? { kind: 'text' } : content(e), place: e.place };
  }
  const names = joinedClasses(e.children.slice(0, 1));
  const isBare = isAttribute && e.children.length === 1;
  return { kind, names, content: isBare ? { kind: 'text' } : content(e, 1), place: e.place };
}

function readName(name: string, ns: string, e: RngElement): NameClass {
  const colon = name.indexOf(':');
  if (colon < 0) return { kind: 'name', uri: ns, local: name };
  const uri = e.context(name.slice(0, colon));
  if (uri === undefined) throw new SchemaError(`the prefix of \`${name}\` is not bound`, e.place, '4.10');
  return { kind: 'name', uri, local: name.slice(colon + 1) };
}

function readNameClass(e: RngElement): NameClass {
  switch (e.local) {
    case 'anyName':
      return { kind: 'anyName', ...except(e) };
    case 'nsName':
      return { kind: 'nsName', uri: e.ns ?? '', ...except(e) };
    case 'choice':
      return joinedClasses(e.children);
    default:
      return readName(trimmed(e.text), e.ns ?? '', e);
  }
}

function except(e: RngElement): { readonly except?: NameClass } {
  const child = e.children.find((c) => c.local === 'except');
  return child === undefined ? {} : { except: joinedClasses(child.children) };
}

function joinedClasses(elements: readonly RngElement[]): NameClass {
  const [first = { kind: 'anyName' }, ...rest] = elements.map(readNameClass);
  return choiceOfNames([first, ...rest]);
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
      case 'include':
        return [{ kind: 'include', ...file(c), overrides: components(c) }];
      default:
        return [{ kind: 'define', name: c.attributes['name'], ...combine(c), content: content(c), place: c.place }];
    }
  });
}

function combine(e: RngElement): { readonly combine?: Combine } {
  const value = e.attributes['combine'];
  return value === undefined ? {} : { combine: value as Combine };
}
