/**
 * Words that a line never parts (The Chicago Manual of Style, “Word division”; R. Bringhurst, The Elements of Typographic Style, 2.4.8): a title and
 * its name, initials, a month and its day, a word and its number, a number and its unit, the mark of an item and its first word.
 */

const TITLES = new Set(
  'Mr Mrs Ms Mme Mlle Messrs Dr Prof Gen Gov Sen Rep Adm Col Lt Capt Cdr Maj Brig Sgt Amb Sec Hon St Sir Señor'.split(
    ' ',
  ),
);
const MONTHS = new Set(
  'January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec'.split(
    ' ',
  ),
);
const NUMBERED = new Set(
  'No Nos no nos Vol Vols vol vols p pp Doc Docs Document Documents Volume Volumes page pages Page Pages Box Boxes Lot RG Tab Tabs Annex Article Articles Section Sections Chapter Part Figure Table fn n para paragraph paragraphs col Airgram Telegram telegram telegrams Despatch despatch Entry'.split(
    ' ',
  ),
);
const UNITS = new Set(
  'a.m p.m am pm percent per cent million millions billion billions thousand hundred miles mile kilometers km feet inches meters tons ton hours hour days years minutes % dollars'.split(
    ' ',
  ),
);

/** The mark of an item before its text: `(a)`, `1.`, `b)`. */
const MARK = /^\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]$/;
const INITIAL = /^[([“"‘]*(?:\p{Lu}\.-?)+$/u;
const OPENING = /^[([“"‘—–]+/;

/**
 * Whether two words that follow each other stay on one line.
 * @param before the word before the space
 * @param isFirst whether it is the first of its paragraph
 */
export function isTied(before: string, after: string, isFirst: boolean): boolean {
  const next = after.charCodeAt(0);
  const isNumber = next >= 0x30 && next <= 0x39;
  const first = before.replace(OPENING, '');
  const bare = first.endsWith('.') ? first.slice(0, -1) : first;
  if (isNumber) return MONTHS.has(bare) || NUMBERED.has(bare) || /^[£$]$/.test(bare);
  if (/^\d/.test(first)) {
    if (/^\d{1,2}$/.test(bare) && MONTHS.has(after.replace(/[.,;:]+$/, ''))) return true;
    if (/^\d[\d.,:]*$/.test(first) && UNITS.has(after.replace(/[.,;:)]+$/, ''))) return true;
  }
  if (isFirst && MARK.test(before)) return true;
  if (!/^\p{Lu}/u.test(after)) return false;
  if (NUMBERED.has(bare) && /^[IVXLC]{1,7}[.,;:)]*$/.test(after)) return true;
  return (first.endsWith('.') && TITLES.has(bare)) || INITIAL.test(before);
}

/** Whether a day is followed by its year: “3, 1964”. */
export function isDayAndYear(before: string, after: string): boolean {
  return /^\d{1,2},$/.test(before) && /^\d{4}(?!\d)/.test(after);
}

/** Whether a word is a span of years or numbers: “1964–1968”. */
export function isSpan(word: string): boolean {
  return /^[^\p{L}]*\d[–-]\d[^\p{L}]*$/u.test(word);
}
