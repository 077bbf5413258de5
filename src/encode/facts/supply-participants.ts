import type { Block, Inline, Item, List } from '../../model/document.js';
import type { SuppliedDocument } from '../../model/manifest.js';
import type { Built } from '../regions/build.js';
import { type Finding, finding } from './finding.js';
import type { Names } from './names.js';

/**
 * Marks as participants the names that the editor gives, where they stand in the lists of participants, and no others: what the encoder took for a name there is text again.
 * @returns the document, and a finding for each name that stands in no such list
 */
export function supplyParticipants(
  built: Built,
  supplied: SuppliedDocument | undefined,
  names: Names,
): { readonly built: Built; readonly findings: readonly Finding[] } {
  const participants = supplied?.participants;
  if (participants === undefined) return { built, findings: [] };
  const left = new Set(participants);
  const marked = (nodes: readonly Inline[]): readonly Inline[] =>
    nodes.flatMap((node): readonly Inline[] => {
      if (node.element === 'persName' || node.element === 'orgName') return marked(node.children);
      return node.element === 'text' ? split(node.text, node.at) : [node];
    });
  const split = (text: string, at: number | undefined): readonly Inline[] => {
    // The longest first: `Ford` stands in `President Ford`.
    const [name] = [...left].filter((one) => text.includes(one)).sort((a, b) => b.length - a.length);
    if (name === undefined) return [words(text, at)];
    left.delete(name);
    const start = text.indexOf(name);
    const person = names.person(name);
    const attributes = person === undefined ? {} : { corresp: person };
    return [
      ...(start > 0 ? split(text.slice(0, start), at) : []),
      { element: 'persName', attributes, children: [words(name, at === undefined ? undefined : at + start)] },
      ...(start + name.length < text.length
        ? split(text.slice(start + name.length), at === undefined ? undefined : at + start + name.length)
        : []),
    ];
  };
  const inItem = (item: Item): Item => ({
    ...item,
    children: merged(item.children).flatMap((child): Item['children'] =>
      child.element === 'list' ? [inList(child)] : marked([child]),
    ),
  });
  const inList = (list: List): List => ({
    ...list,
    children: list.children.map((child) => (child.element === 'item' ? inItem(child) : child)),
  });
  const inBlock = (block: Block): Block =>
    block.element === 'list' && block.attributes.type === 'participants' ? inList(block) : block;
  const blocks = built.blocks.map(inBlock);
  const findings = [...left].map((name) => finding('EN122', { name }, 0));
  return { built: { ...built, blocks }, findings };
}

function words(text: string, at: number | undefined): Inline {
  return at === undefined ? { element: 'text', text } : { element: 'text', text, at };
}

/** Names unwrapped, and words that stand beside each other in the raw text as one, so that a name that was read in two is found. */
function merged(nodes: Item['children']): Item['children'] {
  const flat = nodes.flatMap((node): Item['children'] =>
    node.element === 'persName' || node.element === 'orgName' ? merged(node.children) : [node],
  );
  const out: Item['children'][number][] = [];
  for (const node of flat) {
    const last = out.at(-1);
    const isNext =
      last?.element === 'text' &&
      node.element === 'text' &&
      last.at !== undefined &&
      node.at === last.at + last.text.length;
    if (isNext) out[out.length - 1] = { ...last, text: last.text + node.text };
    else out.push(node);
  }
  return out;
}
