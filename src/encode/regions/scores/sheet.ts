import { FORM_DAY } from '../../page/form-print.js';
import { breaksOff } from '../../page/sheet.js';
import {
  type Evidence,
  isBesideIn,
  isBesideRow,
  isBesideSuch,
  isKnownLabel,
  NEVER,
  type Place,
  RULE,
  type ScoredLine,
  strongest,
} from './place.js';

/** What a hand has put beside a line of decision: `EM 5/23`. */
const BESIDE_DECISION = /^(?:[A-Z][A-Za-z.]{0,4}\s*)?(?:\d{1,2}\/\d{1,2}(?:\/\d\d)?)?\s*[A-Z]{0,4}$/;

/** A figure that ends the sentence of the line above is of it: `before April` and `25.`. */
const isBarePageNumber = ({ line, before, text }: Place): boolean => {
  const goesOn = before?.isText === true && line.blankBefore === 0 && !line.pageBefore && breaksOff(before.line.text);
  return line.form === 'pageNum' && !(goesOn && /^\d/.test(text) && line.indent <= before.line.indent + 1);
};

/** Apart, and right above the marking at the foot of its page. */
const isAboveMarking = ({ isApart, after }: Place): boolean => isApart && after?.line.banner !== undefined;

const isIsolated = ({ isApart, line }: Place): boolean => isApart && line.blankAfter > 0;

/** What a line is by its form, and where it stands. */
const FORMS: readonly Evidence[] = [
  [7, ({ line }) => line.banner?.classification !== undefined],
  [5, ({ line }) => line.banner !== undefined],
  [6.5, ({ line }) => line.form === 'declassification' || line.form === 'stamp'],
  [6, ({ line }) => line.form === 'exemption' || line.form === 'form' || line.form === 'catchword'],
  [6, ({ line }) => line.form === 'distribution'],
  [6, (place) => place.line.form === 'receipt' && place.line.groupSize > 1 && (place.hasDate || isAmongStamps(place))],
  [4, ({ line }) => line.form === 'receipt'],
  [5, (place) => place.line.form === 'pageNum' && (isIsolated(place) || place.line.isBeside || /^p/i.test(place.text))],
  [5, ({ line, text }) => line.form === 'pageNum' && (line.isCentred || line.isRight) && /^[-–—].*[-–—]$/.test(text)],
  [3, (place) => isBarePageNumber(place) && (place.isApart || place.line.groupSize <= 2)],
  [0.5, ({ line }) => line.form === 'pageNum'],
  [5, ({ line, isApart }) => line.form === 'number' && (isApart || line.isBeside || line.isRight)],
  [2, ({ line }) => line.form === 'number'],
  [6, ({ line, isApart }) => line.form === 'tab' && (isApart || line.isBeside || line.isCapitals)],
  [2.5, ({ line }) => line.form === 'tab'],
  [4, ({ line, isApart }) => line.form === 'routing' && (isApart || line.isBeside)],
  [2, ({ line }) => line.form === 'routing'],
  [3.2, (place) => place.line.form === 'symbol' && (isIsolated(place) || place.line.isBeside)],
  [2, ({ line, text }) => line.form === 'symbol' && text.length <= 4],
  [1, ({ line }) => line.form === 'symbol'],
];

/** What a line is by its neighbours, by its repetition, or by a hand. */
const NEIGHBOURS: readonly Evidence[] = [
  [7, ({ pageHeads, at }) => pageHeads.has(at)],
  [6.5, (place) => isBelowTab(place)],
  // The day of a form's edition, below its number.
  [9, ({ text, before, line }) => before?.line.form === 'form' && line.blankBefore === 0 && FORM_DAY.test(text)],
  [9, (place) => isCaption(place)],
  [5, (place) => place.text.length <= 64 && !isKnownLabel(place) && !place.forms.isTitle && isAmongBoxes(place)],
  // The head of a page of a letter: `W. Smith   -2-   May 4, 1958`.
  [7, (place) => isOnLineOfPageNumber(place)],
  // `UNOFFICIAL TRANSLATION` at the foot.
  [5, ({ forms, before, lines, at }) => forms.isStatus && before !== undefined && lines.length - at <= 6],
  [5, (place) => (RULE.test(place.text) && !isBesideRow(place)) || /true copy|signed original/i.test(place.text)],
  [
    5,
    (place) =>
      place.text.length <= 50 && isBesideIn(place, place.before) && /true[ -]copy/i.test(place.before.line.text),
  ],
  [4.5, (place) => place.text.length <= 64 && place.forms.item === undefined && isAmongStamps(place)],
  [3.5, (place) => isRepeated(place) && isAtEdge(place)],
  [4, (place) => isBesideRouting(place)],
  [6, (place) => isUnderDecision(place) && place.text.length <= 24 && BESIDE_DECISION.test(place.text)],
  [4, (place) => isUnderDecision(place) && place.forms.hand >= 2 && !/\p{Ll}\.$/u.test(place.text)],
];

/** Whether a line goes on with `Enclosure No. 2 to Despatch` above it. */
function isBelowTab({ lines, at, line, text, isText, forms }: Place): boolean {
  if (isText || text.length > 60 || forms.isTitle || forms.isSalute) return false;
  for (let above = at - 1; above >= at - 3; above--) {
    const other = lines[above];
    if (other === undefined || other.line.group !== line.group || other.isText) return false;
    if (other.line.form === 'tab') return other.line.text.length > 14 && Math.abs(other.line.indent - line.indent) <= 8;
  }
  return false;
}

