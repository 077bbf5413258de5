import { readDate } from '../../../grammar/dateline.js';
import type { Block, List } from '../../../model/document.js';
import { append } from '../../../model/list.js';
import { type Finding, finding } from '../../facts/finding.js';
import { hyphenDoubts } from '../../notes/note-doubts.js';
import type { Line } from '../../page/segment.js';
import { type Strand, slice, weave } from '../../page/strand.js';
import { readPages } from '../../page/typed-page.js';
import { build } from '../../regions/build.js';
import { readMarkingLine } from '../../regions/constructs/marking-line.js';
import type { Construct, Facts } from '../../regions/context.js';
import { datelineAnnotations, leadingPages, trimmed } from '../../regions/elements.js';
import type { RawPart } from '../raw-part.js';
import { captionOf } from './captions.js';
import { readDrafting } from './drafting.js';
import { addressees, party } from './facts.js';
import type { CableLine } from './labels.js';
import { addressList, type LineOf } from './opening.js';
import { paragraphsOf } from './paragraphs.js';
import { formLines, formStarts, isInitials, layOutForm } from './telegram-form.js';

/** The telegrams of a raw text that are typed on the Department's form. */
export function formParts(raw: readonly Line[]): readonly RawPart[] {
  const lines = formLines(raw);
  const starts = formStarts(lines);
  return starts.map((start, index) => ({
    start: lines[start]?.start ?? 0,
    id: (place) => `d${place}`,
    read: (id, tools) => {
      const { lines: laid, doubtfulSignature } = layOutForm(lines.slice(start, starts[index + 1] ?? lines.length));
      const pages = readPages(laid, { id, begins: () => false, goesOn: paragraphsOf(laid).goesOn });
      const lineOf: LineOf = (strand) => laid[pages.firstLines[strand] ?? -1];
      const last = pages.strands.length - 1;
      const signed = lineOf(last);
      const isSigned = signed?.role === 'signature';
      const cert = doubtfulSignature ? { cert: 'low' as const } : {};
      const built = build(
        pages.strands,
        {
          opening: [formOpening(lineOf)],
          trailing: pages.trailing,
          startsGroup: (at) => pages.groupStarts[at] === true,
          signature: isSigned ? { at: last, ...cert } : 'none',
        },
        tools,
      );
      const doubts: Finding[] = [...hyphenDoubts(pages.hyphens)];
      if (isSigned && doubtfulSignature) {
        append(doubts, [finding('EN066', { text: signed.text }, signed.start, `signed: ${signed.text}`)]);
      }
      return {
        built: { ...built, facts: { ...built.facts, ...formFacts(laid) } },
        dropped: pages.dropped,
        moved: [],
        doubts,
      };
    },
  }));
}

/** Sender, receivers, number and captions of the form, a list or a line of the sheet each. */
function formOpening(lineOf: LineOf): Construct {
  return {
    name: 'telegram-form-opening',
    recognise(context, start) {
      const blocks: Block[] = [];
      let at = start;
      for (let line = lineOf(at); at < context.end && line !== undefined && line.role !== 'text'; line = lineOf(at)) {
        if (line.role === 'signature') break;
        const { pages, rest } = leadingPages(context.strands[at] as Strand);
        const isAddress = line.role === 'from' || line.role === 'to' || line.role === 'info';
        const made = isAddress
          ? addressList(context, at, line, rest, lineOf)
          : { block: line.role === 'label' ? numberList(rest) : caption(rest), next: at + 1 };
        append(blocks, [...pages, made.block]);
        at = made.next;
      }
      return { blocks, next: at, facts: {} };
    },
  };
}

function caption(rest: Strand): Block {
  return { element: 'fw', attributes: { type: 'caption' }, children: weave(rest) };
}

/** `NO: 5114, June 24, 2 p.m.` */
function numberList(rest: Strand): List {
  const length = rest.text.indexOf(':') + 1;
  const value = trimmed(slice(rest, length));
  const date = dateOf(value.text);
  return {
    element: 'list',
    attributes: { type: 'subject' },
    children: [
      { element: 'head', attributes: {}, children: weave(slice(rest, 0, length)) },
      {
        element: 'item',
        attributes: {},
        children: weave(value, date === undefined ? [] : datelineAnnotations({ date })),
      },
    ],
  };
}

/** The date after the number of a telegram: `5114, June 24, 2 p.m.` */
function dateOf(value: string): ReturnType<typeof readDate> {
  const number = /^\S+,\s*/.exec(value)?.[0].length ?? 0;
  const date = readDate(value.slice(number));
  return date === undefined
    ? undefined
    : { ...date, span: { start: date.span.start + number, end: date.span.end + number } };
}

/** The block of drafting and clearances, without the initials of who drafted and typed. */
function draftingLines(lines: readonly CableLine[]): readonly CableLine[] {
  return lines.filter(({ furniture, text }) => furniture === 'drafting' && !isInitials(text));
}

function formFacts(lines: readonly CableLine[]): Facts {
  const { from, to, info } = addressees(lines);
  const own = lines.filter(({ furniture }) => furniture === undefined);
  const number = own.find(({ role }) => role === 'label');
  const value = number?.text.replace(/^[^:]*:\s*/, '') ?? '';
  const date = dateOf(value);
  const markings = readMarkingLine(
    lines
      .filter(({ furniture }) => furniture === 'classification')
      .map(({ text }) => text)
      .join('; '),
  );
  // The number of what the Department sends stands after the post.
  const sent = own.find(({ role }) => role === 'to')?.text ?? '';
  const digits = /^\d{1,6}\b/.exec(value)?.[0] ?? /^SENT TO\b.*?\s(\d{1,6})\b/i.exec(sent)?.[1];
  const handling = own
    .filter(({ role }) => role === 'handling')
    .flatMap(({ text }) => captionOf(text, true)?.handling ?? []);
  const precedence = [...markings.precedence, ...to.slice(0, 1).flatMap((one) => one.precedence ?? [])];
  const { classification } = markings;
  return {
    genre: 'telegram',
    ...(digits === undefined ? {} : { message: digits }),
    ...(from.length === 0 ? {} : { from: from.map(party) }),
    ...(to.length === 0 ? {} : { to: to.map(party) }),
    ...(info.length === 0 ? {} : { info: info.map(party) }),
    ...(number === undefined || date === undefined
      ? {}
      : { dateline: { text: value, at: number.start + number.text.length - value.length, date } }),
    source: {
      text: digits ?? '',
      reading: {
        citation: digits === undefined ? [] : [{ element: 'idno', type: 'telegram', text: digits }],
        ...(classification === undefined ? {} : { classification }),
        handling: [...new Set([...markings.handling, ...handling])],
        precedence: [...new Set(precedence)],
        acts: readDrafting(draftingLines(lines)).acts,
        transmission: [],
        unknown: [],
        certainty: 'high',
      },
    },
  };
}
