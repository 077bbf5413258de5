/**
 * What a text holds, for the proof that nothing is lost: the TEI and each edition are read into this shape, by different readers, and
 * compared (`loss.ts`).
 */
import type { Position } from '../model/position.js';
import { withoutLineEndHyphen } from './spaces.js';

/** A section of the volume: a document, a chapter's own heading and introduction, a part of the front or back matter. */
export interface SectionReading {
  readonly id: string;
  /** Whether it is a document of the edition. */
  readonly isDocument: boolean;
  /** Its text without its notes and without the sections inside it; one space between words, and where blocks or lines part. */
  readonly text: string;
  /** The attachments that are marked as such. */
  readonly attachments: number;
  /** The places where notes are called. */
  readonly calls: number;
  /** The places where something is left out (`gap`). */
  readonly gaps: number;
  /** Where it starts, in a reading of TEI. */
  readonly start?: Position;
}

export interface NoteReading {
  readonly id: string;
  /** The section of its call. */
  readonly section: string;
  readonly text: string;
  readonly start?: Position;
}

export interface Reading {
  /** By id, in reading order. */
  readonly sections: ReadonlyMap<string, SectionReading>;
  readonly notes: ReadonlyMap<string, NoteReading>;
  /** The page breaks, by id (or number, where the source has no id): how often each occurs. */
  readonly pageBreaks: ReadonlyMap<string, number>;
}

/** Text that is being gathered, piece by piece. */
interface Gathered {
  readonly pieces: string[];
  /** A word goes on in the next text. */
  isJoined?: boolean;
  /** Nothing has been said since words parted. */
  isFresh?: boolean;
}

/** A section or note, with what stands apart from its sentences, wherever an edition puts it: furniture of the page, descriptions of pictures. */
interface GatheredWhole extends Gathered {
  readonly apart: Gathered;
}

/** Gathers a reading while a reader walks its text; readers say what begins and ends, and what is text. */
export class ReadingBuilder {
  readonly #sections = new Map<
    string,
    GatheredWhole & { isDocument: boolean; attachments: number; calls: number; gaps: number; start?: Position }
  >();
  readonly #notes = new Map<string, GatheredWhole & { section: string; start?: Position }>();
  readonly #pageBreaks = new Map<string, number>();
  /** Open sections and notes: text goes to the innermost. */
  readonly #open: GatheredWhole[] = [gathering()];
  #apart = 0;
  readonly #openSections: string[] = [''];

  get section(): string {
    return this.#openSections.at(-1) ?? '';
  }

  /** A section may be opened again: what a chapter says between two documents stands on the page of the second. */
  openSection(id: string, isDocument: boolean, start?: Position): void {
    const begun = this.#sections.get(id);
    const section = begun ?? {
      isDocument,
      ...gathering(),
      attachments: 0,
      calls: 0,
      gaps: 0,
      ...(start === undefined ? {} : { start }),
    };
    this.#sections.set(id, section);
    this.#open.push(section);
    this.#openSections.push(id);
  }

  closeSection(): void {
    this.#open.pop();
    this.#openSections.pop();
  }

  openNote(id: string, start?: Position): void {
    const note = { section: this.section, ...gathering(), ...(start === undefined ? {} : { start }) };
    this.#notes.set(id, note);
    this.#open.push(note);
  }

  closeNote(): void {
    this.#open.pop();
  }

  /** What follows, up to {@link closeApart}, stands apart from the sentences round it. */
  openApart(): void {
    this.#apart++;
    this.part();
  }

  closeApart(): void {
    this.part();
    this.#apart--;
  }

  text(text: string): void {
    const to = this.#innermost;
    to.pieces.push(to.isJoined === true ? joined(to, text) : text);
    if (to.isFresh === true && text.trim() !== '') to.isFresh = false;
  }

  /** Words part: a block or line, or a phrase that stands by itself, begins or ends. */
  part(): void {
    this.text(' ');
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

  get #innermost(): Gathered {
    const open = this.#open.at(-1) ?? gathering();
    return this.#apart > 0 ? open.apart : open;
  }

  gap(): void {
    const section = this.#sections.get(this.section);
    if (section !== undefined) section.gaps++;
  }

  call(): void {
    const section = this.#sections.get(this.section);
    if (section !== undefined) section.calls++;
  }

  attachment(): void {
    const section = this.#sections.get(this.section);
    if (section !== undefined) section.attachments++;
  }

  pageBreak(key: string): void {
    this.#pageBreaks.set(key, (this.#pageBreaks.get(key) ?? 0) + 1);
  }

  finish(): Reading {
    const sections = new Map<string, SectionReading>();
    for (const [id, { pieces, apart, isJoined: _, isFresh: __, ...section }] of this.#sections)
      sections.set(id, { ...section, id, text: wholeText(pieces, apart.pieces) });
    const notes = new Map<string, NoteReading>();
    for (const [id, { pieces, apart, isJoined: _, isFresh: __, ...note }] of this.#notes)
      notes.set(id, { ...note, id, text: wholeText(pieces, apart.pieces) });
    return { sections, notes, pageBreaks: this.#pageBreaks };
  }
}

function gathering(): GatheredWhole {
  return { pieces: [], apart: { pieces: [] } };
}

/** The text with what stands apart from it at its end, so that it counts the same wherever an edition puts it. */
function wholeText(pieces: readonly string[], apart: readonly string[]): string {
  return apart.length === 0 ? even(pieces) : even([even(pieces), ' ', even(apart)]);
}

/** The rest of a word: the space before it is no text, nor is the hyphen that only the end of a line has put there. */
function joined(open: Gathered, text: string): string {
  const rest = text.trimStart();
  if (rest === '') return '';
  open.isJoined = false;
  while (open.pieces.at(-1)?.trim() === '') open.pieces.pop();
  const beginning = open.pieces.pop();
  if (beginning !== undefined) open.pieces.push(withoutLineEndHyphen(beginning.trimEnd(), rest));
  return rest;
}

/**
 * One space for each run of spaces, none beside parentheses and dashes or before punctuation: what the spaces between words say, without what
 * typesetting changes about them. A control character that HTML forbids is read as the character that replaces it.
 */
function even(pieces: readonly string[]): string {
  return pieces
    .join('')
    .replace(/[\t\r\n][ \t\r\n]*| [ \t\r\n]+/g, ' ')
    .replace(/ (?:(?=[).,;:\]—–”’])|(?<=[([—–“‘] ))/g, '')
    .replace(/[\u0080-\u009f]/g, '\ufffd')
    .trim();
}
