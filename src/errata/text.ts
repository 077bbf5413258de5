import type { TextChange } from './changes.js';
import type { Hunk } from './sequences.js';

/** How many words on either side of a change are shown. */
const CONTEXT = 6;

/** Changes with no more words than this between them are read as one: `For “the first of May” read “a second of June”`. */
const BETWEEN = 1;

/** The changes of a text, each with the words around it. */
export function textChanges(
  before: readonly string[],
  after: readonly string[],
  hunks: readonly Hunk[],
): readonly TextChange[] {
  return joined(hunks).map(({ before: [b0, b1], after: [a0, a1] }) => ({
    before: before.slice(b0, b1).join(' '),
    after: after.slice(a0, a1).join(' '),
    lead: before.slice(Math.max(0, b0 - CONTEXT), b0).join(' '),
    tail: before.slice(b1, b1 + CONTEXT).join(' '),
  }));
}

function joined(hunks: readonly Hunk[]): readonly Hunk[] {
  const groups: Hunk[] = [];
  for (const hunk of hunks) {
    const last = groups.at(-1);
    if (last !== undefined && hunk.before[0] - last.before[1] <= BETWEEN)
      groups[groups.length - 1] = {
        before: [last.before[0], hunk.before[1]],
        after: [last.after[0], hunk.after[1]],
      };
    else groups.push(hunk);
  }
  return groups;
}
