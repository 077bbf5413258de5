import { type Evidence, isBesideRow, isKnownLabel, NEVER, type Place, RULE, type ScoredLine, weigh } from './place.js';
import { isSenderAgain } from './sender.js';

/** A bracket of the declassifiers. */
const REDACTED = /\[[^\]]*(?:redact|declass|delet|excis|omit|lines?\b)/i;
/** The last words of a heading in capitals that is no symbol of an office. */
const SHORT_HEADING = /^(?:ISSUE|AGENDA|ANNEX|SCOPE|AIM|FACTS|TASK|NOTE|GOAL|[A-Z]{5,})$/;

/** The paragraph above goes on: no empty line stands between. */
const isOpen = ({ before, line }: Place): boolean =>
  before?.isText === true && line.blankBefore === 0 && !line.pageBefore;
const isTail = (place: Place): boolean =>
  isOpen(place) && (place.before?.line.text.length ?? 0) >= (place.width ?? 999) * 0.6;

/** The last words of a sentence that a page's end has broken off, whatever they begin with: `1958.` */
const endsOverPage = ({ openAbove, at, before, text, line, after }: Place): boolean =>
  openAbove[at] === true &&
  (before?.line.banner !== undefined || before?.line.form === 'pageNum' || line.pageBefore) &&
  /[\p{L}\d][.?!]["”)]?$/u.test(text) &&
  text.length <= 60 &&
  line.blankAfter > 0 &&
  after?.isText === true &&
  !line.isCentred &&
  !line.isRight;

/** Words of a sentence that goes on below. */
function isUnfinished(text: string): boolean {
  return /\p{Ll}[-–—:]?$/u.test(text) && (text.match(/(?<!\p{L})\p{Ll}{2,}/gu)?.length ?? 0) >= 4;
}

/** Words with a colon, apart, that announce what stands below. */
const leadsIn = (place: Place): boolean =>
  /\p{Ll}(?::|--|—)$/u.test(place.text) &&
  /\s\p{Ll}/u.test(place.text) &&
  !place.line.isCapitals &&
  place.line.blankAfter > 0 &&
  !isKnownLabel(place);

const TEXT: readonly Evidence[] = [
  [5, ({ text, isText }) => text.length > 110 && isText],
  [3, ({ text, width }) => text.length <= 110 && text.length >= (width === undefined ? 110 : width * 0.68)],
  // A paragraph of a narrow column.
  [3, ({ isNarrow, isText }) => isNarrow && isText],
  // A sentence that a page's end has broken off goes on.
  [4, (place) => !isOpen(place) && place.openAbove[place.at] === true && /^[\p{Ll}(]/u.test(place.text)],
  // … and so does the end of one, alone above the next paragraph.
  [4, (place) => endsOverPage(place)],
  // The last line of a paragraph is short.
  [4, (place) => isTail(place) && /^\p{Ll}/u.test(place.text)],
  [2.5, (place) => isTail(place) && !/^\p{Ll}/u.test(place.text)],
  // … and the line above the page's end is of it.
  [3, ({ openBelow, at, text }) => openBelow[at] === true && text.split(' ').length >= 5],
  [2, ({ forms }) => forms.isSentence],
  [2, ({ text }) => text.length <= 180 && REDACTED.test(text)],
  [1.5, ({ forms, isText }) => forms.item !== undefined && isText],
  [0.5, ({ forms, isText }) => forms.item !== undefined && !isText],
  [2.5, ({ forms }) => forms.isSpeech],
  // `3. I ask my colleagues to agree-` before the points on which they are to.
  [4, (place) => place.forms.item !== undefined && place.after?.forms.item !== undefined && isUnfinished(place.text)],
  // `Three difficulties remain:` before the first of them.
  [5, (place) => leadsIn(place) && place.after?.forms.item !== undefined],
  [2, (place) => leadsIn(place) && place.after?.forms.item === undefined && place.after?.isText === true],
  [-1.5, (place) => !place.isText && !place.forms.isSentence && !isOpen(place)],
  [-0.5, (place) => isKnownLabel(place) && place.forms.label?.role === 'other'],
  [-3, (place) => isKnownLabel(place) && place.forms.label?.role !== 'other'],
  [-5, ({ forms }) => forms.isSalute],
  [-3, ({ forms }) => forms.isClose],
  [-2, ({ forms }) => forms.isDate],
  [-1, ({ forms, line }) => line.isCapitals && !forms.isSentence],
  [-3, ({ forms }) => forms.isDecision || forms.isDrafting || forms.isEnclosures],
  [-1, ({ line }) => line.isRow],
  // A label without its value stands right above.
  [
    -2,
    ({ labelAbove, at, before }) =>
      labelAbove[at] === at - 1 && before?.forms.label?.value === before?.line.text.length,
  ],
];

/** How much a line looks like one of running text. */
export function textScore(place: Place): number {
  return weigh(TEXT, place);
}

/** A word of more than four letters that no title has small. */
const SMALL_WORD = /(?<!\S)(?![\p{Lu}\d(["“&-])\S{5,}/u;
const isTitled = ({ text }: Place): boolean => !SMALL_WORD.test(text);

const HEADING: readonly Evidence[] = [
  [3, ({ line }) => line.isCapitals],
  [1.2, (place) => !place.line.isCapitals && isTitled(place)],
  [-0.5, (place) => !place.line.isCapitals && !isTitled(place) && place.forms.item === undefined],
  [1.3, ({ forms, text }) => forms.item !== undefined && /^(?:[IVX]+|[A-Z]|\d{1,2})[.)]/.test(text)],
  [-3, ({ forms, text }) => forms.item !== undefined && !/^(?:[IVX]+|[A-Z]|\d{1,2})[.)]/.test(text)],
  // `* * *` parts two sections.
  [5, ({ text }) => /^(?:[*#=~]\s*){2,}$/.test(text)],
  [0.8, ({ line }) => line.isCentred],
  [-2.5, ({ isApart, before }) => !isApart && before?.line.banner === undefined],
  [-1.2, ({ line }) => line.blankAfter === 0 && !line.isCapitals],
  [-3.5, ({ text }) => /(?:[.,;?!]|\p{Ll}(?:--|—))$/u.test(text)],
  [-1, ({ line, text }) => text.endsWith(':') && !line.isCapitals],
  [-3, (place) => isKnownLabel(place) && (place.forms.label?.value ?? 0) < place.text.length],
  [-3, ({ forms }) => forms.isDecision || forms.isDrafting || forms.isEnclosures || forms.isDate || forms.isSalute],
  [-3, ({ line }) => line.form !== undefined && line.form !== 'routing' && line.form !== 'symbol'],
  [-2, ({ line, text }) => line.form === 'symbol' && !SHORT_HEADING.test(text)],
  [-1.5, ({ forms }) => forms.hand > 1.5],
  [-3, ({ forms, lines, text }) => forms.isName && isSenderAgain(lines, text)],
  // A heading has something below it.
  [
    -2.5,
    ({ textBelow, at, lines }) =>
      textBelow[at] === 0 && !lines.slice(at + 1, at + 4).some((other) => isBelowHeading(other)),
  ],
  [-3, ({ text }) => REDACTED.test(text)],
];

const isBelowHeading = ({ line, forms }: ScoredLine): boolean =>
  line.isRow || forms.isDecision || forms.item !== undefined;

const LONGEST_HEADING = 84;

/** How much a line looks like the heading of a section. */
export function headingScore(place: Place): number {
  const { text, isText, line } = place;
  return text.length > LONGEST_HEADING || isText || line.banner !== undefined ? NEVER : weigh(HEADING, place);
}

/** How little a label of the vocabulary with its value looks like a row of a table. */
const LABEL_ROW = -1;

/** Whether a line begins with a label of the vocabulary in capitals, and has its value beside it. */
function isLabelInCapitals({ forms: { label }, text }: Place): boolean {
  return label?.isKnown === true && label.name === label.name.toUpperCase() && label.value < text.length;
}

/** How much a line looks like a row of a table, its rule, or the label of a group of rows. */
export function tableScore(place: Place): number {
  const { line, text, isText, forms } = place;
  // `SUBJECT   …` above `REF   …`: labels in columns with their values are a head block, and no table.
  if (line.isRow && isLabelInCapitals(place) && forms.label?.role !== 'other') return LABEL_ROW;
  if (line.isRow || (isBesideRow(place) && RULE.test(text))) return 4.5;
  return isBesideRow(place) && !isText && text.length <= 60 ? 0.5 : -8;
}

/** How much a line looks like a label of a form that stands in the text or below it: `FROM: Peter Tarnoff`. */
export function formLabelScore({ forms: { label }, text, textBelow, at }: Place): number {
  const isOne =
    label?.isKnown === true &&
    (label.hasColon || label.value > label.length + 1) &&
    (label.role === 'from' || label.role === 'to' || label.role === 'subject');
  if (label === undefined || !isOne) return NEVER;
  const isBelow = textBelow[at] === 0 && text.length - label.value <= 80 && label.value < text.length;
  return isBelow ? 5 : 1;
}
