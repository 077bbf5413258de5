import { type Diagnostic, diagnostic, type Place, type Result } from '../diagnostics/diagnostic.js';
import { type MarkdownNode, readMarkdown } from '../formats/markdown.js';
import { element, type XmlElement, type XmlNode } from '../formats/xml-writer.js';
import { append } from '../model/list.js';
import type { MatterSection } from '../model/manifest.js';
import { uniqueIds } from '../model/unique-ids.js';
import { matterNotes } from './matter-notes.js';

/**
 * A section of the front or back matter as TEI: `div type="section"` with its heading. A heading in the Markdown begins a `div` inside it, whose id is the
 * section's with the words of the heading. A note stands at its call, with the section's id, `fn` and its number as id. Constructs without a plain
 * counterpart in TEI (code, HTML) are errors: nothing is dropped.
 * @param at where an offset of the Markdown stands in the user's file
 * @param taken the ids of the volume, to which those that are made here are added
 */
export function matterDivision(
  section: MatterSection,
  at: (offset: number) => Place | undefined = () => undefined,
  taken: Set<string> = new Set([section.id]),
): Result<XmlElement> {
  const diagnostics: Diagnostic[] = [];
  const root = readMarkdown(section.text);
  const newId = uniqueIds(taken);
  const notes = matterNotes(root, section.id, newId, at);
  const refuse = ({ offset }: MarkdownNode, construct: string): XmlNode => {
    diagnostics.push(diagnostic('VO012', { section: section.id, construct }, at(offset)));
    return '';
  };
  const context: Context = {
    newId,
    refuse,
    text(node) {
      for (const { label, offset } of node.looseCalls ?? [])
        diagnostics.push(diagnostic('VO014', { section: section.id, name: label }, at(offset)));
      return (node.value ?? '').replace(/\s+/g, ' ');
    },
    call: (node) =>
      notes.call(node, (blocks) => blocksOrText(blocks, context)) ??
      refuse(node, 'a note that is called within a note'),
  };
  const content = divisions(root.children, section.id, context);
  append(diagnostics, notes.findings());
  const value = element('div', { type: 'section', 'xml:id': section.id }, element('head', {}, section.head), content);
  return diagnostics.length > 0 ? { diagnostics } : { value, diagnostics };
}

/** What making TEI of a node needs of the section that it stands in. */
interface Context {
  newId(wanted: string): string;
  refuse(node: MarkdownNode, construct: string): XmlNode;
  text(node: MarkdownNode): string;
  /** The note that is called. */
  call(node: MarkdownNode): XmlNode;
}

/** Blocks up to the first heading, then a division for each heading of the highest rank that occurs, and so on inside them. */
function divisions(nodes: readonly MarkdownNode[], id: string, context: Context): XmlNode[] {
  const ranks = nodes.flatMap((b) => (b.type === 'heading' ? [b.depth ?? 1] : []));
  if (ranks.length === 0) return blocks(nodes, context);
  const rank = ranks.reduce((a, b) => Math.min(a, b), 9);
  const starts = nodes.flatMap((b, i) => (b.type === 'heading' && b.depth === rank ? [i] : []));
  const before = divisions(nodes.slice(0, starts[0]), id, context);
  const inside = starts.map((start, i) => {
    const heading = nodes[start];
    const own = context.newId(`${id}-${slug(textOf(heading))}`);
    return element(
      'div',
      { type: 'section', 'xml:id': own },
      element('head', {}, inline(heading?.children ?? [], context)),
      divisions(nodes.slice(start + 1, starts[i + 1]), own, context),
    );
  });
  return [...before, ...inside];
}

/** Notes stand at their calls, not where they are written. */
function blocks(nodes: readonly MarkdownNode[], context: Context): XmlNode[] {
  return nodes.filter(({ type }) => type !== 'footnoteDefinition').map((node) => block(node, context));
}

function block(node: MarkdownNode, context: Context): XmlNode {
  switch (node.type) {
    case 'paragraph':
      return onlyPicture(node) ?? element('p', {}, inline(node.children, context));
    case 'list':
      return element(
        'list',
        node.ordered ? { type: 'ordered' } : { type: 'simple', rend: 'bulleted' },
        node.children.map((i, at) => item(i, numberOf(node, at), context)),
      );
    case 'blockquote':
      return element('quote', { rend: 'blockquote' }, blocks(node.children, context));
    case 'table':
      return table(node, context);
    default:
      return context.refuse(node, constructs[node.type] ?? node.type);
  }
}

function item(node: MarkdownNode, n: string | undefined, context: Context): XmlElement {
  return element('item', n === undefined ? {} : { n }, blocksOrText(node.children, context));
}

/** What holds one paragraph holds the text itself, as FRUS has it in items and notes; lists in it follow. */
function blocksOrText(nodes: readonly MarkdownNode[], context: Context): readonly XmlNode[] {
  if (nodes.filter(({ type }) => type === 'paragraph').length !== 1) return blocks(nodes, context);
  return nodes.flatMap((node) =>
    node.type === 'paragraph' ? inline(node.children, context) : blocks([node], context),
  );
}

/** A table: the first row names the columns; what stands in a column that is aligned to the right are numbers (P5 14.1). */
function table({ children, align = [] }: MarkdownNode, context: Context): XmlElement {
  const columns = children.reduce((most, row) => Math.max(most, row.children.length), align.length);
  const rows = children.map((row, at) => {
    const cells = Array.from({ length: columns }, (_, column) =>
      element(
        'cell',
        at > 0 && align[column] === 'right' ? { role: 'num' } : {},
        inline(row.children[column]?.children ?? [], context),
      ),
    );
    return element('row', at === 0 ? { role: 'label' } : {}, cells);
  });
  return element('table', { rows: String(rows.length), cols: String(columns) }, rows);
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

function inline(nodes: readonly MarkdownNode[], context: Context): XmlNode[] {
  return nodes.map((node): XmlNode => {
    switch (node.type) {
      case 'text':
        return context.text(node);
      case 'emphasis':
        return element('hi', { rend: 'italic' }, inline(node.children, context));
      case 'strong':
        return element('hi', { rend: 'strong' }, inline(node.children, context));
      case 'delete':
        return element('del', { rend: 'strikethrough' }, inline(node.children, context));
      case 'link':
        if (node.title !== undefined) return context.refuse(node, 'a link with a title after its address');
        return element('ref', { target: node.url }, inline(node.children, context));
      case 'break':
        return element('lb');
      case 'image':
        return figure(node);
      case 'footnoteReference':
        return context.call(node);
      default:
        return context.refuse(node, constructs[node.type] ?? node.type);
    }
  });
}

/** mdast's names in words, for what is refused. */
const constructs: Readonly<Record<string, string>> = {
  code: 'a block of code (text indented by four blanks, or between ```)',
  definition: 'the address of a link by reference',
  heading: 'a heading within a list, a quotation or a note',
  html: 'HTML',
  imageReference: 'a picture',
  inlineCode: 'code between `…`',
  linkReference: 'a link by reference',
  thematicBreak: 'a rule',
  tooManyMarks: 'a paragraph with thousands of signs of emphasis, links or code',
  tooManyUnderlines: 'thousands of headings marked by a line of signs below them',
  tooManyUnmarked: 'thousands of lines of a list or a quotation without a blank line between them',
  tooDeep: 'lists, quotations or emphasis many times within each other',
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
