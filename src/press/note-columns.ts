import type { PlacedNote, PlacedSlug } from './makeup.js';
import { NOTE_GAP, type WaitingNote } from './note-measure.js';

/** Columns in which the notes of a page stand: how many, how far from one to the next, and the leading of their lines; in points. */
export interface NoteColumns {
  readonly count: number;
  readonly step: number;
  readonly leading: number;
}

/** A note at the foot of a page, up to the slug `to`. */
interface KeptNote {
  readonly note: WaitingNote;
  readonly to: number;
}

/** The notes of a page in columns as equally deep as their lines allow, from the top of the first; and how deep that is. */
export function notesInColumns(
  kept: readonly KeptNote[],
  columns: NoteColumns,
): { readonly notes: readonly PlacedNote[]; readonly height: number } {
  const total = filled(kept, columns, Infinity).height;
  // As deep as an equal part of all lines, or a little deeper where lines are of several heights.
  for (let depth = total / columns.count; ; depth += columns.leading / 4) {
    const set = filled(kept, columns, depth);
    if (set.columns <= columns.count) return set;
  }
}

/** Fills columns of some depth one after the other; a slug that is deeper than that has one for itself. */
function filled(
  kept: readonly KeptNote[],
  { step }: NoteColumns,
  depth: number,
): { readonly notes: readonly PlacedNote[]; readonly height: number; readonly columns: number } {
  let [column, y, height] = [0, 0, 0];
  const notes = kept.map(({ note: { of, from }, to }): PlacedNote => {
    const slugs = of.slugs.slice(from, to).map((slug, k): PlacedSlug => {
      const gap = y === 0 ? 0 : k === 0 ? NOTE_GAP : slug.gap;
      if (y > 0 && y + gap + slug.height > depth + 0.01) {
        column++;
        y = 0;
      } else y += gap;
      const placed = { slug, y, x: column * step };
      y += slug.height;
      height = Math.max(height, y);
      return placed;
    });
    return { id: of.id, slugs, continued: from > 0, continues: to < of.slugs.length };
  });
  return { notes, height, columns: column + 1 };
}

export function movedDown(notes: readonly PlacedNote[], by: number): PlacedNote[] {
  return notes.map((note) => ({ ...note, slugs: note.slugs.map((placed) => ({ ...placed, y: placed.y + by })) }));
}
