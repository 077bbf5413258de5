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

/** A section or note whose text is being gathered, piece by piece. */
interface Gathered {
  readonly pieces: string[];
  /** What stands apart from its sentences, wherever an edition puts it: furniture of the page, descriptions of pictures. */
  readonly apart: string[];
  /** A word goes on in the next text. */
  isJoined?: boolean;
}

/** Gathers a reading while a reader walks its text; readers say what begins and ends, and what is text. */
export class ReadingBuilder {
  readonly #sections = new Map<
    string,
    Gathered & { isDocument: boolean; attachments: number; calls: number; gaps: number; start?: Position }
  >();
  readonly #notes = new Map<string, Gathered & { section: string; start?: Position }>();
  readonly #pageBreaks = new Map<string, number>();
  /** Open sections and notes: text goes to the innermost. */
  readonly #open: Gathered[] = [{ pieces: [], apart: [] }];
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
      pieces: [],
      apart: [],
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
    const note = { section: this.section, pieces: [], apart: [], ...(start === undefined ? {} : { start }) };
    this.#notes.set(id, note);
    this.#open.push(note);
  }

  closeNote(): void {
    this.#open.pop();
  }

  /** What follows, up to {@link closeApart}, stands apart from the sentences round it. */
  openApart(): void {
    if (this.#apart++ === 0) this.#open.at(-1)?.apart.push(' ');
  }

  closeApart(): void {
    this.#apart--;
  }

  text(text: string): void {
    const open = this.#open.at(-1);
    if (open === undefined) return;
    if (this.#apart > 0) open.apart.push(text);
    else open.pieces.push(open.isJoined === true ? joined(open, text) : text);
  }

  /** The word before goes on in the next text: a line or page of the source ends within it. */
  join(): void {
    const open = this.#open.at(-1);
    if (open !== undefined && this.#apart === 0) open.isJoined = true;
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
    for (const [id, { pieces, apart, isJoined: _, ...section }] of this.#sections)
      sections.set(id, { ...section, id, text: wholeText(pieces, apart) });
    const notes = new Map<string, NoteReading>();
    for (const [id, { pieces, apart, isJoined: _, ...note }] of this.#notes)
      notes.set(id, { ...note, id, text: wholeText(pieces, apart) });
    return { sections, notes, pageBreaks: this.#pageBreaks };
  }
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
