import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { PageContent, Paragraph } from '../model/page-content.js';
import type { TypeLine } from './line.js';
import { placesOf } from './missing-characters.js';
import type { PressOptions } from './options.js';

/** The room of a page, in points from its upper left corner. */
export interface Edges {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Whether a line drawn at a place goes over the edge of the page: nobody can read it there. */
export function isBeyond(line: TypeLine, x: number, baseline: number, { left, right, top, bottom }: Edges): boolean {
  return line.segments.some(
    ({ text, x: from, width }) =>
      text.trim() !== '' && (x + from < left || x + from + width > right || baseline < top || baseline > bottom),
  );
}

/** The paragraphs that are printed over the edge of a page, with the page on which it is seen first. */
export class BeyondEdge {
  readonly #pages = new Map<Paragraph, { readonly folio: string; readonly words: string }>();

  add(line: TypeLine, folio: string): void {
    const { paragraph } = line.of;
    if (this.#pages.has(paragraph)) return;
    const words = line.segments.map(({ text }) => text).join('');
    this.#pages.set(paragraph, { folio, words: words.trim() });
  }

  /** PR024 for the first of them on each page of a document: of a table too wide, every cell goes over the edge. */
  findings(content: PageContent, { file, locate }: PressOptions): Diagnostic[] {
    if (this.#pages.size === 0) return [];
    const places = placesOf(content);
    const told = new Set<string>();
    return [...this.#pages].flatMap(([paragraph, { folio, words }]) => {
      const id = places.get(paragraph) ?? '';
      if (told.has(`${folio} ${id}`)) return [];
      told.add(`${folio} ${id}`);
      const start = locate?.(id, words);
      const facts = { page: folio, where: id === '' ? 'the volume' : id, words: words.slice(0, 60) };
      return diagnostic('PR024', facts, { file, ...(start === undefined ? {} : { start }) });
    });
  }
}
