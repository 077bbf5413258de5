import type { Span } from '../../model/position.js';

/** A place of the text that may be the call of a note. */
export interface Candidate {
  /** Which line of the body, from 0. */
  readonly line: number;
  /** The stretch of the line that is the call. */
  readonly span: Span;
  readonly label: string;
  /** How much it looks like a call: 2 for digits glued to a word, 10 for `[^2]`, below 1 for a guess. */
  readonly weight: number;
}

/**
 * Finds what may be calls in a line: `[^2]`, `[2]`, superscript digits, signs, and digits glued to a word or to punctuation
 * (`Katzenbach1`, `Moscow 279.2`, `October 2081`). Which of them are calls, `matchCalls` decides from the notes.
 */
export function findCandidates(text: string, line: number): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.matchAll(MARK)) {
    const { index } = match;
    const whole = match[0];
    const add = (start: number, end: number, label: string, weight: number): void => {
      found.push({ line, span: { start, end }, label, weight });
    };
    if (match[1] !== undefined) add(index, index + whole.length, match[1], 10);
    else if (match[2] !== undefined) add(index, index + whole.length, match[2], isBracketCall(text, index) ? 4 : 2.2);
    else if (match[3] !== undefined) add(index, index + whole.length, plainDigits(match[3]), 8);
    else if (match[4] !== undefined) addSign(text, index, match[4], add);
    else addDigits(text, index, match[5] ?? '', match[6] ?? '', add);
  }
  return found;
}

const MARK =
  /\[\^(\d{1,4}[a-z]?|[*†‡§¶#]{1,4}|[a-z])\]|\[(\d{1,4}[a-z]?|[*†‡§¶#]{1,4})\]|([⁰¹²³⁴-⁹]{1,4})|([*†‡]{1,4})|(\d+)([a-h](?![A-Za-z\d]))?/g;

type Add = (start: number, end: number, label: string, weight: number) => void;

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function plainDigits(superscripts: string): string {
  return Array.from(superscripts, (c) => SUPERSCRIPTS.indexOf(c)).join('');
}

/** `word.[2]` is a call; `My 187 [1807]` is the editors' correction. */
function isBracketCall(text: string, index: number): boolean {
  return index > 0 && /\S/.test(text[index - 1] ?? '');
}

function addSign(text: string, index: number, sign: string, add: Add): void {
  const before = text[index - 1] ?? ' ';
  const after = text[index + sign.length] ?? ' ';
  if (/[\p{L}\d.,;:!?"”’')\]]/u.test(before) && !/[\p{L}\d]/u.test(after)) add(index, index + sign.length, sign, 2);
}

/** Calls are short numbers; longer ones are part of the text. */
const MAX_DIGITS = 3;

/** The digits of a run (from `index`) as candidates: all of them, or those at its end, the others being text. */
function addDigits(text: string, index: number, digits: string, letter: string, add: Add): void {
  const end = index + digits.length;
  const after = text.slice(end + letter.length, end + letter.length + 5);
  const tail = followWeight(after);
  if (digits.length <= MAX_DIGITS && !(digits.startsWith('0') && digits !== '0')) {
    const weight = glueWeight(text, index) * tail * (isUnderName(text, index, end) ? 2 : 1);
    if (weight > 0) {
      if (letter !== '') add(index, end + letter.length, digits + letter, weight * 0.95);
      add(index, end, digits, letter === '' ? weight : weight * 0.5);
      const half = digits.slice(0, Math.ceil(digits.length / 2) - (digits.length % 2));
      // Two calls at one place: `12` is 1 and 2, `910` is 9 and 10
      if (letter === '' && half !== '' && digits === `${half}${Number(half) + 1}`) {
        add(index, index + half.length, half, weight * 0.45);
        add(index + half.length, end, digits.slice(half.length), weight * 0.45);
      }
    }
  }
  for (let length = Math.min(MAX_DIGITS, digits.length - 1); length >= 1; length--) {
    const label = digits.slice(-length);
    if (label.startsWith('0')) continue;
    const weight = isNumberOfHeading(text, index, end)
      ? 0.2
      : splitWeight(text, index, digits.slice(0, -length)) * tail;
    if (letter !== '') add(end - length, end + letter.length, label + letter, weight * 0.2);
    else add(end - length, end, label, weight);
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

/** How far what stands before the whole run of digits allows it to be a call. */
function glueWeight(text: string, index: number): number {
  const before = text[index - 1];
  if (before === undefined || /[\s([$£#/=<>+\u2013-]/.test(before)) return 0;
  // `279.2` may be a decimal; `1,000` is a number, `31,28` is not
  if (END_OF_DATE.test(text.slice(Math.max(0, index - 16), index))) return 2;
  if (/[.,]/.test(before) && /\d/.test(text[index - 2] ?? ' '))
    return before === '.' || /^\d{3}/.test(text.slice(index)) ? 1 : 1.8;
  if (/[.,]/.test(before)) return 2;
  if (/[;:!?)\]"”’'…]/.test(before)) return 2;
  if (/\p{L}/u.test(before))
    return /(?:^|[^\p{L}])\p{Lu}{1,4}$/u.test(text.slice(Math.max(0, index - 5), index)) ? 1.2 : 2;
  return 0.6;
}

const MONTH = /(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? $/;

/** How far digits that end a longer run can be a call, `rest` being the number that they leave. */
function splitWeight(text: string, index: number, rest: string): number {
  const before = text.slice(Math.max(0, index - 12), index);
  if (index === 0) return 0.05; // the number of a telegram or of a paragraph
  if (/\/$/.test(before)) return 0.3; // NSC 6018/1 and call 7
  if (!/[\s(,\u2013-]$/.test(before)) return 0.2;
  if (/^(?:1[6-9]|20)\d\d$/.test(rest)) return 1.2;
  if (/^(?:1[6-9]\d\d|20[01]\d)(?!\d)/.test(text.slice(index, index + 5))) return 0.05; // the digits are a year
  if (MONTH.test(before)) {
    const isDay = Number(text.slice(index, index + rest.length + 1)) <= 31 && rest.length === 1;
    return Number(rest) > 31 ? 0.3 : isDay ? 0.05 : 1;
  }
  if (/^(?:1[6-9]|20)\d\d\d/.test(rest)) return 0.2; // more digits of the call itself, after a year
  return [0, 0.15, 0.3, 0.5][rest.length] ?? 0.9;
}
