import type { DocumentDiv, DocumentNode, Note } from '../../model/document.js';
import { append } from '../../model/list.js';
import type { SourceFile } from '../../model/source-file.js';

/** A stretch of the text of a document as it was encoded, with what it became. */
export interface EncodedBlock {
  /** What it became, in the words of an editor: `heading`, `paragraph`, `stamp`, `list item` … */
  readonly kind: string;
  /** The line of the raw text on which it begins; none of what the editor supplies. */
  readonly line?: number;
  readonly runs: readonly Run[];
  /** How deep it stands in attachments. */
  readonly depth: number;
}

/** Words of a block that became the same. */
export interface Run {
  readonly text: string;
  /** What became of them within the block; undefined for plain words. */
  readonly as?: RunKind;
}

export type RunKind =
  | 'furniture'
  | 'stamp'
  | 'page'
  | 'call'
  | 'gap'
  | 'supplied'
  | 'struck'
  | 'emphasis'
  | 'name'
  | 'date';

/** Elements that are a block of the page, by what an editor calls them. */
const KINDS: Readonly<Record<string, string>> = {
  head: 'heading',
  p: 'paragraph',
  dateline: 'dateline',
  salute: 'salutation',
  signed: 'signature',
  addrLine: 'address',
  item: 'list item',
  row: 'table row',
  label: 'label',
  fw: 'furniture',
  pb: 'page break',
  seg: 'line',
  note: 'note',
};

/** What holds blocks of its own. */
const CONTAINERS: ReadonlySet<string> = new Set(
  'div opener closer list table quote postscript address frus:attachment'.split(' '),
);

const RUNS: Readonly<Record<string, RunKind>> = {
  fw: 'furniture',
  stamp: 'stamp',
  pb: 'page',
  gap: 'gap',
  del: 'struck',
  hi: 'emphasis',
  persName: 'name',
  orgName: 'name',
  gloss: 'name',
  placeName: 'name',
  date: 'date',
};

/**
 * The text of a document as the editions will show it, block by block, so that an editor sees which line became a paragraph, a stamp or a note: furniture of the page and
 * stamps stand where they were typed, notes at the end.
 */
export function encodedText(div: DocumentDiv, source: SourceFile): readonly EncodedBlock[] {
  const blocks: EncodedBlock[] = [];
  const notes: { readonly note: Note; readonly depth: number }[] = [];
  const add = (node: DocumentNode, kind: string, depth: number): void => {
    const runs: Run[] = [];
    const at = collect(node, runs, undefined, { isTop: true, notes, depth });
    const line = at === undefined ? {} : { line: source.positionAt(at).line };
    if (runs.length > 0) blocks.push({ kind, ...line, runs, depth });
  };
  const visit = (node: DocumentNode, depth: number): void => {
    if (node.element === 'text') return;
    const inner = node.element === 'frus:attachment' ? depth + 1 : depth;
    if (CONTAINERS.has(node.element)) {
      for (const child of node.children as readonly DocumentNode[]) {
        if (child.element === 'head' && node.element === 'list') add(child, 'label', inner);
        else visit(child, inner);
      }
      return;
    }
    // A list in an item has items of its own.
    const lists = node.element === 'item' ? node.children.filter((child) => child.element === 'list') : [];
    add(lists.length === 0 ? node : without(node, lists), kindOf(node), inner);
    for (const list of lists) visit(list, inner);
  };
  visit(div, 0);
  // The notes of notes come after those that call them.
  for (let next = notes.shift(); next !== undefined; next = notes.shift())
    add(next.note, `note ${next.note.attributes.n ?? ''}`.trim(), next.depth);
  return blocks;
}

function without(node: DocumentNode, left: readonly DocumentNode[]): DocumentNode {
  if (node.element === 'text') return node;
  const children = (node.children as readonly DocumentNode[]).filter((child) => !left.includes(child));
  return { ...node, children } as DocumentNode;
}

function kindOf(node: DocumentNode): string {
  if (node.element === 'fw' && node.children.some((child) => child.element === 'stamp')) return 'stamp';
  if (node.element === 'p' && node.attributes.rend === 'center') return 'heading';
  if (node.element === 'note' && node.attributes.type === 'source') return 'source note';
  return KINDS[node.element] ?? node.element;
}

interface Collecting {
  readonly isTop: boolean;
  readonly notes: { readonly note: Note; readonly depth: number }[];
  readonly depth: number;
}

/** Collects the words of a node; gives the offset of the first of them in the raw text. */
function collect(node: DocumentNode, runs: Run[], as: RunKind | undefined, collecting: Collecting): number | undefined {
  if (node.element === 'text') {
    push(runs, node.text, as);
    return node.at;
  }
  if (node.element === 'note' && !collecting.isTop) {
    collecting.notes.push({ note: node, depth: collecting.depth });
    push(runs, node.attributes.n ?? '*', 'call');
    return undefined;
  }
  if (node.element === 'pb') push(runs, `[page ${node.attributes.n ?? ''}] `, 'page');
  if (node.element === 'lb') push(runs, '\n', as);
  if (node.element === 'gap') push(runs, '[…]', 'gap');
  const isSupplied = node.attributes.resp === '#editor';
  const own = isSupplied
    ? 'supplied'
    : collecting.isTop && node.element === 'fw'
      ? undefined
      : (RUNS[node.element] ?? as);
  let first: number | undefined;
  for (const [index, child] of (node.children as readonly DocumentNode[]).entries()) {
    if (node.element === 'row' && index > 0) push(runs, ' | ', undefined);
    const at = collect(child, runs, own, { ...collecting, isTop: false });
    first ??= at;
  }
  return first;
}

function push(runs: Run[], text: string, as: RunKind | undefined): void {
  const last = runs.at(-1);
  if (text === '') return;
  if (last !== undefined && last.as === as) runs[runs.length - 1] = { ...last, text: last.text + text };
  else append(runs, [as === undefined ? { text } : { text, as }]);
}
