import { kindNumber, type LineKind } from './line-kinds.js';
import { formLabelScore, headingScore, tableScore, textScore } from './scores/body.js';
import {
  closingDateScore,
  decisionBelowScore,
  draftingScore,
  enclosureScore,
  footAddressScore,
  officeScore,
  saluteScore,
  signatureScore,
} from './scores/closing.js';
import { datelineScore, labelScore, letterheadScore, titleScore } from './scores/head.js';
import { valueScore } from './scores/head-value.js';
import { NEVER, Place, type Surroundings } from './scores/place.js';
import { betweenSheets, sheetScore } from './scores/sheet.js';

/** How well each kind fits a line; the sheet's three are scored once. */
const KINDS: readonly (readonly [LineKind, (place: Place) => number])[] = [
  ['head.letterhead', letterheadScore],
  ['head.title', titleScore],
  ['head.label', labelScore],
  ['head.value', valueScore],
  ['head.dateline', datelineScore],
  ['head.address', ({ addressed, at }) => (addressed.has(at) ? 6 : NEVER)],
  ['head.salute', ({ forms, salute, at }) => (!forms.isSalute ? NEVER : salute === at ? 9 : 3)],
  ['head.status', ({ forms, line }) => (forms.isStatus && line.banner === undefined ? 4.6 : NEVER)],
  ['body.heading', headingScore],
  ['body.table', tableScore],
  ['body.decision', ({ forms }) => (forms.isDecision ? 6.5 : -10)],
  ['body.label', formLabelScore],
  ['close.salute', saluteScore],
  ['close.signature', signatureScore],
  ['close.title', officeScore],
  ['close.dateline', closingDateScore],
  ['close.address', footAddressScore],
  ['close.enclosures', enclosureScore],
  ['close.drafting', draftingScore],
  ['close.decision', decisionBelowScore],
];

/** The same by the numbers of the kinds, which are looked up once and not for every line. */
const SCORES = KINDS.map(([kind, score]) => ({ number: kindNumber(kind), score }));
const TEXT = kindNumber('body.text');
const LABEL = kindNumber('head.label');
const HEAD_SHEET = kindNumber('head.sheet');
const SHEETS_BELOW = [kindNumber('body.sheet'), kindNumber('close.sheet')];

/** A paragraph on one line can be nothing else, but for a label with a long value. */
const LONGEST_SCORED = 180;

/** Writes into `scores` how well each kind fits a line. The numbers are evidence in favour, set by hand; 0 says nothing, `-Infinity` forbids. */
export function scoreLine(at: number, around: Surroundings, scores: Float64Array): void {
  scores.fill(NEVER);
  const scored = around.lines[at];
  if (scored === undefined) return;
  const place = new Place(at, scored, around);
  scores[TEXT] = textScore(place);
  if (place.line.isPlain) return;
  if (place.text.length > LONGEST_SCORED && place.isText) {
    if (place.forms.label?.isKnown === true) scores[LABEL] = 2;
    return;
  }
  const sheet = sheetScore(place);
  const below = Math.max(sheet, betweenSheets(place));
  scores[HEAD_SHEET] = sheet;
  for (const number of SHEETS_BELOW) scores[number] = below;
  for (const { number, score } of SCORES) scores[number] = score(place);
}
