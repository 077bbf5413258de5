import type { PageContent, Part } from '../model/page-content.js';
import type { OutlineEntry } from './press-document.js';

/** Every id that something in the book leads to: only these get a destination. */
export function targetsOf(content: PageContent): ReadonlySet<string> {
  const targets = new Set<string>();
  const inline = (item: unknown): void => {
    if (typeof item !== 'object' || item === null) return;
    if (Array.isArray(item)) {
      for (const inner of item) inline(inner);
      return;
    }
    for (const [key, value] of Object.entries(item)) {
      if (key === 'target' && typeof value === 'string') targets.add(value);
      else if (typeof value === 'object' && !(value instanceof Uint8Array)) inline(value);
    }
  };
  inline(content.parts);
  inline(content.notes);
  for (const note of content.notes) targets.add(note.id).add(`${note.id}-ref`);
  const part = (of: Part): void => {
    targets.add(of.id);
    of.parts.forEach(part);
  };
  content.parts.forEach(part);
  return targets;
}

/** The outline: the parts with a heading and a place in the file. */
export function outlineOf(parts: readonly Part[], known: (part: Part) => boolean): OutlineEntry[] {
  return parts.flatMap((part) => {
    const entries = outlineOf(part.parts, known);
    return known(part) && part.title !== '' ? [{ title: part.title, target: part.id, entries }] : entries;
  });
}
