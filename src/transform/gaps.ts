import type { SaxonNode } from '../formats/saxon.js';

/** How editors say in words that something is left out. */
const SAYS =
  /declassified|illegible|unreadable|omi(?:ssion|tted)|missing|excised|deleted|blank|lost|torn|damaged|gap|lacuna|\.\s?\.\s?\.|…/i;

/**
 * Whether the sentence says itself what a gap leaves out, so that the edition need not: the gap stands at the start of a bracket (`[<gap/>1 line not
 * declassified]`), in one that says so, or beside one.
 *
 * @param before the words before the gap
 */
export function isToldAround(gap: SaxonNode, before: string): boolean {
  if (/[[(]\s*$/.test(before)) return true;
  const bracket = /\[([^\]]*)\]?\s*$/.exec(before.slice(-120));
  if (bracket !== null && SAYS.test(bracket[1] ?? '')) return true;
  const told = /^\s*\[([^\]]*)/.exec(after(gap).slice(0, 160));
  return told !== null && SAYS.test(told[1] ?? '');
}

/** The words that follow a node in its block, or as many as tell. */
function after(node: SaxonNode): string {
  let text = '';
  for (let next = node.nextSibling ?? node.parentNode?.nextSibling ?? null; next !== null; next = next.nextSibling) {
    text += textOf(next);
    if (text.length > 160) break;
  }
  return text;
}

function textOf(node: SaxonNode): string {
  if (node.nodeType === 3 || node.nodeType === 4) return node.nodeValue ?? '';
  let text = '';
  for (let child = node.firstChild; child !== null && text.length < 200; child = child.nextSibling)
    text += textOf(child);
  return text;
}
