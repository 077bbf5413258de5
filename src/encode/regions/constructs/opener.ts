import { findDate } from '../../../grammar/date.js';
import { readDateline } from '../../../grammar/dateline.js';
import { readSourceNote } from '../../../grammar/source-note.js';
import type { Block, Inline, Opener } from '../../../model/document.js';
import type { Span } from '../../../model/position.js';
import { LINE_BREAK, parts, rawOffset, type Strand, weave } from '../../page/strand.js';
import type { Construct, Context, Facts } from '../context.js';
import { datelineAnnotations, leadingPages } from '../elements.js';
import { type DatelineFact, datelineAt } from './dateline.js';
import { isMarkingLine } from './marking-line.js';
import { genreAlone, isOfficeAbove, type PrintedLine, printedLine } from './printed-line.js';

/** `Sir:`, `Dear Nick:`, `My Dear Mr. President:` alone on a line. */
const SALUTE =
  /^(?:(?:My )?Dear(?:est)? (?:[^.!?]|(?<=\b(?:Mr|Mrs|Ms|Dr|Gen|Adm|Col|Capt|Lt|Amb|St|\p{Lu}))\.){1,60}|(?:Dear )?(?:Sirs?|Madam|Gentlemen|(?:Your |Most )?(?:Excellency|(?:(?:Imperial |Royal |Serene |Apostolic )?(?:Majesty|Highness))|Holiness|Eminence|Beatitude|Grace|Majesties|Excellencies)(?: and (?:my )?(?:Dear|Great and Good|Good) Friends?)?|Monsieur(?: le \p{Lu}?[\p{L}-]+(?: \p{L}+)?)?|Señor(?: \p{Lu}[\p{L}]+)?|Herr \p{Lu}[\p{L}]+|My Lord|Mr\.? (?:Foreign |Vice |Prime |Deputy |Under |Acting )?(?:Premier|Governor|Speaker|Senator|Director|Chancellor|Administrator|Commissioner|Counselor)|Madam (?:Secretary|Ambassador|Prime Minister|President|Chairman|Minister)|Mr\.? President|Mr\.? Secretary|Mr\.? Ambassador|Mr\.? Chairman|Mr\.? Prime Minister|Mr\.? Minister)(?: [A-Z][\p{L}.]+)?)\s*[:,;—–-]*$/iu;

/** What the editors say of the text above its dateline: `[Translation]`, `[Extract]`, `Copy of Telegram`. */
const EDITORIAL = /^(?:\[.{3,80}\]|\(.{3,80}\)|[\p{Lu}][^.!?:]{2,60})$/u;

/** `[Extract.]`, `[Translation]`, `Copy`: how the text stands to its original. */
const STATUS = /^[[(]?(?:Extracts?|Translation|Copy|Paraphrase|Confidential translation)[.\])]*$/i;

const MAX_SALUTE = 80;

/** Whether a line is a salutation. */
export function isSalute(text: string): boolean {
  return text.length <= MAX_SALUTE && SALUTE.test(text);
}

type OpenerChild = Opener['children'][number];

/**
 * What stands between heading and text: dateline, line of receipt, markings (`secret us urgent`), the number of a despatch, its file, the kind of
 * message, and the salutation, in any order and also in two columns. One `opener` (TEI P5 §4.2.2).
 */
export const opener: Construct = {
  name: 'opener',
  recognise(context, start) {
    const children: OpenerChild[] = [];
    const before: Block[] = [];
    const markings: string[] = [];
    let facts: Facts = {};
    let at = start;
    while (at < context.end) {
      const strand = context.strands[at];
      const steps = strand === undefined ? undefined : lineSteps(context, at, strand, facts.dateline !== undefined);
      if (strand === undefined || steps === undefined) break;
      for (const page of leadingPages(strand).pages) (children.length === 0 ? before : children).push(page);
      for (const step of steps) {
        children.push(step.child);
        if (step.marking !== undefined) markings.push(step.marking);
        facts = { ...step.facts, ...facts };
        at = Math.max(at, step.next);
      }
      if (steps.some(({ child }) => child.element === 'salute')) break;
    }
    if (children.length === 0) return undefined;
    return {
      blocks: [...before, { element: 'opener', attributes: {}, children }],
      next: at,
      facts: { ...facts, ...(markings.length === 0 ? {} : { markings }) },
    };
  },
};

