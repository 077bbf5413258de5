import { isSourceNote } from '../../grammar/source-prefix.js';
import type { Inline, Note } from '../../model/document.js';
import type { Span } from '../../model/position.js';
import type { PartedWords } from '../page/parted-words.js';
import { join, rawOffset, type Strand, slice, weave } from '../page/strand.js';
import type { Context } from '../regions/context.js';
import type { Matched } from './calls.js';
import { isName } from './labels.js';

/** The signs of notes as part of an xml:id (`dNfn-symN` in FRUS). */
export function idOf(label: string): string {
  return /^[\da-z]+$/i.test(label) ? label : `-sym${label.length}`;
}

/** A note with the strands of its lines. */
export interface NoteText {
  readonly match: Matched;
  readonly strands: readonly Strand[];
}

/** What becomes of words that the ends of lines part. */
export interface NoteLineEnds {
  readonly words: PartedWords;
  /** Declares a hyphen that is left out. */
  drop(span: Span): void;
}

/**
 * Makes the `note` elements of a document. Their ids are `dNfnN` with the printed number, as in FRUS; a number that occurs again (attachments
 * count anew) gets its place in the list as a suffix. A note with a name has the number of its place.
 */
export function makeNotes(
  documentId: string,
  notes: readonly NoteText[],
  annotate: Context['annotate'],
  ends: NoteLineEnds,
): readonly Note[] {
  const ids = new Set<string>();
  let hasSource = false;
  return notes.map(({ match, strands }, index) => {
    const label = isName(match.label) ? String(index + 1) : match.label;
    const paragraphs = paragraphsOf(match, strands).map((lines) => joinLines(lines, ends));
    const wanted = `${documentId}fn${idOf(label)}`;
    const id = ids.has(wanted) ? `${wanted}-${index + 1}` : wanted;
    ids.add(id);
    const isSource = !hasSource && isSourceNote(paragraphs[0]?.text ?? '');
    hasSource ||= isSource;
    return {
      element: 'note',
      attributes: { n: label, 'xml:id': id, ...(isSource ? { type: 'source' } : {}) },
      children: childrenOf(paragraphs.map((strand) => weave(strand, annotate(strand)))),
    };
  });
}

/** The lines of a note by paragraphs: an empty line stands between two of them. */
function paragraphsOf({ note }: Matched, strands: readonly Strand[]): readonly (readonly Strand[])[] {
  const paragraphs: Strand[][] = [];
  for (const [index, strand] of strands.entries()) {
    // A marker that stands alone above its note has no words on its line.
    if (index === 0 && note.lines[0]?.text === '' && strands.length > 1) continue;
    const last = paragraphs.at(-1);
    if (last === undefined || note.lines[index]?.startsParagraph === true) paragraphs.push([strand]);
    else last.push(strand);
  }
  return paragraphs;
}

/** One paragraph stands in the note itself, several are paragraphs of it. */
function childrenOf(paragraphs: readonly (readonly Inline[])[]): Note['children'] {
  const [first = []] = paragraphs;
  return paragraphs.length < 2 ? first : paragraphs.map((children) => ({ element: 'p', attributes: {}, children }));
}

/** The lines of a paragraph as one, words that they part as one word. */
export function joinLines(lines: readonly Strand[], { words, drop }: NoteLineEnds): Strand {
  const joined: Strand[] = [];
  const separators: string[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const head = last === undefined ? undefined : /(?<!\p{L})(\p{L}+)-$/u.exec(last.text.slice(-LONGEST_WORD))?.[1];
    const tail = /^\p{L}+/u.exec(line.text)?.[0];
    if (last === undefined || head === undefined || tail === undefined) {
      if (last !== undefined) separators.push(' ');
      joined.push(line);
      continue;
    }
    const isInChain = last.text.at(-head.length - 2) === '-' || /^-\p{L}/u.test(line.text.slice(tail.length));
    const { joins } = words.join(head, tail, isInChain);
    const hyphen = last.text.length - 1;
    // Where a page turns in the word, what its head prints parts the halves, as it does in the raw text.
    const isTurned = line.milestones.some(({ at, node }) => at === 0 && node.element === 'fw');
    const end = rawOffset(last, hyphen) + 1;
    drop({ start: end - (joins ? 1 : 0), end: isTurned ? end : rawOffset(line, 0) });
    if (joins) joined[joined.length - 1] = slice(last, 0, hyphen);
    separators.push('');
    joined.push(line);
  }
  return join(joined, separators);
}

const LONGEST_WORD = 100;
