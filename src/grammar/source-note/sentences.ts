import type { Span } from '../../model/position.js';
import { startsMarking } from './markings.js';

/** A sentence of a note, without the spaces around it; its stop is included. */
export interface Sentence extends Span {
  readonly text: string;
}

/** Words whose stop does not end a sentence. */
const ABBREVIATIONS = new Set(
  `vol vols no nos p pp pt pts st ste mr mrs ms dr messrs gen col lt maj capt cdr adm adml amb sen rep gov prof rev hon sgt brig cmdr ed eds doc docs fol ff cf vs v
inc co corp dept jan feb mar apr jun jul aug sept sep oct nov dec sec secs ser u.s u.k u.n e.g i.e viz op al cong sess stat art para paras fig app asst dep ltd bldg ft
supp subj ref refs memo telcon j.c.s c.c.s`.split(/\s+/),
);
/** The words that make a letter before a stop a numeral and no initial. */
const COUNTED =
  /\b(?:vols?|parts?|books?|tabs?|annex|section|folder|box|volume|no|set|class|file|group|series|items?|schedule)\.?\s+$/i;
/** The beginnings of the sentences that commonly follow a citation or markings, also after an initial. */
const OPENERS =
  /^(?:Drafted|Cleared|Approved|Initialed|Signed|Prepared|Transcribed|Concurred|Authorized|Dictated|Released|Repeated|Transmitted|Also|Sent|Received|Copies|A|An|Another|According|No|The|This|That|These|In|On|At|For|Under|There|It|He|His|She|They|When|While|Although|After|Before|During|Printed|Published|Extract|Passed|Pouched|See|Forwarded|Submitted|Attached|Delivered|Written|Handed|Distributed|Circulated|Typed|Seen|Addressed|Brackets|Part|Paragraph|Two|Three|All|Ellipsis)\b/;

const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '“': '”' };
/** After a letter: a bracket, or a name with its verb (`…in A/BF and M. Ingersoll approved …`), begins a sentence; `H. Struve and` does not. */
const BEGINS_ANEW =
  /^(?:\(|\p{Lu}[\p{L}’'-]+ (?!(?:and|or|of|in|on|for|at|with|who|under|to|but|from|as|by|de|van|von|der)\b)\p{Ll}{2,})/u;
/** How far a bracket or quotation may reach; one that does not close within it is a slip and opens nothing. */
const REACH = 4000;

/** The ends of the brackets and quotations of a text, by where they open; one that does not close is not among them. Linear in the text. */
export function closings(text: string): ReadonlyMap<number, number> {
  const open = new Map<string, number[]>();
  const ends = new Map<number, number>();
  for (const { 0: sign, index } of text.matchAll(/[()[\]“”]/g)) {
    const close = CLOSERS[sign];
    if (close !== undefined) {
      const stack = open.get(close) ?? [];
      stack.push(index);
      open.set(close, stack);
    } else {
      const start = open.get(sign)?.pop();
      if (start !== undefined && index - start < REACH) ends.set(start, index);
    }
  }
  return ends;
}

/** Whether the stop at `at` ends a sentence, by the word before it and what comes after it. */
function endsSentence(text: string, at: number, start: number, to: number): boolean {
  const after = text.slice(at + 1, Math.min(at + 60, to));
  const glued = /^\p{Lu}\p{Ll}/u.test(after) && /\p{Ll}{3}$/u.test(text.slice(Math.max(start, at - 3), at));
  const next = glued ? after : after.replace(/^[”"')\]]*\s+/, '');
  if (!glued && next === after) return after === '' || /^[”"')\]]+$/.test(after);
  // `U.S. Eyes Only` is one marking.
  if (startsMarking(next)) return !text.slice(0, at + 1).endsWith('U.S.');
  if (!/^["“([\p{Lu}\d]/u.test(next)) return false;
  const word = /[\p{L}\d.&/'’–-]*$/u.exec(text.slice(Math.max(start, at - 24), at))?.[0] ?? '';
  // `Theodore L. Eliot, Jr. (S/S)`: the office belongs to the name.
  if (/^[JS]r$/.test(word) && next.startsWith('(') && !/^\(\p{Lu}\p{Ll}+ /u.test(next)) return false;
  if (ABBREVIATIONS.has(word.toLowerCase()))
    return /^(?:Jr|Sr|Inc|Co|Corp|[DNU]\.[CYSKN])$/.test(word) && OPENERS.test(next);
  if (/^\p{Lu}$/u.test(word) || /^(?:\p{Lu}\.)+\p{Lu}$/u.test(word)) {
    const before = text.slice(Math.max(start, at - 24), at - word.length);
    return COUNTED.test(before) || OPENERS.test(next) || BEGINS_ANEW.test(next);
  }
  return true;
}

/** Cuts `text` from `from` to `to` into sentences. Stops in brackets and quotations do not count. */
export function sentences(text: string, from: number, to: number): Sentence[] {
  const found: Sentence[] = [];
  let start = from;
  const ends = closings(text);
  const push = (end: number): void => {
    let a = start;
    let b = end;
    while (a < b && /\s/.test(text[a] ?? '')) a++;
    while (b > a && /\s/.test(text[b - 1] ?? '')) b--;
    if (b > a) found.push({ start: a, end: b, text: text.slice(a, b) });
    start = end;
  };
  for (let i = from; i < to; i++) {
    const c = text[i] ?? '';
    if (c in CLOSERS) {
      const end = ends.get(i) ?? i;
      const last = text[end - 1] ?? '';
      if (end > i && end < to) {
        const whole = text.slice(start, i).trim() === '';
        i = end;
        // `“… agree.”` ends its sentence where a capital follows, and so does a sentence that is all in brackets: `(Ibid.)`.
        if ((whole || /[.?!]/.test(last)) && /^\s+["“([\p{Lu}]/u.test(text.slice(end + 1, end + 4))) push(end + 1);
      }
    } else if ((c === '.' || c === '?' || c === '!') && endsSentence(text, i, start, to)) {
      let end = i + 1;
      while (/[”"')\]]/.test(text[end] ?? '')) end++;
      push(Math.min(end, to));
      i = end - 1;
    }
  }
  push(to);
  return found;
}
