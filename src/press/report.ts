import type { TypeLine } from './line.js';
import type { MadePage } from './makeup.js';
import type { PagePlan } from './page-plan.js';
import { lineOf } from './slug.js';

/** A fault of one page: which, in the order of the file from 1, and what. */
export interface PageFault {
  readonly page: number;
  readonly folio: string;
  readonly what:
    | 'overfull-line'
    | 'overfull-page'
    | 'underfull-page'
    | 'widow'
    | 'orphan'
    | 'hyphen-at-page-end'
    | 'call-away-from-note';
  readonly detail: string;
}

/** What has been counted on every page. */
export interface PageReport {
  readonly pages: number;
  readonly blank: number;
  readonly lines: number;
  readonly notes: number;
  /** Notes that go on to another page. */
  readonly divided: number;
  /** Lines that end in a hyphen of the press's. */
  readonly hyphens: number;
  /** Lines that end in a hyphen below three others that do. */
  readonly ladders: number;
  /** Of the pages from which the text goes on: how many are less than one line short of their foot, how many less than two, and so on. */
  readonly short: readonly number[];
  readonly faults: readonly PageFault[];
}

/**
 * A page that the text goes on from may stay this many lines short of its foot: what widows and the different leading of the notes cost, and a
 * heading that is not parted from its dateline, its first lines and the beginning of their notes. At most one page in two hundred stays
 * shorter, and none by eight lines.
 */
export const TOLERANCE_LINES = 4;

/** More lines than these are not to end in a hyphen one below the other. */
const MOST_HYPHENS = 3;

/** Counts on every page what a printer's reader would mark. */
export function reportOf(plans: readonly PagePlan[], leading: number): PageReport {
  const count = new Count();
  for (const [i, plan] of plans.entries()) {
    const fault: Fault = (what, detail) => {
      count.faults.push({ page: plan.index + 1, folio: plan.folio, what, detail });
    };
    for (const { made, depth, width } of plan.made) {
      for (const line of linesOf(made)) count.line(line, width, fault);
      count.notes += made.notes.filter((note) => !note.continued).length;
      count.divided += made.notes.filter((note) => note.continues).length;
      const white = whiteOf(made, depth) / leading;
      if (white < -0.05) fault('overfull-page', `${(-white).toFixed(1)} lines too full`);
      if (goesOn(plan, plans[i + 1])) count.foot(white, fault);
      if (made.endsInHyphen) fault('hyphen-at-page-end', '');
      edges(made, fault);
      calls(made, fault);
    }
  }
  const { lines, notes, divided, hyphens, ladders, faults } = count;
  return {
    pages: plans.length,
    blank: plans.filter((plan) => plan.made.length === 0).length,
    lines,
    notes,
    divided,
    hyphens,
    ladders,
    short: Array.from(count.short, (pages) => pages ?? 0),
    faults,
  };
}

/** What is counted while the pages are gone through. */
class Count {
  lines = 0;
  notes = 0;
  divided = 0;
  hyphens = 0;
  ladders = 0;
  readonly short: number[] = [];
  readonly faults: PageFault[] = [];
  /** Lines in a row that end in a hyphen. */
  #inARow = 0;

  /** A line of a page whose text is `width` points wide. */
  line(line: TypeLine, width: number, fault: Fault): void {
    this.lines++;
    if (line.endsInHyphen) this.hyphens++;
    this.#inARow = line.endsInHyphen ? this.#inARow + 1 : 0;
    if (this.#inARow > MOST_HYPHENS) this.ladders++;
    if (line.width > line.measure + 0.5 || line.x + line.width > width + 0.5) fault('overfull-line', textOf(line));
  }

  /** The foot of a page from which the text goes on, with so many lines of white. */
  foot(white: number, fault: Fault): void {
    const whole = Math.max(0, Math.floor(white + 0.05));
    this.short[whole] = (this.short[whole] ?? 0) + 1;
    if (white > TOLERANCE_LINES + 0.04) fault('underfull-page', `${white.toFixed(1)} lines short`);
  }
}

function linesOf(made: MadePage): TypeLine[] {
  const slugs = [...made.text, ...made.notes.flatMap((note) => note.slugs)];
  return slugs.flatMap(({ slug }) => slug.items.flatMap((item) => (item.kind === 'line' ? [item.line] : [])));
}

type Fault = (what: PageFault['what'], detail: string) => void;

/** Whether the next page goes on with the same run of text. */
function goesOn(plan: PagePlan, next: PagePlan | undefined): boolean {
  return plan.made.length === 1 && next !== undefined && next.made.length > 0 && !next.opening;
}

/** The white between the text and its foot: the notes, or the end of the text block. */
function whiteOf(made: MadePage, depth: number): number {
  return (made.notes.length > 0 ? made.notesTop : depth) - made.textBottom;
}

function edges(made: MadePage, fault: Fault): void {
  const first = lineOf(made.text[0]?.slug);
  if (first !== undefined && first.index > 0 && first.index === first.of.lines - 1) fault('widow', textOf(first));
  const last = lineOf(made.text.at(-1)?.slug);
  if (last !== undefined && last.index === 0 && last.of.lines > 1) fault('orphan', textOf(last));
}

function calls(made: MadePage, fault: Fault): void {
  const firsts = new Set(made.notes.filter((note) => !note.continued).map((note) => note.id));
  const called = new Set<string>();
  for (const { slug } of [...made.text, ...made.notes.flatMap((note) => note.slugs)])
    for (const id of slug.calls) called.add(id);
  for (const id of firsts) if (!called.has(id)) fault('call-away-from-note', id);
}

function textOf(line: TypeLine): string {
  return line.segments.map((segment) => segment.text).join('');
}
