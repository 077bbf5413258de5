import type { SheetLine } from '../../page/sheet.js';
import { isSignature } from '../constructs/closer.js';
import type { LineForms } from '../line-forms.js';
import {
  type Evidence,
  isBesideIn,
  isBesideSuch,
  isKnownLabel,
  NEVER,
  type Place,
  type ScoredLine,
  weigh,
} from './place.js';
import { isSenderAgain, isSendersInitials } from './sender.js';

/** What text below takes from the score of a line of the closing. */
function lastness({ textBelow, at }: Place): number {
  const below = textBelow[at] ?? 0;
  if (below === 0) return 0;
  return below <= 2 ? -2.5 : -6;
}

const isLast = ({ textBelow, at }: Place): boolean => textBelow[at] === 0;
const isShort = ({ text, isText, line }: Place): boolean => text.length <= 76 && !isText && line.banner === undefined;

/** How much a line looks like a complimentary close. */
export function saluteScore(place: Place): number {
  const { forms, before, line, text } = place;
  if (forms.isClose) return 6 + lastness(place) / 2;
  const isBelow = before?.forms.isClose === true && line.blankBefore === 0 && !/[,.]$/.test(before.line.text);
  return isBelow && /^\p{Ll}/u.test(text) && isLast(place) && text.length < 60 ? 6 : NEVER;
}

/** How much a line looks like the date below a text. */
export function closingDateScore(place: Place): number {
  const { forms, line, before } = place;
  // The day of a stamp.
  const isStamped = isBesideIn(place, before) && (before.line.form === 'stamp' || before.line.form === 'receipt');
  if (isAboveClosingDate(place)) return 6.5;
  // The day on which it was drafted, or that of an enclosure.
  if (isBesideIn(place, before) && (before.forms.isDrafting || before.forms.isEnclosures)) return NEVER;
  const isDate = !isStamped && forms.isDate && !isKnownLabel(place) && line.form !== 'receipt' && line.form !== 'stamp';
  return isDate && isLast(place) ? 5 : NEVER;
}

/** `THE WHITE HOUSE,` above `June 2, 1953.`: where a paper was signed. */
function isAboveClosingDate(place: Place): boolean {
  const { after, forms, text, line } = place;
  return (
    after?.forms.isDate === true &&
    after.line.blankBefore <= 1 &&
    after.line.form !== 'receipt' &&
    text.endsWith(',') &&
    (forms.isTown || forms.isOffice || line.isCapitals || /^\p{Lu}/u.test(text)) &&
    isShort(place) &&
    !forms.isClose &&
    isLast(place)
  );
}

const OFFICE =
  /\b(?:Secretary|Director|Ambassador|Minister|Assistant|Counselor|Chief|Chairman|Officer|President|Adviser|Advisor|Staff|Consul|Deputy|Acting|Attach|Representative|General|Commander|Head|Bureau|Office|Embassy|Affairs|Charg|Recorder|Clerk|Reporter|Rapporteur|Colonel|Captain|Major\b|Lieutenant|Commander|Brigadier|Manager|Coordinator|Comptroller|Controller|Analyst|Economist|Treasurer|Negotiator|Executive|Division|Department|Branch|Section|Delegate|Member)/i;

