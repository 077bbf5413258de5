import type { Link } from './line.js';
import { GLUE, type ItemKind, PENALTY } from './line-breaking.js';
import type { Setting } from './type-case.js';

/** What is printed by one box: part of a word in one setting. */
export interface Piece {
  readonly text: string;
  readonly setting: Setting;
  readonly link: Link | undefined;
  readonly added: boolean;
  /** Its embedding level, where the paragraph has words that are read from the right. */
  readonly level?: number;
  /** It belongs to the mark or number of a list's item. */
  readonly label?: boolean;
}

/** A place or call that belongs to the line on which item `at` comes to stand. */
export interface Mark {
  readonly at: number;
  readonly kind: 'call' | 'anchor' | 'source-page' | 'source-page-id';
  readonly id: string;
}

/** A paragraph taken apart for line breaking. */
export interface Composed {
  readonly kind: ItemKind[];
  readonly width: number[];
  readonly stretch: number[];
  readonly shrink: number[];
  readonly penalty: number[];
  readonly hyphen: number[];
  readonly pieces: (Piece | undefined)[];
  readonly marks: Mark[];
  /** The paragraph's own level, where it has words that are read from the right: 1 where it is read from the right itself. */
  readonly base: 0 | 1 | undefined;
  /** A page number to be set at the right end of the last line, with dots that lead to it. */
  tail: { readonly target: string; readonly setting: Setting } | undefined;
}

/** Gathers the items of a paragraph. */
export class ItemList implements Composed {
  readonly kind: ItemKind[] = [];
  readonly width: number[] = [];
  readonly stretch: number[] = [];
  readonly shrink: number[] = [];
  readonly penalty: number[] = [];
  readonly hyphen: number[] = [];
  readonly pieces: (Piece | undefined)[] = [];
  readonly marks: Mark[] = [];
  readonly base: 0 | 1 | undefined;
  tail: Composed['tail'];

  constructor(base: 0 | 1 | undefined) {
    this.base = base;
  }

  endLine(): void {
    while (this.kind.at(-1) === GLUE) this.drop();
    this.item(PENALTY, 0, 0, 0, Infinity, 0, undefined);
    this.item(GLUE, 0, 1e6, 0, 0, 0, undefined);
    this.item(PENALTY, 0, 0, 0, -Infinity, 0, undefined);
  }

  /** Takes the last item away. */
  drop(): void {
    const { kind, width, stretch, shrink, penalty, hyphen, pieces } = this;
    for (const column of [kind, width, stretch, shrink, penalty, hyphen, pieces]) column.pop();
  }

  item(
    kind: ItemKind,
    width: number,
    stretch: number,
    shrink: number,
    penalty: number,
    hyphen: number,
    piece: Piece | undefined,
  ): void {
    this.kind.push(kind);
    this.width.push(width);
    this.stretch.push(stretch);
    this.shrink.push(shrink);
    this.penalty.push(penalty);
    this.hyphen.push(hyphen);
    this.pieces.push(piece);
  }
}
