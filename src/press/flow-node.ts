import type { Paragraph, ParagraphRole } from '../model/page-content.js';
import type { Galley, LayoutNode } from './galley.js';
import type { ParagraphStyle, Typography } from './typography.js';

/** What nodes are made for: the text or a note, and within which measure. */
export interface NodeContext {
  /** Turns a role's style into the one in force: unchanged in the text, smaller in notes. */
  readonly restyle: (style: ParagraphStyle) => ParagraphStyle;
  readonly styles: Typography['styles'];
  readonly galley: Galley;
  /** Width and depth of the text block, in points. */
  readonly measure: number;
  readonly depth: number;
  /** The white below the paragraph before, which the white above the next one swallows. */
  readonly below: { after: number; role?: ParagraphRole };
}

/** A node with what the page maker must know of it beyond its lines. */
export interface FlowNode {
  readonly node: LayoutNode;
  readonly rows?: RowRules;
}

/** How the rows of a table go over pages. */
export interface RowRules {
  /** How many rows are repeated at the head of each page that goes on with the table. */
  readonly headRows: number;
  /** Rows that do not begin a page. */
  readonly held: ReadonlySet<number>;
  /** What stands above the repeated rows: the caption, and that it goes on. */
  readonly continued: readonly LayoutNode[];
}

const NESTING = 13;

/** A paragraph as a node, `left` points from the margin. */
export function leaf(paragraph: Paragraph, context: NodeContext, left: number): LayoutNode {
  const role = context.styles[paragraph.role];
  const style = context.restyle(role);
  const inset = left + (paragraph.depth ?? 0) * NESTING;
  const { below } = context;
  const above = below.role === 'note-inline' && paragraph.role === 'head-document' ? 5 : style.before;
  const top = Math.max(0, above - below.after);
  below.after = style.after;
  below.role = paragraph.role;
  return {
    text: '',
    press: { paragraph, style: inset === 0 ? style : { ...style, left: style.left + inset } },
    margin: [0, top, 0, style.after],
  };
}
