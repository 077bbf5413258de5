import { BLOCKS } from '../html.js';
import type { MarkdownNode } from '../markdown.js';
import type { MarkedBlock, MarkedInline, MarkedItem, MarkedNoteNode, MarkedTree } from './tree.js';

/** Something of a Markdown text that its reading has no place for: it is no word of the text, and is told. */
export interface LeftOut {
  readonly kind: 'picture' | 'comment' | 'address of a link' | 'tag of HTML';
  /** What it says: the words that stand for a picture, those of a comment, an address. */
  readonly words: string;
  readonly offset: number;
}

export interface FromMarkdown {
  readonly tree: MarkedTree;
  readonly leftOut: readonly LeftOut[];
  /** The words of the text in their order, gathered without regard to what they are of. */
  readonly words: string;
}

/**
 * The tree of a text in Markdown. What CommonMark takes for code, because it is indented, is typed so in a document; a list keeps the numbers that it prints.
 * @param text that was read
 */
export function markdownTree(root: MarkdownNode, text: string): FromMarkdown {
  const reader = new Reader(text);
  const blocks = reader.blocks(root.children);
  return { tree: { blocks, notes: reader.notes }, leftOut: reader.leftOut, words: wordsOf(root) };
}

/** A line that breaks off before this is short: an address, a signature, a label. */
const SHORT = 60;

