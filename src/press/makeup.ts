import type { Slug } from './slug.js';

/** A slug at its place on a page: `y` from the top of the text block, in points. */
export interface PlacedSlug {
  readonly slug: Slug;
  readonly y: number;
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
}

export interface MakeupOptions {
  /** The depth of the text block of a page (counted from 0), and the leading of its grid, in points. */
  readonly depth: (page: number) => number;
  readonly leading: number;
  /** The slugs of a note's body. */
  readonly note: (id: string) => readonly Slug[];
  /** Whether a note stands on an earlier page already, and the word that it does from now on. */
  readonly isPlaced: (id: string) => boolean;
  readonly place: (id: string) => void;
}

/** White between text and notes, with the rule in it. */
export const NOTE_SEPARATION = 13;
const NOTE_GAP = 1;
/** The fewest lines of a divided note on each of the two pages. */
const LEAST_NOTE_LINES = 2;
/** How short a page may stay before a note is divided to fill it, in lines of text. */
const SHORT_PAGE_LINES = 2;

/** A note, or the rest of one, waiting to be placed. */
interface WaitingNote {
  readonly id: string;
  readonly slugs: readonly Slug[];
  readonly continued: boolean;
}

/** How a page can end: with which slug the next one starts, and how much of the notes it takes. */
interface Ending {
  readonly next: number;
  readonly y: number;
  readonly notes: readonly WaitingNote[];
  /** How many slugs of the last note stay on this page; all of them where undefined. */
  readonly split: number | undefined;
  readonly filled: number;
}

/**
 * Makes up pages from the slugs of a run of text (all that lies between two forced page breaks). A line is placed only with the beginning of every
 * note it calls; the last note of a page may be divided, with at least two lines on each side.
 */
export function makeUp(slugs: readonly Slug[], options: MakeupOptions): MadePage[] {
  const pages: MadePage[] = [];
  let next = 0;
  let carried: WaitingNote[] = [];
  while (next < slugs.length || carried.length > 0) {
    const maker = new PageMaker(slugs, next, carried, options, options.depth(pages.length));
    const ending = maker.ending();
    pages.push(maker.page(ending));
    for (const note of ending.notes) options.place(note.id);
    carried = restOf(ending);
    next = ending.next;
  }
  return pages;
}

function restOf(ending: Ending): WaitingNote[] {
  const last = ending.notes.at(-1);
  if (last === undefined || ending.split === undefined) return [];
  return [{ id: last.id, slugs: last.slugs.slice(ending.split), continued: true }];
}

class PageMaker {
  readonly #slugs: readonly Slug[];
  readonly #start: number;
  readonly #carried: readonly WaitingNote[];
  readonly #options: MakeupOptions;
  readonly #depth: number;
  readonly #repeatHeight: number;

  constructor(
    slugs: readonly Slug[],
    start: number,
    carried: readonly WaitingNote[],
    options: MakeupOptions,
    depth: number,
  ) {
    this.#depth = depth;
    this.#slugs = slugs;
    this.#start = start;
    this.#carried = carried;
    this.#options = options;
    this.#repeatHeight = (slugs[start]?.repeat ?? []).reduce((sum, slug) => sum + slug.height, 0);
  }

