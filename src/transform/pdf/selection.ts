import { inlinesIn } from '../../model/content-walk.js';
import type { Block, PageContent, Part } from '../../model/page-content.js';

/** Which parts of a volume are wanted: by the ids of documents (`d73`), or of one division (`ch2`). */
export interface Selection {
  readonly documents?: readonly string[];
  readonly division?: string;
}

/**
 * An offprint: the title page with its imprint, and only the wanted parts, each under the headings that it stands under; with the notes that they call. What identifies the volume does
 * not identify a part of it.
 *
 * @returns The content, and the ids that the volume does not have.
 */
export function select(
  content: PageContent,
  { documents, division }: Selection,
): { content: PageContent; unknown: string[] } {
  const wanted = new Set([...(documents ?? []), ...(division === undefined ? [] : [division])]);
  const found = new Set<string>();
  const parts = content.parts.flatMap((part) => (part.kind === 'titlepage' ? [part] : kept(part, wanted, found)));
  const called = new Set<string>();
  for (const part of parts) eachCall(part, called);
  // Notes that a note calls come with it.
  for (const note of content.notes) if (called.has(note.id)) for (const block of note.blocks) callsOf(block, called);
  const { identifier: _, ...whole } = content;
  return {
    content: { ...whole, parts, notes: content.notes.filter((note) => called.has(note.id)) },
    unknown: [...wanted].filter((id) => !found.has(id)),
  };
}

/** Each document of the content as a book of its own: under its headings, with the notes that it calls, and named after it. */
export function singleDocuments(content: PageContent): { id: string; content: PageContent }[] {
  const untitled = { ...content, parts: content.parts.filter((part) => part.kind !== 'titlepage') };
  return documentsIn(content.parts).map((document) => {
    const { content: single } = select(untitled, { documents: [document.id] });
    return { id: document.id, content: { ...single, title: `${document.title} (${content.title})` } };
  });
}

/**
 * The ids that a list of documents means, ranges (`d1-d5`, both ends included) unfolded in the order of the volume. What is neither an id nor a range of two
 * stays as it is written, so that it is found to be unknown.
 */
export function unfolded(content: PageContent, list: readonly string[]): readonly string[] {
  const ids = documentsIn(content.parts).map((document) => document.id);
  const places = new Map(ids.map((id, place) => [id, place]));
  return list.flatMap((word) => {
    if (places.has(word)) return [word];
    for (const dash of word.matchAll(/[-–—]|\.\.+/g)) {
      const from = places.get(word.slice(0, dash.index).trim());
      const to = places.get(word.slice(dash.index + dash[0].length).trim());
      if (from !== undefined && to !== undefined && from <= to) return ids.slice(from, to + 1);
    }
    return [word];
  });
}

function documentsIn(parts: readonly Part[]): Part[] {
  return parts.flatMap((part) => (part.kind === 'document' ? [part] : documentsIn(part.parts)));
}

function kept(part: Part, wanted: ReadonlySet<string>, found: Set<string>): Part[] {
  if (wanted.has(part.id)) {
    found.add(part.id);
    return [part];
  }
  const parts = part.parts.flatMap((inner) => kept(inner, wanted, found));
  if (parts.length === 0) return [];
  return [
    { ...part, blocks: part.blocks.filter((block) => block.type === 'paragraph' && block.level !== undefined), parts },
  ];
}

function eachCall(part: Part, called: Set<string>): void {
  for (const block of part.blocks) callsOf(block, called);
  for (const inner of part.parts) eachCall(inner, called);
}

function callsOf(block: Block, called: Set<string>): void {
  for (const inline of inlinesIn(block)) if (inline.type === 'call') called.add(inline.note);
}
