import type { Block, Inline, Item, List } from '../../../model/document.js';
import { append } from '../../../model/list.js';
import { finding } from '../../facts/finding.js';
import { type HeadLabel, headLabel, listTypeOf } from '../../facts/head-label.js';
import { isFullName, partiesAmong, partyIn } from '../../facts/parties.js';
import { senderLine } from '../../facts/sender-line.js';
import { genreOfTitle } from '../../facts/title-genre.js';
import { readTypedDateline } from '../../facts/typed-date.js';
import { whenAndWhere } from '../../facts/when-where.js';
import { type Annotation, parts, placeOf, rawOffset, type Strand, weave } from '../../page/strand.js';
import { textOf } from '../../page/text-of.js';
import { datelineAnnotations, nameAnnotation } from '../../regions/elements.js';
import type { LabelledLine } from '../../regions/label-lines.js';
import type { SheetNode } from '../../regions/sheet-pile.js';
import { asOneLine, continuesValue, TypedLines } from './join-typed.js';
import type { ParticipantLine } from './participant-columns.js';
import { participantList } from './participants.js';
import type { Reader } from './reader.js';

type ListChild = List['children'][number];

/** A label with its values, as a list, and the line after them. */
export function readLabel(
  lines: readonly LabelledLine[],
  at: number,
  reader: Reader,
): { readonly block: Block; readonly next: number } {
  const first = lines[at];
  const label = first?.forms.label;
  if (first === undefined || label === undefined)
    return { block: { element: 'p', attributes: {}, children: [] }, next: at + 1 };
  const { values, next } = valuesBelow(lines, at, label, reader);
  const strand = reader.strand(first.line);
  // A row of sides stands for the label above it.
  const isImplied = label.length === 0;
  const own = valueStart(strand, isImplied ? label : labelOf(strand, first, label));
  const [head = strand, value = strand] = parts(strand, [
    { start: 0, end: own.labelEnd },
    { start: own.value, end: strand.text.length },
  ]);
  // Where the whole line is emphasised, label and value are one.
  const isOne = !isImplied && head.text === '' && head.milestones.length === 0;
  if (own.isGlued && !isOne && !isImplied) reader.tools.part(rawOffset(strand, own.labelEnd));
  const beside: readonly ParticipantLine[] =
    !isOne && (own.value < strand.text.length || value.milestones.length > 0)
      ? [
          {
            strand: value,
            column: first.line.indent + own.value,
            blankBefore: 0,
            before: [],
          },
        ]
      : [];
  const all = [...beside, ...values];
  if (all.length === 0)
    return { block: { element: 'p', attributes: { rend: 'center' }, children: weave(strand) }, next };
  const children: ListChild[] = isImplied
    ? []
    : [{ element: 'head', attributes: {}, children: weave(isOne ? strand : head) }];
  append(children, label.role === 'participants' ? participants(all, reader) : new Values(label, reader).items(all));
  return { block: { element: 'list', attributes: { type: listTypeOf(label) }, children }, next };
}

function participants(lines: readonly ParticipantLine[], reader: Reader): readonly ListChild[] {
  reader.facts.hasParticipants = true;
  const { children, reordered } = participantList(lines, reader.tools, (strands) => asOneLine(strands, reader));
  if (reordered !== undefined) reader.reordered.push(reordered);
  return children;
}

/** The lines below a label that are values of it; what stands between two of them belongs to the list. */
function valuesBelow(
  lines: readonly LabelledLine[],
  at: number,
  label: HeadLabel,
  reader: Reader,
): { readonly values: readonly ParticipantLine[]; readonly next: number } {
  const values: ParticipantLine[] = [];
  let next = at + 1;
  for (; next < lines.length; next++) {
    const line = lines[next];
    if (line === undefined || (line.kind !== 'head.value' && !isBetween(lines, next))) break;
    reader.page(line);
    if (line.kind !== 'head.value') {
      reader.sheet(line);
      continue;
    }
    const isMoreOfLine = line.line.isBeside && values.length > 0 && label.role !== 'participants';
    values.push({
      strand: reader.strand(line.line),
      column: line.line.indent,
      blankBefore: isMoreOfLine ? -1 : line.line.blankBefore,
      before: reader.pile.take(),
    });
  }
  return { values, next };
}

