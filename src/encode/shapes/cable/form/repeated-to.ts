import type { FormLine } from './form-labels.js';

/** Where the posts begin that have a copy: `REPEATED INFORMATION CAIRO 210, BEIRUT 176`, `Repeated for information to Washington`. */
const REPEATED =
  /(?:\b(?:REPEATED|RPTD|RPT)\b(?:\s+(?:FOR\s+))?(?:\s*\b(?:INFORMATION|INFO)\b)?|(?<=[,;]\s*)\bINFO(?:RMATION)?\b)(?:\s+TO\b)?\s*:?\s+/i;
/** What begins with such a word says to whom a telegram went. */
const START = /^(?:SENT|RPTD|RPT|REPEATED|PASSED|ALSO|ADDRESSED|ACTION)\b/i;
/** What stands before and after the name of a post. */
const BEFORE =
  /^(?:and\s+|also\s+|to\s+|saving(?:\s+to)?\s+|(?:for\s+)?info(?:rmation)?(?:\s+to)?\s+|immediate(?:\s+to)?\s+|priority(?:\s+to)?\s+|repeated\s+)+/i;
const AFTER =
  /\s*(?:\b(?:tel(?:egram)?\s+)?(?:No\.?\s*)?#?\d[\d-]*|\((?:[^)]*)\)|\b(?:Saving|Immediate|Priority|Routine|Niact|Unnumbered|UNN|by (?:bag|pouch|air mail|airmail|courier))\b)\s*$/i;

/** The posts to which a telegram was repeated, as the lines under its head say. */
export function repeatedTo(lines: readonly FormLine[]): readonly string[] {
  const passed: string[] = [];
  for (const { role, text } of lines) {
    if (role === 'pass' && START.test(text)) passed.push(text);
    else if (role === 'pass' && passed.length > 0) break;
    else if (role === 'more' && passed.length > 0) passed.push(text);
    else if (role === 'text') break;
  }
  const words = passed.join(' ');
  const start = REPEATED.exec(words);
  if (start === null) return [];
  const rest = words.slice(start.index + start[0].length).replace(/[.\s]+$/, '');
  return rest
    .split(/\s*[,;]\s*|\s+and\s+/i)
    .map((post) => postOf(post))
    .filter((post) => /^\p{Lu}/u.test(post));
}

function postOf(words: string): string {
  let post = words.trim().replace(BEFORE, '');
  for (let bare = post.replace(AFTER, ''); bare !== post; bare = post.replace(AFTER, '')) post = bare;
  return post.replace(/\s+/g, ' ').trim();
}
