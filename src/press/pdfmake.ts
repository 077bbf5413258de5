/**
 * The one door to pdfmake (0.3.11, pinned) and to pdfkit below it. The press uses pdfmake's classes, not only its public function, so everything
 * that reaches into them is named here and in `pdfmake-internals.d.ts`; `tests/press/internals.test.ts` checks each of them.
 */
import docMeasure from 'pdfmake/js/DocMeasure.js';
import docPreprocessor from 'pdfmake/js/DocPreprocessor.js';
import documentContext from 'pdfmake/js/DocumentContext.js';
import layoutBuilder from 'pdfmake/js/LayoutBuilder.js';
import pageElementWriter from 'pdfmake/js/PageElementWriter.js';
import pdfDocument from 'pdfmake/js/PDFDocument.js';
import renderer from 'pdfmake/js/Renderer.js';

export type { DocMeasure as DocMeasureInstance } from 'pdfmake/js/DocMeasure.js';
export type { PageItem } from 'pdfmake/js/DocumentContext.js';
export type { EmbeddedFont, OutlineItem, PdfmakeDocument as PdfDocument, Reference } from 'pdfmake/js/PDFDocument.js';

export const DocMeasure = docMeasure.default;
export const DocPreprocessor = docPreprocessor.default;
export const DocumentContext = documentContext.default;
export const LayoutBuilder = layoutBuilder.default;
export const PageElementWriter = pageElementWriter.default;
export const PdfmakeDocument = pdfDocument.default;
export const Renderer = renderer.default;
