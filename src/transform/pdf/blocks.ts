import { append } from '../../model/list.js';
import type { Block, Cell, Inline, Paragraph, ParagraphRole } from '../../model/page-content.js';
import type { PivotElement, PivotNode } from '../../model/pivot.js';
import { isSubhead } from '../subheadings.js';
import { figureOf, withCaptions } from './figures.js';
import { IndexEntries } from './index-entries.js';
import { inlinesOf, sourcePageOf } from './inlines.js';
import { type Marking, markedItems, markingOf } from './list-marks.js';
import { tableHeadOf } from './table-head.js';

/** Which part of the book blocks are for: its lists are set in a way of their own. */
export type Place = 'body' | 'contents' | 'index' | 'persons' | 'title';

const blockNames: ReadonlySet<string> = new Set([
  'p',
  'aside',
  'div',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'dl',
  'table',
  'figure',
  'blockquote',
  'section',
  'article',
]);

/** Roles by the class of a paragraph, tried in this order. */
const roles: readonly (readonly [pattern: RegExp, role: ParagraphRole])[] = [
  [/\bdateline\b/, 'dateline'],
  [/\bsigned\b/, 'signed'],
  [/\bnote-inline\b/, 'note-inline'],
  [/\b(list-head|speaker)\b/, 'head-list'],
  [/\bren(d|dition)-(inline-float-)?right\b/, 'text-right'],
  [/\brend-sectiontitleital\b|\brend-source\w*bold\w*/, 'head-section'],
  [/\bren(d|dition)-center\b/, 'text-centred'],
  [/\brend-(flushleft|left)\b|\brendition-(inline-float-)?left\b|\b(salute|address|fw|stamp|seg|l)\b/, 'text-flush'],
];

function roleOf(kind: string, { attributes }: PivotElement): ParagraphRole {
  // The office under a name belongs to the signature.
  if (kind === 'seg' && attributes['data-type'] === 'title') return 'signed';
  return roles.find(([pattern]) => pattern.test(kind))?.[1] ?? 'text';
}

/** A line of an opener (address, classification, salutation) never stands at the foot of a page without the text that it opens. */
function headingLine(block: Block): Block {
  return block.type === 'paragraph' && block.role === 'text-flush' ? { ...block, role: 'heading-line' } : block;
}

/** What all text of a paragraph of some class is set in. */
const wholeStyles: readonly (readonly [pattern: RegExp, style: { italic?: boolean; bold?: boolean }])[] = [
  [/\brend-sectiontitleital\b|\brend-italic\b/, { italic: true }],
  [/\brend-source\w*bold\w*|\brend-strong\b/, { bold: true }],
];

/** Turns the block elements of the pivot into page-layout blocks, keeping what stands between blocks for the next paragraph. */
export class BlockReader {
  readonly #place: Place;
  /** Anchors and source pages that stand before the next paragraph. */
  readonly #pending: Inline[] = [];
  readonly #index = new IndexEntries();
  /** The lists with bullets that are open. */
  #bulleted = 0;

  constructor(place: Place) {
    this.#place = place;
  }

  /** An id that the next paragraph takes: that of the section it opens. */
  anchor(id: string): void {
    this.#pending.push({ type: 'anchor', id });
  }

  /** What is pending with no paragraph after it, as a last paragraph without words. */
  rest(): Block[] {
    return this.#pending.length === 0 ? [] : [this.paragraph('text-flush', [])];
  }

