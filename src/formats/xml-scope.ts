import { XMLNS } from './sax.js';

/** A name with its namespace, made once for each name and scope. */
export interface ResolvedName {
  readonly name: string;
  readonly prefix: string;
  readonly local: string;
  readonly uri: string;
}

/** The namespaces in force from one declaring element down, with the names that have been resolved in them. */
export interface Scope {
  readonly prefixes: ReadonlyMap<string, string>;
  readonly elements: Map<string, ResolvedName | undefined>;
  readonly attributes: Map<string, ResolvedName | undefined>;
}

/** A scope with these namespaces in force. */
export function newScope(prefixes: ReadonlyMap<string, string>): Scope {
  return { prefixes, elements: new Map(), attributes: new Map() };
}

/** The name of an element in a scope; nothing where its prefix is not bound (Namespaces in XML §6.2). */
export function resolveElement(scope: Scope, name: string): ResolvedName | undefined {
  let resolved = scope.elements.get(name);
  if (resolved === undefined) {
    // Namespaces in XML §3: no element has the prefix xmlns; the parser says so.
    resolved = name.startsWith('xmlns:') ? undefined : resolveName(scope, name, scope.prefixes.get('') ?? '');
    scope.elements.set(name, resolved);
  }
  return resolved;
}

/** The name of an attribute in a scope: without a prefix it is in no namespace. */
export function resolveAttribute(scope: Scope, name: string): ResolvedName | undefined {
  let resolved = scope.attributes.get(name);
  if (resolved === undefined) {
    resolved = resolveName(scope, name, name === 'xmlns' ? XMLNS : '');
    scope.attributes.set(name, resolved);
  }
  return resolved;
}

function resolveName(scope: Scope, name: string, bare: string): ResolvedName | undefined {
  const colon = name.indexOf(':');
  if (colon < 0) return { name, prefix: '', local: name, uri: bare };
  const prefix = name.slice(0, colon);
  const uri = prefix === 'xmlns' ? XMLNS : scope.prefixes.get(prefix);
  return uri === undefined ? undefined : { name, prefix, local: name.slice(colon + 1), uri };
}
