/**
 * What the press uses of pdfmake's inner classes, which come without types. Pinned to pdfmake 0.3.11 and pdfkit 0.19.1;
 * tests/press/internals.test.ts fails when an upgrade changes what stands here.
 */
declare module 'pdfmake/js/PDFDocument.js' {
  import type { Readable } from 'node:stream';

  export interface Reference {
    readonly id: number;
    readonly data: Record<string, unknown>;
    write(chunk: string | Uint8Array): void;
    end(chunk?: string | Uint8Array): void;
  }

  export interface EmbeddedFont {
    readonly id: string;
    readonly name: string;
    readonly ascender: number;
    readonly descender: number;
    readonly capHeight: number;
    readonly xHeight: number;
    readonly widths: number[];
    readonly unicode: (readonly number[])[];
    readonly subset: { readonly glyphs: number[] };
    readonly font: {
      hasGlyphForCodePoint(codePoint: number): boolean;
      glyphForCodePoint(codePoint: number): { readonly id: number; readonly advanceWidth: number };
      readonly availableFeatures: readonly string[];
      readonly unitsPerEm: number;
    };
    encode(
      text: string,
      features?: readonly string[],
    ): [string[], { xAdvance: number; advanceWidth: number; xOffset: number; yOffset: number }[]];
    ref(): Reference;
  }

  export interface Page {
    readonly width: number;
    readonly height: number;
    readonly dictionary: Reference;
    readonly content: Reference;
    readonly fonts: Record<string, Reference>;
    readonly annotations: Reference[];
  }

  export interface OutlineItem {
    addItem(title: string, options?: object): OutlineItem;
  }

  export class PdfmakeDocument extends Readable {
    constructor(
      fonts: object,
      images: object,
      patterns: object,
      attachments: object,
      options: object,
      virtualfs?: object | null,
    );
    readonly page: Page;
    readonly outline: OutlineItem;
    readonly _root: Reference;
    readonly images: Record<string, string>;
    info: Record<string, unknown>;
    _id: Buffer;
    _offset: number;
    provideFont(family: string, bold: boolean, italics: boolean): EmbeddedFont;
    addPage(options: object): this;
    addContent(content: string): this;
    image(source: string, x: number, y: number, options: { readonly width: number; readonly height: number }): this;
    ref(data: object): Reference;
    appendXML(xml: string): void;
    file(source: Uint8Array, options: object): Reference;
    save(): this;
    restore(): this;
    rotate(angle: number, options: { origin: [number, number] }): this;
    transform(a: number, b: number, c: number, d: number, e: number, f: number): this;
    end(): void;
    _write(data: string | Uint8Array): void;
    _convertRect(x: number, y: number, width: number, height: number): number[];
  }
}

declare module 'pdfmake/js/DocumentContext.js' {
  export interface PageItem {
    readonly type: string;
    readonly item: Record<string, unknown>;
  }
  export interface GalleyPage {
    readonly items: PageItem[];
  }
  export class DocumentContext {
    x: number;
    y: number;
    availableWidth: number;
    availableHeight: number;
    readonly pages: GalleyPage[];
    moveDown(offset: number): boolean;
    addMargin(left: number, right?: number): void;
  }
}

declare module 'pdfmake/js/PageElementWriter.js' {
  import type { DocumentContext } from 'pdfmake/js/DocumentContext.js';
  export class PageElementWriter {
    constructor(context: DocumentContext);
    context(): DocumentContext;
    addLine(line: object, dontUpdateContextPosition?: boolean, index?: number): object | false;
    addPage(size: object, orientation: null, margins: object): void;
  }
}

declare module 'pdfmake/js/DocMeasure.js' {
  export class DocMeasure {
    constructor(document: object, styles: object, defaultStyle: object, svg: object | null, layouts: object);
    measureBlock(node: object): Record<string, unknown>;
    measureLeaf(node: object): object;
    convertIfBase64Image(node: { image: string }): void;
  }
}

declare module 'pdfmake/js/DocPreprocessor.js' {
  export class DocPreprocessor {
    preprocessBlock(node: object): object;
  }
}

declare module 'pdfmake/js/LayoutBuilder.js' {
  import type { DocMeasure } from 'pdfmake/js/DocMeasure.js';
  import type { DocPreprocessor } from 'pdfmake/js/DocPreprocessor.js';
  import type { PageElementWriter } from 'pdfmake/js/PageElementWriter.js';
  export class LayoutBuilder {
    constructor(pageSize: object, pageMargins: object, svgMeasure: object | null);
    writer: PageElementWriter;
    docMeasure: DocMeasure;
    docPreprocessor: DocPreprocessor;
    linearNodeList: object[];
    registerTableLayouts(layouts: object): void;
    processNode(node: object, isVerticalAlignmentAllowed?: boolean): void;
    processLeaf(node: object): void;
    processRow(row: object): object;
  }
}

declare module 'pdfmake/js/Printer.js' {
  import type { Readable } from 'node:stream';
  export class Printer {
    constructor(fonts: object, virtualfs: null, urlResolver: { resolve(): void; resolved(): Promise<void> });
    createPdfKitDocument(definition: object): Promise<Readable & { end(): void }>;
  }
}
