import { fromMarkdown } from 'mdast-util-from-markdown';

/** A node of Markdown: its type by mdast's names, its children or its text, and where it begins (line from 1). */
export interface MarkdownNode {
  readonly type: string;
  readonly children: readonly MarkdownNode[];
  readonly value?: string;
  /** Of a heading. */
  readonly depth?: number;
  /** Of a list. */
  readonly ordered?: boolean;
  /** Of a link or an image. */
  readonly url?: string;
  /** Of a list that is numbered: its first number. */
  readonly start?: number;
  /** Of an image: what it shows in words, and its caption. */
  readonly alt?: string;
  readonly title?: string;
  readonly line: number;
}

/** Reads CommonMark. Never throws: whatever is written is some Markdown. */
export function readMarkdown(text: string): MarkdownNode {
  return plain(fromMarkdown(text) as Parsed);
}

interface Parsed {
  readonly type: string;
  readonly children?: readonly Parsed[];
  readonly value?: string;
  readonly depth?: number;
  readonly ordered?: boolean | null;
  readonly url?: string;
  readonly start?: number | null;
  readonly alt?: string | null;
  readonly title?: string | null;
  readonly position?: { readonly start: { readonly line: number } };
}

function plain(node: Parsed): MarkdownNode {
  return {
    type: node.type,
    children: (node.children ?? []).map(plain),
    line: node.position?.start.line ?? 1,
    ...(node.value === undefined ? {} : { value: node.value }),
    ...(node.depth === undefined ? {} : { depth: node.depth }),
    ...(node.ordered === undefined || node.ordered === null ? {} : { ordered: node.ordered }),
    ...(node.url === undefined ? {} : { url: node.url }),
    ...(typeof node.start === 'number' ? { start: node.start } : {}),
    ...(typeof node.alt === 'string' ? { alt: node.alt } : {}),
    ...(typeof node.title === 'string' ? { title: node.title } : {}),
  };
}
