import { readSourceNote } from '../../../grammar/source-note.js';
import { weave } from '../../page/strand.js';
import type { Construct } from '../context.js';
import { afterPages } from '../elements.js';

/** A decimal file of the Department (`763.72111/34½`), with a lot or subject in the words after it. */
const DECIMAL_FILE =
  /^\(?\d{2,4}[A-Z]?(?:\.\d*[A-Za-z]*[\d.]*[A-Za-z]*)?(?:[ ().,\p{L}\p{M}’'&\d-]*)?\/[\p{N}½¼¾⅓⅔⅛⅜⅝⅞A-Za-z–\-. ]+(?:\s*\[[^\]]*\])?(?:\s*[:;]\s*[\p{L}\s.\-–]*:?)?$/u;

/** The files of persons, conferences and offices that the volumes of the forties cite in the same place. */
const NAMED_FILES =
  /^(?:[\p{L}.&’'/–\- ()]{2,60}?\b(?:Files?|Papers|Records|Collection|Library)\b(?!.*\b(?:to|From|Memorandum|Telegram From)\b).{0,120}|\d{3} [\p{L}., ]{1,40}\/[\w½¼¾–-]+(?::.*)?)$/u;

const MAX_LENGTH = 160;

/** Whether a line is the file number that stands before the heading of a document of the older volumes. */
export function isFileNumber(text: string): boolean {
  if (text.length > MAX_LENGTH) return false;
  return (text.includes('/') && DECIMAL_FILE.test(text)) || NAMED_FILES.test(text);
}

/** The file number before the heading: an inline source note (`encoding.md` §3). */
export const fileNumber: Construct = {
  name: 'file-number',
  recognise(context, at) {
    const strand = context.strands[at];
    if (at !== 0 || strand === undefined || context.strands.length < 2 || !isFileNumber(strand.text)) return undefined;
    const blocks = afterPages(strand, (rest) => ({
      element: 'note',
      attributes: { rend: 'inline', type: 'source' },
      children: weave(rest),
    }));
    return {
      blocks,
      next: at + 1,
      facts: { source: { text: strand.text, reading: readSourceNote(strand.text) } },
    };
  },
};
