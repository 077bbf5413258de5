import { append } from '../../../../model/list.js';
import type { Line } from '../../../page/segment.js';
import { isMarkingLine } from '../../../regions/constructs/marking-line.js';
import { isDated, isLoneHour } from './form-dates.js';
import { formLabel, fromTo, isFormPageHead, TITLE } from './form-words.js';

/** The head of a form is not longer. */
export const MAX_HEAD = 60;

/** Whether a line is of a text that runs on: a numbered paragraph, or a row of words with one blank between them. */
export function isProse(text: string): boolean {
  if (/^\(?1[.)]\s+\S/.test(text)) return true;
  return !/\S\s{3,}\S/.test(text) && text.split(' ').length >= 7 && /[\p{L}]{3}/u.test(text);
}

/** The lines of a sheet, those of its head as cells: what stands in columns is read as one line for each column. */
export function formLines(lines: readonly Line[]): readonly Line[] {
  const made: Line[] = [];
  let isAddressed = false;
  let isHead = true;
  /** The lines go on with receivers, each with the number that the telegram has to it. */
  let isListed = false;
  for (const [at, line] of lines.entries()) {
    isAddressed ||= /^(?:FROM|TO|SENT TO)\b/i.test(line.text);
    const kind = formLabel(line.text)?.kind;
    if (at >= MAX_HEAD || (isAddressed && kind === undefined && isProse(line.text))) isHead = false;
    isListed = kind === undefined ? isListed && line.blankBefore === 0 && line.indent > 0 : /^(?:to|info)$/.test(kind);
    const isReceiver = isListed && NUMBERED_POST.test(line.text);
    append(made, isHead && !isReceiver ? columnsOf(line) : [line]);
  }
  return made;
}

/** `Washington    No. 2019    } Important` */
const NUMBERED_POST = /\s{2,}No\.\s*\d{1,6}\b.{0,30}$/;

/** No sheet is so wide: a longer line is a whole text without the ends of its lines. */
const WIDEST = 1000;

function columnsOf(line: Line): readonly Line[] {
  if (line.text.length > WIDEST) return [line];
  const halves = fromTo(line.text);
  if (halves !== undefined) return [cut(line, 0, halves.second - 1), cell(line, halves.second)];
  for (const gap of line.text.matchAll(/(?<=\S)(?:\s{3,}|\t\s*)(?=\S)/g)) {
    const left = line.text.slice(0, gap.index);
    const right = line.text.slice(gap.index + gap[0].length);
    if (parts(left, right)) return [cut(line, 0, gap.index), ...columnsOf(cell(line, gap.index + gap[0].length))];
  }
  return [line];
}

/** Whether what stands on both sides of a gap is of two columns. */
function parts(left: string, right: string): boolean {
  if (formLabel(right) !== undefined || TITLE.test(left) || fromTo(right) !== undefined) return true;
  const label = formLabel(left);
  // The day of a date and its hour are one.
  if (isLoneHour(right)) return !isDated(left);
  if (isDated(right)) return label === undefined || label.label < left.length;
  // The precedence of an addressee stands after its name: `Amembassy SAIGON      IMMEDIATE`.
  if (PRECEDENCE.test(right) && /\p{Lu}{3}/u.test(left)) return false;
  const isAddress = label !== undefined && /^(?:from|to|action|info)$/.test(label.kind) && left.length > label.length;
  if (isMarkingLine(right)) return !isAddress && !isFormPageHead(left);
  return isMarkingLine(left) || isFormPageHead(left);
}

const PRECEDENCE = /^(?:\d{1,6}\s+)?(?:NIACT|IMMEDIATE|PRIORITY|ROUTINE|FLASH)(?:\s+(?:NIACT|IMMEDIATE))?$/i;

function cut(line: Line, start: number, end: number): Line {
  return { ...line, text: line.text.slice(start, end).trimEnd() };
}

function cell(line: Line, at: number): Line {
  return {
    ...line,
    text: line.text.slice(at),
    start: line.start + at,
    indent: line.indent + at,
    blankBefore: 0,
    pageBefore: false,
  };
}
