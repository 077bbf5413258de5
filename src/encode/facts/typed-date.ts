import { readDate, readDateline } from '../../grammar/dateline.js';
import type { DatelineReading, DateReading } from '../../model/header.js';

/** The months in English. */
export const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'.split(
  '|',
);
const IN_SMALL: readonly string[] = MONTHS.map((month) => month.toLowerCase());
/** The months by the number of their letters: a slip of the machine changes letters and leaves their number. */
const BY_LENGTH: readonly (readonly string[])[] = Array.from({ length: 10 }, (_, length) =>
  MONTHS.filter((month) => month.length === length),
);
/** `May` and `June` are no more than other words with a letter wrong. */
const SHORTEST_MENDED = 5;

/** Letters that a reading machine takes for figures, in words that are figures otherwise. */
const FIGURES: Readonly<Record<string, string>> = {
  l: '1',
  I: '1',
  '|': '1',
  '!': '1',
  O: '0',
  o: '0',
  Q: '0',
  S: '5',
  s: '5',
  B: '8',
  Z: '2',
};

/** Letters among figures, as a reading machine leaves them. */
const SLIPS = /\d[lIOoSBZ|]|[lIOoSBZ|]\d|\b[lI]\b/;

const NUMBER =
  /(?<![\p{L}\d])(?=[\dlIOoSBZ|]*\d)[\dlIOoQSsBZ|!]{1,5}(?![\p{L}\d])|(?<![\p{L}\d])[lI|](?=[\dOoSs]{3}(?![\p{L}\d]))|(?<=[\p{L}.]\s)[lI](?=,\s?[\dlIO]{4})/gu;

/** A line with its figures put right and its month too (`Octo8er 9, l975`), letter for letter: places stay. */
export function mendedFigures(text: string): string {
  const figures = text.replace(NUMBER, (number) => number.replace(/\D/g, (sign) => FIGURES[sign] ?? sign));
  return figures.replace(
    /(?<![\p{L}\d])\p{L}[\p{L}\d]{2,9}(?![\p{L}\d])/gu,
    (word, at: number) => mendedMonth(word) ?? monthWithoutPair(word, at) ?? word,
  );
}

/** `Septernber`: a month of which the reading machine has parted a letter into two; a blank keeps the places of what follows. */
function monthWithoutPair(word: string, at: number): string | undefined {
  if (!word.includes('n')) return undefined;
  const whole = word.replace(/rn|nn|ni|in/, 'm');
  if (whole.length === word.length) return undefined;
  const month = MONTHS[IN_SMALL.indexOf(whole.toLowerCase())];
  if (month === undefined) return undefined;
  return at === 0 ? `${month} ` : ` ${month}`;
}

/** The month that a word is but for one or two letters; undefined where it is none, or a month as it stands. */
function mendedMonth(word: string): string | undefined {
  if (word.length < SHORTEST_MENDED) return undefined;
  return BY_LENGTH[word.length]?.find((month) => {
    const wrong = differences(word, month);
    return wrong === 1 || (wrong === 2 && word.length >= 7);
  });
}

/** In how many places two words of one length differ, capitals left out of account; 3 where it is more. */
function differences(word: string, other: string): number {
  let wrong = 0;
  for (let at = 0; at < word.length && wrong < 3; at++)
    if (word[at] !== other[at] && word[at]?.toLowerCase() !== other[at]?.toLowerCase()) wrong++;
  return wrong;
}

/** A dateline of a typescript, with the slips of a reading machine put right. */
export function readTypedDateline(text: string): (DatelineReading & { readonly isMended: boolean }) | undefined {
  return mended(text, readDateline);
}

/** A date somewhere in the value of a label, with the slips of a reading machine put right. */
export function readTypedDate(text: string): DateReading | undefined {
  const found = mended(text, (words) => {
    const date = readDate(words);
    return date === undefined ? undefined : { date };
  });
  return found?.date;
}

function mended<Reading extends { readonly date?: DateReading }>(
  text: string,
  read: (words: string) => Reading | undefined,
): (Reading & { readonly isMended: boolean }) | undefined {
  const plain = read(text);
  // Without a figure or a letter that stands for one there is no date.
  const right = plain?.date?.when !== undefined && !SLIPS.test(text) ? text : mendedFigures(text);
  if (right === text) return plain === undefined ? undefined : { ...plain, isMended: false };
  const other = read(right);
  if (other?.date === undefined) return plain === undefined ? undefined : { ...plain, isMended: false };
  if (plain?.date?.when !== undefined && plain.date.when === other.date.when) return { ...plain, isMended: false };
  return { ...other, date: { ...other.date, isMended: true }, isMended: true };
}