interface Step {
  readonly child: OpenerChild;
  readonly next: number;
  readonly marking?: string;
  readonly facts?: Facts;
}

/** What parts two columns of a line. */
const GAP = /\t+\s*|\s{3,}/g;

/** What a line makes of an opener: one child, or one for each of its columns where each is known. */
function lineSteps(context: Context, at: number, strand: Strand, hasDateline: boolean): readonly Step[] | undefined {
  const columns = columnsOf(leadingPages(strand).rest);
  const beside = columns.length < 2 ? undefined : columnSteps(context, at, columns, hasDateline);
  if (beside !== undefined) return beside;
  const marked = hasDateline ? undefined : afterMarking(leadingPages(strand).rest);
  const parts = marked === undefined ? undefined : columnSteps(context, at, marked, hasDateline);
  if (parts !== undefined) return parts;
  const whole = openerLine(context, at, hasDateline);
  return whole === undefined ? undefined : [whole];
}

/** Most words of a marking before a dateline on the same line. */
const MARKING_WORDS = 4;

/** `confidential [Washington,] March 3, 1954.`, `SECRET PARIS, …`: the marking, and the dateline with its place after it. */
function afterMarking(strand: Strand): readonly Strand[] | undefined {
  const blanks = [...strand.text.slice(0, MAX_SALUTE).matchAll(/\s+/g)].slice(0, MARKING_WORDS);
  for (const { index, 0: blank } of blanks.reverse()) {
    const start = index + blank.length;
    if (!isMarkingLine(strand.text.slice(0, index))) continue;
    if (readDateline(strand.text.slice(start))?.place === undefined) return undefined;
    return parts(strand, [
      { start: 0, end: index },
      { start, end: strand.text.length },
    ]);
  }
  return undefined;
}

/** The columns of a line where each is known. */
function columnSteps(
  context: Context,
  at: number,
  columns: readonly Strand[],
  hasDateline: boolean,
): readonly Step[] | undefined {
  let dated = hasDateline;
  const steps: Step[] = [];
  for (const column of columns) {
    const step = columnStep(context, at, column, dated) ?? besideDate(columns, column, at);
    if (step === undefined) return undefined;
    dated ||= step.facts?.dateline !== undefined;
    steps.push(step);
  }
  return steps;
}

