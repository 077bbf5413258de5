import { type Diagnostic, diagnostic, type Place } from '../diagnostics/diagnostic.js';
import type { MarkdownNode } from '../formats/markdown.js';
import { element, type XmlElement, type XmlNode } from '../formats/xml-writer.js';

/** Makes the content of a note; calls in it are told to `call`. */
type Content = (blocks: readonly MarkdownNode[]) => readonly XmlNode[];

/** The notes of a section, as they are called one after the other. */
export interface MatterNotes {
  /** The note at its call, numbered in order; at a second call a `note` that points to it; undefined where it stands within another note. */
  call(node: MarkdownNode, content: Content): XmlElement | undefined;
  /** What is wrong with the notes, after all have been called: written twice, or called nowhere. */
  findings(): readonly Diagnostic[];
}

/**
 * @param root the Markdown of the section
 * @param newId makes an id of the volume that nothing else has
 * @param at where an offset of the Markdown stands
 */
export function matterNotes(
  root: MarkdownNode,
  section: string,
  newId: (wanted: string) => string,
  at: (offset: number) => Place | undefined,
): MatterNotes {
  const definitions = new Map<string, MarkdownNode>();
  const findings: Diagnostic[] = [];
  for (const node of definitionsIn(root)) {
    const name = node.identifier ?? '';
    if (!definitions.has(name)) definitions.set(name, node);
    else findings.push(diagnostic('VO017', { name: node.label ?? name, section }, at(node.offset)));
  }
  const called = new Map<string, { readonly n: string; readonly id: string }>();
  const within = new Set<string>();
  let isInNote = false;
  return {
    call(node, content) {
      const name = node.identifier ?? '';
      if (isInNote) {
        within.add(name);
        return undefined;
      }
      const first = called.get(name);
      if (first !== undefined) return element('note', { n: first.n, target: `#${first.id}` });
      const n = String(called.size + 1);
      const id = newId(`${section}fn${n}`);
      called.set(name, { n, id });
      isInNote = true;
      const children = content(definitions.get(name)?.children ?? []);
      isInNote = false;
      return element('note', { n, 'xml:id': id }, children);
    },
    findings() {
      const loose = [...definitions].filter(([name]) => !called.has(name) && !within.has(name));
      return [
        ...findings,
        ...loose.map(([name, node]) => diagnostic('VO015', { name: node.label ?? name, section }, at(node.offset))),
      ];
    },
  };
}

function* definitionsIn(node: MarkdownNode): Generator<MarkdownNode> {
  if (node.type === 'footnoteDefinition') yield node;
  for (const child of node.children) yield* definitionsIn(child);
}
