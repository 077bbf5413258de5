import type { Inline, PageBreak } from '../../model/document.js';
import { append } from '../../model/list.js';
import type { Dropped } from '../proof/declared.js';
import type { PagedLines, RunningHead } from './running-heads.js';
import type { Line } from './segment.js';
import type { Cut } from './strand.js';

/** What is made of heads of pages besides their nodes. */
interface Made {
  /** Makes the ids of pages. */
  readonly pageId: (n: string) => string;
  /** Takes the numbers, which are no words of the text. */
  readonly dropped: Dropped[];
}

/** The heads of pages at the lines of the text that stand below them, or, below the last, behind it: where a list of notes stands between, its page is that of the text after it. */
export function headsAt(
  lines: readonly Line[],
  body: readonly Line[],
  heads: Pick<PagedLines, 'above' | 'trailing'> | undefined,
  made: Made,
): ReadonlyMap<Line, { readonly before: readonly Cut[]; readonly after: readonly Cut[] }> {
  const found = new Map<Line, { before: Cut[]; after: Cut[] }>();
  if (heads === undefined || (heads.above.size === 0 && heads.trailing.length === 0)) return found;
  const isOfText = new Set(body);
  let pending: RunningHead[] = [];
  for (const line of lines) {
    append(pending, heads.above.get(line.start) ?? []);
    if (pending.length === 0 || !isOfText.has(line)) continue;
    found.set(line, { before: headCuts(pending, 0, made), after: [] });
    pending = [];
  }
  const last = body.at(-1);
  append(pending, heads.trailing);
  if (last === undefined || pending.length === 0) return found;
  const after = headCuts(pending, last.text.length, made);
  return found.set(last, { before: found.get(last)?.before ?? [], after });
}

/** Heads of pages as page breaks, each with the words that the page prints beside its number. */
function headCuts(heads: readonly RunningHead[], at: number, { pageId, dropped }: Made): Cut[] {
  return heads.flatMap(({ n, mark, title }): Cut[] => {
    const cuts: Cut[] = [];
    if (n !== undefined) {
      dropped.push({ ...mark, kind: 'page mark' });
      const node: PageBreak = { element: 'pb', attributes: { n, 'xml:id': pageId(n) }, children: [] };
      cuts.push({ start: at, end: at, node });
    }
    if (title !== undefined) {
      const words: Inline = { element: 'text', text: title.text, at: title.start };
      cuts.push({ start: at, end: at, node: { element: 'fw', attributes: { type: 'header' }, children: [words] } });
    }
    return cuts;
  });
}
