import { readDate } from '../../../../grammar/dateline.js';
import type { DatelineReading, DateReading, SourceReading } from '../../../../model/header.js';
import { type Finding, finding } from '../../../facts/finding.js';
import { isMarkingLine, readMarkingLine } from '../../../regions/constructs/marking-line.js';
import type { Facts } from '../../../regions/context.js';
import { isTimeStamp } from '../cable-line.js';
import { captionOf, partsOf } from '../captions.js';
import { addressees, party, subjectOf } from '../facts.js';
import { formDate, withYearOf } from './form-dates.js';
import { formDrafting } from './form-drafting.js';
import type { FormLine } from './form-labels.js';
import { BRITISH_PRECEDENCE, type CiteLine, citeLine, OUTGOING, TITLE } from './form-words.js';
import { repeatedTo } from './repeated-to.js';

/** The facts of a telegram on a form, and what is doubtful about them. */
export function formFacts(lines: readonly FormLine[]): { readonly facts: Facts; readonly doubts: readonly Finding[] } {
  const own = lines.filter(({ furniture }) => furniture === undefined);
  const cite = own.flatMap(({ text }) => citeLine(text) ?? [])[0];
  const sides = withPlaces(addressees(lines), lines);
  const house = sides.from.length > 0 ? undefined : houseOf(lines);
  const from = house === undefined ? sides.from.map(party) : [{ element: 'orgName' as const, name: house }];
  const info = [...sides.info.map(({ name }) => name), ...repeatedTo(own), ...(cite?.info ?? [])];
  const { date, dated, doubts } = dateOf(lines);
  const markings = readMarkingLine(markingsOf(lines).join('; '));
  const message = own.find(({ role }) => role === 'message')?.signs.message;
  const number = numberOf(lines, sides.to.length, cite);
  const handling = own
    .filter(({ role }) => role === 'handling')
    .flatMap(({ text }) => captionOf(text, true)?.handling ?? captionOf(text.toUpperCase(), true)?.handling ?? []);
  const precedence = [
    ...precedenceLabel(lines),
    ...britishPrecedence(lines),
    ...(cite?.precedence === undefined ? [] : [AGENCY[cite.precedence] ?? cite.precedence]),
    ...markings.precedence,
    ...sides.to.slice(0, 1).flatMap((one) => one.precedence ?? []),
  ];
  const classification = markings.classification ?? message?.classification;
  const drafting = formDrafting(lines.filter(({ furniture }) => furniture === 'drafting'));
  const subject = subjectOf(lines);
  const isGrouped = dated !== undefined && /^\d{6}Z/.test(dated.text);
  const missing = [
    ...(from.length === 0 ? [{ what: 'sender', entry: 'from: …' }] : []),
    ...(sides.to.length === 0 ? [{ what: 'addressee', entry: 'to: …' }] : []),
    // The services know their messages by the group.
    ...(number === undefined && !isGrouped ? [{ what: 'number', entry: 'reading: …' }] : []),
  ];
  const at = lines.find(({ furniture }) => furniture === undefined)?.start ?? 0;
  const reading: SourceReading = {
    citation: number === undefined ? [] : [{ element: 'idno', type: 'telegram', text: number }],
    ...(classification === undefined ? {} : { classification }),
    handling: [...new Set([...markings.handling, ...(partsOf(message?.rest ?? '') ?? []), ...handling])],
    precedence: distinct(precedence),
    acts: drafting.acts,
    transmission: [],
    unknown: [],
    certainty: 'high',
  };
  return {
    facts: {
      genre: 'telegram',
      ...(number === undefined ? {} : { message: number }),
      ...(subject === undefined ? {} : { subject }),
      ...(from.length === 0 ? {} : { from }),
      ...(sides.to.length === 0 ? {} : { to: sides.to.map(party) }),
      ...(info.length === 0 ? {} : { info: [...new Set(info)].map((name) => ({ element: 'orgName' as const, name })) }),
      ...(date === undefined || dated === undefined ? {} : { dateline: datelineOf(dated, date) }),
      source: { text: number ?? '', reading },
    },
    doubts: [
      ...doubts,
      ...drafting.doubtful.map(({ text, start }) => finding('EN064', { text }, start)),
      ...missing.map(({ what, entry }) => finding('EN063', { what }, at, entry)),
    ],
  };
}

/** Sender and receivers; a receiver that stands without a label, as in a letter, with its place on the line below. */
function withPlaces(sides: ReturnType<typeof addressees>, lines: readonly FormLine[]): ReturnType<typeof addressees> {
  const at = lines.findIndex(
    ({ role, signs, furniture }) => role === 'to' && furniture === undefined && signs.address?.length === 0,
  );
  const place = lines[at + 1];
  if (at < 0 || place?.role !== 'more' || sides.to.length !== 1) return sides;
  const name = `${sides.to[0]?.name}, ${place.text.replace(/[.,]+$/, '')}`;
  return { ...sides, to: [{ name }] };
}

/** Each of some words once, whether in capitals or not. */
function distinct(words: readonly string[]): readonly string[] {
  return words.filter((word, at) => words.findIndex((other) => other.toLowerCase() === word.toLowerCase()) === at);
}

