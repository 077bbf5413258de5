import type { TypeLine } from './line.js';
import type { MadePage, PlacedSlug } from './makeup.js';
import type { PagePlan } from './page-plan.js';
import { LEADING } from './typography.js';

/** A fault of one page: which, in the order of the file from 1, and what. */
export interface PageFault {
  readonly page: number;
  readonly folio: string;
  readonly what: 'overfull-line' | 'overfull-page' | 'underfull-page' | 'widow' | 'orphan' | 'call-away-from-note';
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
  readonly faults: readonly PageFault[];
}

/** A page may stay this many lines short before it is called underfull: what widows, hyphens and the rows of a table can cost. */
export const TOLERANCE_LINES = 4;
/**
 * The same before what cannot be parted: a heading takes its dateline, the first lines of its text and the beginning of their notes with it to the next page,
 * a signature the last lines before it.
 */
export const TOLERANCE_BEFORE_CHAIN = 14;

/** The same before a row of a table, which is not parted while it is no taller than this. */
export const TOLERANCE_BEFORE_ROW = 8;

/** Counts on every page what a printer's reader would mark. */
export function reportOf(plans: readonly PagePlan[]): PageReport {
  const faults: PageFault[] = [];
  let lines = 0;
  let notes = 0;
  let divided = 0;
  let hyphens = 0;
  for (const plan of plans) {
    const fault = (what: PageFault['what'], detail: string): void => {
      faults.push({ page: plan.index + 1, folio: plan.folio, what, detail });
    };
    for (const { made, depth } of plan.made) {
      for (const line of linesOf(made)) {
        lines++;
        if (line.endsInHyphen) hyphens++;
        if (line.width > line.measure + 0.5) fault('overfull-line', textOf(line));
      }
      notes += made.notes.filter((note) => !note.continued).length;
      divided += made.notes.filter((note) => note.continues).length;
      filling(made, depth, tolerance(plan, plans[plan.index + 1]), fault);
      edges(made, fault);
      calls(made, fault);
    }
  }
  return {
    pages: plans.length,
    blank: plans.filter((plan) => plan.made.length === 0).length,
    lines,
    notes,
    divided,
    hyphens,
    faults,
  };
}

function linesOf(made: MadePage): TypeLine[] {
  const slugs = [...made.text, ...made.notes.flatMap((note) => note.slugs)];
  return slugs.flatMap(({ slug }) => slug.items.flatMap((item) => (item.kind === 'line' ? [item.line] : [])));
}

type Fault = (what: PageFault['what'], detail: string) => void;

/** How short a page may be, in points; any length where the next one does not go on with the same run of text. */
function tolerance(plan: PagePlan, next: PagePlan | undefined): number {
  const goesOn = plan.made.length === 1 && next !== undefined && next.made.length > 0 && !next.opening;
  if (!goesOn) return Infinity;
  const [first, ...following] = next.made[0]?.made.text ?? [];
  if (first?.slug.items.some((item) => item.row !== undefined) === true) return TOLERANCE_BEFORE_ROW * LEADING + 0.5;
  const free = following.findIndex(({ slug }) => slug.breakBefore === 'free');
  const chain = free < 0 ? following.length : free;
  return (chain >= 2 ? TOLERANCE_BEFORE_CHAIN : TOLERANCE_LINES) * LEADING + 0.5;
}

function filling(made: MadePage, depth: number, tolerated: number, fault: Fault): void {
  const floor = made.notes.length > 0 ? made.notesTop : depth;
  const white = floor - made.textBottom;
  if (white < -0.5) fault('overfull-page', `${(-white).toFixed(1)} pt too full`);
  if (white > tolerated) fault('underfull-page', `${(white / LEADING).toFixed(1)} lines short`);
}

function edges(made: MadePage, fault: Fault): void {
  const single = (placed: PlacedSlug | undefined): TypeLine | undefined => {
    const [item, more] = placed?.slug.items ?? [];
    return more === undefined && item?.kind === 'line' && item.row === undefined ? item.line : undefined;
  };
  const first = single(made.text[0]);
  if (first !== undefined && first.index > 0 && first.index === first.of.lines - 1) fault('widow', textOf(first));
  const last = single(made.text.at(-1));
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
