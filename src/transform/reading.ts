/**
 * What a text holds, for the proof that nothing is lost: the TEI and each edition are read into this shape, by different readers, and
 * compared (`loss.ts`).
 */
import type { Position } from '../model/position.js';
import { even, wordsOf } from './evened.js';
import type { Parting } from './parting.js';
import { withoutLineEndHyphen } from './spaces.js';

/** The words of a section or note. */
export interface WordsReading {
  /**
   * Without the notes and sections inside it, and without what stands apart; one space between words, and where blocks or lines part; `MAY_PART` where a phrase begins or
   * ends that may stand apart from the words beside it.
   */
  readonly text: string;
  /** What of its words stands apart from the sentences (page furniture, descriptions of pictures): editions put it where they have room for it. */
  readonly apart: string;
  /** The calls of notes in it. */
  readonly calls: number;
  /** The attachments in it that are marked as such. */
  readonly attachments: number;
  /** The places in it where something is left out (`gap`). */
  readonly gaps: number;
  /** Where it starts, in a reading of TEI. */
  readonly start?: Position;
  /** Where its word with this number (from 0) stands in the TEI's text; only asked for when something is to be reported. */
  offsetOfWord?(word: number): number | undefined;
}

/** A section of the volume: a document, a chapter's own heading and introduction, a part of the front or back matter. */
export interface SectionReading extends WordsReading {
  readonly id: string;
  /** Whether it is a document of the edition. */
  readonly isDocument: boolean;
}

export interface NoteReading extends WordsReading {
  readonly id: string;
  /** The section of its call. */
  readonly section: string;
}

export interface Reading {
  /** By id, in reading order. */
  readonly sections: ReadonlyMap<string, SectionReading>;
  readonly notes: ReadonlyMap<string, NoteReading>;
  /** The page breaks, by id (or number, where the source has no id): how often each occurs. */
  readonly pageBreaks: ReadonlyMap<string, number>;
}

/**
 * The id, in all editions, of what stands in no division: words directly in the front, body or back matter, and the whole of a text that has no
 * divisions. A second text of the kind (TEI P5, 4.3.1, group) is `undivided-2`, words of the front matter `undivided-front`.
 */
export const UNDIVIDED = 'undivided';

export function isUndivided(id: string): boolean {
  return /^undivided(?:-front)?(?:-\d+)*$/.test(id);
}

/** Text that is being gathered, piece by piece. */
interface GatheredText {
  readonly pieces: string[];
  /** Where each piece stands in the text that is read, where the reader says so. */
  readonly offsets: number[];
  /** A word goes on in the next text. */
  isJoined?: boolean;
  /** Nothing has been said since words parted. */
  isFresh?: boolean;
}

/** The offset of what does not stand in the text that is read. */
const NOWHERE = -1;

/** A section or note, with what stands apart from its sentences, wherever an edition puts it: furniture of the page, descriptions of pictures. */
interface Gathered extends GatheredText {
  readonly apart: GatheredText;
  calls: number;
  attachments: number;
  gaps: number;
  start?: Position;
}

interface GatheredSection extends Gathered {
  readonly isDocument: boolean;
}

/** Gathers a reading while a reader walks its text; readers say what begins and ends, and what is text. */
export class ReadingBuilder {
  readonly #sections = new Map<string, GatheredSection>();
  readonly #notes = new Map<string, Gathered & { readonly section: string }>();
  readonly #pageBreaks = new Map<string, number>();
  /** Open sections and notes: text and calls go to the innermost. */
  readonly #open: Gathered[] = [gathered(undefined)];
  /** How deep in what stands apart each of them is: a note that is called in page furniture has sentences of its own. */
  readonly #apart: number[] = [0];
  readonly #openSections: string[] = [''];
  readonly #callMark: string;

  /**
   * @param outermost The section of what stands in no other; without it, that is not part of the reading.
   * @param callMark What stands in the text before and after the id of a note that is called; nothing of it, where it is not said.
   */
  constructor(outermost?: string, callMark = '') {
    this.#callMark = callMark;
    if (outermost !== undefined) this.openSection(outermost, false);
  }

  get section(): string {
    return this.#openSections.at(-1) ?? '';
  }

  /** A section may be opened again: what a chapter says between two documents stands on the page of the second. */
  openSection(id: string, isDocument: boolean, start?: Position): void {
    const section = this.#sections.get(id) ?? { ...gathered(start), isDocument };
    this.#sections.set(id, section);
    this.#begin(section);
    this.#openSections.push(id);
  }

  closeSection(): void {
    this.#end();
    this.#openSections.pop();
  }

  openNote(id: string, start?: Position): void {
    const note = { ...gathered(start), section: this.section };
    this.#notes.set(id, note);
    this.#begin(note);
  }

  closeNote(): void {
    this.#end();
  }

