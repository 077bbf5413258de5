import { readDateline } from '../../../grammar/dateline.js';
import type { Address, AddressLine, Block, Inline, Item, List } from '../../../model/document.js';
import { append } from '../../../model/list.js';
import { labelAnnotations, labelFacts } from '../../facts/label-facts.js';
import { join, rawOffset, type Strand, slice, weave } from '../../page/strand.js';
import { isSalute } from '../../regions/constructs/opener.js';
import type { Construct, Context, Facts } from '../../regions/context.js';
import { datelineAnnotations, leadingPages, trimmed } from '../../regions/elements.js';
import { type MemorandumLabel, memorandumLabel } from './memorandum-label.js';
import { LINE_BREAK, type OpenerChild, type Step, titleStep } from './title.js';

const MAX_LINE = 75;
const MAX_OPENING = 60;
const MAX_PLACE = 40;
/** So many lines that nothing is known of can stand within it. */
const MAX_PASSED = 5;
/** A salutation stands at most so many lines below the first line of the sheet. */
const MAX_LETTERHEAD = 16;

/** `Unofficial translation`, `COPY`, `DRAFT` above a document. */
const STATUS =
  /^(?:\(?(?:Unofficial|Official|Informal|State Department)?\s*Translation\)?|COPY|DRAFT|CONFORMED COPY|TRUE COPY)$/i;

/**
 * What stands before the text of a typescript, in any order: title, date, the address of a letter, the block of a memorandum, the salutation.
 * Page furniture stands where it was typed.
 */
export const typescriptOpening: Construct = {
  name: 'typescript-opening',
  recognise(context, start) {
    const blocks: Block[] = [];
    let facts: Facts = {};
    let at = start;
    while (at < Math.min(context.end, start + MAX_OPENING)) {
      const step = openingStep(context, at, facts) ?? passedBy(context, at);
      if (step === undefined) break;
      const strand = context.strands[at];
      const pages = strand === undefined ? [] : leadingPages(strand).pages;
      add(blocks, pages, step);
      facts = { ...facts, ...step.facts };
      at = step.next;
      if (step.isLast) break;
    }
    return at === start ? undefined : { blocks, next: at, facts };
  },
};

/** A short line that nothing is known of, where a label or the date follows: the block goes on below it. */
function passedBy(context: Context, at: number): Step | undefined {
  const { rest } = leadingPages(context.strands[at] ?? EMPTY);
  const below = context.strands.slice(at + 1, at + 1 + MAX_PASSED).map(({ text }) => text);
  const next = below.findIndex((text) => memorandumLabel(text) !== undefined || readDateline(text)?.date !== undefined);
  const passed = [rest.text, ...below.slice(0, Math.max(0, next))];
  if (next < 0 || passed.some((text) => text.length > MAX_LINE || /[.?!]$/.test(text))) return undefined;
  if (NUMBER.test(rest.text)) {
    const number: OpenerChild = { element: 'seg', attributes: { type: 'number' }, children: weave(rest) };
    return { openerChild: number, next: at + 1, facts: {} };
  }
  return { block: { element: 'p', attributes: {}, children: weave(rest) }, next: at + 1, facts: {} };
}

/** The number of an airgram, despatch or paper: `A-123`, `CA-4567`, `No. 12`, `NSC 68/2`. */
const NUMBER = /^(?:(?:A|CA|CG|G|D|CERP|NIE|SNIE|NSC|OCB)[\s–-]?\d[\w/.–-]*|(?:Despatch |Airgram )?No\.\s*\d+)$/;

/** Adds what a step made; what belongs into an opener goes into the one that is being made. */
function add(blocks: Block[], pages: readonly OpenerChild[], step: Step): void {
  if (step.openerChild === undefined) {
    append(blocks, pages as readonly Block[]);
    if (step.block?.element === 'head' && blocks.some((block) => block.element !== 'fw' && block.element !== 'pb')) {
      // A heading can stand only at the beginning (TEI P5, model.divTop).
      blocks.push({ element: 'p', attributes: { rend: 'center' }, children: step.block.children });
    } else if (step.block !== undefined) blocks.push(step.block);
    return;
  }
  const last = blocks.at(-1);
  if (last?.element === 'opener') {
    blocks[blocks.length - 1] = { ...last, children: [...last.children, ...pages, step.openerChild] };
  } else if (blocks.some((block) => block.element === 'list' || block.element === 'p')) {
    // An opener can stand only before the first list or paragraph (TEI P5, model.divTop)
    append(blocks, pages as readonly Block[]);
    blocks.push({ element: 'p', attributes: {}, children: inlineOf(step.openerChild) });
  } else {
    append(blocks, [
      ...(pages as readonly Block[]),
      { element: 'opener', attributes: {}, children: [step.openerChild] },
    ]);
  }
}

