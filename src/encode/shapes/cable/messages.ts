import type { ClassificationLine } from '../../../grammar/classification-line.js';
import type { DateTimeGroup } from '../../../grammar/date-time-group.js';
import type { Line } from '../../page/segment.js';
import { isSignature } from '../../regions/constructs/closer.js';
import { type Signs, signsOf } from './cable-line.js';

/** The lines of a raw text with what each can be by itself. */
export interface Sheet {
  readonly lines: readonly Line[];
  readonly signs: readonly Signs[];
}

/** The transmission lines of a message: date-time group, FM, TO, INFO, up to its classification line. */
export interface Transmission {
  /** The first line of the page that it stands on: routing, distribution, drafting. */
  readonly head: number;
  /** Its own first line. */
  readonly start: number;
  /** The line after its last. */
  readonly end: number;
  readonly group?: DateTimeGroup;
  readonly message?: ClassificationLine;
}

/** A cable: its transmission, and those of its further sections. */
export interface Cable {
  readonly start: number;
  readonly end: number;
  readonly first: Transmission | undefined;
  readonly sections: readonly Transmission[];
  /** Transmissions of other telegrams that its text quotes; those that nothing says to be quoted are doubted. */
  readonly quoted: readonly (Transmission & { readonly isDoubtful: boolean })[];
  /** Nothing but its transmission says that it is a cable of its own, and not quoted in the one before. */
  readonly isDoubtful: boolean;
}

/** How many lines the transmission block and the head of a page can have. */
const MAX_BLOCK = 90;
const MAX_HEAD = 60;

/** The cables of a raw text. */
export function cutCables(lines: readonly Line[]): { readonly sheet: Sheet; readonly cables: readonly Cable[] } {
  const sheet: Sheet = { lines, signs: lines.map(({ text }) => signsOf(text)) };
  const cables: Cable[] = [];
  let isText = 0;
  for (const block of transmissions(sheet)) {
    const current = cables.at(-1);
    if (current === undefined) {
      cables.push({
        start: 0,
        end: lines.length,
        first: { ...block, head: 0 },
        sections: [],
        quoted: [],
        isDoubtful: false,
      });
    } else {
      const kind = kindOf(sheet, current, block, isText);
      if (kind === 'section') cables[cables.length - 1] = { ...current, sections: [...current.sections, block] };
      else if (kind === 'quoted' || kind === 'quoted?') {
        const quoted = [...current.quoted, { ...block, isDoubtful: kind === 'quoted?' }];
        cables[cables.length - 1] = { ...current, quoted };
      } else {
        cables[cables.length - 1] = { ...current, end: block.head };
        const isDoubtful = kind === 'cable?';
        cables.push({ start: block.head, end: lines.length, first: block, sections: [], quoted: [], isDoubtful });
      }
    }
    isText = block.end;
  }
  if (cables.length > 0) return { sheet, cables };
  return {
    sheet,
    cables: [{ start: 0, end: lines.length, first: undefined, sections: [], quoted: [], isDoubtful: false }],
  };
}

/** The transmission blocks of a text, quoted ones too. */
function transmissions(sheet: Sheet): readonly Transmission[] {
  const found: Transmission[] = [];
  let after = 0;
  for (let at = 0; at < sheet.lines.length; at++) {
    const block = transmissionAt(sheet, at);
    if (block === undefined) continue;
    found.push({ ...block, head: headOf(sheet, block.start, after) });
    after = block.end;
    at = block.end - 1;
  }
  return found;
}

/** The transmission that begins at a line: at least two of date-time group, FM, TO, INFO and classification line; or the head of a further section. */
function transmissionAt(sheet: Sheet, start: number): Omit<Transmission, 'head'> | undefined {
  const first = sheet.signs[start];
  if (first === undefined) return undefined;
  if ((first.message?.section?.number ?? 1) > 1)
    return { start, end: start + 1, ...(first.message && { message: first.message }) };
  const isSender = first.address?.name === 'FM' && !isClause(sheet.lines[start]?.text ?? '');
  const begins = (first.group?.precedence.length ?? 0) > 0 || isSender;
  return begins ? new TransmissionReader(sheet, start).read() : undefined;
}

/** `FROM 840 TO 905.`: the end of a sentence that begins its line with a word of addresses. */
function isClause(text: string): boolean {
  return /^\w+\s.*(?:\d|\p{L}{3})[.,;]$|^FROM\s(?:\d|.*\sTO\s)/u.test(text);
}

class TransmissionReader {
  readonly #sheet: Sheet;
  readonly #start: number;
  readonly #kinds = new Set<string>();
  #group: DateTimeGroup | undefined;
  #lastAddress: number;

  constructor(sheet: Sheet, start: number) {
    this.#sheet = sheet;
    this.#start = start;
    this.#lastAddress = start;
  }

