import type { Attachment, Block, FormeWork, Item, List } from '../../../model/document.js';
import { append } from '../../../model/list.js';
import type { Party } from '../../../tei/header.js';
import type { Line } from '../../page/segment.js';
import { join, parts, rawOffset, type Strand, strandOf, weave } from '../../page/strand.js';
import { type Built, build, type Tools } from '../../regions/build.js';
import type { Construct, Context, Facts } from '../../regions/context.js';
import { datelineAnnotations, leadingPages, trimmed } from '../../regions/elements.js';
import type { RawPart } from '../raw-part.js';
import { correspondent, headerEnd, headerLine, isReleaseStamp, quotesBelow, sentDate } from './e-mail-line.js';

/** Whether a text is an e-mail: the header of a message stands among its first lines. */
export function isEmail(lines: readonly Line[]): boolean {
  return lines.slice(0, MOST_ABOVE).some((_, at) => headerEnd(lines, at) !== undefined);
}

/** So many lines of stamps stand above the header. */
const MOST_ABOVE = 15;

/** An e-mail with the messages that it quotes: one document, each quoted message an attachment. */
export function emailParts(lines: readonly Line[]): readonly RawPart[] {
  return [
    {
      start: lines[0]?.start ?? 0,
      id: (part) => `d${part}`,
      read: (_, tools) => ({ built: readMessages(lines, tools), dropped: [], moved: [], doubts: [] }),
    },
  ];
}

function readMessages(lines: readonly Line[], tools: Tools): Built {
  const [main, ...quoted] = messages(lines).map((message) => readMessage(message, tools));
  const attachments = quoted.map(
    ({ blocks }): Attachment => ({ element: 'frus:attachment', attributes: {}, children: blocks }),
  );
  return { blocks: [...(main?.blocks ?? []), ...attachments], facts: { ...main?.facts, genre: 'e-mail' } };
}

/** The messages of a text: each begins with its header, or with the line that says that it is quoted. */
function messages(lines: readonly Line[]): readonly (readonly Line[])[] {
  const starts = [0];
  let isFirst = true;
  for (let at = 0; at < lines.length; at++) {
    const end = headerEnd(lines, at);
    const isReply = end === undefined && !isFirst && /wrote:$/.test(lines[at]?.text ?? '') && isQuoting(lines[at]);
    if (end === undefined && !isReply) continue;
    if (!isFirst) starts.push(isQuoting(lines[at - 1]) ? at - 1 : at);
    isFirst = false;
    at = Math.max(at, (end ?? at + 1) - 1);
  }
  return starts.map((start, index) => lines.slice(start, starts[index + 1]));
}

function isQuoting(line: Line | undefined): boolean {
  return line !== undefined && quotesBelow(line.text);
}

function readMessage(lines: readonly Line[], tools: Tools): Built {
  const { strands, trailing } = strandsOf(lines);
  return build(strands, { opening: [messageOpening], trailing }, tools);
}

/** A line typed to its width goes on in the next. */
const WIDTH = 55;

/** The paragraphs of a message; the stamps of the release stand between them as what they are. */
function strandsOf(lines: readonly Line[]): {
  readonly strands: readonly Strand[];
  readonly trailing: readonly Block[];
} {
  const strands: Strand[] = [];
  let stamps: FormeWork[] = [];
  let before: Line | undefined;
  for (const line of lines) {
    const strand = strandOf(line.text, line.start);
    if (isReleaseStamp(line.text)) {
      stamps.push({
        element: 'fw',
        attributes: { type: 'stamp' },
        children: [{ element: 'stamp', attributes: {}, children: weave(strand) }],
      });
      before = undefined;
      continue;
    }
    const goesOn =
      before !== undefined &&
      line.blankBefore === 0 &&
      before.text.length >= WIDTH &&
      headerLine(line.text) === undefined;
    const last = strands.at(-1);
    if (goesOn && last !== undefined && stamps.length === 0) strands[strands.length - 1] = join([last, strand]);
    else strands.push({ ...strand, milestones: stamps.map((node) => ({ at: 0, node })) });
    stamps = [];
    before = line;
  }
  return { strands, trailing: stamps };
}

/** What stands above the text of a message: the line that quotes it, and its header. */
const messageOpening: Construct = {
  name: 'message-opening',
  recognise(context, start) {
    const blocks: Block[] = [];
    let facts: Facts = {};
    let at = start;
    for (; at < context.end; at++) {
      const strand = context.strands[at];
      if (strand === undefined) break;
      const { pages, rest } = leadingPages(strand);
      if (quotesBelow(rest.text) && at === start) {
        append(blocks, [
          ...pages,
          { element: 'opener', attributes: {}, children: [{ element: 'seg', attributes: {}, children: weave(rest) }] },
        ]);
        continue;
      }
      if (headerLine(rest.text) === undefined) break;
      append(blocks, [...pages, headerList(context, rest)]);
      facts = { ...facts, ...headerFacts(rest, facts) };
    }
    return at === start ? undefined : { blocks, next: at, facts };
  },
};

function fieldOf(strand: Strand): Strand {
  return trimmed(labelAndField(strand)[1] ?? strand);
}

function labelAndField(strand: Strand): readonly Strand[] {
  const { label = 0, value = 0 } = headerLine(strand.text) ?? {};
  return parts(strand, [
    { start: 0, end: label },
    { start: value, end: strand.text.length },
  ]);
}

/** A line of the header as a list with its label, as the labels of a memorandum are. */
function headerList(context: Context, strand: Strand): List {
  const { name = 'other', label = 0 } = headerLine(strand.text) ?? {};
  const value = fieldOf(strand);
  const type = name === 'cc' ? 'to' : name === 'from' || name === 'to' ? name : 'subject';
  const date = name === 'date' ? sentDate(value.text) : undefined;
  const annotations = date === undefined ? context.annotate(value) : datelineAnnotations({ date });
  context.part(rawOffset(strand, Math.max(0, label - 1)) + 1);
  const items: Item[] =
    value.text === '' ? [] : [{ element: 'item', attributes: {}, children: weave(value, annotations) }];
  const head = { element: 'head', attributes: {}, children: weave(labelAndField(strand)[0] ?? strand) } as const;
  return { element: 'list', attributes: { type }, children: [head, ...items] };
}

function headerFacts(strand: Strand, known: Facts): Facts {
  const { name } = headerLine(strand.text) ?? {};
  const { text } = fieldOf(strand);
  if (text === '') return {};
  if (name === 'from') return { from: [partyOf(text)] };
  if (name === 'to')
    return {
      to: text
        .split(';')
        .filter((one) => one.trim() !== '')
        .map(partyOf),
    };
  if (name !== 'date' || known.dateline !== undefined) return {};
  const date = sentDate(text);
  return date === undefined ? {} : { dateline: { text, at: rawOffset(fieldOf(strand), 0), date } };
}

function partyOf(value: string): Party {
  return { element: 'persName', name: correspondent(value) };
}
