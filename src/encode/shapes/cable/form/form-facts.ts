import { NUMBER_WORDS, numberOfWord } from '../../../../grammar/number-words.js';
import type { DatelineReading, DateReading } from '../../../../model/header.js';
import { type Finding, finding } from '../../../facts/finding.js';
import { romanValue } from '../../../notes/labels.js';
import { isMarkingLine, readMarkingLine } from '../../../regions/constructs/marking-line.js';
import type { Facts } from '../../../regions/context.js';
import { missingSections, type Section } from '../cable-doubts.js';
import { captionOf, partsOf } from '../captions.js';
import { addressees, party, subjectOf, telegramSource } from '../facts.js';
import { formDrafting } from './form-drafting.js';
import type { FormLine } from './form-labels.js';
import { BRITISH_PRECEDENCE, type CiteLine, citeLine, OUTGOING } from './form-words.js';
import { repeatedTo } from './repeated-to.js';
import { sentOn } from './sent-on.js';

/** The facts of a telegram on a form, and what is doubtful about them. */
export function formFacts(lines: readonly FormLine[]): { readonly facts: Facts; readonly doubts: readonly Finding[] } {
  const own = lines.filter(({ furniture }) => furniture === undefined);
  const cite = own.flatMap(({ text }) => citeLine(text) ?? [])[0];
  const sides = withPlaces(addressees(lines), lines);
  const house = sides.from.length > 0 ? undefined : houseOf(lines);
  const from = house === undefined ? sides.from.map(party) : [{ element: 'orgName' as const, name: house }];
  const info = [...sides.info.map(({ name }) => name), ...repeatedTo(own), ...(cite?.info ?? [])];
  const { date, dated, doubts } = sentOn(lines);
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
    ...(number === undefined && !isGrouped ? [{ what: 'number' }] : []),
  ];
  const at = lines.find(({ furniture }) => furniture === undefined)?.start ?? 0;
  const captions = [...markings.handling, ...(partsOf(message?.rest ?? '') ?? []), ...handling];
  return {
    facts: {
      genre: 'telegram',
      ...(number === undefined ? {} : { message: number }),
      ...(subject === undefined ? {} : { subject }),
      ...(from.length === 0 ? {} : { from }),
      ...(sides.to.length === 0 ? {} : { to: sides.to.map(party) }),
      ...(info.length === 0 ? {} : { info: [...new Set(info)].map((name) => ({ element: 'orgName' as const, name })) }),
      ...(date === undefined || dated === undefined ? {} : { dateline: datelineOf(dated, date) }),
      source: telegramSource(number, {
        classification,
        handling: [...new Set(captions)],
        precedence: distinct(precedence),
        acts: drafting.acts,
      }),
    },
    doubts: [
      ...doubts,
      ...missingSections(sectionsOf(lines), at),
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
  // There is one Secretary of State; of embassies and consulates there are many.
  const isOne = /^(?:the )?(?:secretary of state|secstate)$/i.test(sides.to[0]?.name.replace(/[.,]+$/, '') ?? '');
  if (at < 0 || place?.role !== 'more' || sides.to.length !== 1 || isOne) return sides;
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

/** The sections that the heads of a telegram count: `(SECTION ONE OF TWO)`, `PART I OF II`. */
function sectionsOf(lines: readonly FormLine[]): readonly Section[] {
  return lines.flatMap(({ text, role, furniture }) => {
    if (role === 'text' && furniture === undefined) return [];
    const match = /\b(?:SECTION|PART)\s+(\w+)\s+OF\s+(\w+)\b/i.exec(text);
    const number = numeral(match?.[1] ?? '');
    const of = numeral(match?.[2] ?? '');
    return number === undefined || of === undefined ? [] : [{ number, of }];
  });
}

function numeral(words: string): number | undefined {
  const bare = words.toUpperCase();
  if (/^\d{1,2}$/.test(bare)) return Number(bare);
  const known = numberOfWord(bare) || (romanValue(bare) ?? 0);
  return known > 0 && known <= NUMBER_WORDS.length ? known : undefined;
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
  const below = head[head.indexOf(sent[0] as FormLine) + 1];
  const own =
    after?.[1] ?? after?.[2] ?? (below?.furniture === 'control' ? /^\d{1,6}$/.exec(below.text)?.[0] : undefined);
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

function datelineOf(
  { text, at }: { readonly text: string; readonly at: number },
  date: DateReading,
): DatelineReading & { text: string; at: number } {
  return { text, at, date };
}
