import type { Line } from './segment.js';

/** A line that a width of the page has ended is so long, and none is longer than the second. */
const FULL = 50;
const LONGEST = 112;
/** So many lines must go on below each other. */
const FEWEST = 2;

/**
 * Which lines of a print that keeps the lines of its pages go on with the line above; none where a line is a paragraph. A line goes on right below a full
 * one, no further in.
 */
export function continued(lines: readonly Line[]): ReadonlySet<Line> {
  const found = new Set<Line>();
  if (lines.some(({ text }) => text.length > LONGEST)) return found;
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1];
    if (above === undefined || line.blankBefore > 0 || line.pageBefore) continue;
    if (above.text.length < FULL || line.indent > above.indent + 1 || /\s{3,}|\t/.test(above.text)) continue;
    if (/\s{3,}|\t/.test(line.text)) continue;
    found.add(line);
  }
  return found.size < FEWEST ? new Set() : found;
}
