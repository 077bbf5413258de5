import type { Block, DateElement, Inline, List, Opener, OrgName, Seg } from '../../../model/document.js';
import { append } from '../../../model/list.js';
import { type Annotation, parts, rawOffset, type Strand, slice, weave } from '../../page/strand.js';
import type { Construct, Context } from '../../regions/context.js';
import { dateAttributes, leadingPages, trimmed } from '../../regions/elements.js';
import { addressesOf } from './addresses.js';
import { addressLabel } from './cable-line.js';
import type { CableLine } from './labels.js';

/** The line that each strand begins with. */
export type LineOf = (strand: number) => CableLine | undefined;

/**
 * The transmission and caption blocks of a cable (ACP 127; 5 FAH-2 of the Department of State): date-time group, FM, TO, INFO, classification line,
 * captions, E.O., TAGS, SUBJECT, REF, each by the place that its line has. The date-time group is the dateline; its instant is in UTC.
 */
export function cableOpening(lineOf: LineOf): Construct {
  return {
    name: 'cable-opening',
    recognise(context, start) {
      const blocks: Block[] = [];
      let at = start;
      while (at < context.end) {
        const strand = context.strands[at];
        const line = lineOf(at);
        if (strand === undefined || line === undefined) break;
        const { pages, rest } = leadingPages(strand);
        const list = listAt(context, at, line, rest, lineOf);
        const block = list?.block ?? blockOf(line, rest, blocks);
        if (block === undefined) break;
        append(blocks, [...pages, block]);
        at = list?.next ?? at + 1;
      }
      return { blocks, next: at, facts: {} };
    },
  };
}

/** A heading of the text that stands between rules. */
export function cableHeading(lineOf: LineOf): Construct {
  return {
    name: 'cable-heading',
    recognise(context, at) {
      const strand = context.strands[at];
      if (strand === undefined || lineOf(at)?.role !== 'heading') return undefined;
      const { pages, rest } = leadingPages(strand);
      return {
        blocks: [...pages, { element: 'p', attributes: { rend: 'center' }, children: weave(rest) }],
        next: at + 1,
      };
    },
  };
}

function blockOf({ role, signs }: CableLine, rest: Strand, before: readonly Block[]): Block | undefined {
  switch (role) {
    case 'dateline': {
      // An opener can stand only before the first list (TEI P5, model.divTop).
      if (before.some(({ element }) => element === 'list')) {
        return { element: 'fw', attributes: { type: 'transmission' }, children: weave(rest, dateAnnotation(signs)) };
      }
      return { element: 'opener', attributes: {}, children: datelineParts(rest, signs) };
    }
    case 'message':
      return { element: 'fw', attributes: { type: 'classification' }, children: weave(rest) };
    case 'handling':
    case 'pass':
    case 'note':
      return { element: 'fw', attributes: { type: 'caption' }, children: weave(rest) };
    case 'label':
      return signs.caption?.name === 'classified-by'
        ? { element: 'fw', attributes: { type: 'caption' }, children: weave(rest) }
        : undefined;
    default:
      return undefined;
  }
}

/** The date-time group as the dateline; operating signals after it (`ZFF4`) are of the transmission. */
function datelineParts(strand: Strand, signs: CableLine['signs']): Opener['children'] {
  const group = signs.group?.end ?? strand.text.length;
  // Dashes that are typed right behind the group are of its word.
  const end = group + (/^[^\s\p{L}\p{N}]*/u.exec(strand.text.slice(group))?.[0].length ?? 0);
  const dateline: Opener['children'][number] = {
    element: 'dateline',
    attributes: {},
    children: weave(slice(strand, 0, end), dateAnnotation(signs)),
  };
  const more = trimmed(slice(strand, end));
  if (more.text === '') return [dateline];
  return [dateline, { element: 'fw', attributes: { type: 'transmission' }, children: weave(more) }];
}

function dateAnnotation({ group }: CableLine['signs']): readonly Annotation[] {
  if (group === undefined) return [];
  const { start, end, when, isCorrected = false } = group;
  const attributes = dateAttributes({ when, span: { start, end }, isCorrected });
  return [{ start, end, wrap: (children): DateElement => ({ element: 'date', attributes, children }) }];
}

type Children = List['children'][number];

/** The list that a label of an address or of the caption block heads. */
function listAt(
  context: Context,
  at: number,
  line: CableLine,
  rest: Strand,
  lineOf: LineOf,
): { readonly block: Block; readonly next: number } | undefined {
  if (line.role === 'from' || line.role === 'to' || line.role === 'info')
    return addressList(context, at, line, rest, lineOf);
  return captionList(context, at, line, rest);
}

