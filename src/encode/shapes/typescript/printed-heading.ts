import { printedNumber, readHeading } from '../../../grammar/heading.js';
import type { TypedFacts } from '../../facts/typed-facts.js';
import type { ScoredLine } from '../../regions/scores/place.js';

/** So many lines can stand above the heading of a printed document. */
const HEAD_LINES = 8;

/** The number that the heading of a printed series gives its document, where the text was taken from a book; undefined for any typescript. */
export function printedNumberOf(lines: readonly ScoredLine[]): string | undefined {
  const heading = lines.slice(0, HEAD_LINES).find(({ forms }) => forms.isTitle && forms.item !== undefined);
  return heading === undefined ? undefined : printedNumber(heading.line.text);
}

/** The heading of a printed series says who writes to whom. */
export function tellCorrespondents(text: string, facts: TypedFacts): void {
  const { correspondents } = readHeading(text);
  if (correspondents.length < 2 || !/^\[?\d/.test(text)) return;
  for (const { type, element, span } of correspondents)
    facts[type].push({
      element: element === 'persName' ? 'persName' : 'orgName',
      name: text.slice(span.start, span.end),
    });
}
