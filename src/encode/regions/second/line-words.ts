/** So many words of a line are looked at. */
const MOST_WORDS = 9;

/** The multiplier of the hash (Fowler, Noll, Vo: FNV-1a, 32 bits). */
export const PRIME = 0x01000193;

/** 1 a capital, 2 a small letter, 3 a figure, 4 a blank, else the sign itself. */
export function classOf(code: number): number {
  if (code >= 65 && code <= 90) return 1;
  if (code >= 97 && code <= 122) return 2;
  if (code >= 48 && code <= 57) return 3;
  if (code === 32 || code === 9 || code === 160) return 4;
  if (code < 128) return code;
  return code >= 0xc0 && code < 0x250 ? 2 : 128;
}

/** A word as a number: capitals as small letters, all figures alike. */
export function hashOf(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    const kind = classOf(code);
    if (kind === 4) continue;
    hash = Math.imul(hash ^ (kind === 3 ? 48 : kind === 1 ? code + 32 : code), PRIME);
  }
  return hash;
}

/** The first words of a line as numbers, the last one, how many there are, and how many have a capital. */
export interface LineWords {
  readonly hashes: readonly number[];
  readonly last: number;
  readonly count: number;
  readonly titled: number;
}

/** Letters and figures, with points and apostrophes inside. */
export const WORD = /[\p{L}\d](?:[\p{L}\d.’']*[\p{L}\d])?/gu;

/** Characters of which only Unicode tells whether they are letters: none of ASCII, and none of the blanks, dashes and quotation marks of print. */
const UNCOMMON = /[^\0-\u007f\u2000-\u206f]/;

const POINT = 46;
const APOSTROPHE = 39;
const PRINTED_APOSTROPHE = 0x2019;

/** What the words of a line are. */
export function wordsOf(text: string): LineWords {
  const hashes: number[] = [];
  let count = 0;
  let titled = 0;
  let last = 0;
  const take = (from: number, to: number): void => {
    count++;
    if (classOf(text.charCodeAt(from)) === 1) titled++;
    last = hashOf(text, from, to);
    if (hashes.length < MOST_WORDS) hashes.push(last);
  };
  if (UNCOMMON.test(text)) for (const { 0: word, index } of text.matchAll(WORD)) take(index, index + word.length);
  else
    for (let at = 0; at < text.length; at++) {
      if (!isOfWord(text.charCodeAt(at))) continue;
      const end = wordEnd(text, at);
      take(at, end);
      at = end - 1;
    }
  return { hashes, last, count, titled };
}

/** Where a word ends that begins at a place: behind its last letter or figure. */
function wordEnd(text: string, start: number): number {
  let end = start + 1;
  for (let at = end; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isOfWord(code)) end = at + 1;
    else if (code !== POINT && code !== APOSTROPHE && code !== PRINTED_APOSTROPHE) break;
  }
  return end;
}

/** Whether a common character is a letter or a figure. */
function isOfWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}