/** The list of a label of the caption block (TAGS, SUBJECT, REF); undefined where the line has none. */
export function captionList(
  context: Context,
  at: number,
  line: CableLine,
  rest: Strand,
): { readonly block: Block; readonly next: number } | undefined {
  const { caption } = line.signs;
  if (line.role !== 'label' || caption === undefined || caption.name === 'classified-by') return undefined;
  const value = trimmed(slice(rest, caption.length));
  if (value.text !== '' && caption.length > 0) context.part(rawOffset(rest, caption.length - 1) + 1);
  const head: readonly Children[] =
    caption.length === 0 ? [] : [{ element: 'head', attributes: {}, children: weave(slice(rest, 0, caption.length)) }];
  const isReferences = caption.name === 'references';
  const values = isReferences ? references(value) : [value];
  const items = values.map(
    (one): Children => ({
      element: 'item',
      attributes: {},
      // A letter in brackets before a reference is its own, and no mark of a portion.
      children: weave(
        one,
        caption.name === 'tags'
          ? tagAnnotations(one.text)
          : context.annotate(one).filter(({ start }) => !isReferences || start > 0),
      ),
    }),
  );
  const type = isReferences ? 'references' : 'subject';
  return { block: { element: 'list', attributes: { type }, children: [...head, ...items] }, next: at + 1 };
}

/** The addressees under a label, with those on the lines below. */
export function addressList(
  context: Context,
  at: number,
  { role, signs }: CableLine,
  rest: Strand,
  lineOf: LineOf,
): { readonly block: Block; readonly next: number } {
  const { label = 0, length = 0 } = signs.address ?? addressLabel(rest.text) ?? {};
  const [head = rest, first = rest] = parts(rest, [
    { start: 0, end: label },
    { start: length, end: rest.text.length },
  ]);
  const children: Children[] = [
    ...(label === 0 ? [] : [{ element: 'head' as const, attributes: {}, children: weave(head) }]),
    ...posts(first),
  ];
  if (label > 0 && /\S/.test(rest.text.slice(label, label + 1))) context.part(rawOffset(rest, label));
  let next = at + 1;
  for (; next < context.end && lineOf(next)?.role === 'address'; next++) {
    const own = leadingPages(context.strands[next] as Strand);
    append(children, [...own.pages, ...posts(own.rest)]);
  }
  return { block: { element: 'list', attributes: { type: role === 'from' ? 'from' : 'to' }, children }, next };
}

/** The addressees of a line, an item each: the post by its name, then precedence and number. */
function posts(strand: Strand): readonly Children[] {
  const found = addressesOf(strand.text, 0);
  return found.map(({ whole, name }, index): Children => {
    const end = found[index + 1]?.whole.start ?? strand.text.length;
    const own = trimmed(slice(strand, whole.start, end, index === 0));
    const span = { start: name.start - whole.start, end: name.end - whole.start };
    const wrap = (children: readonly Inline[]): OrgName => ({ element: 'orgName', attributes: {}, children });
    return { element: 'item', attributes: {}, children: weave(own, span.end > span.start ? [{ ...span, wrap }] : []) };
  });
}

/** A post or kind of message and its number, behind a number and a comma or semicolon; a month and its day are of the reference before. */
const NEXT_REFERENCE =
  /(?<=\d(?: \(notal\))?(?: to \p{Lu}\p{L}+)?[,;] )(?=(?:\d{2} )?(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))\p{Lu}[\p{L} '’]*[\s-]\d{2,})/giu;

/** `A. STATE 12345 B. VIENNA 99`, `STATE 12345, VIENNA 99`, `Embtel 1204; A-391`: each reference by itself. */
function references(value: Strand): readonly Strand[] {
  const starts = [0, ...letteredStarts(value.text)];
  if (starts.length === 1) {
    const parted = value.text.matchAll(NEXT_REFERENCE);
    append(
      starts,
      [...parted].map((match) => match.index),
    );
  }
  const distinct = [...new Set(starts)];
  return distinct.map((start, index) =>
    trimmed(slice(value, start, distinct[index + 1] ?? value.text.length, index === 0)),
  );
}

/** Where references begin that are lettered in order; other letters in brackets are marks of portions. */
function letteredStarts(text: string): readonly number[] {
  const starts: number[] = [];
  for (const match of text.matchAll(/(?<=^|\s)¶?\(?([A-Z])[.)]\s*(?=[A-Z0-9(])/g)) {
    if (match[1] === String.fromCharCode(65 + starts.length)) starts.push(match.index);
  }
  return starts;
}

function tagAnnotations(text: string): readonly Annotation[] {
  return [...text.matchAll(/[A-Z][A-Z0-9]{1,5}\b(?: \([A-Z][^)]*\))?|\([A-Z][^)]*\)/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    wrap: (children): Seg => ({ element: 'seg', attributes: { type: 'tag' }, children }),
  }));
}
