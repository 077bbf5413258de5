import { classificationAlone } from '../../../grammar/classification-line.js';
import type { Act, SourceReading } from '../../../model/header.js';
import type { Party } from '../../../tei/header.js';
import { type Finding, finding, quoted } from '../../facts/finding.js';
import { withoutEmphasis } from '../../page/emphasis.js';
import { readMarkingLine } from '../../regions/constructs/marking-line.js';
import type { Facts } from '../../regions/context.js';
import { type Address, addressesOf } from './addresses.js';
import { captionOf, partsOf } from './captions.js';
import { readDrafting } from './drafting.js';
import type { CableLine, CableRole } from './labels.js';

/** What the lines of a cable say of it, and what of that is doubtful. */
export interface CableFacts {
  readonly facts: Facts;
  readonly doubts: readonly Finding[];
}

/** Reads sender, addressees, date, precedence, classification, captions and drafting from the lines of a cable. */
export function cableFacts(lines: readonly CableLine[]): CableFacts {
  const doubts: Finding[] = [];
  const of = (...roles: readonly CableRole[]): readonly CableLine[] =>
    lines.filter(({ furniture, role }) => furniture === undefined && roles.includes(role));
  const [dated] = of('dateline');
  const group = dated?.signs.group;
  const { from, to, info } = addressees(lines);
  const [marked] = of('message');
  const message = marked?.signs.message;
  const said = group?.precedence ?? [];
  const precedence = said.length > 0 ? said : to.slice(0, 1).flatMap(({ precedence: word }) => word ?? []);
  const drafting = readDrafting(lines.filter(({ furniture }) => furniture === 'drafting'));
  const captions = of('handling').flatMap(({ text }) => captionOf(text, true)?.handling ?? []);
  const handling = [...new Set([...handlingOf(marked), ...captions])];
  const classification = message?.classification ?? markOf(marked?.text) ?? pageMark(lines);
  if (dated !== undefined && group?.isCorrected === true) {
    doubts.push(finding('EN060', { words: dated.text, read: group.when }, dated.start, `when: ${group.when}`));
  }
  for (const line of drafting.doubtful) {
    doubts.push(finding('EN064', { text: line.text }, line.start, actsEntry(drafting.acts)));
  }
  const missing = [
    ...(precedence.length === 0 ? [{ what: 'precedence', entry: 'reading:\n  precedence: [ … ]' }] : []),
    ...(from.length === 0 ? [{ what: 'sender', entry: 'from: …' }] : []),
    ...(to.length === 0 ? [{ what: 'addressee', entry: 'to: …' }] : []),
    ...(classification === undefined ? [{ what: 'classification', entry: 'reading:\n  classification: …' }] : []),
  ];
  const at = (dated ?? marked ?? lines[0])?.start ?? 0;
  for (const { what, entry } of missing) doubts.push(finding('EN063', { what }, at, entry));
  const subject = subjectOf(lines);
  const number = message?.message ?? numberOnPage(lines) ?? numberOfChannel(of('note'));
  return {
    facts: {
      genre: 'telegram',
      ...(number === undefined ? {} : { message: number }),
      ...(subject === undefined ? {} : { subject }),
      ...(dated === undefined || group === undefined
        ? {}
        : {
            dateline: {
              text: dated.text,
              at: dated.start,
              date: {
                when: group.when,
                span: { start: group.start, end: group.end },
                ...(group.isCorrected ? { isCorrected: true } : {}),
              },
            },
          }),
      from: from.map(party),
      to: to.map(party),
      info: info.map(party),
      source: telegramSource(number, {
        classification,
        handling,
        precedence: [...new Set(precedence)],
        acts: drafting.acts,
      }),
    },
    doubts,
  };
}

/** What a telegram says of itself as the reading of a source note. */
export function telegramSource(
  number: string | undefined,
  {
    classification,
    handling,
    precedence,
    acts,
  }: Pick<SourceReading, 'handling' | 'precedence' | 'acts'> & { readonly classification: string | undefined },
): NonNullable<Facts['source']> {
  const reading: SourceReading = {
    citation: number === undefined ? [] : [{ element: 'idno', type: 'telegram', text: number }],
    ...(classification === undefined ? {} : { classification }),
    handling,
    precedence,
    acts,
    transmission: [],
    unknown: [],
    certainty: 'high',
  };
  return { text: number ?? '', reading };
}

