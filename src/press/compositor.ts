import { append } from '../model/list.js';
import type { Block, NoteBody } from '../model/page-content.js';
import type { NodeContext, RowRules } from './flow-node.js';
import { Galley } from './galley.js';
import { nodesOf } from './layout-nodes.js';
import type { PdfDocument } from './pdfmake.js';
import type { TextRunOfPages } from './runs.js';
import { type Origin, type Slug, SlugCutter } from './slug.js';
import type { Typesetter } from './typesetter.js';
import { depthOf, noteMeasureOf, type PageForm, type Typography } from './typography.js';

/** A table's row taller than this part of the page is cut between its lines. */
const TALLEST_ROW = 0.16;
/** A table not taller than this part of the page is hardly ever parted. */
const WHOLE_TABLE = 0.4;

/** Sets runs of text, and notes when they are called, into slugs. */
export class Compositor {
  readonly #document: PdfDocument;
  readonly #typesetter: Typesetter;
  readonly #form: PageForm;
  readonly #typography: Typography;
  readonly #notes: ReadonlyMap<string, NoteBody>;
  readonly #set = new Map<string, readonly Slug[]>();
  readonly #placed = new Set<string>();

  constructor(
    document: PdfDocument,
    typesetter: Typesetter,
    form: PageForm,
    typography: Typography,
    notes: readonly NoteBody[],
  ) {
    this.#document = document;
    this.#typesetter = typesetter;
    this.#form = form;
    this.#typography = typography;
    this.#notes = new Map(notes.map((note) => [note.id, note]));
  }

  /** The slugs of a run's blocks, set to `measure` points. */
  run(run: Pick<TextRunOfPages, 'blocks'>, measure: number): Slug[] {
    const galley = this.#galley(measure);
    const cutter = new SlugCutter(depthOf(this.#form), TALLEST_ROW, WHOLE_TABLE);
    const slugs: Slug[] = [];
    const below = { after: 0 };
    for (const { block, part, chapter } of run.blocks)
      append(slugs, this.#block(block, { part, chapter }, galley, cutter, below, false));
    return slugs;
  }

  /** The slugs of a note's body: the same each time it is asked for. A note that is not in the book has none. */
  note(id: string, of: Origin): readonly Slug[] {
    let slugs = this.#set.get(id);
    if (slugs === undefined) {
      const body = this.#notes.get(id);
      const galley = this.#galley(noteMeasureOf(this.#form, this.#typography.house));
      const cutter = new SlugCutter(depthOf(this.#form), TALLEST_ROW);
      const below = { after: 0 };
      slugs = (body?.blocks ?? []).flatMap((block) => this.#block(block, of, galley, cutter, below, true));
      this.#set.set(id, slugs);
    }
    return slugs;
  }

  /** Whether the note is already on an earlier page: a second call does not set it again. */
  isPlaced(id: string): boolean {
    return this.#placed.has(id);
  }

  /** Says that a note stands on a page now; its lines are the page's from here on. */
  place(id: string): void {
    this.#placed.add(id);
    this.#set.delete(id);
  }

  #galley(measure: number): Galley {
    return new Galley(this.#document, this.#typesetter, measure);
  }

  #block(
    block: Block,
    of: Origin,
    galley: Galley,
    cutter: SlugCutter,
    below: NodeContext['below'],
    note: boolean,
  ): Slug[] {
    const context: NodeContext = {
      restyle: note ? this.#typography.inNote : (style) => style,
      styles: this.#typography.styles,
      galley,
      measure: galley.measure,
      depth: depthOf(this.#form),
      below,
    };
    return nodesOf([block], context).flatMap(({ node, rows }) => {
      const goesOn = rows === undefined ? undefined : { ...rows, above: this.#above(rows, galley.measure, of) };
      return cutter.cut(galley.compose(node), of, note ? undefined : goesOn);
    });
  }

  /** The slugs above the rows that a table repeats where it goes on. */
  #above({ continued }: RowRules, measure: number, of: Origin): readonly Slug[] {
    if (continued.length === 0) return [];
    const galley = this.#galley(measure);
    const cutter = new SlugCutter(depthOf(this.#form));
    const slugs = continued.flatMap((node) => cutter.cut(galley.compose(node), of));
    return slugs.map((slug, i) => (i === 0 ? { ...slug, gap: 0 } : slug));
  }
}
