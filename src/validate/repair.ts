import type { Diagnostic, TextEdit } from '../diagnostics/diagnostic.js';
import { firstFrom } from '../model/list.js';

export interface Repaired {
  readonly text: string;
  /** How many findings were repaired. */
  readonly count: number;
}

/**
 * Applies the safe repairs that findings carry, and changes nothing else: what no edit names stays as it is, to the byte. All edits of a
 * finding are made or none; of two findings that would change the same place only the first is repaired, and the other waits for the next
 * pass.
 */
export function repair(text: string, diagnostics: readonly Diagnostic[]): Repaired {
  /** In the order of the text; no two touch. */
  let accepted: readonly TextEdit[] = [];
  let count = 0;
  for (const { edits } of diagnostics) {
    if (edits === undefined || edits.length === 0) continue;
    const more = withAll(accepted, edits);
    if (more === undefined) continue;
    accepted = more;
    count++;
  }
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, replacement } of accepted) {
    parts.push(text.slice(at, start), replacement);
    at = end;
  }
  return { text: parts.join('') + text.slice(at), count };
}

/** The edits with others among them; undefined where one of those touches another edit. */
function withAll(accepted: readonly TextEdit[], edits: readonly TextEdit[]): readonly TextEdit[] | undefined {
  let all = accepted;
  for (const edit of edits) {
    const at = placeFor(all, edit.start);
    const [before, after] = [all[at - 1], all[at]];
    if ((before !== undefined && touches(before, edit)) || (after !== undefined && touches(after, edit)))
      return undefined;
    all = all.toSpliced(at, 0, edit);
  }
  return all;
}

/** How many edits begin before an offset. */
function placeFor(edits: readonly TextEdit[], offset: number): number {
  return firstFrom(edits, ({ start }) => start >= offset);
}

/** Whether two edits share a character, or stand at the very same place. */
function touches(a: TextEdit, b: TextEdit): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}
