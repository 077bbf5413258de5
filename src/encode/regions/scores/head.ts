import { wordsOf } from '../../../grammar/spaces.js';
import { CONNECTING } from '../line-forms.js';
import {
  type Evidence,
  firstOf,
  isBesideIn,
  isBesideSuch,
  isHanging,
  isKnownLabel,
  NEVER,
  type Place,
  type ScoredLine,
  weigh,
} from './place.js';

const LONGEST = 76;

/** A line that can be nothing of the text or of its head. */
const isStamped = ({ line }: Place): boolean =>
  line.banner !== undefined || line.form === 'stamp' || line.form === 'declassification' || line.form === 'exemption';

const TITLE_FORM: readonly Evidence[] = [
  [5, ({ forms, line }) => forms.isTitle && (line.isCapitals || line.isCentred)],
  [3.2, ({ forms }) => forms.isTitle],
  [3.4, ({ line }) => line.isCapitals && line.isCentred],
  // Capitals of some words that no label stands above.
  [
    3.3,
    ({ line, labelAbove, at, text }) => line.isCapitals && labelAbove[at] === undefined && wordsOf(text).length >= 3,
  ],
  [1.2, ({ line }) => line.isCapitals],
  [1.5, ({ line }) => line.isCentred],
];

/** `Ambassador Godley / Secretary Kissinger`: the two who speak, below the title. */
const PAIR = /^\p{Lu}\p{L}*\.?(?: \p{Lu}[\p{L}.'’-]*){1,4} \/ \p{Lu}\p{L}*\.?(?: \p{Lu}[\p{L}.'’-]*){1,4}$/u;
/** Two who speak stand among so many lines. */
const PAIR_LINES = 6;

const TITLE: readonly Evidence[] = [
  [2.5, ({ text, at }) => at <= PAIR_LINES && PAIR.test(text)],
  [-4, (place) => isKnownLabel(place) && !place.forms.isTitle],
  [-3, ({ forms }) => forms.isDate],
  [-3, ({ forms }) => forms.item !== undefined && !forms.isTitle],
  [-2, ({ line }) => line.form !== undefined],
  [-1, ({ forms, text }) => text.endsWith(':') && !forms.isTitle],
  [-9, ({ text, hasLaterTitle }) => text === 'MEMORANDUM' && hasLaterTitle],
  // Letters have none.
  [-3, ({ salute, at, forms }) => salute !== undefined && at < salute && !forms.isTitle],
  [2.5, ({ text }) => CONNECTING.test(text)],
  [-2, ({ line }) => line.isBeside],
  [
    1,
    ({ before, line, titled, at }) =>
      before?.forms.isTitle === true && line.blankBefore === 1 && !line.isCapitals && !titled.has(at),
  ],
];

/** How much a line looks like the title of its document, or as going on with it. */
export function titleScore(place: Place): number {
  const { text, isText, titled, at, forms, line, before } = place;
  const isLong =
    text.length > LONGEST &&
    !(forms.isTitle && (line.isCapitals || before?.forms.isTitle === true || CONNECTING.test(before?.line.text ?? '')));
  // `10 Downing Street, S.W.1, on Thursday,`: a title that goes on.
  const isStopped = !(titled.has(at) && text.endsWith(',')) && /(?<![AP]\.\s?M)[.,;]$/i.test(text);
  if (isLong || isStamped(place) || isText || isStopped) return NEVER;
  const score = firstOf(TITLE_FORM, place, -1) + weigh(TITLE, place);
  return titled.has(at) ? Math.max(score, 0) + 3 : score;
}

const OFFICE_FORM: readonly Evidence[] = [
  [6, ({ forms, line }) => forms.isOffice && line.isBeside],
  [4.2, ({ forms, line }) => forms.isOffice && (line.isCapitals || line.isCentred)],
  [4.2, (place) => goesOnWithOffice(place.lines, place.at)],
  [4, (place) => place.forms.isTown && place.line.form !== 'routing' && isBelowOffice(place)],
  [6, (place) => isTownOfPost(place)],
  [4, (place) => STREET.test(place.text) && isBelowOffice(place)],
  // `FOREIGN OFFICE, S.W.1.`
  [4, ({ text, line, at }) => at <= 6 && line.isCapitals && ADDRESSED_OFFICE.test(text)],
  // `WASHINGTON, D.C.` alone above all else
  [4, ({ text, at, firstTitle }) => at <= 6 && (firstTitle < 0 || at < firstTitle) && CAPITAL_TOWN.test(text)],
  [3, ({ forms, line, isApart }) => forms.isOffice && isApart && line.groupSize <= 3],
  [1.5, ({ forms }) => forms.isOffice],
];

/** A town with its district, as the sheets of departments have it. */
const CAPITAL_TOWN = /^\p{Lu}\p{L}{3,20}(?:\s\d{1,2})?,\s?D\.\s?C\.(?:\s+\d{5})?$/u;

