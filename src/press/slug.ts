import { append } from '../model/list.js';
import type { ParagraphRole, Part } from '../model/page-content.js';
import type { GalleyItem } from './galley.js';
import type { TypeLine } from './line.js';

/** An item at its place within a slug: `y` from the slug's top, in points. */
export type SlugItem = GalleyItem;

/**
 * What the page maker moves as one piece: a line of type, a row of a table, a figure. Measures in points.
 */
export interface Slug {
  readonly items: readonly SlugItem[];
  readonly height: number;
  /** White space above, which a page's head swallows. */
  readonly gap: number;
  /**
   * Whether a page may end before this slug. Before the line after a hyphen (`avoid`) only if the hyphen goes; where it cannot (`shun`), only where nothing else is; within a
   * table that is not tall (`split`), only where the page would else be much too short.
   */
  readonly breakBefore: 'free' | 'avoid' | 'split' | 'shun' | 'never';
  /** How many lines of white may be added above it to fill a page. */
  readonly stretch: number;
  /** Sits on the grid of lines. */
  readonly onGrid: boolean;
  readonly calls: readonly string[];
  /** The head that a page starting with this slug repeats. */
  readonly repeat: readonly Slug[] | undefined;
  readonly of: Origin;
}

/** Which division of the book a slug belongs to: a document for the running heads, and the chapter round it. */
export interface Origin {
  readonly part: Part;
  readonly chapter: string;
}

/** How a table goes over pages: the rows that its pages repeat, with what stands above them there, and the rows that begin no page. */
export interface TableRules {
  readonly headRows: number;
  readonly held: ReadonlySet<number>;
  readonly above: readonly Slug[];
}

/** A row of not more than this part of a page is not left alone at its foot, nor carried over alone to the next; a taller one stands well by itself. */
const SHORT_ROW = 0.08;

/** What is repeated at the head of a page or column is not taller than this part of it: more room is for what goes on. */
const TALLEST_HEAD = 1 / 3;

/** Slugs that are repeated where the text goes on, on pages of some depth; none where they are too tall. */
export function repeatedOn(depth: number, slugs: readonly Slug[]): readonly Slug[] {
  return slugs.reduce((sum, { gap, height }) => sum + gap + height, 0) <= depth * TALLEST_HEAD ? slugs : [];
}

/** Cuts what a galley holds, node by node, into slugs. */
export class SlugCutter {
  readonly #tallest: number;
  readonly #whole: number;
  readonly #depth: number;
  #bottom = 0;
  #previous: GalleyItem | undefined;

  /** On pages of `depth` points, a row taller than the part `tallest` of them is cut between its lines; a table up to their part `whole` is hardly ever parted. */
  constructor(depth: number, tallest = 1, whole = 0) {
    this.#depth = depth;
    this.#tallest = depth * tallest;
    this.#whole = depth * whole;
  }

