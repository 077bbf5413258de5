import { readSourceNote } from '../../../grammar/source-note.js';
import type { Note } from '../../../model/document.js';
import { type Strand, weave } from '../../page/strand.js';
import type { Construct, Facts } from '../context.js';
import { afterPages } from '../elements.js';
import { headLines } from './head-lines.js';

/** A file number as the inline source note that it is; a second one is a note like others. */
export function fileNote(strand: Strand, isFirst: boolean): Note {
  const attributes = { rend: 'inline', ...(isFirst ? { type: 'source' } : {}) };
  return { element: 'note', attributes, children: weave(strand) };
}

/** What a file number says of where the document is kept. */
export function fileFacts({ text: printed }: Strand): NonNullable<Facts['source']> {
  const text = /^[[(]([^[\]()]*(?:\([^()]*\))?[^[\]()]*)[\])]$/.exec(printed)?.[1] ?? printed;
  return { text, reading: readSourceNote(text) };
}

/** The file number before the heading: an inline source note (`encoding.md` §3). */
export const fileNumber: Construct = {
  name: 'file-number',
  recognise(context, at) {
    const first = context.strands[at];
    if (at !== 0 || first === undefined) return undefined;
    const { files, number, heading } = headLines((line) => context.strands[line]?.text ?? '', context.strands.length);
    const above = files.filter((line) => line < (number ?? heading));
    if (above.length === 0) return undefined;
    const blocks = above.flatMap((line, index) => {
      const strand = context.strands[line];
      return strand === undefined ? [] : afterPages(strand, (rest) => fileNote(rest, index === 0));
    });
    return { blocks, next: above.length, facts: { source: fileFacts(first) } };
  },
};
