import { isSourceNote } from '../../grammar/source-prefix.js';
import type { Line } from '../page/segment.js';
import { plainLabel, romanValue, SIGNS } from './labels.js';
import { NOTES_HEADING, RULE } from './note-runs.js';

/**
 * Lists of notes that are marked as the grammar of markers does not know: lines that begin alike with a sign that counts up, and have the words
 * of notes or stand under a rule or a heading of notes. They are not read, but told.
 */

/** What a line begins with: signs and a word for a note, what counts, and signs behind it. */
const COUNTED =
  /^((?:<[^>]{1,9}>)*[^\p{L}\p{N}\s]{0,3}\s?(?:(?:(?:[Ff]oot|[Ee]nd)?[Nn]ote|F[Nn]|fn|[Nn]|nt|[Aa]nm|[Rr]ef)\.?\s?)?)(\d{1,3}|[ivxlIVXL]{1,7}|[A-Za-z]|[①-⑳]|[⁰¹²³⁴-⁹]{1,3}|[*†‡§¶‖#]{1,4})([^\p{L}\p{N}\s(“"‘]{0,3}(?:<\/[^>]{1,9}>)*)(?=\s|$|[\p{Lu}(“"‘])\s*/u;

/** The words that notes begin with, and paragraphs of a text do not. */
const WORDS_OF_NOTES =
  /^[[(“"]{0,2}(?:see (?:also )?(?:foot|end)?(?:note|document|telegram|ibid)s?\b|see (?:also )?foreign relations\b|not (?:printed|found|attached|declassified|identified)\b|none printed\b|ibid\b|dated \p{Lu}|printed (?:in|from)\b|for (?:the )?(?:full )?text,? (?:of|see)\b|attached but not\b|no (?:copy|record|text) (?:of .{1,60} )?(?:was|has been) found\b)/iu;

/** A list goes on within so many lines. */
const NEAR = 12;

/** What notes say anywhere in their words. */
const SAID_IN_NOTES =
  /\b(?:not (?:printed|found in)|see (?:footnote \d|Document \d|Foreign Relations)|Ibid\b)|^Received \p{Lu}\w+ \d/u;

/** A list that was not read as one of notes. */
export interface UnreadList {
  /** Its first line, and the sign that it begins with. */
  readonly line: Line;
  readonly sign: string;
}

interface Open {
  readonly line: Line;
  readonly sign: string;
  readonly isUnderHead: boolean;
  ordinal: number;
  at: number;
  count: number;
  hasWords: boolean;
}

/** The lists among the lines of a text that look like ones of notes. One pass. */
export function unreadLists(body: readonly Line[]): readonly UnreadList[] {
  const open = new Map<string, Open>();
  const all: Open[] = [];
  for (const [at, line] of body.entries()) {
    const beginning = beginningOf(body, at);
    if (beginning === undefined) continue;
    const { hasWords, isSource, isUnderHead, sign } = beginning;
    for (const [kind, ordinal] of ordinalsOf(beginning.label)) {
      const style = `${kind} ${beginning.style}`;
      const list = open.get(style);
      if (list !== undefined && ordinal === list.ordinal + 1 && at - list.at <= NEAR) {
        list.ordinal = ordinal;
        list.at = at;
        list.count++;
        list.hasWords ||= hasWords;
      } else if (ordinal === 1) {
        const begun = { line, sign, isUnderHead, ordinal, at, count: isSource ? 2 : 1, hasWords };
        open.set(style, begun);
        all.push(begun);
      }
    }
  }
  const like = all.filter(({ count, hasWords, isUnderHead }) => count > 1 && (hasWords || isUnderHead));
  return [...new Map(like.map(({ line, sign }) => [line, { line, sign }])).values()];
}

interface Beginning {
  readonly label: string;
  readonly sign: string;
  /** All that markers of one list have in common. */
  readonly style: string;
  readonly hasWords: boolean;
  readonly isSource: boolean;
  readonly isUnderHead: boolean;
}

/** How a line begins, if with something that counts. */
function beginningOf(body: readonly Line[], at: number): Beginning | undefined {
  const text = body[at]?.text ?? '';
  const match = COUNTED.exec(text.slice(0, LONGEST));
  if (match === null) return undefined;
  const [sign, before = '', label = '', after = ''] = match;
  // A letter is a word where nothing marks it.
  if (/^\p{L}/u.test(label) && before.trim() === '' && after === '') return undefined;
  const isAlone = sign.length === text.length;
  const words = isAlone ? (body[at + 1]?.text ?? '') : text.slice(sign.length);
  const isSource = isSourceNote(words);
  // Paragraphs of a text are numbered as well, below a rule as elsewhere.
  const isPoint = before === '' && /^[.)]$/.test(after);
  const above = body[at - 1]?.text ?? '';
  return {
    label,
    sign: sign.trim(),
    style: `${before.trim()} ${after} ${isAlone}`,
    isSource,
    hasWords: isSource || WORDS_OF_NOTES.test(words) || SAID_IN_NOTES.test(words.slice(0, LONGEST_NOTE)),
    isUnderHead: NOTES_HEADING.test(above) || (RULE.test(above) && !isPoint),
  };
}

/** The longest beginning of a line that is looked at. */
const LONGEST = 40;
/** Further on in a paragraph its words tell nothing of what it is. */
const LONGEST_NOTE = 200;

/** Above it a small Roman number is more often a letter or a word. */
const HIGHEST_ROMAN = 15;

/** What a label can count as: the kind of the count and the place in it. */
function ordinalsOf(label: string): readonly (readonly [kind: string, ordinal: number])[] {
  if (/^\d/.test(label)) return [['number', Number(label)]];
  const lower = label.toLowerCase();
  if (/^[a-z]/.test(lower)) {
    const value = romanValue(lower) ?? 0;
    const roman = value <= HIGHEST_ROMAN ? value : 0;
    const letter = lower.length === 1 ? lower.charCodeAt(0) - 96 : 0;
    return ([['roman', roman] as const, ['letter', letter] as const] as const).filter(([, place]) => place > 0);
  }
  const plain = plainLabel(label);
  if (/^\d/.test(plain)) return [[/[①-⑳]/.test(label) ? 'circled' : 'raised', Number(plain)]];
  return [
    ['sign', SIGNS.indexOf(label.slice(0, 1)) + 1],
    [`signs ${label.slice(0, 1)}`, label.length],
  ];
}
