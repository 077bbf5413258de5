import { isSourceNote } from '../../grammar/source-prefix.js';
import type { Note } from '../../model/document.js';
import { join, type Strand, weave } from '../page/strand.js';
import type { Context } from '../regions/context.js';
import type { Matched } from './calls.js';

/** The signs of notes as part of an xml:id (`dNfn-symN` in FRUS). */
function idOf(label: string): string {
  return /^[\da-z]+$/i.test(label) ? label : `-sym${label.length}`;
}

/** Markdown's names for notes (`[^ice]`), which no print has. */
function isName(label: string): boolean {
  return /\p{L}{2}|\p{L}.*-|-.*\p{L}/u.test(label);
}

/**
 * Makes the `note` elements of a document. A note with a name has the number of its place. Their ids are `dNfnN` with the printed number, as in FRUS; a number that occurs again
 * (attachments count anew) gets its place in the list as a suffix.
 */
export function makeNotes(
  documentId: string,
  matched: readonly Matched[],
  strands: readonly (readonly Strand[])[],
  annotate: Context['annotate'],
): readonly Note[] {
  const ids = new Set<string>();
  const named = matched.map(({ label }, index) => (isName(label) ? String(index + 1) : label));
  let hasSource = false;
  return named.map((label, index) => {
    const strand = join(strands[index] ?? []);
    const wanted = `${documentId}fn${idOf(label)}`;
    const id = ids.has(wanted) ? `${wanted}-${index + 1}` : wanted;
    ids.add(id);
    const isSource = !hasSource && isSourceNote(strand.text);
    hasSource ||= isSource;
    return {
      element: 'note',
      attributes: { n: label, 'xml:id': id, ...(isSource ? { type: 'source' } : {}) },
      children: weave(strand, annotate(strand)),
    };
  });
}