/** What would stand in an opener, in a paragraph: the lines of an address with line breaks between them. */
function inlineOf(child: OpenerChild): readonly Inline[] {
  if (child.element !== 'address') return child.element === 'pb' ? [child] : (child.children as readonly Inline[]);
  return child.children.flatMap((line, index): readonly Inline[] => [
    ...(index === 0 ? [] : [LINE_BREAK]),
    ...(line.element === 'addrLine' ? line.children : [line]),
  ]);
}

function openingStep(context: Context, at: number, facts: Facts): Step | undefined {
  const strand = context.strands[at];
  if (strand === undefined) return undefined;
  const { rest } = leadingPages(strand);
  const { text } = rest;
  if (isSalute(text)) {
    const salute: OpenerChild = { element: 'salute', attributes: {}, children: weave(rest) };
    return { openerChild: salute, next: at + 1, facts: { genre: facts.genre ?? 'letter' }, isLast: true };
  }
  const label = memorandumLabel(text);
  if (label !== undefined) return labelStep(context, at, label, facts);
  if (text.length > MAX_LINE || text === '') return undefined;
  if (STATUS.test(text)) {
    return {
      openerChild: { element: 'seg', attributes: { type: 'status' }, children: weave(rest) },
      next: at + 1,
      facts: {},
    };
  }
  const placed = facts.dateline === undefined ? placeAboveDate(context, at, rest) : undefined;
  if (placed !== undefined) return placed;
  const dateline = facts.dateline === undefined ? readDateline(text) : undefined;
  if (dateline?.date !== undefined) {
    const children = weave(rest, datelineAnnotations(dateline));
    return {
      openerChild: { element: 'dateline', attributes: {}, children },
      next: at + 1,
      facts: { dateline: { ...dateline, text, at: rawOffset(rest, 0) } },
    };
  }
  return titleStep(context, at, facts) ?? addressStep(context, at) ?? letterheadStep(context, at, facts);
}

/** The place on one line and the date on the next, as letters have them. */
function placeAboveDate(context: Context, at: number, place: Strand): Step | undefined {
  const below = context.strands[at + 1];
  if (
    below === undefined ||
    below.milestones.length > 0 ||
    place.text.length > MAX_PLACE ||
    NUMBER.test(place.text) ||
    context.startsGroup?.(at + 1) === true
  )
    return undefined;
  const text = `${place.text}, ${below.text}`;
  const reading = readDateline(text);
  const date = readDateline(below.text);
  if (date?.date === undefined || date.place !== undefined || reading?.date === undefined) return undefined;
  if (reading.place?.start !== 0 || reading.place.end !== place.text.length) return undefined;
  const children = [
    ...weave(place, datelineAnnotations({ place: reading.place })),
    LINE_BREAK,
    ...weave(below, datelineAnnotations(date)),
  ];
  return {
    openerChild: { element: 'dateline', attributes: {}, children },
    next: at + 2,
    facts: { dateline: { ...reading, text, at: rawOffset(place, 0) } },
  };
}

/** A line of the sheet that a letter is written on: it stands above the date, and a salutation follows. */
function letterheadStep(context: Context, at: number, facts: Facts): Step | undefined {
  if (facts.dateline !== undefined) return undefined;
  const below = context.strands.slice(at, Math.min(context.end, at + MAX_LETTERHEAD));
  const salute = below.findIndex(({ text }) => isSalute(text));
  const head = below.slice(0, Math.max(salute, 0));
  const dated = head.findIndex(({ text }) => readDateline(text)?.date !== undefined);
  if (dated < 1 || head.some(({ text }) => text.length > MAX_LINE || memorandumLabel(text) !== undefined))
    return undefined;
  const { rest } = leadingPages(context.strands[at] ?? EMPTY);
  return {
    block: { element: 'fw', attributes: { type: 'letterhead' }, children: weave(rest) },
    next: at + 1,
    facts: {},
  };
}

