import type { Diagnostic, TextEdit } from '../diagnostics/diagnostic.js';

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
  const accepted: TextEdit[] = [];
  let count = 0;
  for (const { edits } of diagnostics) {
    if (edits === undefined || edits.length === 0 || edits.some((e) => accepted.some((a) => touches(a, e)))) continue;
    accepted.push(...edits);
    count++;
  }
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, replacement } of accepted.sort((a, b) => a.start - b.start)) {
    parts.push(text.slice(at, start), replacement);
    at = end;
  }
  return { text: parts.join('') + text.slice(at), count };
}

/** Whether two edits share a character, or stand at the very same place. */
function touches(a: TextEdit, b: TextEdit): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}