  read(): Omit<Transmission, 'head'> | undefined {
    const { lines, signs } = this.#sheet;
    for (let at = this.#start; at < Math.min(lines.length, this.#start + MAX_BLOCK); at++) {
      const text = lines[at]?.text ?? '';
      const message = signs[at]?.message;
      if (message !== undefined) {
        this.#kinds.add('message');
        return this.#made(at + 1, message);
      }
      if (text === 'BT') {
        // The classification line stands below BT, which begins the text (ACP 127).
        const below = [1, 2].map((by) => at + by).find((line) => signs[line]?.message !== undefined);
        return this.#made((below ?? at) + 1, below === undefined ? undefined : signs[below]?.message);
      }
      if (!this.#take(at, text)) break;
    }
    return this.#made(this.#lastAddress + 1, undefined);
  }

  /** Takes a line into the block; says whether it can be of it. */
  #take(at: number, text: string): boolean {
    const sign = this.#sheet.signs[at];
    if (sign === undefined || sign.caption !== undefined || sign.isLast || isText(text)) return false;
    const isSecondSender = sign.address?.name === 'FM' && this.#kinds.has('FM');
    if (isSecondSender || (sign.group !== undefined && this.#group !== undefined)) return false;
    if (sign.group !== undefined) {
      this.#group = sign.group;
      this.#kinds.add('group');
    } else if (sign.address !== undefined) this.#kinds.add(sign.address.name);
    else if (this.#lastAddress !== at - 1 || (this.#sheet.lines[at]?.blankBefore ?? 0) > 0) return true;
    this.#lastAddress = at;
    return true;
  }

  #made(end: number, message: ClassificationLine | undefined): Omit<Transmission, 'head'> | undefined {
    if (this.#kinds.size < 2) return undefined;
    return { start: this.#start, end, ...(message && { message }), ...(this.#group && { group: this.#group }) };
  }
}

/** Whether a line is of a text, and no line of a transmission. */
function isText(text: string): boolean {
  return (
    text.length > 90 ||
    /^\(?\d{1,2}[.)]\s/.test(text) ||
    /\p{Ll}{3}.*\s\p{Ll}{2,}/u.test(text) ||
    /[A-Z]{3}[.?!]$/.test(text)
  );
}

/** A line of words with one blank between them, or the beginning of a numbered paragraph: not of a page's head. */
function isProse(text: string): boolean {
  return /^\(?\d{1,2}[.)]\s/.test(text) || (!/\s{3,}|\d{4,}/.test(text) && text.split(' ').length >= 6);
}

/** The first line of the head of the page that a transmission stands on; not before `floor`. */
function headOf({ lines, signs }: Sheet, start: number, floor: number): number {
  let head = start;
  let misses = 0;
  let isTop = false;
  for (let at = start - 1; at >= Math.max(floor, start - MAX_HEAD); at--) {
    const sign = signs[at];
    const text = lines[at]?.text ?? '';
    if (sign === undefined || sign.isLast || (sign.isEnd && isTop)) break;
    const isMark = sign.furniture === 'classification';
    if (sign.head !== undefined && sign.furniture !== 'stamp') {
      head = at;
      if (isMark && isTop) break; // the marking above this one is at the foot of the page before
      isTop ||= sign.page !== undefined || /^V?ZCZC/.test(text);
    } else {
      misses++;
      if (isTop ? misses > 2 || text.length > 30 : misses > 12 || isText(text) || isProse(text)) break;
    }
    if (isTop) misses = Math.max(misses, 1);
  }
  return head;
}

/** Whether a transmission that comes after a text is of a further section, of another cable, or quoted. */
function kindOf(
  sheet: Sheet,
  current: Cable,
  block: Transmission,
  textStart: number,
): 'section' | 'cable' | 'cable?' | 'quoted' | 'quoted?' {
  const { lines, signs } = sheet;
  if (isSectionOf(current, block)) return 'section';
  const between = signs.slice(block.head, block.start);
  const isOnPage = between.some((sign) => sign.isRouting || sign.page === 1 || sign.head === 'distribution');
  const above = lastText(sheet, block.head, textStart);
  const hasEnded = signs.slice(above + 1, block.head).some((sign) => sign.isLast || sign.isEnd);
  if (isOnPage || hasEnded) return 'cable';
  const text = lines[above]?.text ?? '';
  const isSigned = /^[A-Z][A-Z'’ .-]{2,30}[#*]*$/.test(text) && isSignature(text.replace(/[#*]+$/, ''));
  if (/\b(?:QUOTE|QTE|FOLLOWING|FOL|REPEAT(?:ED)?|RPT|RPTD|READS|TEXT|TELEGRAM|MESSAGE)\b[^A-Z]*$|:$/i.test(text))
    return 'quoted';
  if (/\b(?:UN)?QUOTE\b/.test(text)) return 'quoted';
  return isSigned ? 'cable?' : 'quoted?';
}

/** Whether a transmission goes on with a cable: a later section with the number, or the group, of the first. */
function isSectionOf({ first, sections }: Cable, { message, group }: Transmission): boolean {
  const number = (line: ClassificationLine | undefined): string | undefined => line?.message?.replace(/^.*\s0*/, '');
  const last = sections.at(-1) ?? first;
  const known = number(first?.message);
  const own = number(message);
  if ((message?.section?.number ?? 1) > 1) {
    if (known !== undefined && own !== undefined) return known === own;
    if (group !== undefined && first?.group !== undefined) return group.when === first.group.when;
    return message?.section?.number === (last?.message?.section?.number ?? 1) + 1;
  }
  return false;
}

/** The last line before `at` that is of no page; `floor` - 1 where there is none. */
function lastText({ signs }: Sheet, at: number, floor: number): number {
  let above = at - 1;
  while (above >= floor && signs[above]?.furniture !== undefined) above--;
  return above;
}
