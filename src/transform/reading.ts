/**
 * What a text holds, for the proof that nothing is lost: the TEI and each edition are read into this shape, by different readers, and
 * compared (`loss.ts`).
 */
import type { Position } from '../model/position.js';

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
}

/** Gathers a reading while a reader walks its text; readers say what begins and ends, and what is text. */
export class ReadingBuilder {
  readonly #sections = new Map<
    string,
    Gathered & { isDocument: boolean; attachments: number; calls: number; start?: Position }
  >();
  readonly #notes = new Map<string, Gathered & { section: string; start?: Position }>();
  readonly #pageBreaks = new Map<string, number>();
  /** Open sections and notes: text goes to the innermost. */
  readonly #open: Gathered[] = [{ pieces: [] }];
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
      attachments: 0,
      calls: 0,
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
    const note = { section: this.section, pieces: [], ...(start === undefined ? {} : { start }) };
    this.#notes.set(id, note);
    this.#open.push(note);
  }

  closeNote(): void {
    this.#open.pop();
  }

  text(text: string): void {
    this.#open.at(-1)?.pieces.push(text);
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
    // Spaces round an xml:id are none of it (xml:id, 4): a validating parser takes them away.
    const id = key.trim();
    this.#pageBreaks.set(id, (this.#pageBreaks.get(id) ?? 0) + 1);
  }

  finish(): Reading {
    const sections = new Map<string, SectionReading>();
    for (const [id, { pieces, ...section }] of this.#sections) sections.set(id, { ...section, id, text: even(pieces) });
    const notes = new Map<string, NoteReading>();
    for (const [id, { pieces, ...note }] of this.#notes) notes.set(id, { ...note, id, text: even(pieces) });
    return { sections, notes, pageBreaks: this.#pageBreaks };
  }
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