/** Whether a line of the sheet has another value below it. */
function isBetween(lines: readonly LabelledLine[], at: number): boolean {
  const kind = lines[at]?.kind;
  if (kind !== 'head.sheet' && kind !== 'head.letterhead') return false;
  return lines.slice(at + 1, at + 4).find((line) => line.kind !== 'head.sheet')?.kind === 'head.value';
}

/** Labels whose value is one, on however many lines. */
const SINGLE: ReadonlySet<string> = new Set(['subject', 'place', 'date', 'time', 'other', 'references']);

/** A value whose lines are joined. */
interface Value {
  readonly strand: Strand;
  readonly before: readonly SheetNode[];
}

/** The values of a label as items, and what they tell. */
class Values {
  readonly #label: HeadLabel;
  readonly #reader: Reader;

  constructor(label: HeadLabel, reader: Reader) {
    this.#label = label;
    this.#reader = reader;
  }

  items(lines: readonly ParticipantLine[]): readonly ListChild[] {
    const merged = this.#merged(lines);
    const at = merged[0] === undefined ? 0 : rawOffset(merged[0].strand, 0);
    this.#tellParties(
      merged.map(({ strand }) => strand.text),
      at,
    );
    return merged.flatMap(({ strand: read, before }): ListChild[] => {
      const strand = this.#label.role === 'from' ? this.#withHand(read) : read;
      const own = this.#told(strand, at);
      const others = this.#reader.tools
        .annotate(strand)
        .filter(({ start, end }) => own.every((one) => end <= one.start || start >= one.end));
      const item: Item = { element: 'item', attributes: {}, children: weave(strand, [...own, ...others]) };
      return [...before, item];
    });
  }

  #merged(lines: readonly ParticipantLine[]): readonly Value[] {
    const { role } = this.#label;
    const isSingle = SINGLE.has(role);
    const open: { readonly lines: TypedLines; readonly before: readonly SheetNode[]; readonly column: number }[] = [];
    for (const line of lines) {
      const last = open.at(-1);
      const isIndented = line.column > (last?.column ?? 0) + 1;
      const goesOn = isSingle
        ? role !== 'references' || isIndented
        : isIndented || continuesValue(last?.lines.last.text ?? '', line.strand.text);
      if (last !== undefined && line.before.length === 0 && goesOn) last.lines.add(line.strand, []);
      else open.push({ lines: new TypedLines(line.strand, this.#reader), before: line.before, column: line.column });
    }
    return open.map(({ lines: joined, before }) => ({ strand: joined.strand(), before }));
  }

  #tellParties(texts: readonly string[], at: number): void {
    const { facts } = this.#reader;
    const { role } = this.#label;
    // In brackets a form says what is to be filled in: `TO: (Name, office symbol)`.
    if (role === 'to' || role === 'also')
      append(facts.to, partiesAmong(texts.filter((text) => !/^\([^)]*\)/.test(text))));
    else if (role === 'from') append(facts.from, partiesAmong(texts.map((text) => senderLine(text).sender)));
    else if (role === 'subject' && facts.subject === undefined) this.#tellSubject(texts.join(' '), at);
  }

  /** `Rice Shipments - ACTION MEMORANDUM`: the subject, and the kind of the memorandum behind it. */
  #tellSubject(text: string, at: number): void {
    const { facts } = this.#reader;
    const kind = /\s+[-–—]{1,2}\s*((?:ACTION|INFORMATION|BRIEFING|DECISION) MEMO(?:RANDUM)?)\s*$/.exec(text);
    facts.subject = { text: kind === null ? text : text.slice(0, kind.index), at };
    // `Discussion at the 312th Meeting of the National Security Council, Thursday, February 7, 1957`
    const held = /\b(?:Meeting|Session|Conversation|Conference)\b[^:]{0,80}?,\s(?=\S.{6,40}$)/.exec(text);
    const day = held === null ? undefined : text.slice(held.index + held[0].length);
    const date = day === undefined ? undefined : readTypedDateline(day)?.date;
    if (day !== undefined && date?.when !== undefined) facts.dates.push({ text: day, at, date, role: 'title' });
    const genre = kind?.[1] === undefined ? undefined : genreOfTitle(kind[1]);
    if (genre !== undefined) facts.kind = genre;
  }

  /** Initials that the reading machine has marked as another hand's (`*GPS*`). */
  #withHand(strand: Strand): Strand {
    const milestones = strand.milestones.map((milestone) => {
      const { node } = milestone;
      const words = node.element === 'hi' ? textOf(node) : '';
      if (!/^[A-Za-z.]{2,6}$/.test(words)) return milestone;
      this.#reader.facts.initials ??= words;
      return {
        ...milestone,
        node: { element: 'seg' as const, attributes: { type: 'initials' }, children: [node as Inline] },
      };
    });
    return { ...strand, milestones };
  }

  /** What a value says of date, place and persons, as annotations of its words. */
  #told(strand: Strand, at: number): readonly Annotation[] {
    const { facts } = this.#reader;
    const { text } = strand;
    const { role, name } = this.#label;
    switch (role) {
      case 'date':
      case 'time':
        return this.#whenAndWhere(strand, at);
      case 'place': {
        const end = text.replace(/[.\s]+$/, '').length;
        if (/time|date/i.test(name)) return this.#whenAndWhere(strand, at);
        facts.place ??= { text: text.slice(0, end), at };
        return datelineAnnotations({ place: { start: 0, end } });
      }
      case 'from': {
        const told = senderLine(text);
        if (told.initials !== undefined) facts.initials ??= text.slice(told.initials.start, told.initials.end);
        return told.annotations;
      }
      case 'to':
      case 'also': {
        const named = partyIn(text);
        return named?.isPerson === true && isFullName(text, named.span) ? [nameAnnotation(named.span, 'persName')] : [];
      }
      default:
        return [];
    }
  }

  /** Day, hour and place that the value of one label tells. */
  #whenAndWhere(strand: Strand, at: number): readonly Annotation[] {
    const { facts, findings } = this.#reader;
    const { text } = strand;
    const { name, role } = this.#label;
    const { date, time, place } = whenAndWhere(text, name);
    if (date === undefined && role === 'date') {
      const told = { label: name, text: text.slice(0, EXCERPT), key: 'date' };
      findings.push(finding('EN044', told, rawOffset(strand, 0), 'date: …'));
    }
    const where = place === undefined ? undefined : text.slice(place.start, place.end);
    const isNamed = date === undefined || /place|location|venue/i.test(name);
    if (time !== undefined) facts.time ??= time;
    if (where !== undefined && isNamed) facts.place ??= { text: where, at };
    if (date !== undefined)
      facts.dates.push({ text, at, date, role: 'label', ...(where === undefined ? {} : { place: where }) });
    return datelineAnnotations({ ...(place === undefined ? {} : { place }), ...(date === undefined ? {} : { date }) });
  }
}

