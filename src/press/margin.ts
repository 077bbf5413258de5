import { append } from '../model/list.js';
import type { Paragraph } from '../model/page-content.js';
import type { TypeLine } from './line.js';
import type { Typesetter } from './typesetter.js';
import { measureOf, type PageForm, type ParagraphStyle, type Typography } from './typography.js';

/** What is wanted in the margins beside the text. */
export interface MarginOptions {
  /** The numbers of the source's pages, where they begin. */
  readonly sourcePages?: boolean;
  /** The number of every fifth line of the page's text. */
  readonly lineNumbers?: boolean;
  /** Remarks beside the place with the id: a proof's findings. */
  readonly remarks?: ReadonlyMap<string, readonly string[]>;
}

/** A line in the margin: `x` from the left edge of the text block, `dy` below the baseline of the text's line. */
export interface MarginalLine {
  readonly line: TypeLine;
  readonly x: number;
  readonly dy: number;
}

const GAP = 10;
const EVERY = 5;

/** Sets what stands in the margins. Page numbers of the source and remarks go to the outer margin, line numbers to the inner one. */
export class Margin {
  readonly #typesetter: Typesetter;
  readonly #form: PageForm;
  readonly #options: MarginOptions;
  readonly #small: ParagraphStyle;

  constructor(typesetter: Typesetter, form: PageForm, { styles }: Typography, options: MarginOptions) {
    this.#typesetter = typesetter;
    this.#form = form;
    this.#options = options;
    this.#small = { ...styles.cell, size: 7, leading: 8.5 };
  }

  /** Beside a line of the text, which is the `count`th of its page (from 1; 0 for lines of notes). */
  beside(line: TypeLine, count: number, recto: boolean): MarginalLine[] {
    const { sourcePages, lineNumbers, remarks } = this.#options;
    const out: MarginalLine[] = [];
    if (sourcePages === true && line.sourcePages.length > 0)
      append(out, this.#outer(`[${line.sourcePages.join(', ')}]`, recto, 0));
    if (lineNumbers === true && count > 0 && count % EVERY === 0) out.push(this.#inner(String(count), recto));
    const said = remarks === undefined ? [] : line.anchors.flatMap((id) => remarks.get(id) ?? []);
    for (const remark of said) append(out, this.#outer(remark, recto, out.length * this.#small.leading));
    return out;
  }

  #outer(text: string, recto: boolean, from: number): MarginalLine[] {
    const room = Math.max(24, this.#form.outer - 2 * GAP);
    const measure = measureOf(this.#form);
    const lines = this.#typesetter.set(
      paragraphOf(text),
      recto ? this.#small : { ...this.#small, align: 'right' },
      room,
    );
    const x = recto ? measure + GAP : -GAP - room;
    return lines.map((line, i) => ({ line, x: x + line.x, dy: from + i * this.#small.leading }));
  }

  #inner(text: string, recto: boolean): MarginalLine {
    const [line] = this.#typesetter.set(paragraphOf(text), this.#small, this.#form.leading * 2);
    if (line === undefined) throw new Error('A line number without a line');
    return { line, x: recto ? -GAP - line.width : measureOf(this.#form) + GAP, dy: 0 };
  }
}

function paragraphOf(text: string): Paragraph {
  return { type: 'paragraph', role: 'cell', inlines: [{ type: 'text', text }] };
}