/** The markings of the sheet, those behind the number too: `No. 1109 SECRET`. */
function markingsOf(lines: readonly FormLine[]): readonly string[] {
  return lines.flatMap(({ furniture, label, text }) => {
    if (furniture === 'classification') return [text];
    const behind = label?.kind === 'number' ? text.slice(label.length).replace(/^\S+\s+/, '') : '';
    return isMarkingLine(behind) ? [behind] : [];
  });
}

/** British precedences that are words of the language too. */
function britishPrecedence(lines: readonly FormLine[]): readonly string[] {
  return lines.flatMap(({ role, text }) =>
    role === 'note' && BRITISH_PRECEDENCE.test(text) ? [text.replace(/\.$/, '')] : [],
  );
}

/** The precedences of the Agency as those of all. */
const AGENCY: Readonly<Record<string, string>> = {
  OPIM: 'Operational Immediate',
  'OP IMMED': 'Operational Immediate',
  PRITY: 'Priority',
  RTN: 'Routine',
};

/** The house that a form of what is sent off is of. */
function houseOf(lines: readonly FormLine[]): string | undefined {
  if (!lines.some(({ text, furniture }) => furniture === 'letterhead' && OUTGOING.test(text))) return undefined;
  for (const { text, furniture } of lines) {
    if (furniture !== 'letterhead' && furniture !== 'control') continue;
    const match =
      /\b(?:DEPARTMENT OF STATE|FOREIGN OFFICE|COMMONWEALTH RELATIONS OFFICE|COLONIAL OFFICE|WAR DEPARTMENT|THE WHITE HOUSE|DEPARTMENT OF DEFENSE)\b/i.exec(
        text,
      );
    if (match !== null) return match[0];
    if (
      /^(?:THE )?(?:AMERICAN|UNITED STATES|U\.S\.|BRITISH) (?:EMBASSY|LEGATION|CONSULATE(?: GENERAL)?|MISSION)\b/i.test(
        text,
      )
    )
      return text;
  }
  return undefined;
}

/** The number: by its label, by the line that cites it, after the first of the posts that it goes to, or alone at the head of what is sent off. */
function numberOf(lines: readonly FormLine[], receivers: number, cite: CiteLine | undefined): string | undefined {
  const head = lines.filter(({ furniture }) => furniture !== 'section');
  for (const { role, label, text } of head) {
    if (role !== 'label') continue;
    const value = label?.kind === 'number' ? text.slice(label.length) : label === undefined ? text : '';
    const number = /^#?((?:[A-Z]{1,5}[- ]?)?\d[\d-]*)\b/.exec(value)?.[1];
    if (number !== undefined) return number;
  }
  if (cite !== undefined) return `${cite.station} ${cite.number}`;
  const sent = head.filter(({ role, furniture }) => role === 'to' && furniture === undefined);
  const after = /\s#?(\d{1,6})\b(?!.*\d)|\s{2,}(\d{1,6})\s/.exec(
    sent[0]?.text.slice(sent[0].signs.address?.length ?? 0) ?? '',
  );
  const own = after?.[1] ?? after?.[2];
  if (own !== undefined && receivers === 1) return own;
  const alone = head.filter(({ furniture, text }) => furniture === 'control' && /^\d{4,6}$/.test(text));
  // A post counts the telegrams to each of the others by themselves.
  return (lines.some(({ text }) => OUTGOING.test(text)) ? alone[0]?.text : undefined) ?? own;
}

function precedenceLabel(lines: readonly FormLine[]): readonly string[] {
  return lines.flatMap(({ label, text }) => {
    if (label?.kind !== 'precedence') return [];
    return [
      ...text
        .slice(label.length)
        .matchAll(/\b(?:FLASH|OPERATIONAL IMMEDIATE|OP IMMEDIATE|IMMEDIATE|PRIORITY|ROUTINE|NIACT|EMERGENCY)\b/gi),
    ].map(([word]) => word);
  });
}

interface FoundDate {
  readonly date: DateReading | undefined;
  readonly dated: { readonly text: string; readonly at: number } | undefined;
  readonly doubts: readonly Finding[];
}

/** The date of sending: the group, the day beside the number, the label, the line that holds nothing else, the stamp; never that of receipt. */
function dateOf(lines: readonly FormLine[]): FoundDate {
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
  if (below?.furniture !== 'control' || !LONE_HOUR.test(below.text)) return undefined;
  const { when } = readDate(`${day.replace(/[.,\s]+$/, '')}, ${below.text}`) ?? {};
  return when?.includes('T') === true ? when : undefined;
}

const LONE_HOUR = /^(?:\d{1,2}(?:[:.]\d{2})?\s?[ap]\.?\s?m\.?|noon|midnight)$/i;

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

function datelineOf(
  { text, at }: { readonly text: string; readonly at: number },
  date: DateReading,
): DatelineReading & { text: string; at: number } {
  return { text, at, date };
}

/** Whether a line is a title of the form. */
export function isTitle(text: string): boolean {
  return TITLE.test(text);
}
