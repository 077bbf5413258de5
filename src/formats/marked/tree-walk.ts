import { append } from '../../model/list.js';
import type { MarkedBlock, MarkedInline, MarkedNoteNode, MarkedTree } from './tree.js';

/** Labels that can stand at a call: numbers, a letter, signs. */
const LABEL = /^(?:\d{1,4}[a-z]?|[a-z]|[*†‡§¶#]{1,4})$/;

/**
 * The labels of the notes by their ids: as written, also where the documents of a file each count anew; where one is a name, all are numbered in the order of
 * their calls. Letters are labels where they count up, as editions use them, and else short names.
 */
export function numbered(tree: MarkedTree): ReadonlyMap<string, string> {
  const notes = inOrderOfCalls(tree);
  const letters = notes.filter(({ label }) => /^[a-z]$/.test(label));
  const isWritten =
    notes.every(({ label }) => LABEL.test(label)) &&
    letters.every(({ label }, index) => label.charCodeAt(0) - 'a'.charCodeAt(0) === index);
  return new Map(notes.map(({ id, label }, index) => [id, isWritten ? label : String(index + 1)]));
}

/** Notes in the order in which the text calls them; those that it does not call come last. */
export function inOrderOfCalls({ blocks, notes }: MarkedTree): readonly MarkedNoteNode[] {
  const places = new Map<string, number>();
  const visit = (inlines: readonly MarkedInline[]): void => {
    for (const inline of inlines) {
      if (inline.type === 'emphasis') visit(inline.children);
      else if (inline.type === 'call' && !places.has(inline.note)) places.set(inline.note, places.size);
    }
  };
  for (const inlines of flattened(blocks)) visit(inlines);
  for (const note of notes) for (const inlines of flattened(note.blocks)) visit(inlines);
  return [...notes].sort((a, b) => (places.get(a.id) ?? notes.length) - (places.get(b.id) ?? notes.length));
}

/** The paragraphs of blocks, those of items and cells among them. */
export function flattened(blocks: readonly MarkedBlock[]): readonly (readonly MarkedInline[])[] {
  const found: (readonly MarkedInline[])[] = [];
  for (const block of blocks) {
    if (block.type === 'heading' || block.type === 'paragraph') found.push(block.children);
    else if (block.type === 'quote') append(found, flattened(block.blocks));
    else if (block.type === 'list') {
      for (const { label, blocks: inner } of block.items) {
        const [first = [], ...others] = flattened(inner);
        const lead: readonly MarkedInline[] = label === undefined ? [] : [label, { type: 'words', value: ' ' }];
        append(found, [[...lead, ...first], ...others]);
      }
    } else if (block.type === 'table') {
      for (const { cells } of block.rows) {
        const row = cells.flatMap((cell, index): readonly MarkedInline[] =>
          index === 0 ? cell : [{ type: 'words', value: ' ' }, ...cell],
        );
        found.push(row);
      }
    }
  }
  return found;
}