/** The subject, by its label or its place, over all of its lines. */
export function subjectOf(lines: readonly CableLine[]): string | undefined {
  const own = lines.filter(({ furniture }) => furniture === undefined);
  const at = own.findIndex(({ role, signs }) => role === 'label' && signs.caption?.name === 'subject');
  const first = own[at];
  if (first === undefined) return undefined;
  const words = [first.text.slice(first.signs.caption?.length ?? 0)];
  for (let below = at + 1; own[below]?.role === 'more'; below++) words.push(own[below]?.text ?? '');
  return withoutEmphasis(words.join(' ')).replace(/\s+/g, ' ').trim() || undefined;
}

/** The captions that the classification line itself bears. */
function handlingOf(marked: CableLine | undefined): readonly string[] {
  const { message } = marked?.signs ?? {};
  if (message === undefined) return readMarkingLine(marked?.text ?? '').handling;
  return partsOf(message.rest ?? '') ?? [];
}

function actsEntry(acts: readonly Act[]): string {
  const names = (key: string): string =>
    acts
      .filter((act) => act.key === key)
      .flatMap(({ persons }) => persons.map(({ name }) => quoted(name)))
      .join(', ');
  return ['reading:', ...['drafted', 'cleared', 'approved'].map((key) => `  ${key}: [${names(key)}]`)].join('\n');
}

export interface Addressee extends Pick<Address, 'precedence'> {
  readonly name: string;
}

/** Sender and addressees, by the lines that they stand under. */
export function addressees(
  lines: readonly CableLine[],
): Readonly<Record<'from' | 'to' | 'info', readonly Addressee[]>> {
  const found: Record<'from' | 'to' | 'info', Addressee[]> = { from: [], to: [], info: [] };
  let side: 'from' | 'to' | 'info' = 'from';
  for (const { furniture, role, text, signs } of lines) {
    if (furniture !== undefined) continue;
    if (role === 'from' || role === 'to' || role === 'info') side = role;
    else if (role !== 'address') continue;
    for (const { name, precedence } of addressesOf(text, role === 'address' ? 0 : (signs.address?.length ?? 0))) {
      const words = withoutEmphasis(text.slice(name.start, name.end)).replace(/\s+/g, ' ');
      if (words !== '') found[side].push({ name: words, ...(precedence === undefined ? {} : { precedence }) });
    }
  }
  return found;
}

export function party({ name }: Addressee): Party {
  return { element: 'orgName', name };
}

const MARK = /^(?:TOP SECRET|SECRET|CONFIDENTIAL|UNCLASSIFIED|LIMITED OFFICIAL USE|RESTRICTED)/;

/** The classification of a line that has no number. */
function markOf(text: string | undefined): string | undefined {
  return classificationAlone(text ?? '') ?? MARK.exec(text?.replace(/^\W+/, '') ?? '')?.[0];
}

/** The classification that the pages bear, where no line of the message does. */
function pageMark(lines: readonly CableLine[]): string | undefined {
  return markOf(lines.find(({ furniture }) => furniture === 'classification')?.text);
}

/** The number that a message of the White House has in its channel: `VIA CAS CHANNELS WH32541`, `TOHAK 14`. */
function numberOfChannel(notes: readonly CableLine[]): string | undefined {
  for (const { text } of notes) {
    const match = /\b((?:WH|HAKTO|TOHAK|SITTO|TOSIT)\s?#?\d{1,6})$/.exec(text);
    if (match !== null) return match[1];
  }
  return undefined;
}

/** `PAGE 01  MOSCOW 00279  081245Z`: the number as the head of the page has it. */
function numberOnPage(lines: readonly CableLine[]): string | undefined {
  for (const { text, signs } of lines) {
    if (signs.page === undefined) continue;
    const match = /^PAGE\s+\d+(?:\s+OF\s+\d+)?\s+([A-Z][A-Z .]*[A-Z])\s+(\d{3,8})\b/.exec(text);
    if (match !== null) return `${match[1]} ${match[2]}`;
  }
  return undefined;
}
