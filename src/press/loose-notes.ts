import { inlinesIn } from '../model/content-walk.js';
import { append } from '../model/list.js';
import type { Block, Inline, PageContent, Paragraph, Part } from '../model/page-content.js';

/**
 * Notes that nothing calls have no page of their own: they are called, without a sign, at the end of the book, so that they stand at the foot of its last page.
 *
 * @returns The book, and the ids of those notes.
 */
export function callLooseNotes(content: PageContent): {
  readonly content: PageContent;
  readonly loose: readonly string[];
} {
  const notes = new Map(content.notes.map((note) => [note.id, note.blocks]));
  const called = new Set<string>();
  const follow = (blocks: readonly Block[]): void => {
    const waiting = [...blocks];
    for (let block = waiting.pop(); block !== undefined; block = waiting.pop())
      for (const inline of inlinesIn(block)) {
        if (inline.type !== 'call' || called.has(inline.note)) continue;
        called.add(inline.note);
        append(waiting, notes.get(inline.note) ?? []);
      }
  };
  const walk = (part: Part): void => {
    follow(part.blocks);
    for (const inner of part.parts) walk(inner);
  };
  for (const part of content.parts) walk(part);
  const loose: string[] = [];
  for (const { id, blocks } of content.notes) {
    if (called.has(id)) continue;
    called.add(id);
    loose.push(id);
    follow(blocks);
  }
  if (loose.length === 0) return { content, loose };
  const inlines = loose.map((note): Inline => ({ type: 'call', note, label: '' }));
  return {
    content: { ...content, parts: endedBy({ type: 'paragraph', role: 'text-flush', inlines }, content.parts) },
    loose,
  };
}

function endedBy(paragraph: Paragraph, parts: readonly Part[]): readonly Part[] {
  const last = parts.at(-1);
  if (last === undefined) return [{ kind: 'section', id: '', title: '', blocks: [paragraph], parts: [] }];
  const ended =
    last.parts.length === 0
      ? { ...last, blocks: [...last.blocks, paragraph] }
      : { ...last, parts: endedBy(paragraph, last.parts) };
  return [...parts.slice(0, -1), ended];
}
