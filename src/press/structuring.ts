import type {
  Block,
  Cell,
  Figure,
  Inline,
  NoteBody,
  PageContent,
  Paragraph,
  Part,
  Table,
} from '../model/page-content.js';
import { type CellPlace, gridOf, type TableGrid } from '../model/table-grid.js';
import { plainText } from './drawn-text.js';
import { placeholderOf } from './placeholder.js';
import type { StructureElement, StructureTree, StructureType } from './structure.js';

/**
 * Lays out the structure tree for the content, in reading order, before anything is drawn: parts and sections, headings, paragraphs, lists, tables,
 * and each note after the block that first calls it. Gives the element of each paragraph and figure.
 */
export function structureOf(content: PageContent, tree: StructureTree): Map<object, StructureElement> {
  const structurer = new Structurer(content, tree);
  for (const part of content.parts) structurer.part(part, tree.root);
  structurer.uncalled(tree.root);
  return structurer.elements;
}

const headingTypes: readonly StructureType[] = ['H1', 'H2', 'H3', 'H4', 'H5', 'H6'];

class Structurer {
  readonly elements = new Map<object, StructureElement>();
  readonly #tree: StructureTree;
  readonly #waiting: Map<string, NoteBody>;
  #level = 1;

  constructor(content: PageContent, tree: StructureTree) {
    this.#tree = tree;
    this.#waiting = new Map(content.notes.map((note) => [note.id, note]));
  }

  part(part: Part, parent: StructureElement): void {
    const type: StructureType = part.kind === 'compilation' ? 'Part' : 'Sect';
    const element = parent.add(type, { T: new String(part.title) });
    const inside =
      part.kind === 'contents' ? element.add('TOC') : part.kind === 'index' ? element.add('Index') : element;
    this.#blocks(part.blocks, (block) => (isHead(block) ? element : inside));
    for (const inner of part.parts) this.part(inner, element);
  }

  /** Notes that nothing calls stand at the end: they are in the volume, so they are in the file. */
  uncalled(parent: StructureElement): void {
    for (const note of [...this.#waiting.values()]) this.#note(note, parent);
  }

  /** Blocks one after the other; the head of a list belongs to it. */
  #blocks(blocks: readonly Block[], parentOf: (block: Block) => StructureElement): void {
    let head: Paragraph | undefined;
    for (const [i, block] of blocks.entries()) {
      const next = blocks[i + 1];
      if (block.type === 'paragraph' && block.role === 'head-list' && next?.type === 'list' && next.items.length > 0)
        head = block;
      else if (block.type === 'list') {
        this.#list(block.items, parentOf(block), head);
        head = undefined;
      } else this.#block(block, parentOf(block));
    }
  }

  #block(block: Block, parent: StructureElement): void {
    switch (block.type) {
      case 'paragraph':
        this.#paragraph(block, parent);
        break;
      case 'list':
        this.#list(block.items, parent);
        break;
      case 'group': {
        // PDF 2.0 has no quotation in a cell (ISO 32005, Table 5).
        const isInCell = parent.type === 'TD' || parent.type === 'TH';
        const element = parent.add(
          block.role === 'quotation' && !isInCell ? 'BlockQuote' : block.role === 'attachment' ? 'Sect' : 'Div',
        );
        this.#blocks(block.blocks, () => element);
        break;
      }
      case 'table':
        this.#table(block, parent);
        break;
      case 'figure':
        this.#figure(block, parent);
        break;
    }
  }

  #paragraph(paragraph: Paragraph, parent: StructureElement): void {
    const lang = paragraph.lang === undefined ? {} : { Lang: new String(paragraph.lang) };
    if (parent.type === 'TOC') this.#entry(paragraph, parent);
    else this.elements.set(paragraph, parent.add(this.#headingOf(paragraph), lang));
    this.#notesOf(paragraph.inlines, parent);
    if (paragraph.label !== undefined) this.#notesOf(paragraph.label, parent);
  }

  /** An entry of the contents, with the words in a paragraph (ISO 32005, Table 5), and what it leads to. */
  #entry(paragraph: Paragraph, contents: StructureElement): void {
    const entry = contents.add('TOCI');
    const number = paragraph.inlines.find((inline) => inline.type === 'page-number');
    if (number?.type === 'page-number') entry.refersTo = number.target;
    this.elements.set(
      paragraph,
      entry.add('P', paragraph.lang === undefined ? {} : { Lang: new String(paragraph.lang) }),
    );
  }

