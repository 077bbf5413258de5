import { genreOf } from '../../../grammar/heading-genre.js';
import { withoutSpelling } from '../../../grammar/spelled-letters.js';
import type { Address, Block, Inline, Item, LineBreak, List, Opener } from '../../../model/document.js';
import { append } from '../../../model/list.js';
import type { Span } from '../../../model/position.js';
import type { Party } from '../../../tei/header.js';
import { finding } from '../../facts/finding.js';
import { type HeadLabel, listTypeOf } from '../../facts/head-label.js';
import { capitalised } from '../../facts/capitalised.js';
import { partiesAmong, partyIn } from '../../facts/parties.js';
import { senderLine } from '../../facts/sender-line.js';
import { readTypedDateline } from '../../facts/typed-date.js';
import { whenAndWhere } from '../../facts/when-where.js';
import { sheetStrand } from '../../page/sheet-strand.js';
import { type Annotation, rawOffset, type Strand, slice, weave } from '../../page/strand.js';
import { textOf } from '../../page/text-of.js';
import { datelineAnnotations, nameAnnotation } from '../../regions/elements.js';
import type { LabelledLine } from '../../regions/label-lines.js';
import type { SheetNode } from '../../regions/sheet-pile.js';
import { labelColumns } from './beside-labels.js';
import { continuesValue, TypedLines } from './join-typed.js';
import { type ParticipantLine, participantList } from './participants.js';
import type { Reader } from './reader.js';

const LINE_BREAK: LineBreak = { element: 'lb', attributes: {}, children: [] };

type OpenerChild = Opener['children'][number];

/** Reads the head block of a typescript: its blocks, in the order of the sheet, and what they tell, into `reader.facts`. */
export function readHeadBlock(lines: readonly LabelledLine[], reader: Reader): readonly Block[] {
  const block = new HeadBlock(reader);
  let at = 0;
  while (at < lines.length) at = block.take(lines, at);
  return block.blocks;
}

class HeadBlock {
  readonly blocks: Block[] = [];
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  /** Reads what begins at a line, and says where the next begins. */
  take(lines: readonly LabelledLine[], at: number): number {
    const line = lines[at];
    if (line === undefined) return at + 1;
    this.#reader.page(line);
    switch (line.kind) {
      case 'head.title':
        return this.#title(lines, at);
      case 'head.label': {
        const columns = labelColumns(lines, at);
        if (columns === undefined) return this.#label(lines, at);
        const [first, last] = [line.line.start, Math.max(...columns.parts.map(({ end }) => end))];
        if (columns.isReordered)
          this.#reader.reordered.push({ span: { start: first, end: last }, parts: columns.parts });
        for (const own of columns.labels) this.#label(own, 0);
        return columns.next;
      }
      case 'head.dateline':
        return this.#dateline(lines, at);
      case 'head.address':
        return this.#address(lines, at);
      case 'head.salute':
        this.#opener({ element: 'salute', attributes: {}, children: weave(this.#strand(line)) });
        this.#reader.facts.hasSalute = true;
        this.#reader.facts.isFormal = !/\bdear\b/i.test(line.line.text);
        return at + 1;
      case 'head.status':
        // A title below must be the first block but for what is of the sheet (TEI P5, model.divTop).
        if (lines.slice(at + 1).some(({ kind }) => kind === 'head.title')) {
          this.#reader.sheet(line);
          return at + 1;
        }
        this.#opener({ element: 'seg', attributes: { type: 'status' }, children: weave(this.#strand(line)) });
        return at + 1;
      case 'head.letterhead':
        this.#letterhead(line);
        return at + 1;
      case 'head.sheet':
        this.#reader.sheet(line);
        return at + 1;
      default:
        // A value without a label
        this.#flush();
        this.#list({
          element: 'list',
          attributes: { type: 'subject' },
          children: [{ element: 'item', attributes: {}, children: weave(this.#strand(line)) }],
        });
        return at + 1;
    }
  }

  #strand({ line }: LabelledLine): Strand {
    return sheetStrand(line, this.#reader.dropped);
  }

  #flush(): void {
    append(this.blocks, this.#reader.pile.take());
  }

  #letterhead(line: LabelledLine): void {
    const { facts } = this.#reader;
    this.#reader.sheet(line);
    const { text } = line.line;
    // Below a title only the town beside an office is one.
    if (line.forms.isTown && !line.forms.isOffice && facts.titles.length > 0 && facts.office === undefined) return;
    if (line.forms.isTown && !line.forms.isOffice) facts.town ??= { text: withoutStop(text), at: line.line.start };
    else facts.office ??= text;
  }

