import { movedDown, type NoteColumns, notesInColumns } from './note-columns.js';
import {
  heightOf,
  measureNote,
  NOTE_GAP,
  NOTE_SEPARATION,
  type NoteMeasure,
  type WaitingNote,
} from './note-measure.js';
import { bottomOf, breakPages, type PageEnding, type Side } from './page-breaking.js';
import { lineOf, replaceLines, type Slug } from './slug.js';

/** A slug at its place on a page: `y` from the top of the text block, in points. */
export interface PlacedSlug {
  readonly slug: Slug;
  readonly y: number;
  /** From the left of the text block, for notes in columns. */
  readonly x?: number;
}

/** The part of a note that stands at the foot of one page. */
export interface PlacedNote {
  readonly id: string;
  readonly slugs: readonly PlacedSlug[];
  /** Goes on from the page before. */
  readonly continued: boolean;
  /** Goes on to the next page. */
  readonly continues: boolean;
}

/** A page made up: its text from the head, its notes at the foot. */
export interface MadePage {
  readonly text: readonly PlacedSlug[];
  readonly notes: readonly PlacedNote[];
  /** Where the text ends, and where the notes begin (at the rule above them), from the top of the text block. */
  readonly textBottom: number;
  readonly notesTop: number;
  /** Whether it ends in a word that is divided. */
  readonly endsInHyphen: boolean;
}

export interface MakeupOptions {
  /** The depth of the text block of a page (counted from 0), and the leading of its grid, in points. */
  readonly depth: (page: number) => number;
  /** From this page on, all pages are equally deep; 0 unless told otherwise. */
  readonly equalFrom?: number;
  readonly leading: number;
  /** On which side of the spine the first page lies; absent where pages do not face each other. */
  readonly firstSide?: Side | undefined;
  /** The columns of notes: how many, from one to the next, and the leading of their lines; one where nothing is said. */
  readonly noteColumns?: NoteColumns;
  /** The slugs of a note's body. */
  readonly note: (id: string) => readonly Slug[];
  /** Whether a note stands on an earlier page already, and the word that it does from now on. */
  readonly isPlaced: (id: string) => boolean;
  readonly place: (id: string) => void;
}

/**
 * Makes up pages from the slugs of a run of text (all that lies between two forced page breaks). A line is placed only with the beginning of every
 * note it calls; the last note of a page may be divided, with at least two lines on each side.
 */
export function makeUp(slugs: readonly Slug[], options: MakeupOptions): MadePage[] {
  const { depth, leading, equalFrom = 0, firstSide, noteColumns } = options;
  const notePad = noteColumns === undefined ? 0 : noteColumns.leading;
  const current = [...slugs];
  const measures = new Map<string, NoteMeasure>();
  let notes = notesBySlug(current, options, measures);
  let endings = breakPages(current, { depth, leading, equalFrom, firstSide, notePad, notes });
  // Whether the last paragraph of a page can end it with a whole word shows when it is set again; where lines change, so may the pages.
  for (let round = 0; mendHyphens(current, endings, round >= ROUNDS); round++) {
    notes = notesBySlug(current, options, measures);
    endings = breakPages(current, { depth, leading, equalFrom, firstSide, notePad, notes });
  }
  for (const id of measures.keys()) options.place(id);
  return endings.map((ending, page) => pageOf(current, ending, depth(page), leading, noteColumns));
}

/** After so many rounds, hyphens at the end of a page are no longer mended but shunned. */
const ROUNDS = 6;

/** Sets the paragraphs again in which a page ends with a hyphen; says whether there were any. */
function mendHyphens(slugs: Slug[], endings: readonly PageEnding[], giveUp: boolean): boolean {
  const places = endings.map(({ next }) => next).filter((next) => slugs[next]?.breakBefore === 'avoid');
  for (const next of places) {
    const line = lineOf(slugs[next]);
    const lines = line?.of.withWhole(line.index - 1);
    if (line === undefined || lines === undefined) shun(slugs, next);
    else replaceLines(slugs, next - line.index, lines);
  }
  if (giveUp) for (const i of slugs.keys()) shun(slugs, i);
  return places.length > 0;
}

function shun(slugs: Slug[], at: number): void {
  const slug = slugs[at];
  if (slug?.breakBefore === 'avoid') slugs[at] = { ...slug, breakBefore: 'shun' };
}

