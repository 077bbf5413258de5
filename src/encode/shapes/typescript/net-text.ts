import { genreOf } from '../../../grammar/heading-genre.js';
import { type Finding, finding, lineEntry } from '../../facts/finding.js';
import type { LabelledLine } from '../../regions/label-lines.js';
import { PART } from './opening-evidence.js';

const EXCERPT = 60;

/**
 * What stands in the text and is most often of a head block: where another document seems to begin, and labels among the first lines. Nothing is read
 * otherwise for it; the editor is told, because a document that was not parted from the next has the facts of both wrong.
 */
export function textDoubts(lines: readonly LabelledLine[]): readonly Finding[] {
  return [...beginningsInText(lines), ...textBelowClosing(lines), ...labelsInText(lines), ...strangeParagraphs(lines)];
}

/** Lines so near to each other are of one beginning. */
const WINDOW = 12;
/** How much speaks for a beginning that is told. */
const TOLD = 3;

/** Places of the text where lines stand that documents begin with: titles, days, labels, salutations, the names of offices. */
function beginningsInText(lines: readonly LabelledLine[]): readonly Finding[] {
  const found: Finding[] = [];
  let open: { readonly line: LabelledLine; readonly till: number; readonly seen: Map<string, number> } | undefined;
  let hasText = false;
  for (const [at, line] of lines.entries()) {
    if (open !== undefined && at > open.till) open = undefined;
    const sign = line.kind.startsWith('body.') ? signOf(line) : undefined;
    // A title is one wherever it stands below the head.
    const isOwn = hasText || sign?.name === 'title';
    hasText ||= line.kind === 'body.text';
    if (sign === undefined || !isOwn) continue;
    open ??= { line, till: at + WINDOW, seen: new Map() };
    if (open.seen.get('told') !== undefined) continue;
    open.seen.set(sign.name, sign.weight);
    const weight = [...open.seen.values()].reduce((sum, one) => sum + one, 0);
    if (weight < TOLD) continue;
    open.seen.set('told', 0);
    const { start, text } = open.line.line;
    found.push(finding('EN160', { text: text.slice(0, EXCERPT) }, start));
  }
  return found;
}

/** From how many lines of text on below a closing another document most likely begins there. */
const FEWEST_BELOW = 2;

/** Text below what only a closing has: enclosures and copies in a list, the line of who drafted, a leave. */
function textBelowClosing(lines: readonly LabelledLine[]): readonly Finding[] {
  let closed = false;
  let hasText = false;
  for (const [at, { line, forms, kind, isText }] of lines.entries()) {
    hasText ||= kind === 'body.text' && isText;
    if (!hasText || kind.startsWith('head.')) continue;
    const isAlone = line.blankBefore > 0 || line.pageBefore;
    closed ||= isAlone && line.form !== 'tab' && (forms.isDrafting || forms.isClose || (forms.isEnclosures && !isText));
    if (!closed || kind !== 'body.text' || !isText || !isAlone || forms.item !== undefined) continue;
    const below = lines.slice(at).filter((one) => one.kind === 'body.text' && one.isText).length;
    if (below < FEWEST_BELOW) return [];
    return [finding('EN168', { text: line.text.slice(0, EXCERPT) }, line.start)];
  }
  return [];
}

interface Sign {
  readonly name: string;
  readonly weight: number;
}

/** What of the beginning of a document a line of the text looks like. */
function signOf({ line, forms, kind }: LabelledLine): Sign | undefined {
  if (forms.item !== undefined || forms.isSpeech || kind === 'body.table') return undefined;
  const isApart = line.isCentred || line.isRight || line.isCapitals;
  if (forms.isTitle && isApart && line.text.includes(' ') && genreOf(line.text) !== undefined && !PART.test(line.text))
    return { name: 'title', weight: 3 };
  if (forms.isSalute) return { name: 'salute', weight: 3 };
  if (forms.label?.isKnown === true && forms.label.hasColon && forms.label.role !== 'other') {
    return { name: forms.label.role, weight: 1.5 };
  }
  if (forms.isDate && line.text.length < 50) return { name: 'date', weight: line.isRight || line.isCentred ? 2 : 1 };
  if (forms.isOffice && isApart) return { name: 'office', weight: 1 };
  return forms.isClose ? { name: 'close', weight: 2 } : undefined;
}

