import { append } from '../../../model/list.js';
import type { Line } from '../../page/segment.js';
import { isMarkingLine } from '../../regions/constructs/marking-line.js';
import { type CableFurniture, DRAFTING_LABEL, signsOf } from './cable-line.js';
import { captionOf } from './captions.js';
import type { CableLine, CableRole } from './labels.js';
import { findSignature } from './text-lines.js';

/** The title of the form on which the Department typed telegrams until it had machines for them. */
const TITLE = /^(?:(?:INCOMING|OUTGOING)\s+TELEGRAM|TELEGRAM\s+(?:RECEIVED|SENT))\b/i;
/** What the form asks for. */
const LABEL =
  /^(?:Control(?:\s+No\.?)?|Rec['’]?d\.?|Received|FROM|TO|NO\.?|SENT TO|(?:RPTD|REPEATED)(?: INFO| TO)?|Info|Origin|Action)\s*:|^(?:Control|Rec['’]d)\s+\S/i;
const NUMBER = /^NO\.?\s*:\s*/i;
/** `-2- 5114, June 24, 2 p.m., from Beirut`, `Page 2 of telegram to Amembassy TEHRAN` */
const PAGE_HEAD = /^-\s*\d{1,2}\s*-(?:\s.{0,70}\b(?:from|to)\b.{1,40})?$|^Page\s+\w+\s+of\s+telegram\b.{0,60}$/i;
/** `BP:DMM`, `HJ:CES/18`: who drafted and who typed. */
const INITIALS = /^[A-Z]{1,4}(?:\s*[:/]\s*[A-Za-z]{1,5})+(?:[/-]\d{1,3})?$/;
const MAX_HEAD = 45;

/** Whether a line holds nothing but the initials of who drafted and who typed. */
export function isInitials(text: string): boolean {
  return INITIALS.test(text);
}

