/** The pivot's tree while it is being made: the same shape as {@link PivotElement}, still open to change. */
export interface Draft {
  name: string;
  attributes: Record<string, string>;
  children: (Draft | string)[];
}

/** Elements of XHTML that stand as blocks; all others stand in the line. */
const BLOCKS: ReadonlySet<string> = new Set(
  `html head title meta body section article aside div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption thead tbody tr td th
   blockquote figure figcaption`.split(/\s+/),
);

/** Whether a node is an element of one of these names. */
export function isElementOf(node: Draft | string, ...names: readonly string[]): node is Draft {
  return typeof node !== 'string' && names.includes(node.name);
}

/** Whether an element stands as a block. */
export function isBlock(node: Draft | string): node is Draft {
  return typeof node !== 'string' && BLOCKS.has(node.name);
}

/** Whether a node is the mark of a page of the source. */
export function isPageBreak(node: Draft | string): boolean {
  return typeof node !== 'string' && node.attributes['class'] === 'pb';
}
