import type { Part } from '../model/page-content.js';
import type { TypeLine } from './line.js';
import type { MadePage } from './makeup.js';

/** What stands at the head and the foot of a page. */
export interface Furniture {
  /** Lines with their place: `top` from the top of the page, `x` from the left edge of the text block. */
  readonly lines: readonly { readonly line: TypeLine; readonly top: number }[];
}

/** A made-up piece at its place in the text block, in points. */
export interface PlacedPiece {
  readonly made: MadePage;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Its own depth. */
  readonly depth: number;
}

/** A page of the book: made up, numbered, and with its running head. */
export interface PagePlan {
  /** What has been made up for it: nothing for a blank page; one piece, or the heading and the columns below it. */
  readonly made: readonly PlacedPiece[];
  /** From 0, blank pages counted: even numbers are right-hand pages. */
  readonly index: number;
  /** Its number as printed: roman in front, arabic after. */
  readonly folio: string;
  readonly area: 'front' | 'body';
  /** The first page of a division, which has its folio at the foot and no running head. */
  readonly opening: boolean;
  /** No folio and no running head: title page, blank pages. */
  readonly bare: boolean;
  readonly chapter: string;
  readonly documents: readonly Part[];
}

/** Whether a page lies to the right of the spine. */
export function isRecto(index: number): boolean {
  return index % 2 === 0;
}
