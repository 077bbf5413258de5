import { classificationLine } from '../../../grammar/classification-line.js';
import { type DateTimeGroup, dateTimeGroup } from '../../../grammar/date-time-group.js';
import type { Block, DateElement, Inline, List, OrgName, Seg } from '../../../model/document.js';
import { append } from '../../../model/list.js';
import { type Annotation, join, rawOffset, type Strand, slice, weave } from '../../page/strand.js';
import type { Construct, Context, Facts } from '../../regions/context.js';
import { leadingPages, trimmed } from '../../regions/elements.js';
import { ADDRESS, addressLabel, captionLabel } from './cable-line.js';

/** Captions that limit who may read, on a line of their own. */
const CAPTION =
  /^(?:(?:EXDIS|NODIS|LIMDIS|NOFORN|STADIS|SIPDIS|CHEROKEE|ROGER CHANNEL|EYES ONLY|NOT FOR .{3,40}|NO FOREIGN DISSEM)(?:[\s,;/]+|$))+$/;

const MAX_OPENING = 80;

/**
 * The transmission and caption blocks of a Department of State cable: date-time group, FM, TO, INFO, classification line, captions, E.O., TAGS,
 * SUBJECT, REF. The date-time group is the dateline; its instant is in UTC.
 */
export const cableOpening: Construct = {
  name: 'cable-opening',
  recognise(context, start) {
    const blocks: Block[] = [];
    let facts: Facts = { genre: 'telegram' };
    let at = start;
    const last = lastHeaderLine(context, start);
    while (at < Math.min(context.end, start + MAX_OPENING)) {
      const step = cableStep(context, at, facts) ?? (at < last ? unknownStep(context, at, facts) : undefined);
      if (step === undefined) break;
      const strand = context.strands[at];
      if (strand !== undefined) append(blocks, leadingPages(strand).pages);
      blocks.push(blocks.some((block) => block.element === 'list') ? asParagraph(step.block) : step.block);
      facts = merge(facts, step.facts);
      at = step.next;
    }
    return { blocks, next: at, facts };
  },
};

/** The last line before the first numbered paragraph that is of the transmission or caption block. */
function lastHeaderLine(context: Context, start: number): number {
  let last = start - 1;
  for (let at = start; at < Math.min(context.end, start + MAX_OPENING); at++) {
    const text = context.strands[at]?.text ?? '';
    if (/^1\.\s/.test(text)) break;
    const isHeader =
      dateTimeGroup(text) !== undefined ||
      addressLabel(text) !== undefined ||
      captionLabel(text) !== undefined ||
      classificationLine(text) !== undefined;
    if (isHeader) last = at;
  }
  return last;
}

/** A line among those of the header that nothing else recognises: of the transmission before the date-time group, a caption after it. */
function unknownStep(context: Context, at: number, facts: Facts): Step | undefined {
  const strand = context.strands[at];
  if (strand === undefined) return undefined;
  const type = facts.dateline === undefined ? 'transmission' : 'caption';
  const block: Block = { element: 'fw', attributes: { type }, children: weave(leadingPages(strand).rest) };
  return { block, next: at + 1, facts: {} };
}

/** An opener can stand only before the first list (TEI P5, model.divTop). */
function asParagraph(block: Block): Block {
  const [line] = block.element === 'opener' ? block.children : [];
  return line?.element === 'dateline' ? { element: 'p', attributes: {}, children: line.children } : block;
}

function merge(facts: Facts, more: Facts): Facts {
  return { ...facts, ...more, markings: [...(facts.markings ?? []), ...(more.markings ?? [])] };
}

interface Step {
  readonly block: Block;
  readonly next: number;
  readonly facts: Facts;
}

function cableStep(context: Context, at: number, facts: Facts): Step | undefined {
  const strand = context.strands[at];
  if (strand === undefined) return undefined;
  const { rest } = leadingPages(strand);
  const group = facts.dateline === undefined ? dateTimeGroup(rest.text) : undefined;
  if (group !== undefined) return { block: dateline(rest, group), next: at + 1, facts: groupFacts(rest, group) };
  const address = addressLabel(rest.text);
  if (address !== undefined) return addressStep(context, at, address, facts);
  const classification = classificationLine(rest.text);
  if (classification !== undefined) {
    const block: Block = { element: 'fw', attributes: { type: 'classification' }, children: weave(rest) };
    const { message } = classification;
    const marking = { markings: [classification.classification] };
    return { block, next: at + 1, facts: message === undefined ? marking : { ...marking, message } };
  }
  if (CAPTION.test(rest.text)) {
    const block: Block = { element: 'fw', attributes: { type: 'caption' }, children: weave(rest) };
    return { block, next: at + 1, facts: { markings: rest.text.split(/[\s,;/]+(?=[A-Z])/) } };
  }
  return captionStep(context, at, rest);
}

function dateline(strand: Strand, group: DateTimeGroup): Block {
  const date: Annotation = {
    start: group.start,
    end: group.end,
    wrap: (children): DateElement => ({ element: 'date', attributes: { when: group.when }, children }),
  };
  const children = weave(strand, [date]);
  return { element: 'opener', attributes: {}, children: [{ element: 'dateline', attributes: {}, children }] };
}

