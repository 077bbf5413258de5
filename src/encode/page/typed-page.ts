import type { FormeWork, Inline, PageBreak } from '../../model/document.js';
import { append } from '../../model/list.js';
import type { Span } from '../../model/position.js';
import { isSignature } from '../regions/constructs/closer.js';
import { isSalute } from '../regions/constructs/opener.js';
import { columnLines } from './columns.js';
import { type DoubtfulHyphen, PartedWords } from './parted-words.js';
import type { Line } from './segment.js';
import { sheetStrand } from './sheet-strand.js';
import { type Cut, LINE_BREAK, type Strand, weave } from './strand.js';
import { type LineEnds, TypedParagraph, withLeading } from './typed-paragraph.js';

/** A line with what it is on the page. */
export interface PageLine extends Line {
  /** What it is of the page (`fw/@type`); undefined where it is of the text. */
  readonly furniture: string | undefined;
}

/** One document of typed pages: its strands, page furniture at its place among them, and what stands after the last. */
export interface TypedPages {
  readonly span: Span;
  readonly lines: readonly PageLine[];
  readonly strands: readonly Strand[];
  /** For each strand, whether an empty line stands before it. */
  readonly groupStarts: readonly boolean[];
  /** For each strand, the line that it begins with. */
  readonly firstLines: readonly number[];
  readonly trailing: readonly (FormeWork | PageBreak)[];
  readonly dropped: readonly Span[];
  /** Hyphens at the ends of lines whose reading is in doubt. */
  readonly hyphens: readonly DoubtfulHyphen[];
}

/** How the pages of a shape are read. */
export interface PageRules {
  /** The id of the document; those of its pages begin with it. */
  readonly id: string;
  /** Whether a line begins something of its own, so that no paragraph goes on with it. */
  begins(text: string): boolean;
  /** Where the value of a label begins in its line (`SUBJECT: …`); undefined for any other line. */
  valueAt?(text: string): number | undefined;
  /** What a line of the text leaves out or holds besides its emphasis: the calls of notes. */
  cutsOf?(line: PageLine): readonly Cut[];
  /**
   * Whether a line goes on with the paragraph of the line before it: in its running text, or as a line of its own in the same paragraph. Where the
   * shape says it, nothing else decides.
   */
  goesOn?(at: number): 'text' | 'line' | undefined;
}

/** A paragraph that is broken off by a page is at least this long; a third of it where lines are typed to a width. */
const BROKEN_OFF = 40;

/** Reads the lines of one document. */
export function readPages(lines: readonly PageLine[], rules: PageRules): TypedPages {
  const dropped: Span[] = [];
  const paragraphs: TypedParagraph[] = [];
  const groupStarts: boolean[] = [];
  const firstLines: number[] = [];
  let pending: (OpenWork | PageBreak)[] = [];
  const width = lineWidth(lines);
  const ends: LineEnds = { words: new PartedWords(lines), dropped, doubts: [] };
  const rows = columnLines(lines);
  const pages = new Pages(rules.id);
  const values = new ValueColumn(rules);
  let previous: PageLine | undefined;
  for (const [index, line] of lines.entries()) {
    if (line.pageBefore) pending.push(pages.next(index === 0));
    if (line.furniture !== undefined) {
      index > 0 && continuesFurniture(lines, index)
        ? extendLast(pending, line, dropped)
        : pending.push(formeWork(line, dropped));
      continue;
    }
    const strand = sheetStrand(line, dropped, rules.cutsOf?.(line));
    const last = paragraphs.at(-1);
    const isInterrupted = pending.length > 0;
    const inColumn = values.place(line, isInterrupted);
    const goesOn = (paragraph: TypedParagraph, before: PageLine): 'text' | 'line' | undefined => {
      if (rules.goesOn !== undefined) return rules.goesOn(index);
      const isMore =
        inColumn === undefined
          ? !rows.has(index) &&
            !rows.has(index - 1) &&
            continues(before, line, { width, rules, isInterrupted, soFar: paragraph.length })
          : inColumn === 'same';
      return isMore ? 'text' : undefined;
    };
    const going = last === undefined || previous === undefined ? undefined : goesOn(last, previous);
    if (last !== undefined && going !== undefined) {
      last.add(strand, going === 'line' ? [...pending, LINE_BREAK] : pending, ends);
    } else {
      paragraphs.push(new TypedParagraph(withLeading(strand, pending)));
      firstLines.push(index);
      groupStarts.push(line.blankBefore > 0 || pending.length > 0);
    }
    pending = [];
    previous = line;
  }
  const first = lines[0]?.start ?? 0;
  const end = lines.at(-1);
  return {
    span: { start: first, end: end === undefined ? first : end.start + end.text.length },
    lines,
    strands: paragraphs.map((paragraph) => paragraph.strand()),
    groupStarts,
    firstLines,
    trailing: pending,
    dropped,
    hyphens: ends.doubts,
  };
}

/** Page breaks that form feeds mark: their pages print no number, so it stands in brackets, as FRUS has it; their ids are `d1-02`. */
class Pages {
  readonly #id: string;
  #page = 1;

  constructor(id: string) {
    this.#id = id;
  }

  next(isFirst: boolean): PageBreak {
    if (!isFirst) this.#page++;
    const id = `${this.#id}-${String(this.#page).padStart(2, '0')}`;
    return { element: 'pb', attributes: { n: `[${this.#page}]`, 'xml:id': id }, children: [] };
  }
}

/** The narrowest indent that makes a column of values. */
const COLUMN = 4;
/** A value of a list that stands below its label is at most this long. */
const LONGEST_VALUE = 60;

