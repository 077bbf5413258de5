import type { Span } from '../../model/position.js';
import { type CallStyle, FIRST_SIGNS, FORMS } from './call-forms.js';
import { groupedCalls } from './call-groups.js';
import { plainLabel } from './labels.js';
import { splitWeight, YEAR } from './split-digits.js';

/** A place of the text that may be the call of a note. */
export interface Candidate {
  /** Which line of the text, from 0. */
  readonly line: number;
  /** The stretch of the line that is the call. */
  readonly span: Span;
  readonly label: string;
  /** How much it looks like a call: 2 for digits glued to a word, 10 for `[^2]`, below 1 for a guess. */
  readonly weight: number;
  readonly style: CallStyle;
}

/** From this weight on a call is one by its looks. */
export const LOOKS_LIKE_CALL = 1;

/**
 * Finds what may be calls in a line: `[^2]`, `[2]`, `<sup>2</sup>`, `^2`, raised digits, signs, and digits glued to a word or to punctuation
 * (`Katzenbach1`, `Moscow 279.2`, `October 2081`). Which of them are calls, `matchCalls` decides from the notes.
 */
export function findCandidates(text: string, line: number): readonly Candidate[] {
  const found: Candidate[] = [];
  const first = text.search(LETTERS);
  for (const { 1: label = '', index } of first < 0 ? [] : text.matchAll(LETTERS)) {
    const span = { start: index + 1, end: index + 2 };
    found.push({ line, span, label, weight: letterWeight(text, span.start), style: 'letter' });
  }
  const letters = found.length;
  if (!MAY_CALL.test(text)) return found;
  const hasOnlyDigits = WITHOUT_SIGNS.test(text);
  const group = hasOnlyDigits ? 1 : DIGITS;
  for (const match of hasOnlyDigits ? text.matchAll(GLUED_DIGITS) : marksIn(text)) {
    const { index } = match;
    const add = (start: number, end: number, label: string, weight: number, style: CallStyle): void => {
      if (weight > 0) found.push({ line, span: { start, end }, label: plainLabel(label), weight, style });
    };
    const digits = match[group];
    if (digits !== undefined) {
      addDigits(text, index, digits, match[group + 1] ?? '', add);
      continue;
    }
    const place = FORMS.findIndex((_, at) => match[at + 1] !== undefined);
    const form = FORMS[place];
    const label = match[place + 1] ?? '';
    if (form?.style === 'sign') addSign(text, index, label, add);
    else if (form?.style === 'raised') addRaised(text, index, label, index + match[0].length, add);
    else if (form !== undefined) {
      const end = index + match[0].length;
      add(beforeBlanks(text, index), end, label, form.weigh(text, index, end), form.style);
    }
  }
  const grouped = groupedCalls(text, line);
  if (grouped.length + letters === 0) return found;
  const isApart = ({ span }: Candidate): boolean =>
    grouped.every((one) => span.end <= one.span.start || span.start >= one.span.end);
  return [...found.filter(isApart), ...grouped].sort((a, b) => a.span.start - b.span.start);
}