  #begin(gathered: Gathered): void {
    this.#open.push(gathered);
    this.#apart.push(0);
  }

  #end(): void {
    this.#open.pop();
    this.#apart.pop();
  }

  /** @param offset Where the piece stands in the text that is read. */
  text(text: string, offset = NOWHERE): void {
    const to = this.#innermost;
    to.pieces.push(to.isJoined === true ? joined(to, text) : text);
    to.offsets.push(offset);
    if (to.isFresh === true && text.trim() !== '') to.isFresh = false;
  }

  /** Words part, or may part: a block or line, or a phrase that stands by itself, begins or ends. */
  part(by: NonNullable<Parting>): void {
    const to = this.#innermost;
    to.pieces.push(by);
    to.offsets.push(NOWHERE);
    this.stand();
  }

  /** Something that stands where words stood: no word goes on over it. */
  stand(): void {
    const to = this.#innermost;
    to.isJoined = false;
    to.isFresh = true;
  }

  /** The word before goes on in the next text: a line or page of the source ends within it. */
  join(): void {
    const to = this.#innermost;
    if (to.isFresh !== true) to.isJoined = true;
  }

  /** What follows, up to {@link closeApart}, stands apart from the sentences round it. */
  openApart(): void {
    this.#apart.push((this.#apart.pop() ?? 0) + 1);
    this.part(' ');
  }

  closeApart(): void {
    this.part(' ');
    this.#apart.push((this.#apart.pop() ?? 0) - 1);
  }

  get #innermost(): GatheredText {
    const open = this.#open.at(-1) ?? gathered(undefined);
    return (this.#apart.at(-1) ?? 0) > 0 ? open.apart : open;
  }

  gap(): void {
    const open = this.#open.at(-1);
    if (open !== undefined) open.gaps++;
  }

  /** @param note The id of the note, where the reader knows it. */
  call(note = ''): void {
    const open = this.#open.at(-1);
    if (open === undefined) return;
    open.calls++;
    if (this.#callMark === '') return;
    this.#innermost.pieces.push(`${this.#callMark}${note}${this.#callMark}`);
    this.#innermost.offsets.push(NOWHERE);
  }

  attachment(): void {
    const open = this.#open.at(-1);
    if (open !== undefined) open.attachments++;
  }

  pageBreak(id: string): void {
    this.#pageBreaks.set(id, (this.#pageBreaks.get(id) ?? 0) + 1);
  }

  finish(): Reading {
    const sections = new Map<string, SectionReading>();
    for (const [id, section] of this.#sections) {
      sections.set(id, { ...finished(section), id, isDocument: section.isDocument });
    }
    const notes = new Map<string, NoteReading>();
    for (const [id, note] of this.#notes) notes.set(id, { ...finished(note), id, section: note.section });
    return { sections, notes, pageBreaks: this.#pageBreaks };
  }
}

function gathered(start: Position | undefined): Gathered {
  return {
    pieces: [],
    offsets: [],
    apart: { pieces: [], offsets: [] },
    calls: 0,
    attachments: 0,
    gaps: 0,
    ...(start === undefined ? {} : { start }),
  };
}

function finished({ apart, pieces, offsets, calls, attachments, gaps, start }: Gathered): WordsReading {
  return {
    text: even(pieces.join('')),
    apart: even(apart.pieces.join('')),
    calls,
    attachments,
    gaps,
    ...(start === undefined ? {} : { start }),
    offsetOfWord: (word) =>
      offsetOfWord([...pieces, ' ', ...apart.pieces], [...offsets, NOWHERE, ...apart.offsets], word),
  };
}

/** The rest of a word: the space before it is no text, nor is the hyphen that only the end of a line has put there. */
function joined(open: GatheredText, text: string): string {
  const rest = text.trimStart();
  if (rest === '') return '';
  open.isJoined = false;
  while (open.pieces.at(-1)?.trim() === '') {
    open.pieces.pop();
    open.offsets.pop();
  }
  const beginning = open.pieces.pop();
  if (beginning !== undefined) open.pieces.push(withoutLineEndHyphen(beginning.trimEnd(), rest));
  return rest;
}

/** Finds the piece with which the number of words comes to be more than asked for, by halves. */
function offsetOfWord(pieces: readonly string[], offsets: readonly number[], word: number): number | undefined {
  const wordsIn = (count: number): number => wordsOf(even(pieces.slice(0, count).join(''))).length;
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (wordsIn(middle + 1) > word) high = middle;
    else low = middle + 1;
  }
  const offset = offsets[low] ?? NOWHERE;
  return offset === NOWHERE ? undefined : offset + startOfWord(pieces[low] ?? '', Math.max(0, word - wordsIn(low)));
}

/** Where the word with this number begins in a piece of text. */
function startOfWord(piece: string, word: number): number {
  let count = 0;
  for (const { index } of piece.matchAll(/\S+/g)) if (count++ === word) return index;
  return 0;
}