/** A name in capitals with an initial. */
const FULL_NAME =
  /^(?:\p{Lu}\. (?:\p{Lu}\. ?)?\p{Lu}{3,}|\p{Lu}{3,} \p{Lu}\.)(?: \p{Lu}[\p{Lu}'’-]{2,}){0,2}(?:,? (?:JR|SR|III?)\.?)?$/u;

const SIGNATURE: readonly Evidence[] = [
  [5, ({ forms }) => forms.isSigned],
  [1.5, ({ forms }) => !forms.isSigned],
  [2, ({ line }) => line.isRight || (line.indent >= 20 && !line.isCentred)],
  [0.8, ({ line }) => line.blankBefore > 0],
  [0.8, ({ line }) => line.blankBefore > 1],
  [-1.5, ({ line, text }) => line.form === 'symbol' || (line.isCapitals && text.split(' ').length < 2)],
  // `McG. B.`
  [1, ({ text }) => /^(?:[A-Z][a-z]{0,2}[A-Z]?\.\s?){2,4}$/.test(text)],
  // `S. EVERETT GLEASON`, alone below the text
  [2.5, ({ line, text }) => line.isCapitals && FULL_NAME.test(text) && line.blankBefore > 0],
  [-1, ({ forms, text }) => forms.isHonorific && !/^(?:Mr|Dr)/.test(text)],
  [-2, ({ forms }) => forms.isOffice || forms.isTitle],
  // The name behind FROM, typed again below the text.
  [3.5, ({ forms, lines, text }) => forms.isName && isSenderAgain(lines, text)],
  // What goes on with a stamp.
  [-6, (place) => isBesideIn(place, place.before) && place.before.line.form === 'stamp'],
  // `CLASSIFICATION      CONFIDENTIAL`: a label with its value beside it.
  [
    -8,
    (place) =>
      isBesideIn(place, place.after) && place.after.line.isBeside && place.line.isCapitals && !/\s/.test(place.text),
  ],
  // The typed name below the signature: `/s/ Jim` and `James M. Langley`, `(Signed) H. Morgenthau, Jr.` and `Henry Morgenthau, Jr.`.
  [
    3.5,
    ({ before, line, forms, text }) =>
      before?.forms.isSigned === true &&
      (line.blankBefore === 0 ||
        isSameSurname(before.line.text, text) ||
        (line.blankBefore === 1 && /^\W*(?:s|sgd|signed)\W*$/i.test(before.line.text))) &&
      !forms.isHonorific &&
      forms.isName &&
      !OFFICE.test(text),
  ],
  // Who has drafted: `Prepared by:` above a name.
  [
    -12,
    ({ before, line }) =>
      before?.forms.isDrafting === true && /(?:by|:)$/.test(before.line.text) && line.blankBefore === 0,
  ],
];

/** Whether two lines end with the same surname. */
function isSameSurname(above: string, below: string): boolean {
  const surname = (text: string): string | undefined =>
    /(\p{Lu}[\p{L}'’-]+)(?:,? (?:Jr|Sr|JR|SR)\.?| II| III)?\.?$/u.exec(text)?.[1]?.toLowerCase();
  return surname(above) !== undefined && surname(above) === surname(below);
}

/** How much a line looks like the name of who signs, or as his initials. */
export function signatureScore(place: Place): number {
  if (areInitials(place)) return 5;
  const { forms, text, line, before } = place;
  if (!isShort(place)) return NEVER;
  // `James W. Riddle.`: right below the leave a name can have a stop.
  const isStopped = before?.forms.isClose === true && /\p{Ll}{2}\.$/u.test(text) && isSignature(text.slice(0, -1));
  const isName =
    (forms.isSigned || forms.isName || isStopped) &&
    line.form !== 'stamp' &&
    !forms.isStatus &&
    !/^(?:\d|[IVX]{2,}[.)])/.test(text);
  if (isName) return weigh(SIGNATURE, place) + lastness(place);
  return before?.forms.isClose === true && /^\p{L}[\p{L}.]{1,14}$/u.test(text) ? 3 + lastness(place) : NEVER;
}

/** Initials under the text that the line of drafting below has too, or that follow a complimentary close. */
function areInitials(place: Place): boolean {
  const { line, text, lines, at, before } = place;
  if (line.form !== 'symbol' || !isLast(place) || !/^[A-Z]{2,4}$/.test(text)) return false;
  const isDrafter = lines
    .slice(at + 1, at + 4)
    .some((other) => other.forms.isDrafting && other.line.text.includes(text));
  return isDrafter || before?.forms.isClose === true || isSendersInitials(lines, text);
}

const TITLE: readonly Evidence[] = [
  [2, ({ text }) => OFFICE.test(text)],
  [1, ({ line }) => line.blankBefore === 0],
  [-1, ({ line }) => line.blankBefore > 0],
  [0.7, ({ before, line }) => before !== undefined && Math.abs(before.line.indent - line.indent) <= 2],
  [-4, ({ forms }) => forms.isHonorific || forms.isDate || forms.isEnclosures || forms.isDrafting || forms.isDecision],
  [-1, ({ forms }) => forms.hand > 2],
  [-4, ({ forms }) => forms.isTime],
  [-3, ({ line }) => line.form !== undefined && line.form !== 'symbol'],
  [-4, (place) => isFootAddress(place) || isFreeFootAddress(place)],
  [-4, (place) => place.forms.isClose || place.forms.isSalute || isKnownLabel(place)],
];

/** How much a line looks like the office of who has signed. */
export function officeScore(place: Place): number {
  return isShort(place) && !place.forms.isSentence ? 0.5 + weigh(TITLE, place) + lastness(place) : NEVER;
}

/** `The President,` below a signature. */
function isFootAddress(scored: ScoredLine | undefined): boolean {
  return scored !== undefined && /^The \p{Lu}[\p{L} ]{2,50},$/u.test(scored.line.text);
}

/** What is asked of a line that may address a letter at its foot. */
type AtFoot = Pick<Place, 'lines' | 'at' | 'line' | 'text' | 'salute'>;

function placeParts({ lines, salute }: Place, { line }: ScoredLine, at: number): AtFoot {
  return { lines, at, salute, line, text: line.text };
}

/** `The President` alone at the margin, below a signature that stands far in: to whom a letter goes. */
function isFreeFootAddress({ lines, at, line, text, salute }: AtFoot): boolean {
  if (salute === undefined || line.indent > 6 || line.blankBefore === 0) return false;
  if (!/^The \p{Lu}[\p{L} ]{2,44}$/u.test(text)) return false;
  return lines
    .slice(Math.max(0, at - 8), at)
    .some((other) => other.line.indent >= line.indent + 18 && (other.forms.isClose || other.forms.isSigned));
}

/** How much a line looks like one of an addressee at the foot of a letter: a line of honour, and the lines of its group. */
export function footAddressScore(place: Place): number {
  if (place.addressed.has(place.at) || !(isShort(place) || isLastOfAddress(place)) || enclosure(place) >= 2)
    return NEVER;
  return footAddress(place) + lastness(place);
}

/** `Secretary of the Treasury.`: an office that ends an address with a stop. */
function isLastOfAddress({ text, line, before }: Place): boolean {
  return text.length <= 50 && line.blankBefore === 0 && before?.line.text.endsWith(',') === true && !before.isText;
}

function footAddress(place: Place): number {
  const { at, lines, line, text, before } = place;
  const isBelow =
    isFootAddress(before) || (before !== undefined && isFreeFootAddress(placeParts(place, before, at - 1)));
  const goesOn = isBelow && line.blankBefore <= 1 && /^(?:The |At |\p{Lu}\p{Ll}+)[^:]{0,44}[.,]?$/u.test(text);
  if (isFootAddress(place) || isFreeFootAddress(place) || goesOn) return 5;
  // A list of those who have copies.
  if (isBesideSuch(place, [-6, -1], ({ forms }) => forms.isEnclosures)) return -8;
  for (let above = at; above >= 0 && above >= at - 6 && isBesideIn(place, lines[above]); above--) {
    const other = lines[above];
    const isTail = lines[above - 1]?.isText === true && lines[above - 1]?.line.group === line.group;
    if (other?.forms.isHonorific === true && !isTail && !/^(?:Mr|Mrs|Ms|Dr|Miss)\b.{0,24}:/.test(other.line.text))
      return above === at ? 4.5 : 4;
  }
  // A name above an office and a town.
  let first: ScoredLine | undefined;
  let last: ScoredLine | undefined;
  for (let near = Math.max(0, at - 6); near < at + 7; near++) {
    if (!isBesideIn(place, lines[near])) continue;
    first ??= lines[near];
    last = lines[near];
  }
  if (first === undefined || last === undefined || first === last || first.line.indent > 12) return -8;
  const isAddress = (first.forms.isName || first.forms.isOffice) && (last.forms.isTown || last.forms.isOffice);
  if (!isAddress) return -8;
  return first.line.text.endsWith(',') ? 5 : 2.5;
}

/** How much a line looks like one of a list of attachments or copies. */
export function enclosureScore(place: Place): number {
  const isBelowLabel =
    place.before?.forms.isEnclosures === true && place.line.blankBefore === 0 && place.text.length <= 76;
  return isShort(place) || place.forms.isEnclosures || isBelowLabel ? enclosure(place) + lastness(place) / 2 : NEVER;
}

/** Whether a line belongs below the label of a list; a name far on the right is a signature. */
function isUnderList(line: SheetLine, forms: LineForms, label: SheetLine): boolean {
  if (forms.isName && line.indent >= label.indent + 24 && line.blankBefore > 0) return false;
  return line.indent > label.indent || line.group === label.group;
}

/** So far above can the label of a list of attachments stand. */
const LONGEST_LIST = 12;

function enclosure({ at, line, forms, isText, lines }: Place): number {
  if (forms.isEnclosures) return 5.8;
  const isTextBelow = isText && !(lines[at - 1]?.forms.isEnclosures === true && line.blankBefore === 0);
  if (isTextBelow || line.banner !== undefined) return -8;
  let blanks = line.blankBefore > 0 ? 1 : 0;
  for (let above = at - 1; above >= 0 && above >= at - LONGEST_LIST && blanks <= 2; above--) {
    const other = lines[above];
    if (other === undefined) break;
    if (other.forms.isEnclosures) {
      return isUnderList(line, forms, other.line) ? (blanks === 0 ? 4.2 : 2) : -3;
    }
    if (other.isText || other.line.banner !== undefined || other.forms.isClose) break;
    if (other.line.blankBefore > 0) blanks++;
  }
  return -8;
}

/** How much a line looks like one of decision below a signature: `Yes ___`, `No ___`, `Call me ___`. */
export function decisionBelowScore(place: Place): number {
  return place.forms.isDecision && isShort(place) && isBelowSignature(place) ? 6 + lastness(place) : NEVER;
}

/** Whether a name, or the office of who has signed, is the nearest line above that is neither of the sheet nor of decision. */
function isBelowSignature({ lines, at }: Place): boolean {
  for (let above = at - 1; above >= 0 && above >= at - 6; above--) {
    const other = lines[above];
    if (other === undefined || other.isText) return false;
    if (other.forms.isDecision || other.line.banner !== undefined || other.line.form !== undefined) continue;
    return other.forms.isSigned || other.forms.isName || (OFFICE.test(other.line.text) && other.line.indent >= 20);
  }
  return false;
}

/** How much a line looks like one that says who drafted and cleared, or as going on with it. */
export function draftingScore(place: Place): number {
  const { forms, line, before } = place;
  if (forms.isDrafting) return 6 + lastness(place) / 2;
  if (!isShort(place)) return NEVER;
  const goesOn = isBesideIn(place, before) && isBelowDrafting(place) && line.indent >= before.line.indent - 14;
  return (goesOn ? 4 : -8) + lastness(place) / 2;
}

function isBelowDrafting(place: Place): boolean {
  const { at, lines } = place;
  for (let above = at - 1; above >= at - 8 && isBesideIn(place, lines[above]); above--) {
    if (lines[above]?.forms.isDrafting === true) return true;
  }
  return false;
}
