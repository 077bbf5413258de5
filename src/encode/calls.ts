import type { Span } from '../model/position.js';
import type { Endnote } from './endnotes.js';
import { isSourceNote } from './source-prefix.js';

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
    const weight = glueWeight(text, index) * tail;
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

/** How far what stands before the whole run of digits allows it to be a call. */
function glueWeight(text: string, index: number): number {
  const before = text[index - 1];
  if (before === undefined || /[\s([$£#/=<>+\u2013-]/.test(before)) return 0;
  // `279.2` may be a decimal; `1,000` is a number, `31,28` is not
  if (/\b(?:1[89]|20)\d\d\.$/.test(text.slice(Math.max(0, index - 6), index))) return 2; // the end of a date
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

/** A note with the call that it belongs to. */
export interface Matched {
  readonly note: Endnote;
  /** The number that the text or the list prints. */
  readonly label: string;
  readonly call?: Candidate;
}

const MISSING = -2.5;
const JUMP = -1.5;
const RESTART = -3;

/** How many notes a label may be thought to call; keeps the search linear on texts that are nothing but digits. */
const MAX_STATES = 32;

interface Path {
  readonly score: number;
  readonly candidate: Candidate;
  readonly before: Path | undefined;
  /** The note that the candidate calls. */
  readonly note: number;
}

/**
 * Gives each note its call. Notes and calls are matched by order and count, not by value: the printed numbers run on from document
 * to document in the older volumes, and the list counts anew. Of all chains of candidates whose labels count up, the one is taken
 * that calls all notes and looks most like calls. Time grows with the candidates, not with their pairs.
 */
export function matchCalls(notes: readonly Endnote[], candidates: readonly Candidate[]): readonly Matched[] {
  const labelled = notes.every((note) => note.label !== undefined);
  const chain = labelled ? byLabel(notes, candidates) : byCount(notes, candidates);
  const calls = new Map<number, Candidate>();
  for (let path = chain; path !== undefined; path = path.before) calls.set(path.note, path.candidate);
  return notes.map((note, index) => {
    const call = calls.get(index);
    const label = note.label ?? call?.label ?? String(index + 1);
    return call === undefined ? { note, label } : { note, label, call };
  });
}

/** The list prints the calls' own labels: the heaviest chain of candidates that goes through them in order. */
function byLabel(notes: readonly Endnote[], candidates: readonly Candidate[]): Path | undefined {
  const places = new Map<string, number[]>();
  notes.forEach((note, index) => {
    places.set(note.label ?? '', [...(places.get(note.label ?? '') ?? []), index]);
  });
  const best = new PrefixMaximum(notes.length);
  for (const candidate of candidates) {
    // From the last place on, so that a label which occurs twice is not reached by way of itself.
    for (const note of (places.get(candidate.label) ?? []).toReversed()) {
      const before = best.below(note);
      best.set(note, { score: (before?.score ?? 0) + candidate.weight, candidate, before, note });
    }
  }
  return best.below(notes.length);
}

/** The heaviest path that ends at a note below a bound, in O(log notes): a Fenwick tree of maxima. */
class PrefixMaximum {
  readonly #tree: (Path | undefined)[];

  constructor(size: number) {
    this.#tree = new Array<Path | undefined>(size + 1).fill(undefined);
  }

  below(note: number): Path | undefined {
    let found: Path | undefined;
    for (let i = note; i > 0; i -= i & -i) found = heavier(this.#tree[i], found);
    return found;
  }

  set(note: number, path: Path): void {
    for (let i = note + 1; i < this.#tree.length; i += i & -i) this.#tree[i] = heavier(path, this.#tree[i]);
  }
}

function heavier(a: Path | undefined, b: Path | undefined): Path | undefined {
  return a !== undefined && (b === undefined || a.score > b.score) ? a : b;
}

/** The list counts anew: the heaviest chain of exactly as many candidates as there are notes, whose labels count up. */
function byCount(notes: readonly Endnote[], candidates: readonly Candidate[]): Path | undefined {
  const chains = new Chains(notes.length, isSourceNote(notes[0]?.lines[0]?.text ?? ''));
  for (const candidate of candidates) chains.add(candidate);
  return chains.best;
}

/** The chains of candidates so far, by the label that they end with and the note that it calls. */
class Chains {
  best: Path | undefined;
  readonly #count: number;
  readonly #beginsWithSource: boolean;
  readonly #ending = new Map<string, Map<number, Path>>();

  constructor(count: number, beginsWithSource: boolean) {
    this.#count = count;
    this.#beginsWithSource = beginsWithSource;
  }

  /** Prolongs every chain that the candidate can follow, and begins one with it. */
  add(candidate: Candidate): void {
    const [, digits = '', letter = ''] = /^(\d*)(\D*)$/.exec(candidate.label) ?? [];
    const number = digits === '' ? 0 : Number(digits);
    const reached = new Map<number, Path>();
    const reach = (before: Path | undefined, note: number, score: number): void => {
      if (note >= this.#count || (reached.get(note)?.score ?? Number.NEGATIVE_INFINITY) >= score) return;
      reached.set(note, { score, candidate, before, note });
    };
    reach(undefined, 0, candidate.weight + startWeight(number, letter, candidate, this.#beginsWithSource));
    for (const step of predecessors(number, letter)) {
      for (const path of this.#ending.get(step.label)?.values() ?? []) {
        reach(path, path.note + step.notes, path.score + candidate.weight + step.score);
      }
    }
    if (number === 1 && letter === '' && this.best !== undefined) {
      reach(this.best, this.best.note + 1, this.best.score + candidate.weight + RESTART);
    }
    this.#keep(candidate.label, reached);
  }

  #keep(label: string, reached: ReadonlyMap<number, Path>): void {
    const known = this.#ending.get(label) ?? new Map<number, Path>();
    this.#ending.set(label, known);
    for (const [note, path] of reached) {
      if (known.size >= MAX_STATES && !known.has(note)) continue;
      if (path.score > (known.get(note)?.score ?? Number.NEGATIVE_INFINITY)) known.set(note, path);
      if (this.best === undefined || this.#value(path) > this.#value(this.best)) this.best = path;
    }
  }

  /** What a chain is worth if it ends here: each note that it leaves without a call costs. */
  #value(path: Path): number {
    return path.score + MISSING * (this.#count - 1 - path.note);
  }
}

/** Notes begin at 1 or 0 in most volumes; elsewhere with the first number after the document before. */
function startWeight(number: number, letter: string, candidate: Candidate, beginsWithSource: boolean): number {
  if (letter !== '') return -2;
  const sure = Math.min(1, candidate.weight);
  if (number === 1) return sure * (beginsWithSource && candidate.line < 2 ? 1.2 : 0.3);
  if (number === 0) return beginsWithSource && candidate.line < 2 ? sure : -1;
  return candidate.weight >= 1 ? -0.5 : -1.5;
}

/** Labels that a label may follow: how many notes further it is, and what the step costs. */
function predecessors(
  number: number,
  letter: string,
): readonly { readonly label: string; readonly notes: number; readonly score: number }[] {
  if (letter === 'a') return [{ label: String(number), notes: 1, score: 0 }];
  if (letter !== '') {
    return [{ label: number + String.fromCharCode((letter.codePointAt(0) ?? 0) - 1), notes: 1, score: 0 }];
  }
  const before = ['', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((suffix) => ({
    label: `${number - 1}${suffix}`,
    notes: 1,
    score: 0,
  }));
  return [
    ...before,
    { label: String(number), notes: 1, score: JUMP }, // called again, and printed again
    { label: String(number - 2), notes: 1, score: JUMP },
    { label: String(number - 2), notes: 2, score: MISSING },
    { label: String(number - 3), notes: 3, score: 2 * MISSING },
  ];
}
