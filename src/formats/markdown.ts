import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { append } from '../model/list.js';

/** A node of Markdown: its type by mdast's names, its children or its text, and where it begins (offset in the text). */
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
  /** Of a table: how its columns are aligned; null where nothing is said. */
  readonly align?: readonly (string | null)[];
  /** Of a note or its call: the name by which they find each other, and as it is written. */
  readonly identifier?: string;
  readonly label?: string;
  /** Of a text: what is written in it as calls of notes, where there is no such note. */
  readonly looseCalls?: readonly LooseCall[];
  readonly offset: number;
}

/** A call that no note answers. */
export interface LooseCall {
  readonly label: string;
  readonly offset: number;
}

/** Reads CommonMark with the notes, tables and struck words of GitHub Flavored Markdown. Never throws: whatever is written is some Markdown. */
export function readMarkdown(text: string): MarkdownNode {
  const offset = tooManyMarks(text);
  if (offset !== undefined)
    return { type: 'root', children: [{ type: 'tooManyMarks', children: [], offset }], offset: 0 };
  const underlined = tooManyUnderlines(text);
  if (underlined !== undefined)
    return { type: 'root', children: [{ type: 'tooManyUnderlines', children: [], offset: underlined }], offset: 0 };
  const unmarked = tooManyUnmarked(text);
  if (unmarked !== undefined)
    return { type: 'root', children: [{ type: 'tooManyUnmarked', children: [], offset: unmarked }], offset: 0 };
  const returning = tooManyReturns(text);
  if (returning !== undefined)
    return { type: 'root', children: [{ type: 'tooManyReturns', children: [], offset: returning }], offset: 0 };
  const deep = deepLine(text);
  if (deep !== undefined)
    return { type: 'root', children: [{ type: 'tooDeep', children: [], offset: deep }], offset: 0 };
  const root = fromMarkdown(text, {
    // The specification has two tildes; one stands for “about” (~40 men).
    extensions: [gfmFootnote(), gfmTable(), gfmStrikethrough({ singleTilde: false })],
    mdastExtensions: [gfmFootnoteFromMarkdown(), gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown()],
  });
  return plain(root as Parsed, text, 0);
}

/** As many signs of emphasis, links and the like a paragraph may have: the parser's time grows with their square, and no person writes so many. */
const MOST_MARKS = 5000;

