import { readDateline } from '../../grammar/dateline.js';
import type { Line } from './segment.js';

/** A line that a width of the page has ended is so long, and none is longer than the second. */
const FULL = 50;
const LONGEST = 112;
/** So many sentences must go on below each other, and so many of the lines that may go on, before a line goes on that does not show it. */
const FEWEST = 2;
const SHARE = 0.25;
/** Of the width of the page a line that goes on fills so much. */
const FILLED = 0.85;
/** A line as short as this is no whole paragraph of a print. */
const SHORT = 40;

/** What a line ends with whose sentence has not ended, and what the rest of a sentence begins with. */
const OPEN = /(?:[\p{L}\p{N}][,;]?|[-–—])$/u;
const REST = /^[(“]?\p{Ll}/u;
const STOP = /[.?!:;][”"’)\]]*$/;
const ITEM = /^(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]|[-–—•*]\s)/;
const COLUMNS = /\s{3,}|\t/;

/**
 * Which lines of a print that keeps the lines of its pages go on with the line above; none where a line is a paragraph. A line goes on right below a full
 * one, no further in: where its sentence shows it, and elsewhere if the print is seen to break its sentences at a width.
 *
 * @param lines The lines of the text.
 * @param textOf What a line says, without the calls of notes.
 */
export function continued(lines: readonly Line[], textOf: (index: number) => string): ReadonlySet<Line> {
  if (lines.some(({ text }) => text.length > LONGEST)) return new Set();
  const sure = new Set<Line>();
  const possible: { readonly line: Line; readonly above: string; readonly text: string }[] = [];
  let width = 0;
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1];
    if (above === undefined || line.blankBefore > 0 || line.pageBefore) continue;
    if (above.text.length < FULL || line.indent > above.indent + 1) continue;
    const [upper, lower] = [textOf(index - 1), textOf(index)];
    if (COLUMNS.test(upper) || COLUMNS.test(lower)) continue;
    if (REST.test(lower) && OPEN.test(upper) && !ITEM.test(lower)) {
      sure.add(line);
      width = Math.max(width, above.text.length);
    } else {
      possible.push({ line, above: upper, text: lower });
    }
  }
  if (sure.size < FEWEST || sure.size < SHARE * (sure.size + possible.length)) return sure;
  return new Set([
    ...sure,
    ...possible
      .filter(({ above, text }) => above.length >= FILLED * width && !beginsAnew(above, text))
      .map(({ line }) => line),
  ]);
}

/** Whether a line below a full one is something of its own: a dateline, an item, a name below the last sentence. */
function beginsAnew(above: string, text: string): boolean {
  if (ITEM.test(text) || readDateline(text)?.date !== undefined) return true;
  return STOP.test(above) && text.length < SHORT && !STOP.test(text);
}