  /** Where this page ends best. */
  ending(): Ending {
    const depth = this.#depth;
    const carriedHeight = notesHeight(this.#carried);
    if (carriedHeight > depth) return this.#onlyNotes();
    let y = this.#repeatHeight;
    let notes: readonly WaitingNote[] = this.#carried;
    let best: Ending | undefined;
    let hesitant: Ending | undefined;
    for (let i = this.#start; i < this.#slugs.length; i++) {
      const slug = this.#slugs[i];
      if (slug === undefined) break;
      const bottom = this.#bottomOf(slug, y, i === this.#start);
      const withNotes = this.#withNotesOf(slug, notes);
      const filled = bottom + notesHeight(withNotes);
      if (filled > depth + 0.01) return this.#overflow(i, y, notes, best, hesitant);
      y = bottom;
      notes = withNotes;
      const ending: Ending = { next: i + 1, y, notes, split: undefined, filled };
      const after = this.#slugs[i + 1]?.breakBefore ?? 'free';
      if (after === 'free') best = ending;
      else if (after === 'avoid') hesitant = ending;
    }
    return { next: this.#slugs.length, y, notes, split: undefined, filled: y + notesHeight(notes) };
  }

  page(ending: Ending): MadePage {
    const depth = this.#depth;
    const text: PlacedSlug[] = [];
    let y = 0;
    if (ending.next > this.#start)
      for (const slug of this.#slugs[this.#start]?.repeat ?? []) {
        text.push({ slug, y });
        y += slug.height;
      }
    for (let i = this.#start; i < ending.next; i++) {
      const slug = this.#slugs[i];
      if (slug === undefined) break;
      const bottom = this.#bottomOf(slug, y, i === this.#start);
      text.push({ slug, y: bottom - slug.height });
      y = bottom;
    }
    const kept = ending.notes.map((note, i): WaitingNote & { continues: boolean } => {
      const continues = i === ending.notes.length - 1 && ending.split !== undefined;
      return { ...note, slugs: continues ? note.slugs.slice(0, ending.split) : note.slugs, continues };
    });
    const notesTop = depth - notesHeight(kept);
    let noteY = notesTop + NOTE_SEPARATION;
    const notes = kept.map((note, i): PlacedNote => {
      if (i > 0) noteY += NOTE_GAP;
      const slugs = note.slugs.map((slug, k): PlacedSlug => {
        if (k > 0) noteY += slug.gap;
        const at = noteY;
        noteY += slug.height;
        return { slug, y: at };
      });
      return { id: note.id, slugs, continued: note.continued, continues: note.continues };
    });
    return { text, notes, textBottom: y, notesTop };
  }

  /** The bottom of a slug that follows one ending at `y`, moved down to the grid where it belongs on it. */
  #bottomOf(slug: Slug, y: number, atHead: boolean): number {
    const { leading } = this.#options;
    // The white above the first slug of a run sinks the opening of a chapter; other pages' heads swallow it.
    const top = atHead && this.#start > 0 ? y : y + slug.gap;
    const onGrid = slug.onGrid && Math.abs(slug.height - leading) < 0.01;
    return (onGrid ? Math.ceil(top / leading - 0.02) * leading : top) + slug.height;
  }

  /** The notes of the page with those that a slug calls, and those that these call in turn. */
  #withNotesOf(slug: Slug, notes: readonly WaitingNote[]): readonly WaitingNote[] {
    if (slug.calls.length === 0) return notes;
    const all = [...notes];
    const add = (id: string): void => {
      if (this.#options.isPlaced(id) || all.some((note) => note.id === id)) return;
      const slugs = this.#options.note(id);
      if (slugs.length === 0) return;
      all.push({ id, slugs, continued: false });
      for (const inner of slugs) for (const call of inner.calls) add(call);
    };
    for (const call of slug.calls) add(call);
    return all;
  }

  /** Slug `i` does not fit with all its notes: end before it, or divide its last note. */
  #overflow(
    i: number,
    y: number,
    notes: readonly WaitingNote[],
    firm: Ending | undefined,
    hesitant: Ending | undefined,
  ): Ending {
    const { leading } = this.#options;
    const depth = this.#depth;
    let best = firm;
    const short = SHORT_PAGE_LINES * leading;
    if (best !== undefined && depth - best.filled <= short) return best;
    const divided = this.#divide(i, y, notes);
    if (divided !== undefined) return divided;
    if (best === undefined || (hesitant !== undefined && hesitant.filled > best.filled + short))
      best = hesitant ?? best;
    return best ?? this.#forced(i, y, notes);
  }

  /** Goes on past the full page, dividing the last note, until a place where a page may end. */
  #divide(from: number, startY: number, startNotes: readonly WaitingNote[]): Ending | undefined {
    const depth = this.#depth;
    let hesitant: Ending | undefined;
    let y = startY;
    let notes = startNotes;
    for (let i = from; i < this.#slugs.length; i++) {
      const slug = this.#slugs[i];
      if (slug === undefined) return undefined;
      y = this.#bottomOf(slug, y, i === this.#start);
      notes = this.#withNotesOf(slug, notes);
      const split = splitOf(notes, depth - y);
      if (split === undefined) return hesitant;
      const ending: Ending = { next: i + 1, y, notes, split, filled: y + notesHeight(notes, split) };
      const after = this.#slugs[i + 1]?.breakBefore ?? 'free';
      if (after === 'free') return ending;
      if (after === 'avoid') hesitant ??= ending;
    }
    return hesitant;
  }

  /** Nothing may end here by the rules: end where the page is full, or set what is too tall for any page. */
  #forced(i: number, y: number, notes: readonly WaitingNote[]): Ending {
    if (i > this.#start) return { next: i, y, notes, split: undefined, filled: y + notesHeight(notes) };
    if (this.#carried.length > 0) return this.#onlyNotes();
    const slug = this.#slugs[i];
    if (slug === undefined) return { next: i + 1, y, notes, split: undefined, filled: y };
    const bottom = this.#bottomOf(slug, y, true);
    const all = this.#withNotesOf(slug, notes);
    const split = splitOf(all, this.#depth - bottom) ?? (all.length > 0 ? 1 : undefined);
    return { next: i + 1, y: bottom, notes: all, split, filled: bottom + notesHeight(all, split) };
  }

  #onlyNotes(): Ending {
    const depth = this.#depth;
    const fits = notesHeight(this.#carried) <= depth;
    const split = fits ? undefined : (splitOf(this.#carried, depth) ?? 1);
    return {
      next: this.#start,
      y: 0,
      notes: this.#carried,
      split,
      filled: notesHeight(this.#carried, split),
    };
  }
}

/** The height of the notes with the white above them; only `split` slugs of the last one where it is given. */
function notesHeight(notes: readonly WaitingNote[], split?: number): number {
  if (notes.length === 0) return 0;
  let height = NOTE_SEPARATION + (notes.length - 1) * NOTE_GAP;
  for (const [i, note] of notes.entries()) {
    const count = i === notes.length - 1 && split !== undefined ? split : note.slugs.length;
    for (let k = 0; k < count; k++) {
      const slug = note.slugs[k];
      if (slug !== undefined) height += slug.height + (k > 0 ? slug.gap : 0);
    }
  }
  return height;
}

/**
 * How many slugs of the last note fit into `room` with all notes before it whole; undefined where fewer than two fit, or where that would leave
 * fewer than two for the next page.
 */
function splitOf(notes: readonly WaitingNote[], room: number): number | undefined {
  const last = notes.at(-1);
  if (last === undefined) return undefined;
  let count = last.slugs.length - LEAST_NOTE_LINES;
  while (count >= LEAST_NOTE_LINES && notesHeight(notes, count) > room + 0.01) count--;
  return count >= LEAST_NOTE_LINES ? count : undefined;
}
