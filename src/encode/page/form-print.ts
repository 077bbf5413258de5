import { wordsOf } from '../../grammar/spaces.js';

/**
 * What the printer of a sheet has put on it for everybody: the number and the edition of its form, whose property it is, what is to be done with the
 * copy, and the captions of its boxes. Of whole classes of sheets, whoever typed on them.
 */

/** `FORM FS-439`, `OPTIONAL FORM NO. 10`, `FORM 4-62  DS-323`, `5010-108`, `1--1493  GPO`, `NSN 7540-00-634-4176`. */
const FORM_NUMBER =
  /^(?:(?:OPTIONAL|STANDARD|FOREIGN SERVICE|OFFICE)?\s?FORM\s?(?:NO\.?\s?)?[A-Z]{0,4}[-\s]?\d{1,5}[A-Z]?\b.{0,40}|(?:DS|FS|OF|SF|DD)[-\s]\d{1,4}[A-Z]?|\d{4}-\d{3}|\d{1,2}-{1,2}\d{3,6}\s.{0,10}GPO|NSN \d{4}-.{4,20}|GSA\b.{0,40}|G\.?P\.?O\.?[\s:]\d[\d\s:-]{3,20}.{0,10}|U\.?\s?S\.? GOVERNMENT PRINTING OFFICE.{0,40})$/i;

/** `MAY 1962 EDITION`, `REV. 7-64`, `(Revised 1-1-52)`, `PREVIOUS EDITIONS ARE OBSOLETE`. */
const EDITION =
  /^\(?(?:[A-Z]{3,9}\.? \d{4} EDITION\b.{0,30}|EDITION OF\s.{4,40}|PREVIOUS EDITIONS?\b.{0,50}|REV(?:ISED|\.)?:?\s\d{1,2}[-/ ]\d{1,2}(?:[-/ ]\d{2,4})?)\)?$/i;

/** `1-18-51` below the number of a form. */
export const FORM_DAY = /^\(?(?:REV\.?\s?)?\d{1,2}[-/]\d{1,2}[-/]\d{2,4}\)?$|^\(?\d{1,2}[-/]\d{2}\)?$/i;

/** The captions of boxes, as the sheets of despatches, airgrams and slips have them. */
const CAPTION =
  /^(?:DO NOT TYPE IN THIS SPACE|\(?SECURITY CLASSIFICATION\)?|HANDLING INDICATOR|(?:FOR )?(?:DEP(?:T|ARTMENT)\.?|RM|RM\/R|DC\/R|OFFICE|OFFICIAL|INTERNAL|REGISTRY|FILE ROOM|CABLE ROOM) USE ONLY|DESP\.? NO\.?|ORIGIN(?:\/ACTION)?|(?:ACTION|INFO|ORIGIN) (?:DEPT\.?|OFFICE)|NO\.|DEPT\.|AIR ?GRAM NO\.|(?:\[\s?X?\s?\]|[☐☑☒□]) In\s+(?:\[\s?X?\s?\]|[☐☑☒□]) Out|Contents and Classification Approved by:?|(?:Do not write|Leave this space|Space for|This space for)\b.{0,50})$/i;

/** What is to be done with a copy, and what must not. */
const INSTRUCTION =
  /^(?:(?:PERMANENT |RECORD |OFFICIAL |INFORMATION |COMMENT |FILE |READING |WORKING |OFFICE )+COPY|RETAIN IN (?:DIVISIONAL |OFFICE )?FILES? OR DESTROY\b.{0,80}|(?:THIS COPY|THE ACTION OFFICE) MUST\b.{0,90}|REPRODUCTION (?:FROM|OF) THIS (?:COPY|DOCUMENT|MESSAGE)\b.{0,90}|THIS (?:DOCUMENT|PAPER) IS THE PROPERTY OF\b.{0,90}|(?:CIRCULATED|PRINTED) FOR (?:THE USE OF )?THE (?:CABINET|FOREIGN OFFICE|WAR CABINET)\b.{0,50}|TO BE KEPT UNDER LOCK AND KEY.{0,80}|IT IS REQUESTED THAT SPECIAL CARE\b.{0,80}|BUY U\.?\s?S\.? SAVINGS BONDS\b.{0,80}|(?:PLEASE )?RETURN TO .{3,40}(?:FILES?|ROOM).{0,20}|NOT TO BE REPRODUCED\b.{0,60}|(?:USE|SEE) (?:REVERSE|OTHER) SIDE\b.{0,40}|PRINTED IN (?:THE )?U\.?\s?S\.?\s?A\.?)$/i;

/** `[X] Concurrence    [ ] Signature    [ ] File`: the boxes that a slip has for ticks. */
const BOXES = /^(?:[[(]\s?[xX✓]?\s?[\])]\s?(?!Approve|Disapprove|Agree|Disagree|Yes|No\b)[A-Z][^[\]()]{1,30}){2,5}$/;

/** How the notices begin that agencies print on each of their papers, over several lines. */
const NOTICE =
  /^(?:NOTE:?\s+This (?:memorandum|report|paper|estimate|study|publication|assessment|document) (?:was|has been|is) (?:produced|prepared|coordinated|issued|disseminated)\b|(?:This|THIS) (?:material|document|MATERIAL|DOCUMENT) contains information affecting the national defen[sc]e\b|WARNING NOTICE\b|WARNING:? (?:This|THIS) (?:document|material|DOCUMENT|MATERIAL)\b)/i;

/** Whether a line begins a notice of whoever issues the paper. */
export function isNotice(text: string): boolean {
  const first = text.charCodeAt(0) | 32;
  return (first === 110 || first === 116 || first === 119) && NOTICE.test(text);
}

/** Whether a line is of the print of a sheet and of nothing that was typed on it. */
export function isFormPrint(text: string): boolean {
  if (isPrint(text) || BOXES.test(text)) return true;
  // `NO.            HANDLING INDICATOR`: the captions of several boxes beside one another.
  const cells = WIDE.test(text) ? text.split(WIDE) : [];
  return cells.length > 1 && cells.every(isPrint);
}

const WIDE = /\s{3,}|\t+/;

function isPrint(text: string): boolean {
  return FORM_NUMBER.test(text) || EDITION.test(text) || CAPTION.test(text) || INSTRUCTION.test(text);
}

/** Whether a line can be of print though it is as long as one of running text. */
export function isLongPrint(text: string): boolean {
  return INSTRUCTION.test(text);
}

/** `NEA-4`, `RM/R`, `S/S`, `TREAS`, `|`, `5`: a token of the boxes in which offices are told and their copies counted. */
const OFFICE_TOKEN = /^(?:[A-Z]{1,6}(?:\/[A-Z]{1,6}){0,2}(?:-\d{1,2})?|\||\d{1,2}|[-–_]+)$/;
const COUNTED = /^[A-Z]{1,6}(?:\/[A-Z]{1,6}){0,2}-\d{1,2}$/;

/** Whether a line is a row of the boxes of distribution: symbols of offices between strokes, or with the number of their copies. */
export function isDistributionBox(text: string): boolean {
  if (text.length > 90 || !/\||[A-Z]-\d/.test(text) || !/[A-Z]/.test(text)) return false;
  const tokens = wordsOf(text);
  if (tokens.length < 2) return false;
  const strokes = tokens.filter((token) => token === '|').length;
  const counted = tokens.filter((token) => COUNTED.test(token)).length;
  const offices = tokens.filter((token) => OFFICE_TOKEN.test(token)).length;
  return offices === tokens.length ? strokes >= 1 || counted >= 2 : counted >= 3 && offices * 4 >= tokens.length * 3;
}
