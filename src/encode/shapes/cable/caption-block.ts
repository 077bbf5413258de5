import { classificationAlone } from '../../../grammar/classification-line.js';
import { isMarkingLine } from '../../regions/constructs/marking-line.js';
import type { CaptionLabel } from './cable-line.js';
import { captionOf } from './captions.js';
import type { Labels } from './labels.js';

const MAX_CAPTIONS = 60;

/**
 * The captions and labels between the classification line and the text.
 * @param hasMessage whether the classification line has been read
 * @returns where the text begins
 */
export function captionBlock(labels: Labels, from: number, hasMessage: boolean): number {
  const reader = new CaptionReader(labels, hasMessage, lastLabelOf(labels, from, hasMessage));
  let at = from;
  while (at < Math.min(labels.cable.end, from + MAX_CAPTIONS) && reader.take(at)) at++;
  return at;
}

/** Reads the lines of the block in their order. */
class CaptionReader {
  readonly #labels: Labels;
  readonly #lastLabel: number;
  /** The classification line has been read. */
  #isMarked: boolean;
  /** The labels that end the captions are still to come. */
  #isOpen = true;
  /** The label that the lines below can go on with. */
  #label: string | undefined;

  constructor(labels: Labels, isMarked: boolean, lastLabel: number) {
    this.#labels = labels;
    this.#isMarked = isMarked;
    this.#lastLabel = lastLabel;
  }

  /** Says what a line is; false where it is of the text. */
  take(at: number): boolean {
    const labels = this.#labels;
    const { caption, furniture, head, message, isEnd } = labels.sign(at);
    const isMark =
      message !== undefined ||
      furniture === 'classification' ||
      isMarkingLine(labels.text(at)) ||
      classificationAlone(labels.text(at)) !== undefined;
    if (!this.#isMarked && isMark) {
      labels.furniture[at] = undefined;
      labels.role[at] = 'message';
      this.#isMarked = true;
      return true;
    }
    if (furniture !== undefined) return !isEnd || labels.text(at) === 'BT';
    // Stamps and numbers above the classification line are of the communications centre.
    if (!this.#isMarked && head !== undefined) labels.furniture[at] = head;
    else if (caption !== undefined) this.#labelled(at, caption.name);
    else return this.#unlabelled(at);
    return true;
  }

  #labelled(at: number, name: CaptionLabel['name']): void {
    this.#labels.role[at] = 'label';
    this.#label = name;
    if (name === 'subject' || name === 'references') this.#isOpen = false;
  }

