import type { Paragraph } from '../model/page-content.js';
import type { LetterFit } from './letter-fit.js';
import type { Setting } from './type-case.js';

/** Where a run leads, or which note it calls. Compared by identity: one object for one link. */
export type Link =
  | { readonly kind: 'target'; readonly id: string }
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'call'; readonly note: string; readonly id?: string }
  | { readonly kind: 'back'; readonly note: string };

/** Where a run of text leads. */
export function linkOf(run: { readonly target?: string; readonly url?: string }): Link | undefined {
  if (run.target !== undefined) return { kind: 'target', id: run.target };
  return run.url === undefined ? undefined : { kind: 'url', url: run.url };
}

/** The id that a link leads to: from a call to its note, and back. */
export function placeOf(link: Exclude<Link, { kind: 'url' }>): string {
  if (link.kind === 'target') return link.id;
  return link.kind === 'call' ? link.note : `${link.note}-ref`;
}

/** Words of one style on one line, drawn in one operation. `x` is from the line's left end, in points. */
export interface Segment {
  readonly x: number;
  readonly width: number;
  readonly setting: Setting;
  /** The elements of a PDF `TJ` array. */
  readonly glyphs: string;
  /** How its letters are set, where they fill the line with its spaces. */
  readonly fit?: LetterFit;
  readonly text: string;
  readonly link?: Link;
  /** Dots, folios recomputed by the press and such: not words of the edition. */
  readonly added?: boolean;
  /** Part of the mark of a list's item. */
  readonly label?: boolean;
}

/** One set paragraph: what its lines have in common. */
export interface SetParagraph {
  readonly paragraph: Paragraph;
  readonly lines: number;
  readonly keepWithNext: boolean;
  readonly keepWithPrevious: boolean;
  readonly keepTogether: boolean;
  readonly onGrid: boolean;
  /** How many lines of white may be added above it to fill a page. */
  readonly stretch: number;
  /** The same paragraph in as many lines, of which one (from 0) does not end in a hyphen; undefined where that cannot be. */
  readonly withWhole: (line: number) => readonly TypeLine[] | undefined;
}

/** A number of this edition's pages, filled in when the pages are known: the width it has been given ends at the line's right end. */
export interface PageNumberSlot {
  readonly target: string;
  readonly setting: Setting;
  readonly right: number;
  /** Where the dots before it begin. */
  readonly leaderFrom: number;
}

/** A line of type. It answers what pdfmake asks of its own lines, so that pdfmake's writer can place it: `x` and `y` are set there. */
export class TypeLine {
  x = 0;
  y = 0;
  readonly inlines: readonly never[] = [];
  readonly of: SetParagraph;
  readonly index: number;
  readonly height: number;
  /** From the line's top to its baseline. */
  readonly baseline: number;
  readonly width: number;
  readonly measure: number;
  readonly segments: readonly Segment[];
  /** Notes called in the line, in order. */
  readonly calls: readonly string[];
  readonly anchors: readonly string[];
  /** The persons and terms that it names, where an index of them is made. */
  readonly mentions: readonly string[];
  /** The numbers of the source's pages that begin in the line, and their ids where they have one. */
  readonly sourcePages: readonly string[];
  readonly sourcePageIds: readonly string[];
  readonly endsInHyphen: boolean;
  readonly slot: PageNumberSlot | undefined;

  constructor(line: Omit<TypeLine, 'x' | 'y' | 'inlines' | 'getHeight' | 'getWidth' | 'getAscenderHeight'>, x: number) {
    this.x = x;
    this.of = line.of;
    this.index = line.index;
    this.height = line.height;
    this.baseline = line.baseline;
    this.width = line.width;
    this.measure = line.measure;
    this.segments = line.segments;
    this.calls = line.calls;
    this.anchors = line.anchors;
    this.mentions = line.mentions;
    this.sourcePages = line.sourcePages;
    this.sourcePageIds = line.sourcePageIds;
    this.endsInHyphen = line.endsInHyphen;
    this.slot = line.slot;
  }

  getHeight(): number {
    return this.height;
  }

  getWidth(): number {
    return this.width;
  }

  getAscenderHeight(): number {
    return this.baseline;
  }
}
