import { createHash } from 'node:crypto';
import type { Paragraph } from '../model/page-content.js';
import type { TypeLine } from './line.js';
import {
  DocMeasure,
  DocPreprocessor,
  DocumentContext,
  LayoutBuilder,
  PageElementWriter,
  type PageItem,
  type PdfDocument,
} from './pdfmake.js';
import type { RaggedMeasure } from './ragged-measure.js';
import type { Typesetter } from './typesetter.js';
import type { ParagraphStyle } from './typography.js';

/** A text node of a pdfmake document definition, its text set by the press instead of by pdfmake. */
export interface PressLeaf {
  readonly text: '';
  /** `measured` where pdfmake needs to know how wide the paragraph would be: in the cells of tables. */
  readonly press: { readonly paragraph: Paragraph; readonly style: ParagraphStyle; readonly measured?: boolean };
  readonly margin: readonly [number, number, number, number];
}

/** A node of a pdfmake document definition. */
export type LayoutNode = PressLeaf | Readonly<Record<string, unknown>>;

/** What the galley has at one place: a line of type, or one of pdfmake's vectors and images. `y` is from the galley's top. */
export type GalleyItem =
  | {
      readonly kind: 'line';
      readonly y: number;
      readonly height: number;
      readonly line: TypeLine;
      readonly row?: number;
    }
  | {
      readonly kind: 'vector' | 'image';
      readonly y: number;
      readonly height: number;
      readonly item: Record<string, unknown>;
      readonly row?: number;
    };

/** How wide something is at least and at best, in points. */
export interface Extent {
  readonly min: number;
  readonly max: number;
}

/** A table as pdfmake has measured it: of each column its widest word and its widest line. */
interface MeasuredTable {
  readonly table: { readonly widths: readonly { readonly _minWidth: number; readonly _maxWidth: number }[] };
  readonly _offsets: { readonly total: number };
}

const ENDLESS = { width: 0, height: Infinity, orientation: 'portrait' };
const NO_MARGINS = { left: 0, top: 0, right: 0, bottom: 0 };

/**
 * Composes nodes on one endless page, as type was once set in a galley before it was made up into pages. pdfmake does stacks, columns, tables and
 * pictures; the lines of paragraphs come from the press's typesetter.
 */
export class Galley extends LayoutBuilder {
  readonly #typesetter: Typesetter;
  readonly #measure: number;
  #row: number | undefined;
  #rows = 0;
  readonly #rowOf = new Map<PageItem, number>();

  constructor(document: PdfDocument, typesetter: Typesetter, measure: number) {
    super({ ...ENDLESS, width: measure }, NO_MARGINS, null);
    this.#typesetter = typesetter;
    this.#measure = measure;
    this.docPreprocessor = new DocPreprocessor();
    this.docMeasure = new PressMeasure(document, typesetter);
    this.writer = new PageElementWriter(new DocumentContext());
    this.writer.addPage({ ...ENDLESS, width: measure }, null, NO_MARGINS);
    this.linearNodeList = [];
  }

  /** How far down the galley is filled, in points. */
  get depth(): number {
    return this.writer.context().y;
  }

  /** What the columns of a table ask for, in points: at least, and at best; and the white between them all. */
  columnsOf(table: LayoutNode): { readonly widths: readonly Extent[]; readonly gaps: number } {
    const measured = this.docMeasure.measureBlock(this.docPreprocessor.preprocessBlock(table));
    const { table: made, _offsets } = measured as unknown as MeasuredTable;
    return {
      widths: made.widths.map(({ _minWidth, _maxWidth }) => ({ min: _minWidth, max: _maxWidth })),
      gaps: _offsets.total,
    };
  }

  /** The widths that a paragraph asks for. */
  extentOf(paragraph: Paragraph, style: ParagraphStyle): Extent {
    return this.#typesetter.extent(paragraph, style);
  }

  /** The words of a paragraph, to be asked how many lines they make. */
  wordsOf(paragraph: Paragraph, style: ParagraphStyle): RaggedMeasure {
    return this.#typesetter.words(paragraph, style);
  }

  /** Sets a node below what is there and gives back what has been added, in the order of reading. */
  compose(node: LayoutNode): GalleyItem[] {
    const page = this.writer.context().pages[0];
    if (page === undefined) return [];
    this.processNode(this.docMeasure.measureBlock(this.docPreprocessor.preprocessBlock(node)));
    this.linearNodeList = [];
    const items = page.items.splice(0).map((item) => this.#item(item));
    this.#rowOf.clear();
    return items;
  }

  /** The lines of a leaf are set here; pdfmake's writer places them. */
  override processLeaf(node: object): void {
    const leaf = node as PressLeaf & { positions: object[] };
    const width = this.writer.context().availableWidth;
    for (const line of this.#typesetter.set(leaf.press.paragraph, leaf.press.style, width)) this.writer.addLine(line);
  }

  /** Notes which of the galley's items belong to a table's row, so that pages do not break within it. */
  override processRow(row: object): object {
    if (this.#row !== undefined) return super.processRow(row);
    this.#row = this.#rows++;
    const page = this.writer.context().pages[0];
    const before = page?.items.length ?? 0;
    const result = super.processRow(row);
    for (const item of page?.items.slice(before) ?? []) this.#rowOf.set(item, this.#row);
    this.#row = undefined;
    return result;
  }

  get measure(): number {
    return this.#measure;
  }

  #item(item: PageItem): GalleyItem {
    const row = this.#rowOf.get(item);
    const tagged = row === undefined ? {} : { row };
    if (item.type === 'line') {
      const line = item.item as unknown as TypeLine;
      return { kind: 'line', y: line.y, height: line.height, line, ...tagged };
    }
    const data = item.item;
    if (item.type === 'image')
      return { kind: 'image', y: Number(data['y']), height: Number(data['_height']), item: data, ...tagged };
    const y = Math.min(Number(data['y1'] ?? data['y'] ?? 0), Number(data['y2'] ?? data['y'] ?? 0));
    return { kind: 'vector', y, height: Number(data['h'] ?? 0), item: data, ...tagged };
  }
}

/** pdfmake measures nodes before it lays them out; of the press's leaves it needs the extent in tables only. */
class PressMeasure extends DocMeasure {
  readonly #document: PdfDocument;
  readonly #typesetter: Typesetter;

  constructor(document: PdfDocument, typesetter: Typesetter) {
    super(document, {}, {}, null, {});
    this.#document = document;
    this.#typesetter = typesetter;
  }

  /** pdfmake numbers the pictures of each galley from 1, as if it were the only one of the document: here a picture is named by its bytes. */
  override convertIfBase64Image(node: { image: string }): void {
    if (!node.image.startsWith('data:')) return;
    const name = createHash('sha256').update(node.image).digest('hex');
    this.#document.images[name] = node.image;
    node.image = name;
  }

  override measureLeaf(node: object): object {
    const leaf = node as PressLeaf & { _minWidth?: number; _maxWidth?: number };
    if (leaf.press.measured === true) {
      const { min, max } = this.#typesetter.extent(leaf.press.paragraph, leaf.press.style);
      leaf._minWidth = min;
      leaf._maxWidth = max;
    }
    return leaf;
  }
}
