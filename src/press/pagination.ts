import { inlinesIn } from '../model/content-walk.js';
import type { HouseStyle } from '../model/house-style.js';
import type { Block } from '../model/page-content.js';
import type { Compositor } from './compositor.js';
import { withContinued } from './continued-entries.js';
import { type MadePage, makeUp } from './makeup.js';
import type { NoteColumns } from './note-columns.js';
import type { Side } from './page-breaking.js';
import type { PlacedPiece } from './page-plan.js';
import type { TextRunOfPages } from './runs.js';
import type { Slug } from './slug.js';
import { COLUMN_GAP, depthOf, measureOf, noteMeasureOf, type PageForm, type Typography } from './typography.js';

function callsNote(block: Block): boolean {
  return inlinesIn(block).some(({ type }) => type === 'call');
}

/** Makes the pages of runs of text, in columns where a run has several. */
export class Pagination {
  readonly #compositor: Compositor;
  readonly #form: PageForm;
  readonly #typography: Typography;

  constructor(compositor: Compositor, form: PageForm, typography: Typography) {
    this.#compositor = compositor;
    this.#form = form;
    this.#typography = typography;
  }

  /** The pages of a run: its text in one column, or its heading and columns below. */
  piecesOf(run: TextRunOfPages, side: Side): PlacedPiece[][] {
    const full = depthOf(this.#form);
    const measure = measureOf(this.#form);
    const from =
      run.columns === 1
        ? 0
        : run.blocks.findIndex(({ block }) => !(block.type === 'paragraph' && block.level !== undefined));
    const head = from < 0 ? [] : this.#compositor.run({ blocks: run.blocks.slice(0, from) }, measure);
    const { leading } = this.#form;
    const headDepth = Math.ceil(head.reduce((sum, slug) => sum + slug.gap + slug.height, 0) / leading) * leading;
    // Notes are as wide as the page: text that calls some, or all heading, is set in one column.
    if (run.columns > 1 && (from < 0 || headDepth > full / 2 || run.blocks.some(({ block }) => callsNote(block))))
      return this.piecesOf({ ...run, columns: 1 }, side);
    const width = (measure - (run.columns - 1) * COLUMN_GAP) / run.columns;
    const set = this.#compositor.run({ blocks: run.blocks.slice(from) }, width);
    const slugs =
      run.columns === 1
        ? set
        : withContinued(set, full, (block, { of }) => this.#compositor.run({ blocks: [{ block, ...of }] }, width));
    // What has no lines (an empty list) makes no column below which the heading could stand.
    if (run.columns > 1 && slugs.length === 0) return this.piecesOf({ ...run, columns: 1 }, side);
    const depth = (column: number): number => full - (column < run.columns ? headDepth : 0);
    const columns = this.#columns(slugs, side, depth, run.columns);
    const pages: PlacedPiece[][] = [];
    for (const [i, made] of columns.entries()) {
      const at = i % run.columns;
      const y = i < run.columns ? headDepth : 0;
      if (at === 0) pages.push([]);
      pages.at(-1)?.push({ made, x: at * (width + COLUMN_GAP), y, width, depth: depth(i) });
    }
    if (head.length > 0) {
      const made = this.#makeUpSlugs(head, () => full, 0)[0];
      if (made !== undefined) pages[0]?.unshift({ made, x: 0, y: 0, width: measure, depth: headDepth });
    }
    const [only] = pages.length === 1 ? (pages[0] ?? []) : [];
    if (run.atFoot && only !== undefined && only.made.notes.length === 0)
      return [[{ ...only, y: only.y + full - only.made.textBottom, depth: only.made.textBottom }]];
    return pages;
  }

  /** Columns made up one after the other; those of the last page come out equally deep. */
  #columns(slugs: readonly Slug[], side: Side, depth: (column: number) => number, count: number): MadePage[] {
    const made = this.#makeUpSlugs(slugs, depth, count === 1 ? 0 : count, count === 1 ? side : undefined);
    const full = made.length - (made.length % count || count);
    const rest = made.slice(full);
    if (count === 1 || rest.some((column) => column.notes.length > 0)) return made;
    const repeated = new Set(slugs.flatMap(({ repeat = [] }) => repeat));
    const last = rest.flatMap(({ text }) =>
      text.filter(({ slug }) => !repeated.has(slug)).map(({ slug }, i) => (i === 0 ? { ...slug, gap: 0 } : slug)),
    );
    const height = last.reduce((sum, slug) => sum + slug.height, 0);
    const { leading } = this.#form;
    for (let lines = Math.floor(height / count / leading); lines * leading < depth(full); lines++) {
      const balanced = this.#makeUpSlugs(last, () => lines * leading, 0);
      if (balanced.length <= count) return [...made.slice(0, full), ...balanced];
    }
    return made;
  }

  #makeUpSlugs(
    slugs: readonly Slug[],
    depth: (page: number) => number,
    equalFrom: number,
    firstSide?: Side,
  ): MadePage[] {
    const origin = slugs[0]?.of;
    if (origin === undefined) return [];
    const { house } = this.#typography;
    return makeUp(slugs, {
      depth,
      equalFrom,
      firstSide,
      leading: this.#form.leading,
      ...(house.notes.columns === 1 ? {} : { noteColumns: this.#noteColumns(house) }),
      note: (id) => this.#compositor.note(id, origin),
      isPlaced: (id) => this.#compositor.isPlaced(id),
      place: (id) => this.#compositor.place(id),
    });
  }

  #noteColumns(house: HouseStyle): NoteColumns {
    const { columns: count, leading } = house.notes;
    return { count, leading, step: noteMeasureOf(this.#form, house) + COLUMN_GAP };
  }
}