  /** A title on one line or on several; a second one below is a heading in the middle. */
  #title(lines: readonly LabelledLine[], at: number): number {
    let end = at + 1;
    const group = lines[at]?.line.group;
    const { facts } = this.#reader;
    const isSpoken = facts.titles.at(-1)?.genre === 'memorandum-of-telephone-conversation' && !facts.hasParticipants;
    if (isSpoken && partyIn(lines[at]?.line.text ?? '') !== undefined && lines[at]?.forms.isTitle === false)
      return this.#speakers(lines, at);
    const isMore = (line: LabelledLine | undefined): boolean =>
      line?.kind === 'head.title' &&
      line.line.group === group &&
      !line.line.isBeside &&
      (line.line.isCapitals || !(lines[at]?.line.isCapitals ?? false) || line.line.isCentred);
    while (end < lines.length && isMore(lines[end])) end++;
    this.#flush();
    const titled = lines.slice(at, end).map((line) => this.#strand(line));
    const children = titled.flatMap((strand, index) => (index === 0 ? weave(strand) : [LINE_BREAK, ...weave(strand)]));
    const text = titled.map((strand) => strand.text).join(' ');
    const genre = genreOfTitle(text);
    const isFirst = facts.titles.length === 0;
    if (!isFirst && titled.length === 1 && /\btelephone conversation\b/i.test(text)) {
      const list = this.#spokenList(titled[0] as Strand, lines);
      if (list !== undefined) {
        this.#list(list);
        return end;
      }
    }
    // `NOTE BY … to the …`
    if (/^to(?: the)?$/i.test(facts.titles.at(-1)?.text ?? '') && facts.to.length === 0)
      facts.to.push({ element: 'orgName', name: text });
    facts.titles.push({ text, ...(genre === undefined ? {} : { genre }), at: lines[at]?.line.start ?? 0 });
    if (/\bheld\b/i.test(text)) this.#held(text, lines[at]?.line.start ?? 0);
    const canHead = this.blocks.every(({ element }) => element === 'fw' || element === 'pb' || element === 'note');
    if (isFirst && canHead) this.blocks.push({ element: 'head', attributes: {}, children });
    else this.blocks.push({ element: 'p', attributes: { rend: 'center' }, children });
    return end;
  }

