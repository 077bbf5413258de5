import { isTooLong, readHeading } from '../../../grammar/heading.js';
import { readSourceNote } from '../../../grammar/source-note.js';
import { isSourceNote } from '../../../grammar/source-prefix.js';
import type { Inline, Note, Paragraph } from '../../../model/document.js';
import { finding } from '../../facts/finding.js';
import { rawOffset, weave } from '../../page/strand.js';
import { textOf } from '../../page/text-of.js';
import type { Construct, Facts } from '../context.js';
import { afterPages, correspondentAnnotation, datelineAnnotations, notesOf } from '../elements.js';

/** The heading of the document: its first line, or the first after the file number. */
export const head: Construct = {
  name: 'head',
  recognise(context, at) {
    const strand = context.strands[at];
    if (strand === undefined) return undefined;
    const reading = readHeading(strand.text);
    const { length } = strand.text;
    if (isTooLong(strand.text)) context.report(finding('EN035', { length }, rawOffset(strand, 0)));
    const annotations = [
      ...reading.correspondents.map((c) => correspondentAnnotation(c, strand.text, context)),
      ...(reading.dateline === undefined ? [] : datelineAnnotations(reading.dateline)),
    ];
    const blocks = afterPages(strand, (rest) => ({
      element: 'head',
      attributes: {},
      children: weave(rest, annotations),
    }));
    const sourceNote = notesOf(strand).find((note) => isSourceNote(textOf(note)));
    const facts: Facts = {
      heading: { ...reading, text: strand.text },
      ...(reading.dateline === undefined
        ? {}
        : { dateline: { ...reading.dateline, text: strand.text, at: rawOffset(strand, 0) } }),
      ...(sourceNote === undefined ? {} : { source: readSource(sourceNote) }),
    };
    return { blocks, next: at + 1, facts };
  },
};

/** A source note with what it says and where it stands in the raw text. */
export function readSource(note: Note | Paragraph): NonNullable<Facts['source']> {
  const text = textOf(note);
  const [first] = note.children;
  const within: readonly Inline[] = first?.element === 'p' ? first.children : (note.children as readonly Inline[]);
  const at = within.find((child) => child.element === 'text')?.at;
  return { text, reading: readSourceNote(text), ...(at === undefined ? {} : { at }) };
}
