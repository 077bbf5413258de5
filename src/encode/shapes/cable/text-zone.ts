import { classificationAlone } from '../../../grammar/classification-line.js';
import { beginsText } from './caption-block.js';
import { captionOf, partsOf } from './captions.js';
import { keyOf, type Labels } from './labels.js';
import type { Cable } from './messages.js';
import { afterEnd, pageTurn } from './page-head.js';
import { attributesStart, findSignature, isHeading, isRule } from './text-lines.js';

/** A stretch of text between two headers, or after the last. */
export interface Zone {
  readonly from: number;
  readonly to: number;
  readonly quoted: Cable['quoted'];
  /** The lines of the first page's head. */
  readonly heads: ReadonlySet<string>;
  readonly isFinal: boolean;
}

/** Says what the lines of a text are: turns of pages, what stands after its end, headings, quoted transmissions. */
export function textZone(labels: Labels, zone: Zone): void {
  const end = endOf(labels, zone);
  afterEnd(labels, end, zone.to);
  marksAtEnd(labels, zone.from, end);
  for (const block of zone.quoted) {
    if (block.start < zone.from || block.start >= end) continue;
    const isOpened = /\b\d{6}Z\b/.test(labels.text(block.start - 1)) && labels.isText(block.start - 1);
    for (let at = isOpened ? block.start - 1 : block.start; at < block.end; at++) labels.role[at] = 'quoted';
    // `USUN 6512` below the addresses of a telegram without a classification line
    if (/^[A-Z][A-Z ]+ \d{3,6}$/.test(labels.text(block.end))) labels.role[block.end] = 'quoted';
  }
  stamps(labels, zone.from, end);
  loneMarks(labels, zone.from, end);
  for (let at = zone.from; at < end; at++) {
    if (!labels.isText(at)) continue;
    if (isQuotedCaption(labels, at)) labels.role[at] = 'quoted';
    else if (isHeading(labels.sheet.lines, at)) {
      if (isRule(labels.text(at))) labels.furniture[at] = 'rule';
      else if (labels.isText(at + 1)) labels.role[at] = 'heading';
    }
  }
}

/** Below the last words of a text, and before the head of the next page, its markings are repeated: `S E C R E T`, `NODIS`. */
function marksAtEnd(labels: Labels, from: number, end: number): void {
  for (let at = end - 1; at > from; at--) {
    if (labels.furniture[at] !== undefined) continue;
    const text = labels.text(at);
    if (classificationAlone(text) === undefined && partsOf(text) === undefined) return;
    labels.furniture[at] = 'classification';
  }
}

/** A text in capitals has at least so many lines. */
const FEWEST = 6;

/** In a text of capitals a line in small letters is no word of the message: an archive has put it on the page. */
function stamps(labels: Labels, from: number, end: number): void {
  const small: number[] = [];
  let capitals = 0;
  for (let at = from; at < end; at++) {
    if (!labels.isText(at)) continue;
    if (isInSmallLetters(labels.text(at))) small.push(at);
    else capitals++;
  }
  if (capitals < FEWEST || small.length * 4 > capitals) return;
  const keys = new Map<string, number>();
  for (const at of small) keys.set(keyOf(labels.text(at)), (keys.get(keyOf(labels.text(at))) ?? 0) + 1);
  for (const at of small) {
    labels.furniture[at] = 'stamp';
    const isRepeated = (keys.get(keyOf(labels.text(at))) ?? 0) > 1;
    if (!isRepeated && !/\d/.test(labels.text(at))) labels.doubt(at, 'small-letters');
  }
}

/** A classification alone between two lines of the text, where no page turns, may be a word of it. */
function loneMarks(labels: Labels, from: number, end: number): void {
  for (let at = from; at < end; at++) {
    if (labels.furniture[at] !== 'classification') continue;
    let last = at;
    while (last + 1 < end && labels.furniture[last + 1] !== undefined) last++;
    const run = labels.furniture.slice(at, last + 1);
    const isInside = at > from && last + 1 < end && labels.furniture[at - 1] === undefined;
    if (isInside && run.length === 1) labels.doubt(at, 'lone-mark');
    at = last;
  }
}