/** Whether a text is a telegram on such a form: its title, or its stamp of receipt, with the labels of sender or receiver. */
export function isTelegramForm(lines: readonly Line[]): boolean {
  const head = formLines(lines.slice(0, MAX_HEAD));
  const has = (pattern: RegExp): boolean => head.some(({ text }) => pattern.test(text));
  const isAddressed = has(/^FROM\s*:/) || has(/^(?:TO|SENT TO)\s*:/);
  if (has(TITLE)) return isAddressed || has(NUMBER);
  return has(/^Control\b/) && has(/^Rec['’]?d\b/) && isAddressed;
}

/** The lines of a form, those in two columns as two where the second begins with a label of the form. */
export function formLines(lines: readonly Line[]): readonly Line[] {
  const made: Line[] = [];
  for (const line of lines) append(made, columnsOf(line));
  return made;
}

function columnsOf(line: Line): readonly Line[] {
  const gap = /\S(\s{3,}|\t\s*)(?=\S)/.exec(line.text);
  if (gap === null) return [line];
  const at = gap.index + gap[0].length;
  const right = line.text.slice(at);
  const left = line.text.slice(0, gap.index + 1);
  if (!LABEL.test(right) && !TITLE.test(left) && (!isMarkingLine(right) || LABEL.test(left))) return [line];
  const second = {
    ...line,
    text: right,
    start: line.start + at,
    indent: line.indent + at,
    blankBefore: 0,
    pageBefore: false,
  };
  return [{ ...line, text: left }, ...columnsOf(second)];
}

/** Where the forms of a text begin. */
export function formStarts(lines: readonly Line[]): readonly number[] {
  const starts = [0];
  let hasText = false;
  for (const [at, { text }] of lines.entries()) {
    hasText ||= text.length > 50 && !LABEL.test(text);
    if (at > 0 && hasText && TITLE.test(text)) {
      starts.push(at);
      hasText = false;
    }
  }
  return starts;
}

/** Says of each line of a form what it is. */
export function layOutForm(lines: readonly Line[]): {
  readonly lines: readonly CableLine[];
  readonly doubtfulSignature: boolean;
} {
  const furniture: (CableFurniture | 'letterhead' | undefined)[] = lines.map(({ text }) =>
    isMarkingLine(text) ? 'classification' : PAGE_HEAD.test(text) ? 'pageNum' : undefined,
  );
  const role: CableRole[] = lines.map(() => 'text');
  const headEnd = labelHead(lines, furniture, role);
  const textStart = labelCaptions(lines, headEnd, furniture, role);
  const textEnd = labelEnd(lines, textStart, furniture);
  const found = findSignature(lines, textStart, textEnd, (at) => furniture[at] === undefined && role[at] === 'text');
  if (found !== undefined && found.offset === 0) {
    role[found.at] = 'signature';
    for (let at = found.at + 1; at < textEnd; at++) furniture[at] ??= 'transmission';
  }
  return {
    lines: lines.map((line, at) => ({
      ...line,
      furniture: furniture[at],
      role: role[at] ?? 'text',
      signs: signsOf(line.text),
    })),
    doubtfulSignature: found?.offset === 0 && found.isDoubtful,
  };
}

type Furniture = (string | undefined)[];

/** The head of the form, up to the last of its labels: all of it is of the sheet but sender, receivers and number. */
function labelHead(lines: readonly Line[], furniture: Furniture, role: CableRole[]): number {
  let end = lastLabel(lines);
  /** Receivers can stand on the lines below `SENT TO:`. */
  let side: CableRole | undefined;
  for (let at = 0; at < end || (side !== undefined && at < lines.length); at++) {
    const text = lines[at]?.text ?? '';
    const address = addressRole(text);
    if (address !== undefined || NUMBER.test(text)) role[at] = address ?? 'label';
    else if (side !== undefined && isFurtherAddress(lines[at])) {
      role[at] = 'address';
      end = Math.max(end, at + 1);
      continue;
    } else if (at < end) furniture[at] ??= TITLE.test(text) ? 'letterhead' : 'control';
    side = /^(?:SENT|RPTD|REPEATED)/i.test(text) ? address : undefined;
  }
  return end;
}

/** The line after the last label of the head. */
function lastLabel(lines: readonly Line[]): number {
  let end = 0;
  for (let at = 0; at < Math.min(lines.length, MAX_HEAD); at++) {
    const text = lines[at]?.text ?? '';
    if (LABEL.test(text) || TITLE.test(text)) end = at + 1;
    else if (text.length > LONGEST_LABELLED && at > end + 3) break;
  }
  return end;
}

const LONGEST_LABELLED = 60;

function isFurtherAddress(line: Line | undefined): boolean {
  if (line === undefined || LABEL.test(line.text)) return false;
  return line.blankBefore === 0 && line.indent > 4 && line.text.length < LONGEST_LABELLED;
}

function addressRole(text: string): CableRole | undefined {
  const { name } = /^(?:FROM|TO|SENT TO|RPTD|REPEATED)\b.*:/.test(text) ? (signsOf(text).address ?? {}) : {};
  return name === undefined ? undefined : name === 'FM' ? 'from' : name === 'TO' ? 'to' : 'info';
}

/** What stands between the head and the text: precedence, captions, to whom it was repeated. */
function labelCaptions(lines: readonly Line[], from: number, furniture: Furniture, role: CableRole[]): number {
  let at = from;
  for (; at < lines.length; at++) {
    if (furniture[at] !== undefined) continue;
    const { text = '', blankBefore = 0 } = lines[at] ?? {};
    const isMore =
      (role[at - 1] === 'pass' || role[at - 1] === 'more') && blankBefore === 0 && text === text.toUpperCase();
    if (/^(?:SENT|RPTD|REPEATED)\b/.test(text)) role[at] = 'pass';
    else if (isMore) role[at] = 'more';
    else if (text === text.toUpperCase() && captionOf(text, true)?.isDoubtful === false && text.length < 60) {
      role[at] = captionOf(text, true)?.kind ?? 'note';
    } else break;
  }
  return at;
}

/** What stands below the text: who drafted and cleared it, the initials of who typed; gives where the text ends. */
function labelEnd(lines: readonly Line[], from: number, furniture: Furniture): number {
  let end = lines.length;
  for (let at = lines.length - 1; at > from; at--) {
    const { text = '' } = lines[at] ?? {};
    if (isInitials(text)) furniture[at] ??= 'drafting';
    if (!/^(?:Drafted by|Drafted|Clearances?|Approved by)\b.*:/i.test(text) || !DRAFTING_LABEL.test(text)) continue;
    end = at;
  }
  for (let at = end; at < lines.length; at++) furniture[at] ??= 'drafting';
  return end;
}
