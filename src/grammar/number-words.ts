/** The numbers that telegrams write in words, from 1 on: of pages and sections. */
export const NUMBER_WORDS: readonly string[] = 'ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN'.split(' ');

/** The number of a word; 0 where it is none. */
export function numberOfWord(word: string): number {
  return NUMBER_WORDS.indexOf(word) + 1;
}
