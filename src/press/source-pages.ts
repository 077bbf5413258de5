import type { MadePage } from './makeup.js';

/** Where ids and pages of the source stand in this edition. */
export class SourcePages {
  readonly #pageOf = new Map<string, number>();
  /** For the id of a source page: the last page of this edition that holds some of it. */
  readonly #lastPageOf = new Map<string, number>();
  readonly #folio: (index: number) => string | undefined;
  #open: string | undefined;

  constructor(folio: (index: number) => string | undefined) {
    this.#folio = folio;
  }

  /** Takes in the ids of a page; pages come in order. */
  add(index: number, made: MadePage): void {
    for (const [i, { slug }] of made.text.entries())
      for (const item of slug.items) {
        if (item.kind !== 'line') continue;
        const { anchors, sourcePageIds } = item.line;
        for (const id of anchors) {
          this.#begin(id, index);
          if (sourcePageIds.includes(id)) this.#turn(id, index, i === 0);
        }
      }
    for (const note of made.notes) this.#begin(note.id, index);
    if (this.#open !== undefined) this.#lastPageOf.set(this.#open, index);
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

  /** The new pages of a source page, or of the source pages from one to another: `45`, or `45–46`. */
  folios(from: string, to: string | undefined): string | undefined {
    const first = this.#pageOf.get(from);
    if (first === undefined) return undefined;
    const last = this.#lastPageOf.get(to ?? from) ?? this.#pageOf.get(to ?? from) ?? first;
    const a = this.#folio(first);
    const b = this.#folio(Math.max(first, last));
    if (a === undefined || b === undefined || a === b) return a;
    return `${a}–${b}`;
  }
}
