import { isMarkingLine } from '../../../regions/constructs/marking-line.js';
import { DRAFTING_LABEL } from '../cable-line.js';
import { isNameLine } from '../text-lines.js';
import { isDated } from './form-dates.js';
import type { FormLabels } from './form-labels.js';
import { citeLine, drafterLine, END_OF_MESSAGE, isFootForm, isInitials } from './form-words.js';

/** A line of the foot that no form knows is not longer. */
const LONGEST = 48;
/** A line that stands so much further in than the text stands apart from it. */
const DEEP = 12;

/** What stands below the text on the last sheet: signature, initials, drafting and clearances, stamps and notes. */
export function formFoot(labels: FormLabels, from: number, to: number): void {
  const end = draftingStart(labels, from, to);
  drafting(labels, end, to);
  const over = endOfMessage(labels, from, end);
  const start = Math.min(footStart(labels, from, end), over);
  // Nobody signs a message of the Agency, nor below its end.
  let isSigned = labels.lines.some(({ text }) => citeLine(text) !== undefined);
  for (let at = start; at < end; at++) {
    if (labels.furniture[at] !== undefined) continue;
    const text = labels.text(at);
    if (!isSigned && at < over && isSignatureAt(labels, at)) {
      labels.role[at] = 'signature';
      isSigned = true;
      if (labels.blank(at) === 0 && labels.indent(at) < DEEP) labels.doubt(at, 'signature');
    } else {
      const isDrafting = isInitials(text) || drafterLine(text) !== undefined;
      labels.furniture[at] = isMarkingLine(text) ? 'classification' : isDrafting ? 'drafting' : 'transmission';
      if (!isDrafting && !isFootForm(text) && !isBelowKnown(labels, at)) labels.doubt(at, 'foot');
    }
  }
}

/** Where a message says that it ends, so that all below is of the foot; `end` where it does not. */
function endOfMessage(labels: FormLabels, from: number, end: number): number {
  for (let at = end - 1; at > from; at--) {
    if (END_OF_MESSAGE.test(labels.text(at)) && labels.blank(at) > 0) return at;
    if (/^\(?\d{1,2}[.)]\s/.test(labels.text(at))) break;
  }
  return end;
}

/** What stands at the foot of a sheet that another one follows: nothing but what is known to be of a foot. */
export function sheetFoot(labels: FormLabels, from: number, to: number): void {
  for (let at = to - 1; at > from; at--) {
    if (labels.furniture[at] !== undefined) continue;
    if (!isFootForm(labels.text(at))) break;
    labels.furniture[at] = isMarkingLine(labels.text(at)) ? 'classification' : 'transmission';
  }
}

/** Where the block of drafting and clearances begins; a label of the form in it can stand in the second column. */
function draftingStart(labels: FormLabels, from: number, to: number): number {
  let start = to;
  for (let at = to - 1; at > from; at--) {
    const text = labels.text(at);
    if (
      /^(?:Drafted|Drafting|Clearances?|Cleared|Approved|Authorized)\b.{0,20}:/i.test(text) &&
      DRAFTING_LABEL.test(text)
    )
      start = at;
    else if (/^Telegraphic transmission\b/i.test(text)) start = at;
  }
  return start;
}

function drafting(labels: FormLabels, from: number, to: number): void {
  let isOver = false;
  for (let at = from; at < to; at++) {
    if (labels.furniture[at] !== undefined) continue;
    const text = labels.text(at);
    isOver ||= isMarkingLine(text) || (isFootForm(text) && !isInitials(text) && !isDated(text));
    labels.furniture[at] = isMarkingLine(text) ? 'classification' : isOver ? 'transmission' : 'drafting';
  }
}

/** Where the foot begins: the first line of a run up to the end that holds no sentence, and is known or a name. */
function footStart(labels: FormLabels, from: number, end: number): number {
  const signed = signedWithInitials(labels, from, end);
  if (signed !== undefined) return signed;
  let at = end;
  while (at - 1 > from && isFootLike(labels, at - 1)) at--;
  while (at < end && !isFootForm(labels.text(at)) && labels.furniture[at] === undefined && !isSignatureAt(labels, at))
    at++;
  // A sentence above the signature is of the text: `Repeated to Paris.`
  while (at < end && /^\p{Lu}\p{Ll}.*\s\S*\p{Ll}\.$/u.test(labels.text(at)) && isFollowedBySignature(labels, at, end))
    at++;
  return at;
}

/** A name with the initials of who drafted and typed below it: nothing else stands so. */
function signedWithInitials(labels: FormLabels, from: number, end: number): number | undefined {
  for (let at = end - 1; at > from + 1; at--) {
    if (isInitials(labels.text(at)) && labels.text(at).includes(':') && isSignatureAt(labels, at - 1)) return at - 1;
  }
  return undefined;
}

function isFollowedBySignature(labels: FormLabels, from: number, end: number): boolean {
  for (let at = from + 1; at < end; at++) if (isSignatureAt(labels, at)) return true;
  return false;
}

function isFootLike(labels: FormLabels, at: number): boolean {
  if (labels.furniture[at] !== undefined) return true;
  const text = labels.text(at);
  if (isFootForm(text)) return !/^[A-Z]{2,5}$/.test(text) || /^(.)\1+$/.test(text) || labels.blank(at) > 0;
  // The second line of a rule that is printed on the form.
  if (labels.blank(at) === 0 && isFootForm(labels.text(at - 1)) && labels.text(at - 1).length > LONGEST) return true;
  return (
    text.replace(/\s{2,}/g, ' ').length <= LONGEST &&
    labels.role[at] === 'text' &&
    !/[.?!,;]["”’)]?$/.test(text) &&
    !/^\(?\d{1,2}[.)]\s/.test(text)
  );
}

/** Whether a line is the name of who signs: apart from the text above it, by an empty line or by its column. */
function isSignatureAt(labels: FormLabels, at: number): boolean {
  const text = labels.text(at);
  const name = text.replace(
    /,\s*(?:ACTING|CHARG[EÉ](?: D['’]AFFAIRES)?|CONSUL(?: GENERAL)?|MINISTER|AMBASSADOR)$/i,
    '',
  );
  if (!isNameLine(name) || isInitials(text) || isFootForm(text) || isMarkingLine(text)) return false;
  const isApart = labels.blank(at) > 0 || labels.indent(at) >= DEEP;
  // A symbol of an office below an empty line is none: `NE`.
  return isApart && (text.length > 3 || labels.indent(at) >= DEEP);
}

/** Whether a line goes on with a stamp or a list of the foot: right below it, or hung from it. */
function isBelowKnown(labels: FormLabels, at: number): boolean {
  const text = labels.text(at);
  if (/^[A-Z/-]{1,6}$/.test(text) || isDated(text)) return true;
  // What an editor of the message adds: `CS COMMENT: …`, `WH COMMENT: …`
  if (/^[A-Z/]{2,8} COMMENT\s*:/.test(text)) return true;
  return labels.blank(at) === 0 && (labels.furniture[at - 1] !== undefined || labels.role[at - 1] === 'signature');
}
