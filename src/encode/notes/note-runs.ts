import { isSourceNote } from '../../grammar/source-prefix.js';
import type { Line } from '../page/segment.js';
import { type Step, stepOf } from './labels.js';
import { type Marker, type MarkerStyle, markersOf, RETURNING, returns } from './list-markers.js';

/** Lines that are marked alike and count up: what may be a list of notes, or part of a list of the text. */
export interface Run {
  readonly style: MarkerStyle;
  readonly entries: readonly RunEntry[];
  /** The run before it whose last label its first follows: numbered points of the text go on after a break, as notes do on the next page. */
  readonly goesOnWith?: Run;
}

export interface RunEntry {
  /** The index of the line. */
  readonly line: number;
  readonly marker: Marker;
  /** How its label follows on the one before; undefined for the first, and where the list has no labels. */
  readonly step?: Step;
}

/** A note goes on for at most so many lines, and so many paragraphs, before the next begins. */
const MAX_LINES = 60;
const MAX_PARAGRAPHS = 6;
/** So many runs of one style are open at once. */
const MAX_OPEN = 6;

interface OpenRun extends Run {
  readonly entries: RunEntry[];
  readonly labels: Set<string>;
  /** How many paragraphs the text has had when the last entry began. */
  paragraphs: number;
}

/** A line of nothing but a rule: of dashes, underscores, equals signs. */
export const RULE =
  /^(?:(?:[-–—_=~─]\s?){3,}|<\/?(?:hr|ol|ul|dl|div|section)\b[^>]{0,80}>|\|?(?:\s?:?-{3,}:?\s?\|)+(?:\s?:?-{3,}:?)?)$/u;

/** A line of nothing but signs that are apart, which parts notes as well as sections. */
export const SIGN_RULE = /^(?:[*•·~#][ \t]+){2,}[*•·~#]$/u;

/** The heading of a list of notes. */
export const NOTES_HEADING =
  /^(?:#{1,6}\s+|\*\*|[-–—_]{1,5}\s*)?(?:n\s?o\s?t\s?e\s?s?|(?:foot|end)\s?notes?|(?:foot|end)?notes\s+(?:to|on|for)\s.{1,60}|editors?[’']s?\s+notes?|source\s+notes?|anmerkungen|fu(?:ß|ss)noten|notas|notes de bas de page|примечания)\s*[:.]?(?:\*\*|\s*[-–—_]{1,5})?$|^\|\s*(?:notes?|footnotes?|no\.?|n[º°]|#|fn\.?)\s*\|.{1,40}\|$/iu;

/** The heading of a list is at most so long. */
const LONGEST_HEADING = 90;

/**
 * The runs of marked lines of a text, in the order of their first lines. One pass; a rule or the heading of a list ends all runs.
 * @param ends whether a page ends above a line, and with it all runs
 */
export function noteRuns(lines: readonly Line[], ends: (index: number) => boolean): readonly Run[] {
  const runs = new Runs();
  const hasArrows = lines.some(({ text }) => returns(text));
  for (const [index, line] of lines.entries()) {
    const parts = RULE.test(line.text) || (line.text.length <= LONGEST_HEADING && NOTES_HEADING.test(line.text));
    if (parts || ends(index)) runs.close();
    if (line.blankBefore > 0) runs.paragraphs++;
    if (parts) continue;
    const returning = hasArrows ? returningMarker(lines, index) : undefined;
    for (const marker of returning === undefined ? markersOf(line.text) : [returning]) {
      // The number of a page has an empty line below it.
      if (marker.style.standsAbove === true && lines[index + 1]?.blankBefore !== 0) continue;
      runs.add(marker, index, line.text);
    }
  }
  // A letter is a 1 only where a 2 follows.
  return runs.all.filter(({ entries }) => entries.length > 1 || entries[0]?.marker.isSlip !== true);
}

/** The marker of a note that ends with an arrow, on its own line or on one of those below it. */
function returningMarker(lines: readonly Line[], index: number): Marker | undefined {
  const length = RETURNING.pattern.exec(lines[index]?.text ?? '')?.[0].length;
  if (length === undefined) return undefined;
  for (let at = index; at < Math.min(lines.length, index + MAX_LINES); at++) {
    const { text = '' } = lines[at] ?? {};
    if (at > index && RETURNING.pattern.test(text)) return undefined;
    if (returns(text)) return { style: RETURNING, length };
  }
  return undefined;
}

class Runs {
  readonly all: OpenRun[] = [];
  /** How many paragraphs the text has had so far. */
  paragraphs = 0;
  #open = new Map<string, OpenRun[]>();
  /** The last run of each style that ends with a label. */
  readonly #ending = new Map<string, OpenRun>();

  close(): void {
    this.#open = new Map();
  }

  /** Prolongs the last run that the marker follows on, or begins one. */
  add(marker: Marker, line: number, text: string): void {
    const siblings = this.#open.get(marker.style.name) ?? [];
    this.#open.set(marker.style.name, siblings);
    const run = siblings.findLast((one) => this.#isNear(one, line) && followsOn(one, marker, text) !== undefined);
    if (run === undefined) {
      const labels = new Set(marker.label === undefined ? [] : [marker.label]);
      const before = this.#before(marker);
      const begun: OpenRun = {
        style: marker.style,
        entries: [{ line, marker }],
        labels,
        paragraphs: this.paragraphs,
        ...(before === undefined ? {} : { goesOnWith: before }),
      };
      this.#ending.set(`${marker.style.name} ${marker.label}`, begun);
      this.all.push(begun);
      siblings.push(begun);
      if (siblings.length > MAX_OPEN) siblings.shift();
      return;
    }
    const step = followsOn(run, marker, text);
    run.entries.push({ line, marker, ...(step === undefined || step === 'any' ? {} : { step }) });
    if (marker.label !== undefined) run.labels.add(marker.label);
    run.paragraphs = this.paragraphs;
    this.#ending.set(`${marker.style.name} ${marker.label}`, run);
  }

  #before({ style, label = '' }: Marker): OpenRun | undefined {
    const number = /^\d+$/.test(label) ? Number(label) : 0;
    return number > 1 ? this.#ending.get(`${style.name} ${number - 1}`) : undefined;
  }

  #isNear({ entries, paragraphs }: OpenRun, line: number): boolean {
    return line - (entries.at(-1)?.line ?? 0) <= MAX_LINES && this.paragraphs - paragraphs <= MAX_PARAGRAPHS + 1;
  }
}

/** How a marker goes on with a run. */
function followsOn(run: OpenRun, { label, style, length }: Marker, text: string): Step | 'any' | undefined {
  const before = run.entries.at(-1)?.marker.label;
  if (label === undefined || before === undefined) {
    // Among bullets only the source note shows where the notes begin.
    return label !== before || (style.name === 'bullet' && isSourceNote(text.slice(length))) ? undefined : 'any';
  }
  // Blocks that begin again have text of their own above them.
  if (style.name === 'block' && run.labels.has(label)) return undefined;
  const step = stepOf(before, label);
  // Where nothing else is marked so, the labels may come in any order.
  if (step === undefined) return style.telling === 'alone' ? 'gap' : undefined;
  // The same sign again is a list of bullets.
  if (step === 'again' && (!/\d/.test(label) || run.labels.size < 2)) return undefined;
  if (step === 'next' && !/\d/.test(label) && run.labels.has(label)) return undefined;
  return step;
}
