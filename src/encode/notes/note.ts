import { isSourceNote } from '../../grammar/source-prefix.js';
import type { Note } from '../../model/document.js';
import { join, type Strand, weave } from '../page/strand.js';
import type { Context } from '../regions/context.js';
import type { Matched } from './calls.js';

/** The signs of notes as part of an xml:id (`dNfn-symN` in FRUS). */
export function idOf(label: string): string {
  return /^[\da-z]+$/i.test(label) ? label : `-sym${label.length}`;
}

/**
 * Makes the `note` elements of a document. Their ids are `dNfnN` with the printed number, as in FRUS; a number that occurs again
 * (attachments count anew) gets its place in the list as a suffix.
 */
export function makeNotes(
  documentId: string,
  matched: readonly Matched[],
  strands: readonly (readonly Strand[])[],
  annotate: Context['annotate'],
): readonly Note[] {
  const ids = new Set<string>();
  let hasSource = false;
  return matched.map((match, index) => {
    const strand = join(strands[index] ?? []);
    const wanted = `${documentId}fn${idOf(match.label)}`;
    const id = ids.has(wanted) ? `${wanted}-${index + 1}` : wanted;
    ids.add(id);
    const isSource = !hasSource && isSourceNote(strand.text);
    hasSource ||= isSource;
    return {
      element: 'note',
      attributes: { n: match.label, 'xml:id': id, ...(isSource ? { type: 'source' } : {}) },
      children: weave(strand, annotate(strand)),
    };
  });
}
