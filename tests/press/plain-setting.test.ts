import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Figure, Inline, PageContent, Paragraph, Part } from '../../src/model/page-content.js';
import { bundledFonts } from '../../src/press/font-files.js';
import { print } from '../../src/press/press.js';
import { readPages } from '../../src/transform/pdf/reading.js';
import { runs } from '../runs.js';
import { anyContent, NOTES } from './any-content.js';

/** What begins as a PNG does, and is none: pdfmake throws at it. */
const BROKEN_PICTURE = Buffer.from('\x89PNG\r\n\x1a\nno picture', 'latin1');
const brokenFigure: Figure = { type: 'figure', image: BROKEN_PICTURE, alternative: 'A view of the yard', caption: [] };
/** A role of which the press has no style: it throws at it. */
const brokenParagraph = {
  type: 'paragraph',
  role: 'no-such-role',
  inlines: [{ type: 'text', text: 'Broken words' }],
} as unknown as Paragraph;

const text = (words: string, ...more: Inline[]): Paragraph => ({
  type: 'paragraph',
  role: 'text',
  inlines: [{ type: 'text', text: words }, ...more],
});

function book(blocks: readonly Block[], notes: PageContent['notes'] = []): PageContent {
  const document: Part = { kind: 'document', id: 'd1', title: 'One', number: '1', blocks, parts: [] };
  return { lang: 'en', volume: 'v', title: 'Title', runningTitle: 'Title', parts: [document], notes };
}

function printed(content: PageContent) {
  const locate = (_: string, words: string) => ({ offset: words.length, line: 7, column: 1 });
  const { value, diagnostics } = print(content, { fonts: bundledFonts(), file: 'v.xml', locate });
  if (value === undefined) throw new Error('nothing printed');
  const found = diagnostics.filter(({ code }) => !/^PR0(01|2[12])$/.test(code));
  return { ...value, found };
}

const cell = (...blocks: Block[]) => ({ blocks, columns: 1, rows: 1, header: false });
/** Without what says where words may part. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: MAY_PART is one
const spaced = (words = ''): string => words.replace(/[\s\u0001]+/g, ' ').trim();

const callOf1: Inline = { type: 'call', note: 'n1', label: '1' };

describe('a block that the layout cannot set', () => {
  it('stands as plain paragraphs, told at its line; what is round it is as it was', () => {
    const table: Block = {
      type: 'table',
      caption: [text('A table')],
      headRows: 0,
      rows: [[cell(text('Left', callOf1)), cell(brokenFigure, text('right'))]],
    };
    const item = { ...brokenParagraph, label: [{ type: 'text', text: '(a)' } as const] };
    const note = { id: 'n1', label: '1', blocks: [text('A note.'), brokenParagraph] };
    const content = book(
      [text('Before.'), table, text('Between.'), { type: 'list', kind: 'simple', items: [[item]] }],
      [note],
    );
    const { found, drawn } = printed(content);
    expect(found.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'PR023 The PDF could not set a table of d1 in its form, at “A table”; its words stand there as plain paragraphs.',
      'PR023 The PDF could not set a list of d1 in its form, at “(a)”; its words stand there as plain paragraphs.',
      'PR023 The PDF could not set a paragraph of n1 in its form, at “Broken words”; its words stand there as plain paragraphs.',
    ]);
    expect(found.map(({ place }) => place?.start?.line)).toEqual([7, 7, 7]);
    const reading = readPages(content, drawn);
    const word = 'Before. A table Left right Between. (a) Broken words';
    expect(spaced(reading.sections.get('d1')?.text)).toBe(word);
    expect(spaced(reading.notes.get('n1')?.text)).toBe('A note. Broken words');
    expect(reading.sections.get('d1')?.calls).toBe(1);
  });

  it('is also a picture that pdfkit would read only after the file has been given out', () => {
    const transparent = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const { pdf, found } = printed(book([{ ...brokenFigure, image: transparent }]));
    expect(found.map(({ code }) => code)).toEqual(['PR023']);
    expect(Buffer.from(pdf).toString('latin1').trimEnd()).toMatch(/%%EOF$/);
  });

  it('of a passage that holds other blocks, it alone', () => {
    const passage: Block = {
      type: 'group',
      role: 'quotation',
      blocks: [text('Good.'), brokenFigure, text('Good too.')],
    };
    const { found } = printed(book([passage]));
    expect(found.map(({ message }) => message)).toEqual([
      'The PDF could not set a picture of d1 in its form, at “[Figure not supplied: A view of the yard]”; its words stand there as plain paragraphs.',
    ]);
  });

  it('is found wherever it stands in a book of anything', () => {
    const kinds: readonly (() => Block)[] = [
      () => ({ ...brokenFigure }),
      () => ({ ...brokenParagraph }),
      () => ({ type: 'group', role: 'plain', blocks: [{ ...brokenFigure }] }),
    ];
    fc.assert(
      fc.property(anyContent, fc.constantFrom(...kinds), fc.nat(NOTES), (content, broken, at) => {
        const notes = content.notes.map((note, i) =>
          i === at ? { ...note, blocks: [...note.blocks, broken()] } : note,
        );
        const last: Part = { kind: 'section', id: 'x', title: '', blocks: [text('Words.'), broken()], parts: [] };
        const { pdf, found } = printed({ ...content, notes, parts: [...content.parts, last] });
        expect(pdf.length).toBeGreaterThan(0);
        // What is too wide for the page, and columns that are left out, are told as well, and are another matter.
        const codes = found.map(({ code }) => code).filter((code) => code !== 'PR024' && code !== 'PR025');
        expect(codes).toEqual(at === NOTES ? ['PR023'] : ['PR023', 'PR023']);
      }),
      { numRuns: runs(2), endOnFailure: true },
    );
  });
});
