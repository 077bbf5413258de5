import type { PivotElement, PivotNode } from '../../model/pivot.js';
import type { Page } from '../pages.js';
import { isElement, withChildren } from '../tree.js';

/** What stands on a page of the source: parts of sections, each with the notes that are called in it. */
export interface LeafPart {
  readonly section: Page;
  readonly content: PivotElement;
  readonly notes: readonly PivotElement[];
}

/**
 * The words of each page of the source, by the id of its break: the sections cut at the breaks, each part in as much of its section's frame as it stands in. Notes
 * are with the page that calls them, as a printed page has them at its foot. The structured headers, which no page of the source has, are left out.
 */
export function leafTexts(pages: readonly Page[]): ReadonlyMap<string, readonly LeafPart[]> {
  const texts = new Map<string, LeafPart[]>();
  let running: string | undefined;
  for (const section of pages) {
    const notes = notesOf(section.content);
    const { first, rest } = cut(section.content);
    if (section.leaves.length < section.sourcePages.length || section.leaves.length === 0)
      add(texts, running, section, first, notes);
    for (const { leaf, node } of rest) {
      add(texts, leaf, section, node, notes);
      running = leaf;
    }
  }
  return texts;
}

function add(
  texts: Map<string, LeafPart[]>,
  leaf: string | undefined,
  section: Page,
  node: PivotNode | undefined,
  notes: ReadonlyMap<string, PivotElement>,
): void {
  if (leaf === undefined || node === undefined || !isElement(node)) return;
  const called = callsIn(node).flatMap((id) => notes.get(id) ?? []);
  const parts = texts.get(leaf) ?? [];
  parts.push({ section, content: node, notes: called });
  texts.set(leaf, parts);
}

/** A node up to the first break in it, and what follows each break. */
interface Cut {
  readonly first: PivotNode | undefined;
  readonly rest: readonly { readonly leaf: string; readonly node: PivotNode | undefined }[];
}

const WHOLE: Cut['rest'] = [];

function cut(node: PivotNode): Cut {
  if (!isElement(node)) return { first: node, rest: WHOLE };
  const { class: kind, id } = node.attributes;
  if (kind === 'pb' && id !== undefined) return { first: undefined, rest: [{ leaf: id, node: undefined }] };
  if (kind === 'notes' || kind === 'header') return { first: undefined, rest: WHOLE };
  const parts: { leaf: string; children: PivotNode[] }[] = [];
  let children: PivotNode[] = [];
  const before = children;
  let isSame = true;
  for (const child of node.children) {
    const { first, rest } = cut(child);
    if (first !== undefined) children.push(first);
    if (first !== child) isSame = false;
    for (const { leaf, node: part } of rest) {
      children = part === undefined ? [] : [part];
      parts.push({ leaf, children });
    }
  }
  if (parts.length === 0) return { first: isSame ? node : { ...node, children: before }, rest: WHOLE };
  const framed = (held: PivotNode[]): PivotElement | undefined =>
    held.some((child) => isElement(child) || child.trim() !== '') ? { ...node, children: held } : undefined;
  return { first: framed(before), rest: parts.map(({ leaf, children: held }) => ({ leaf, node: framed(held) })) };
}

/** The notes of a section by their ids. */
function notesOf(section: PivotElement): ReadonlyMap<string, PivotElement> {
  const notes = new Map<string, PivotElement>();
  const visit = (element: PivotElement): void => {
    const { class: kind, id } = element.attributes;
    if (kind === 'note' && id !== undefined) notes.set(id, withoutWaysBack(element));
    for (const child of element.children) if (isElement(child)) visit(child);
  };
  visit(section);
  return notes;
}

function callsIn(element: PivotElement, calls: string[] = []): readonly string[] {
  const { class: kind, href = '' } = element.attributes;
  const id = href.slice(1);
  if (kind === 'noteref' && href.startsWith('#') && !calls.includes(id)) calls.push(id);
  for (const child of element.children) if (isElement(child)) callsIn(child, calls);
  return calls;
}

/** A note without the signs that lead back to its calls, which are on the same page. */
function withoutWaysBack(element: PivotElement): PivotElement {
  return withChildren(element, (child) => {
    if (!isElement(child)) return child;
    return child.attributes['class'] === 'backref' ? '' : withoutWaysBack(child);
  });
}