  /** `… HELD AT THE FOREIGN OFFICE ON 17 FEBRUARY 1971`: where a title says that the talk was held. */
  #held(text: string, at: number): void {
    const { facts } = this.#reader;
    const place = /\bheld (?:at|in) (?:the )?(.{3,80}?)(?:,? on (?=.{0,12}\d)|,? at \d|$)/i.exec(text)?.[1];
    if (place !== undefined) facts.place ??= { text: place, at };
  }

  /** `TELEPHONE CONVERSATION BETWEEN THE SECRETARY AND MR. DULLES` below another title: who speaks, where no list says it. */
  #spokenList(strand: Strand, lines: readonly LabelledLine[]): List | undefined {
    const match = /^(.{4,60}\b(?:between|with)\s)(.{3,60}?\sand\s)(.{3,60})$/i.exec(strand.text);
    const isListed = lines.some(({ kind, forms }) => kind === 'head.label' && forms.label?.role === 'participants');
    if (match === null || isListed) return undefined;
    const [, head = '', first = '', second = ''] = match;
    const starts = [0, head.length, head.length + first.length, head.length + first.length + second.length];
    const item = (from: number, name: string): Item => ({
      element: 'item',
      attributes: {},
      children: weave(slice(strand, from, from + name.length), [
        nameAnnotation({ start: 0, end: name.replace(/\sand\s$/i, '').length }, 'persName'),
      ]),
    });
    this.#reader.facts.hasParticipants = true;
    return {
      element: 'list',
      attributes: { type: 'participants' },
      children: [
        { element: 'head', attributes: {}, children: weave(slice(strand, 0, starts[1] ?? 0)) },
        item(starts[1] ?? 0, first),
        item(starts[2] ?? 0, second),
      ],
    };
  }

  /** The names under TELCON: who speaks. */
  #speakers(lines: readonly LabelledLine[], at: number): number {
    this.#flush();
    let end = at;
    while (end < lines.length && lines[end]?.kind === 'head.title' && lines[end]?.line.group === lines[at]?.line.group)
      end++;
    const members = lines
      .slice(at, end)
      .map((line): ParticipantLine => ({ strand: this.#strand(line), column: 0, blankBefore: 0, before: [] }));
    const { children } = participantList(members, this.#reader.tools);
    this.#reader.facts.hasParticipants = true;
    this.#list({ element: 'list', attributes: { type: 'participants' }, children });
    return end;
  }

  /** Place, date, time and room on one line or on several. */
  #dateline(lines: readonly LabelledLine[], at: number): number {
    const children: Inline[] = [];
    let end = at;
    let isDated = false;
    for (; end < lines.length; end++) {
      const line = lines[end];
      if (
        line?.kind !== 'head.dateline' ||
        (end > at && (line.line.group !== lines[at]?.line.group || line.line.isBeside))
      )
        break;
      if (end > at) this.#reader.page(line);
      const strand = this.#strand(line);
      const annotations = this.#datelinePart(line, strand, isDated);
      isDated ||= line.forms.isDate;
      append(children, [...(end > at ? [LINE_BREAK] : []), ...weave(strand, annotations)]);
    }
    this.#opener({ element: 'dateline', attributes: {}, children });
    return end;
  }

  #datelinePart(line: LabelledLine, strand: Strand, isBelowDate: boolean): readonly Annotation[] {
    const { facts } = this.#reader;
    const { text } = strand;
    const at = rawOffset(strand, 0);
    const reading = line.forms.isDate || line.line.form === 'receipt' ? readTypedDateline(text) : undefined;
    if (reading?.date !== undefined) {
      facts.dates.push({
        text,
        at,
        date: reading.date,
        ...placeIn(text, reading.place),
        role: facts.titles.length > 0 ? 'title' : 'line',
      });
      const { place, ...others } = reading;
      return datelineAnnotations(placeIn(text, place).place === undefined ? others : reading);
    }
    if (line.forms.isTime) {
      facts.time ??= text.replace(/\s*[[(].*$|\s{2,}[a-z]{2,4}$/, '').trim();
      return [];
    }
    const timed = /^(\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?\s?m\.?),\s+(?=\S)/i.exec(text);
    if (timed?.[1] !== undefined) facts.time ??= timed[1];
    const start = timed?.[0].length ?? 0;
    const place = { text: withoutStop(text.slice(start)), at: at + start };
    if (isBelowDate) facts.place ??= place;
    else facts.town = place;
    return datelineAnnotations({ place: { start, end: start + place.text.length } });
  }

  #address(lines: readonly LabelledLine[], at: number): number {
    const children: Address['children'][number][] = [];
    const names: string[] = [];
    const pages = this.#reader.pile.take();
    let end = at;
    for (; end < lines.length; end++) {
      const line = lines[end];
      if (
        line === undefined ||
        (line.kind !== 'head.address' && !(line.kind === 'head.sheet' && lines[end + 1]?.kind === 'head.address'))
      )
        break;
      if (line.kind === 'head.sheet') {
        this.#reader.sheet(line);
        continue;
      }
      const strand = this.#strand(line);
      append(children, this.#reader.pile.take());
      children.push({
        element: 'addrLine',
        attributes: {},
        children: weave(strand, this.#reader.tools.annotate(strand)),
      });
      names.push(strand.text);
    }
    const hasSalute = lines.slice(end, end + 6).some(({ kind }) => kind === 'head.salute');
    if (hasSalute) this.#reader.facts.addressee ??= addresseeOf(names);
    else append(this.#reader.facts.to, partiesAmong(names));
    this.#opener({ element: 'address', attributes: {}, children }, pages);
    return end;
  }

  /** Puts something into the opener; below a list it stands in a list of its own, since TEI has the opener before all else. */
  #opener(child: OpenerChild, pages: readonly SheetNode[] = this.#reader.pile.take()): void {
    const last = this.blocks.at(-1);
    if (last?.element === 'opener') {
      this.blocks[this.blocks.length - 1] = { ...last, children: [...last.children, ...pages, child] };
      return;
    }
    append(this.blocks, pages);
    const canOpen = this.blocks.every(({ element }) => element !== 'list' && element !== 'p');
    if (canOpen) this.blocks.push({ element: 'opener', attributes: {}, children: [child] });
    else
      this.#list({
        element: 'list',
        attributes: { type: 'subject' },
        children: [{ element: 'item', attributes: {}, children: inlineOf(child) }],
      });
  }

  #list(list: List): void {
    this.blocks.push(list);
  }

  /** A label with its values, on its line and below it. */
  #label(lines: readonly LabelledLine[], at: number): number {
    const first = lines[at];
    const label = first?.forms.label;
    if (first === undefined || label === undefined) return at + 1;
    this.#flush();
    const { reader, values, next } = this.#values(lines, at, label);
    const strand = this.#strand(first);
    const text = strand.text;
    const own = valueStart(text, label);
    const head = slice(strand, 0, own.labelEnd);
    if (own.isGlued) reader.tools.part(rawOffset(strand, own.labelEnd));
    const children: List['children'][number][] = [
      {
        element: 'head',
        attributes: {},
        children: weave({ ...head, milestones: head.milestones.filter(({ at: place }) => place < own.labelEnd) }),
      },
    ];
    const valueStrand =
      own.value < text.length
        ? label.role === 'from'
          ? this.#withHand(slice(strand, own.value))
          : slice(strand, own.value)
        : undefined;
    const firstColumn = first.line.indent + own.value;
    const all: ParticipantLine[] = [
      ...(valueStrand === undefined
        ? []
        : [{ strand: valueStrand, column: firstColumn, blankBefore: 0, before: [] as readonly SheetNode[] }]),
      ...values,
    ];
    if (all.length === 0) {
      this.blocks.push({ element: 'p', attributes: { rend: 'center' }, children: weave(strand) });
      return next;
    }
    if (label.role === 'participants') {
      reader.facts.hasParticipants = true;
      const { children: items, reordered } = participantList(all, reader.tools);
      append(children, items);
      if (reordered !== undefined) reader.reordered.push(reordered);
    } else append(children, this.#items(label, all));
    this.#list({ element: 'list', attributes: { type: listTypeOf(label) }, children });
    return next;
  }

  #values(
    lines: readonly LabelledLine[],
    at: number,
    label: HeadLabel,
  ): { readonly reader: Reader; readonly values: readonly ParticipantLine[]; readonly next: number } {
    const reader = this.#reader;
    const values: ParticipantLine[] = [];
    let next = at + 1;
    for (; next < lines.length; next++) {
      const line = lines[next];
      if (line === undefined) break;
      const isValue = line.kind === 'head.value';
      // What stands between two values belongs to the list.
      const isBetween =
        (line.kind === 'head.sheet' || line.kind === 'head.letterhead') &&
        lines.slice(next + 1, next + 4).find(({ kind }) => kind !== 'head.sheet')?.kind === 'head.value';
      if (!isValue && !isBetween) break;
      reader.page(line);
      if (!isValue) {
        reader.sheet(line);
        continue;
      }
      const isMoreOfLine = line.line.isBeside && values.length > 0 && label.role !== 'participants';
      values.push({
        strand: this.#strand(line),
        column: line.line.indent,
        blankBefore: isMoreOfLine ? -1 : line.line.blankBefore,
        before: reader.pile.take(),
      });
    }
    return { reader, values, next };
  }

  /** The values of a label as items, and what they tell. */
  #items(label: HeadLabel, lines: readonly ParticipantLine[]): readonly List['children'][number][] {
    const { facts, tools } = this.#reader;
    const single =
      label.role === 'subject' ||
      label.role === 'place' ||
      label.role === 'date' ||
      label.role === 'time' ||
      label.role === 'other' ||
      label.role === 'references';
    const open: { readonly lines: TypedLines; readonly before: readonly SheetNode[]; readonly column: number }[] = [];
    for (const line of lines) {
      const last = open.at(-1);
      const above = last?.lines.last.text ?? '';
      const goesOn =
        last !== undefined &&
        line.before.length === 0 &&
        (single
          ? label.role !== 'references' || line.column > last.column + 1
          : line.column > last.column + 1 || continuesValue(above, line.strand.text));
      if (goesOn) last.lines.add(line.strand, []);
      else open.push({ lines: new TypedLines(line.strand, this.#reader), before: line.before, column: line.column });
    }
    const merged = open.map(({ lines: joined, before }) => ({ strand: joined.strand(), before }));
    const texts = merged.map(({ strand }) => strand.text);
    const valueAt = rawOffset(merged[0]?.strand ?? lines[0]?.strand ?? { text: '', pieces: [], milestones: [] }, 0);
    const annotated = (strand: Strand): readonly Annotation[] => this.#told(label, strand, valueAt);
    if (label.role === 'to' || label.role === 'also') {
      if (!/^\(.*\)/.test(texts[0] ?? '') || texts.length > 1)
        append(facts.to, partiesAmong(texts.filter((text) => !/^\([^)]*\)/.test(text))));
    } else if (label.role === 'from') append(facts.from, partiesAmong(texts.map((text) => senderLine(text).sender)));
    else if (label.role === 'subject') facts.subject ??= { text: texts.join(' '), at: valueAt };
    return merged.flatMap(({ strand, before }): List['children'] => {
      const own = annotated(strand);
      const others = tools
        .annotate(strand)
        .filter(({ start, end }) => own.every((one) => end <= one.start || start >= one.end));
      const item: Item = { element: 'item', attributes: {}, children: weave(strand, [...own, ...others]) };
      return [...before, item];
    });
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

  /** Day, hour and place that the value of one label tells. */
  #whenAndWhere(label: HeadLabel, text: string, at: number): readonly Annotation[] {
    const { facts } = this.#reader;
    const { date, time, place } = whenAndWhere(text, label.name);
    if (date === undefined && label.role === 'date')
      this.#reader.findings.push(
        finding('EN044', { label: label.name, text: text.slice(0, 60), key: 'date' }, at, 'date: …'),
      );
    const where = place === undefined ? undefined : text.slice(place.start, place.end);
    if (time !== undefined) facts.time ??= time;
    if (date === undefined) {
      if (where !== undefined) facts.place ??= { text: where, at };
      return place === undefined ? [] : datelineAnnotations({ place });
    }
    facts.dates.push({ text, at, date, role: 'label', ...(where === undefined ? {} : { place: where }) });
    if (where !== undefined && /place|location|venue/i.test(label.name)) facts.place ??= { text: where, at };
    return datelineAnnotations({ ...(place === undefined ? {} : { place }), date });
  }

  /** What a value says of date, place and persons, as annotations of its words. */
  #told(label: HeadLabel, strand: Strand, at: number): readonly Annotation[] {
    const { facts } = this.#reader;
    const { text } = strand;
    switch (label.role) {
      case 'date':
      case 'time':
        return this.#whenAndWhere(label, text, at);
      case 'place': {
        const end = text.replace(/[.\s]+$/, '').length;
        if (/time|date/i.test(label.name)) return this.#whenAndWhere(label, text, at);
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
}

/** Where the value of a label begins in its line, and whether nothing parts the two. */
function valueStart(
  text: string,
  label: HeadLabel,
): { readonly labelEnd: number; readonly value: number; readonly isGlued: boolean } {
  const labelEnd = Math.min(label.length, text.length);
  const value = Math.min(Math.max(label.value, labelEnd), text.length);
  return { labelEnd, value, isGlued: value === labelEnd && value < text.length };
}

/** Whom the inside address of a letter names: the first line that names a person, else the first. */
export function addresseeOf(lines: readonly string[]): Party | undefined {
  for (const line of lines) {
    const named = partyIn(line);
    const isTitled =
      named !== undefined && (named.span.start > 0 || /\s/.test(line.slice(named.span.start, named.span.end)));
    if (named?.isPerson === true && isTitled)
      return { element: 'persName', name: line.slice(named.span.start, named.span.end) };
  }
  const first = lines.find(
    (line) =>
      !/^(?:(?:The )?(?:Right )?Hon(?:ou?rable|\.)|His Excellency|Her Excellency|H\.\s?E\.)[,.]?$/i.test(line.trim()),
  );
  return first === undefined ? undefined : { element: 'persName', name: first.replace(/[,.;]\s*$/, '') };
}

/** Whether a name has two words, or a title before it: `Saigon` alone is a post. */
export function isFullName(text: string, { start, end }: Span): boolean {
  return /\s/.test(text.slice(start, end)) || /\p{L}\.?\s+$/u.test(text.slice(0, start));
}

/** The place of a dateline, where it is none of a paper's numbers (`RAR-14, June 30, 1967`). */
function placeIn(text: string, span: Span | undefined): { readonly place?: string } {
  const place = span === undefined ? '' : text.slice(span.start, span.end);
  return place === '' || /^[A-Z.]{1,6}[-\s]?\d/.test(place) ? {} : { place };
}

/** A place without the comma or stop behind it; that of an abbreviation (`D. C.`) stays. */
function withoutStop(text: string): string {
  return text.replace(/,\s*$|(?<=\p{Ll}{2})\.\s*$/u, '').replace(/\s+$/, '');
}

/** `Foreign Service Despatch`: the genre that the last words of a title name. */
function lastWords(title: string): string | undefined {
  const last = /(?:Despatch|Dispatch|Airgram|Telegram|Memorandum|Minutes|Estimate|Note Verbale|Paper)$/i.exec(
    title,
  )?.[0];
  return last === undefined ? undefined : genreOf(last);
}

/** What is inline in a child of the opener. */
function inlineOf(child: OpenerChild): readonly Inline[] {
  if (child.element !== 'address') return child.element === 'pb' ? [child] : (child.children as readonly Inline[]);
  return child.children.flatMap((line, index): readonly Inline[] => [
    ...(index === 0 ? [] : [LINE_BREAK]),
    ...(line.element === 'addrLine' ? line.children : [line]),
  ]);
}

/** The genre that a title names, in capitals or not. */
export function genreOfTitle(text: string): string | undefined {
  const words = /^(?:\p{Lu} ){3}/u.test(text) ? withoutSpelling(text) : text;
  const plain = words === words.toUpperCase() ? capitalised(words) : words;
  if (/\brout(?:e|ing)\b.{0,20}\bslip\b|\brouting\b|\btransmittal slip\b|\bbuck slip\b/i.test(plain))
    return 'routing-slip';
  if (/^(?:minute|note by\b.*)$/i.test(plain)) return 'memorandum';
  if (/^(?:draft )?record of (?:an? |the )?(?:\w+ )?(?:conversation|talks?|discussion)\b/i.test(plain))
    return 'memorandum-of-conversation';
  const whole = genreOf(plain) ?? lastWords(plain);
  if (/\bmeeting$/i.test(plain) && (whole === undefined || whole === 'study')) return 'minutes';
  return whole;
}
