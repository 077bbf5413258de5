import { printedNumber } from '../../../grammar/heading.js';
import { noteDoubts, pageDoubts } from '../../notes/note-doubts.js';
import { type NotedText, readNotedText, withSource } from '../../notes/noted-text.js';
import { columnLines } from '../../page/columns.js';
import { findEmphasis } from '../../page/emphasis.js';
import type { Line } from '../../page/segment.js';
import { join, rawOffset, type Strand, withoutPrefix } from '../../page/strand.js';
import { build } from '../../regions/build.js';
import { head } from '../../regions/constructs/head.js';
import { opener } from '../../regions/constructs/opener.js';
import { SECTION_HEADING } from '../../regions/constructs/section-heading.js';
import type { Construct } from '../../regions/context.js';
import type { RawPart } from '../raw-part.js';
import { blockQuotation } from './block-quotation.js';
import { beginsFrontMatter, type FrontMatter, readFrontMatter } from './front-matter.js';

/** Documents in Markdown, each with its facts in a block of front matter, or with a heading that prints its number. */
export function markdownParts(lines: readonly Line[]): readonly RawPart[] {
  return cutMarkdown(lines).map(markdownPart);
}

function markdownPart(lines: readonly Line[]): RawPart {
  const front = readFrontMatter(lines);
  return {
    start: lines[0]?.start ?? 0,
    id: (part) => front.facts.id ?? `d${front.facts.number ?? headingNumber(front) ?? part}`,
    stated: front.facts,
    read: (id, tools) => readMarkdown(front, lines[0]?.start ?? 0, id, tools),
  };
}

/** `# 12. Letter From …` */
const NUMBERED = /^#\s+(?:No\. )?\d{1,4}[a-z]?\.\s+\p{Lu}/u;

/** Cuts a text at the blocks of front matter, and at its first-rank headings that print a number where it begins with one. */
function cutMarkdown(lines: readonly Line[]): readonly (readonly Line[])[] {
  const isNumbered = NUMBERED.test(lines[0]?.text ?? '');
  const starts = [0];
  for (let at = 1; at < lines.length; at++) {
    const begins = beginsFrontMatter(lines, at) || (isNumbered && NUMBERED.test(lines[at]?.text ?? ''));
    if (begins && at - (starts.at(-1) ?? 0) > 1) starts.push(at);
    // The block itself holds no other.
    if (begins) at++;
  }
  return starts.map((start, index) => lines.slice(start, starts[index + 1] ?? lines.length));
}

/** The number that the heading prints, where the heading is in the text: `# 73. Letter From …`. */
function headingNumber({ facts, body }: FrontMatter): string | undefined {
  const first = facts.head ?? body.find(({ text }) => text !== '')?.text.replace(HEADING, '');
  return printedNumber(first ?? '');
}

function readMarkdown(
  front: FrontMatter,
  start: number,
  id: string,
  tools: Parameters<RawPart['read']>[1],
): ReturnType<RawPart['read']> {
  const marks: NotedText['dropped'][number][] = [];
  const text = readNotedText(front.body, id, tools, {
    markup: (line) => findEmphasis(line.text, line.start),
  });
  const strands = paragraphs(text, marks);
  const opening: readonly Construct[] = front.facts.head === undefined ? [head, opener] : [opener];
  const built = build(strands, { opening, inText: [blockQuotation], uncalled: text.uncalled }, tools);
  const facts =
    front.markings.length === 0 ? built.facts : { ...built.facts, markings: front.markings, areMarkingsStated: true };
  return {
    built: withSource({ blocks: built.blocks, facts }, text),
    dropped: [{ start, end: front.end, kind: 'front matter' }, ...text.dropped, ...marks],
    moved: text.moved,
    doubts: [...noteDoubts(front.body, text), ...pageDoubts(text), ...front.findings],
  };
}

/** The first heading is the document's, those after it are of its sections. */
const HEADING = SECTION_HEADING;

/** Lines that begin something of their own. */
const OWN = /^(?:#{1,6}\s|[-*+•]\s|\(?(?:\d{1,3}|[a-zA-Z])[.)]\s|>|\||\[\^|(?:-{3,}|\*{3,}|_{3,})$)/;

/** Joins the lines of each paragraph; a line ended with two blanks or more goes on all the same, as in a letter typed to a width. */
function paragraphs(text: NotedText, marks: NotedText['dropped'][number][]): readonly Strand[] {
  const joined: Strand[][] = [];
  const rows = columnLines(text.body);
  text.strands.forEach((strand, index) => {
    const line = text.body[index];
    const before = joined.at(-1);
    const isOwn =
      line === undefined || line.blankBefore > 0 || OWN.test(line.text) || line.text.includes(' | ') || rows.has(index);
    const afterHeading = HEADING.test(text.body[index - 1]?.text ?? '') || rows.has(index - 1);
    if (before === undefined || isOwn || afterHeading) joined.push([withoutHeadingMark(strand, marks, index === 0)]);
    else before.push(strand);
  });
  return joined.map((lines) => (lines.length === 1 && lines[0] !== undefined ? lines[0] : join(lines)));
}

/** The number signs of the document's heading are dropped; those of a section's stay until its paragraph is made. */
function withoutHeadingMark(strand: Strand, marks: NotedText['dropped'][number][], isFirst: boolean): Strand {
  const length = isFirst ? (HEADING.exec(strand.text)?.[0].length ?? 0) : 0;
  if (length === 0) return strand;
  marks.push({ start: rawOffset(strand, 0), end: rawOffset(strand, 0) + length });
  return withoutPrefix(strand, length);
}
