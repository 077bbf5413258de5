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

/** Elements of XHTML in whose words a sentence goes on. */
const PHRASES: ReadonlySet<string> = new Set(['span', 'em', 'strong', 'u', 'del', 'ins', 'a', 'sup', 'sub']);

/** The words that follow a node in its sentence, as many as tell. */
function after(node: SaxonNode): string {
  let text = '';
  for (let at: SaxonNode | null = node; at !== null && text.length < 160; at = at.parentNode) {
    for (let next = at.nextSibling; next !== null && text.length < 160; next = next.nextSibling) {
      if (next.nodeType === 1 && !PHRASES.has(next.localName)) return text;
      text += textOf(next);
    }
    if (at.parentNode === null || !PHRASES.has(at.parentNode.localName)) break;
  }
  return text;
}

/** The words of a node that are the text's own. */
function textOf(node: SaxonNode): string {
  if (node.nodeType === 3 || node.nodeType === 4) return node.nodeValue ?? '';
  if (node.nodeType !== 1 || /(^| )(added|noteref)( |$)/.test(classOf(node))) return '';
  let text = '';
  for (let child = node.firstChild; child !== null && text.length < 200; child = child.nextSibling)
    text += textOf(child);
  return text;
}

function classOf({ attributes }: SaxonNode): string {
  for (let i = 0; i < attributes.length; i++)
    if (attributes[i]?.nodeName === 'class') return attributes[i]?.value ?? '';
  return '';
}