/** Where the text ends; on the way pages are turned. */
function endOf(labels: Labels, { from, to, heads, isFinal }: Zone): number {
  let end = to;
  for (let at = from; at < to; at++) {
    const sign = labels.sign(at);
    if (sign.page !== undefined) pageTurn(labels, at, from, heads);
    if (sign.isEnd && (sign.isLast || isFinal || endsHere(labels, at, to))) {
      end = at;
      break;
    }
  }
  return isFinal ? Math.min(end, attributesStart(labels.sheet.lines, from, end)) : end;
}

/** Whether the text ends at a sign of its end (`BT`), so that nothing but signs stand up to the next header. */
function endsHere(labels: Labels, at: number, to: number): boolean {
  for (let below = at + 1; below < to; below++) {
    if (labels.sign(below).head === undefined) return false;
  }
  return true;
}

/** `E.O. 11652: GDS`, `C O N F I D E N T I A L BONN 12188` inside a text are of a telegram that it quotes. */
function isQuotedCaption(labels: Labels, at: number): boolean {
  const { caption, message } = labels.sign(at);
  if (message?.message !== undefined) return true;
  if (caption !== undefined && caption.name !== 'classified-by') return true;
  const isBelow = labels.role[at - 1] === 'quoted' && labels.sign(at - 1).caption !== undefined;
  return isBelow && labels.blank(at) === 0 && !beginsText(labels.text(at)) && labels.text(at).length <= SHORT;
}

const SHORT = 50;

/** Whether a line of a further section's header repeats the first header. */
export function isRepeatedHeader(labels: Labels, at: number, said: string): boolean {
  const text = labels.text(at).replace(/\s+/g, ' ');
  if (labels.sign(at).caption !== undefined || said.includes(text)) return true;
  return labels.blank(at) > 0 && !beginsText(text) && captionOf(text, true)?.isDoubtful === false;
}

/** The name under the last line of the text, and the same under each section. */
export function signatures(labels: Labels, from: number): void {
  const { start, end, sections } = labels.cable;
  const found = findSignature(labels.sheet.lines, from, end, (at) => labels.isText(at));
  if (found === undefined) {
    closingLines(labels, from);
    return;
  }
  const { at, offset, isDoubtful } = found;
  if (isDoubtful) labels.doubt(at, 'signature');
  if (offset > 0) labels.signatureAt = { line: at, offset };
  else labels.role[at] = 'signature';
  for (let below = at + 1; below < end; below++) {
    if (labels.furniture[below] === undefined)
      labels.furniture[below] = isClearance(labels.text(below)) ? 'drafting' : 'transmission';
  }
  // Who cleared it stands above the name too: `CLEARANCE: DCM:HPRECHT`.
  for (let above = at - 1; offset === 0 && above > from && isClearance(labels.text(above)); above--)
    labels.furniture[above] = 'drafting';
  const name = labels.text(at).slice(offset);
  for (const section of sections) {
    let last = section.head - 1;
    while (last > start && labels.furniture[last] !== undefined) last--;
    if (labels.text(last) === name && labels.isText(last)) labels.furniture[last] = 'section';
  }
}

/** What stands below a text that nobody signs: the group of downgrading, notes of the communications centre. */
function closingLines(labels: Labels, from: number): void {
  const { end } = labels.cable;
  for (let at = end - 1; at > from; at--) {
    if (!labels.isText(at)) continue;
    if (!CLOSING.test(labels.text(at))) return;
    labels.furniture[at] = isClearance(labels.text(at)) ? 'drafting' : 'transmission';
  }
}

const CLOSING =
  /^(?:\d{1,4}|(?:GP|GROUP)[- ]?\d\.?|X?GDS(?:[- ]\d)?|DECL(?:ASSIFY|AS)?\b.{0,40}|END(?: OF MESSAGE)?|NOTE\s*:.{0,80}|ADV(?:ANCE)? COP(?:Y|IES)\b.{0,60}|CORRECTION\b.{0,60}|(?:DRAFTED|APPROVED|CLEARED|CLEARANCES?)(?: BY)?\s*:.*)$/;

function isClearance(text: string): boolean {
  return /^(?:DRAFTED|APPROVED|CLEARED|CLEARANCES?)(?: BY)?\s*:/i.test(text);
}

/** Whether two words of a line have small letters one after the other. */
function isInSmallLetters(text: string): boolean {
  const first = text.search(/\p{Ll}{3}/u);
  const gap = first < 0 ? -1 : text.slice(first).search(/\s/);
  return gap >= 0 && /\p{Ll}{3}/u.test(text.slice(first + gap));
}
