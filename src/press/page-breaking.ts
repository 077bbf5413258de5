/**
 * Total-fit page breaking after M. F. Plass, “Optimal Pagination Techniques for Automatic Typesetting Systems” (Stanford, 1981): all page breaks of
 * a run of text are chosen together, so that the sum of the pages' demerits is least. A page that has to end early before a heading which cannot
 * be parted from its text is helped by the pages before it, each of which may end a line or two sooner.
 */
import { append } from '../model/list.js';
import {
  begunOf,
  divisionOf,
  fillOf,
  heightOf,
  NOTE_GAP,
  NOTE_SEPARATION,
  type NoteMeasure,
  sameNotes,
  type WaitingNote,
} from './note-measure.js';
import type { Slug } from './slug.js';

/** Left or right of the spine. */
export type Side = 'verso' | 'recto';

export interface PageBreakOptions {
  /** The depth of the text block of a page (counted from 0), and the leading of its grid, in points. */
  readonly depth: (page: number) => number;
  /** From this page on, all pages are equally deep. */
  readonly equalFrom: number;
  readonly leading: number;
  /** On which side of the spine the first page lies; absent where pages do not face each other (columns). */
  readonly firstSide?: Side | undefined;
  readonly notePad?: number; // what notes in columns take beyond their share, in points
  /** The notes that begin where a slug is set, by the slug's index: those that no slug before it has called. */
  readonly notes: ReadonlyMap<number, readonly NoteMeasure[]>;
}

/** How a page ends. */
export interface PageEnding {
  /** The slug with which the page starts, and the one with which the next starts. */
  readonly start: number;
  readonly next: number;
  /** The notes at its foot, and what of them is left for the next page. */
  readonly notes: readonly WaitingNote[];
  readonly left: readonly WaitingNote[];
  /** White that is added above its headings to bring its last line to the foot, in lines of the grid. */
  readonly stretch: number;
}

/** The prices. White costs the fourth power of its lines: a page that ends three lines too soon is as bad as some sixty that end one too soon. */
const PAGE_DEMERIT = 1;
const WHITE_DEMERIT = 1.5;
const STRETCH_DEMERIT = 1.5;
const DIVIDED_NOTE_DEMERIT = 6;
const SHORT_LAST_PAGE_DEMERIT = 15;
/** Of facing pages that end one line apart; by two, four times as much. */
const UNEVEN_DEMERIT = 60;
const FORCED_DEMERIT = 1e6;
/** To split a table that is not tall costs as much as seven lines of white. */
const BREAK_DEMERITS = { free: 0, avoid: 4, split: 3500, shun: 1e4, never: Infinity } as const;
/** White that costs nothing: the leading of notes is not that of the text, so that something less than a line is nearly always left. */
const FREE_WHITE = 0.5;
/** Endings that leave this many lines more than the fullest page are not looked at. */
const WINDOW = 9;
/** A run's last page should have at least so many lines. */
const LEAST_LAST_LINES = 4;

/** The beginning of a page: a place in the text, and the notes that wait for it; with the best way there. */
interface Start {
  readonly next: number;
  readonly left: readonly WaitingNote[];
  readonly page: number;
  /** On which side of the spine the page lies that begins here. */
  readonly side: Side | undefined;
  /** How many lines above the foot the page to its left ends, where it lies to the right. */
  readonly beside: number;
  demerits: number;
  previous: Start | undefined;
  /** Of the page before. */
  stretch: number;
}

const NONE: readonly WaitingNote[] = [];

/** The bottom of a slug that follows one ending at `y`, moved down to the grid where it belongs on it; a page's head swallows the white above. */
export function bottomOf(slug: Slug, y: number, atHead: boolean, leading: number): number {
  const top = atHead ? y : y + slug.gap;
  const onGrid = slug.onGrid && Math.abs(slug.height - leading) < 0.01;
  return (onGrid ? Math.ceil(top / leading - 0.02) * leading : top) + slug.height;
}

/** The endings of the pages of a run of text, in order. */
export function breakPages(slugs: readonly Slug[], options: PageBreakOptions): PageEnding[] {
  return new PageBreaker(slugs, options).endings();
}

class PageBreaker {
  readonly #slugs: readonly Slug[];
  readonly #options: PageBreakOptions;
  readonly #pad: number;
  /** The starts of pages, by the slug with which they start. */
  readonly #starts: (Start[] | undefined)[];
  /** Of the page that is looked at, for each of its slugs: where it ends, the notes up to it and their height but for the last, and white that can be added. */
  readonly #bottoms: number[] = [];
  readonly #counts: number[] = [];
  readonly #befores: number[] = [];
  readonly #rooms: number[] = [];
  #notes: WaitingNote[] = [];

