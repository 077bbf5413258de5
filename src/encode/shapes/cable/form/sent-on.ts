import { readDate } from '../../../../grammar/dateline.js';
import type { DateReading } from '../../../../model/header.js';
import { type Finding, finding } from '../../../facts/finding.js';
import { isTimeStamp } from '../cable-line.js';
import { formDate, isLoneHour, withYearOf } from './form-dates.js';
import type { FormLine } from './form-labels.js';

/** The date of sending, where it stands, and what gainsays it. */
export interface FoundDate {
  readonly date: DateReading | undefined;
  readonly dated: { readonly text: string; readonly at: number } | undefined;
  readonly doubts: readonly Finding[];
}

/** The date of sending: the group, the day beside the number, the label, the line that holds nothing else, the stamp; never that of receipt. */
export function sentOn(lines: readonly FormLine[]): FoundDate {
  const found: { readonly line: FormLine; readonly from: number; readonly date: DateReading; readonly rank: number }[] =
    [];
  for (const line of lines) {
    if (line.furniture !== undefined || !(line.role === 'label' || line.role === 'dateline')) continue;
    const from = valueStart(line);
    const date = formDate(line.text.slice(from));
    if (date !== undefined) found.push({ line, from, date, rank: rankOf(line, date) });
  }
  const best = [...found].sort((a, b) => a.rank - b.rank)[0];
  const clock = clockOf(lines);
  if (best === undefined) return { date: undefined, dated: undefined, doubts: [] };
  const dated = { text: best.line.text.slice(best.from), at: best.line.start + best.from };
  const hour =
    clock !== undefined &&
    best.date.when?.length === 10 &&
    Number(clock.slice(0, 2)) === Number(best.date.when.slice(8))
      ? clock
      : undefined;
  if (hour !== undefined) {
    return {
      date: { ...best.date, when: `${best.date.when}T${hour.slice(2, 4)}:${hour.slice(4, 6)}:00Z` },
      dated,
      doubts: [],
    };
  }
  const hourBelow =
    best.date.when?.length === 10 ? withHourBelow(dated.text, lines[lines.indexOf(best.line) + 1]) : undefined;
  if (hourBelow !== undefined) return { date: { ...best.date, when: hourBelow }, dated, doubts: [] };
  if (best.date.when !== undefined) return { date: best.date, dated, doubts: gainsaid(best.date.when, found) };
  const received = receivedOn(lines) ?? found.find(({ date }) => date.when !== undefined)?.date.when;
  const words = dated.text.slice(best.date.span.start, best.date.span.end);
  const when = received === undefined ? undefined : withYearOf(words, received);
  return { date: when === undefined ? best.date : { ...best.date, when }, dated, doubts: [] };
}

/** The day with the hour that stands on the line below it. */
function withHourBelow(day: string, below: FormLine | undefined): string | undefined {
  if (below?.furniture !== 'control' || !isLoneHour(below.text)) return undefined;
  const { when } = readDate(`${day.replace(/[.,\s]+$/, '')}, ${below.text}`) ?? {};
  return when?.includes('T') === true ? when : undefined;
}

/** Where the date of a line can begin: after its label, and after the number of the telegram. */
export function valueStart({ label, text }: Pick<FormLine, 'label' | 'text'>): number {
  const start = label?.length ?? 0;
  if (label !== undefined && label.kind !== 'number') return start;
  // Without a label only a comma parts the number from the day: `1012, December 3`.
  const number =
    label === undefined ? /^#?\d{1,6},\s+/ : /^#?(?:[A-Z]{1,5}[- ]?)?\d{1,6},?\s+(?=[A-Z]|\d{1,2}[a-z]{0,2}\s+[A-Z])/;
  return start + (number.exec(text.slice(start))?.[0].length ?? 0);
}

function rankOf({ label, text }: FormLine, { when }: DateReading): number {
  if (/\d{6}Z/.test(text)) return 0;
  if (isTimeStamp(text)) return 9;
  const rank =
    label?.kind === 'number' || (label === undefined && /^#?\d{1,5},\s/.test(text))
      ? 1
      : label?.kind === 'sent'
        ? 2
        : label?.kind === 'date'
          ? 3
          : 4;
  return when === undefined ? rank + 0.5 : rank;
}

/** The day and hour in the classification line of the Agency: `S E C R E T 141522Z`. */
function clockOf(lines: readonly FormLine[]): string | undefined {
  for (const { role, text } of lines) if (role === 'message') return /\b(\d{6})Z$/.exec(text)?.[1];
  return undefined;
}

function receivedOn(lines: readonly FormLine[]): string | undefined {
  for (const { label, text } of lines) {
    if (label?.kind !== 'received') continue;
    const when = formDate(text.slice(label.length))?.when;
    if (when !== undefined) return when;
  }
  return undefined;
}

/** Two dates that are more than a day apart, none of them of receipt. */
function gainsaid(
  when: string,
  found: readonly { readonly line: FormLine; readonly date: DateReading }[],
): readonly Finding[] {
  const day = Date.parse(when.slice(0, 10));
  return found
    .filter(({ date }) => date.when !== undefined && Math.abs(Date.parse(date.when.slice(0, 10)) - day) > 86_400_000)
    .map(({ line }) =>
      finding('EN131', { words: line.text, read: when.slice(0, 10) }, line.start, `when: ${when.slice(0, 10)}`),
    );
}
