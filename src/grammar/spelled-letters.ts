/**
 * Words typed letter by letter, as cables and cover sheets have their classification: `C O N F I D E N T I A L`, `S-E-C-R-E-T`,
 * `T O P  S E C R E T`.
 */

/**
 * Single capitals, with a blank or with one and the same sign between each two; blanks part words. Another letter on either side would make a word
 * of the first or last.
 */
const SPELLED =
  /(?<![\p{L}\p{N}])\p{Lu}(?:([.·*_-])\p{Lu}(?:\1\p{Lu})*(?:\s{1,4}\p{Lu}(?:\1\p{Lu})+)*|(?:\s{1,4}\p{Lu})+)(?![\p{L}\p{N}])/gu;
/** Initials are fewer. */
const FEWEST_LETTERS = 4;
/** Two blanks or more part words that are spelled with blanks, one blank those with another sign. */
const WORD_GAP = { blank: /\s{2,}/, sign: /\s+/ };

/** Markings whose words are not parted, as the vocabulary has them. */
const JOINED: readonly (readonly [string, string])[] = [
  ['COSMICTOPSECRET', 'COSMIC TOP SECRET'],
  ['TOPSECRET', 'TOP SECRET'],
  ['LIMITEDOFFICIALUSE', 'LIMITED OFFICIAL USE'],
  ['OFFICIALUSEONLY', 'OFFICIAL USE ONLY'],
  ['EYESONLY', 'EYES ONLY'],
];

function parted(letters: string): string {
  for (const [joined, words] of JOINED) {
    if (letters.startsWith(joined)) return `${words} ${letters.slice(joined.length)}`.trim();
  }
  return letters;
}

/** A text with its words that are spelled letter by letter closed up, for comparing and reading; the rest stays. Linear in the text. */
export function withoutSpelling(text: string): string {
  return text.replace(SPELLED, (stretch: string, sign: string | undefined) => {
    if (stretch.replace(/[^\p{L}]/gu, '').length < FEWEST_LETTERS) return stretch;
    return stretch
      .split(sign === undefined ? WORD_GAP.blank : WORD_GAP.sign)
      .map((word) => parted(word.replace(/[^\p{L}]/gu, '')))
      .join(' ');
  });
}
