import type { Line } from '../page/segment.js';
import type { Candidate } from './call-candidates.js';
import type { Matched } from './calls.js';
import { closingOf, isInBrackets, LEAD } from './composed-markers.js';
import type { Run, RunEntry } from './note-runs.js';

/**
 * Calls with all signs that the list has around its labels. A form of call takes the signs that most texts have; where a list is marked `α)`,
 * `¹/` or `/¹/` and each of its calls stands between the same signs, these are of the calls, and not of the sentences.
 */
export function withWholeCalls(matched: readonly Matched[], run: Run, lines: readonly Line[]): readonly Matched[] {
  const signs = signsOf(run.entries, lines);
  if (signs === undefined || !matched.some(({ call }) => call !== undefined)) return matched;
  const whole = matched.map((one) => {
    if (one.call === undefined) return one;
    const call = widened(one.call, lines[one.call.line]?.text ?? '', signs);
    return call === undefined ? undefined : { ...one, call };
  });
  return whole.every((one) => one !== undefined) ? whole : matched;
}

interface Signs {
  readonly open: string;
  readonly close: string;
}

/** What stands before and behind the labels of all markers of a list, without the stop that parts them from the words. */
function signsOf(entries: readonly RunEntry[], lines: readonly Line[]): Signs | undefined {
  let signs: Signs | undefined;
  for (const { line, marker } of entries) {
    const own = AROUND.exec((lines[line]?.text.slice(0, marker.length) ?? '').replace(LEAD, '').trim())?.groups;
    if (own === undefined) return undefined;
    const { open = '', close: printed = '' } = own;
    const close = closingOf(open, printed);
    if (signs !== undefined && (signs.open !== open || signs.close !== close)) return undefined;
    signs = { open, close };
  }
  return signs === undefined || signs.open + signs.close === '' ? undefined : signs;
}

/** A label with signs of print around it; a mark of Markdown or of a web page has forms of its own. */
const AROUND = /^(?<open>[^\p{L}\p{N}\s<>*\\^]{0,3})[\p{L}\p{N}]{1,4}(?<close>[^\p{L}\p{N}\s<>*\\^]{0,4})$/u;

/** A call with the signs around it; itself where it has them already, undefined where the text has others. */
function widened(call: Candidate, text: string, { open, close }: Signs): Candidate | undefined {
  const { start, end } = call.span;
  const printed = text.slice(start, end).trim();
  if (printed.startsWith(open) && printed.endsWith(close)) return call;
  const from = printed.startsWith(open) ? start : text.slice(0, start).endsWith(open) ? start - open.length : undefined;
  const till = printed.endsWith(close) ? end : text.startsWith(close, end) ? end + close.length : undefined;
  if (from === undefined || till === undefined) return undefined;
  // `(see the list α)`: the bracket is of the sentence.
  if (open === '' && isInBrackets(text, start, close)) return undefined;
  return { ...call, span: { start: from, end: till } };
}
