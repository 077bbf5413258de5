import type { Note, Paragraph } from '../../model/document.js';
import { firstFrom } from '../../model/list.js';
import type { MarkedNote } from '../../model/marked-text.js';
import type { Span } from '../../model/position.js';
import type { SourceFile } from '../../model/source-file.js';
import { type Finding, finding } from '../facts/finding.js';
import { idOf } from '../notes/note.js';
import { rawOffset, type Strand, strandOf, weave } from '../page/strand.js';
import type { Context } from '../regions/context.js';
import { isSource } from './readings.js';

/** A note of a file with marks, as an element. */
export interface MadeNote {
  readonly element: Note;
  readonly label: string;
  readonly call: number | undefined;
  readonly at: number;
}

/** The notes as elements; one of several paragraphs has them as such (TEI P5 §3.9.1). */
export function makeNotes(
  text: SourceFile,
  notes: readonly MarkedNote[],
  id: string,
  annotate: Context['annotate'],
): readonly MadeNote[] {
  let hasSource = false;
  const ids = new Set<string>();
  return notes.map((note, index) => {
    const { label, call, paragraphs } = note;
    const source = !hasSource && isSource(text, note);
    hasSource ||= source;
    const woven = paragraphs.map(({ start, end }) => {
      const strand = trimmed(strandOf(text.text.slice(start, end), start));
      return weave(strand, annotate(strand));
    });
    const [only = []] = woven;
    const children: Note['children'] =
      woven.length <= 1
        ? only
        : woven.map((inlines): Paragraph => ({ element: 'p', attributes: {}, children: inlines }));
    const wanted = `${id}fn${idOf(label)}`;
    const own = ids.has(wanted) ? `${wanted}-${index + 1}` : wanted;
    ids.add(own);
    const attributes = { n: label, 'xml:id': own, ...(source ? { type: 'source' } : {}) };
    return { element: { element: 'note', attributes, children }, label, call, at: paragraphs[0]?.start ?? 0 };
  });
}

function trimmed(strand: Strand): Strand {
  const start = strand.text.length - strand.text.trimStart().length;
  return start === 0 && strand.text.trimEnd() === strand.text
    ? strand
    : strandOf(strand.text.trim(), rawOffset(strand, start));
}

/** The paragraphs of the notes in the order of their calls; where a note is called in another, it parts that. */
export function movedOf(notes: readonly MarkedNote[]): readonly Span[] {
  const ordered = [...notes].sort((a, b) => (a.call ?? 0) - (b.call ?? 0));
  const calls = ordered.flatMap(({ call }) => (call === undefined ? [] : [call]));
  return ordered.flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ start, end }): readonly Span[] => {
      const within = calls.slice(
        firstFrom(calls, (call) => call > start),
        firstFrom(calls, (call) => call >= end),
      );
      return [start, ...within].map((from, index) => ({ start: from, end: within[index] ?? end }));
    }),
  );
}

/** A note that nothing calls, at the place that the manifest names. */
export function withSuppliedCall(
  note: MarkedNote,
  text: SourceFile,
  { start, end }: Span,
  calls: NonNullable<Context['calls']>,
  doubts: Finding[],
): MarkedNote {
  const words = calls[note.label];
  if (words === undefined) return note;
  const at = text.text.indexOf(words, start);
  if (at < 0 || at + words.length > end) {
    doubts.push(finding('EN017', { label: note.label, words }, start));
    return note;
  }
  return { ...note, call: at + words.length };
}
