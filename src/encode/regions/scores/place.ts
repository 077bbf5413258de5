import type { SheetLine } from '../../page/sheet.js';
import type { LineForms } from '../line-forms.js';

/** A line with its forms. */
export interface ScoredLine {
  readonly line: SheetLine;
  readonly forms: LineForms;
  /** It is a line of running text by its length and its words. */
  readonly isText: boolean;
  /** It is of a paragraph in a narrow column, whose lines are too short to look like text each. */
  readonly isNarrow: boolean;
}

/** What the scores of a line look at besides the line itself. */
export interface Surroundings {
  readonly lines: readonly ScoredLine[];
  readonly width: number | undefined;
  /** The lines of an address above a salutation. */
  readonly addressed: ReadonlySet<number>;
  /** For each line how many lines of running text stand below it. */
  readonly textBelow: readonly number[];
  /** For each line the label above it that it can be a value of. */
  readonly labelAbove: readonly (number | undefined)[];
  /** For each line whether the text above it, what is of the sheet left out, breaks off inside a sentence. */
  readonly openAbove: readonly boolean[];
  /** The lines that are of the sheet because they stand where a page turns. */
  readonly pageHeads: ReadonlySet<number>;
  /** For each line whether it stands between a label of parties and another label of the head block. */
  readonly enclosed: readonly boolean[];
  /** For each line whether it breaks off inside a sentence that the next line of the text goes on with. */
  readonly openBelow: readonly boolean[];
  /** A date that is not a stamp's stands in the opening. */
  readonly hasDate: boolean;
  /** A title stands below one of another kind: `MEMORANDUM` above a letterhead is of the sheet. */
  readonly hasLaterTitle: boolean;
  /** The first line that is a title; -1 where there is none. */
  readonly firstTitle: number;
  /** The lines that go on with a title above them. */
  readonly titled: ReadonlySet<number>;
  /** The number of the line with the first salutation; undefined where there is none. */
  readonly salute: number | undefined;
}

/** A line at its place: itself, its neighbours, and where it stands among the lines. */
export class Place implements ScoredLine, Surroundings {
  readonly at: number;
  readonly line: SheetLine;
  readonly forms: LineForms;
  readonly isText: boolean;
  readonly isNarrow: boolean;
  readonly text: string;
  readonly before: ScoredLine | undefined;
  readonly after: ScoredLine | undefined;
  /** An empty line or a page's break stands before it. */
  readonly isApart: boolean;
  readonly #around: Surroundings;

  constructor(at: number, { line, forms, isText, isNarrow }: ScoredLine, around: Surroundings) {
    this.at = at;
    this.line = line;
    this.forms = forms;
    this.isText = isText;
    this.isNarrow = isNarrow;
    this.text = line.text;
    this.before = around.lines[at - 1];
    this.after = around.lines[at + 1];
    this.isApart = line.blankBefore > 0 || line.pageBefore || at === 0;
    this.#around = around;
  }

  get lines(): Surroundings['lines'] {
    return this.#around.lines;
  }
  get width(): Surroundings['width'] {
    return this.#around.width;
  }
  get addressed(): Surroundings['addressed'] {
    return this.#around.addressed;
  }
  get textBelow(): Surroundings['textBelow'] {
    return this.#around.textBelow;
  }
  get labelAbove(): Surroundings['labelAbove'] {
    return this.#around.labelAbove;
  }
  get openAbove(): Surroundings['openAbove'] {
    return this.#around.openAbove;
  }
  get pageHeads(): Surroundings['pageHeads'] {
    return this.#around.pageHeads;
  }
  get enclosed(): Surroundings['enclosed'] {
    return this.#around.enclosed;
  }
  get openBelow(): Surroundings['openBelow'] {
    return this.#around.openBelow;
  }
  get hasDate(): boolean {
    return this.#around.hasDate;
  }
  get hasLaterTitle(): boolean {
    return this.#around.hasLaterTitle;
  }
  get firstTitle(): number {
    return this.#around.firstTitle;
  }
  get titled(): Surroundings['titled'] {
    return this.#around.titled;
  }
  get salute(): number | undefined {
    return this.#around.salute;
  }
}

/** What speaks for a kind, or against it where the weight is below 0: set by hand, and read against typescripts. */
export type Evidence<At = Place> = readonly [weight: number, holds: (place: At) => boolean];

/** The weights of all evidence that holds, added up. */
export function weigh<At>(evidence: readonly Evidence<At>[], place: At): number {
  let sum = 0;
  for (const [weight, holds] of evidence) if (holds(place)) sum += weight;
  return sum;
}

/** The weight of the first evidence that holds; `otherwise` where none does. */
export function firstOf(evidence: readonly Evidence[], place: Place, otherwise: number): number {
  for (const [weight, holds] of evidence) if (holds(place)) return weight;
  return otherwise;
}

/** The greatest weight of what holds, and never less than `least`. */
export function strongest(evidence: readonly Evidence[], place: Place, least: number): number {
  let best = least;
  for (const [weight, holds] of evidence) if (weight > best && holds(place)) best = weight;
  return best;
}

/** What forbids a kind. */
export const NEVER = Number.NEGATIVE_INFINITY;

/** Whether a neighbour is of the same group of lines. */
export function isBesideIn({ line }: ScoredLine, other: ScoredLine | undefined): other is ScoredLine {
  return other !== undefined && other.line.group === line.group;
}

/**
 * Whether one of the lines from so many to so many further on (fewer than 0 are above), the line itself left out, is of its group of lines and is such.
 * @param isSuch of the other line, and how much further on it stands
 */
export function isBesideSuch(
  place: Place,
  [from, to]: readonly [number, number],
  isSuch: (other: ScoredLine, further: number) => boolean,
): boolean {
  const { at, lines } = place;
  for (let further = from; further <= to; further++) {
    const other = lines[at + further];
    if (further !== 0 && isBesideIn(place, other) && isSuch(other, further)) return true;
  }
  return false;
}

/** Whether a line goes on with a value above it: closely below, and indented to where the value begins. */
export function isHanging({ line, before }: Pick<Place, 'line' | 'before'>): boolean {
  const label = before?.forms.label;
  return (
    before !== undefined &&
    line.blankBefore === 0 &&
    (label?.role === 'subject' || label?.role === 'references') &&
    label.value < before.line.text.length &&
    line.indent >= before.line.indent + 4
  );
}

/** Whether a row of a table stands above or below. */
export function isBesideRow({ before, after }: Place): boolean {
  return before?.line.isRow === true || after?.line.isRow === true;
}

/** Whether a line is a known label, and no more than one that begins other things too. */
export function isKnownLabel({ forms }: ScoredLine): boolean {
  return forms.label?.isKnown === true;
}

/** `-----`: a line without words. */
export const RULE = /^[-_=~.\s]{6,}$/;