  /**
   * The slugs of one node's items. Items on the same height, and items of the same table row, stay together. A table that is not tall is hardly ever parted; of one that is, the
   * rows that head others do not end a page, and its head is repeated on each page that goes on with it, unless it would leave too little room there.
   */
  cut(items: readonly GalleyItem[], of: Origin, table?: TableRules): Slug[] {
    const order = new Map(items.map((item, index) => [item, index]));
    const bands = joinRows(bandsOf(items), this.#tallest);
    const firstRow = items.find((item) => item.row !== undefined)?.row ?? 0;
    const head: Slug[] = [...repeatedOn(this.#depth, table?.above ?? [])];
    const headRows = this.#repeatedRows(items, firstRow, head, table?.headRows ?? 0);
    const isWhole = table !== undefined && (bands.at(-1)?.bottom ?? 0) - (bands[0]?.top ?? 0) <= this.#whole;
    const slugs: Slug[] = [];
    const lastRow = items.reduce((last, item) => Math.max(last, (item.row ?? -1) - firstRow), -1);
    let row = -1;
    for (const band of bands) {
      band.items.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
      const before = row;
      row = band.items.reduce((last, item) => Math.max(last, (item.row ?? -1) - firstRow), row);
      const isHead = row >= 0 && row < headRows;
      const slug = this.#slug(band, of, head.length > 0 && !isHead && slugs.length > 0 ? head : undefined);
      // The head is not parted from the first row, nor a row that heads others from the next.
      const isHeld = before < headRows || (row > before && this.#isHeld(table, row, lastRow, slug, slugs.at(-1)));
      slugs.push(table === undefined || slugs.length === 0 ? slug : { ...slug, ...holding(slug, isHeld, isWhole) });
      if (isHead) head.push(head.length === 0 ? { ...slug, gap: 0 } : slug);
      this.#bottom = Math.max(this.#bottom, band.bottom);
      this.#previous = band.items.findLast((item) => item.kind === 'line') ?? this.#previous;
    }
    return slugs;
  }

  /** Whether a row begins no page: it is below one that heads it, or one of the two would stand alone, and is short. */
  #isHeld(table: TableRules | undefined, row: number, lastRow: number, slug: Slug, above: Slug | undefined): boolean {
    if (table === undefined) return false;
    const isSecond = row === table.headRows + 1;
    return table.held.has(row) || (isSecond && this.#isShort(above)) || (row === lastRow && this.#isShort(slug));
  }

  #isShort(slug: Slug | undefined): boolean {
    return slug !== undefined && slug.height <= this.#depth * SHORT_ROW;
  }

  /** How many rows of a table are repeated below what stands `above` them: all of its head, or none where that is too tall. */
  #repeatedRows(items: readonly GalleyItem[], firstRow: number, above: readonly Slug[], headRows: number): number {
    const rows = items.filter(({ row = -1 }) => row >= 0 && row - firstRow < headRows);
    const top = rows.reduce((least, { y }) => Math.min(least, y), Infinity);
    const height = rows.reduce((most, { y, height }) => Math.max(most, y + height - top), 0);
    const taken = above.reduce((sum, slug) => sum + slug.gap + slug.height, 0);
    return taken + height <= this.#depth * TALLEST_HEAD ? headRows : 0;
  }

  /** White may be added above what has white above it by its style, between two headings, and before and after tables and pictures. */
  #stretch(band: Band, first: TypeLine | undefined): number {
    if (first === undefined) return PICTURE_STRETCH;
    const previous = this.#previous?.kind === 'line' ? this.#previous.line : undefined;
    const belowHead = previous?.of.paragraph.level !== undefined;
    if (first.index > 0 || (isHeld(first, this.#previous) && !belowHead)) return 0;
    const isRow = band.items[0]?.row !== undefined;
    const afterRow = this.#previous?.row !== undefined;
    return isRow === afterRow ? first.of.stretch : Math.max(first.of.stretch, PICTURE_STRETCH);
  }

  #slug(band: Band, of: Origin, repeat: readonly Slug[] | undefined): Slug {
    const lines = band.items.filter((item) => item.kind === 'line');
    const first = lines[0]?.line;
    return {
      items: band.items.map((item) => ({ ...item, y: item.y - band.top })),
      height: band.bottom - band.top,
      gap: Math.max(0, band.top - this.#bottom),
      breakBefore: first === undefined ? 'free' : breakBefore(first, this.#previous),
      stretch: this.#stretch(band, first),
      onGrid:
        lines.length === band.items.length && lines.every((item) => item.row === undefined && item.line.of.onGrid),
      calls: lines.flatMap((item) => item.line.calls),
      repeat,
      of,
    };
  }
}

/** Whether a page may end before a row of a table that goes on. */
function holding({ breakBefore }: Slug, isHeld: boolean, isWhole: boolean): Pick<Slug, 'breakBefore'> {
  return { breakBefore: isHeld ? 'never' : isWhole && breakBefore !== 'never' ? 'split' : breakBefore };
}

interface Band {
  top: number;
  bottom: number;
  items: GalleyItem[];
}

const TOUCH = 0.01;
/** How many lines of white may be added above a picture. */
const PICTURE_STRETCH = 1;

function bandsOf(items: readonly GalleyItem[]): Band[] {
  const bands: Band[] = [];
  for (const item of items.toSorted((a, b) => a.y - b.y)) {
    const last = bands.at(-1);
    const rule = item.kind === 'vector' && item.height === 0;
    if (last !== undefined && (item.y < last.bottom - TOUCH || (rule && item.y <= last.bottom + 3))) {
      last.items.push(item);
      last.bottom = Math.max(last.bottom, item.y + item.height);
    } else bands.push({ top: item.y, bottom: item.y + item.height, items: [item] });
  }
  return bands;
}

function joinRows(bands: readonly Band[], tallest: number): Band[] {
  const joined: Band[] = [];
  for (const band of bands) {
    const last = joined.at(-1);
    const row = band.items[0]?.row;
    const ruleOnly = last?.items.every((item) => item.kind === 'vector') === true;
    const sameRow = row !== undefined && last?.items.some((item) => item.row === row) === true;
    if (last !== undefined && (ruleOnly || (sameRow && band.bottom - last.top <= tallest))) {
      append(last.items, band.items);
      last.bottom = Math.max(last.bottom, band.bottom);
    } else joined.push({ ...band, items: [...band.items] });
  }
  return joined;
}

/** Orphans and widows: the first and the last line of a paragraph never stand alone; the line after a hyphen does not start a page. */
function breakBefore(line: TypeLine, previous: GalleyItem | undefined): Slug['breakBefore'] {
  const { of, index } = line;
  if (index === 0) return isHeld(line, previous) ? 'never' : 'free';
  if (of.keepTogether && of.lines <= 12) return 'never';
  if (index === 1 || index === of.lines - 1) return 'never';
  return previous?.kind === 'line' && previous.line.endsInHyphen ? 'avoid' : 'free';
}

/** Whether a paragraph's first line is kept with what goes before: with headings and what is centred, but never with those of the document before. */
function isHeld({ of }: TypeLine, previous: GalleyItem | undefined): boolean {
  if (previous?.kind !== 'line') return false;
  const before = previous.line.of;
  if (of.keepWithPrevious) return true;
  return before.keepWithNext && !(ENDINGS.has(before.paragraph.role) && OPENINGS.has(of.paragraph.role));
}

/** What a document or section begins with. */
const OPENINGS: ReadonlySet<ParagraphRole> = new Set(['head-document', 'head-subchapter', 'note-inline']);

/** What is mostly a heading, and can be all that a document has. */
const ENDINGS: ReadonlySet<ParagraphRole> = new Set(['text-centred', 'heading-line']);

/** The lines of a paragraph that has been set again, in the place of as many slugs from `first` on. */
export function replaceLines(slugs: Slug[], first: number, lines: readonly TypeLine[]): void {
  let previous: GalleyItem | undefined;
  for (const [i, line] of lines.entries()) {
    const old = slugs[first + i];
    if (old === undefined) return;
    line.x = lineOf(old)?.x ?? line.x;
    const item: GalleyItem = { kind: 'line', y: 0, height: line.height, line };
    const before = i === 0 ? old.breakBefore : breakBefore(line, previous);
    slugs[first + i] = { ...old, items: [item], calls: line.calls, breakBefore: before };
    previous = item;
  }
}

/** The line of a slug that is nothing but one line of the text. */
export function lineOf(slug: Slug | undefined): TypeLine | undefined {
  const [item, more] = slug?.items ?? [];
  return more === undefined && item?.kind === 'line' && item.row === undefined ? item.line : undefined;
}
