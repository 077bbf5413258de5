import { attributeName, type TeiElement, type TeiTree } from './tree.js';

const step = /^(?:Q\{([^}]*)\})?([^[]+)(?:\[(\d+)\])?$/;

/**
 * The element that a path names, as `fn:path()` writes it (`/Q{uri}TEI[1]/Q{uri}text[1]/@n`); for an attribute, text, comment or
 * processing instruction, the element that it belongs to. The part that names an attribute is returned with it.
 * @param known what paths through the same tree have asked for already
 */
export function locate(
  tree: Pick<TeiTree, 'root'>,
  path: string,
  known: NamedChildren = new Map(),
): { readonly element: TeiElement; readonly attribute?: string } | undefined {
  const steps = path.match(/\/(?:@?Q\{[^}]*\}[^/]*|[^/]+)/g) ?? [];
  let at: TeiElement | undefined;
  for (const written of steps) {
    const name = written.slice(1);
    if (name.startsWith('@')) return at && { element: at, attribute: attributeStep(name.slice(1)) };
    const match = step.exec(name);
    if (match === null || /^(?:text|comment|processing-instruction)\(/.test(name)) break;
    const [, uri = '', local = '', number = '1'] = match;
    const next: TeiElement | undefined = nthChild(at, tree.root, nameOf(uri, local), Number(number), known);
    if (next === undefined) break;
    at = next;
  }
  return at && { element: at };
}

function attributeStep(name: string): string {
  const [, uri = '', local = name] = /^Q\{([^}]*)\}(.*)$/.exec(name) ?? [];
  return attributeName(local, uri, local);
}

/** The children of elements by their names, for those that have been asked for: so many paths can lead through one element. */
export type NamedChildren = Map<TeiElement, ReadonlyMap<string, readonly TeiElement[]>>;

function nthChild(
  parent: TeiElement | undefined,
  root: TeiElement | undefined,
  name: string,
  number: number,
  known: NamedChildren,
): TeiElement | undefined {
  if (parent === undefined) return root;
  const children = known.get(parent) ?? childrenByName(parent);
  known.set(parent, children);
  return children.get(name)?.[number - 1];
}

function childrenByName({ children }: TeiElement): ReadonlyMap<string, readonly TeiElement[]> {
  const named = new Map<string, TeiElement[]>();
  for (const child of children) {
    if (child.kind !== 'element') continue;
    const name = nameOf(child.uri, child.local);
    const alike = named.get(name);
    if (alike === undefined) named.set(name, [child]);
    else alike.push(child);
  }
  return named;
}

function nameOf(uri: string, local: string): string {
  return `{${uri}}${local}`;
}
