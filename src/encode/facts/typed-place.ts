import type { Span } from '../../model/position.js';

/** The place of a dateline, where it is none of a paper's numbers (`RAR-14, June 30, 1967`). */
export function placeIn(text: string, span: Span | undefined): { readonly place?: string } {
  const place = span === undefined ? '' : text.slice(span.start, span.end);
  return place === '' || /^[A-Z.]{1,6}[-\s]?\d/.test(place) ? {} : { place };
}

/** A place without the comma or stop behind it; that of an abbreviation (`D. C.`) stays. */
export function withoutStop(text: string): string {
  return text.replace(/,\s*$|(?<=\p{Ll}{2}|\p{Lu}{3})\.\s*$/u, '').replace(/\s+$/, '');
}

/** Words that no town has: of a file, a copy, a marking. */
export const OF_PAPERS =
  /\b(?:FILES?|COPY|SECRET|CONFIDENTIAL|RESTRICTED|REGISTRY|STAFF|DIVISION|BRANCH|SECTION|EDITION|REPORT|PAPERS?|SERIES)\b/i;