/** A label with its value, as head blocks have them: `Time and Place:  3 p.m., the Embassy`. */
const LABEL = /^\p{Lu}[\p{L}/&.' -]{1,32}:\s+\S.{0,90}$/u;
/** Among so many lines of the text the rest of a head block can stand. */
const FIRST_LINES = 8;
/** What a speaker says goes on below; the value of a label that no rule knows hardly does. */
const LONGEST_LABELLED = 80;

/** Labels among the first lines of the text: the head block went on, and its reading stopped. */
function labelsInText(lines: readonly LabelledLine[]): readonly Finding[] {
  const found: Finding[] = [];
  let seen = 0;
  for (const { line, forms, kind } of lines) {
    if (kind !== 'body.text' && kind !== 'body.heading' && kind !== 'body.label') continue;
    if (++seen > FIRST_LINES || line.text.length > LONGEST_LABELLED || forms.isSpeech) break;
    const isLabel = LABEL.test(line.text) && !/[.?!]["”]?$/.test(line.text.replace(/\b\p{L}\.\p{L}\.$/u, ''));
    const isAlone = line.blankAfter > 0 || forms.label?.isKnown === true;
    if (isLabel && isAlone && forms.item === undefined)
      found.push(finding('EN161', { text: line.text.slice(0, EXCERPT) }, line.start, lineEntry(line.text, 'heading')));
  }
  return found;
}

/** A paragraph of a whole sentence is seldom shorter. */
const SHORT = 84;
/** What sentences have not: doubled signs, words in brackets first, strokes between abbreviations, figures of a registry. */
const ODD =
  /\?\?|!!|^[[(<*]|^[-–—]\s?\d+\s?[-–—]$|\b[A-Z]{2,}\/[A-Z]|\b\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?\b|\b(?:bx|fldr|ser|pls|tel|cc|ok)\b|^\p{Ll}[^.]*$/u;
/** `Lay to Souers: …`, `JFD: "Too long!"`: somebody's word beside the text. */
const SAID = /^\p{Lu}[\p{L}.' ]{1,28}:\s/u;

/** From how much a short line looks like one of a hand even where it is not apart. */
const BROKEN_HAND = 2.5;

/** Short paragraphs by themselves with what sentences have not: a word of a hand, a registry's mark, the number of a page. */
function strangeParagraphs(lines: readonly LabelledLine[]): readonly Finding[] {
  const isSpoken = lines.filter(({ forms, kind }) => forms.isSpeech && kind === 'body.text').length > 2;
  return lines.flatMap(({ line, forms, kind }, at) => {
    // The last line of a paragraph can be a word of a hand, from which no empty line parts it.
    const isAlone =
      (line.blankBefore > 0 || (forms.hand > BROKEN_HAND && !/^\p{Ll}/u.test(line.text))) &&
      (line.blankAfter > 0 || at === lines.length - 1);
    if (kind !== 'body.text' || !isAlone || line.text.length > SHORT || forms.item !== undefined || forms.isSpeech)
      return [];
    if (/[.!:][”")\]]*$/.test(line.text) && !/\?\?|!!/.test(line.text)) return [];
    const isOdd = ODD.test(line.text) || (!isSpoken && forms.label?.isKnown !== true && SAID.test(line.text));
    return isOdd
      ? [finding('EN162', { text: line.text.slice(0, EXCERPT) }, line.start, lineEntry(line.text, 'stamp'))]
      : [];
  });
}