  paragraph(role: ParagraphRole, inlines: readonly Inline[], more: Partial<Paragraph> = {}): Paragraph {
    return { type: 'paragraph', role, inlines: [...this.#pending.splice(0), ...inlines], ...more };
  }

  /** Blocks, and phrases between blocks as paragraphs of their own. */
  blocks(nodes: readonly PivotNode[], depth = 0): Block[] {
    const out: Block[] = [];
    let phrases: PivotNode[] = [];
    const flush = (): void => {
      if (phrases.some((node) => typeof node !== 'string' || node.trim() !== ''))
        append(out, this.#phrases(phrases, this.#place === 'index' ? 'index-entry' : 'text-flush', depth));
      phrases = [];
    };
    for (const node of nodes) {
      if (typeof node === 'string' || !(blockNames.has(node.name) || isLinkOfBlocks(node))) phrases.push(node);
      else {
        flush();
        append(out, this.block(node, depth));
      }
    }
    flush();
    return out;
  }

  block(node: PivotElement, depth = 0): Block[] {
    const { name, attributes } = node;
    const kind = attributes['class'] ?? '';
    // In print the numbers of an index are those of its pages.
    if (kind === 'index-note') return [];
    if (/(^| )(fw|stamp|figDesc)( |$)/.test(kind)) return this.#apart(node, kind, depth);
    switch (name) {
      case 'ul':
      case 'ol':
        return this.#list(node, depth);
      case 'dl':
        return kind === 'header' ? [] : this.#pairs(node, depth);
      case 'table':
        return this.#table(node);
      case 'figure':
        return this.#figure(node);
      case 'blockquote':
        return [this.#group('quotation', node, depth)];
      case 'section':
      case 'article':
        if (attributes['data-kind'] === 'attachment') return [this.#group('attachment', node, depth)];
        return kind === 'notes' ? [] : this.blocks(node.children, depth);
      case 'div':
      case 'a':
        return this.#division(node, kind, depth);
      default:
        return this.#paragraph(node, kind, depth);
    }
  }

  /** What stands apart from the sentences round it: furniture of the page. */
  #apart(node: PivotElement, kind: string, depth: number): Block[] {
    const blocks = node.children.some((child) => typeof child !== 'string' && blockNames.has(child.name))
      ? this.#division(node, kind, depth)
      : this.#paragraph(node, kind, depth);
    const role: ParagraphRole | undefined = node.name === 'aside' ? 'furniture' : undefined;
    return blocks.map((block) =>
      block.type === 'paragraph' ? { ...block, apart: true, ...(role === undefined ? {} : { role }) } : block,
    );
  }

  #division(node: PivotElement, kind: string, depth: number): Block[] {
    if (kind === 'pb-block') {
      for (const child of node.children) if (typeof child !== 'string') this.#pending.push(sourcePageOf(child));
      return [];
    }
    if (kind.split(' ').includes('gap')) this.#pending.push({ type: 'text', text: '', added: true, gap: true });
    if (kind === 'postscript') return [this.#group('postscript', node, depth)];
    if (kind === 'note') return [];
    if (node.attributes['id'] !== undefined) this.anchor(node.attributes['id']);
    const blocks = this.blocks(node.children, depth);
    return kind === 'opener' ? blocks.map(headingLine) : blocks;
  }

  #paragraph(node: PivotElement, kind: string, depth: number): Block[] {
    const { id } = node.attributes;
    const isSub = isSubhead(node);
    const isHead = /^h[1-6]$/.test(node.name) && !isSub;
    const role = isSub ? 'head-section' : isHead ? 'head-inner' : roleOf(kind, node);
    const style = wholeStyles.find(([pattern]) => pattern.test(kind))?.[1];
    const inlines = inlinesOf(node.children, style);
    const lang = node.attributes['lang'];
    if (inlines.length === 0 && id === undefined && this.#pending.length === 0) return [];
    return [
      this.paragraph(role, inlines, {
        ...(id === undefined ? {} : { id }),
        ...(depth > 0 ? { depth } : {}),
        ...(isHead ? { level: Number(node.name[1]) } : {}),
        ...(lang === undefined ? {} : { lang }),
      }),
    ];
  }

  #phrases(nodes: readonly PivotNode[], role: ParagraphRole, depth: number): Block[] {
    const inlines = this.#place === 'index' ? this.#index.read(nodes, depth) : inlinesOf(nodes);
    // Page breaks and anchors alone wait for the next words.
    if (inlines.every((inline) => inline.type === 'anchor' || inline.type === 'source-page')) {
      append(this.#pending, inlines);
      return [];
    }
    return [this.paragraph(role, inlines, depth > 0 ? { depth } : {})];
  }

  #group(role: 'attachment' | 'quotation' | 'postscript', node: PivotElement, depth: number): Block {
    const { id } = node.attributes;
    if (id !== undefined) this.anchor(id);
    return { type: 'group', role, blocks: this.blocks(node.children, depth), ...(id === undefined ? {} : { id }) };
  }

  #list(node: PivotElement, depth: number): Block[] {
    const { id, 'data-type': kind = '' } = node.attributes;
    if (id !== undefined) this.anchor(id);
    const isText = this.#place === 'body' || this.#place === 'title';
    const marking = isText ? markingOf(node) : undefined;
    const marked = markedItems(node, this.#bulleted);
    if (marking === 'bulleted') this.#bulleted++;
    const items = marked.map((item) => {
      const blocks = this.#item(item.node, depth);
      return marking === undefined ? blocks : this.#marked(blocks, marking, item.mark, depth);
    });
    if (marking === 'bulleted') this.#bulleted--;
    const isSetOff = marking !== undefined && depth === 0;
    return [
      { type: 'list', kind, items: items.filter((item) => item.length > 0), ...(isSetOff ? { setOff: true } : {}) },
    ];
  }

  /** The blocks of an item whose mark hangs in the margin of its first paragraph. */
  #marked(blocks: readonly Block[], marking: Marking, mark: readonly Inline[] | undefined, depth: number): Block[] {
    const role: ParagraphRole = marking === 'numbered' ? 'numbered-item' : 'bulleted-item';
    const deep = depth > 0 ? { depth } : {};
    const inside = (block: Block): Block =>
      block.type === 'paragraph' && /^(text|text-flush|list-item)$/.test(block.role)
        ? { ...block, role: 'item-text', ...deep }
        : block;
    const [first, ...rest] = blocks;
    if (mark === undefined)
      return first?.type === 'paragraph' ? [{ ...first, role: 'list-item' }, ...rest.map(inside)] : blocks.map(inside);
    return first?.type === 'paragraph'
      ? [{ ...first, role, label: mark, ...deep }, ...rest.map(inside)]
      : [this.paragraph(role, [], { label: mark, ...deep }), ...blocks.map(inside)];
  }

  #item(node: PivotElement, depth: number): Block[] {
    const { id } = node.attributes;
    if (id !== undefined) this.anchor(id);
    const out: Block[] = [];
    let phrases: PivotNode[] = [];
    const flush = (): void => {
      const inlines = this.#entryInlines(phrases, depth);
      phrases = [];
      if (inlines.length > 0 && inlines.every((inline) => inline.type === 'anchor' || inline.type === 'source-page'))
        append(this.#pending, inlines);
      else if (inlines.some((inline) => inline.type !== 'text' || inline.text.trim() !== '' || inline.gap === true))
        out.push(this.paragraph(this.#entryRole(), inlines, depth > 0 ? { depth } : {}));
    };
    for (const child of node.children) {
      if (typeof child === 'string' || !(blockNames.has(child.name) || isLinkOfBlocks(child))) phrases.push(child);
      else {
        flush();
        const nested = child.name === 'ul' || child.name === 'ol' || child.name === 'dl';
        append(out, this.block(child, nested ? depth + 1 : depth));
      }
    }
    flush();
    return out;
  }

  #entryRole(): ParagraphRole {
    switch (this.#place) {
      case 'contents':
        return 'contents-entry';
      case 'index':
        return 'index-entry';
      case 'persons':
        return 'person-entry';
      default:
        return 'list-item';
    }
  }

  #entryInlines(nodes: readonly PivotNode[], depth: number): Inline[] {
    if (this.#place === 'contents') return contentsInlines(nodes);
    return this.#place === 'index' ? this.#index.read(nodes, depth) : inlinesOf(nodes);
  }

  /** Pairs of label and item: the label begins the item's first paragraph. */
  #pairs(node: PivotElement, depth: number): Block[] {
    if (node.attributes['id'] !== undefined) this.anchor(node.attributes['id']);
    const items: Block[][] = [];
    let label: Inline[] = [];
    for (const child of node.children) {
      if (typeof child === 'string') continue;
      if (child.name === 'dt') {
        if (label.length > 0) items.push([this.paragraph('list-item', label)]);
        const { id } = child.attributes;
        label = [...(id === undefined ? [] : [{ type: 'anchor', id } as const]), ...inlinesOf(child.children)];
        continue;
      }
      const blocks = this.#item(child, depth + 1);
      const first = blocks[0];
      if (label.length > 0 && first?.type === 'paragraph')
        items.push([{ ...first, role: 'label-item', label }, ...blocks.slice(1)]);
      else items.push(label.length > 0 ? [this.paragraph('list-item', label), ...blocks] : blocks);
      label = [];
    }
    if (label.length > 0) items.push([this.paragraph('list-item', label)]);
    return [{ type: 'list', kind: 'pairs', items }];
  }

  /** A table, below the pictures of its head. */
  #table(node: PivotElement): Block[] {
    const head: Block[] = [];
    const rows: Cell[][] = [];
    let headRows = 0;
    const { id } = node.attributes;
    if (id !== undefined) this.anchor(id);
    for (const part of node.children) {
      if (typeof part === 'string') continue;
      if (part.name === 'caption') {
        if (part.attributes['id'] !== undefined) this.anchor(part.attributes['id']);
        append(head, this.blocks(part.children));
      }
      for (const row of part.children) {
        if (typeof row === 'string' || row.name !== 'tr') continue;
        if (row.attributes['id'] !== undefined) this.anchor(row.attributes['id']);
        rows.push(row.children.flatMap((cell) => (typeof cell === 'string' ? [] : [this.#cell(cell)])));
        if (part.name === 'thead') headRows++;
      }
    }
    const { lines, pictures } = tableHeadOf(head);
    return [...pictures, { type: 'table', caption: lines, rows, headRows: headRows < rows.length ? headRows : 0 }];
  }

  #cell(node: PivotElement): Cell {
    const kind = node.attributes['class'] ?? '';
    if (node.attributes['id'] !== undefined) this.anchor(node.attributes['id']);
    const align = /\b(?:role-num|figures)\b|-right\b/.test(kind)
      ? 'right'
      : /-center\b/.test(kind)
        ? 'center'
        : undefined;
    return {
      blocks: new CellReader(this.#pending.splice(0)).read(node),
      columns: Number(node.attributes['colspan'] ?? 1) || 1,
      rows: Number(node.attributes['rowspan'] ?? 1) || 1,
      header: node.name === 'th',
      ...(align === undefined ? {} : { align }),
    };
  }

  /** A figure: its pictures and words in their order. */
  #figure(node: PivotElement): Block[] {
    const { id } = node.attributes;
    if (id !== undefined) this.anchor(id);
    const blocks = node.children.flatMap((child): Block[] => {
      if (typeof child === 'string') return child.trim() === '' ? [] : [this.paragraph('caption', inlinesOf([child]))];
      if (child.attributes['class'] === 'graphic') return this.#picture(child);
      if (child.name === 'figcaption' && child.attributes['id'] !== undefined) this.anchor(child.attributes['id']);
      return child.name === 'figcaption' ? this.blocks(child.children) : this.blocks([child]);
    });
    return withCaptions(blocks);
  }

  #picture(node: PivotElement): Block[] {
    const { id } = node.attributes;
    if (id !== undefined) this.anchor(id);
    return [figureOf(node)];
  }
}

/** Whether a node is a link round blocks; in print they are set as if it were not there. */
function isLinkOfBlocks({ name, children }: PivotElement): boolean {
  return (
    name === 'a' &&
    children.some((child) => typeof child !== 'string' && (blockNames.has(child.name) || isLinkOfBlocks(child)))
  );
}

/** Everything in a cell is set as a cell. */
class CellReader {
  readonly #reader = new BlockReader('body');
  readonly #before: readonly Inline[];

  constructor(before: readonly Inline[]) {
    this.#before = before;
  }

  read(node: PivotElement): Block[] {
    const blocks = [...this.#reader.blocks(node.children), ...this.#reader.rest()];
    const [first, ...rest] = blocks;
    if (this.#before.length === 0) return blocks;
    if (first?.type === 'paragraph') return [{ ...first, inlines: [...this.#before, ...first.inlines] }, ...rest];
    return [{ type: 'paragraph', role: 'cell', inlines: this.#before }, ...blocks];
  }
}

/** An entry of the contents: its words, dots, and the page on which its target stands now. */
function contentsInlines(nodes: readonly PivotNode[]): Inline[] {
  const inlines = inlinesOf(nodes);
  const target = inlines.find((inline) => inline.type === 'text' && inline.target !== undefined);
  if (target?.type !== 'text' || target.target === undefined) return inlines;
  return [...inlines, { type: 'leader' }, { type: 'page-number', target: target.target, text: '' }];
}

/** The plain words of a heading, without the calls of its notes. */
export function plainWords(node: PivotNode): string {
  if (typeof node === 'string') return node;
  if (/^(noteref|backref)$/.test(node.attributes['class'] ?? '')) return '';
  return node.name === 'br' ? ' ' : node.children.map(plainWords).join('');
}
