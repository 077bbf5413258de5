import type { PageBreak } from '../../model/document.js';
import type { Cut } from './strand.js';

/** `[Page 181]`, as texts of the FRUS web site mark where a page of print begins. */
const MARK = /\[(?:Typeset |Facsimile )?Page (\[?[\w.–-]{1,12}\]?)\]/g;

/** A text without its page marks. */
export function withoutPageMarks(text: string): string {
  return text.replace(MARK, '').trim();
}

/**
 * The page marks of a line as cuts that leave page breaks; a blank on both sides of a mark is one blank.
 * @param isPage whether the mark at a place of the line is one; all are where it is not given
 */
export function pageCuts(
  text: string,
  pageId: (n: string) => string,
  isPage: (at: number) => boolean = () => true,
): readonly Cut[] {
  if (!text.includes('Page ')) return [];
  const cuts: Cut[] = [];
  for (const match of text.matchAll(MARK)) {
    if (!isPage(match.index)) continue;
    const n = match[1] ?? '';
    const end = match.index + match[0].length;
    const isSpaced = text[end] === ' ' && (match.index === 0 || text[match.index - 1] === ' ');
    const node: PageBreak = { element: 'pb', attributes: { n, 'xml:id': pageId(n) }, children: [] };
    cuts.push({ start: match.index, end: isSpaced ? end + 1 : end, node });
  }
  return cuts;
}

/** Page ids are `pg_N`, as in FRUS; a page that occurs again gets a suffix. */
export function pageIds(): (n: string) => string {
  const counts = new Map<string, number>();
  return (n) => {
    const name = n.replace(/[^\w.-]/g, '');
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return `pg_${name}${count === 1 ? '' : `-${count}`}`;
  };
}

/** A page mark that is out of the order of the pages, or words of the text: it stays in the text. */
export interface DoubtfulMark {
  readonly n: string;
  /** The offset in the raw text. */
  readonly at: number;
}

/** A mark that the sentence needs: no sentence goes on with `of` after these words. */
const BEFORE_REFERENCE = /\b(?:see|on|at|as|in|from|to|by|under|cf\.)\s*$/i;
const AFTER_REFERENCE = /^\s*of\b/;

/**
 * The marks of a text that are no marks of pages. Pages count up by one; of all chains of marks that do the longest is taken, and what is out
 * of it is text: a reference to a page of something else. One pass.
 */
export function doubtfulMarks(
  lines: readonly { readonly text: string; readonly start: number }[],
): readonly DoubtfulMark[] {
  const doubtful: DoubtfulMark[] = [];
  const marks: (DoubtfulMark & { readonly number: number; readonly length: number; readonly before: number })[] = [];
  const lastOf = new Map<number, number>();
  for (const { text, start } of lines) {
    if (!text.includes('Page ')) continue;
    for (const match of text.matchAll(MARK)) {
      const n = match[1] ?? '';
      const one = { n, at: start + match.index };
      const end = match.index + match[0].length;
      const around = [text.slice(Math.max(0, match.index - 10), match.index), text.slice(end, end + 5)] as const;
      if (BEFORE_REFERENCE.test(around[0]) && AFTER_REFERENCE.test(around[1])) doubtful.push(one);
      else if (/^\d+$/.test(n)) {
        const before = lastOf.get(Number(n) - 1) ?? -1;
        lastOf.set(Number(n), marks.length);
        marks.push({ ...one, number: Number(n), length: (marks[before]?.length ?? 0) + 1, before });
      }
    }
  }
  let at = -1;
  for (const [index, { length }] of marks.entries()) if (length > (marks[at]?.length ?? 0)) at = index;
  const chain = new Set<number>();
  for (; at >= 0; at = marks[at]?.before ?? -1) chain.add(at);
  return [...doubtful, ...marks.filter((_, index) => !chain.has(index)).map(({ n, at: place }) => ({ n, at: place }))];
}
