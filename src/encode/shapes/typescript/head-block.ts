import type { Address, Block, Inline, List, Opener } from '../../../model/document.js';
import { append } from '../../../model/list.js';
import { addresseeOf, partiesAmong, partyIn } from '../../facts/parties.js';
import { genreOfTitle } from '../../facts/title-genre.js';
import { readTypedDateline } from '../../facts/typed-date.js';
import { OF_PAPERS, placeIn, withoutStop } from '../../facts/typed-place.js';
import { heldAt, hourOf, isConvening } from '../../facts/when-where.js';
import { type Annotation, LINE_BREAK, rawOffset, type Strand, weave } from '../../page/strand.js';
import { datelineAnnotations, inlineOf } from '../../regions/elements.js';
import type { LabelledLine } from '../../regions/label-lines.js';
import type { SheetNode } from '../../regions/sheet-pile.js';
import { labelColumns } from './beside-labels.js';
import { readLabel } from './head-list.js';
import type { ParticipantLine } from './participant-columns.js';
import { participantList } from './participants.js';
import { tellCorrespondents } from './printed-heading.js';
import type { Reader } from './reader.js';
import { isRouting } from './routing.js';
import { pairOf, spokenList, talkIn } from './spoken-title.js';
import { matterOf, tellSubmitted, titleEnd } from './title-lines.js';

type OpenerChild = Opener['children'][number];

/** Reads the head block of a typescript: its blocks, in the order of the sheet, and what they tell, into `reader.facts`. */
export function readHeadBlock(lines: readonly LabelledLine[], reader: Reader): readonly Block[] {
  const block = new HeadBlock(lines, reader);
  let at = 0;
  while (at < lines.length) at = block.take(lines, at);
  return block.blocks;
}

class HeadBlock {
  /** The lines of its titles so far. */
  readonly #titled: Strand[] = [];
  readonly blocks: Block[] = [];
  readonly #reader: Reader;
  /** The children of the opener that the last block is; undefined where it is another. */
  #open: OpenerChild[] | undefined;
  /** Whether a list or a paragraph stands among the blocks, and whether anything but what is of the sheet does. */
  #hasText = false;
  #hasAny = false;
  /** The number of the last line that is a title. */
  readonly #lastTitle: number;

  constructor(lines: readonly LabelledLine[], reader: Reader) {
    this.#reader = reader;
    this.#lastTitle = lines.findLastIndex(({ kind }) => kind === 'head.title');
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
        this.#flush();
        const columns = labelColumns(lines, at);
        if (columns?.reordered !== undefined) this.#reader.reordered.push(columns.reordered);
        for (const own of columns?.labels ?? []) this.#add(readLabel(own, 0, this.#reader).block);
        if (columns !== undefined) return columns.next;
        const { block, next } = readLabel(lines, at, this.#reader);
        this.#add(block);
        return next;
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
        if (at < this.#lastTitle) {
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
        this.#list('subject', [{ element: 'item', attributes: {}, children: weave(this.#strand(line)) }]);
        return at + 1;
    }
  }

  #strand({ line }: LabelledLine): Strand {
    return this.#reader.strand(line);
  }

