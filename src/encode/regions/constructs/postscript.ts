import type { Strand } from '../../page/strand.js';

/** `P.S. …`, `P. S.`, `P.P.S.`, `PS:`, `Postscript:` at the beginning of a paragraph. */
const POSTSCRIPT = /^(?:\[[^\]]{3,40}\]:?\s+)?[[(]?(?:P\.\s?(?:P\.\s?)?S\.|PP?S[.:]|Postscript[.:—])(?!\s?\d)/i;

/** A postscript stands among the last lines of a letter; further up the letters mean something else. */
const LAST_LINES = 12;

/** Where the postscripts of a document begin (TEI P5, postscript), never before `from`. */
export function postscriptStarts(strands: readonly Strand[], from: number, end: number): readonly number[] {
  const starts: number[] = [];
  for (let at = Math.max(from, end - LAST_LINES); at < end; at++) {
    if (POSTSCRIPT.test(strands[at]?.text ?? '')) starts.push(at);
  }
  return starts;
}