/** Where a paragraph begins that has more; undefined where none has. */
function tooManyMarks(text: string): number | undefined {
  let marks = 0;
  let start = 0;
  for (const { index, 0: sign } of text.matchAll(/\n[ \t]*\n|[[\]*_~`!<&]/g)) {
    if (sign.startsWith('\n')) {
      marks = 0;
      start = index + sign.length;
    } else if (++marks > MOST_MARKS) return start;
  }
  return undefined;
}

/** So many headings may be marked by a line of signs below them: for each the parser goes through all that stands before. */
const MOST_UNDERLINES = 3000;

/** A line of signs below another (CommonMark 0.31, §4.3); it may stand in a quotation or a list. */
const UNDERLINE = /^[ \t>]*(?:=+|-+)[ \t]*$/gm;

/** Where the first line of signs stands that is one too many; undefined where there are not so many. */
function tooManyUnderlines(text: string): number | undefined {
  let count = 0;
  for (const { index } of text.matchAll(UNDERLINE)) {
    // Below nothing it is a rule, or the words of a paragraph.
    const isBelow = /\S/.test(text.slice(text.lastIndexOf('\n', index - 2) + 1, index));
    if (isBelow && ++count > MOST_UNDERLINES) return index;
  }
  return undefined;
}

/** So many lines without a sign of their own may go on with a list or a quotation: at each the parser goes back to the first of its paragraph. */
const MOST_UNMARKED = 5000;

/** A line behind its signs of quotation: empty, or an item of a list (CommonMark 0.31, §5.2), or any other. */
const LINE = /^[ \t]*(>?)[ \t>]*(?:($)|([-+*]|\d{1,9}[.)])(?=[ \t]|$)|)/gm;

/** Where the line stands that is one too many; undefined where there are not so many. */
function tooManyUnmarked(text: string): number | undefined {
  let isWithin = false;
  let count = 0;
  for (const { index, 1: quoted, 2: empty, 3: item } of text.matchAll(LINE)) {
    if (empty !== undefined) {
      isWithin = false;
      count = 0;
    } else if (item !== undefined) isWithin = true;
    else {
      isWithin ||= quoted === '>';
      if (isWithin && ++count > MOST_UNMARKED) return index;
    }
  }
  return undefined;
}

/** So many items may follow what stands deeper than they: at each the parser goes through all that stands before. */
const MOST_RETURNS = 3000;

/** The signs of lists and quotations at the beginning of a line that is no rule; group 1 is all before the last. */
const LEADING_SIGNS =
  /^(?![-* \t]*$)([ \t]*(?:(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))[ \t]*)*)(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))/gm;

/** Where the item stands that is one too many; undefined where there are not so many. */
function tooManyReturns(text: string): number | undefined {
  let deepest = 0;
  let count = 0;
  for (const { index, 0: signs, 1: before = '' } of text.matchAll(LEADING_SIGNS)) {
    const item = /[-+*\d]/.exec(signs)?.index ?? signs.length;
    if (item < deepest && ++count > MOST_RETURNS) return index;
    deepest = before.length;
  }
  return undefined;
}

/** How deep lists and quotations may stand in each other; what is deeper is one node `tooDeep`, so that no reader runs out of stack. */
const DEEPEST = 50;

/** Signs of lists and quotations, one in another, at the beginning of a line that is no rule (`* * *`). */
const DEEP_LINE = new RegExp(`^(?![-* \\t]*$)(?:[ \\t]*(?:>|(?:[-+*]|\\d{1,9}[.)])(?=[ \\t]|$))){${DEEPEST + 1}}`, 'm');

/** Where a line stands that begins with more lists and quotations than may stand in each other: the parser's time grows with more than their square. */
function deepLine(text: string): number | undefined {
  return DEEP_LINE.exec(text)?.index ?? deepIndent(text);
}

/** Where an item stands that is too deep by its indentation: each line begins a list in the item of the line before. */
function deepIndent(text: string): number | undefined {
  const open: number[] = [];
  for (const { index, 0: signs } of text.matchAll(LEADING_SIGNS)) {
    // The columns of the items in the line: an item ends where another begins no deeper than it.
    const columns = [...signs.matchAll(/[^ \t>]+/g)].map((sign) => sign.index);
    while (columns.length > 0 && (open.at(-1) ?? -1) >= (columns[0] ?? 0)) open.pop();
    append(open, columns);
    if (open.length > DEEPEST) return index;
  }
  return undefined;
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
  readonly align?: readonly (string | null)[] | null;
  readonly identifier?: string;
  readonly label?: string | null;
  readonly position?: { readonly start: { readonly offset?: number }; readonly end: { readonly offset?: number } };
}

function plain(node: Parsed, text: string, depth: number): MarkdownNode {
  const offset = node.position?.start.offset ?? 0;
  if (depth > DEEPEST) return { type: 'tooDeep', children: [], offset };
  const looseCalls = node.type === 'text' ? looseCallsIn(text.slice(offset, node.position?.end.offset), offset) : [];
  return {
    type: node.type,
    children: (node.children ?? []).map((child) => plain(child, text, depth + 1)),
    offset,
    ...(node.value === undefined ? {} : { value: node.value }),
    ...(node.depth === undefined ? {} : { depth: node.depth }),
    ...(node.ordered === undefined || node.ordered === null ? {} : { ordered: node.ordered }),
    ...(node.url === undefined ? {} : { url: node.url }),
    ...(typeof node.start === 'number' ? { start: node.start } : {}),
    ...(typeof node.alt === 'string' ? { alt: node.alt } : {}),
    ...(typeof node.title === 'string' ? { title: node.title } : {}),
    ...(Array.isArray(node.align) ? { align: node.align } : {}),
    ...(node.identifier === undefined ? {} : { identifier: node.identifier }),
    ...(typeof node.label === 'string' ? { label: node.label } : {}),
    ...(looseCalls.length === 0 ? {} : { looseCalls }),
  };
}

/** The calls in a text as it is written; a backslash says that none is meant. */
function looseCallsIn(written: string, offset: number): readonly LooseCall[] {
  if (!written.includes('[^')) return [];
  return [...written.matchAll(/(?<!\\)\[\^([^[\]]+)\]/g)].map((call) => ({
    label: call[1] ?? '',
    offset: offset + call.index,
  }));
}
