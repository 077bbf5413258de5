import type { Block, List } from '../../../../model/document.js';
import { append } from '../../../../model/list.js';
import { excerpt, type Finding, finding } from '../../../facts/finding.js';
import { hyphenDoubts } from '../../../notes/note-doubts.js';
import type { Line } from '../../../page/segment.js';
import { type Strand, slice, weave } from '../../../page/strand.js';
import { readPages } from '../../../page/typed-page.js';
import { build } from '../../../regions/build.js';
import type { Construct, Facts } from '../../../regions/context.js';
import { datelineAnnotations, leadingPages, trimmed } from '../../../regions/elements.js';
import type { RawPart } from '../../raw-part.js';
import { readingDoubts } from '../cable-doubts.js';
import { addressList, captionList } from '../opening.js';
import { paragraphsOf } from '../paragraphs.js';
import { portionMark } from '../portion-marks.js';
import { secondDoubts } from '../second-doubts.js';
import { formDate } from './form-dates.js';
import { formFacts } from './form-facts.js';
import type { FormDoubt, FormLine } from './form-labels.js';
import { layOutForm } from './form-layout.js';
import { formTelegrams } from './form-sheets.js';
import { valueStart } from './sent-on.js';

type LineOf = (strand: number) => FormLine | undefined;

/** The telegrams of a raw text that are typed on a form. */
export function formParts(raw: readonly Line[]): readonly RawPart[] {
  return formTelegrams(raw).map((sheets) => ({
    start: sheets[0]?.lines[0]?.start ?? 0,
    id: (place) => `d${place}`,
    read: (id, offered) => {
      const tools = {
        ...offered,
        annotate: (strand: Strand) => [...portionMark(strand.text), ...offered.annotate(strand)],
      };
      const { lines, doubts } = layOutForm(sheets);
      const { goesOn, doubtful } = paragraphsOf(lines);
      const pages = readPages(lines, { id, begins: () => false, goesOn });
      const lineOf: LineOf = (strand) => lines[pages.firstLines[strand] ?? -1];
      const last = pages.strands.length - 1;
      const isSigned = lineOf(last)?.role === 'signature';
      const isDoubted = doubts.some(({ kind }) => kind === 'signature');
      const { facts, doubts: ofFacts } = formFacts(lines);
      const built = build(
        pages.strands,
        {
          opening: [formOpening(lineOf, facts.dateline)],
          trailing: pages.trailing,
          startsGroup: (at) => pages.groupStarts[at] === true,
          signature: isSigned ? { at: last, ...(isDoubted ? { cert: 'low' as const } : {}) } : 'none',
        },
        tools,
      );
      return {
        built: { ...built, facts: { ...built.facts, ...facts } },
        dropped: pages.dropped,
        moved: [],
        doubts: [
          ...hyphenDoubts(pages.hyphens),
          ...ofFacts,
          ...readingDoubts(lines, facts),
          ...secondDoubts(lines),
          ...lineDoubts(lines, doubts),
          ...doubtful.map((at) => finding('EN067', { text: excerpt(lines[at]?.text ?? '') }, lines[at]?.start ?? 0)),
        ],
      };
    },
  }));
}

function lineDoubts(lines: readonly FormLine[], doubts: readonly FormDoubt[]): readonly Finding[] {
  return doubts.map(({ line, kind }) => {
    const { text = '', start = 0 } = lines[line] ?? {};
    const facts = { text: excerpt(text) };
    if (kind === 'signature') return finding('EN066', facts, start, `signed: ${text}`);
    if (kind === 'caption') return finding('EN062', { ...facts, what: 'of the captions' }, start);
    return finding('EN130', { ...facts, where: kind === 'head' ? 'head' : 'foot' }, start);
  });
}

/** Sender, receivers, number, date and captions of the form, a list or a line of the sheet each. */
function formOpening(lineOf: LineOf, dateline: Facts['dateline']): Construct {
  return {
    name: 'telegram-form-opening',
    recognise(context, start) {
      const blocks: Block[] = [];
      let at = start;
      for (let line = lineOf(at); at < context.end && line !== undefined && line.role !== 'text'; line = lineOf(at)) {
        if (line.role === 'signature') break;
        const { pages, rest } = leadingPages(context.strands[at] as Strand);
        const isAddress = line.role === 'from' || line.role === 'to' || line.role === 'info';
        const made = isAddress ? addressList(context, at, line, rest, lineOf) : captionList(context, at, line, rest);
        const block =
          made?.block ??
          (line.role === 'label' && line.label !== undefined
            ? labelled(line, rest, dateline)
            : captioned(line, rest, dateline));
        append(blocks, [...pages, block]);
        at = made?.next ?? at + 1;
      }
      return { blocks, next: at, facts: {} };
    },
  };
}

/** A line of the captions, with the date that it may hold. */
function captioned(line: FormLine, rest: Strand, dateline: Facts['dateline']): Block {
  const isDated = line.role === 'dateline' || line.role === 'label';
  return {
    element: 'fw',
    attributes: { type: isDated ? 'transmission' : 'caption' },
    children: weave(rest, isDated ? dateIn(line, rest, valueStart(line), dateline) : []),
  };
}

/** `NO: 5114, June 24, 2 p.m.`, `DATED: November 8, 1943` */
function labelled(line: FormLine, rest: Strand, dateline: Facts['dateline']): List {
  const length = line.label?.label ?? 0;
  const value = trimmed(slice(rest, length));
  const before = valueStart(line) - (line.label?.length ?? 0);
  return {
    element: 'list',
    attributes: { type: 'subject' },
    children: [
      { element: 'head', attributes: {}, children: weave(slice(rest, 0, length)) },
      { element: 'item', attributes: {}, children: weave(value, dateIn(line, value, before, dateline)) },
    ],
  };
}

/** The date in a line; that of the telegram with the year that the form prints elsewhere. */
function dateIn(
  line: FormLine,
  strand: Strand,
  from: number,
  dateline: Facts['dateline'],
): ReturnType<typeof datelineAnnotations> {
  const date = formDate(strand.text.slice(from));
  if (date === undefined) return [];
  const { at = -1, date: own } = dateline ?? {};
  const isOwn = at >= line.start && at < line.start + line.text.length;
  const span = { start: date.span.start + from, end: date.span.end + from };
  return datelineAnnotations({ date: { ...(isOwn ? own : date), span } });
}