const EXCERPT = 60;

/** Where a label ends and its value begins in a strand, whose text has none of the words that the line emphasises: `**SUBJECT:** Gorin`. */
export function labelOf(strand: Strand, { line }: LabelledLine, label: HeadLabel): Pick<HeadLabel, 'length' | 'value'> {
  const same = headLabel(strand.text);
  if (same?.length === label.length && same.value === label.value) return label;
  // The label was read in the words without the marks round them.
  const opening = /^[~*_]*/.exec(line.text)?.[0].length ?? 0;
  const end = opening + label.length;
  const closing = opening > 0 ? (/^[~*_]+\s*/.exec(line.text.slice(end))?.[0].length ?? 0) : 0;
  const value = Math.max(end + closing, opening + label.value);
  return { length: placeOf(strand, line.start + end), value: placeOf(strand, line.start + value) };
}

/** Where the value of a label begins in its line, and whether nothing parts the two. */
function valueStart(
  { text }: Strand,
  label: Pick<HeadLabel, 'length' | 'value'>,
): { readonly labelEnd: number; readonly value: number; readonly isGlued: boolean } {
  const labelEnd = Math.min(label.length, text.length);
  const value = Math.min(Math.max(label.value, labelEnd), text.length);
  return { labelEnd, value, isGlued: value === labelEnd && value < text.length };
}