  #unlabelled(at: number): boolean {
    const labels = this.#labels;
    const name = valueWithoutLabel(labels, at);
    const isOwn = name !== undefined && name !== this.#label;
    if (!isOwn && this.#label !== undefined && continues(labels, at, this.#label)) labels.role[at] = 'more';
    else if (name !== undefined) {
      this.#labelled(at, name);
      labels.unlabelled.set(at, name);
    } else if (takeCaption(labels, at, this.#isOpen) || (at < this.#lastLabel && takeUnknown(labels, at))) {
      this.#label = undefined;
    } else return false;
    return true;
  }
}

/** The title of a military message, which has its own mark: `DEPLOYMENT OF ENGINEERS (U)`. */
const MARKED_TITLE = /^(?!\(|\d|[A-Z][.)]\s)[^a-z]{8,120}\s\((?:U|C|S|TS|FOUO)\)$/;
/** A reference of a military message: `A. JCS 2811/111853Z OCT 66`, `B. CINCPAC 042231Z MAY 67 (NOTAL)`. */
const LETTERED_REFERENCE =
  /^\(?[A-Z][.)]\s+(?:MY |YOUR )?[A-Z][A-Z .'/-]{1,30}\s?(?:\d{3,8}|\d{1,6}\/\d{6}Z|\d{6}Z)\b[^a-z.]{0,30}$/;

/** Which value of the caption block a line is that has no label, as military messages leave out SUBJ and REF. */
function valueWithoutLabel(labels: Labels, at: number): 'subject' | 'references' | undefined {
  const text = labels.text(at);
  if (MARKED_TITLE.test(text)) return 'subject';
  if (LETTERED_REFERENCE.test(text) && (/^\(?A/.test(text) || labels.role[at - 1] !== 'text')) return 'references';
  return undefined;
}

/** A passing instruction of such a length goes on below. */
const FULL_LINE = 48;
/** A passing instruction goes on below such an end. */
const OPEN_END = /(?:[,/]|\b(?:FROM|FOR|AND|THE|OF|TO|SECRETARY|ASSISTANT))$/i;

/** The last of the labels that follow before the text begins: what stands above it is of the captions. */
function lastLabelOf(labels: Labels, from: number, hasMessage: boolean): number {
  let last = from;
  for (let at = from; at < Math.min(labels.cable.end, from + MAX_CAPTIONS); at++) {
    const { caption, isLast, group, address, page, message } = labels.sign(at);
    // Another transmission begins: of a further section, or of what is quoted.
    if (group !== undefined || address?.name === 'FM' || page !== undefined || (hasMessage && message !== undefined))
      break;
    if (caption !== undefined) last = at;
    else if (isLast || beginsText(labels.text(at))) break;
  }
  return last;
}

/** A line above the last label that is no caption known; a sentence there is of the text. */
function takeUnknown(labels: Labels, at: number): boolean {
  const text = labels.text(at);
  const isSentence = /[a-zA-Z]{2}[.?!:]$/.test(text) && text.split(' ').length >= FEWEST_WORDS;
  if (text.length > LONGEST_CAPTION || isSentence) return false;
  labels.role[at] = 'note';
  labels.doubt(at, 'note');
  return true;
}

const LONGEST_CAPTION = 90;
/** A sentence has at least so many words. */
const FEWEST_WORDS = 4;

/** Reads a line without a label; says whether it is one of the captions. */
function takeCaption(labels: Labels, at: number, isOpen: boolean): boolean {
  const text = labels.text(at);
  if (beginsText(text)) return false;
  const read = captionOf(text, isOpen);
  const above = labels.role[at - 1] === 'pass' && labels.blank(at) === 0 ? labels.text(at - 1) : '';
  const isBroken = OPEN_END.test(above) || (above.length >= FULL_LINE && text === text.toUpperCase());
  if (isBroken && read?.isDoubtful !== false) {
    labels.role[at] = 'pass';
    return true;
  }
  if (read === undefined) return false;
  labels.role[at] = read.kind;
  if (read.isDoubtful) labels.doubt(at, read.kind === 'handling' ? 'handling' : 'note');
  return true;
}

/** The width to which cables are typed. */
const MEASURE = 69;
/** A line with more room than this at its end was ended there. */
const ROOM = 18;

/** Whether a line goes on with the value of the label above. */
function continues(labels: Labels, at: number, label: string): boolean {
  const text = labels.text(at);
  const isMark = labels.blank(at) > 0 && /^\((?:U|C|S)\)\s/.test(text);
  if (label === 'references' && /^\(?[A-Z][.)]\s/.test(text) && !isMark) return true;
  if (labels.blank(at) > 0 || beginsText(text)) return false;
  const isValue = label === 'subject' || label === 'references' || label === 'classified-by';
  if (!isValue && captionOf(text, true)?.isDoubtful === false) return false;
  if (/^(?:EXDIS|NODIS|LIMDIS|SIPDIS|NOFORN)$/.test(text)) return false;
  // A line that breaks off long before the edge ends the value.
  const above = labels.sheet.lines[at - 1];
  const word = /^\S+/.exec(text)?.[0].length ?? 0;
  const room = MEASURE - (above?.text.length ?? 0) - (above?.indent ?? 0) - word;
  if (label === 'references' && captionOf(text, false)?.isDoubtful === false) return false;
  const isOpen = label === 'references' && /[,;(]$|\bAND$/.test(labels.text(at - 1));
  return isOpen || room < ROOM || (isValue && endsSoon(labels, at));
}

/** The value of a label has at most so many further lines. */
const MORE_LINES = 3;

/** Whether an empty line, a label or a numbered paragraph stands not far below, so that the lines above it are of one value. */
function endsSoon(labels: Labels, at: number): boolean {
  for (let below = at + 1; below <= at + MORE_LINES; below++) {
    if (labels.blank(below) > 0 || labels.sign(below)?.caption !== undefined || beginsText(labels.text(below)))
      return true;
  }
  return false;
}

/** A numbered paragraph, a summary, a rule or a portion mark: no line of the captions begins so. */
export function beginsText(text: string): boolean {
  return /^¶?\s?\(?\d{1,2}[.)](?:\s|[A-Z(])|^\((?:TS|S|C|U|SBU|LOU)(?:\/+[A-Z]+)?\)\s|^(?:BEGIN )?SUMMARY\b|^-{3,}|^QUOTE\b|^(?:FOL|FOLLOWING)\b/i.test(
    text,
  );
}
