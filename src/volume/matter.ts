import { type Diagnostic, diagnostic, type Place, type Result } from '../diagnostics/diagnostic.js';
import { type MarkdownNode, readMarkdown } from '../formats/markdown.js';
import { element, type XmlElement, type XmlNode } from '../formats/xml-writer.js';
import type { MatterSection } from '../model/manifest.js';

/**
 * A section of the front or back matter as TEI: `div type="section"` with its heading. A heading in the Markdown begins a `div` inside it, whose id is the
 * section's with the words of the heading. Constructs without a plain counterpart in TEI (code, tables, HTML) are errors: nothing is dropped.
 */
export function matterDivision(section: MatterSection, place?: Place): Result<XmlElement> {
  const diagnostics: Diagnostic[] = [];
  const refuse = (construct: string): XmlNode => {
    diagnostics.push(diagnostic('VO012', { section: section.id, construct }, place));
    return '';
  };
  const ids = new Set<string>();
  const content = divisions(readMarkdown(section.text).children, section.id, ids, refuse);
  const value = element(
    'div',
    { type: 'section', 'xml:id': section.id },
    element('head', {}, section.head),
    ...content,
  );
  return diagnostics.length > 0 ? { diagnostics } : { value, diagnostics };
}

type Refuse = (construct: string) => XmlNode;

/** Blocks up to the first heading, then a division for each heading of the highest rank that occurs, and so on inside them. */
function divisions(blocks: readonly MarkdownNode[], id: string, ids: Set<string>, refuse: Refuse): XmlNode[] {
  const ranks = blocks.flatMap((b) => (b.type === 'heading' ? [b.depth ?? 1] : []));
  if (ranks.length === 0) return blocks.map((b) => block(b, refuse));
  const rank = ranks.reduce((a, b) => Math.min(a, b), 9);
  const starts = blocks.flatMap((b, i) => (b.type === 'heading' && b.depth === rank ? [i] : []));
  const before = divisions(blocks.slice(0, starts[0]), id, ids, refuse);
  const inside = starts.map((start, i) => {
    const heading = blocks[start];
    const own = uniqueId(`${id}-${slug(textOf(heading))}`, ids);
    return element(
      'div',
      { type: 'section', 'xml:id': own },
      element('head', {}, ...inline(heading?.children ?? [], refuse)),
      ...divisions(blocks.slice(start + 1, starts[i + 1]), own, ids, refuse),
    );
  });
  return [...before, ...inside];
}

function block(node: MarkdownNode, refuse: Refuse): XmlNode {
  switch (node.type) {
    case 'paragraph':
      return onlyPicture(node) ?? element('p', {}, ...inline(node.children, refuse));
    case 'list':
      return element(
        'list',
        node.ordered ? { type: 'ordered' } : { type: 'simple', rend: 'bulleted' },
        ...node.children.map((i, at) => item(i, numberOf(node, at), refuse)),
      );
    case 'blockquote':
      return element('quote', { rend: 'blockquote' }, ...node.children.map((b) => block(b, refuse)));
    case 'definition':
      return '';
    default:
      return refuse(constructs[node.type] ?? node.type);
  }
}

/** An item whose text is one paragraph holds the text itself, as FRUS has it; lists in it follow. */
function item(node: MarkdownNode, n: string | undefined, refuse: Refuse): XmlElement {
  const paragraphs = node.children.filter((c) => c.type === 'paragraph').length;
  const content = node.children.flatMap((c) =>
    c.type === 'paragraph' && paragraphs === 1 ? inline(c.children, refuse) : [block(c, refuse)],
  );
  return element('item', n === undefined ? {} : { n }, ...content);
}

/** The number of a list's first item, where it does not begin with 1. */
function numberOf({ ordered, start = 1 }: MarkdownNode, at: number): string | undefined {
  return ordered === true && at === 0 && start !== 1 ? String(start) : undefined;
}

/** A picture that has a paragraph of its own. */
function onlyPicture({ children }: MarkdownNode): XmlElement | undefined {
  const [image, ...others] = children.filter((child) => child.type !== 'text' || child.value?.trim() !== '');
  return image?.type === 'image' && others.length === 0 ? figure(image) : undefined;
}

/** A picture: its file, its title as caption, what it shows in words (P5 14.4). */
function figure({ url, alt = '', title = '' }: MarkdownNode): XmlElement {
  return element(
    'figure',
    {},
    element('graphic', { url }),
    ...(title === '' ? [] : [element('head', {}, title)]),
    ...(alt === '' ? [] : [element('figDesc', {}, alt)]),
  );
}

function inline(nodes: readonly MarkdownNode[], refuse: Refuse): XmlNode[] {
  return nodes.map((node): XmlNode => {
    switch (node.type) {
      case 'text':
        return (node.value ?? '').replace(/\s+/g, ' ');
      case 'emphasis':
        return element('hi', { rend: 'italic' }, ...inline(node.children, refuse));
      case 'strong':
        return element('hi', { rend: 'strong' }, ...inline(node.children, refuse));
      case 'link':
        return element('ref', { target: node.url }, ...inline(node.children, refuse));
      case 'break':
        return element('lb');
      case 'image':
        return figure(node);
      default:
        return refuse(constructs[node.type] ?? node.type);
    }
  });
}

/** mdast's names in words, for what is refused. */
const constructs: Readonly<Record<string, string>> = {
  code: 'a block of code (text indented by four blanks, or between ```)',
  html: 'HTML',
  imageReference: 'a picture',
  inlineCode: 'code between `…`',
  linkReference: 'a link by reference',
  thematicBreak: 'a rule',
};

function textOf(node: MarkdownNode | undefined): string {
  return node === undefined ? '' : (node.value ?? node.children.map(textOf).join(''));
}

/** The words of a heading as a part of an id. */
function slug(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function uniqueId(id: string, taken: Set<string>): string {
  let unique = id;
  for (let n = 2; taken.has(unique); n++) unique = `${id}-${n}`;
  taken.add(unique);
  return unique;
}
