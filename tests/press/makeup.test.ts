import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MadePage, makeUp } from '../../src/press/makeup.js';
import type { Slug } from '../../src/press/slug.js';
import { runs } from '../runs.js';

const LINE = 10;
const DEPTH = 300;
const of = { part: { kind: 'document', id: 'd1', title: '', blocks: [], parts: [] }, chapter: '' } as const;

function line(more: Partial<Slug> = {}): Slug {
  return {
    items: [],
    height: LINE,
    gap: 0,
    breakBefore: 'free',
    onGrid: true,
    stretch: 0,
    calls: [],
    repeat: undefined,
    of,
    ...more,
  };
}

/** A paragraph of `n` lines; `calls` says which notes are called in which line. */
function paragraph(n: number, calls: Readonly<Record<number, readonly string[]>> = {}): Slug[] {
  return Array.from({ length: n }, (_, i) =>
    line({ calls: calls[i] ?? [], breakBefore: i === 1 || i === n - 1 ? (i === 0 ? 'free' : 'never') : 'free' }),
  );
}

const many = (n: number, make: (i: number) => Slug): Slug[] => Array.from({ length: n }, (_, i) => make(i));

function pagesOf(
  slugs: readonly Slug[],
  notes: Readonly<Record<string, number>> = {},
  firstSide?: 'recto' | 'verso',
): MadePage[] {
  const bodies = new Map(Object.entries(notes).map(([id, lines]) => [id, paragraph(lines)]));
  const placed = new Set<string>();
  return makeUp(slugs, {
    depth: () => DEPTH,
    leading: LINE,
    firstSide,
    note: (id) => bodies.get(id) ?? [],
    isPlaced: (id) => placed.has(id),
    place: (id) => placed.add(id),
  });
}

/** The page on which each note begins, and how many of its lines stand on which pages. */
function notesOn(pages: readonly MadePage[]): Map<string, { begins: number; lines: number[] }> {
  const found = new Map<string, { begins: number; lines: number[] }>();
  for (const [i, page] of pages.entries())
    for (const note of page.notes) {
      const known = found.get(note.id);
      if (known === undefined) found.set(note.id, { begins: i, lines: [note.slugs.length] });
      else known.lines.push(note.slugs.length);
    }
  return found;
}

function pageOfCall(pages: readonly MadePage[], id: string): number {
  return pages.findIndex((page) => page.text.some(({ slug }) => slug.calls.includes(id)));
}

function expectWithinPages(pages: readonly MadePage[]): void {
  for (const page of pages) {
    const floor = page.notes.length > 0 ? page.notesTop : DEPTH;
    expect(page.textBottom).toBeLessThanOrEqual(floor + 0.01);
    expect(page.notesTop).toBeGreaterThanOrEqual(-0.01);
  }
}

/** By how many lines pages that face each other end apart, in all; the last page of a run ends where it ends. */
function apart(pages: readonly MadePage[], firstSide: 'recto' | 'verso'): number {
  const foot = (page: MadePage): number => (page.notes.length > 0 ? DEPTH : page.textBottom);
  let sum = 0;
  for (const [i, page] of pages.slice(0, -2).entries()) {
    const facing = pages[i + 1];
    const isVerso = (firstSide === 'verso') === (i % 2 === 0);
    if (isVerso && facing !== undefined) sum += Math.round(Math.abs(foot(page) - foot(facing)) / LINE);
  }
  return sum;
}

