import type { Paragraph } from '../model/page-content.js';
import { compose } from './composer.js';
import { hangOf, NO_HANG } from './hanging.js';
import type { Hyphenation } from './hyphenation.js';
import type { Composed, ComposeOptions, Mark } from './items.js';
import { LETTER_SCALE, LETTER_SPREAD, type LetterFit } from './letter-fit.js';
import { type PageNumberSlot, type SetParagraph, TypeLine } from './line.js';
import { BOX, breakLines, GLUE, PENALTY, ratioOf } from './line-breaking.js';
import type { PageFinder } from './locators.js';
import { breakBalanced, breakRagged } from './ragged-breaking.js';
import { RaggedMeasure } from './ragged-measure.js';
import { SegmentWriter } from './segment-writer.js';
import type { TypeCase } from './type-case.js';
import type { Alignment, ParagraphStyle } from './typography.js';

/**
 * How far spaces may open: TeX's first pass without hyphens, its second with them, and a last one that gives every line some more room; a short last line is
 * let pass before spaces are opened wider for it.
 */
const PASSES = [
  { tolerance: 1.5, emergency: 0, hyphens: false, end: 'full' },
  { tolerance: 2.2, emergency: 0, hyphens: true, end: 'full' },
  { tolerance: 2.2, emergency: 0, hyphens: true, end: 'whole' },
  { tolerance: 4, emergency: 0.04, hyphens: true, end: 'whole' },
  { tolerance: 20, emergency: 0.12, hyphens: true, end: 'any' },
] as const;

/** The last paragraph of a page that is set again to end in a whole word is set no looser than others. */
const REBREAKING = { tolerance: 2.2, emergencyStretch: 0, hyphens: true, end: 'whole' } as const;

/** The least that a last line should have, as a part of the type size. */
const SHORTEST_END = 2.6;

/** Below it, as a part of what the letters may give, they are left as they are. */
const LEAST_FIT = 0.02;

/** How much may be added to each space of a line, as a part of the type size; a line that asks for more stays short. */
const WIDEST_ADDED = 1.4;

/** The space between dots of a leader, as a part of the type size. */
const LEADER_STEP = 0.55;

/** Sets paragraphs into lines of a measure. */
export class Typesetter {
  readonly #case: TypeCase;
  readonly #hyphenation: Hyphenation | undefined;
  readonly #pages: PageFinder;
  /** Whether lines tell which persons and terms they name: where an index of these is made. */
  mentions = false;
  /** The paragraph that is being set: the place of a character without a glyph. */
  current: Paragraph | undefined;

  constructor(typeCase: TypeCase, hyphenation: Hyphenation | undefined, pages: PageFinder) {
    this.#case = typeCase;
    this.#hyphenation = hyphenation;
    this.#pages = pages;
  }

