/**
 * Titles for a running head that is too short for them. A head is never cut with dots (The Chicago Manual of Style, “Running heads”: long titles are shortened to
 * words that make sense by themselves): it keeps as many whole phrases from its beginning as there is room for.
 */

/** Where a phrase ends: at a mark, or before a word that begins another one. The first kind is better, and is tried first. */
const MARK = /[:;,.]?\s+[—–-]\s+|[:;,]\s+|\s+(?=[([])|—|(?<=\s\p{Ll}+)–(?=\p{Lu})/gu;
const NEXT_PHRASE =
  /\s+(?=(?:about|after|against|among|and|at|before|between|by|concerning|during|following|for|from|in|including|into|on|or|over|regarding|relating|respecting|since|through|to|toward|towards|under|until|which|with|within)\s)/giu;
/** The last resort: what something is of is left out. */
const WHOSE = /\s+(?=of\s)/giu;
/** No phrase ends in one of these. */
const DANGLING =
  /(?:^|\s)(?:a|an|and|as|at|by|due|for|from|in|its|of|on|or|over|regarding|relating|that|the|their|to|under|with|with (?:regard|respect))$/iu;
/** A phrase that ends before a word has at least so many; one that ends at a mark may be a single word (“Persons: …”). */
const FEWEST_WORDS = 2;

/**
 * The longest beginning of a title that is whole phrases and fits; nothing where there is none.
 * @param fits whether words can be set in the room that there is
 */
export function shortened(title: string, fits: (text: string) => boolean): string {
  if (fits(title)) return title;
  for (const [ends, fewest] of [
    [MARK, 1],
    [NEXT_PHRASE, FEWEST_WORDS],
    [WHOSE, FEWEST_WORDS],
  ] as const)
    for (const at of [...title.matchAll(ends)].map(({ index }) => index).reverse()) {
      const phrase = title.slice(0, at).trim();
      if (isWhole(phrase, fewest) && fits(phrase)) return phrase;
    }
  return '';
}

function isWhole(phrase: string, fewest: number): boolean {
  const isOpen = (phrase.match(/[([“]/gu) ?? []).length > (phrase.match(/[)\]”]/gu) ?? []).length;
  // Two are between, and both must be named.
  if (/\bbetween\b(?!.*\band\b)/i.test(phrase)) return false;
  return phrase.split(/\s+/).length >= fewest && !DANGLING.test(phrase) && !isOpen;
}
