import type { PageBreak } from '../../model/document.js';
import type { Cut } from './strand.js';

/** `[Page 181]`, as texts of the FRUS web site mark where a page of print begins. */
const MARK = /\[(?:Typeset |Facsimile )?Page (\[?[\w.–-]{1,12}\]?)\]/g;

/** A text without its page marks. */
export function withoutPageMarks(text: string): string {
  return text.replace(MARK, '').trim();
}

/** The page marks of a line as cuts that leave page breaks; a blank on both sides of a mark is one blank. */
export function pageCuts(text: string, pageId: (n: string) => string): readonly Cut[] {
  if (!text.includes('Page ')) return [];
  const cuts: Cut[] = [];
  for (const match of text.matchAll(MARK)) {
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
