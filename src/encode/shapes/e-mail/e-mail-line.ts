import { readDate } from '../../../grammar/dateline.js';
import type { DateReading } from '../../../model/header.js';
import type { Line } from '../../page/segment.js';

/** A line of the header of a message: `Sent: Tuesday, September 15, 2009 9:18 AM`. */
export interface HeaderLine {
  readonly name: 'from' | 'to' | 'cc' | 'date' | 'subject' | 'other';
  /** How many characters the label has, with its colon. */
  readonly label: number;
  /** Where the value begins. */
  readonly value: number;
}

const HEADER =
  /^(?:>\s*)*[*_]{0,2}(From|Sender|To|Cc|CC|Bcc|Sent|Date|Subject|Subj|Attachments?|Importance|Priority|Reply-To|Classification|Sensitivity(?:Code)?)[*_]{0,2}:[*_]{0,2}\s*/;
const NAMES: Readonly<Record<string, HeaderLine['name']>> = {
  from: 'from',
  sender: 'from',
  to: 'to',
  cc: 'cc',
  bcc: 'cc',
  sent: 'date',
  date: 'date',
  subject: 'subject',
  subj: 'subject',
};

/** Reads a line of the header of a message (RFC 5322 as programs print it); undefined where it is none. */
export function headerLine(text: string): HeaderLine | undefined {
  const match = HEADER.exec(text);
  if (match === null) return undefined;
  return {
    name: NAMES[(match[1] ?? '').toLowerCase()] ?? 'other',
    label: match[0].trimEnd().length,
    value: match[0].length,
  };
}

/** `----- Original Message -----`, `Begin forwarded message:`, `On Tue, Sep 15, 2009, Jo Sample wrote:` above a message that is quoted. */
const QUOTING =
  /^(?:>\s*)*(?:[-_=\s]*(?:Original|Forwarded) Message[-_=\s]*|Begin forwarded message:|_{10,}|On .{6,120} wrote:)$/i;

/** Whether a line stands above a message that is quoted. */
export function quotesBelow(text: string): boolean {
  return QUOTING.test(text);
}

const LONGEST_HEADER = 9;

/** The first line after the header of a message that begins at a line; undefined where none begins there. */
export function headerEnd(lines: readonly Pick<Line, 'text' | 'blankBefore'>[], start: number): number | undefined {
  const found = new Set<HeaderLine['name']>();
  if (headerLine(lines[start]?.text ?? '')?.name !== 'from') return undefined;
  let at = start;
  let hasSent = false;
  for (; at < Math.min(lines.length, start + LONGEST_HEADER); at++) {
    const { text = '', blankBefore = 0 } = lines[at] ?? {};
    const header = headerLine(text);
    if (at > start && blankBefore > 0 && header === undefined) break;
    // The list of those who got it can be longer than its line.
    if (header === undefined && !(/[;,]$/.test(lines[at - 1]?.text ?? '') || /^\S+@\S+$/.test(text))) break;
    if (header !== undefined) found.add(header.name);
    hasSent ||= /^(?:>\s*)*[*_]{0,2}Sent\b/.test(text) || text.includes('@');
  }
  // `FROM`, `TO`, `DATE`, `SUBJECT` head a memorandum too: a message says when it was sent, or has addresses.
  const isHeader = found.has('date') && (found.has('to') || found.has('subject')) && hasSent;
  return isHeader ? at : undefined;
}

/** Lines that a release has stamped on the page. */
const STAMP =
  /\bCase No\.|\bDoc No\.|^RELEASE(?:D)? IN (?:PART|FULL)|^(?:UNCLASSIFIED|CONFIDENTIAL|SECRET)? ?U\.S\. Department of State\b|^STATE DEPT\.|^STATE-\w+|SUBJECT TO AGREEMENT|^(?:B\d(?:\(.\))?[,;\s]*)+$|FOIA WAIVER|^REASON:|^DECLASSIFY ON/;

/** Whether a line is a stamp of the release. */
export function isReleaseStamp(text: string): boolean {
  return STAMP.test(text);
}

/** `Tue Sep 15 08:02:11 2009`, as some programs print the date. */
const ASCTIME = /^\p{L}{3},? (\p{L}{3}) (\d{1,2}),? (\d\d:\d\d)(?::\d\d)?(?: [A-Z]{3,4})? ((?:19|20)\d\d)$/u;

/** The date that the value of `Sent:` or `Date:` says. */
export function sentDate(value: string): DateReading | undefined {
  const span = { start: 0, end: value.length };
  const [, month, day, time, year] = ASCTIME.exec(value) ?? [];
  const reading = readDate(month === undefined ? value : `${day} ${month} ${year}`);
  if (reading === undefined) return undefined;
  if (month === undefined) return reading;
  return { ...reading, when: `${reading.when}T${time}:00`, span };
}

/** `Example, Pat Q <pat@example.org>` as `Pat Q Example`. */
export function correspondent(value: string): string {
  const bare = value
    .replace(/\s*(?:<[^>]*>|\[(?:mailto:)?[^\]]*@[^\]]*\])/g, '')
    .replace(/^["']|["']$/g, '')
    .trim();
  const [, surname, given] = /^([^,]+),\s*([^,]+)$/.exec(bare) ?? [];
  return surname === undefined ? bare || value.trim() : `${given} ${surname}`;
}
