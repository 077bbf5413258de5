import type { Line } from '../page/segment.js';
import type { Candidate } from './call-candidates.js';
import type { Matched } from './calls.js';

const OPEN = /\[\s*(?:(?:foot|end)note|note de bas de page)\s*(\d{1,4}[a-z]?)?\s*:\s*/giu;

/** A note that stands in its brackets where it is called: `[Footnote: Not printed.]`. */
export interface InlineNote extends Matched {
  readonly call: Candidate;
}

/** The notes that stand in the text itself, with the stretch of each as its call. Those without a number are counted. */
export function inlineNotes(lines: readonly Line[], taken: (line: number) => boolean): readonly InlineNote[] {
  const found: InlineNote[] = [];
  for (const [line, { text, start }] of lines.entries()) {
    if (!text.includes('[') || !/\[\s*(?:foot|end)?note/i.test(text) || taken(line)) continue;
    let after = 0;
    for (const match of text.matchAll(OPEN)) {
      if (match.index < after) continue;
      const words = match.index + match[0].length;
      const end = closing(text, words);
      if (end === undefined) break;
      after = end;
      if (match.index === 0 && match[1] !== undefined) continue; // one of a list
      const label = match[1] ?? String(found.length + 1);
      // The blank before the bracket is none of the text's.
      let from = match.index;
      while (from > 0 && text[from - 1] === ' ') from--;
      const span = { start: from, end: end + 1 };
      found.push({
        label,
        note: {
          lines: [
            { text: text.slice(words, end), start: start + words, line: { start: start + words, end: start + end } },
          ],
        },
        call: { line, span, label, weight: 10, style: 'word' },
      });
    }
  }
  return found;
}

/** Where the bracket closes that is open from `from` on. */
function closing(text: string, from: number): number | undefined {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '[') depth++;
    else if (text[at] === ']' && --depth === 0) return at;
  }
  return undefined;
}