describe('pages that face each other', () => {
  it('end on one line, though one of them could be longer', () => {
    // The page on the left must end a line early, and the one on the right could be full.
    const slugs = [...paragraph(29), ...paragraph(2), ...paragraph(80)];
    expect(pagesOf(slugs).map((page) => page.text.length)).toEqual([29, 30, 30, 22]);
    expect(pagesOf(slugs, {}, 'verso').map((page) => page.text.length)).toEqual([29, 29, 30, 23]);
    expect(pagesOf(slugs, {}, 'recto').map((page) => page.text.length)).toEqual([29, 30, 30, 22]);
  });

  it('end nearer to each other than without regard to it, or as near', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 10, maxLength: 80 }),
        fc.constantFrom('recto' as const, 'verso' as const),
        (lengths, side) => {
          const slugs = lengths.flatMap((n) => paragraph(n));
          const even = pagesOf(slugs, {}, side);
          expect(even.flatMap(({ text }) => text).length).toBe(slugs.length);
          expect(apart(even, side)).toBeLessThanOrEqual(apart(pagesOf(slugs), side));
        },
      ),
      { numRuns: runs(100) },
    );
  });
});

describe('page make-up', () => {
  it('fills pages with lines', () => {
    const pages = pagesOf(paragraph(75));
    expect(pages.map((page) => page.text.length)).toEqual([30, 30, 15]);
  });

  it('leaves no first or last line of a paragraph alone', () => {
    // 29 lines and then two of 2: the first of them would part at the foot.
    const pages = pagesOf([...paragraph(29), ...paragraph(2), ...paragraph(2)]);
    expect(pages.map((page) => page.text.length)).toEqual([29, 4]);
    // 31 lines: the last one alone would be a widow.
    expect(pagesOf(paragraph(31)).map((page) => page.text.length)).toEqual([29, 2]);
  });

  it('sets a note at the foot of the page of its call', () => {
    const pages = pagesOf(paragraph(60, { 3: ['a'], 40: ['b'] }), { a: 4, b: 5 });
    expect(pageOfCall(pages, 'a')).toBe(notesOn(pages).get('a')?.begins);
    expect(pageOfCall(pages, 'b')).toBe(notesOn(pages).get('b')?.begins);
    expectWithinPages(pages);
  });

  it('sets five calls in one line with their notes on one page', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const pages = pagesOf(paragraph(60, { 29: ids }), { a: 1, b: 1, c: 2, d: 3, e: 1 });
    for (const id of ids) expect(notesOn(pages).get(id)?.begins).toBe(pageOfCall(pages, id));
    expectWithinPages(pages);
  });

  it('brings the beginning of a long note to the page of its call in the last line, and the rest to the next', () => {
    const pages = pagesOf(paragraph(60, { 24: ['a'] }), { a: 12 });
    const note = notesOn(pages).get('a');
    expect(note?.begins).toBe(pageOfCall(pages, 'a'));
    expect(note?.lines.reduce((sum, n) => sum + n, 0)).toBe(12);
    for (const lines of note?.lines ?? []) expect(lines).toBeGreaterThanOrEqual(2);
  });

  it('carries a note longer than two pages over as many pages as it needs', () => {
    const pages = pagesOf(paragraph(9, { 5: ['a'] }), { a: 100 });
    const note = notesOn(pages).get('a');
    expect(note?.begins).toBe(0);
    expect(note?.lines.length).toBeGreaterThanOrEqual(3);
    expect(note?.lines.reduce((sum, n) => sum + n, 0)).toBe(100);
    // One page between holds nothing but the note.
    expect(pages.some((page) => page.text.length === 0 && page.notes.length === 1)).toBe(true);
    expectWithinPages(pages);
  });

  it('keeps a heading with its call, its note and the first lines of its text', () => {
    const head = line({ calls: ['a'] });
    const text = paragraph(10).map((slug, i) => (i === 0 ? { ...slug, breakBefore: 'never' as const } : slug));
    const pages = pagesOf([...paragraph(26), head, ...text], { a: 3 });
    expect(pages[0]?.text.length).toBe(26);
    expect(pages[1]?.text[0]?.slug).toBe(head);
    expect(notesOn(pages).get('a')?.begins).toBe(1);
  });

  it('shares out what a heading leaves empty among the pages before it', () => {
    const chain = [line(), ...many(7, () => line({ breakBefore: 'never' }))];
    const shared = pagesOf([...many(114, () => line()), ...chain, ...many(20, () => line())]);
    // Six lines are left on the fourth page for a chain of eight.
    const white = shared.slice(0, 4).map((page) => (DEPTH - page.textBottom) / LINE);
    expect(white.toSorted()).toEqual([1, 1, 2, 2]);
  });

  it('adds white above headings, in whole lines, where a page would stay short', () => {
    const head = line({ stretch: 2 });
    const chain = [line(), ...many(7, () => line({ breakBefore: 'never' }))];
    const [page] = pagesOf([...many(10, () => line()), head, ...many(17, () => line()), ...chain]);
    expect(page?.textBottom).toBe(DEPTH);
    expect(page?.text[10]?.slug).toBe(head);
    expect(page?.text[10]?.y).toBe(12 * LINE);
  });

  it('sets the beginning of each note on the page of its call where one line calls more than a page of them', () => {
    const pages = pagesOf(paragraph(3, { 0: ['a', 'b'] }), { a: 45, b: 10 });
    expect(pages[0]?.notes.map(({ id, continues }) => [id, continues])).toEqual([
      ['a', true],
      ['b', true],
    ]);
    expectWithinPages(pages);
  });

  it('sets a note once, however often it is called', () => {
    const pages = pagesOf(paragraph(90, { 2: ['a'], 8: ['a'], 70: ['a'] }), { a: 3 });
    expect(pages.flatMap((page) => page.notes).length).toBe(1);
  });

  it('sets the notes that a note calls after it', () => {
    const inner = new Map([
      ['a', [line({ calls: ['b'] }), line()]],
      ['b', [line()]],
    ]);
    const [page] = makeUp(paragraph(5, { 1: ['a'] }), {
      depth: () => DEPTH,
      leading: LINE,
      note: (id) => inner.get(id) ?? [],
      isPlaced: () => false,
      place: () => undefined,
    });
    expect(page?.notes.map((note) => note.id)).toEqual(['a', 'b']);
  });

  it('repeats the head of a table on each page', () => {
    const head = line();
    const rows = Array.from({ length: 80 }, () => line({ repeat: [head], onGrid: false }));
    const pages = pagesOf([head, ...rows]);
    expect(pages.length).toBe(3);
    for (const page of pages) expect(page.text[0]?.slug).toBe(head);
    expect(pages.flatMap((page) => page.text).length).toBe(83);
  });

  it('sets what is taller than a page on a page of its own', () => {
    const pages = pagesOf([...paragraph(3), line({ height: 400, onGrid: false }), ...paragraph(3)]);
    expect(pages.flatMap((page) => page.text).length).toBe(7);
  });

  it('loses nothing and never puts a call before its note, whatever comes', () => {
    const paragraphs = fc.array(
      fc.record({
        lines: fc.integer({ min: 1, max: 40 }),
        notes: fc.array(fc.integer({ min: 1, max: 45 }), { maxLength: 4 }),
      }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(paragraphs, (given) => {
        const notes: Record<string, number> = {};
        const slugs = given.flatMap(({ lines, notes: lengths }, p) => {
          const calls: Record<number, string[]> = {};
          for (const [k, length] of lengths.entries()) {
            const id = `p${p}n${k}`;
            notes[id] = length;
            const at = (k * 7) % lines;
            calls[at] = [...(calls[at] ?? []), id];
          }
          return paragraph(lines, calls);
        });
        const pages = pagesOf(slugs, notes);
        expect(pages.flatMap((page) => page.text.map(({ slug }) => slug))).toEqual(slugs);
        const found = notesOn(pages);
        for (const [id, length] of Object.entries(notes)) {
          expect(found.get(id)?.lines.reduce((sum, n) => sum + n, 0)).toBe(length);
          expect(found.get(id)?.begins).toBe(pageOfCall(pages, id));
        }
      }),
      { numRuns: runs(200) },
    );
  });
});
