import type { PageNumber } from '../model/page-content.js';
import { IndexedText } from './indexed-text.js';
import type { TypeLine } from './line.js';
import type { MadePage } from './makeup.js';

/** Pages of this edition by their place in the file, from the first to the last of them. */
export interface PageSpan {
  readonly first: number;
  readonly last: number;
}

/** Where ids and pages of the source stand in this edition. */
export class SourcePages {
  readonly #pageOf = new Map<string, number>();
  /** For the id of a source page: the last page of this edition that holds some of it. */
  readonly #lastPageOf = new Map<string, number>();
  readonly #text = new IndexedText();
  readonly #folio: (index: number) => string | undefined;
  #open: string | undefined;

  constructor(folio: (index: number) => string | undefined) {
    this.#folio = folio;
  }

  /** Takes in the ids of a page; pages come in order. */
  add(index: number, made: MadePage): void {
    for (const [i, { slug }] of made.text.entries())
      for (const item of slug.items) if (item.kind === 'line') this.#line(index, item.line, i === 0);
    for (const note of made.notes) {
      this.#begin(note.id, index);
      for (const { slug } of note.slugs)
        for (const item of slug.items) if (item.kind === 'line') this.#text.addNote(note.id, index, item.line);
    }
    if (this.#open !== undefined) this.#lastPageOf.set(this.#open, index);
  }

  /** A line in which a page of the source begins has words of both. */
  #line(index: number, line: TypeLine, isAtHead: boolean): void {
    const { anchors, sourcePageIds } = line;
    this.#text.add(this.#open, index, line);
    for (const id of anchors) {
      this.#begin(id, index);
      if (!sourcePageIds.includes(id)) continue;
      this.#turn(id, index, isAtHead);
      this.#text.add(id, index, line);
    }
  }

  /** An id stands where it is first met. */
  #begin(id: string, index: number): void {
    if (!this.#pageOf.has(id)) this.#pageOf.set(id, index);
  }

  /** A page of the source begins, and so the one before ends: on the page before, where that is at the head of a page. */
  #turn(id: string, index: number, isAtHead: boolean): void {
    if (this.#open !== undefined) {
      const last = isAtHead ? Math.max(index - 1, this.#pageOf.get(this.#open) ?? 0) : index;
      this.#lastPageOf.set(this.#open, last);
    }
    this.#open = id;
  }

  /** The number of the page on which an id stands. */
  folioOf(id: string): string | undefined {
    const index = this.#pageOf.get(id);
    return index === undefined ? undefined : this.#folio(index);
  }

  /** The number of a page by its place in the file. */
  folioAt(index: number): string | undefined {
    return this.#folio(index);
  }

  /**
   * The pages that a number of the source is about: of those that hold its source page, the ones with the words or the note that are meant; of a range, from
   * such a page of the first source page to one of the last.
   */
  pagesOf(number: PageNumber): PageSpan | undefined {
    const { target, to = target } = number;
    const from = this.#pagesOf(target, number);
    if (from === undefined || to === target) return from;
    const end = this.#pagesOf(to, number);
    return { first: from.first, last: Math.max(from.last, end?.last ?? 0) };
  }

  #pagesOf(id: string, { about = [], suffix }: PageNumber): PageSpan | undefined {
    const first = this.#pageOf.get(id);
    if (first === undefined) return undefined;
    const last = Math.max(first, this.#lastPageOf.get(id) ?? first);
    if (first === last) return { first, last };
    return this.#text.find(id, about, suffix !== undefined) ?? { first, last };
  }
}