/** The notes that begin where each slug is set: those that it is the first to call, and those that these call in turn. */
function notesBySlug(
  slugs: readonly Slug[],
  options: MakeupOptions,
  measures: Map<string, NoteMeasure>,
): Map<number, NoteMeasure[]> {
  const introduced = new Map<number, NoteMeasure[]>();
  const known = new Set<string>();
  for (const [i, slug] of slugs.entries()) {
    const add = (id: string): void => {
      if (known.has(id) || options.isPlaced(id)) return;
      known.add(id);
      const note = measures.get(id) ?? measureNote(id, options.note(id), options.noteColumns?.count);
      if (note.slugs.length === 0) return;
      measures.set(id, note);
      const notes = introduced.get(i) ?? [];
      introduced.set(i, notes);
      notes.push(note);
      for (const inner of note.slugs) for (const call of inner.calls) add(call);
    };
    for (const call of slug.calls) add(call);
  }
  return introduced;
}

function pageOf(
  slugs: readonly Slug[],
  ending: PageEnding,
  depth: number,
  leading: number,
  columns: NoteColumns | undefined,
): MadePage {
  const { text, bottom } = textOf(slugs, ending, leading);
  const left = new Map(ending.left.map((note) => [note.of, note.from]));
  const kept = ending.notes.flatMap((note) => {
    const to = left.get(note.of) ?? note.of.slugs.length;
    return to > note.from ? [{ note, to }] : [];
  });
  const endsInHyphen = ending.next < slugs.length && slugs[ending.next]?.breakBefore === 'shun';
  if (columns !== undefined && kept.length > 0) {
    const { notes, height } = notesInColumns(kept, columns);
    const notesTop = depth - NOTE_SEPARATION - height;
    return { text, notes: movedDown(notes, notesTop + NOTE_SEPARATION), textBottom: bottom, notesTop, endsInHyphen };
  }
  const height = kept.reduce((sum, { note, to }) => sum + heightOf(note, to), 0) + (kept.length - 1) * NOTE_GAP;
  const notesTop = kept.length === 0 ? depth : depth - NOTE_SEPARATION - height;
  let y = notesTop + NOTE_SEPARATION;
  const notes = kept.map(({ note, to }): PlacedNote => {
    const placed = placedNote(note, to, y);
    y += heightOf(note, to) + NOTE_GAP;
    return placed;
  });
  return { text, notes, textBottom: bottom, notesTop, endsInHyphen };
}

function placedNote({ of, from }: WaitingNote, to: number, top: number): PlacedNote {
  const slugs = of.slugs
    .slice(from, to)
    .map((slug, k): PlacedSlug => ({ slug, y: top + (of.tops[from + k] ?? 0) - (of.tops[from] ?? 0) }));
  return { id: of.id, slugs, continued: from > 0, continues: to < of.slugs.length };
}

/** The text of a page from its head down; the lines of white that are to spare are added above its headings. */
function textOf(
  slugs: readonly Slug[],
  { start, next, stretch }: PageEnding,
  leading: number,
): { text: PlacedSlug[]; bottom: number } {
  const added = sharedOut(stretch, slugs.slice(start + 1, next));
  const text: PlacedSlug[] = [];
  let y = 0;
  if (next > start)
    for (const slug of slugs[start]?.repeat ?? []) {
      text.push({ slug, y: y + slug.gap });
      y += slug.gap + slug.height;
    }
  for (const [k, slug] of slugs.slice(start, next).entries()) {
    const bottom = bottomOf(
      slug,
      y + (added[k - 1] ?? 0) * leading,
      k === 0 && start > 0 && slug.repeat === undefined,
      leading,
    );
    text.push({ slug, y: bottom - slug.height });
    y = bottom;
  }
  return { text, bottom: y };
}

/** How many lines of white each slug gets above it: one for each that can take some, then a second. */
function sharedOut(lines: number, slugs: readonly Slug[]): number[] {
  const added = slugs.map(() => 0);
  let left = lines;
  for (let round = 1; left > 0; round++) {
    const before = left;
    for (const [i, slug] of slugs.entries())
      if (left > 0 && slug.stretch >= round) {
        added[i] = round;
        left--;
      }
    if (left === before) break;
  }
  return added;
}
