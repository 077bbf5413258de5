import type { Line } from '../../../page/segment.js';
import { isMarkingLine } from '../../../regions/constructs/marking-line.js';
import { keyOf } from '../labels.js';
import { formCaptions } from './form-captions.js';
import { formFoot, sheetFoot } from './form-foot.js';
import { formHead } from './form-head.js';
import { type FormDoubt, FormLabels, type FormLine } from './form-labels.js';
import type { FormSheet } from './form-sheets.js';
import { isFormPageHead } from './form-words.js';

/** Says of each line of a telegram on a form what it is: head, captions, text and foot of each sheet. */
export function layOutForm(sheets: readonly FormSheet[]): {
  readonly lines: readonly FormLine[];
  readonly doubts: readonly FormDoubt[];
} {
  const lines: readonly Line[] = sheets.flatMap((sheet) => sheet.lines);
  const labels = new FormLabels(lines);
  let start = 0;
  let textStart = 0;
  const heads = new Set<string>();
  for (const [index, sheet] of sheets.entries()) {
    const end = start + sheet.lines.length;
    textStart = formCaptions(labels, formHead(labels, start, end), end);
    if (sheet.kind !== 'first') furtherHead(labels, start, textStart);
    for (let at = start; at < textStart; at++) heads.add(keyOf(labels.text(at)));
    pageTurns(labels, textStart, end, heads);
    if (index === sheets.length - 1) formFoot(labels, textStart, end);
    else sheetFoot(labels, textStart, end);
    start = end;
  }
  return { lines: labels.laid(), doubts: labels.doubts };
}

/** The head of a further sheet repeats the first: all of it is of the sheet. */
function furtherHead(labels: FormLabels, from: number, to: number): void {
  for (let at = from; at < to; at++) {
    labels.furniture[at] ??= 'section';
    labels.role[at] = 'text';
  }
}

/** Lines of a page's head stand at most so far below its number. */
const BELOW = 4;

/** Markings and the heads of further pages inside a text, with what repeats the head of the form. */
function pageTurns(labels: FormLabels, from: number, to: number, heads: ReadonlySet<string>): void {
  let last = -BELOW;
  for (let at = from; at < to; at++) {
    const text = labels.text(at);
    if (labels.furniture[at] !== undefined) continue;
    if (isMarkingLine(text) && !/^\p{Lu}\p{Ll}+\.$/u.test(text)) labels.furniture[at] = 'classification';
    else if (isFormPageHead(text)) labels.furniture[at] = 'pageNum';
    else if (at - last <= BELOW && heads.has(keyOf(text))) labels.furniture[at] = 'control';
    if (labels.furniture[at] === 'classification' || labels.furniture[at] === 'pageNum') last = at;
  }
}
