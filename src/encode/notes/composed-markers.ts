import type { Span } from '../../model/position.js';
import type { Line } from '../page/segment.js';
import type { Candidate } from './call-candidates.js';
import { CAPITAL, CIRCLED, GREEK, LETTER, NUMBER, plainLabel, RAISED, SIGN } from './labels.js';
import type { Marker, MarkerStyle } from './list-markers.js';

/**
 * Markers that the table does not name, by what all markers consist of: signs that open, a word for a note, a label, signs that close. What a
 * list is marked with in this way its calls are as well (an *echo*): `~1~` in the list and in the text.
 */

const WORD = `(?:foot|end)?notes?|ftn|fnt?|fu(?:ß|ss)note|anm(?:erkung)?|nota|n[tb]?`;
const LABEL = `${NUMBER}|${RAISED}|${CIRCLED}|${SIGN}|${LETTER}|${CAPITAL}|${GREEK}`;

/** Signs that open a marker; quotation marks begin words. */
const OPEN = String.raw`[^\p{L}\p{N}\s“”"‘’'$£€⁰¹²³⁴-⁹①-⒛❶-❿]{0,3}?`;
const CLOSE = String.raw`[^\p{L}\p{N}\s“”"‘’'(<[$£€]{0,4}`;

/** Group 1 what opens, 2 the word, 3 the label, 4 what closes; the end is where the words of the note begin. */
const COMPOSED = new RegExp(
  String.raw`^(${OPEN})\s?(?:(${WORD})\.?\s?)?(${LABEL})(?!\p{Ll})( ?(?:(?<=[([{⟨] ?[^\s]{1,4} )[)\]}⟩]|[-–—.:=|>»]|)${CLOSE})(?:\s+|(?=\p{Lu})|$)`,
  'iu',
);

/** Brackets that a note closes with where its marker leaves them open: `[1: Not printed.]`. */
const TAILS: Readonly<Record<string, RegExp>> = { '[': /\s*\]$/, '(': /\s*\)$/, '{': /\s*\}$/, '|': /\s*\|$/ };
const PARTNERS: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}', '|': '|' };

/** A line begins with so many characters of a marker at most. */
const LONGEST = 40;

/** What stands before the marker proper: a bullet, a dash, the two stops of reStructuredText. */
export const LEAD = /^(?:[-–—•·▪◦*>]|\.\.)\s+(?=\S)/;

/** Of the markers below a bullet those that a point of the text does not have. */
const AFTER_LEAD: ReadonlySet<string> = new Set(['bullet', 'bare', 'letter', 'number-above', 'sign', 'returning']);

/** How a line is marked below a bullet or a dash: `• [1] Not printed.`, `— 1. Not printed.` */
export function ledMarker(text: string, markersOf: (rest: string) => readonly Marker[]): Marker | undefined {
  const lead = LEAD.exec(text)?.[0];
  if (lead === undefined) return undefined;
  const inner = markersOf(text.slice(lead.length)).find(({ style }) => !AFTER_LEAD.has(style.name));
  // `- 1 -` is the number of a page.
  if (inner === undefined || lead.length + inner.length >= text.length) return undefined;
  const style = { ...inner.style, name: `${lead.trim()} ${inner.style.name}` };
  return { ...inner, style, length: lead.length + inner.length };
}

/** How a line is marked that no row of the table knows. */
export function composedMarker(text: string): Marker | undefined {
  const match = COMPOSED.exec(text.slice(0, LONGEST));
  if (match === null || (match[0].length === LONGEST && text.length > LONGEST)) return undefined;
  const [whole, opening = '', word, label = '', closing = ''] = match;
  const [open, close] = [opening.trim(), closing.trim()];
  if ((open === '' && close === '' && word === undefined) || whole.length === text.length) return undefined;
  if (word !== undefined && !/[\d*†‡⁰-⁹¹²³]/.test(label)) return undefined;
  const partner = PARTNERS[open.slice(0, 1)];
  const isOpen = partner !== undefined && !close.includes(partner);
  // `[2 lines illegible]` opens a bracket as well.
  if (isOpen && !/[:.,–—-]/.test(close) && /[\p{L}\d]/u.test(label)) return undefined;
  const tail = isOpen || open === '|' ? TAILS[open.slice(0, 1)] : undefined;
  const style: MarkerStyle = {
    name: `composed ${open} ${word?.toLowerCase() ?? ''} ${close} ${kindOf(label)}`,
    pattern: COMPOSED,
    telling: 'with-calls',
    ...(open === '' && word === undefined ? { isOfPoints: true } : {}),
    ...(tail === undefined ? {} : { tail }),
    echo: { open: isOpen ? '' : open, word: word ?? '', close: closingOf(open, close) },
  };
  return { style, label: plainLabel(label), length: whole.length };
}

