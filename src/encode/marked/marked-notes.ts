import type { Note, Paragraph } from '../../model/document.js';
import type { MarkedNote } from '../../model/marked-text.js';
import type { Span } from '../../model/position.js';
import type { SourceFile } from '../../model/source-file.js';
import { type Finding, finding } from '../facts/finding.js';
import { idOf } from '../notes/note.js';
import { rawOffset, type Strand, strandOf, weave } from '../page/strand.js';
import type { MovedNote } from '../proof/declared.js';
import type { Context } from '../regions/context.js';
import { isSource } from './readings.js';

/** A note of a file with marks, as an element. */
export interface MadeNote {
  readonly element: Note;
  readonly label: string;
  readonly call: number | undefined;
  readonly at: number;
  /** Where its paragraphs stand in the text as read. */
  readonly paragraphs: readonly Span[];
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
    return {
      element: { element: 'note', attributes, children },
      label,
      call,
      at: paragraphs[0]?.start ?? 0,
      paragraphs,
    };
  });
}

function trimmed(strand: Strand): Strand {
  const start = strand.text.length - strand.text.trimStart().length;
  return start === 0 && strand.text.trimEnd() === strand.text
    ? strand
    : strandOf(strand.text.trim(), rawOffset(strand, start));
}

/** The paragraphs of the notes, each with the id of its note. */
export function movedOf(notes: readonly MadeNote[]): readonly MovedNote[] {
  return notes.flatMap(({ element, paragraphs }) =>
    paragraphs.map((span): MovedNote => ({ id: element.attributes['xml:id'] ?? '', span })),
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
