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
const SCORES: readonly (readonly [LineKind, (place: Place) => number])[] = [
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

/** A paragraph on one line can be nothing else, but for a label with a long value. */
const LONGEST_SCORED = 180;

/** Writes into `scores` how well each kind fits a line. The numbers are evidence in favour, set by hand; 0 says nothing, `-Infinity` forbids. */
export function scoreLine(at: number, around: Surroundings, scores: Float64Array): void {
  scores.fill(NEVER);
  const scored = around.lines[at];
  if (scored === undefined) return;
  const place = new Place(at, scored, around);
  scores[kindNumber('body.text')] = textScore(place);
  if (place.line.isPlain) return;
  if (place.text.length > LONGEST_SCORED && place.isText) {
    if (place.forms.label?.isKnown === true) scores[kindNumber('head.label')] = 2;
    return;
  }
  const sheet = sheetScore(place);
  const below = Math.max(sheet, betweenSheets(place));
  scores[kindNumber('head.sheet')] = sheet;
  for (const kind of ['body.sheet', 'close.sheet'] as const) scores[kindNumber(kind)] = below;
  for (const [kind, score] of SCORES) scores[kindNumber(kind)] = score(place);
}