/** Labels of one list are of one kind. */
function kindOf(label: string): string {
  if (/\d/.test(label)) return 'number';
  return /\p{L}/u.test(label) ? 'letter' : 'sign';
}

const MIRRORED: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '<': '>',
  '«': '»',
  '‹': '›',
  '⁽': '⁾',
  '⟨': '⟩',
  '⟦': '⟧',
  '【': '】',
  '（': '）',
  '［': '］',
};

/** What a call repeats of the signs that close a marker: not the stop or the dash that parts it from the words. */
export function closingOf(open: string, close: string): string {
  const mirrored = Array.from(open, (sign) => MIRRORED[sign] ?? sign)
    .reverse()
    .join('');
  const own = close.replace(/^[.:]+(?=.)/, '');
  if (open !== '' && own.startsWith(mirrored)) return mirrored;
  return own.replace(/[-.:,;–—=|]+$/, '');
}

/** How the calls of a list are printed that repeat its marker. */
export interface Echo {
  readonly open: string;
  readonly word: string;
  readonly close: string;
}

/** Echoes are looked for of so many ways to mark a list at most. */
const MOST_ECHOES = 6;

/** The calls in a text that repeat the markers of its lists, by the name of the style; one pass for each style. */
export function echoesOf(
  lines: readonly Line[],
  styles: ReadonlyMap<string, Echo>,
  isText: (line: number) => boolean,
): ReadonlyMap<string, readonly Candidate[]> {
  const found = new Map<string, readonly Candidate[]>();
  for (const [name, echo] of [...styles].slice(0, MOST_ECHOES)) {
    const sign = (echo.open || echo.word || echo.close).toLowerCase();
    if (sign === '') continue;
    const pattern = patternOf(echo);
    const own = lines.flatMap(({ text }, line) =>
      text.toLowerCase().includes(sign) && isText(line) ? echoesIn(text, line, pattern, echo) : [],
    );
    found.set(name, own);
  }
  return found;
}

function patternOf({ open, word, close }: Echo): RegExp {
  const gap = open === '' && word === '' ? '' : ' ?';
  const before = open === '' ? String.raw`(?<![\p{L}\d])` : '';
  const after = close === '' || open === '' ? String.raw`(?![\p{L}\d])` : '';
  const marks = String.raw`${escaped(open)}${gap}${escaped(word)}\.?${gap}(${LABEL})${gap}${escaped(close)}`;
  return new RegExp(before + marks + after, 'giu');
}

function echoesIn(text: string, line: number, pattern: RegExp, { open, close }: Echo): readonly Candidate[] {
  // Between two signs nothing else is printed so.
  const sure = open !== '' && close !== '' ? 9 : 3.5;
  return [...text.matchAll(pattern)]
    .filter(({ index }) => index > 0 && !(open === '' && isInBrackets(text, index, close)))
    .map(({ 0: whole, 1: label = '', index }): Candidate => {
      const weight = close === ')' && /[\p{L}\d]/u.test(label) ? Math.min(sure, HALF) : sure;
      return { line, span: spanOf(text, index, index + whole.length), label: plainLabel(label), weight, style: 'echo' };
    });
}

/** `a)` counts in sentences as well. */
const HALF = 1.5;

/** Whether the bracket that closes behind a place has opened before it: `[see p. 17]`. */
export function isInBrackets(text: string, at: number, close: string): boolean {
  const open = close === ')' ? '(' : close === ']' ? '[' : undefined;
  return open !== undefined && text.lastIndexOf(open, at) > text.lastIndexOf(close, at - 1);
}

/** A call with the brackets that hold nothing else, and with the blank before it. */
function spanOf(text: string, index: number, till: number): Span {
  const isHeld = text[till] !== undefined && text[till] === MIRRORED[text[index - 1] ?? ''];
  let start = isHeld ? index - 1 : index;
  while (start > 0 && text[start - 1] === ' ') start--;
  return { start, end: isHeld ? till + 1 : till };
}

function escaped(signs: string): string {
  return signs.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
