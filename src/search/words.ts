/** What parts of a text are words, and when two words are the same: one answer for the index, the query and the hits in a text. */

/** Signs within a word that nobody sees (soft hyphen, joiners): they are no part of it. */
const UNSEEN = /[\u00AD\u200B-\u200D\u2060]/g;

/** Scripts that put no space between words: each letter is a word of its own there, and what is sought in them a phrase. */
const UNSPACED =
  /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{20000}-\u{3FFFF}]/u;

/** Letters that are other letters with a stroke or joined, which Unicode does not decompose. */
const OTHER_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ς: 'σ',
};

/** Accents of Latin, Greek and Cyrillic letters, points of Hebrew, vowel signs of Arabic. Signs of other scripts are letters. */
const ACCENTS = /[\u0300-\u036F\u0591-\u05BD\u05BF-\u05C7\u064B-\u065F\u0670]+/g;

const isPlain = /^[a-z0-9]*$/;

/** A word as it is compared: in small letters, without accents (`Überfall` → `uberfall`, `Łódź` → `lodz`). */
export function folded(word: string): string {
  const small = word.toLowerCase();
  if (isPlain.test(small)) return small;
  return small
    .replace(UNSEEN, '')
    .replace(/[\uFB00-\uFB4F\uFF00-\uFFEF]/g, (letter) => letter.normalize('NFKD'))
    .normalize('NFD')
    .replace(ACCENTS, '')
    .replace(/[ßæœøđðþłħıŋς]/g, (letter) => OTHER_LETTERS[letter] ?? letter)
    .normalize('NFC')
    .toLowerCase();
}

/** Whether each UTF-16 unit belongs to a word: 0 not known yet, 1 yes, 2 no. Surrogates are looked at by pairs. */
const known = new Uint8Array(0x10000);
const LETTER = /[\p{L}\p{M}\p{N}\u00AD\u200B-\u200D\u2060]/u;

function isLetter(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  const seen = known[unit];
  if (seen !== 0) return seen === 1;
  if (unit >= 0xd800 && unit <= 0xdfff) {
    const start = unit >= 0xdc00 && at > 0 ? at - 1 : at;
    return LETTER.test(String.fromCodePoint(text.codePointAt(start) ?? 0));
  }
  const is = LETTER.test(String.fromCharCode(unit));
  known[unit] = is ? 1 : 2;
  return is;
}

/**
 * Goes through the words of a text: runs of letters, marks and digits. Whatever else stands between (an apostrophe, a hyphen, the points of `U.S.`) parts
 * words, so that such a word is sought as a phrase.
 * @param found told where each word begins and ends
 */
export function eachWord(text: string, found: (start: number, end: number) => void): void {
  const length = text.length;
  for (let at = 0; at < length; ) {
    if (!isLetter(text, at)) {
      at++;
      continue;
    }
    const start = at;
    let units = 0;
    while (at < length && isLetter(text, at)) units |= text.charCodeAt(at++);
    if (units > 0xdff && UNSPACED.test(text.slice(start, at))) eachLetter(text.slice(start, at), start, found);
    else found(start, at);
  }
}

/** A run that holds letters of a script without spaces: each of those by itself, with its marks; what stands between them whole. */
function eachLetter(run: string, from: number, found: (start: number, end: number) => void): void {
  let start = 0;
  let at = 0;
  for (const letter of run) {
    const isAlone = UNSPACED.test(letter);
    const isMark = !isAlone && /\p{M}/u.test(letter);
    const before = run.slice(start, at);
    if (at > start && (isAlone || (!isMark && UNSPACED.test(before)))) {
      found(from + start, from + at);
      start = at;
    }
    at += letter.length;
  }
  found(from + start, from + run.length);
}

/** The words of a text as they are compared; what folds to nothing is none. */
export function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  eachWord(text, (start, end) => {
    const own = folded(text.slice(start, end));
    if (own !== '') words.push(own);
  });
  return words;
}
