/**
 * The one door to pdfmake (0.3.11, pinned) and to pdfkit below it. The press uses pdfmake's classes, not only its public function, so everything
 * that reaches into them is named here and in `pdfmake-internals.d.ts`; `tests/press/internals.test.ts` checks each of them.
 */
import { createRequire } from 'node:module';

export type { PageItem } from 'pdfmake/js/DocumentContext.js';
export type { EmbeddedFont, PdfmakeDocument as PdfDocument, Reference } from 'pdfmake/js/PDFDocument.js';

const require = createRequire(import.meta.url);

/** A class of pdfmake's, the default export of its CommonJS module. */
function inner<T>(name: string): T {
  return (require(`pdfmake/js/${name}.js`) as { readonly default: T }).default;
}

export const DocMeasure = inner<typeof import('pdfmake/js/DocMeasure.js').DocMeasure>('DocMeasure');
export const DocPreprocessor = inner<typeof import('pdfmake/js/DocPreprocessor.js').DocPreprocessor>('DocPreprocessor');
export const DocumentContext = inner<typeof import('pdfmake/js/DocumentContext.js').DocumentContext>('DocumentContext');
export const LayoutBuilder = inner<typeof import('pdfmake/js/LayoutBuilder.js').LayoutBuilder>('LayoutBuilder');
export const PageElementWriter =
  inner<typeof import('pdfmake/js/PageElementWriter.js').PageElementWriter>('PageElementWriter');
export const PdfmakeDocument = inner<typeof import('pdfmake/js/PDFDocument.js').PdfmakeDocument>('PDFDocument');
/** pdfmake as its users know it: a document definition in, a document out. The press does without it; the bench compares the two. */
export const Printer = inner<typeof import('pdfmake/js/Printer.js').Printer>('Printer');