class Reader {
  readonly notes: MarkedNoteNode[] = [];
  readonly leftOut: LeftOut[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  blocks(nodes: readonly MarkdownNode[]): MarkedBlock[] {
    return nodes.flatMap((node) => this.#block(node));
  }

  #block(node: MarkdownNode): readonly MarkedBlock[] {
    const { type, children } = node;
    if (type === 'heading') return [{ type, depth: node.depth ?? 1, children: this.#inlines(children) }];
    if (type === 'paragraph') return [{ type, children: this.#inlines(withLines(children)) }];
    if (type === 'blockquote') return [{ type: 'quote', blocks: this.blocks(children) }];
    if (type === 'list') return [{ type, items: children.map((item, index) => this.#item(node, item, index)) }];
    if (type === 'table') {
      const rows = children.map((row, index) => ({
        isLabel: index === 0,
        cells: row.children.map((cell) => this.#inlines(cell.children)),
      }));
      return [{ type, rows }];
    }
    if (type === 'code' || type === 'html') return this.#typed(node);
    if (type === 'footnoteDefinition') {
      const label = node.label ?? node.identifier ?? '';
      this.notes.push({ id: node.identifier ?? label, label, blocks: this.blocks(children) });
      return [];
    }
    if (type === 'definition') this.#leave('address of a link', node.url ?? '', node);
    return [];
  }

  #item(list: MarkdownNode, item: MarkdownNode, index: number): MarkedItem {
    const blocks = this.blocks(item.children);
    if (list.ordered !== true) return { blocks };
    const written = /^\d+[.)]/.exec(this.#text.slice(item.offset, item.offset + 16))?.[0] ?? '';
    const number = String((list.start ?? 1) + index);
    const isSame = written.slice(0, -1) === number;
    return {
      label: {
        type: 'words',
        value: `${number}${written.slice(-1) || '.'}`,
        isMark: true,
        ...(isSame ? { at: item.offset } : {}),
      },
      blocks,
    };
  }

  /** Lines that are kept as they stand, each empty one between two paragraphs; tags are left out. */
  #typed(node: MarkdownNode): readonly MarkedBlock[] {
    const isTags = node.type === 'html';
    if (isTags) this.#leaveTags(node);
    const value = isTags ? withoutTags(node.value ?? '') : (node.value ?? '');
    let at = isTags ? node.offset : this.#text.indexOf(value.slice(0, 1), node.offset);
    const paragraphs: MarkedInline[][] = [[]];
    for (const line of value.split('\n')) {
      const words = line.trim();
      if (words === '') paragraphs.push([]);
      else {
        const found = this.#text.indexOf(words, at);
        if (found >= 0) at = found;
        const paragraph = paragraphs.at(-1);
        if (paragraph?.length !== 0) paragraph?.push({ type: 'break' });
        paragraph?.push({ type: 'words', value: line, at });
        at += words.length;
      }
    }
    return paragraphs.filter(({ length }) => length > 0).map((children) => ({ type: 'paragraph', children }));
  }

  #inlines(nodes: readonly MarkdownNode[]): MarkedInline[] {
    return nodes.flatMap((node): readonly MarkedInline[] => {
      const { type, children } = node;
      if (type === 'text' || type === 'inlineCode') return this.#words(node);
      if (type === 'emphasis') return [{ type, rend: 'italic', children: this.#inlines(children) }];
      if (type === 'strong') return [{ type: 'emphasis', rend: 'strong', children: this.#inlines(children) }];
      if (type === 'delete') return [{ type: 'emphasis', rend: 'strikethrough', children: this.#inlines(children) }];
      if (type === 'break') return [{ type }];
      if (type === 'blank') return [{ type: 'words', value: ' ' }];
      if (type === 'footnoteReference') return [{ type: 'call', note: node.identifier ?? '' }];
      if (type === 'link' && node.url !== children.map(plainText).join(''))
        this.#leave('address of a link', node.url ?? '', node);
      if (type === 'html') return this.#tag(node);
      if (type.startsWith('image')) this.#leave('picture', node.alt ?? '', node);
      return this.#inlines(children);
    });
  }

  #tag(node: MarkdownNode): readonly MarkedInline[] {
    if (/^<br\b/i.test(node.value ?? '')) return [{ type: 'break' }];
    this.#leaveTags(node);
    return [];
  }

  #leaveTags(node: MarkdownNode): void {
    for (const [tag, comment, name = '', rest = ''] of (node.value ?? '').matchAll(TAG)) {
      if (comment !== undefined) this.#leave('comment', comment, node);
      else if (/^img$/i.test(name)) this.#leave('picture', /\balt\s*=\s*(["'])(.*?)\1/is.exec(rest)?.[2] ?? '', node);
      else if (!tag.startsWith('</')) this.#leave('tag of HTML', tag, node);
    }
  }

  /** Words, line by line where they go over several; escapes and entities shift their places within a line by a little. */
  #words({ value = '', offset }: MarkdownNode): readonly MarkedInline[] {
    let at = this.#text.startsWith('`', offset) ? this.#text.indexOf(value.slice(0, 1), offset) : offset;
    return value.split('\n').flatMap((line, index): readonly MarkedInline[] => {
      if (index > 0) at = skipBlanks(this.#text, this.#text.indexOf('\n', at) + 1);
      const words: MarkedInline = { type: 'words', value: line, at };
      // The end of a line in Markdown is a blank.
      return index === 0 ? [words] : [{ type: 'words', value: ' ' }, words];
    });
  }

  #leave(kind: LeftOut['kind'], words: string, { offset }: MarkdownNode): void {
    this.leftOut.push({ kind, words: words.trim(), offset });
  }
}

/** Behind the blanks and the signs of a quotation that begin a line. */
function skipBlanks(text: string, from: number): number {
  let at = from;
  while (/[ \t>]/.test(text[at] ?? '')) at++;
  return at;
}

/** A comment, or a tag with its name and what else it says. */
const TAG = /<!--([\s\S]*?)-->|<\/?([a-z][\w-]*)([^<>]*)>/gi;

/** The words of a stretch of HTML, those of two blocks on lines of their own. */
function withoutTags(html: string): string {
  return html.replace(TAG, (tag, comment, name = '') =>
    comment === undefined && BLOCKS.has(name.toLowerCase()) && !/\n/.test(tag) ? '\n' : '',
  );
}

/**
 * The lines of a paragraph: they go on as one, but lines that are all short and begin with a capital or a figure (an address, labels, a signature) stay as
 * they are typed. A line that is ended by force in the middle of a sentence goes on all the same, as in a letter typed to a width.
 */
function withLines(nodes: readonly MarkdownNode[]): readonly MarkdownNode[] {
  const flat = nodes.map(plainText).join('');
  const lines = flat.split('\n');
  const isTypedLines =
    lines.length > 1 &&
    lines.every((line) => line.length <= SHORT && !/^\s*\p{Ll}/u.test(line)) &&
    !lines.slice(0, -1).some((line) => GOES_ON.test(line));
  const isWrapped = lines.length > 1 && lines.some((line) => /^\s*\p{Ll}/u.test(line));
  if (!isTypedLines && !isWrapped) return nodes;
  return isTypedLines ? nodes.flatMap(broken) : nodes.map((node) => (node.type === 'break' ? BLANK : node));
}

/** No line of an address or a label ends so. */
const GOES_ON =
  /\b(?:the|an?|of|and|or|to|in|on|at|by|for|from|with|that|which|is|are|was|were|his|her|their|its|our|my)$/i;

const BLANK: MarkdownNode = { type: 'blank', value: ' ', children: [], offset: 0 };

/** A node whose text is broken where its lines end. */
function broken(node: MarkdownNode): readonly MarkdownNode[] {
  if (node.type !== 'text' || node.value?.includes('\n') !== true) return [node];
  let { offset } = node;
  return node.value.split('\n').flatMap((value, index): readonly MarkdownNode[] => {
    const line = { ...node, value, offset };
    offset += value.length + 1;
    return index === 0 ? [line] : [{ type: 'break', children: [], offset: line.offset }, line];
  });
}

function plainText(node: MarkdownNode): string {
  if (node.type === 'break') return '\n';
  if (node.type === 'html') return /^<br\b/i.test(node.value ?? '') ? '\n' : '';
  return node.value ?? node.children.map(plainText).join('');
}

/** The words under a node, whatever they are of. */
function wordsOf(node: MarkdownNode): string {
  if (node.type === 'html') return withoutTags(node.value ?? '');
  return node.value ?? node.children.map(wordsOf).join('\n');
}
