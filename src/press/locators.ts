import type { Inline, PageNumber } from '../model/page-content.js';
import type { PageSpan } from './source-pages.js';

/** Where numbers of pages are asked for: places in the file, and the numbers of these. */
export interface PageFinder {
  pagesOf(number: PageNumber): PageSpan | undefined;
  folioAt(index: number): string | undefined;
}

/** A number of an index as it is printed: nothing where the number before it says the same. */
export interface Locator {
  readonly text: string;
  readonly isPrinted: boolean;
}

/**
 * The numbers of an entry as they are printed: each with the pages of this edition, a number that has just been printed left out, and ranges that run into one another as one. Numbers
 * of notes stand for themselves. The indexer of the source has parted what only touches; numbers that this edition makes are joined there too.
 */
export function locatorsOf(inlines: readonly Inline[], finder: PageFinder): ReadonlyMap<PageNumber, Locator> {
  const locators = new Map<PageNumber, Locator>();
  let open: { number: PageNumber; span: PageSpan } | undefined;
  for (const number of inlines) {
    if (number.type !== 'page-number') continue;
    const span = finder.pagesOf(number);
    if (span === undefined) {
      open = undefined;
      locators.set(number, { text: number.text, isPrinted: true });
      continue;
    }
    const joined = open === undefined ? undefined : joinedSpan(open, number, span);
    if (open !== undefined && joined !== undefined) {
      open.span = joined;
      locators.set(open.number, { text: textOf(joined, finder), isPrinted: true });
      locators.set(number, { text: '', isPrinted: false });
    } else {
      open = { number, span };
      locators.set(number, { text: textOf(span, finder), isPrinted: true });
    }
  }
  return locators;
}

/** The span of two numbers that are printed as one; undefined where they are not. */
function joinedSpan(
  open: { number: PageNumber; span: PageSpan },
  next: PageNumber,
  span: PageSpan,
): PageSpan | undefined {
  if (next.before === undefined || open.number.suffix?.text !== next.suffix?.text) return undefined;
  const { first, last } = open.span;
  if (first === span.first && last === span.last) return span;
  const isNote = next.suffix !== undefined;
  const reach = next.text === '' ? last + 1 : last;
  // One page after another is no range of the indexer's: “101, 102”.
  const isOne = next.text !== '' && first === last && span.first === span.last;
  if (isNote || isOne || span.first > reach || span.first < first) return undefined;
  return { first, last: Math.max(last, span.last) };
}

function textOf({ first, last }: PageSpan, finder: PageFinder): string {
  const from = finder.folioAt(first) ?? '';
  const to = finder.folioAt(last) ?? '';
  return from === to ? from : `${from}–${to}`;
}
