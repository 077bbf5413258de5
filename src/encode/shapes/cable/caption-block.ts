import { captionOf } from './captions.js';
import type { Labels } from './labels.js';

const MAX_CAPTIONS = 60;

/**
 * The captions and labels between the classification line and the text.
 * @param hasMessage whether the classification line has been read
 * @returns where the text begins
 */
export function captionBlock(labels: Labels, from: number, hasMessage: boolean): number {
  let isMarked = hasMessage;
  let isOpen = true;
  let label: string | undefined;
  const lastLabel = lastLabelOf(labels, from, hasMessage);
  let at = from;
  for (; at < Math.min(labels.cable.end, from + MAX_CAPTIONS); at++) {
    const { caption, furniture, message, isEnd } = labels.sign(at);
    if (!isMarked && (message !== undefined || furniture === 'classification')) {
      labels.furniture[at] = undefined;
      labels.role[at] = 'message';
      isMarked = true;
    } else if (furniture !== undefined) {
      if (isEnd && labels.text(at) !== 'BT') break;
    } else if (caption !== undefined) {
      labels.role[at] = 'label';
      label = caption.name;
      if (label === 'subject' || label === 'references') isOpen = false;
    } else if (unlabelled(labels, at) !== undefined) {
      const name = unlabelled(labels, at);
      labels.role[at] = label === 'references' && name === 'references' ? 'more' : 'label';
      if (labels.role[at] === 'label' && name !== undefined) labels.unlabelled.set(at, name);
      label = name;
      isOpen = false;
    } else if (label !== undefined && continues(labels, at, label)) {
      labels.role[at] = 'more';
    } else if (takeCaption(labels, at, isOpen) || (at < lastLabel && takeUnknown(labels, at))) {
      label = undefined;
    } else break;
  }
  return at;
}

/** The title of a military message, which has its own mark: `DEPLOYMENT OF ENGINEERS (U)`. */
const MARKED_TITLE = /^(?!\(|\d|[A-Z][.)]\s)[^a-z]{8,120}\s\((?:U|C|S|TS|FOUO)\)$/;
/** A reference of a military message: `A. JCS 2811/111853Z OCT 66`, `B. CINCPAC 042231Z MAY 67 (NOTAL)`. */
const LETTERED_REFERENCE = /^\(?[A-Z][.)]\s+(?:MY |YOUR )?[A-Z][A-Z .'/-]{1,30}\s?(?:\d{3,8}|\d{1,6}\/\d{6}Z|\d{6}Z)\b[^a-z.]{0,30}$/;

/** Which value of the caption block a line is that has no label, as military messages leave out SUBJ and REF. */
function unlabelled(labels: Labels, at: number): 'subject' | 'references' | undefined {
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
