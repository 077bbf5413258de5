import { attributeName, type TeiElement, type TeiTree } from './tree.js';

const step = /^(?:Q\{([^}]*)\})?([^[]+)(?:\[(\d+)\])?$/;

/**
 * The element that a path names, as `fn:path()` writes it (`/Q{uri}TEI[1]/Q{uri}text[1]/@n`); for an attribute, text, comment or
 * processing instruction, the element that it belongs to. The part that names an attribute is returned with it.
 */
export function locate(
  tree: Pick<TeiTree, 'root'>,
  path: string,
): { readonly element: TeiElement; readonly attribute?: string } | undefined {
  const steps = path.match(/\/(?:@?Q\{[^}]*\}[^/]*|[^/]+)/g) ?? [];
  let at: TeiElement | undefined;
  for (const written of steps) {
    const name = written.slice(1);
    if (name.startsWith('@')) return at && { element: at, attribute: attributeStep(name.slice(1)) };
    const match = step.exec(name);
    if (match === null || /^(?:text|comment|processing-instruction)\(/.test(name)) break;
    const [, uri = '', local = '', number = '1'] = match;
    const next: TeiElement | undefined = nthChild(at, tree.root, uri, local, Number(number));
    if (next === undefined) break;
    at = next;
  }
  return at && { element: at };
}

function attributeStep(name: string): string {
  const [, uri = '', local = name] = /^Q\{([^}]*)\}(.*)$/.exec(name) ?? [];
  return attributeName(local, uri, local);
}

function nthChild(
  parent: TeiElement | undefined,
  root: TeiElement | undefined,
  uri: string,
  local: string,
  number: number,
): TeiElement | undefined {
  if (parent === undefined) return root;
  let count = 0;
  for (const child of parent.children) {
    if (child.kind !== 'element' || child.local !== local || child.uri !== uri) continue;
    count++;
    if (count === number) return child;
  }
  return undefined;
}
