import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { bundledFonts } from '../../src/press/font-files.js';
import {
  DocMeasure,
  DocPreprocessor,
  DocumentContext,
  LayoutBuilder,
  PageElementWriter,
  PdfmakeDocument,
} from '../../src/press/pdfmake.js';
import { PressDocument } from '../../src/press/press-document.js';

const require = createRequire(import.meta.url);
const version = (name: string): string =>
  (JSON.parse(readFileSync(require.resolve(`${name}/package.json`), 'utf8')) as { version: string }).version;

/** What the press overrides or calls inside pdfmake and pdfkit. An upgrade that changes any of it must fail here, not on a page. */
describe('the inner classes of pdfmake that the press stands on', () => {
  it('are those of the pinned versions', () => {
    expect(version('pdfmake')).toBe('0.3.11');
    expect(version('pdfkit')).toBe('0.19.1');
  });

  it('have the methods that are overridden and called', () => {
    const methods: readonly (readonly [object, readonly string[]])[] = [
      [LayoutBuilder.prototype, ['processNode', 'processLeaf', 'processRow', 'processTable']],
      [DocMeasure.prototype, ['measureBlock', 'measureLeaf', 'measureTable', 'convertIfBase64Image']],
      [DocPreprocessor.prototype, ['preprocessBlock']],
      [PageElementWriter.prototype, ['addPage', 'addLine', 'context']],
      [DocumentContext.prototype, ['moveDown', 'addMargin', 'addPage']],
      [
        PdfmakeDocument.prototype,
        ['provideFont', 'addPage', 'addContent', 'image', 'ref', 'end', '_write', '_convertRect'],
      ],
    ];
    for (const [prototype, names] of methods)
      for (const name of names) expect(Reflect.get(prototype, name), name).toBeTypeOf('function');
  });

  it('processLeaf still takes the lines of a text node and gives them to the writer', () => {
    const source = LayoutBuilder.prototype.processLeaf.toString();
    expect(source).toContain('this.buildNextLine(node)');
    expect(source).toContain('this.writer.addLine(line)');
  });

  it('shape text and count glyphs of a subset as before', () => {
    const document = new PressDocument(bundledFonts(), {
      title: 'x',
      lang: 'en',
      date: new Date(0),
      tagged: true,
      accessibility: 1,
      conformance: undefined,
    });
    const { font } = document.faces.text(false, false);
    const [codes, positions] = font.encode('office');
    expect(codes.every((code) => /^[0-9a-f]{4}$/.test(code))).toBe(true);
    expect(positions[0]).toMatchObject({ xAdvance: expect.any(Number), advanceWidth: expect.any(Number) });
    const before = font.subset.glyphs.length;
    const { softHyphen } = document.faces.text(false, false);
    expect(font.subset.glyphs.length).toBe(before + 1);
    expect(font.unicode.at(-1)).toEqual([0xad]);
    expect(softHyphen.width).toBeGreaterThan(200);
  });
});