/** What a line must have to call a note. */
const MAY_CALL = /[\d*+†‡§¶‖⁰¹²³⁴-⁹ᵃ-ᶻ①-⒛❶-❿α-ω[({<^|]/;

/** A letter after a stop, glued to it: `broken.a We`. Apart from the others, since lines are full of letters. */
const LETTERS = /[.,;:!?”"’)\]]([a-z])(?=[\s,;:)\]”"]|$)/gu;

/** A call that stands apart from the words before it belongs to them; the blanks between are of the call. */
function beforeBlanks(text: string, index: number): number {
  let start = index;
  while (start > 0 && text[start - 1] === ' ') start--;
  return start === 0 ? index : start;
}

const GLUED_DIGITS = /(\d+)([a-h](?![A-Za-z\d]))?/gu;
const MARK = new RegExp([...FORMS.map(({ pattern }) => pattern), GLUED_DIGITS.source].join('|'), 'yu');
const FIRST_SIGN = new RegExp(FIRST_SIGNS, 'gu');

/** All that a line has of the forms of calls, in its order. The forms are tried only where one of them can begin, since most of a line is letters. */
function marksIn(text: string): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  FIRST_SIGN.lastIndex = 0;
  for (let sign = FIRST_SIGN.exec(text); sign !== null; sign = FIRST_SIGN.exec(text)) {
    MARK.lastIndex = sign.index;
    const mark = MARK.exec(text);
    if (mark === null) continue;
    found.push(mark);
    FIRST_SIGN.lastIndex = MARK.lastIndex;
  }
  return found;
}
/** A line of nothing but these calls notes by glued digits alone: each of the other forms has a sign that is none of them. */
const WITHOUT_SIGNS = /^[A-Za-zÀ-ÖØ-öø-ÿ\d\s.,;:?!'"“”‘’–—$%-]*$/;
/** The group of digits glued to something. */
const DIGITS = FORMS.length + 1;

/** A raised number that the copy has set apart: after a sentence or at the end of its line; elsewhere it is a number. */
function apartWeight(text: string, start: number, end: number): number {
  if (!/^(?:$|[\s.,;:)\]”"])/.test(text.slice(end, end + 1)) || /^[.,;:]\d/.test(text.slice(end, end + 2))) return 0;
  const isAfterStop = /[.,;:!?”"’)\]] $/.test(text.slice(Math.max(0, start - 2), start));
  if (end === text.length) return isAfterStop ? 1.3 : end - start === 1 ? 1.1 : 0.25;
  if (isAfterStop) return /^\s+\p{Lu}/u.test(text.slice(end, end + 3)) ? 1.3 : 0;
  return /\p{Ll} $/u.test(text.slice(start - 2, start)) && /^\s\p{Ll}/u.test(text.slice(end, end + 2)) ? 0.25 : 0;
}

/** A letter after a stop; `p.m` is an abbreviation. */
function letterWeight(text: string, start: number): number {
  return /(?:^|[^\p{L}])\p{L}\.$/u.test(text.slice(Math.max(0, start - 3), start)) ? 0.2 : 1.5;
}

type Add = (start: number, end: number, label: string, weight: number, style: CallStyle) => void;

/** `km²`, `10⁶`, `x²` are measures and powers. */
const POWER = /(?:^|[^\p{L}\d])(?:[kcdm]?m|ft|in|mi|yd|\p{L}|\d+)$/u;

function addRaised(text: string, index: number, label: string, end: number, add: Add): void {
  const isPower = POWER.test(text.slice(Math.max(0, index - 8), index));
  const weight = index === 0 ? 0 : isPower ? 0.2 : 8;
  add(beforeBlanks(text, index), end, label, weight, 'raised');
  addPair(plainLabel(label), index + label.length, weight, add, 'raised');
}

/** Two calls at one place: `12` is 1 and 2, `910` is 9 and 10. */
function pairsOf(digits: string): readonly (readonly [string, string])[] {
  const half = digits.slice(0, Math.ceil(digits.length / 2) - (digits.length % 2));
  return half !== '' && digits === `${half}${Number(half) + 1}` ? [[half, digits.slice(half.length)]] : [];
}

/** The number of a paragraph. */
const NUMBERED = /^(?:\d{1,3}[.)]|\([a-z\d]{1,3}\)|[a-z][.)])\s/;

function addSign(text: string, index: number, sign: string, add: Add): void {
  const before = text[index - 1] ?? ' ';
  const after = text[index + sign.length] ?? ' ';
  const end = index + sign.length;
  // `*7. Pay no rent`: a sign before the number of a paragraph.
  if (index === 0 && NUMBERED.test(text.slice(end, end + 8))) add(index, end, sign, 1.1, 'sign');
  if (/[\p{L}\d]/u.test(after)) return;
  if (/[\p{L}\d.,;:!?"”’')\]]/u.test(before)) add(index, end, sign, 2, 'sign');
  // A sign that stands apart; between two numbers it multiplies.
  else if (before === ' ' && index > 1 && !/\d/.test(text[index - 2] ?? '')) {
    add(beforeBlanks(text, index), end, sign, 1.1, 'sign');
  }
}

/** Calls are short numbers; longer ones are part of the text. */
const MAX_DIGITS = 3;

/** The digits of a run (from `index`) as candidates: all of them, or those at its end, the others being text. */
function addDigits(text: string, index: number, digits: string, letter: string, add: Add): void {
  const end = index + digits.length;
  if (letter === '' && digits.length <= 2 && index > 1 && /^\S $/.test(text.slice(index - 2, index))) {
    add(beforeBlanks(text, index), end, digits, apartWeight(text, index, end), 'apart');
  }
  const tail = followWeight(text.slice(end + letter.length, end + letter.length + 5));
  if (digits.length <= MAX_DIGITS && !(digits.startsWith('0') && digits !== '0')) {
    const weight = glueWeight(text, index) * tail * (isUnderName(text, index, end) ? 2 : 1);
    if (letter !== '') add(index, end + letter.length, digits + letter, weight * 0.95, 'digits');
    add(index, end, digits, letter === '' ? weight : weight * 0.5, 'digits');
    if (letter === '') addPair(digits, end, weight, add, 'digits');
  }
  for (let length = Math.min(MAX_DIGITS, digits.length - 1); length >= 1; length--) {
    const label = digits.slice(-length);
    if (label.startsWith('0')) continue;
    const weight = isNumberOfHeading(text, index, end)
      ? 0.2
      : splitWeight(text, index, digits.slice(0, -length)) * tail;
    if (letter !== '') add(end - length, end + letter.length, label + letter, weight * 0.2, 'split');
    else add(end - length, end, label, weight, 'split');
  }
  // `September 11, 196912`: two calls after a year
  if (letter === '' && YEAR.test(digits.slice(0, 4))) {
    addPair(digits.slice(4), end, splitWeight(text, index, digits.slice(0, 4)) * tail, add, 'split');
  }
}

/** Digits that end at `end` as two calls at one place. */
function addPair(digits: string, end: number, weight: number, add: Add, style: CallStyle): void {
  for (const [first, second] of pairsOf(digits)) {
    add(end - digits.length, end - second.length, first, weight * 0.45, style);
    add(end - second.length, end, second, weight * 0.45, style);
  }
}

/** `Telegram 230211 From`, `Airgram A–2761 From`: the number of the document in its heading. */
function isNumberOfHeading(text: string, index: number, end: number): boolean {
  return (
    /^ From\b/.test(text.slice(end, end + 6)) &&
    /(?:telegram|airgram|despatch|dispatch|instruction|message) (?:[A-Z]{1,3}[-–])?$/i.test(
      text.slice(Math.max(0, index - 20), index),
    )
  );
}

/** How far what follows the digits allows a call: a space, the line's end or punctuation do; `p.m.`, a letter or `%` do not. */
function followWeight(after: string): number {
  if (/^\s*[ap]\.? ?m\b/i.test(after)) return 0;
  if (/^(?:$|[\s.,;:!?)\]"”’'—\u2013[(-])/.test(after)) return /^(?:[.,:]\d|[-\u2013]\d)/.test(after) ? 0.15 : 1;
  return /^\p{Lu}/u.test(after) ? 0.5 : 0.1;
}

/** A date and its stop: digits after it are no decimals. */
const END_OF_DATE =
  /\b(?:1[89]|20)\d\d\.$|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\.$/;

/** `Frank C. Wisner2`: a name alone on its line, which a note on the signature follows. */
function isUnderName(text: string, index: number, end: number): boolean {
  return (
    end === text.length &&
    index < 50 &&
    /^\p{Lu}[\p{L}\p{M}.’'-]*(?: [\p{L}\p{M}.’'-]+){0,4}$/u.test(text.slice(0, index))
  );
}

/** What a number follows that says which page or paper is meant. */
const REFERENCE = /(?:^|[\s(])(?:pp?|nos?|paras?|pars?|vols?|arts?|secs?|chs?|figs?|docs?|ser)\.$/i;

/** `11:15`: the minutes of an hour. */
const CLOCK = /(?:^|\D)\d{1,2}:[0-5]\d$/;

/** How far what stands before the whole run of digits allows it to be a call. */
function glueWeight(text: string, index: number): number {
  const before = text[index - 1];
  if (before === ':' && CLOCK.test(text.slice(Math.max(0, index - 4), index + 2))) return 0;
  if (before === undefined || /[\s([$£#/=<>+\u2013-]/.test(before)) return 0;
  // `see p.2`, `No.4`: an abbreviation goes on with its number.
  if (before === '.' && REFERENCE.test(text.slice(Math.max(0, index - 7), index))) return 0.2;
  // `279.2` may be a decimal; `1,000` is a number, `31,28` is not
  if (END_OF_DATE.test(text.slice(Math.max(0, index - 16), index))) return 2;
  if (/[.,]/.test(before) && /\d/.test(text[index - 2] ?? ' '))
    return before === '.' || /^\d{3}/.test(text.slice(index)) ? 1 : 1.8;
  if (/[.,]/.test(before)) return 2;
  if (/[;:!?)\]"”’'…]/.test(before)) return 2;
  if (/\p{L}/u.test(before)) {
    const letters = /(?:^|[^\p{L}])(\p{Lu}{1,4})$/u.exec(text.slice(Math.max(0, index - 5), index))?.[1];
    // `G2`, `J3` are offices, `USSR2` has a call
    return letters === undefined ? 2 : letters.length === 1 ? 0.25 : 1.2;
  }
  return 0.6;
}