/** `VS-Bd. 9632 (B 150)`, `T. nos 512 to 515. Reserved.` beside the dateline: the number of the message or its file, whatever its form. */
function besideDate(columns: readonly Strand[], column: Strand, at: number): Step | undefined {
  const { text } = column;
  const isDated = columns.some((other) => other !== column && readDateline(other.text)?.date !== undefined);
  if (!isDated || text.length > MAX_SALUTE || readDateline(text)?.date !== undefined) return undefined;
  if (!/\d/.test(text)) return /^[([]/.test(text) ? { child: seg('status', column), next: at + 1 } : undefined;
  if (MESSAGE.test(text)) return messageStep(column, at);
  return printedStep({ type: 'file', source: { text, reading: readSourceNote(text) } }, column, at);
}

function messageStep(column: Strand, at: number): Step {
  const isTelegram = /^(?:T|Tel|Teleg|Telegram|Cable|Cablegram)\b/i.test(column.text);
  return { child: seg('number', column), next: at + 1, ...(isTelegram ? { facts: { genre: 'telegram' } } : {}) };
}

/** A message with its number: `T. 7081/214`, `Telegram 12`, `D. 87`. */
const MESSAGE = /^(?:T|Tel|D|No|Nos|N[º°]|Nr|Telegram|Cable|Letter|Despatch|Cablegram|Teleg)\b[.s]?/i;

function columnsOf(strand: Strand): readonly Strand[] {
  const columns: Span[] = [];
  let from = 0;
  for (const gap of strand.text.matchAll(GAP)) {
    columns.push({ start: from, end: gap.index });
    from = gap.index + gap[0].length;
  }
  return parts(strand, [...columns, { start: from, end: strand.text.length }]);
}

function seg(type: string | undefined, strand: Strand): OpenerChild {
  return { element: 'seg', attributes: type === undefined ? {} : { type }, children: weave(strand) };
}

/** A column: the kinds of lines that stand alone as well, and the office above a dateline that goes on in the line below. */
function columnStep(context: Context, at: number, column: Strand, hasDateline: boolean): Step | undefined {
  const { text } = column;
  if (isMarkingLine(text)) return { child: seg('marking', column), next: at + 1, marking: text };
  if (isSalute(text)) return { child: { element: 'salute', attributes: {}, children: weave(column) }, next: at + 1 };
  // The number of a message, though it has the form of a file
  if (
    !hasDateline &&
    MESSAGE.test(text) &&
    besideDate(columnsOf(context.strands[at] ?? column), column, at) !== undefined
  )
    return messageStep(column, at);
  const printed = printedLine(text);
  if (printed !== undefined && (hasDateline || readDateline(text)?.date === undefined))
    return printedStep(printed, column, at);
  if (hasDateline) return undefined;
  const office = officeStep(context, at, column);
  if (office !== undefined) return office;
  const reading = readDateline(text);
  if (reading === undefined) return undefined;
  const children = weave(column, datelineAnnotations(reading));
  const dateline = { ...reading, text, at: rawOffset(column, 0) };
  return { child: { element: 'dateline', attributes: {}, children }, next: at + 1, facts: { dateline } };
}

function printedStep({ type, genre, source, marking }: PrintedLine, strand: Strand, at: number): Step {
  return {
    child: seg(type, strand),
    next: at + 1,
    ...(marking === undefined ? {} : { marking }),
    facts: { ...(genre === undefined ? {} : { genre }), ...(source === undefined ? {} : { source }) },
  };
}

/** `Legation of the United States,` and the dateline below it: one dateline. */
function officeStep(context: Context, at: number, office: Strand): Step | undefined {
  const below = at + 1 < context.end ? datelineAt(context, at + 1) : undefined;
  if (below?.reading.date === undefined || !isOfficeAbove(office.text)) return undefined;
  const children: Inline[] = [...weave(office), LINE_BREAK, ...below.dateline.children];
  return {
    child: { element: 'dateline', attributes: {}, children },
    next: below.next,
    facts: { dateline: below.reading },
  };
}

function openerLine(context: Context, at: number, hasDateline: boolean): Step | undefined {
  const strand = context.strands[at];
  if (strand === undefined) return undefined;
  const { text } = strand;
  const { rest } = leadingPages(strand);
  if (isSalute(text)) return { child: { element: 'salute', attributes: {}, children: weave(rest) }, next: at + 1 };
  if (isMarkingLine(text)) return { child: seg('marking', rest), next: at + 1, marking: text };
  const dateline = hasDateline ? undefined : datelineAt(context, at);
  const printed = printedLine(text);
  // `12 March 1951` is a date, and `1/14/86` no file.
  if (printed !== undefined && dateline === undefined) return printedStep(printed, rest, at);
  if (dateline !== undefined) return dated(dateline);
  const reference = hasDateline ? undefined : referenceLine(rest, at);
  if (reference !== undefined) return reference;
  const groups = bracketed(context, at, rest);
  if (groups !== undefined) return groups;
  if (hasDateline) return undefined;
  const office = officeStep(context, at, rest);
  if (office !== undefined) return office;
  const genre = genreAlone(text);
  if (STATUS.test(text) && opensBelow(context, at)) return { child: seg('status', rest), next: at + 1 };
  if (genre !== undefined && opensBelow(context, at))
    return { child: seg('genre', rest), next: at + 1, facts: { genre } };
  if (EDITORIAL.test(text) && datelineAt(context, at + 1) !== undefined)
    return { child: seg(undefined, rest), next: at + 1 };
  return undefined;
}

/** Words that a reference to papers has, besides figures. */
const PAPERS =
  /\b(?:MSS?|files?|papers|box|vol|Bd|Add|ff?|fol|fos?|doc|documents?|archives?|register|no|col|cols|cc\d|Deb)\b/i;

/**
 * A line that stands whole in brackets: a reference to papers (`[Harcombe MSS, Add. 56400, ff. 71-2]`, `(ISA 130.02/2414/6)`), or several groups
 * (`(No. 34) (Secret) (Copy)`).
 */
function bracketed(context: Context, at: number, rest: Strand): Step | undefined {
  const { text } = rest;
  const inner = /^[[(]([^[\]()]{4,80})[\])]\.?$/.exec(text)?.[1];
  const hasFigures = (inner?.match(/\d+/g)?.length ?? 0) > 0;
  if (
    inner !== undefined &&
    hasFigures &&
    readDateline(inner)?.date === undefined &&
    (PAPERS.test(inner) || /\d\/\d|\/\d|\p{Lu}\s?\d/u.test(inner))
  )
    return printedStep({ type: 'file', source: { text: inner, reading: readSourceNote(inner) } }, rest, at);
  const groups = text.match(/\([^()]{2,40}\)/g);
  if (text.length > MAX_SALUTE || groups === null || groups.join(' ') !== text || !isOpening(context, at))
    return undefined;
  const said = groups
    .join(' ')
    .split(/[().]+/)
    .map((words) => words.trim());
  const marking = said.find((words) => isMarkingLine(words));
  return {
    child: seg(marking === undefined ? 'number' : 'marking', rest),
    next: at + 1,
    ...(marking === undefined ? {} : { marking }),
  };
}

/** A volume with its columns or pages under a heading, which has the date in it: `HC Deb 14 May 1951 vol 487 cc1489-91`. */
function referenceLine(rest: Strand, at: number): Step | undefined {
  const { text } = rest;
  if (text.length > MAX_SALUTE || !PAPERS.test(text) || (text.match(/\d+/g)?.length ?? 0) < 3 || /[.;:?!]$/.test(text))
    return undefined;
  const date = findDate(text, false);
  if (date?.when === undefined || /\b(?:is|was|were|has|that|which)\b/.test(text)) return undefined;
  const dateline = { date, text, at: rawOffset(rest, 0) };
  const source = { text, reading: readSourceNote(text) };
  const child: OpenerChild = {
    element: 'dateline',
    attributes: {},
    children: weave(rest, datelineAnnotations({ date })),
  };
  return { child, next: at + 1, facts: { dateline, source } };
}

/** Whether the text has not begun: no line as long as a paragraph stands above. */
function isOpening(context: Context, at: number): boolean {
  return at < OPENING || context.strands.slice(0, at).every(({ text }) => text.length < 2 * MAX_SALUTE);
}

const OPENING = 4;

function dated({ dateline, next, reading }: { dateline: OpenerChild; next: number; reading: DatelineFact }): Step {
  return { child: dateline, next, facts: { dateline: reading } };
}

/** Whether one of the next lines, or a column of it, is a dateline. */
function opensBelow(context: Context, at: number): boolean {
  return context.strands
    .slice(at + 1, Math.min(context.end, at + 4))
    .some((strand) => columnsOf(strand).some(({ text }) => readDateline(text)?.date !== undefined));
}
