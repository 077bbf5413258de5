import type { Offprints } from '../model/manifest.js';
import type { Pivot, PivotElement, PivotNode } from '../model/pivot.js';
import type { Page } from './pages.js';
import { isElement } from './tree.js';

/** The folder of a web edition for offprints. */
export const OFFPRINTS = 'offprints/';

/** Whether a part of the volume has an offprint: a chapter that holds documents, and a document where those have theirs too. */
export function hasOffprint({ kind, children }: Page, offprints: Offprints | undefined): boolean {
  if (offprints === undefined) return false;
  if (kind === 'document') return offprints === 'documents';
  return children.some((child) => child.kind === 'document');
}

/**
 * A part of the volume as a pivot of its own: the title page, and the part under the headings that it stands under. Links that lead out of it lead to the web edition, where
 * that has an address; else they are words.
 *
 * @param addressOf the address of the page of the web edition on which an id is
 */
export function offprintOf(pivot: Pivot, id: string, addressOf: (id: string) => string | undefined): Pivot {
  const children = pivot.body.children.flatMap((child) => {
    if (!isElement(child)) return [];
    return child.attributes['data-kind'] === 'titlepage' ? [child] : only(child, id);
  });
  const body = { ...pivot.body, children };
  const own = new Set<string>();
  gatherIds(body, own);
  return { ...pivot, body: within(body, own, addressOf) };
}

/** The element where it is the one that is wanted or holds it; of what holds it the headings alone. */
function only(element: PivotElement, id: string): readonly PivotElement[] {
  if (element.attributes['id'] === id) return [element];
  const held = element.children.flatMap((child) => (isElement(child) ? only(child, id) : []));
  if (held.length === 0) return [];
  const heads = element.children.filter((child) => isElement(child) && /^h[1-6]$/.test(child.name)).map(withoutCalls);
  return [{ ...element, children: [...heads, ...held] }];
}

/** A heading without the calls of notes, which do not come with it. */
function withoutCalls(node: PivotNode): PivotNode {
  if (!isElement(node)) return node;
  const isCall = (child: PivotNode): boolean =>
    isElement(child) && child.attributes['class']?.split(' ').includes('noteref') === true;
  return { ...node, children: node.children.filter((child) => !isCall(child)).map(withoutCalls) };
}

function gatherIds(element: PivotElement, found: Set<string>): void {
  const { id } = element.attributes;
  if (id !== undefined) found.add(id);
  for (const child of element.children) if (isElement(child)) gatherIds(child, found);
}

function within(
  element: PivotElement,
  own: ReadonlySet<string>,
  addressOf: (id: string) => string | undefined,
): PivotElement {
  const children = element.children.map((child) => (isElement(child) ? within(child, own, addressOf) : child));
  const { href, role, ...attributes } = element.attributes;
  if (href === undefined || !href.startsWith('#') || own.has(href.slice(1))) return { ...element, children };
  const address = addressOf(href.slice(1));
  return address === undefined
    ? { name: 'span', attributes, children }
    : { ...element, attributes: { ...attributes, href: address }, children };
}