  /** A heading by its level; a heading within a text, which has none, is one below the heading before it (PDF/UA-1, 7.4.2: no level is skipped). */
  #headingOf({ level, role }: Paragraph): StructureType {
    if (level !== undefined) this.#level = level;
    const at = level ?? (role === 'head-section' ? this.#level + 1 : undefined);
    return at === undefined ? 'P' : (headingTypes[Math.min(at, headingTypes.length) - 1] ?? 'P');
  }

  #list(items: readonly (readonly Block[])[], parent: StructureElement, head?: Paragraph): void {
    if (parent.type === 'TOC') {
      if (head !== undefined) this.#paragraph(head, parent);
      for (const item of items) for (const block of item) this.#block(block, parent);
      return;
    }
    const list = parent.add('L', numberingOf(items));
    if (head !== undefined) this.#paragraph(head, list.add('Caption'));
    for (const item of items) {
      const entry = list.add('LI');
      const first = item[0];
      if (first?.type === 'paragraph' && first.label !== undefined) this.elements.set(first.label, entry.add('Lbl'));
      const body = entry.add('LBody');
      this.#blocks(item, () => body);
    }
  }

  #table(table: Table, parent: StructureElement): void {
    const element = parent.add('Table');
    if (table.caption.length > 0) {
      const caption = element.add('Caption');
      for (const paragraph of table.caption) this.#paragraph(paragraph, caption);
    }
    const head = table.headRows > 0 ? element.add('THead') : undefined;
    const body = element.add('TBody');
    const grid = gridOf(table.rows);
    const covered = coveredIn(grid);
    for (const [i, places] of grid.rows.entries()) {
      const row = (i < table.headRows && head !== undefined ? head : body).add('TR');
      for (const place of places) {
        const element = row.add(place.cell.header ? 'TH' : 'TD', cellEntries(place, i < table.headRows));
        this.#blocks(place.cell.blocks, () => element);
      }
      // All rows have as many cells (PDF/UA-1, 7.5): what is missing of a short one is empty.
      for (let missing = grid.columns - (covered[i] ?? 0); missing > 0; missing--) row.add('TD');
    }
  }

  #figure(figure: Figure, parent: StructureElement): void {
    if (figure.image === undefined) this.elements.set(placeholderOf(figure), parent.add('P'));
    else this.elements.set(figure, parent.add('Figure', { Alt: new String(figure.alternative) }));
    for (const block of figure.caption) this.#block(block, parent);
  }

  #notesOf(inlines: readonly Inline[], parent: StructureElement): void {
    for (const inline of inlines) {
      if (inline.type !== 'call') continue;
      const note = this.#waiting.get(inline.note);
      // A note called from a heading or a contents line follows it in the section; lists of contents may hold entries only.
      if (note !== undefined && parent.type !== 'TOC') this.#note(note, parent);
    }
  }

  #note(note: NoteBody, parent: StructureElement): void {
    this.#waiting.delete(note.id);
    const element = parent.add('Note');
    this.#tree.name(element, note.id);
    this.#blocks(note.blocks, () => element);
  }
}

/** How many columns of each row have a cell, those from above counted. */
function coveredIn({ rows }: TableGrid<Cell>): number[] {
  const changes = Array.from({ length: rows.length + 1 }, () => 0);
  for (const place of rows.flat()) {
    changes[place.row] = (changes[place.row] ?? 0) + place.columns;
    changes[place.row + place.rows] = (changes[place.row + place.rows] ?? 0) - place.columns;
  }
  let sum = 0;
  return changes.map((change) => (sum += change));
}

/** The table attributes of a cell (PDF 32000-1, 14.8.5.7), where it has any. */
function cellEntries({ cell, columns, rows }: CellPlace<Cell>, isInHead: boolean): Readonly<Record<string, unknown>> {
  const attributes = {
    ...(columns > 1 ? { ColSpan: columns } : {}),
    ...(rows > 1 ? { RowSpan: rows } : {}),
    ...(cell.header ? { Scope: isInHead ? 'Column' : 'Row' } : {}),
  };
  return Object.keys(attributes).length > 0 ? { A: { O: 'Table', ...attributes } } : {};
}

/** How the items of a list are marked (ISO 32000-1, 14.8.5.5), where they are. */
function numberingOf(items: readonly (readonly Block[])[]): Readonly<Record<string, unknown>> {
  const labels = items.flatMap(([first]) =>
    first?.type === 'paragraph' && first.label !== undefined ? [plainText({ ...first, inlines: [] }).trim()] : [],
  );
  if (labels.length === 0) return {};
  const numbering = labels.every((label) => /^\(?\d/.test(label)) ? 'Decimal' : 'Disc';
  return { A: { O: 'List', ListNumbering: numbering } };
}

function isHead(block: Block): boolean {
  return block.type === 'paragraph' && block.level !== undefined;
}