  /** The lines of a paragraph within `width` points, of which the style's own indents are part. */
  set(paragraph: Paragraph, style: ParagraphStyle, width: number): readonly TypeLine[] {
    this.current = paragraph;
    const measure = Math.max(1, width - style.left - style.right);
    const { items, breaks } = this.#break(paragraph, style, measure);
    return this.#lines(items, breaks, {
      paragraph,
      style: items.base === 1 ? fromRight(style) : style,
      measure,
      width,
    });
  }

  /** Breaks a paragraph again into as many lines, with no hyphen at the end of one of them. */
  #withWhole(set: Job, lines: number, whole: number): readonly TypeLine[] | undefined {
    const { paragraph, style, measure } = set;
    if (style.align !== 'justify') return undefined;
    const items = compose(paragraph, style, this.#case, this.#options(this.#hyphenation, measure));
    const shortestEnd = style.size * SHORTEST_END;
    const breaks = breakLines(items, measure, { ...REBREAKING, shortestEnd, fixed: { lines, whole } });
    return breaks === undefined ? undefined : this.#lines(items, breaks, set);
  }

  #lines(items: Composed, breaks: readonly number[], set: Job): readonly TypeLine[] {
    const { paragraph, style } = set;
    const of: SetParagraph = {
      paragraph,
      lines: breaks.length,
      keepWithNext: style.keepWithNext,
      keepWithPrevious: style.keepWithPrevious,
      keepTogether: style.keepTogether,
      onGrid: style.onGrid,
      stretch: style.stretch,
      withWhole: (line) => this.#withWhole(set, breaks.length, line),
    };
    const lines: TypeLine[] = [];
    let from = 0;
    for (const [index, at] of breaks.entries()) {
      lines.push(this.#line(items, from, at, { ...set, of, index }));
      from = at;
    }
    return lines;
  }

  /** The widest unbreakable part and the width on one line, in points: what a table's columns are measured by. */
  extent(paragraph: Paragraph, style: ParagraphStyle): { readonly min: number; readonly max: number } {
    const items = compose(paragraph, style, this.#case, this.#options(undefined, Infinity));
    let min = 0;
    let max = 0;
    let word = 0;
    let line = 0;
    for (const [i, kind] of items.kind.entries()) {
      const width = items.width[i] ?? 0;
      const isTied = kind === GLUE && items.kind[i - 1] === PENALTY;
      if (kind === BOX || isTied) word += width;
      if (kind !== BOX && !isTied && (kind === GLUE || (items.price[i] ?? 0) < Infinity)) word = 0;
      if (kind !== PENALTY) line += width;
      if (items.price[i] === -Infinity) line = 0;
      min = Math.max(min, word);
      max = Math.max(max, line);
    }
    const margins = style.left + style.right;
    return { min: min + margins, max: max + margins + 0.1 };
  }

  /** The words of a paragraph as it is set ragged. */
  words(paragraph: Paragraph, style: ParagraphStyle): RaggedMeasure {
    return new RaggedMeasure(compose(paragraph, style, this.#case, this.#options(undefined, Infinity)));
  }

  #options(hyphenation: Hyphenation | undefined, measure: number): ComposeOptions {
    return { hyphenation, measure, pages: this.#pages, mentions: this.mentions };
  }

  #break(paragraph: Paragraph, style: ParagraphStyle, measure: number): { items: Composed; breaks: readonly number[] } {
    if (style.align !== 'justify') {
      const items = compose(paragraph, style, this.#case, this.#options(undefined, measure));
      const broken = style.align === 'center' ? breakBalanced : breakRagged;
      return { items, breaks: broken(items, measure, style.size * SHORTEST_END) };
    }
    const items = compose(paragraph, style, this.#case, this.#options(this.#hyphenation, measure));
    for (const { tolerance, emergency, hyphens, end } of PASSES) {
      const shortestEnd = style.size * SHORTEST_END;
      const breaks = breakLines(items, measure, {
        tolerance,
        hyphens,
        end,
        shortestEnd,
        emergencyStretch: emergency * measure,
      });
      if (breaks !== undefined) return { items, breaks };
    }
    return { items, breaks: breakRagged(items, measure) };
  }

  #line(items: Composed, from: number, to: number, context: LineContext): TypeLine {
    const { style, measure, width, of, index } = context;
    const last = index === of.lines - 1;
    let start = from;
    if (index > 0) while (start < to && items.kind[start] !== BOX) start++;
    const writer = written(items, start, to);
    const endsInHyphen = items.hyphen[to] === 1;
    if (endsInHyphen) writer.softHyphen();
    const forced = items.price[to] === -Infinity;
    if (!endsInHyphen) writer.endLine(items.kind[to] === GLUE || (forced && !last));
    const hang =
      style.hanging && style.align === 'justify' && items.base === undefined ? hangOf(items, start, to) : NO_HANG;
    const slack = measure + hang.before + hang.after - writer.width;
    // A line that has too little to stretch, beside an address of the web, is not torn apart.
    const isTorn = slack > writer.spaces * style.size * WIDEST_ADDED;
    const justify = style.align === 'justify' && (!forced || slack < 0) && !isTorn;
    const segments = writer.finish(justify ? slack : 0, justify ? letterFit(items, start, to, slack) : undefined);
    const set = justify && writer.spaces > 0 ? measure : writer.width;
    const shift =
      -hang.before + shiftOf(style.align === 'justify' && items.base === 1 ? 'right' : style.align, measure - set);
    const marks = marksOf(items, from, last ? Infinity : to);
    const ids = (kind: string): readonly string[] =>
      marks.length === 0 ? NONE : marks.filter((mark) => mark.kind === kind).map((mark) => mark.id);
    return new TypeLine(
      {
        of,
        index,
        height: style.leading,
        baseline: style.leading / 2 + style.size * 0.31,
        width: set,
        measure,
        segments,
        calls: ids('call'),
        anchors: ids('anchor'),
        mentions: ids('mention'),
        sourcePages: ids('source-page'),
        sourcePageIds: ids('source-page-id'),
        endsInHyphen,
        slot: last ? slotOf(items, set, width - style.left) : undefined,
      },
      style.left + shift,
    );
  }
}

function written(items: Composed, start: number, to: number): SegmentWriter {
  const writer = new SegmentWriter(items.base);
  for (let i = start; i < to; i++) {
    if (items.kind[i] === BOX) writer.box(items.pieces[i], items.width[i] ?? 0);
    else if (items.kind[i] === GLUE) writer.glue(items.pieces[i]);
  }
  return writer;
}

/** How the letters of a line are set that has `slack` points to fill, or too little room by as many; undefined where they are left as they are. */
function letterFit(items: Composed, start: number, to: number, slack: number): LetterFit | undefined {
  const flexible = slack > 0 ? items.stretch : items.shrink;
  let room = 0;
  let give = 0;
  for (let i = start; i < to; i++) {
    room += flexible[i] ?? 0;
    give += items.give[i] ?? 0;
  }
  const part = give === 0 ? 0 : Math.max(-1, Math.min(1, ratioOf(slack, room, give)));
  if (Math.abs(part) < LEAST_FIT) return undefined;
  return { scale: 1 + part * LETTER_SCALE, spread: part * LETTER_SPREAD };
}

/** Where a line begins that leaves some white. */
function shiftOf(align: Alignment, white: number): number {
  if (align === 'right') return white;
  return align === 'center' ? white / 2 : 0;
}

/** The style of a paragraph that is read from the right: what is on its left is on its right. */
function fromRight(style: ParagraphStyle): ParagraphStyle {
  const { left, right, align } = style;
  return { ...style, left: right, right: left, align: align === 'left' ? 'right' : align === 'right' ? 'left' : align };
}

const NONE: readonly never[] = [];

function marksOf(items: Composed, from: number, to: number): readonly Mark[] {
  return items.marks.length === 0 ? NONE : items.marks.filter((mark) => mark.at >= from && mark.at < to);
}

/** A paragraph on its way into lines: what is to be set, and how wide; `measure` is the width without the indents. */
interface Job {
  readonly paragraph: Paragraph;
  readonly style: ParagraphStyle;
  readonly measure: number;
  readonly width: number;
}

interface LineContext extends Job {
  readonly of: SetParagraph;
  readonly index: number;
}

function slotOf(items: Composed, lineWidth: number, right: number): PageNumberSlot | undefined {
  const { tail } = items;
  if (tail === undefined) return undefined;
  const { setting, target } = tail;
  return { target, setting, right, leaderFrom: lineWidth + setting.size * LEADER_STEP };
}
