import { columnLines } from '../../page/columns.js';
import type { PageRules } from '../../page/typed-page.js';
import type { CableLine } from './labels.js';
import { isNumbered, ParagraphLabels } from './paragraph-labels.js';

/** A paragraph that stands on one line is longer. */
const LONGEST_TYPED = 110;
/** A line that ends a sentence before this part of the width ends its paragraph. */
const SHORT = 0.6;
const LONGEST_SHORT = 49;
/** A line that begins a paragraph is indented by so much. */
const INDENT = 3;

/** How the lines of a cable make paragraphs, and which ends of pages leave it open whether one goes on. */
export interface Paragraphs {
  readonly goesOn: NonNullable<PageRules['goesOn']>;
  /** Lines at the head of a page that may go on with the paragraph before it or not. */
  readonly doubtful: readonly number[];
}

/**
 * Joins the lines that are typed to a width. A paragraph begins after an empty line, with a number or letter that is the next of its row, with a
 * dash, under a heading, or below a line that ends early; a page that turns in the middle of a paragraph ends nothing.
 */
export function paragraphsOf(lines: readonly CableLine[]): Paragraphs {
  const joiner = new Joiner(lines);
  const starts = new Set<number>();
  for (const at of lines.keys()) if (joiner.begins(at)) starts.add(at);
  return {
    goesOn: (at) => (starts.has(at) ? undefined : lines[at]?.role === 'quoted' ? 'line' : 'text'),
    doubtful: joiner.doubtful,
  };
}

/** Looks at the lines in their order. */
class Joiner {
  readonly doubtful: number[] = [];
  readonly #lines: readonly CableLine[];
  readonly #labels = new ParagraphLabels();
  readonly #rows: ReadonlySet<number>;
  readonly #width: number;
  /** Empty lines stand inside paragraphs too, so that only two of them part paragraphs. */
  readonly #spacing: number;
  /** Every paragraph has a number: what has none goes on. */
  readonly #isNumbered: boolean;
  /** The line before that is of no page, and where it stands. */
  #before: CableLine | undefined;
  #beforeAt = -1;
  /** The first line of the page between the two lines. */
  #between: CableLine | undefined;

  constructor(lines: readonly CableLine[]) {
    this.#lines = lines;
    this.#rows = columnLines(lines.map((line) => (isBody(line) ? line : { text: '' })));
    this.#width = measure(lines);
    this.#spacing = isDoubleSpaced(lines) ? 1 : 0;
    this.#isNumbered = allNumbered(lines);
  }

  /** Whether a line begins a paragraph. */
  begins(at: number): boolean {
    const line = this.#lines[at];
    if (line === undefined) return true;
    if (line.furniture !== undefined) {
      this.#between ??= line;
      return false;
    }
    const result = this.#decides(line, at);
    this.#before = line;
    this.#beforeAt = at;
    this.#between = undefined;
    return result;
  }

  #decides(line: CableLine, at: number): boolean {
    const before = this.#before;
    if (line.role === 'more') return before === undefined;
    if (line.role === 'quoted') return before?.role !== 'quoted' || line.blankBefore > 0;
    if (line.role !== 'text') return true;
    const isApart = line.blankBefore > this.#spacing && this.#between === undefined;
    const isLabelled = this.#labels.take(line.text, isApart || before?.role !== 'text');
    if (before === undefined || before.role !== 'text' || isLabelled || this.#rows.has(at)) return true;
    if (this.#between !== undefined) return this.#beginsPage(before, line, this.#between, at);
    if (isApart || before.text.length > LONGEST_TYPED || this.#rows.has(this.#beforeAt)) return true;
    if (COLUMNS.test(line.text) || COLUMNS.test(before.text)) return true;
    return this.#beginsBelow(before, line);
  }

  /** A line at the head of a page. */
  #beginsPage(before: CableLine, line: CableLine, between: CableLine, at: number): boolean {
    if (!hasEnded(before)) return false;
    if (this.#isNumbered) return false;
    // The foot of the page stands right below a paragraph that it breaks off.
    const isBrokenOff = between.blankBefore === 0 && before.text.length > this.#width * SHORT;
    // An empty line at the foot and none at the head gainsay each other.
    if (!isBrokenOff && line.blankBefore === 0) this.doubtful.push(at);
    return !isBrokenOff;
  }

  /** A line right below another. */
  #beginsBelow(before: CableLine, line: CableLine): boolean {
    if (!hasEnded(before)) return false;
    if (before.text.length < Math.min(this.#width * SHORT, LONGEST_SHORT)) return true;
    return line.indent >= before.indent + INDENT && !this.#labels.isInItem(line.indent);
  }
}

function isBody({ furniture, role }: CableLine): boolean {
  return furniture === undefined && role === 'text';
}

function hasEnded({ text }: CableLine): boolean {
  return /[.?!:”"]\s*$/.test(text);
}

/** The width to which the text is typed. */
function measure(lines: readonly CableLine[]): number {
  const lengths = lines
    .filter((line) => isBody(line) && line.text.length <= LONGEST_TYPED)
    .map(({ text }) => text.length)
    .sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length * 0.95)] ?? 0;
}

/** Whether an empty line stands between all lines, those of one paragraph too. */
function isDoubleSpaced(lines: readonly CableLine[]): boolean {
  const open = lines.filter((line, index) => {
    const before = lines[index - 1];
    return (
      isBody(line) &&
      before !== undefined &&
      isBody(before) &&
      before.text.length > 40 &&
      /[\p{L}\d,]$/u.test(before.text)
    );
  });
  return open.length >= 3 && open.filter(({ blankBefore }) => blankBefore === 1).length > open.length * 0.8;
}

/** Whether the text begins with a number, goes on with others, and nothing but a number or an item stands below an empty line. */
function allNumbered(lines: readonly CableLine[]): boolean {
  const body = lines.filter(isBody);
  const apart = lines.filter(
    (line, index) => isBody(line) && line.blankBefore > 0 && lines[index - 1]?.furniture === undefined,
  );
  const numbered = body.filter(({ text }) => isNumbered(text)).length;
  return (
    numbered >= 2 && isNumbered(body[0]?.text ?? '') && apart.every(({ text }) => isNumbered(text) || ITEM.test(text))
  );
}

/** Figures in columns, too few or too uneven for a table. */
const COLUMNS = /\S\s{3,}\S+(?: \S+)?\s{3,}\S|^\S+\s{4,}\S+$/;
const ITEM = /^(?:\(?[A-Za-z][.)]|--?)\s/;
