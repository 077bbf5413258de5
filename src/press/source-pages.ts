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
        for (const id of item.line.anchors) {
          if (!this.#pageOf.has(id)) this.#pageOf.set(id, index);
          if (!item.line.sourcePageIds.includes(id)) continue;
          // What ends at the head of a page ends on the page before.
          if (this.#open !== undefined)
            this.#lastPageOf.set(this.#open, i === 0 ? Math.max(index - 1, this.#pageOf.get(this.#open) ?? 0) : index);
          this.#open = id;
        }
      }
    for (const note of made.notes) if (!this.#pageOf.has(note.id)) this.#pageOf.set(note.id, index);
    if (this.#open !== undefined) this.#lastPageOf.set(this.#open, index);
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