/**
 * The column of a label's values: what stands below a label (`PARTICIPANTS: President Ford`) without an empty line, and indented, is a value of
 * its own, or goes on with the value above where it is indented further.
 */
class ValueColumn {
  readonly #rules: PageRules;
  /** Where the values begin; undefined outside. */
  #column: number | undefined;
  /** The label has no value on its own line: a list stands below it, in groups perhaps. */
  #isList = false;

  constructor(rules: PageRules) {
    this.#rules = rules;
  }

  /** Whether a line is a value of its own or goes on with the `same` value; undefined where it is in no column. */
  place(line: PageLine, isInterrupted: boolean): 'same' | 'own' | undefined {
    const value = this.#rules.valueAt?.(line.text);
    if (value !== undefined) {
      this.#column = line.indent + value;
      this.#isList = value === line.text.length;
      return undefined;
    }
    if (this.#column === undefined) return undefined;
    const isIn = this.#isList
      ? line.text.length <= LONGEST_VALUE && !/[.?!:]$/.test(line.text.replace(/\b\p{Lu}[\p{L}.]{0,3}\.$/u, ''))
      : line.blankBefore === 0 && line.indent >= COLUMN;
    if (!isIn || isInterrupted) this.#column = undefined;
    if (this.#column === undefined) return undefined;
    return !this.#isList && line.indent > this.#column + 1 ? 'same' : 'own';
  }
}

/** Second and further lines of a letterhead or stamp belong to the first. */
function continuesFurniture(lines: readonly PageLine[], index: number): boolean {
  const line = lines[index];
  const before = lines[index - 1];
  return (
    line !== undefined &&
    before?.furniture === line.furniture &&
    line.blankBefore === 0 &&
    !line.pageBefore &&
    line.furniture !== 'classification'
  );
}

/** Furniture of the page whose further lines are still to come. */
interface OpenWork extends FormeWork {
  readonly children: Inline[];
}

function formeWork(line: PageLine, dropped: Span[]): OpenWork {
  const children = [...weave(sheetStrand(line, dropped))];
  const isStamp = line.furniture === 'stamp';
  return {
    element: 'fw',
    attributes: { type: line.furniture ?? 'header' },
    children: isStamp ? [{ element: 'stamp', attributes: {}, children }] : children,
  };
}

function extendLast(pending: (OpenWork | PageBreak)[], line: PageLine, dropped: Span[]): void {
  const last = pending.at(-1);
  const more = formeWork(line, dropped);
  if (last?.element !== 'fw') {
    pending.push(more);
    return;
  }
  last.children.push(LINE_BREAK);
  append(last.children, more.children);
}

/** Lines longer than this are paragraphs, not typed lines. */
const LONGEST_TYPED = 110;

/** From how many lines that break inside a sentence a text is typed to a width though some of its lines are longer. */
export const FEWEST_BROKEN = 3;

/** How many lines break inside a sentence and go on right below. */
export function brokenLines(lines: readonly Line[]): number {
  return lines.filter((line, index) => {
    const next = lines[index + 1];
    const isOpen =
      line.text.length >= BROKEN_OFF && line.text.length <= LONGEST_TYPED && /[\p{L}\d,;-]$/u.test(line.text);
    return isOpen && next !== undefined && next.blankBefore === 0 && /^[\p{Ll}\d(]/u.test(next.text);
  }).length;
}

/** The width to which the lines are typed; undefined where paragraphs stand on one line each. */
function lineWidth(lines: readonly PageLine[]): number | undefined {
  const lengths = lines.filter((line) => line.furniture === undefined).map((line) => line.text.length);
  const typed = lengths.filter((length) => length <= LONGEST_TYPED).sort((a, b) => a - b);
  if (typed.length < lengths.length && brokenLines(lines) < FEWEST_BROKEN) return undefined;
  const longest = typed[Math.floor(typed.length * 0.98)] ?? 0;
  return longest < 40 ? undefined : longest;
}

/** What decides, besides the two lines, whether a paragraph goes on. */
interface Going {
  readonly width: number | undefined;
  readonly rules: PageRules;
  /** Furniture of the page or a page break stands between the lines. */
  readonly isInterrupted: boolean;
  /** How long the paragraph is so far, in characters. */
  readonly soFar: number;
}

/** Whether a line goes on with the paragraph of the line before it. */
function continues(before: PageLine, line: PageLine, { width, rules, isInterrupted, soFar }: Going): boolean {
  if (rules.begins(line.text) || isSalute(before.text)) return false;
  if (/\p{L}-$/u.test(before.text) && /^\p{Ll}/u.test(line.text) && line.blankBefore === 0) return true;
  const isOpen = !/[.?!:;”"’)\]]$/.test(before.text);
  const goesOn = /^[\p{Ll}\d(“"]/u.test(line.text);
  if (isInterrupted || line.pageBefore)
    return isOpen && soFar >= (width === undefined ? BROKEN_OFF : BROKEN_OFF / 3) && goesOn;
  if (width === undefined || line.blankBefore > 0) return false;
  // A word is parted at the end of a line of any length.
  if (/\p{Ll}-$/u.test(before.text) && /^\p{Ll}/u.test(line.text)) return true;
  if (!isOpen && isSignature(line.text)) return false;
  // The lines under a label can hang from where its text begins.
  const hanging = PARAGRAPH_LABEL.exec(before.text)?.[0].length ?? 1;
  return (
    before.text.length >= width * 0.6 && !PARAGRAPH_LABEL.test(line.text) && line.indent <= before.indent + hanging + 1
  );
}

const PARAGRAPH_LABEL = /^(?:\(?(?:\d{1,3}|[a-zA-Z])[.)]|--?|[•*–—])\s+/;