/** `DATE` below the day, on the right side of a form: a label that has its value above. */
function isCaption({ text, line, forms, before, after }: Place): boolean {
  const isBare = forms.label !== undefined && !forms.label.hasColon && forms.label.value >= text.length;
  if (!isBare || !line.isRight || line.blankBefore > 0 || before === undefined) return false;
  const hasValue = after !== undefined && after.line.blankBefore === 0 && after.line.indent >= line.indent - 8;
  return !hasValue && (before.forms.isDate || before.line.isBeside);
}

/** Whether a line stands within three lines of the boxes in which offices are told, and nothing parts them. */
function isAmongBoxes(place: Place): boolean {
  return !place.isText && isBesideSuch(place, [-3, 3], ({ line }) => line.form === 'distribution');
}

/** From where on what looks like a hand's is one's, and how fast it becomes sure. */
const HAND = { least: 1.4, slope: 2.2 } as const;

/** How much a line looks like one of the sheet: by its form, by its repetition at the edges of pages, by its neighbours, or as a hand's. */
export function sheetScore(place: Place): number {
  const { line, forms } = place;
  const form = strongest(FORMS, place, -2);
  if (line.banner !== undefined) return form;
  const score = strongest(NEIGHBOURS, place, form);
  const isNote =
    forms.hand > 0 &&
    !isKnownLabel(place) &&
    !(place.openBelow[place.at] === true && forms.hand < 3) &&
    (isIsolated(place) ||
      isAboveMarking(place) ||
      (place.before?.forms.isEnclosures === true && line.blankAfter > 0)) &&
    line.groupSize <= 2;
  return isNote ? Math.max(score, (forms.hand - HAND.least) * HAND.slope) : score;
}

/** Whether a line holds this one and a page's number, at most one column between them, and something else. */
function isOnLineOfPageNumber(place: Place): boolean {
  const { at } = place;
  return (
    isBesidePageNumber(place, at - 2) ||
    isBesidePageNumber(place, at - 1) ||
    isBesidePageNumber(place, at + 1) ||
    isBesidePageNumber(place, at + 2)
  );
}

/** Whether a line of the sheet holds this one, a page's number, and something else in columns. */
function isBesidePageNumber({ at, lines }: Place, other: number): boolean {
  if (lines[other]?.line.form !== 'pageNum') return false;
  for (let here = Math.min(at, other) + 1; here <= Math.max(at, other); here++)
    if (lines[here]?.line.isBeside !== true) return false;
  return [at - 1, at, at + 1, other + 1].filter((here) => lines[here]?.line.isBeside === true).length >= 2;
}

const SHEET_FORMS: ReadonlySet<string> = new Set([
  'pageNum',
  'stamp',
  'declassification',
  'number',
  'catchword',
  'receipt',
]);

const isOfSheet = (scored: ScoredLine): boolean =>
  scored.line.banner !== undefined || SHEET_FORMS.has(scored.line.form ?? '');

/**
 * How much a line below the opening looks like one of the sheet because it stands, without an empty line, at the end of what is of the sheet: at the foot
 * of a page, at its head, or between two others. Where the text above is open at its page's end nothing else can stand there.
 */
export function betweenSheets(place: Place): number {
  const { line, forms, isText, text, before, after } = place;
  const canBe =
    !isText && text.length <= 60 && !forms.isSentence && forms.item === undefined && line.banner === undefined;
  // A small letter goes on with what the page before breaks off.
  if (/^\p{Ll}/u.test(text) && place.openAbove[place.at] === true) return NEVER;
  if (!canBe || before === undefined || after === undefined || line.blankBefore > 0 || !isOfSheet(before)) return NEVER;
  const isOpen = place.openAbove[place.at] === true;
  if (isOfSheet(after) && line.blankAfter === 0) return isOpen ? 7 : 4.5;
  const isFoot = after.line.pageBefore;
  const isHead = line.blankAfter > 0 && after.isText;
  if (isOpen) return isFoot || isHead ? 6 : NEVER;
  if (forms.isName) return NEVER;
  if (isFoot) return 5;
  return isHead && !line.isCapitals ? 4 : NEVER;
}

/** Whether a stamp's line stands within two lines of the same group. */
function isAmongStamps(place: Place): boolean {
  return isBesideSuch(
    place,
    [-2, 2],
    ({ line: { form } }, further) =>
      form === 'stamp' || form === 'receipt' || (form === 'declassification' && Math.abs(further) === 1),
  );
}

function isRepeated({ line, forms, text }: ScoredLine & { readonly text: string }): boolean {
  const isFree = forms.item === undefined && forms.label?.isKnown !== true && !(forms.isName && !line.isCapitals);
  // Figures alone are alike whatever they say.
  return line.repeats > 1 && text.length <= 100 && isFree && /\p{L}/u.test(text);
}

/** Whether a line stands at the edge of a page: beside a page's break, or next to what is surely of the sheet. */
function isAtEdge({ line, before, after }: Place): boolean {
  const isEdge = (other: ScoredLine | undefined): boolean =>
    other === undefined || other.line.banner !== undefined || other.line.form === 'pageNum';
  return line.pageBefore || after?.line.pageBefore === true || isEdge(before) || isEdge(after);
}

function isBesideRouting(place: Place): boolean {
  const { line, forms, text, before } = place;
  const isFree = text.length <= 30 && !forms.isDate && forms.label === undefined;
  return line.isBeside && isFree && isBesideIn(place, before) && before.line.form === 'routing';
}

function isUnderDecision({ line, before }: Place): boolean {
  return before?.forms.isDecision === true && line.blankBefore === 0;
}
