import { describe, expect, it } from 'vitest';
import type { Block, Figure, Inline, PageContent, Part } from '../../src/model/page-content.js';
import { bundledFonts } from '../../src/press/font-files.js';
import { print } from '../../src/press/press.js';
import { png } from '../../src/transform/epub/png.js';

/** A picture that is told from others by its width. */
const picture = (width: number): Figure => ({
  type: 'figure',
  image: png(width, 2, new Uint8Array(width * 2), [255, 255, 255], [0, 0, 0]),
  alternative: 'A view',
  caption: [],
});

function part(kind: Part['kind'], id: string, blocks: readonly Block[]): Part {
  return { kind, id, title: id, blocks, parts: [] };
}

/** The widths of the pictures that a book shows, one for each in the file, in their order. */
function picturesOf(content: Pick<PageContent, 'parts' | 'notes'>): number[] {
  const facts = { lang: 'en', volume: 'v', title: 'Title', runningTitle: 'Title' };
  const { value } = print({ ...facts, ...content }, { fonts: bundledFonts(), file: 'v.xml' });
  const file = Buffer.from(value?.pdf ?? []).toString('latin1');
  const pictures = file.split('endobj').filter((object) => object.includes('/Subtype /Image'));
  return pictures.map((object) => Number(/\/Width (\d+)/.exec(object)?.[1]));
}

describe('the pictures of a book', () => {
  it('are each where it belongs: in every chapter, cell and note another', () => {
    const call: Inline = { type: 'call', note: 'n1', label: '1' };
    const cell = { blocks: [picture(6), picture(8)], columns: 1, rows: 1, header: false };
    const parts = [
      part('chapter', 'c1', [picture(2), { type: 'paragraph', role: 'text', inlines: [call] }]),
      part('chapter', 'c2', [picture(4), { type: 'table', caption: [], headRows: 0, rows: [[cell]] }]),
      part('index', 'i1', [picture(10)]),
    ];
    const label: Inline = { type: 'note-label', note: 'n1', label: '1' };
    const notes = [
      { id: 'n1', label: '1', blocks: [{ type: 'paragraph', role: 'text', inlines: [label] } as const, picture(12)] },
    ];
    expect(picturesOf({ parts, notes }).toSorted((a, b) => a - b)).toEqual([2, 4, 6, 8, 10, 12]);
  });

  it('are in the file once, however often they are shown', () => {
    expect(
      picturesOf({ parts: [part('chapter', 'c1', [picture(2)]), part('chapter', 'c2', [picture(2)])], notes: [] }),
    ).toEqual([2]);
  });
});