  #flush(pages: readonly SheetNode[] = this.#reader.pile.take()): void {
    if (pages.length > 0) this.#open = undefined;
    append(this.blocks, pages);
  }

  #add(block: Block): void {
    this.blocks.push(block);
    this.#open = undefined;
    this.#hasAny = true;
    this.#hasText ||= block.element === 'list' || block.element === 'p';
  }

  #letterhead(line: LabelledLine): void {
    const { facts } = this.#reader;
    this.#reader.sheet(line);
    const { text } = line.line;
    // Below a title only the town beside an office is one.
    if (line.forms.isTown && !line.forms.isOffice && facts.titles.length > 0 && facts.office === undefined) return;
    const isTown = line.forms.isTown || line.line.form === 'symbol';
    const isPlace = isTown && !line.forms.isOffice && !OF_PAPERS.test(text);
    if (isPlace) facts.town ??= { text: withoutStop(text), at: line.line.start };
    else facts.office ??= text;
  }

  /** A title on one line or on several; a second one below is a heading in the middle. */
  #title(lines: readonly LabelledLine[], at: number): number {
    const { facts } = this.#reader;
    const isSpoken =
      facts.titles.some(({ genre }) => genre === 'memorandum-of-telephone-conversation') && !facts.hasParticipants;
    if (isSpoken && partyIn(lines[at]?.line.text ?? '') !== undefined && lines[at]?.forms.isTitle === false)
      return this.#speakers(lines, at);
    const end = titleEnd(lines, at, this.#reader);
    this.#flush();
    const titled = lines.slice(at, end).map((line) => this.#strand(line));
    const children = titled.flatMap((strand, index) => (index === 0 ? weave(strand) : [LINE_BREAK, ...weave(strand)]));
    const text = titled.map((strand) => strand.text).join(' ');
    tellCorrespondents(text, facts);
    // The parts of a title can stand apart: `NOTE BY …`, `to the`, a council, `on`, its subject.
    append(this.#titled, titled);
    tellSubmitted(this.#titled, facts);
    const matter = matterOf(this.#titled);
    if (matter !== undefined) facts.subject ??= matter;
    const genre = genreOfTitle(text);
    const isFirst = facts.titles.length === 0;
    facts.titles.push({ text, ...(genre === undefined ? {} : { genre }), at: lines[at]?.line.start ?? 0 });
    const [only] = titled;
    const spoken = isFirst || titled.length > 1 || only === undefined ? undefined : spokenList(only, lines);
    if (spoken !== undefined) {
      facts.hasParticipants = true;
      this.#add(spoken);
      return end;
    }
    // `NOTE BY … to the …`
    const isAddressee = /^to(?: the)?$/i.test(facts.titles.at(-2)?.text ?? '') && facts.to.length === 0;
    if (isAddressee) facts.to.push({ element: 'orgName', name: text });
    // `… HELD AT THE FOREIGN OFFICE ON 17 FEBRUARY 1971`
    const place = heldAt(text);
    if (place !== undefined) facts.place ??= { text: place, at: lines[at]?.line.start ?? 0 };
    const talk = isFirst && !this.#hasAny && only !== undefined && titled.length === 1 ? talkIn(only) : undefined;
    if (talk !== undefined) {
      facts.hasParticipants = true;
      this.#add({ element: 'head', attributes: {}, children: weave(talk.head) });
      this.#add(talk.list);
    } else if (isFirst && !this.#hasAny) this.#add({ element: 'head', attributes: {}, children });
    else this.#add({ element: 'p', attributes: { rend: 'center' }, children });
    return end;
  }

  /** The names under TELCON: who speaks. */
  #speakers(lines: readonly LabelledLine[], at: number): number {
    this.#flush();
    let end = at;
    while (end < lines.length && lines[end]?.kind === 'head.title' && lines[end]?.line.group === lines[at]?.line.group)
      end++;
    const strands = lines.slice(at, end).map((line) => this.#strand(line));
    const [only] = strands;
    const pair = strands.length === 1 && only !== undefined ? pairOf(only) : undefined;
    const members = strands.map((strand): ParticipantLine => ({ strand, column: 0, blankBefore: 0, before: [] }));
    this.#reader.facts.hasParticipants = true;
    this.#list('participants', pair !== undefined ? [pair] : participantList(members, this.#reader.tools).children);
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
    // A stamp's date that cannot be read is no place.
    if (line.line.form === 'receipt') return [];
    if (line.forms.isTime) {
      facts.time ??= text.replace(/\s*[[(].*$|\s{2,}[a-z]{2,4}$/, '').trim();
      return [];
    }
    if (isConvening(text)) {
      const hour = hourOf(text);
      if (hour !== undefined) facts.time ??= hour;
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
    else if (!isRouting(names, lines, at, end)) append(this.#reader.facts.to, partiesAmong(names));
    this.#opener({ element: 'address', attributes: {}, children }, pages);
    return end;
  }

  /** Puts something into the opener; below a list it stands in a list of its own, since TEI has the opener before all else. */
  #opener(child: OpenerChild, pages: readonly SheetNode[] = this.#reader.pile.take()): void {
    if (this.#open !== undefined) {
      append(this.#open, [...pages, child]);
      return;
    }
    this.#flush(pages);
    if (this.#hasText) this.#list('subject', [{ element: 'item', attributes: {}, children: inlineOf(child) }]);
    else {
      const children = [child];
      this.#add({ element: 'opener', attributes: {}, children });
      this.#open = children;
    }
  }

  #list(type: string, children: List['children']): void {
    this.#add({ element: 'list', attributes: { type }, children });
  }
}