function groupFacts(strand: Strand, group: DateTimeGroup): Facts {
  const { text } = strand;
  const span = { start: group.start, end: group.end };
  return {
    dateline: { text, at: rawOffset(strand, 0), date: { when: group.when, span } },
    markings: group.precedence.slice(0, 1),
  };
}

/** `TO SECSTATE WASHDC PRIORITY 1234` with the addresses on the lines below. */
function addressStep(
  context: Context,
  at: number,
  { name, length }: { readonly name: 'FM' | 'TO' | 'INFO'; readonly length: number },
  facts: Facts,
): Step {
  const { rest } = leadingPages(context.strands[at] ?? EMPTY);
  const children: List['children'][number][] = [
    { element: 'head', attributes: {}, children: weave(slice(rest, 0, name.length)) },
    post(trimmed(slice(rest, name.length))),
  ];
  let next = at + 1;
  while (next < context.end && ADDRESS.test(context.strands[next]?.text ?? '')) {
    const own = leadingPages(context.strands[next] ?? EMPTY);
    append(children, [...own.pages, post(own.rest)]);
    next++;
  }
  const office = rest.text
    .slice(length)
    .replace(/^R[UH][A-Z]{2,6}\//, '')
    .replace(/\s+(?:PRIORITY|IMMEDIATE|FLASH|ROUTINE|NIACT.*)?\s*\d*\s*$/, '')
    .trim();
  const type = name === 'FM' ? 'from' : 'to';
  const known = name === 'FM' ? facts.from : facts.to;
  const found: Facts =
    known !== undefined || name === 'INFO'
      ? {}
      : name === 'FM'
        ? { from: [{ element: 'orgName', name: office }] }
        : { to: [{ element: 'orgName', name: office }] };
  return { block: { element: 'list', attributes: { type }, children }, next, facts: found };
}

const EMPTY: Strand = { text: '', pieces: [], milestones: [] };

/** An address: the post, then precedence and number. */
function post(strand: Strand): List['children'][number] {
  const end = strand.text.replace(/\s+(?:PRIORITY|IMMEDIATE|FLASH|ROUTINE|NIACT\b.*)?\s*\d*\s*$/, '').length;
  const wrap = (children: readonly Inline[]): OrgName => ({ element: 'orgName', attributes: {}, children });
  return { element: 'item', attributes: {}, children: weave(strand, end > 0 ? [{ start: 0, end, wrap }] : []) };
}

const MAX_CAPTION_LINES = 12;

/** `SUBJECT: …`, `TAGS: PFOR, UR`, with the lines that go on with it. */
function captionStep(context: Context, at: number, rest: Strand): Step | undefined {
  const label = captionLabel(rest.text);
  if (label === undefined) return undefined;
  let next = at + 1;
  while (next < context.end && next - at < MAX_CAPTION_LINES && continuesCaption(context, next)) next++;
  const value = trimmed(slice(join([rest, ...context.strands.slice(at + 1, next)]), label.length));
  if (value.text !== '') context.part(rawOffset(rest, label.length - 1) + 1);
  const tags = label.name === 'tags' ? tagAnnotations(value.text) : context.annotate(value);
  const head: List['children'][number] = {
    element: 'head',
    attributes: {},
    children: weave(slice(rest, 0, label.length)),
  };
  const items: readonly List['children'][number][] =
    label.name === 'references'
      ? referenceLines(value).map((line) => ({
          element: 'item',
          attributes: {},
          children: weave(line, context.annotate(line)),
        }))
      : [{ element: 'item', attributes: {}, children: weave(value, tags) }];
  const children = [head, ...items];
  const type = label.name === 'references' ? 'references' : 'subject';
  return { block: { element: 'list', attributes: { type }, children }, next, facts: {} };
}

/** `A. STATE 12345 B. VIENNA 99`: each reference by itself. */
function referenceLines(value: Strand): readonly Strand[] {
  const starts = [0, ...[...value.text.matchAll(/(?<=\s)\(?[A-Z][.)]\s(?=[A-Z0-9])/g)].map((match) => match.index)];
  return [...new Set(starts)].map((start, index) =>
    trimmed(slice(value, start, starts[index + 1] ?? value.text.length, index === 0)),
  );
}

function continuesCaption(context: Context, at: number): boolean {
  const strand = context.strands[at];
  if (strand === undefined || context.startsGroup?.(at) === true) return false;
  const { text } = strand;
  if (strand.milestones.some((m) => m.at === 0) || /^\(?[\dA-Z]{1,2}[.)]\s/.test(text))
    return /^\(?[A-Z][.)]\s/.test(text);
  return (
    captionLabel(text) === undefined &&
    classificationLine(text) === undefined &&
    addressLabel(text) === undefined &&
    !CAPTION.test(text)
  );
}

function tagAnnotations(text: string): readonly Annotation[] {
  return [...text.matchAll(/[A-Z][A-Z0-9]{1,4}\b|\([A-Z][^)]*\)/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    wrap: (children): Seg => ({ element: 'seg', attributes: { type: 'tag' }, children }),
  }));
}
