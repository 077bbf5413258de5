import type { Line } from '../page/segment.js';
import type { Candidate } from './call-candidates.js';
import type { Matched } from './calls.js';

/** A note that stands in its signs where it is called: `[Footnote: Not printed.]`. */
export interface InlineNote extends Matched {
  readonly call: Candidate;
}

/** A way to write a note into the text itself. */
interface InlineForm {
  /** What opens the note; group 1 is its number where it has one. */
  readonly open: RegExp;
  /** A line has these signs where it may have a note of the form. */
  readonly sign: string;
  readonly close: string;
  /** The sign that opens such a pair as `close` closes, inside the note. */
  readonly nested?: string;
  /** Authors write so as well: only what reads as a sentence is a note. */
  readonly isOfText?: boolean;
}

const WORD = `(?:foot|end)note|note de bas de page|fn|ftn`;

/** The ways to write a note where it is called. */
const FORMS: readonly InlineForm[] = [
  // `[Footnote 1: …]`, `[fn: …]`, Org mode's `[fn:1: …]`, `[fn:: …]`
  {
    open: new RegExp(String.raw`\[\s*(?:${WORD})[\s:]?\s*(\d{1,4}[a-z]?)?\s*:\s*(?!\d{1,4}\])`, 'giu'),
    sign: '[',
    close: ']',
    nested: '[',
  },
  { open: /\[\s*note\s+(\d{1,4})\s*:\s*/giu, sign: '[', close: ']', nested: '[' },
  {
    open: new RegExp(String.raw`\{\s*(?:${WORD})\s*(\d{1,4}[a-z]?)?\s*:\s*`, 'giu'),
    sign: '{',
    close: '}',
    nested: '{',
  },
  { open: new RegExp(String.raw`\((?:${WORD})\s*(\d{1,4}[a-z]?)?\s*:\s*`, 'giu'), sign: '(', close: ')', nested: '(' },
  // Pandoc, AsciiDoc, Typst
  { open: /\^\[(?!\d{1,3}\])\s*()/gu, sign: '^[', close: ']', nested: '[' },
  { open: /footnote:\w{0,20}\[\s*()/gu, sign: 'footnote:', close: ']', nested: '[' },
  { open: /#footnote\[\s*()/gu, sign: '#footnote[', close: ']', nested: '[' },
  // LaTeX, Texinfo
  { open: /[\\@](?:foot|end)note(?:\[(\d{1,4})\])?\{\s*/gu, sign: 'note', close: '}', nested: '{' },
  // MediaWiki, DocBook, TEI
  { open: /<ref(?:\s[^<>/]{0,60})?>\s*()/giu, sign: '<ref', close: '</ref>' },
  { open: /<note(?:\s[^<>]{0,60}?\bn="(\d{1,4})"[^<>]{0,60}|\s[^<>]{0,60})?>\s*/giu, sign: '<note', close: '</note>' },
  { open: /<footnote(?:\s[^<>]{0,60})?>\s*()/giu, sign: '<footnote', close: '</footnote>' },
  { open: /<fn(?:\s[^<>]{0,60})?>\s*()/giu, sign: '<fn', close: '</fn>' },
  // DokuWiki, and templates of MediaWiki
  { open: /\(\((?!\()\s*()/gu, sign: '((', close: '))', isOfText: true },
  { open: /\{\{(?:efn|sfn|refn|footnote|note)\|\s*()/giu, sign: '{{', close: '}}', nested: '{{' },
];

/** The sign of any of them. */
const ANY_SIGN = new RegExp(FORMS.map(({ sign }) => sign.replace(/[[({^]/g, '\\$&')).join('|'));

/** How a sentence begins and ends, as notes do and an author's own parentheses do not. */
const BEGIN = /^[\p{Lu}\d“"‘'*_[]/u;
const END = /[.?!)\]”"’]$/;

/** The mark of a page that its notes are printed there: `<references />`. */
export const PLACE_OF_NOTES =
  /^(?:<references\s*\/?>(?:\s*<\/references>)?|\{\{(?:reflist|notelist|references)[^{}]{0,40}\}\}|\\(?:print|the)endnotes)$/i;

/** What a text has of notes in itself. */
export interface InlineNotes {
  /** The notes, with the stretch of each as its call. Those without a number are counted. */
  readonly notes: readonly InlineNote[];
  /** Where a note opens and nothing closes it on its line, as offsets of the raw text, with the words. */
  readonly open: readonly { readonly at: number; readonly words: string }[];
}

/** The notes that stand in the text itself. One pass. */
export function inlineNotes(lines: readonly Line[], taken: (line: number) => boolean): InlineNotes {
  const notes: InlineNote[] = [];
  const open: { at: number; words: string }[] = [];
  for (const [line, { text, start }] of lines.entries()) {
    if (!ANY_SIGN.test(text) || taken(line)) continue;
    const forms = FORMS.filter(({ sign }) => text.includes(sign));
    const closings = new Closings(text);
    let after = 0;
    for (const [match, form] of opened(text, forms)) {
      if (match.index < after) continue;
      const words = match.index + match[0].length;
      const end = closings.of(form, words);
      if (form.isOfText === true && (end === undefined || !isSentence(text, words, end))) continue;
      if (end === undefined) {
        open.push({ at: start + match.index, words: text.slice(match.index, match.index + EXCERPT) });
        break;
      }
      after = end + form.close.length;
      const number = match[1] === '' ? undefined : match[1];
      if (match.index === 0 && number !== undefined) continue; // one of a list
      notes.push(
        noteOf({ text, start }, line, { from: match.index, words, end, to: after }, number ?? String(notes.length + 1)),
      );
    }
  }
  return { notes, open };
}

/** A note whose words stand between two places of a line, and its signs around them. */
function noteOf(
  { text, start }: Pick<Line, 'text' | 'start'>,
  line: number,
  { from, words, end, to }: Readonly<Record<'from' | 'words' | 'end' | 'to', number>>,
  label: string,
): InlineNote {
  const inner = text.slice(words, end).trimEnd();
  const at = start + words;
  // The blank before the sign is none of the text's.
  let first = from;
  while (first > 0 && text[first - 1] === ' ') first--;
  return {
    label,
    note: { lines: [{ text: inner, start: at, line: { start: at, end: at + inner.length } }] },
    call: { line, span: { start: first, end: to }, label, weight: 10, style: 'word' },
  };
}

const EXCERPT = 60;

/** Where notes open in a line, in its order. */
function opened(text: string, forms: readonly InlineForm[]): readonly (readonly [RegExpExecArray, InlineForm])[] {
  const found = forms.flatMap((form) => [...text.matchAll(form.open)].map((match) => [match, form] as const));
  return found.sort(([a], [b]) => a.index - b.index);
}

function isSentence(text: string, from: number, to: number): boolean {
  return to - from > 1 && BEGIN.test(text.slice(from, from + 2)) && END.test(text.slice(to - 1, to));
}

/** Where the notes of a line close. Asked from left to right, it goes through the line once for each form whose notes hold no other. */
class Closings {
  readonly #text: string;
  /** The last found for each form. */
  readonly #found = new Map<InlineForm, number>();

  constructor(text: string) {
    this.#text = text;
  }

  /** Where that closes which is open from `from` on. */
  of(form: InlineForm, from: number): number | undefined {
    const at = form.nested === undefined ? this.#next(form, from) : this.#balanced(form.nested, form.close, from);
    return at < this.#text.length ? at : undefined;
  }

  #next(form: InlineForm, from: number): number {
    const known = this.#found.get(form) ?? -1;
    if (known >= from) return known;
    const sign = new RegExp(form.close.replace(/[()]/g, String.raw`\$&`), 'gi');
    sign.lastIndex = from;
    const at = sign.exec(this.#text)?.index ?? this.#text.length;
    this.#found.set(form, at);
    return at;
  }

  #balanced(nested: string, close: string, from: number): number {
    let depth = 1;
    for (let at = from; at < this.#text.length; at++) {
      if (this.#text.startsWith(nested, at)) depth++;
      else if (this.#text.startsWith(close, at) && --depth === 0) return at;
    }
    return this.#text.length;
  }
}