/** `KABUL` right below `AMERICAN EMBASSY`: letters that elsewhere are the symbol of an office. */
export function isTownOfPost({ text, line, before }: Pick<Place, 'text' | 'line' | 'before'>): boolean {
  return (
    line.form === 'symbol' &&
    /^[A-Z]{4,5}$/.test(text) &&
    line.blankBefore <= 1 &&
    before !== undefined &&
    /^(?:THE )?(?:AMERICAN|UNITED STATES|U\.\s?S\.|BRITISH|HER MAJESTY'S|HIS MAJESTY'S)?\s?(?:EMBASSY|LEGATION|CONSULATE(?: GENERAL)?|CHANCERY|(?:H[OÔ]TEL|PALACE|RESIDENCE)(?: [\p{L}-]+){0,2}|(?:[\p{L}-]+ ){1,2}(?:H[OÔ]TEL|PALACE|RESIDENCE))$/iu.test(
      before.line.text,
    )
  );
}

/** `799 United Nations Plaza`, `1 Grosvenor Square`, `2 Rue St. Florentin`: where an office is. */
const STREET =
  /^(?:\d{1,5}[A-Za-z]?,?\s+\p{Lu}[\p{L}.'’ -]*\b(?:Plaza|Street|St|Avenue|Ave|Road|Boulevard|Blvd|Place|Square|Drive|Lane|Terrace|Building|Gardens)\b|\d{1,4},?\s+(?:rue|avenue|boulevard|via|place)\b|\p{L}+(?:strasse|straße|allee|gasse)\s\d)/iu;

/** An office with its district, as British sheets are headed. */
const ADDRESSED_OFFICE = /^[\p{Lu} '’.-]{6,40},\s(?:S\.?\s?W\.?|W\.?|E\.?C\.?|N\.?W\.?)\s?\d\.?$/u;

/** What an office is for stands in a line of its own: `THE UNDER SECRETARY OF STATE` and below it `FOR ECONOMIC AFFAIRS`. */
const REST_OF_OFFICE = /^(?:FOR|OF|AND|IN|ON|For|Of|And)\s[\p{L} ,.&'’-]{3,50}$/u;

function goesOnWithOffice(lines: Place['lines'], at: number): boolean {
  const [above, here] = [lines[at - 1], lines[at]];
  if (above === undefined || here === undefined || at > 6) return false;
  const isPrinted = (one: ScoredLine): boolean => one.line.isCapitals || one.line.isCentred;
  const isRest =
    REST_OF_OFFICE.test(here.line.text) && here.line.blankBefore === 0 && isPrinted(here) && isPrinted(above);
  return isRest && above.line.form === undefined && (above.forms.isOffice || goesOnWithOffice(lines, at - 1));
}

const isBelowOffice = ({ before, line, lines, at }: Place): boolean =>
  before !== undefined &&
  before.line.banner === undefined &&
  before.line.form === undefined &&
  (before.forms.isOffice ||
    goesOnWithOffice(lines, at - 1) ||
    STREET.test(before.line.text) ||
    (before.forms.isTown && !before.forms.isHonorific)) &&
  line.blankBefore <= 1;

const isAboveDate = (place: Place): boolean =>
  place.forms.isTown &&
  isBesideIn(place, place.after) &&
  place.after.forms.isDate &&
  place.after.line.form !== 'receipt';

/** The sheet of a private letter has the sender's address above the date. */
const isOfPrivateSheet = (place: Place): boolean => {
  const { salute, at, forms, line, after } = place;
  const isAbove = salute !== undefined && at < salute && !forms.isTitle && !isAboveDate(place);
  return isAbove && (line.isCentred || line.isRight) && isBesideIn(place, after);
};

const goesOnWithTitle = (place: Place): boolean =>
  !place.line.isBeside &&
  isBesideIn(place, place.before) &&
  place.before.forms.isTitle &&
  place.before.line.form !== 'tab' &&
  !place.before.forms.isOffice;

/** The lines of a stamp begin no further from each other. */
const STAMP_WIDTH = 16;

const LETTERHEAD: readonly Evidence[] = [
  [-5, ({ enclosed, at }) => enclosed[at] === true],
  [-4, isAboveDate],
  [-4, (place) => place.forms.isTitle || goesOnWithTitle(place)],
  [
    -3,
    ({ firstTitle, at, line, lines }) =>
      firstTitle >= 0 &&
      firstTitle < at &&
      !line.isCapitals &&
      !line.isCentred &&
      lines[firstTitle]?.line.text !== 'MEMORANDUM',
  ],
  [-2.5, ({ text, line, at, firstTitle }) => wordsOf(text).length > (line.isCapitals && at < firstTitle ? 9 : 6)],
  // The office of a registry's stamp.
  [-4, (place) => isBesideReceipt(place)],
  [-2, ({ line }) => line.form !== undefined && line.form !== 'symbol'],
];

/** Whether the day of a receipt stands within three lines of the same group, and not far to one side. */
function isBesideReceipt(place: Place): boolean {
  const { indent } = place.line;
  return isBesideSuch(
    place,
    [-3, 3],
    ({ line }) => line.form === 'receipt' && Math.abs(line.indent - indent) <= STAMP_WIDTH,
  );
}

/** A line that ends as none of a printed head does; `LONDON.` and `FOREIGN OFFICE, S.W.1.` can. */
const endsAsSentence = ({ text, forms, line }: Place): boolean =>
  /[.:;?!]$/.test(text) &&
  !/\b[A-Z]\.$/.test(text) &&
  !(line.isCapitals && (forms.isTown || ADDRESSED_OFFICE.test(text)));

/** How much a line looks like the printed head of a sheet: an office, and its town. */
export function letterheadScore(place: Place): number {
  const { text, line, forms, isText, titled, at, hasLaterTitle } = place;
  if (titled.has(at)) return NEVER;
  if (text === 'MEMORANDUM' && hasLaterTitle) return 8;
  const isOther =
    isText ||
    line.banner !== undefined ||
    forms.item !== undefined ||
    text.length > LONGEST ||
    forms.isSentence ||
    forms.isDate;
  if (isOther || (isKnownLabel(place) && !forms.isOffice) || endsAsSentence(place)) return NEVER;
  const own = firstOf(OFFICE_FORM, place, -2);
  const score = (own < 2 && isOfPrivateSheet(place) ? 2.5 : own) + weigh(LETTERHEAD, place);
  const isAboveOffice = line.isCentred && isBesideIn(place, place.after) && place.after.forms.isOffice;
  return score < 2 && isAboveOffice && !forms.isTitle ? 2.5 : score;
}

/** How much a line looks like a label with its value. */
export function labelScore(place: Place): number {
  const { forms, text } = place;
  const { label } = forms;
  if (label === undefined || isStamped(place)) return NEVER;
  const rest = text.length - label.value;
  const own = label.isKnown ? (label.role === 'other' ? 2.5 : 6.5) : 0.8;
  const isSpeech = !label.isKnown && (forms.isSpeech || rest > 70);
  return own - (isSpeech ? 3 : 0) - (rest > 110 ? 2 : 0) - (label.role === 'other' && rest > 70 ? 2 : 0);
}

/** A date put on by a stamp alone; it counts where the sheet has no other. */
const isStampedDate = ({ line, lines, at }: Place): boolean =>
  line.form === 'receipt' &&
  ![-2, -1, 1, 2].some((offset) => {
    const other = lines[at + offset];
    return other?.line.group === line.group && (other.line.form === 'receipt' || other.line.form === 'stamp');
  });

/** The room of a meeting stands below its date and its time. */
const isRoom = (place: Place): boolean => {
  const { before, isText, forms, line, text } = place;
  const isBelow = isBesideIn(place, before) && (before.forms.isDate || before.forms.isTime);
  const isOther =
    isText ||
    forms.isTitle ||
    forms.label !== undefined ||
    line.banner !== undefined ||
    line.form !== undefined ||
    forms.isName;
  return isBelow && !isOther && text.length <= LONGEST && /^[\p{Lu}\d]/u.test(text) && !/[.;:]$/.test(text);
};

const isPlaceAboveDate = (place: Place): boolean =>
  isAboveDate(place) &&
  place.text.length <= LONGEST &&
  !place.forms.isHonorific &&
  (!place.forms.isName || place.text.includes(','));

/** Figures below what a stamp says: `Approved in S/S` and `12/10/64`; a day on the right, below a line at the left, is the sheet's own. */
const isDayOfStamp = ({ forms, line, before }: Place): boolean =>
  forms.isDate &&
  line.blankBefore === 0 &&
  !(line.isRight && before?.line.isRight === false && !before.line.isCentred) &&
  (before?.line.form === 'stamp' || before?.line.form === 'declassification' || before?.line.form === 'receipt');

const DATELINE: readonly Evidence[] = [
  [-4, isDayOfStamp],
  [
    -4,
    (place) =>
      place.forms.isDate &&
      !isKnownLabel(place) &&
      place.line.form === 'receipt' &&
      !(isStampedDate(place) && !place.hasDate),
  ],
  [5.5, (place) => place.forms.isDate && !isKnownLabel(place) && !isHanging(place)],
  [5, isPlaceAboveDate],
  [5, (place) => place.forms.isTime && !isKnownLabel(place)],
  [3.5, isRoom],
  [5.5, (place) => isStampedDate(place) && !place.hasDate && /\d{4}$/.test(place.text)],
  [5, (place) => isConvened(place)],
];

/** `The Council convened at 3:30 p.m. in the Executive Office Building`, without a stop, above the list of who was there. */
const CONVENED =
  /^(?:The )?[\p{L} ]{0,60}\b(?:met|convened|opened|began|assembled|commenced|called to order)\b.{0,20}\b(?:at|in|on)\s.{3,}[^.?!:]$/iu;

function isConvened({ text, lines, at, forms }: Place): boolean {
  if (text.length > 110 || forms.isDate) return false;
  const isAboveList = [1, 2, 3].some((below) => lines[at + below]?.forms.label?.role === 'participants');
  return isAboveList && CONVENED.test(text);
}

/** How much a line looks like a date with its place, its time and its room. */
export function datelineScore(place: Place): number {
  return firstOf(DATELINE, place, NEVER);
}