/** The address of a letter: short lines one under another, before the salutation. */
function addressStep(context: Context, at: number): Step | undefined {
  let end = at;
  while (end < context.end && end - at < 8) {
    const text = leadingPages(context.strands[end] ?? EMPTY).rest.text;
    if (text.length > MAX_LINE || isSalute(text) || memorandumLabel(text) !== undefined) break;
    if (readDateline(text)?.date !== undefined) break;
    end++;
  }
  // It is an address only where a salutation follows, at once or after the date.
  const below = [0, 1, 2].map((more) => context.strands[end + more]?.text ?? '');
  const salute = below.findIndex(isSalute);
  if (end === at || salute < 0 || below.slice(0, salute).some((text) => readDateline(text)?.date === undefined))
    return undefined;
  const lines = context.strands.slice(at, end).flatMap((strand, index): Address['children'] => {
    const { pages, rest } = leadingPages(strand);
    const line: AddressLine = { element: 'addrLine', attributes: {}, children: weave(rest, context.annotate(rest)) };
    return index === 0 ? [line] : [...pages, line];
  });
  const names = context.strands.slice(at, end).map((strand) => strand.text);
  const to = names.find(
    (name) => !/^(?:(?:His|Her|Your) (?:Excellency|Majesty|Holiness)|(?:The )?Honou?rable$)/i.test(name),
  );
  return {
    openerChild: { element: 'address', attributes: {}, children: lines },
    next: end,
    facts: to === undefined ? {} : { to: [{ element: 'persName', name: to }] },
  };
}

const EMPTY: Strand = { text: '', pieces: [], milestones: [] };

/** `SUBJECT: …`, with the lines that belong to it. */
function labelStep(context: Context, at: number, label: MemorandumLabel, facts: Facts): Step {
  const { rest } = leadingPages(context.strands[at] ?? EMPTY);
  const head = beforeMilestones(slice(rest, 0, label.label.length));
  const children: List['children'][number][] = [{ element: 'head', attributes: {}, children: weave(head) }];
  const values: Strand[] = [];
  const value = trimmed(slice(rest, label.label.length, undefined, true));
  // Right after the label: what the value begins with may be emphasised, and stands beside the strand's text.
  if (value.text !== '' || value.milestones.length > 0) context.part(rawOffset(rest, label.label.length - 1) + 1);
  if (value.text !== '' || value.milestones.length > 0) {
    children.push(itemOf(context, label, value));
    values.push(value);
  }
  let next = at + 1;
  while (next < context.end && belongs(context, next, label, values.length)) {
    const own = leadingPages(context.strands[next] ?? EMPTY);
    const before = values.at(-1);
    if (before !== undefined && own.pages.length === 0 && /^(?:SUBJECTS?|SUBJ|RE)$/.test(label.name)) {
      // A subject that is too long for its line is still one.
      const whole = join([before, own.rest]);
      values[values.length - 1] = whole;
      children[children.length - 1] = itemOf(context, label, whole);
    } else {
      const beside = label.type === 'participants' ? columnsOf(own.rest) : [own.rest];
      append(children, [...own.pages, ...beside.map((one) => itemOf(context, label, one))]);
      append(values, beside);
    }
    next++;
  }
  const block: Block =
    values.length === 0
      ? { element: 'p', attributes: {}, children: weave(rest) }
      : { element: 'list', attributes: { type: label.type }, children };
  return { block, next, facts: labelFacts(label, values, facts) };
}

/** A label without what follows it at once: emphasised words are of its value. */
function beforeMilestones(label: Strand): Strand {
  return { ...label, milestones: label.milestones.filter(({ at }) => at < label.text.length) };
}

/** What stands in columns beside each other, wide gaps between: the two sides of a table, as participants are often typed. */
function columnsOf(line: Strand): readonly Strand[] {
  const gaps = [...line.text.matchAll(/\s{3,}|\t/g)];
  const starts = [0, ...gaps.map((gap) => gap.index + gap[0].length)];
  return starts.map((start, column) => slice(line, start, gaps[column]?.index));
}

function itemOf(context: Context, label: MemorandumLabel, value: Strand): Item {
  const annotations = [...labelAnnotations(label, value), ...context.annotate(value)];
  return { element: 'item', attributes: {}, children: weave(value, annotations) };
}

/** Whether a line goes on with the value of a label: it stands right below, is short, and is nothing of its own. */
function belongs(context: Context, at: number, label: MemorandumLabel, count: number): boolean {
  const strand = context.strands[at];
  if (strand === undefined || context.startsGroup?.(at) === true)
    return count === 0 && strand !== undefined && isValue(strand.text);
  return isValue(strand.text) && (label.type === 'participants' || count < 4);
}

function isValue(text: string): boolean {
  return (
    text.length <= 110 &&
    memorandumLabel(text) === undefined &&
    !isSalute(text) &&
    readDateline(text)?.date === undefined
  );
}
