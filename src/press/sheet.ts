import type { Ink } from './ink.js';
import type { PageForm } from './typography.js';

/** Room for a crop mark beyond the bleed, and its distance from it, in points. */
const MARK_ROOM = 18;
const MARK_GAP = 2;
const HAIRLINE = 0.25;

/** The sheet on which a page is printed: the page itself, the bleed beyond its cut, and room for the marks that show where it is cut. In points. */
export class Sheet {
  readonly width: number;
  readonly height: number;
  /** White round the trimmed page. */
  readonly round: number;
  readonly #bleed: number;
  readonly #marks: boolean;

  constructor(form: PageForm, bleed: number, cropMarks: boolean) {
    this.#bleed = bleed;
    this.#marks = cropMarks;
    this.round = bleed + (cropMarks ? MARK_ROOM : 0);
    this.width = form.width + 2 * this.round;
    this.height = form.height + 2 * this.round;
  }

  /** The page boxes (ISO 32000-1, 14.11.2): what is cut, and what is printed beyond the cut. */
  get boxes(): { readonly TrimBox: number[]; readonly BleedBox: number[] } {
    const inset = (by: number): number[] => [by, by, this.width - by, this.height - by];
    return { TrimBox: inset(this.round), BleedBox: inset(this.round - this.#bleed) };
  }

  /** Draws hairlines outside the bleed, two at each corner. */
  mark(ink: Ink): void {
    if (!this.#marks) return;
    const { width, height, round } = this;
    const length = MARK_ROOM - MARK_GAP;
    for (const y of [round, height - round]) for (const x of [0, width - length]) ink.rule(x, y, length, HAIRLINE);
    for (const x of [round, width - round])
      for (const y of [0, height - length]) ink.rule(x - HAIRLINE / 2, y + length / 2, HAIRLINE, length);
  }
}
