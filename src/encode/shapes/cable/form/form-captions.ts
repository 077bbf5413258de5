import { isMarkingLine } from '../../../regions/constructs/marking-line.js';
import { captionOf } from '../captions.js';
import { isRule } from '../text-lines.js';
import { isDated } from './form-dates.js';
import type { FormLabels } from './form-labels.js';
import { BRITISH_PRECEDENCE, citeLine, isFormPageHead } from './form-words.js';

/** To whom a telegram was sent besides: `SENT DEPARTMENT 212, REPEATED ROME 61`, `Addressed to Foreign Office telegram No. 412 of 14th May`. */
const SENT_TO =
  /^(?:SENT|RPTD|RPT|REPEATED|PASSED|(?:Also )?[Rr]epeated|Addressed|ADDRESSED)\b(?:.*\d|.*\b(?:[Tt]o|TO)\b|\s+[A-Z])/;
/** The same by the words of the two kinds of addressees: `ACTION DEPARTMENT 1207, INFORMATION LIMA 113`. */
const ACTION_INFO = /^ACTION\s+[A-Z][A-Z ]+\d.*\bINFO(?:RMATION)?\b/;
/** `CORRECTION ISSUED 12/6/57`, `(SECTION ONE OF TWO)`, `ADVANCE COPY TO S/S-O`. */
const NOTED =
  /^\(?(?:CORRECTION|CORRECTED COPY|SECTION \w+ OF|PART \w+ OF|ADVANCE COPY|PLAIN|GRAY|NO NIGHT ACTION$|STATE(?: \d{1,6})?$)/;
const TELEGRAM = '(?:tel(?:egram)?s?|desp(?:atch)?(?:es)?|airgrams?|letter|messages?|circtels?|cables?)';
/** A reference by itself: `Embtel 2780`, `Deptels 1498 and 1502`, `My telegram No. 398.`, `Your telegram No. 12: Korea.`, `My immediately preceding telegram.` */
const REFERENCE = new RegExp(
  `^(?:Re(?:f(?:erence)?)?\\s*)?(?:(?:(?:My|Your|Our|Embassy['’]?s?|Department['’]?s?)\\s+(?:\\w+\\s+){0,2}|Emb|Dept?|Con|Leg|Circ|\\p{Lu}\\p{Ll}+\\s)${TELEGRAM})(?:\\s+(?:No[s.]*\\s*)?\\d{1,5}(?:\\s*(?:,|and|to)\\s*(?:No[s.]*\\s*)?\\d{1,5})*)?(?:\\s+of\\s+[^.:]{3,20})?\\s*(?:\\[[^\\]]*\\])?(?:[:.].{0,40})?$|^(?:M[IY]PT|MIFT|(?:MY|YOUR)\\s+TELNO\\s+\\d+)\\b.{0,50}$|^Ref(?:erence)?:?\\s+[A-Z][A-Za-z ]{2,20}\\s\\d{2,5}\\.?$`,
  'iu',
);
const LONGEST_REFERENCE = 70;

/**
 * What stands between the head of a form and its text: markings, captions, to whom it was repeated, references, subject.
 * @returns where the text begins
 */
export function formCaptions(labels: FormLabels, from: number, to: number): number {
  let at = from;
  let open: 'pass' | 'label' | undefined;
  for (; at < to; at++) {
    if (labels.furniture[at] !== undefined) continue;
    if (open !== undefined && goesOn(labels, at, open)) {
      labels.role[at] = 'more';
      continue;
    }
    open = undefined;
    if (!take(labels, at)) break;
    if (labels.role[at] === 'pass') open = 'pass';
    else if (labels.role[at] === 'label') open = 'label';
  }
  return at;
}

/** Says what a line is; false where it is of the text. */
function take(labels: FormLabels, at: number): boolean {
  const text = labels.text(at);
  const { caption, message } = labels.sign(at);
  if (isMarkingLine(text)) labels.furniture[at] = 'classification';
  else if (isRule(text)) labels.furniture[at] = 'rule';
  else if (isFormPageHead(text)) labels.furniture[at] = 'pageNum';
  else if (isDated(text)) labels.role[at] = 'dateline';
  else if (caption !== undefined) labels.role[at] = 'label';
  else if (message !== undefined) labels.role[at] = 'message';
  else if (citeLine(text) !== undefined || NOTED.test(text) || BRITISH_PRECEDENCE.test(text)) labels.role[at] = 'note';
  else if (SENT_TO.test(text) || ACTION_INFO.test(text)) labels.role[at] = 'pass';
  else if (isReference(labels, at)) labels.reference(at);
  else return takeCaption(labels, at, text);
  return true;
}

/** A reference stands by itself between empty lines. */
function isReference(labels: FormLabels, at: number): boolean {
  const text = labels.text(at);
  const below = at + 1 >= labels.lines.length || labels.blank(at + 1) > 0;
  return text.length <= LONGEST_REFERENCE && labels.blank(at) > 0 && below && REFERENCE.test(text);
}

function takeCaption(labels: FormLabels, at: number, text: string): boolean {
  const isCapitals = text === text.toUpperCase();
  const isApart = labels.blank(at) > 0 || !labels.isText(at - 1);
  const read = captionOf(text.toUpperCase(), true);
  if (read === undefined || text.length >= LONGEST_CAPTION) return false;
  if (!read.isDoubtful && (isCapitals || (read.kind === 'handling' && isApart))) {
    labels.role[at] = read.kind;
    return true;
  }
  // By its place alone: in capitals, with room around it.
  if (
    !isCapitals ||
    !isApart ||
    (at + 1 < labels.lines.length && labels.blank(at + 1) === 0 && !labels.sign(at + 1).caption)
  )
    return false;
  labels.role[at] = read.kind;
  labels.doubt(at, 'caption');
  return true;
}

const LONGEST_CAPTION = 60;

/** Whether a line goes on with the caption above it. */
function goesOn(labels: FormLabels, at: number, open: 'pass' | 'label'): boolean {
  const text = labels.text(at);
  if (labels.blank(at) > 0 || labels.sign(at).caption !== undefined || isMarkingLine(text)) return false;
  if (open === 'pass') return !/\.$/.test(labels.text(at - 1));
  if (/^\(?[B-Z][.)]\s+\S/.test(text)) return true;
  let above = at - 1;
  while (labels.role[above] === 'more') above--;
  const column = labels.indent(above) + valueIn(labels.text(above));
  return labels.indent(at) > labels.indent(above) && Math.abs(labels.indent(at) - column) <= 3;
}

/** Where the value of a label begins. */
function valueIn(text: string): number {
  return /^[^:]*:\s*/.exec(text)?.[0].length ?? 0;
}
