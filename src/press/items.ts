import type { Hyphenation } from './hyphenation.js';
import type { Link } from './line.js';
import { BOX, GLUE, type ItemKind, PENALTY } from './line-breaking.js';
import type { PageFinder } from './locators.js';
import type { Setting } from './type-case.js';

export interface ComposeOptions {
  readonly hyphenation: Hyphenation | undefined;
  /** Words wider than this, in points, may be broken anywhere. */
  readonly measure: number;
  /** A page number after a leader is set at the right margin when all pages are known; elsewhere, what is not known stays as in the source. */
  readonly pages: PageFinder;
  /** Whether places are kept where persons and terms are named. */
  readonly mentions: boolean;
}

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
  readonly kind: 'call' | 'anchor' | 'mention' | 'source-page' | 'source-page-id';
  readonly id: string;
}

/** A paragraph taken apart for line breaking. */
export interface Composed {
  readonly kind: ItemKind[];
  readonly width: number[];
  readonly stretch: number[];
  readonly shrink: number[];
  readonly give: number[];
  readonly price: number[];
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
  readonly give: number[] = [];
  readonly price: number[] = [];
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
    this.penalty(Infinity);
    this.glue(0, 1e6, 0, undefined);
    this.penalty(-Infinity);
  }

  /** What is printed, or white of a fixed width; `give` is how much wider or narrower its letters may be set, in points. */
  box(width: number, piece: Piece | undefined, give = 0): void {
    this.#item(BOX, width, piece);
    this.#flexible(0, 0, give);
    this.#priced(0, 0);
  }

  /** A space between words. */
  glue(width: number, stretch: number, shrink: number, piece: Piece | undefined): void {
    this.#item(GLUE, width, piece);
    this.#flexible(stretch, shrink, 0);
    this.#priced(0, 0);
  }

  /** A place where a line may end for a price, has to (-Infinity) or may not (Infinity); `hyphen` is the width of the hyphen that it then ends in. */
  penalty(price: number, hyphen?: number): void {
    this.#item(PENALTY, hyphen ?? 0, undefined);
    this.#flexible(0, 0, 0);
    this.#priced(price, hyphen === undefined ? 0 : 1);
  }

  /** The space that stands last is one at which no line ends. */
  tie(): void {
    const at = this.kind.length - 1;
    if (this.kind[at] !== GLUE) return;
    const [width = 0, stretch = 0, shrink = 0] = [this.width[at], this.stretch[at], this.shrink[at]];
    const piece = this.pieces[at];
    this.drop();
    this.penalty(Infinity);
    this.glue(width, stretch, shrink, piece);
  }

  /** Takes the last item away. */
  drop(): void {
    const { kind, width, stretch, shrink, give, price, hyphen, pieces } = this;
    for (const column of [kind, width, stretch, shrink, give, price, hyphen, pieces]) column.pop();
  }

  #item(kind: ItemKind, width: number, piece: Piece | undefined): void {
    this.kind.push(kind);
    this.width.push(width);
    this.pieces.push(piece);
  }

  #flexible(stretch: number, shrink: number, give: number): void {
    this.stretch.push(stretch);
    this.shrink.push(shrink);
    this.give.push(give);
  }

  #priced(price: number, hyphen: number): void {
    this.price.push(price);
    this.hyphen.push(hyphen);
  }
}
