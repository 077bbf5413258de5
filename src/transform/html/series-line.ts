/** What of series, sub-series and number stands above a volume's title. */

/**
 * Series, sub-series and number as one line. The title of a volume may begin with the series; of that line what the title does not say remains.
 *
 * @param others sub-series and number, in this order
 */
export function seriesLine(series: string, others: readonly string[], title: string): string {
  const all = [series, ...others].filter((part) => part !== '');
  const isInTitle = series !== '' && placeOfWords(series, title) === 0;
  return (isInTitle ? all.filter((part) => placeOfWords(part, title) < 0) : all).join(', ');
}

/** Where words begin in others, of which they are no part of a word or of a span (`1964` of `1964–1968`); -1 where they do not stand there. */
function placeOfWords(words: string, within: string): number {
  const [sought, text] = [compared(words), compared(within)];
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1))
    if (!JOINED_BEFORE.test(text.slice(0, at)) && !JOINED_AFTER.test(text.slice(at + sought.length))) return at;
  return -1;
}

const JOINED_BEFORE = /[\p{L}\p{M}\p{N}]-?$/u;
const JOINED_AFTER = /^-?[\p{L}\p{M}\p{N}]/u;

/** Without what differs between two prints of the same words: capitals, kinds of dashes, spaces. */
function compared(words: string): string {
  return words
    .normalize('NFC')
    .toLowerCase()
    .replace(/\p{Pd}/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}