  constructor(slugs: readonly Slug[], options: PageBreakOptions) {
    this.#slugs = slugs;
    this.#options = options;
    this.#pad = options.notePad ?? 0;
    this.#starts = new Array(slugs.length + 1);
  }

  endings(): PageEnding[] {
    const { length } = this.#slugs;
    const side = this.#options.firstSide;
    this.#starts[0] = [{ next: 0, left: NONE, page: 0, side, beside: 0, demerits: 0, previous: undefined, stretch: 0 }];
    for (let i = 0; i <= length; i++)
      // A page of nothing but notes ends where it starts: the list grows while it is read.
      for (const start of this.#starts[i] ?? []) if (i < length || start.left.length > 0) this.#expand(start);
    const ends = (this.#starts[length] ?? []).filter((start) => start.left.length === 0);
    const best = ends.reduce((a, b) => (b.demerits < a.demerits ? b : a));
    const endings: PageEnding[] = [];
    for (let at: Start = best; at.previous !== undefined; at = at.previous) {
      const { next: start, left } = at.previous;
      const notes = [...left];
      for (let i = start; i < at.next; i++) append(notes, this.#notesOf(i));
      endings.push({ start, next: at.next, notes, left: at.left, stretch: at.stretch });
    }
    return endings.reverse();
  }

  #notesOf(slug: number): readonly WaitingNote[] {
    const notes = this.#options.notes.get(slug);
    return notes === undefined ? NONE : notes.map((of) => ({ of, from: 0 }));
  }

  /** Finds the ways in which the page that starts here can end. */
  #expand(start: Start): void {
    const depth = this.#options.depth(start.page);
    const end = this.#fill(start, depth);
    if (this.#takeFullest(start, end, depth)) return;
    if (start.left.length > 0) this.#onlyNotes(start, depth);
    else if (!this.#takeHeld(start, end, depth)) this.#forced(start, depth);
  }

  /** Fills the page with slugs and the notes that they call, as far as the last note may be divided: the slug before which it is full. */
  #fill(start: Start, depth: number): number {
    const { leading } = this.#options;
    const slugs = this.#slugs;
    const first = start.next;
    this.#notes = [...start.left];
    let y = headDepthOf(slugs[first]);
    let room = 0;
    let before = NOTE_SEPARATION + this.#pad;
    for (const note of start.left.slice(0, -1)) before += heightOf(note) + NOTE_GAP;
    let i = first;
    for (; i < slugs.length; i++) {
      const slug = slugs[i];
      if (slug === undefined) break;
      y = bottomOf(slug, y, i === first && first > 0 && slug.repeat === undefined, leading);
      if (i > first) room += slug.stretch;
      if (slug.calls.length > 0)
        for (const note of this.#notesOf(i)) {
          const last = this.#notes.at(-1);
          if (last !== undefined) before += heightOf(last) + NOTE_GAP;
          this.#notes.push(note);
        }
      if (y + (this.#notes.length === 0 ? 0 : before) > depth + 0.01) break;
      this.#bottoms[i - first] = y;
      this.#counts[i - first] = this.#notes.length;
      this.#befores[i - first] = before;
      this.#rooms[i - first] = room;
    }
    return i;
  }

  /** Takes the endings that the rules allow, from the fullest on; says whether there are any. */
  #takeFullest(start: Start, end: number, depth: number): boolean {
    let fullest: number | undefined;
    for (let next = end; next > start.next; next--) {
      const price = next === this.#slugs.length ? 0 : BREAK_DEMERITS[this.#slugs[next]?.breakBefore ?? 'free'];
      if (price === Infinity) continue;
      const white = this.#take(start, next, depth, price, fullest);
      if (white === undefined) continue;
      fullest ??= white;
      if (white > fullest + WINDOW * this.#options.leading) break;
    }
    return fullest !== undefined;
  }

  /** No ending is allowed: takes the fullest that there is. */
  #takeHeld(start: Start, end: number, depth: number): boolean {
    for (let next = end; next > start.next; next--)
      if (this.#take(start, next, depth, FORCED_DEMERIT, undefined) !== undefined) return true;
    return false;
  }

  /** Ends the page before the slug `next`: the white it leaves, in points; undefined where its notes do not fit. */
  #take(start: Start, next: number, depth: number, price: number, fullest: number | undefined): number | undefined {
    const { leading } = this.#options;
    const at = next - 1 - start.next;
    const y = this.#bottoms[at] ?? 0;
    const count = this.#counts[at] ?? 0;
    const last = count === 0 ? undefined : this.#notes[count - 1];
    let white = depth - y;
    let split: number | undefined;
    if (last !== undefined) {
      const free = white - (this.#befores[at] ?? 0);
      white = free - heightOf(last);
      if (white < -0.01) {
        split = divisionOf(last, free);
        if (split === undefined) return undefined;
        white = free - heightOf(last, split);
      }
    }
    const isLast = next === this.#slugs.length;
    if (fullest !== undefined && white > fullest + WINDOW * leading && !isLast) return white;
    const demerits = start.demerits + PAGE_DEMERIT + price;
    if (isLast && split === undefined) {
      const isShort = start.next > 0 && y < LEAST_LAST_LINES * leading;
      this.#add(start, next, NONE, 0, demerits + (isShort ? SHORT_LAST_PAGE_DEMERIT : 0));
      return white;
    }
    const short = Math.max(0, white / leading);
    const { stretch, demerits: loose } = stretched(short, this.#rooms[at] ?? 0);
    // Notes stand at the foot of the page, whatever white is above them.
    const foot = last === undefined ? Math.round(short - stretch) : 0;
    if (split === undefined || last === undefined) this.#add(start, next, NONE, stretch, demerits + loose, foot);
    else this.#add(start, next, [{ of: last.of, from: split }], stretch, demerits + loose + DIVIDED_NOTE_DEMERIT, foot);
    return white;
  }

  /** A page of nothing but notes that earlier pages have begun. */
  #onlyNotes(start: Start, depth: number): void {
    const left = fillOf(start.left, depth - this.#pad);
    const height = start.left.reduce((sum, note) => sum + heightOf(note), NOTE_SEPARATION + this.#pad);
    const isLast = start.next === this.#slugs.length && left.length === 0;
    const white = left.length > 0 ? 0 : (depth - height) / this.#options.leading;
    const demerits = isLast ? SHORT_LAST_PAGE_DEMERIT : whiteDemerit(white);
    this.#add(start, start.next, left, 0, start.demerits + PAGE_DEMERIT + DIVIDED_NOTE_DEMERIT + demerits);
  }

  /** What fits on no page with its notes is set at the head of one, with the beginning of each of them. */
  #forced(start: Start, depth: number): void {
    const slug = this.#slugs[start.next];
    if (slug === undefined) return;
    const y = bottomOf(slug, headDepthOf(slug), start.next > 0 && slug.repeat === undefined, this.#options.leading);
    const left = begunOf(this.#notesOf(start.next), depth - y - this.#pad);
    this.#add(start, start.next + 1, left, 0, start.demerits + FORCED_DEMERIT);
  }

  /**
   * Keeps the cheapest way to each start.
   * @param foot how many lines above the foot the page ends; absent for the last page of a run, and for one that has no choice
   */
  #add(
    previous: Start,
    next: number,
    left: readonly WaitingNote[],
    stretch: number,
    price: number,
    foot?: number,
  ): void {
    const page = Math.min(previous.page + 1, this.#options.equalFrom);
    const isRecto = previous.side === 'recto';
    const uneven = isRecto && foot !== undefined ? UNEVEN_DEMERIT * (foot - previous.beside) ** 2 : 0;
    const demerits = price + uneven;
    const side = previous.side === undefined ? undefined : isRecto ? 'verso' : 'recto';
    const beside = side === 'recto' ? (foot ?? 0) : 0;
    this.#starts[next] ??= [];
    const starts = this.#starts[next];
    const known = starts.find(
      (start) => start.page === page && start.side === side && start.beside === beside && sameNotes(start.left, left),
    );
    if (known === undefined) starts.push({ next, left, page, side, beside, demerits, previous, stretch });
    else if (demerits < known.demerits) {
      known.demerits = demerits;
      known.previous = previous;
      known.stretch = stretch;
    }
  }
}

/** The depth of what is repeated above a slug at the head of a page. */
function headDepthOf(slug: Slug | undefined): number {
  return (slug?.repeat ?? []).reduce((sum, { gap, height }) => sum + gap + height, 0);
}

/** A page that is short by some lines and has room for some more white above its headings: how much of that it takes, and what it then costs. */
function stretched(short: number, room: number): { readonly stretch: number; readonly demerits: number } {
  const stretch = short < 1 ? 0 : Math.min(room, Math.floor(short + 0.05));
  const price = stretch > 0 ? (STRETCH_DEMERIT * stretch ** 2) / room : 0;
  return { stretch, demerits: whiteDemerit(short - stretch) + price };
}

function whiteDemerit(lines: number): number {
  return WHITE_DEMERIT * Math.max(0, lines - FREE_WHITE) ** 4;
}
