import type { PageBreak } from '../../model/document.js';
import { uniqueIds } from '../../model/unique-ids.js';
import type { Cut } from './strand.js';

/** `[Page 181]`, as texts of the FRUS web site mark where a page of print begins. */
const MARK = /\[(?:Typeset |Facsimile )?Page (\[?[\w.–-]{1,12}\]?)\]/g;

/** A text without its page marks. */
export function withoutPageMarks(text: string): string {
  return text.includes('Page ') ? text.replace(MARK, '').trim() : text.trim();
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
  const idOf = uniqueIds();
  return (n) => idOf(`pg_${n.replace(/[^\w.-]/g, '')}`);
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
export function doubtfulMarks(lines: readonly MarkedLine[]): readonly DoubtfulMark[] {
  const all = marksOf(lines);
  const marks: NumberedMark[] = [];
  const lastOf = new Map<number, number>();
  for (const { n, at, isAlone, isReference } of all) {
    if (isReference || !/^\d+$/.test(n)) continue;
    const previous = lastOf.get(Number(n) - 1) ?? -1;
    lastOf.set(Number(n), marks.length);
    // A mark on a line of its own can be nothing else.
    marks.push({ at, worth: (marks[previous]?.worth ?? 0) + (isAlone ? 2 : 1), previous });
  }
  let last = -1;
  for (const [index, { worth }] of marks.entries()) if (worth > (marks[last]?.worth ?? 0)) last = index;
  const chain = new Set<number>();
  for (; last >= 0; last = marks[last]?.previous ?? -1) chain.add(marks[last]?.at ?? 0);
  const isOrdered = (n: string, at: number): boolean =>
    /^\d+$/.test(n) ? chain.has(at) : marks.length === 0 || !/^[ivxlc]+$/i.test(n);
  return all.filter(({ n, at, isReference }) => isReference || !isOrdered(n, at)).map(({ n, at }) => ({ n, at }));
}

interface MarkedLine {
  readonly text: string;
  readonly start: number;
}

interface FoundMark extends DoubtfulMark {
  /** It is the whole line. */
  readonly isAlone: boolean;
  /** The sentence needs it. */
  readonly isReference: boolean;
}

/** All marks of some lines, in their order. */
function marksOf(lines: readonly MarkedLine[]): readonly FoundMark[] {
  return lines.flatMap(({ text, start }) =>
    !text.includes('Page ')
      ? []
      : [...text.matchAll(MARK)].map((match): FoundMark => {
          const end = match.index + match[0].length;
          return {
            n: match[1] ?? '',
            at: start + match.index,
            isAlone: match[0] === text,
            isReference:
              BEFORE_REFERENCE.test(text.slice(Math.max(0, match.index - 10), match.index)) &&
              AFTER_REFERENCE.test(text.slice(end, end + 5)),
          };
        }),
  );
}

interface NumberedMark {
  readonly at: number;
  /** How much speaks for the chain of marks that ends with this one. */
  readonly worth: number;
  /** The mark before it in the chain, by its place among the marks. */
  readonly previous: number;
}
