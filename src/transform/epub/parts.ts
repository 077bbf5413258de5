import type { PivotElement, PivotNode } from '../../model/pivot.js';
import { FreeNames } from '../free-names.js';
import type { Page, PagedVolume } from '../pages.js';
import { isElement } from '../tree.js';

/** Characters of the pivot from which a content document is parted (links make it longer): reading systems lay a file out as a whole, and small devices take seconds for more. */
const MOST = 160_000;

/** What may go on in the next file: blocks that hold nothing but blocks. A list of numbers would begin anew, and a table is one. */
const PARTABLE: ReadonlySet<string> = new Set(['section', 'article', 'ul', 'dl', 'div']);

/**
 * The volume with its long pages in several files, each of which goes on where the one before ends: between paragraphs or the entries of a list. Contents and
 * landmarks lead to the first; the words of the others are those of the same section (`data-resumes`).
 */
export function inParts(volume: PagedVolume, most = MOST): PagedVolume {
  const names = new FreeNames(volume.pages.map(({ name }) => name));
  const pageOf = new Map(volume.pageOf);
  const pages = volume.pages.flatMap((page): Page[] => {
    if (sizeOf(page.content) <= most) return [page];
    const [first = page.content, ...others] = partsOf(page.content, most);
    if (others.length === 0) return [page];
    const parts = [first, ...others].map((content, i): Page => {
      const ids = new Set(idsOf(content));
      return {
        ...page,
        id: i === 0 ? page.id : '',
        name: i === 0 ? page.name : names.take(`${page.name}-${i + 1}`),
        title: i === 0 ? page.title : `${page.title} (${i + 1})`,
        content,
        leaves: page.leaves.filter(({ id }) => ids.has(id)),
      };
    });
    for (const part of parts) for (const id of idsOf(part.content)) pageOf.set(id, part);
    // The contents know the page itself, which has the address of its first part.
    const [beginning] = parts;
    if (beginning !== undefined) pageOf.set(page.id, beginning);
    return parts;
  });
  return pages.length === volume.pages.length ? volume : { ...volume, pages, pageOf };
}

/** About as many characters as the element has when it is written. */
function sizeOf(node: PivotNode): number {
  if (!isElement(node)) return node.length;
  let size = 2 * node.name.length + 5;
  for (const key in node.attributes) size += key.length + (node.attributes[key]?.length ?? 0) + 4;
  for (const child of node.children) size += sizeOf(child);
  return size;
}

/** An element in pieces of about that size; it alone where it may not be parted. */
function partsOf(element: PivotElement, most: number): readonly PivotElement[] {
  if (!isPartable(element)) return [element];
  const pieces: PivotNode[][] = [];
  let piece: PivotNode[] = [];
  let size = 0;
  const close = (): void => {
    pieces.push(piece);
    piece = [];
    size = 0;
  };
  for (const child of element.children) {
    const own = sizeOf(child);
    const parts = own > most && isElement(child) ? partsOf(child, most) : [child];
    // A term stays with what is said of it; a heading with what it heads.
    const isBound = isElement(child) && child.name === 'dd';
    if (size + own > most && size > most / 10 && !isBound) close();
    for (const [i, part] of parts.entries()) {
      if (i > 0) close();
      piece.push(part);
      size += sizeOf(part);
    }
  }
  close();
  return pieces.map((children, i) => ({
    ...element,
    attributes: i === 0 ? element.attributes : resumed(element),
    children,
  }));
}

function isPartable({ name, attributes, children }: PivotElement): boolean {
  const { class: kind = '' } = attributes;
  return (
    PARTABLE.has(name) &&
    !/^(?:note|p|span|figure)\b/.test(kind) &&
    children.every((child) => isElement(child) || child.trim() === '')
  );
}

/** The frame of what goes on: without its id, under that of the section that it belongs to. */
function resumed({ attributes }: PivotElement): Readonly<Record<string, string>> {
  const { id, 'data-kind': kind, 'aria-labelledby': _, ...rest } = attributes;
  if (kind === undefined || kind === 'attachment' || id === undefined) return rest;
  return { ...rest, 'data-kind': kind, 'data-resumes': id };
}

function* idsOf(element: PivotElement): Generator<string> {
  const { id } = element.attributes;
  if (id !== undefined) yield id;
  for (const child of element.children) if (isElement(child)) yield* idsOf(child);
}
