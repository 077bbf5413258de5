import { isTooLong, readHeading } from '../../../grammar/heading.js';
import { readSourceNote } from '../../../grammar/source-note.js';
import { isSourceNote } from '../../../grammar/source-prefix.js';
import type { DocumentNode, Inline, Note, Paragraph } from '../../../model/document.js';
import { finding } from '../../facts/finding.js';
import { join, LINE_BREAK, rawOffset, type Strand, weave } from '../../page/strand.js';
import { textOf } from '../../page/text-of.js';
import type { Construct, Facts } from '../context.js';
import { afterPages, correspondentAnnotation, datelineAnnotations, leadingPages, notesOf } from '../elements.js';
import { fileFacts, fileNote } from './file-number.js';
import { headLines, numberAlone } from './head-lines.js';

/** The heading of the document: its first line, or the first after the file number; a number on a line of its own is of it. */
export const head: Construct = {
  name: 'head',
  recognise(context, from) {
    const textAt = (line: number): string => context.strands[from + line]?.text ?? '';
    const lines = headLines(textAt, context.end - from);
    const isAbove = lines.number !== undefined || lines.otherTongue !== undefined;
    const at = isAbove ? from + lines.heading : from;
    const above = context.strands.slice(from, at);
    const first = above[0];
    const other = lines.otherTongue;
    const isOther = (line: number): boolean => other !== undefined && line >= other.from && line < other.to;
    const halves = context.strands.slice(at, at + 1 + lines.more);
    if (halves.length === 0) return undefined;
    const strand = join(halves);
    const number = first === undefined ? undefined : numberAlone(first.text);
    const file = above.find((_, line) => lines.files.includes(line));
    const reading = { ...readHeading(strand.text), ...(number === undefined ? {} : { number }) };
    const { length } = strand.text;
    if (isTooLong(strand.text)) context.report(finding('EN035', { length }, rawOffset(strand, 0)));
    const annotations = [
      ...reading.correspondents.map((c) => correspondentAnnotation(c, strand.text, context)),
      ...(reading.dateline === undefined ? [] : datelineAnnotations(reading.dateline)),
    ];
    const words = leadingPages(strand).rest;
    const blocks = afterPages(first ?? strand, (rest) => ({
      element: 'head',
      attributes: {},
      children: [
        ...(first === undefined ? [] : numberChildren([rest, ...above.slice(1)], lines.files, isOther)),
        ...weave(first === undefined ? rest : words, annotations),
      ],
    }));
    const sourceNote = [...above, strand].flatMap(notesOf).find((note) => isSourceNote(textOf(note)));
    const facts: Facts = {
      heading: { ...reading, text: strand.text },
      ...(reading.dateline === undefined
        ? {}
        : { dateline: { ...reading.dateline, text: strand.text, at: rawOffset(strand, 0) } }),
      ...(file === undefined ? {} : { source: fileFacts(file) }),
      ...(sourceNote === undefined ? {} : { source: readSource(sourceNote) }),
    };
    return { blocks, next: at + 1 + lines.more, facts };
  },
};

/** The number on its own line, and the file numbers between it and the heading. */
function numberChildren(
  lines: readonly Strand[],
  files: readonly number[],
  isOther: (line: number) => boolean,
): readonly Inline[] {
  return lines.flatMap((strand, line): readonly Inline[] => {
    const isLastFile = files.includes(line) && !files.includes(line + 1);
    if (files.includes(line))
      return [fileNote(strand, line === files.find((one) => one > 0)), ...(isLastFile ? [LINE_BREAK] : [])];
    const words = weave(strand);
    return isOther(line) && isOther(line + 1)
      ? [...words, { element: 'text', text: ' ' }, LINE_BREAK]
      : [...words, LINE_BREAK];
  });
}

/** A source note with what it says and where it stands in the raw text. */
export function readSource(note: Note | Paragraph): NonNullable<Facts['source']> {
  const text = textOf(note);
  const at = firstPlace(note);
  return { text, reading: readSourceNote(text), ...(at === undefined ? {} : { at }) };
}

/** Where the first words of a node stand in the raw text. */
function firstPlace(node: DocumentNode): number | undefined {
  if (node.element === 'text') return node.at;
  for (const child of node.children as readonly DocumentNode[]) {
    const at = firstPlace(child);
    if (at !== undefined) return at;
  }
  return undefined;
}
